"""Which words of a sentence belong to which frame of speech."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workbench.splitting.attribution.frames import Frame, Range, Reader, Scope
from workbench.splitting.attribution.leads import is_lead
from workbench.splitting.attribution.quoted_parts import (
    behind_object,
    closes_quotation,
    colon_before,
    is_condition,
    joined_before,
    quoted_reason,
    set_against_before,
    verdict_behind,
)
from workbench.splitting.attribution.scope.answers import (
    acts_beside,
    acts_on,
    against_denial,
    answered,
    calls_besides,
    names_charge,
)
from workbench.splitting.attribution.scope.asides import asides, least_words, tells_of_speaker
from workbench.splitting.attribution.scope.spoken_on import (
    back_to_outer,
    goes_on,
    is_appended,
    speaking,
)
from workbench.splitting.attribution.words.tokens import COMMAS, DASHES, STOPS
from workbench.splitting.types import SpeechKind

_ROLE = 4
"""Words among which somebody's role is told."""
_SPLIT = 6
"""Words up to which a stretch without a verb is the first half of a parted sentence."""
OUTER = COMMAS | DASHES | frozenset(";؛.…:")


class Piece(msgspec.Struct, frozen=True):
    """Words that one voice asserts, as token ranges of a sentence.

    ``frames`` run from the claimant's outwards; none means the outlet's own words. ``attached``
    letters at the start belong to the frame.
    """

    parts: tuple[Range, ...]
    frames: tuple[Frame, ...]
    attached: int = 0
    about: Range | None = None
    """The speaker of whom a relative clause tells inside a frame."""


