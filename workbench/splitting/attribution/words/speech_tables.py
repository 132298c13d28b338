"""The section ``[speech]`` of a language pack as sets and patterns in which words are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from workbench.language.fold import fold_text, fold_word
from workbench.language.schema.language import Language
from workbench.language.schema.speech import Speech
from workbench.splitting.attribution.words.phrases import Phrases
from workbench.splitting.attribution.words.verb_forms import verb_forms
from workbench.splitting.clauses.words.grammar import Grammar


class KnownNames(msgspec.Struct, frozen=True):
    """Folded names that tell who, where or when is meant, apart from the words of speech."""

    countries: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    """Names of one word of countries, capitals and bodies, which act by them."""
    given: frozenset[str] = frozenset()
    nationalities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Of languages whose subject stands first: in which another place may be."""
    months: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    """Of a month or a year: its start, its end."""
    leaders: frozenset[str] = frozenset()
    """Whole names of persons and bodies whom everybody knows."""


class SpeechTables:
    """A language's section ``[speech]``, folded and ready for look-up."""

    def __init__(
        self, speech: Speech, grammar: Grammar | None = None, known: KnownNames | None = None
    ) -> None:
        self.speech = speech
        self.grammar = grammar
        self.language = grammar.language if grammar is not None else Language(code="", name="")
        known = known or KnownNames()
        self.countries = known.countries
        self.acting = known.acting
        self.given = known.given
        self.nationalities = known.nationalities
        self.places = known.places
        self.months = known.months
        self.parts = known.parts
        self.leaders = known.leaders
        self.verbs = verb_forms(speech)
        self.contracted = tuple(speech.contractions)
        self._read_small_words(speech)
        self._read_sources(speech)
        self._read_depictions(speech)
        relays = (group.through for group in speech.verbs if group.relays)
        self.sayings = folded(word for words in relays for word in words)
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
        self.parts_of_all = folded(speech.parts_of_all)
        self.leading_times = folded(speech.leading_times)
        self.plain_joints = folded(speech.plain_joints)
        self.side_words = folded(speech.side_words)
        self.networks = folded(speech.networks)
        self.filmed = folded(speech.filmed)
        self.copies = folded(speech.copies)
        self.securities = folded(speech.securities)
        self.body_endings = folded(speech.body_endings) | folded(speech.organisations)
        self.states_of_health = tuple(map(fold_text, speech.states_of_health))
        self.taking_up = folded(speech.taking_up)
        self.commenting = folded(speech.commenting)
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
        self.described_by = folded(speech.described_by)
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
        self.mute = folded(speech.mute)

    def _read_sources(self, speech: Speech) -> None:
        self.passives = Phrases(speech.passives)
        self.according_to = Phrases(speech.according_to)
        self.apart = Phrases(speech.according_apart)
        self.citing = folded(speech.citing)
        self.reasons = folded(speech.citing_reasons)
        self.crowds = folded(speech.crowds)
        self.postposed = folded(speech.postposed)
        self.said_by = Phrases(speech.said_by)
        sources = (self.passives, self.according_to, self.apart, self.said_by)
        self.source_openers = frozenset(word for one in sources for word in one.first_words)
        self.frame_words = self.source_openers.union(self.verbs)
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
        self.causes = folded(speech.causes)
        self.not_actions = frozenset(map(fold_text, speech.not_actions))
        self.case_endings = tuple({fold_text(one) for one in speech.case_endings}) or ("\0",)
        self.owner_endings = tuple(fold_text(one) for one in speech.owner_endings)
        endings = speech.owned_endings.items()
        self._owned_endings = [(fold_text(owned), fold_text(own)) for owned, own in endings]
        self.labels = folded(speech.labels)
        self.turn_letters = folded(speech.turn_letters)
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
        self.media_phrases = Phrases(one for one in speech.media if " " in one)
        self.audiences = folded(speech.audiences)
        self.addressing = folded(speech.addressing)
        self.small_words = self.relatives | self.audiences | self.pronouns.keys()
        self._read_bodies(speech)

    def _read_bodies(self, speech: Speech) -> None:
        """What stands for a body, and how it and others speak on."""
        self.envoys = folded(speech.envoys)
        self.alongside = folded(speech.alongside)
        self.body_possessives = folded(speech.body_possessives)
        self.placing = folded(speech.placing)
        self.body_relatives = folded(speech.body_relatives)
        self.selves = folded(speech.selves)
        self.before_short_verbs = folded(speech.before_short_verbs)
        self.own_words = folded(speech.own_words)
        self.other_offices = folded(speech.other_offices)
        self.public_bodies = folded(speech.public_bodies)
        self.stands_for = {fold_word(a): folded(b) for a, b in speech.stands_for.items()}
        self.stand_ins = folded(speech.stand_ins)
        self.stand_in_endings = tuple(speech.stand_in_endings) or ("\0",)

    def _read_depictions(self, speech: Speech) -> None:
        """What shows something, and how it goes round."""
        self.depictions = {agree: folded(nouns) for agree, nouns in speech.depictions.items()}
        self.depicting = frozenset[str]().union(*self.depictions.values())
        self.spread = folded(speech.spread)
        self.demands = folded(speech.demands)
        self.publishing = folded(speech.publishing)

    def _read_names(self, speech: Speech) -> None:
        self.organisations = folded(speech.organisations)
        self.persons = folded(speech.persons)
        self.purposes = folded(speech.purposes)
        self.styles = folded(speech.styles)
        self.bare_persons = self._without_article(self.persons)
        whole = frozenset(one for one in self.media if " " in one)  # سي إن إن
        self.common_organisations = self._without_article(self.organisations | whole)
        self.named_organisations = folded(speech.named_organisations)
        named = self._without_article(self.named_organisations)
        self.bare_organisations = self.common_organisations | named
        self.bare_bodies = self.bare_persons | self.bare_organisations
        self.bare_documents = self._without_article(self.documents)
        self.bare_speakers = self.bare_bodies | self.bare_documents
        self.speech_the = self.definite & self.articles
        self.honorifics = folded(speech.honorifics)
        self.plural_fields = folded(speech.plural_fields)
        self.ministry = self._without_article(folded(speech.ministry))
        self.bare_ministries = self._without_article(folded(speech.ministries))
        self.bare_honorifics = self._without_article(self.honorifics)
        self.bare_offices = self.bare_persons - self.bare_honorifics
        self.shown = {
            fold_word(one): agree for agree, names in speech.shown.items() for one in names
        }
        self.generic_speakers = folded(speech.generic_speakers)
        self.describing_roles = folded(speech.describing_roles) | self.nationalities
        self.kindred_roles = _kindred(speech.kindred_roles)
        self.selfsame = folded(speech.selfsame)
        self.aged = folded(speech.aged)
        self.trades = folded(speech.trades)
        self.name_openers = folded(speech.name_openers)
        self.not_given = frozenset(speech.not_given)
        self.not_families = folded(speech.not_families)
        self.short_bodies = folded(speech.short_bodies)
        self.quantifiers = folded(speech.quantifiers)
        self.one_of = folded(speech.one_of)
        self.owners = {fold_text(one): pro.agree for pro in speech.pronouns for one in pro.endings}
        self.ranks = folded(speech.ranks)
        self.nisba_endings = tuple(fold_text(one) for one in speech.adjective_endings)

    def _read_circumstances(self, speech: Speech) -> None:
        self.time_words = folded(speech.time_words)
        self.given_times = folded(speech.given_times)
        self.adverbs = folded(speech.adverbs)
        self.restricting_adverbs = folded(speech.restricting_adverbs)
        self.retorting = folded(speech.retorting)
        self.adjuncts = folded(speech.adjuncts)
        self.figure_openers = folded(speech.figure_openers)
        self._namesakes = tuple(speech.namesakes) or ("\0",)
        self.apposing = folded(speech.apposing)
        self.joints = folded(speech.joints)
        self.full_name_joints = folded(speech.full_name_joints)
        self.issued = folded(speech.issued)
        self.meanwhile = Phrases(speech.meanwhile)
        self.acts = folded(speech.acts)
        self.leaving_out = Phrases(speech.leaving_out)
        self.left_out = folded(speech.left_out)
        self.phrasal_acts = folded(speech.phrasal_acts)
        self.rulings, self.courts = folded(speech.rulings), folded(speech.courts)
        self.naming = folded(speech.naming)
        self.issuing = folded(speech.issuing)
        self.passed_on = folded(speech.passed_on)
        self.messages = folded(speech.messages)
        self.calls = folded(speech.calls)
        self.withheld = folded(speech.withheld)
        self.disclosing = folded(speech.disclosing)
        self.denying_acts = folded(speech.denying_acts)
        self.belongings = folded(speech.belongings)
        self.office_joints = folded(speech.office_joints)
        self.charged = folded(speech.charged)
        self.name_of = folded(speech.name_of)
        self.name_closers = folded(speech.name_closers)

    def _read_said(self, speech: Speech) -> None:
        self.recordings = folded(speech.recordings)
        self.finite = folded(speech.finite)
        self.manner_pattern = _any_of(speech.manner_patterns)
        self.finite_pattern = _any_of(speech.finite_patterns)
        self.nouns = folded(speech.verbal_nouns)
        self.noun_pattern = _any_of(speech.verbal_noun_patterns)
        self.action_or_verb = _any_of(speech.action_or_verb)
        self.not_nouns = folded(speech.not_verbal_nouns)
        self.object_heads = folded(speech.object_heads)
        self._object_pattern = _any_of(speech.object_patterns)
        self.fillers = folded(speech.fillers)
        self.dateline = _any_of(speech.datelines)
        self.lookalikes = _by_beginning(map(fold_text, speech.conjunction_lookalikes))
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


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words as they are looked up."""
    return frozenset(fold_word(word) for word in words)


def _by_beginning(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What words begin with, by its first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[:2]] = (*found.get(word[:2], ()), word)
    return found


def _kindred(groups: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """By each role that may point back all those that the same person may have."""
    found: dict[str, frozenset[str]] = {}
    for pointing, others in groups.items():
        roles = folded((pointing + " " + others).split())
        for role in folded(pointing.split()):
            found[role] = found.get(role, frozenset()) | roles
    return found


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{one})" for one in patterns)) if patterns else None
