"""Clauses that are passed on without "that": whether one follows a verb of speech, or no more than
a noun, a document or another verb."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import REACH, Frame, Scope
from workbench.splitting.attribution.subject_first.objects import Objects
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.types import SpeechStance

_CLAUSE = 12
"""Words within which a clause without "that" shows its auxiliary."""


class BareClauses(Objects):
    """Tells a clause without "that" from what only looks like one."""

    def _is_document(self, at: int) -> bool:
        return self.reader.key(at) in self.lexicon.documents

    def _is_base(self, frame: Frame, form: VerbForm) -> bool:
        """Whether a bare form is a noun behind a name or goes on with an infinitive: "New York
        *state* lottery", "to document or *report* fraud"."""
        reader, at = self.reader, frame.end - 1
        if form.part or form.group.always or form.agree != "p":
            return False
        joined = reader.key(at - 1) in self.lexicon.additive | self.lexicon.alternatives
        leads = any(reader.key(at - step) in self.lexicon.addressing for step in (2, 3))
        named = at - 1 > reader.begin and reader.tokens[at - 1].is_capital
        subject = (
            self.lexicon.language.singular(reader.key(k)) for k in range(*frame.subject or (0, 0))
        )
        return (named and self.lexicon.persons.isdisjoint(subject)) or (joined and leads)

    def _is_measured_at(self, at: int) -> bool:
        """Whether the figure before a token is of no time, but goes on with how many: "damage
        *estimated at 3 | million* euros was done"."""
        grammar, before = self.lexicon.grammar, self.reader.key(at - 1)
        return (
            grammar is not None and before[:1].isdigit() and self.reader.key(at) in grammar.scales
        )

    def _gives_out(self, at: int) -> bool:
        """Whether no more than a document follows, which says something itself: "posted *a video
        saying* …"."""
        if at + 2 >= self.reader.size:
            return False
        document, forms = self._is_document(at + 1), self.lexicon.verb(self.reader.tokens[at + 2])
        return any(form.participle and (document or form.group.always) for form in forms)

    def _opens_note(self, frame: Frame, form: VerbForm) -> bool:
        """Whether a sentence opens with its verb, as desks note what somebody holds: "*Says* the
        state has lost 300,000 jobs"."""
        first, grammar = self.reader.begin, self.lexicon.grammar
        noted = form.group.always and form.part == 0 and frame.start == first
        endings = grammar.data.inflected_endings if grammar is not None else ()
        return noted and self.reader.key(first).endswith(endings or "\0")

    def _is_awaited(self, start: int) -> bool:
        """Whether the subject of the sentence still waits for its verb behind a clause inside its
        relative one: "A worker who was fired after she reported a leak *has been* …"."""
        reader, lexicon = self.reader, self.lexicon
        if not reader.is_connective(start - 1):
            return False
        near = range(start - 2, max(reader.begin, start - REACH), -1)
        relative = next((k for k in near if reader.key(k) in lexicon.relatives), -1)
        if relative < 0 or reader.is_break(relative - 1):
            return False
        plain = not any(reader.is_break(k) for k in range(relative, start))
        return plain and not reader.has_finite(reader.begin, relative)

    def _is_inside(self, frame: Frame) -> bool:
        """Whether a verb stands in a relative clause of the sentence's subject, whose own verb is
        still to come: "The officer *who reported* the crime was fired", for the crime was not."""
        reader, verb = self.reader, frame.end - 1
        if reader.key(verb - 1) not in self.lexicon.relatives or reader.is_break(verb - 2):
            return False
        return not reader.has_finite(reader.begin, verb - 1)

    def _has_auxiliary(self, start: int) -> bool:
        """Whether an auxiliary shows that a clause begins there, and no relative one."""
        reader, lexicon = self.reader, self.lexicon
        for at in range(start + 1, min(start + _CLAUSE, reader.next_break(start))):
            key = reader.key(at)
            if key in lexicon.relatives or reader.is_connective(at):
                return False
            if key in lexicon.not_complementisers_before:
                return True
        return False

    def _is_contracted(self, at: int) -> bool:
        """Whether a verb is written on to its subject, with which a clause begins: "*they're*"."""
        subject, mark, _ = self.reader.key(at).partition("'")
        lexicon = self.lexicon
        return bool(mark) and (subject in lexicon.pronouns or subject in lexicon.before_short_verbs)

    def _has_clause(self, start: int, end: int) -> bool:
        """Whether a verb follows that has its subject there: not in "claimed victory and thanked
        voters", "confirmed the layoffs but did not say …", "confirmed him after a session in which
        three walked out"."""
        reader, relative = self.reader, False
        joints = self.lexicon.additive | self.lexicon.plain_joints
        for at in range(start, end):
            if at > start and reader.is_connective(at) and reader.key(at) not in joints:
                return False
            if self.lexicon.is_finite(reader.tokens[at]):
                if not relative:
                    return reader.key(at - 1) not in joints
                relative = False
            related = relative or reader.key(at) in self.lexicon.relatives
            relative = related and not reader.is_sign(at, COMMAS)  # "firms, *who include* banks, …"
        return False

    def _is_documented(self, frame: Frame) -> bool:
        """Whether a document speaks: "figures show prices fell"."""
        keys = {self.reader.key(at) for at in range(*frame.subject or (0, 0))}
        return not keys.isdisjoint(self.lexicon.documents)

    def _coordinated(self, at: int) -> bool:
        """Whether a verb without a subject shares that of the one before."""
        reader = self.reader
        return at == reader.begin or reader.is_connective(at - 1) or reader.is_break(at - 1)

    def _says_nothing(self, frame: Frame) -> bool:
        """Whether a conjunction stands where what is said would begin: "complained about it several
        times *but* …"."""
        joins = self.reader.key(frame.end) in self.lexicon.plain_joints | self.lexicon.additive
        return frame.scope is Scope.AFTER and joins

    def _points(self, at: int) -> bool:
        """Whether "that" stands there and only points at a noun: "disputes *that figure*, and …",
        "denied *that claim* and sued"."""
        reader, behind = self.reader, at + 2
        if not reader.is_complementiser(at) or self._names_somebody(at + 1):
            return False
        if reader.is_end(at + 1) or reader.tokens[at + 1].sign:
            return False
        if reader.is_end(behind) or reader.is_break(behind):
            return True
        joined = reader.key(behind) in self.lexicon.additive and not reader.is_end(behind + 1)
        return joined and self.lexicon.is_finite(reader.tokens[behind + 1])

    def _answers(self, at: int, stop: int) -> bool:
        """Whether somebody answers what another has alleged: "responded *to claims by the union*
        that it was closed"."""
        reader, lexicon = self.reader, self.lexicon
        leads = reader.key(at) in lexicon.addressing and reader.is_complementiser(stop)
        return leads and any(reader.key(k) in lexicon.denied_things for k in range(at + 1, stop))

    def _alleged(self, frame: Frame, stop: int) -> Frame | None:
        """The frame of whoever is named as having alleged what is answered, if anybody is."""
        reader = self.reader
        inside = range(frame.end, stop - 1)
        by = next((k for k in inside if reader.key(k) in self.lexicon.doers), None)
        if by is None:
            return None
        return replace(frame, end=stop + 1, stance=SpeechStance.CLAIMED, subject=(by + 1, stop))

    def _names_somebody(self, at: int) -> bool:
        """Whether a name stands there, of whom "that" begins to tell: "argued that *Okafor*, 44,
        knew"."""
        return at < self.reader.size and self.reader.tokens[at].is_capital
