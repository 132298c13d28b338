"""Section ``[numbers]``: number words, units, and the words that bind a figure to the truth.

All words are written naturally; they are folded when the pack is compiled.
"""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]
Endings = tuple[tuple[str, str], ...]
"""Pairs "ending of a listed form, ending of the form made from it"."""


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases that say how a figure is meant, under the values of ``facets.types.Comparator``."""

    exactly: Words = ()
    about: Words = ()
    more_than: Words = ()
    at_least: Words = ()
    less_than: Words = ()
    at_most: Words = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The phrases of all of them."""
        return tuple(word for name in self.__struct_fields__ for word in getattr(self, name))


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for an uncounted number of things."""

    tens: Words = ()
    hundreds: Words = ()
    thousands: Words = ()
    millions: Words = ()
    billions: Words = ()
    several: Words = ()


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of growing and shrinking, and the particles that name the ends of a change."""

    rise: Words = ()
    fall: Words = ()
    move: Words = ()
    """A change of either direction: "changed", تغير."""
    by: Words = ()
    to: Words = ()
    from_: Words = msgspec.field(default=(), name="from")


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language writes figures and what it counts in."""

    prefixes: Words = ()
    """What is written on to the next word (و ف ب ل ك ال and joined ones)."""
    enclitics: Words = ()
    """What is written on to the end of a word of time: "Monday's"."""
    definite: Words = ()
    """Those prefixes that make a noun definite."""
    joining: Words = ()
    """Those prefixes that join like "and"."""

    cardinals: dict[str, int] = {}
    """0 to 999."""
    tens_last: bool = False
    """Units stand before tens: خمسة وعشرون."""
    scales: dict[str, int] = {}
    """Words that multiply what stands before: hundred, thousand, مليون."""
    single_marks: tuple[str, ...] = ()
    """Signs, as written, that make such a scale a single one (مليوناً)."""
    ready_scales: dict[str, int] = {}
    """Duals of scales: ألفان is 2000."""
    suffixes: dict[str, int] = {}
    """Scales written on to digits: bn, k."""
    strong_suffixes: Words = ()
    """Single letters among them that need no currency sign."""
    fractions: dict[str, str] = {}
    """"half" is "1/2"."""
    nobody: Words = ()
    """Words that a hyphen ties to a number to tell of nobody ("*no*-one")."""
    not_numbers: Words = ()
    """Words, as they are written, that only fold like a number: the name ميتا, and not مئتا."""
    ordinals: dict[str, int] = {}
    ordinal_endings: Words = ()
    """Written on to digits: st, nd, rd, th."""
    conjunctions: Words = ()
    numbered: Words = ()
    """Nouns that a number with the article behind them ranks: اليوم الـ200."""
    feminine_endings: Words = ()
    """Endings of a singular noun that such a number ranks (ة)."""
    definite_articles: Words = ()
    """Before a noun that a word of bound governs, and no figure: "above *the* forecast"."""
    articles: Words = ()
    """That may stand before a scale or fraction: "a million", "half a million"."""
    of: Words = ()
    points: Words = ()
    """Spoken decimal points: "point", فاصلة."""
    minus: Words = ()
    zero_sides: dict[str, int] = {}
    """Behind a measure, which side of zero it is on: "5 degrees *below zero*" is -1."""
    reversed_point: str = ""
    """A letter used as decimal point between swapped parts: 73ر0 is 0.73."""
    dot_groups: bool = False
    """12.500 of things that can be divided is twelve thousand five hundred."""

    dozens: dict[str, int] = {}
    """Nouns that are numbers and may take "of" or an article: dozen."""
    vague: Vague = Vague()
    before: Bounds = Bounds()
    """Phrases that stand before a figure."""
    after: Bounds = Bounds()
    """Phrases that stand after a figure or its noun."""
    spanning: Words = ()
    """Comparators that say of a length of time only that something went on through it: "£2m *over*
    two years"…"""
    spanned_places: tuple[str, ...] = ()
    """Units across which such a word may as well say that something went ("over seven regions")."""
    spanning_not_after: Words = ()
    """…unless such a word stands before them ("*for* over two years")."""
    handing: Words = ()
    """Verbs that such a word ends ("*handed* over 300 documents")."""
    alternatives: Words = ()
    """Words between two signs of which a figure has either ("plus *or* minus 3")."""
    plural_verbs: Words = ()
    """Verbs that tell of several, behind a fraction of them ("a third *were* hurt")."""
    groups: Words = ()
    """Those who belong together, of whom a number tells how many ("a *family* of three")."""
    fillers: Words = ()
    """Words that may stand between such a phrase and the figure: "a total of", بنسبة."""
    between: Words = ()
    range_to: Words = ()
    """The word inside "10 to 15"."""
    ratio: Words = ()
    """The words inside "one in five"."""
    score_openers: Words = ()
    """Words shortly before the two figures of a score ("*took* 3-61", "*beat* Musetti 4-6")."""
    score_links: Words = ()
    """Words between the two figures of a result that is written out ("six *for* 41")."""
    score_words: Words = ()
    """Nouns beside which 5-3 is a result and no range."""
    change: Change = Change()

    percent: Words = ()
    per: Words = ()
    """"per", "a" before the noun of a rate: "per hour"."""
    further: Words = ()
    """Words between a figure and its noun that add to what came before: "two more rounds"."""
    per_prefixes: Words = ()
    """Prefixes that do the same: للبرميل."""
    not_rates_before: tuple[str, ...] = ()
    """Words before which "a year" is no rate ("a year *earlier*")."""
    rates: dict[str, str] = {}
    """Adverbs that make a rate: يومياً is per day."""
    currency_signs: dict[str, str] = {}
    currencies: dict[str, Words] = {}
    capital_units: dict[str, str] = {}
    """Single capitals that are units where they are written on to digits: 35C."""
    age_apart: str = ""
    """The unit of a number between commas behind a name ("Ann Lee, *45*, …")."""
    large_units: dict[str, str] = {}
    """Currencies whose name is another word unless a large number stands before it: won."""
    units: dict[str, Words] = {}
    """Measures, canonical name to forms."""
    durations: dict[str, Words] = {}
    """Units of time, under second, minute, hour, day, week, month, quarter, year, decade…"""
    counted: dict[str, Words] = {}
    """Things and people that are counted, canonical name to forms."""
    implied: dict[str, Words] = {}
    """Words next to which a bare figure counts that thing: "killing 12", أصيب 5."""
    named_before: dict[str, Words] = {}
    """Words that say what the figure right after them measures: "aged 45", "magnitude 6.4"."""
    exceeding: Words = ()
    """Verbs that bound a figure behind their subject: تجاوز عدد القتلى 40…"""
    denying: Words = ()
    """…the words that turn such a verb round: لم يتجاوز عدد القتلى 40…"""
    locating: Words = ()
    """…and the prepositions of place that may follow its subject: تجاوز التضخم في لبنان 40."""
    totals: Words = ()
    """Words before what a bare figure later in the sentence counts: عدد القتلى بلغ 12."""
    tolls: dict[str, Words] = {}
    """The same where the word itself says what: "the death toll rose to 12"."""
    members: dict[str, Words] = {}
    """Pronouns that say what the bare number before them counts: ثلاثة منهم."""
    linked: dict[str, Words] = {}
    """The same where a linking word stands between: "two were killed"."""
    links: Words = ()

    inflections: Endings = ()
    """Further forms of each listed noun: singular ending to plural ending."""
    duals: Endings = ()
    """How a noun's dual is made: it counts two by itself."""
    plural_duals: Words = ()
    """Dual endings that plurals have too (ين)…"""
    sound_plurals: Words = ()
    """…and so are not made for the nouns of these counted things."""
    dual_forms: dict[str, Words] = {}
    """Duals that have such an ending and are no plurals: شخصين."""
    against: Words = ()
    """Letters before the single thing that a score sets against others (ل in بهدفين لهدف)."""
    compared_with: Words = ()
    """Words that do the same (مقابل in بهدفين مقابل هدف)."""
    measured_nouns: Words = ()
    """Plural nouns that are so long or high, and not so many ("2.2m *planks*")."""
    not_shares: Words = ()
    """Words that make a fraction before them a name ("half time", نصف النهائي)."""
    aged_after: tuple[str, ...] = ()
    """Phrases behind a definite number of tens that is an age: في السبعين *من عمره*."""
    aged_springs: Words = ()
    """Nouns before an ordinal that is an age: في *ربيعها* السابع."""
    of_it: Words = ()
    """Words behind tens that are a day of what was named before: في العشرين *منه*."""
    to_nought: Words = ()
    """Words before a definite nought that is a figure: انخفضت *إلى* الصفر."""
    aged_before: Words = ()
    """Words straight before tens with the article that say how old somebody is (في الستين)."""
    single_places: Words = ()
    """Words before one thing among several, whose article counts nothing: "*in* one case a man"."""
    bare_before: Words = ()
    """Words behind "and" and a small number that show that it counts what was counted before."""
    parted: Words = ()
    """Of those, the ones that show it without "and" as well (منها)."""
    halved: tuple[str, ...] = ()
    """Units of what is counted that there are halves of: "a quarter *point*"."""
    acting: Words = ()
    """Auxiliaries behind a small number word that opens its clause and is their subject: "four
    *will* be rebuilt"."""
    openers: Words = ()
    """Words behind which a clause may open with its subject ("but", "while")."""
    further_before: Words = ()
    """Words before a small figure that show that it counts ("another four")."""
    strong_duals: Words = ()
    """Endings of a noun that no table knows which show a dual (ending in تين)."""
    pointed_duals: Words = ()
    """The same as written with a vowel mark, which plurals do not have (موظفَين)."""
    modifiers_first: bool = False
    """Adjectives stand between a figure and its noun."""
    plurals: Words = ()
    """Listed forms that are plural or have no other: people, aircraft."""
    plural_ending: str = ""
    """By which an unknown noun after modifiers is known: s."""
    not_plural: Words = ()
    """Endings that only look like it: ss, us."""
    adjective_endings: Words = ()
    """Of adjectives that follow the noun."""
    weak_starts: Words = ()
    weak_endings: Words = ()
    """By which a word after a figure, unknown to the tables, is taken to be no noun."""
    whole_words: Words = ()
    """Words that only look as if something were written on to a number (كميات)."""
    unsure_words: Words = ()
    """Words that are a number only before a known unit (لست: "for six", or "I am not")."""
    stops: Words = ()
    """Words that are no part of a counted noun phrase."""
    determiners: Words = ()
    """Before "two", they make a known pair, not a figure: "the two"."""
    partitive: Words = ()
    """Words that may stand between "of" and what a number is part of: "two of *them*", "of the
    *last* six"."""
    compared: Words = ()
    """Words behind a small number that make it a difference: "two *fewer than*"."""
    plural_adjectives: Words = ()
    """Endings of what describes those that a definite number stands for (ين in الثلاثة الباقين)."""
    not_single: Words = ()
    """Nouns that "one" behind them does not count: في آن واحد."""
    letter_signs: Words = ()
    """Currency signs that are one letter, and so need a scale or thousands behind them: N4.7bn."""
    not_times: Words = ()
    """Words behind "twice" that make it a comparison or no count: "twice *as* many"."""
    not_dual_endings: Words = ()
    """Endings of names that look like duals (كازاخ*ستان*)."""
    levels: Words = ()
    """Words behind a change that name the level it leads to: "fell *below* 70"."""
    owned_endings: Words = ()
    """Endings, with their dots, of nouns that a pronoun makes definite: نصف قيم*ته*."""
    bound_duals: Words = ()
    """Endings of a dual with its noun behind it, alone "my": قضيتي الفساد, قضيتي."""
    not_duals: Words = ()
    """Words that only look like a dual (بوتين)."""
    labels: Words = ()
    """Words whose number is a name: article 5, القرار 1701, Boeing 737."""
    weak_labels: Words = ()
    """The same where no counted noun follows: phase 2."""
    corps: Words = ()
    """Troops with their number behind a further word: لواء المشاة 58."""
    clock_before: Words = ()
    clock_after: Words = ()
    """Words that make a number a time of day."""
