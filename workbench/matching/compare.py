"""How two statements stand to each other. Facets decide; a score never does.

Rules in order of precedence; the first that applies gives the relation. *About one thing* means
that the two share enough of their content (see `_about_one_thing`).

==  ===================================================================  ====================
1   one of the two says nothing                                          different
2   less than a third of either's content stands in the other            different
3   places apart, neither containing the other                           related
4   other actors in the same role                                        related
5   a forecast or pledge against a fact                                  related
    …and the fact is of a later time                                     update
6   the same actors in reversed roles                                    conflict
7   one denies what the other asserts, or contrary words, …              conflict
    …of times that are apart                                             update
8   figures apart of the same thing, one of a later time                 update
    …of one time, or of times unknown                                    conflict
9   times apart: of a state that goes on                                 update
    …of what happens once                                                conflict
10  a question or opinion against anything else                          related
11  any facet unclear (figures close, units, roles, times, exceptions)   related
12  each has content words that the other has not                        related
    …or only one of two forecasts is sure ("may", "will")                related
    …or things have exchanged their parts unclearly                      related
    …or surely: who did it has it done to him                            conflict
13  every difference says that the one on file is narrower               narrower
    …or broader; in two denials both turn round                          broader
14  some narrower and some broader                                       related
15  no difference                                                        same
==  ===================================================================  ====================

Rules 6 to 9 need the two to be about one thing; otherwise they give *related*. Claimants never
decide: the same content from another claimant is noted on the reason.

Comparison is total and symmetric: turned round it gives the same relation with *narrower* and
*broader* exchanged. A statement with content is the *same* as itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.facets.types import Modality
from workbench.language.fold import fold_text
from workbench.matching.counts import find_figures
from workbench.matching.dates import find_dates, order
from workbench.matching.exchanged import find_exchanged
from workbench.matching.findings import Finding, Holds
from workbench.matching.oppositions import find_opposition
from workbench.matching.places import find_places
from workbench.matching.probability import agreement, features, probability
from workbench.matching.reasons import Key, turned
from workbench.matching.roles import find_roles
from workbench.matching.types import Comparison, Facet, Reason, Relation, Statement
from workbench.matching.wording import Alignment, Pairing, Rarity, align, plain_rarity
from workbench.matching.words import Word, possibility, profile

_LITTLE = 0.34
_ONE_THING = 0.6
_BOTH = 0.4
_BOTH_DENIAL = 0.25
"""A denial is mostly shorter or longer than what it denies: "no troops but advisers"."""
_SHARED_ACROSS = 3
_UNKNOWN_ACROSS = 0.34
"""Shared words, and unknown ones for each of them, with which two languages can be compared."""
_FUTURE = {Modality.PREDICTION, Modality.PLEDGE}
_FACT = {Modality.PAST_FACT, Modality.PRESENT_FACT}


@dataclass(frozen=True, slots=True)
class _Case:
    """A pair with everything that the rules look at."""

    here: Statement
    there: Statement
    words: Alignment
    findings: Sequence[Finding]
    order: int

    def apart(self, facet: Facet) -> Finding | None:
        return next((f for f in self.of(facet) if f.holds is Holds.APART), None)

    def of(self, facet: Facet) -> list[Finding]:
        return [finding for finding in self.findings if finding.facet is facet]


_Ruling = tuple[Relation, Finding]


@dataclass(frozen=True, slots=True)
class Examined:
    """A pair and the ruling on it."""

    case: _Case
    relation: Relation
    deciding: Finding

    @property
    def words(self) -> Alignment:
        """The words of the two, side by side."""
        return self.case.words

    @property
    def findings(self) -> Sequence[Finding]:
        """What each facet says."""
        return self.case.findings


def compare(new: Statement, filed: Statement, rarity: Rarity = plain_rarity) -> Comparison:
    """How a claim on file stands to a new one, with the deciding reason first.

    ``rarity`` weighs words for the similarity alone: the relation does not depend on it.
    """
    if _comes_first(filed, new):
        return swapped(_compare(filed, new, rarity))
    return _compare(new, filed, rarity)


def _compare(new: Statement, filed: Statement, rarity: Rarity) -> Comparison:
    seen = examine(new, filed, rarity)
    shown = replace(seen.deciding.reason, shared=_shared(seen.case, seen.deciding))
    others = [f.reason for f in seen.findings if f is not seen.deciding]
    values = features(seen.words, seen.findings, seen.relation)
    return Comparison(
        relation=seen.relation,
        probability=probability(values),
        similarity=seen.words.similarity,
        reasons=(shown, *others),
        agreement=agreement(values),
    )


def examine(new: Statement, filed: Statement, rarity: Rarity = plain_rarity) -> Examined:
    """What a comparison rests on: words side by side, each facet's finding, and the ruling."""
    profiles = profile(new), profile(filed)
    words = align(*profiles, rarity)
    languages = new.language, filed.language
    texts = (new.text, new.language), (filed.text, filed.language)
    findings = (
        *find_roles(new.facets, filed.facets, words, two_languages=len(set(languages)) > 1),
        *find_opposition(new, filed, profiles, words),
        *find_figures(new.facets.quantities, filed.facets.quantities, languages),
        *find_dates(
            new.facets.times,
            filed.facets.times,
            texts,
            (new.facets.quantities, filed.facets.quantities),
        ),
        *find_places(new.facets, filed.facets),
    )
    case = _Case(new, filed, words, findings, order(new, filed))
    relation, deciding = _decide(case)
    return Examined(case, relation, deciding)


