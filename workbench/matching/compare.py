"""How two statements stand to each other. Facets decide; a score never does.

Rules in order of precedence; the first that applies gives the relation. *About one thing* means
that the two share enough of their content (see `Case.about_one_thing`).

==  ===================================================================  ====================
1   one of the two says nothing                                          different
2   less than a third of either's content stands in the other            different
3   places apart, neither containing the other                           related
4   other actors in the same role                                        related
5   a forecast or pledge against a fact                                  related
    …and the fact is of a later time                                     update
6   the same actors in reversed roles                                    conflict
7   one denies what the other asserts, or contrary words, …              conflict
    …of times that are apart, or a state that has changed since          update
8   figures apart of the same thing, one of a later time                 update
    …or a toll of a later day, apart or only grown                       update
    …of one time, or of times unknown                                    conflict
9   times apart: of a state that goes on                                 update
    …of what happens once                                                conflict
10  a question or opinion against anything else                          related
11  any facet unclear (figures close, one or several, units, roles …)    related
12  each has content words that the other has not                        related
    …or only one of two forecasts is sure ("may", "will")                related
    …or things have exchanged their parts unclearly                      related
    …or surely: who did it has it done to him                            conflict
13  every difference says that the one on file is narrower               narrower
    …or broader; in two denials both turn round                          broader
14  some narrower and some broader                                       related
15  no difference                                                        same
==  ===================================================================  ====================

Rules 6 to 9 need the two to be about one thing, of which neither names another or only a part
(see `Case.is_one_matter`, `Case.is_one_measure`): otherwise they give *related*. Claimants never
decide: the same content from another claimant is noted on the reason.

Comparison is total and symmetric: turned round it gives the same relation with *narrower* and
*broader* exchanged. A statement with content is the *same* as itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Facets, Modality, Quantity
from workbench.language.fold import fold_text
from workbench.matching.case import BOTH, Case, little_shared
from workbench.matching.causing import find_causing
from workbench.matching.certainty import possibility
from workbench.matching.claimants import find_claimants
from workbench.matching.counts import find_figures
from workbench.matching.dates import find_dates, without_lengths
from workbench.matching.denying import as_contrary, as_small_words
from workbench.matching.exchanged import find_exchanged
from workbench.matching.facing import find_facing
from workbench.matching.findings import Finding, Holds
from workbench.matching.lengths import with_lengths
from workbench.matching.oppositions import find_opposition, is_denied
from workbench.matching.places import find_places
from workbench.matching.probability import agreement, features, probability
from workbench.matching.reasons import Key, turned
from workbench.matching.retold import Retold
from workbench.matching.roles import find_roles
from workbench.matching.sequence import sequence
from workbench.matching.several import find_several
from workbench.matching.speakers import set_aside
from workbench.matching.types import Comparison, Facet, Reason, Relation, Statement
from workbench.matching.worded import find_worded
from workbench.matching.wording import Alignment, Rarity, align, plain_rarity
from workbench.matching.words import profile

_FUTURE = {Modality.PREDICTION, Modality.PLEDGE}
_FACT = {Modality.PAST_FACT, Modality.PRESENT_FACT}


_BOTH_DENIAL = 0.25
"""A denial is mostly shorter or longer than what it denies: "no troops but advisers"."""
_Ruling = tuple[Relation, Finding]


class Examined(msgspec.Struct, frozen=True):
    """A pair and the ruling on it."""

    case: Case
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
    new, filed = with_lengths(new), with_lengths(filed)
    profiles = profile(new), profile(filed)
    words = align(*profiles, rarity)
    languages = new.language, filed.language
    texts = (new.text, new.language), (filed.text, filed.language)
    told = find_facing(new, filed, words) or find_causing(new, filed, words)
    told = told or Retold(words, words, (new.facets, filed.facets))
    told = set_aside(told, new, filed)
    denied = is_denied(new), is_denied(filed)
    denying = as_small_words(told.words, profiles) if all(denied) else None
    if any(denied) and not all(denied):
        denying = as_contrary(told.words, profiles)
        denied = (False, False) if denying else denied
    if denying is not None:
        told, profiles = replace(told, words=denying.words), denying.profiles
    worded = find_worded(told.words, _figures_told(new.facets, filed.facets), languages)
    words = worded.words
    findings = (
        *find_roles((new, filed), told.facets, told.rest),
        *find_opposition((new, filed), denied, profiles, words),
        *find_figures(
            worded.here,
            worded.there,
            languages,
            (profiles[0].meanings, profiles[1].meanings),
        ),
        *find_several((new, filed), words.shared),
        *find_dates(
            new.facets.times,
            filed.facets.times,
            texts,
            (new.facets.quantities, filed.facets.quantities),
        ),
        *find_places(new.facets, filed.facets, words, languages),
    )
    case = Case(new, filed, words, findings, sequence(new, filed), told.rest)
    relation, deciding = _decide(case)
    return Examined(case, relation, deciding)


def _figures_told(here: Facets, there: Facets) -> tuple[Sequence[Quantity], Sequence[Quantity]]:
    """The figures of both that are not told as a time by one of the two."""
    return (
        without_lengths(here.quantities, here.times, there.times, there.quantities),
        without_lengths(there.quantities, there.times, here.times, here.quantities),
    )


def _decide(case: Case) -> _Ruling:
    rules = (
        *(_nothing, _added, _apart_places, _not_yet, _opposed, _figures, _dates),
        _other_event,
        *(_modality, _unclear, _wording, _possible, _exchanged),
    )
    for rule in rules:
        ruling = rule(case)
        if ruling is not None:
            return ruling
    return _contained(case)


def _nothing(case: Case) -> _Ruling | None:
    words = case.words
    told = [one for one, _ in words.shared if not one.stop]
    if not (told or (words.left_here and words.left_there)):
        return Relation.DIFFERENT, Finding(Facet.WORDING, Holds.APART, Key.NOTHING_SAID)
    if little_shared(words):
        return Relation.DIFFERENT, case.left_finding(Key.LITTLE_SHARED, Holds.APART)
    return None


def _added(case: Case) -> _Ruling | None:
    """One wording goes on where the other ends: "exports rose in May: up 3% from April"."""
    here, there = case.here.text, case.there.text
    if case.apart(Facet.POLARITY) or not (adds_to(here, there) or adds_to(there, here)):
        return None
    more = len(here) > len(there)
    key = Key.WORDS_ONLY_HERE if more else Key.WORDS_ONLY_THERE
    holds = Holds.BROADER if more else Holds.NARROWER
    return Relation(holds.value), case.left_finding(key, holds)


def adds_to(longer: str, shorter: str) -> bool:
    """Whether a wording is another one with something added behind a colon."""
    return longer.startswith(f"{shorter}: ")


def _apart_places(case: Case) -> _Ruling | None:
    finding = case.apart(Facet.PLACE)
    if finding is None:
        finding = next((f for f in case.of(Facet.ROLES) if f.key is Key.ACTORS_DIFFER), None)
        if finding is not None:  # Another figure says more: the two may be named in other words.
            finding = case.apart(Facet.QUANTITY) or finding
    return (Relation.RELATED, finding) if finding else None


def _opposed(case: Case) -> _Ruling | None:
    finding = case.apart(Facet.ROLES) or case.apart(Facet.POLARITY) or case.apart(Facet.WORDING)
    if finding is None:
        return None
    least = _BOTH_DENIAL if finding.facet is Facet.POLARITY else BOTH
    whole = finding.facet is Facet.POLARITY and finding.here == case.here.text
    if (whole and not case.is_anchored()) or not case.is_one_matter(least, finding):
        return Relation.RELATED, finding
    changed = finding.facet is Facet.WORDING and (
        case.order.dated or (case.order.known and _goes_on(case))
    )
    if changed or (case.apart(Facet.TIME) and finding.facet is not Facet.ROLES):
        return Relation.UPDATE, finding
    return Relation.CONFLICT, finding


def _figures(case: Case) -> _Ruling | None:
    finding = case.apart(Facet.QUANTITY)
    later = case.order.counted
    if finding is None:
        grown = _grown(case)
        return (Relation.UPDATE, _later(grown, later)) if grown and case.is_one_measure() else None
    if case.says_both(finding) or case.order.background or not case.is_one_measure():
        return Relation.RELATED, finding
    if later and finding.key is Key.FIGURES_DIFFER:
        return Relation.UPDATE, _later(finding, later)
    return Relation.CONFLICT, finding


def _other_event(case: Case) -> _Ruling | None:
    """As many dead in two reports a month apart that name nothing in common."""
    finding = next(iter(case.of(Facet.QUANTITY)), None)
    if finding is None or not (case.order.toll and case.is_of_two_events()):
        return None
    return Relation.RELATED, finding


def _later(finding: Finding, order: int) -> Finding:
    return replace(finding, key=Key.LATER_FIGURE if order > 0 else Key.EARLIER_FIGURE)


def _grown(case: Case) -> Finding | None:
    """A toll of a later day that the one before had left room for: "at least 12", then 31."""
    if not (case.order.toll and case.order.counted):
        return None
    grown = {Key.FIGURE_NARROWER, Key.FIGURE_BROADER}
    return next((f for f in case.of(Facet.QUANTITY) if f.key in grown), None)


def _dates(case: Case) -> _Ruling | None:
    finding = case.apart(Facet.TIME)
    if finding is None:
        return None
    if not case.is_one_measure():
        return Relation.RELATED, finding
    order = case.order.known
    if order and _goes_on(case):
        key = Key.LATER_DATE if order > 0 else Key.EARLIER_DATE
        return Relation.UPDATE, replace(finding, key=key)
    return Relation.CONFLICT, finding


def _goes_on(case: Case) -> bool:
    """Whether both tell of a state that lasts, so that two dates can both be right."""
    kinds = {case.here.facets.modality, case.there.facets.modality}
    return kinds == {Modality.PRESENT_FACT}


def _not_yet(case: Case) -> _Ruling | None:
    """A forecast or pledge against a fact: both may hold, and the fact may come after."""
    here, there = case.here.facets.modality, case.there.facets.modality
    if {"fact", "future"} != {_kind(here), _kind(there)}:
        return None
    finding = _modality_finding(case)
    order = case.order.known
    came_true = order > 0 if here in _FACT else order < 0
    about_one = case.about_one_thing() and not case.is_of_two_events()
    if came_true and about_one and not case.apart(Facet.POLARITY):
        return Relation.UPDATE, finding
    return Relation.RELATED, finding


def _modality(case: Case) -> _Ruling | None:
    if _kind(case.here.facets.modality) == _kind(case.there.facets.modality):
        return None
    return Relation.RELATED, _modality_finding(case)


def _modality_finding(case: Case) -> Finding:
    here, there = case.here.facets.modality, case.there.facets.modality
    return Finding(Facet.MODALITY, Holds.UNCLEAR, Key.MODALITY_DIFFERS, here.value, there.value)


def _kind(modality: Modality) -> str:
    if modality in _FACT:
        return "fact"
    return "future" if modality in _FUTURE else modality.value


def _unclear(case: Case) -> _Ruling | None:
    finding = next((f for f in case.findings if f.holds is Holds.UNCLEAR), None)
    return (Relation.RELATED, finding) if finding else None


def _wording(case: Case) -> _Ruling | None:
    here, there = case.left
    if (here and there) or not case.is_comparable():
        key = Key.WORDS_DIFFER
        if bool(here) != bool(there):
            key = Key.WORDS_ONLY_HERE if here else Key.WORDS_ONLY_THERE
        return Relation.RELATED, case.left_finding(key, Holds.UNCLEAR)
    return None


def _possible(case: Case) -> _Ruling | None:
    """ "May close" against "will close": both foretell, only one of them surely."""
    both = case.here, case.there
    if any(each.facets.modality not in _FUTURE for each in both):
        return None
    here, there = possibility(case.here), possibility(case.there)
    if bool(here) == bool(there):
        return None
    key = Key.WORDS_ONLY_HERE if here else Key.WORDS_ONLY_THERE
    return Relation.RELATED, Finding(Facet.MODALITY, Holds.UNCLEAR, key, here, there)


def _exchanged(case: Case) -> _Ruling | None:
    if _is_verbatim(case):
        return None
    finding = find_exchanged(case.here, case.there, case.rest)
    if finding is None:
        return None
    conflict = finding.holds is Holds.APART and case.about_one_thing()
    return (Relation.CONFLICT if conflict else Relation.RELATED), finding


def _contained(case: Case) -> _Ruling:
    differences = [f for f in case.findings if f.holds in {Holds.NARROWER, Holds.BROADER}]
    here, there = case.left
    if here:
        differences.append(case.left_finding(Key.WORDS_ONLY_HERE, Holds.BROADER))
    if there:
        differences.append(case.left_finding(Key.WORDS_ONLY_THERE, Holds.NARROWER))
    if not differences:
        return Relation.SAME, _sameness(case)
    ways = {finding.holds for finding in differences}
    if len(ways) > 1 or is_denied(case.here) != is_denied(case.there):
        return Relation.RELATED, differences[0]
    narrower = ways == {Holds.NARROWER}
    if is_denied(case.here):
        narrower = not narrower
    return (Relation.NARROWER if narrower else Relation.BROADER), differences[0]


def _is_verbatim(case: Case) -> bool:
    """Whether both say the same word for word."""
    return fold_text(case.here.text) == fold_text(case.there.text)


def _sameness(case: Case) -> Finding:
    figures = case.of(Facet.QUANTITY)
    if figures:
        return figures[0]
    key = Key.SAME_WORDING if _is_verbatim(case) else None
    return Finding(
        Facet.WORDING, Holds.EQUAL, key or Key.SAME_CONTENT, case.here.text, case.there.text
    )


def _shared(case: Case, deciding: Finding) -> tuple[str, ...]:
    """The facets that agree in all they say beside the deciding one, and that another claimant
    speaks."""
    agreeing = {f.facet.value for f in case.findings if f.holds is Holds.EQUAL}
    agreeing -= {f.facet.value for f in (deciding, *case.findings) if f.holds is Holds.APART}
    agreeing.discard(deciding.facet.value)
    agreeing.add(find_claimants(case.here, case.there))
    return tuple(sorted(agreeing - {""}))


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
