"""One article through all stages: sentences, attribution, clauses, lists, context, worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.facets.types import Clock
from workbench.language.spans import Span
from workbench.splitting.article import Article, read_article
from workbench.splitting.attribution.stretches import attribute
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.drafting import Drafting, Whole
from workbench.splitting.furniture import furniture
from workbench.splitting.plain import led_back, plain
from workbench.splitting.stating import ends_in_question
from workbench.splitting.types import Content, DraftClaim, Sentence, SentenceState, Splitting

Progress = Callable[[int, int], None]
"""Called with sentences done and sentences in all."""
Cancelled = Callable[[], bool]

_FALLBACK = "en"
"""For sentences in a language that no pack knows; nothing is claimed of them."""


class SplittingCancelledError(Exception):
    """The caller asked for the splitting to stop."""


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
    readable = plain(text)
    article = read_article(readable.text, clock)
    contents = _contents(article, outlet)
    aside = furniture(article)
    claims: list[DraftClaim] = []
    account: list[Sentence] = []
    for index in range(len(article.sentences)):
        if cancelled is not None and cancelled():
            raise SplittingCancelledError
        if index in aside:
            account.append(_set_aside(article, index))
            continue
        found, sentence = _sentence(article, index, contents.get(index, ()))
        claims += found
        account.append(sentence)
        if progress is not None:
            progress(index + 1, len(article.sentences))
    return led_back(Splitting(tuple(claims), tuple(account)), readable)


def _contents(article: Article, outlet: str) -> dict[int, list[Content]]:
    """What is asserted in each sentence, and by whom."""
    languages = [code or _FALLBACK for code in article.languages]
    found: dict[int, list[Content]] = {}
    for content in attribute(article.text, article.sentences, languages, outlet, article.times):
        found.setdefault(content.sentence, []).append(content)
    return found


def _sentence(
    article: Article, index: int, contents: Sequence[Content]
) -> tuple[list[DraftClaim], Sentence]:
    """The claims of a sentence and what became of it."""
    where = article.sentences[index]
    code = article.languages[index]
    claims: list[DraftClaim] = []
    if code:
        rules = grammar(code)
        tokens = article.tokens_in(where.span)
        whole = Whole(tokens, read_words(article.text, tokens, rules))
        article.mentions.read(whole.words, index, rules, article.facets_in(where.span, code))
        for content in contents:
            before = claims[-1] if claims else None
            claims += Drafting(article, content, code, whole, before).claims()
    state = SentenceState.CLAIMED if claims else SentenceState.SET_ASIDE
    reason = "" if claims else _why_aside(article, where.span, code, contents)
    return claims, Sentence(where.span, where.paragraph, code or "und", state, reason)


def _set_aside(article: Article, index: int) -> Sentence:
    """The account of a line that belongs to the page and not to the article."""
    where, code = article.sentences[index], article.languages[index] or "und"
    return Sentence(where.span, where.paragraph, code, SentenceState.SET_ASIDE, "part of the page")


def _why_aside(article: Article, span: Span, code: str, contents: Sequence[Content]) -> str:
    if ends_in_question(span.of(article.text)):
        return "question"
    if not code and article.tokens_in(span):
        return "not a known language"
    return "no statement" if contents or not code else "only names a speaker"
