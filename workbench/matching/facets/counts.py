"""Which figure of one statement answers which of the other, and what the pairs say."""

from __future__ import annotations

from collections.abc import Sequence, Set

from workbench.facets.types import Comparator, Quantity
from workbench.matching.facets.figures import held_together, same_unit
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import SCORELESS
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.reasons import Key
from workbench.matching.statement.measures import is_measure
from workbench.matching.statement.words import keys_of, pack_for
from workbench.matching.types import Facet

_MOST = 16
"""Figures of one statement that are paired; of statements with more, which are tables rather
than claims, it is unclear whether they agree."""
_UNCOUNTED = 0.4
"""What it weighs that one of two figures does not say what it counts: less than that they agree."""
_KEYS = {
    Holds.EQUAL: Key.FIGURES_AGREE,
    Holds.NARROWER: Key.FIGURE_NARROWER,
    Holds.BROADER: Key.FIGURE_BROADER,
    Holds.UNCLEAR: Key.FIGURES_CLOSE,
    Holds.APART: Key.FIGURES_DIFFER,
}


def find_figures(
    here: Sequence[Quantity],
    there: Sequence[Quantity],
    languages: tuple[str, str],
    told: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
) -> list[Finding]:
    """What the figures of two statements say: one finding a pair, one for each left alone.

    ``told``: the senses of all words of each.
    """
    new, filed = list(here[:_MOST]), list(there[:_MOST])
    findings = []
    told_of = {each.surface for each in (*here, *there)}
    if [each.surface for each in here[_MOST:]] != [each.surface for each in there[_MOST:]]:
        findings.append(Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.FIGURES_CLOSE))
    for one, other in _pairs(new, filed, languages):
        new.remove(one)
        filed.remove(other)
        finding = _pair_finding(one, other)
        if finding.holds is Holds.EQUAL and _exchanged(one, other, languages, told):
            shown = _shown(one), _shown(other)
            finding = Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.UNITS_DIFFER, *shown)
        findings.append(finding)
    scoreless = [not SCORELESS.isdisjoint(senses) for senses in told]
    if scoreless[0] != scoreless[1]:
        return [*findings, *_to_nil(new, filed, there=scoreless[0])]
    return findings + (_parted(new, filed, told_of) or _unpaired(new, filed))


def _parted(new: Sequence[Quantity], filed: Sequence[Quantity], told_of: Set[str]) -> list[Finding]:
    """What one of the two tells only of some of what a figure counts: "*two* of the three bridges
    were destroyed", "the three bridges were destroyed"."""
    parts = [[each for each in left if each.counted in told_of] for left in (new, filed)]
    if not any(parts):
        return []
    here, there = ("; ".join(map(_shown, left)) for left in parts)
    key = Key.FIGURE_ONLY_HERE if here else Key.FIGURE_ONLY_THERE
    return [Finding(Facet.QUANTITY, Holds.UNCLEAR, key, here, there)]


def _to_nil(new: Sequence[Quantity], filed: Sequence[Quantity], *, there: bool) -> list[Finding]:
    """What two scores say of which one tells by a word that the loser had none: "two-nil", دون رد;
    ``there`` is where the other is to say so by a figure."""
    left = [[figure for figure in each if figure.low != 0] for each in (new, filed)]
    other = (new, filed)[there]
    if len(left[there]) < len(other):
        return _unpaired(*left)
    shown = "; ".join(map(_shown, new)), "; ".join(map(_shown, filed))
    if other:
        return [Finding(Facet.QUANTITY, Holds.APART, Key.FIGURES_DIFFER, *shown)]
    return [Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.FIGURES_CLOSE, *shown)]


def _pairs(
    new: Sequence[Quantity], filed: Sequence[Quantity], languages: tuple[str, str]
) -> list[tuple[Quantity, Quantity]]:
    """The best pairs first: what is counted weighs more than the values, being what is asked."""
    if _agree_in_order(new, filed, languages):
        return list(zip(new, filed, strict=True))
    scored = [
        (_fit(one, other, languages), -at, -to, one, other)
        for at, one in enumerate(new)
        for to, other in enumerate(filed)
        if same_unit(one, other) or _counts_alike(one, other, languages)
    ]
    scored.sort(key=lambda entry: entry[:3], reverse=True)
    used: set[int] = set()
    pairs = []
    for _, at, to, one, other in scored:
        if at not in used and to + 1000 not in used:
            used |= {at, to + 1000}
            pairs.append((one, other))
    return pairs


def _agree_in_order(
    new: Sequence[Quantity], filed: Sequence[Quantity], languages: tuple[str, str]
) -> bool:
    """Whether both tell the same figures in one order, though not each what it counts: "51 votes
    to 50", "a 51-50 vote"."""
    if len(new) != len(filed) or len(new) < 2:
        return False
    return all(
        same_unit(one, other)
        and held_together(one, other) is Holds.EQUAL
        and not _count_apart(one, other, languages)
        for one, other in zip(new, filed, strict=True)
    )