class Layout:
    """Lays the frames of one sentence over its words."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pieces: list[Piece] = []
        self.owner: tuple[Frame, ...] = ()
        self.at = reader.begin
        self.attached = 0
        self.joins = False
        self.starts: list[int] = []
        self.waiting: Range | None = None
        """The subject before an aside whose verb comes next."""
        self.goes_on = False
        """The owner has closed its frame and speaks on behind it."""

    def lay(self, frames: Sequence[Frame]) -> list[Piece]:
        """The pieces of the sentence in order; every word outside a frame is in one."""
        starts = self.starts = [frame.start for frame in frames] + [self.reader.size]
        for index, frame in enumerate(frames):
            if frame.scope is Scope.BEFORE:
                self._closing(frame)
                self._pass_manner(starts[index + 1])
            elif frame.aside is not None:
                self._enclosed(frame, *frame.aside)
            elif frame.scope is Scope.AFTER:
                self._opening(frame)
            elif frame.scope is Scope.WHOLE:
                named = frame.subject is not None or frame.participle
                self._whole(frame, alone=len(frames) == 1 and not named)
                continue
            elif frame.scope is Scope.RESULT:
                self._emit(frame.start, self.owner)
                self.owner, self.at = (), frame.start
            if frame.scope is not Scope.NONE:  # Whose words stay where they are.
                self.pieces += (
                    Piece((part,), (), about=about) for part, about in asides(self.reader, frame)
                )
        self._leave_noun()
        self._emit(self.reader.size, self.owner)
        return self.pieces

    def _leave_noun(self) -> None:
        """End what somebody promised to do, or told by a mere noun, where a clause with its own
        subject is joined on: "vowed to cut taxes, but unions objected", "confirmed the cuts, and
        unions objected"."""
        reader, grammar = self.reader, self.reader.lexicon.grammar
        if not self.owner or grammar is None or reader.lexicon.speech.verb_first:
            return
        infinitive = reader.key(self.owner[0].end - 1) in grammar.infinitives
        if not infinitive and not self.owner[0].loose:
            return
        for at in range(self.at, reader.size - 2):
            joined = reader.is_sign(at, COMMAS) and reader.is_connective(at + 1)
            named = joined and not reader.has_finite(at + 2, at + 3)
            telling = (
                k for k in range(at + 3, reader.size) if reader.key(k) in reader.lexicon.relatives
            )
            if named and reader.has_finite(at + 3, next(telling, reader.size)):
                self._emit(at, self.owner)
                self.owner, self.at, self.attached = (), at + 1, 0
                return

    def _whole(self, frame: Frame, alone: bool) -> None:
        reader = self.reader
        apart = reader.is_sign(frame.start - 1, COMMAS)  # …، وعزت القرار إلى
        alone = alone and not (apart and reader.lexicon.is_joined(reader.tokens[frame.start]))
        start, end = (self.at, reader.size) if alone else (frame.start, frame.end)
        if not self.owner and not reader.lexicon.speech.verb_first:
            # "*In a blog post*, the firm blamed a faulty update."
            start = self.at if is_lead(reader, self.at, start) else start
        joined = reader.is_connective(frame.start - 1)
        joined = joined and reader.is_sign(frame.start - 2, COMMAS)
        meanwhile = reader.connective_size(frame.start - 2) == 2  # في حين وصفه
        if not alone and (joined or (meanwhile and reader.is_sign(frame.start - 3, COMMAS))):
            self._emit(start, self.owner)
            self.owner, self.at = (), start  # "…, while the company accused it of…"
        self._emit(start, self.owner)
        self.at = self._past_aside(frame, start)
        aside = self.at > start and not self.reader.lexicon.speech.verb_first
        self._emit(end, (frame, *self.owner))
        if aside and frame.subject is not None:
            last = self.pieces[-1]
            self.pieces[-1] = replace(last, parts=(frame.subject, *last.parts))
        self.at = end
        self._tell_deed(frame)

    def _tell_deed(self, frame: Frame) -> None:
        """What else the outlet tells of a speaker behind a clause that is all his words: "accused
        him of lying *but voted for him*"."""
        reader, start = self.reader, self.at
        joints = reader.lexicon.additive | reader.lexicon.plain_joints
        if frame.subject is None or start >= reader.size or reader.key(start) not in joints:
            return
        end = reader.next_break(start)
        if not any(start <= other < end for other in self.starts):
            self.pieces.append(Piece(((start, end),), self.owner, about=frame.subject))
            self.at = end

    def _past_aside(self, frame: Frame, start: int) -> int:
        """Where a clause goes on behind an aside that tells of its subject, which the outlet
        does: the biologist, *who took no part in it*, described the sample as small."""
        reader, subject = self.reader, frame.subject
        if subject is None or subject[1] >= frame.end or not reader.is_sign(subject[1], COMMAS):
            return start
        close = reader.next_break(subject[1] + 1)
        if close >= frame.end or not tells_of_speaker(reader, subject[1] + 1):
            return start
        self.pieces.append(Piece(((subject[0], close),), ()))
        return close + 1

    def _opening(self, frame: Frame) -> None:
        reader = self.reader
        if self.waiting is not None and reader.words(self.at, frame.start) == 0:
            # The verb that the subject waits for is one of speech: "The mayor, who …, *said*"
            frame = replace(frame, subject=frame.subject or self.waiting)
            self.waiting = None
        if not self.owner and closes_quotation(reader, self.at, frame):
            self._emit(frame.start, (frame,))
            self.joins = is_condition(reader, self.at, frame.start)
        elif not self.owner and is_lead(reader, self.at, frame.start):
            frame = replace(frame, lead=self.at)
        else:
            self._emit(frame.start, self.owner)
        nested = (
            bool(self.owner)
            and not frame.participle
            and frame.subject is not None
            and reader.words(self.at, frame.start) == 0
            and not any(reader.is_break(at) for at in range(self.at, frame.start))
        )
        self.owner = self._nested(frame) if nested else (frame,)
        self.goes_on = False
        self.at, self.attached = _told_from(frame), frame.attached

    def _enclosed(self, frame: Frame, start: int, opens: int, close: int) -> None:
        """What is said between a subject and its verb, of which the voice before tells: "The
        mayor, *who said taxes would rise*, resigned"."""
        outer = self.owner
        self._emit(start, outer)
        if frame.shown is None and self.reader.has_finite(
            opens + 1, frame.start
        ):  # "a Democrat *elected in 2021* after …"
            self.pieces.append(Piece(((start, frame.start),), outer))
        self.at, self.attached = _told_from(frame), frame.attached
        self._emit(close, (frame, *outer))
        self.at = close + self.reader.is_sign(close, COMMAS)
        self.waiting = (start, opens)

    def _nested(self, frame: Frame) -> tuple[Frame, ...]:
        """The frames from the claimant outwards: whoever is cited says it, not who cites him."""
        if self.owner[0].citing:
            return (self.owner[0], frame, *self.owner[1:])
        return (frame, *self.owner)

    def _closing(self, frame: Frame) -> None:
        reader = self.reader
        if self.owner and self.owner[0].loose:
            self.at, self.owner = self.owner[0].start, ()
        if reader.words(self.at, frame.start) == 0:
            self._cite(frame)
            return
        cut = self._other_voice(frame)
        if cut is not None:
            self._emit(cut, self.owner)
            self.at, self.owner = cut + 1, ()
        owner: tuple[Frame, ...] = (frame,)
        if self.owner and not self.goes_on:
            owner = (frame, *self.owner) if frame.citing else (*self.owner, frame)
        parted = self._is_parted(self.at, frame) or is_condition(reader, self.at, frame.start)
        quoted = reader.tokens[self.at].quote >= 0
        self._emit(frame.start, owner)
        self.at = frame.end
        self.owner = ()
        self._tell_of(frame)
        following = self.at
        while following < reader.size and reader.is_sign(following, OUTER):
            following += 1
        if parted and following < reader.size:
            self.owner, self.joins = owner, True
        elif frame.medial:
            self.owner, self.goes_on = owner, True
        elif reader.opens_quote(following) if quoted else goes_on(reader, self.at, following):
            self.owner, self.goes_on = owner, True
            # Where the verb comes first, its subject or object: بلغت الخسائر، بحسب الوزارة، مليونا.
            self.joins = reader.lexicon.speech.verb_first or is_appended(reader, following)

    def _other_voice(self, frame: Frame) -> int | None:
        """The sign up to which a source behind several statements does not count."""
        if not self.owner:
            cut = set_against_before(self.reader, self.at, frame)
            return colon_before(self.reader, self.at, frame) if cut is None else cut
        return None if self.goes_on else joined_before(self.reader, self.at, frame)

    def _tell_of(self, frame: Frame) -> None:
        """What stands right behind the speaker and tells of him: said the mayor, who…; said Ahmed
        Kamal, head of…"""
        reader, start = self.reader, self.at + 1
        if frame.subject is None or frame.subject[1] != self.at or start in self.starts:
            return  # "…, said Varley, who *expects* …" says more himself
        end = reader.next_break(start)
        role = self._is_role(start, end)
        if not reader.is_sign(self.at, COMMAS) or not (role or tells_of_speaker(reader, start)):
            return
        first = not reader.lexicon.speech.verb_first
        if role and first and end + 1 in self.starts[:-1]:
            self.at = end  # "said Lee, *head of the union*, who told …"
            return
        if role and first and tells_of_speaker(reader, end + 1):
            start, end = end + 1, reader.next_break(end + 1)  # "…, *who had expected* …"
        if reader.words(start, end) >= least_words(reader):
            self.pieces.append(Piece(((start, end),), (), about=frame.subject))
            self.at = end

    def _is_role(self, start: int, end: int) -> bool:
        """Whether what stands between two pauses says what somebody is, by its first words."""
        reader, lexicon = self.reader, self.reader.lexicon
        near = 1 if lexicon.speech.verb_first else _ROLE
        first = range(start, min(start + near, end))
        named = any(reader.key(at) in lexicon.persons for at in first)
        return named and not reader.has_finite(start, end)

    def _cite(self, frame: Frame) -> None:
        """Give what was said right before to a source of its speaker, or to whoever reports what
        "is understood"."""
        before = self.pieces[-1] if self.pieces else None
        if before is None or not before.frames:
            return
        if frame.citing:
            self.pieces[-1] = replace(before, frames=(frame, *before.frames))
        elif before.frames[0].kind is SpeechKind.PASSIVE:
            self.pieces[-1] = replace(before, frames=(frame,))
        elif before.frames[0].kind is SpeechKind.ACCORDING_TO or (
            frame.kind is SpeechKind.ACCORDING_TO and self.reader.is_sign(frame.start - 1, COMMAS)
        ):  # "…, according to the count, the mayor said", "…, police said, according to AP".
            self.pieces[-1] = replace(before, frames=(*before.frames, frame))
        else:
            return
        self.at = frame.end

    def _pass_manner(self, until: int) -> None:
        """Leave out how the speaker spoke: "officials said, asking not to be named"."""
        reader, at = self.reader, self.at
        while at < until and reader.tokens[at].sign and not reader.is_mark(at):
            at += 1
        if reader.key(at) in reader.lexicon.appended:
            return  # "…, the governor said, making it the deadliest raid"
        if at < until and any(form.participle for form in reader.lexicon.verb(reader.tokens[at])):
            self.at = until

    def _is_parted(self, start: int, frame: Frame) -> bool:
        """Whether a frame stands inside the clause it attributes: "The blast, police said, …"."""
        reader = self.reader
        closed = reader.is_sign(frame.end, COMMAS)
        open_ended = frame.end < reader.size and not reader.tokens[frame.end].sign
        parts = closed or (frame.kind is SpeechKind.ACCORDING_TO and open_ended)
        if not parts or reader.words(start, frame.start) > _SPLIT:
            return False
        if reader.has_finite(start, frame.start) or reader.tokens[start].quote >= 0:
            return False
        after = frame.end + closed
        plain = after < reader.size and not reader.is_connective(after)
        return plain and not any(
            form.participle for form in reader.lexicon.verb(reader.tokens[after])
        )

    def _emit(self, end: int, owner: tuple[Frame, ...]) -> None:
        """Give the words from the last place on to ``owner``."""
        reader, start = self.reader, self.at
        resumed = back_to_outer(reader, start, end, owner)
        if resumed is not None:
            self._emit(resumed, owner)
            self.at = start = resumed
            owner = owner[1:]
        if self.waiting is not None:
            parts, self.waiting = (self.waiting, (start, end)), None
            self.pieces.append(Piece(parts, owner))
            return
        attached, self.attached = self.attached, 0
        joins, self.joins = self.joins, False
        if self._only_leads(start, end):
            return
        if owner and owner[0].denied and against_denial(reader, start):
            owner = ()  # "denied the claims, *hours after* …"
        if joins and self.pieces:
            self.pieces[-1] = replace(self.pieces[-1], parts=(*self.pieces[-1].parts, (start, end)))
            return
        shown = owner[0].shown if owner and start == _told_from(owner[0]) else None
        end = verdict_behind(reader, (start, end), owner[0] if owner else None) or end
        cut = self._behind_quotation(start, end, bool(owner)) or answered(reader, start, end, owner)
        cut = cut or behind_object(reader, (start, end), owner[0] if owner else None)
        reason = quoted_reason(reader, (start, end), owner[0] if owner else None)
        if reason is not None:
            said = (replace(owner[0], denied=False), *owner[1:])
            self.pieces.append(Piece(((start, reason),), owner, attached))
            self.pieces.append(Piece(((reason + 1, end),), said))
        elif cut is not None:
            self.pieces.append(Piece(((start, cut),), owner, attached, shown))
            about = speaking(reader, owner[0]) if owner else None
            if names_charge(reader, cut):
                about = (start, cut - 1)
            acts = (acts_beside, acts_on, calls_besides)
            beside = owner and any(does(reader, cut, owner[0]) for does in acts)
            outer = owner[1:] if beside else ()
            if not self._only_leads(cut, end):
                self.pieces.append(Piece(((cut, end),), outer, about=about))
        else:
            charged = self.pieces and names_charge(reader, start)
            about = self.pieces[-1].parts[-1] if charged else shown
            self.pieces.append(Piece(((start, end),), owner, attached, about))

    def _only_leads(self, start: int, end: int) -> bool:
        """Whether no more than connectives stand among some tokens ("…", *while* …)."""
        spoken = (at for at in range(start, end) if not self.reader.tokens[at].sign)
        return all(self.reader.is_connective(at) for at in spoken)

    def _behind_quotation(self, start: int, end: int, framed: bool) -> int | None:
        """Where the outlet speaks again behind a whole quotation: said "…", and left."""
        reader = self.reader
        if reader.tokens[start].quote < 0 or not reader.is_mark(start):
            return None
        cut = reader.past_quote(start)
        if cut >= end or reader.words(cut, end) == 0:
            return None
        if not framed:
            return cut if reader.is_sign(cut - 2, STOPS) else None
        if not reader.is_sign(cut, OUTER):
            return None
        first = next(at for at in range(cut, end) if not reader.tokens[at].sign)
        lexicon = reader.lexicon
        if reader.key(first) in lexicon.causal:
            return None
        joined = lexicon.is_joined(reader.tokens[first])
        grammar = lexicon.grammar
        manner = grammar is not None and reader.key(first) in grammar.of_speaker  # "…"، داعية إلى
        return cut if reader.is_connective(first) or joined or manner else None


def _told_from(frame: Frame) -> int:
    """Where what a frame passes on begins; a relative clause that it stands in is told whole: "the
    tank, *which she said had been replaced*"."""
    return frame.start if frame.related else frame.end
