"""Workbench: the claim-tracking and fact-checking desk for the terminal."""

__version__ = "0.1.0"
