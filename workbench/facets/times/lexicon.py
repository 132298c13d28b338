"""A language pack's words of time, compiled for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import msgspec

from workbench.facets.numbers.lexicon import NumberLexicon, folded, number_lexicon
from workbench.facets.numbers.tokens import Phrases, Vocabulary, vocabulary_of
from workbench.facets.quantities.units import unit_lexicon
from workbench.facets.times.expressions import Calendar
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Clauses, Numbers, Times, Verbs
from workbench.language.schema.times import Sides
from workbench.language.verbs import VerbForm, verb_form


class Month(msgspec.Struct, frozen=True):
    """A month's name; ``doubtful`` names are other words too."""

    number: int
    hijri: bool = False
    doubtful: bool = False
    stopped: bool = False
    """A full stop may follow."""


class Qualifiers:
    """Words beside a time that place it: "last", الماضي."""

    def __init__(self, sides: Mapping[int, Sides]) -> None:
        self.before: Phrases[int] = Phrases((w, n) for n, s in sides.items() for w in s.before)
        self.after: Phrases[int] = Phrases((w, n) for n, s in sides.items() for w in s.after)


def _phrases(words: Iterable[str]) -> Phrases[None]:
    return Phrases((word, None) for word in words)


def _table(entries: Mapping[str, int]) -> Phrases[int]:
    return Phrases(entries.items())


