"""What a clause inside a frame of speech tells of its speaker, or of whom he told.

"The butcher, *whose takings have dropped by 20%*, said" is the outlet's own statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.splitting.attribution.frames import NAME, Frame, Range, Reader, Scope
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.types import SpeechKind

_ASIDE = 4
"""Words of which a relative clause inside a frame has at least."""
_PLACE = 3
"""Words of where a place is, at most."""
_LONGEST_ROLE = 8
"""Words of which what a speaker is has at most."""


def asides(reader: Reader, frame: Frame) -> Iterator[tuple[Range, Range | None]]:
    """The asides of a frame, each with whom it tells of, where he is named right before it."""
    behind = frame.start
    source = _of_source(reader, frame)
    if source is not None:
        yield source
    described = _of_document(reader, frame)
    if described is not None:
        yield described, None
        behind = described[1]
    for at in range(frame.start, frame.end - 1):
        if at < behind or not reader.is_sign(at, COMMAS):
            continue
        end = _past_list(reader, min(reader.next_break(at + 1), frame.end), frame.end)
        told = tells_of_speaker(reader, at + 1) or _is_reduced(reader, at + 1)
        told = told and reader.words(at, end) >= least_words(reader)
        told = told or _tells_seat(reader, at + 1) or _tells_age(reader, frame, at + 1, end)
        if not _saw_copy(reader, at + 1, end) and (told or _says_who(reader, at + 1, end)):
            speaker = frame.subject
            about = speaker if speaker is not None and _is_behind(reader, speaker, at) else None
            relay = frame.relay if frame.relay is not None and frame.relay[1] == at else None
            about = about or relay or _addressed(reader, frame, at)
            yield (at + 1, end), about
            behind = end


def _is_behind(reader: Reader, speaker: Range, comma: int) -> bool:
    """Whether a comma stands right behind the speaker, or behind his age: "Begum, 29, who…"."""
    age = speaker[1] + 1
    aged = comma == age + 1 and reader.is_sign(speaker[1], COMMAS)
    return comma == speaker[1] or (aged and reader.tokens[age].raw.isdecimal())


def _of_source(reader: Reader, frame: Frame) -> tuple[Range, Range] | None:
    """What a relative clause without a comma tells of the source that closes a sentence: بحسب
    الوكالة *التي تطمح إلى خفض العدد*, where the verb comes first."""
    lexicon, subject = reader.lexicon, frame.subject
    closes = frame.kind is SpeechKind.ACCORDING_TO and frame.scope is Scope.BEFORE
    if not closes or subject is None or not lexicon.speech.verb_first:
        return None
    relatives = lexicon.relatives - lexicon.complementisers
    at = next((k for k in range(subject[0] + 1, frame.end) if reader.key(k) in relatives), -1)
    told = at >= subject[1] and reader.words(at, frame.end) >= _ASIDE
    plain = not any(reader.tokens[k].sign for k in range(subject[1], max(at, subject[1])))
    return ((at, frame.end), (subject[0], at)) if told and plain else None


def _of_document(reader: Reader, frame: Frame) -> Range | None:
    """What a bare relative clause tells of the study, the statement or the event in a frame that
    what is said follows: كشف *استطلاع أنجزه مكتب مسار* أن…, where the verb comes first."""
    opens = reader.lexicon.speech.verb_first and frame.scope is Scope.AFTER and not frame.participle
    if not opens:
        return None
    last = frame.end - reader.is_complementiser(frame.end - 1)
    for at in range(frame.start + 1, last - _ASIDE + 1):
        verb = _describing_verb(reader, at) if _may_be_told_of(reader, at) else None
        if verb is None:
            continue
        stop = min(reader.next_break(verb), last)
        short = stop - verb < _ASIDE - 1
        return None if short or _tells_whence(reader, at, verb, stop) else (at, stop)
    return None


def _tells_whence(reader: Reader, noun: int, verb: int, stop: int) -> bool:
    """Whether a clause only says who issued, received or was told a statement, or that its source
    would not be named: في بيان *أصدرته الوزارة*, *ورد لوكالة* …"""
    lexicon, keys = reader.lexicon, {reader.key(k) for k in range(verb, stop)}
    if keys & lexicon.withheld:
        return True
    if not reader.is_document(noun) or reader.key(noun) in lexicon.studies:
        return False
    held = reader.is_owned(verb)
    return not held or reader.key(verb) in lexicon.issuers or bool(keys & lexicon.media)


def _may_be_told_of(reader: Reader, at: int) -> bool:
    """Whether an indefinite noun of something said, written or done stands there."""
    lexicon, key = reader.lexicon, reader.key(at)
    if reader.tokens[at].sign or lexicon.is_definite(key) or lexicon.is_adjunct(reader.tokens[at]):
        return False
    if key in lexicon.fillers:
        return False  # نفى الوزير *صحة* ما ذكرته الصحيفة
    grammar = lexicon.grammar
    return reader.is_document(at) or (grammar is not None and grammar.is_event(key))


def _describing_verb(reader: Reader, noun: int) -> int | None:
    """Where the verb stands that describes a noun: right behind it, or behind one word more."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    for at in (noun + 1, noun + 2):
        token = reader.tokens[at]
        if token.sign or reader.is_time(at) or grammar is None or lexicon.is_naming(token):
            return None
        acts = lexicon.is_finite(token) or grammar.known_verb(token.key)
        if acts and not lexicon.is_joined(token) and token.key not in grammar.given:
            return at
        if reader.is_document(at):
            return None
    return None


