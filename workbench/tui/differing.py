"""Which words of two texts differ, to be lit side by side."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from workbench.language.spans import Span

_WORD = re.compile(r"[\w\u064b-\u0655\u0670]+(?:[.,٫٬][\d]+)*")


def differing(first: str, second: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each text that the other has not in that place.

    Letter case, vowel signs and the script of digits make no difference.
    """
    ours, theirs = _words(first), _words(second)
    matcher = SequenceMatcher(
        None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False
    )
    here: list[Span] = []
    there: list[Span] = []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            here += [span for _, span in ours[start:end]]
            there += [span for _, span in theirs[other_start:other_end]]
    return tuple(here), tuple(there)


def _words(text: str) -> list[tuple[str, Span]]:
    return [(_bare(found.group()), Span(*found.span())) for found in _WORD.finditer(text)]


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold()
    kept = (one for one in plain if not unicodedata.combining(one) and one not in "ـ,٬")
    return "".join(str(unicodedata.digit(one, one)) for one in kept)
