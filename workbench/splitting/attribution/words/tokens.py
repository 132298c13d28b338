"""A sentence's tokens: its words, figures and signs, with the quotation each is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from workbench.language.fold import fold_word
from workbench.language.tokens import ADDRESS, WRITTEN_SHORT
from workbench.splitting.sentences.quotes import MARKS, Quote

_JOINED = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
)
_TOKEN = re.compile(
    rf"(?P<address>{ADDRESS})"
    r"|(?P<number>\d++(?>(?:[.,:/٫٬]\d++)*))"
    r"|(?P<initials>(?<!\w)[^\W\d_](?>(?:\.[^\W\d_])+)\.?(?!\w))"
    r"|(?P<helper>(?<!\w)[A-Za-z]{2,6}?(?=[nN]['’][tT](?!\w)))"
    r"|(?P<denial>(?<=[A-Za-z])[nN]['’][tT](?!\w))"
    rf"|(?P<word>\w(?>(?:[\w{_JOINED}]|['’-](?=\w))*))"
    r"|(?P<tag>[#@](?=\w))"
    r"|(?P<sign>[^\w\s])"
)
_NO_TOKENS = frozenset({"address", "tag"})
"""What only marks the word behind it (#بوتين), or is none."""
_SHORT = frozenset({"helper", "denial"})
_APOSTROPHES = frozenset("'’")
COMMAS = frozenset(",،")
COLON = frozenset(":")
STOPS = frozenset(";؛.!?؟…")
DASHES = frozenset("-–—")
OPEN, CLOSE = frozenset("(["), frozenset(")]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, figure or sign of the article: offsets, folded form, and the quotation it is in."""

    start: int
    end: int
    raw: str
    key: str
    sign: bool
    quote: int = -1
    """Index among the article's quotations, its marks included, or -1."""

    @property
    def is_mark(self) -> bool:
        """Whether it is a quotation mark, and no apostrophe ("the workers*'* union")."""
        apostrophe = self.quote < 0 and self.raw in _APOSTROPHES
        return self.sign and self.raw in MARKS and not apostrophe

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw[0].isupper()


def tokens_of(
    text: str, start: int, end: int, quotes: Sequence[Quote] = (), first: int = 0
) -> list[Token]:
    """The tokens of ``text[start:end]``; ``quotes[first:]`` are those that end after ``start``."""
    found = []
    at = first
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup in _NO_TOKENS:
            continue
        begin = match.start()
        while at < len(quotes) and quotes[at].span.end <= begin:
            at += 1
        inside = at < len(quotes) and quotes[at].span.start <= begin
        raw = match.group()
        sign = match.lastgroup == "sign"
        # A stretched letter alone (ـ) folds to nothing.
        key = raw if sign else fold_word(raw) or raw
        if match.lastgroup in _SHORT:
            key = WRITTEN_SHORT.get(key.replace("’", "'"), key)
        found.append(Token(begin, match.end(), raw, key, sign, at if inside else -1))
    return found
