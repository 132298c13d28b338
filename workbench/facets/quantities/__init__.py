"""Figures in a text: numbers with unit, comparator, range and part in a change."""
