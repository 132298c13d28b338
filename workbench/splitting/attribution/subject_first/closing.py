"""Frames behind what is said: "…, the ministry said on Sunday"."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import NAME, Frame, Range, Scope
from workbench.splitting.attribution.leads import replying
from workbench.splitting.attribution.subject_first.circumstances import Circumstances
from workbench.splitting.attribution.words.tokens import COMMAS, DASHES
from workbench.splitting.attribution.words.verb_forms import VerbForm


class Closing(Circumstances):
    """Reads a verb of speech that closes what was said, where its subject stands before it."""

    def _closing(self, at: int, frame: Frame, stop: int, form: VerbForm) -> Frame | None:
        """The frame as one that closes what is said: "…, the ministry said on Sunday"."""
        reader = self.reader
        done_by = reader.key(at + 1) in self.lexicon.doers and not form.group.always
        done_by = done_by or self._is_of_several(frame.subject, form)
        acts = form.group.strict and frame.subject is not None and self._acts_on(at + 1)
        if done_by or acts:
            return None  # "…, missing the 15 billion expected by analysts"
        subject, start = frame.subject, self._opening_of(frame)
        if not self._may_close(start, start < frame.start) or self._tells_when(subject):
            return None
        if subject is not None and reader.has_age(subject[1]) and not reader.has_finite(0, start):
            return None  # "The driver, *Tom Reed, 34,* denied murder"
        if subject is None:
            subject = self._inverted(at, start, form)
            if subject is None:
                return None
            stop = subject[1]
            subject, alias = self._beside(subject)
            frame = replace(frame, alias=alias)
        end = reader.next_break(stop)
        tells = reader.has_finite(stop, end) or reader.has_event(stop, end)
        plain = stop >= end or reader.is_connective(stop) or not tells
        plain = plain or (frame.subject is None and self._tells_who(stop))
        # "In a vote held on Friday, members rejected *the plan*", but '…," said *the mayor*'
        inverted = frame.subject is None or form.group.told
        plain = plain and (inverted or reader.key(at + 1) not in self.lexicon.articles)
        if not plain or ("clause" not in form.group.takes and "quote" not in form.group.takes):
            return None
        if frame.subject is None:
            end += 2 * reader.has_age(end)  # "said Ann Lee, *47*, pointing at the field"
            if not reader.is_end(end) and self._apposition_ends(end):
                end = reader.size
        first = stop + 1
        told = reader.has_finite(first + 1, end) and not reader.has_finite(first, first + 1)
        if told and reader.is_connective(stop):
            end = stop  # "… he told supporters *as he conceded*"
        document = reader.document_in(at + 1, end)
        end = self._past_signatory(end) if document >= 0 else end
        # '"…," the minister *shot back*' denies what others said, not what he says.
        denied = frame.denied and not form.group.particle
        frame = replace(frame, denied=denied)
        return replace(
            frame, scope=Scope.BEFORE, start=start, end=end, subject=subject, document=document
        )

    def _is_of_several(self, subject: Range | None, form: VerbForm) -> bool:
        """Whether those of a list stand before a verb of one, which is a noun there: "in Edo,
        Taraba and Ebonyi *states*"."""
        if form.part or form.agree == "p":
            return False
        inside = range(*subject or (0, 0))
        listed = any(self.reader.is_sign(k, COMMAS) for k in inside)
        joined = any(self.reader.key(k) in self.lexicon.additive for k in inside)
        return listed and joined

    def _acts_on(self, at: int) -> bool:
        """Whether what stands behind a verb is its object, and no time, manner or place of what was
        said: "After a hearing, the firm submitted | *another plan*"."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at)[:1].isdigit() and reader.is_sign(at + 1, DASHES):
            at += 3  # "…, the board decided *5-2* on Thursday"
        if at >= reader.size or reader.tokens[at].sign or reader.is_time(at):
            return False
        around = lexicon.adjuncts | lexicon.where | lexicon.adverbs
        manner = lexicon.grammar is not None and lexicon.grammar.is_adverb(reader.key(at))
        return not manner and reader.key(at) not in around and not reader.is_connective(at)

    def _tells_when(self, subject: Range | None) -> bool:
        """Whether what stands before a verb tells of an event, whose participle that is: "left
        rebel-held areas *following the resumption* of evacuations | agreed as part of a deal"."""
        grammar = self.lexicon.grammar
        if subject is None or grammar is None:
            return False
        return any(self.reader.key(at) in grammar.sequels for at in range(*subject))

    def _inverted(self, at: int, start: int, form: VerbForm) -> Range | None:
        """The subject behind a verb that closes what was said: "…, *said Ann Lee*"."""
        reader = self.reader
        subject = self._right(at + 1)
        base = form.part == 0 and form.agree == "p"
        ordinary = base and form.group.strict and not reader.closes_quote(start - 1)
        if (
            subject is None
            or ordinary
            or "quote" not in form.group.takes
            or (not form.group.always and self._awaits_verb(start - 1))
            or reader.key(subject[0]) in self.lexicon.negations  # "…, has reported no cases"
            or self._is_said_at(subject[1] - 1)
            or reader.key(subject[0]) in self.lexicon.particles  # "The letter, read *out* in"
        ):
            return None  # "state television reported"
        return subject

    def _awaits_verb(self, comma: int) -> bool:
        """Whether an aside parts a verb from its subject, of which somebody tells: "Police said
        *the man, aged 40,* warned staff about a bomb"."""
        reader, lexicon = self.reader, self.lexicon
        opens = reader.previous_break(comma)
        if not (reader.is_sign(comma, COMMAS) and reader.is_sign(opens, COMMAS)):
            return False
        if reader.key(opens + 1) in lexicon.auxiliaries | lexicon.passive_auxiliaries:
            return False  # "the patient, a nurse, *had recovered*, added the ministry"
        near = range(opens - 2, max(reader.begin, opens - NAME), -1)
        told = next((k for k in near if lexicon.verb(reader.tokens[k])), -1)
        noun = reader.key(opens - 2) in lexicon.articles  # "the *suspect*"
        return told >= 0 and not reader.has_finite(told + 1, opens - noun)

    def _opening_of(self, frame: Frame) -> int:
        """Where a frame begins, be it with an adverb before its verb: "…, *later* said Ann Lee"."""
        start = frame.start
        while frame.subject is None and self.reader.key(start - 1) in self.lexicon.auxiliaries:
            start -= 1
        return start

    def _may_close(self, start: int, helped: bool) -> bool:
        """Whether what was said may end right before a word; ``helped``: it is no verb of speech,
        but stands before one, as in "The mayor of Orange, Texas, *has* asked the court"."""
        before = start - 1
        if helped and self.reader.key(start) in self.lexicon.not_complementisers_before:
            return False
        if before <= self.reader.begin or not self._closes(before) or self._only_leads(before):
            return False
        return not self._begins_other(start)

    def _only_leads(self, comma: int) -> bool:
        """Whether the words before a comma open the sentence and only say when, where or for what:
        "For the second quarter, the company expects…"."""
        reader, lexicon = self.reader, self.lexicon
        start = reader.previous_break(comma) + 1
        if start != reader.begin or reader.tokens[start].quote >= 0:
            return False
        asked = replying(reader, start)
        about = reader.key(asked + 1) in lexicon.adjuncts | lexicon.where
        about = about or reader.is_connective(asked + 1)
        if asked >= 0 and about:
            return True  # "Asked whether he would resign, the governor said no"
        opens = reader.key(start) in lexicon.adjuncts or reader.is_time(start)
        # "About 100,000 children drink it, ministers say"
        opens = opens and not self._bounds_figure(start)
        opens = opens or reader.words(start, comma) == 1  # "Separately, …"
        behind = reader.tokens[start + 1] if start + 1 < comma else None
        complete = behind is not None and (
            behind.is_capital or behind.key in lexicon.adjuncts | lexicon.articles
        )
        acting = reader.tokens[start].raw.endswith(lexicon.speech.participle_endings or "\0")
        opens = opens or (acting and complete)  # "Speaking in Sucre, Paz promised to …"
        return opens and not reader.has_finite(start, comma)

    def _begins_other(self, at: int) -> bool:
        """Whether the words behind the comma begin something else than who said it: "…, *with*
        firemen suffering", "…, *and* Foden added a third", "…, *most of them* in two states",
        "…, *compared with* 41% at the same point"."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at) in lexicon.absolute | lexicon.appended | lexicon.where:
            return True
        if lexicon.grammar is not None and reader.key(at) in lexicon.grammar.indefinite_articles:
            taken_up = lexicon.grammar.taken_up - lexicon.documents
            return reader.key(at + 1) in taken_up  # "…, *a figure* expected to triple"
        if reader.key(at) in lexicon.additive and not reader.closes_quote(at - 1):
            return True
        return f"{reader.key(at + 1)} {reader.key(at + 2)}" in lexicon.shares

    def _is_said_at(self, at: int) -> bool:
        """Whether a past verb of speech stands there, whose subject is before it."""
        token = self.reader.tokens[at]
        forms = () if token.is_capital else self.lexicon.verb(token)  # "Chris Read"
        return any(form.part == 1 and not form.participle for form in forms)

    def _beside(self, subject: Range) -> tuple[Range, Range | None]:
        """A subject behind its verb and the name beside it: "said the author, Mei Chen"."""
        reader, first = self.reader, subject[1] + 1
        end = reader.next_break(first)
        if not reader.is_sign(subject[1], COMMAS) or not 0 < end - first < 12:
            return subject, None
        plain = not reader.tokens[first].sign and not reader.key(first)[:1].isdigit()
        plain = plain and not self._goes_on_apart(first)
        return self._named(subject, (first, end)) if plain else (subject, None)

    def _goes_on_apart(self, at: int) -> bool:
        """Whether a clause of its own is joined behind a speaker: "said Ann Lee, *and* it fell"."""
        reader = self.reader
        return reader.is_connective(at) and reader.has_finite(at + 1, reader.next_break(at))

    def _closes(self, at: int) -> bool:
        reader = self.reader
        return reader.is_sign(at, COMMAS) or reader.closes_quote(at)

    def _past_signatory(self, end: int) -> int:
        """Where a frame ends that names who signed what it mentions: "said in a statement signed by
        its director, *Colonel Haruna Yakubu*"."""
        reader = self.reader
        stop = reader.next_break(end + 1)
        names = reader.tokens[end + 1 : stop]
        alone = reader.is_sign(end, COMMAS) and bool(names) and reader.is_end(stop)
        return stop if alone and all(token.is_capital for token in names) else end

    def _apposition_ends(self, at: int) -> bool:
        """Whether the rest of the sentence only says who the speaker is."""
        reader = self.reader
        if not reader.is_sign(at, COMMAS) or reader.size - at > NAME or self._goes_on_apart(at + 1):
            return False
        rest = reader.tokens[at + 1 :]
        # "MSF's *project* coordinator": a base form is a noun as often.
        forms = (form for token in rest for form in self.lexicon.verb(token))
        spoken = any(form.part != 0 or form.agree != "p" for form in forms)
        return not spoken and not any(token.is_mark for token in rest)
