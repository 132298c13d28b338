"""Words that only look like verbs of speech, where the subject stands before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Range
from workbench.splitting.attribution.subject_first.closing import Closing
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_APOSTROPHES = frozenset("'’")
_MEASURE = 2
"""Words with which a phrase says how a figure stands to another."""
_PHRASE = 3
"""Words behind a preposition up to a verb, at most."""
_MODIFIERS = 6
"""Words before a noun within which its article stands."""


class Lookalikes(Closing):
    """Tells nouns, names and participles from the verbs of speech that they look like."""

    def _is_part_of_name(self, at: int) -> bool:
        """Whether a word with a capital goes on with a name ("the United States")."""
        reader = self.reader
        capital = reader.tokens[at].is_capital and not reader.headline
        if not capital or at <= reader.begin or reader.tokens[at].quote >= 0:
            return False
        titled = (
            at + 1 < reader.size and reader.tokens[at + 1].is_capital
        )  # "on Monday, Judge Holt"
        return reader.tokens[at - 1].is_capital or (titled and reader.is_sign(at - 1, COMMAS))

    def _is_other(self, at: int, form: VerbForm) -> bool:
        """Whether the words before and behind show that the word is no verb that passes on."""
        reader = self.reader
        before = reader.key(at - 1)
        other_verb = form.group.particle and reader.key(at + 1) not in form.group.particle
        if other_verb or before in self._not_before(form) or self._is_owned(at, form):
            return True
        describes = form.group.takes == ("whole",) and self._only_describes(at)
        describes = describes or self._shares_object(at)
        describes = describes or self._is_brought_forth(at, form)
        heads = form.part == 0 and not form.group.always and self._heads_phrase(at)
        if describes or heads or self._is_passed_on(at, form):
            return True
        if form.participle:
            described = "phrase" in form.group.takes and self._is_described(at)
            return described or reader.is_negated(at) or self._is_governed(at)
        if self._is_left_open(at):
            return True
        noun = form.part == 0 and (self._is_object(at) or (form.agree == "p" and self._is_noun(at)))
        # "Two *suspects* were detained"
        being = self.lexicon.auxiliaries | self.lexicon.passive_auxiliaries
        being &= self.lexicon.finite  # but "says *all* roads are open"
        noun = noun or (form.part == 1 and self._is_toll(at + 1))
        plain = form.part == 0 and not form.group.always
        noun = noun or (plain and reader.key(at + 1) in being)
        base = plain and form.agree == "p"
        noun = noun or (base and self._is_compound(at, being))
        if noun or (form.part == 1 and reader.compares(at)) or self._is_measured_by(at):
            return True
        denies = form.group.stance == "denied"
        return before in self.lexicon.counting or (reader.is_negated(at) and not denies)

    def _is_measured_by(self, at: int) -> bool:
        """Whether a figure is only set against one that somebody gave: "three times *what*
        economists had *forecast*"; or somebody bears it out: "confirmed *what* they had *said*"."""
        reader, grammar = self.reader, self.lexicon.grammar
        asked = grammar.asked if grammar is not None else frozenset()
        near = range(at - 1, max(reader.begin, at - _MODIFIERS), -1)
        stop = next((k for k in near if reader.tokens[k].sign), reader.begin)
        asks = next((k for k in near if k > stop and reader.key(k) in asked), 0)
        if grammar is None or not asks:
            return False
        measures = grammar.multiples | grammar.comparisons | grammar.fractions
        return reader.key(asks - 1) in measures or bool(self.lexicon.verb(reader.tokens[asks - 1]))

    def _is_governed(self, at: int) -> bool:
        """Whether a participle hangs on a preposition, with which it is the deed that is told:
        "was fined *for saying* …", "drew cheers *by loudly calling* it a lie"."""
        before = at - 1
        while before > self.reader.begin and self.lexicon.is_adverb(self.reader.tokens[before]):
            before -= 1
        return self.reader.key(before) in self.lexicon.no_speech_of

    def _shares_object(self, at: int) -> bool:
        """Whether it shares its object with a verb before it: "created *and posted* a list"."""
        reader, grammar = self.reader, self.lexicon.grammar
        joined = reader.key(at - 1) in self.lexicon.additive
        return joined and grammar is not None and reader.key(at - 2) in grammar.transitive

    def _is_toll(self, at: int) -> bool:
        """Whether no more is told than who was hit: "are missing and feared *dead*"."""
        grammar = self.lexicon.grammar
        return grammar is not None and self.reader.key(at) in grammar.tolls

    def _is_brought_forth(self, at: int, form: VerbForm) -> bool:
        """Whether a participle only says who made a thing: "a plan *proposed by* Britain"."""
        by = form.part == 1 and self.reader.key(at + 1) in self.lexicon.doers
        return by and not (form.group.always or form.group.relays or self._auxiliary(at))

    def _is_passed_on(self, at: int, form: VerbForm) -> bool:
        """Whether a participle tells what its noun is held to be, by nobody who is named: "a frog
        *thought to be* extinct", not "claimed to have won"."""
        lexicon, to = self.lexicon, at + 1
        held = form.part == 1 and form.group.stance == "said" and not self._auxiliary(at)
        passed = held and "infinitive" not in form.group.takes
        being = lexicon.passive_auxiliaries | lexicon.auxiliaries
        return (
            passed
            and self.reader.key(to) in lexicon.addressing
            and self.reader.key(to + 1) in being
        )

    def _heads_phrase(self, at: int) -> bool:
        """Whether no more than a phrase parts a form in -s from a verb, whose subject it is:
        "asylum *claims* in Slovenia fell"."""
        reader = self.reader
        if reader.key(at + 1) not in self.lexicon.adjuncts or self._bounds_figure(at + 1):
            return False
        near = range(at + 3, min(at + 3 + _PHRASE, reader.size))
        verb = next((k for k in near if reader.has_finite(k, k + 1)), at)
        inside = reader.tokens[at + 2 : verb]
        timed = any(reader.is_time(k) for k in range(at + 2, verb))
        alike = len({token.is_capital for token in inside if not token.sign}) == 1
        return alike and not timed and not any(token.sign for token in inside)

    def _is_object(self, at: int) -> bool:
        """Whether a form that is a noun as well follows a verb: "said *reports* that"."""
        reader, lexicon = self.reader, self.lexicon
        if at <= reader.begin or reader.tokens[at - 1].sign:
            return False
        before = reader.tokens[at - 1]
        return before.key not in lexicon.auxiliaries and any(
            form.part == 1 for form in lexicon.verb(before)
        )

    def _is_left_open(self, at: int) -> bool:
        """Whether two verbs are denied at once: "would not confirm or *deny* that"."""
        reader = self.reader
        other = self.lexicon.verb(reader.tokens[at - 2]) if at > 1 else ()
        joined = reader.key(at - 1) in self.lexicon.alternatives
        return joined and bool(other) and reader.is_negated(at - 2)

    def _only_describes(self, at: int) -> bool:
        """Whether a verb only describes a noun: "a mayor accused of taking bribes", "parties who
        are accusing him"."""
        reader, lexicon = self.reader, self.lexicon
        before = reader.key(self._past_auxiliaries(at) - 1)
        return reader.key(at + 1) in lexicon.adjuncts or before in lexicon.relatives

    def _is_noun(self, at: int) -> bool:
        """Whether a form that no verb has after "a" ends a noun phrase ("a Journal *report*"), or
        describes a name: "and *state* Labour Minister Lee"."""
        reader, lexicon = self.reader, self.lexicon
        titled = at + 1 < reader.size and reader.tokens[at + 1].is_capital
        if reader.key(at + 1) in lexicon.persons and at + 2 < reader.size:
            return reader.tokens[at + 2].is_capital  # "undercover *state* trooper Ann Lee"
        if titled and reader.is_connective(at - 1) and reader.key(at + 1) not in lexicon.pronouns:
            return True
        if reader.key(at - 1) in lexicon.selfsame:
            return True  # "at the same *point*"
        single = lexicon.articles - lexicon.definite | lexicon.single
        for before in range(at - 1, max(reader.begin, at - _MODIFIERS) - 1, -1):
            key = reader.key(before)
            if key in single or (before == at - 1 and key.endswith(lexicon.language.possessives)):
                return True
            small = key in lexicon.adjuncts or key in lexicon.definite or key in lexicon.pronouns
            if reader.tokens[before].sign or small or reader.is_connective(before):
                return False
        return False

    def _is_compound(self, at: int, being: frozenset[str]) -> bool:
        """Whether a base form stands between a noun in the singular and the head of a compound,
        before its verb: "the defence readiness *alert* level was raised"."""
        reader, lexicon = self.reader, self.lexicon
        before = reader.tokens[at - 1] if at > reader.begin else None
        small = lexicon.pronouns.keys() | lexicon.articles | lexicon.definite | lexicon.auxiliaries
        head = reader.key(at + 1)
        if before is None or reader.key(at + 2) not in being or head in small:
            return False
        many = (
            lexicon.language.is_plural(before.key)
            or before.key in lexicon.bare_speakers | lexicon.crowds | lexicon.plurals
        )
        plain = before.raw.isalpha() and before.raw.islower() and not many
        acts = before.key in small or lexicon.is_finite(before) or lexicon.is_adverb(before)
        return plain and not acts

    def _is_described(self, at: int) -> bool:
        """Whether a form in -ing is a noun by the adjective before it, behind an article: "a yellow
        *warning* for ice", not "a letter *warning* of cuts"."""
        reader, lexicon = self.reader, self.lexicon
        speaks = lexicon.bare_speakers | lexicon.crowds | lexicon.plurals
        before = reader.tokens[at - 1] if at > reader.begin else None
        small = before is not None and before.raw.islower() and before.key not in speaks
        articled = reader.key(at - 2) in lexicon.articles | lexicon.possessives
        return small and articled and not reader.is_complementiser(at + 1)

    def _is_owned(self, at: int, form: VerbForm) -> bool:
        """Whether the word is somebody's, by the mark of the genitive right before it, which is no
        part of a name that speaks: "*Moody's said*", "*McDonald's* announced *the* closure"."""
        reader = self.reader
        opens = reader.is_complementiser(at + 1) or reader.key(at + 1) in self.lexicon.articles
        speaks = not form.participle and (form.group.always or (form.part == 1 and opens))
        if speaks and at > reader.begin and reader.tokens[at - 1].is_capital:
            return False
        if at <= reader.begin or reader.tokens[at].start - reader.tokens[at - 1].end != 1:
            return False
        before = reader.tokens[at - 1]
        alone = before.raw in _APOSTROPHES and reader.tokens[at - 2].raw.endswith("s")
        return before.raw.endswith(_POSSESSIVE) or alone

    def _not_before(self, form: VerbForm) -> frozenset[str]:
        lexicon = self.lexicon
        if form.participle:
            return lexicon.articles | lexicon.possessives | lexicon.definite
        return lexicon.not_asserting

    def _is_no_subject(self, subject: Range, form: VerbForm) -> bool:
        """Whether what an indefinite article opens is no speaker: no plural verb agrees with "a
        former judge", and "an accusation it rejects" names what was said before."""
        lexicon = self.lexicon
        acting = self.reader.tokens[subject[0]].raw.endswith(lexicon.speech.participle_endings)
        keys = [self.reader.key(at) for at in range(*subject)]
        acted = lexicon.is_finite(self.reader.tokens[subject[0]]) and keys[1:2] != []
        # "*appeared in* court charged with …", "*raised its* profit forecast"
        acted = acted and keys[1] in lexicon.adjuncts | lexicon.articles | lexicon.possessives
        acted = acted or (form.agree != "p" and self._only_modifies(subject))
        # "112 sites, *mostly in* Rivers and Bayelsa *states*"
        placed = keys[1:2] != [] and keys[1] in lexicon.adjuncts
        acted = acted or (placed and lexicon.is_adverb(self.reader.tokens[subject[0]]))
        surpasses = lexicon.grammar is not None and keys[0] in lexicon.grammar.surpassing
        acted = acted or surpasses  # "…, *beating analyst* estimates"
        if acted or keys[0] in lexicon.citing or (acting and self._goes_on_behind(subject)):
            return True
        compares = not lexicon.comparing.isdisjoint(keys[1:2])  # "slower *than economists* had"
        compares = compares or keys[-1] in lexicon.not_heads
        compares = compares or (not form.group.always and self._takes_up(subject))
        if compares or self._is_measure(keys) or self._is_share(subject):
            return True
        acts = lexicon.is_finite(self.reader.tokens[subject[1] - 1])
        alone = subject[1] - subject[0] == 1 and self.reader.tokens[subject[0]].raw.islower()
        particle = keys[-1] in lexicon.particles
        if (alone and acts) or (form.part == 0 and (acts or particle)):
            # "on the day he was *killed* said", "called *reports* that…", "brushed aside *claims*"
            return True
        numerals = lexicon.grammar.numerals if lexicon.grammar is not None else frozenset()
        figure = keys[-1][:1].isdigit() or keys[-1] in numerals or keys[-1] == "%"
        # "0.06 percentage *points*": many have no verb in -s.
        several = form.part == 0 and form.agree != "p" and keys[0][:1].isdigit()
        figure = figure or (several and keys[0] != "1")
        counted = all(key in numerals or key[:1].isdigit() for key in keys)
        if figure and (counted or not self.reader.tokens[subject[0]].is_capital):
            # "up 0.3 points", "eight points behind", "Two *suspected* smugglers were held"
            return not (counted and form.group.always)
        indefinite = lexicon.articles - lexicon.definite
        if keys[0] not in indefinite:
            # "Rejecting a murder charge": no plural verb agrees with one.
            return form.agree == "p" and not indefinite.isdisjoint(keys[1:2])
        many = not lexicon.topics.isdisjoint(keys)  # "a group of lawyers"
        taken_up = len(keys) > 2 and keys[1] in lexicon.denied_things
        return taken_up or (form.agree == "p" and not many)

    def _takes_up(self, subject: Range) -> bool:
        """Whether no more than a noun that takes up what was told stands behind a comma: "rose to
        87, *nearly triple the number* reported in May", which no document says."""
        reader, grammar = self.reader, self.lexicon.grammar
        key, behind = reader.key(subject[1] - 1), reader.is_sign(subject[0] - 1, COMMAS)
        known = grammar is not None and key in grammar.taken_up - self.lexicon.documents
        return known and behind

    def _is_share(self, subject: Range) -> bool:
        """Whether some of many are counted, which tells what a poll found and not who said it:
        "*Three in five* Nigerians believe …", "*62 percent* of voters", "71%"."""
        reader, lexicon = self.reader, self.lexicon
        numerals = lexicon.grammar.numerals if lexicon.grammar is not None else frozenset()
        for at in range(*subject):
            key, before, behind = reader.key(at), reader.key(at - 1), reader.key(at + 1)
            of = at + 1 == subject[1] or behind in lexicon.topics
            if key in lexicon.parts_of_all and of:
                return True
            counts = behind in numerals or behind[:1].isdigit()
            first = before in numerals | lexicon.single or before[:1].isdigit()
            if key in lexicon.placing and counts and first and at > reader.begin:
                return True
        return False

    def _only_modifies(self, subject: Range) -> bool:
        """Whether the words before a form that is a noun as well only tell which are meant: "to
        settle *federal* claims that …", "made *false* claims that …"."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(subject[1]) not in lexicon.denied_things:
            return False
        small = lexicon.articles | lexicon.definite | lexicon.possessives
        speaks = lexicon.bare_speakers | lexicon.media | lexicon.crowds  # "*opposition* claims"
        named = any(
            reader.tokens[at].is_capital or reader.key(at) in speaks for at in range(*subject)
        )
        if named or reader.key(subject[0]) in small:
            return False
        acted = any(reader.key(at) in lexicon.addressing for at in range(*subject))
        return acted or reader.has_finite(subject[0] - 1, subject[0])

    def _goes_on_behind(self, subject: Range) -> bool:
        """Whether a form in -ing goes on with the clause before it: "is *blasting* the spies'
        reports", "profit rose, *beating* market estimates", "prices rose, *slowing from* 3 percent
        in May", but no "returning officer"."""
        reader, lexicon, at = self.reader, self.lexicon, subject[0]
        if reader.key(at - 1) in lexicon.passive_auxiliaries:
            return True
        governs = reader.key(at + 1) in lexicon.adjuncts | lexicon.articles | lexicon.possessives
        named = any(
            reader.tokens[k].is_capital or reader.key(k) in lexicon.bare_bodies
            for k in range(*subject)
        )
        behind = reader.is_sign(at - 1, COMMAS) and reader.has_finite(reader.begin, at - 1)
        return behind and (governs or not named)

    def _is_measure(self, keys: Sequence[str]) -> bool:
        """Whether one or two words only say how a figure stands to what they precede: "well above
        forecasts"."""
        grammar = self.lexicon.grammar
        return grammar is not None and len(keys) <= _MEASURE and keys[-1] in grammar.prepositions