def _decide(case: _Case) -> _Ruling:
    rules = (
        *(_nothing, _apart_places, _not_yet, _opposed, _figures, _dates),
        *(_modality, _unclear, _wording, _possible, _exchanged),
    )
    for rule in rules:
        ruling = rule(case)
        if ruling is not None:
            return ruling
    return _contained(case)


def _nothing(case: _Case) -> _Ruling | None:
    words = case.words
    if not (words.shared or (words.left_here and words.left_there)):
        return Relation.DIFFERENT, Finding(Facet.WORDING, Holds.APART, Key.NOTHING_SAID)
    if little_shared(words):
        return Relation.DIFFERENT, _words_finding(case, Key.LITTLE_SHARED, Holds.APART)
    return None


def little_shared(words: Pairing) -> bool:
    """Whether so little stands in both that they are different, whatever their facets say."""
    return max(_covered(words)) < _LITTLE


def _covered(words: Pairing) -> tuple[float, float]:
    """Share of the content words of each that stand in the other too, by kind of word."""
    here, there = zip(*words.shared, strict=True) if words.shared else ((), ())
    return _share(here, words.left_here), _share(there, words.left_there)


def _share(shared: Sequence[Word], left: Sequence[Word]) -> float:
    both = sum(map(plain_rarity, shared))
    alone = sum(plain_rarity(word) for word in left if not word.facet)
    return both / (both + alone) if both else 0.0


def _about_one_thing(case: _Case, least: float = _BOTH) -> bool:
    """Whether most of the shorter one stands in the other, and enough of the other in it."""
    covered = _covered(case.words)
    return max(covered) >= _ONE_THING and min(covered) >= least


def _apart_places(case: _Case) -> _Ruling | None:
    finding = case.apart(Facet.PLACE)
    if finding is None:
        finding = next((f for f in case.of(Facet.ROLES) if f.key is Key.ACTORS_DIFFER), None)
    return (Relation.RELATED, finding) if finding else None


def _opposed(case: _Case) -> _Ruling | None:
    finding = case.apart(Facet.ROLES) or case.apart(Facet.POLARITY) or case.apart(Facet.WORDING)
    if finding is None:
        return None
    least = _BOTH_DENIAL if finding.facet is Facet.POLARITY else _BOTH
    if not _about_one_thing(case, least):
        return Relation.RELATED, finding
    if case.apart(Facet.TIME) and finding.facet is not Facet.ROLES:
        return Relation.UPDATE, finding
    return Relation.CONFLICT, finding


