"""A language pack's data on figures, compiled for look-up."""

from __future__ import annotations

from functools import cached_property

from workbench.facets.numbers.lexicon import NumberLexicon, folded, number_lexicon
from workbench.facets.numbers.tokens import (
    SENTENCE_ENDS,
    Affixes,
    Phrases,
    Vocabulary,
    vocabulary_of,
)
from workbench.facets.quantities.bounds import BoundLexicon
from workbench.facets.quantities.names import Names
from workbench.facets.quantities.units import UnitLexicon, unit_lexicon
from workbench.facets.times.lexicon import TimeLexicon, time_lexicon
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers


class QuantityLexicon:
    """All that reading figures asks of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Numbers)
        self.data = data
        self.numbers: NumberLexicon = number_lexicon(pack)
        self.units: UnitLexicon = unit_lexicon(pack)
        self.times: TimeLexicon = time_lexicon(pack)
        self.bounds = BoundLexicon(data)
        self.names = Names(data, self.units)
        self.determiners = folded(data.determiners)
        self.alternatives = folded(data.alternatives)
        self.groups = folded(data.groups)
        self.plural_verbs = folded(data.plural_verbs)
        self.between: Phrases[None] = Phrases((word, None) for word in data.between)
        self.from_: Phrases[None] = Phrases((word, None) for word in data.change.from_)
        self.range_to = folded(data.range_to)
        self.single_places = folded(data.single_places)
        self.partitive = folded(data.partitive)
        self.wholes = folded(data.determiners) | self.partitive
        self.cardinals = folded(tuple(data.cardinals))
        self.plural_adjectives = tuple(folded(data.plural_adjectives))
        self.not_single = folded(data.not_single)
        self.owned_endings = tuple(data.owned_endings) or ("\0",)
        self.compared: Phrases[None] = Phrases((word, None) for word in data.compared)
        self.ratio: Phrases[None] = Phrases((word, None) for word in data.ratio)
        self.zero_sides: Phrases[int] = Phrases(data.zero_sides.items())
        self.by = folded(data.change.by)
        self.compared_with = folded(data.compared_with)
        self.bare_before = folded(data.bare_before)
        self.aged_before = folded(data.aged_before)
        self.aged_springs = folded(data.aged_springs)
        self.of_it = folded(data.of_it)
        self.to_nought = folded(data.to_nought)
        self.aged_after: Phrases[None] = Phrases((words, None) for words in data.aged_after)
        self.further_before = folded(data.further_before)
        self.parted = folded(data.parted)
        self.halved = frozenset(data.halved)
        self.acting = folded(data.acting) | self.units.linked.keys()
        self.openers = folded((*data.conjunctions, *data.openers)) | SENTENCE_ENDS | {"", ","}
        self.score_openers = folded(data.score_openers)
        self.score_links = folded(data.score_links)
        self.score_words = folded(data.score_words)
        self.not_shares = folded(data.not_shares)
        self.measured_nouns = folded(data.measured_nouns)
        self.stops = folded(data.stops)
        self.unsure = folded(data.unsure_words)
        tables = (*self.bounds.tables, self.between, self.ratio, self.compared, self.zero_sides)
        # A label may be a unit of time with its article, which must still be cut off: الأسبوع.
        labels = Vocabulary(folded((*data.labels, *data.weak_labels)), (), Affixes.of(data))
        self._own = vocabulary_of(tables, data) | labels

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Its words and those of times, put together here: so many take ten times as long to be
        loaded from what is kept."""
        return self.times.vocabulary | self._own


def quantity_lexicon(pack: LanguagePack) -> QuantityLexicon:
    """The compiled data of a pack."""
    return pack.derived(QuantityLexicon)
