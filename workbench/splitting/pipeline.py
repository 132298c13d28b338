"""One article through all stages: sentences, attribution, clauses, lists, context, worth."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from workbench.facets.bundle import read_facets, select
from workbench.facets.types import Clock, Facets, Polarity
from workbench.language import packs
from workbench.language.identify import identify
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span
from workbench.language.tokens import Token, tokenize
from workbench.splitting.attribution import attribute
from workbench.splitting.clauses import clauses
from workbench.splitting.context import Context, Wording
from workbench.splitting.lists import distribute, marks_of
from workbench.splitting.mentions import Mentions
from workbench.splitting.predicates import Verb, Word, grammar, read_words
from workbench.splitting.segments import quote_of, spans_of
from workbench.splitting.sentences import SentenceSpan, split_sentences
from workbench.splitting.types import (
    Content,
    DraftClaim,
    Sentence,
    SentenceState,
    Splitting,
)
from workbench.splitting.worth import weigh

Progress = Callable[[int, int], None]
"""Called with sentences done and sentences in all."""
Cancelled = Callable[[], bool]

_QUESTION = "?؟"
_SHORTEST, _SHORTEST_VERBLESS = 3, 5
"""Words that a statement of the outlet has at least, with a verb and without."""
_CLOSERS = "\"'”’»)] \n"


class SplittingCancelledError(Exception):
    """The caller asked for the splitting to stop."""


@dataclass(frozen=True, slots=True)
class _Article:
    """What is read once of an article."""

    text: str
    tokens: tuple[Token, ...]
    starts: list[int]
    sentences: tuple[SentenceSpan, ...]
    languages: tuple[str, ...]
    """Of each sentence; empty where no pack knows it."""
    facets: dict[str, Facets]
    mentions: Mentions

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens of a stretch; one that it cuts (behind a proclitic) is cut likewise."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        inside = self.tokens[first:last]
        if first and self.tokens[first - 1].span.end > span.start:
            rest = Span(span.start, self.tokens[first - 1].span.end).of(self.text)
            cut = (
                Token(found.span.shift(span.start), found.text, found.folded)
                for found in tokenize(rest)
            )
            return (*cut, *inside)
        return inside


def split_article(
    text: str,
    clock: Clock,
    outlet: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Splitting:
    """Split an article's text by the rules.

    Time is linear in the length of ``text``.

    Raises:
        SplittingCancelledError: ``cancelled`` answered yes.
    """
    article = _read(text, clock)
    times = [time for facets in article.facets.values() for time in facets.times]
    spoken = ["" if not code else code for code in article.languages]
    contents = attribute(
        text,
        article.sentences,
        [code or _FALLBACK for code in spoken],
        outlet,
        sorted(times, key=lambda time: time.span.start),
    )
    by_sentence: dict[int, list[Content]] = {}
    for content in contents:
        by_sentence.setdefault(content.sentence, []).append(content)
    claims: list[DraftClaim] = []
    account: list[Sentence] = []
    for index, sentence in enumerate(article.sentences):
        if cancelled is not None and cancelled():
            raise SplittingCancelledError
        found, state, reason = _sentence(article, index, by_sentence.get(index, ()))
        claims += found
        code = article.languages[index] or "und"
        account.append(Sentence(sentence.span, sentence.paragraph, code, state, reason))
        if progress is not None:
            progress(index + 1, len(article.sentences))
    return Splitting(tuple(claims), tuple(account))


_FALLBACK = "en"


def _read(text: str, clock: Clock) -> _Article:
    sentences = split_sentences(text)
    languages = _languages(text, sentences)
    tokens = tokenize(text)
    facets = {
        code: read_facets(text, packs.load(code), clock) for code in sorted(set(languages)) if code
    }
    starts = [token.span.start for token in tokens]
    return _Article(text, tokens, starts, sentences, languages, facets, Mentions(text))


def _languages(text: str, sentences: Sequence[SentenceSpan]) -> tuple[str, ...]:
    """Each sentence's language: that of its paragraph, if a pack knows it."""
    known = set(packs.available())
    extent: dict[int, Span] = {}
    for sentence in sentences:
        had = extent.get(sentence.paragraph)
        start = had.start if had else sentence.span.start
        extent[sentence.paragraph] = Span(start, sentence.span.end)
    codes = {number: identify(span.of(text)) for number, span in extent.items()}
    return tuple(
        codes[sentence.paragraph] if codes[sentence.paragraph] in known else ""
        for sentence in sentences
    )


