"""How far the noun phrase before a verb reaches, where the subject stands first."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, Range
from workbench.splitting.attribution.subject_first.behind import IN_NAMES, NamesBehind
from workbench.splitting.attribution.words.tokens import CLOSE, COMMAS

_ADDRESS = 4
"""Words of a state and of what it says of a firm, at most."""

_CONTAINER = 2
"""Words of the country or state of a place, at most."""


class NounPhrases(NamesBehind):
    """Finds where a noun phrase and its clause begin."""

    def _left(self, edge: int) -> tuple[Range, int] | None:
        """The noun phrase that ends at ``edge``, and where its clause begins."""
        reader, lexicon = self.reader, self.lexicon
        at = edge - 1
        if reader.key(at) in lexicon.pronouns:
            return (at, edge), at
        if reader.key(at) in lexicon.additive:
            return None  # "was moving north *and* expected to turn"
        floor = max(reader.begin, edge - NAME)
        while at >= floor:
            token = reader.tokens[at]
            if token.sign:
                if reader.is_sign(at, CLOSE):
                    at = reader.before_brackets(at)
                    continue
                if (
                    self._is_in_name(at, edge)
                    or self._lists(at, edge)
                    or self._is_in(at, edge, floor)
                ):
                    at -= 1
                    continue
                break
            head = self._relative(at, floor)
            if head is not None:
                edge, at = head, head - 1
                continue
            if self._bounds(at):
                break
            at -= 1
        if at < floor and floor > reader.begin:
            return None
        start = self._without_lead(at + 1, edge)
        return ((start, edge), at + 1) if start < edge else None

    def _is_in_name(self, at: int, edge: int) -> bool:
        """Whether a sign may be part of a name ("St. Mary's"), and ends no quotation before the
        verb: "'We will stay,*'* said"."""
        reader = self.reader
        return reader.is_sign(at, IN_NAMES) and not (at + 1 == edge and reader.closes_quote(at))

    def _is_in(self, comma: int, edge: int, floor: int) -> bool:
        """Whether a comma only parts a place from where it is: "officials in Lahore, *Pakistan*
        said"; "In talks in Lahore, Pakistan said" opens with what it tells of Pakistan."""
        reader, adjuncts = self.reader, self.lexicon.adjuncts
        names = range(comma + 1, edge)
        if not reader.is_sign(comma, COMMAS) or not 0 < len(names) <= _CONTAINER:
            return False
        if " ".join(map(reader.key, names)) not in self.lexicon.places:
            return False
        place = comma
        while place - 1 > floor and reader.tokens[place - 1].is_capital:
            place -= 1
        if place == comma or place < floor + 2 or reader.key(place - 1) not in adjuncts:
            return False
        first = next((k + 1 for k in range(place - 2, floor, -1) if reader.is_break(k)), floor)
        return first < place - 1 and reader.key(first) not in adjuncts

    def _lists(self, comma: int, edge: int) -> bool:
        """Whether a comma only parts names: "the Ministry of Health, Labour and Welfare"."""
        reader, lexicon, tokens = self.reader, self.lexicon, self.reader.tokens
        before = comma - 1
        if not reader.is_sign(comma, COMMAS) or before < reader.begin:
            return False
        if tokens[before].is_capital and self._is_address(comma + 1, edge):
            return True
        inside = range(comma + 1, edge)
        between = [
            reader.is_sign(at, COMMAS) or reader.key(at) in lexicon.additive for at in inside
        ]
        named = all(tokens[at].is_capital or between[k] for k, at in enumerate(inside))
        serial = reader.key(comma + 1) in lexicon.additive  # "Lee, Ray*,* and Hill"
        if not (named and tokens[before].is_capital and tokens[comma + 1 + serial].is_capital):
            return False
        while before > reader.begin and tokens[before].is_capital:
            before -= 1
        if serial:
            return reader.is_sign(before, COMMAS) and self._lists(before, edge)
        key = reader.key(before)
        joined = any(reader.key(at) in lexicon.additive for at in inside)
        return joined and (key not in lexicon.adjuncts or key in lexicon.joints)

    def _is_address(self, start: int, edge: int) -> bool:
        """Whether a comma only parts a town from its state: "the Boston, *Mass.-based* company"."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is None or not reader.tokens[start].is_capital:
            return False
        for at in range(start, min(start + _ADDRESS, edge - 1)):
            _, hyphen, word = reader.key(at).rpartition("-")
            tied = bool(hyphen) or reader.tokens[at - 1].raw == "-"
            if tied and word in grammar.describing:
                return True
        return False

    def _relative(self, at: int, floor: int) -> int | None:
        """The end of the head of a relative clause that the word at ``at`` belongs to."""
        reader, lexicon = self.reader, self.lexicon
        if not (reader.key(at) in lexicon.relatives or self._strong(at)):
            return None
        for index in range(at, max(floor, at - 8), -1):
            token = reader.tokens[index]
            if token.sign or (reader.is_connective(index) and index != at):
                return None
            if token.key in lexicon.relatives:
                before = reader.tokens[index - 1]
                joined = (
                    before.key in lexicon.additive | lexicon.plain_joints
                )  # "and *that* he said"
                spoken = lexicon.is_finite(before) or lexicon.verb(before) or before.sign
                if token.key in lexicon.complementisers and (joined or spoken):
                    return None
                return index if index > floor and not before.sign else None
        return None

    def _bounds(self, at: int) -> bool:
        """Whether a noun phrase cannot reach over the word at ``at``."""
        reader, lexicon = self.reader, self.lexicon
        key = reader.key(at)
        if key in lexicon.additive:
            first = max(reader.previous_break(at) + 1, at - NAME)
            said = [k for k in range(first, at) if reader.is_complementiser(k)]
            return reader.has_finite(said[-1] + 1 if said else first, at)
        named = reader.key(at - 1) in lexicon.naming  # "a commander known *as* Abu Tariq"
        return (
            (reader.is_connective(at) and not named)
            or key in lexicon.complementisers
            or key in lexicon.relatives
            or key in lexicon.where
            or (self._strong(at) and not self._is_postposed(at))
        )

    def _is_postposed(self, at: int) -> bool:
        """Whether a participle only tells how the speakers know or whose they are: "two officials
        *briefed on* the talks said", "the team *led by* Ingrid Solheim reports"."""
        reader, lexicon = self.reader, self.lexicon
        done = reader.key(at + 1) in lexicon.doers and at + 2 < reader.size
        if done and reader.tokens[at + 2].is_capital and at > reader.begin:
            return not reader.tokens[at - 1].sign
        told = any(form.group.told for form in lexicon.verb(reader.tokens[at]))
        behind = reader.key(at + 1) in lexicon.adjuncts
        return told and behind and reader.key(at) in lexicon.postposed and at > reader.begin

    def _without_lead(self, start: int, edge: int) -> int:
        """The start of the noun phrase behind "On Monday", "In Ankara", "Meanwhile"."""
        reader, lexicon = self.reader, self.lexicon
        start = self._behind_event(start, edge)
        while start < edge and (
            reader.key(start) in lexicon.adverbs
            or reader.key(start) in lexicon.auxiliaries
            or reader.is_connective(start)
        ):
            start += 1
        if start < edge - 1 and self._speaks(start):
            start += 1  # "Speaking on Friday the mayor said"
        counts = f"{reader.key(start)} {reader.key(start + 1)}" in lexicon.figure_openers
        if reader.key(start) in lexicon.adjuncts and not counts:  # "*At least* 14 residents"
            behind = start + 1
            while behind < edge and (reader.is_time(behind) or reader.key(behind)[:1].isdigit()):
                behind += 1
            if behind < edge and behind > start + 1:
                return behind
            heads = [
                at
                for at in range(start + 2, edge)
                if reader.key(at) in lexicon.articles and reader.key(at - 1) not in lexicon.adjuncts
            ]
            return heads[-1] if heads else edge
        while start < edge - 1 and reader.is_time(start):
            start += 1
        return start

    def _behind_event(self, start: int, edge: int) -> int:
        """Where who speaks begins behind an event that no comma parts from it: "After the vote *the
        minister* said", "Despite the rain *Smith* said", not "After the head of the army said"."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is None:
            return start
        start += reader.key(start) in grammar.hanging
        if reader.key(start - 1) not in grammar.sequels | grammar.hanging:
            return start
        closed = grammar.prepositions | grammar.articles | grammar.persons
        for at in range(start + 1, edge):
            opens = reader.key(at) in grammar.definite_articles | grammar.indefinite_articles
            named = reader.tokens[at].is_capital and not reader.tokens[at - 1].is_capital
            if (opens or named) and reader.key(at - 1) not in closed:
                return at
        return start

    def _speaks(self, at: int) -> bool:
        """Whether a participle that opens a sentence tells that somebody speaks."""
        forms = self.lexicon.verb(self.reader.tokens[at]) if at == self.reader.begin else ()
        return any(form.participle for form in forms)
