"""What a figure counts or measures: units, currencies, counted nouns, rates.

Canonical names are shared by all languages, so that two figures can be compared by what they
count. A noun that no table knows gives its folded form, without the endings of number and case.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.numbers.lexicon import folded
from workbench.facets.numbers.tokens import (
    DASHES,
    Kind,
    Phrases,
    Token,
    Tokens,
    Vocabulary,
    vocabulary_of,
)
from workbench.facets.quantities.unit import Noun, Unit, UnitKind
from workbench.facets.quantities.unit_forms import unit_forms
from workbench.language.fold import fold_text
from workbench.language.once import Once
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers
from workbench.language.verbs import verb_form

_REACH = 5
"""How many words after a figure its noun is looked for."""
_SHORTEST_DUAL = 6
"""Letters of a dual that no table knows, at least."""
_SHORTEST_STEM = 3
"""Letters that are left of a noun without its plural's ending, at least."""
_QUOTES = frozenset("\"'«»“”")


class UnitLexicon:
    """What a language counts and measures in."""

    def __init__(self, pack: LanguagePack) -> None:
        data = self._data = pack.section(Numbers)
        self._pack = pack
        once = Once[Unit]()
        entries = [(form, once[unit]) for form, unit in unit_forms(data)]
        self.units: Phrases[Unit] = Phrases(entries)
        self.duration_words = Phrases(
            entry for entry in entries if entry[1].kind is UnitKind.DURATION
        ).first_words
        self.percent: Phrases[None] = Phrases((phrase, None) for phrase in data.percent)
        self.signs: Phrases[str] = Phrases(data.currency_signs.items())
        self._letter_signs = folded(data.letter_signs)
        self._amounts = folded((*data.scales, *data.suffixes))
        self.rates: Phrases[str] = Phrases(data.rates.items())
        self.implied = {fold_text(w): unit for unit, ws in data.implied.items() for w in ws}
        self.totals: Phrases[None] = Phrases((phrase, None) for phrase in data.totals)
        self.tolls: Phrases[str] = Phrases((w, unit) for unit, ws in data.tolls.items() for w in ws)
        self.members = {fold_text(w): unit for unit, ws in data.members.items() for w in ws}
        self.linked = {fold_text(w): unit for unit, ws in data.linked.items() for w in ws}
        self.named_before = {fold_text(w): u for u, ws in data.named_before.items() for w in ws}
        self.age = data.age_apart
        self.large_units = {fold_text(w): unit for w, unit in data.large_units.items()}
        self.capital_units = {fold_text(w): unit for w, unit in data.capital_units.items()}
        self.marks_plurals = bool(data.plural_ending)
        self.links = folded(data.links)
        self._cardinals = folded(tuple(data.cardinals))
        self._of = folded(data.of)
        self._definite = folded(data.definite)
        self._definite_starts = tuple(self._definite)
        self._determiners = folded((*data.determiners, *data.articles))
        self._per = folded(data.per)
        self.further = folded(data.further)
        self._per_prefixes = folded(data.per_prefixes)
        self._stops = folded(data.stops)
        self._not_rates = folded(data.not_rates_before)
        self._adjectives = tuple(folded(data.adjective_endings))
        self._feminine = next(iter(folded(data.feminine_endings)), "")
        self._weak_starts = tuple(folded(data.weak_starts))
        self._weak_endings = tuple(folded(data.weak_endings))
        self._not_plural = tuple(data.not_plural)
        self._read_duals(data, listed=any(unit.dual for _, unit in entries))
        self._not_single = folded(data.not_single)
        self._not_times = folded(data.not_times)
        self._stems = [
            (fold_text(made), fold_text(listed)) for listed, made in data.inflections if made
        ]
        plurals = (made for made, _ in self._stems if len(made) > 1)
        self._made_plurals = tuple(plurals) or ("\0",)
        implied = Phrases((word, None) for word in self.implied)
        tables = (self.totals, self.tolls, self.units, self.percent, self.rates, implied)
        self.vocabulary: Vocabulary = vocabulary_of(tables, data)

    def _read_duals(self, data: Numbers, *, listed: bool) -> None:
        """What counts two by its own form."""
        self._dual_endings = tuple({fold_text(made) for _, made in data.duals})
        self._strong_duals = tuple(folded(data.strong_duals))
        self.has_duals = listed or bool(self._dual_endings or self._strong_duals)
        self._pointed_duals = tuple(data.pointed_duals) or ("\0",)
        self._dual_ends = (*self._strong_duals, *folded(data.pointed_duals))
        self._bound_duals = tuple(folded(data.bound_duals)) or ("\0",)
        self._not_duals = folded(data.not_duals)
        self._joining = tuple(folded(data.conjunctions)) or "\0"
        self._not_dual_endings = tuple(folded(data.not_dual_endings)) or ("\0",)

    def sign_before(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """The currency sign before a number; a single letter only before an amount: N4.7bn."""
        found = self.signs.before(tokens, index)
        if found is None or tokens[found[0]].word not in self._letter_signs:
            return found
        amount = "," in tokens[index].core or tokens[index + 1].word in self._amounts
        return found if amount and tokens[found[0]].capital else None

    def noun_after(self, tokens: Tokens, index: int, *, definite: bool) -> Noun | None:
        """The noun that a figure ending at ``index`` counts.

        ``definite`` admits a definite noun right after the figure (عشرات القتلى).
        """
        if tokens[index].line:
            return None
        if self._data.modifiers_first:
            return self._noun_after_modifiers(tokens, index)
        return self._noun_next(tokens, index, definite=definite)

    def _noun_after_modifiers(self, tokens: Tokens, index: int) -> Noun | None:
        """The last noun of the phrase; a singular may qualify another ("police officers")."""
        if tokens[index].word in DASHES:
            return self._hyphened(tokens, index)
        start = index + (tokens[index].word in self.further)
        if tokens[start].word in self._of:
            start += 1
            while tokens[start].word in self._determiners:
                start += 1
            start += tokens[start].kind is Kind.NUMBER  # "two of the 14 miners"
        start = self._past_compound(tokens, start)
        best: Noun | None = None
        first: int | None = None
        for place in self._modifiers(tokens, start):
            first = place if first is None else first
            tied = tokens[place - 1].word in DASHES and not tokens[place].spaced
            opens = tokens[place + 1].word in DASHES and not tokens[place + 1].spaced
            if (tied and place > first and self._goes_on(tokens, place + 1)) or opens:
                continue  # "40 same-*day* centres", "12 *second*-hand boats"
            noun = self._noun_at(tokens, place, first)
            if noun is None:
                continue
            best = noun
            counted = noun.unit.plural or noun.unit.kind is not UnitKind.THING
            # "Three new *national* forests" are no persons.
            if counted or (place == index + 1 and not self._goes_on(tokens, noun.last)):
                break
        return best

    @staticmethod
    def _past_compound(tokens: Tokens, index: int) -> int:
        """Behind a compound of a number that only describes a noun: "two *17-year-old* boys"."""
        last = index + 1
        while tokens[last].word in DASHES and not (tokens[last].spaced or tokens[last + 1].spaced):
            last += 2
        return last if tokens[index].kind is Kind.NUMBER and last > index + 1 else index

    def _goes_on(self, tokens: Tokens, index: int) -> bool:
        """Whether a noun phrase goes on at a token."""
        token = tokens[index]
        return token.kind is Kind.WORD and not token.line and token.word not in self._stops

    def _hyphened(self, tokens: Tokens, index: int) -> Noun | None:
        """The noun in "a 10-member committee", "a five-bedroom house"."""
        token = tokens[index + 1]
        if tokens[index].spaced or token.spaced or token.kind is not Kind.WORD:
            return None
        noun = self._noun_at(tokens, index + 1, index + 1)
        if noun is not None or token.word in self._stops or token.word in self._cardinals:
            return noun
        return Noun(Unit(token.word, UnitKind.UNKNOWN), index + 1, index + 2)

    def _modifiers(self, tokens: Tokens, index: int) -> Iterator[int]:
        """The places where a word of a noun phrase from ``index`` on begins."""
        seen = 0
        while seen < _REACH and not (tokens[index].line and index):
            token = tokens[index]
            # "Two *off*-duty nurses"
            tied = tokens[index + 1].word in DASHES and not tokens[index + 1].spaced
            word = token.kind is Kind.WORD and (tied or token.word not in self._stops)
            if word or self.units.begins(token.core):
                yield index
                seen += 1
            elif token.word not in _QUOTES and not _inside_name(tokens, index, seen):
                return
            index += 1

    def _noun_at(self, tokens: Tokens, index: int, first: int) -> Noun | None:
        found = self.units.at(tokens, index)
        if found is not None:
            return Noun(found[1], first, found[0])
        word = tokens[index].word
        ending = self._data.plural_ending
        if ending and word.endswith(ending) and len(word) > 3:
            if word.endswith(self._not_plural):
                return None
            return Noun(Unit(self.stem(word), UnitKind.UNKNOWN, plural=True), first, index + 1)
        return None

    def _noun_next(self, tokens: Tokens, index: int, *, definite: bool) -> Noun | None:
        token = tokens[index]
        partitive = token.word in self._of
        if partitive:
            index, definite = index + 1, True
            token = tokens[index]
        found = self.units.at(tokens, index)
        if found is not None and found[1].dual and token.core == token.word:
            # ين after a figure is a plural, never the dual.
            found = found[0], Unit(found[1].name, found[1].kind)
        if found is not None:
            if token.prefix and not (definite and token.prefix in self._definite):
                return None
            return Noun(found[1], index, self._adjectives_end(tokens, found[0], found[1]))
        if partitive or not self._may_be_noun(token, counted=True):
            return None
        unit = Unit(self.stem(token.word), UnitKind.UNKNOWN)
        return Noun(unit, index, self._adjectives_end(tokens, index + 1, unit))

    def unknown_before(self, tokens: Tokens, index: int, *, dual: bool) -> Noun | None:
        """A noun no table knows that "one" or "two" follows (لوحة واحدة, مطلوبين اثنين)."""
        token = tokens[index]
        if not self._may_be_noun(token) or token.word in self._not_single:
            return None
        if self.looks_dual(token) is not dual:
            return None
        name = token.core[:-2] if dual else self.stem(token.word)
        return Noun(Unit(name, UnitKind.UNKNOWN), index, index + 2)

    def looks_dual(self, token: Token) -> bool:
        """Whether a word has an ending of duals, which plurals may have too."""
        return bool(self._dual_endings) and token.word.endswith(self._dual_endings)

    def _may_be_noun(self, token: Token, *, counted: bool = False) -> bool:
        """Whether a word that no table knows may be a noun; straight behind a figure (``counted``)
        a plural is one, whatever it begins with (سبع بلديات)."""
        word = token.word
        if token.kind is not Kind.WORD or token.line or token.prefix or word in self._stops:
            return False
        if len(word) < 3 or self._looks_definite(token):
            return False
        plural = counted and word.endswith(self._made_plurals)
        form = None if plural else verb_form(word, self._pack)
        if form is not None and form.is_only_verb:
            return False  # من جملة 87 *عادت*
        weak = word.startswith(self._weak_starts) and not plural
        return not (weak or word.endswith(self._weak_endings))

    def _adjectives_end(self, tokens: Tokens, index: int, unit: Unit) -> int:
        """Past the adjectives that agree with the noun that ends at ``index``."""
        if unit.kind not in {UnitKind.THING, UnitKind.UNKNOWN}:
            return index
        definite = self._looks_definite(tokens[index - 1])
        endings = self._dual_endings if unit.dual else self._adjectives
        for _ in range(2):
            token = tokens[index]
            if token.kind is not Kind.WORD or token.line or token.word in self._stops:
                break
            if not token.word.endswith(endings) or len(token.word) < 4:
                break
            if self._looks_definite(token) != definite:
                break
            index += 1
        return index

    def _looks_definite(self, token: Token) -> bool:
        if token.prefix:
            return token.prefix in self._definite
        return token.word.startswith(self._definite_starts)

    def stem(self, word: str) -> str:
        """A noun's form under which its other forms are compared."""
        for made, listed in self._stems:
            if word.endswith(made) and len(word) - len(made) + len(listed) >= _SHORTEST_STEM:
                return word[: -len(made)] + listed
        return word

    def rate_after(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """The "per day" that stands at ``index``: where it ends, and what it is per."""
        token = tokens[index]
        if token.line:
            return None
        found = self.rates.at(tokens, index)
        if found is not None:
            # "From $3bn a year before" names a time and no rate.
            after = tokens[found[0]]
            ranked = self._looks_definite(after) and not after.line  # في الشهر العشرين
            return None if after.word in self._not_rates or ranked else found
        if token.prefix in self._per_prefixes:
            unit = self.units.at(tokens, index)
            if unit is not None and self._looks_definite(tokens[unit[0]]):
                unit = None  # للشهر العشرين
        elif token.word in self._per or token.word == "/":
            unit = self.units.at(tokens, index + 1)
        else:
            return None
        if unit is None or unit[1].kind is UnitKind.CURRENCY:
            return None
        if unit[1].kind is UnitKind.THING and unit[1].plural:
            return None
        return unit[0], unit[1].name

    def dual_at(self, tokens: Tokens, index: int) -> Noun | None:
        """A noun that counts two by its own form: جولتان."""
        token = tokens[index]
        if token.prefix in self._definite or token.word in self._stops:
            return None  # التي is no two machines (آلتي)
        found = self.units.at(tokens, index)
        if found is not None:
            unit = found[1]
            if self._dual_endings and tokens.raw(index).endswith(self._pointed_duals):
                unit = Unit(unit.name, unit.kind, dual=True)
            if not unit.dual or tokens[found[0]].word in self._not_times:
                return None
            if token.word.endswith(self._bound_duals) and not self._binds(tokens, found[0]):
                return None
            return Noun(unit, index, self._adjectives_end(tokens, found[0], unit))
        if not self._strong_duals:
            return None
        return self._strong_dual(tokens, index) or self._described_dual(tokens, index)

    def _described_dual(self, tokens: Tokens, index: int) -> Noun | None:
        """A noun no table knows with another behind it, where an adjective shows that they are
        two: منصتا تحميل جديدتان."""
        word = tokens[index].word
        if not word.endswith(self._bound_duals):  # most words
            return None
        ending = next(each for each in self._bound_duals if word.endswith(each))
        if tokens[index].prefix or len(word) < _SHORTEST_DUAL - 1:
            return None
        if not self._binds(tokens, index + 1) or self._strong_dual(tokens, index + 2) is None:
            return None
        unit = Unit(
            self.stem(word.removesuffix(ending) + self._feminine), UnitKind.UNKNOWN, dual=True
        )
        return Noun(unit, index, self._adjectives_end(tokens, index + 2, unit))

    def _binds(self, tokens: Tokens, index: int) -> bool:
        """Whether a noun stands there, which a bound form needs behind it."""
        behind = tokens[index]
        joined = behind.prefix and behind.prefix not in self._definite
        plain = behind.kind is Kind.WORD and behind.core not in self._stops and not joined
        return plain and behind.spaced and not behind.line

    def _strong_dual(self, tokens: Tokens, index: int) -> Noun | None:
        """A noun no table knows, by its feminine ending (مضافتين) or its vowel (موظفَين)."""
        word, token = tokens[index].word, tokens[index]
        definite = token.prefix or word.startswith(self._definite_starts)
        if not self._strong_duals or definite or len(word) < _SHORTEST_DUAL:
            return None
        if not word.endswith(self._dual_ends):  # most words
            return None
        pointed = tokens.raw(index).endswith(self._pointed_duals)
        # *وبوتين*: of a name that no table knows the conjunction is not parted.
        joined = word.startswith(self._joining) and word[1:] in self._not_duals
        other = joined or word in self._not_duals or word.endswith(self._not_dual_endings)
        if not pointed and (other or not word.endswith(self._strong_duals)):
            return None
        name = word[:-2] if pointed else self.stem(word[:-3] + self._feminine)
        unit = Unit(name, UnitKind.UNKNOWN, dual=True)
        return Noun(unit, index, self._adjectives_end(tokens, index + 1, unit))


def _inside_name(tokens: Tokens, index: int, seen: int) -> bool:
    """Whether a sign or number is part of a qualifying word: "3 F-16 jets", "a 10-member group"."""
    token = tokens[index]
    if token.word in DASHES:
        return not token.spaced
    joined = not token.spaced and tokens[index - 1].word in DASHES
    return token.kind is Kind.NUMBER and joined and seen > 0


def unit_lexicon(pack: LanguagePack) -> UnitLexicon:
    """The compiled units of a pack."""
    return pack.derived(_compile)


def _compile(pack: LanguagePack) -> UnitLexicon:
    return UnitLexicon(pack)
