"""A quotation that nothing but a colon ties to who is told of before it: "Ann Lee is unconvinced:
"This will fail.""."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.splitting.attribution.cited import may_speak
from workbench.splitting.attribution.frames import Frame, Range, Reader, Scope
from workbench.splitting.attribution.subject_first.speech import SubjectFirst
from workbench.splitting.attribution.words.tokens import COLON
from workbench.splitting.types import SpeechKind

_SAID = 3
"""Words of what somebody said, at least: no title, and no mere word that is cited."""


def behind_colon(reader: Reader, frames: Sequence[Frame], verbs: SubjectFirst) -> Frame | None:
    """The frame of a quotation that closes a sentence behind a colon, which the subject of the
    clause before it says where no verb of speech gives it to anybody."""
    colon = _colon(reader)
    if colon < 0 or any(frame.scope in {Scope.AFTER, Scope.BEFORE} for frame in frames):
        return None
    if any(reader.key(at) in reader.lexicon.recordings for at in range(reader.begin, colon)):
        return None  # "Police found a *note*: …"
    finite = (at for at in range(colon - 1, reader.begin, -1) if reader.has_finite(at, at + 1))
    subject = next((one for at in finite if (one := _acting(reader, verbs, at))), None)
    if subject is None:
        return None
    frame = Frame(colon, colon + 1, Scope.AFTER, SpeechKind.INDIRECT, subject=subject)
    agree = reader.lexicon.pronouns.get(reader.key(subject[0]), "any")
    if subject[1] - subject[0] == 1 and agree != "any":
        return replace(frame, subject=None, agree=agree)
    return frame if may_speak(reader, subject) or _is_name(reader, subject) else None


def _acting(reader: Reader, verbs: SubjectFirst, at: int) -> Range | None:
    """The subject of a verb, where the words before it are one: not "the mayor *refused to* blame",
    nor "the mayor has *her* doubts"."""
    found, grammar = verbs.subject(at), reader.lexicon.grammar
    subject = found[1] if found is not None else None
    owns = subject is not None and grammar is not None and reader.key(subject[0]) in grammar.owning
    if subject is None or owns or reader.has_finite(*subject):
        return None
    return subject


def _colon(reader: Reader) -> int:
    """The colon before a quotation that closes the sentence, or -1."""
    for at in range(reader.begin + 1, reader.size - 1):
        if reader.is_sign(at, COLON) and reader.opens_quote(at + 1):
            behind = reader.past_quote(at + 1)
            said = reader.words(at + 1, behind) >= _SAID
            return at if said and reader.is_end(behind) else -1
    return -1


def _is_name(reader: Reader, subject: Range) -> bool:
    """Whether a subject is nothing but a name."""
    tokens = reader.tokens[subject[0] : subject[1]]
    return all(token.is_capital and token.raw.isalpha() for token in tokens if not token.sign)
