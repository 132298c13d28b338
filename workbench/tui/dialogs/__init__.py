"""Questions that the desk asks, one dialog a file.

    from workbench.tui import dialogs

    dialogs.AskDialog(...)

Importing this package loads none of them; asking for one does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.lazy import offering

if TYPE_CHECKING:
    from workbench.tui.dialogs.add import AddDialog
    from workbench.tui.dialogs.ask import AskDialog
    from workbench.tui.dialogs.choose import ChooseDialog
    from workbench.tui.dialogs.columns import ColumnsDialog
    from workbench.tui.dialogs.dating import DateDialog
    from workbench.tui.dialogs.export import ExportDialog
    from workbench.tui.dialogs.facet import FacetDialog
    from workbench.tui.dialogs.gate import GateDialog
    from workbench.tui.dialogs.help import HelpDialog
    from workbench.tui.dialogs.imports import ImportDialog
    from workbench.tui.dialogs.link import LinkDialog
    from workbench.tui.dialogs.merge import MergeDialog
    from workbench.tui.dialogs.offers import OffersDialog, show_offers
    from workbench.tui.dialogs.progress import CancelledError, ProgressDialog
    from workbench.tui.dialogs.reject import RejectDialog
    from workbench.tui.dialogs.review import ReviewDialog
    from workbench.tui.dialogs.search import SearchDialog
    from workbench.tui.dialogs.source import NewSource, SourceDialog
    from workbench.tui.dialogs.split import SplitDialog
    from workbench.tui.dialogs.verdict import VerdictDialog

__all__ = [
    "AddDialog",
    "AskDialog",
    "CancelledError",
    "ChooseDialog",
    "ColumnsDialog",
    "DateDialog",
    "ExportDialog",
    "FacetDialog",
    "GateDialog",
    "HelpDialog",
    "ImportDialog",
    "LinkDialog",
    "MergeDialog",
    "NewSource",
    "OffersDialog",
    "ProgressDialog",
    "RejectDialog",
    "ReviewDialog",
    "SearchDialog",
    "SourceDialog",
    "SplitDialog",
    "VerdictDialog",
    "show_offers",
]

MODULES = {
    "AddDialog": "add",
    "AskDialog": "ask",
    "CancelledError": "progress",
    "ChooseDialog": "choose",
    "ColumnsDialog": "columns",
    "DateDialog": "dating",
    "ExportDialog": "export",
    "FacetDialog": "facet",
    "GateDialog": "gate",
    "HelpDialog": "help",
    "ImportDialog": "imports",
    "LinkDialog": "link",
    "MergeDialog": "merge",
    "NewSource": "source",
    "OffersDialog": "offers",
    "ProgressDialog": "progress",
    "RejectDialog": "reject",
    "ReviewDialog": "review",
    "SearchDialog": "search",
    "SourceDialog": "source",
    "SplitDialog": "split",
    "VerdictDialog": "verdict",
    "show_offers": "offers",
}

__getattr__ = offering(__name__, MODULES)
