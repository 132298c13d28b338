"""Subjects before their verb, where it mostly stands first: الوزارة أعلنت."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, Range
from workbench.splitting.attribution.names.name_ends import SHORT
from workbench.splitting.attribution.verb_first.told import VerbFirstTold
from workbench.splitting.attribution.words.tokens import CLOSE

_SUBJECT = 5
"""Words up to which the subject of a clause is followed where its head is no known office."""


class VerbFirstLeft(VerbFirstTold):
    """Finds where a subject before its verb and its clause begin."""

    def _left(self, at: int) -> tuple[int, Range] | None:
        """Where the clause begins, and the subject before the verb: الوزارة أعلنت…"""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at) not in lexicon.verbs and not self._resumes(at):
            return None
        edge = at
        while edge - 1 > reader.begin and reader.key(edge - 1) in lexicon.auxiliaries:
            edge -= 1
        index = edge - 1
        floor = max(reader.begin, edge - NAME)
        while index >= floor:
            token = reader.tokens[index]
            called = self._before_nickname(index)
            if called < index:
                index = called
                continue
            if token.sign:
                break
            if lexicon.bare(token) in lexicon.inverted:
                found = self._trimmed(index + 1, edge) or self._between(index + 1, edge, at)
                # كانت المباحث *تلقت* بلاغات من سكان أفادوا: it is not they who were.
                acted = found and any(map(lexicon.is_event, reader.tokens[found[1] : edge]))
                return (index, found) if found and not acted else None
            if token.key in lexicon.relatives:
                edge = index
            elif self._left_bound(index) and not (edge < at and self._is_behind_was(index)):
                break
            index -= 1
        resumes = reader.key(at) not in lexicon.verbs and not reader.is_connective(index)
        if resumes or self._is_cut_off(index, floor, edge, at):
            return None  # وسئل عن ترشحه | فأجاب, but أما الوزير | فأجاب
        found = self._trimmed(index + 1, edge)
        return (index + 1, found) if found else None

    def _between(self, start: int, edge: int, at: int) -> Range | None:
        """A name that nothing knows between "was" and "had", where only a subject stands: وكان
        *ستونوفو* قد توقع."""
        apart = start < edge < at and edge - start <= _SUBJECT
        phrase = apart and self.lexicon.is_adjunct(self.reader.tokens[start])
        return (start, edge) if apart and not (phrase or self.reader.is_time(start)) else None

    def _is_behind_was(self, at: int) -> bool:
        """Whether a word stands right behind "was", so that it is no verb: وكان *ستونوفو* قد."""
        was = self.lexicon.bare(self.reader.tokens[at - 1]) in self.lexicon.inverted
        return at > self.reader.begin and was

    def _before_nickname(self, at: int) -> int:
        """The index before a short quotation or the brackets that end there, as what a body is
        called: صحيفة «الأيام» | نشرت, شركة نوكيا (Nokia) الفنلندية."""
        reader = self.reader
        if reader.is_sign(at, CLOSE):
            return reader.before_brackets(at)
        if not reader.closes_quote(at):
            return at
        first = at
        while first > reader.begin and reader.tokens[first - 1].quote == reader.tokens[at].quote:
            first -= 1
        return first - 1 if first > reader.begin and reader.words(first, at) <= SHORT else at

    def _is_cut_off(self, index: int, floor: int, edge: int, at: int) -> bool:
        """Whether what stands before a verb, from ``index`` to ``edge``, is not all its clause."""
        reader, lexicon = self.reader, self.lexicon
        # "A tanker hit the reef that is thought to…": no subject of a clause.
        if edge < at and any(map(lexicon.is_event, reader.tokens[index + 1 : edge])):
            return True
        if edge < at and self._acts_before_name(index + 1, edge):
            return True
        if index < floor:
            return floor > reader.begin or self._opens_with_verb(index + 1, edge)
        return lexicon.is_finite(reader.tokens[index])

    def _acts_before_name(self, start: int, edge: int) -> bool:
        """Whether what a relative clause tells of stands behind its own verb, though that may be a
        noun: *طُرد* المدرب رشيد أوعلي الذي قال."""
        reader, lexicon, grammar = self.reader, self.lexicon, self.lexicon.grammar
        while start < edge and reader.tokens[start].sign:
            start += 1
        if start + 1 >= edge or grammar is None:
            return False
        head = lexicon.bare(reader.tokens[start])
        acts = grammar.may_be_verb(head) and head not in lexicon.bare_speakers
        return acts and self._is_person(start + 1)

    def _opens_with_verb(self, start: int, edge: int) -> bool:
        """Whether a long stretch at the head of the sentence begins with its verb, and so is no
        subject: "gave the minister a speech in which he said"."""
        grammar = self.lexicon.grammar
        long = edge - start > _SUBJECT
        return long and grammar is not None and grammar.may_be_verb(self.reader.key(start))

    def _resumes(self, at: int) -> bool:
        """Whether a letter written on to the verb takes its topic up again (أما … فقال)."""
        key = self.reader.key(at)
        return key[0] in self.lexicon.speech.resumptive_letters and key[1:] in self.lexicon.verbs

    def _left_bound(self, at: int) -> bool:
        reader = self.reader
        return (
            reader.is_connective(at)
            or (at > 0 and reader.connective_size(at - 1) == 2)  # في حين
            or reader.key(at) in self.lexicon.complementisers | self.lexicon.causal
            or self.lexicon.is_finite(reader.tokens[at])
        )

    def _trimmed(self, start: int, edge: int) -> Range | None:
        reader = self.reader
        stop = self.name_end(start, edge)
        if stop == start or reader.is_time(start) or reader.key(start) in self.lexicon.joints:
            return None
        grammar, head = self.lexicon.grammar, self.lexicon.bare(reader.tokens[start])
        named = grammar is None or head in self.lexicon.bare_speakers
        if stop < edge and grammar and not named and grammar.may_be_verb(head):
            return None  # وشارك | في الندوة خبراء قالوا
        acts = self.lexicon.is_event(reader.tokens[start]) and not self._is_first_name(start)
        if acts and not named:
            return None  # *وسئل* عن ترشحه فأجاب
        return start, stop
