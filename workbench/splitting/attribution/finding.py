"""The frames of speech of a sentence, of verbs and of sources, in order."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Frame, Reader, Scope
from workbench.splitting.attribution.sources import Sources
from workbench.splitting.attribution.subject_first import SubjectFirst
from workbench.splitting.attribution.verb_first import VerbFirst
from workbench.splitting.types import SpeechStance


def find_frames(reader: Reader) -> list[Frame]:
    """The frames of speech of a sentence in order, outside quotations, none inside another."""
    sources = Sources(reader)
    verbs: SubjectFirst | VerbFirst = SubjectFirst(reader)
    if reader.lexicon.speech.verb_first:
        verbs = VerbFirst(reader)
    labelled = sources.labelled()
    if labelled is not None:
        return [labelled, *_found(reader, sources, verbs, labelled.end, labelled.start)]
    return _found(reader, sources, verbs, reader.begin, reader.size)


def _found(
    reader: Reader, sources: Sources, verbs: SubjectFirst | VerbFirst, behind: int, last: int
) -> list[Frame]:
    frames: list[Frame] = []
    at = behind
    last = reader.size if last < behind else last
    while at < last:
        token = reader.tokens[at]
        if token.quote >= 0:
            at = reader.past_quote(at)
            continue
        may_frame = reader.lexicon.may_frame(token)
        frame = (sources.frame(at) or verbs.frame(at)) if may_frame else None
        if frame is not None and _spans_aside(frames, frame, at):
            while frames and frames[-1].start > frame.start:
                frames.pop()
            behind = frames[-1].end if frames else 0
        if frame is None or frame.start < behind or _is_denied(frames, frame):
            at += 1
            continue
        frames.append(frame)
        if frame.scope is not Scope.NONE:
            behind = frame.end
        at = max(at + 1, behind)
    return frames


def _spans_aside(frames: Sequence[Frame], frame: Frame, verb: int) -> bool:
    """Whether the last frame is in an aside between a subject and its verb: "Smith, answering
    reports that…, said"."""
    last = frames[-1] if frames else None
    if last is None or frame.subject is None or frame.scope is Scope.BEFORE:
        return False
    return frame.subject[1] <= last.start and last.end <= verb and last.start > frame.start


def _is_denied(frames: Sequence[Frame], frame: Frame) -> bool:
    """Whether a promise is itself what somebody denies: "denied that he had threatened to quit"."""
    inside = bool(frames) and frames[-1].denied and frames[-1].scope is Scope.AFTER
    return inside and frame.stance is SpeechStance.PLEDGED
