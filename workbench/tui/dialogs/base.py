"""What all dialogs share: a heading, fields, a place for what is wrong, accept and cancel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from workbench.errors import ChangedMeanwhileError, InvalidInputError, Said, WorkbenchError
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.editor import edit_in_editor
from workbench.tui.keys import bind
from workbench.tui.notices import guarded
from workbench.tui.text.line_input import BidiInput
from workbench.tui.text.long_input import BidiTextArea
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.words import Words

Result = TypeVar("Result")
LOW = 32
"""Rows under which fields stand close together, so that more of them are in sight."""


class Dialog(InDesk, SeeThroughScreen[Result | None], Generic[Result]):
    """A question whose answer is of one type; ``None`` where the person turned back.

    Args:
        commit: does what the answer says. What it refuses is shown here and nothing typed is lost.
        renew: reads the record again after a lost race and says what is on file now; accepting
            once more then writes over it, knowingly.
        problem: why the answer that the fields begin with could not be taken.
    """

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > .dialog {
        width: 90%; max-width: 100; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1; margin-bottom: 1;
    }
    Dialog .heading { color: $primary; text-style: bold; height: auto; }
    Dialog .fields {
        height: auto; max-height: 100%; background: $surface; scrollbar-size-vertical: 1;
    }
    Dialog .label { color: $muted; height: auto; }
    Dialog .about { height: auto; margin-bottom: 1; }
    Dialog .problem { color: $error; height: auto; display: none; text-style: bold; }
    Dialog .problem.-shown { display: block; }
    Dialog BidiInput, Dialog TextArea { border: none; padding: 0 1; background: $panel; }
    Dialog BidiInput:focus, Dialog TextArea:focus { border: none; }
    Dialog BidiInput { height: 1; margin-bottom: 1; }
    Dialog BidiInput:focus, Dialog TextArea:focus { background: $cursor-blurred; }
    Dialog TextArea { height: 4; margin-bottom: 1; }
    Dialog TextArea.wording { height: auto; max-height: 4; }
    Dialog.-low BidiInput, Dialog.-low TextArea { margin-bottom: 0; }
    Dialog.-low TextArea.wording { margin-bottom: 1; }
    Dialog VirtualList { height: auto; max-height: 8; margin-bottom: 1; background: $surface; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012 (Textual's)
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("dialog.accept", "accept", priority=True),
        bind("dialog.editor", "editor", priority=True),
        bind("dialog.theirs", "theirs", priority=True),
        bind("dialog.next", "next"),
        bind("dialog.cancel", "cancel"),
    ]
    heading: ClassVar[str] = ""
    """Key of the words above the fields."""

    def __init__(
        self,
        *,
        commit: Callable[[Result], object] | None = None,
        renew: Callable[[], str] | None = None,
        problem: WorkbenchError | None = None,
    ) -> None:
        super().__init__()
        self._commit = commit
        self._renew = renew
        self._problem = problem
        self._theirs = ""
        self._accepted = False
        self._leaving = False
        self._edited = False

    def fields(self) -> ComposeResult:
        """The widgets of the question."""
        raise NotImplementedError

    def result(self) -> Result:
        """The answer.

        Raises:
            WorkbenchError: something is missing or cannot be taken.
        """
        raise NotImplementedError

    def title_text(self) -> str:
        """The words above the fields."""
        return self.words(self.heading)

    def compose(self) -> ComposeResult:
        """Heading, problem (below tall fields it would be out of sight), fields; the keys below."""
        with Vertical(classes="dialog"):
            yield Static(drawing.plain(self.title_text()), classes="heading")
            yield Saying(classes="problem")
            with VerticalScroll(classes="fields", can_focus=False):
                yield from self.fields()
        yield KeyFooter()

    def on_compose(self) -> None:
        """Be as high as the terminal is from the start, or all would be styled a second time."""
        low = self.app.size.height < LOW
        self.update_classes({"-low": low, "-high": not low}, update=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The editor is for texts; another's version can be taken where there is one."""
        if action == "theirs":
            return bool(self._theirs)
        if action == "next":
            return len(self.focus_chain) > 1
        return action != "editor" or isinstance(self.focused, TextArea | BidiInput)

    def say_problem(self, error: WorkbenchError) -> None:
        """Show what is wrong and what to do, where the person is looking."""
        problem = self.query_one(".problem", Saying)
        problem.show(self.words.told(error))
        problem.add_class("-shown")

    def on_mount(self) -> None:
        """Begin at the top, whatever the first field's focus scrolled to."""
        # A quick Escape can take the dialog away before it is mounted.
        for fields in self.query(".fields"):
            self.call_after_refresh(fields.scroll_home, animate=False)
            if self._problem is not None:
                self.say_problem(self._problem)

    def on_virtual_list_opened(self) -> None:
        """Enter on a choice goes on to the next field."""
        self.focus_next()

    def action_accept(self) -> None:
        """Take the answer, when the field has all that was typed into it: the key overtakes
        letters that still wait for the field."""
        (self.focused or self).call_later(self._accept)

    def _accept(self) -> None:
        """Take the answer once, or say why it cannot be taken."""
        if self._accepted:
            return
        try:
            result = self.result()
            if self._commit is not None:
                self._commit(result)
        except ChangedMeanwhileError as error:
            self._say_changed(error)
        except WorkbenchError as error:
            self.say_problem(error)
        else:
            self._accepted = True
            self.dismiss(result)

    def _say_changed(self, error: ChangedMeanwhileError) -> None:
        if self._renew is None:
            self.say_problem(error)
            return
        now = self._theirs = self._renew()
        self.refresh_bindings()
        hint = self.words("changed.both", now=now)
        self.say_problem(ChangedMeanwhileError(error.said, hint=Said(hint)))

    def action_theirs(self) -> None:
        """Put what is on file into the field, to go on from there."""
        self.take(self._theirs)

    def take(self, text: str) -> None:
        """Take another's version into the first field."""
        for field in self.query("BidiInput, BidiTextArea"):
            if isinstance(field, TextArea):
                field.text = text
            elif isinstance(field, BidiInput):
                field.value = text
            return

    def action_next(self) -> None:
        """To the next field."""
        self.focus_next()

    def action_cancel(self) -> None:
        """Turn back; nothing is changed. What was written at length goes with a second key only:
        unlike all that is on file, it cannot be brought back."""
        if self._leaving or self._theirs or not self._has_writing():
            self.dismiss(None)
            return
        self._leaving = True
        said, hint = self.words("dialog.typed"), self.words("dialog.typed_hint")
        self.say_problem(InvalidInputError(said, hint=hint))

    def _has_writing(self) -> bool:
        """Whether the person wrote in a long field, here or in her editor, or did so before the
        answer was asked for again."""
        written = [area for area in self.query(TextArea) if area.text.strip()]
        mine = self._edited or self._problem is not None
        return any(mine or area.history.undo_stack for area in written)

    @guarded
    def action_editor(self) -> None:
        """Edit the focused text in the person's own editor."""
        focused = self.focused
        self._edited = True
        if isinstance(focused, TextArea):
            focused.text = edit_in_editor(self.app, focused.text)
        elif isinstance(focused, BidiInput):
            focused.value = " ".join(edit_in_editor(self.app, focused.value).split())

    def on_input_submitted(self) -> None:
        """Enter goes to the next field, and accepts from the last."""
        chain = self.focus_chain
        if self.focused is None or chain.index(self.focused) == len(chain) - 1:
            self.action_accept()
        else:
            self.focus_next()

    def need(self, name: str, label: str) -> str:
        """What stands in the field of that id; where nothing does, the person is led there.

        Raises:
            InvalidInputError: it is empty.
        """
        field = self.query_one(f"#{name}")
        given = (field.text if isinstance(field, TextArea) else self.line(name)).strip()
        if not given:
            field.focus()
            raise InvalidInputError(self.words("dialog.needed", what=self.words(label)))
        return given

    def need_choice(self, name: str, label: str) -> str:
        """What was chosen in the list of that id; where nothing was, the person is led there.

        Raises:
            InvalidInputError: nothing was.
        """
        choices = self.query_one(f"#{name}", ChoiceList)
        if not choices.chosen:
            choices.focus()
            raise InvalidInputError(self.words("dialog.needed", what=self.words(label)))
        return choices.chosen

    def line(self, name: str) -> str:
        """What stands in the one-line field of that id."""
        return self.query_one(f"#{name}", BidiInput).value.strip()

    def long(self, name: str) -> str:
        """What stands in the long field of that id."""
        return self.query_one(f"#{name}", TextArea).text.strip()


