"""All keys that do something here, from the real key map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.keys import DEFAULT_KEYS, bind, bindings
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.theme import RATINGS, RELATIONS, STANCES, STATES
from workbench.tui.widgets.active_keys import ActiveKey
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.words import Words

EVERYWHERE = ("list", "text", "screen", "desk")
"""Kinds of keys that come last: they do the same wherever one is."""
SIGNS = {"state": STATES, "rating": RATINGS, "relation": RELATIONS, "stance": STANCES}


class HelpDialog(InDesk, SeeThroughScreen[None]):
    """What keys do where the person was when asking."""

    DEFAULT_CSS = """
    HelpDialog { align: center middle; background: $background 70%; }
    HelpDialog > Vertical {
        width: 90%; max-width: 80; height: 100%; margin-bottom: 1;
        background: $surface; border: round $primary; padding: 0 1;
    }
    HelpDialog .heading { color: $primary; text-style: bold; height: auto; }
    HelpDialog Document { height: 1fr; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("dialog.cancel", "dismiss_help"),
        *bindings(("desk.help", "dismiss_help"), ("screen.back", "dismiss_help"), show=False),
    ]

    def __init__(self, keys: Sequence[ActiveKey]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One page."""
        with Vertical():
            yield Static(drawing.plain(self.words("help.heading")), classes="heading")
            yield Document()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Fill the page."""
        page = self.query_one(Document)
        page.show(help_blocks(self._keys, self.words))
        page.focus()

    def action_dismiss_help(self) -> None:
        """Back to work."""
        self.dismiss(None)


def help_blocks(keys: Sequence[ActiveKey], words: Words) -> Iterator[Block]:
    """Keys by the kind of thing they act on, those of this place first; then what signs mean."""
    order = list(DEFAULT_KEYS)

    def rank(key: ActiveKey) -> tuple[int, int]:
        kind = _kind(key)
        return (EVERYWHERE.index(kind) if kind in EVERYWHERE else -1, order.index(key.name))

    for kind, group in groupby(sorted(keys, key=rank), key=_kind):
        yield Block(words(f"help.{kind}"), "heading")
        for key in group:
            # By its name a key is rebound in the settings.
            yield Block(f"{words(f'key.{key.name}')} · {key.name}", "body", " ".join(key.keys))
        yield Block("")
    yield Block(words("help.signs"), "heading")
    for kind, looks in SIGNS.items():
        said = tuple(
            f"{look.sign} {words.record(f'{kind}.{name}')}" for name, look in looks.items()
        )
        yield Block(said, "body", words(f"help.{kind}"))


def _kind(key: ActiveKey) -> str:
    return key.name.partition(".")[0]
