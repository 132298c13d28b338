"""Which language a paragraph is written in, offline.

Most paragraphs are told by their script, by letters that only one language has, and by the
small words of the language packs. Only Latin and Cyrillic text that none of these tells is put
to the statistical model of py3langid, which is loaded when it is first needed.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from workbench.language.fold import fold_text
from workbench.language.packs import available, load, of_no_language
from workbench.language.tokens import ADDRESS
from workbench.language.verbs import verb_form

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4_000
"""Characters that are looked at; a paragraph's language shows in far fewer."""

_SCRIPTS: dict[str, str] = {
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    "\u08a0-\u08c9\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc",
    "Latin": "A-Za-zªºÀ-ÖØ-öø-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    "Cyrillic": "\u0400-\u052f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea",
    "hy": "\u0531-\u0587",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "km": "\u1780-\u17ff",
    "my": "\u1000-\u109f",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
}

_ARABIC_SCRIPT: dict[str, tuple[str, str]] = {
    "ckb": ("ێۆڵڕە", "بۆ لە ئەو دە"),
    "ur": ("ٹڈڑےںہھ", "میں کے کی ہے اور نے کو سے پر ہیں"),
    "ps": ("ښځړږټډۍېګ", "چې په د کې دی سره"),
    "fa": ("پچژگ", "که را است این با برای در کرد شد می های آن از"),
}
"""Language → letters that Arabic has not, and small words."""
_ARABIC_SMALL = {
    code: (letters, frozenset(words.split())) for code, (letters, words) in _ARABIC_SCRIPT.items()
}
_NOT_ARABIC = re.compile(f"[{''.join(letters for letters, _ in _ARABIC_SCRIPT.values())}]")
_NOT_ARABIC_WORDS = frozenset().union(*(words for _, words in _ARABIC_SMALL.values()))
_WRITTEN_IN_ARABIC = re.compile(rf"[\W\d_{_SCRIPTS['Arabic']}]+")
"""Text whose letters, if it has any, are all of the Arabic script."""
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_ARABIC_WORDS = re.compile(r"(?:^|\s)(?:[وفبكل]?ال|لل)\w{2,}|\w[ةى](?=\W|$)")
"""The article and the letters at word ends that Persian, Urdu and Kurdish write otherwise."""
_ARABIC_SIGNS = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")

_ADDRESS = re.compile(ADDRESS)

_CYRILLIC: dict[str, str] = {"uk": "іїєґ", "be": "ўі", "mk": "ѓќѕ", "sr": "ђћџљњј", "ru": "ыэё"}
_LATIN: dict[str, str] = {"ku": "êîû", "tr": "ığş", "vi": "ơưđạảấầ", "pl": "ąęłżźń"}
"""Letters of which two different ones or a good share tell the language."""
_MODEL_LANGUAGES = (
    "en", "fr", "de", "es", "it", "pt", "nl", "tr", "ku", "az", "id", "ms", "sw", "so", "ha", "pl",
    "ro", "sv", "da", "no", "fi", "cs", "sk", "hu", "hr", "sl", "sq", "lt", "lv", "et", "ca", "vi",
    "tl", "ru", "uk", "bg", "be", "mk", "sr", "kk",
)  # fmt: skip
_AROUND = ".,;:!?،؛؟\"'«»()[]"
_MEMO = 16_384
"""Words whose folding is remembered; then remembering begins anew."""
_LONGEST = 80
"""Letters beyond which a word is not remembered."""
_SMALL_WORDS = 0.16
"""Share of a pack's stop words among the words that tells its language."""
_FEW_WORDS = 6
"""Of plain Latin text of fewer words the model must be surer than of a sentence."""
_SURE = 0.3
"""Probability that the model must give a language of few words; else it is English."""


def identify(text: str) -> str:
    """The ISO 639 code of the language of ``text``, or ``und`` where there are no letters."""
    sample = text[:_SAMPLE]
    if "://" in sample:
        sample = _ADDRESS.sub(" ", sample)  # written in no language
    script = _script(sample)
    if script == "Arabic":
        return _of_arabic_script(sample)
    if script == "Cyrillic":
        return _by_letters(sample, _CYRILLIC) or _by_model(sample)
    return _of_latin_script(sample) if script == "Latin" else script


def _script(text: str) -> str:
    """The script of most letters, or the one language that is written in it."""
    if text.isascii():
        return "Latin" if _ASCII_LETTER.search(text) else "und"
    if _WRITTEN_IN_ARABIC.fullmatch(text) and _ARABIC_LETTER.search(text):
        return "Arabic"
    # Mostly the signs among the letters tip no balance, and need not be told from them.
    return _of_most(text.replace(" ", "")) or _of_letters("".join(filter(str.isalpha, text)))


