"""What a written word is by a language's grammar: a verb, a noun, a particle.

There is no tagger: verbs are known by the paradigms and shapes of the language pack. What a word
is among its neighbours is told in `workbench.splitting.clauses.words.reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack, load
from workbench.language.schema.clause_marks import Paradigm
from workbench.language.schema.clauses import Clauses
from workbench.language.schema.numbers import Numbers
from workbench.language.schema.speech import Speech
from workbench.language.schema.verbs import Tense
from workbench.language.tokens import Token
from workbench.language.verbs import verb_form
from workbench.splitting.clauses.words.forms import Lexeme, Verb, Written
from workbench.splitting.clauses.words.nouns import KEPT, Nouns, patterns
from workbench.splitting.clauses.words.vocabulary import folded_ends, folded_set

_ACRONYM = 2
"""Letters of an acronym, at least."""
_KINDS = {"finite": Verb.FINITE, "weak": Verb.WEAK, "past": Verb.PAST, "gerund": Verb.GERUND}


class Grammar(Nouns):
    """One language's `Clauses`, ready for look-up."""

    def __init__(self, data: Clauses, pack: LanguagePack) -> None:
        super().__init__(data, pack)
        self._lexemes: dict[str, Lexeme] = {}
        self._as_written: dict[str, Lexeme] = {}
        self._verbs: dict[str, bool] = {}
        self._only_verbs: dict[str, bool] = {}
        self._read_forms(data, pack.section(Speech))

    def _read_forms(self, data: Clauses, speech: Speech) -> None:
        self._paradigms = [_Affixes(paradigm) for paradigm in data.paradigms]
        self._shapes = [(re.compile(shape.pattern), _KINDS[shape.kind]) for shape in data.shapes]
        self._noun_shapes = patterns(data.noun_shapes)
        self.reduced = patterns(data.reduced_relatives)
        self._sure_endings = folded_ends(data.verb_endings)
        particles = data.written_particles.items()
        self._particles = {written: fold_text(alike) for written, alike in particles}
        # The sign alone folds to nothing.
        written = (one for one in map(fold_text, data.accusative_endings) if one)
        self._object_endings = tuple(written) or "\0"
        self._lookalikes = folded_ends(speech.conjunction_lookalikes)
        numbers = self._pack.section(Numbers)
        self._measures = folded_set(form for forms in numbers.units.values() for form in forms)
        counted = folded_set(form for forms in numbers.counted.values() for form in forms)
        self._units = self._measures | counted
        self.things = self.place_heads | (counted - self.persons)
        """Nouns that describe no other: bridges and towns, and what is counted (buses, cases)."""

    def lexeme(self, token: Token) -> Lexeme:
        """What a written word is; the answer is kept, since words recur."""
        known = self._lexemes.get(token.text)
        if known is None:
            noun = token.text.endswith(self.data.noun_endings or "\0")
            noun = noun or any(shape.search(token.text) for shape in self._noun_shapes)
            known = self._read_written(token, noun)
            if known.verb == Verb.WEAK and self._passive(token.text, known):
                known = replace(known, verb=Verb.FINITE)
            if known.verb == Verb.GERUND and self._is_owned(token):
                known = Lexeme(known.glue, known.core, Verb.NO, "")
            if len(self._lexemes) < KEPT:
                self._lexemes[token.text] = known
        return known

    def as_written(self, token: Token) -> Lexeme:
        """The word; a small word written as an acronym ("the *WHO*", "the *US*") is a name."""
        known = self._as_written.get(token.text)
        if known is None:
            known = self.lexeme(token)
            acronym = len(token.text) >= _ACRONYM and token.text.isupper()
            if acronym and known.core in self.small_words:
                known = Lexeme("", token.text, Verb.NO, "")
            if len(self._as_written) < KEPT:
                self._as_written[token.text] = known
        return known

    def _is_owned(self, token: Token) -> bool:
        """Whether what looks like a feminine participle has a pronoun written on to it: منصبه is no
        منصبة."""
        folded = fold_text(self.data.feminine_nouns[0]) if self.data.feminine_nouns else "\0"
        return token.folded.endswith(folded) and token.text.endswith(folded)

    def _read_written(self, token: Token, noun: bool) -> Lexeme:
        """A word by how it is written, where folding would make another of it: an article is no
        beginning of a verb (الحد, not ألحّ), وأدى is no valley (وادي)."""
        data, raw, folded = self.data, token.text, token.folded
        for glue in data.glued_conjunctions if data.written_verbs else ():
            if raw.startswith(glue) and raw.removeprefix(glue) in data.written_verbs:
                return Lexeme(glue, folded[len(glue) :], Verb.FINITE, folded[len(glue) :])
        for glue in ("", *data.glued_conjunctions) if self._particles else ():
            particle = self._particles.get(raw.removeprefix(glue))
            if particle and raw.startswith(glue):
                return Lexeme(glue, particle, Verb.NO, "")
        joined = raw.startswith(data.sure_joints or "\0") and len(folded) > _SHORTEST_JOINED
        if joined and folded not in self.places | self.given:  # فالنسيا
            rest = self._read(folded[1:], noun)
            return rest if rest.glue else replace(rest, glue=folded[:1])
        known = self._read(folded, noun)
        acts = known.verb > Verb.GERUND
        named = acts and self.has_article(raw) and not known.glue
        if named:
            return Lexeme("", known.core, Verb.NO, "")
        # Behind an article no form is a verb by its looks alone: *والخبت*.
        glue = next((one for one in data.glued_conjunctions[:1] if raw.startswith(one)), "")
        articled = raw[len(glue) :].startswith(data.definite_prefixes[:1] or "\0")
        if acts and articled and self.only_looks(known.core):
            return Lexeme(glue, folded[len(glue) :], Verb.NO, "")
        return known

    def is_reduced(self, core: str) -> bool:
        """Whether a definite participle, no ordinal, may stand for a relative clause (المدرجة)."""
        ordinal = core in self.firsts | self.seconds
        return not ordinal and any(shape.search(core) for shape in self.reduced)

    def has_article(self, raw: str) -> bool:
        """Whether an article is written on to a word, so that it is no verb that folds like it."""
        data = self.data
        return raw.startswith(data.definite_prefixes[:1] or "\0") and not (
            raw.startswith(data.verbs_like_definite or "\0")
            or raw.endswith(data.verb_endings + data.feminine_endings)
        )

    def known_verb(self, folded: str) -> bool:
        """Whether a folded word, at the head of its clause, can hardly be but a finite verb."""
        known = self._verbs.get(folded)
        if known is None:
            known = self._read(folded, noun=False).verb == Verb.FINITE
            if len(self._verbs) < KEPT:
                self._verbs[folded] = known
        return known

    def may_be_verb(self, folded: str) -> bool:
        """Whether a folded word at the head of a clause is a finite verb or as often one."""
        return self._read(folded, noun=False).verb >= Verb.WEAK

    def is_present(self, folded: str) -> bool:
        """Whether a word is a present form, as behind a particle of mere possibility (قد تتأخر)."""
        form = verb_form(folded, self._pack)
        if form is not None and form.tense == "past":
            return form.present
        return form is not None and form.tense == "present"

    def is_base(self, folded: str) -> bool:
        """Whether a word is a verb without an ending and no past form: "tear", not "cut"."""
        form = verb_form(folded, self._pack)
        return form is not None and form.tense == "base" and folded not in self.unchanged

    def is_only_verb(self, folded: str) -> bool:
        """Whether a form that may be a noun is none that is known: its object is written on to a
        verb (جرفته), or the table of verbs has it as nothing else (تؤوي)."""
        known = self._only_verbs.get(folded)
        if known is None:
            known = self._only_verbs[folded] = self._is_only_verb(folded)
        return known

    def _is_only_verb(self, folded: str) -> bool:
        for base in self._without_pronoun(folded):
            if base.endswith(self.data.feminine_verbs or "\0"):
                noun = base[:-1] + fold_text(self.data.feminine_nouns[0])
                verb = verb_form(base, self._pack)
                acts = verb is not None and verb.tense == "past" and not verb.noun
                return acts and not self._names(noun)
        form = verb_form(folded, self._pack)
        plain = form is not None and form.tense in {"past", "present"} and not form.noun
        return plain and folded not in self.weak

    def _names(self, noun: str) -> bool:
        """Whether a word as it stands is a known noun, of an action or a thing."""
        form, owned = verb_form(noun, self._pack), verb_form(noun[:-1], self._pack)
        # "Its launch" (شنه) is no noun of its own, as a visit (زيارة) is.
        acted = form is not None and form.tense == "noun" and not (owned is not None and owned.noun)
        return acted or self._event_shape(noun) or noun in self.known_nouns or noun in self.whole

    def is_past(self, folded: str) -> bool:
        """Whether a word is a past form by the table of verbs, and no present one."""
        form = verb_form(folded, self._pack)
        return form is not None and form.tense == "past"

    def has_object(self, folded: str) -> bool:
        """Whether the object of a verb is written on to it as a pronoun (غرمته)."""
        form = verb_form(folded, self._pack)
        return form is not None and form.pronoun

    def is_participle(self, folded: str) -> bool:
        """Whether a word may be a past or passive participle ("laid", not "took")."""
        form = verb_form(folded, self._pack)
        return form is not None and (form.tense == "participle" or form.participle)

    def only_past(self, folded: str) -> bool:
        """Whether a word is a past form and no participle ("took")."""
        return self.is_past(folded) and not self.is_participle(folded)

    def base(self, folded: str) -> str:
        """The base of a verb's form, or the word itself."""
        form = verb_form(folded, self._pack)
        return folded if form is None else form.verb

    def is_future(self, folded: str) -> bool:
        """Whether a word is a future form, or one that makes the next word such (لن, سوف)."""
        form = verb_form(folded, self._pack)
        tells = form is not None and form.tense == "future"
        return tells or folded in self.future_auxiliaries

    def is_passive(self, word: Written) -> bool:
        """Whether a vowel sign shows that a verb is passive (عُدّت)."""
        at = 1 + max(0, len(word.raw) - len(word.raw.lstrip("".join(self.data.glued_conjunctions))))
        return word.raw[at : at + 1] in (self.data.passive_marks or ("\0",))

    def _passive(self, raw: str, lexeme: Lexeme) -> bool:
        at = len(lexeme.glue) + 1
        return raw[at : at + 1] in self.data.passive_marks

    def _read(self, folded: str, noun: bool) -> Lexeme:
        if folded in self.never or self._is_never_object(folded) or self._is_name(folded):
            return Lexeme("", folded, Verb.NO, "")
        for glue, core in self._unglued(folded):
            verb, stem = self._listed(core)
            if verb != Verb.NO and not noun:
                return Lexeme(glue, core, verb, stem)
        for glue, core in self._subordinated(folded):
            verb, stem = self._listed(core)
            if verb == Verb.FINITE and not noun:
                return Lexeme(glue, core, verb, stem)
        return self._read_by_looks(folded, noun)

    def _read_by_looks(self, folded: str, noun: bool) -> Lexeme:
        """A word that no list holds, by the looks of verbs and the table of them."""
        if folded in self.given:
            return Lexeme("", folded, Verb.NO, "")  # أنجلينا
        # Without a verb in it, only the first conjunction (و) is common enough to be taken off.
        first = self.data.glued_conjunctions[:1]
        readings = [one for one in self._unglued(folded) if one[0] in ("", *first)]
        whole = self._looks_glued(folded)
        for glue, core in () if whole or noun else readings[1:]:
            if self._tabled(core) == Verb.FINITE and self._tabled(folded) == Verb.NO:
                return Lexeme(glue, core, Verb.FINITE, core)  # ورشقوا
        for glue, core in readings if whole else reversed(readings):  # وأخطرت
            verb, stem = self._shaped(core)
            if verb == Verb.FINITE and not glue and self._joins_past(core):
                return Lexeme(first[0], core[1:], verb, stem[1:])
            if verb != Verb.NO and (not noun or verb == Verb.GERUND):
                return Lexeme(glue, core, verb, stem)
        for glue, core in () if noun else readings:
            verb = self._tabled(core)
            if verb != Verb.NO:
                return Lexeme(glue, core, verb, core)
        # "وصولا" begins with no conjunction.
        glue, core = readings[0 if whole else -1]
        return Lexeme(glue, core, Verb.NO, "")

    def _joins_past(self, word: str) -> bool:
        """Whether a past form that no table has begins with a conjunction and none of its own
        letters: وندبت, ورددوا."""
        past = word.endswith((self.feminine_verbs[0], *self.data.dropped_subject_endings))
        return past and word.startswith(self.data.glued_conjunctions[:1] or "\0")

    def _is_name(self, folded: str) -> bool:
        """Whether a given name or what is counted only looks as if a conjunction were written on to
        a verb (فيصل, 400 *فدان*)."""
        glued = self.data.glued_conjunctions or ("\0",)
        if not folded.startswith(glued):
            return False
        return folded in self.given or self.object_stem(folded) in self._units

    def _is_never_object(self, folded: str) -> bool:
        """Whether a word is one that is no verb, written as an indefinite object (فرعا); but an
        accuser is one who accuses (متهما الحكومة)."""
        return self.object_stem(folded) in self.never and folded not in self.of_speaker

    def is_measure(self, folded: str) -> bool:
        """Whether a word is no thing of its own but a measure of others (28 *كيلومترا*)."""
        return folded in self._measures or self.object_stem(folded) in self._measures

    def object_stem(self, folded: str) -> str:
        """A word without the ending of an indefinite object, where it may have one (فرعا)."""
        return folded[:-1] if folded.endswith(self._object_endings) else folded

    def _tabled(self, word: str) -> Verb:
        """By the table of the language's verbs, where its forms are no nouns as well."""
        if word in self.never or len(word) < 3:
            return Verb.NO
        form = verb_form(word, self._pack)
        if self.data.subject_first:
            return _IN_ORDER.get(form.tense, Verb.NO) if form is not None else Verb.NO
        if form is None or not form.is_finite:
            return Verb.NO
        if form.tense == "past":
            sure = word.endswith(self._sure_endings) and not form.noun
            return Verb.FINITE if sure and len(word) > 3 else self._bare(word, form.verb)
        prefixed = word.startswith(self.data.subordinated_prefixes)
        return Verb.WEAK if prefixed and not form.noun else Verb.NO

    @staticmethod
    def _bare(word: str, verb: str) -> Verb:
        return Verb.WEAK if word == fold_text(verb) else Verb.NO

    def _looks_glued(self, folded: str) -> bool:
        return f"{folded} ".startswith(self._lookalikes)

    def _unglued(self, folded: str) -> Iterator[tuple[str, str]]:
        yield "", folded
        for glue in self.data.glued_conjunctions:
            if folded.startswith(glue) and len(folded) - len(glue) >= 2:
                yield glue, folded[len(glue) :]

    def _subordinated(self, folded: str) -> Iterator[tuple[str, str]]:
        """Readings with a particle of purpose or result before a verb (ليصل, ولتكون)."""
        for glue, core in list(self._unglued(folded)):
            if core in self.whole:
                continue
            for particle in self.data.glued_subordinators:
                rest = core[len(particle) :]
                if core.startswith(particle) and rest.startswith(self.data.subordinated_prefixes):
                    yield glue + particle, rest

    def _listed(self, word: str) -> tuple[Verb, str]:
        """By the lists of the pack."""
        if word in self.never:
            return Verb.NO, ""
        if word in self.auxiliaries:
            return Verb.FINITE, word
        for affixes in self._paradigms:
            found = affixes.stem(word)
            if found is not None:
                stem, weak = found
                return (Verb.WEAK if weak or word in self.weak else affixes.kind), stem
        return (Verb.WEAK, word) if word in self.weak else (Verb.NO, "")

    def _shaped(self, word: str) -> tuple[Verb, str]:
        """By what verbs look like."""
        if word in self.never or not word[:1].isalpha():
            return Verb.NO, ""
        return next(
            ((kind, word) for shape, kind in self._shapes if shape.search(word)), (Verb.NO, "")
        )

    def as_listed(self, core: str) -> Verb:
        """How far a word is a verb by the lists alone."""
        return self._listed(core)[0]

    def only_looks(self, core: str) -> bool:
        """Whether a word is a verb only by its looks: no list and no table of verbs has it."""
        return self._listed(core)[0] == Verb.NO and verb_form(core, self._pack) is None

    def open(self, lexeme: Lexeme) -> bool:
        """Whether a word that no list knows may be a verb: no noun by its looks, no particle."""
        core = lexeme.core
        return not (
            lexeme.glue or core in self._no_verbs or self.definite(core) or not core[:1].isalpha()
        )


