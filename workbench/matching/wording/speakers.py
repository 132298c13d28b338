"""Who tells what is stated: "the ministry said …", "… according to the ministry".

Where both statements name one speaker it is nothing which of the two ways they do it, and the
speaker does nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from msgspec.structs import replace

from workbench.facets.reading import Reading
from workbench.facets.types import Facets, Role
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.posts import plain
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.retold import Retold
from workbench.matching.wording.wording import Alignment

_SAYING = "sense:say"


def set_aside(told: Retold, here: Statement, there: Statement) -> Retold:
    """The same without whoever tells it in both, and nobody doing what he only tells."""
    tell = speakers_of(here), speakers_of(there)
    if not any(tell):
        return told
    shared = [
        pair
        for pair in told.rest.shared
        if not all(word.place in places for word, places in zip(pair, tell, strict=True))
    ]
    facets = [_silenced(*each) for each in zip(told.facets, (here, there), tell, strict=True)]
    rest = replace(told.rest, shared=tuple(shared))
    return replace(told, rest=rest, facets=(facets[0], facets[1]))


def without_speaker(
    here: Statement, there: Statement, words: Alignment
) -> tuple[Sequence[Word], Sequence[Word]]:
    """The left-over words of each, without whoever tells it in one where nobody does in the other:
    "the dam is safe, officials said" says of the dam what "the dam is safe" says."""
    tell = speakers_of(here), speakers_of(there)
    if bool(tell[0]) == bool(tell[1]):
        return words.left_here, words.left_there
    return (
        [word for word in words.left_here if word.place not in tell[0]],
        [word for word in words.left_there if word.place not in tell[1]],
    )


def find_other_speaker(here: Statement, there: Statement, words: Alignment) -> Finding | None:
    """Whether each has somebody tell it whom the other only tells about."""
    tell = speakers_of(here), speakers_of(there)
    sides = [
        [
            pair
            for pair in words.shared
            if (pair[0].place in tell[0], pair[1].place in tell[1]) == way
        ]
        for way in ((True, False), (False, True))
    ]
    if not all(sides):
        return None
    shown = sides[0][0][0].surface, sides[1][0][1].surface
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def _silenced(facets: Facets, statement: Statement, tell: Set[int]) -> Facets:
    """The facets without the parts of those who only tell."""
    names = {
        name for word in profile(statement).words if word.place in tell for name in word.meanings
    }
    actors = tuple(
        replace(actor, role=Role.MENTIONED) if f"{NAME}{actor.name}" in names else actor
        for actor in facets.actors
    )
    return replace(facets, actors=actors)


@lru_cache(maxsize=1024)
def speakers_of(statement: Statement) -> Set[int]:
    """The tokens of the names of speakers."""
    pack = pack_for(statement.language)
    words = profile(statement).words
    if not (any(map(_is_saying, words)) or _may_cite(statement, pack)):
        return frozenset()
    reading = reading_of(statement)
    runs = _runs(words, reading)
    telling = [
        run for run in runs if _is_cited(reading, run, pack) or _speaks(reading, run, words, pack)
    ]
    telling += [run for run in runs if any(_is_of(reading, run, other) for other in telling)]
    return frozenset(
        place for run in telling for word in run for place in range(word.place, word.end)
    )


def _may_cite(statement: Statement, pack: LanguagePack) -> bool:
    """Whether "according to" stands anywhere: most statements tell of no speaker, and need not be
    read again to know it."""
    words = " ".join([word.folded for word in lexemes_of(pack.code).of(plain(statement.text))])
    return any(phrase in words for phrase in pack.derived(_citing))


def _runs(words: Sequence[Word], reading: Reading) -> list[list[Word]]:
    """Words that stand side by side and are no verbs, figures or small words."""
    runs: list[list[Word]] = []
    saying = {word.place for word in words if _is_saying(word)}
    for word in words:
        noun = word.name or reading.is_article(word.place - 1)  # "a study", "a report"
        noun = noun or (not reading.pack.language.article and word.end in saying)  # "the head said"
        verb = reading.verb(word.place) is not None and not noun
        if _is_saying(word) or word.facet or word.stop or verb:
            continue
        if runs and runs[-1][-1].end == word.place and reading.joined(word.place):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _is_of(reading: Reading, run: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether what a run names is of what another names: "the head *of the IAEA* said"."""
    between = range(run[-1].end, other[0].place)
    genitives = set(map(fold_text, reading.pack.section(Actors).genitives))
    of = [at for at in between if reading.word(at) in genitives]
    return len(of) == 1 and all(at in of or reading.is_article(at) for at in between)


def _is_cited(reading: Reading, run: Sequence[Word], pack: LanguagePack) -> bool:
    """Whether "according to" stands before a name."""
    first = run[0].place - reading.is_article(run[0].place - 1)
    before = " ".join(filter(None, (reading.word(at) for at in (first - 2, first - 1))))
    return before.endswith(pack.derived(_citing))


def _speaks(
    reading: Reading, run: Sequence[Word], words: Sequence[Word], pack: LanguagePack
) -> bool:
    """Whether a verb of saying stands beside a name: in front of it where verbs come first, else
    behind it, or in front of it and behind a comma ("…, said the ministry")."""
    saying = {word.place for word in words if _is_saying(word)}
    first = run[0].place - reading.is_article(run[0].place - 1)
    if first - 1 in saying and reading.joined(first):
        return bool(pack.language.article) or not reading.joined(first - 1)
    end = run[-1].end
    return not pack.language.article and end in saying and reading.joined(end)


def _is_saying(word: Word) -> bool:
    """Whether a word says that somebody says, or that a study has found: there it is light."""
    found = word.light and not groups().finding.isdisjoint(word.meanings)
    return found or _SAYING in word.meanings


def _citing(pack: LanguagePack) -> tuple[str, ...]:
    phrases = (fold_text(phrase) for phrase in pack.section(Speech).according_to)
    # "وفقا ل+" is written on to the name.
    return tuple(each[:-2].strip() if each.endswith("+") else each for each in phrases) or ("\0",)
