"""The frames of speech of a sentence, of verbs and of sources, in order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.splitting.attribution.finding.behind_colon import behind_colon
from workbench.splitting.attribution.finding.depictions import of_depiction
from workbench.splitting.attribution.finding.enclosed import with_asides
from workbench.splitting.attribution.finding.labels import labelled
from workbench.splitting.attribution.finding.sources import Sources
from workbench.splitting.attribution.frames import Frame, Reader, Scope, stance_of
from workbench.splitting.attribution.subject_first.speech import SubjectFirst
from workbench.splitting.attribution.verb_first.speech import VerbFirst
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.types import SpeechKind, SpeechStance


def find_frames(reader: Reader) -> list[Frame]:
    """The frames of speech of a sentence in order, outside quotations, none inside another."""
    sources = Sources(reader)
    verbs: SubjectFirst | VerbFirst = SubjectFirst(reader)
    if reader.lexicon.speech.verb_first:
        verbs = VerbFirst(reader)
    label = labelled(reader)
    if label is not None:
        return [label, *_found(reader, sources, verbs, label.end, label.start)]
    found = with_asides(reader, _found(reader, sources, verbs, reader.begin, reader.size))
    if isinstance(verbs, SubjectFirst) and (quoted := behind_colon(reader, found, verbs)):
        found.append(quoted)
    if not reader.lexicon.depictions:
        return found
    return [of_depiction(reader, frame) for frame in found]


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
        if frame is None or frame.start < behind or _is_denied(reader, frames, frame):
            at += 1
            continue
        frames += _says_more(reader, frame)
        frame = frames[-1]
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


_TOLD = 4
"""Words within which "that" follows the verb of a source that says more."""


def _says_more(reader: Reader, source: Frame) -> list[Frame]:
    """A source, and what it says besides in a relative clause behind its name: …، بحسب الغرفة |
    *التي قالت إن* …"""
    lexicon, subject = reader.lexicon, source.subject
    plain = source.kind is not SpeechKind.ACCORDING_TO or subject is None
    if plain or subject is None or not lexicon.speech.verb_first or subject[1] >= source.end:
        return [source]
    at = subject[1] + reader.closes_quote(subject[1])  # وفق «الدفاع المدني» | الذي أشار إلى أن
    at += reader.is_sign(at, COMMAS)
    if reader.key(at) not in lexicon.relatives or at + 1 >= source.end:
        return [source]
    forms = (form for form in lexicon.verb(reader.tokens[at + 1]) if not form.participle)
    form = next(forms, None)
    near = range(at + 2, min(at + 2 + _TOLD, source.end))
    that = next((k for k in near if reader.is_complementiser(k)), -1)
    if form is None or that < 0:
        return [source]
    more = Frame(at, that + 1, Scope.AFTER, SpeechKind.INDIRECT, stance_of(form), subject)
    return [replace(source, end=at), more]


def _is_denied(reader: Reader, frames: Sequence[Frame], frame: Frame) -> bool:
    """Whether a promise is itself what somebody denies ("denied that he had threatened to quit"),
    and no further deed of his behind a comma: نفى أن تكون …، *متعهدا* بدفع الأجور."""
    inside = bool(frames) and frames[-1].denied and frames[-1].scope is Scope.AFTER
    apart = reader.is_sign(frame.start - 1, COMMAS)
    return inside and frame.stance is SpeechStance.PLEDGED and not apart
