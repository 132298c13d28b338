"""What verbs tell that only their look or place shows: forms that may be nouns, unknown words."""

from __future__ import annotations

from workbench.facets.agreement import has_feminine
from workbench.facets.cues import Stances
from workbench.facets.quantities.units import unit_lexicon
from workbench.facets.reading import GivenNames, Reading
from workbench.facets.tenses import finite_tense, has_past_ending, is_either
from workbench.facets.types import Modality
from workbench.facets.verbless import OF_TENSE
from workbench.language.lexicon import is_known

_SHAPE_REACH = 3
"""Words before a verb that is known by its look only, at most."""


def by_weak_verb(reading: Reading, cues: Stances) -> Modality | None:
    """Of the forms that may be nouns, one behind its subject (القاضي رفض, عدد … تجاوز 11)."""
    small = reading.pack.language.stop_words
    for at in range(1, len(reading.tokens) - 1):
        form = reading.verb(at)
        if form is None or not form.noun or form.tense != "past" or not _is_content(reading, at):
            continue
        subject = reading.is_definite(at - 1) or at - 1 in reading.in_hit
        counted = reading.word(at - 1) not in small and reading.tokens[at + 1].is_number
        if subject or counted:
            present = is_either(reading, cues, at, form) and has_feminine(reading, cues, at)
            return Modality.PRESENT_FACT if present else Modality.PAST_FACT
    return None


def by_ending(reading: Reading, cues: Stances) -> Modality | None:
    """Of the words that no table knows, one that has the ending of a past verb, where the subject
    comes first: "the country counted 531 cases"."""
    if cues.verb_first:
        return None
    unknown = (at for at in range(1, len(reading.tokens)) if reading.verb(at) is None)
    past = any(has_past_ending(reading, cues, at, alone=True) for at in unknown)
    return Modality.PAST_FACT if past else None


def _is_content(reading: Reading, at: int) -> bool:
    return at not in reading.in_hit and len(reading.clitics(at)) == 1


def of_shape(reading: Reading, cues: Stances, at: int, *, behind: bool = False) -> Modality | None:
    """A verb that no table knows, by its beginning (سنحاسب); ``behind`` a negator it may stand
    anywhere."""
    shaped = bool(cues.verb_shapes) and at not in reading.in_hit and at < len(reading.tokens)
    if not shaped or not (behind or _may_open(reading, cues, at)):
        return None
    names = reading.pack.derived(GivenNames).given  # ياسين
    for word in reading.clitics(at):
        small = word in reading.pack.language.stop_words
        if small or word in names or is_known(word, reading.pack):
            return None
        if word.startswith(reading.pack.language.article):
            return None
        if unit_lexicon(reading.pack).units.begins(word):
            return None  # "two years" (سنتين)
        for prefix, tense in cues.verb_shapes:
            if word.startswith(prefix) and len(word) >= len(prefix) + 3:
                promising = tense == "future" and word.startswith(cues.first_person_future)
                return Modality.PLEDGE if promising else OF_TENSE[tense]
    return None


def _may_open(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb may stand here that is known by its look only: near a clause's beginning."""
    before = reading.word(at - 1)
    if at == 0 or before in cues.complementisers or cues.relatives.width(reading, at - 1):
        return True
    head = reading.verb(0)
    if at > _SHAPE_REACH or (head is not None and head.tense == "noun"):
        return False
    # "Added *Leonardo*" (ليوناردو): the clause has its verb.
    return all(finite_tense(reading, cues, each) is None for each in range(at))
