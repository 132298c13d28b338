"""Words side by side: how much of each statement stands in the other, and what is left over.

Similarity is rarity-weighted and soft: a word counts as much as it is rare, a word that stands
only nearly in the other statement (RapidFuzz ratio) counts in proportion. It orders candidates;
the decision looks at what is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

import msgspec
from rapidfuzz import fuzz

from workbench.language.fold import fold_text
from workbench.language.packs import load
from workbench.language.verbs import verb_form
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.profiles import Profile, Word
from workbench.matching.wording.by_words import in_words
from workbench.matching.wording.sounding import Run, find_sounding, find_surnames
from workbench.matching.wording.spelled import find_spelled

Rarity = Callable[[Word], float]
_Words = tuple[Word, ...]
_Pairs = tuple[tuple[Word, Word], ...]
_Parted = tuple[_Pairs, _Words, _Words]
_NOTHING: frozenset[str] = frozenset()
_NEARLY = 80.0
"""RapidFuzz ratio from which a left-over word counts in proportion."""
_SOFT_MOST = 60
"""Left-over words that are held together softly, so that long claims stay cheap."""


def plain_rarity(word: Word) -> float:
    """Rarity where no index says better: by the kind of word."""
    if word.stop:
        return 0.0
    if word.light:
        return 0.3
    if word.name:
        return 1.5
    return 1.2 if word.number else 1.0


def is_action(word: Word, action: str) -> bool:
    """Whether a word, or the first of a phrase, is the verb of its statement (`Facets.action`)."""
    return not word.name and lexemes_of(word.language).stems(word.surface)[:1] == [action]


class Pairing(msgspec.Struct, frozen=True):
    """The words two statements share and those each has alone."""

    shared: _Pairs
    left_here: _Words
    left_there: _Words


class Alignment(Pairing, frozen=True):
    """The same, and how much of each statement that is."""

    coverage_here: float
    """Rarity-weighted share of the new statement that stands in the one on file, in [0, 1]."""
    coverage_there: float

    @property
    def similarity(self) -> float:
        """The harmonic mean of both coverages."""
        total = self.coverage_here + self.coverage_there
        return 2 * self.coverage_here * self.coverage_there / total if total else 0.0

    @property
    def swapped(self) -> Alignment:
        """The same, seen from the other side."""
        return Alignment(
            tuple((there, here) for here, there in self.shared),
            self.left_there,
            self.left_here,
            self.coverage_there,
            self.coverage_here,
        )


def pair(here: Profile, there: Profile) -> Pairing:
    """Pair the words of two statements: first equal stems, then equal meanings."""
    shared, ours, theirs = _apart(here.words, there.words, _of_one_stem(here, there))
    both = here.meanings & there.meanings
    if both:
        met = _greedily(ours, theirs, both, _meanings)
        further, ours, theirs = _apart(ours, theirs, met)
        shared += further
    if here.language == there.language:
        further, ours, theirs = _apart(ours, theirs, find_surnames(ours, theirs))
        shared += further
        further, ours, theirs = _apart(ours, theirs, find_spelled(ours, theirs))
        shared += further
    else:
        named = find_sounding(ours, theirs, (here.language, there.language))
        further, ours, theirs = _named_alike(ours, theirs, named)
        shared += further
    further, ours, theirs = _read_otherwise(here, there, ours, theirs)
    shared += further
    if here.language != there.language:
        further, ours, theirs = _translated(ours, theirs)
        shared += further
    return Pairing(shared, ours, theirs)


def _translated(ours: _Words, theirs: _Words) -> _Parted:
    """Words of one everyday idea as pairs."""
    both = _ideas(ours) & _ideas(theirs)
    met = _greedily(ours, theirs, both, _ideas_of, _may_translate) if both else []
    return _apart(ours, theirs, met)


def _read_otherwise(here: Profile, there: Profile, ours: _Words, theirs: _Words) -> _Parted:
    """The words of phrases, and of names that no lexicon knows, as pairs where the other text has
    them as plain words: "a boat sank" against غرق قارب, which is a phrase as well; "the national
    weather centre" against المركز الوطني للأرصاد الجوية.

    Without capitals it is not always plain where a name ends: لمجلس الأعيان | للمرة الرابعة. A name
    or phrase of which a word is left over stays whole, and within a language a name of which the
    order is another.
    """
    two_languages = here.language != there.language
    undone = [
        {
            **in_words(words, each.language, known=two_languages),
            **{word: word.parts for word in words if len(word.parts) > 1 and not _is_fixed(word)},
        }
        for words, each in ((ours, here), (theirs, there))
    ]
    while any(undone):
        one, other = _spread(ours, undone[0]), _spread(theirs, undone[1])
        pairs, *left = _by_words(one, other, two_languages=two_languages)
        broken = [
            [
                whole
                for whole, words in undone[side].items()
                if not _is_met(words, pairs, side, ordered=not (two_languages or whole.parts))
                or not (two_languages or _joins_alike(whole, (there, here)[side]))
            ]
            for side in (0, 1)
        ]
        if not any(broken):
            return pairs, left[0], left[1]
        for side in (0, 1):
            for whole in broken[side]:
                del undone[side][whole]
    return (), ours, theirs


def _is_fixed(phrase: Word) -> bool:
    """Whether a phrase makes something another than its words say: "under construction"."""
    return not groups().unlike.isdisjoint(phrase.meanings)


def _by_words(one: _Words, other: _Words, *, two_languages: bool) -> _Parted:
    """Words of one stem or meaning as pairs, and those of each that are left over."""
    met = [] if two_languages else _in_row(one, other)
    pairs, ours, theirs = _apart(one, other, met)
    both = _meant(ours) & _meant(theirs)
    met = _greedily(ours, theirs, both, _meanings) if both else []
    further, ours, theirs = _apart(ours, theirs, met)
    pairs += further
    if two_languages:
        further, ours, theirs = _translated(ours, theirs)
        pairs += further
    return pairs, ours, theirs


def _in_row(ours: _Words, theirs: _Words) -> list[tuple[int, int]]:
    """Where words of one stem stand in both, in order of both."""
    met: dict[int, int] = {}
    for at, one in enumerate(ours):
        alike = (to for to, w in enumerate(theirs) if w.stem == one.stem and to not in met)
        first = next((to for to in alike if not _are_others(one, theirs[to])), None)
        if first is not None:
            met[first] = at
    return [(at, to) for to, at in met.items()]


def _is_met(words: _Words, pairs: _Pairs, side: int, *, ordered: bool) -> bool:
    """Whether all words of a name or phrase are paired, perhaps in its order."""
    places = []
    for word in words:
        found = next((pair for pair in pairs if pair[side] is word), None)
        if found is not None:
            places.append(found[1 - side].place)
        elif not word.implied:
            return False
    return not ordered or places == sorted(places)


def _joins_alike(phrase: Word, other: Profile) -> bool:
    """Whether the other text, of the same language, has no preposition contrary to one of a phrase:
    who ran *for* office did not run *from* it."""
    if not phrase.parts:
        return True
    pack = load(other.language)
    small = set(fold_text(phrase.surface).split()) - {part.folded for part in phrase.parts}
    written_on = {part.folded[:1] for part in phrase.parts if part.folded[:1] != part.stem[:1]}
    small |= written_on.intersection(pack.language.cases)
    opposite = pack.derived(Prepositions).opposite
    return not any(opposite.get(word, _NOTHING) & other.small for word in small - other.small)


def _spread(words: _Words, undone: Mapping[Word, _Words]) -> _Words:
    return tuple(each for word in words for each in undone.get(word, (word,)))


def _meant(words: Iterable[Word]) -> frozenset[str]:
    return _NOTHING.union(*filter(None, map(_meanings, words)))


def weighed(paired: Pairing, rarity: Rarity = plain_rarity) -> Alignment:
    """The words of two statements as they are paired, and how much what they share weighs."""
    shared, ours, theirs = paired.shared, paired.left_here, paired.left_there
    soft_here, soft_there = _soft(ours, theirs, rarity)
    return Alignment(
        *(shared, ours, theirs),
        _coverage([one for one, _ in shared], ours, soft_here, rarity),
        _coverage([other for _, other in shared], theirs, soft_there, rarity),
    )


_meanings = attrgetter("meanings")
_ideas_of = attrgetter("ideas")


def _ideas(words: Iterable[Word]) -> frozenset[str]:
    return _NOTHING.union(*filter(None, map(_ideas_of, words)))


def _apart(ours: _Words, theirs: _Words, met: Sequence[tuple[int, int]]) -> _Parted:
    """The words at these places as pairs, and those of each that are left over."""
    if not met:
        return (), ours, theirs
    here, there = map(set, zip(*met, strict=True))
    return (
        tuple([(ours[one], theirs[other]) for one, other in met]),
        tuple([word for at, word in enumerate(ours) if at not in here]),
        tuple([word for at, word in enumerate(theirs) if at not in there]),
    )


def _named_alike(ours: _Words, theirs: _Words, met: Sequence[tuple[Run, Run]]) -> _Parted:
    """The first words of names that sound alike as pairs, and the words in no such name."""
    here = {at for run, _ in met for at in run}
    there = {at for _, run in met for at in run}
    return (
        tuple([(ours[one[0]], theirs[other[0]]) for one, other in met]),
        tuple([word for at, word in enumerate(ours) if at not in here]),
        tuple([word for at, word in enumerate(theirs) if at not in there]),
    )


def _of_one_stem(here: Profile, there: Profile) -> list[tuple[int, int]]:
    """Where words of one stem stand in both, in order of ours."""
    ours, theirs = here.by_stem, there.by_stem
    both = ours.keys() & theirs.keys()
    return sorted(
        [met for stem in both for met in _in_order(here, there, ours[stem], theirs[stem])]
    )


def _in_order(
    here: Profile, there: Profile, ours: Sequence[int], theirs: Sequence[int]
) -> list[tuple[int, int]]:
    """Words of one stem: those written alike, as "army" and "army" of "soldiers", then the rest."""
    if len(ours) == len(theirs) == 1:
        others = _are_others(here.words[ours[0]], there.words[theirs[0]])
        return [] if others else [(ours[0], theirs[0])]
    left, alike = list(theirs), []
    for one in ours:
        written = here.words[one].surface
        found = next((to for to in left if there.words[to].surface == written), None)
        if found is not None:
            alike.append((one, found))
            left.remove(found)
    done = {one for one, _ in alike}
    return alike + list(zip([one for one in ours if one not in done], left, strict=False))


def _are_others(one: Word, other: Word) -> bool:
    """Whether two nouns that only share a stem mean other things: شرطة, شروط. Of a verb the sheets
    do not have each form under all that it means."""
    if not (one.meanings and other.meanings) or not one.meanings.isdisjoint(other.meanings):
        return False
    return all(verb_form(word.folded, load(word.language)) is None for word in (one, other))


def _greedily(
    ours: _Words,
    theirs: _Words,
    both: frozenset[str],
    keys: Callable[[Word], frozenset[str]],
    fits: Callable[[Word, Word], bool] | None = None,
) -> list[tuple[int, int]]:
    """Where words with one of the keys stand in both, in order of ours, each only once."""
    waiting: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        for key in keys(word) & both:
            waiting.setdefault(key, []).append(at)
    used: dict[int, int] = {}
    for at, word in enumerate(ours):
        own = keys(word)
        if waiting.keys().isdisjoint(own):
            continue  # as of most words
        met = {to for key in own & waiting.keys() for to in waiting[key] if to not in used}
        may = [to for to in sorted(met) if fits is None or fits(word, theirs[to])]
        # A ferry (عبارة) is rather the boat than what it does (تقل).
        found = max(may, key=lambda to: _closeness(own, keys(theirs[to])), default=None)
        if found is not None:
            used[found] = at
    return [(at, to) for to, at in used.items()]


def _closeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Share of all keys of two words that both have."""
    return len(ours & theirs) / len(ours | theirs)


