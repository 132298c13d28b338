"""Who was told, where the verb of speech stands before its subject: قال *لوكالة شفق نيوز* إن…"""

from __future__ import annotations

from workbench.splitting.attribution.frames import Range
from workbench.splitting.attribution.names.personal_names import PersonalNames
from workbench.splitting.attribution.words.verb_forms import VerbForm


class VerbFirstTold(PersonalNames):
    """Reads the agency or the audience that a statement was made to."""

    def _past_addressee(self, at: int, end: int) -> int:
        """The index behind whoever was told, where that stands before the subject."""
        reader, lexicon = self.reader, self.lexicon
        small = lexicon.grammar.complete if lexicon.grammar is not None else frozenset[str]()
        if reader.key(at) in small - lexicon.within:
            return at + 1  # رد *عليه* النائب
        if reader.key(at) in lexicon.addressing and reader.opens_quote(at + 1):
            return min(reader.past_quote(at + 1), end)
        told = self._addressed(at)
        if told is None:
            return self._past_contracted(at, end)
        if reader.opens_quote(at + 1) and reader.past_quote(at + 1) < end:
            return reader.past_quote(at + 1)  # قال لصحيفة «الأيام» إن
        if told in lexicon.media - lexicon.named_organisations:
            return self._past_agency(at + 1, end)
        at += 1
        while at < end and lexicon.is_definite(reader.key(at)):
            at += 1
        return at

    def _past_contracted(self, at: int, end: int) -> int:
        """The index behind a noun whose article shows that "to" is written on to it, which no
        speaker's name begins with: أكد | *للنشرة* أن."""
        raw, contracted = self.reader.tokens[at].raw, tuple(self.lexicon.speech.contractions)
        grammar = self.lexicon.grammar
        whole = grammar is not None and self.reader.key(at) in grammar.whole
        if at >= end or whole or not (contracted and raw.startswith(contracted)):
            return at
        at += 1
        while at < end and self._describes_body(at):
            at += 1
        return at

    def _before_told(self, start: int, end: int) -> int:
        """The index behind a subject before who was told: أبلغ مسؤول في الوزارة | الصحيفة أن…"""
        reader, lexicon = self.reader, self.lexicon
        for at in range(start + 1, end):
            key, before = reader.key(at), reader.key(at - 1)
            told = key in lexicon.audiences or key in lexicon.bare_bodies
            told = told or lexicon.without_article(key) in lexicon.media
            governed = before in lexicon.joints or lexicon.is_adjunct(reader.tokens[at - 1])
            constructed = lexicon.bare(reader.tokens[at - 1]) in lexicon.bare_bodies
            constructed = constructed and not lexicon.is_definite(before)
            part = governed or constructed or self._names_holder(start, at)
            if told and not part and not self._describes_body(at):
                return at
        return end

    def _is_told_first(self, at: int, form: VerbForm) -> bool:
        """Whether an agency stands behind a verb that does not agree with it, and so was told:
        أبلغ | وكالة الأنباء أن."""
        key = self.reader.key(at)
        feminine = key.endswith(self.lexicon.feminine_endings or "\0")
        agency = form.agree == "m" and feminine and key in self.lexicon.media
        return agency or key in self.lexicon.audiences  # خاطب | الحضور

    def _past_agency(self, at: int, end: int) -> int:
        """The index behind the name of an agency or a paper: قال لوكالة | شفق نيوز | إن."""
        reader, lexicon = self.reader, self.lexicon
        at += at < end and self._may_name_media(at)
        while at < end and (lexicon.is_definite(reader.key(at)) or reader.key(at) in lexicon.media):
            at += 1
        return at

    def _may_name_media(self, at: int) -> bool:
        """Whether a word without article names an agency or a paper: nobody who may speak."""
        reader, lexicon = self.reader, self.lexicon
        bodies = lexicon.bare_bodies | lexicon.honorifics
        plain = lexicon.bare(reader.tokens[at]) not in bodies and not reader.tokens[at].sign
        return plain and not self._is_first_name(at) and not self._is_circumstance(at)

    def _medium(self, start: int, end: int, subject: Range | None) -> Range | None:
        """The agency that was told or that received the statement, without who told it."""
        found = self._told(start, end)
        behind = subject is not None and found is not None and found[0] < subject[0] < found[1]
        return (found[0], subject[0]) if found and subject and behind else found

    def _told(self, start: int, end: int) -> Range | None:
        reader, lexicon = self.reader, self.lexicon
        for at in range(start, end):
            if reader.tokens[at].sign:
                continue
            addressed = self._addressed(at)
            if reader.key(at) in lexicon.addressing and at + 1 < end and reader.opens_quote(at + 1):
                return at + 2, reader.past_quote(at + 1) - 1
            separate = reader.key(at - 1) in lexicon.addressing and reader.key(at) in lexicon.media
            if (addressed and addressed in lexicon.media) or separate:
                stop = at + 1
                while stop < end and (reader.opens_quote(stop) or not reader.tokens[stop].sign):
                    if reader.tokens[stop].quote >= 0:
                        stop = reader.past_quote(stop)
                        continue
                    if self._ends_name(stop, at) or reader.key(stop) in lexicon.joints:
                        break
                    stop += 1
                return at, stop
        return None
