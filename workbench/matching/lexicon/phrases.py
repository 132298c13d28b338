"""Phrases of several words that mean what one word can: "took place", لقي مصرعه.

A sheet writes a phrase as its words in order. ``a|b`` is either word, ``a?`` may be left out, and
``…`` stands for a few words of another's: "launch|stage an|the? attack" is "staged the attack"
and "launches attacks", and لقي … مصرع is لقي ثلاثة جنود مصرعهم. Words are met by their folded form
or by their stem. A phrase is looked for by its first word only, so that a text pays nothing for
the length of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, product

import msgspec

from workbench.errors import InvalidInputError

MOST_BETWEEN = 7
"""Words that ``…`` stands for at most: "three soldiers and an officer"."""
GAP = "…"
ANY = "~"
"""Among the second words of phrases: whatever word."""
Forms = tuple[str, str]
"""How a word of a text can be met: folded, and as its stem."""
Meanings = frozenset[str]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words in a row, perhaps parted once, and what they mean together."""

    head: tuple[frozenset[str], ...]
    """The forms that each word may have."""
    tail: tuple[frozenset[str], ...]
    """The words after the gap; none where there is no gap."""
    meanings: Meanings
    """None where the phrase changes nothing in what is stated."""

    @property
    def last(self) -> frozenset[str]:
        """The forms that its last word may have: most phrases that are looked for lack it."""
        return (self.tail or self.head)[-1]

    @property
    def reach(self) -> int:
        """Words of a text among which it is found."""
        return len(self.head) + (MOST_BETWEEN + len(self.tail) if self.tail else 0)

    def places(self, text: Sequence[Forms]) -> tuple[int, ...]:
        """Which words of the text are the phrase, where the text begins with it; else none."""
        if not _stands(self.head, text, 0):
            return ()
        head = len(self.head)
        if not self.tail:
            return tuple(range(head))
        starts = range(head, head + MOST_BETWEEN + 1)
        found = next((at for at in starts if _stands(self.tail, text, at)), None)
        return () if found is None else (*range(head), *range(found, found + len(self.tail)))


def _stands(words: Sequence[frozenset[str]], text: Sequence[Forms], at: int) -> bool:
    there = text[at : at + len(words)]
    return len(there) == len(words) and not any(map(frozenset.isdisjoint, words, there))


class Phrases(msgspec.Struct, frozen=True):
    """The phrases of one language."""

    _by_first: Mapping[str, tuple[Phrase, ...]]
    """The form of a first word → the phrases that begin with it."""

    def with_first(self, word: Forms) -> tuple[Phrase, ...]:
        """The phrases whose first word this is."""
        folded, stemmed = word
        waiting = self._by_first.get(folded, ())
        return waiting if folded == stemmed else waiting + self._by_first.get(stemmed, ())


@lru_cache(maxsize=4096)
def second_forms(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    """The forms of the words that may come second in these phrases; `ANY` for whatever word."""
    seconds = (p.head[1] if len(p.head) > 1 else frozenset({ANY}) for p in phrases)
    return frozenset().union(*seconds)


def longest(phrases: Sequence[Phrase], text: Sequence[Forms]) -> tuple[tuple[int, ...], Meanings]:
    """The words with which the longest phrase begins the text, and all that they can mean."""
    there = frozenset(chain.from_iterable(text))
    waiting = [phrase for phrase in phrases if not phrase.last.isdisjoint(there)]
    found = [(phrase.places(text), phrase.meanings) for phrase in waiting]
    places = max((places for places, _ in found), key=len, default=())
    alike = (meanings for at, meanings in found if at == places)
    return places, frozenset().union(*alike) if places else frozenset()


def phrases_of(
    listed: Iterable[tuple[str, Meanings]], forms: Callable[[str], Iterable[str]]
) -> Phrases:
    """The phrases of a sheet, each written with what it means; ``forms`` gives a word's forms.

    Raises:
        InvalidInputError: what is left of a phrase without its optional words is one word.
    """
    by_first: dict[str, list[Phrase]] = {}
    # The same words stand in many phrases: held once, they take half of the memory.
    formed = cache(lambda word: frozenset(forms(word)))
    for written, meanings in listed:
        for words in _spelled(written):
            cut = words.index(GAP) if GAP in words else len(words)
            spelled = [formed(word) for word in words]
            phrase = Phrase(tuple(spelled[:cut]), tuple(spelled[cut + 1 :]), meanings)
            if not phrase.head or len(phrase.head + phrase.tail) < 2:
                raise InvalidInputError(
                    "phrase {written!r}: it must keep two words at least", written=written
                )
            for first in phrase.head[0]:
                by_first.setdefault(first, []).append(phrase)
    return Phrases({first: tuple(phrases) for first, phrases in by_first.items()})


def _spelled(written: str) -> Iterator[tuple[str, ...]]:
    """The phrase with and without the words that may be left out; alternatives stay one word."""
    choices = (
        (word[:-1].replace("|", " "), "") if word.endswith("?") else (word.replace("|", " "),)
        for word in written.split()
    )
    for words in product(*choices):
        yield tuple(word for word in words if word)
