"""Whether two mentions call one speaker: "Ann Lee" and "Lee", وزارة الخارجية and الخارجية."""

from __future__ import annotations

from workbench.splitting.attribution.voices.mention import Mention, is_common
from workbench.splitting.attribution.words.words import Lexicon


def same(one: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether the shorter of two mentions is a short form of the longer."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if not short.definite or (one.kind and other.kind and one.kind != other.kind):
        return False
    within = bool(short.words) and set(short.words) <= set(long.words)
    if not within or _is_of_office(short, long, lexicon):
        return False
    one_of = long.words[0] in lexicon.one_of - {short.words[0]}  # *أحد* المتهمين
    apart = one_of or long.several or set(short.words) <= set(long.owner)
    if short.words != long.words and (apart or _is_other_office(short.words, long.words, lexicon)):
        return False
    if len(short.words) == 1 and short.words[0] in lexicon.countries - {long.words[0]}:
        return False  # "Lebanon" is no "source in the bank of Lebanon"
    if lexicon.speech.verb_first and is_common(short.words[0], lexicon):
        # "الخارجية العراقية" is short for the ministry, "الرئيس" not for the president's deputy.
        body = short.kind == "organisation" and long.words[-len(short.words) :] == short.words
        surname = short.words[-1] == long.words[-1] and short.words[-1] not in lexicon.bare_bodies
        named = surname and len(short.words) > 1 and short.kind == "person"
        return named or short.words[0] in (long.words[0], *_office(long, lexicon)) or body
    return short.words[-1] == long.words[-1] or (
        not _only_opens(short, long, lexicon)
        and (short.words[0] == long.words[0] or is_common(short.words[-1], lexicon))
    )


def _is_of_office(short: Mention, long: Mention, lexicon: Lexicon) -> bool:
    """Whether a name is that of whose office a body is, where the body's name stands first: مكتب
    رئيس الوزراء محمد *السوداني*."""
    held = long.kind == "organisation" and lexicon.speech.verb_first
    held = held and not lexicon.bare_offices.isdisjoint(long.words[1:])
    return held and short.words[-1] == long.words[-1] and short.kind != "organisation"


def _is_other_office(short: tuple[str, ...], long: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a word makes the longer of two an office of its own: "the chancellor" is no *shadow*
    chancellor."""
    at = long.index(short[-1]) if short[-1] in long else 0
    return at > 0 and long[at - 1] in lexicon.other_offices and long[at - 1] not in short


def _only_opens(short: Mention, long: Mention, lexicon: Lexicon) -> bool:
    """Whether what a body is only opens another's name: "the club" is no *Club* World Cup, though
    "the bank" may be the *Bank* of England."""
    body = len(short.words) == 1 and short.words[0] in lexicon.common_organisations
    parts = long.name.split()
    headed = len(parts) > 1 and parts[1].lower() in lexicon.joints
    return body and len(long.words) > 1 and not headed and not lexicon.speech.verb_first


def _office(mention: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """By what else somebody named by his name first is known: the office behind it, or a surname
    that is a title as well (رضا السيد مدرب النادي)."""
    words = mention.words
    if words[0] in lexicon.bare_persons:
        return ()
    named = tuple(word for word in words[1:2] if word in lexicon.bare_honorifics)
    return (*named, *[word for word in words if word in lexicon.bare_offices][:1])
