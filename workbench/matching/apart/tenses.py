"""What is or will be done against what was done: تغلق مصر المعبر, "Egypt closed the crossing".

A headline tells in the present what has happened, in Arabic only with its subject first (مصر
تغلق المعبر): there the present with its verb first is of now or of what is to come, and so is a
present of which the past stands in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.cues import stances
from workbench.facets.tenses import finite_tense
from workbench.facets.types import Modality, Role
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.texts import Text

_Two = tuple[Word, Word]
"""A word here and the same there."""
_TENSES = {Modality.PRESENT_FACT: "present", Modality.PAST_FACT: "past"}


def find_other_tense(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """A deed that both tell of, done in one text and not yet in the other."""
    both = here, there
    tenses = [_TENSES.get(each.facets.modality) for each in both]
    if set(tenses) != {"present", "past"}:
        return None
    now, done = (here, there) if tenses[0] == "present" else (there, here)
    if not (_may_be_to_come(now, done) and all(map(_is_told_in, both, tenses))):
        return None
    deed = next((pair for pair in shared if all(map(_tells, both, pair))), None)
    if deed is None and (now.language, now.facets.action) != (done.language, done.facets.action):
        return None
    if _lasts(now) and (deed is None or groups().going.isdisjoint(deed[0].meanings)):
        return None
    shown = (each.surface for each in deed) if deed else (here.text, there.text)
    return Finding(Facet.MODALITY, Holds.UNCLEAR, Key.MODALITY_DIFFERS, *shown)


def _may_be_to_come(now: Statement, done: Statement) -> bool:
    """Whether the present of one text is no headline's, beside how the other stands."""
    if not pack_for(now.language).language.article:
        return _has_article(now)
    one_language = now.language == done.language
    return _is_verb_first(now) or (one_language and not _is_verb_first(done))


def _has_article(statement: Statement) -> bool:
    """Whether who does it has an article, which a headline leaves out."""
    cast, text = cast_for(statement), Text(statement, cast_for(statement))
    acting = [each for each in cast.things if each.role is Role.AGENT]
    words = (w for w in profile(statement).words for each in acting if w.place == each.first)
    return any(map(text.has_article, words))


def _is_told_in(statement: Statement, tense: str | None) -> bool:
    """Whether the verb of a text has this tense by its form."""
    reading, action = reading_of(statement), cast_for(statement).action
    cues = stances(reading.pack)
    return tense in {finite_tense(reading, cues, at) for at in action}


def _is_verb_first(statement: Statement) -> bool:
    """Whether nobody who does it stands before the verb."""
    cast = cast_for(statement)
    return not any(
        each.role is Role.AGENT and each.end <= cast.action.start for each in cast.things
    )


def _tells(statement: Statement, word: Word) -> bool:
    """Whether a word is what the text tells by its verb, or the noun of what that carries: تقوم
    إسرائيل *بسحب* قواتها."""
    form = reading_of(statement).verb(word.place)
    carried = form is not None and form.noun and not word.name
    return word.place in cast_for(statement).action or (carried and _only_carries(statement))


def _only_carries(statement: Statement) -> bool:
    """Whether the verb of a text says nothing of its own: تقوم ب."""
    action = cast_for(statement).action
    told = [word for word in profile(statement).words if word.place in action]
    return all(word.light and not word.meanings for word in told)


def _lasts(statement: Statement) -> bool:
    """Whether the verb of a text tells of a state, so that its past says as much: يبلغ, بلغ."""
    reading = reading_of(statement)
    lasting = stances(reading.pack).lasting
    forms = (reading.verb(at) for at in cast_for(statement).action)
    return any(form is not None and form.verb in lasting for form in forms)
