"""Who the speakers of an article are: every mention led to one speaker and his fullest name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from workbench.language.fold import fold_word
from workbench.splitting.attribution.voices.mention import Mention, is_common
from workbench.splitting.attribution.voices.same_speaker import same
from workbench.splitting.attribution.words.words import Lexicon

_MEMORY = 60
"""Speakers that a short name may still mean, most recent first."""
_ANY = ("person", "organisation", "document", "")
_NAMES = 12
"""Names of one speaker that are remembered."""
_NEAR, _FAR_BACK = 4, 600
"""Sentences and letters over which a pronoun reaches back to whom one of them was about."""
_INTRODUCED = 2
"""Words of a full name among which its role stands (*الرياضي* …, سعادة *السفير* …)."""
_LONGEST = 14
"""Words above which a mention is a description rather than a name."""


class Known(msgspec.Struct, eq=False):
    """A speaker and all that the article calls him."""

    mentions: list[Mention]
    kind: str = ""
    agree: str = "any"
    spoken: str = ""
    """EDTF of when he was last said to have spoken."""
    at: int = 0
    """Where in the article he last spoke."""
    aliases: list[Mention] = []
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
        for called in (self.mentions, self.aliases):  # a loop, because every speaker is asked
            for one in called:
                if len(one.words) >= size and same(mention, one, lexicon):
                    return True
        fullest = max(self.mentions, key=lambda one: len(one.words))
        return len(fullest.words) < size and same(fullest, mention, lexicon)

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
        self._several: list[Mention] = []
        self._acting: list[Mention] = []
        self._full: list[Mention] = []

    def add_name(self, mention: Mention, lexicon: Lexicon) -> None:
        """Note a full name that the article gives outside frames of speech, by its first and last
        word and by the office in it."""
        self._full.append(mention)
        offices = lexicon.bare_offices.intersection(mention.words)
        for key in {mention.words[0], mention.words[-1], *offices}:
            self._names.setdefault((key,), []).append(mention)

    def add_subject(self, mention: Mention) -> None:
        """Note a name that a sentence is about, which "the company" may stand for."""
        self._subjects.append(mention)

    def add_acting(self, mention: Mention) -> None:
        """Note somebody by his bare name who did something, and may go on to say something."""
        self._acting.append(mention)

    def acting_before(self, start: int, agree: str) -> Mention | None:
        """Who last did something shortly before an offset, if a verb agrees with him: انتقد *حيدر
        العبادي* الحكومة. وقال إن."""
        at = bisect_left(self._acting, start, key=_place)
        found = self._acting[at - 1] if at else None
        near = found is not None and start - found.span.start < _FAR_BACK
        return found if near and found is not None and found.agree == agree else None

    def add_several(self, mention: Mention) -> None:
        """Note a subject in the plural, which "they" may stand for: "More than 1,100 residents"."""
        self._several.append(mention)

    def several_before(self, start: int) -> Mention | None:
        """Those whom a sentence shortly before an offset was about."""
        at = bisect_left(self._several, start, key=_place)
        found = self._several[at - 1] if at else None
        near = found is not None and start - found.span.start < _FAR_BACK
        return found if near else None

    def spoken_of(self, start: int, end: int, agree: str, lexicon: Lexicon) -> Mention | None:
        """Whom the sentences between two offsets were last about."""
        at = bisect_left(self._subjects, end, key=lambda one: one.span.start)
        if not at or self._subjects[at - 1].span.start < start:
            return None
        found = self._subjects[at - 1]
        if agree in ("m", "f") and not found.kind and len(found.words) < 2:
            return found if self._is_nobody_named() and self._has_full_name(found) else None
        fits = {"m": ("person", ""), "f": ("person", ""), "n": ("organisation", "")}
        fits_kind = lexicon.speech.verb_first or found.kind in fits.get(agree, _ANY)
        trade = agree == "n" and not lexicon.trades.isdisjoint(found.words)
        fits_kind = fits_kind or trade
        fits_kind = fits_kind and not _shows_other(found, agree, lexicon)
        return found if fits_kind and found.agree in ("any", agree) else None

    def _is_nobody_named(self) -> bool:
        """Whether nobody has spoken yet, or only somebody without a name ("her lawyer")."""
        return not self._heard or not any(one.name[0].isupper() for one in self._heard[-1].calls)

    def _has_full_name(self, mention: Mention) -> bool:
        """Whether the article gives a full name of nobody but a person for a bare surname."""
        full = self._names.get(mention.words[-1:], ())[-_MEMORY:]
        longer = [one for one in full if one.words[-1:] == mention.words and len(one.words) > 1]
        return any(one.kind in ("", "person") for one in longer)

    def shown_before(self, start: int, agree: str) -> Mention | None:
        """Whom a sentence shortly before was about whose name shows that "he" or "she" fits."""
        at = bisect_left(self._subjects, start, key=_place)
        near = self._subjects[max(0, at - _NEAR) : at][::-1]
        found = next((one for one in near if self._is_shown(one, agree)), None)
        return found if found is not None and start - found.span.start < _FAR_BACK else None

    def _is_shown(self, mention: Mention, agree: str) -> bool:
        """Whether a name or a fuller one of the article shows that it agrees."""
        full = self._names.get(mention.words[-1:], ())[-_MEMORY:]
        return mention.agree == agree or any(
            one.agree == agree and set(mention.words) < set(one.words) for one in full
        )

    def person_named(self, start: int, agree: str) -> Mention | None:
        """The person whose full name, with a role or a given name that shows him to be one, stands
        last before an offset, for a pronoun that nobody else is there for."""
        at = bisect_left(self._full, start, key=_place)
        named = (one for one in self._full[max(0, at - _MEMORY) : at][::-1])
        found = next((one for one in named if one.kind == "person"), None)
        return found if found is not None and found.agree in ("any", agree) else None

    def person_before(self, start: int) -> Mention | None:
        """The person named last, as a speaker or as whom a sentence is about."""
        at = bisect_left(self._subjects, start, key=_place)
        heard = (each for one in self._heard[-_MEMORY:] for each in one.mentions[-1:])
        named = [
            one
            for one in (*self._subjects[max(0, at - _MEMORY) : at], *heard)
            if one.kind in ("", "person")
            and one.words
            and one.span.start < start
            and one.agree != "p"
        ]
        named = named or self._full[: bisect_left(self._full, start, key=_place)][-1:]
        return max(named, key=_place, default=None)

    def resolve(self, mention: Mention, lexicon: Lexicon) -> Known:
        """The speaker that a mention means; a new one where it means nobody heard before."""
        known = self._find(mention, lexicon) or self._pointed_at(mention, lexicon)
        if known is None:
            known = Known([mention], mention.kind, mention.agree)
            fuller = self._fuller(mention, lexicon)
            stood = None if fuller is not None else self._stood_for(mention, lexicon)
            if stood is not None and len(mention.words) > 1:
                known.mentions, known.aliases = [], [mention]  # no name of "the Danish firm"
            fuller = fuller or stood
            if fuller is not None:
                known.mentions.insert(0, fuller)
                known.agree = fuller.agree if known.agree == "any" else known.agree
        else:
            self._heard.remove(known)
            if not any(same(mention, alias, lexicon) for alias in known.aliases):
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

    def _pointed_at(self, mention: Mention, lexicon: Lexicon) -> Known | None:
        """Whoever spoke last, where "the source", "the spokesman" was never introduced."""
        if not mention.definite or not _names_nobody(mention, lexicon):
            return None
        if mention.words[0] in lexicon.ministry:
            heard = self._heard[-_MEMORY:][::-1]
            ministries = lexicon.bare_ministries
            return next((one for one in heard if one.mentions[0].words[0] in ministries), None)
        if mention.words[0] not in lexicon.generic_speakers:
            return self._kindred(mention, lexicon)
        recent = [one for one in self._heard[-_MEMORY:][::-1] if one.kind != "document"]
        persons = (
            one
            for one in recent
            if one.kind in ("", "person") and not _is_foreign(mention, one.calls, lexicon)
        )
        anybody = next(iter(recent), None) if len(mention.words) == 1 else None
        return next(persons, anybody)

    def _kindred(self, mention: Mention, lexicon: Lexicon) -> Known | None:
        """Whoever was named last by a role like the one by which he is pointed at now: after "the
        novelist X", *the writer*."""
        roles = lexicon.kindred_roles.get(_bare_role(mention.words[0], lexicon))
        if roles is None:
            return None
        at = bisect_left(self._full, mention.span.start, key=_place)
        heard = (each for one in self._heard[-_MEMORY:] for each in one.mentions)
        named = [
            one
            for one in (*self._full[max(0, at - _MEMORY) : at], *heard)
            if _has_role(one, mention, roles, lexicon) and not _is_foreign(mention, [one], lexicon)
        ]
        latest = max(named, key=_place, default=None)
        if latest is None:
            return None
        known = self._find(latest, lexicon)
        if known is None:
            known = Known([latest], latest.kind, latest.agree)
            self._heard.append(known)
        known.also(mention)
        return known

    def _fuller(self, mention: Mention, lexicon: Lexicon) -> Mention | None:
        """A full name elsewhere in the article that a bare surname or office stands for."""
        if len(mention.words) > 2 or not mention.definite:
            return None
        given = self._names.get(mention.words[-1:], [])[-_MEMORY:]
        longer = (one for one in given if len(one.words) > len(mention.words))
        names = [one for one in longer if same(mention, one, lexicon)]
        before = [one for one in names if one.span.start < mention.span.start]
        return (before or names)[-1] if names else None

    def _stood_for(self, mention: Mention, lexicon: Lexicon) -> Mention | None:
        """The body that "the company" is, from the sentences before."""
        if not mention.definite or not _stands_in(mention, lexicon):
            return None
        bodies = [one for one in self._heard[-_MEMORY:] if one.kind != "person"]
        heard = (one.mentions[0] for one in bodies)
        # "The regulator, Ofcom, …" is no company.
        others = {
            called.words
            for one in bodies
            for called in one.mentions
            if not all(_is_of_kind(mention, alias, lexicon) for alias in one.aliases)
        }
        at = bisect_left(self._subjects, mention.span.start, key=lambda one: one.span.start)
        before = [
            one
            for one in (*self._subjects[max(0, at - _MEMORY) : at], *heard)
            if one.kind in ("", "organisation")
            and one.words not in others
            and one.words[-1] not in lexicon.places
            and not is_common(one.words[0], lexicon)
            and not _are_any(one, lexicon)
            and not self._is_person(one)
            and _is_of_kind(mention, one, lexicon)
        ]
        return max(before, key=lambda one: one.span.start, default=None)

    def _is_person(self, mention: Mention) -> bool:
        """Whether a bare name is elsewhere a person's, whose given name shows that."""
        given = self._names.get(mention.words[-1:], ())[-_MEMORY:]
        return len(mention.words) == 1 and any(one.kind == "person" for one in given)


