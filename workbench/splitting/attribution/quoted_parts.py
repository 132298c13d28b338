"""Quotations beside a frame of speech that belong to it all the same.

Where the subject stands before its verb, a frame in the middle of what is said looks like one
that opens it: *"The rain has stopped," the mayor said, "and we will plant."*
"""

from __future__ import annotations

from workbench.splitting.attribution.frames import Frame, Range, Reader, Scope
from workbench.splitting.attribution.words.tokens import COLON, COMMAS
from workbench.splitting.types import SpeechKind

_PARTS = frozenset(":;؛")
_SEMICOLONS = frozenset(";؛")
_VERDICT = 7
"""Tokens within which "as nonsense" stands at the end."""
_OBJECT = 12
"""Words of which something is called names, at most."""
_NAME = 3
"""Words of a name in quotation marks, at most."""
_STATEMENT = 3
"""Words that either side of a colon has at least where both are statements."""


def closes_quotation(reader: Reader, start: int, frame: Frame) -> bool:
    """Whether a quotation that closes with a comma stands between ``start`` and a frame that
    opens another: the speaker says both."""
    end = frame.start
    if reader.lexicon.speech.verb_first or frame.participle or end - start < 3:
        return False
    last = (end - 1, end - 2)
    marks = any(reader.closes_quote(at) for at in last)
    return marks and any(reader.is_sign(at, COMMAS) for at in last)


def is_condition(reader: Reader, start: int, end: int) -> bool:
    """Whether words only say on what condition the rest holds: "If nothing changes"."""
    first = next((at for at in range(start, end) if not reader.tokens[at].sign), end)
    return first < end and reader.key(first) in reader.lexicon.conditions


def quoted_reason(reader: Reader, part: Range, frame: Frame | None) -> int | None:
    """The colon behind a reported statement at which the speaker's own words begin: *rejected
    claims that patients were sent away: "Nobody was."*"""
    start, end = part
    if frame is None or frame.scope is not Scope.AFTER or reader.lexicon.speech.verb_first:
        return None
    if reader.tokens[start].quote >= 0:
        return None
    at = reader.next_break(start)
    while at < end and not reader.is_sign(at, COLON):
        at = reader.next_break(at + 1)
    whole = at + 1 < end and reader.opens_quote(at + 1)
    return at if whole and reader.words(reader.past_quote(at + 1), end) == 0 else None


def verdict_behind(reader: Reader, part: Range, frame: Frame | None) -> int | None:
    """Where the speaker only says what a denied report is: "dismissed claims that the dam leaks |
    as nonsense"."""
    start, end = part
    if frame is None or not frame.denied or reader.lexicon.speech.verb_first:
        return None
    for at in range(end - 1, max(start + _STATEMENT - 1, end - _VERDICT), -1):
        if reader.key(at) in reader.lexicon.judging:
            return None if reader.has_finite(at, end) else at
    return None


def colon_before(reader: Reader, start: int, frame: Frame) -> int | None:
    """Where a source behind two statements begins to count: "They blame the heat: seas have
    warmed, according to the bureau", "Fans were furious: | "We waited," one said"."""
    for at in range(start + 1, frame.start - 1):
        if reader.is_sign(at, _PARTS) and reader.opens_quote(at + 1):
            behind = reader.past_quote(at + 1)
            said = behind <= frame.start and reader.words(behind, frame.start) == 0
            return at if said and reader.has_finite(start, at) else None
    if frame.kind is not SpeechKind.ACCORDING_TO:
        return None
    at = reader.previous_break(frame.start - 1)
    while at > start and not reader.is_sign(at, _PARTS):
        at = reader.previous_break(at)
    if at <= start:
        return None
    both = min(reader.words(start, at), reader.words(at + 1, frame.start))
    return at if both >= _STATEMENT else None


