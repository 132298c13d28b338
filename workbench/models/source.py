"""The article as Workbench's own readers understand it: what proposals are held against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from workbench.facets.types import Clock
from workbench.language import packs
from workbench.language.lexicon import scan
from workbench.language.spans import Span
from workbench.language.stems import bare, term
from workbench.language.tokens import tokenize
from workbench.splitting.article import Article, read_article
from workbench.splitting.attribution.stretches import attribute
from workbench.splitting.rules import RuleSplitter
from workbench.splitting.types import Content, DraftClaim, Splitting

_FALLBACK = "en"
_NEAR = 2
"""Sentences before a quote from which its wording may be completed."""


@dataclass(frozen=True)
class Source:
    """An article, what is asserted in it by whom, and the claims that the rules find."""

    article: Article
    clock: Clock
    outlet: str
    contents: Mapping[int, Sequence[Content]]
    rules: Splitting
    claims: Mapping[int, Sequence[DraftClaim]]
    """Of the rules, by sentence."""
    _vocabularies: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _names: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def sentence_at(self, offset: int) -> int:
        """The sentence in which an offset lies (or before which, between two)."""
        starts = [sentence.span.start for sentence in self.article.sentences]
        return max(0, bisect_right(starts, offset) - 1)

    def near(self, sentence: int) -> Span:
        """A sentence and those shortly before it."""
        sentences = self.article.sentences
        return Span(sentences[max(0, sentence - _NEAR)].span.start, sentences[sentence].span.end)

    def beside(self, sentence: int, span: Span) -> tuple[DraftClaim, ...]:
        """The claims of the rules that are about the same words as ``span``."""
        return tuple(
            claim for claim in self.claims.get(sentence, ()) if _same_place(claim.segments, span)
        )

    def vocabulary(self, code: str) -> frozenset[str]:
        """All words of the article, whole, without what is written on to them, and as stems."""
        if code not in self._vocabularies:
            self._vocabularies[code] = frozenset(self._words(code))
        return self._vocabularies[code]

    def names(self, code: str) -> frozenset[str]:
        """The canonical names of all that the lexicon of a language finds in the article."""
        if code not in self._names:
            hits = scan(self.text, self.article.tokens, packs.load(code))
            self._names[code] = frozenset(entry.name for hit in hits for entry in hit.entries)
        return self._names[code]

    def _words(self, code: str) -> set[str]:
        pack = packs.load(code)
        words: set[str] = set()
        for token in self.article.tokens:
            words.update((token.folded, term(token, pack)))
            words.update(bare(token.folded, pack))
        return words

    def says(self, name: str) -> bool:
        """Whether a name stands in the article, after folding."""
        wanted = " ".join(token.folded for token in tokenize(name))
        return bool(wanted) and f" {wanted} " in self._folded

    @cached_property
    def _folded(self) -> str:
        return f" {' '.join(token.folded for token in self.article.tokens)} "


def read_source(
    text: str, clock: Clock, outlet: str, cancelled: Callable[[], bool] | None = None
) -> Source:
    """Read an article once for all proposals.

    Raises:
        SplittingCancelledError: ``cancelled`` answered yes.
    """
    article = read_article(text, clock)
    languages = [code or _FALLBACK for code in article.languages]
    contents: dict[int, list[Content]] = {}
    for content in attribute(text, article.sentences, languages, outlet, article.times):
        contents.setdefault(content.sentence, []).append(content)
    rules = RuleSplitter(cancelled=cancelled).split(text, clock, outlet)
    source = Source(article, clock, outlet, contents, rules, {})
    claims: dict[int, list[DraftClaim]] = {}
    for claim in rules.claims:
        claims.setdefault(source.sentence_at(claim.segments[0].start), []).append(claim)
    return Source(article, clock, outlet, contents, rules, claims)


def common(segments: Sequence[Span], span: Span) -> int:
    """Characters that ``span`` shares with the segments."""
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in segments)


def _same_place(segments: Sequence[Span], span: Span) -> bool:
    shared = common(segments, span)
    return shared > 0 and 2 * shared >= min(len(span), sum(map(len, segments)))
