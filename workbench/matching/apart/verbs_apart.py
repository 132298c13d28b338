"""One verb in two meanings: by the particle behind it ("moved in", "moved out"), or because its
letters are a form of another verb as well (تسلم الوزير, he received; تسلم الحكومة, it hands over).
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.cues import stances
from workbench.facets.reading import Reading
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.schema import Actors, Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import are_people
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.posts import plain
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement

_Two = tuple[Word, Word]
"""A word here and the same there."""


def find_other_verb(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """A verb that both share and that says another thing there."""
    texts = reading_of(here), reading_of(there)
    if here.language == there.language and _is_other_state(*texts):
        both = here.text, there.text
        return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, *both)
    for pair in (each for each in shared if not each[0].facet):
        if here.language == there.language and _turns(pair, texts):
            shown = tuple(
                f"{word.surface} {_particle(word, text)}"
                for word, text in zip(pair, texts, strict=True)
            )
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, shown[0], shown[1])
        made_to = _are_made_to(pair, texts) and (
            _is_made_to(pair, shared) or _is_done_to_more((here, there), shared)
        )
        if made_to or _is_of_another(pair, texts):
            shown = pair[0].surface, pair[1].surface
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *shown)
    return None


def find_other_side(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """Somebody who gets in one text what he does in the other: "got an apology", "apologised"."""
    got = gets(here), gets(there)
    if bool(got[0]) == bool(got[1]):
        return None
    casts = cast_for(here), cast_for(there)
    if any(
        one.place in casts[0].action and other.place in casts[1].action for one, other in shared
    ):
        return None  # "received the envoy" is استقبل
    ours, theirs = map(by_token, casts)
    acting = [(ours.get(one.place), theirs.get(other.place)) for one, other in shared]
    if not any(one and other and one.role is other.role is Role.AGENT for one, other in acting):
        return None
    shown = (got[0] or here.facets.action), (got[1] or there.facets.action)
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def gets(statement: Statement) -> str:
    """The verb by which somebody gets what another does, where it is the statement's own."""
    code = pack_for(statement.language).code
    some = senses_of(code).getting
    words = {word.folded for word in lexemes_of(code).of(plain(statement.text))}
    if not any(words.issuperset(each.split()) for each in some):
        return ""
    cast, text = cast_for(statement), reading_of(statement)
    if not cast.action:
        return ""
    verb = text.word(cast.action[-1])
    pair = f"{verb} {text.word(cast.action[-1] + 1)}"
    return next((each for each in (pair, verb) if each in some), "")


def _is_other_state(here: Reading, there: Reading) -> bool:
    """Whether something is in contrary states in two texts of a language: "is on", "is off"."""
    ours, theirs = _states(here), _states(there)
    opposite = here.pack.section(Actors).opposite_particles
    return any(
        (one in ours and other in theirs) or (one in theirs and other in ours)
        for one, other in opposite
    )


def _states(text: Reading) -> set[str]:
    """The particles by which a text tells in what state something is: "flights are *on* again".

    Not those before a noun, which say where it is: "is in the building".
    """
    some = {each for two in text.pack.section(Actors).opposite_particles for each in two}
    auxiliaries = stances(text.pack).passive_auxiliaries
    last = len(text.tokens) - 1
    return {
        text.word(at)
        for at in range(1, len(text.tokens))
        if text.word(at) in some
        and not auxiliaries.isdisjoint((text.word(at - 1), text.word(at - 2)))
        and (at == last or (text.is_small(at + 1) and not text.is_article(at + 1)))
    }


def _turns(pair: _Two, texts: tuple[Reading, Reading]) -> bool:
    """Whether the particle of a verb is the contrary there."""
    if pair[0].stem != pair[1].stem or any(word.parts for word in pair):
        return False
    particles = {_particle(word, text) for word, text in zip(pair, texts, strict=True)}
    opposite = texts[0].pack.section(Actors).opposite_particles
    return any(particles == set(two) for two in opposite)


def _particle(word: Word, text: Reading) -> str:
    """The particle of a verb: right behind it, or behind what it is done to at the end."""
    some = {each for two in text.pack.section(Actors).opposite_particles for each in two}
    last = len(text.tokens) - 1
    behind = word.place + 1
    if text.word(behind) not in some and text.verb(word.place) is not None:
        behind = max(last, behind)
    return text.word(behind) if text.word(behind) in some else ""


def _is_of_another(pair: _Two, texts: tuple[Reading, Reading]) -> bool:
    """Whether two words have a sense in common only because one is a form of another verb too."""
    if pair[0].language == pair[1].language and pair[0].stem == pair[1].stem:
        return False
    ours, theirs = (_own(word, text) for word, text in zip(pair, texts, strict=True))
    met = bool(pair[0].meanings & pair[1].meanings)
    return met and ours.isdisjoint(theirs)


def _are_made_to(pair: _Two, texts: tuple[Reading, Reading]) -> bool:
    """Whether by one of two forms of a verb somebody does what by the other he is made to do."""
    forms = [text.verb(word.place) for text, word in zip(texts, pair, strict=True)]
    if pair[0].language != pair[1].language or not (forms[0] and forms[1]):
        return False
    verbs = forms[0].verb, forms[1].verb
    return _makes(*verbs, pair[0].language) or _makes(*verbs[::-1], pair[0].language)


def _is_done_to_more(sides: tuple[Statement, Statement], shared: Sequence[_Two]) -> bool:
    """Whether one of two texts has it done to something that the other does not name: "the minister
    withdrew the bill from the council" (سحب), "the minister withdrew from the council" (انسحب)."""
    for side, statement in enumerate(sides):
        told = {pair[side].place for pair in shared}
        done = (each for each in cast_for(statement).things if each.role is Role.PATIENT)
        if any(told.isdisjoint(range(each.first, each.end)) for each in done if not each.governor):
            return True
    return False


def _is_made_to(pair: _Two, shared: Sequence[_Two]) -> bool:
    """Whether somebody does in one text what he is made to do in the other: توقف المدير, أوقف
    المدير; troops withdraw and are withdrawn alike."""
    behind = next((two for two in shared if two[0].place == pair[0].end), None)
    same = behind is not None and behind[1].place == pair[1].end and are_people(behind)
    return same and groups().either_way.isdisjoint(pair[0].meanings & pair[1].meanings)


def _makes(own: str, made: str, language: str) -> bool:
    """Whether a verb makes somebody do what the other one says, by how they begin."""
    return own != made and any(
        own.startswith(first) and made.startswith(other) and own[len(first) :] == made[len(other) :]
        for first, other in senses_of(language).causing
    )


def _own(word: Word, text: Reading) -> frozenset[str]:
    """What a word means; without what it means as another verb's form of a woman, unless what
    stands beside it may be one."""
    listed = senses_of(word.language).as_listed.get(word.folded)
    if listed is None or any(_is_feminine(text, at) for at in (word.place - 1, word.end)):
        return word.meanings
    return listed


def _is_feminine(text: Reading, at: int) -> bool:
    """Whether the word at a token may be feminine: by its ending, or as the name of a country."""
    endings = tuple(map(fold_text, text.pack.section(Speech).feminine_endings))
    masculine = map(fold_text, text.pack.section(Actors).masculine_countries)
    named = at in text.hit_at and text.word(at) not in set(masculine)
    return named or (bool(endings) and text.word(at).endswith(endings))