def _count_apart(one: Quantity, other: Quantity, languages: tuple[str, str]) -> bool:
    """Whether each says what it counts, and that is not one."""
    ours, theirs = _asked(one.counted, languages[0]), _asked(other.counted, languages[1])
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _fit(one: Quantity, other: Quantity, languages: tuple[str, str]) -> float:
    ours, theirs = _asked(one.counted, languages[0]), _asked(other.counted, languages[1])
    union = ours | theirs
    counted = len(ours & theirs) / len(union) if ours and theirs else _UNCOUNTED
    agrees = held_together(one, other) is not Holds.APART
    return 2 * counted + agrees + (one.change == other.change) + 0.5 * (one.unit == other.unit)


def _asked(counted: str, language: str) -> frozenset[str]:
    """What a figure says that it counts; "people" may be anybody: the passengers, the dead."""
    words = lexemes_of(pack_for(language).code).of(counted)
    return frozenset() if all(word.light for word in words) else keys_of(counted, language)


def _counts_alike(one: Quantity, other: Quantity, languages: tuple[str, str]) -> bool:
    """Whether two figures count one thing by two names: "30 homes", "30 households"."""
    if not one.counted or not other.counted or _rate(one) != _rate(other):
        return False
    packs = map(pack_for, languages)
    if any(is_measure(each.unit, pack) for each, pack in zip((one, other), packs, strict=True)):
        return False
    ours, theirs = keys_of(one.counted, languages[0]), keys_of(other.counted, languages[1])
    return not ours.isdisjoint(theirs)


def _rate(quantity: Quantity) -> str:
    """In what time there are so many: "200 cars *a day*"; or nothing."""
    return quantity.unit.partition("/")[2]


def _exchanged(
    one: Quantity,
    other: Quantity,
    languages: tuple[str, str],
    told: tuple[frozenset[str], frozenset[str]],
) -> bool:
    """Whether each counts what the other only names: "two women and a child", طفلان وامرأة."""
    ours, theirs = keys_of(one.counted, languages[0]), keys_of(other.counted, languages[1])
    if not ours.isdisjoint(theirs):
        return False
    return not (ours.isdisjoint(told[1]) or theirs.isdisjoint(told[0]))


def _pair_finding(one: Quantity, other: Quantity) -> Finding:
    holds = held_together(one, other)
    key = _KEYS[holds]
    if _contrary(one.change, other.change):
        holds, key = Holds.APART, Key.CHANGES_DIFFER
    elif _move_otherwise(one, other, holds) or _is_bound_only(one, other):
        holds, key = Holds.UNCLEAR, Key.CHANGES_DIFFER
    elif holds is Holds.EQUAL and (one.low, one.high) == (other.low, other.high):
        key = Key.SAME_FIGURE
    return Finding(Facet.QUANTITY, holds, key, _shown(one), _shown(other))


def _move_otherwise(one: Quantity, other: Quantity, holds: Holds) -> bool:
    """Whether two figures say other things of what moves: to where, by how much, or from where.
    Of one that does not say so it is known only where it is another figure ("up 3", "from 64")."""
    changes = {one.change, other.change}
    told = "" not in changes or ("from" in changes and holds is Holds.APART)
    return len(changes) > 1 and told


def _is_bound_only(one: Quantity, other: Quantity) -> bool:
    """Whether one figure moved and the other is only bound from above: "up 40%", "up to 40%"."""
    bound = {Comparator.AT_MOST: "", Comparator.EXACTLY: "rise"}
    return all(bound.get(each.comparator) == each.change for each in (one, other)) and (
        one.comparator is not other.comparator
    )


def _contrary(one: str, other: str) -> bool:
    return {one, other} == {"rise", "fall"}


def _unpaired(new: Sequence[Quantity], filed: Sequence[Quantity]) -> list[Finding]:
    if new and filed:
        here, there = _shown(new[0]), _shown(filed[0])
        return [Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.UNITS_DIFFER, here, there)]
    if new:
        here = "; ".join(map(_shown, new))
        return [Finding(Facet.QUANTITY, Holds.BROADER, Key.FIGURE_ONLY_HERE, here=here)]
    if filed:
        there = "; ".join(map(_shown, filed))
        return [Finding(Facet.QUANTITY, Holds.NARROWER, Key.FIGURE_ONLY_THERE, there=there)]
    return []


def _shown(quantity: Quantity) -> str:
    counted = quantity.counted
    return quantity.surface if counted in quantity.surface else f"{quantity.surface} {counted}"
