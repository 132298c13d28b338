"""Words and numbers of a text, with their exact places."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from workbench.language.fold import fold, fold_word
from workbench.language.spans import Span

_MARK = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_IN_WORD = f"[^\\W\\d_{_MARK}{_INVISIBLE}]|[{_MARK}{_INVISIBLE}]"
_TAIL = f"(?>(?:{_IN_WORD})*)"

_HOST = r"(?<![\w@.-])(?=[A-Za-z0-9-]*+\.[A-Za-z])(?>(?:[A-Za-z0-9-]++\.)+)[A-Za-z]{2,}+/"
ADDRESS = rf"(?:https?://|{_HOST})[!#-&*-;=?-~]*[\w/=&-]"
"""An address of the web, of which no part is a word: its colon names no speaker, and the stops of
its host end no sentence. It captures nothing: a pattern that holds it names its own groups."""
_WRITTEN_ON = "(?:[sSmM]|[vV][eE]|[lL]{2}|[rR][eE])"
_TOKEN = re.compile(
    rf"(?P<address>{ADDRESS})"
    r"|(?P<number>\d++(?>(?:[.,٫٬'’ر]\d++)*))"
    r"|(?P<initials>(?<!\w)[^\W\d_a-z](?>(?:\.[^\W\d_a-z])+)(?![^\W\d_])\.?)"
    r"|(?P<code>(?<!\w)[A-Za-z]{1,6}\d++[A-Za-z]*+)"
    r"|(?P<possessive>(?<=\w)['’][sS](?!\w))"
    r"|(?P<helper>(?<!\w)[A-Za-z]{2,6}?(?=[nN]['’][tT](?!\w)))"
    r"|(?P<short>(?<=[A-Za-z])(?:[nN]['’][tT]|['’](?:[vV][eE]|[lL]{2}|[rR][eE]|[mM]))(?!\w))"
    rf"|(?P<elision>(?<!\w)[^\W\d_]{{1,2}}['’](?=[^\W\d_]{{3}}))"
    rf"|(?P<word>[^\W\d_]{_TAIL}(?>(?:['’](?!{_WRITTEN_ON}(?!\w))[^\W\d_]{_TAIL})*))"
)
"""Nothing is given back once matched, which keeps the match linear on hostile input. A repeated
group is made so by `(?>…)`: a possessive quantifier behind one fails in Python 3.11.0 to 3.11.4."""
WRITTEN_SHORT = {
    "n't": "not",
    "'ve": "have",
    "'ll": "will",
    "'re": "are",
    "'m": "am",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
}
"""What is written short on to the word before it in English, and the forms of that word."""
_MEMO = 16_384
"""Words whose tokens are remembered; then remembering begins anew."""
_SHORT = 24
"""Letters of a text up to which it is mostly one word, looked at by one reader after another."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a number as it stands in the raw text, and its folded form.

    An Arabic word is one token with its clitics; a number is one token with its separators
    ("2,500", "٢٫٥"); initials are one ("U.S."); a possessive ("'s") stands alone.
    """

    span: Span
    text: str
    folded: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.folded[0].isdigit()

    def start_after(self, folded_letters: int) -> int:
        """Where in the raw text the token goes on after its first folded letters."""
        if folded_letters <= 0:
            return self.span.start
        if len(self.text) == len(self.folded):
            return self.span.start + min(folded_letters, len(self.text))
        offsets = fold(self.text).offsets
        return self.span.start + offsets[min(folded_letters, len(offsets) - 1)]


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; they never overlap and none is empty when folded."""
    return _of_a_word(text) if len(text) <= _SHORT else _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
    if text.isalpha():  # one word, and most are
        folded = fold_word(text)
        return (Token(Span(0, len(text)), text, folded),) if folded else ()
    tokens = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "address":
            continue
        raw = match.group()
        folded = _folded_form(match)
        if folded.strip("'"):  # of a tatweel and an apostrophe nothing is left
            tokens.append(Token(Span(match.start(), match.end()), raw, folded))
    return tuple(tokens)


def _folded_form(match: re.Match[str]) -> str:
    """A token as it is compared; what is written short is whole ("*wo*", "*n't*")."""
    folded = fold_word(match.group())
    apart = match.lastgroup in {"helper", "short"}
    return WRITTEN_SHORT.get(folded.replace("’", "'"), folded) if apart else folded


def folded_words(text: str) -> list[str]:
    """The folded forms of the tokens of ``text``, where their places are not asked for."""
    return [folded for written in text.split() for folded in _folded(written)]


class _Folded(dict[str, tuple[str, ...]]):
    """What stands between two blanks → its folded tokens, since words recur; no token goes across
    a blank or looks beyond one."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        if len(self) >= _MEMO:
            self.clear()
        words = (match for match in _TOKEN.finditer(written) if match.lastgroup != "address")
        found = map(_folded_form, words)
        tokens = self[written] = tuple(folded for folded in found if folded)
        return tokens


_folded = _Folded().__getitem__


_of_a_word = lru_cache(maxsize=1 << 12)(_tokens)
