"""The circumstances of speaking behind the verb: "told reporters in Cairo on Monday (that)"."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, REACH, Range
from workbench.splitting.attribution.subject_first.behind import IN_NAMES
from workbench.splitting.attribution.subject_first.names import SubjectFirstNames
from workbench.splitting.attribution.words.tokens import COLON, COMMAS, OPEN
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.clauses.words.grammar import Grammar

_ITEM = 5
"""Words of one of several things, at most."""
_ORDER = 14
"""Words within which whoever is told is told to do something."""


class Circumstances(SubjectFirstNames):
    """Reads who was told, when, where and how, where the subject stands before its verb."""

    def _is_topic(self, at: int, form: VerbForm) -> bool:
        """Whether what a denied report says follows a token: "denied reports *of* layoffs"."""
        denied = form.group.stance == "denied" and self.reader.key(at) in self.lexicon.topics
        return denied and self.reader.key(at - 1) in self.lexicon.denied_things

    def _circumstances(self, at: int, form: VerbForm) -> tuple[int, Range | None]:
        """The index behind who was told, when, where and how, or behind the thing that is denied;
        and the agency told, if any."""
        denied = self._behind_denied(at) if form.group.stance == "denied" else None
        return self._past_circumstances(at, form) if denied is None else (denied, None)

    def _past_circumstances(self, at: int, form: VerbForm) -> tuple[int, Range | None]:
        reader, lexicon = self.reader, self.lexicon
        medium: Range | None = None
        through = {word for word in form.group.through if word}
        if form.group.told and reader.key(at) not in through and not self._is_said(at):
            end = self._noun_phrase(at)
            if "phrase" not in form.group.takes or self._is_said(end) or self._acts(end):
                medium, at = self._medium(at, end), end
        limit = min(at + REACH, reader.size)
        while at < limit:
            key = reader.key(at)
            if (key in through and "phrase" in form.group.takes) or self._is_topic(at, form):
                return at + 1, medium
            if key in through or self._is_adverb(at, form):
                at += 1
            elif reader.is_sign(at, OPEN):
                at = reader.past_brackets(at)
            elif key in lexicon.citing:
                at = self._noun_phrase(at + 1)
            elif reader.is_time(at) and not self._describes_noun(at):
                at = self._past_time(at)
            elif self._is_adjunct(at, form):
                dated = self._is_date(at + 1)
                end = self._past_time(at + 1) if dated else self._noun_phrase(at + 1)
                medium = medium or self._medium(at + 1, end)
                at = end
            else:
                break
        return at, medium

    def _is_adverb(self, at: int, form: VerbForm) -> bool:
        """Whether a word says how it was said, and is of nothing that is said."""
        reader, lexicon = self.reader, self.lexicon
        key = reader.key(at)
        if key in lexicon.restricting_adverbs:
            quotes = reader.is_sign(at + 1, COLON) or reader.opens_quote(at + 1)  # said *only*: "…"
            return quotes or reader.key(at + 1) in lexicon.complementisers or reader.is_end(at + 1)
        return key in lexicon.adverbs and not self._describes_object(at, form)

    def _is_adjunct(self, at: int, form: VerbForm) -> bool:
        """Whether a preposition begins a circumstance, and nothing that is said."""
        said = self._is_infinitive(at, form) or self._bounds_figure(at)
        return self.reader.key(at) in self.lexicon.adjuncts and not said

    def _bounds_figure(self, at: int) -> bool:
        """Whether what is said begins there with a figure and its bound: "said *about 300* homes
        were flooded", not "said about 9:15 pm"."""
        reader, lexicon = self.reader, self.lexicon
        key, behind = reader.key(at), reader.key(at + 1)
        if f"{key} {behind}" in lexicon.figure_openers:
            return True
        worded = lexicon.grammar is not None and self._numbers(at + 1, lexicon.grammar)
        clock = ":" in behind or reader.is_time(at + 2)
        return key in lexicon.figure_openers and (worded or behind[:1].isdigit()) and not clock

    def _numbers(self, at: int, grammar: Grammar) -> bool:
        """Whether a number in words stands there: "three", "half", "a third"."""
        reader = self.reader
        at += reader.key(at) in grammar.indefinite_articles
        return reader.key(at) in grammar.numerals | grammar.fractions

    def _is_order(self, at: int) -> bool:
        """Whether somebody is told to do a thing, which says nothing: "warned people to go"."""
        reader, lexicon = self.reader, self.lexicon
        end = min(reader.next_break(at), at + _ORDER)
        for to in range(at + 1, end - 1):
            if reader.is_complementiser(to) or reader.has_finite(to, to + 1):
                return False
            if reader.key(to) not in lexicon.addressing:
                continue
            behind = to + 1
            token = reader.tokens[behind]
            named = token.is_capital or token.key in lexicon.definite | lexicon.possessives
            verb = lexicon.grammar is not None and lexicon.grammar.may_be_verb(token.key)
            return token.is_mark or (verb and not named and not token.key[:1].isdigit())
        return False

    def _describes_object(self, at: int, form: VerbForm) -> bool:
        """Whether an adverb belongs to the object of the verb: "expects *further* cuts"."""
        reader, behind = self.reader, at + 1
        if "object" not in form.group.takes or behind >= reader.size or reader.is_time(behind):
            return False
        small = reader.key(behind) in self.lexicon.adjuncts | self.lexicon.addressing
        return not (small or self._is_said(behind) or reader.tokens[behind].sign)

    def _is_said(self, at: int) -> bool:
        """Whether what is said begins there, and nobody who is told."""
        reader = self.reader
        signs = reader.is_sign(at, COMMAS | COLON) or reader.opens_quote(at)
        return signs or reader.is_complementiser(at)

    def _behind_denied(self, at: int) -> int | None:
        """Where the clause begins that a denied thing tells, be it judged before: 'rejected as
        "baseless" *an Indian media report* | that …'."""
        reader, lexicon, last = self.reader, self.lexicon, min(at + REACH, self.reader.size)
        while at < last:
            if reader.opens_quote(at):
                at = reader.past_quote(at)
                continue
            told = at + 1 + self._acts_speaking(at + 1)
            if reader.key(at) in lexicon.denied_things and reader.is_complementiser(told):
                return told
            if reader.is_break(at) or reader.is_complementiser(at) or reader.has_finite(at, at + 1):
                return None
            at += 1
        return None

    def _acts_speaking(self, at: int) -> bool:
        """Whether a participle of speech stands at a token: "reports *saying* that …"."""
        token = self.reader.tokens[at] if at < self.reader.size else None
        return token is not None and any(form.participle for form in self.lexicon.verb(token))

    def _acts(self, at: int) -> bool:
        """Whether a pronoun stands there with its verb: "warned customers *they could* lose"."""
        pronoun = self.reader.key(at) in self.lexicon.pronouns
        return pronoun and self.reader.has_finite(at + 1, at + 2)

    def _is_infinitive(self, at: int, form: VerbForm) -> bool:
        """Whether "to" tells what is to be done: "agreed *to pay*", not "said to staff that"."""
        reader, grammar = self.reader, self.lexicon.grammar
        if reader.key(at) not in self.lexicon.addressing:
            return False
        acts = grammar is not None and grammar.is_base(reader.key(at + 1))
        acts = acts and not (reader.is_end(at + 2) or self._is_said(at + 2))
        being = self.lexicon.passive_auxiliaries | self.lexicon.auxiliaries
        acts = acts and reader.key(at + 1) not in being  # "believed to *be* in his 30s"
        return acts or "infinitive" in form.group.takes

    def _is_date(self, at: int) -> bool:
        return self.reader.is_time(at) or self.reader.key(at)[:1].isdigit()

    def _describes_noun(self, at: int) -> bool:
        """Whether a word like "this", "last" belongs to no time: "said this was the first"."""
        return self.reader.key(at) in self.lexicon.leading_times and not self._is_date(at + 1)

    def _past_time(self, at: int) -> int:
        reader = self.reader
        while reader.is_time(at) or reader.key(at)[:1].isdigit():
            at += 1
        return at

    def _past_aside(self, at: int) -> int:
        """Where a clause ends that begins there, asides between its subject and its verb left out:
        "allege *the man, aged 45, of Leeds,* shot the guard"."""
        reader = self.reader
        end = close = self._past_items(at)
        while self._is_aside(close):
            close = reader.next_break(close + 1)
        if close == end or close + 1 >= reader.size or reader.has_finite(at, end):
            return end
        behind = close + 1 + reader.is_mark(close + 1)  # 'the man, Tom Reed, "lost his temper"'
        verb = behind < reader.size and self.lexicon.is_finite(reader.tokens[behind])
        return reader.next_break(behind) if verb else end

    def _past_items(self, at: int) -> int:
        """The mark that ends a clause, its subject told of several things: "insisted *the promises
        on income tax, insurance and VAT stood*"."""
        reader, additive = self.reader, self.lexicon.additive
        first = end = reader.next_break(at)
        while reader.is_sign(end, COMMAS) and not reader.has_finite(at, end):
            at, end = end + 1, reader.next_break(end + 1)
            near = range(at + 1, min(at + _ITEM, end))
            joint = next((k for k in near if reader.key(k) in additive), None)
            if joint is not None:
                return first if reader.has_finite(at, joint) else end
        return first

    def _is_aside(self, comma: int) -> bool:
        """Whether a few words without a verb of their own stand between a comma and another."""
        reader, close = self.reader, self.reader.next_break(comma + 1)
        if not reader.is_sign(comma, COMMAS) or not reader.is_sign(close, COMMAS):
            return False
        related = reader.key(comma + 1) in self.lexicon.relatives
        acts = reader.has_finite(comma + 2, close) and not related  # "aged nine" may open one
        return close - comma <= NAME and not acts

    def _noun_phrase(self, at: int) -> int:
        """The index behind the noun phrase that begins at ``at``."""
        reader, lexicon = self.reader, self.lexicon
        start = at
        while at < reader.size and at - start < NAME:
            token = reader.tokens[at]
            if token.sign:
                if reader.is_break(at) or not reader.is_sign(at, IN_NAMES | OPEN):
                    break
                at = reader.past_brackets(at) if reader.is_sign(at, OPEN) else at + 1
                continue
            if at > start and (self._begins_clause(at, start) or self._says(at)):
                break
            at += 1
            if token.key in lexicon.audiences:
                # "told *Judge Elena Ruiz* there was no evidence"
                while token.is_capital and at < reader.size and reader.tokens[at].is_capital:
                    at += 1
                break
        return at

    def _says(self, at: int) -> bool:
        """Whether the surest verb of speech stands there: "posted on its website *said*"."""
        forms = self.lexicon.verb(self.reader.tokens[at])
        return any(form.group.always and form.part == 1 for form in forms)

    def _begins_clause(self, at: int, start: int) -> bool:
        """Whether a new phrase or clause begins behind a noun phrase."""
        reader, lexicon = self.reader, self.lexicon
        key, before = reader.key(at), reader.key(at - 1)
        if key in lexicon.complementisers or key in lexicon.pronouns or reader.is_connective(at):
            return key not in lexicon.additive
        if before in lexicon.additive and reader.tokens[at - 2].is_capital:
            return not reader.tokens[at].is_capital  # "the Nursing and *Midwifery* Council"
        if key in lexicon.adjuncts or reader.is_time(at) or key in lexicon.adverbs:
            return True
        open_phrase = before in lexicon.articles or before in lexicon.adjuncts
        if key in lexicon.articles or key in lexicon.definite:
            return not open_phrase
        token, previous = reader.tokens[at], reader.tokens[at - 1]
        agency = any(reader.key(k) in lexicon.media for k in range(at, at + 3))
        new_name = token.is_capital and not previous.is_capital and not (open_phrase or agency)
        return new_name and start < at - 1 and not previous.sign

    def _medium(self, start: int, end: int) -> Range | None:
        """The noun phrase as the agency that was told, if it names one."""
        keys = {self.reader.key(at) for at in range(start, end)}
        if keys & self.lexicon.audiences or not keys & self.lexicon.media:
            return None
        while start < end and self.reader.key(start) in self.lexicon.articles:
            start += 1
        return start, end
