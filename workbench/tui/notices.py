"""Telling the person: notices that no text from outside can turn into markup."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, Literal, TypeVar, cast

from textual.dom import DOMNode

from workbench.errors import ChangedMeanwhileError, WorkbenchError
from workbench.language.visible import visible
from workbench.tui.context import context_of
from workbench.tui.messages import ReloadWanted

Method = TypeVar("Method", bound=Callable[..., Any])
Severity = Literal["information", "warning", "error"]
STAYS = 12.0
"""Seconds that a notice of what went wrong stays: it is longer, and comes unawaited."""
LONG = 400
"""Characters of a notice; what is longer would cover the screen."""


def tell(node: DOMNode, text: str, *, severity: Severity = "information") -> None:
    """Show a notice; it takes no focus and goes away by itself."""
    shown = visible(text if len(text) <= LONG else text[: LONG - 1] + "…")
    timeout = STAYS if severity == "error" else None
    node.app.notify(shown, severity=severity, timeout=timeout, markup=False)


def tell_error(node: DOMNode, error: WorkbenchError) -> None:
    """Show what went wrong and what to do about it."""
    tell(node, context_of(node).words.told(error), severity="error")
    if isinstance(error, ChangedMeanwhileError):
        node.screen.post_message(ReloadWanted())


def guarded(method: Method) -> Method:
    """Turn a `WorkbenchError` of an action or a handler into a notice, never a traceback."""
    if inspect.iscoroutinefunction(method):

        @functools.wraps(method)
        async def later(self: DOMNode, *args: object, **kwargs: object) -> object:
            try:
                return await method(self, *args, **kwargs)
            except WorkbenchError as error:
                tell_error(self, error)
            return None

        return cast(Method, later)

    @functools.wraps(method)
    def at_once(self: DOMNode, *args: object, **kwargs: object) -> object:
        try:
            return method(self, *args, **kwargs)
        except WorkbenchError as error:
            tell_error(self, error)
        return None

    return cast(Method, at_once)