def set_against_before(reader: Reader, start: int, frame: Frame) -> int | None:
    """The comma at which a clause set against the one before begins, of which alone a source
    tells that no comma parts from it: دخلت 84 شاحنة | ، بينما يحتاج القطاع إلى 600 بحسب الوكالة."""
    lexicon = reader.lexicon
    tied = frame.kind is SpeechKind.ACCORDING_TO and not reader.tokens[frame.start - 1].sign
    if not tied or not lexicon.speech.verb_first:
        return None
    at = reader.previous_break(frame.start - 1)
    phrase = lexicon.meanwhile.at(reader.tokens, at + 1, reader.key(at + 1))
    opened = at > start and reader.is_sign(at, COMMAS) and phrase is not None
    return at if opened and reader.words(start, at) >= _STATEMENT else None


def joined_before(reader: Reader, start: int, frame: Frame) -> int | None:
    """The comma at which the statement of another source begins, behind what somebody has said:
    أفاد شهود بأن طوابير تشكلت | ، ولم تسجل حوادث، بحسب مصدر أمني. An agency or a document only
    passes both on."""
    lexicon, subject = reader.lexicon, frame.subject
    if frame.kind is not SpeechKind.ACCORDING_TO or frame.citing or subject is None:
        return None
    names = {
        lexicon.without_article(lexicon.bare(token)) for token in reader.tokens[slice(*subject)]
    }
    same = lexicon.is_definite(reader.key(subject[0])) or not lexicon.speech.verb_first
    if same or not names.isdisjoint(lexicon.media | lexicon.bare_documents):
        return None
    at = reader.previous_break(frame.start - 1 - reader.is_sign(frame.start - 1, COMMAS))
    if (
        at <= start
        or not reader.is_sign(at, COMMAS)
        or not lexicon.is_joined(reader.tokens[at + 1])
    ):
        return None
    token = reader.tokens[at + 1]
    told = lexicon.is_event(token) or lexicon.bare(token) in lexicon.negations
    return at if told else None


def called_so(reader: Reader, start: int) -> bool:
    """Whether an object begins there that is called something in the speaker's own words: *the
    tax "daylight robbery"*. A capital in the quotation makes it a mere name."""
    end = min(reader.next_break(start), start + _OBJECT)
    opens = next((at for at in range(start, end) if reader.is_mark(at)), end)
    if opens in (start, end) or not reader.opens_quote(opens) or reader.is_end(opens):
        return False
    if reader.key(start) in reader.lexicon.pronouns:
        return False
    # "Called *that* "a drop in the ocean"" points at what was said.
    first = start + (opens == start + 1)
    if any(reader.tokens[at].sign or reader.is_complementiser(at) for at in range(first, opens)):
        return False
    joints = (at for at in range(start, opens) if reader.is_connective(at))
    if any(reader.has_finite(at + 1, at + 2) for at in joints):
        return False  # "declared a day of mourning *and called* him …"
    behind = reader.past_quote(opens)
    named = reader.tokens[opens + 1].is_capital and reader.words(opens, behind) <= _NAME
    return not named and _ends_phrase(reader, behind)


def _ends_phrase(reader: Reader, at: int) -> bool:
    """Whether no noun goes on there: the sentence or clause ends, or something is added to it."""
    token = reader.tokens[at] if at < reader.size else None
    ends = token is None or token.sign or reader.is_connective(at) or reader.is_time(at)
    return ends or (token is not None and reader.lexicon.is_adjunct(token))


def behind_object(reader: Reader, part: Range, frame: Frame | None) -> int | None:
    """Where the outlet goes on behind a mere object of what somebody said: 'called the tax
    "robbery" *and urged ministers to drop it*'."""
    start, end = part
    if frame is None or not frame.loose or frame.scope is not Scope.AFTER:
        return None
    for at in range(start + 1, end - 1):
        behind = reader.tokens[at + 1]
        if reader.is_sign(at, _SEMICOLONS) and reader.tokens[at].quote < 0:
            return at  # "expected earnings of $3; *it reported $2*"
        if reader.tokens[at].quote >= 0 or _judges(reader, at) or _judges(reader, at - 1):
            continue
        if reader.is_connective(at) and not behind.is_mark:
            told = at + 1 + reader.lexicon.is_adverb(behind)
            if reader.has_finite(told, told + 1):
                return at
        elif reader.has_finite(at, at + 1):
            return None
    return None


def _judges(reader: Reader, at: int) -> bool:
    return reader.key(at) in reader.lexicon.judging
