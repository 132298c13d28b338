"""Subject and object side by side behind their verb, without a preposition between them: اتهمت
*الحكومة* | *المعارضة* بأنها…, أبلغت *واشنطن* | *بغداد* بأن…"""

from __future__ import annotations

from workbench.splitting.attribution.verb_first.clause_subjects import ClauseSubjects


class TwoNouns(ClauseSubjects):
    """Parts the subject of a verb from an object that no sign parts from it."""

    def object_from(self, first: int, end: int) -> int:
        """Where the object begins in what stands between a verb and its "that", or the end."""
        whole = self.subject_end(first, end)
        near = range(first + 1, end)
        return next((at for at in near if self._parts(first, at, whole)), end)

    def _parts(self, first: int, at: int, whole: int) -> bool:
        """Whether a noun that ends before a token can have no genitive there, nor an adjective or
        a name, and another one opens."""
        lexicon = self.lexicon
        before, head = self.reader.key(at - 1), lexicon.bare(self.reader.tokens[at - 1])
        closed = at == whole or lexicon.is_definite(head) or self.is_own_person(at - 1)
        closed = closed or before in lexicon.name_closers or bool(self._plural_ending(at - 1))
        closed = closed or self._is_named_alone(at - 1) or self._describes_person(at - 1)
        closed = closed or self.reader.is_owned(at - 1)
        closed = closed and before not in lexicon.joints | lexicon.bearers
        opens = self._opens_state(at) or self._opens_definite(at) or self._opens_body(at)
        return closed and opens and not self._names_holder(first, at)

    def _is_named_alone(self, at: int) -> bool:
        """Whether a state, a body or somebody known by one name stands there."""
        return self.reader.key(at) in self.lexicon.acting | self.lexicon.leaders

    def _opens_state(self, at: int) -> bool:
        """Whether a state or a body stands there by its name, or somebody known by one name that no
        title is before (ترامب | *نتنياهو*, but الرئيس *السيسي*)."""
        known = self.reader.key(at) in self.lexicon.leaders and self._is_named_alone(at - 1)
        return known or self.reader.key(at) in self.lexicon.acting

    def _opens_definite(self, at: int) -> bool:
        """Whether a definite noun stands there that is no adjective: a body or an office that is
        known, or what differs in gender from a noun in the singular."""
        reader, lexicon = self.reader, self.lexicon
        key, before = reader.key(at), lexicon.bare(reader.tokens[at - 1])
        if not lexicon.is_definite(key) or self._describes_body(at):
            return False
        ending = lexicon.feminine_endings or "\0"
        turned = before.endswith(ending) and not key.endswith(ending)
        man = before in lexicon.persons and not before.endswith(ending)
        turned = turned or (man and key.endswith(ending))
        return turned or self._is_known(at)

    def _opens_body(self, at: int) -> bool:
        """Whether a body or an office stands there with what defines it (قوات *الدعم*), or somebody
        of the subject's own (نظيره)."""
        lexicon, key = self.lexicon, self.reader.key(at)
        named = lexicon.is_definite(self.reader.key(at + 1)) or self._opens_state(at + 1)
        named = named or self.reader.key(at + 1) in lexicon.bare_bodies
        constructed = self._is_known(at) and not lexicon.is_definite(key) and named
        return constructed or self.is_own_person(at)
