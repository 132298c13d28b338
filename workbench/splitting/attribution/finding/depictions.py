"""What a picture, a video or a report is said to show: صورة زُعم | أنها تعود لقائد الجيش.

The pronoun behind "that" stands for the picture, not for a speaker; who says so is whoever
published it, where the sentence names them.
"""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import FAR, Frame, Range, Reader, Scope
from workbench.splitting.attribution.verb_first.speech import VerbFirst
from workbench.splitting.types import SpeechKind, SpeechStance


def of_depiction(reader: Reader, frame: Frame) -> Frame:
    """A frame with what its "that" shows, and with who published it for its speaker."""
    shown = _shown(reader, frame)
    if shown is None:
        return frame
    frame = replace(frame, shown=shown, start=max(frame.start, _verb(reader, frame)))
    if frame.subject is not None and frame.subject[0] > frame.start:
        return frame  # يدعي *ناشروها* أنها
    publisher = _publisher(reader, frame.start)
    kind = SpeechKind.PASSIVE if publisher is None else frame.kind
    return replace(frame, subject=publisher, kind=kind, alias=None)


def _verb(reader: Reader, frame: Frame) -> int:
    """The verb of a frame, the last one before its "that" and its speaker."""
    verbs = (
        at for at in range(frame.end - 1, frame.start, -1) if reader.lexicon.verb(reader.tokens[at])
    )
    return next(verbs, frame.start)


def _shown(reader: Reader, frame: Frame) -> Range | None:
    """The noun of a picture before a verb of claiming, for which the pronoun behind it stands."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    claims = frame.stance is SpeechStance.CLAIMED or frame.kind is SpeechKind.PASSIVE
    # نشرت حسابات صورة *زاعمة* أنها
    last = lexicon.verb(reader.tokens[_verb(reader, frame)]) if frame.start < reader.size else ()
    claims = claims or any(form.group.stance == "claimed" for form in last)
    if grammar is None or not claims or frame.scope is not Scope.AFTER or frame.end == 0:
        return None
    that = reader.key(frame.end - 1)
    agree = "f" if that in grammar.feminine_that else "m" if that in grammar.masculine_that else ""
    nouns = lexicon.depictions.get(agree, frozenset())
    for at in range(frame.end - 2, max(reader.begin, frame.end - FAR) - 1, -1):
        if reader.key(at) in nouns:
            first = at - (at > reader.begin and reader.key(at - 1) in nouns)  # مقطع فيديو
            return first, _end(reader, at + 1, frame.end - 1)
    return None


def _end(reader: Reader, at: int, limit: int) -> int:
    """The index behind a picture and what it is of, before a verb or a sign."""
    lexicon = reader.lexicon
    while at < limit:
        token = reader.tokens[at]
        told = token.key in lexicon.spread or lexicon.is_event(token) or lexicon.verb(token)
        if token.sign or told or reader.is_connective(at):
            break
        at += 1
    return at


def _publisher(reader: Reader, end: int) -> Range | None:
    """Who published it, behind the verb that says so: *نشرت حسابات* مقطعا ادعت أنه."""
    names = VerbFirst(reader)
    for at in range(reader.begin, end - 1):
        if reader.lexicon.bare(reader.tokens[at]) in reader.lexicon.publishing:
            stop = names.name_end(at + 1, end)
            return (at + 1, stop) if stop > at + 1 else None
    return None
