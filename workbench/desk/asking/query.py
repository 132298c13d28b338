"""The little language that claims are asked for in, the same on every screen and command line.

``state:checking claimant:السوداني date:2024-02 figure:>2000 "exact words" -has:verdict``

Bare words must stand in the claim; a word may go on. Operators and their values are written in
English or as any language of the program says them; blanks in a value are quoted or written ``_``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Any

from msgspec.structs import replace

from workbench.desk.asking.query_tokens import Token, refuse, tokens
from workbench.desk.checking import ratings
from workbench.desk.facets import facet_inputs
from workbench.desk.states import ClaimState
from workbench.desk.types import ClaimFilter
from workbench.desk.words import languages, say
from workbench.errors import InvalidInputError, Said
from workbench.facets.interval import parse_edtf
from workbench.language.fold import fold_text
from workbench.matching.types import Relation

OPERATORS = (
    "state", "rating", "relation", "claimant", "article", "language", "place", "actor",
    "date", "published", "time", "figure", "unit", "has",
)  # fmt: skip
"""What may stand before a colon; each is said in the catalogues under ``query.<name>``."""
HAS = ("evidence", "verdict", "matches")
_COMPARED = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)


def parse(typed: str) -> ClaimFilter:
    """A query as a claim filter.

    Raises:
        InvalidInputError: an operator or a value is not known; says which, and where it stands.
    """
    wanted = ClaimFilter()
    for token in tokens(typed):
        asked = _asked(token)
        if token.negated:
            excluded = replace(ClaimFilter(), **asked)
            wanted = replace(wanted, excluded=(*wanted.excluded, excluded))
        else:
            wanted = _joined(wanted, asked, token)
    return replace(wanted, include_set_aside=wanted.state is ClaimState.SET_ASIDE)


def _asked(token: Token) -> dict[str, Any]:
    """The fields of a filter that one piece sets."""
    if not token.operator:
        return {"phrases": (token.value,)} if token.quoted else {"text": token.value}
    name = _operator(token)
    value = token.value.replace("_", " ").strip()
    if not value:
        examples = _EXAMPLES.get(name, Said(""))
        refuse(token, Said("{operator}: has no value", operator=token.operator), examples)
    return _READERS[name](value, token)


def _joined(wanted: ClaimFilter, asked: dict[str, Any], token: Token) -> ClaimFilter:
    (name, value), *_ = asked.items()
    before = getattr(wanted, name)
    if name == "text":
        return replace(wanted, text=f"{before} {value}".strip())
    if name in ("phrases", "has"):
        more: Any = (*before, *value)
        return replace(wanted, **{name: more})
    if before not in ("", None, ()) and before != value:
        refuse(
            token,
            Said("{operator}: is asked for twice", operator=token.operator),
            Said("A claim has one of it."),
        )
    return replace(wanted, **asked)


# Names and values that are known


@cache
def _operators() -> dict[str, str]:
    """Operator as any language writes it → its name."""
    said = {say(f"query.{name}", code): name for name in OPERATORS for code in languages()}
    return {fold_text(word): name for word, name in (said | {n: n for n in OPERATORS}).items()}


def _operator(token: Token) -> str:
    found = _operators().get(fold_text(token.operator))
    if found is None:
        said = [say(f"query.{name}", code) for name in OPERATORS for code in languages()]
        near = get_close_matches(token.operator, [*OPERATORS, *said], 1)
        meant = Said("Did you mean {near}:?", near=near[0]) if near else _one_of(OPERATORS)
        refuse(
            token,
            Said("there is no operator {operator}:", operator=token.operator),
            Said("{meant} Put words with a colon in quotation marks.", meant=meant),
        )
    return found


def _one_of(every: Iterable[str]) -> Said:
    return Said("There are: {every}.", every=Said(", ".join(every)))


def _known(kind: str, keys: Iterable[str]) -> Callable[[str, Token], str]:
    """Reads one of a few values, in any language, or so much of it that it is clear."""
    every = tuple(keys)

    def read(value: str, token: Token) -> str:
        wanted = fold_text(value)
        names = {key: _names(kind, key) for key in every}
        exact = [key for key, said in names.items() if wanted in said]
        begun = [key for key, said in names.items() if any(n.startswith(wanted) for n in said)]
        found = exact or begun
        if len(found) != 1:
            what = Said("there is no {kind} {value}", kind=Said(kind), value=value)
            if found:
                what = Said("{value} may be {found}", value=value, found=" or ".join(found))
            refuse(token, what, _one_of(every))
        return found[0]

    return read


def _names(kind: str, key: str) -> set[str]:
    said = {say(f"{kind}.{key}", code) for code in languages()}
    return {fold_text(name) for name in {*said, key.replace("_", " ")}}


def _rating(value: str, token: Token) -> dict[str, Any]:
    keys = [rating.key for rating in ratings.load().ratings]
    return {"rating": _known("rating", keys)(value, token)}


def _article(value: str, token: Token) -> dict[str, Any]:
    if not value.isdecimal():
        refuse(
            token,
            Said("an article is named by its number"),
            Said("`workbench articles` lists them."),
        )
    return {"article_id": int(value)}


def _language(value: str, token: Token) -> dict[str, Any]:
    if not re.fullmatch("[a-z]{2,3}", value):
        refuse(token, Said("{value} is no language", value=value), Said("Write its code: ar, en."))
    return {"language": value}


def _named(field: str) -> Callable[[str, Token], dict[str, Any]]:
    """A place or an actor: by the name as written, and as our lexicons know it."""

    def read(value: str, token: Token) -> dict[str, Any]:
        from workbench.desk.facets import refacet  # noqa: PLC0415 (reads the lexicons)

        names = {value, value.title(), fold_text(value)}
        for written in (value, value.title()):
            facets = refacet.facets_of(written, refacet.language_of(written), "")
            names |= {one.name for one in getattr(facets, field)}
        return {field: tuple(sorted(names))}

    return read


# Figures and dates

_FIGURE = Said("Write figure:2500, figure:>2000 or figure:2000..3000.")


def _figure(value: str, token: Token) -> dict[str, Any]:
    compared = _COMPARED.fullmatch(value)
    sign, digits = compared.groups() if compared else (None, value)
    try:
        low, high = map(float, facet_inputs.bounds(digits))
    except InvalidInputError as error:
        refuse(token, error.said, _FIGURE)
    if sign in (">", ">="):
        low, high = (math.nextafter(high, math.inf) if sign == ">" else low), math.inf
    elif sign in ("<", "<="):
        low, high = -math.inf, (math.nextafter(low, -math.inf) if sign == "<" else high)
    return {"figure": (low, high)}


def _unit(value: str, token: Token) -> dict[str, Any]:
    from workbench.desk.facets import unit_words  # noqa: PLC0415 (reads the lexicons)

    return {"unit": unit_words.read(value)}


def _days(field: str) -> Callable[[str, Token], dict[str, Any]]:
    def read(value: str, token: Token) -> dict[str, Any]:
        compared = _COMPARED.fullmatch(value)
        sign, written = compared.groups() if compared else (None, value)
        try:
            interval = parse_edtf(re.sub(r"(?<=\d)\.\.(?=\d)", "/", written))
        except InvalidInputError as error:
            refuse(
                token,
                error.said,
                Said("Write {field}:2024-02, {field}:>2023 or 2023..2024.", field=field),
            )
        first, last = interval.earliest or date.min, interval.latest or date.max
        if sign in (">", ">="):
            first, last = (_shifted(last, 1) if sign == ">" else first), date.max
        elif sign in ("<", "<="):
            first, last = date.min, (_shifted(first, -1) if sign == "<" else last)
        return {field: (first.isoformat(), last.isoformat())}

    return read


def _shifted(day: date, days: int) -> date:
    return day if day in (date.min, date.max) else day + timedelta(days=days)


_EXAMPLES = {
    "state": _one_of(ClaimState),
    "relation": _one_of(Relation),
    "has": _one_of(HAS),
    "figure": _FIGURE,
}
_READERS: dict[str, Callable[[str, Token], dict[str, Any]]] = {
    "state": lambda value, token: {"state": ClaimState(_known("state", ClaimState)(value, token))},
    "rating": _rating,
    "relation": lambda value, token: {"relation": _known("relation", Relation)(value, token)},
    "claimant": lambda value, token: {"claimant": value},
    "article": _article,
    "language": _language,
    "place": _named("places"),
    "actor": _named("actors"),
    "date": _days("date"),
    "published": _days("published"),
    "time": _days("time"),
    "figure": _figure,
    "unit": _unit,
    "has": lambda value, token: {"has": (_known("has", HAS)(value, token),)},
}
