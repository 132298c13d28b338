"""Self-contained wording, made of words of the article only.

Heads and subjects that a claim shares with another are restored, short forms and pronouns give
way to the fullest form that the article has used before. Where that is not safely known the
words stay as they are. Every part that comes from elsewhere is a `Replacement`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.pieces import APPENDED, Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.clauses.words.words import CLAUSE
from workbench.splitting.segments import spans_of
from workbench.splitting.types import SpeechKind, SpeechStance
from workbench.splitting.wording.acting_before import Acting, opening_verb, others_in
from workbench.splitting.wording.own_deeds import says_of_himself
from workbench.splitting.wording.pronouns import Pronouns
from workbench.splitting.wording.writer import Swap, Wording, Writer, closing_commas, led_by

_NEAR = 2000
_STATING = frozenset({Kind.START, Kind.JOIN})
_HEADED = frozenset({Kind.RELATIVE, Kind.BARE, Kind.ENUMERATION, Kind.PART, *APPENDED})


class Context(Pronouns, frozen=True):
    """All that a wording may draw on."""

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
        writer, closing = Writer(self.text), closing_commas(self.text, segments)
        for head, joint in self._head(clause):
            writer.put(head, "head restored")
            writer.join(joint)
        for number, segment in enumerate(segments):
            if number:
                behind_head = segments[number - 1] in borrowed
                closed = "" if behind_head else closing[number - 1]
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
        firsts = [first for first, last in clause.borrowed if first < last]
        if clause.kind == Kind.BARE:  # with its head, where its list is told apart
            firsts.append(clause.ranges[0][0])
        rules, words = self.rules, self.words
        return frozenset(
            first
            for first in firsts
            if rules.governed(words[first]) or rules.governed_event(words[first])
        )

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
        elif (hearsay := self._hearsay(clause)) is not None:
            yield hearsay, " "
        elif self._is_manner(clause):
            for head in self._speaker():
                yield head, " "
        elif self.added_to is not None and not clause.own[0][0]:
            yield self.added_to, ": "
        elif self._tells_of_himself(clause):
            for head in self._speaker():
                yield head, " "
        elif self.attribution.cue is not None and (
            self.is_judged(clause) or self._is_noun_only(clause)
        ):
            written_on = self.attribution.cue.end == self.words[0].start  # هدد ب|الإضراب
            yield self.attribution.cue, "" if written_on else " "
        else:
            yield from self._going_on(clause)
            yield from self._unsaid(clause)

    def _going_on(self, clause: Clause) -> Iterator[tuple[Span, str]]:
        """Whoever acted in the sentence before and acts on in this one, which names nobody: توفي
        *الفنان أحمد زيدان*. وشغل منصب النقيب."""
        before = self.mentions.acting_before(self.sentence)
        told = self.attribution.chain or self.about is not None or clause.borrowed
        if before is None or told or clause.kind not in _STATING:
            return
        words, first = self.words, clause.own[0][0]
        opens = words[0].start - self.around.start <= 1 and first < CLAUSE
        named = others_in(words[: first if opens else 0], before.span, (), self.rules)
        alone = opens and before.form not in named
        if alone and all(self._acts_on(before, at) for at in sorted({0, first})):
            yield before.span, " "

    def _acts_on(self, before: Acting, first: int) -> bool:
        """Whether a clause that begins at a word leaves its subject to the sentence before."""
        verb = opening_verb(self.words, first, self.rules)
        stop = min(first + CLAUSE, len(self.words))
        lacks = lacks_subject(self.words, first, stop, self.rules)
        return verb is not None and lacks and before.goes_on(self.words[verb], self.rules)

    def _hearsay(self, clause: Clause) -> Span | None:
        """What opens a statement that nobody in particular makes, without a conjunction written on
        to it: و|*قيل إن* الوزير استقال."""
        cue = self.attribution.cue
        if cue is None or self.attribution.chain or clause.kind not in _STATING:
            return None
        said = cue.of(self.text)
        opened = read_words(said, tuple(tokenize(said)[:1]), self.rules)  # none of a mere colon
        hearsay = bool(opened) and opened[0].core in self.rules.hearsay
        return Span(cue.start + opened[0].start, cue.end) if hearsay else None

    def _tells_of_himself(self, clause: Clause) -> bool:
        """Whether the pronoun behind "that" stands for the speaker, and for nobody whom he accuses
        (اتهمت الحكومة *المعارضة* بأنها … وأنها …)."""
        accused = self.about is not None and not self.rules.data.subject_first
        own = (self.text, self.words, clause, self.attribution, self.rules)
        return not accused and says_of_himself(*own)

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

    def _is_noun_only(self, clause: Clause) -> bool:
        """Whether nouns are all that is passed on, which say nothing without the verb: "warned of
        *layoffs*", "the army announced *the capture of Bakhmut*"."""
        (first, last), cue = clause.own[0], self.attribution.cue
        if (first, last) != (0, len(self.words)) or len(clause.own) > 1 or cue is None:
            return False
        reported = self.attribution.kind is SpeechKind.INDIRECT
        touches = not self.text[cue.end : self.words[0].start].strip()
        if not (reported and touches and all(word.verb < Verb.PAST for word in self.words)):
            return False
        denied = self.attribution.stance is SpeechStance.DENIED  # "denied *murdering his wife*"
        that = self.text[cue.start : cue.end].rsplit(maxsplit=1)[-1] in self.rules.complementisers
        return last == 1 or (self.rules.data.subject_first and not (denied or that))

    def _unsaid(self, clause: Clause) -> Iterator[tuple[Span, str]]:
        """What a clause tells of that has no word for it, and the signs behind that: the speaker,
        where his pronoun is not enough for a subject (شركة أرامكو التي تدير الحقول), or what was
        said (": *a charge* he denies")."""
        first, last = clause.own[0]
        again = first and self.words[first - 1].core in self.rules.third_persons
        if self.about is None or self.about.end > self.words[0].start or (first and not again):
            return
        opener, rules = self.words[0].core, self.rules
        if not rules.data.subject_first:
            acts = self.words[0].verb >= Verb.PAST  # أكد الوزير أن …، | ودعا إلى …
            seat = opener in rules.owned_asides | rules.free_pronouns
            if (
                opener in rules.relatives
                or seat
                or again  # اتهم الحزب *الحكومة* بأنها …، *وأنها* …
                or self.says_of_what(first)
                or (acts and lacks_subject(self.words, first, last, rules))
            ):
                yield self.about, " "
        elif again:
            return
        elif opener in rules.indefinite_articles:
            yield self.about, ": "
        elif last == 1 and self.words[0].number:
            yield self.about, ", "  # "Ann Lee, 47"
        elif opener in rules.relatives:
            if not self._is_subject(0):
                yield self.about, ", "  # "Brightline, whose brands include …"
        elif opener not in rules.persons and lacks_subject(self.words, first, last, rules):
            yield self.about, " "

    def says_of_what(self, index: int) -> bool:
        """Whether what a picture is said to show or to be of follows: زُعم أنها | *تظهر حريقا*."""
        claimed = self.about is not None and self.attribution.kind is not SpeechKind.OUTLET
        return claimed and not self.rules.data.subject_first and index == 0

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
        """Whether a word that joins a judgement stands behind a word, or what somebody expects of
        it: "expects *it to fall*"."""
        behind, rules = self.words[index + 1 : index + 2], self.rules
        led = rules.infinitives if rules.data.subject_first else frozenset[str]()
        return any(word.core in rules.judging_joints | led for word in behind)

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
