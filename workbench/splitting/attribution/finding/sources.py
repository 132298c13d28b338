"""Sources named without a verb of their own ("according to…", وفق…), and reports without any."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.cited import foresees, may_speak
from workbench.splitting.attribution.finding.source_ends import (
    clause_after,
    is_object,
    is_present_verb,
    is_sure_verb,
    name_behind,
    named_from,
    past_apposition,
    past_told,
    past_what,
)
from workbench.splitting.attribution.frames import NAME, Frame, Range, Reader, Scope
from workbench.splitting.attribution.names.name_ends import SHORT
from workbench.splitting.attribution.verb_first.speech import VerbFirst
from workbench.splitting.attribution.words.phrases import Phrase
from workbench.splitting.attribution.words.tokens import COMMAS, OPEN
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.types import SpeechKind, SpeechStance


class Sources:
    """Reads phrases of source and of report."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lexicon = reader.lexicon

    def frame(self, at: int) -> Frame | None:
        """The frame that a fixed phrase begins at a token, or nothing."""
        reader, lexicon = self.reader, self.lexicon
        token = reader.tokens[at]
        bare = lexicon.bare(token)
        for key in (token.key,) if bare == token.key else (token.key, bare):
            if key not in lexicon.source_openers:
                continue
            phrase = lexicon.said_by.at(reader.tokens, at, key)
            if phrase is not None:
                found = self._said_by(at, phrase)
                if found is not None:
                    return found
            phrase = lexicon.according_to.at(reader.tokens, at, key)
            if phrase is None:
                apart = lexicon.apart.at(reader.tokens, at, key)
                phrase = apart if apart is not None and self._stands_apart(at) else None
            if phrase is not None:
                return self._according(at, phrase)
            phrase = lexicon.passives.at(reader.tokens, at, key)
            # "An accident that is thought to have…": said of the noun before.
            told = reader.key(at - 1) in lexicon.relatives or self._is_his(at)
            if phrase is not None and not told:
                return self._passive(at, phrase)
        return None

    def _is_his(self, at: int) -> bool:
        """Whether "that he" before a verb says whose it is, so that it is no passive: قال إنه |
        يعتقد أن."""
        own = self.lexicon.speech.verb_first and self.reader.is_owned(at - 1)
        return own and self.reader.is_complementiser(at - 1)

    def _stands_apart(self, at: int) -> bool:
        """Whether a phrase opens the sentence or stands behind a comma, a name after it."""
        reader = self.reader
        apart = at == reader.begin or reader.is_sign(at - 1, COMMAS)
        if not apart or at + 1 >= reader.size:
            return False
        named = reader.tokens[at + 1].is_capital or reader.key(at + 1) in self.lexicon.definite
        return named and not reader.tokens[at + 1].sign

    # According to whom

    def _according(self, at: int, phrase: Phrase) -> Frame | None:
        reader = self.reader
        first = at + len(phrase.words)
        keys = {reader.key(k) for k in range(first, first + 3) if not self._is_named(k)}
        bare = {self.lexicon.uncontracted(key, len(phrase.attached)) for key in keys}
        if (keys | bare) & self.lexicon.not_sources:
            return None
        reason = phrase.words[-1] in self.lexicon.reasons
        if self._only_happens(at, reason=reason) or self._is_made_of(at):
            return None
        subject = self._source(first)
        if reason and not may_speak(self.reader, subject):
            return None
        citing = phrase.words[0] in self.lexicon.citing
        if citing and (self._is_aside(at, subject) or self._is_reference(subject)):
            return None
        return self._placed(at, first, subject, len(phrase.attached), citing=citing)

    def _is_named(self, at: int) -> bool:
        """Whether a word belongs to a name of several words: "according to the *Law* Society"."""
        near = self.reader.tokens[at : at + 2]
        return len(near) > 1 and all(token.is_capital for token in near)

    def _is_made_of(self, at: int) -> bool:
        """Whether a verb before it says what something rests on, which no claim does without: "The
        findings *were* | based on data from 900 adults"."""
        reader, lexicon, before = self.reader, self.lexicon, at - 1
        while before > reader.begin and lexicon.is_adverb(reader.tokens[before]):
            before -= 1
        participle = lexicon.is_finite(reader.tokens[at])
        return participle and reader.key(before) in lexicon.passive_auxiliaries

    def _is_reference(self, subject: Range | None) -> bool:
        """Whether what is quoted is only the number of something: "call 101, quoting *reference
        1325*"."""
        if subject is None or not self.reader.key(subject[1] - 1)[:1].isdigit():
            return False
        return not any(token.is_capital for token in self.reader.tokens[slice(*subject)])

    def _only_happens(self, at: int, *, reason: bool) -> bool:
        """Whether a verb says nothing without how it was or, where its subject stands between, for
        what ``reason``: العملية *جاءت* | وفق معلومات دقيقة, *جاء* الحكم | استنادا إلى أدلة."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is None:
            return False
        opens = reader.tokens[reader.previous_break(at) + 1]
        happens = reason and self.lexicon.bare(opens) in grammar.following_verbs
        return happens or reader.key(at - 1) in grammar.following_verbs

    def _is_aside(self, at: int, subject: Range | None) -> bool:
        """Whether a source is named between a subject and its verb of speech: "The Times, citing
        two officials, reported"."""
        reader, lexicon = self.reader, self.lexicon
        if lexicon.speech.verb_first or subject is None or not reader.is_sign(at - 1, COMMAS):
            return False
        verb = subject[1] + 1
        while verb < reader.size and lexicon.is_adverb(reader.tokens[verb]):
            verb += 1
        closed = reader.is_sign(subject[1], COMMAS) and verb < reader.size
        return closed and any(form.part == 1 for form in lexicon.verb(reader.tokens[verb]))

    def _said_by(self, at: int, phrase: Phrase) -> Frame | None:
        """ "As the ministry said", كما أعلنت الوزارة."""
        reader = self.reader
        first = at + len(phrase.words)
        if phrase.words[0] in self.lexicon.also and self._leads(at):
            return None
        if is_object(reader, at):
            return None
        for index in range(first, min(first + 8, reader.size)):
            if reader.tokens[index].sign:
                return None
            forms = self.lexicon.verb(reader.tokens[index])
            named = index > first and self._is_named(index - 1)  # "as head of the *United States*"
            if all(form.participle for form in forms) or named:
                continue
            if foresees(forms) and not self.lexicon.speech.verb_first:
                return None
            return self._said_by_verb(at, first, index, forms[0])
        return None

    def _said_by_verb(self, at: int, first: int, verb: int, form: VerbForm) -> Frame | None:
        reader = self.reader
        if verb > first:
            subject: Range | None = (first, verb)
            # "Twice as fast as previously thought" names nobody.
            other = reader.compares(verb) or reader.has_finite(first, verb) or self._ranks(verb - 1)
            other = other or self._passes_on(verb) or self._gives_role(first, verb)
            if other or self.lexicon.speech.verb_first:
                return None
            if form.group.strict and not may_speak(self.reader, subject):
                return None
        else:
            if (
                not self.lexicon.speech.verb_first
                and reader.key(verb + 1) not in self.lexicon.issuers
            ):
                return None
            named = named_from(self.reader, verb, form)
            subject = self._source(named) if named > verb else None
        last = subject[1] if subject and verb == first else verb + 1
        if self._introduces(verb + 1, last):
            return None
        if reader.key(at) in self.lexicon.also and (subject is None or self._says_more(verb, last)):
            return None
        relayed = self._relayed(verb, last)
        end = relayed[1] if relayed else last
        frame = self._placed(at, end, relayed or subject, 0, citing=False, agree=form.agree)
        return replace(frame, relay=subject) if frame and relayed else frame

    def _says_more(self, verb: int, last: int) -> bool:
        """Whether "also" tells what else somebody asked for or disclosed, where the verb comes
        first: *كما طالب* الأطراف بفتح المعبر."""
        reader, lexicon = self.reader, self.lexicon
        groups = [form.group for form in lexicon.verb(reader.tokens[verb])]
        if not lexicon.speech.verb_first or any(group.sources for group in groups):
            return False
        first = verb + 1
        through = {word for group in groups for word in lexicon.folded_through(group)}
        for at in range(first, min(last + SHORT, reader.next_break(first))):
            key = reader.key(at)
            act = key[:1] in lexicon.speech.attached and lexicon.is_verbal_noun(key[1:])
            if key in through or (act and key[:1] in through):
                return True
        return False

    def _gives_role(self, first: int, verb: int) -> bool:
        """Whether a noun behind "as" only says what a thing is and another is joined that speaks:
        "condemned as *a crime and the UN* called for …", not "…, as a man and a clerk said"."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is None or reader.tokens[first - 2].sign:
            return False
        joined = any(reader.key(at) in self.lexicon.additive for at in range(first, verb))
        return joined and reader.key(first) in grammar.indefinite_articles

    def _ranks(self, at: int) -> bool:
        """Whether an adjective of rank stands there: "as the *first* question"."""
        grammar = self.lexicon.grammar
        return grammar is not None and self.reader.key(at) in grammar.superlatives

    def _relayed(self, verb: int, last: int) -> Range | None:
        """Whose words are passed on: بحسب ما نقلت رويترز | عن مسؤول إيراني."""
        reader, lexicon = self.reader, self.lexicon
        groups = (form.group for form in lexicon.verb(reader.tokens[verb]))
        relays = {word for group in groups for word in lexicon.folded_relays(group)}
        at = last + reader.is_mark(last)
        return self._source(at + 1) if reader.key(at) in relays else None

    def _introduces(self, start: int, last: int) -> bool:
        """Whether "that" follows a verb and its subject: "as the ministry said that"."""
        reader, lexicon = self.reader, self.lexicon
        for at in range(start, min(last + 4, reader.size)):
            if at >= last and lexicon.verb(reader.tokens[at]) and lexicon.speech.verb_first:
                return False
            if reader.is_complementiser(at) and reader.key(at) not in lexicon.resumed:
                return True
        return False

    def _passes_on(self, verb: int) -> bool:
        """Whether a clause of its own follows, or an object: "as officials said the toll had
        risen", "as traders fear *a shortage*", "as fears *grow*"."""
        reader, lexicon = self.reader, self.lexicon
        behind = verb + 1
        if behind >= reader.size or reader.tokens[behind].sign or reader.is_time(behind):
            return False
        groups = [form.group for form in lexicon.verb(reader.tokens[verb])]
        told = lexicon.speech.verb_first or any(group.told for group in groups)
        phrases = [group for group in groups if "phrase" in group.takes]
        introduced = any(reader.key(behind) in group.through for group in phrases)
        if introduced and not lexicon.speech.verb_first:
            return True  # "as analysts warned *of* a recession"
        if reader.key(behind) in lexicon.adjuncts or reader.is_connective(behind):
            return self._has_topic(behind)
        plain = not (told or lexicon.is_adverb(reader.tokens[behind]))
        return plain or reader.has_finite(behind, reader.next_break(behind))

    def _has_topic(self, at: int) -> bool:
        """Whether it is told about what somebody spoke, and so what happened: "as workers
        *protested against* the cuts", not "as he said *on* Monday"."""
        reader, lexicon = self.reader, self.lexicon
        topical = lexicon.particles - lexicon.bearers - lexicon.addressing
        timed = reader.is_time(at + 1) or reader.is_time(at + 2)  # "over the weekend"
        return not lexicon.speech.verb_first and reader.key(at) in topical and not timed

    def _leads(self, at: int) -> bool:
        """Whether nothing but signs and connectives stands before a token."""
        reader = self.reader
        return all(
            reader.tokens[index].sign or reader.is_connective(index)
            for index in range(reader.begin, at)
        )

    def _source(self, first: int) -> Range | None:
        """The name that begins at ``first``."""
        reader, lexicon = self.reader, self.lexicon
        first = past_what(reader, first)
        limit = min(first + NAME, reader.size)
        if reader.opens_quote(first) and 0 < reader.past_quote(first) - first - 2 <= SHORT:
            return first + 1, reader.past_quote(first) - 1
        if lexicon.speech.verb_first:
            names, stop = VerbFirst(reader), clause_after(self.reader, first, limit)
            end = names.name_end(first, stop)
            if end == first and names.is_addressed(first):
                end = names.name_end(first + 1, stop)  # لوسائل إعلام
        else:
            end = first
            while end < limit and not self._ends_source(end):
                end = reader.past_brackets(end) if reader.is_sign(end, OPEN) else end + 1
        end = min(end, limit)
        return (first, end) if end > first else None

    def _ends_source(self, at: int) -> bool:
        reader = self.reader
        token = reader.tokens[at]
        if token.sign:
            return reader.is_break(at) or token.is_mark
        return token.key in self.lexicon.relatives or (
            self.lexicon.speech.bare_clause
            and (reader.is_connective(at) and token.key not in self.lexicon.additive)
        )

    def _placed(
        self,
        at: int,
        first: int,
        subject: Range | None,
        attached: int,
        *,
        citing: bool,
        agree: str = "any",
    ) -> Frame | None:
        """The frame before or behind what its source says."""
        reader = self.reader
        alias: Range | None = None
        if subject is not None and reader.lexicon.speech.verb_first:
            subject, alias = VerbFirst(reader).by_name(subject, reader.size)
        last = max(first, subject[1] if subject else first)
        if subject is not None and subject[1] - subject[0] == 1:
            pronoun = self.lexicon.pronouns.get(reader.key(subject[0]))
            subject, agree = (None, pronoun) if pronoun else (subject, agree)
        leads = self._leads(at)
        end = reader.next_break(last)
        skipped = 0
        parts = not leads and reader.lexicon.speech.verb_first and last < end
        if parts and subject and is_present_verb(self.reader, subject[0], last):
            end = last  # المريخ | بحسب ناسا | يشبه الأرض
        elif not leads:
            end = past_told(reader, end)
            name = name_behind(reader, subject, end)
            if name is not None:
                subject, alias, end = name, subject, name[1]
            end = alias[1] if alias is not None and alias[0] == end + 1 else end
        else:
            end, skipped = self._resumed(first, end)
            if reader.is_end(end):
                return None
        if subject and subject[1] > end:
            subject = (subject[0], end) if end > subject[0] else None
        return Frame(
            at,
            end,
            Scope.AFTER if leads else Scope.BEFORE,
            SpeechKind.ACCORDING_TO,
            SpeechStance.SAID,
            subject,
            agree,
            attached=skipped,
            citing=citing,
            subject_attached=attached,
            alias=alias,
        )

    def _resumed(self, first: int, end: int) -> tuple[int, int]:
        """Where the sentence goes on behind a source that opens it, and letters to skip."""
        reader = self.reader
        for at in range(first + 1, min(end, first + NAME, reader.size)):
            key = reader.key(at)
            if self._named_before(at):
                return at, 0
            if key in self.lexicon.resumed:
                if key in self.lexicon.complementisers:
                    return at + 1, 0
                return at, 1
        if reader.is_sign(end, COMMAS) and reader.key(end + 1) in self.lexicon.resumed:
            return (end + 2, 0) if reader.is_complementiser(end + 1) else (end + 1, 1)
        at = past_apposition(reader, min(end + 1, reader.size))
        if reader.key(at) in self.lexicon.resumed:
            return (at + 1, 0) if reader.is_complementiser(at) else (at, 1)
        return at, 0

    def _named_before(self, at: int) -> bool:
        """Whether the verb of what is said follows a paper's name without a comma."""
        reader, lexicon = self.reader, self.lexicon
        if not lexicon.speech.verb_first or not lexicon.is_event(reader.tokens[at]):
            return False
        if lexicon.is_definite(reader.key(at - 1)) and is_sure_verb(reader, at):
            return True
        return reader.closes_quote(at - 1) or reader.key(at - 1) in lexicon.media

    # Reports without a speaker

    def _is_impersonal(self, phrase: Phrase) -> bool:
        """Whether a report has a subject that stands for nobody: "it is understood"."""
        bare = self.lexicon.speech.bare_clause
        return bare and phrase.words[0].split("'")[0] in self.lexicon.pronouns

    def _says_so(self, phrase: Phrase, end: int) -> bool:
        """Whether a clause follows "it is thought", and no infinitive whose subject is "it": "*it*
        was thought *to have been lost*"."""
        reader, grammar = self.reader, self.lexicon.grammar
        infinitive = grammar is not None and reader.key(end) in grammar.infinitives
        told = self._is_impersonal(phrase) and not infinitive
        return told and reader.has_finite(end + 1, reader.size)

    def _passive(self, at: int, phrase: Phrase) -> Frame | None:
        reader = self.reader
        end = at + len(phrase.words)
        if reader.key(at - 1) in self.lexicon.not_asserting:
            return None  # من دون أن *يذكر* أرقاما
        end = reader.past_when(end) if self._is_impersonal(phrase) else end
        if reader.is_complementiser(end - 1) or reader.is_complementiser(end):
            end += not reader.is_complementiser(end - 1)
            scope = Scope.AFTER
        elif self._says_so(phrase, end):
            scope = Scope.AFTER
        else:
            scope = Scope.WHOLE
        if reader.is_end(end):
            closes = self._is_impersonal(phrase) and reader.is_sign(at - 1, COMMAS)
            kind = SpeechKind.PASSIVE  # "92 passports were forged, *it emerged*"
            return Frame(at, end, Scope.BEFORE, kind) if closes else None
        start = at if scope is Scope.AFTER else reader.previous_break(at) + 1
        end = end if scope is Scope.AFTER else reader.next_break(end)
        return Frame(start, end, scope, SpeechKind.PASSIVE)
