"""What is compared of a statement: its content words in order, and what it denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from workbench.language.ideas import ideas
from workbench.language.lexicon import concepts
from workbench.language.packs import load

IDEA = "idea:"
"""How the lexicon marks everyday ideas among its concepts."""
_NOTHING: frozenset[str] = frozenset()


class Word(msgspec.Struct, frozen=True, gc=False):
    """A content word of a statement, or a name of several words."""

    surface: str
    """As the text has it."""
    stem: str
    meanings: frozenset[str]
    """Names and senses, called the same in all languages."""
    place: int
    """Which token of the statement it is."""
    group: int
    """Token at which its list begins ("Iraq and the United States" is one list)."""
    name: bool = False
    """Written as a name, or known as one."""
    light: bool = False
    """Changes nothing in what is stated ("also", "said")."""
    facet: bool = False
    """Part of a figure or time, which the facets compare."""
    located: bool = False
    """Names where it happens, which the facets compare as well."""
    number: bool = False
    """Written in digits."""
    doer: bool = False
    """Marked as the one who does it: "by Iran", من قبل إيران."""
    standard: bool = False
    """Marked as what something is compared with: "than silver", أغلى من الفضة."""
    implied: bool = False
    """It goes without saying beside another word: the court that acquits."""
    stop: bool = False
    """A stop word, kept because it has a contrary ("before", "all"): for that alone it counts."""
    folded: str = ""
    """What its ideas are looked up by, in the language; nothing for a name of several words."""
    language: str = ""
    parts: tuple[Word, ...] = ()
    """The words of a phrase, each with what it means by itself."""

    @property
    def ideas(self) -> frozenset[str]:
        """Everyday ideas of the lexicon, wider than senses; most comparisons never ask."""
        return _ideas(self.folded, self.language) if self.folded else _NOTHING

    @property
    def end(self) -> int:
        """The token behind it."""
        return self.place + 1 + self.surface.count(" ")

    @property
    def aside(self) -> bool:
        """Whether it is no thing that could act or be acted on: a figure, a time, a small word."""
        return self.facet or self.light or self.number or self.stop

    @property
    def known(self) -> bool:
        """Whether it can be compared with a word of another language."""
        return bool(self.meanings or self.ideas) or self.number


class Profile(msgspec.Struct, frozen=True, gc=False):
    """A statement's content words in order, and how often it denies."""

    language: str
    words: tuple[Word, ...]
    denials: int
    """Denying words outside of figures: "not", "without", لم."""
    restrictions: int = 0
    """Words that leave out everything else: "only", فقط."""
    restricts_first: bool = False
    """One of them stands before all else: "only the president can pardon him"."""
    denied: tuple[Word, ...] = ()
    """The content word after each denying word: "power" of "without power"."""
    bounds: int = 0
    """Denying words that only bind a figure: "will not exceed 3 percent"."""
    small: frozenset[str] = frozenset()
    """Its stop words."""
    by_stem: Mapping[str, Sequence[int]] = {}
    """Stem → which of the words have it."""
    meanings: frozenset[str] = frozenset()
    """Those of all words."""

    @property
    def only_bounds(self) -> bool:
        """Whether the one denial of the statement only binds a figure."""
        return self.bounds == 1 and not self.denials


@lru_cache(maxsize=16_384)
def _ideas(folded: str, code: str) -> frozenset[str]:
    """A word's everyday ideas."""
    if folded.isalpha():
        found = [f"{IDEA}{idea}" for idea in ideas(folded, load(code))]
    else:
        found = [idea for idea in concepts(folded, load(code)) if idea.startswith(IDEA)]
    return frozenset(found) if found else _NOTHING
