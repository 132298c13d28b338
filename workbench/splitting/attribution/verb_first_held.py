"""What is held of somebody, and what is passed on, where the verb of speech stands before its
subject: اتهمت الغرفة…, نقلت الوكالة عن…"""

from __future__ import annotations

from workbench.splitting.attribution.frames import REACH, Frame, Range, Scope, stance_of
from workbench.splitting.attribution.tokens import COMMAS
from workbench.splitting.attribution.verb_first_said import VerbFirstSaid
from workbench.splitting.attribution.verb_forms import VerbForm
from workbench.splitting.types import SpeechKind

_COLON = frozenset(":")


class VerbFirstHeld(VerbFirstSaid):
    """Reads frames that are a clause of their own, or that pass on another's words."""

    def _whole(self, at: int, form: VerbForm) -> Frame | None:
        """A clause that is itself what its subject holds: خبراء يشككون في…, اتهمت الغرفة…"""
        reader, end = self.reader, self._held_until(at, form)
        if form.group.as_ and not self._holds(at, end, form):
            return None
        if form.participle and form.group.as_ and at > reader.begin:
            if not (reader.tokens[at - 1].sign or self._tells_manner(at)):
                return None  # ملف متهمين آخرين
            kind, stance = SpeechKind.INDIRECT, stance_of(form)
            return Frame(at, end, Scope.WHOLE, kind, stance, agree=form.agree, participle=True)
        found: tuple[int, Range | None] | None = self._left(at) or self._left_of_aside(at)
        if found is None and form.group.as_ and reader.key(at - 1) not in self.lexicon.relatives:
            found = self._right(at, end, form)
        pointing = found is not None and found[1] is not None and self._only_points(found[1])
        if found is None or form.participle or pointing:
            return None  # عزت ذلك إلى
        start, subject = found
        if form.group.known and not (subject and self._is_known(subject[0])):
            return None
        kind = SpeechKind.INDIRECT
        return Frame(start, end, Scope.WHOLE, kind, stance_of(form), subject, form.agree)

    def _only_points(self, subject: Range) -> bool:
        """Whether the subject is only "this" or "what…", which says nothing (ذلك يؤكد أن…)."""
        alone = subject[1] - subject[0] == 1
        return alone and self.lexicon.bare(self.reader.tokens[subject[0]]) in self.lexicon.pointing

    def _tells_manner(self, at: int) -> bool:
        """Whether a participle has the ending of one that tells how its subject acts (متهماً)."""
        key, grammar = self.reader.key(at), self.lexicon.grammar
        written = grammar is not None and grammar.object_stem(key) != key
        return written or key.endswith(self.lexicon.feminine_endings or "\0")

    def _held_until(self, at: int, form: VerbForm) -> int:
        """Where a clause ends, behind an aside that says who its subject is."""
        reader = self.reader
        end = reader.next_break(at)
        aside = reader.next_break(end + 1)
        named = reader.is_sign(end, COMMAS) and reader.is_sign(aside, COMMAS)
        if not form.group.as_ or not named or self._holds(at, end, form):
            return end
        said = self._is_office(end + 1) or self._is_circumstance(end + 1)  # …، في بيان، …
        return reader.next_break(aside + 1) if said else end

    def _holds(self, at: int, end: int, form: VerbForm) -> bool:
        """Whether what is held of the object stands behind it: وصف … بأنه, عزا … إلى."""
        needed = self.lexicon.folded_as(form.group)
        keys = [self.reader.key(k) for k in range(at + 2, end)]
        return any(key in needed or (key[:1] in needed and len(key) > 2) for key in keys)

    def _right(self, at: int, end: int, form: VerbForm) -> tuple[int, Range | None] | None:
        """The subject behind its verb and before its object: اتهم رئيس النقابة الحكومة.

        It is left out where what follows does not agree (عزا الخسارة إلى…).
        """
        lexicon, first = self.lexicon, at + 1
        if first >= end or self._is_preposed(first) or not self._begins_clause(at):
            return None
        apart = self._apart(first, end, form) or self.subjects.subject_end(first, end)
        stop = min(apart, self.name_end(first, end))
        if stop == first:
            return None
        head = lexicon.bare(self.reader.tokens[first])
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        left_out = form.agree == "m" and feminine and head not in lexicon.persons
        stranger = lexicon.without_article(head) not in lexicon.bare_bodies
        alone = stop - first == 1 and lexicon.is_definite(head)  # وعزت القرار إلى
        left_out = left_out or (form.agree == "f" and not feminine and stranger and alone)
        return self._past_auxiliary(at), None if left_out else (first, stop)

    def _apart(self, first: int, end: int, form: VerbForm) -> int:
        """Where the subject of a verb without an object ends, before its preposition: اشتكى سكان من
        الحي | *من انقطاع* المياه; 0 where the verb has an object (عزا الوزير *النمو* إلى…)."""
        needed = self.lexicon.folded_as(form.group)
        if needed - self.lexicon.topics:
            return 0
        found = [k for k in range(first + 1, end - 1) if self.reader.key(k) in needed]
        acts = (k for k in found if self.lexicon.is_action(self.reader.tokens[k + 1]))
        return next(acts, found[0] if found else 0)

    def _relayed(self, at: int, form: VerbForm) -> Frame | None:
        """An agency passes another's words on: نقلت وكالة عن مسؤول قوله إن…"""
        reader, lexicon = self.reader, self.lexicon
        limit = min(at + REACH, reader.size)
        through = self._through(form)
        relays = lexicon.folded_relays(form.group)
        source = next((i for i in range(at + 1, limit) if reader.key(i) in relays), None)
        counted = reader.key(at + 1).isdecimal()  # نقلت 22 مليون راكب
        if source is None or counted or any(map(self._new_clause, range(at + 2, source))):
            return None
        for index in range(source + 1, limit):
            said = reader.is_complementiser(index)
            if said or reader.opens_quote(index) or reader.is_sign(index, _COLON):
                end = index if reader.opens_quote(index) else index + 1
                stop = self.name_end(source + 1, index)
                words = [i for i in range(source + 1, index) if reader.key(i) in through]
                stop = min([stop, *words])
                relay = (at + 1, self.name_end(at + 1, source)) if source > at + 1 else None
                return Frame(
                    at,
                    end,
                    Scope.AFTER,
                    SpeechKind.INDIRECT,
                    stance_of(form),
                    (source + 1, stop),
                    relay=relay,
                )
        return None
