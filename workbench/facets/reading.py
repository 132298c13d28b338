"""A text cut into words once, for all facet readers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from workbench.language.fold import fold_text
from workbench.language.lexicon import Entry, Hit, ideas, scan
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.language.stems import bare, known, stem
from workbench.language.tokens import Token, tokenize
from workbench.language.verbs import VerbForm, verb_form
from workbench.language.world import world

Made = TypeVar("Made")
_GLUE = " \t\u00a0\u202f-\u2010\u2011'’\u200c\u200d\u200e\u200f\u061c"


@dataclass(frozen=True)
class Reading:
    """A text, its tokens and the names of the lexicon in it."""

    text: str
    pack: LanguagePack
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]
    """The names that the lexicon knows, in order."""
    named: frozenset[int] = frozenset()
    """Further tokens that are part of a name: they are no verbs."""

    def naming(self, named: Iterable[int]) -> Reading:
        """The same text, with what else was found to be part of a name."""
        return replace(self, named=frozenset(named))

    @cached_property
    def hit_at(self) -> dict[int, Hit]:
        """The name that begins at a token."""
        return {hit.first: hit for hit in self.hits}

    @cached_property
    def in_hit(self) -> frozenset[int]:
        """The tokens that are part of a name."""
        known = (at for hit in self.hits for at in range(hit.first, hit.end))
        return self.named.union(known)

    @cached_property
    def in_actor(self) -> frozenset[int]:
        """The tokens that are part of the name of a known person or organisation."""
        return frozenset(
            at
            for hit in self.hits
            if any(entry.kind == "actor" for entry in hit.entries)
            for at in range(hit.first, hit.end)
        )

    @cached_property
    def _words(self) -> list[str]:
        return [token.folded for token in self.tokens]

    @cached_property
    def _bare(self) -> list[tuple[str, ...]]:
        return [bare(word, self.pack) for word in self._words]

    @cached_property
    def _verbs(self) -> dict[int, VerbForm | None]:
        return {}

    @cached_property
    def _made(self) -> dict[Callable[[Reading], object], object]:
        return {}

    def once(self, make: Callable[[Reading], Made]) -> Made:
        """What ``make`` makes of this text, made only once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]

    def word(self, at: int) -> str:
        """The folded word at a token, or nothing beyond the text."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def raw(self, at: int) -> str:
        """The word as it stands at a token, or nothing beyond the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def stem(self, at: int) -> str:
        """The stem of the word at a token."""
        return stem(self.word(at), self.pack)

    def clitics(self, at: int) -> tuple[str, ...]:
        """The word at a token, then what its proclitics leave."""
        return self._bare[at] if 0 <= at < len(self._bare) else ()

    def verb(self, at: int) -> VerbForm | None:
        """The verb form at a token, behind a conjunction if need be.

        Behind an article there are only verbal nouns.
        """
        if at not in self._verbs:
            self._verbs[at] = None if self.is_beside_number(at) else self._verb(at)
        return self._verbs[at]

    def is_beside_number(self, at: int) -> bool:
        """Whether a word with a capital stands beside a number: "26 May" names a month."""
        if not self.raw(at)[:1].isupper():
            return False
        return self.word(at - 1).isdecimal() or self.word(at + 1).isdecimal()

    def _verb(self, at: int) -> VerbForm | None:
        small, article = self.pack.language.stop_words, self.pack.language.article
        definite = False
        for rest in self.clitics(at):
            form = verb_form(rest, self.pack)
            if form is not None and definite:
                return form if form.tense == "noun" else None
            if form is not None or rest in small or known(rest, self.pack):
                return form
            definite = bool(article) and rest.startswith(article)
        return None

    def is_in(self, at: int, words: Collection[str]) -> bool:
        """Whether the word at a token, or what a proclitic of it leaves, is one of ``words``."""
        return any(rest in words for rest in self.clitics(at))

    def is_definite(self, at: int) -> bool:
        """Whether the word at a token has the article written on to it."""
        article = self.pack.language.article
        return bool(article) and any(rest.startswith(article) for rest in self.clitics(at))

    def is_small(self, at: int) -> bool:
        """Whether a stop word stands at a token."""
        return self.word(at) in self.pack.language.stop_words

    def is_article(self, at: int) -> bool:
        """Whether an article stands at a token as a word of its own."""
        return self.word(at) in self.pack.language.articles

    def is_possessive(self, at: int) -> bool:
        """Whether a token makes what stands before it an owner ("'s")."""
        return self.word(at) in self.pack.language.possessives

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].span.end : self.tokens[at].span.start]

    def joined(self, at: int) -> bool:
        """Whether only a space or a hyphen parts a token from the one before it."""
        return 0 < at < len(self.tokens) and not self.gap(at).strip(_GLUE)

    def capital(self, at: int) -> bool:
        """Whether the word at a token begins with a capital letter."""
        return self.raw(at)[:1].isupper()


def read(text: str, pack: LanguagePack) -> Reading:
    """Cut a text into its words."""
    tokens = tokenize(text)
    plain = Reading(text, pack, tokens, scan(text, tokens, pack))
    hits = tuple(hit for hit in plain.hits if not _is_namesake(plain, hit))
    return plain if len(hits) == len(plain.hits) else replace(plain, hits=hits)


class _GivenNames:
    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.given = frozenset(map(fold_text, data.given_names))
        self.titles = frozenset(map(fold_text, data.titles))


def _is_namesake(reading: Reading, hit: Hit) -> bool:
    """Whether another given name stands before a well-known surname ("Ivanka Trump")."""
    if hit.end - hit.first > 1 or hit.clitic or not reading.joined(hit.first):
        return False
    if not any(_is_person(entry) for entry in hit.entries):
        return False
    before, names = hit.first - 1, reading.pack.derived(_GivenNames)
    word = reading.word(before)
    if reading.pack.language.article:
        return word in names.given
    small = word in reading.pack.language.stop_words or word in names.titles
    everyday = small or bool(ideas(word, reading.pack)) or reading.verb(before) is not None
    return reading.capital(before) and before not in reading.in_hit and not everyday


def _is_person(entry: Entry) -> bool:
    return entry.kind == "actor" and world().actors.get(entry.name, ("", ""))[0] == "person"
