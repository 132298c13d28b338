"""The tour: what a new checker does first, one step at a time, in the real desk.

A panel above the screen says what to do and with which key. A step ends when it has been done,
however it was done; the tour ends with a first verdict that rests on evidence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from textual.screen import Screen

from workbench.tui.dialogs.base import Dialog
from workbench.tui.keys import DEFAULT_KEYS
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.active_keys import active_keys
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.words import Words


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tour looks at."""

    article: bool
    """An article is open."""
    claim: int | None
    """The claim under the cursor."""
    began: int | None
    """The claim that was under the cursor when the step began."""
    pane: str
    acts: frozenset[str]
    """Actions in the journal since the tour began."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do. Its words are the message ``tour.<name>``, with ``{press}`` for the key
    and `FURTHER` keys by their names there."""

    name: str
    key: str
    """Name of the action that does it."""
    done: Callable[[Seen], bool]


STEPS = (
    Step("open", "list.open", lambda seen: seen.article),
    Step("walk", "claims.next_unchecked", lambda seen: seen.claim not in (None, seen.began)),
    Step("facets", "pane.facets", lambda seen: seen.pane == "facets"),
    Step("evidence", "claim.link", lambda seen: "evidence linked" in seen.acts),
    Step("verdict", "claim.verdict", lambda seen: "verdict set" in seen.acts),
    Step("undo", "desk.undo", lambda seen: "undone" in seen.acts),
    Step("redo", "desk.redo", lambda seen: "redone" in seen.acts),
    Step("end", "desk.help", lambda _: False),
)
"""From opening an article to a first verdict, and the way back from any mistake."""


FURTHER = {
    "accept": "dialog.accept",
    "panel": "screen.next_panel",
    "down": "list.down",
    "up": "list.up",
    "edit": "facet.edit",
    "matches": "desk.matches",
    "report": "claims.export",
}
"""Other keys that steps speak of: how the messages name them → the action."""


class TourPanel(Saying):
    """What to do next."""

    DEFAULT_CSS: ClassVar[str] = """
    TourPanel { background: $primary 25%; color: $foreground; padding: 0 1; max-height: 6; }
    Dialog > TourPanel { dock: top; }
    """
    SCOPED_CSS = False  # or the rule for dialogs would mean a dialog inside the panel


@dataclass(slots=True)
class Tour:
    """A tour under way.

    Args:
        words: of the person's language.
        acts: gives the actions in the journal since the tour began.
    """

    words: Words
    acts: Callable[[], frozenset[str]]
    at: int = 0
    _began: int | None = None
    _panel: TourPanel = field(default_factory=TourPanel)

    def look(self, screens: list[Screen[object]], sign: Callable[[str], str]) -> None:
        """Go on as far as things are done, and say what comes next on the screen in front.

        Args:
            screens: all that are open, the one in front last.
            sign: how a key is written here.
        """
        article = next((s for s in reversed(screens) if isinstance(s, ArticleScreen)), None)
        claim = article.claim.id if article is not None and article.claim is not None else None
        seen = Seen(
            article=article is not None and claim is not None,
            claim=claim,
            began=self._began if self._began is not None else claim,
            pane=article.shown_pane if article is not None else "",
            acts=self.acts(),
        )
        if STEPS[self.at].done(seen):
            self.at += 1
            self._began = claim
        self._show(screens[-1], sign)

    def end(self) -> None:
        """Take the panel away."""
        if self._panel.is_attached:
            self._panel.remove()

    def _show(self, screen: Screen[object], sign: Callable[[str], str]) -> None:
        there = isinstance(screen, Dialog) or (isinstance(screen, DeskScreen) and screen.is_there)
        if not there:
            return
        if not self._panel.is_attached or self._panel.screen is not screen:
            self.end()
            self._panel = TourPanel()
            screen.mount(self._panel, before=0)
        text = self._text(screen, sign)
        if self._panel.text != text:
            self._panel.show(text)

    def _text(self, screen: Screen[object], sign: Callable[[str], str]) -> str:
        step = STEPS[self.at]
        active = {each.name: each.display for each in active_keys(screen)}

        def press(name: str) -> str:
            return active.get(name) or sign(DEFAULT_KEYS[name].partition(",")[0])

        place = self.words("tour.place", at=self.at + 1, of=len(STEPS), press=press("desk.tour"))
        further = {name: press(action) for name, action in FURTHER.items()}
        return f"{self.words(f'tour.{step.name}', press=press(step.key), **further)}  {place}"