def _of_letters(letters: str) -> str:
    common = _of_most(letters)
    if common or not letters:
        return common or "und"
    sizes = {name: sum(map(len, _runs(name).findall(letters))) for name in _SCRIPTS}
    script = max(sizes, key=lambda name: sizes[name])
    if not sizes[script]:
        return "und"
    return "ja" if sizes["ja"] and script == "zh" else script


def _of_most(signs: str) -> str:
    """The script that more than half of the signs are letters of, so that no other has more."""
    for common in ("Arabic", "Latin"):
        if 2 * sum(map(len, _runs(common).findall(signs))) > len(signs):
            return common
    return ""


@cache
def _runs(script: str) -> re.Pattern[str]:
    """Letters of a script in a row; most texts ask for one or two of the scripts."""
    return re.compile(f"[{_SCRIPTS[script]}]+")


def _of_arabic_script(text: str) -> str:
    words = text.split()
    if not _NOT_ARABIC.search(text) and _NOT_ARABIC_WORDS.isdisjoint(words):
        return "ar"
    bare = _bare(text)
    arabic = len(_ARABIC_WORDS.findall(text)) + _small_words(bare, "ar")
    scores: dict[str, float] = {"ar": arabic + 0.5}
    for code, (own, small) in _ARABIC_SMALL.items():
        scores[code] = sum(map(text.count, own)) + float(sum(map(small.__contains__, words)))
    return max(scores, key=lambda code: scores[code])


def _of_latin_script(text: str) -> str:
    text = text if text.isascii() else _ARABIC_SIGNS.sub(" ", text)  # a name in another script
    words = _bare(text)
    plain = text.isascii()
    shares = {code: _small_words(words, code) / max(len(words), 1) for code in _packs("Latin")}
    best = max(shares, key=lambda code: shares[code], default="")
    if best and shares[best] >= _SMALL_WORDS and (plain or shares[best] >= 2 * _SMALL_WORDS):
        return best
    by_letters = "" if plain else _by_letters(text, _LATIN)
    if by_letters:
        return by_letters
    if plain and len(words) < _FEW_WORDS:
        return _of_few_words(words, text)
    return _by_model(text)


def _of_few_words(words: list[str], text: str) -> str:
    """The language of a headline without small words, by its verbs; names alone are English."""
    for code in _packs("Latin"):
        if any(len(word) > 3 and verb_form(word, load(code)) for word in words):
            return code
    return _by_model(text, sure=_SURE)


def _by_letters(text: str, table: dict[str, str]) -> str:
    """The language most of whose own letters occur: two of them, or one in thirty letters."""
    letters = Counter(text.casefold())
    best = max(table, key=lambda code: sum(letters[letter] for letter in table[code]))
    seen = [letters[letter] for letter in table[best] if letters[letter]]
    return best if len(seen) > 1 or sum(seen) * 30 > len(text) else ""


@cache
def _packs(script: str) -> tuple[str, ...]:
    return tuple(code for code, own in _scripts() if own == script)


@cache
def _scripts() -> tuple[tuple[str, str], ...]:
    """The codes of the packs on file and what they are written in, which loads none of them."""
    return of_no_language(_scripts_of_all)


def _scripts_of_all() -> tuple[tuple[str, str], ...]:
    return tuple((code, load(code).language.script) for code in available())


def _small_words(bare: list[str], code: str) -> int:
    """How many folded words without the marks around them are stop words of a pack."""
    if code not in _codes():
        return 0
    return sum(map(load(code).language.stop_words.__contains__, bare))


def _bare(text: str) -> list[str]:
    return [*chain.from_iterable(map(_BARE.__getitem__, text.split()))]


class _Bare(dict[str, tuple[str, ...]]):
    """What stands between two blanks → its folded words without the marks around them, since
    words recur."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        bare = tuple(word.strip(_AROUND) for word in fold_text(written).split())
        if len(self) >= _MEMO:
            self.clear()
        if len(written) <= _LONGEST:
            self[written] = bare
        return bare


_BARE = _Bare()


@cache
def _codes() -> frozenset[str]:
    """The codes of the packs on file, looked up once."""
    return frozenset(available())


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (slow to import)

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = [code for code in _MODEL_LANGUAGES if code in set(model.nb_classes)]
    model.set_languages(known)
    # Made anew of what is left, so that the tables of all other languages are let go.
    return LanguageIdentifier(
        *(model.nb_ptc, model.nb_pc, model.nb_classes, model.tk_nextmove, model.tk_output),
        norm_probs=True,
        tk_row=model.tk_row,
    )


def _by_model(text: str, sure: float = 0.0) -> str:
    code, probability = _model().classify(text)
    return str(code) if probability >= sure else "en"
