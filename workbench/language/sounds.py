"""Whether a name in Latin letters and one in another script sound alike: Zein and زين.

Names that no lexicon knows are written by ear in the other script, and by everyone in another way
(Mohamed, Muhammad), so that no spelling can be looked up. What can be told is whether a spelling
is one of those that the letters allow (section ``[sounds]`` of a pack), short vowels left out.
حسن may be Hassan and no Hussein, حسين the other way round; راشد and رشيد may both be Rashid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from workbench.language.packs import LanguagePack
from workbench.language.schema import Sounds

_LONGEST = 48
"""Letters of a name beyond which it is no name."""
_LEAST = 3
"""Letters that a name has at least, in both scripts: of fewer nothing can be told."""
_NONE: frozenset[str] = frozenset()
_BLANK = " "
_MEMO = 16_384
"""Names whose letters are remembered; then remembering begins anew."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_NOT_LATIN = re.compile("[^a-z]")


def consonants(word_folded: str, pack: LanguagePack) -> str:
    """A name's consonants in rough classes, alike however and in whichever script it is written:
    Trabelsi, Traboulsi and الطرابلسي are ``trbls``. It finds what `sound_alike` may hold together.

    Letters that are spelled in several ways are of one class (j and g, q and k, s and z); h, w, y
    and vowels, which some write and others leave out, are of none.
    """
    if not latin_letters(word_folded):
        article = pack.language.article
        if article and len(word_folded) > len(article) + 2:
            word_folded = word_folded.removeprefix(article)
        letters = pack.section(Sounds).letters
        word_folded = "".join(letters.get(letter, ("",))[0] for letter in word_folded)
    latin = latin_letters(word_folded)
    for spelled, sound in _SPELLED:
        latin = latin.replace(spelled, sound)
    return _DOUBLED.sub(r"\1", latin.translate(_CLASSES)).translate(_UNHEARD)


_SPELLED = (
    *(("tsh", "sh"), ("tch", "sh"), ("sch", "sh"), ("ch", "sh"), ("ph", "f"), ("dj", "j")),
    *(("ck", "k"), ("qu", "k"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "sy")),
)
"""What is spelled with several letters or heard otherwise than written, the longest first."""
_CLASSES = str.maketrans("pvgjqczwyeiouh", "bfkkkksaaaaaaa")
_UNHEARD = str.maketrans("", "", "a")
_DOUBLED = re.compile(r"([b-z])\1+")


def has_sounds(pack: LanguagePack) -> bool:
    """Whether names of the language can be held against names in Latin letters."""
    return bool(pack.section(Sounds).letters)


def latin_letters(folded: str) -> str:
    """The letters of a folded name in Latin script, without blanks, hyphens and apostrophes."""
    return _NOT_LATIN.sub("", folded)


def first_sounds(letters: str, pack: LanguagePack) -> frozenset[str]:
    """The Latin letters with one of which `sound_alike` spellings of folded letters begin."""
    return pack.derived(_Spellings).openings.get(letters[:1], _NONE)


def sound_alike(letters: str, latin: str, pack: LanguagePack) -> bool:
    """Whether ``latin`` may spell the folded ``letters`` of the pack's language.

    ``letters`` may be several words with single blanks between; ``latin`` is as `latin_letters`
    gives it.
    """
    return speller(pack)(letters, latin)


def speller(pack: LanguagePack) -> Callable[[str, str], bool]:
    """`sound_alike` for the letters of one language, to be asked many times."""
    return pack.derived(_Spellings).fit