def _sentence(
    article: _Article, index: int, contents: Sequence[Content]
) -> tuple[list[DraftClaim], SentenceState, str]:
    sentence = article.sentences[index]
    code = article.languages[index]
    if not code:
        reason = "not a known language" if article.tokens_in(sentence.span) else "no statement"
        return [], SentenceState.SET_ASIDE, reason
    if not contents:
        return [], SentenceState.SET_ASIDE, "only names a speaker"
    rules = grammar(code)
    whole = read_words(article.text, article.tokens_in(sentence.span), rules)
    article.mentions.read(whole, index, rules)
    claims: list[DraftClaim] = []
    for content in contents:
        claims += _content(article, content, code)
    if claims:
        return claims, SentenceState.CLAIMED, ""
    if sentence.span.of(article.text).rstrip(_CLOSERS)[-1:] in _QUESTION:
        return [], SentenceState.SET_ASIDE, "question"
    return [], SentenceState.SET_ASIDE, "no statement"


def _content(article: _Article, content: Content, code: str) -> list[DraftClaim]:
    rules = grammar(code)
    pack = packs.load(code)
    tokens = [token for part in content.parts for token in article.tokens_in(part)]
    words = read_words(article.text, tokens, rules)
    if not _states(article.text, words, content):
        return []
    near = _facets_in(article.facets[code], content)
    marks = marks_of(words, near)
    context = Context(
        article.text, words, rules, article.mentions, content.sentence, content.attribution
    )
    claims = []
    found = clauses(words, rules)
    heads = [head for clause in found for head in clause.borrowed]
    for clause in found:
        for one in distribute(clause, words, rules, marks, heads):
            segments = spans_of(article.text, words, one.ranges)
            wording = context.wording(one, segments)
            claims.append(_claim(article.text, content, segments, wording, near, pack))
    return claims


def _facets_in(facets: Facets, content: Content) -> Facets:
    """The article's facets from the first to the last part of a content."""
    whole = Span(content.parts[0].start, content.parts[-1].end)
    return Facets(
        quantities=_between(facets.quantities, whole),
        times=_between(facets.times, whole),
        places=_between(facets.places, whole),
        actors=_between(facets.actors, whole),
    )


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


def _between(found: Sequence[Placed], whole: Span) -> tuple[Placed, ...]:
    """Those of ``found``, which stand in text order, that lie inside ``whole``."""
    first = bisect_left(found, whole.start, key=lambda one: one.span.start)
    last = bisect_left(found, whole.end, key=lambda one: one.span.start)
    return tuple(found[first:last])


def _states(text: str, words: Sequence[Word], content: Content) -> bool:
    """Whether a stretch may be a statement at all: no question, more than a name."""
    if not words:
        return False
    end = content.parts[-1].end
    asked = text[words[-1].end : end + 1].strip(_CLOSERS)[:1]
    if asked and asked in _QUESTION:
        return False
    if content.attribution.chain:
        return True
    shortest = _SHORTEST if any(word.verb != Verb.NO for word in words) else _SHORTEST_VERBLESS
    return len(words) >= shortest


def _claim(
    text: str,
    content: Content,
    segments: tuple[Span, ...],
    wording: Wording,
    near: Facets,
    pack: LanguagePack,
) -> DraftClaim:
    facets = select(near, text, segments, pack)
    if content.denied:
        facets = replace(facets, polarity=_turned(facets.polarity))
    return DraftClaim(
        segments=segments,
        quote=quote_of(text, segments),
        text=wording.text,
        replacements=wording.replacements,
        language=pack.code,
        attribution=content.attribution,
        facets=facets,
        worth=weigh(wording.text, facets, content.attribution, pack),
    )


def _turned(polarity: Polarity) -> Polarity:
    """A denied statement: "denied that X" denies X, "denied that X did not" asserts it."""
    return replace(polarity, negated=not polarity.negated)
