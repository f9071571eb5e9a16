"""Statements that the reader passes over, found by frames of words."""
