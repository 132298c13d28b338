"""Lines of a web page that came along with an article and say nothing of its subject.

By-lines, time stamps, rows of tables, captions' credits, invitations to the visitor, notices,
and the headlines of other stories. They are told by the phrases of the language pack and by their
build; nobody is quoted in them, and they are short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.facets.interval import Precision
from workbench.language import packs
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema.furniture import Furniture
from workbench.language.schema.speech import Speech
from workbench.language.tokens import Token
from workbench.splitting.article import Article
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.sentences.sentences import TAIL, SentenceSpan
from workbench.splitting.sentences.signatures import only_tags, signer

_LONGEST = 30
"""Words of such a line, at most."""
_LONGEST_LABEL, _LONGEST_BYLINE = 10, 9
_LONGEST_DATELINE = 16
_LONGEST_CREDIT = 5
_DASHES = frozenset("-–—")
_DESK = re.compile(r"[^\s:–—-]+(?: [^\s:–—-]+)?\s*[:–—-]\s*[«“\"][^«»“”\":]{1,30}[»”\"]\s*$")
"""A place and the name of a paper in quotation marks."""
_BESIDE_STAMP = 2
"""Words that stand beside a day in a line that only gives it ("Cairo", "updated")."""
_SHORTEST_STAMP = 6
_LEAST_FIGURES = 2
_SPOKEN = frozenset("\"“”«»'‘’")
_ENDS = frozenset(".!?؟…")
_COLONS = frozenset(":：|-–/")
_BAR = 2
"""A bar and a blank."""
_TAIL = 4

Phrases = dict[str, list[tuple[str, ...]]]


class _Phrases:
    """A pack's phrases by their first words."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Furniture)
        self.pointers = _index(data.pointers)
        self.labels = _index(data.labels)
        self.invitations = _index(data.invitations)
        self.credits = _index(data.credits)
        self.notices = _index(data.notices)
        self.bylines = _index(data.bylines)
        self.sections = _index(data.sections)
        labels = pack.section(Speech).labels
        self.heads = self.labels.keys() & set(map(fold_text, labels))
        """What stands before a headline as well (بالصور: …)."""


def _index(phrases: Iterable[str]) -> Phrases:
    index: Phrases = {}
    for phrase in phrases:
        words = tuple(fold_text(phrase).split())
        index.setdefault(words[0], []).append(words)
    for found in index.values():
        found.sort(key=len, reverse=True)
    return index


def furniture(article: Article) -> frozenset[int]:
    """The sentences of an article that are furniture of its page, by their index."""
    found: set[int] = set()
    pointed = False
    for index, sentence in enumerate(article.sentences):
        pointed = pointed and sentence.kind != "sentence"
        tokens = article.tokens_in(sentence.span)
        phrases = packs.load(article.languages[index] or "en").derived(_Phrases)
        if _is_tail(article, index, tokens) or _is_of_post(article.text, sentence):
            found.add(index)
            continue
        page = _is_furniture(article.text, sentence, tokens, phrases, opens=index == 0)
        dated = _is_stamp(article, index, tokens) or _is_dateline(article, index, tokens)
        dated = dated or _is_desk(article, index) or _is_credit(article, index, tokens)
        headed = index > 0 and _is_heading(article, index, tokens, phrases)
        if pointed or page or dated or headed:
            found.add(index)
        size = _opening(tokens, phrases.pointers)
        pointed = pointed or (0 < size == len(tokens) and sentence.kind != "sentence")
    return frozenset(found)


def _is_of_post(text: str, sentence: SentenceSpan) -> bool:
    """Whether a piece is only the signature or the tags of a post."""
    return signer(text, sentence.span) is not None or only_tags(text, sentence.span)


def _is_tail(article: Article, index: int, tokens: Sequence[Token]) -> bool:
    """Whether a piece only says whose headline the words before it are: "… | The Gazette"."""
    sentence, code = article.sentences[index], article.languages[index]
    near = article.text[max(0, sentence.span.start - _BAR) : sentence.span.start]
    if not code or len(tokens) > TAIL or near.strip() != "|":
        return False
    return not _tells(tokens, code)


def _is_stamp(article: Article, index: int, tokens: Sequence[Token]) -> bool:
    """Whether a line gives no more than a day and an hour, and a word or two beside them."""
    sentence, code = article.sentences[index], article.languages[index]
    if not code or not tokens or sentence.kind != "headline" or len(tokens) > _LONGEST_LABEL:
        return False
    times = [time.span for time in article.facets_in(sentence.span, code).times]
    dated = [t for t in tokens if t.is_number or any(s.contains(t.span) for s in times)]
    return bool(times) and len(tokens) - len(dated) <= _BESIDE_STAMP


def _is_dateline(article: Article, index: int, tokens: Sequence[Token]) -> bool:
    """Whether a line only says where, on which day and by whom a story was written: "Riyadh, 7 July
    2026 - Gulf News Desk"."""
    sentence, code = article.sentences[index], article.languages[index]
    if not code or sentence.kind != "headline" or len(tokens) > _LONGEST_DATELINE:
        return False
    near, rules = article.facets_in(sentence.span, code), grammar(code)
    if not (near.places and near.times) or near.places[0].span.start != tokens[0].span.start:
        return False
    first = near.times[0]
    precise = first.interval is not None and first.interval.precision is Precision.DAY
    apart = len(article.text[near.places[0].span.end : first.span.start].split())
    told = any(rules.known_verb(token.folded) for token in tokens)
    return precise and apart <= 1 and not told and sum(t.is_number for t in tokens) > 1


