"""Section ``[actors]``: how a language names who acts. Known names are in ``[lexicon]``."""

from __future__ import annotations

import msgspec


class Actors(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Institutions, titles and name patterns, and the words that show who does what to whom."""

    institutions: dict[str, tuple[str, ...]] = {}
    """Institution, shared by all languages → its forms; with a country it is one actor."""
    country_first: bool = True
    """Whether the country stands before the institution ("Iraqi army") or behind it."""
    linking: tuple[str, ...] = ()
    """Words between an institution and its country ("of")."""
    abroad: tuple[str, ...] = ()
    """Keys of `institutions` that may be in a country that is not theirs ("troops in Iraq")."""
    fillers: tuple[str, ...] = ()
    """Adjectives that may stand between the two ("Iraqi federal government")."""
    alone: tuple[str, ...] = ()
    """Keys of `institutions` whose forms of one word name an actor without a country too."""
    people: tuple[str, ...] = ()
    """Keys of `institutions` that are persons in office, not bodies."""

    titles: tuple[str, ...] = ()
    """Words before a person's name: "President", اللواء."""
    given_names: tuple[str, ...] = ()
    dotted: tuple[str, ...] = ()
    """Last letters that show that a text does not write `not_given` for a name (ي)."""
    not_given: tuple[str, ...] = ()
    """Words, as they are written, that only fold like one, where an article follows (على)."""
    """Given names, for languages without capitals."""
    opposite_prepositions: tuple[tuple[str, str], ...] = ()
    """Folded pairs that turn a statement round: "from" and "to"."""
    ways: dict[str, tuple[str, ...]] = {}
    """Way, shared by all languages ("before", "towards") → the prepositions that say it; two with
    none in common say another thing before one word. Those of "any" agree with all others."""
    amounts: tuple[str, ...] = ()
    """Prepositions before by how much something moves: "narrowed *by* three points"."""
    masculine_persons: tuple[str, ...] = ()
    """Endings of a word for a man that one for a woman has not: صحفي*ا*, معلم*ون*; and…"""
    feminine_persons: tuple[str, ...] = ()
    """…of one for a woman: صحفي*ة*, معلم*ات*."""
    two_doing: tuple[str, ...] = ()
    """Endings of two who do it, of whom the other text may tell one by one: الرئيس*ان*."""
    relative_ending: str = "\0"
    """The ending of a word for a man by what he is of: فرنس*ي*."""
    aiming: tuple[str, ...] = ()
    """Prepositions behind a verb with which it is not done to what follows: "shot *at* him"."""
    opposite_particles: tuple[tuple[str, str], ...] = ()
    """Pairs of small words behind a verb that turn what it says: "moved in", "moved out"."""
    masculine_countries: tuple[str, ...] = ()
    """Names of countries that are masculine, where the others are feminine (العراق)."""
    determiners: tuple[str, ...] = ()
    """What may stand between a preposition and its noun beside an article: "by *his* wife"."""
    describing: dict[str, tuple[str, ...]] = {}
    """Ending of a definite noun to the endings of what can describe it: "ة" to "ة" and "ي"."""
    bodies: tuple[str, ...] = ()
    """Definite nouns that name a body by themselves, and so describe no other."""
    governed_articles: tuple[str, ...] = ()
    """The article with a preposition written on to it (بال): what has it describes no noun."""
    adjectives: tuple[str, ...] = ()
    """Adjectives of a body, without their article and ending in the masculine (عام, أعلى)."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of other adjectives (ي of مركزي)."""
    no_adjectives: tuple[str, ...] = ()
    """Nouns that end so and describe none (قضية, مباني)."""
    joining_prefix: str = ""
    """What joins a word to the one before it, written on to it (و)."""
    not_surname_starts: tuple[str, ...] = ()
    """First letters of verbs, and of what has a particle written on to it: no surname is guessed
    that has them (يقول, بعد)."""
    not_surname_endings: tuple[str, ...] = ()
    """Endings of plurals and feminine nouns, with which none is either."""
    particles: tuple[str, ...] = ()
    """Small words inside a person's name: "al", "bin", بن."""
    organisation_nouns: tuple[str, ...] = ()
    """Words in the names of organisations: "University", منظمة."""
    noun_first: bool = False
    """Whether such a word opens the name (منظمة X) or ends it ("X University")."""
    not_in_names: tuple[str, ...] = ()
    """Capitalised words that belong to no name: weekdays, months."""

    locatives: tuple[str, ...] = ()
    """Prepositions after which a country is where, not who."""
    venues: tuple[str, ...] = ()
    """Prepositions before where it happens that stand before no country: "at the airport"."""
    causes: tuple[str, ...] = ()
    """Prepositions, and senses of phrases, before that by or after which it happened."""
    moments: tuple[str, ...] = ()
    """Conjunctions before what happens then: "when"."""
    motion: tuple[str, ...] = ()
    """Prepositions after which a capital is a city, not a government ("to Washington")."""
    place_verbs: tuple[str, ...] = ()
    """Verbs whose object is a place: a capital behind one is a city ("visit Washington")."""
    source_prepositions: tuple[str, ...] = ()
    """Prepositions before where something comes from, and the agent of an undergoing verb (من)."""
    goal_prepositions: tuple[str, ...] = ()
    """Prepositions before where something goes ("to")."""
    feminine_owners: tuple[str, ...] = ()
    """Pronouns written on to what is a woman's (ها)."""
    pronouns: tuple[str, ...] = ()
    """Subjects that stand for the speaker: "it", "he"."""
    patient_prepositions: tuple[str, ...] = ()
    """Prepositions before the one who is acted on: "against", على."""
    agent_prepositions: tuple[str, ...] = ()
    """Phrases before the one who acts: "by", على يد."""
    genitives: tuple[str, ...] = ()
    """Those of the prepositions that join a noun to its owner or object ("of")."""
    joint_prepositions: tuple[str, ...] = ()
    """Before whoever does it together with the one who acts: with, مع."""
    owning_prepositions: tuple[str, ...] = ()
    """Prepositions before whose or of what a definite noun is (الأمين العام *ل*لاتحاد)."""
    adversatives: tuple[str, ...] = ()
    """Those by which something is against or about somebody, whose it then is not: ضد, عن."""
    prepositions: tuple[str, ...] = ()
    """All other prepositions: what follows them is neither subject nor object."""
    undergoing: tuple[str, ...] = ()
    """Verbs whose subject is acted on: "suffer", تعرض."""
    raising: tuple[str, ...] = ()
    """Words that only look ahead to the verb of their subject ("is *set* to rise")."""
    objective_nouns: tuple[str, ...] = ()
    """Verbs whose verbal noun names the one acted on: مقتل X, "killing of X"."""
    listing: tuple[str, ...] = ()
    """Words that join names in a list: "and", و."""
