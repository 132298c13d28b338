"""The terminal desk as a program: the screens, the keys that work everywhere, what runs behind."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.console import RenderableType
from textual import work
from textual._node_list import DuplicateIds
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from workbench.desk.asking.search import Kind
from workbench.desk.views import HistoryEntry
from workbench.errors import WorkbenchError
from workbench.tui import dialogs, screens
from workbench.tui.context import Context
from workbench.tui.drawing import DOT
from workbench.tui.hasty_keys import HastyKeys
from workbench.tui.idle_keys import IdleKeys
from workbench.tui.intake_acts import IntakeApp
from workbench.tui.keys import SIGNS, bindings, known
from workbench.tui.lasting import Lasting
from workbench.tui.notices import guarded, tell
from workbench.tui.palette import ArticleCommands, DeskCommands, DeskPalette
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.text.terminal import BidiMode
from workbench.tui.theme import DARK, THEMES
from workbench.tui.widgets.active_keys import active_keys
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.tui.tour import Tour

TOUR_LOOK = 0.25
"""Seconds between looks at whether a step of the tour is done…"""
TOUR_ACTS = 50
"""…among so many latest acts."""
POLL = 1.0
"""Seconds between looks at what other programs wrote; a look costs one PRAGMA."""


class DeskApp(HastyKeys, IdleKeys, IntakeApp):
    """The desk on a terminal.

    Args:
        desk: an opened desk; it is left open.
        bidi: who orders right-to-left text.
        article_id: the article to open on; without it the home screen.
        language: of the desk's own words.
        theme: name of a theme, or nothing for the one that was chosen last.
        keymap: action name → keys, in place of the default ones.
        places: the file that knows where the person was last, and the theme that was chosen;
            without it the desk opens on home.
        tour: begin with the tour, on home.
    """

    TITLE = "Workbench"
    NOTIFICATION_TIMEOUT = 3
    CSS = """
    /* Opaque: what shines through has been ordered once and would be ordered again. */
    CommandPalette { background: $background; }
    .-rtl CommandList { text-align: right; }
    .-rtl Static { text-align: right; }
    /* The latest alone: six changes undone in a row would cover the screen. */
    ToastHolder { display: none; } ToastHolder:last-child { display: block; }
    .-rtl ToastRack { align: left bottom; } .-rtl ToastHolder { align-horizontal: left; }
    .-rtl Toast.-information { border-left: none; border-right: outer $success; }
    .-rtl Toast.-warning { border-left: none; border-right: outer $warning; }
    .-rtl Toast.-error { border-left: none; border-right: outer $error; }
    .-rtl #right, .-rtl #there { border-left: none; border-right: solid $panel; }
    .-rtl .-narrow #right { border: none; }
    """
    COMMANDS = {DeskCommands, ArticleCommands}  # noqa: RUF012 (Textual reads it from the class)
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("desk.undo", "undo"), ("desk.help", "help")),
        *bindings(
            ("desk.redo", "redo"),
            ("desk.palette", "command_palette"),
            ("desk.home", "home"),
            ("desk.claims", "claims"),
            ("desk.matches", "matches"),
            ("desk.sources", "sources"),
            ("desk.figures", "figures"),
            ("desk.search", "search"),
            ("desk.radar", "radar"),
            ("desk.families", "families"),
            ("desk.rules", "rules"),
            ("desk.journal", "journal"),
            ("desk.add", "add"),
            ("desk.import", "import_records"),
            ("desk.theme", "theme"),
            ("desk.tour", "tour"),
            ("desk.suspend", "suspend_process"),
            ("desk.quit", "quit"),
            show=False,
        ),
    ]

    def __init__(
        self,
        desk: Desk,
        *,
        bidi: str = "auto",
        article_id: int | None = None,
        language: str = "en",
        theme: str = "",
        keymap: Mapping[str, str] | None = None,
        places: Path | None = None,
        tour: bool = False,
    ) -> None:
        self.context = Context(desk, Words(language))
        super().__init__(bidi=cast(BidiMode, bidi))
        self._article_id = article_id
        self._keymap_wanted = dict(keymap or {})
        self._seen = desk.data_version()
        self._lasting = Lasting(places, desk.path)
        self._theme_wanted = theme or self._lasting.theme
        self._ending = Event()
        self._tour_wanted = tour
        self._tour: Tour | None = None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of ours that a theme may leave out."""
        return dict(DARK.variables)

    def on_mount(self) -> None:
        """Open on home, or on an article of it."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_class(self.words.rtl, "-rtl")
        self.theme = (
            self._theme_wanted if self._theme_wanted in self.available_themes else DARK.name
        )
        self._use_keymap()
        self.push_screen(HomeScreen())
        if self._article_id is not None:
            self.open_article(self._article_id)
        elif self._tour_wanted:
            self.action_tour()
        else:
            self._open_last()
        self.call_after_refresh(self._begin_behind)
        self.set_interval(POLL, self._look_for_changes)
        self.set_interval(TOUR_LOOK, self._look_at_tour)

    def _begin_behind(self) -> None:
        """What need not be done before anything is painted."""
        self._load_places()
        self._renew_index()

    @work(thread=True, group="loading")
    def _load_places(self) -> None:
        """Load where a person may go next while she reads what is there."""
        for package in (screens, dialogs):
            for name in package.__all__:
                getattr(package, name)

    def _use_keymap(self) -> None:
        names, strange = known(self._keymap_wanted)
        self.set_keymap({name: self._keymap_wanted[name] for name in names})
        if strange:
            tell(
                self,
                self.words(
                    "keys.strange", names=self.words.record("list.comma").join(sorted(strange))
                ),
                severity="warning",
            )

    # The tour

    def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        if self._tour is not None:
            self._tour.end()
            self._tour = None
            return
        began = max((entry.id for entry in self.context.desk.history(1)), default=0)
        from workbench.tui.tour import Tour  # noqa: PLC0415 (taken once)

        self._tour = Tour(self.words, lambda: self._acts_since(began))
        self._look_at_tour()

    def _acts_since(self, entry_id: int) -> frozenset[str]:
        entries = self.context.desk.history(TOUR_ACTS)
        return frozenset(entry.action for entry in entries if entry.id > entry_id)

    @guarded
    def _look_at_tour(self) -> None:
        if self._tour is not None:
            self._tour.look(self.screen_stack, self._sign)

    def _sign(self, key: str) -> str:
        return self.get_key_display(Binding(key, ""))

    # What other programs write

    def _look_for_changes(self) -> None:
        try:
            version = self.context.desk.data_version()
        except WorkbenchError:
            return  # busy or gone for the moment; whoever acts on it is told why
        if version == self._seen:
            return
        self._seen = version
        if isinstance(self.screen, DeskScreen):
            self.screen.changed()

    def _open_last(self) -> None:
        """Where the person was last at this desk; what is gone meanwhile is not gone to."""
        last = self._lasting.read()
        if last is None:
            return
        if last.article_id is None:
            self.open_claims(last.typed, last.claim_id)
            return
        with suppress(WorkbenchError):
            self.context.desk.articles.get(last.article_id)
            self.open_article(last.article_id, last.claim_id)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave: keep the place, and let what runs behind end."""
        self._ending.set()
        been = [one.last for one in self.screen_stack if isinstance(one, DeskScreen)]
        self._lasting.keep(next(filter(None, reversed(been)), None))
        super().exit(result, return_code, message)

    # Going places

    def open_article(self, article_id: int, claim_id: int | None = None) -> None:
        """Go to an article, and to a claim of it."""
        self.push_screen(screens.ArticleScreen(article_id, claim_id=claim_id))

    def open_claims(self, typed_filter: str = "", claim_id: int | None = None) -> None:
        """Go to the claims of the whole desk, filtered, and to one of them."""
        self._go(screens.ArticleScreen(typed_filter=typed_filter, claim_id=claim_id))

    def open_claim(self, claim_id: int) -> None:
        """Go to a claim, in its article where it has one."""
        places = self.context.desk.claims.get(claim_id).appearances
        article = next((one.article_id for one in places if one.article_id), None)
        if article is None:
            self.open_claims(claim_id=claim_id)
        else:
            self.open_article(article, claim_id)

    def open_matches(self) -> None:
        """Go to the matches that wait for a decision."""
        self._go(screens.MatchesScreen())

    def _go(self, place: DeskScreen) -> None:
        """Go to a place; being there already, or having come through it, it is not piled up."""
        been = [one for one in self.screen_stack if isinstance(one, DeskScreen)]
        same = next(
            (one for one in been if (type(one), one.place) == (type(place), place.place)), None
        )
        while same is not None and self.screen is not same:
            self.pop_screen()
        if same is None:
            self.push_screen(place)

    def open_findings(self, name: str) -> None:
        """Go to a list of `FindingsScreen`: ``radar``, ``stale`` or ``families``."""
        self._go(screens.FindingsScreen(name))

    def action_rules(self) -> None:
        """What the gate asks for, and who may do what."""
        self._go(screens.RulesScreen())

    def action_journal(self) -> None:
        """What was done on the whole desk, newest first."""
        self._go(screens.JournalScreen())

    def action_radar(self) -> None:
        """All that cannot be right together."""
        self.open_findings("radar")

    def action_families(self) -> None:
        """Claims that people have confirmed to say the same."""
        self.open_findings("families")

    def action_home(self) -> None:
        """Back to where the day began."""
        while len(self.screen_stack) > 2 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def action_claims(self) -> None:
        """All claims of the desk."""
        self.open_claims()

    def action_matches(self) -> None:
        """All matches that wait."""
        self.open_matches()

    def action_sources(self) -> None:
        """All sources."""
        self._go(screens.SourcesScreen())

    def action_figures(self) -> None:
        """All figures."""
        self.open_figures()

    def open_figures(self, unit: str = "") -> None:
        """Go to the figures of a unit, or to all."""
        self._go(screens.FiguresScreen(unit))

    @work
    @guarded
    async def action_search(self) -> None:
        """Search everywhere, and go to what was found."""
        going = await self.push_screen_wait(dialogs.SearchDialog())
        if going is None:
            return
        found = going.found
        if found is None or found.kind is Kind.FILTER:
            self.open_claims(going.query or (found.text if found else ""))
        elif found.kind is Kind.ARTICLE:
            self.open_article(found.id)
        elif found.kind is Kind.SOURCE:
            self._go(screens.SourcesScreen(found.id))
        else:
            self.open_claim(found.id)

    def action_command_palette(self) -> None:
        """Open the palette; while Textual is still taking the last one away, do nothing."""
        if CommandPalette.is_open(cast(App[object], self)):
            return
        with suppress(DuplicateIds):
            self.push_screen(
                DeskPalette(placeholder=self.words("palette.search"), id="--command-palette")
            )

    def action_help(self) -> None:
        """What keys do here."""
        self.push_screen(dialogs.HelpDialog(active_keys(self.screen)))

    @work
    @guarded
    async def action_theme(self) -> None:
        """Choose a theme."""
        choices = [Choice(theme.name, self.words(f"theme.{theme.name}")) for theme in THEMES]
        dialog = dialogs.ChooseDialog("theme.heading", choices, chosen=self.theme)
        chosen = await self.push_screen_wait(dialog)
        if chosen is not None:
            self.theme = chosen
            self._lasting.keep_theme(chosen)

    # Undo and redo

    @guarded
    def action_undo(self) -> None:
        """Take the last change back."""
        self._say_done("undo", self.context.desk.undo())

    @guarded
    def action_redo(self) -> None:
        """Do it again."""
        self._say_done("redo", self.context.desk.redo())

    def _say_done(self, what: str, entry: HistoryEntry | None) -> None:
        if entry is None:
            tell(self, self.words(f"{what}.nothing"))
            return
        action = self.words.record(f"action.{entry.action}")
        from workbench.tui.panes import history  # noqa: PLC0415 (not before the first paint)

        summary = DOT.join(history.about(entry, self.words))
        tell(self, self.words(f"{what}.done", action=action, summary=summary))
        if isinstance(self.screen, DeskScreen):
            self.screen.changed()

    def action_help_quit(self) -> None:
        """Ctrl+C copies in a field, and ends nothing elsewhere: say what does."""
        bound = (one.binding for one in self.active_bindings.values())
        keys = [self.get_key_display(one) for one in bound if one.id == "desk.quit"]
        tell(self, self.words("quit.how", press=next(iter(keys), "")))

    def get_key_display(self, binding: Any) -> str:
        """Keys as a person would write them."""
        return SIGNS.get(binding.key) or super().get_key_display(binding)