def _is_desk(article: Article, index: int) -> bool:
    """Whether a line only says where and for which paper it was written: الرياض: «الاقتصادية»."""
    sentence, code = article.sentences[index], article.languages[index]
    if not code or sentence.kind != "headline" or not _DESK.match(sentence.span.of(article.text)):
        return False
    places = article.facets_in(sentence.span, code).places
    return bool(places) and places[0].span.start == sentence.span.start


def _is_credit(article: Article, index: int, tokens: Sequence[Token]) -> bool:
    """Whether the first line only says whose story it is, with a dash: "The Daily Star -"."""
    if index or len(article.sentences) == 1 or len(tokens) > _LONGEST_CREDIT:
        return False
    line, code = article.sentences[0].span.of(article.text).rstrip(), article.languages[0]
    return line[-1] in _DASHES and bool(code) and not _tells(tokens, code)


def _is_heading(article: Article, index: int, tokens: Sequence[Token], phrases: _Phrases) -> bool:
    """Whether a line only heads a part of the story, and tells nothing: ملخص مباراة الاتحاد."""
    sentence, code = article.sentences[index], article.languages[index]
    opens = sentence.kind == "headline" and _opening(tokens, phrases.sections)
    return bool(opens and code) and len(tokens) <= _LONGEST_DATELINE and not _tells(tokens, code)


def _tells(tokens: Sequence[Token], code: str) -> bool:
    """Whether a figure or a verb stands among the words of a line."""
    rules = grammar(code)
    return any(token.is_number or rules.known_verb(token.folded) for token in tokens)


def _is_furniture(
    text: str, sentence: SentenceSpan, tokens: Sequence[Token], phrases: _Phrases, *, opens: bool
) -> bool:
    """Whether a line is furniture; one that opens a text behind a label is its headline."""
    if not tokens or len(tokens) > _LONGEST:
        return False
    if opens and tokens[0].folded in phrases.heads and len(tokens) > _BESIDE_STAMP:
        return False
    line = sentence.span.of(text).rstrip()
    if _opening(tokens, phrases.invitations) or _opening(tokens, phrases.credits):
        return not _SPOKEN & set(line)
    if _points(text, line, tokens, _opening(tokens, phrases.pointers)):
        return True
    notices = phrases.notices
    if any(
        token.folded in notices and _starts(tokens, at, notices) for at, token in enumerate(tokens)
    ):
        return True
    return _is_label(text, sentence, tokens, phrases) or _is_row(text, sentence, tokens)


def _points(text: str, line: str, tokens: Sequence[Token], size: int) -> bool:
    """Whether a line that opens with so many words of a pointer leads elsewhere; one word alone
    does so only with a colon ("Related: …", not "Related firms fined")."""
    if not size or size == len(tokens):
        return size > 0
    colon = text[tokens[size - 1].span.end :][:1] in _COLONS
    return colon or (size > 1 and line[-1] not in _ENDS)


def _is_label(
    text: str, sentence: SentenceSpan, tokens: Sequence[Token], phrases: _Phrases
) -> bool:
    """Whether a line says from whom or when the story is: "Source: …", "By Ann Lee"."""
    line = sentence.span.of(text).rstrip()
    size = _opening(tokens, phrases.labels)
    if size and len(tokens) <= _LONGEST_LABEL:
        behind = text[tokens[size - 1].span.end : sentence.span.end].lstrip()
        dated = behind[:1].isdigit() and (line[-1] not in _ENDS or len(tokens) <= _SHORTEST_STAMP)
        if dated or not behind or behind[0] in _COLONS or size == len(tokens):
            return True
    size = _opening(tokens, phrases.bylines)
    if not size or len(tokens) > _LONGEST_BYLINE or line[-1] in _ENDS:
        return False
    return _is_name(tokens[size:]) or any(mark in line for mark in ":-–")


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether words are all but written like names, in a script that has capitals."""
    words = [token.text for token in tokens if token.text.isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def _is_row(text: str, sentence: SentenceSpan, tokens: Sequence[Token]) -> bool:
    """Whether a line is the row of a table: as many figures as words, and no sentence."""
    line = sentence.span.of(text).rstrip()
    if line[-1] in _ENDS or sentence.kind == "sentence":
        return False
    figures = sum(token.is_number for token in tokens)
    if figures < _LEAST_FIGURES:
        return False
    return figures * 5 >= len(tokens) * 2 and not any(mark in line for mark in "،؛;:")


def _opening(tokens: Sequence[Token], phrases: Phrases) -> int:
    """How many words of a phrase a line opens with."""
    return _starts(tokens, 0, phrases)


def _starts(tokens: Sequence[Token], at: int, phrases: Phrases) -> int:
    found = phrases.get(tokens[at].folded, ()) if at < len(tokens) else ()
    for phrase in found:
        own = tokens[at : at + len(phrase)]
        if tuple(token.folded for token in own) == phrase:
            return len(phrase)
    return 0
