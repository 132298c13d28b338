"""A small app full of hostile text, run by `test_pty` in a terminal of its own."""

import sys

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import DataTable, Header, Markdown, OptionList, Static, TextArea

from workbench.tui.text.app import BidiApp
from workbench.tui.text.line_input import BidiInput
from workbench.tui.text.reading import ReadingView
from workbench.tui.text.render import cell

HOSTILE = (
    "قال \x1b]52;c;aGFja2Vk\x07 \x1b[7777;7777H\x1b[?7777h\x1bP7777q\x1b\\ \x9b7777m\x9d7777;x\x9c "
    "\u202egnp.exe\u202c \u200bz\u2066\ufeff\x00\x08\x0e\x7f\ud800 [@click=app.quit]x[/] [/]"
)


class Row(Widget):
    """One list cell."""

    def render_line(self, y: int) -> Strip:
        """The hostile text in it."""
        return cell(HOSTILE, self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row."""
        return 1


class HostileApp(BidiApp):
    """Shows the same hostile text in every kind of widget."""

    CSS = """
    ReadingView { height: 4; } DataTable { height: 4; } TextArea { height: 4; }
    OptionList { height: 4; } Row { height: 1; } Markdown { height: 4; } Static { height: 2; }
    """
    BINDINGS = [("f2", "leave"), ("escape", "tell"), ("f3", "crash"), ("ctrl+z", "suspend_process")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Header()
        yield ReadingView(HOSTILE)
        yield Row()
        yield BidiInput(HOSTILE)
        yield DataTable()
        yield TextArea(HOSTILE.replace("\ud800", ""))
        yield OptionList(Text(HOSTILE))
        yield Markdown(HOSTILE)
        yield Static(Content(HOSTILE), markup=False)

    def on_mount(self) -> None:
        """Fill them."""
        self.title = self.sub_title = HOSTILE
        table = self.query_one(DataTable)
        table.add_column(Text(HOSTILE))
        table.add_row(Text(HOSTILE))
        self.notify(HOSTILE, title=HOSTILE, timeout=60)
        self.query_one(OptionList).border_title = Content(HOSTILE)
        self.query_one(ReadingView).focus()
        self.set_timer(0.3, lambda: self.notify("ready-now", timeout=60))

    def action_tell(self) -> None:
        """Say that the key came."""
        self.notify("escaped-now", timeout=60)

    def action_leave(self) -> None:
        """End with hostile last words."""
        self.exit(message=HOSTILE)

    def action_crash(self) -> None:
        """End by a mistake that quotes the text."""
        text = HOSTILE
        raise RuntimeError(text)


if __name__ == "__main__":
    app = HostileApp(bidi=sys.argv[1])
    app.run()
    sys.exit(app.return_code)
