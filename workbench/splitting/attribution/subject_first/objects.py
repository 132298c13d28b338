"""What is passed on as a noun phrase: what is expected, described, called or measured so."""

from __future__ import annotations

import unicodedata

from workbench.splitting.attribution.frames import NAME, Frame
from workbench.splitting.attribution.quoted_parts import called_so
from workbench.splitting.attribution.subject_first.lookalikes import Lookalikes
from workbench.splitting.attribution.words.verb_forms import VerbForm

_BOUND = 4
"""Words and signs before a figure that say how near it is, at most."""
_OBJECT = 3
"""Words that an object has at least, to be passed on by itself."""


class Objects(Lookalikes):
    """Reads the objects of verbs of speech, where the subject stands before its verb."""

    def _takes_noun(self, frame: Frame, at: int, form: VerbForm) -> bool:
        """Whether a noun phrase that is passed on begins at a token."""
        reader, takes = self.reader, form.group.takes
        named = reader.words(at, reader.next_break(at)) > 1
        announced = "noun" in takes and named and self.lexicon.is_object_head(reader.key(at))
        if "verdict" in takes:
            return at == frame.end and called_so(reader, at)
        if "figure" in takes:
            return at == frame.end and self._measures(at, form)
        return announced or ("object" in takes and self._has_object(frame, at, form))

    def _measures(self, at: int, form: VerbForm) -> bool:
        """Whether an object begins there with its figure behind it: "put *the toll at four*"."""
        reader = self.reader
        end = min(reader.next_break(at), at + NAME)
        joints = (k for k in range(at + 1, end) if reader.key(k) in form.group.as_)
        joint = next((k for k in joints if self._counts(self._past_bound(k + 1))), end)
        plain = joint < end and not reader.is_time(joint + 1)
        return plain and reader.key(at) not in self.lexicon.particles

    def _past_bound(self, at: int) -> int:
        """Past the words and the sign of money before a figure: "*between £*80m and …", "*less
        than* one in ten"."""
        reader, lexicon = self.reader, self.lexicon
        stop = min(at + _BOUND, reader.size)
        while at < stop and (
            lexicon.is_adverb(reader.tokens[at])
            or reader.key(at) in lexicon.approximating
            or unicodedata.category(reader.tokens[at].raw[0]) == "Sc"
        ):
            at += 1
        return at

    def _has_object(self, frame: Frame, at: int, form: VerbForm) -> bool:
        """Whether an object of the verb begins there, with its "as" if it needs one.

        What somebody says of another's expectations is theirs ("adding that the government
        expected…"), and a form that is a noun as well needs an auxiliary ("has forecast").
        """
        reader, lexicon = self.reader, self.lexicon
        before, verb = frame.start - 1, frame.end - 1
        if (
            at > frame.end
            or reader.is_complementiser(before)
            or (before >= reader.begin and lexicon.verb(reader.tokens[before]))
        ):
            return False
        parts = {each.part for each in lexicon.verb(reader.tokens[verb])}
        if len(parts) > 1 and reader.key(verb - 1) not in lexicon.auxiliaries:
            return False
        key, end = reader.key(at), reader.next_break(at)
        told = reader.is_complementiser(at + 1) or reader.key(at + 1) in lexicon.topics
        denies = any(each.group.stance == "denied" for each in lexicon.verb(reader.tokens[verb]))
        if key in lexicon.denied_things and told and (denies or not form.group.as_):
            return False
        small = key in lexicon.adjuncts or key in lexicon.addressing
        small = small or (lexicon.grammar is not None and key in lexicon.grammar.prepositions)
        if reader.tokens[at : at + 1] == [] or reader.tokens[at].sign or small:
            return False
        pointed = key in lexicon.pronouns and not reader.has_finite(at + 1, at + 3)
        pointed = pointed and reader.key(at + 1) in lexicon.adjuncts - {"to"}
        if reader.words(at, end) < _OBJECT or reader.is_time(at) or pointed:
            return False  # "expects *it* before June"
        return not form.group.as_ or self._judged(at, end, form)

    def _judged(self, at: int, end: int, form: VerbForm) -> bool:
        """Whether an object has its "as" behind it, and no clause there: "rejected the bid *as
        shares fell*" says when it was."""
        reader = self.reader
        joint = next((k for k in range(at + 1, end) if reader.key(k) in form.group.as_), end)
        if joint == end or reader.opens_quote(joint + 1):
            return joint < end
        behind = (k for k in range(joint + 1, end) if reader.is_connective(k))
        return not reader.has_finite(joint + 2, next(behind, end))

    def _counts(self, at: int) -> bool:
        """Whether a number stands there: "found that *three* in four agree"."""
        key, grammar = self.reader.key(at), self.lexicon.grammar
        return any(map(str.isdigit, key)) or (grammar is not None and key in grammar.numerals)
