"""Who asserts what: the stretches of each sentence and the speaker answerable for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.facets.types import Time
from workbench.language.spans import Span
from workbench.splitting.sentences import SentenceSpan
from workbench.splitting.types import Attribution, Content

LanguageOf = Callable[[int], str] | Sequence[str]


def attribute(
    text: str,
    sentences: Sequence[SentenceSpan],
    language_of: LanguageOf,
    outlet: str,
    times: Sequence[Time] = (),
) -> tuple[Content, ...]:
    """Give, for each sentence in order, the stretches that are asserted and by whom.

    Args:
        text: the article.
        sentences: of `split_sentences`.
        language_of: the language code of a sentence, by its index.
        outlet: who speaks where nobody else does.
        times: the article's time expressions; the one inside a frame of speech dates it.
    """
    contents = []
    for index, sentence in enumerate(sentences):
        span = sentence.span
        contents.append(Content((Span(span.start, span.end),), index, Attribution()))
    return tuple(contents)
