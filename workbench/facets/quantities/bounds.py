"""How a text binds a figure to the truth ("at least"), and its part in a change ("fell to")."""

from __future__ import annotations

from workbench.facets.numbers.lexicon import folded
from workbench.facets.numbers.tokens import SENTENCE_ENDS, Kind, Phrases, Tokens
from workbench.facets.types import Comparator
from workbench.language.schema import Numbers
from workbench.language.schema.numbers import Bounds

_FILLERS = 3
_REACH = 14
"""How many words before a figure the verb of its change is looked for."""
_NEAR = 4
_MEASURED_CHANGES = frozenset({"percent", "percentage point", "basis point", "point"})
"""Units in which a bare figure beside a verb of change is the change itself."""


def _bounds(bounds: Bounds) -> Phrases[Comparator]:
    return Phrases(
        (phrase, Comparator(name))
        for name in bounds.__struct_fields__
        for phrase in getattr(bounds, name)
    )


class BoundLexicon:
    """The comparators and changes of a language."""

    def __init__(self, data: Numbers) -> None:
        self._before = _bounds(data.before)
        self._after = _bounds(data.after)
        self._fillers = folded(data.fillers)
        self._spanning = folded(data.spanning)
        self._spanning_not_after = folded(data.spanning_not_after)
        self._handing = folded(data.handing)
        self._spanned_places = frozenset(data.spanned_places)
        change = data.change
        self._changes: Phrases[str] = Phrases(
            (word, name)
            for name, words in (("rise", change.rise), ("fall", change.fall), ("", change.move))
            for word in words
        )
        particles = (("by", change.by), ("to", change.to), ("from", change.from_))
        self._particles: Phrases[str] = Phrases(
            (word, name) for name, words in particles for word in words
        )
        self._exceeding = folded(data.exceeding)
        self._levels = folded(data.levels)
        self._governed = folded(data.definite_articles)
        self._definite = tuple(folded(data.definite))
        self._denying = folded(data.denying)
        self._stops = folded(data.stops) - folded(data.locating)
        self._totals = folded(data.totals)
        self.tables = (self._before, self._after, self._changes, self._particles)

    def before(self, tokens: Tokens, index: int) -> tuple[int, Comparator] | None:
        """The comparator before a figure that begins at ``index``: its start and meaning."""
        for _ in range(_FILLERS + 1):
            if tokens[index].line:
                return None
            found = self._before.before(tokens, index)
            if found is not None:
                bound = self._goes_on(tokens, found[0], index) or self._ends_verb(tokens, *found)
                return None if bound else found
            index -= 1
            if tokens[index].word not in self._fillers:
                return None
        return None

    def _goes_on(self, tokens: Tokens, first: int, index: int) -> bool:
        """Whether what looks like a comparator begins inside a verb of change: "*edged up* to 4%"
        is no "up to 4%"."""
        particle = self._particles.before(tokens, index)
        changed = self._changes.before(tokens, particle[0]) if particle is not None else None
        return changed is not None and changed[0] < first

    def _ends_verb(self, tokens: Tokens, first: int, _: Comparator) -> bool:
        """Whether what looks like a comparator is a verb's: "*handed over* 300 documents"."""
        particle = tokens[first].word in self._spanning
        return particle and tokens[first - 1].word in self._handing

    def spans(self, tokens: Tokens, first: int, index: int) -> bool:
        """Whether a comparator before a length of time only says that something went on through it:
        "£2m *over* two years"."""
        between = {tokens[place].word for place in range(first + 1, index)}
        single = between <= self._fillers and tokens[first].word in self._spanning
        return single and tokens[first - 1].word not in self._spanning_not_after

    def spans_places(self, tokens: Tokens, first: int, index: int, unit: str) -> bool:
        """Whether it says across which places something went: "shot down 51 drones *over* seven
        regions", not "in over seven regions"."""
        if unit not in self._spanned_places or index != first + 1 or first == 0:
            return False
        before = tokens[first - 1]
        over = tokens[first].word in self._spanning and before.kind is Kind.WORD
        return over and not before.line and before.word not in self._stops

    def after(self, tokens: Tokens, index: int) -> tuple[int, Comparator] | None:
        """The comparator after a figure that ends at ``index``: its end and meaning."""
        found = None if tokens[index].line else self._after.at(tokens, index)
        if found is None:
            return None
        # "16 dead and *more than* 3,200 homeless": that binds the next figure.
        last = self._before.at(tokens, found[0] - 1)
        # "up 3% *and above the* forecast"
        other = tokens[found[0]].word in self._governed and not tokens[found[0]].line
        return None if other or (last is not None and last[0] > found[0]) else found

    def exceeding(self, tokens: Tokens, index: int) -> Comparator:
        """How a verb of exceeding binds the figure at ``index`` behind its subject, if one does.

        "Has not exceeded 40" is at most 40.
        """
        for place in range(index - 1, max(index - _REACH, -1), -1):
            token = tokens[place]
            if token.word in self._exceeding:
                denied = tokens[place - 1].word in self._denying
                return Comparator.AT_MOST if denied else Comparator.MORE_THAN
            stops = token.word in self._stops and token.word not in self._totals
            if stops or token.word in SENTENCE_ENDS or token.line or tokens[place + 1].line:
                break
        return Comparator.EXACTLY

    def change(self, tokens: Tokens, index: int, unit: str) -> str:
        """The part in a change of the figure that begins, comparator and all, at ``index``."""
        if tokens[index].line:
            return ""
        particle = self._particles.before(tokens, index)
        start = particle[0] if particle else index
        found = self._direction(tokens, start)
        if found is None:
            return ""
        place, direction = found
        if particle and particle[1] in {"to", "from"}:
            return particle[1]
        if tokens[index].word in self._levels:
            return "to"  # "fell *below* 70 dollars"
        far = unit in _MEASURED_CHANGES or self._is_behind_subject(tokens, place, index)
        near = index - place <= (_NEAR if far else 0)
        return direction if particle or near else ""

    def by(self, tokens: Tokens, index: int) -> bool:
        """Whether a figure that begins there says by how much something changes."""
        particle = self._particles.before(tokens, index)
        return particle is not None and particle[1] == "by"

    def _is_behind_subject(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether only a subject stands there, where verbs come first: ارتفع سعر الخبز 5 جنيهات.

        "The pay of 500 staff" ends in no article, and is one thing with its figure.
        """
        between = [tokens[place].word for place in range(first, last)]
        ends = last > first and tokens[last - 1].word.startswith(self._definite)
        return ends and bool(self._exceeding) and self._stops.isdisjoint(between)

    def _direction(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """The nearest word of change in the sentence before ``index``, and where it ends."""
        for place in range(index, max(index - _REACH, 0), -1):
            token = tokens[place - 1]
            if token.word in SENTENCE_ENDS:
                return None
            found = self._changes.before(tokens, place)
            if found is not None:
                return place, found[1]
            if token.line:
                return None
        return None
