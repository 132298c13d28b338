"""Checks of a quote: a whole statement by one voice, with all that binds it."""

from __future__ import annotations

from workbench.facets.cues import stances
from workbench.facets.reading import read
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.models.case import Case, cores
from workbench.models.types import Reason, Refusal
from workbench.splitting.predicates import Verb, grammar, read_words

_BOUNDARY = frozenset(",;:—–،؛.!")


def facets_whole(case: Case) -> Refusal | None:
    """ "about 2,500 troops" may not be quoted as "500 troops" or without its "about"."""
    near = case.nearby
    facets = [
        *((quantity.span, quantity.surface) for quantity in near.quantities),
        *((time.span, time.surface) for time in near.times),
        *((actor.span, actor.surface) for actor in near.actors),
    ]
    for span, surface in facets:
        if span.overlaps(case.span) and not case.span.contains(span):
            return Refusal(Reason.CUTS_FACET, surface)
    return None


def one_voice(case: Case) -> Refusal | None:
    """A quote is one speaker's."""
    speakers = {each.attribution.chain[:1] for each in case.heard}
    if len({speaker.name for chain in speakers for speaker in chain}) > 1:
        return Refusal(Reason.SPEAKER, "its quote has two speakers")
    return None


def statement(case: Case) -> Refusal | None:
    """Questions and bare names state nothing."""
    ends = case.source.article.sentences[case.sentence].span.of(case.source.text).rstrip("\"'”’») ")
    if ends[-1:] in {"?", "؟"} and not case.beside:
        return Refusal(Reason.NO_STATEMENT, "a question")
    if len(tokenize(case.quote)) < 2:
        return Refusal(Reason.NO_STATEMENT, case.quote)
    return None


def only_whole(case: Case) -> Refusal | None:
    """What stands under "only" is quoted with it and to its end, and only there does it stand."""
    only = grammar(case.code).only
    here, there = cores(case.quote, case) & only, cores(case.text, case) & only
    around = {word for part in case.left_out for word in cores(part.of(case.source.text), case)}
    if here != there or around & only:
        return Refusal(Reason.ONLY, ", ".join(sorted((here ^ there) | (around & only))))
    if here and any(tokenize(part.of(case.source.text)) for part in case.left_out):
        return Refusal(Reason.ONLY, "the list goes on behind the quote")
    return None


def exceptions(case: Case) -> Refusal | None:
    """An exception is quoted and worded with what it is an exception from."""
    if (case.alone.polarity.exception is None) != (case.worded.polarity.exception is None):
        return Refusal(Reason.EXCEPTION)
    sentence = case.source.article.sentences[case.sentence].span
    rest = read(Span(case.span.end, sentence.end).of(case.source.text), case.pack)
    cues = stances(case.pack)
    if any(cues.exceptions.width(rest, at) for at in (0, 1) if at < len(rest.tokens)):
        return Refusal(Reason.EXCEPTION, rest.text[:60].strip())
    return None


def in_its_clause(case: Case) -> Refusal | None:
    """A statement may not be cut out of "if …", "officials doubt that …", "reportedly, …"."""
    cues, rules = stances(case.pack), grammar(case.code)
    for part in case.left_out:
        words = part.of(case.source.text)
        reading = read(words, case.pack)
        if cues.hedges.find(reading):
            return Refusal(Reason.MODALITY, words.strip()[:60])
        tokens = case.source.article.tokens_in(part)
        verbs = any(w.verb > Verb.NO for w in read_words(case.source.text, tokens, rules))
        bound = cues.subordinators.find(reading) or (verbs and not _parted(case, part))
        if bound:
            return Refusal(Reason.CUT_OUT, words.strip()[:60])
    return None


def _parted(case: Case, part: Span) -> bool:
    """Whether punctuation or a conjunction stands between the quote and what was left out."""
    text, rules = case.source.text, grammar(case.code)
    if part.end <= case.span.start:
        gap = text[part.end - 1 : case.span.start] + text[max(0, part.end - 2) : part.end]
        following = read_words(text, case.source.article.tokens_in(case.span), rules)
        last = read_words(text, case.source.article.tokens_in(part), rules)[-1:]
        edge = [*following[:1], *last]
    else:
        gap = text[case.span.end : part.start + 2]
        edge = read_words(text, case.source.article.tokens_in(part), rules)[:1]
    joined = any(word.core in rules.conjunctions or word.lexeme.glue for word in edge)
    return joined or not _BOUNDARY.isdisjoint(gap)