def _past_list(reader: Reader, comma: int, last: int) -> int:
    """The comma that closes an aside whose last words are a list: "which makes *cars, trucks and
    buses*, said"."""
    lexicon, end = reader.lexicon, comma
    while reader.is_sign(end, COMMAS) and end - comma < NAME:
        after = reader.next_break(end + 1)
        if after >= last or reader.has_finite(end, after) or reader.is_connective(end + 1):
            return comma
        if end == comma and _goes_on_with_place(reader, end, after):
            return after
        if any(reader.key(at) in lexicon.additive for at in range(end + 2, after)):
            return after
        end = after
    return comma


def _goes_on_with_place(reader: Reader, comma: int, end: int) -> bool:
    """Whether no more than where a place is stands between two commas: "who lives in Southall,
    *west London*, said"."""
    lexicon, words = reader.lexicon, reader.tokens[comma + 1 : end]
    if lexicon.speech.verb_first or not reader.tokens[comma - 1].is_capital:
        return False
    named = bool(words) and all(word.is_capital for word in words[1:])
    return named and len(words) <= _PLACE and (len(words) > 1 or words[0].is_capital)


def _addressed(reader: Reader, frame: Frame, comma: int) -> Range | None:
    """Who or what was told, right before an aside: "told *the inquiry*, which opened in May,
    that …"."""
    lexicon = reader.lexicon
    start = comma
    while start > frame.start and not reader.tokens[start - 1].sign:
        if lexicon.verb(reader.tokens[start - 1]):
            break
        start -= 1
    if lexicon.is_adjunct(reader.tokens[start]) or reader.is_time(comma - 1):
        return None  # "said on Monday, which …"
    told = start > frame.start and 0 < comma - start <= _LONGEST_ROLE
    return (start, comma) if told and not lexicon.speech.verb_first else None


def _saw_copy(reader: Reader, start: int, end: int) -> bool:
    """Whether an aside only says that the outlet saw the document."""
    copies = reader.lexicon.copies
    return any(reader.key(at) in copies for at in range(start, end))


def least_words(reader: Reader) -> int:
    """Words of an aside at least: where its subject is told with it, three say something."""
    return _ASIDE if reader.lexicon.speech.verb_first else _ASIDE - 1


def _says_who(reader: Reader, start: int, end: int) -> bool:
    """Whether an indefinite noun phrase says who the speaker is: "a former village head"."""
    lexicon = reader.lexicon
    indefinite = reader.key(start) in lexicon.articles - lexicon.definite
    # "a baker *who has worked there since 1998*"
    end = next((at for at in range(start, end) if reader.key(at) in lexicon.relatives), end)
    short = 2 <= reader.words(start, end) <= _LONGEST_ROLE
    return indefinite and short and not reader.has_finite(start, end)


def _tells_age(reader: Reader, frame: Frame, start: int, end: int) -> bool:
    """Whether no more than an age stands between two commas, or before the end, behind the name
    of the speaker: "said Ann Lee, *47*"."""
    speaker = frame.subject
    named = speaker is not None and speaker[1] == start - 1 and reader.tokens[start - 2].is_capital
    aged = reader.has_age(start - 1) or (reader.is_end(end) and reader.is_age(start))
    return named and aged and not reader.lexicon.speech.verb_first


def tells_of_speaker(reader: Reader, at: int) -> bool:
    """Whether a relative clause begins there, or a pronoun with its conjunction (وهي نازحة)."""
    lexicon = reader.lexicon
    if reader.key(at) in lexicon.relatives - lexicon.complementisers:
        return True
    return at < reader.size and lexicon.is_joined_pronoun(reader.tokens[at])


def _tells_seat(reader: Reader, at: int) -> bool:
    """Whether a short aside tells where the speaker's seat is, or who he is: *ومقرها* جنيف."""
    lexicon, grammar = reader.lexicon, reader.lexicon.grammar
    if grammar is None or at + 1 >= reader.size or reader.tokens[at + 1].sign:
        return False
    if lexicon.is_joined_pronoun(reader.tokens[at]):  # أحدهم، *وهو مدرس متقاعد*، قال
        return lexicon.speech.verb_first and reader.words(at, reader.next_break(at)) == _ASIDE - 1
    return lexicon.is_joined(reader.tokens[at]) and (
        lexicon.bare(reader.tokens[at]) in grammar.owned_asides
    )


def _is_reduced(reader: Reader, at: int) -> bool:
    """Whether a past participle begins to tell of the speaker: "the school, *rated* good in
    2022, said"."""
    lexicon = reader.lexicon
    token = reader.tokens[at]
    formed = token.raw.endswith(lexicon.speech.past_endings or "\0") and token.raw.islower()
    return formed and reader.has_finite(at, at + 1) and not lexicon.verb(token)