def _figures(case: _Case) -> _Ruling | None:
    finding = case.apart(Facet.QUANTITY)
    if finding is None:
        return None
    if not _about_one_thing(case):
        return Relation.RELATED, finding
    if case.order and finding.key is Key.FIGURES_DIFFER:
        key = Key.LATER_FIGURE if case.order > 0 else Key.EARLIER_FIGURE
        return Relation.UPDATE, replace(finding, key=key)
    return Relation.CONFLICT, finding


def _dates(case: _Case) -> _Ruling | None:
    finding = case.apart(Facet.TIME)
    if finding is None:
        return None
    if not _about_one_thing(case):
        return Relation.RELATED, finding
    if case.order and _goes_on(case):
        key = Key.LATER_DATE if case.order > 0 else Key.EARLIER_DATE
        return Relation.UPDATE, replace(finding, key=key)
    return Relation.CONFLICT, finding


def _goes_on(case: _Case) -> bool:
    """Whether both tell of a state that lasts, so that two dates can both be right."""
    kinds = {case.here.facets.modality, case.there.facets.modality}
    return kinds == {Modality.PRESENT_FACT}


def _not_yet(case: _Case) -> _Ruling | None:
    """A forecast or pledge against a fact: both may hold, and the fact may come after."""
    here, there = case.here.facets.modality, case.there.facets.modality
    if {"fact", "future"} != {_kind(here), _kind(there)}:
        return None
    finding = _modality_finding(case)
    came_true = case.order > 0 if here in _FACT else case.order < 0
    if came_true and _about_one_thing(case) and not case.apart(Facet.POLARITY):
        return Relation.UPDATE, finding
    return Relation.RELATED, finding


def _modality(case: _Case) -> _Ruling | None:
    if _kind(case.here.facets.modality) == _kind(case.there.facets.modality):
        return None
    return Relation.RELATED, _modality_finding(case)


def _modality_finding(case: _Case) -> Finding:
    here, there = case.here.facets.modality, case.there.facets.modality
    return Finding(Facet.MODALITY, Holds.UNCLEAR, Key.MODALITY_DIFFERS, here.value, there.value)


def _kind(modality: Modality) -> str:
    if modality in _FACT:
        return "fact"
    return "future" if modality in _FUTURE else modality.value


def _unclear(case: _Case) -> _Ruling | None:
    finding = next((f for f in case.findings if f.holds is Holds.UNCLEAR), None)
    return (Relation.RELATED, finding) if finding else None


def _wording(case: _Case) -> _Ruling | None:
    here, there = _left(case)
    if (here and there) or not _comparable(case):
        return Relation.RELATED, _words_finding(case, Key.WORDS_DIFFER, Holds.UNCLEAR)
    return None


def _possible(case: _Case) -> _Ruling | None:
    """ "May close" against "will close": both foretell, only one of them surely."""
    both = case.here, case.there
    if any(each.facets.modality is not Modality.PREDICTION for each in both):
        return None
    here, there = possibility(case.here), possibility(case.there)
    if bool(here) == bool(there):
        return None
    key = Key.WORDS_ONLY_HERE if here else Key.WORDS_ONLY_THERE
    return Relation.RELATED, Finding(Facet.MODALITY, Holds.UNCLEAR, key, here, there)


def _exchanged(case: _Case) -> _Ruling | None:
    finding = find_exchanged(case.here, case.there, case.words)
    if finding is None:
        return None
    conflict = finding.holds is Holds.APART and _about_one_thing(case)
    return (Relation.CONFLICT if conflict else Relation.RELATED), finding


def _left(case: _Case) -> tuple[list[Word], list[Word]]:
    """What each has left that can tell the two apart."""
    here, there = case.words.left_here, case.words.left_there
    return _heavy(here, there, case), _heavy(there, here, case)


