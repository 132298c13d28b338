"""Checks of a quote: a whole statement by one voice, with all that binds it."""

from __future__ import annotations

from workbench.facets.cues import stances
from workbench.facets.reading import read
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.models.case import Case, cores
from workbench.models.types import Reason, Refusal
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.clauses.words.reading import read_words

_QUESTION = ("?", "؟")
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
    behind = case.source.text[case.span.end : case.span.end + 4].lstrip("\"'”’») ")
    if behind[:1] in _QUESTION or case.quote[-1:] in _QUESTION:
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
    cues = stances(case.pack)
    for part in case.left_out:
        words = part.of(case.source.text)
        reading = read(words, case.pack)
        if cues.hedges.find(reading):
            return Refusal(Reason.MODALITY, words.strip()[:60])
        if cues.subordinators.find(reading) or not _parted(case, part):
            return Refusal(Reason.CUT_OUT, words.strip()[:60])
    return None


def _parted(case: Case, part: Span) -> bool:
    """Whether a quote may end where it does and leave this part of the statement out.

    It may at punctuation and at a conjunction; behind it also a phrase with a preposition or a
    time may stay out. Words that the rules only borrow from elsewhere do not matter unless they
    are verbs.
    """
    text, rules = case.source.text, grammar(case.code)
    words = read_words(text, case.source.article.tokens_in(part), rules)
    if not words:
        return True
    before = part.end <= case.span.start
    between = Span(part.end, case.span.start) if before else Span(case.span.end, part.start)
    if case.source.article.tokens_in(between) and all(word.verb == Verb.NO for word in words):
        return True
    quoted = read_words(text, case.source.article.tokens_in(case.span), rules)
    edge = [*quoted[:1], words[-1]] if before else words[:1]
    if any(word.core in rules.conjunctions or word.lexeme.glue for word in edge):
        return True
    left, right = (words[-1], quoted[0]) if before else (quoted[-1], words[0])
    if not _BOUNDARY.isdisjoint(text[left.end : right.start]):
        return True
    times = {time.span.start for time in case.nearby.times}
    return not before and (rules.prepositional(words[0]) or words[0].start in times)
