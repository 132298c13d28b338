"""He and she, whom two texts tell of by nothing but a pronoun: "he was accused", "she was accused";
and nobody, who does nothing or has nothing done to him: "nobody paid him", "he paid nobody".

English has words for them, of which each says who does it, whom it befalls, and whose it is; in
Arabic they are written on to the verb: اتهمها, اتهمته.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.facets.cues import stances
from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses, Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.reasons import Key
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement

_Part = tuple[str, str]
"""Of which sex somebody is, or several are, and the part that the pronoun has; where it is written
on, the verb, and all that this says."""
_DOES, _UNDERGOES, _OWNS = "does", "undergoes", "owns"
_NOBODY = "nobody"
_RAISED = 3
"""Words from "is" to the verb of "is set to be"."""


def find_other_pronouns(here: Statement, there: Statement) -> Finding | None:
    """Whether each of two texts of one language tells of somebody of whom the other does not."""
    if here.language != there.language:
        return None
    ours, theirs = _pronouns(here), _pronouns(there)
    if pack_for(here.language).derived(_Pronouns).clinging:
        if _has_nobody(here) and _has_nobody(there) and _verbs(ours) != _verbs(theirs):
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, here.text, there.text)
        verbs = {verb for verb, _ in ours} & {verb for verb, _ in theirs}
        ours, theirs = (frozenset(p for p in each if p[0] in verbs) for each in (ours, theirs))
    if ours <= theirs or theirs <= ours:
        return None
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ACTORS_DIFFER, here.text, there.text)


def _verbs(pronouns: frozenset[_Part]) -> frozenset[str]:
    """The verbs that pronouns are written on to."""
    return frozenset(verb for verb, _ in pronouns)


def _has_nobody(statement: Statement) -> bool:
    """Whether a text denies of anybody at all, in a language that has no word for nobody."""
    senses = senses_of(pack_for(statement.language).code)
    reading = reading_of(statement)
    nobody = any(reading.word(at) in senses.partitive for at in range(len(reading.tokens)))
    return nobody and statement.facets.polarity.negated


@lru_cache(maxsize=1024)
def _pronouns(statement: Statement) -> frozenset[_Part]:
    reading = reading_of(statement)
    rules = pack_for(statement.language).derived(_Pronouns)
    return frozenset(rules.written_on(reading) if rules.clinging else rules.alone(reading))


class _Pronouns:
    """The pronouns of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        actors, clauses = pack.section(Actors), pack.section(Clauses)
        agree = {
            fold_text(word): each.agree
            for each in pack.section(Speech).pronouns
            for word in each.words
        }
        subjects = frozenset(map(fold_text, actors.pronouns))
        self._agree = {
            word: sex
            for word, sex in agree.items()
            if sex in "mf" or (sex == "p" and word in subjects)
        }
        self._subjects = subjects
        self._raising = frozenset(map(fold_text, actors.raising))
        self._auxiliaries = stances(pack).passive_auxiliaries
        self._futures = stances(pack).future_auxiliaries
        self._nobody = senses_of(pack.code).denying_pronouns
        self._by = frozenset(map(fold_text, actors.agent_prepositions))
        self._owners = {
            fold_text(own): agree[fold_text(one)]
            for one, own in clauses.owner_pronouns.items()
            if agree.get(fold_text(one), "n") in "mf"
        }
        # Endings of a noun for a woman with the pronoun of whose she is: those of a verb as well.
        self.clinging = tuple(fold_text(ending)[1:] for ending in pack.language.restored)
        self._feminine = tuple(map(fold_text, clauses.feminine_verbs))

    def alone(self, reading: Reading) -> Iterator[_Part]:
        """The pronouns that are words of their own; *her* is whose something is, or whom it
        befalls, by what stands behind it."""
        for at in range(len(reading.tokens)):
            word = reading.word(at)
            if word in self._owners and reading.joined(at + 1) and not reading.is_small(at + 1):
                yield self._owners[word], _OWNS
            elif word in self._agree:
                does = word in self._subjects and not self._is_passive(reading, at + 1)
                yield self._agree[word], _DOES if does else _UNDERGOES
            elif word in self._nobody:
                yield _NOBODY, _DOES if self._does_nothing(reading, at) else _UNDERGOES

    def _does_nothing(self, reading: Reading, at: int) -> bool:
        """Whether it is by nobody that something is done: "nobody paid", "paid by nobody"."""
        form = reading.verb(at + 1)
        acts = form is not None or reading.word(at + 1) in self._auxiliaries
        passive = self._is_passive(reading, at + 1)
        return (acts and not passive) or reading.word(at - 1) in self._by

    def _is_passive(self, reading: Reading, at: int) -> bool:
        """Whether a passive stands at a token: "was fined", "is set to *be fined*"."""
        if reading.word(at + 1) in self._raising:
            at += _RAISED
        at += reading.word(at) in self._futures  # "will *be fined*"
        form = reading.verb(at + 1)
        participle = form is not None and form.tense in {"past", "participle"}
        return participle and reading.word(at) in self._auxiliaries

    def written_on(self, reading: Reading) -> Iterator[_Part]:
        """Those that are written on to a verb, each with the sex of whom the verb tells."""
        for at in range(len(reading.tokens)):
            form, word = reading.verb(at), reading.word(at)
            ending = max((e for e in self.clinging if word.endswith(e)), key=len, default="")
            if form is not None and form.pronoun and ending and form.is_finite:
                feminine = word.removesuffix(ending).endswith(self._feminine)
                yield form.verb, f"{_UNDERGOES} {ending} {feminine}"
