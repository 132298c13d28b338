"""Short forms of what was named in full before: "the ministry", "Simsek", الوزارة, هذه العلاقة."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from workbench.facets.types import Place
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word
from workbench.splitting.types import Attribution
from workbench.splitting.wording.mentions import Mention, Mentions
from workbench.splitting.wording.writer import Swap


class ShortForms(msgspec.Struct, frozen=True):
    """Finds the fullest form that was used before, where it is safely the same."""

    text: str
    words: Sequence[Word]
    rules: Grammar
    mentions: Mentions
    sentence: int
    attribution: Attribution
    places: Sequence[Place]
    """All of the article, in text order."""
    around: Span
    """The whole sentence."""

    def _in_order(self, index: int, first: int, last: int) -> tuple[Swap | None, int]:
        """ "the ministry", "Simsek"."""
        word = self.words[index]
        if word.core in self.rules.pointers and index + 1 < last:
            noun = self.words[index + 1]
            behind = self.words[index + 2] if index + 2 < len(self.words) else None
            ends = behind is None or self._ends_phrase(index + 2)
            named = behind is not None and behind.core in self.rules.name_joints
            if ends and not noun.capital and not named:  # "the town *of Bara*"
                return self._restored(index, index + 2, noun.core), 2
        if word.capital and not word.number:
            stop = index + 1
            while stop < last and self.words[stop].capital and not self.words[stop].pause:
                stop += 1
            before = self.words[index - 1] if index else None
            alone = before is None or word.pause or not before.capital
            owned = before is not None and before.core in self.rules.possessives
            alone = alone and not owned  # "Levi's *Stadium*" is another's
            whole = alone and not self._is_part(index, stop)
            whole = whole and word.core not in self.rules.sole_names
            if stop == index + 1 and whole and not self._is_place(word):
                found = self.mentions.name(word.core, word.start, self.sentence)
                return self._made(index, stop, found, "short form"), 1
            return None, stop - index
        return None, 1

    def _is_part(self, index: int, stop: int) -> bool:
        """Whether a capital is part of a longer name: "Stoke-on-*Trent*", "*Bank* of Baroda"."""
        joint, behind = self.words[stop : stop + 1], self.words[stop + 1 : stop + 2]
        joined = any(word.core in self.rules.name_joints for word in joint)
        return self.words[index].gap == "-" or (joined and any(word.capital for word in behind))

    def _is_place(self, word: Word) -> bool:
        """Whether a name is a place's own: "Sudan" is no short form of "Port Sudan"."""
        at = bisect_left(self.places, word.start, key=lambda place: place.span.start)
        return at < len(self.places) and self.places[at].span == Span(word.start, word.end)

    def _short_form(self, index: int, last: int) -> tuple[Swap | None, int]:
        """Where a phrase begins with its noun: الوزارة, هذه العلاقة."""
        word = self.words[index]
        noun = index
        if word.core in self.rules.demonstratives and index + 1 < last:
            noun = index + 1
        core = self.words[noun].core
        if not self.rules.definite(core) or self.rules.prepositional(self.words[noun]):
            return None, 1
        if self._is_numbered(noun) or not self._ends_phrase(noun + 1) or self._is_named(noun):
            return None, noun - index + 1
        if self._tells_kind(index):
            return None, 1
        return self._restored(index, noun + 1, core), noun - index + 1

    def _tells_kind(self, index: int) -> bool:
        """Whether a thing or an act only says of what kind the noun straight before it is, and
        takes up none: سفينة *الإنقاذ*, فارق *الأهداف*; but a body or a person is whose it is, and
        to what is done (تنفيذ *الاتفاق*) is one that was named."""
        rules, noun = self.rules, self.rules.without_article(self.words[index].core)
        if not index or self.words[index].pause:
            return False
        if noun in rules.bodies_and_persons | rules.place_heads | rules.documents:
            return False
        if self.words[index].lexeme.glue:  # طائرة المراقبة *والإنقاذ*
            return rules.definite(self.words[index - 1].core) and self._tells_kind(index - 1)
        before = self.words[index - 1].core
        heads = self.words[index - 1].verb == Verb.NO and not self.words[index - 1].number
        if rules.is_event(before):
            return False
        small = rules.no_nouns | rules.prepositions | rules.counting_nouns
        return heads and before not in small and not rules.definite(before)

    def _is_numbered(self, index: int) -> bool:
        """Whether a noun has its number behind it, and that counts nothing: المادة *28*."""
        number, behind = self.words[index + 1 : index + 2], self.words[index + 2 : index + 3]
        if not number or not number[0].number or number[0].pause:
            return False
        return not behind or behind[0].pause or self.rules.prepositional(behind[0])

    def _is_named(self, index: int) -> bool:
        """Whether an office is followed by what may be its holder's name, and so is none of those
        named before: الرئيس عبد المجيد تبون."""
        if self.rules.without_article(self.words[index].core) not in self.rules.persons:
            return False
        behind = self.words[index + 1 : index + 2]
        return any(
            w.verb == Verb.NO
            and not (w.pause or w.number or self.rules.prepositional(w) or self._is_place(w))
            for w in behind
        )

    def _ends_phrase(self, index: int) -> bool:
        if index >= len(self.words) or self.words[index].pause:
            return True
        word = self.words[index]
        if self.rules.data.subject_first:
            rules = self.rules
            small = rules.prepositions, rules.verb_next, rules.conjunctions, rules.adverbs
            ends = word.verb != Verb.NO or any(word.core in words for words in small)
            return ends and word.core not in rules.possessives
        return not self.rules.definite(word.core)

    def _restored(self, first: int, last: int, noun: str) -> Swap | None:
        start = self.words[first].start
        kin = self.rules.kin.get(noun)
        pointed = last - first > 1 and self.words[first].core in self.rules.demonstratives
        if self.rules.without_article(noun) in self.rules.amounts and not pointed:
            return None
        found = self.mentions.head(self.rules.without_article(noun), start, self.sentence, pointed)
        if found is None and kin is not None and not self._counts_anew(first):
            found = self.mentions.counted(kin, start, self.sentence)
        if found is not None and (
            self._is_elsewhere(noun, found.span) or self._is_own(noun, found)
        ):
            return None
        return self._made(first, last, found, "short form")

    def _counts_anew(self, index: int) -> bool:
        """Whether a noun stands straight behind one of amounts, whose figure is another than that
        counted before: after "12 جنديا", بلغ عدد *الجنود* 300."""
        before = self.words[max(index - 1, 0)]
        return index > 0 and before.core in self.rules.counting_nouns

    def _made(self, first: int, last: int, found: Mention | None, reason: str) -> Swap | None:
        if found is None or len(found.words) < 2:
            return None
        here = Span(self.words[first].start, self.words[last - 1].end)
        return None if found.span.overlaps(here) else Swap(here, found.span, reason)

    def _is_elsewhere(self, noun: str, source: Span) -> bool:
        """Whether somebody's full form names a country and the sentence speaks of others only:
        after "the coach of Jordan", "the coach" of a sentence on Lebanon may be another."""
        if self.rules.without_article(noun) not in self.rules.persons:
            return False
        named = self._countries(source)
        here = self._countries(self.around)
        return bool(named) and bool(here) and named.isdisjoint(here)

    def _is_own(self, noun: str, found: Mention) -> bool:
        """Whether "the ministry" is that of the minister who speaks, and not the one found."""
        if not self.attribution.chain:
            return False
        speaker = [token.folded for token in tokenize(self.attribution.chain[0].name)]
        offices = self.rules.offices.get(self.rules.without_article(noun), frozenset())
        return not offices.isdisjoint(speaker) and set(found.words[1:]).isdisjoint(speaker)

    def _countries(self, span: Span) -> set[str]:
        at = bisect_left(self.places, span.start, key=lambda place: place.span.start)
        found = set()
        while at < len(self.places) and self.places[at].span.start < span.end:
            found.add((self.places[at].name, *self.places[at].within)[-1])
            at += 1
        return found
