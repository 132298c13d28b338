"""Asking: one little query language, filters kept by name, anything found by a few letters."""
