"""A corpus of claims that were never made, of any size: half Arabic, half English.

Words are drawn by how often they are used (wordfreq), a good third of a claim's words from one of
4,000 topics; every language has 30,000 invented names beside its words, because names are what a
news archive has most of. Figures, dates, places and denials have the facets that the readers would
give them. Every eighth claim is an earlier one with its figure, date, place or polarity changed.

A query is a claim on file as another article might put it, with one to three of thirteen kinds of
noise; it should find that claim. The same seed gives the same claims and queries.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import numpy as np
from numpy.typing import NDArray

from workbench.facets.interval import month
from workbench.facets.types import Comparator, Facets, Place, Polarity, Quantity, Time
from workbench.language.spans import Span
from workbench.matching.types import Statement

BLOCK = 10_000
"""Claims that are drawn together."""
_WORDS = 60_000
_NAMES = 30_000
_NAME_SHARE = 0.08
_TOPICS = 4_000
_TOPIC_WORDS = 60
_TOPIC_SHARE = 0.35
_EN_SYLLABLES = tuple(first + last for first in "bcdfghklmnprstvz" for last in "aeiou")
_AR_SYLLABLES = tuple(first + last for first in "بتجحخدرزسشصطعفقكلمن" for last in "اوي")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_PLACES = {
    "en": "Iraq IQ,Syria SY,Jordan JO,Lebanon LB,Egypt EG,Tunisia TN,Turkey TR,Iran IR,France FR,"
    "Germany DE,Spain ES,Italy IT,Kuwait KW,Yemen YE,Libya LY,Sudan SD,Morocco MA,Algeria DZ",
    "ar": "العراق IQ,سوريا SY,الأردن JO,لبنان LB,مصر EG,تونس TN,تركيا TR,إيران IR,فرنسا FR,"
    "ألمانيا DE,إسبانيا ES,إيطاليا IT,الكويت KW,اليمن YE,ليبيا LY,السودان SD,المغرب MA,الجزائر DZ",
}
_COUNTED = {"en": ("people", "person"), "ar": ("شخص", "person")}
_IN = {"en": "in ", "ar": "في "}
_NOT = {"en": "not", "ar": "لم"}
_HARAKAT = "\u064e\u064f\u0650\u0652"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim says, before it is put into words."""

    language: str
    words: tuple[str, ...]
    figure: int
    """Of people; 0 for none."""
    when: tuple[int, int]
    """Year and month; (0, 0) for none."""
    where: int
    """Place by number, -1 for none."""
    denied: bool
    digits: str = "plain"
    """``plain`` (2500), ``grouped`` (2,500) or ``eastern`` (٢٥٠٠)."""

    def statement(self) -> Statement:
        """The claim in words, with its facets."""
        text = _Text()
        middle = len(self.words) // 2
        text.say(*self.words[:middle])
        if self.denied:
            text.say(_NOT[self.language])
        quantities = (self._quantity(text),) if self.figure else ()
        text.say(*self.words[middle:])
        places = (self._place(text),) if self.where >= 0 else ()
        times = (self._time(text),) if self.when[0] else ()
        polarity = Polarity(negated=self.denied)
        return Statement(
            text.text, self.language, Facets(quantities, times, places, polarity=polarity)
        )

    def _quantity(self, text: _Text) -> Quantity:
        counted, unit = _COUNTED[self.language]
        written = f"{self.figure:,}" if self.digits == "grouped" else str(self.figure)
        if self.digits == "eastern":
            written = written.translate({48 + digit: 0x660 + digit for digit in range(10)})
        surface = f"{written} {counted}"
        value = Decimal(self.figure)
        span = text.say(surface)
        return Quantity(span, surface, value, value, unit, Comparator.EXACTLY, counted)

    def _place(self, text: _Text) -> Place:
        surface, code = places(self.language)[self.where]
        span = text.say(_IN[self.language] + surface)
        return Place(Span(span.end - len(surface), span.end), surface, code, "country")

    def _time(self, text: _Text) -> Time:
        year, number = self.when
        surface = f"{_IN[self.language]}{_MONTHS[self.language].split()[number - 1]} {year}"
        return Time(text.say(surface), surface, month(year, number), "explicit")


