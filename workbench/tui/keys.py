"""The key map: every action has a name, and keys bind to names.

A name is ``place.act``. Its words stand in the catalogues under ``key.<name>``, so that footer,
help and palette say it in the user's language; a user's settings rebind it by its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

DEFAULT_KEYS: dict[str, str] = {
    # everywhere
    "desk.help": "question_mark,f1",
    "desk.palette": "colon,ctrl+p",
    "desk.undo": "u",
    "desk.redo": "ctrl+r",
    "desk.home": "H",
    "desk.claims": "C",
    "desk.matches": "M",
    "desk.sources": "S",
    "desk.figures": "F",
    "desk.search": "ctrl+f,f3",
    "desk.radar": "W",
    "desk.families": "B",
    "desk.rules": "P",
    "desk.journal": "J",
    "desk.add_person": "plus",
    "desk.import": "I",
    "desk.add": "A",
    "desk.theme": "T",
    "desk.tour": "f2",
    "desk.suspend": "ctrl+z",
    "desk.quit": "ctrl+q,Q",
    "screen.back": "escape,q",
    "screen.next_panel": "tab",
    "screen.previous_panel": "shift+tab",
    "screen.right_panel": "l,right",
    "screen.left_panel": "h,left",
    # lists and panes
    "list.down": "j,down",
    "list.up": "k,up",
    "list.page_down": "pagedown,ctrl+d",
    "list.page_up": "pageup,ctrl+u",
    "list.first": "g,home",
    "list.last": "G,end",
    "list.open": "enter",
    "list.mark": "space",
    "list.copy": "y",
    "text.select": "v",
    # articles and their claims
    "article.date": "D",
    "claims.filter": "slash",
    "claims.sort": "s",
    "claims.next": "right_square_bracket",
    "claims.previous": "left_square_bracket",
    "claims.next_unchecked": "n",
    "claims.previous_unchecked": "N",
    "claims.unmark": "U",
    "claims.export": "R",
    "claims.keep": "K",
    "claims.coverage": "z",
    "claims.uncovered": "Z",
    "claim.reword": "r",
    "claim.edit": "e",
    "claim.claimant": "c",
    "claim.split": "x",
    "claim.merge": "m",
    "claim.set_aside": "d",
    "claim.reopen": "o",
    "claim.state": "t",
    "claim.link": "a",
    "claim.verdict": "v",
    "claim.withdraw": "V",
    "claim.review": "i",
    "claim.new": "plus",
    "claim.span": "w",
    "span.accept": "enter",
    "span.other_end": "o",
    "claim.figures": "f",
    "pane.text": "0",
    "pane.claim": "1",
    "pane.evidence": "2",
    "pane.verdict": "3",
    "pane.matches": "4",
    "pane.history": "5",
    "pane.facets": "6",
    # an entry of a pane
    "evidence.retract": "d",
    "evidence.visit": "o",
    "facet.edit": "e",
    "facet.add": "plus",
    "facet.remove": "d",
    "match.confirm": "c",
    "match.reject": "x",
    "match.unsure": "w",
    "match.reopen": "o",
    "match.leave": "n",
    "gate.note": "n",
    "preview.export": "enter,R",
    "preview.language": "L",
    "imported.take": "ctrl+s",
    "match.open": "enter",
    # sources
    "source.new": "a",
    "source.edit": "e",
    "source.visit": "o",
    "source.retract": "d",
    "source.read": "t",
    "source.next_quote": "n",
    "source.previous_quote": "N",
    "figures.next": "right_square_bracket",
    "figures.previous": "left_square_bracket",
    # dialogs
    "dialog.next": "tab",
    "search.down": "down",
    "search.up": "up",
    "dialog.choose": "enter",
    "dialog.accept": "ctrl+s",
    "dialog.cancel": "escape",
    "dialog.editor": "ctrl+o",
    "dialog.more": "ctrl+n",
    "dialog.theirs": "ctrl+t",
}
"""Action name → its keys, separated by commas. A user's key map replaces the keys of a name."""

SIGNS = {
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""How keys are written where Textual would write them otherwise."""


def bind(name: str, action: str, *, show: bool = True, priority: bool = False) -> Binding:
    """The binding of a named action to the method ``action_<action>`` where it stands.

    Raises:
        KeyError: no action has that name (a slip in the code, not of the user).
    """
    return Binding(DEFAULT_KEYS[name], action, name, show=show, priority=priority, id=name)


def bindings(*acts: tuple[str, str], show: bool = True) -> list[BindingType]:
    """Several of `bind`, as pairs of name and action."""
    return [bind(name, action, show=show) for name, action in acts]


def known(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Split names into those that are actions and those that are not."""
    given = set(names)
    return given & DEFAULT_KEYS.keys(), given - DEFAULT_KEYS.keys()