class _Spellings:
    """The spellings of a pack's letters, made ready."""

    def __init__(self, pack: LanguagePack) -> None:
        sounds = pack.section(Sounds)
        self._letters = {_BLANK: ("",), **sounds.letters}
        self._first = _merged(self._letters, sounds.first)
        self._last = _merged(self._letters, sounds.last)
        self._short = frozenset(sounds.short)
        self._guarded = sounds.guarded
        self._silent = ("", *sounds.silent)
        self._widest = max(map(len, self._letters))
        self.openings = {each: self._opening(each) for each in {key[:1] for key in self._first}}
        self._spelled, self._unheard = self._by_letter()
        self._unwritten = _bits("".join((*self._short, *self._silent)))
        self._heard: dict[str, tuple[int, ...]] = {}
        self._written: dict[str, int] = {}

    def _opening(self, letter: str) -> frozenset[str]:
        """What a name may begin with in Latin whose first letter this is.

        An article that is left out leaves another first letter, with which the name is asked for
        as well.
        """
        keys = [key for key in self._first if key[:1] == letter]
        spelled = {each[:1] for key in keys for each in self._first[key] if each or len(key) == 1}
        return frozenset(_LATIN) if "" in spelled else self._short | spelled

    def _by_letter(self) -> tuple[dict[str, int], frozenset[str]]:
        """All Latin letters that may stand for a letter, alone or with others, and the letters
        for which none need stand."""
        spelled: dict[str, int] = {}
        unheard: set[str] = set()
        for table in (self._letters, self._first, self._last):
            for letters, spellings in table.items():
                for letter in letters:
                    spelled[letter] = spelled.get(letter, 0) | _bits("".join(spellings))
                unheard.update(letters if "" in spellings else ())
        return spelled, frozenset(unheard)

    def fit(self, letters: str, latin: str) -> bool:
        """`sound_alike`; of two names taken at random it is seen at once that they do not."""
        if not (_LEAST <= len(letters) <= _LONGEST and _LEAST <= len(latin) <= _LONGEST):
            return False
        if latin[0] not in self.openings.get(letters[0], _NONE):
            return False
        may, *must = self._heard.get(letters) or self._hear(letters)
        written = self._written.get(latin) or self._write(latin)
        if written & ~may or not all(map(written.__and__, must)):
            return False
        return self._fits(letters, latin)

    def _hear(self, letters: str) -> tuple[int, ...]:
        """The Latin letters that a spelling may have, then those of which it has one, each."""
        may, must = self._unwritten, set()
        for each in set(letters):
            spelled = self._spelled.get(each, 0)
            may |= spelled
            if each not in self._unheard:
                must.add(spelled)
        if len(self._heard) >= _MEMO:
            self._heard.clear()
        self._heard[letters] = (may, *must)
        return self._heard[letters]

    def _write(self, latin: str) -> int:
        """Which letters a Latin name has."""
        if len(self._written) >= _MEMO:
            self._written.clear()
        self._written[latin] = _bits(latin)
        return self._written[latin]

    def _fits(self, letters: str, latin: str) -> bool:
        # For each number of letters read: how far the Latin name may have been read by then.
        reached: list[set[int]] = [{0}, *(set() for _ in letters)]
        for at, starts in enumerate(reached[:-1]):
            if not starts:
                continue
            short = self._left_out(letters, at)
            for width in range(1, min(self._widest, len(letters) - at) + 1):
                for each in self._spellings(letters, at, at + width):
                    reached[at + width].update(_read(latin, starts, each, short))
        return any(latin[end:] in self._silent for end in reached[-1])

    def _left_out(self, letters: str, at: int) -> frozenset[str]:
        """The vowels that may be left out before a letter."""
        if at + 1 < len(letters) and letters[at + 1] != _BLANK:
            return self._short
        before = letters[max(0, at - 2) : at][:1]
        return self._short - {each for each, after in self._guarded.items() if before not in after}

    def _spellings(self, letters: str, at: int, end: int) -> Iterator[str]:
        table = self._letters
        if at == 0 or letters[at - 1] == _BLANK:
            table = self._first
        elif letters[end : end + 1] in ("", _BLANK):
            table = self._last
        for each in table.get(letters[at:end], ()):
            yield each
            if each and each[0] not in self._short:
                yield 2 * each


def _bits(latin: str) -> int:
    """Which Latin letters stand in a spelling, as the bits of a number."""
    return sum(1 << _LATIN.index(each) for each in set(_LATIN).intersection(latin))


def _read(latin: str, starts: Iterable[int], spelling: str, short: frozenset[str]) -> Iterator[int]:
    """Where the Latin name goes on behind a spelling, from each of these places where it fits."""
    for start in starts:
        if latin.startswith(spelling, start):
            yield start + len(spelling)
        vowel = latin[start : start + 1]
        doubled = start > 0 and latin[start - 1] == vowel  # a long one, which is written
        if vowel in short and not doubled and latin.startswith(spelling, start + 1):
            yield start + 1 + len(spelling)


def _merged(
    plain: dict[str, tuple[str, ...]], further: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return plain | {letters: (*plain.get(letters, ()), *more) for letters, more in further.items()}
