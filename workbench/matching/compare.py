"""How two statements stand to each other. Facets decide; a score never does.

What each facet says is worked out here, and `workbench.matching.rules` rule on it. Claimants never
decide: the same content from another claimant is noted on the reason.

Comparison is total and symmetric: turned round it gives the same relation with *narrower* and
*broader* exchanged. A statement with content is the *same* as itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Facets, Quantity
from workbench.matching.apart.several import find_several
from workbench.matching.case import Case, little_shared
from workbench.matching.facets.claimants import find_claimants
from workbench.matching.facets.counts import find_figures
from workbench.matching.facets.dates import find_dates, without_lengths
from workbench.matching.facets.denying import as_contrary, as_small_words, by_one_verb
from workbench.matching.facets.lengths import with_lengths
from workbench.matching.facets.oppositions import find_opposition, is_denied
from workbench.matching.facets.places import find_places
from workbench.matching.facets.sequence import sequence
from workbench.matching.facets.worded import Worded, find_worded
from workbench.matching.findings import Finding, Holds
from workbench.matching.probability import agreement, features, probability
from workbench.matching.profiles import Profile
from workbench.matching.reasons import turned
from workbench.matching.roles.causing import find_causing
from workbench.matching.roles.facing import find_facing
from workbench.matching.roles.meeting import find_meeting
from workbench.matching.roles.roles import find_roles
from workbench.matching.rules import decide, may_tell
from workbench.matching.statement.repeated import alike
from workbench.matching.statement.words import profile
from workbench.matching.types import Comparison, Reason, Relation, Statement
from workbench.matching.wording.retold import Retold
from workbench.matching.wording.speakers import set_aside
from workbench.matching.wording.wording import (
    Alignment,
    Pairing,
    Rarity,
    pair,
    plain_rarity,
    weighed,
)


class _LaidOut(msgspec.Struct, frozen=True):
    """A pair with its words side by side, before anything is asked of its facets."""

    both: tuple[Statement, Statement]
    denied: tuple[bool, bool]
    profiles: tuple[Profile, Profile]
    told: Retold
    worded: Worded

    @property
    def case(self) -> Case:
        """The case without a finding."""
        return Case(*self.both, self.worded.words, (), sequence(*self.both), self.told.rest)


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
    one, other = _ordered(new, filed)
    comparison = _compared(_laid_out(one, other, rarity))
    return comparison if one is new else swapped(comparison)


def compare_worth(
    new: Statement, filed: Statement, rarity: Rarity, least: float
) -> Comparison | None:
    """The same, or nothing where the two are at most related and less similar than ``least``:
    most pairs come to that, and their facets need not be looked at."""
    one, other = _ordered(new, filed)
    laid = _laid_out(one, other, rarity)
    if laid.worded.words.similarity < least and not may_tell(laid.case):
        return None
    return _compared(laid) if one is new else swapped(_compared(laid))


def share_enough(new: Statement, filed: Statement) -> bool:
    """Whether two statements share enough words for their facets to matter."""
    return not little_shared(_paired(*_ordered(new, filed)))


@lru_cache(maxsize=512)
def _paired(one: Statement, other: Statement) -> Pairing:
    """Their words in pairs, asked for first to see whether they share enough, then to compare."""
    return pair(profile(one), profile(other))


def _ordered(new: Statement, filed: Statement) -> tuple[Statement, Statement]:
    """The two in the order in which they are compared, whichever is new."""
    return (filed, new) if _comes_first(filed, new) else (new, filed)


def _compared(laid: _LaidOut) -> Comparison:
    seen = _examined(laid)
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
    return _examined(_laid_out(new, filed, rarity))


def _laid_out(new: Statement, filed: Statement, rarity: Rarity) -> _LaidOut:
    new, filed = map(with_lengths, alike(new, filed))
    profiles = profile(new), profile(filed)
    told = _told(new, filed, weighed(_paired(new, filed), rarity))
    denied = is_denied(new), is_denied(filed)
    denying = as_small_words(told.words, profiles) if all(denied) else None
    if any(denied) and not all(denied):
        denying = as_contrary(told.words, profiles)
        if denying or by_one_verb(told.words, profiles):
            denied = (False, False)
    if denying is not None:
        told, profiles = replace(told, words=denying.words), denying.profiles
    figures = _figures_told(new.facets, filed.facets)
    worded = find_worded(told.words, figures, (new.language, filed.language))
    return _LaidOut((new, filed), denied, profiles, told, worded)


def _examined(laid: _LaidOut) -> Examined:
    findings = _findings(laid.both, laid.denied, laid.profiles, laid.told, laid.worded)
    case = replace(laid.case, findings=findings)
    relation, deciding = decide(case)
    return Examined(case, relation, deciding)


def _told(new: Statement, filed: Statement, words: Alignment) -> Retold:
    """The two as they are told from one side, by one verb, and without those who only tell them."""
    told = find_meeting(new, filed, words) or find_facing(new, filed, words)
    told = told or find_causing(new, filed, words)
    told = told or Retold(words, words, (new.facets, filed.facets))
    return set_aside(told, new, filed)


def _findings(
    both: tuple[Statement, Statement],
    denied: tuple[bool, bool],
    profiles: tuple[Profile, Profile],
    told: Retold,
    worded: Worded,
) -> tuple[Finding, ...]:
    """What each facet says."""
    new, filed = both
    words, languages = worded.words, (new.language, filed.language)
    return (
        *(() if new.text == filed.text else find_roles(both, told.facets, told.rest)),
        *find_opposition(both, denied, profiles, words),
        *find_figures(
            worded.here,
            worded.there,
            languages,
            (profiles[0].meanings, profiles[1].meanings),
        ),
        *find_several(both, words.shared),
        *find_dates(
            new.facets.times,
            filed.facets.times,
            ((new.text, new.language), (filed.text, filed.language)),
            (new.facets.quantities, filed.facets.quantities),
        ),
        *find_places(new.facets, filed.facets, words, languages),
    )


def _figures_told(here: Facets, there: Facets) -> tuple[Sequence[Quantity], Sequence[Quantity]]:
    """The figures of both that are not told as a time by one of the two."""
    return (
        without_lengths(here.quantities, here.times, there.times, there.quantities),
        without_lengths(there.quantities, there.times, here.times, here.quantities),
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
