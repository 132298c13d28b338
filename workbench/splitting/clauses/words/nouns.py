"""What a written word is by a language's grammar beside a verb: definite, owned, a preposition, the
noun of an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.language.fold import fold_text
from workbench.language.gazetteer import town
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.schema.clauses import Clauses
from workbench.language.schema.speech import Speech
from workbench.language.stems import without_article
from workbench.language.verbs import verb_form
from workbench.splitting.clauses.words.forms import Verb, Written
from workbench.splitting.clauses.words.vocabulary import Vocabulary, folded_ends, folded_set

KEPT = 200_000
"""Words of which it is kept what they are."""
_SHORTEST_GOVERNED = 5
"""Letters of a definite noun behind its preposition, with both."""


class Nouns(Vocabulary):
    """Tells what words are that are no verbs, or nouns of what verbs do."""

    def __init__(self, data: Clauses, pack: LanguagePack) -> None:
        super().__init__(data, pack)
        speech = pack.section(Speech)
        self.documents = folded_set(speech.documents)
        """What is said or written."""
        self.replying = folded_set(speech.replying)
        self.own_decisions = folded_set(data.own_decisions)
        self.said_nouns = folded_set(data.said_nouns)
        self.almost = {tuple(fold_text(phrase).split()) for phrase in data.almost}
        self.excluded_acts = folded_set(data.excluded_acts)
        self.effects, self.existential = folded_set(data.effects), folded_set(data.existential)
        self.own_acts = folded_set(data.own_acts)
        self.posts = folded_set(data.posts)
        self.judging, self.demanding = folded_set(data.judging), folded_set(data.demanding)
        self.own_states = folded_set(data.own_states)
        self.single_persons = folded_set(data.single_persons) | self.persons | self.first_names
        self.other_sex = _other_sex(speech, data)
        """By pronoun, what shows that somebody is of the sex it is not for."""
        self.several_persons = folded_set(data.several_persons) | self.plurals | self.kin.keys()
        self.organisations = self.own_bodies | folded_set(speech.organisations)
        """Nouns for bodies…"""
        self.body_names = self.organisations | folded_set(data.body_names)
        """…and further words in their names."""
        ends = self.no_nouns | self.conjunctions | self.dated_words | self.without_preposition
        self.no_object = ends - self.infinitives
        """What behind a verb is no object of it."""
        self.everyday = _everyday(pack) if data.subject_first else frozenset[str]()
        """Words that name a thing and nobody."""
        self._events: dict[str, bool] = {}
        self.written_articles = folded_ends(data.definite_prefixes)
        self._participle = re.compile(data.participle_shape or r"(?!)")
        self._predicative = patterns(data.predicative_shapes)
        self._not_events = folded_set(speech.not_verbal_nouns) | self.persons
        self._listed_events = folded_set(() if data.subject_first else speech.verbal_nouns)
        self._event_shapes = patterns(() if data.subject_first else speech.verbal_noun_patterns)
        self._governed = tuple(
            letter + article
            for letter in data.glued_prepositions
            for article in data.definite_prefixes[:1]
            if len(letter) == 1 and letter + article in data.definite_prefixes
        ) or ("\0",)

    def names_thing(self, core: str) -> bool:
        """Whether everybody knows a word, in the plural too, as that of a thing."""
        ending = next((one for one in self.data.inflected_endings if core.endswith(one)), "")
        return not self.everyday.isdisjoint((core, core.removesuffix(ending)))

    def definite(self, core: str) -> bool:
        """Whether a word carries the article of its language."""
        return core.startswith(self.data.definite_prefixes) and len(core) > 3

    def without_article(self, core: str) -> str:
        """A folded noun without the article written on to it."""
        return without_article(core, self.written_articles)

    def owned(self, core: str) -> bool:
        """Whether a pronoun is written on to a noun (بعضهم)."""
        endings = self.data.possessive_endings
        return bool(endings) and core.endswith(endings) and len(core) > 4

    def is_event(self, core: str) -> bool:
        """Whether a word is the noun of an action (وصول), by the verbs of its language."""
        known = self._events.get(core)
        if known is None:
            known = self._event_shape(core) or any(
                form is not None and (form.tense == "noun" or form.noun)
                for form in (
                    verb_form(word, self._pack) for word in (core, *self._without_pronoun(core))
                )
            )
            if len(self._events) < KEPT:
                self._events[core] = known
        return known

    def names_action(self, core: str) -> bool:
        """Whether a word is the noun of a known verb, not only shaped like one (اتصال)."""
        form = verb_form(core, self._pack)
        return form is not None and form.noun

    def is_masdar(self, core: str) -> bool:
        """Whether a past form is the noun of its action as well (تبادل)."""
        form = verb_form(core, self._pack)
        past = form is not None and form.tense == "past" and not form.present
        return past and form is not None and form.noun

    def completed(self, core: str) -> bool:
        """Whether a verb says little without what completes it (لم يبق سوى, لم يعد سوى)."""
        form = verb_form(core, self._pack)
        stem = fold_text(form.verb) if form is not None else core
        return stem in self.complement or core in self.auxiliaries

    def is_own_event(self, core: str) -> bool:
        """Whether a word may be the noun of an action with a pronoun written on to it (تراجعه)."""
        return any(map(self.is_event, self._without_pronoun(core)))

    def is_adverb(self, core: str) -> bool:
        """Whether a word is an adverb, by the list or by its ending ("rapidly")."""
        return core in self.adverbs or self.ends_as_adverb(core)

    def ends_as_adverb(self, core: str) -> bool:
        """Whether a word ends like an adverb, and is none of the others that do ("family")."""
        return core.endswith(self.language.adverb_endings) and core not in self.not_adverbs

    def is_manner(self, core: str) -> bool:
        """Whether a word has the ending of one that says how or how far (جزئيا), no place."""
        return core.endswith(self.data.manner_endings or "\0") and core not in self.never

    def names_subject(self, core: str) -> bool:
        """Whether a pronoun is written together with its auxiliary ("they're")."""
        return "'" in core and core.partition("'")[0] in self.pronouns

    def opens_event(self, word: Written) -> bool:
        """Whether a preposition is written on to the noun of an action (بسجن)."""
        if not self.prepositional(word) or word.core in self.prepositions:
            return False
        glued = filter(word.core.startswith, self.data.glued_prepositions)
        nouns = (word.core[len(written) :] for written in glued)
        return any(self.is_event(noun) and noun not in self.attributes for noun in nouns)

    def _event_shape(self, core: str) -> bool:
        if core in self._not_events or self.definite(core):
            return False
        shapes = self._event_shapes
        return core in self._listed_events or any(shape.fullmatch(core) for shape in shapes)

    def _without_pronoun(self, core: str) -> Iterator[str]:
        for ending in map(fold_text, (*self.data.possessive_endings, *self.data.pronoun_endings)):
            if core.endswith(ending) and len(core) - len(ending) > 2:
                yield core[: -len(ending)]

    def owner_of(self, core: str) -> str:
        """The pronoun of whose measure a noun tells (قيمت*ها*, مدت*ه*), if it is one."""
        feminine = fold_text(self.data.feminine_nouns[0]) if self.data.feminine_nouns else ""
        for base in self._without_pronoun(core):
            if not self.attributes.isdisjoint((base, base[:-1] + feminine)):
                return core[len(base) :]
        return ""

    def is_circumstantial(self, word: Written) -> bool:
        """Whether an active participle by its looks tells in what state its subject acted: with
        its ending written out, or of a shape that names have not."""
        core, raw = word.core, word.raw
        if not core.endswith(self.data.participle_endings) or self.is_event(core):
            return False
        if raw.endswith(self.data.accusative_endings or "\0"):
            return True
        return self._participle.match(core) is not None

    def is_town_behind(self, noun: str, word: str) -> bool:
        """Whether a word that looks like a verb is the name of a place whose noun stands before
        it: معبر نصيب, بمعبر نصيب."""
        head = self._place_head(noun)
        if not head:
            return False
        if self.names_two_places(noun):
            return True  # ولايتي *صور* والكامل
        return f"{head} {word}" in self.headed_places or town(word, self._pack) is not None

    def names_two_places(self, noun: str) -> bool:
        """Whether the names of two places stand behind a noun, joined by "and": مدينتي, بمدينتي."""
        head = self._place_head(noun)
        return bool(head) and head.endswith(self.pair_heads_endings)

    def heads_place(self, noun: str) -> bool:
        """Whether the name of a place stands behind a noun: مدينة, بمدينة."""
        return bool(self._place_head(noun))

    def _place_head(self, noun: str) -> str:
        """The noun of a place without its preposition, where the noun comes first."""
        heads = (one for one in (noun, noun[1:]) if one in self.place_heads)
        return "" if self.data.subject_first else next(heads, "")

    def is_place(self, word: str, behind: str = "") -> bool:
        """Whether a word behind a preposition is a place's name, be it short (في *حلب*), or with
        the word behind it how one begins (في *لوس أنجلوس*)."""
        known = word in self.any_places or f"{word} {behind}" in self.headed_places
        return known or town(word, self._pack) is not None

    def is_predicative(self, core: str) -> bool:
        """Whether an indefinite word looks like what is said of a subject (متواصل, قائم)."""
        return any(shape.search(core) for shape in self._predicative) and not self.is_event(core)

    def governed(self, word: Written) -> bool:
        """Whether a preposition of one letter is written on to a definite noun (بالقاهرة)."""
        begins = word.core.startswith(self._governed) and len(word.core) > _SHORTEST_GOVERNED
        return begins and word.core not in self.whole

    def governed_event(self, word: Written) -> bool:
        """Whether a preposition of one letter is written on to what happened (بهجوم, لتفجير)."""
        core = word.core
        glued = core[:1] in self.data.glued_prepositions and core not in self.whole
        return glued and word.verb == Verb.NO and self.is_event(core[1:])

    def prepositional(self, word: Written) -> bool:
        """Whether a word is a preposition or begins with one written on to it."""
        core = word.core
        if core in self.prepositions:
            return True
        if word.verb != Verb.NO or len(core) < 4 or core in self.whole:
            return False
        if not core.startswith(self.data.glued_prepositions):
            return False
        # What has the ending of an object is governed by none: بئراً.
        return not word.raw.endswith(self.data.accusative_endings or "\0")


def patterns(written: Iterable[str]) -> list[re.Pattern[str]]:
    """Regular expressions, compiled."""
    return [re.compile(pattern) for pattern in written]


def _everyday(pack: LanguagePack) -> frozenset[str]:
    """Words of every day that are written small, of which none is the name of a body too."""
    data = pack.section(LexiconData)
    words = folded_set(form for forms in data.concepts.values() for form in forms if form.isalpha())
    return words - folded_set(form for forms in data.actors.values() for form in forms)


def _other_sex(speech: Speech, data: Clauses) -> dict[str, frozenset[str]]:
    """By pronoun, names, offices and pronouns of the other sex: "Ms", "Ann" and "her" of "he"."""
    agree = {word: form.agree for form in speech.pronouns for word in form.words}
    agree |= {owned: agree[word] for word, owned in data.owner_pronouns.items() if word in agree}
    sexed = {word: sex for word, sex in agree.items() if sex in speech.shown}
    return {
        word: folded_set(
            (
                *(name for other, names in speech.shown.items() if other != sex for name in names),
                *(each for each, other in sexed.items() if other != sex),
            )
        )
        for word, sex in sexed.items()
    }