def choice_field(
    words: Words, label_key: str, name: str, choices: Iterable[Choice], chosen: str = ""
) -> Iterable[Static | ChoiceList]:
    """A label and a list in which nothing is chosen before the person has chosen it."""
    unchosen = () if chosen else (Choice("", words("dialog.unchosen")),)
    yield label(words(label_key))
    yield ChoiceList((*unchosen, *choices), chosen=chosen, id=name)


def label(text: str, name: str | None = None) -> Static:
    """The name of the field below it."""
    return Static(drawing.plain(text), classes="label", id=name)


def line_field(words_text: str, name: str, value: str = "") -> Iterable[Static | BidiInput]:
    """A label and a field of one line."""
    yield label(words_text)
    yield BidiInput(value=value, id=name)


def long_field(words_text: str, name: str, value: str = "") -> Iterable[Static | TextArea]:
    """A label and a field of several lines."""
    yield label(words_text)
    yield BidiTextArea(value, id=name, soft_wrap=True, tab_behavior="focus")


def wording_field(text: str, name: str | None = None) -> BidiTextArea:
    """A claim's wording, all of it in sight; `one_wording` is what stands in it."""
    field = BidiTextArea(text, id=name, soft_wrap=True, tab_behavior="focus", classes="wording")
    field.move_cursor(field.document.end)
    return field


def one_wording(field: TextArea) -> str:
    """A wording is one line of text, on however many rows it was typed."""
    return " ".join(field.text.split())
