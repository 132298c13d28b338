"""The desk: everything a checker can do, one folder a kind of work, one module an activity.

    from workbench.desk import Desk

Importing this package loads nothing; the store is loaded with `Desk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

__all__ = ["Desk"]


def __getattr__(name: str) -> Any:
    if name == "Desk":
        from workbench.desk.desk import Desk  # noqa: PLC0415

        return Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
