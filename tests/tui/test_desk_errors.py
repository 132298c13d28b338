"""Errors are told in the language of the desk: every sentence that can reach a person has words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import workbench
from workbench.desk.asking.query import HAS, OPERATORS
from workbench.desk.checking import ratings
from workbench.desk.checking.people import Role
from workbench.desk.facets.facet_inputs import FACETS, fields_of
from workbench.desk.states import ClaimState
from workbench.errors import InvalidInputError, Said, WorkbenchError
from workbench.matching.types import Relation
from workbench.records.change import JOURNALLED
from workbench.tui.words import Words, catalogue

ROOM = Path(workbench.__file__).parent
SAYING = {
    "BadRow": (2, 3),
    "BadReviewError": (1, 2),
    "_BadFieldError": (1, 2),
    "RowRefusedError": (1, 2),
    "Said": (0,),
    "self._wrong": (1,),
    "inputs.needed": (1, 2),
    "inputs.choice": (2,),
    "inputs.edtf": (1,),
    "inputs.words": (1,),
    "require": (3,),
    "people.require": (3,),
}
"""What takes words for a person → which of its arguments they are."""
RATINGS = [rating.key for rating in ratings.load().ratings]
SPEAKS = re.compile(r"Error\(|Said\(|BadRow\(|inputs\.|refuse\(")
NAMED = {
    *("state", "rating", "relation", "has"),
    *FACETS,
    *(field.name for facet in FACETS for field in fields_of(facet)),
    *JOURNALLED,
    *ClaimState,
    *Role,
    *(", ".join(keys) for keys in (OPERATORS, ClaimState, Relation, HAS, RATINGS)),
}
"""Names of fields and values that are known only when the program runs."""

FOREIGN = {
    *("No such file or directory", "Permission denied", "Operation not permitted"),
    *("Is a directory", "Not a directory", "Directory not empty", "File exists"),
    *("File name too long", "No space left on device", "Read-only file system"),
    *("Input/output error", "Too many open files", "Expecting value", "Extra data"),
    *("Expecting ',' delimiter", "Expecting ':' delimiter", "Invalid control character at"),
    *("Expecting property name enclosed in double quotes", "Unterminated string starting at"),
    *("Connection refused", "Connection reset by peer", "Network is unreachable"),
    *("No route to host", "Name or service not known", "Temporary failure in name resolution"),
    *("No address associated with hostname", "Bad Request", "Unauthorized", "Forbidden"),
    *("Not Found", "Gone", "Too Many Requests", "Internal Server Error", "Bad Gateway"),
    *("Service Unavailable", "Gateway Timeout", "str", "int", "float", "bool", "array", "object"),
    *("null", "int | null", "float | null", "str | null"),
}
"""What the operating system, the reader of JSON and servers say most often,
and the types that a reader of records expects."""


def trees() -> dict[Path, ast.Module]:
    """The code of all rooms that the desk can hear from."""
    paths = (path for path in ROOM.rglob("*.py") if not path.is_relative_to(ROOM / "cli"))
    code = {path: path.read_text(encoding="utf-8") for path in paths}
    return {path: ast.parse(text) for path, text in code.items() if SPEAKS.search(text)}


def errors(code: Iterable[ast.Module]) -> set[str]:
    """The names of all classes of errors that a person reads."""
    classes = [one for tree in code for one in ast.walk(tree) if isinstance(one, ast.ClassDef)]
    found = {WorkbenchError.__name__}
    for _ in range(3):  # how deep they are derived from one another, and more
        found |= {one.name for one in classes if found & {ast.unparse(base) for base in one.bases}}
    return found


def dotted(node: ast.expr) -> str:
    """``inputs.needed`` as it is written; nothing for what is longer."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=name), attr=attribute):
            return f"{name}.{attribute}"
    return ""


def calls() -> Iterator[tuple[str, ast.expr, dict[str, list[ast.expr]]]]:
    """Where it stands, words for a person as the code has them, and what its names stand for."""
    code = trees()
    saying = {**SAYING, **dict.fromkeys(errors(code.values()), (0,))}
    for path, tree in code.items():
        known: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                known.setdefault(node.targets[0].id, []).append(node.value)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = dotted(node.func)
            given = [node.args[at] for at in saying.get(name, ()) if at < len(node.args)]
            hints = [word.value for word in node.keywords if word.arg == "hint"]
            for one in given + hints:
                yield f"{path.relative_to(ROOM)}:{node.lineno}", one, known


def literals(node: ast.expr, known: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The strings that an expression can be; one with values in it is no template."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*literals(one, known), *literals(other, known))
        case ast.BoolOp(values=values):
            for one in values:
                yield from literals(one, known)
        case ast.Name(id=name):
            for one in known.get(name, ()):
                if not isinstance(one, ast.Name):
                    yield from literals(one, known)
        case ast.JoinedStr() | ast.BinOp() if any(
            isinstance(part, ast.Constant) and isinstance(part.value, str)
            for part in ast.walk(node)
        ):
            raise AssertionError(f"not a template: {ast.unparse(node)}")


def templates() -> set[str]:
    """Every English template of an error, and every word of ours in one."""
    found = NAMED | FOREIGN
    for where, node, known in calls():
        try:
            found.update(literals(node, known))
        except AssertionError as error:
            raise AssertionError(f"{where}: {error}") from None
    return found


def placeholders(template: str) -> set[tuple[str | None, str | None, str | None]]:
    return {tuple(part[1:]) for part in Formatter().parse(template) if part[1] is not None}


def test_every_error_is_told_in_arabic_with_the_same_values() -> None:
    known, wanted = catalogue().errors("ar"), templates()
    arabic = Words("ar")
    assert len(wanted) > 400
    assert {one for one in wanted if one not in known and arabic.told(Said(one)) == one} == set()
    assert known.keys() - wanted == set(), "stale"
    assert {one for one, told in known.items() if placeholders(one) != placeholders(told)} == set()


def test_a_value_is_never_taken_for_a_template_and_a_slip_in_one_hides_nothing() -> None:
    error = InvalidInputError(
        "{path}: {what}", hint="Try {path}.", path="{a}{0!x}", what=Said("gone")
    )
    assert str(error) == "{a}{0!x}: gone\nTry {a}{0!x}."
    told = {"{path}: {what}": "{what} {path}", "gone": "ذهب", "Try {path}.": "{slip} {path"}
    assert error.told(lambda template: told.get(template, template)) == (
        "ذهب {a}{0!x}\nTry {a}{0!x}."
    )
