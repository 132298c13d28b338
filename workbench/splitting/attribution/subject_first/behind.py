"""Names behind a verb of speech: "said John Smith", where subjects stand before their verbs."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, REACH, Range, Reader
from workbench.splitting.attribution.words.tokens import COMMAS, STOPS

IN_NAMES = frozenset("&'’.%$£€/-")
"""Signs that names contain."""


class NamesBehind:
    """Reads the name behind a verb of speech."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lexicon = reader.lexicon

    def _is_inverted(self, at: int) -> bool:
        """Whether a verb behind a comma has its subject behind it, since its sentence has said
        something and no more than a name follows: "They stormed the market, shooting at people,
        *said Musa Bello*, who fled"."""
        reader = self.reader
        addressed = any(form.group.told for form in self.lexicon.verb(reader.tokens[at]))
        found = None if addressed else self._right(at + 1)  # "…, 41, told *Radio Fenland*"
        if found is None or not self._has_said(at):
            return False
        stop = found[1]
        apart = reader.is_end(stop) or reader.is_sign(stop, COMMAS) or self._tells_who(stop)
        return apart and reader.tokens[found[0]].key not in self.lexicon.negations

    def _has_said(self, at: int) -> bool:
        """Whether the sentence before a verb says something, be its subject parted from its own
        verb by who that is: "The patient, a nurse, *is in isolation*, said Ann Lee"."""
        reader, start = self.reader, self.reader.begin
        if reader.has_finite(start, reader.next_break(start)):
            return True
        auxiliaries = self.lexicon.auxiliaries | self.lexicon.passive_auxiliaries
        near = range(max(start, at - REACH), at - 1)
        opened = (k + 1 for k in near if reader.is_sign(k, COMMAS))
        return any(reader.key(k) in auxiliaries for k in opened)

    def _tells_who(self, at: int) -> bool:
        """Whether a clause begins that says who the speaker before it is: "two people *who* spoke
        on condition of anonymity", "sources *briefed* on the deal"."""
        reader, lexicon = self.reader, self.lexicon
        if reader.is_end(at):
            return False
        key = reader.key(at - 1)
        one = lexicon.language.singular(key)
        people = not lexicon.persons.isdisjoint((key, one)) or key in lexicon.plurals
        # "Said 40 people *had* died" tells of them.
        told = self._strong(at) and reader.key(at) not in lexicon.auxiliaries
        return reader.key(at) in lexicon.relatives or (people and told)

    def _strong(self, at: int) -> bool:
        """Whether a finite verb stands there that no noun can be taken for."""
        token = self.reader.tokens[at]
        if token.is_capital:
            return False
        return token.key in self.lexicon.finite or any(
            form.part == 1 and not form.group.strict for form in self.lexicon.verb(token)
        )

    def _joins_speaker(self, at: int) -> bool:
        """Whether "and" joins another speaker behind the verb, since no verb follows: "said two
        officials *and* a security source"."""
        reader = self.reader
        stop = reader.next_break(at)
        short = 0 < stop - at - 1 <= NAME
        return short and reader.key(at) in self.lexicon.additive and not reader.has_finite(at, stop)

    def _right(self, at: int) -> Range | None:
        """The subject behind its verb: "said John Smith"."""
        reader = self.reader
        if at >= reader.size or reader.tokens[at].sign or reader.key(at) in self.lexicon.adjuncts:
            return None
        end = at
        while end < reader.size and end - at < NAME:
            token = reader.tokens[end]
            if token.sign and not reader.is_sign(end, IN_NAMES - STOPS | frozenset(".")):
                break
            if reader.is_sign(end, frozenset(".")) and reader.is_end(end):
                break
            joint = reader.is_connective(end) and not self._joins_speaker(end)
            if end > at and (reader.is_time(end) or joint):
                break
            if end > at and self._tells_who(end):
                break
            borne = end > at and reader.key(end) in self.lexicon.bearers
            if borne and reader.document_in(end, min(end + 5, reader.size)) > 0:
                break
            if reader.key(end) in self.lexicon.complementisers:
                break
            end += 1
        plain = not any(self._strong(index) for index in range(at, end))
        while end > at and reader.key(end - 1) in self.lexicon.adjuncts:
            end -= 1  # "said the coach *on* Monday"
        return (at, end) if end > at and plain else None
