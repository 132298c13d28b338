"""The real key map at this moment: what each active key does, by name."""

from __future__ import annotations

from dataclasses import dataclass

from textual.dom import DOMNode
from textual.screen import Screen

from workbench.tui.keys import DEFAULT_KEYS


@dataclass(frozen=True, slots=True)
class ActiveKey:
    """A named action and the keys that reach it here."""

    name: str
    display: str
    """The first of its keys, as a person would write it."""
    keys: tuple[str, ...]
    action: str
    node: DOMNode
    show: bool


def active_keys(screen: Screen[object]) -> list[ActiveKey]:
    """The named actions that can be done now, nearest to the focus first."""
    found: dict[str, tuple[DOMNode, str, bool, list[str]]] = {}
    for key, active in screen.active_bindings.items():
        name = active.binding.id
        if name not in DEFAULT_KEYS or not active.enabled:
            continue
        entry = found.setdefault(
            name, (active.node, active.binding.action, active.binding.show, [])
        )
        entry[3].append(screen.app.get_key_display(active.binding.with_key(key)))
    return [
        ActiveKey(name, displays[0], tuple(displays), action, node, show)
        for name, (node, action, show, displays) in found.items()
    ]
