"""The command palette: every named action that can be done here, and every article."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any, cast

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets.option_list import Option

from workbench.tui import drawing
from workbench.tui.context import context_of
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.active_keys import ActiveKey, active_keys

HIDDEN = ("list.", "screen.", "desk.palette")
"""Moving about is for keys alone."""
MOST = 200
"""Articles looked through for each search."""


class DeskPalette(CommandPalette):
    """Textual's, which says in the person's language that nothing matches, and moves in its list
    only once that is laid out (a page up before that would end the desk)."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()
        say = partial(self._say_nothing_matches, search_value)
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say)

    def _say_nothing_matches(self, search_value: str) -> None:
        """Nothing typed is no search: then there is only no list."""
        if search_value:
            said = context_of(self).words("palette.nothing")
            self.query_one(CommandList).add_option(
                Option(drawing.plain(said), id=self._NO_MATCHES, disabled=True)
            )
        self._list_visible = bool(search_value)


class DeskCommands(Provider):
    """Named actions, from the real key map."""

    async def startup(self) -> None:
        """Take the key map as it was before the palette opened."""
        self._keys = [key for key in active_keys(self.screen) if not key.name.startswith(HIDDEN)]

    def _words(self, key: ActiveKey) -> str:
        said = context_of(self.app).words(f"key.{key.name}")
        return f"{said}  ({key.display})"

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for key in self._keys:
            yield DiscoveryHit(drawing.plain(self._words(key)), self._run(key))

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for key in self._keys:
            words = self._words(key)
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, drawing.plain(words), self._run(key), text=words)

    def _run(self, key: ActiveKey) -> partial[Coroutine[Any, Any, bool]]:
        return partial(self.app.run_action, key.action, key.node)


class ArticleCommands(Provider):
    """Articles by title."""

    async def search(self, query: str) -> Hits:
        """Those whose title matches."""
        matcher = self.matcher(query)
        for article in context_of(self.app).desk.articles.list()[:MOST]:
            score = matcher.match(article.title)
            if score > 0:
                go = partial(cast(Opens, self.app).open_article, article.id)
                yield Hit(score, drawing.plain(article.title), go)
