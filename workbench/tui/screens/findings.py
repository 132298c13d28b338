"""Lists of what needs a second look: what is at odds, verdicts out of date, and families."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.facets import telling
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.opening import Opens
from workbench.tui.theme import RATINGS, UNRATED, Look
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim to look at again, and why."""

    claim_id: int
    head: str
    texts: tuple[str, ...]
    why: tuple[str, ...]
    look: Look
    notes: tuple[str, ...] = ()
    """What is worth knowing and nothing to mend."""


Finder = Callable[["Desk", Words], list[Finding]]


class FindingsScreen(DeskScreen):
    """Findings as entries of a page; enter goes to the claim.

    Args:
        name: ``radar``, ``stale`` or ``families``: which finder, and the words around it.
    """

    DEFAULT_CSS = """
    FindingsScreen { background: $background; }
    FindingsScreen Document { height: 1fr; }
    FindingsScreen #none { padding: 1 2; display: none; height: 1fr; }
    FindingsScreen.-empty #none { display: block; }
    FindingsScreen.-empty Document { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(("list.copy", "copy"))

    def __init__(self, name: str) -> None:
        super().__init__()
        self._list = name
        self._found: list[Finding] = []

    @property
    def place(self) -> str:
        """Which list."""
        return self._list

    def compose(self) -> ComposeResult:
        """The page, or that there is nothing."""
        yield TitleBar()
        yield Document(id="found")
        yield Saying(self.words(f"{self._list}.empty"), id="none")
        yield KeyFooter()

    def reload(self) -> None:
        """Look again, in a thread: it may take a while on a large desk."""
        self.query_one(TitleBar).title = self.words(f"{self._list}.title")
        self._look()

    @work(exclusive=True, group="listing")
    @guarded
    async def _look(self) -> None:
        self._found = await to_thread(FINDERS[self._list], self.desk, self.words)
        if not self.is_there:
            return
        self.query_one(TitleBar).note = self.words("count.findings", n=len(self._found))
        self.set_class(not self._found, "-empty")
        page = self.query_one(Document)
        page.show(block for number, one in enumerate(self._found) for block in _blocks(one, number))
        if self.focused is None and self._found:
            page.focus()

    @on(Document.Opened, "#found")
    @guarded
    def _open(self, event: Document.Opened) -> None:
        cast(Opens, self.app).open_claim(self._found[event.entry].claim_id)

    def action_copy(self) -> None:
        """Copy the finding under the cursor."""
        entry = self.query_one(Document).entry
        if entry is not None:
            found = self._found[entry]
            self.app.copy_to_clipboard(
                "\n".join((found.head, *found.texts, *found.why, *found.notes))
            )


def _blocks(found: Finding, number: int) -> list[Block]:
    return [
        Block(found.head, "strong", look=found.look, entry=number, ours=True),
        *(Block(text, "body", entry=number) for text in found.texts),
        *(Block(why, "warn", entry=number, ours=True) for why in found.why),
        *(Block(note, "dim", entry=number, ours=True) for note in found.notes),
        Block(""),
    ]


def at_odds(desk: Desk, words: Words) -> list[Finding]:
    """What the radar finds."""
    return [
        Finding(
            one.claim_id,
            words.record(f"radar.{one.kind}"),
            tuple(dict.fromkeys((one.text, one.other_text))),
            (one.says(words.language),),
            Look("≠", "error"),
        )
        for one in desk.radar.all()
    ]


def out_of_date(desk: Desk, words: Words) -> list[Finding]:
    """Verdicts in force that may no longer stand, each with its causes."""
    stale = desk.verdicts.all_stale()
    found = []
    for row in desk.claims.rows(list(stale)):
        text = telling.wording(row.text, row.language, denied=row.denied)
        causes = tuple(cause.says(words.language) for cause in stale[row.id])
        look = RATINGS.get(row.rating, UNRATED)
        found.append(Finding(row.id, words.record(f"rating.{row.rating}"), (text,), causes, look))
    return found


def families(desk: Desk, words: Words) -> list[Finding]:
    """Claims that people have confirmed to say the same, and the verdicts within them."""
    return [
        Finding(
            family.claims[-1].id,
            words("families.claims", n=len(family.claims)),
            tuple(
                dict.fromkeys(
                    telling.wording(row.text, row.language, denied=row.denied)
                    for row in family.claims
                )
            ),
            (words("families.at_odds"),) if family.at_odds else (),
            Look("≠", "error") if family.at_odds else Look("=", "success"),
            tuple(telling.offered(offer, words.language) for offer in family.verdicts),
        )
        for family in desk.families.all()
    ]


FINDERS: dict[str, Finder] = {"radar": at_odds, "stale": out_of_date, "families": families}
