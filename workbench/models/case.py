"""A proposal, where its quote stands, and what our readers make of quote and wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from workbench.facets.bundle import read_facets, select
from workbench.facets.types import Facets
from workbench.language import packs
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span
from workbench.language.stems import terms
from workbench.language.tokens import tokenize
from workbench.models.source import Source, common
from workbench.models.types import Proposal
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.segments import quote_of
from workbench.splitting.types import Content, DraftClaim
from workbench.splitting.worth import weigh


@dataclass(frozen=True)
class Case:
    """A proposal, where its quote stands, and what our readers make of both."""

    proposal: Proposal
    source: Source
    span: Span
    sentence: int
    code: str
    heard: Sequence[Content]
    """What is asserted at the quote, by whom."""

    @property
    def pack(self) -> LanguagePack:
        """What is known of the sentence's language."""
        return packs.load(self.code)

    @property
    def quote(self) -> str:
        """The words of the article at its place."""
        return self.span.of(self.source.text)

    @property
    def text(self) -> str:
        """The proposed wording."""
        return self.proposal.text.strip()

    @cached_property
    def content(self) -> Content:
        """The stretch in which most of the quote lies."""
        return max(self.heard, key=lambda each: common(each.parts, self.span))

    @cached_property
    def nearby(self) -> Facets:
        """The facets of the whole sentence, read in the article."""
        where = self.source.article.sentences[self.sentence].span
        return self.source.article.facets_in(where, self.code)

    @cached_property
    def said(self) -> Facets:
        """The facets of the quote, read in the article."""
        return select(self.nearby, self.source.article.readings[self.code], [self.span])

    @cached_property
    def alone(self) -> Facets:
        """The facets of the quote, read as the wording is."""
        return read_facets(self.quote, self.pack, self.source.clock)

    @cached_property
    def worded(self) -> Facets:
        """The facets of the wording."""
        return read_facets(self.text, self.pack, self.source.clock)

    @cached_property
    def beside(self) -> tuple[DraftClaim, ...]:
        """What the rules claim at the same place."""
        return self.source.beside(self.sentence, self.span)

    @property
    def negated(self) -> bool:
        """Whether the statement is denied, by its own words or by the verb of saying."""
        cue = self.content.attribution.cue
        outside = cue is None or not cue.overlaps(self.span)
        return self.said.polarity.negated != (self.content.denied and outside)

    @cached_property
    def left_out(self) -> tuple[Span, ...]:
        """The parts of the statements at the quote that lie outside it.

        Empty where the quote is all of a claim of the rules.
        """
        if any(claim.segments == (self.span,) for claim in self.beside):
            return ()
        wholes = [claim.segments for claim in self.beside] or [self.content.parts]
        parts = {piece for whole in wholes for part in whole for piece in _minus(part, self.span)}
        return tuple(sorted(parts))

    def claim(self, by: str) -> DraftClaim:
        """The claim, with the article's facets as far as the wording speaks of them."""
        kept = set(terms(self.text, self.pack))
        facets = replace(
            self.said,
            polarity=replace(self.said.polarity, negated=self.negated),
            actors=tuple(a for a in self.said.actors if kept & set(terms(a.surface, self.pack))),
            places=tuple(p for p in self.said.places if kept & set(terms(p.surface, self.pack))),
        )
        same = next((claim for claim in self.beside if claim.text == self.text), None)
        attribution = self.content.attribution
        return DraftClaim(
            segments=(self.span,),
            quote=quote_of(self.source.text, [self.span]),
            text=self.text,
            replacements=same.replacements if same else (),
            language=self.code,
            attribution=attribution,
            facets=facets,
            worth=weigh(self.text, facets, attribution, self.pack),
            proposed_by=by,
        )


def _minus(part: Span, span: Span) -> Iterator[Span]:
    if not part.overlaps(span):
        yield part
        return
    if part.start < span.start:
        yield Span(part.start, span.start)
    if span.end < part.end:
        yield Span(span.end, part.end)


def cores(text: str, case: Case) -> frozenset[str]:
    """The words of a text, folded and without conjunctions written on to them."""
    words = read_words(text, tokenize(text), grammar(case.code))
    return frozenset(word.core for word in words)