def _names_nobody(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention is a bare role: "the source", "the UN official"."""
    if len(mention.words) == 1:
        return True
    plain = all(word in lexicon.describing_roles for word in mention.words[1:])
    words = mention.name.split()
    return plain and all(lexicon.is_definite(fold_word(word)) for word in words)


def _bare_role(word: str, lexicon: Lexicon) -> str:
    """A role without the ending by which it is a woman's."""
    ending = next((one for one in lexicon.feminine_endings if word.endswith(one)), "")
    return word.removesuffix(ending)


def _has_role(one: Mention, other: Mention, roles: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a full name was given with one of some roles, in the gender of another mention."""
    words = one.words[:_INTRODUCED]
    own = next((word for word in words if _bare_role(word, lexicon) in roles), None)
    if own is None or len(one.words) < 2 or one.span.start >= other.span.start:
        return False
    feminine = lexicon.feminine_endings or "\0"
    return own.endswith(feminine) == other.words[0].endswith(feminine)


def _shows_other(mention: Mention, agree: str, lexicon: Lexicon) -> bool:
    """Whether the ending of a body or a role shows another gender than a verb's, where the verb
    comes first: the ministry (الوزارة) has not أوضح."""
    head = mention.words[0]
    if not lexicon.speech.verb_first or agree not in ("m", "f"):
        return False
    known = lexicon.is_definite(head) or head in lexicon.bare_bodies | lexicon.bare_offices
    return known and head.endswith(lexicon.feminine_endings or "\0") != (agree == "f")


def _is_foreign(mention: Mention, calls: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a role is of another country than somebody: "the American official"."""
    own = lexicon.nationalities.intersection(mention.words)
    others = {word for one in calls for word in lexicon.nationalities.intersection(one.words)}
    return bool(own and others) and own.isdisjoint(others)


def _are_any(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a bare plural names bodies and none by its name: "Unions"."""
    return len(mention.words) == 1 and is_common(
        lexicon.language.singular(mention.words[0]), lexicon
    )


def _is_of_kind(mention: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether "the airline" may be what a body is by its name: no administration, no union."""
    public = lexicon.public_bodies.intersection(other.words)
    head = mention.words[-1]
    if head in lexicon.public_bodies and not public:
        return other.name.isupper()  # "the agency" is NASA, and no Boeing
    return not public or not public.isdisjoint((head, *lexicon.stands_for.get(head, ())))


def _stands_in(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a body is named only by what it is: "the company", "the Oslo-based company", "the
    Danish drugmaker"."""
    *before, head = mention.words
    if before and mention.name.split()[-1][0].isupper():
        return False  # "the Palestinian *Authority*" has a name
    if lexicon.speech.verb_first:
        return head in lexicon.stand_ins and not before
    described = all("-" in word or word in lexicon.nationalities for word in before)
    if before and lexicon.grammar is not None:  # "the Cambridge, Mass.-*based* company"
        described = described or before[-1].rpartition("-")[2] in lexicon.grammar.describing
    made = head.endswith(lexicon.stand_in_endings)
    return described and (head in lexicon.stand_ins or made)


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
