"""An article's sentences, headlines and list items, with exact offsets.

The rules know no language; what ends in a full stop without ending a sentence is data of the
language packs, all of which are read, since an article may mix languages.

A quotation of up to `_SHORT` words stays whole with the sentence it stands in; a longer one is
cut into its own sentences, and attribution carries the speaker over. Commas, semicolons (؛) and
colons never end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Literal

import msgspec

from workbench.language import packs
from workbench.language.fold import fold_text
from workbench.language.schema import Places
from workbench.language.schema.speech import Speech
from workbench.language.spans import Span
from workbench.splitting.sentences.paragraphs import split_paragraphs
from workbench.splitting.sentences.quotes import CLOSING, MARKS, OPENING, Quote, find_quotes
from workbench.splitting.sentences.signatures import SIGNATURE

SentenceKind = Literal["headline", "sentence", "bullet"]

_SHORT = 30
"""Words up to which a quotation or bracket with several sentences is kept whole."""
_FRAME = 6
"""Words up to which a sentence after a quotation is taken for its frame ("He then left.")."""
_HEADLINE = 30
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c"
_CONTROLS = "".join(chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F)))
_IN_WORD = ".°&@_\u0640" + _CONTROLS
_TERMINATOR = re.compile(rf"\.(?:[ \xa0]\.){{2,}}|[.!?؟…۔。！？‼⁇⁈⁉][.!?؟…۔。！？‼⁇⁈⁉{_UNSEEN}]*")
_WORD = re.compile(r"\w+")
_BLANK = re.compile(rf"[\s{_UNSEEN}]*")
_BULLET = re.compile(
    r"(?:[-–—*•⁃‣◦▪●○□■·➢✓✔►▶]+\s*(?:\d{1,3}[.)]+\s)?|\d{1,3}\s?(?:[.)]+|-)\s|[^\W\d_][.)]+\s)"
)
_ITEM = re.compile(r"(?<!\S)(?:[•⁃]\s?)?(\d{1,3}|[a-z])([.)]{1,2})(?=\s)")
_BAR = re.compile(r"\s\|\s")
_TITLE, TAIL = 5, 4
"""Words of a headline at least, and of its outlet's name behind a bar at most."""
_TABLE = re.compile(r"\t|\S\s*\|\s*\S|\S {3,}\S")
_BRACKETS = re.compile(r"[()\[\]]")
_NEAR = 24
"""Letters behind a word within which the next one begins."""
_YEAR = 4
_AGENCY = re.compile(r"\([A-Z][\w ./]{1,24}\) ?(?:--|[-–—])\s")
"""An agency behind a place whose name ends in a full stop: "TULSA, Okla. (AP) —"."""
_ELLIPSES = ("..", "…", ". .")
_DASHES, _SPACES = "-–—", " \xa0-"


class SentenceSpan(msgspec.Struct, frozen=True):
    """Where a sentence stands, in which paragraph (counted from 0), and what it is."""

    span: Span
    paragraph: int
    kind: SentenceKind


class _Stops(msgspec.Struct, frozen=True):
    """Words whose full stop may not end a sentence, folded, of all languages on file."""

    titles: frozenset[str]
    numbered: frozenset[str]
    others: frozenset[str]
    names: frozenset[str]
    """Those of them that stand for names, and begin with a capital: Ill., Wash."""
    states: frozenset[str]
    """Names of states cut short, behind which a sentence goes on with a comma: "Flint, Mich., "."""
    letters: frozenset[str]
    hours: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]


def split_sentences(text: str) -> tuple[SentenceSpan, ...]:
    """Split ``text`` into sentences that together cover every character but white space.

    Time is linear in the length of ``text``.
    """
    paragraphs = split_paragraphs(text)
    quotes = find_quotes(text, paragraphs)
    found: list[SentenceSpan] = []
    first = 0
    for index, paragraph in enumerate(paragraphs):
        last = first
        while last < len(quotes) and quotes[last].span.start < paragraph.end:
            last += 1
        reader = _Paragraph(text, paragraph, quotes[first:last])
        pieces = list(reader.pieces())
        kind = _kind(text, paragraph, pieces, index + 1 < len(paragraphs))
        found += [SentenceSpan(piece, index, kind) for piece in pieces]
        first = last
    return tuple(found)


