"""What texts tell whose first verb says little: a clause as a subject, what a thing is about."""

from __future__ import annotations

from workbench.facets.cues import Stances, pauses
from workbench.facets.reading import Reading
from workbench.facets.tenses import finite_tense, is_plural_present
from workbench.facets.types import Modality

_TAKEN_UP = 3
"""Words before the verb of such a clause, at least."""


def of_asking_clause(reading: Reading, cues: Stances) -> Modality | None:
    """What is said of a clause that opens the text: "*What caused it* is not yet known"."""
    if reading.word(0) not in cues.asking_clauses:
        return None
    if any(pauses(reading, at) for at in range(1, len(reading.tokens))):
        return None  # "When the law was passed, …"
    said = [at for at in range(2, len(reading.tokens)) if reading.word(at) in cues.being]
    if not said or reading.verb(said[-1] + 1) is not None:
        return None  # "What he said was *denied*"
    past = finite_tense(reading, cues, said[-1]) == "past"
    return Modality.PAST_FACT if past else Modality.PRESENT_FACT


def concerns(reading: Reading, cues: Stances) -> bool:
    """Whether the first verb only tells what a thing is about: "affects packs dated 3 December"."""
    acts = (at for at in range(len(reading.tokens)) if _acts(reading, cues, at))
    form = reading.verb(next(acts, -1))
    return form is not None and form.verb in cues.concerning


def _acts(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a finite verb stands there, be it one of several who act ("experts *need*")."""
    form = reading.verb(at)
    if form is None or finite_tense(reading, cues, at) is not None:
        return form is not None
    return not cues.verb_first and is_plural_present(reading, cues, at, form)


def tells_worth(reading: Reading, cues: Stances) -> bool:
    """Whether no more is told than what a thing is thought to be worth: "the cost, *estimated at* 5
    million"; "was valued at" has a verb."""
    worth = next(iter(cues.worths.find(reading)), None)
    if worth is None:
        return False
    others = (at for at in range(len(reading.tokens)) if at != worth[0])
    return all(finite_tense(reading, cues, at) is None for at in others)


def of_taken_up(reading: Reading, cues: Stances) -> Modality | None:
    """What a clause without its pronoun tells of an indefinite noun, in the time of its own verb:
    "a claim the family *rejects*"."""
    last = len(reading.tokens) - 1
    if cues.verb_first or last < _TAKEN_UP or reading.word(0) not in cues.indefinite:
        return None
    form = reading.verb(last)
    if form is None or form.noun or last in reading.in_hit:
        return None
    return {"present": Modality.PRESENT_FACT, "past": Modality.PAST_FACT}.get(form.tense)
