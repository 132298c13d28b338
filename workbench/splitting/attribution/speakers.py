"""Who the speakers of an article are: every mention led to one speaker and his fullest name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.language.spans import Span
from workbench.splitting.attribution.frames import Range, Reader
from workbench.splitting.attribution.tokens import Token
from workbench.splitting.attribution.words import Lexicon

_MEMORY = 60
"""Speakers that a short name may still mean, most recent first."""
_ANY = ("person", "organisation", "document", "")
_NAMES = 12
"""Names of one speaker that are remembered."""
_LONGEST = 14
"""Words above which a mention is a description rather than a name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as named at one place."""

    name: str
    span: Span
    words: tuple[str, ...]
    """Folded, without articles, in order."""
    kind: str
    """``person``, ``organisation``, ``document``, or nothing where the words do not say."""
    definite: bool
    agree: str = "any"


@dataclass(eq=False, slots=True)
class Known:
    """A speaker and all that the article calls him."""

    mentions: list[Mention]
    kind: str = ""
    agree: str = "any"
    spoken: str = ""
    """EDTF of when he was last said to have spoken."""
    aliases: list[Mention] = field(default_factory=list)
    """What he is also called, which is no name ("the mayor")."""

    def named(self, mention: Mention) -> None:
        """Note a name of his, if it is new."""
        if len(self.mentions) < _NAMES and all(one.words != mention.words for one in self.mentions):
            self.mentions.append(mention)

    def also(self, alias: Mention) -> None:
        """Note what he is also called."""
        if len(self.aliases) < _NAMES:
            self.aliases.append(alias)
        self.kind = self.kind or alias.kind

    def is_called(self, mention: Mention, lexicon: Lexicon) -> bool:
        """Whether a mention is short for one of his names, or his fullest short for it."""
        size = len(mention.words)
        shorter = (one for one in self.calls if len(one.words) >= size)
        if any(_same(mention, one, lexicon) for one in shorter):
            return True
        fullest = max(self.mentions, key=lambda one: len(one.words))
        return len(fullest.words) < size and _same(fullest, mention, lexicon)

    @property
    def calls(self) -> list[Mention]:
        """All that he is called."""
        return [*self.mentions, *self.aliases]

    @property
    def name(self) -> str:
        """The fullest name, the earlier of two as full."""
        short = [one for one in self.mentions if len(one.words) <= _LONGEST] or self.mentions
        return max(short, key=lambda one: len(set(one.words))).name


class Speakers:
    """The speakers of one article in the order in which they were last heard."""

    def __init__(self) -> None:
        self._heard: list[Known] = []
        self._names: dict[tuple[str, ...], list[Mention]] = {}
        self._subjects: list[Mention] = []
        self._full: list[Mention] = []

    def add_name(self, mention: Mention) -> None:
        """Note a full name that the article gives outside frames of speech, by its last word."""
        self._full.append(mention)
        for key in {mention.words[0], mention.words[-1]}:
            self._names.setdefault((key,), []).append(mention)

    def add_subject(self, mention: Mention) -> None:
        """Note a name that a sentence is about, which "the company" may stand for."""
        self._subjects.append(mention)

    def spoken_of(self, start: int, end: int, agree: str, lexicon: Lexicon) -> Mention | None:
        """Whom the sentences between two offsets were last about."""
        at = bisect_left(self._subjects, end, key=lambda one: one.span.start)
        if not at or self._subjects[at - 1].span.start < start:
            return None
        found = self._subjects[at - 1]
        if agree in ("m", "f") and not found.kind and len(found.words) < 2:
            return None
        fits = {"m": ("person", ""), "f": ("person", ""), "n": ("organisation", "")}
        fits_kind = lexicon.speech.verb_first or found.kind in fits.get(agree, _ANY)
        trade = agree == "n" and not lexicon.trades.isdisjoint(found.words)
        fits_kind = fits_kind or trade
        return found if fits_kind and found.agree in ("any", agree) else None

    def person_before(self, start: int) -> Mention | None:
        """The person named last, as a speaker or as whom a sentence is about."""
        at = bisect_left(self._subjects, start, key=_place)
        heard = (each for one in self._heard[-_MEMORY:] for each in one.mentions[-1:])
        named = [
            one
            for one in (*self._subjects[max(0, at - _MEMORY) : at], *heard)
            if one.kind in ("", "person") and one.words and one.span.start < start
        ]
        named = named or self._full[: bisect_left(self._full, start, key=_place)][-1:]
        return max(named, key=_place, default=None)

    def resolve(self, mention: Mention, lexicon: Lexicon) -> Known:
        """The speaker that a mention means; a new one where it means nobody heard before."""
        known = self._find(mention, lexicon)
        if known is None:
            known = Known([mention], mention.kind, mention.agree)
            fuller = self._fuller(mention, lexicon) or self._stood_for(mention, lexicon)
            if fuller is not None:
                known.mentions.insert(0, fuller)
        else:
            self._heard.remove(known)
            known.named(mention)
            known.kind = known.kind or mention.kind
            if known.agree == "any":
                known.agree = mention.agree
        self._heard.append(known)
        return known

    def last(self, agree: str = "any") -> Known | None:
        """The speaker heard last whom a pronoun or a verb of that agreement may mean."""
        recent = self._heard[-_MEMORY:][::-1]
        return next((one for one in recent if agrees(one, agree)), None)

    def hear(self, known: Known) -> None:
        """Make a speaker the one heard last."""
        if known in self._heard[-_MEMORY:]:
            self._heard.remove(known)
        self._heard.append(known)

    def _find(self, mention: Mention, lexicon: Lexicon) -> Known | None:
        words = set(mention.words)
        for known in self._heard[-_MEMORY:][::-1]:
            if any(set(one.words) == words for one in known.calls):
                return known
        for known in self._heard[-_MEMORY:][::-1]:
            if known.is_called(mention, lexicon):
                return known
        return None

    def _fuller(self, mention: Mention, lexicon: Lexicon) -> Mention | None:
        """A full name elsewhere in the article that a bare surname or office stands for."""
        if len(mention.words) > 2 or not mention.definite:
            return None
        given = self._names.get(mention.words[-1:], [])[-_MEMORY:]
        longer = (one for one in given if len(one.words) > len(mention.words))
        names = [one for one in longer if _same(mention, one, lexicon)]
        before = [one for one in names if one.span.start < mention.span.start]
        return (before or names)[-1] if names else None

    def _stood_for(self, mention: Mention, lexicon: Lexicon) -> Mention | None:
        """The body that "the company" is, from the sentences before."""
        if len(mention.words) != 1 or mention.words[0] not in lexicon.stand_ins:
            return None
        heard = (one.mentions[0] for one in self._heard[-_MEMORY:])
        at = bisect_left(self._subjects, mention.span.start, key=lambda one: one.span.start)
        before = [
            one
            for one in (*self._subjects[max(0, at - _MEMORY) : at], *heard)
            if one.kind in ("", "organisation") and not _is_common(one.words[0], lexicon)
        ]
        return max(before, key=lambda one: one.span.start, default=None)


def _place(mention: Mention) -> int:
    return mention.span.start


def agrees(known: Known | None, agree: str) -> bool:
    """Whether a pronoun or a verb of that agreement may mean a speaker."""
    if known is None:
        return False
    if agree in ("any", "p", "d"):
        return True
    if agree == "n":
        return known.kind != "person"
    if known.kind in ("organisation", "document") and known.agree == "any":
        return False
    return known.agree in ("any", agree)


def _same(one: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether the shorter of two mentions is a short form of the longer."""
    short, long = sorted((one, other), key=lambda mention: len(mention.words))
    if not short.definite or (one.kind and other.kind and one.kind != other.kind):
        return False
    if not short.words or not set(short.words) <= set(long.words):
        return False
    if lexicon.speech.verb_first and _is_common(short.words[0], lexicon):
        # "الخارجية العراقية" is short for the ministry, "الرئيس" not for the president's deputy.
        body = short.kind == "organisation" and long.words[-len(short.words) :] == short.words
        return short.words[0] == long.words[0] or body
    return (
        short.words[-1] == long.words[-1]
        or short.words[0] == long.words[0]
        or (_is_common(short.words[-1], lexicon))
    )