def item_start(text: str, span: Span) -> int:
    """Where the words of a list item begin, behind its number or letter ("1. …", "b) …")."""
    mark = _BULLET.match(text, span.start, span.end)
    if mark is None or not mark[0][:1].isalnum():
        return span.start
    return span.start if text[mark.end() : mark.end() + 1].isdigit() else mark.end()


def _kind(text: str, paragraph: Span, pieces: Sequence[Span], more: bool) -> SentenceKind:
    if _BULLET.match(text, paragraph.start, paragraph.end) or _TABLE.search(
        text, paragraph.start, paragraph.end
    ):
        return "bullet"
    end = text[paragraph.start : paragraph.end].rstrip(CLOSING + ")]")[-1:]
    if not more or len(pieces) != 1 or _TERMINATOR.match(end):
        return "sentence"
    size = sum(1 for _ in _WORD.finditer(text, paragraph.start, paragraph.end))
    return "headline" if size <= _HEADLINE else "sentence"


@cache
def _stops() -> _Stops:
    return packs.of_no_language(_stops_of_all)


def _stops_of_all() -> _Stops:
    titles: set[str] = set()
    numbered: set[str] = set()
    others: set[str] = set()
    names: set[str] = set()
    states: set[str] = set()
    letters: set[str] = set()
    hours: set[str] = set()
    times: set[str] = set()
    openers: set[str] = set()
    for code in packs.available():
        pack = packs.load(code)
        speech = pack.section(Speech)
        titles.update(map(fold_text, speech.title_abbreviations))
        numbered.update(map(fold_text, speech.number_abbreviations))
        listed = (*speech.abbreviations, *pack.language.abbreviations)
        others.update(map(fold_text, listed))
        names.update(fold_text(one) for one in listed if one.istitle())
        short = pack.section(Places).abbreviations
        states.update(fold_text(one.removesuffix(".")) for one in short)
        letters.update(speech.one_letter_words)
        hours.update(map(fold_text, speech.hour_abbreviations))
        times.update(map(fold_text, speech.time_words))
        openers.update(map(fold_text, speech.sentence_openers))
    kinds = (titles, numbered, others - titles, names, states, letters, hours, times, openers)
    return _Stops(*map(frozenset, kinds))


