"""The screens, one a file.

    from workbench.tui import screens

    screens.ArticleScreen(...)

Importing this package loads none of them; asking for one does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.lazy import offering

if TYPE_CHECKING:
    from workbench.tui.screens.article import ArticleScreen
    from workbench.tui.screens.figures import FiguresScreen
    from workbench.tui.screens.findings import FindingsScreen
    from workbench.tui.screens.imported import ImportedScreen
    from workbench.tui.screens.journal import JournalScreen
    from workbench.tui.screens.matches import MatchesScreen
    from workbench.tui.screens.preview import PreviewScreen
    from workbench.tui.screens.rules import RulesScreen
    from workbench.tui.screens.source_text import SourceTextScreen
    from workbench.tui.screens.sources import SourcesScreen

__all__ = [
    "ArticleScreen",
    "FiguresScreen",
    "FindingsScreen",
    "ImportedScreen",
    "JournalScreen",
    "MatchesScreen",
    "PreviewScreen",
    "RulesScreen",
    "SourceTextScreen",
    "SourcesScreen",
]

MODULES = {
    "ArticleScreen": "article",
    "FiguresScreen": "figures",
    "FindingsScreen": "findings",
    "ImportedScreen": "imported",
    "JournalScreen": "journal",
    "MatchesScreen": "matches",
    "PreviewScreen": "preview",
    "RulesScreen": "rules",
    "SourceTextScreen": "source_text",
    "SourcesScreen": "sources",
}

__getattr__ = offering(__name__, MODULES)
