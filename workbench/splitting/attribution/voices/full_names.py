"""Full names that an article gives anywhere, which short ones later stand for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.language.spans import Span
from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.names.personal_names import PersonalNames
from workbench.splitting.attribution.voices.mention import Mention, mention_at

_LONGEST = 7
_GENITIVES = ("'s", "’s")


def names_in(text: str, reader: Reader) -> Iterator[Mention]:
    """Names of several words in a sentence: runs of capitals, or a body and what it is called."""
    if reader.lexicon.speech.verb_first:
        yield from _headed(text, reader)
    else:
        yield from _capitalised(text, reader)


def _capitalised(text: str, reader: Reader) -> Iterator[Mention]:
    at = 0
    while at < reader.size:
        if not _is_capital(reader, at):
            at += 1
            continue
        end = at
        while end < reader.size and _is_capital(reader, end):
            end += 1
            if reader.key(end) in reader.lexicon.full_name_joints and _is_capital(reader, end + 1):
                end += at < end
        at = _past_small(reader, at, end)
        placed = reader.key(at - 1) in reader.lexicon.placing
        if 2 <= end - at <= _LONGEST and not placed:
            mention = mention_at(text, reader, (_with_office(reader, at), end))
            if mention is not None and len(mention.words) > 1:
                yield _without_genitive(mention)
        at = max(end, at + 1)


def _without_genitive(mention: Mention) -> Mention:
    """A name without the ending by which something is its bearer's: "*Jair Bolsonaro*'s appeal"."""
    for ending in _GENITIVES:
        if mention.name.endswith(ending):
            span = Span(mention.span.start, mention.span.end - len(ending))
            return replace(mention, name=mention.name.removesuffix(ending), span=span)
    return mention


def _described(
    text: str, reader: Reader, names: PersonalNames, at: int, attached: int = 0
) -> Iterator[Mention]:
    """A definite office with whoever holds it: المخرجة الشابة هند عادل, للوسيط القطري كريم عادل."""
    lexicon = reader.lexicon
    limit = min(at + _LONGEST + 1, reader.size)
    last = names.office_end(at, limit)
    described = range(at + attached, last)
    plain = next((k for k in described if not lexicon.is_definite(reader.key(k))), last)
    mention = mention_at(text, reader, (at, last), attached) if at < plain < last else None
    if mention is not None and len(mention.words) > 1:
        yield mention


def _told_office(reader: Reader, key: str) -> int:
    """Letters of the preposition written on to a definite office, -1 where none stands there."""
    lexicon = reader.lexicon
    attached = not lexicon.is_definite(key)
    if attached and not key.startswith(lexicon.contracted):
        return -1
    told = lexicon.uncontracted(key, 1) if attached else key
    office = lexicon.is_definite(told) and lexicon.without_article(told) in lexicon.bare_persons
    return int(attached) if office else -1


def _with_office(reader: Reader, at: int) -> int:
    """Where a name begins together with the office written small before it: "*police chief* Ann
    Lee", "*Chief executive* Tom Bell"."""
    first = at
    while first > reader.begin and reader.key(first - 1) in reader.lexicon.bare_offices:
        first -= 1
    if at > reader.begin and reader.key(at) in reader.lexicon.bare_offices:
        first -= reader.key(at - 1) in reader.lexicon.other_offices  # "*former* President Lee"
    if first in (at, reader.begin) or reader.key(first) in reader.lexicon.other_offices:
        return first
    before = reader.tokens[first - 1]
    described = not before.sign and not reader.is_connective(first - 1)
    small = before.key in reader.lexicon.articles | reader.lexicon.adjuncts | reader.lexicon.joints
    return first - (described and not small and not reader.lexicon.is_finite(before))


def _past_small(reader: Reader, at: int, end: int) -> int:
    """Where a name begins behind words that only open a sentence: "According to Ann Lee"."""
    lexicon = reader.lexicon
    while at < end:
        phrase = lexicon.according_to.at(reader.tokens, at, reader.key(at))
        small = reader.is_time(at) or reader.key(at) in lexicon.adjuncts or reader.is_connective(at)
        if phrase is None and not small:
            break
        at += len(phrase.words) if phrase else 1
    return at


def _is_capital(reader: Reader, at: int) -> bool:
    if at >= reader.size:
        return False
    return not reader.tokens[at].sign and reader.tokens[at].is_capital


def _headed(text: str, reader: Reader) -> Iterator[Mention]:
    lexicon, names = reader.lexicon, PersonalNames(reader)
    for at, token in enumerate(reader.tokens):
        if token.sign:
            continue
        key = lexicon.bare(token)
        of = reader.key(at - 1)  # رئيس | الوزراء
        constructed = of in lexicon.bare_bodies and not lexicon.is_definite(of)
        told = -1 if constructed else _told_office(reader, key)
        if told >= 0:
            yield from _described(text, reader, names, at, told)
        if told >= 0 or lexicon.is_definite(key):
            continue
        if key not in lexicon.bare_organisations and key not in lexicon.bare_persons:
            continue
        end = _past_definite(reader, names, at)
        person = key in lexicon.bare_persons
        longest = names.office_end(at, min(at + _LONGEST + 1, reader.size)) if person else end
        for last in sorted({end, longest}):
            mention = mention_at(text, reader, (at, last)) if last > at + 1 else None
            if mention is not None and len(mention.words) > 1:
                yield mention


def _past_definite(reader: Reader, names: PersonalNames, at: int) -> int:
    """The index behind an office or a body and what is called definite behind it."""
    end = reader.past_quote(at + 1) if reader.opens_quote(at + 1) else at + 1
    while end < reader.size and end - at < _LONGEST:
        token = reader.tokens[end]
        definite = not token.sign and reader.lexicon.is_definite(token.key)
        # شركة «الأمل» | إلى, رئيس الوزراء | التقرير, وزارة الصحة | الدكتور
        if not definite or reader.lexicon.is_adjunct(token) or names.opens_other(end):
            break
        if token.key in reader.lexicon.honorifics:
            break
        end += 1
    return end
