"""What every screen and pane of the desk needs: the desk, the words, the clock of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual.dom import DOMNode

from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk


@dataclass(slots=True)
class Context:
    """The one desk that all screens work on, and how to speak to its person."""

    desk: Desk
    words: Words


@runtime_checkable
class HasContext(Protocol):
    """The app, as screens and widgets see it."""

    context: Context


def context_of(node: DOMNode) -> Context:
    """The context of the app that ``node`` is in."""
    return cast(HasContext, node.app).context


class InDesk:
    """Mixin for screens and widgets that speak with the desk.

    Not a `DOMNode` itself: Textual takes styles and bindings from the first base that is one.
    """

    @property
    def desk(self) -> Desk:
        """The opened desk."""
        return context_of(cast(DOMNode, self)).desk

    @property
    def words(self) -> Words:
        """The words of the user's language."""
        return context_of(cast(DOMNode, self)).words

    @property
    def rtl(self) -> bool:
        """Whether the desk is mirrored: its words are read from the right."""
        return self.words.rtl