def _is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a bare word is an office or a body rather than a name."""
    return word in lexicon.bare_persons or word in lexicon.common_organisations


def mention_at(
    text: str, reader: Reader, where: Range, attached: int = 0, agree: str = "any"
) -> Mention | None:
    """The mention that some tokens of a sentence are, without article and conjunction."""
    lexicon = reader.lexicon
    tokens = list(reader.tokens[where[0] : where[1]])
    opened = bool(tokens) and tokens[0].is_mark and tokens[-1].is_mark
    while tokens and (tokens[0].key in lexicon.speech_the or tokens[0].sign):
        tokens.pop(0)
    if opened and tokens:
        tokens.pop()
    while tokens and _ends_nothing(tokens):
        tokens.pop()
    if not tokens:
        return None
    first = tokens[0]
    name_start = first.start + attached
    begin = ""
    if attached:
        for prefix, stands_for in lexicon.speech.contractions.items():
            if first.raw.startswith(prefix):
                begin, name_start = stands_for, first.start + len(prefix)
    elif lexicon.is_joined(first):
        name_start += 1
    span = Span(name_start, tokens[-1].end)
    words = _words(tokens, lexicon, attached)
    if not words:
        return None
    kind = _kind(_head(tokens, lexicon) or words, lexicon)
    words = _called(words, lexicon)
    span = Span(name_start, _without_acronym(tokens))
    definite = _is_definite(reader, where, tokens, lexicon)
    name = " ".join(_named(word, lexicon) for word in (begin + span.of(text)).split())
    return Mention(name, span, words, kind, definite, agree)


def _called(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name by which it is known again: no titles, and nothing that points back."""
    while len(words) > 1 and words[0] in lexicon.honorifics:
        words = words[1:]
    plain = tuple(word for word in words if word not in lexicon.selfsame)
    return plain or words


