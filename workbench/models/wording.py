"""Whether a self-contained wording says what its quote says, word by word and in its order.

A wording is the quote with something put in: the full name for a short one, the speaker for a
pronoun, the subject that the sentence left at its beginning. What is put in must stand together
in the article's near text beside the word that it completes, or be what the rules put in; words
of the quote may not go, whatever the wording would gain. So no subject can be exchanged and no
list be shortened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock, Quantity
from workbench.language import packs
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span
from workbench.language.stems import term
from workbench.language.tokens import Token, tokenize
from workbench.models.source import Source
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.types import Attribution

Words = tuple[str, ...]
_GAP = ""
"""Where the quote itself stands, in the words around it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that a wording leaves out of its quote, and words that nothing supports."""

    dropped: Words
    added: Words
    at_start: bool
    """Whether it is the first words that differ."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a wording may draw on beside its quote."""

    rules: tuple[Words, ...]
    """Wordings of the rules for the same place."""
    restored: bool
    """Whether the rules put something in there."""
    near: Words
    """The article's words around the quote, without it."""
    speakers: tuple[Words, ...]
    """Whom a pronoun may stand for."""
    pronouns: frozenset[str]
    articles: frozenset[str]
    """They may come and go."""
    pointers: frozenset[str]
    """They may go: "this ministry"."""
    head_last: bool
    """Whether a name's last words may stand for it ("Ana Ruiz"), and not its first."""
    conjunctions: frozenset[str]
    stop_words: frozenset[str]
    possessives: frozenset[str]
    """Tokens that make what is before them an owner ("'s")."""


def keys(text: str, code: str, clock: Clock) -> Words:
    """The words of a text as they are compared: stems, without figures and dates.

    Figures and dates are compared by what they mean, elsewhere.
    """
    pack = packs.load(code)
    facets = read_facets(text, pack, clock)
    spans = [time.span for time in facets.times]
    spans += [span for quantity in facets.quantities for span in _figure(quantity)]
    tokens = (
        token for token in tokenize(text) if not any(span.contains(token.span) for span in spans)
    )
    return tuple(_key(token, pack) for token in tokens)


def plain_keys(tokens: Sequence[Token], code: str) -> Words:
    """All words of a stretch of the article, figures included."""
    pack = packs.load(code)
    return tuple(_key(token, pack) for token in tokens)


def _key(token: Token, pack: LanguagePack) -> str:
    if token.folded in pack.language.stop_words and not token.text.isupper():
        return token.folded
    return term(token, pack)


def _figure(quantity: Quantity) -> Iterator[Span]:
    """The part of a quantity that says how many, without what is counted."""
    at = quantity.surface.find(quantity.counted) if quantity.counted else -1
    if at > 0:
        yield Span(quantity.span.start, quantity.span.start + at)
    elif at < 0:
        yield quantity.span


def ground(source: Source, sentence: int, span: Span, attribution: Attribution) -> Ground:
    """What the wording of a quote at ``span`` may draw on."""
    code = source.article.languages[sentence]
    rules, language = grammar(code), packs.load(code).language
    quote = keys(span.of(source.text), code, source.clock)
    beside = tuple(keys(claim.text, code, source.clock) for claim in source.beside(sentence, span))
    near, article = source.near(sentence), source.article
    return Ground(
        rules=beside,
        restored=any(not set(words) <= set(quote) for words in beside),
        near=(
            *plain_keys(article.tokens_in(Span(near.start, span.start)), code),
            _GAP,
            *plain_keys(article.tokens_in(Span(span.end, max(span.end, near.end))), code),
        ),
        speakers=tuple(
            plain_keys(tokenize(speaker.name), code) for speaker in attribution.chain[:1]
        ),
        pronouns=frozenset(rules.third_persons | rules.possessives),
        articles=frozenset(language.articles),
        pointers=frozenset(rules.pointers),
        head_last=rules.data.subject_first,
        conjunctions=rules.conjunctions,
        stop_words=language.stop_words,
        possessives=frozenset(language.possessives),
    )


def compare(quote: Words, wording: Words, on: Ground) -> Difference | None:
    """How a wording differs from its quote beyond what may be put in; nothing where it does not."""
    if wording == quote or wording in on.rules:
        return None
    lost: list[int] = []
    unsupported: list[tuple[int, int]] = []
    for (first, last), block in _gaps(quote, wording):
        gone = [at for at in range(first, last) if not _small(quote, at, on)]
        if gone and all(quote[at] in on.pronouns for at in gone) and _speaks(block, wording, on):
            continue
        lost += gone
        if block[0] < block[1] and not _stands(block, wording, on):
            unsupported.append(block)
    if not lost and not unsupported:
        return None
    added = tuple(word for start, end in unsupported for word in wording[start:end])
    at_start = min([*lost, *(start for start, _ in unsupported)]) <= 1
    return Difference(tuple(quote[at] for at in lost), added, at_start)


def _gaps(quote: Words, wording: Words) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the two differ: words of the quote, and the words that the wording has instead."""
    i, j = 0, 0
    for taken in [*_aligned(quote, wording), (len(quote), len(wording))]:
        if i < taken[0] or j < taken[1]:
            yield (i, taken[0]), (j, taken[1])
        i, j = taken[0] + 1, taken[1] + 1


def _aligned(quote: Words, wording: Words) -> list[tuple[int, int]]:
    """The longest sequence of words that both have in the same order, as pairs of indices."""
    rows, columns = len(quote), len(wording)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            same = quote[i] == wording[j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if quote[i] == wording[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _stands(block: tuple[int, int], wording: Words, on: Ground) -> bool:
    """Whether added words are the rules' own here, or complete the word beside them.

    Where the rules put something in, only that may be put in.
    """
    start, end = block
    if on.articles.issuperset(wording[start:end]):
        return True
    before, after = wording[max(0, start - 1) : end], wording[start : end + 1]
    beside = [words for words in (before, after) if len(words) > end - start]
    if any(_runs(words, rule) for rule in on.rules for words in beside):
        return True
    if on.restored:
        return False
    if after in beside and _runs(after, on.near):
        return not _rivals(after[-1], after[:-1], on, before=True)
    if before in beside and _runs(before, on.near):
        return not _rivals(before[0], before[1:], on, before=False)
    return False


def _rivals(word: str, completed: Words, on: Ground, *, before: bool) -> bool:
    """Whether the near text completes a word otherwise as well ("Iran's ministry", "Iraq's")."""
    width = len(completed)
    for at, found in enumerate(on.near):
        if found != word:
            continue
        here = on.near[max(0, at - width) : at] if before else on.near[at + 1 : at + 1 + width]
        beside = (here[-1:] if before else here[:1]) or (_GAP,)
        plain = beside[0] == _GAP or beside[0] in on.stop_words - on.possessives
        if here != completed and not plain:
            return True
    return False


def _speaks(block: tuple[int, int], wording: Words, on: Ground) -> bool:
    """Whether added words name the speaker, for whom a pronoun may stand."""
    words = tuple(word for word in wording[block[0] : block[1]] if word not in on.articles)
    for speaker in on.speakers:
        name = tuple(word for word in speaker if word not in on.articles)
        part = name[-len(words) :] if on.head_last else name[: len(words)]
        if words and words == part:
            return True
    return False


def _small(quote: Words, at: int, on: Ground) -> bool:
    return quote[at] in on.articles | on.pointers or (at == 0 and quote[at] in on.conjunctions)


def _runs(words: Words, within: Words) -> bool:
    """Whether words stand together somewhere."""
    width = len(words)
    return any(within[at : at + width] == words for at in range(len(within) - width + 1))
