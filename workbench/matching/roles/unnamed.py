"""Somebody's own people, and whether he does it to them or it befalls them: "she killed her
husband", "her husband was killed".

Who does it is left unsaid, or is the one whose they are; English tells by its verb, Arabic by
whether that agrees with the noun behind it: قتلت زوجها, قتل زوجها.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from workbench.facets.cues import stances
from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement

_DONE, _BEFALLS, _EITHER = "done by him", "befalls them", "either"


def find_other_doer(here: Statement, there: Statement) -> Finding | None:
    """Whether one of two texts has somebody do to his own people what only befalls them there."""
    acted = _acted_on(here), _acted_on(there)
    if None in acted or acted[0] == acted[1]:
        return None
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, here.text, there.text)


@lru_cache(maxsize=1024)
def _acted_on(statement: Statement) -> str | None:
    """How the verb says that somebody's people fare, or nothing where it tells of none."""
    words = profile(statement).words
    people = [word.place for word in words if _is_relative(word)]
    if not people:
        return None
    reading, rules = reading_of(statement), pack_for(statement.language).derived(_Possession)
    action = cast_for(statement).action
    content = {word.place for word in words if not (word.aside or word.located)}
    own = [at for at in people if rules.owned(reading, at, content)]
    if not (own and action):
        return None
    tell = rules.by_agreement if rules.verb_first else rules.by_verb
    return tell(reading, action, own)


def _is_relative(word: Word) -> bool:
    return not groups().relatives.isdisjoint(word.ideas | word.meanings)


class _Possession:
    """How a language tells whose people they are, and of which sex a verb and a noun are."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        actors = pack.section(Actors)
        self.verb_first = bool(pack.language.article)
        self._determiners = frozenset(map(fold_text, actors.determiners))
        self._genitives = frozenset(map(fold_text, actors.genitives))
        # Endings of a noun for a woman with the pronoun of whose she is: زوجته.
        self._feminine = tuple(map(fold_text, pack.language.restored))
        self._pronouns = tuple({ending[1:] for ending in self._feminine})
        self._hers = tuple(map(fold_text, actors.feminine_owners))
        self._feminine_verbs = tuple(map(fold_text, pack.section(Clauses).feminine_verbs))

    def owned(self, reading: Reading, at: int, content: Set[int]) -> bool:
        """Whether a noun is said to be somebody's: "*her* husband", "the mayor's wife", زوجها,
        شقيق رجل."""
        if self.verb_first:
            head = at + 1 in content and not reading.is_definite(at)
            return head or reading.word(at).endswith(self._pronouns)
        return reading.is_possessive(at - 1) or reading.word(at - 1) in self._determiners

    def by_verb(self, reading: Reading, action: range, own: Sequence[int]) -> str | None:
        """How they fare by an English verb or a noun of doing: "the killing of her husband"."""
        auxiliaries = stances(self._pack).passive_auxiliaries
        if any(reading.word(at) in auxiliaries for at in action[:-1]):
            return _BEFALLS if own[0] < action.start else None
        behind = [at for at in own if at >= action.stop and not reading.is_possessive(at - 1)]
        if not behind:
            return None
        return _BEFALLS if reading.word(behind[0] - 2) in self._genitives else _DONE

    def by_agreement(self, reading: Reading, action: range, own: Sequence[int]) -> str | None:
        """How they fare by an Arabic verb before them: if he may be whose they are, by either."""
        at = own[0]
        if at != action.stop:
            return _DONE if at > action.stop else None  # قتل رجل شقيقه
        word, verb = reading.word(at), reading.word(action.start)
        feminine = verb.endswith(self._feminine_verbs)
        if feminine != word.endswith(self._feminine):
            return _DONE
        is_hers = word.endswith(self._hers)
        return _EITHER if word.endswith(self._pronouns) and is_hers == feminine else _BEFALLS
