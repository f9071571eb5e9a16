"""Relative times made absolute, and of which day a claim speaks."""
