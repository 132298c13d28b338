"""The forms in which units are written: those that a pack lists, and plurals and duals made of
them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.facets.quantities.unit import Unit, UnitKind
from workbench.language.fold import fold_text
from workbench.language.schema import Numbers


def unit_forms(data: Numbers) -> Iterator[tuple[str, Unit]]:
    """Every form of every unit, listed ones before made ones."""
    tables = (
        (data.units, UnitKind.MEASURE),
        (data.currencies, UnitKind.CURRENCY),
        (data.durations, UnitKind.DURATION),
        (data.counted, UnitKind.THING),
    )
    made: list[tuple[str, Unit]] = []
    sums: list[tuple[str, Unit]] = []  # سنتين is rather two years than two cents
    known: set[str] = set()
    plurals = frozenset(data.plurals)
    for table, kind in tables:
        for name, forms in table.items():
            known.update(map(fold_text, forms))
            yield from ((form, Unit(name, kind, plural=form in plurals)) for form in forms)
            own = sums if kind is UnitKind.CURRENCY else made
            own += _made(data, name, kind, forms)
    for name, forms in data.dual_forms.items():
        known.update(map(fold_text, forms))
        kind = next((kind for table, kind in tables if name in table), UnitKind.THING)
        yield from ((form, Unit(name, kind, dual=True)) for form in forms)
    known.update(map(fold_text, (*data.stops, *data.not_duals)))
    listed = frozenset(known)
    known.update(form for form, _ in made)
    yield from ((form, unit) for form, unit in made if form not in listed)
    yield from ((form, unit) for form, unit in sums if form not in known)


def _made(
    data: Numbers, name: str, kind: UnitKind, forms: Iterable[str]
) -> Iterator[tuple[str, Unit]]:
    duals = [
        (listed, dual)
        for listed, dual in data.duals
        if name not in data.sound_plurals or dual not in data.plural_duals
    ]
    for form in forms:
        head, *rest = _head_first(fold_text(form), data)
        for inflected in _inflect(head, data.inflections):
            yield _joined(inflected, rest, data), Unit(name, kind, plural=True)
        if len(head) > 2:
            for dual in _duals(head, duals):
                for words in _agreeing(rest, dual, duals):
                    yield _joined(dual, words, data), Unit(name, kind, dual=True)


def _head_first(form: str, data: Numbers) -> list[str]:
    words = form.split(" ")
    return words[::-1] if data.modifiers_first else words


def _joined(head: str, rest: list[str], data: Numbers) -> str:
    words = [head, *rest]
    return " ".join(words[::-1] if data.modifiers_first else words)


def _inflect(word: str, rules: Iterable[tuple[str, str]]) -> Iterator[str]:
    for ending, made in rules:
        if word.endswith(fold_text(ending)):
            yield word[: len(word) - len(fold_text(ending))] + fold_text(made)
            return


def _agreeing(rest: list[str], dual: str, duals: list[tuple[str, str]]) -> Iterator[list[str]]:
    """The words behind a dual as they are, and in the dual of the same case: درجتين مئويتين."""
    yield rest
    case = dual[-2:]
    agreeing = [next((d for d in _duals(w, duals) if d[-2:] == case), w) for w in rest]
    if agreeing != rest:
        yield agreeing


def _duals(word: str, rules: list[tuple[str, str]]) -> Iterator[str]:
    fitting = [(fold_text(e), made) for e, made in rules if word.endswith(fold_text(e))]
    longest = max((len(ending) for ending, _ in fitting), default=0)
    for ending, made in fitting:
        if len(ending) == longest:
            yield word[: len(word) - longest] + made
