"""Speech that is told between commas of a subject whose own verb is still to come: "The mayor,
*who said that taxes would rise*, resigned", الوزير، *الذي قال إن الحكومة فشلت*، غادر. Where the
verb comes first, no comma need part it: الرجل *الذي قالت الشرطة إنه قتل جاره* أوقف أمس."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.splitting.attribution.frames import NAME, Frame, Range, Reader, Scope
from workbench.splitting.attribution.words.tokens import COMMAS


def with_asides(reader: Reader, frames: Sequence[Frame]) -> list[Frame]:
    """The frames, those between a subject and its verb with the commas that part them from it."""
    starts = [frame.start for frame in frames]
    return [_placed(reader, frame, starts) for frame in frames]


def _placed(reader: Reader, frame: Frame, starts: Sequence[int]) -> Frame:
    opens = reader.previous_break(frame.end - 1)
    plain = frame.scope is Scope.AFTER and frame.relay is None and reader.is_sign(opens, COMMAS)
    head = _waiting(reader, opens) if plain else None
    related = _relative(reader, opens, frame.end) if head is not None else -1
    close = _closing_comma(reader, frame) if related >= 0 else -1
    if head is None and frame.scope is Scope.AFTER and frame.relay is None:
        related = opens = _bare_relative(reader, frame)
        head = _waiting(reader, related) if related >= 0 else None
        close = _main_verb(reader, frame.end) if head is not None else -1
    if head is None or related < 0 or frame.start < head[0]:
        return frame
    if close < 0 or any(max(frame.start, opens) < start < close for start in starts):
        return frame
    own = frame.subject is None or frame.subject[1] <= related
    start = _with_auxiliaries(reader, max(frame.start, opens + 1), related)
    subject = head if own and frame.agree == "any" else frame.subject
    return replace(frame, aside=(head[0], opens, close), start=start, subject=subject)


def _with_auxiliaries(reader: Reader, start: int, related: int) -> int:
    """Where a frame begins with the relative pronoun and what leads its verb in: "*who have long*
    warned that …"."""
    lexicon, between = reader.lexicon, range(related + 1, start)
    plain = (
        reader.key(at) in lexicon.auxiliaries or lexicon.is_adverb(reader.tokens[at])
        for at in between
    )
    return related if related < start and all(plain) else start


def _waiting(reader: Reader, comma: int) -> Range | None:
    """The noun phrase before a comma, if it has no verb yet."""
    start = max(reader.previous_break(comma) + 1, reader.begin)
    joints = (at + 1 for at in range(comma - 1, start - 1, -1) if reader.is_connective(at))
    start = next(joints, start)
    plain = start < comma and not any(reader.tokens[at].is_mark for at in range(start, comma))
    first = reader.tokens[start].key if plain else ""
    led = first in reader.lexicon.adjuncts or reader.is_time(start)
    return (start, comma) if plain and not led and not reader.has_finite(start, comma) else None


def _relative(reader: Reader, comma: int, end: int) -> int:
    """Where the relative clause begins that a frame stands in, or -1; the "that" of what is said is
    no relative."""
    stop = end - reader.is_complementiser(end - 1)
    near = range(comma + 1, min(stop, comma + NAME))
    return next((at for at in near if reader.key(at) in reader.lexicon.relatives), -1)


def _bare_relative(reader: Reader, frame: Frame) -> int:
    """Where the relative clause begins that a frame stands in and no comma parts from its noun, or
    -1, where the verb comes first."""
    lexicon, start = reader.lexicon, reader.previous_break(frame.end - 1) + 1
    if (
        not lexicon.speech.verb_first
        or frame.participle
        or not reader.is_complementiser(frame.end - 1)
    ):
        return -1
    near = range(max(start, reader.begin) + 1, frame.end - 1)
    return next((at for at in near if reader.key(at) in lexicon.relatives), -1)


def _main_verb(reader: Reader, start: int) -> int:
    """Where behind what is said, which has its own verb, the past verb of the subject stands, or
    -1: a verb that cannot tell of the word before it."""
    grammar, lexicon = reader.lexicon.grammar, reader.lexicon
    if grammar is None:
        return -1
    forms = (grammar.is_past, grammar.is_present, grammar.is_future)
    inside = range(start, reader.next_break(start))
    acts = [
        at
        for at in inside
        if reader.has_finite(at, at + 1) or any(is_form(reader.key(at)) for is_form in forms)
    ]
    if not acts or reader.key(acts[0] - 1) in lexicon.relatives:
        return -1
    for at in acts[1:]:
        key, before = reader.key(at), reader.key(at - 1)
        closed = grammar.definite(before) or reader.is_owned(at - 1) or at - 1 == acts[0]
        closed = closed and before not in lexicon.relatives | lexicon.auxiliaries
        sure = grammar.is_only_verb(key) or lexicon.is_finite(reader.tokens[at])
        if closed and sure and grammar.is_past(key) and not lexicon.is_joined(reader.tokens[at]):
            return at
    return -1


def _closing_comma(reader: Reader, frame: Frame) -> int:
    """The comma behind what is said that the verb of the subject follows, or -1."""
    close = reader.next_break(frame.end)
    while reader.is_sign(close, COMMAS) and close < reader.size - 1:
        verb = close + 1
        while verb < reader.size and reader.lexicon.is_adverb(reader.tokens[verb]):
            verb += 1
        if _acts(reader, verb) and _is_whole(reader, frame.end, close):
            return close
        close = reader.next_break(close + 1)
    return -1


def _acts(reader: Reader, at: int) -> bool:
    """Whether the verb of the subject may stand there."""
    grammar, token = reader.lexicon.grammar, reader.tokens[at] if at < reader.size else None
    if token is None or reader.has_finite(at, at + 1):
        return token is not None
    if grammar is None or token.sign or not reader.lexicon.speech.verb_first:
        return False
    return grammar.may_be_verb(token.key)


def _is_whole(reader: Reader, start: int, end: int) -> bool:
    """Whether a clause with its verb stands among some tokens, or what an infinitive or a phrase
    needs: "promised to *repay it*", "warned of *cuts*"."""
    lexicon, before = reader.lexicon, reader.key(start - 1)
    if lexicon.speech.verb_first:
        return reader.words(start, end) > 0  # That the medicine is spoiled needs no verb.
    governed = before in lexicon.addressing or before in lexicon.adjuncts
    return governed or reader.has_finite(start, end)