def _heavy(words: Sequence[Word], others: Sequence[Word], case: _Case) -> list[Word]:
    """Left-over words that can tell two statements apart and that no facet has compared.

    Between two languages a word that the lexicons do not know may translate one that is left over
    there and as unknown; only what is too many of them can tell anything.
    """
    left = [word for word in words if _counts(word)]
    if case.here.language == case.there.language:
        return left
    known = [word for word in left if word.known]
    unknown = sum(not word.known for word in others if _counts(word))
    return left if len(left) - len(known) > unknown else known


def _counts(word: Word) -> bool:
    return not (word.light or word.facet or word.located)


def _comparable(case: _Case) -> bool:
    """Whether, between two languages, enough of both is known to say more than "related"."""
    if case.here.language == case.there.language:
        return True
    shared = len(case.words.shared)
    unknown = max(
        sum(not (word.known or word.light or word.facet) for word in words)
        for words in (case.words.left_here, case.words.left_there)
    )
    return shared >= _SHARED_ACROSS and unknown <= shared * _UNKNOWN_ACROSS


def _words_finding(case: _Case, key: Key, holds: Holds) -> Finding:
    here, there = (" ".join(word.surface for word in left) for left in _left(case))
    return Finding(Facet.WORDING, holds, key, here, there)


def _contained(case: _Case) -> _Ruling:
    differences = [f for f in case.findings if f.holds in {Holds.NARROWER, Holds.BROADER}]
    here, there = _left(case)
    if here:
        differences.append(_words_finding(case, Key.WORDS_ONLY_HERE, Holds.BROADER))
    if there:
        differences.append(_words_finding(case, Key.WORDS_ONLY_THERE, Holds.NARROWER))
    if not differences:
        return Relation.SAME, _sameness(case)
    ways = {finding.holds for finding in differences}
    if len(ways) > 1:
        return Relation.RELATED, differences[0]
    narrower = ways == {Holds.NARROWER}
    if case.here.facets.polarity.negated:
        narrower = not narrower
    return (Relation.NARROWER if narrower else Relation.BROADER), differences[0]


def _sameness(case: _Case) -> Finding:
    figures = case.of(Facet.QUANTITY)
    if figures:
        return figures[0]
    key = Key.SAME_WORDING if fold_text(case.here.text) == fold_text(case.there.text) else None
    return Finding(
        Facet.WORDING, Holds.EQUAL, key or Key.SAME_CONTENT, case.here.text, case.there.text
    )


def _shared(case: _Case, deciding: Finding) -> tuple[str, ...]:
    """The facets that agree beside the deciding one, and that another claimant speaks."""
    agreeing = {f.facet.value for f in case.findings if f.holds is Holds.EQUAL}
    agreeing.discard(deciding.facet.value)
    here, there = fold_text(case.here.claimant), fold_text(case.there.claimant)
    if here and there:
        agreeing.add(Facet.ATTRIBUTION.value if here == there else Key.CLAIMANTS_DIFFER.value)
    return tuple(sorted(agreeing))


def _comes_first(one: Statement, other: Statement) -> bool:
    """An order of statements, so that the two ways to compare a pair are one."""
    ours = one.text, one.language, one.claimant, one.said
    theirs = other.text, other.language, other.claimant, other.said
    return ours < theirs if ours != theirs else repr(one.facets) < repr(other.facets)


_TURNED = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}


def swapped(comparison: Comparison) -> Comparison:
    """The same comparison with the two claims exchanged."""
    return replace(
        comparison,
        relation=_TURNED.get(comparison.relation, comparison.relation),
        reasons=tuple(_swapped_reason(reason) for reason in comparison.reasons),
    )


def _swapped_reason(reason: Reason) -> Reason:
    return replace(reason, key=turned(reason.key), here=reason.there, there=reason.here)
