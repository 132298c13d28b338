"""Turns of an interview or a debate: paragraphs that open with who speaks in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from workbench.splitting.attribution.finding.labels import labelled
from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.words.tokens import COLON
from workbench.splitting.sentences.sentences import SentenceSpan

_NEAR = 10
"""Words within which the colon of a label stands."""
_FULL_NAME = 2
"""Words of a full name, at least."""
_QUESTION_MARKS = frozenset("؟?")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What opens a paragraph, and what its last words ask."""

    number: int
    reader: Reader
    """Of its first sentence."""
    label: tuple[str, ...]
    """The words before its first colon, or nothing."""
    named: bool
    """Whether they name a speaker wherever they stand."""
    asks: bool
    """Whether it ends with a question."""
    own: bool
    """Whether they are a person's full name, who speaks of himself: "Anna Berg: *I* left"."""

    @property
    def is_letter(self) -> bool:
        """Whether it opens with the letter of a question or an answer."""
        return len(self.label) == 1 and self.label[0] in self.reader.lexicon.turn_letters


def find_turns(readers: Sequence[Reader | None], sentences: Sequence[SentenceSpan]) -> set[int]:
    """The numbers of the paragraphs that are turns; their readers are told of their labels.

    One label stands before several of them, or one behind a question, or it is a person's full name
    before what he says of himself. In a text with questions a
    label may be any name that comes again or stands behind the letter of a question. Behind such a
    letter the outlet asks; who answers behind the letter of an answer is not told.
    """
    paragraphs = [each for each in _paragraphs(readers, sentences) if each.label or each.asks]
    times = Counter(each.label for each in paragraphs if each.label)
    asked = any(each.asks or each.is_letter for each in paragraphs)
    turns: set[int] = set()
    answers, before = False, None
    for each in paragraphs:
        again = asked and times[each.label] > 1
        if asked and each.is_letter:
            each.reader.skip_label(len(each.label))
        elif each.label and (
            each.named or each.own or again or (before is not None and before.is_letter)
        ):
            turns.add(each.number)
            answers |= before is not None and (before.asks or before.is_letter)
            if not each.named:
                each.reader.label = each.reader.begin + len(each.label)
        before = each
    several = any(times[each.label] > 1 for each in paragraphs if each.number in turns)
    return turns if several or answers else {each.number for each in paragraphs if each.own}


def _paragraphs(
    readers: Sequence[Reader | None], sentences: Sequence[SentenceSpan]
) -> Iterator[_Paragraph]:
    for (number, _), group in groupby(_placed(readers, sentences), key=itemgetter(0)):
        inside = [reader for _, reader in group]
        first, last = inside[0], inside[-1]
        if first is not None:
            named = not first.headline and labelled(first) is not None
            asks = last is not None and _asks(last)
            label = _label(first)
            own = _is_person(first, len(label)) and any(map(_tells_of_himself, inside))
            yield _Paragraph(number, first, label, named, asks, own)


def _placed(
    readers: Sequence[Reader | None], sentences: Sequence[SentenceSpan]
) -> Iterator[tuple[tuple[int, int], Reader | None]]:
    """The sentences with their paragraph and their turn in it: "Q: When? A: On Friday." on one
    line are two, as if a line each."""
    turn = 0
    for sentence, reader in zip(sentences, readers, strict=True):
        label = _label(reader) if reader is not None else ()
        turn += reader is not None and len(label) == 1 and label[0] in reader.lexicon.turn_letters
        yield (sentence.paragraph, turn), reader


def _label(reader: Reader) -> tuple[str, ...]:
    """The words that stand before the first colon of a sentence, if it can be a label."""
    colon = reader.next_break(reader.begin)
    if colon > reader.begin + _NEAR or not reader.is_sign(colon, COLON) or reader.is_end(colon + 1):
        return ()
    words = reader.tokens[reader.begin : colon]
    if any(token.quote >= 0 for token in words) or reader.has_finite(reader.begin, colon):
        return ()
    return tuple(token.key for token in words)


def _is_person(reader: Reader, size: int) -> bool:
    """Whether a label is an office or a given name with what follows it, all with capitals, where
    names have them."""
    lexicon, words = reader.lexicon, reader.tokens[reader.begin : reader.begin + size]
    if size < _FULL_NAME or lexicon.grammar is None or lexicon.speech.verb_first:
        return False
    first = words[0].key in lexicon.persons | lexicon.grammar.first_names
    return first and all(word.is_capital for word in words)


def _tells_of_himself(reader: Reader | None) -> bool:
    """Whether whoever speaks outside quotations says "I" or "we"."""
    selves = frozenset[str]() if reader is None else reader.lexicon.selves
    tokens = () if reader is None else reader.tokens
    return any(token.key in selves and token.quote < 0 for token in tokens)


def _asks(reader: Reader) -> bool:
    return bool(reader.tokens) and reader.tokens[-1].raw in _QUESTION_MARKS
