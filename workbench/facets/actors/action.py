"""What is done: the main verb of a text, or the noun that stands for one."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from workbench.facets.cues import Stances, stances
from workbench.facets.main_clause import main_clause
from workbench.facets.reading import Reading
from workbench.facets.tenses import finite_tense
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors

FAR = 4
"""Tokens between an auxiliary and its verb."""

DEEDS = frozenset(
    {"attack", "strike", "shooting", "invade", "siege", "massacre", "sanction", "threat", "war"}
)
"""Ideas whose adjective of nationality names the agent: "an Israeli strike"."""


class RoleWords:
    """What the section ``[actors]`` says of prepositions and verbs, folded."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.on = frozenset(map(fold_text, data.patient_prepositions))
        self.others = frozenset(map(fold_text, data.prepositions))
        self.undergoing = frozenset(map(fold_text, data.undergoing))
        self.raising = frozenset(map(fold_text, data.raising))
        self.goals = frozenset(map(fold_text, data.goal_prepositions))
        self.objective = frozenset(map(fold_text, data.objective_nouns))
        self.listing = frozenset(map(fold_text, data.listing))
        self.offices = frozenset(data.people)
        self.verb_first = data.noun_first
        self.sources = frozenset(map(fold_text, data.source_prepositions))
        self.pronouns = frozenset(map(fold_text, data.pronouns))
        self.titles = frozenset(map(fold_text, data.titles))
        self.determiners = frozenset(map(fold_text, data.determiners))
        self.genitives = frozenset(map(fold_text, data.genitives))
        self.cases = pack.language.cases


class Action(msgspec.Struct, frozen=True):
    """What is done: tokens ``[first, end)`` with auxiliaries, and the verb."""

    first: int
    end: int
    verb: str
    noun: bool
    passive: bool
    zone: int
    """First token of the clause: the subject stands at or after it."""


def find_action(reading: Reading) -> Action | None:
    """The main verb of a text, or the verbal noun that stands for one, or nothing.

    A verb of speech yields to the verb of what is said.
    """
    cues = stances(reading.pack)
    main = main_clause(reading)
    finite = (at for at in range(len(reading.tokens)) if main[at] and _is_verb(reading, cues, at))
    spoken: Action | None = None
    for at in finite:
        if spoken is not None and at < spoken.end:
            continue
        zone = content_start(reading, cues, spoken.end) if spoken else 0
        action = _verb_action(reading, cues, at, zone)
        if action.verb in cues.speech and spoken is None:
            spoken = action
            continue
        return action
    return spoken or _noun_action(reading)


def content_start(reading: Reading, cues: Stances, at: int) -> int:
    """Where what is said begins behind a verb of speech: after "that", or at once."""
    return next(
        (
            after + 1
            for after in range(at, len(reading.tokens))
            if reading.is_in(after, cues.complementisers)
        ),
        at,
    )


def _is_verb(reading: Reading, cues: Stances, at: int) -> bool:
    if at in reading.in_hit:
        return False
    if finite_tense(reading, cues, at) is not None:
        return True
    return reading.word(at) in cues.future_auxiliaries and not reading.is_beside_number(at)


def _verb_action(reading: Reading, cues: Stances, at: int, zone: int) -> Action:
    """The verb at a token together with its auxiliaries ("was reportedly killed")."""
    last, passive = at, reading.word(at) in cues.passive_auxiliaries
    been = reading.word(at - 1) in cues.passive_auxiliaries  # "have been appointed"
    for after in range(at + 1, min(at + 1 + FAR, len(reading.tokens))):
        if not _is_auxiliary(reading, cues, last):
            break
        form = reading.verb(after)
        if form is not None:
            last = after
            passive = passive or reading.word(after) in cues.passive_auxiliaries
        elif reading.word(after) not in cues.adverbs:
            break
    to = _raised_to(reading, last)
    if to:
        raised = _verb_action(reading, cues, to - 1, zone)  # as if behind "will"
        return replace(raised, first=at)
    form = reading.verb(last)
    is_participle = form is not None and form.tense in {"past", "participle", "base"}
    verb = form.verb if form is not None else reading.stem(last)
    passive = is_participle and (been or (passive and last > at))
    return Action(at, last + 1, verb, noun=False, passive=passive, zone=zone)


def _raised_to(reading: Reading, at: int) -> int:
    """The infinitive that the subject of a word which only looks ahead to it has as its verb, or
    0: "is set to *fine*", "is likely to *be* fined", "is going to *rise*"."""
    words = reading.pack.derived(RoleWords)
    for raising in (at, at + 1):
        led = reading.word(raising) in words.raising and reading.word(raising + 1) in words.goals
        if led and reading.joined(raising + 1) and reading.verb(raising + 2) is not None:
            return raising + 2
    return 0


def _is_auxiliary(reading: Reading, cues: Stances, at: int) -> bool:
    word = reading.word(at)
    if not reading.pack.language.article:
        return word in reading.pack.language.stop_words or word in cues.future_auxiliaries
    return reading.is_in(at, cues.past_auxiliaries) or word in cues.future_auxiliaries


def _noun_action(reading: Reading) -> Action | None:
    for at in range(len(reading.tokens)):
        form = reading.verb(at) if at not in reading.in_hit else None
        if form is not None and (form.tense != "gerund" or _is_noun(reading, at)):
            return Action(at, at + 1, form.verb, noun=True, passive=False, zone=0)
    for at in range(len(reading.tokens)):
        if at not in reading.in_hit and not DEEDS.isdisjoint(ideas(reading.word(at), reading.pack)):
            return Action(at, at + 1, reading.stem(at), noun=True, passive=False, zone=0)
    return None


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether a form in -ing is a noun: "the killing of"."""
    genitives = reading.pack.derived(RoleWords).genitives
    owned = reading.is_article(at - 1) or reading.is_possessive(at - 1)
    return owned or reading.word(at + 1) in genitives
