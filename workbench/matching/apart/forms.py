"""The same words in a form that says something else: "to visit" is not "visits", "attacked" without
an auxiliary not "attacks", a gap that narrows *to* three points not one that narrows *by* three.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.cues import stances
from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.schema import Clauses
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.levels import is_other_level

_Two = tuple[Word, Word]
"""A word here and the same there."""
_PAST = {"past", "participle"}
_KEYS = {
    Facet.ROLES: Key.ROLES_DIFFER,
    Facet.QUANTITY: Key.FIGURES_CLOSE,
    Facet.MODALITY: Key.MODALITY_DIFFERS,
}


def find_other_form(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """A form of a word that both share that says another thing there."""
    both = here, there
    shown = here.text, there.text
    if _is_to_come(here) != _is_to_come(there) or _telling(here) != _telling(there):
        return Finding(Facet.MODALITY, Holds.UNCLEAR, Key.MODALITY_DIFFERS, *shown)
    for pair in shared:
        facet = _Sides(both, pair).differ()
        if facet is not None:
            shown = pair[0].surface, pair[1].surface
            return Finding(facet, Holds.UNCLEAR, _KEYS[facet], *shown)
    return None


def _telling(statement: Statement) -> frozenset[str]:
    """What small words say that change a statement: that it only can be, that it is one or the
    other, that each gets as much, that it is only some, that it is hearsay; no part of a figure
    does ("some 200")."""
    reading, own = reading_of(statement), senses_of(pack_for(statement.language).code)
    counted = {w for each in statement.facets.quantities for w in fold_text(each.surface).split()}
    found = (
        own.telling.get(reading.word(at), "")
        for at in range(len(reading.tokens))
        if not own.denies(reading.word(at + 1)) and reading.word(at) not in counted
    )
    return frozenset(found) - {""}


def _is_to_come(statement: Statement) -> bool:
    """Whether a headline tells by its infinitive what is to come: "Envoy *to visit* Khartoum"."""
    pack, reading = pack_for(statement.language), reading_of(statement)
    marks = frozenset(map(fold_text, pack.section(Clauses).infinitives))
    for at in range(1, len(reading.tokens) - 1):
        form = reading.verb(at)
        if form is not None and form.is_only_verb:
            return False
        ahead = reading.verb(at + 1)
        if reading.word(at) in marks and ahead is not None and ahead.tense == "base":
            told = (reading.verb(before) for before in range(at))
            return all(each is None or each.noun for each in told)
    return False


class _Sides:
    """A word that both share, as it stands in each of the two."""

    def __init__(self, both: tuple[Statement, Statement], pair: _Two) -> None:
        self._both, self._pair = both, pair
        self._readings = reading_of(both[0]), reading_of(both[1])

    def differ(self) -> Facet | None:
        """By what the two forms part the statements, if they do."""
        one, other = self._pair
        if one.facet and other.facet:
            moved = is_other_level(self._pair, self._both)
            return Facet.QUANTITY if moved else None
        if one.aside or other.aside or one.language != other.language:
            return None
        if self._is_under_way():
            return Facet.MODALITY
        return Facet.ROLES if self._is_other_voice() else None

    def _is_under_way(self) -> bool:
        """Whether it is being done in one text and was done in the other: "is withdrawing"."""
        if not groups().announced.isdisjoint(self._pair[0].meanings & self._pair[1].meanings):
            return False
        forms = [r.verb(w.place) for r, w in zip(self._readings, self._pair, strict=True)]
        tenses = ["" if form is None else form.tense for form in forms]
        if "gerund" not in tenses or _PAST.isdisjoint(tenses):
            return False
        side = tenses.index("gerund")
        reading = self._readings[side]
        before = reading.word(self._pair[side].place - 1)
        return before in stances(reading.pack).passive_auxiliaries

    def _is_other_voice(self) -> bool:
        """Whether a headline leaves the auxiliary out in one text: "convoy *attacked* in Darfur"
        was attacked, "convoy *attacks* in Darfur" was not."""
        meant = self._pair[0].meanings & self._pair[1].meanings
        one, other = self._pair
        if groups().done_to.isdisjoint(meant) or one.stem != other.stem:
            return False
        if one.parts or other.parts or one.folded == other.folded:
            return False
        casts = map(cast_for, self._both)
        if any(w.place not in cast.action for w, cast in zip(self._pair, casts, strict=True)):
            return False
        done = [_is_bare_participle(r, w) for r, w in zip(self._readings, self._pair, strict=True)]
        does = [_is_active(r, w) for r, w in zip(self._readings, self._pair, strict=True)]
        return (done[0] and does[1]) or (done[1] and does[0])


def _is_bare_participle(reading: Reading, word: Word) -> bool:
    """Whether a verb may be passive without saying so, and nothing stands behind it that it could
    be done to."""
    form = reading.verb(word.place)
    if form is None or form.tense not in _PAST or word.place == 0:
        return False
    auxiliaries = stances(reading.pack).passive_auxiliaries
    if any(reading.word(at) in auxiliaries for at in range(word.place)):
        return False
    last = word.end >= len(reading.tokens)
    prepositions = reading.pack.derived(Prepositions).all
    return last or reading.is_small(word.end) or reading.word(word.end) in prepositions


def _is_active(reading: Reading, word: Word) -> bool:
    """Whether a verb can be no participle: "attacks", "beat"."""
    form = reading.verb(word.place)
    if form is None or word.place == 0 or form.tense in {"participle", "gerund"}:
        return False
    return form.tense in {"present", "base"} or not form.participle
