"""The words of a language that clauses turn on, folded, by what they do in a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema.actors import Actors
from workbench.language.schema.clause_marks import Marker
from workbench.language.schema.clauses import Clauses
from workbench.language.schema.lexicon import LexiconData
from workbench.language.schema.places import Places
from workbench.language.schema.speech import Speech
from workbench.language.schema.stance import Stance
from workbench.language.schema.times import Times

_SHORTEST_PLACE = 3


class Vocabulary:
    """The word lists of one language's `Clauses`, ready for look-up."""

    def __init__(self, data: Clauses, pack: LanguagePack) -> None:
        self.data = data
        self.language = pack.language
        self._pack = pack
        self.feminine_verbs = folded_ends(data.feminine_verbs)
        self.feminine_nouns = data.feminine_nouns or ("\0",)
        self.masculine_bodies = folded_set(data.masculine_bodies)
        self.name_openers = folded_set(pack.section(Speech).name_openers)
        self.persons = folded_set(pack.section(Speech).persons)
        self.complementisers = folded_set(pack.section(Speech).complementisers)
        shown = pack.section(Speech).shown.values()
        self.first_names = folded_set(
            name for names in shown for name in names if name[0].isupper()
        )
        self.small_words = pack.language.stop_words
        self._read_small_words(data)
        self._read_agreement(data)
        self._read_additions(data)
        self._read_ways(data)
        self._read_verbs(data)
        self._read_inner(data)
        self._read_pronouns(data)
        self._read_nouns(data)
        self._read_markers(data)
        self._join_small_words()
        self.future_auxiliaries = folded_set(pack.section(Stance).future_auxiliaries)
        self.unchanged = folded_set(pack.section(Stance).unchanging)
        self.possible = folded_set(pack.section(Stance).unreal)

    def _read_constructions(self, data: Clauses) -> None:
        """Words that one construction each turns on."""
        self.listing_deeds = folded_set(data.listing_deeds)
        self.sole_names = folded_set(data.sole_names)
        self.answers = folded_set(data.answers)
        self.each_of = folded_set(data.each_of)
        self.denying_joints = folded_set(data.denying_joints)
        self.implying = folded_set(data.implying)
        self.meting = folded_set(data.meting)
        self.shares = folded_set(data.shares)
        self.of_awaited = folded_set(data.of_awaited)
        self.awaited_nouns = folded_set(data.awaited_nouns)
        self.length_openers = folded_set(data.length_openers)
        self.extremes = folded_set(data.extremes)
        self.denied_nouns = folded_set(data.denied_nouns)
        self.under_way = folded_set(data.under_way)
        self.owned_asides = folded_set(data.owned_asides)
        self.following_verbs = folded_set(data.following_verbs)
        self.passing = folded_set(data.passing_nouns)
        self.several_pronouns = folded_set(data.several_pronouns)
        self.place_relatives = folded_set(data.place_relatives)
        self.happening = folded_set(data.happening_verbs)
        self.undergoing = folded_set(data.undergoing)
        self.leading_up = folded_set(data.leading_up)
        self.will = folded_set(self._pack.section(Times).will)
        self.surpassing = folded_set(data.surpassing)
        self.bare_being = folded_set(data.bare_being)
        self.inverted = folded_set(data.inverted)
        self.perfect_being = folded_set(data.perfect_being)
        self.having, self.picturing = folded_set(data.having), folded_set(data.picturing)
        self.perfect_participles = folded_set(data.perfect_participles)
        self.clock_words = folded_set(data.clock_words)

    def _read_small_words(self, data: Clauses) -> None:
        self._read_constructions(data)
        self.prepositions = folded_set(data.prepositions)
        self.articles = folded_set(data.articles)
        # "Of them" is a phrase already, behind which its verb may stand.
        self.complete = frozenset(filter(self._holds_pronoun, self.prepositions))
        nouns = self.prepositions - self.complete
        self.noun_next = folded_set(data.noun_next) | nouns | self.articles
        self.whole = folded_set(data.whole_words)
        self.adverbs = folded_set(data.adverbs)
        self.quantifiers = folded_set(data.quantifiers)
        self.personal_relatives = folded_set(data.personal_relatives)
        self.name_joints = folded_set(data.name_joints)
        self.pronouns = folded_set(data.pronouns)
        self.whoever = folded_set(data.whoever)
        self.conjunctions = folded_set(data.conjunctions)
        self.alternatives = folded_set(data.alternatives)
        self.third_persons = folded_set(data.third_persons)
        self.plural_persons = folded_set(data.plural_persons)
        self.thing_pronouns = folded_set(data.thing_pronouns)
        self.demonstratives = folded_set(data.demonstratives)
        self.definite_articles = folded_set(data.definite_articles)
        self.indefinite_articles = folded_set(data.indefinite_articles)
        self.some = folded_set(data.some)
        self.collectives = folded_set(data.collectives)
        self.past_negators = folded_set(data.past_negators)
        self.pointers = self.demonstratives | self.definite_articles
        self.infinitives = folded_set(data.infinitives)
        self.possessives = folded_set(data.possessives)
        self.attributes = folded_set(data.attributes)
        self.none = folded_set(data.none)
        self.agents = folded_set(data.agents)
        self.locative = folded_set(data.locative)
        self.measuring_openers = folded_set(data.measuring_openers)
        self.past_being = folded_set(data.past_being)
        self.paired_units = folded_set(data.paired_units)
        self.sole_particles = folded_set(data.sole_particles)
        self.of_times = folded_set(data.of_times)
        self.done_to = folded_set(data.done_to)
        self.shifted_signs = folded_set(data.shifted_signs)
        self.shifted_states = folded_set(data.shifted_states)
        self.shifted_being = folded_set(data.shifted_being)
        self.shifted_having = folded_set(data.shifted_having)
        self.intentions = folded_set(data.intentions)
        self.excepted_from = folded_set(data.excepted_from)
        self.former = folded_set(data.former)
        self.only = folded_set(data.only)
        self.saving = frozenset(data.saving)
        self.crowds = folded_set(data.crowds)
        self.sites = folded_set(data.sites)
        self.reciprocal = folded_set(data.reciprocal)
        self.measure_openers = folded_set(data.measure_openers)

    def _read_agreement(self, data: Clauses) -> None:
        """Words that tell heads, subjects and lists apart where the verb comes first."""
        self.firsts = folded_set(data.firsts)
        self.seconds = folded_set(data.seconds)
        self.bare_crowds = folded_set(data.bare_crowds)
        self.bare_numbers = folded_set(data.bare_numbers)
        self.plural_relatives = folded_set(data.plural_relatives)
        self.field_bodies = folded_set(data.field_bodies)
        speech = self._pack.section(Speech)
        self.negations = folded_set(speech.negations)
        self.bodies_and_persons = folded_set((*speech.organisations, *speech.persons))
        self.relational = tuple(speech.adjective_endings) or ("\0",)
        self.ranks = folded_set(speech.ranks)
        self.ranking = folded_set(speech.counting_before_nouns)
        self.occasions = folded_set(self.data.occasions)
        self.other_offices = folded_set(speech.other_offices)
        self.feminine_pronouns = folded_set(data.feminine_pronouns)
        self.accompanied = folded_set(data.accompanied)
        self.first_persons = folded_set(data.first_persons)
        self.approximators = folded_set(data.approximators)
        self.conditions = folded_set(data.conditions)
        self.fronted = folded_set(data.fronted)
        self.with_objects = folded_set(data.with_objects)
        self.leading, self.commenting = folded_set(data.leading), folded_set(data.commenting)
        self.lengths = folded_set(data.lengths)
        self.before_lengths = folded_set(data.before_lengths)
        self.as_if = folded_set(data.written_particles.values())
        self.kinds = folded_set(data.kinds)
        self.masculine_relatives = folded_set(data.masculine_relatives)
        self.seeming = tuple(map(fold_text, data.seeming))
        self.deeming = folded_set(data.deeming_verbs)
        self.terms = folded_set(data.terms)
        self.feminine_relatives = folded_set(data.feminine_relatives)
        self.harming, self.strikes = map(folded_set, (data.harming, data.strikes))
        self.parting = folded_set(data.parting)
        self.with_of = folded_set(data.with_of)
        self.sequel_verbs = folded_set(data.sequel_verbs)

    def _read_additions(self, data: Clauses) -> None:
        """Words of what is added to a clause without a verb."""
        self.superlatives = folded_set(data.superlatives)
        self.personal_deeds = folded_set(data.personal_deeds)
        self.role_verbs = folded_set(data.role_verbs)
        self.record_starts = folded_set(data.record_starts)
        self.sequels = folded_set(data.sequels)
        self.nearness = folded_set(data.nearness)
        self.ages = folded_set(data.ages)
        self.age_openers = folded_set(data.age_openers)
        self.owning = folded_set(data.owning)
        self.changes = folded_set(data.changes)
        self.taken_up = folded_set(data.taken_up) | self.changes
        self.comparisons = folded_set(data.comparisons)
        self.changing = folded_set(data.changing)
        self.tolls = folded_set(data.tolls)
        self.ruling_out = folded_set(data.ruling_out)
        self.multiples = folded_set(data.multiples)
        self.part_tails = folded_set(data.part_tails)

    def _holds_pronoun(self, word: str) -> bool:
        if word.endswith(folded_ends(self.data.possessive_endings)):
            return True
        short = word.endswith(folded_ends(self.data.pronoun_endings))
        return short and (len(word) < 3 or word[:-1] in self.prepositions)

    def _places(self, data: Clauses) -> frozenset[str]:
        """Places by one word, which are no verbs though they look like them (سيدني), where no
        capital tells; short ones may be both (نجد)."""
        self.any_places = frozenset[str]()
        if data.subject_first:
            return frozenset()
        names = self._pack.section(LexiconData).places.values()
        self.any_places = folded_set(name for forms in names for name in forms if " " not in name)
        return frozenset(word for word in self.any_places if len(word) > _SHORTEST_PLACE)

    def _read_ways(self, data: Clauses) -> None:
        """What stands before the names of places."""
        self.ways = folded_set(data.ways)
        self.compound_prepositions = folded_set(data.compound_prepositions)
        self.sub_units = folded_set(data.sub_units)
        places = self._pack.section(Places)
        nouns = (*places.city_nouns, *places.site_nouns, *places.region_nouns)
        self.place_heads = folded_set(noun for noun in nouns if " " not in noun)
        self.pair_heads_endings = folded_ends(places.pair_endings)
        named = self._pack.section(LexiconData).places.values()
        self.headed_places = frozenset(
            " ".join(fold_text(name).split()[:2]) for forms in named for name in forms
        )
        """The first two words of places: معبر نصيب."""

    def _read_verbs(self, data: Clauses) -> None:
        self.given = folded_set(self._pack.section(Actors).given_names)
        nouns = folded_set(data.never_verbs)
        self.known_nouns = nouns | self.persons
        self.places = self._places(data)
        self.never = nouns | self.prepositions | self.places
        self.weak = folded_set(data.weak_verbs)
        self.transitive = folded_set(data.transitive)
        self.joined_verbs = folded_set(data.joined_verbs)
        self.auxiliaries = folded_set(data.auxiliaries)
        self.verb_next = folded_set(data.verb_next)
        self.denials = self.negations & self.verb_next
        self.deciding = folded_set(data.deciding_verbs)
        self.costing = folded_set(data.costing)
        self.origins = folded_set(self._pack.section(Places).origins)
        self.accusing = folded_set(data.accusing)
        self.amounts = folded_set(data.amounts)
        self.measuring = folded_set(data.measuring)
        self.modals = self.auxiliaries & self.verb_next
        self.verb_always = folded_set(data.verb_always)
        self.verb_always_ends = frozenset(one.rpartition(" ")[2] for one in self.verb_always)
        self.states = folded_set(data.states)
        self.impersonal = folded_set(data.impersonal_verbs)
        self.possessing = folded_set(data.possessing)
        self.counted_subjects = folded_set(data.counted_subject_verbs)
        self.befalling = folded_set(data.befalling_verbs)
        self.goal_verbs = folded_set(data.goal_verbs)
        self.of_them = folded_set(data.of_them)
        self.pair_heads = folded_set(data.pair_heads)
        self.added_changes = folded_set(data.added_changes)
        self.comparing_openers = folded_set(data.comparing_openers)
        self.including = folded_set(data.including)
        self.one_of = folded_set(data.one_of)
        self.grounds = folded_set(data.grounds)
        self.lineages = folded_set(data.lineages)
        self.compared_with = folded_set(data.compared_with)
        outcomes = data.outcome_verbs.items()
        self.outcomes = {fold_text(verb): folded_set(words) for verb, words in outcomes}
        self.object_verbs = folded_set(data.object_verbs)
        self.goal_prepositions = folded_set(data.goal_prepositions)
        self.fractions = folded_set(data.fractions)
        self.judging_joints = folded_set(data.judging_joints)
        self.money = folded_set(data.money)
        self.scales = folded_set(data.scales)
        self.plural_auxiliaries = folded_set(data.plural_auxiliaries)
        self.singular_auxiliaries = folded_set(data.singular_auxiliaries)
        self.adjective_negators = folded_set(data.adjective_negators)
        self.counting_nouns = folded_set(data.counting_nouns)
        self.of_speaker = folded_set(data.of_speaker)
        self.descriptive = folded_set(data.descriptive_verbs)
        self.complement = folded_set(data.complement_verbs)

    def _read_inner(self, data: Clauses) -> None:
        """What opens a clause inside another, or waits for one."""
        self.weighing = folded_set(data.weighing)
        self.hearsay = folded_set(data.hearsay)
        self.causes = folded_set(data.causes)
        self.asking = folded_set(data.asking)
        self.asked = folded_set(data.asked)
        self.not_adverbs = folded_set(data.not_adverbs)
        self.disposed = folded_set(data.disposed)
        self.equal_amounts = folded_set(data.equal_amounts)
        self.hanging_words = folded_set(data.hanging)
        self.lone_verbs = folded_set(data.lone_verbs)
        self.befalling_nouns = folded_set(data.befalling_nouns)
        self.pointed_phrases = folded_set(data.pointed_phrases)
        speech = self._pack.section(Speech)
        self.showing = folded_set(speech.showing)
        shown = speech.depictions.items()
        self.depictions = defaultdict[str, frozenset[str]](
            frozenset, {a: folded_set(n) for a, n in shown}
        )

    def _read_pronouns(self, data: Clauses) -> None:
        """What tells whom a pronoun stands for in reported speech."""
        self.owner_pronouns = data.owner_pronouns
        self.limits = folded_set(data.limits)
        self.multiplying = folded_set(data.multiplying)
        self.titling = folded_set(data.titling)
        self.describing = folded_set(data.describing)
        self.pairing = folded_set(data.pairing)
        self.clausal_subjects = folded_set(data.clausal_subjects)
        self.feminine_that = folded_set(data.feminine_that)
        self.masculine_that = folded_set(data.masculine_that)
        self.pledging_prefixes = tuple(folded_set(data.pledging_prefixes)) or ("\0",)

    def _read_nouns(self, data: Clauses) -> None:
        self.numerals = folded_set(data.numerals)
        self.ordinals = folded_set(data.ordinals)
        self.others = folded_set(data.others)
        self.plurals = folded_set(data.plurals)
        self.without_preposition = folded_set(data.without_preposition)
        self.verb_particles = folded_set(data.verb_particles)
        self.mutual = folded_set(data.mutual)
        self.mutual_things = folded_set(data.mutual_things)
        self.partner_joints = folded_set(data.partner_joints)
        self.none_of_two = folded_set(data.none_of_two)
        self.past_auxiliaries = folded_set(data.past_auxiliaries)
        self.past_endings = folded_ends(data.past_endings)
        self.general = folded_set(data.general)
        self.time_units = folded_set(data.time_units)
        self.day_words = folded_set(data.day_words)
        months = self._pack.section(Times).months
        self.times = self.day_words | self.time_units
        self.dated_words = self.times | {fold_text(month).split()[-1] for month in months}
        self.wholes = folded_set(data.wholes)
        self.bodies = folded_set(data.bodies)
        self.future_beginnings = tuple(folded_set(data.future_beginnings)) or ("\0",)
        self.own_bodies = folded_set(data.own_bodies)
        articles = tuple(folded_set(data.definite_prefixes))
        self.bare_bodies = frozenset(
            body.removeprefix(article)
            for body in self.own_bodies
            for article in articles
            if body.startswith(article)
        )
        self.forecasters = folded_set(data.forecasters)
        self.not_promised = folded_set(data.not_promised)
        self.outsiders = folded_set(data.outsiders)
        self.kin = {
            fold_text(word): number for number, words in enumerate(data.kin) for word in words
        }

        self.offices = {fold_text(body): folded_set(heads) for body, heads in data.offices.items()}
        self.arranging = self.own_bodies.union(*self.offices.values())
        self.officials = self.arranging.union(self.offices)

    def _read_markers(self, data: Clauses) -> None:
        self.addresses = {tuple(fold_text(phrase).split()) for phrase in data.addresses}
        self.markers = _index(data.markers)
        self.relatives = frozenset(
            phrase.split()[0]
            for marker in data.markers
            if marker.kind == "relative"
            for phrase in map(fold_text, marker.phrases)
        )
        self.after_noun = frozenset(
            fold_text(phrase)
            for marker in data.markers
            if marker.after_noun and data.subject_first
            for phrase in marker.phrases
        )

    def _join_small_words(self) -> None:
        """Sets of what stands where, asked for word by word."""
        self.personal = self.third_persons | self.pronouns
        # Those that hold their subject ("that *he* …": أنه) call for what is said of it.
        self.before_nouns = self.complementisers - self.third_persons
        self.subjects = self.pronouns | self.whoever
        opening = self.relatives | self.complementisers | self.whoever
        self.openers_inside = (self.relatives | self.complementisers) - self.prepositions
        self.clause_openers = opening | self.verb_next
        asks = self.asked | self.relatives | self.alternatives
        glued = self.data.glued_subordinators
        to_do = {
            ahead + that for ahead in glued for that in self.complementisers
        }  # تسعى *لأن* تصبح
        self.calling_verb = self.verb_next | asks | self.subjects | to_do
        self.kept_noun = self.verb_next | folded_set(self.data.without)
        self.free_pronouns = folded_set(self.data.free_pronouns)
        self.counted = self.others | self.ordinals
        self.counts = self.counted | self.approximators
        self.governing = self.prepositions - self.complete
        self.no_objects = self.given | self.numerals | self.bare_numbers
        self.subjectless = self.auxiliaries | self.impersonal | self.verb_next
        self.opens_subject = self.only | self.adjective_negators
        self.bare_counts = self.bare_numbers | self.bare_crowds
        self.before_verbs = self.adverbs | self.verb_next
        self.before_subjectless = self.before_verbs - self.pronouns
        self.before_pledges = (self.auxiliaries | self.before_verbs) - self.states
        self.behind_verbs = self.noun_next | self.pronouns | self.adverbs
        # No statement ends in these; where one does, the rest was another's speech.
        relatives = frozenset() if self.data.subject_first else self.relatives
        self.hanging = self.conjunctions | relatives | self.hanging_words
        self.no_nouns = self.prepositions | self.before_verbs
        self.no_phrase_heads = self.no_nouns | self.complementisers
        changes = self.goal_verbs | self.descriptive | self.complement
        self.unpromised = (changes - folded_set(self.data.own_changes)) | self.not_promised
        self._no_verbs = self.behind_verbs | self.verb_next | self.never


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Folded words."""
    return frozenset(map(fold_text, words))


def folded_ends(endings: Iterable[str]) -> tuple[str, ...]:
    """Folded beginnings or endings, never empty."""
    return tuple(map(fold_text, endings)) or ("\0",)


Phrases = dict[str, list[tuple[tuple[str, ...], Marker]]]


def _index(markers: Sequence[Marker]) -> Phrases:
    index: Phrases = {}
    for marker in markers:
        for phrase in marker.phrases:
            words = tuple(fold_text(phrase).split())
            index.setdefault(words[0], []).append((words, marker))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index
