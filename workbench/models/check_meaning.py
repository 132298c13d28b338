"""Checks of what is said: the same figures and dates both ways, as sure and as denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.facets.quantities.quantities import read_quantities
from workbench.facets.types import Modality, Quantity, Time
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.stems import terms
from workbench.models.case import Case
from workbench.models.types import Reason, Refusal

_FACTS = {Modality.PAST_FACT, Modality.PRESENT_FACT}


def numbers(case: Case) -> Refusal | None:
    """The same figures both ways: value, bound, vague word, rise or fall, unit, what is counted."""
    said = [q for q in case.said.quantities if not _in_times(q, case.said.times)]
    worded = [
        q for q in read_quantities(case.text, case.pack) if not _in_times(q, case.worded.times)
    ]
    for here, there in ((worded, said), (said, worded)):
        for figure in here:
            if not any(_same_figure(figure, other, case.pack) for other in there):
                return Refusal(Reason.NUMBERS, figure.surface)
    units = [sorted(q.unit for q in each if q.unit) for each in (said, worded)]
    if len(units[1]) < len(units[0]):
        return Refusal(Reason.NUMBERS, f"without its unit, {', '.join(units[0])}")
    if len(said) != len(worded):
        return Refusal(Reason.NUMBERS, "a figure more or less")
    return _named_figures(case, said)


def _named_figures(case: Case, said: Sequence[Quantity]) -> Refusal | None:
    """The figures that a model lists are those of its quote, or part of one of its dates."""
    known = {(q.low, q.high) for q in said}
    dates = fold_text(" ".join(time.surface for time in case.said.times))
    for surface in case.proposal.figures:
        if fold_text(surface) and fold_text(surface) in dates:
            continue
        found = read_quantities(surface, case.pack)
        if not found or any((q.low, q.high) not in known for q in found):
            return Refusal(Reason.NUMBERS, surface)
    return None


def _same_figure(one: Quantity, other: Quantity, pack: LanguagePack) -> bool:
    """Whether two figures say the same; a unit or noun that one leaves out does not part them."""
    values = ("low", "high", "comparator", "vague", "change")
    if any(getattr(one, name) != getattr(other, name) for name in values):
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    mine, theirs = set(terms(one.counted, pack)), set(terms(other.counted, pack))
    return not mine or not theirs or mine <= theirs or theirs <= mine


def _in_times(quantity: Quantity, times: Iterable[Time]) -> bool:
    return any(time.span.contains(quantity.span) for time in times)


def dates(case: Case) -> Refusal | None:
    """The same times both ways, by their words or by what they resolve to."""
    said, worded = (*case.said.times, *case.alone.times), case.worded.times
    for time in worded:
        if not any(_same_time(time, other) for other in said):
            return Refusal(Reason.DATES, time.surface)
    for time in case.said.times:
        if not any(_same_time(time, other) for other in worded):
            return Refusal(Reason.DATES, time.surface)
    return None


def _same_time(one: Time, other: Time) -> bool:
    if fold_text(one.surface) == fold_text(other.surface):
        return True
    resolved = one.interval is not None and one.interval == other.interval
    return resolved and (one.relation, one.duration) == (other.relation, other.duration)


def polarity(case: Case) -> Refusal | None:
    """The wording is as denied as its quote, and the quote as what the rules read there."""
    if case.worded.polarity.negated != case.alone.polarity.negated:
        return Refusal(Reason.POLARITY, "its wording turns its quote")
    rules = {claim.facets.polarity.negated for claim in case.beside}
    if rules and case.negated not in rules:
        return Refusal(Reason.POLARITY, "the quote is denied, or a denial is cut off")
    return None


def modality(case: Case) -> Refusal | None:
    """A pledge, a forecast or an opinion stays one, and a hedge stays."""
    kinds = {_kind(each.modality) for each in (case.alone, case.worded)}
    if len(kinds) > 1:
        return Refusal(Reason.MODALITY, f"{case.alone.modality} and {case.worded.modality}")
    if bool(case.alone.hedges) != bool(case.worded.hedges):
        return Refusal(Reason.MODALITY, "a hedge is put in or left out")
    return None


def _kind(modality: Modality) -> str:
    return "fact" if modality in _FACTS else str(modality)
