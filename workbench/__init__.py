"""Workbench: the claim-tracking and fact-checking desk for the terminal."""

from importlib import import_module

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``from workbench import Desk``; the rooms are loaded only for those who ask for it."""
    if name == "Desk":
        return import_module("workbench.desk").Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
