"""Where a proposed quote stands in the article: exactly, or after folding; never roughly."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.language import packs
from workbench.language.fold import fold, fold_text
from workbench.language.spans import Span
from workbench.models.source import Source
from workbench.models.types import Proposal, Reason, Refusal


def locate(proposal: Proposal, source: Source, within: Span) -> Span | Refusal:
    """The one place of a proposal's quote inside ``within``, which begins and ends a sentence."""
    quote = proposal.quote.strip()
    found = list(_exact(quote, source.text, within)) or list(_folded(quote, source.text, within))
    if not found:
        return Refusal(Reason.NOT_FOUND, quote[:80])
    whole = [span for span in found if not _cuts(span, source)]
    if not whole:
        return Refusal(Reason.CUTS_WORD, quote[:80])
    if len(whole) > 1 and proposal.sentence is not None:
        whole = [span for span in whole if source.sentence_at(span.start) == proposal.sentence]
    if len(whole) != 1:
        return Refusal(Reason.AMBIGUOUS, quote[:80])
    return whole[0]


def _exact(quote: str, text: str, within: Span) -> Iterator[Span]:
    at = text.find(quote, within.start, within.end) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1, within.end)


def _folded(quote: str, text: str, within: Span) -> Iterator[Span]:
    wanted, folded = fold_text(quote), fold(within.of(text))
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        # A character that folds to several may not be cut in its middle.
        clean_start = at == 0 or folded.offsets[at - 1] != folded.offsets[at]
        clean_end = folded.offsets[end - 1] != folded.offsets[end]
        if clean_start and clean_end:
            yield folded.raw(at, end).shift(within.start)
        at = folded.text.find(wanted, at + 1)


def _cuts(span: Span, source: Source) -> bool:
    """Whether a place begins or ends inside a word; what the rules cut off may stay out."""
    sentence = source.sentence_at(span.start)
    code = source.article.languages[sentence]
    conjunctions = _conjunctions(code) if code else frozenset()
    ours = {each.start for claim in source.claims.get(sentence, ()) for each in claim.segments}
    for token in source.article.tokens_in(source.article.sentences[sentence].span):
        if token.span.start < span.end < token.span.end:
            return True
        if token.span.start < span.start < token.span.end:
            before = fold_text(Span(token.span.start, span.start).of(source.text))
            if token.is_number or not (before in conjunctions or span.start in ours):
                return True
    return False


def _conjunctions(code: str) -> frozenset[str]:
    language = packs.load(code).language
    others = {*language.cases, *language.assimilated, language.article}
    return frozenset(each for each in language.proclitics if each not in others)
