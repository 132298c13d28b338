"""Workbench: the claim-tracking and fact-checking desk for the terminal."""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``from workbench import Desk`` without loading the store for whoever does not need it."""
    if name == "Desk":
        from workbench.desk import Desk  # noqa: PLC0415

        return Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
