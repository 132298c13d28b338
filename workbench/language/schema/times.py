"""Section ``[times]``: months, weekdays, and the words by which a language points at a time.

All words are written naturally; they are folded when the pack is compiled. Units of time stand in
``[numbers.durations]``.
"""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that qualify a time from before it ("last week") or after it (الأسبوع الماضي)."""

    before: Words = ()
    after: Words = ()


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words before a time that relate what is said to it."""

    since: Words = ()
    onward: Words = ()
    """From a time on that may be still to come: "starting", اعتبارا من."""
    as_at: Words = ()
    """At a time that is past, from one on that is to come: "as of"."""
    until: Words = ()
    by: Words = ()
    """A deadline: the time itself, not all before it."""
    before: Words = ()
    after: Words = ()
    during: Words = ()
    between: Words = ()
    from_: Words = msgspec.field(default=(), name="from")
    to: Words = ()
    ends: Words = ()
    """Parts before which is no later than the whole: "before the end of"."""
    starts: Words = ()
    """Parts since which is since the first month of a year: "since the start of"."""


class Lengths(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that make a count of units a length of time, a point in the past or in the future."""

    before: Words = ()
    """"for three years", لمدة ثلاث سنوات."""
    after: Words = ()
    ago_before: Words = ()
    """قبل ثلاثة أيام."""
    ago_after: Words = ()
    ahead_before: Words = ()
    """"in three days", بعد ثلاثة أيام: a point only where the sentence looks ahead."""
    within: Words = ()
    """"within three days", خلال أسبوع: from publication on where the sentence looks ahead."""
    spent: Words = ()
    """Words behind such a length that make it one gone by: "after 12 years *in* the job"."""
    ahead_after: Words = ()
    elsewhere_after: Words = ()
    """"three days later", "earlier": counted from another event."""


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language writes dates and points at times."""

    months: dict[str, int] = {}
    abbreviations: dict[str, int] = {}
    """Month names that a full stop may follow: Aug."""
    doubtful: Words = ()
    """Month names that are other words too, and need a sign of time beside them."""
    capitals: bool = False
    """Doubtful names are written with a capital where they are months."""
    month_words: Words = ()
    """"month of", شهر before a month's name."""
    general_offices: Words = ()
    """Offices behind which what could be "the year" says that they are general (الأمين *العام*)."""
    events_to_come: Words = ()
    """Events that are prepared: "the *concert* on June 6"."""
    delivering: Words = ()
    """Words beside the month in which what is traded falls due: "for December *delivery*"."""
    towards: Words = ()
    """Words before one that something is told to be for: "registered *for* the election"."""
    on_days: Words = ()
    """Words between an event and its day: "*on* June 6"."""
    of_past: Words = ()
    """Nouns of what is there already behind the month it is of: "the October *ruling*"."""
    monthly: Words = ()
    """Nouns of what is paid or counted by the month (رواتب): behind one the nearest is meant."""
    month_before_day: bool = False
    day_first: bool = True
    """05/08/2024 is 5 August; otherwise only its year is certain."""
    hijri_months: dict[str, int] = {}
    hijri_marks: Words = ()
    """After a Hijri year: هـ."""
    era_marks: Words = ()
    """After a common year: م, AD."""
    weekdays: dict[str, int] = {}
    """1 Monday to 7 Sunday."""
    weekday_not_after: Words = ()
    """"Black" Friday."""
    weekday_not_before: Words = ()
    """The Sunday "Times"."""
    day_words: Words = ()
    """يوم before a weekday or date."""
    dayparts: Sides = Sides()
    """Words for a part of a day, before or after it: مساء, "night"."""
    past_nights: tuple[str, ...] = ()
    """Words for the night to the day of publication, where the past is told ("overnight")."""
    hours: dict[str, Words] = {}
    """Part of a day, by one name in every language, and its words: what parts two such times."""
    days: dict[str, int] = {}
    """Days by their distance from today: yesterday is -1."""
    date_openers: Words = ()
    """Words that only a whole date follows: بتاريخ."""
    named_by_month: Words = ()
    """Words before a month that is a name and no time: *حرب* أكتوبر, *ثورة* يناير."""
    named_by_day: Words = ()
    """Events, streets and the like that a day without a year is the name of: ثورة 25 يناير, the
    September 11 attacks."""
    dating: Words = ()
    """Words before a day that is a date though such an event follows: "*a* March 5 attack"."""
    dailies: Words = ()
    """Names of papers and channels that end in "today": روسيا اليوم."""
    daily_openers: Words = ()
    """What they are, before their names: قناة."""
    days_not_before: Words = ()
    """Words after which such a word is a common noun: اليوم الثالث."""
    days_not_after: Words = ()

    last: Sides = Sides()
    before_last: Sides = Sides()
    this: Sides = Sides()
    next: Sides = Sides()
    after_next: Sides = Sides()
    past: Sides = Sides()
    """The stretch up to today: "the past", الماضية after a plural."""
    coming: Sides = Sides()
    first_of: Sides = Sides()
    """Words that make a stretch the first of a longer time: "the *first* nine months of 2025"…"""
    last_of: Sides = Sides()
    """…or the last."""
    few: Words = ()
    """"few", القليلة inside such a stretch."""
    recent: Sides = Sides()
    """"recent months": a stretch to today that needs no count."""
    elsewhere: Sides = Sides()
    """"previous", "following": relative to another time of the text."""
    definite: Words = ()
    """Articles before a qualifier."""
    of: Words = ()
    """Between a day and its month, a part and its whole: of, من."""
    ending: Words = ()
    """Between a length of time and the date that it ends with: "the three months *to* May"."""
    parts: Words = ()
    """"early", "the end of", مطلع: they narrow a time without giving a date."""
    end_units: Words = ()
    """Phrases for the end of the current unit: "year-end"."""
    new_year: Words = ()
    """Phrases for the beginning of the next year where the sentence looks ahead."""
    year_before: Words = ()
    """Words before a part of a year that make it the one a year before: "*year-ago* quarter"."""
    year_codes: Words = ()
    """Letters written on to the last two digits of a year: "FY26"."""
    year_words: Words = ()
    """Before a year: عام."""
    year_signs: Words = ()
    """Words before four digits that make them a year."""
    not_month_signs: Words = ()
    """Those of them that say nothing of a month: "the" May."""
    year_nouns: Words = ()
    """Plural nouns that a year goes with ("2016 elections"); behind others, where a language that
    marks plurals counts, four digits are a figure ("sold 1950 tractors")."""
    margins: Words = ()
    """By how many of these somebody wins: "by 1874 *votes*"."""
    year_strong: Words = ()
    """Those after which they are one whatever follows: "since"."""
    counted_endings: Words = ()
    """Of an unknown noun that four digits before it count."""
    joiners: Words = ()
    """"and", "or", commas between coordinated times."""

    seasons: dict[str, int] = {}
    season_signs: Words = ()
    """Words before a season's name without a year, which show that it is one."""
    quarters: Words = ()
    terms: Words = ()
    """Words for a quarter that mean another thing where no year follows (الفصل الثالث)."""
    same: Words = ()
    """Words that name the same part of another year: "the same period", الربع المماثل."""
    foretold_by: Words = ()
    """Words that open what somebody foretells (أن), so that a time behind them is of it."""
    expecting: Words = ()
    """Verbs behind which a noun of what is expected may stand (توقعت هطول أمطار)."""
    expecting_beside: Words = ()
    """The same whose subject is told before them: …، *متوقعا* هطول أمطار."""
    possible: Words = ()
    """Words of possibility that look ahead ("could")…"""
    unreal_after: Words = ()
    """…unless one of these follows ("could *have*")."""
    promising: Words = ()
    """Verbs of promising and threatening…"""
    promised_by: Words = ()
    """…and the preposition written on to the noun of what is promised (وعد *ب*صرف الرواتب)."""
    foretelling: Words = ()
    """Verbs of promising and expecting: "within a week" behind one is still to come."""
    half_nouns: Words = ()
    """Nouns that a half of the year qualifies ("first-half *profit*"), not one of a match."""
    half_signs: Words = ()
    """Nouns behind which a bare "in the first half" is one of the year ("*sales* fell in …")."""
    fiscal: Words = ()
    """Words beside a quarter that make it one of no calendar year ("fiscal")."""
    fiscal_years: Words = ()
    """Phrases that name such a year, which has the quarters of its sentence ("FY24")."""
    quarter_codes: dict[str, int] = {}
    half_codes: dict[str, int] = {}
    halves: Words = ()
    decades: dict[str, int] = {}
    """"nineties" is 90."""
    decade_endings: Words = ()
    """Written on to digits: 1990s."""
    not_decade_after: Words = ()
    """Words before a decade of somebody's life: "in his 60s"."""
    before_deeds: Words = ()
    """Phrases before what was still to come then, whose own form tells no time: *قبل أن* يعود."""
    of_age: Words = ()
    """Words behind such a decade and "of": في الأربعينيات من *عمره*."""
    centuries: Words = ()
    weekends: Words = ()
    weekend: tuple[int, int] = (6, 7)
    """Its first and last day, 1 for Monday; all that it may mean where countries differ."""
    qualified: Words = ()
    """Words before a month that qualifies a noun ("*the* March budget")."""
    setting: Words = ()
    """Verbs that set a day for something…"""
    set_for: Words = ()
    """…behind such a word ("called an election *for* August 12")."""
    pluperfect: Words = ()
    """Auxiliaries of what had come about by a time ("By Thursday, 40 *had* died")."""
    directing: Words = ()
    """Words by which a deadline is set and not met: "*ordered* it shut by Monday"."""
    related: Words = ()
    """Relative pronouns before a verb of the past that has the time behind it."""
    agents: Words = ()
    """What stands between a participle and whoever did it ("announced *by*")."""
    postponing: Words = ()
    """Verbs of putting off and of lasting: what they put it off to, or what lasts until then, is
    still to come ("deferred it to June", "*runs* until June")."""
    moving: Words = ()
    """Verbs behind which "from March to May" are two dates and no stretch of time."""
    containing: Words = ()
    """Words beside `of` between a weekday and its month ("the first Sunday *in* May")."""
    weeks_from: Words = ()
    """Words before the day by which a week begins ("the week commencing")."""
    weeks_of: Words = ()
    """Words before a day that the week holds ("the week of")."""
    bare_feasts: tuple[str, ...] = ()
    """Names of feasts that are days only behind one of these ("*before* Christmas")…"""
    feast_openers: tuple[str, ...] = ()
    """…which are these."""
    feasts: dict[str, str] = {}
    """Days that are the same every year, by their names, as month and day ("12-25")."""
    hijri_feasts: dict[str, str] = {}
    """The same of the Hijri calendar: عيد الفطر = "10-01"."""
    movable_feasts: dict[str, int] = {}
    """Feasts by their days from Easter Sunday: "Good Friday" = -2."""
    from_now: Words = ()
    """Words before the end of a time that begins today ("between now and")."""

    marks: Marks = Marks()
    lengths: Lengths = Lengths()
    future: Words = ()
    """Words that say that the sentence looks ahead."""
    ahead_beside: Words = ()
    """Words that look ahead only right before a time ("rain *forecast for* Monday")."""
    before_nouns: Words = ()
    """Words behind which one that looks ahead is a noun ("*the* return")."""
    before_base: Words = ()
    """Words behind which a form like a past one tells what is to come ("to *be* sold")."""
    subject_first: bool = False
    """Subjects stand before verbs: what is said of a time that opens a clause may be far behind."""
    before_verbs: Words = ()
    """Words behind which one that qualifies times is a verb ("will *last* ten days")."""
    will: Words = ()
    """Auxiliaries of the future ("will")."""
    appointing: Words = ()
    """Words that set something for the date behind them ("scheduled for", "moved to")."""
    future_verbs: Words = ()
    """Phrases behind a time that say that it is to come ("is expected to", "is due")."""
    telling: Words = ()
    """Verbs of speech, which take a time beside them for their own ("said on Tuesday")."""
    before_era: Words = ()
    """Marks of years before the first: "BC", ق.م."""
    arranging: Words = ()
    """Verbs by their first principal part whose object has a date to come ("approve a rally")."""
    conditions: Words = ()
    """Words that open a condition, which has not come about: "*if* no deal is reached by"."""
    leading_to: Words = ()
    """Words between a verb and a date before what is to come ("*ahead of* the rally on")."""
    verb_openers: Words = ()
    """Words behind which a clause begins with its verb, where verbs come first."""
    clause_words: Words = ()
    """Words by which another clause begins ("and", "who")."""
    participle_endings: Words = ()
    """Endings of words that take a time behind them for their own ("arrested on Friday")."""
    compared: Words = ()
    """Words before such a word that only compare with it: "higher *than* expected"."""
    in_a_row: Words = ()
    """Phrases behind an ordinal that count how often: "the fourth quarter *in a row*"."""
    done_first: Words = ()
    """Conjunctions before a clause that tells what was done first ("after they voted")."""
    was: Words = ()
    """Auxiliaries before such a word that make it one of the past: "was due to"."""
    of_it: Words = ()
    """Words behind a day that put it in the month before: في العشرين *منه*."""
    perfect: Words = ()
    """Particles of the past, behind which "was" and its subject need no other verb: قد."""
    undone: Words = ()
    """Negators that put the verb of the present behind them in the past: *لم* يصل."""
    unless: Words = ()
    """Phrases that end in one of those and open a condition: *ما لم* يصل."""
    misread: Words = ()
    """Words that look ahead unless their first letter is written otherwise: ألا, not إلا."""
    resulting: Words = ()
    """Letters before a word that looks ahead that make it what came of a deed: ارتفع *ليصل* إلى."""
    future_starts: Words = ()
    """Beginnings of verbs that do: سيـ."""
    future_not: Words = ()
    """Beginnings that only look like them: سياس."""
    year_kinds: tuple[str, ...] = ()
    """Adjectives between a year and what points at one (العام *الدراسي* المقبل)."""
    earlier: tuple[str, ...] = ()
    """Words of ``elsewhere`` that count back from the time before them ("earlier", السابق)."""
    later: tuple[str, ...] = ()
    """Those that count on ("later", التالي)."""