def _may_translate(one: Word, other: Word) -> bool:
    """Whether two words of one idea can be translations: not where both have senses, and others.

    "Exports" and واردات are both of trade, but their senses say that they are not the same.
    """
    return not (one.meanings and other.meanings)


def _soft(ours: Sequence[Word], theirs: Sequence[Word], rarity: Rarity) -> tuple[float, float]:
    """What nearly equal words add to each side's covered weight.

    Only words that begin alike are tried: endings and slips of the pen, not rhymes.
    """
    by_letter: dict[str, list[Word]] = {}
    for word in theirs[:_SOFT_MOST]:
        by_letter.setdefault(word.stem[:1], []).append(word)
    here = 0.0
    best: dict[int, tuple[float, Word]] = {}
    for one in ours[:_SOFT_MOST]:
        near = 0.0
        for other in by_letter.get(one.stem[:1], ()):
            score = fuzz.ratio(one.stem, other.stem, score_cutoff=_NEARLY) / 100
            near = max(near, score)
            if score > best.get(other.place, (0.0, other))[0]:
                best[other.place] = (score, other)
        here += near * rarity(one) if near else 0.0
    return here, sum(score * rarity(word) for score, word in best.values())


def _coverage(found: Sequence[Word], left: Sequence[Word], soft: float, rarity: Rarity) -> float:
    covered = sum(map(rarity, found)) + soft
    total = sum(map(rarity, found)) + sum(map(rarity, left))
    return covered / total if total else 0.0
