"""Section ``[language]``: what language it is, how it is written, its smallest words and stems."""

from __future__ import annotations

from typing import Literal

import msgspec


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language's name, script and smallest words, and how its words are cut to stems."""

    code: str
    name: str
    """Its name in itself: العربية."""
    direction: Literal["ltr", "rtl"] = "ltr"
    script: str = "Latin"
    """Unicode script name of its letters."""
    stop_words: frozenset[str] = frozenset()
    """Words that carry no content, in folded form."""
    articles: tuple[str, ...] = ()
    """Articles that are words of their own, folded ("the"), that stand between other words."""
    possessives: tuple[str, ...] = ()
    """Tokens that make what is before them the owner of what follows ("'s")."""
    proclitics: tuple[str, ...] = ()
    """Particles written on to the next word (و ف ب ل ك ال), longest first, folded."""
    cases: tuple[str, ...] = ()
    """Those of the proclitics that are prepositions."""
    article: str = ""
    """The proclitic that is an article, folded: ال."""
    assimilated: dict[str, str] = {}
    """Proclitics that swallow a letter of the article, and what they leave: لل → ال."""
    suffixes: tuple[str, ...] = ()
    """Endings that a light stem drops, again and again, longest first, folded."""
    restored: dict[str, str] = {}
    """Ending with a pronoun → the ending that the word has without it (ته → ه)."""
    reshaped: dict[str, str] = {}
    """The same where only a noun of a verb is meant, whose own last letter changes: شرائها."""
    endings: tuple[dict[str, str], ...] = ()
    """Steps of a light stem: in each, the longest ending that fits is replaced, once."""
    plurals: dict[str, str] = {}
    """Ending of a plural → what one has in its place, longest first ("men" → "man")."""
    not_plurals: tuple[str, ...] = ()
    """Longer endings with which a word is no plural ("ss")."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of words that say in what manner ("ly")."""
    doubled: str = ""
    """Letters that are doubled before an ending ("stopped")."""
    vowels: str = ""
    """Where given, what is left of a word must have one of these."""
    whole: frozenset[str] = frozenset()
    """Words whose first letters look like a proclitic and are none."""
    short: frozenset[str] = frozenset()
    """Words of two letters, folded, that have proclitics written on to them (بحي)."""
    irregular: dict[str, str] = {}
    """Form → the word whose stem it takes: plurals that no rule reaches (جنود → جندي)."""
    spellings: dict[str, str] = {}
    """Letters that another land writes otherwise in a word: "lab*our*" is "lab*or*"."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop does not end a sentence, without it, folded."""

    def is_plural(self, word: str) -> bool:
        """Whether a folded word has the ending of several."""
        return word.endswith((*self.plurals,)) and not word.endswith(self.not_plurals)

    def singular(self, word: str) -> str:
        """A folded word with the ending of one, where it has that of several ("officials")."""
        ending = next((one for one in self.plurals if word.endswith(one)), "")
        return word.removesuffix(ending) + self.plurals.get(ending, "")
