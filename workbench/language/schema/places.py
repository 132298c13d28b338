"""Section ``[places]``: how a language speaks of places. Their names are in ``[lexicon]``."""

from __future__ import annotations

import msgspec


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words and phrases around the names of places."""

    demonym_endings: dict[str, str] = {}
    """Ending of an adjective of nationality → that of the form in the lexicon."""
    region_nouns: tuple[str, ...] = ()
    """"province", محافظة: the name beside it is a region."""
    known_only: tuple[str, ...] = ()
    """Those of the nouns that make no place of an unknown name ("Penn State")."""
    districts: tuple[str, ...] = ()
    """Those of the nouns that say what kind of place a name is ("Kandy is a *district*")."""
    being: tuple[str, ...] = ()
    """Verbs before what kind of place a name is ("is", "remains")."""
    seated: tuple[str, ...] = ()
    """Words tied to a name that make it a place's ("Wichita-*based*")."""
    owned_by_towns: tuple[str, ...] = ()
    """What only a town has ("Acapulco's *airport*")."""
    waters: tuple[str, ...] = ()
    """Those of the nouns that make a place of any name behind "in the" ("the Flores *Sea*")."""
    numbering: tuple[str, ...] = ()
    """Words before the number of a road (رقم)."""
    on_roads: tuple[str, ...] = ()
    """Prepositions of what is on a road ("*on* the A69")."""
    shores: tuple[str, ...] = ()
    """What rivers have ("the *banks* of the Bhagirathi")."""
    meant_for: tuple[str, ...] = ()
    """Prepositions of what a thing is meant for ("an alert *for* Chamoli")."""
    siting: tuple[str, ...] = ()
    """Participles before it behind a site that is to be ("a school *planned* for Maun")."""
    warnings: tuple[str, ...] = ()
    """What such a preposition makes a place of, behind a word of the weather…"""
    weather: tuple[str, ...] = ()
    """…which is one of these ("*flood* warning")."""
    leaving: tuple[str, ...] = ()
    """Verbs before which a craft stands that leaves a place, or leaves for one…"""
    craft: tuple[str, ...] = ()
    """…which is one of these."""
    striking: tuple[str, ...] = ()
    """Disasters and bands that reach a place, known or not ("*floods* hit Dembeni")."""
    members: tuple[str, ...] = ()
    """Those who sit in a parliament "for" a place ("*MP* for Wem")."""
    events: tuple[str, ...] = ()
    """Last words of the names of what is held "at" a place ("the Anzac *Cup* at Wem")."""
    sending: tuple[str, ...] = ()
    """Verbs of whom goes "to" a place, where the object is persons ("*sent* medics to Wem")."""
    ways_long: tuple[str, ...] = ()
    """Units of how far a place lies behind its name ("Wem, 40 *km* north of …")."""
    town_openers: tuple[str, ...] = ()
    """Everyday words that open the names of towns ("*Little* Hadden")."""
    town_closers: tuple[str, ...] = ()
    """Everyday words that end them ("Thorley *Green*")."""
    own_works: tuple[str, ...] = ()
    """What a company has in several towns, called by theirs ("its Dinmore *plant*")."""
    only_of_towns: tuple[str, ...] = ()
    """What is called by a town, hardly by anything else ("the Wem *by-election*")."""
    town_bodies: tuple[str, ...] = ()
    """Bodies of towns in capitals, two words each ("*City Council*")."""
    city_nouns: tuple[str, ...] = ()
    site_nouns: tuple[str, ...] = ()
    """"base", "airport", معسكر: the name beside it is a site."""
    short_counties: tuple[str, ...] = ()
    """What stands for "county" before its name, behind a comma or a preposition ("*Co* Offaly")."""
    road_deeds: tuple[str, ...] = ()
    """What is done to a road, before or behind it ("*closed* the A66", "the M4 *was shut*")."""
    leading_nouns: tuple[str, ...] = ()
    """"River", "Mount": stand before the name where other nouns of the language do not."""
    kinds: tuple[str, ...] = ()
    """Those of the nouns behind which an indefinite word says of what kind: مصنع نسيج."""
    naming_nouns: tuple[str, ...] = ()
    """Those of the nouns behind which even an everyday word is a name (محافظة الظاهرة)."""
    surroundings: tuple[str, ...] = ()
    """Everyday words that even behind those name nothing, but where or whose a site is (شاطئ
    *البحر*)."""
    of: tuple[str, ...] = ()
    """What joins a noun to the name behind it ("the town of")."""
    noun_first: bool = False
    """Whether the noun stands before the name (محافظة بابل) or behind it ("Babil province")."""
    prepositions: tuple[str, ...] = ()
    """Words after which a name is a place, whatever else it may be."""
    locatives: tuple[str, ...] = ()
    """Prepositions behind which an unknown capitalised word is a town."""
    matches: tuple[str, ...] = ()
    """Words of sport; where several stand, a town without "in" is its team ("beat Leeds")."""
    not_towns: tuple[str, ...] = ()
    """Capitalised words behind such a preposition that name no place: feasts, leagues, firms."""
    not_town_endings: tuple[str, ...] = ()
    """Endings of others ("ism")."""
    ways: tuple[str, ...] = ()
    """Words before "to" and "from" that make what follows a place ("road", "flew")."""
    not_locating: tuple[str, ...] = ()
    """Words before such a preposition that make it say no place ("shares in")."""
    directions: tuple[str, ...] = ()
    """"southern", شمال: part of a country, not of its name."""
    wary: tuple[str, ...] = ()
    """Names that are ordinary words as well: places only after a preposition or a noun."""
    everyday: tuple[str, ...] = ()
    """Wary names that are everyday words even behind a preposition (في سيول جارفة): places only
    behind a noun of places, or where the text names the country or province as well."""
    announcing: tuple[str, ...] = ()
    """Who or what stands before a place's name without being a place: محافظ البحيرة."""
    also_persons: tuple[str, ...] = ()
    """Names that persons bear ("Jordan"): none where another name stands beside them."""
    common_words: tuple[str, ...] = ()
    """Names that mean something else in small letters ("turkey")."""
    attributive: tuple[str, ...] = ()
    """Names that stand before a noun as adjectives do ("US forces")."""
    not_nouns: tuple[str, ...] = ()
    """Words that are no noun for an attributive name to qualify ("US has")."""
    preferred: tuple[str, ...] = ()
    """Canonical names that win where a name has several meanings and the text does not tell."""
    name_openers: tuple[str, ...] = ()
    """First words of names of two words (أبو, "al")."""
    settled_openers: tuple[str, ...] = ()
    """Those of them that only open names of places, be no noun before them (كفر, أولاد)."""
    landmark_openers: tuple[str, ...] = ()
    """Those that are nouns as well, and open names behind a preposition (تل, دير)."""
    name_closers: tuple[str, ...] = ()
    """Adjectives that end the name of a site (الدولي)."""
    own_names: tuple[str, ...] = ()
    """Adjectives that make the name of a site with its noun alone (المتحف الوطني)."""
    not_name_starts: tuple[str, ...] = ()
    """Beginnings of words behind a noun that are adjectives or have a proclitic, not names."""
    not_name_ends: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    """Phrases that hold a place's name and name none (مسقط رأسه)."""
    plural_nouns: tuple[str, ...] = ()
    """Those of the nouns that several names share (قرى)."""
    pair_endings: tuple[str, ...] = ()
    """Of nouns that announce two places, whatever words they are (ولايتي صلالة *وطاقة*)…"""
    feminine: str = ""
    """…in place of which the singular has this one."""
    behind_names: tuple[str, ...] = ()
    """Words of time behind a name that nothing knows."""
    fields: tuple[str, ...] = ()
    """Fields of public bodies behind a noun that names districts as well (مديرية *الصحة*)."""
    roads: tuple[str, ...] = ()
    """Nouns of roads, which have a number or the two ends of the way for a name."""
    always_naming: tuple[str, ...] = ()
    """Those of the nouns that only stand before a name (وادي)."""
    named_sites: tuple[str, ...] = ()
    """Those of the nouns behind which a bare word that is no adjective is a name (ميناء)."""
    quarters: tuple[str, ...] = ()
    """Those of the nouns that name a part of a town, be it by another town (حي الرياض)."""
    administered: tuple[str, ...] = ()
    """Those of the nouns that name a region only behind one of ``inside``, else a body: في لواء
    الكورة."""
    inside: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Prepositions that with a known place say where an unknown name lies (قرب)."""
    person_closers: tuple[str, ...] = ()
    """Second parts of first names by which places are called (عز *الدين*)."""
    sons: tuple[str, ...] = ()
    """"Son of", behind which no people's name stands (تركي بن طلال)."""
    coasts: tuple[str, ...] = ()
    """Words of the sea: of two places of a name before which they stand, the country is meant."""
    honoured: tuple[str, ...] = ()
    """Everyday words that streets and squares are called by (التحرير)."""
    channels: tuple[str, ...] = ()
    """Those of the nouns that name a broadcaster or a body before a quoted name (قناة)."""
    broadcasters: tuple[str, ...] = ()
    """Those that name a place only before a known one (قناة السويس), else a broadcaster."""
    doing_shape: str = ""
    """A regular expression of the nouns of who does something (م…, ‎.ا…)."""
    crowds: tuple[str, ...] = ()
    """Endings of plurals of persons, by whom no site is called (مخيم النازحين)."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of capitalised words before "village" that are adjectives ("Christian")."""
    adjective_shapes: tuple[str, ...] = ()
    """Regular expressions of words that are adjectives rather than names (كبيرة)."""
    venue_prepositions: tuple[str, ...] = ()
    """Prepositions behind which an unknown name is a place unless somebody works there ("at")."""
    pairing: tuple[str, ...] = ()
    """Words before two places joined by "and" ("between")."""
    origins: tuple[str, ...] = ()
    """Prepositions behind a comma that say where somebody is from ("Smith, *from* Wem")."""
    not_venues: tuple[str, ...] = ()
    """Words before such a preposition that make it say no place ("worked at")."""
    distances: tuple[str, ...] = ()
    """Words of how far something reaches, before "as" and a town ("as *far* as")."""
    name_makers: tuple[str, ...] = ()
    """Words with a capital that make another name with the place behind them ("*Air* France")."""
    reaching: tuple[str, ...] = ()
    """Verbs whose object is a place where the gazetteer knows it ("links", "struck")."""
    site_deeds: tuple[str, ...] = ()
    """Nouns of sites that are deeds as well, done to whom they govern (بسجن المحامي)."""
    placed_sites: tuple[str, ...] = ()
    """Sites behind which "in" names where they are, known or not (المعبر الحدودي في أساماكا)."""
    arriving: tuple[str, ...] = ()
    """Those of them whose object is hardly anything else, known or not ("reach Mbale")."""
    inhabited: tuple[str, ...] = ()
    """Nouns behind which "of" names a town, known or not ("the streets of Benta")."""
    hailing: tuple[str, ...] = ()
    """Nouns of persons behind which "from" names a town ("crews from Benta")."""
    dwellers: tuple[str, ...] = ()
    """Nouns before which a bare name is a town's ("Benta residents")."""
    lines: tuple[str, ...] = ()
    """Nouns of what lies "between" two towns."""
    where: tuple[str, ...] = ()
    """Words that open what happens in the place before a comma ("Wem, *where* …")."""
    excepting: tuple[str, ...] = ()
    """Words behind which one of several places is taken out: "every district *but* Keban"."""
    placing: tuple[str, ...] = ()
    """Letters written on to a town that say that something is there (ب)."""
    likening: tuple[str, ...] = ()
    """Prepositions written on that more often are the first letter of a word (ك in كبير)."""
    seats: tuple[str, ...] = ()
    """Bodies that are named for the town they are in: a court, a hospital, محكمة."""
    abbreviations: dict[str, str] = {}
    """Provinces cut short behind a town ("Calif."), with the name that all languages share."""
    ambiguous_towns: tuple[str, ...] = ()
    """Towns whose names are everyday words, taken with a capital behind "in" ("in Reading")."""
    through: tuple[str, ...] = ()
    """Prepositions that say where only behind…"""
    moved: tuple[str, ...] = ()
    """…a word of moving: "*diverted* through Wem"."""
    other_endings: tuple[str, ...] = ()
    """Endings that such a name does not have."""
    feminine_owners: tuple[str, ...] = ()
    """Pronouns written on to what follows, where the word is a verb about the place (فيها)."""
    name_without_ending: tuple[str, ...] = ()
    """Nouns behind which any word without an ending is a name (بلدة كسب)."""
