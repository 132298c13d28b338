"""Whether what is said goes on behind a frame in its middle ("Kenya has 27 cases, the ministry
said, *the first outbreak since 2022*"), and who goes on."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Frame, Range, Reader
from workbench.splitting.attribution.scope.answers import names_charge
from workbench.splitting.attribution.words.tokens import COMMAS

_NESTED = 2
"""Frames of which one stands inside what the other one's speaker says."""
_SUBJECT = 4
"""Words among which the head of a subject stands."""


def goes_on(reader: Reader, end: int, following: int) -> bool:
    """Whether what is said goes on behind a frame in its middle: "Kenya has 27 cases, the
    ministry said, the first outbreak since 2022"."""
    if not reader.is_sign(end, COMMAS) or following >= reader.size:
        return False
    if names_charge(reader, following):
        return False
    if is_appended(reader, following) or _goes_along(reader, following):
        return True
    token = reader.tokens[following]
    plain = not (reader.is_connective(following) or reader.is_mark(following))
    manner = any(form.participle for form in reader.lexicon.verb(token))
    joined = reader.lexicon.is_joined(token)
    return plain and not (manner or joined or reader.lexicon.is_event(token))


def speaking(reader: Reader, frame: Frame) -> Range | None:
    """Who speaks in a frame, be it a pronoun that opens it: "*She* denies wrongdoing and left"."""
    opens = reader.key(frame.start) in reader.lexicon.pronouns
    return frame.subject or ((frame.start, frame.start + 1) if opens else None)


def back_to_outer(reader: Reader, start: int, end: int, owner: Sequence[Frame]) -> int | None:
    """Where "and that" takes up what the outer one of two speakers says, since the inner one's
    words are but a noun: ذكرت الوزارة أن المتهم اعترف بالسرقة | *وأنه* أحيل إلى القضاء."""
    lexicon = reader.lexicon
    if len(owner) < _NESTED or not lexicon.speech.verb_first:
        return None
    if reader.is_complementiser(owner[0].end - 1):
        return None
    behind = range(max(start, owner[0].end) + 1, end)
    joined = (at for at in behind if lexicon.is_joined(reader.tokens[at]))
    return next(
        (at for at in joined if lexicon.bare(reader.tokens[at]) in lexicon.complementisers), None
    )


def _goes_along(reader: Reader, at: int) -> bool:
    """Whether a clause with a subject of its own goes on with what is said: "Unemployment rose,
    the office said, *while pay growth slowed*"; of the speaker the outlet tells what follows
    ("…, *and it* urged calm"), and of who speaks themselves ("*while residents* said …")."""
    lexicon = reader.lexicon
    if reader.key(at) not in lexicon.alongside or at + 2 >= reader.size:
        return False
    first, end = at + 1, reader.next_break(at + 1)
    key = reader.key(first)
    other = (
        key in lexicon.pronouns or key in lexicon.adjuncts or reader.has_finite(first, first + 1)
    )
    if other or reader.tokens[first].sign or not reader.has_finite(first + 1, end):
        return False
    heads = {reader.key(k) for k in range(first, min(first + _SUBJECT, end))}
    speaking = any(lexicon.verb(reader.tokens[k]) for k in range(first + 1, end))
    return not speaking and heads.isdisjoint(lexicon.persons | lexicon.bare_bodies)


def is_appended(reader: Reader, at: int) -> bool:
    """Whether only the other end of a change or a phrase follows: "…, the office said, down
    from 9%", "…, he said, along with soldiers from France"."""
    grammar = reader.lexicon.grammar
    record = grammar is not None and reader.key(at + 1) in grammar.superlatives
    if reader.key(at) in reader.lexicon.appended or (
        record and reader.key(at) in reader.lexicon.definite
    ):
        return True
    token = reader.tokens[at]
    spoken = reader.lexicon.verb(token) or reader.lexicon.speech.verb_first or token.sign
    return (
        not spoken
        and reader.has_finite(at, at + 1)
        and token.raw.endswith(reader.lexicon.speech.past_endings or "\0")
    )