class TimeLexicon:
    """What reading times asks of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        data, numbers = pack.section(Times), pack.section(Numbers)
        self.data, self._pack = data, pack
        self.numbers: NumberLexicon = number_lexicon(pack)
        self.months: Phrases[Month] = Phrases(_months(data))
        self.weekdays = _table(data.weekdays)
        self.days = _table(data.days)
        self.units = unit_lexicon(pack)
        self.seasons = _table(data.seasons)
        self.decades = _table(data.decades)
        self.quarter_codes = _table(data.quarter_codes)
        self.half_codes = _table(data.half_codes)
        self.parts_of_year: Phrases[str] = Phrases(
            [(word, "quarter") for word in (*data.quarters, *data.terms)]
            + [(word, "half") for word in data.halves]
        )
        self.centuries, self.weekends = map(_phrases, (data.centuries, data.weekends))
        years = (data.end_units, data.same, data.new_year, data.year_before)
        self.end_units, self.same, self.new_year, self.year_before = map(_phrases, years)
        self.shifts = Qualifiers(
            {
                -1: data.last,
                -2: data.before_last,
                0: data.this,
                1: data.next,
                2: data.after_next,
            }
        )
        self.stretches = Qualifiers({-1: data.past, 1: data.coming})
        self.recent = Qualifiers({-1: data.recent, 1: data.coming})
        self.elsewhere = Qualifiers({0: data.elsewhere})
        self.ends = Qualifiers({1: data.first_of, -1: data.last_of})
        self.year_words, self.month_words = map(_phrases, (data.year_words, data.month_words))
        self.parts, self.of = map(_phrases, (data.parts, data.of))
        self.few = _phrases(data.few)
        named = (data.named_by_day, data.dailies, data.daily_openers)
        self.named_by_day, self.dailies, self.daily_openers = map(_phrases, named)
        dayparts = data.dayparts
        self.past_nights = _phrases(data.past_nights)
        self.dayparts_before, self.dayparts_after = map(_phrases, (dayparts.before, dayparts.after))
        self.marks: Phrases[str] = Phrases(
            (word, name.rstrip("_"))
            for name in ("since", "onward", "as_at", "until", "by", "before", "after", "during")
            for word in getattr(data.marks, name)
        )
        self.between = _phrases(data.marks.between)
        self.from_ = _phrases(data.marks.from_)
        self.to, self.end_parts = folded(data.marks.to), _phrases(data.marks.ends)
        lengths = data.lengths
        self.length_before = _phrases(lengths.before)
        self.ago_before = _phrases(lengths.ago_before)
        self.ago_after = _phrases(lengths.ago_after)
        self.ahead_before, self.within = map(_phrases, (lengths.ahead_before, lengths.within))
        self.ahead_after = _phrases(lengths.ahead_after)
        self.elsewhere_after = _phrases(lengths.elsewhere_after)
        self.earlier = folded(data.earlier)
        self.later = folded(data.later)
        self.clock_before = folded(numbers.clock_before)
        self.clock_after = _phrases(numbers.clock_after)
        self.labels = folded(numbers.labels)
        self.abouts, self.bounds = _phrases(numbers.before.about), _phrases(numbers.before.words)
        self._fold_words(data)
        self.readers = self._readers()
        dated = (self.months, self.weekdays, self.days)
        possessors = self.units.duration_words.union(*(table.first_words for table in dated))
        self._own = vocabulary_of(self._tables(), numbers, possessors)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Its words and those of figures, put together here: so many take ten times as long to be
        loaded from what is kept."""
        return self.numbers.vocabulary | self.units.vocabulary | self._own

    def may_be_noun(self, word: str) -> bool:
        """Whether a word is a verb's present form, which may as well be a noun ("return")."""
        form = verb_form(word, self._pack)
        return form is not None and form.tense in {"base", "present", "noun"}

    def is_past(self, word: str) -> bool:
        """Whether a word may be a verb's past form or its participle."""
        form = verb_form(word, self._pack)
        return form is not None and form.tense in {"past", "participle"}

    def tells_past(self, word: str, *, sure: bool) -> bool:
        """Whether a word is a verb's past form, "and" left off; ``sure`` if it is no noun too."""
        form = self._past_form(word)
        counts = word in self.numbers.starters or word in self.weekdays.first_words  # اثنين
        return form is not None and not (counts or (sure and form.noun))

    def deed(self, word: str) -> str:
        """The verb that a past form is of, by its first principal part, or nothing."""
        form = self._past_form(word)
        return "" if form is None else form.verb

    def plans(self, word: str) -> bool:
        """Whether a word before a date leads up to what is to come: "for", "setting", بتنظيم."""
        act = word in self.foretold_by or word[1:] in self.foretold_by  # behind its preposition
        if act or word in self.leading_to:
            return True
        form = verb_form(word, self._pack)
        return form is not None and form.tense == "gerund" and form.verb in self.arranging

    def _past_form(self, word: str) -> VerbForm | None:
        form = verb_form(word, self._pack)
        if form is None and word.startswith(self.written_on):
            form = verb_form(word[1:], self._pack)
            form = None if form is not None and form.pronoun else form  # وزارة is not و + زاره
        return form if form is not None and form.tense in {"past", "participle"} else None

    def is_future(self, word: str) -> bool:
        """Whether a word is a verb's future form by the table of verbs."""
        form = verb_form(word, self._pack)
        return form is not None and form.tense == "future"

    def is_present(self, word: str) -> bool:
        """Whether a word is a verb's present form and nothing else, "and" left off."""
        forms = (
            verb_form(each, self._pack) for each in (word, word.removeprefix(self.written_on[0]))
        )
        form = next((each for each in forms if each is not None), None)
        return form is not None and form.tense == "present" and form.is_only_verb

    def _readers(self) -> dict[str, tuple[str, ...]]:
        """Which readers of `scan` may find a time that begins by a word, in their order."""
        durations = self.units.duration_words
        numbers = self.numbers.starters
        shifts = self.shifts.before.first_words
        words: dict[str, frozenset[str]] = {
            "past_night": self.past_nights.first_words,
            "date": self.months.first_words | self.month_words.first_words | numbers,
            "same_part": self.same.first_words | self.year_before.first_words,
            "clock": self.clock_before | self._bare(self.clock_before) | numbers,
            "day_of_unit": numbers,
            "last_part": self.parts_of_year.first_words | self.ends.before.first_words,
            "quarter": self.quarter_codes.first_words
            | self.half_codes.first_words
            | self.parts_of_year.first_words
            | self.months.first_words
            | numbers,
            "week_of_month": numbers | shifts | durations,
            "ends_of": numbers
            | durations
            | self.ends.before.first_words
            | self.length_before.first_words,
            "weekday_of_month": numbers | self.ends.before.first_words,
            "week_from": self.weeks_from.first_words,
            "feast": self.feasts.first_words,
            "century": self.centuries.first_words | numbers,
            "stretch": self.stretches.before.first_words | durations | numbers,
            "past_point": self.ago_before.first_words
            | self.few.first_words
            | self.numbers.articles
            | durations
            | numbers,
            "ahead": self.ahead_before.first_words | self.within.first_words,
            "length": self.length_before.first_words | self.stretches.before.first_words | numbers,
            "decade": self.decades.first_words,
            "year": self.year_words.first_words,
            "shifted": self.elsewhere.before.first_words | shifts | durations,
            "named_day": self.days.first_words,
            "weekday": self.weekdays.first_words | self.day_words,
            "weekend": self.weekends.first_words | shifts,
            "season": self.seasons.first_words,
            "month": self.months.first_words | self.month_words.first_words,
            "end_of_unit": self.end_units.first_words
            | self.new_year.first_words
            | self.parts.first_words,
        }
        found: dict[str, tuple[str, ...]] = {}
        for name, starts in words.items():
            for word in starts:
                found[word] = (*found.get(word, ()), name)
        return found

    def _bare(self, words: Iterable[str]) -> frozenset[str]:
        """Words without the article that is written on to them."""
        articles = tuple(self.numbers.definite)
        return frozenset(w.removeprefix(a) for w in words for a in articles if w.startswith(a))

    def _fold_words(self, data: Times) -> None:
        self._read_placed(data)
        self._read_ahead(data)
        self.nights = _phrases(
            word for part in ("night", "midnight") for word in data.hours.get(part, ())
        )
        self.ending = _phrases(data.ending)
        self.terms = folded(data.terms)
        self.half_nouns, self.half_signs = folded(data.half_nouns), folded(data.half_signs)
        self.foretelling = folded(data.foretelling)
        self.foretold_by = folded(data.foretold_by)
        self.possible = folded(data.possible)
        self.unreal_after = folded(data.unreal_after)
        self.fiscal, self.fiscal_years = folded(data.fiscal), _phrases(data.fiscal_years)
        self.spent = folded(data.lengths.spent)
        self.hijri_marks = folded(data.hijri_marks)
        self.era_marks = folded(data.era_marks)
        self.before_era = _phrases(data.before_era)
        self.day_words = folded(data.day_words)
        self.weekday_not_after = folded(data.weekday_not_after)
        self.weekday_not_before = folded(data.weekday_not_before)
        self.days_not_before = folded(data.days_not_before)
        self.date_openers = folded(data.date_openers)
        self.days_not_after = folded(data.days_not_after)
        self.definite = folded(data.definite)
        self.year_codes = folded(data.year_codes)
        self.year_signs = folded(data.year_signs)
        self.events_to_come = folded(data.events_to_come)
        self.towards, self.on_days = folded(data.towards), folded(data.on_days)
        self.of_past = folded(data.of_past)
        self.monthly = folded(data.monthly)
        self.general_offices = folded(data.general_offices)
        self.month_signs = self.year_signs - folded((*data.marks.to, *data.not_month_signs))
        self.year_strong = folded(data.year_strong)
        self.year_nouns = folded((*data.year_nouns, *data.half_nouns))
        self.counted_endings = tuple(folded(data.counted_endings))
        self.season_signs, self.margins = folded(data.season_signs), folded(data.margins)
        self.joiners = folded(data.joiners)
        self.not_decade_after = folded(data.not_decade_after)
        self.of_age = folded(data.of_age)
        self.named_by_month = _phrases(data.named_by_month)
        self.before_deeds = _phrases(data.before_deeds)
        self.decade_endings = _phrases(data.decade_endings)
        self.done_first = folded(data.done_first)
        self.subject_first = data.subject_first
        self.telling = folded(data.telling)
        self.dating = folded(data.dating)
        self.clause_words = folded(data.clause_words)
        self.done = tuple(folded(data.participle_endings)) or ("\0",)
        self.appointing = _phrases(data.appointing)
        self.in_a_row = _phrases(data.in_a_row)
        self.compared = _phrases(data.compared)

    def _read_placed(self, data: Times) -> None:
        """Days and weeks by their place in the calendar."""
        self.year_kinds = folded(data.year_kinds)
        self.containing = _phrases((*data.of, *data.containing))
        self.weeks_from: Phrases[bool] = Phrases(
            [(word, False) for word in data.weeks_from] + [(word, True) for word in data.weeks_of]
        )
        fixed = (
            (name, Calendar(month=int(day[:2]), day=int(day[3:]), hijri=hijri))
            for feasts, hijri in ((data.feasts, False), (data.hijri_feasts, True))
            for name, day in feasts.items()
        )
        movable = ((name, Calendar(easter=days)) for name, days in data.movable_feasts.items())
        self.feasts: Phrases[Calendar] = Phrases((*fixed, *movable))
        self.from_now = _phrases(data.from_now)
        self.start_parts = _phrases(data.marks.starts)

    def _read_ahead(self, data: Times) -> None:
        """Words that look ahead, and those that show that they do not."""
        self.expecting_beside = folded(data.expecting_beside)
        self.expecting = folded(data.expecting) | self.expecting_beside
        self.promising, self.of_it = folded(data.promising), folded(data.of_it)
        self.promised_by = tuple(folded(data.promised_by)) or ("\0",)
        self.was, self.perfect = folded(data.was), folded(data.perfect)
        self.undone, self.unless = _phrases(data.undone), _phrases(data.unless)
        self.prepositions = folded(self._pack.section(Clauses).prepositions)
        self.nominal = tuple(self._pack.section(Verbs).nominal_marks) or ("\0",)
        self.arranging = folded(data.arranging)
        self.leading_to = folded(data.leading_to)
        self.delivering = folded(data.delivering)
        self.conditions = folded(data.conditions)
        self.verb_openers = self.was | folded((*data.clause_words, *data.verb_openers))
        self.future = _phrases(data.future)
        opens = (phrase.split()[0] for phrase in data.future if " " in phrase)
        self.spelled = {fold_text(word): word for word in opens}
        self.misread = {fold_text(word): word[0] for word in data.misread}
        self.ahead_beside = _phrases(data.ahead_beside)
        self.before_nouns = folded(data.before_nouns)
        self.before_base = folded(data.before_base)
        self.adverbial = self._pack.language.adverb_endings
        self.will = folded(data.will)
        self.before_verbs = folded(data.before_verbs)
        self.postponing = folded(data.postponing)
        self.moving = folded(data.moving)
        self.agents = folded(data.agents)
        self.related = folded(data.related)
        self.pluperfect = folded(data.pluperfect)
        self.directing = folded(data.directing) | folded(data.setting) | folded(data.foretelling)
        self.setting = folded(data.setting)
        self.set_for = folded(data.set_for)
        self.qualified = folded(data.qualified)
        self.bare_feasts = folded(self.data.bare_feasts)
        self.feast_openers = folded(self.data.feast_openers)
        self.small = folded(self.numbers.data.stops)
        self.future_verbs = _phrases(data.future_verbs)
        self.resulting = folded(self.data.resulting)
        self.future_starts = tuple(folded(data.future_starts))
        letters = (word for word in self.numbers.data.conjunctions if len(word) == 1)
        self.written_on = tuple(letters) or ("\0",)
        starts = "|".join(map(re.escape, data.future_starts))
        self.written_future = re.compile(rf"\w{{0,2}}?(?:{starts})")
        self.future_not = tuple(folded(data.future_not))

    def _tables(self) -> list[Phrases[Any]]:
        return [
            self.months,
            self.weekdays,
            self.days,
            self.seasons,
            self.decades,
            self.quarter_codes,
            self.half_codes,
            self.parts_of_year,
            self.centuries,
            self.weekends,
            self.named_by_day,
            self.dailies,
            self.daily_openers,
            self.containing,
            self.weeks_from,
            self.feasts,
            self.from_now,
            self.year_words,
            self.same,
            self.year_before,
            self.new_year,
            self.month_words,
            self.parts,
            self.of,
            self.ending,
            self.fiscal_years,
            self.few,
            self.dayparts_before,
            self.dayparts_after,
            self.marks,
            self.between,
            self.from_,
            self.length_before,
            self.ago_before,
            self.ago_after,
            self.ahead_before,
            self.within,
            self.elsewhere_after,
            self.future,
            self.compared,
            self.in_a_row,
            _phrases((*self.data.day_words, *self.data.marks.to)),
            *(table for sides in self._qualifiers() for table in (sides.before, sides.after)),
        ]

    def _qualifiers(self) -> tuple[Qualifiers, ...]:
        return self.shifts, self.stretches, self.recent, self.elsewhere, self.ends


def _months(data: Times) -> list[tuple[str, Month]]:
    doubtful = folded(data.doubtful)
    return [
        (name, Month(number, hijri, fold_text(name) in doubtful, stopped))
        for table, hijri, stopped in (
            (data.months, False, False),
            (data.abbreviations, False, True),
            (data.hijri_months, True, False),
        )
        for name, number in table.items()
    ]


def time_lexicon(pack: LanguagePack) -> TimeLexicon:
    """The compiled words of time of a pack."""
    return pack.derived(TimeLexicon)