def _without_acronym(tokens: Sequence[Token]) -> int:
    """Where a name ends, its short form in brackets left out: "the … Department (IMD)"."""
    bracketed = len(tokens) > 3 and tokens[-1].raw == ")" and tokens[-3].raw == "("
    return tokens[-4].end if bracketed else tokens[-1].end


def _named(word: str, lexicon: Lexicon) -> str:
    """A word of a name without the ending that it has as an object."""
    for ending in lexicon.speech.case_endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _ends_nothing(tokens: Sequence[Token]) -> bool:
    """Whether the last sign is no part of a name; a full stop may be ("Inc."), behind a word."""
    last = tokens[-1]
    if not last.sign or last.is_mark or last.raw == ")":
        return False
    return last.raw != "." or len(tokens) < 2 or tokens[-2].sign


def _words(tokens: Sequence[Token], lexicon: Lexicon, attached: int) -> tuple[str, ...]:
    words = []
    for index, token in enumerate(tokens):
        key = token.key if attached and index == 0 else lexicon.bare(token)
        if index == 0 and attached:
            key = lexicon.uncontracted(key, attached)
        if token.sign or key in lexicon.joints or key in lexicon.articles:
            continue
        words.append(lexicon.without_article(key).removesuffix("'s"))
    return tuple(word for word in words if word)


def _head(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The words before the first "of", where the head of the name is their last."""
    if lexicon.speech.verb_first:
        return ()
    joint = next((at for at, one in enumerate(tokens) if at and one.key in lexicon.joints), None)
    return _words(tokens[:joint], lexicon, 0)


def _kind(words: Sequence[str], lexicon: Lexicon) -> str:
    """What the words name; where the head stands first, only the first says."""
    heads = words[:1] if lexicon.speech.verb_first else words
    if heads[-1] in lexicon.bare_documents:
        return "document"
    if any(word in lexicon.bare_persons for word in heads):
        return "person"
    if any(word in lexicon.bare_organisations for word in heads):
        return "organisation"
    return "document" if any(word in lexicon.bare_documents for word in heads) else ""


def _is_definite(reader: Reader, where: Range, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    head = reader.tokens[where[0]]
    if head.key in lexicon.articles:
        return head.key in lexicon.speech_the
    if lexicon.speech.verb_first:
        plain = lexicon.without_article(lexicon.bare(tokens[0]))
        common = _is_common(plain, lexicon)
        return not common or len(tokens) > 1 or lexicon.is_definite(lexicon.bare(tokens[0]))
    return tokens[0].is_capital or lexicon.is_definite(head.key)
