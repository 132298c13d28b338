"""A model's proposal held against the article: taken only where everything in it is found there.

The checks are those of a fact-checker who was handed a note: does the quote stand there, are the
figures, dates, names and speaker the article's, is it said and not denied, is anything put in or
left out that changes it. They never correct a proposal; one that fails is refused.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.language import packs
from workbench.language.spans import Span
from workbench.language.stems import terms
from workbench.models import check_meaning, check_quote, check_words
from workbench.models.case import Case
from workbench.models.locate import locate
from workbench.models.source import Source, common
from workbench.models.types import Proposal, Reason, Refusal
from workbench.splitting.types import DraftClaim

_CHECKS: tuple[Callable[[Case], Refusal | None], ...] = (
    check_quote.statement,
    check_quote.facets_whole,
    check_quote.one_voice,
    check_words.characters,
    check_meaning.numbers,
    check_meaning.dates,
    check_words.names,
    check_words.words,
    check_words.speaker,
    check_quote.exceptions,
    check_meaning.polarity,
    check_quote.only_whole,
    check_meaning.modality,
    check_words.roles,
    check_words.same_words,
    check_quote.in_its_clause,
)
"""Cheap and telling ones first: the first refusal is the one reported."""


def verify(proposal: Proposal, source: Source, within: Span, by: str) -> DraftClaim | Refusal:
    """The claim that a proposal is, with the article's own facets and speaker; or why it is none.

    Args:
        proposal: of a model.
        source: the article.
        within: the sentences that the model was asked about.
        by: what the claim is marked with as its proposer.
    """
    span = locate(proposal, source, within)
    if isinstance(span, Refusal):
        return span
    sentence = source.sentence_at(span.start)
    if span.end > source.article.sentences[sentence].span.end:
        return Refusal(Reason.OVER_SENTENCES)
    code = source.article.languages[sentence]
    heard = [each for each in source.contents.get(sentence, ()) if common(each.parts, span)]
    if not code or not heard:
        return Refusal(Reason.NO_STATEMENT)
    case = Case(proposal, source, span, sentence, code, heard)
    for check in _CHECKS:
        refusal = check(case)
        if refusal is not None:
            return refusal
    return case.claim(by)


def agrees(proposal: Proposal, claim: DraftClaim, outlet: str) -> bool:
    """Whether a model names the same speaker as the article's own reading does."""
    chain = [speaker.name for speaker in claim.attribution.chain]
    said = proposal.speaker or outlet
    pack = packs.load(claim.language)
    wanted = set(terms(said, pack))
    return any(wanted & set(terms(name, pack)) for name in chain or [outlet]) or not (said or chain)
