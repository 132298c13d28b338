"""A text cut into words once, for all facet readers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from workbench.language.lexicon import Hit, scan
from workbench.language.packs import LanguagePack
from workbench.language.stems import bare, known, stem
from workbench.language.tokens import Token, tokenize
from workbench.language.verbs import VerbForm, verb_form

_GLUE = " \t\u00a0\u202f-\u2010\u2011'’\u200c\u200d\u200e\u200f\u061c"


@dataclass(frozen=True)
class Reading:
    """A text, its tokens and the names of the lexicon in it."""

    text: str
    pack: LanguagePack
    tokens: tuple[Token, ...]

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The names that the lexicon knows, in order."""
        return scan(self.text, self.tokens, self.pack)

    @cached_property
    def hit_at(self) -> dict[int, Hit]:
        """The name that begins at a token."""
        return {hit.first: hit for hit in self.hits}

    @cached_property
    def in_hit(self) -> frozenset[int]:
        """The tokens that are part of a name."""
        return frozenset(at for hit in self.hits for at in range(hit.first, hit.end))

    @cached_property
    def in_actor(self) -> frozenset[int]:
        """The tokens that are part of the name of a known person or organisation."""
        return frozenset(
            at
            for hit in self.hits
            if any(entry.kind == "actor" for entry in hit.entries)
            for at in range(hit.first, hit.end)
        )

    def word(self, at: int) -> str:
        """The folded word at a token, or nothing beyond the text."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def raw(self, at: int) -> str:
        """The word as it stands at a token, or nothing beyond the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def stem(self, at: int) -> str:
        """The stem of the word at a token."""
        return stem(self.word(at), self.pack)

    def clitics(self, at: int) -> tuple[str, ...]:
        """The word at a token, then what its proclitics leave."""
        return bare(self.word(at), self.pack) if 0 <= at < len(self.tokens) else ()

    def verb(self, at: int) -> VerbForm | None:
        """The verb form at a token, behind a conjunction if need be.

        A small word is a verb only if its verb is one too (يكون, not the preposition ضمن); behind
        an article there are only verbal nouns.
        """
        small, article = self.pack.language.stop_words, self.pack.language.article
        definite = False
        for rest in self.clitics(at):
            form = verb_form(rest, self.pack)
            if form is not None and definite:
                return form if form.tense == "noun" else None
            if rest in small:
                return form if form is not None and form.verb in small else None
            if form is not None or known(rest, self.pack):
                return form
            definite = bool(article) and rest.startswith(article)
        return None

    def is_in(self, at: int, words: Collection[str]) -> bool:
        """Whether the word at a token, or what a proclitic of it leaves, is one of ``words``."""
        return any(rest in words for rest in self.clitics(at))

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
    return Reading(text, pack, tokenize(text))