_SHORTEST_JOINED = 2
"""Letters of a conjunction and the word behind it, more than which there are."""
_IN_ORDER: dict[Tense, Verb] = {
    "past": Verb.PAST,
    "participle": Verb.PAST,
    "present": Verb.WEAK,
    "base": Verb.WEAK,
}
"""Forms of the table where the subject comes first: what is no participle is as often a noun."""


class _Affixes:
    """A paradigm made ready to recognise its forms."""

    def __init__(self, paradigm: Paradigm) -> None:
        self.kind = _KINDS[paradigm.kind]
        self._stems = folded_set(paradigm.stems)
        self._prefixes = tuple(sorted(map(fold_text, paradigm.prefixes), key=len, reverse=True))
        endings = {
            fold_text(suffix + object_)
            for suffix in paradigm.suffixes
            for object_ in paradigm.objects
        }
        self._endings = frozenset(endings)
        self._longest = max(map(len, endings), default=0)
        self._weak = folded_set(paradigm.weak_endings)

    def stem(self, word: str) -> tuple[str, bool] | None:
        """The stem of which ``word`` is a form and whether its ending is weak, or nothing."""
        size, endings, stems = len(word), self._endings, self._stems
        floor = max(0, size - self._longest - 1)
        cuts = [cut for cut in range(size, floor, -1) if word[cut:] in endings]
        for prefix in self._prefixes if cuts else ():
            if not word.startswith(prefix):
                continue
            begin = len(prefix)
            for cut in cuts:
                if cut > begin and word[begin:cut] in stems:
                    return word[begin:cut], word[cut:] in self._weak
        return None


def grammar(code: str) -> Grammar:
    """The grammar of a language, read once."""
    return load(code).derived(_grammar)


def _grammar(pack: LanguagePack) -> Grammar:
    return Grammar(pack.section(Clauses), pack)