class _Paragraph:
    """One paragraph and the decisions about its full stops."""

    def __init__(self, text: str, span: Span, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.span = span
        self.closers = {quote.span.end - 1 for quote in quotes if quote.closed}
        self.openers = {quote.span.start: quote for quote in quotes}
        # Without a capital anywhere (chat, transcripts) a small letter says nothing.
        self.cased = any(map(str.isupper, span.of(text)))
        self.items = list(self._items())
        self.whole = self._protected(quotes)

    def pieces(self) -> Iterator[Span]:
        """The paragraph's sentences in order."""
        marked = (item.start() for item in self.items)
        cuts = sorted({*self._ends(), *marked, *self._tails(), *self._signed(), self.span.end})
        pieces: list[Span] = []
        start = self.span.start
        for cut in cuts:
            piece = self._trim(start, cut)
            start = max(start, cut)
            if piece is None:
                continue
            if pieces and self._is_frame(pieces[-1], piece):
                piece = Span(pieces.pop().start, piece.end)
            pieces.append(piece)
        yield from pieces

    def _trim(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def _is_frame(self, before: Span, piece: Span) -> bool:
        """Whether ``piece`` is the frame of the quotation that all of ``before`` is."""
        quote = self.openers.get(before.start)
        if quote is None or quote.span.end != before.end or piece.start in self.openers:
            return False
        words = _WORD.findall(self.text[piece.start : piece.start + 200])
        return len(words) <= _FRAME

    def _protected(self, quotes: Sequence[Quote]) -> list[Span]:
        spans = [quote.span for quote in quotes if quote.closed]
        depth, start = 0, -1
        for match in _BRACKETS.finditer(self.text, self.span.start, self.span.end):
            if match[0] in "([":
                start = match.start() if depth == 0 else start
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    spans.append(Span(start, match.end()))
        return sorted(span for span in spans if self._short(span))

    def _short(self, span: Span) -> bool:
        words = _WORD.finditer(self.text, span.start, span.end)
        return next(islice(words, _SHORT, None), None) is None

    def _items(self) -> Iterator[re.Match[str]]:
        """Marks of the second and later items of a list written on one line: "1. … 2. …"."""
        match = _ITEM.match(self.text, self.span.start, self.span.end)
        if match is None:
            return
        mark, style = match[1], match[2]
        for item in _ITEM.finditer(self.text, match.end(), self.span.end):
            if item[2] == style and _ordinal(item[1]) == _ordinal(mark) + 1:
                mark = item[1]
                yield item

    def _tails(self) -> Iterator[int]:
        """Behind the bars that part a headline from its outlet's name: "Mayor resigns | *The
        Gazette*"; a row of a table has figures or short cells."""
        found = list(_BAR.finditer(self.text, self.span.start, self.span.end))
        if not found or "\n" in self.span.of(self.text):
            return
        head = Span(self.span.start, found[0].start())
        if len(_WORD.findall(head.of(self.text))) < _TITLE or "\t" in head.of(self.text):
            return
        ends = [bar.start() for bar in found[1:]] + [self.span.end]
        cells = [(bar.end(), end) for bar, end in zip(found, ends, strict=True)]
        words = (_WORD.findall(self.text[start:end]) for start, end in cells)
        if all(0 < len(cell) <= TAIL and not any(map(str.isdigit, cell)) for cell in words):
            yield from (bar.end() for bar in found)

    def _signed(self) -> Iterator[int]:
        """Before and behind the signatures of posts: "… | — Ann Lee (@annlee) May 3, 2024"."""
        if "(@" in self.span.of(self.text):
            for found in SIGNATURE.finditer(self.text, self.span.start, self.span.end):
                yield from found.span()

    def _ends(self) -> Iterator[int]:
        first = 0
        marks = {at for item in self.items for at in range(item.start(), item.end())}
        for match in _TERMINATOR.finditer(self.text, self.span.start, self.span.end):
            end = self._after_closers(match.end())
            while first < len(self.whole) and self.whole[first].end < end:
                first += 1
            inside = first < len(self.whole) and self.whole[first].start < end - 1
            if match.start() in marks or (inside and end < self.whole[first].end):
                continue
            if self._ends_sentence(match, end):
                yield end

    def _after_closers(self, end: int) -> int:
        while end < self.span.end:
            char = self.text[end]
            closes = end in self.closers if char in MARKS else char in ")]"
            spaced = char in " \xa0" and end + 1 in self.closers
            if not (closes or spaced):
                break
            end += 1
        return end

    def _ends_sentence(self, match: re.Match[str], end: int) -> bool:
        blank = _BLANK.match(self.text, end, self.span.end)
        after = blank.end() if blank else end
        if after >= self.span.end:
            return True
        mark = match[0].rstrip()
        if not any(char.isspace() for char in self.text[end:after]):
            return self._glued(match.start(), end, mark)
        start = after
        while start < self.span.end - 1 and self.text[start] in OPENING + "([-–—¿¡•":
            start += 1
        word = _WORD.match(self.text, start, self.span.end)
        following = word[0] if word else ""
        if self.cased and following[:1].islower() and start == after:
            return False
        if any(sign in mark for sign in _ELLIPSES):
            spaced = self.text[match.start() - 1 : match.start()].isspace()
            return not spaced or (following[:1].isupper())
        if mark[0] != ".":
            return True
        dateline = self.text[after] in _DASHES and self.text[after + 1 : after + 2] in _SPACES
        dateline = dateline or _AGENCY.match(self.text, after, self.span.end) is not None
        return self._stop_ends(match.start(), following, start > after, dateline)

    def _glued(self, dot: int, end: int, mark: str) -> bool:
        """A mark with no space behind it: "العراق.وقال" ends a sentence, "31.7" does not."""
        quoted = dot
        while quoted > self.span.start and self.text[quoted - 1] in CLOSING:
            quoted -= 1
        before = _word_before(self.text, quoted, self.span.start)
        after = _WORD.match(self.text, end, self.span.end)
        if after is None or len(before) < 2 or len(after[0]) < 2 or "." in before:
            return False
        if self.text[after.end() : after.end() + 1] in ("@", "/"):
            return False
        if before.isascii() and after[0].isascii():
            capital = after[0][0].isupper() and after[0][1:].islower()
            return capital and before[-1].islower() and not _address(before)
        if mark in "!?؟" or mark == ".":
            year = len(before) == _YEAR and before.isdigit()
            return (
                (before[-1].isalpha() or year) and after[0][0].isalpha() and not after[0].isascii()
            )
        return False

    def _stop_ends(self, dot: int, following: str, opened: bool, dateline: bool) -> bool:
        """Whether a full stop before white space ends the sentence; behind a short form, a dash
        goes on with it: "HARTFORD, Conn. – A man …"."""
        raw = _word_before(self.text, dot, self.span.start)
        start = dot - len(raw)
        word, after = fold_text(raw), fold_text(following)
        stops = _stops()
        opens = (opened or after in stops.openers) and not dateline
        opens |= word in stops.states and self._closes_address(start, dot, following)
        if start <= self._marker_end():
            return False
        if len(raw) == 1 and raw.isupper():
            opens |= raw in stops.letters and following.istitle()
            return opens and _word_before(self.text, dot - 2, self.span.start).islower()
        if len(raw) == 1 and raw.isalpha() and not raw.isascii() and not self.cased:
            return self._figure_before(start)  # the initial of a name: ب. رشيد
        if word in stops.hours:
            named = after not in stops.times | stops.titles and not following[:1].isdigit()
            return named and (opens or following.istitle())  # "3:30 p.m. (0630 GMT)"
        title = word in stops.titles and not self._figure_before(start)
        if title or (word in stops.numbered and following[:1].isdigit()):
            return False
        itself = raw.islower() and self.cased and word in stops.names  # "fallen ill"
        shortened = (word in stops.others and not itself) or _acronym(raw)
        return (
            not shortened
            or (opens and not dateline)
            or (not self.cased and word not in stops.others)
        )

    def _closes_address(self, start: int, dot: int, following: str) -> bool:
        """Whether a state behind a comma has none behind it, but a capital and then a small word:
        "… in Grand Rapids, *Mich. Jurors* deliberated"."""
        if self.text[max(0, start - 2) : start] != ", " or not following[:1].isupper():
            return False
        behind = self.text.find(following, dot) + len(following)
        word = _WORD.search(self.text, behind, min(self.span.end, behind + _NEAR))
        return word is not None and word[0].islower()

    def _marker_end(self) -> int:
        """The last offset at which a word may start and still be the mark of a list item."""
        bullet = _BULLET.match(self.text, self.span.start, self.span.end)
        return bullet.end() - 2 if bullet else -1

    def _figure_before(self, at: int) -> bool:
        """Whether a figure stands before: "2023 م." is a unit, "م. أحمد" a title."""
        while at > self.span.start and self.text[at - 1].isspace():
            at -= 1
        return at > self.span.start and self.text[at - 1].isdigit()


def _word_before(text: str, end: int, floor: int) -> str:
    """The run of letters, digits and inner points that ends at ``end``, invisibles dropped."""
    start = end
    floor = max(floor, end - 64)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in _IN_WORD):
        start -= 1
    return text[start:end].strip(_CONTROLS)


def _address(word: str) -> bool:
    return "@" in word or word.casefold() == "www"


def _acronym(word: str) -> bool:
    pieces = word.split(".")
    return len(pieces) > 1 and all(len(one) <= 2 and one.isalpha() for one in pieces)


def _ordinal(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark)
