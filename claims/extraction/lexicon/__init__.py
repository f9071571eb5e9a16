"""Linguistic knowledge as named data, each table with the reason for it."""
