"""What attribution knows of words: a language's section of speech, folded for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from workbench.language.fold import fold_text, fold_word
from workbench.language.packs import LanguagePack, load
from workbench.language.schema import Actors, LexiconData
from workbench.language.schema.speech import Speech, VerbGroup
from workbench.splitting.attribution.phrases import Phrases
from workbench.splitting.attribution.tokens import Token
from workbench.splitting.attribution.verb_forms import VerbForm, verb_forms
from workbench.splitting.clauses.grammar import Grammar, grammar

_SHORTEST = 2
"""Letters up to which a word has no conjunction written on to it."""
_CODE = 2
"""Letters of a country's code."""


def without_acronyms(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with acronyms that look like small words (WHO, US) kept from being taken so."""
    if not any(token.raw.islower() for token in tokens):
        return list(tokens)
    small = lexicon.small_words
    return [
        replace(token, key=token.key + ".")
        if len(token.raw) > 1 and token.key in small and token.raw.isupper()
        else token
        for token in tokens
    ]


class Lexicon:
    """A language's section ``[speech]``, folded and ready for look-up."""

    def __init__(
        self,
        speech: Speech,
        grammar: Grammar | None = None,
        countries: frozenset[str] = frozenset(),
        given: frozenset[str] = frozenset(),
        nationalities: frozenset[str] = frozenset(),
    ) -> None:
        self.speech = speech
        self.grammar = grammar
        self.countries = countries
        self.given = given
        self.nationalities = nationalities
        self.verbs = verb_forms(speech)
        self._read_small_words(speech)
        self._read_sources(speech)
        self._read_names(speech)
        self._read_circumstances(speech)
        self._read_said(speech)

    def _read_small_words(self, speech: Speech) -> None:
        self.complementisers = folded(speech.complementisers)
        self.not_complementisers_after = folded(speech.not_complementisers_after)
        self.not_complementisers_before = folded(speech.not_complementisers_before)
        self.governors = folded(speech.governors)
        self.connectives = folded(one for one in speech.connectives if " " not in one)
        self.connective_phrases = Phrases(one for one in speech.connectives if " " in one)
        self.coordinators = Phrases(speech.coordinators)
        # "But that", after which a noun takes the ending of an object all the same.
        self.joining = self.complementisers | self.connectives
        self.additive = folded(speech.additive)
        self.where = folded(speech.where)
        self.absolute = folded(speech.absolute)
        self.shares = folded(speech.shares)
        self.leading_times = folded(speech.leading_times)
        self.plain_joints = folded(speech.plain_joints)
        self.side_words = folded(speech.side_words)
        self.copies = folded(speech.copies)
        self.not_finite = folded(speech.not_finite)
        self.not_speech = folded(speech.not_speech)
        self.approximating = folded(speech.approximating)
        self.named_audiences = folded(speech.named_audiences)
        self.single = folded(speech.single)
        self.plurals = folded(speech.plurals)
        self.not_heads = folded(speech.not_heads)
        self.alternatives = folded(speech.alternatives)
        self.no_speech_of = folded(speech.no_speech_of)
        self.judging = folded(speech.judging)
        self.particles = folded(speech.particles)
        self.relatives = folded(speech.relatives)
        self.auxiliaries = folded(speech.auxiliaries)
        self.inverted = folded(speech.inverted_auxiliaries)
        self.conditions = folded(speech.conditions)
        self.comparing = folded(speech.comparing)
        self.appended = folded(speech.appended)
        self.none_of_two = folded(speech.none_of_two)
        self.negations = folded(speech.negations)
        self.not_asserting = folded(speech.not_asserting_before)
        self.counting = folded(speech.counting_before_nouns)
        self.possible = folded(speech.possible_before_present)
        self.passive_auxiliaries = folded(speech.passive_auxiliaries)

    def _read_sources(self, speech: Speech) -> None:
        self.passives = Phrases(speech.passives)
        self.according_to = Phrases(speech.according_to)
        self.apart = Phrases(speech.according_apart)
        self.citing = folded(speech.citing)
        self.reasons = folded(speech.citing_reasons)
        self.crowds = folded(speech.crowds)
        self.postposed = folded(speech.postposed)
        self.said_by = Phrases(speech.said_by)
        self.also = folded(speech.also)
        self.resultative = Phrases(speech.resultative)
        self.replying = folded(speech.replying)
        self.causal = folded(speech.causal)
        self.denied_things = folded(speech.denied_things)
        self.topics = folded(speech.topics)
        self.not_sources = folded(speech.not_sources)
        self.resumed = folded(speech.resumed)
        self.pronouns = {
            fold_text(word): group.agree for group in speech.pronouns for word in group.words
        }
        self.articles = folded(speech.articles)
        self.definite = folded(one for one in speech.definite if not one.endswith("+"))
        self.feminine_endings = tuple(fold_text(one) for one in speech.feminine_endings)
        self.definite_letters = tuple(
            fold_text(one[:-1]) for one in speech.definite if one.endswith("+")
        )
        self._noun_endings = tuple(speech.feminine_endings) or ("\0",)
        self.possessives = folded(speech.possessives)
        self.pointing = folded(speech.pointing)
        self.body_possessives = folded(speech.body_possessives)
        self.not_actions = frozenset(map(fold_text, speech.not_actions))
        self.case_endings = tuple({fold_text(one) for one in speech.case_endings}) or ("\0",)
        self.owner_endings = tuple(fold_text(one) for one in speech.owner_endings)
        endings = speech.owned_endings.items()
        self._owned_endings = [(fold_text(owned), fold_text(own)) for owned, own in endings]
        self.labels = folded(speech.labels)
        self.documents = folded(speech.documents)
        self.bearers = folded(speech.bearers)
        self.within = folded(speech.within)
        self.issuers = folded(speech.issuers)
        self.doers = folded(speech.doers)
        self.adversatives = Phrases(speech.adversatives)
        self.unanswered = folded(speech.unanswered)
        self.occasions = Phrases(speech.occasions)
        self.studies = folded(speech.studies)
        self.media = folded(speech.media)
        self.audiences = folded(speech.audiences)
        self.addressing = folded(speech.addressing)
        self.small_words = self.relatives | self.audiences | self.pronouns.keys()
        self._read_bodies(speech)

    def _read_bodies(self, speech: Speech) -> None:
        """What stands for a body, and how it and others speak on."""
        self.alongside = folded(speech.alongside)
        self.placing = folded(speech.placing)
        self.body_relatives = folded(speech.body_relatives)
        self.public_bodies = folded(speech.public_bodies)
        self.stands_for = {fold_word(a): folded(b) for a, b in speech.stands_for.items()}
        self.stand_ins = folded(speech.stand_ins)
        self.stand_in_endings = tuple(speech.stand_in_endings) or ("\0",)

    def _read_names(self, speech: Speech) -> None:
        self.organisations = folded(speech.organisations)
        self.persons = folded(speech.persons)
        self.bare_persons = self._without_article(self.persons)
        self.common_organisations = self._without_article(self.organisations)
        self.named_organisations = folded(speech.named_organisations)
        named = self._without_article(self.named_organisations)
        self.bare_organisations = self.common_organisations | named
        self.bare_bodies = self.bare_persons | self.bare_organisations
        self.bare_documents = self._without_article(self.documents)
        self.bare_speakers = self.bare_bodies | self.bare_documents
        self.speech_the = self.definite & self.articles
        self.honorifics = folded(speech.honorifics)
        self.ministry = self._without_article(folded(speech.ministry))
        self.bare_ministries = self._without_article(folded(speech.ministries))
        self.bare_honorifics = self._without_article(self.honorifics)
        self.bare_offices = self.bare_persons - self.bare_honorifics
        self.shown = {
            fold_word(one): agree for agree, names in speech.shown.items() for one in names
        }
        self.generic_speakers = folded(speech.generic_speakers)
        self.selfsame = folded(speech.selfsame)
        self.aged = folded(speech.aged)
        self.trades = folded(speech.trades)
        self.name_openers = folded(speech.name_openers)
        self.not_given = frozenset(speech.not_given)
        self.quantifiers = folded(speech.quantifiers)
        self.ranks = folded(speech.ranks)
        self.nisba_endings = tuple(fold_text(one) for one in speech.adjective_endings)

    def _read_circumstances(self, speech: Speech) -> None:
        self.time_words = folded(speech.time_words)
        self.given_times = folded(speech.given_times)
        self.adverbs = folded(speech.adverbs)
        self._adverb_pattern = _any_of(speech.adverb_patterns)
        self.adjuncts = folded(speech.adjuncts)
        self.figure_openers = folded(speech.figure_openers)
        self._namesakes = tuple(speech.namesakes) or ("\0",)
        self.apposing = folded(speech.apposing)
        self.joints = folded(speech.joints)
        self.full_name_joints = folded(speech.full_name_joints)
        self.issued = folded(speech.issued)
        self.meanwhile = Phrases(speech.meanwhile)
        self.acts = folded(speech.acts)
        self.phrasal_acts = folded(speech.phrasal_acts)
        self.naming = folded(speech.naming)
        self.issuing = folded(speech.issuing)
        self.calls = folded(speech.calls)
        self.withheld = folded(speech.withheld)
        self.belongings = folded(speech.belongings)
        self.office_joints = folded(speech.office_joints)
        self.charged = folded(speech.charged)
        self.name_of = folded(speech.name_of)
        self.name_closers = folded(speech.name_closers)

    def _read_said(self, speech: Speech) -> None:
        self.finite = folded(speech.finite)
        self.finite_pattern = _any_of(speech.finite_patterns)
        self.nouns = folded(speech.verbal_nouns)
        self.noun_pattern = _any_of(speech.verbal_noun_patterns)
        self.action_or_verb = _any_of(speech.action_or_verb)
        self.not_nouns = folded(speech.not_verbal_nouns)
        self.object_heads = folded(speech.object_heads)
        self._object_pattern = _any_of(speech.object_patterns)
        self.fillers = folded(speech.fillers)
        self.dateline = _any_of(speech.datelines)
        self.lookalikes = tuple(fold_text(one) for one in speech.conjunction_lookalikes)
        self._joining = frozenset(speech.conjunction_letters)
        self._resuming = frozenset(speech.resumptive_letters)

    def _without_article(self, words: frozenset[str]) -> frozenset[str]:
        letters = self.definite_letters
        cut = (
            word[len(one) :]
            for word in words
            for one in letters
            if word.startswith(one) and len(word) > len(one) + 2
        )
        return words.union(cut)

    def without_article(self, key: str) -> str:
        """A folded word without the definite article written on to it."""
        if not key.startswith(self.definite_letters or "\0"):
            return key
        for letters in self.definite_letters:
            if key.startswith(letters) and len(key) > len(letters) + 2:
                return key[len(letters) :]
        return key

    def folded_through(self, group: VerbGroup) -> frozenset[str]:
        """What may stand between a verb of the group and what is said."""
        return folded(group.through)

    def folded_as(self, group: VerbGroup) -> frozenset[str]:
        """What must stand behind an object that is passed on."""
        return folded(group.as_)

    def folded_speakers(self, group: VerbGroup) -> frozenset[str]:
        """Who alone can be the subject of a verb of the group."""
        return folded(group.by)

    def folded_relays(self, group: VerbGroup) -> frozenset[str]:
        """After what the source stands whose words are passed on."""
        return folded(group.relays)

    def folded_sources(self, group: VerbGroup) -> frozenset[str]:
        """After what the source stands that says something."""
        return folded(group.sources)

    def bare(self, token: Token) -> str:
        """The key without a conjunction written on to it, where there is one."""
        key = token.key
        if key[0] not in self._joining or len(key) <= _SHORTEST or token.sign:
            return key
        return key if (key + " ").startswith(self.lookalikes) else key[1:]

    def is_joined(self, token: Token) -> bool:
        """Whether a conjunction is written on to a word (وهو)."""
        return self.bare(token) != token.key

    def is_joined_document(self, token: Token) -> bool:
        """Whether a document stands behind a preposition written on to it (ببيان)."""
        key = token.key
        attached = key[0] in self.speech.attached
        return attached and self.without_article(key[1:]) in self.bare_documents

    def is_joined_pronoun(self, token: Token) -> bool:
        """Whether a word begins to tell who somebody is: *وهو* معلم متقاعد."""
        return token.key in self.pronouns and self.is_joined(token)

    def verb(self, token: Token) -> tuple[VerbForm, ...]:
        """The forms of verbs of speech that a word may be."""
        key = token.key
        found = self.verbs.get(key, ())
        if key[0] in self._joining or key[0] in self._resuming:
            found += self.verbs.get(key[1:], ())
        if not found or self.bare(token) in self.not_speech:
            return ()
        if token.raw.endswith(self._noun_endings):
            # Folding makes one of "a campaign" (حملة) and "blamed him" (حمّله).
            return tuple(form for form in found if form.participle)
        return found

    def is_adverb(self, token: Token) -> bool:
        """Whether a word only says in what manner."""
        if token.key in self.adverbs:
            return True
        pattern = self._adverb_pattern
        return pattern is not None and token.raw.islower() and bool(pattern.fullmatch(token.key))

    def is_adjunct(self, token: Token) -> bool:
        """Whether a word is a preposition of circumstance, and no name that folds like it (علي)."""
        key = self.bare(token)
        return key in self.adjuncts and not token.raw.endswith(self._namesakes)

    def is_namesake(self, token: Token) -> bool:
        """Whether a word only folds like a preposition (the name علي, the preposition على)."""
        return token.key in self.adjuncts and not self.is_adjunct(token)

    def is_naming(self, token: Token) -> bool:
        """Whether the name of somebody follows who was described before (يدعى, and no يدعي)."""
        return token.raw in self.speech.naming

    def uncontracted(self, key: str, attached: int) -> str:
        """A folded word without the preposition written on to it (للوزارة → الوزارة)."""
        for prefix, stands_for in self.speech.contractions.items():
            if key.startswith(prefix):
                return stands_for + key[len(prefix) :]
        return key[attached:]

    def is_event(self, token: Token) -> bool:
        """Whether a word is a finite verb by the grammar of its language."""
        if token.sign or self.grammar is None:
            return False
        noun = self.grammar.has_article(token.raw) or token.raw.endswith(self._noun_endings)
        return self.is_finite(token) or (not noun and self.grammar.known_verb(token.key))

    def is_finite(self, token: Token) -> bool:
        """Whether a word shows that the stretch around it is a clause."""
        if token.sign or token.is_capital:
            return False
        key = self.bare(token)
        if key in self.finite:
            return True
        forms = self.verbs.get(key, ())
        # Strict words in their first form are as often nouns ("report", "claims", عبر).
        if any(not form.participle and (form.part or not form.group.strict) for form in forms):
            return True
        if self.finite_pattern is None or key in self.not_finite:
            return False
        return bool(self.finite_pattern.fullmatch(key))

    def is_action(self, token: Token) -> bool:
        """Whether a word as it is written is mostly the noun of an action."""
        starts = self.speech.not_verbal_noun_starts
        return not token.raw.startswith(starts or "\0") and self.is_verbal_noun(token.key)

    def is_definite_action(self, token: Token) -> bool:
        """Likewise with the article written on to it (الإطاحة)."""
        if self.grammar is None or not self.is_definite(token.key):
            return False
        bare = self.without_article(token.key)
        return bare not in self.not_actions and self.grammar.is_event(bare)

    def unowned(self, base: str) -> str:
        """A folded noun that stood before a possessive as it is written by itself."""
        for owned, own in self._owned_endings:
            if base.endswith(owned):
                return base[: -len(owned)] + own
        return base

    def is_verbal_noun(self, key: str) -> bool:
        """Whether a folded word is mostly the noun of an action."""
        if key in self.nouns:
            return True
        if key in self.not_nouns or self.noun_pattern is None or self.is_definite(key):
            return False
        if key in self.organisations or key in self.persons:
            return False
        return bool(self.noun_pattern.fullmatch(key))

    def is_object_head(self, key: str) -> bool:
        """Whether a folded word begins a noun phrase that is said."""
        pattern = self._object_pattern
        return key in self.object_heads or (pattern is not None and bool(pattern.fullmatch(key)))

    def is_definite(self, key: str) -> bool:
        """Whether a folded word carries a definite article or is one."""
        return key in self.definite or key.startswith(self.definite_letters or ("\0",))

    def is_title(self, key: str) -> bool:
        """Whether a folded word is a title that may stand before a name."""
        return key in self.persons or key in self.honorifics


def lexicon(code: str) -> Lexicon:
    """The words of speech of a language on file."""
    return load(code).derived(_lexicon)


def _lexicon(pack: LanguagePack) -> Lexicon:
    given = folded(pack.section(Actors).given_names)
    demonyms = pack.section(LexiconData).demonyms.values()
    nationalities = folded(word for words in demonyms for word in words if " " not in word)
    speech = pack.section(Speech)
    return Lexicon(speech, grammar(pack.code), _countries(pack), given, nationalities)


def _countries(pack: LanguagePack) -> frozenset[str]:
    """The countries of a language by names of one word."""
    places = pack.section(LexiconData).places.items()
    names = (
        name for code, names in places if len(code) == _CODE and code.isupper() for name in names
    )
    return folded(name for name in names if " " not in name)


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words as they are looked up."""
    return frozenset(fold_word(word) for word in words)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{one})" for one in patterns)) if patterns else None
