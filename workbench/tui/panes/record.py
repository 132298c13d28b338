"""The panes of a claim: their names, the keys that go there, and what each shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.desk.states import Decision
from workbench.desk.views import ClaimView
from workbench.tui.keys import DEFAULT_KEYS
from workbench.tui.panes import claim as claim_pane
from workbench.tui.panes import evidence, facets, history, matches, verdict
from workbench.tui.widgets.document import Block
from workbench.tui.widgets.tab_strip import PaneTab
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk

TEXT = "text"
PANES = ("claim", "evidence", "verdict", "matches", "history", "facets")


def pane_blocks(pane: str, claim: ClaimView, desk: Desk, words: Words) -> Iterable[Block]:
    """What a pane shows of a claim; only the history asks the desk for more."""
    if pane == "evidence":
        return evidence.blocks(claim, words)
    if pane == "verdict":
        return verdict.blocks(claim, words, desk.verdicts.stale(claim.id))
    if pane == "matches":
        return matches.blocks(claim, words)
    if pane == "facets":
        return facets.blocks(claim, words)
    if pane == "history":
        return history.blocks(desk.claims.history(claim.id), words)
    return claim_pane.blocks(claim, words)


def pane_tabs(claim: ClaimView | None, words: Words, *, with_text: bool) -> tuple[PaneTab, ...]:
    """The tabs with how much each holds; the text is one of them where room is short."""
    names = (TEXT, *PANES) if with_text else PANES
    return tuple(
        PaneTab(name, DEFAULT_KEYS[f"pane.{name}"], words(f"pane.{name}"), _note(name, claim))
        for name in names
    )


def _note(pane: str, claim: ClaimView | None) -> str:
    if claim is None:
        return ""
    if pane == "evidence":
        live = sum(not one.retracted for one in claim.evidence)
        return str(live) if live else ""
    if pane == "verdict":
        return "●" if claim.verdict else ""
    if pane == "matches":
        waiting = sum(one.decision is Decision.PENDING for one in claim.matches)
        return f"{waiting}?" if waiting else str(len(claim.matches) or "")
    return ""
