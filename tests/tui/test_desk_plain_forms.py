"""Text from outside must not reach Textual as ``str``: markup in it would be obeyed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import workbench.tui

ROOM = Path(workbench.tui.__file__).parent
FILES = sorted(
    path for path in ROOM.rglob("*.py") if path.relative_to(ROOM).parts[0] not in ("rtl", "text")
)
WIDGETS = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Tab", "Tabs", "TabPane",
    "Select", "OptionList", "SelectionList", "Tree", "DataTable", "Markdown", "Collapsible",
    "Digits", "Link", "Toast", "ListItem", "MarkdownViewer", "RichLog", "Log",
}  # fmt: skip
METHODS = {"notify", "add_option", "add_options", "add_row", "add_column", "add_columns"}
TITLES = {"border_title", "border_subtitle", "tooltip", "sub_title"}
DISPLAY_HITS = {"Hit", "DiscoveryHit"}


def harmless(node: ast.expr) -> bool:
    """A call that makes `Content` of a text, something that holds no text, or an option, which is
    looked at by itself."""
    if isinstance(node, ast.Call):
        made = ast.unparse(node.func)
        return made in ("drawing.plain", "plain", "Content", "Option")
    return isinstance(node, ast.Constant) and not isinstance(node.value, str)


def without_markup(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in call.keywords
    )


def bare_forms(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            shown = node.args[1:2] if name in DISPLAY_HITS and len(node.args) > 2 else node.args[:1]
            if name == "DiscoveryHit":
                shown = node.args[:1]
            if name == "update" and not node.args:
                continue
            if (
                name in WIDGETS | METHODS | DISPLAY_HITS
                and shown
                and not (all(map(harmless, shown)) or without_markup(node))
            ):
                found.append(f"line {node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if (
                    isinstance(target, ast.Attribute)
                    and target.attr in TITLES
                    and not harmless(node.value)
                ):
                    found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_widget_is_given_a_bare_text(path: Path) -> None:
    assert bare_forms(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(claim.text)",
        "Label('fixed')",
        "self.notify(error.message)",
        "widget.border_title = article.title",
        "Hit(score, title, go)",
        "Static(f'{x}')",
    ],
)
def test_the_rule_sees_the_bare_forms(line: str) -> None:
    assert bare_forms(ast.parse(line))


@pytest.mark.parametrize(
    "line",
    ["Static(drawing.plain(x))", "app.notify(x, markup=False)", "Hit(score, drawing.plain(t), go)"],
)
def test_the_rule_lets_the_safe_forms_pass(line: str) -> None:
    assert not bare_forms(ast.parse(line))


def test_updates_of_static_widgets_are_content() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "update"
                and len(node.args) == 1
            ):
                assert harmless(node.args[0]), f"{path}:{node.lineno}"