class _Text:
    """A text that grows by words."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, *words: str) -> Span:
        """Add words, and tell where they stand."""
        start = len(self.text) + bool(self.text)
        self.text = " ".join((self.text, *words)) if self.text else " ".join(words)
        return Span(start, len(self.text))


@cache
def places(language: str) -> list[tuple[str, str]]:
    """Places of the corpus, as a language writes them, with their code."""
    pairs = (pair.rsplit(" ", 1) for pair in _PLACES[language].split(","))
    return [(name, code) for name, code in pairs]


@dataclass(frozen=True, slots=True)
class _Language:
    code: str
    words: list[str]
    cumulative: NDArray[np.float64]
    """Chance that a word is one of those up to this one."""
    topics: NDArray[np.int64]


def _language(code: str, rng: random.Random) -> _Language:
    from wordfreq import top_n_list, word_frequency  # noqa: PLC0415 (takes a second to read)

    known = [word for word in top_n_list(code, _WORDS + 10_000) if word.isalpha()][:_WORDS]
    shares = np.array([word_frequency(word, code) for word in known])
    names: dict[str, None] = {}
    syllables = _EN_SYLLABLES if code == "en" else _AR_SYLLABLES
    while len(names) < _NAMES:
        name = "".join(rng.choices(syllables, k=rng.randint(2, 4)))
        names[name.capitalize()] = None
    ranks = 1 / (np.arange(_NAMES) + 20.0)
    weights = np.concatenate(
        [shares / shares.sum() * (1 - _NAME_SHARE), ranks / ranks.sum() * _NAME_SHARE]
    )
    draw = np.random.default_rng(rng.randrange(1 << 30))
    topics = draw.integers(150, len(known) + _NAMES, (_TOPICS, _TOPIC_WORDS))
    return _Language(code, [*known, *names], np.cumsum(weights / weights.sum()), topics)


class Corpus:
    """Claims by their number, from 0 on."""

    def __init__(self, seed: int = 11) -> None:
        rng = random.Random(seed)
        self._languages = [_language(code, rng) for code in ("en", "ar")]
        self._seed = seed
        self._block: tuple[int, list[Claim]] = (-1, [])

    def claims(self, size: int) -> Iterator[Claim]:
        """The first ``size`` claims."""
        for first in range(0, size, BLOCK):
            yield from self._drawn(first // BLOCK)[: size - first]

    def claim(self, number: int) -> Claim:
        """Claim ``number``; its whole block is drawn and kept until another is asked for."""
        block, place = divmod(number, BLOCK)
        if self._block[0] != block:
            self._block = block, self._drawn(block)
        return self._block[1][place]

    def _drawn(self, block: int) -> list[Claim]:
        draw = np.random.default_rng((self._seed, block))
        made = [
            self._half(language, draw, BLOCK // len(self._languages))
            for language in self._languages
        ]
        claims = [claim for pair in zip(*made, strict=True) for claim in pair]
        rng = random.Random(f"{self._seed}:{block}")
        for place in range(7, BLOCK, 8):
            claims[place] = changed(claims[rng.randrange(place)], rng)
        return claims

    @staticmethod
    def _half(language: _Language, draw: np.random.Generator, n: int) -> list[Claim]:
        most = 26
        drawn = np.searchsorted(language.cumulative, draw.random((n, most)))
        topic = language.topics[draw.integers(0, _TOPICS, n)]
        own = np.take_along_axis(topic, draw.integers(0, _TOPIC_WORDS, (n, most)), axis=1)
        chosen = np.where(draw.random((n, most)) < _TOPIC_SHARE, own, drawn)
        chosen = np.minimum(chosen, len(language.words) - 1)
        lengths = draw.integers(6, most + 1, n)
        figures = np.rint(10 ** draw.uniform(0.5, 6, n)).astype(int) * (draw.random(n) < 0.5)
        months = draw.integers(2015 * 12, 2025 * 12, n)
        dated, placed, denied = (draw.random(n) < share for share in (0.35, 0.5, 0.08))
        where = draw.integers(0, len(places(language.code)), n)
        words = language.words
        return [
            Claim(
                language.code,
                tuple([words[word] for word in row[:length]]),
                figure,
                (moment // 12, moment % 12 + 1) if has_date else (0, 0),
                place if has_place else -1,
                no,
            )
            for row, length, figure, moment, has_date, place, has_place, no in zip(
                *(chosen.tolist(), lengths.tolist(), figures.tolist(), months.tolist()),
                *(dated.tolist(), where.tolist(), placed.tolist(), denied.tolist()),
                strict=True,
            )
        ]

    def query(self, number: int) -> Statement:
        """Claim ``number`` as another article might put it."""
        rng = random.Random(f"{self._seed}:query:{number}")
        claim = self.claim(number)
        for noise in rng.sample(NOISES, rng.randint(1, 3)):
            claim = replace(claim, **noise(claim, rng))
        return claim.statement()


def changed(claim: Claim, rng: random.Random) -> Claim:
    """The claim with one fact changed."""
    ways = [{"denied": not claim.denied}]
    if claim.figure:
        ways.append({"figure": claim.figure + rng.choice((1, 10, 1000, claim.figure))})
    if claim.when[0]:
        ways.append({"when": (claim.when[0], claim.when[1] % 12 + 1)})
    if claim.where >= 0:
        ways.append({"where": (claim.where + 1) % len(places(claim.language))})
    return replace(claim, **rng.choice(ways))  # type: ignore[arg-type]


Change = dict[str, object]


def _dropped(claim: Claim, rng: random.Random) -> Change:
    keep = set(rng.sample(range(len(claim.words)), max(len(claim.words) - 2, 3)))
    return {"words": tuple(word for at, word in enumerate(claim.words) if at in keep)}


def _cut_short(claim: Claim, _: random.Random) -> Change:
    return {"words": claim.words[: max(4, len(claim.words) * 2 // 3)]}


def _turned(claim: Claim, rng: random.Random) -> Change:
    cut = rng.randrange(len(claim.words))
    return {"words": claim.words[cut:] + claim.words[:cut]}


def _shuffled(claim: Claim, rng: random.Random) -> Change:
    return {"words": tuple(rng.sample(claim.words, len(claim.words)))}


def _one(claim: Claim, rng: random.Random, turn: object) -> Change:
    at = rng.randrange(len(claim.words))
    word = turn(claim.words[at])  # type: ignore[operator]
    return {"words": (*claim.words[:at], word, *claim.words[at + 1 :])}


def _misspelt(claim: Claim, rng: random.Random) -> Change:
    return _one(claim, rng, lambda word: word[:1] + word[2:3] + word[1:2] + word[3:])


def _exchanged(claim: Claim, rng: random.Random) -> Change:
    """Another word of the language for one of it, as a synonym would be."""
    other = "agency" if claim.language == "en" else "وكالة"
    return _one(claim, rng, lambda _: other)


def _inflected(claim: Claim, rng: random.Random) -> Change:
    return _one(claim, rng, lambda word: f"{word}s" if claim.language == "en" else f"و{word}")


def _dressed(claim: Claim, rng: random.Random) -> Change:
    """Capitals, or harakat."""
    if claim.language == "en":
        return {"words": tuple(word.upper() for word in claim.words)}
    marked = tuple("".join(c + rng.choice(_HARAKAT) for c in word) for word in claim.words)
    return {"words": marked}


def _padded(claim: Claim, _: random.Random) -> Change:
    said = "officials said on the sidelines of talks" if claim.language == "en" else "وقال مسؤولون"
    return {"words": (*said.split(), *claim.words)}


def _digits(claim: Claim, _: random.Random) -> Change:
    return {"digits": "grouped" if claim.language == "en" else "eastern"}


def _undated(_: Claim, __: random.Random) -> Change:
    return {"when": (0, 0)}


def _other_figure(claim: Claim, rng: random.Random) -> Change:
    return {"figure": claim.figure + rng.randint(1, 500)} if claim.figure else {}


def _denied(claim: Claim, _: random.Random) -> Change:
    return {"denied": not claim.denied}


NOISES = (
    *(_dropped, _cut_short, _turned, _shuffled, _misspelt, _exchanged, _inflected, _dressed),
    *(_padded, _digits, _undated, _other_figure, _denied),
)
"""What happens to a claim on its way from one article to another."""
