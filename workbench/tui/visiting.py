"""An address opened in the person's browser, once she has seen where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.language.visible import visible
from workbench.tui import dialogs
from workbench.tui.context import context_of
from workbench.tui.notices import tell
from workbench.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from textual.dom import DOMNode


async def visit(node: DOMNode, address: str) -> None:
    """Show the address, and open it when the person says so; refuse what is no web address."""
    words, url = context_of(node).words, address.strip()
    if not web_address(url):
        tell(node, words("visit.not_web"), severity="warning")
        return
    choices = [Choice("open", words("visit.open"))]
    dialog = dialogs.ChooseDialog("visit.heading", choices, chosen="open", about=url)
    if await node.app.push_screen_wait(dialog):
        node.app.open_url(url)  # of a served desk: where it is looked at, not where it runs


def web_address(url: str) -> bool:
    """Whether a browser may be sent there: http or https, a host, and nothing invisible in it."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and visible(url) == url
    except ValueError:
        return False
