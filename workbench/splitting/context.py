"""Self-contained wording, made of words of the article only.

Heads and subjects that a claim shares with another are restored, short forms and pronouns give
way to the fullest form that the article has used before. Where that is not safely known the
words stay as they are. Every part that comes from elsewhere is a `Replacement`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from workbench.facets.types import Place
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting.bearers import is_body, is_person, is_several, may_be_person
from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.forms import Verb
from workbench.splitting.clauses.grammar import Grammar
from workbench.splitting.clauses.phrases import bare
from workbench.splitting.clauses.pieces import APPENDED, Kind
from workbench.splitting.clauses.predicates import Word
from workbench.splitting.clauses.predication import lacks_subject
from workbench.splitting.mentions import Mention, Mentions
from workbench.splitting.own_deeds import says_of_himself
from workbench.splitting.segments import spans_of
from workbench.splitting.types import Attribution, SpeechKind
from workbench.splitting.writer import Swap, Wording, Writer, closes_aside, led_by

Range = tuple[int, int]


_NEAR = 2000
_VERB = 5
"""Words from a pronoun to its verb, at most."""
_WORD = 12
"""Letters back within which the word before a clause begins."""
_HEADED = frozenset({Kind.RELATIVE, Kind.BARE, Kind.ENUMERATION, Kind.PART, *APPENDED})


class Context(msgspec.Struct, frozen=True):
    """All that a wording may draw on."""

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
    about: Span | None
    """Whom a relative clause tells of whose head is not among its words."""
    added_to: Span | None = None
    """The clause that all the words only add to."""

    def wording(self, clause: Clause, segments: Sequence[Span]) -> Wording:
        """The wording of a clause that stands at ``segments``."""
        borrowed = set(spans_of(self.text, self.words, clause.borrowed, self.governed(clause)))
        restored = "head restored" if clause.kind in _HEADED else "subject restored"
        swaps = sorted(self._swaps(clause), key=lambda swap: swap.span.start)
        dropped = self._dropped(clause)
        if clause.told_of is not None:
            segments = [segment for segment in segments if segment not in borrowed]
        if clause.leading is not None:
            (head,) = spans_of(self.text, self.words, (clause.leading,))
            segments = led_by(self.text, head, segments)
        writer = Writer(self.text)
        for head, joint in self._head(clause):
            writer.put(head, "head restored")
            writer.join(joint)
        for number, segment in enumerate(segments):
            if number:
                behind_head = segments[number - 1] in borrowed
                closed = not behind_head and closes_aside(self.text, segments[:number], segment)
                writer.join(closed or self._joint(clause, behind_head))
            swapped = any(segment.overlaps(swap.span) for swap in swaps)
            if segment in borrowed and len(segments) > 1 and not swapped:
                writer.put(segment, restored)
                continue
            start = segment.start
            if dropped is not None and segment.contains(dropped):
                writer.put(Span(start, dropped.start))
                start = dropped.end
            writer.segment(start, segment.end, swaps)
        return writer.wording()

    def governed(self, clause: Clause) -> frozenset[int]:
        """The first words of heads whose preposition is no part of what is told of them:
        ب|القاهرة، التي …"""
        firsts = (first for first, last in clause.borrowed if first < last)
        return frozenset(first for first in firsts if self.rules.governed(self.words[first]))

    def _joint(self, clause: Clause, behind_head: bool) -> str:
        """What stands between two segments of a wording."""
        if not behind_head:
            return " "
        if clause.kind == Kind.ENUMERATION:
            return ": "
        first = clause.own[0][0]
        apart = clause.kind == Kind.RELATIVE and self.rules.data.subject_first
        if apart and self.words[first].comma and not self._is_subject(first):
            return ", "  # "El Fasher, where civilians are trapped"
        return ": " if clause.kind in APPENDED else " "

    def _dropped(self, clause: Clause) -> Span | None:
        """A relative pronoun that is the subject gives way to its head: "Crewe, who had won"."""
        first, last = clause.own[0]
        if clause.kind != Kind.RELATIVE or not self.rules.data.subject_first:
            return None
        if not clause.borrowed or first + 1 >= last:
            return None
        if self._is_subject(first):
            return Span(self.words[first].start, self.words[first + 1].start)
        return None

    def _head(self, clause: Clause) -> Iterator[tuple[Span, str]]:
        """What a clause tells of that is not quoted with it, and the signs behind that."""
        if clause.told_of is not None:
            for head in spans_of(self.text, self.words, (clause.told_of,)):
                yield head, ": "
        elif self._is_manner(clause):
            for head in self._speaker():
                yield head, " "
        elif self.added_to is not None and not clause.own[0][0]:
            yield self.added_to, ": "
        elif says_of_himself(self.text, self.words, clause, self.attribution, self.rules):
            for head in self._speaker():
                yield head, " "
        elif self.is_judged(clause) and self.attribution.cue is not None:
            yield self.attribution.cue, " "
        else:
            yield from self._unsaid(clause)

    def _is_manner(self, clause: Clause) -> bool:
        """Whether a participle says in what manner the speaker spoke: …، *متوقعاً* …"""
        if clause.borrowed or self.rules.data.subject_first:
            return False
        opens = clause.own[0][0] == 0 and self.words[0].core in self.rules.of_speaker
        return clause.kind == Kind.PARTICIPLE or opens

    def is_judged(self, clause: Clause) -> bool:
        """Whether no more is said than what somebody holds a thing to be: "Iraq condemned *the
        strike as a violation*", which says nothing without who and how."""
        (first, last), cue, words = clause.own[0], self.attribution.cue, self.words
        if first or cue is None or self.text[cue.end : words[0].start].strip():
            return False
        joined = any(word.core in self.rules.judging_joints for word in words[first:last])
        return joined and all(word.verb < Verb.PAST for word in words[first:last])

    def _unsaid(self, clause: Clause) -> Iterator[tuple[Span, str]]:
        """What a clause tells of that has no word for it, and the signs behind that: the speaker,
        where his pronoun is not enough for a subject (شركة أرامكو التي تدير الحقول), or what was
        said (": *a charge* he denies")."""
        first, last = clause.own[0]
        if first or self.about is None or self.about.end > self.words[0].start:
            return
        opener, rules = self.words[0].core, self.rules
        if not rules.data.subject_first:
            acts = self.words[0].verb >= Verb.PAST  # أكد الوزير أن …، | ودعا إلى …
            seat = opener in rules.owned_asides | rules.free_pronouns
            if (
                opener in rules.relatives
                or seat
                or (acts and lacks_subject(self.words, first, last, rules))
            ):
                yield self.about, " "
        elif opener in rules.indefinite_articles:
            yield self.about, ": "
        elif last == 1 and self.words[0].number:
            yield self.about, ", "  # "Ann Lee, 47"
        elif opener in rules.relatives:
            if not self._is_subject(0):
                yield self.about, ", "  # "Brightline, whose brands include …"
        elif opener not in rules.persons and lacks_subject(self.words, first, last, rules):
            yield self.about, " "

    def _is_subject(self, index: int) -> bool:
        """Whether a pronoun is the subject of the verb behind it."""
        word, following = self.words[index], self.words[index + 1 : index + 2]
        return word.core in self.rules.pronouns and any(w.verb >= Verb.PAST for w in following)

    def _swaps(self, clause: Clause) -> Iterator[Swap]:
        for first, last in clause.ranges:
            index = first
            while index < last:
                swap, used = self._swap(index, first, last)
                if swap is not None:
                    yield swap
                index += used

    def _swap(self, index: int, first: int, last: int) -> tuple[Swap | None, int]:
        """What word ``index`` begins that can be said in full, and how many words it is."""
        word = self.words[index]
        opens = index == 0 or (
            index == first and self.words[index - 1].core in self.rules.complementisers
        )
        if opens and word.core in self.rules.third_persons and not self._joins_judgement(index):
            # Further on it may as well stand for what the clauses before have named.
            return self._pronoun(word), 1
        if self.rules.data.subject_first:
            if index == 0 and self.about is not None and self._is_subject(index):
                here = Span(word.start, word.end)
                return Swap(here, self.about, "head restored"), 1
            return self._in_order(index, first, last)
        return self._short_form(index, last)

    def _joins_judgement(self, index: int) -> bool:
        """Whether a word that joins a judgement stands behind a word."""
        behind = self.words[index + 1 : index + 2]
        return any(word.core in self.rules.judging_joints for word in behind)

    def _pronoun(self, word: Word) -> Swap | None:
        """A pronoun that opens reported speech stands for the speaker."""
        chain = self.attribution.chain
        # Whoever is quoted calls himself "I", and whoever is cited is not "it": "It is the ninth
        # this year, according to police figures".
        other = self.attribution.kind in {SpeechKind.DIRECT, SpeechKind.ACCORDING_TO}
        if not chain or chain[0].span is None or other:
            return None
        source = self._fullest(chain[0].name, chain[0].span)
        here = Span(word.start, word.end)
        name = source.of(self.text)
        body = word.core in self.rules.thing_pronouns and is_body(name, self.rules)
        if body and not any(map(str.isupper, name)):
            source = self._with_article(source)
        named = not self.rules.data.subject_first or body or any(map(str.isupper, name))
        if word.core in self.rules.plural_persons and sum(w[0].isupper() for w in name.split()) > 1:
            return None  # "His lawyer, Susan Park, said they would appeal"
        if not self._may_mean(word, name):
            return None
        if not named or source.overlaps(here) or self._is_possessor(word):
            return None
        return Swap(here, source, "pronoun")

    def _may_mean(self, pronoun: Word, name: str) -> bool:
        """Whether a pronoun may stand for whoever bears a name."""
        rules, several = self.rules, is_several(name, self.rules)
        if pronoun.core in rules.thing_pronouns:
            # "Officials said it fell", "Police say it was arson", "The RSPCA said it had cost …"
            return not (several or is_person(name, rules) or self._is_empty(pronoun))
        if pronoun.core in rules.plural_persons:
            return True
        # "Police said he had been arrested", "Prosecutors allege that she …"
        return not several and may_be_person(name, rules)

    def _is_empty(self, pronoun: Word) -> bool:
        """Whether "it" only holds the place of what its verb has behind it: "*it* took three days
        *to* reach them"."""
        words, rules = self.words, self.rules
        first = bisect_left(words, pronoun.start, key=lambda word: word.start)
        near = range(first + 1, min(first + _VERB, len(words)))
        verb = next((k for k in near if rules.base(words[k].core) in rules.costing), None)
        if verb is None:
            return False
        return any(
            words[k].core in rules.infinitives and rules.is_base(words[k + 1].core)
            for k in range(verb + 2, len(words) - 1)
        )

    def _with_article(self, name: Span) -> Span:
        """A name with the article before it: "*the* health ministry"."""
        before = tokenize(self.text[max(0, name.start - _WORD) : name.start])
        if before and before[-1].folded in self.rules.definite_articles:
            width = self.text[name.start - len(before[-1].text) - 1 : name.start]
            if width.strip() == before[-1].text:
                return Span(name.start - len(width), name.end)
        return name

    def _is_possessor(self, pronoun: Word) -> bool:
        """Whether the speaker is told of as somebody's, for whom the pronoun stands: "*his*
        lawyer, Leila Haddad, said *he* would appeal"."""
        owner = self.rules.owner_pronouns.get(pronoun.core)
        before = self.text[self.around.start : pronoun.start]
        return owner is not None and any(token.folded == owner for token in tokenize(before))

    def _speaker(self) -> Iterator[Span]:
        """The speaker by his fullest name, where he is named: قال الوزير …، *متوقعاً* …"""
        for speaker in self.attribution.chain[:1]:
            if speaker.span is not None:
                yield self._fullest(speaker.name, speaker.span)
                continue
            opening = self.words[0].start
            at = self.text.rfind(speaker.name, max(0, opening - _NEAR), opening)
            if at >= 0:
                yield Span(at, at + len(speaker.name))

    def _fullest(self, name: str, span: Span) -> Span:
        at = self.text.find(name, max(0, span.start - _NEAR), span.end + _NEAR) if name else -1
        return Span(at, at + len(name)) if at >= 0 else span

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
            whole = alone and not self._is_part(index, stop)
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
        if not self._ends_phrase(noun + 1) or self._is_named(noun):
            return None, noun - index + 1
        return self._restored(index, noun + 1, core), noun - index + 1

    def _is_named(self, index: int) -> bool:
        """Whether an office is followed by what may be its holder's name, and so is none of those
        named before: الرئيس عبد المجيد تبون."""
        if bare(self.words[index].core, self.rules) not in self.rules.persons:
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
        if bare(noun, self.rules) in self.rules.amounts and not pointed:
            return None
        found = self.mentions.head(bare(noun, self.rules), start, self.sentence, pointed)
        if found is None and kin is not None:
            found = self.mentions.counted(kin, start, self.sentence)
        if found is not None and (
            self._is_elsewhere(noun, found.span) or self._is_own(noun, found)
        ):
            return None
        return self._made(first, last, found, "short form")

    def _made(self, first: int, last: int, found: Mention | None, reason: str) -> Swap | None:
        if found is None or len(found.words) < 2:
            return None
        here = Span(self.words[first].start, self.words[last - 1].end)
        return None if found.span.overlaps(here) else Swap(here, found.span, reason)

    def _is_elsewhere(self, noun: str, source: Span) -> bool:
        """Whether somebody's full form names a country and the sentence speaks of others only:
        after "the coach of Jordan", "the coach" of a sentence on Lebanon may be another."""
        if bare(noun, self.rules) not in self.rules.persons:
            return False
        named = self._countries(source)
        here = self._countries(self.around)
        return bool(named) and bool(here) and named.isdisjoint(here)

    def _is_own(self, noun: str, found: Mention) -> bool:
        """Whether "the ministry" is that of the minister who speaks, and not the one found."""
        if not self.attribution.chain:
            return False
        speaker = [token.folded for token in tokenize(self.attribution.chain[0].name)]
        offices = self.rules.offices.get(bare(noun, self.rules), frozenset())
        return not offices.isdisjoint(speaker) and set(found.words[1:]).isdisjoint(speaker)

    def _countries(self, span: Span) -> set[str]:
        at = bisect_left(self.places, span.start, key=lambda place: place.span.start)
        found = set()
        while at < len(self.places) and self.places[at].span.start < span.end:
            found.add((self.places[at].name, *self.places[at].within)[-1])
            at += 1
        return found
