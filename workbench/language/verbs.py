"""What form of which verb a word is, by the principal parts in the language pack."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Language, Verbs
from workbench.language.schema.verbs import Column, Tense

_MEMO = 16_384
"""Words whose analysis is remembered; then remembering begins anew."""
_LONG = 5
"""Letters of a form with its ending that is no noun before a pronoun of one letter, at least."""
_FINITE_FIRST: dict[Tense, int] = {
    "future": 0,
    "past": 1,
    "present": 2,
    "participle": 3,
    "base": 4,
    "gerund": 5,
    "noun": 6,
}


_FINITE = frozenset({"past", "present", "future"})


class VerbForm(msgspec.Struct, frozen=True, gc=False):
    """A verb, by its first principal part folded, and the tense of the form."""

    verb: str
    tense: Tense
    noun: bool = False
    """The same letters are a verbal noun as well (قتل: he killed, a killing)."""
    present: bool = False
    """A past form whose letters are a present one as well (تسبب)."""
    participle: bool = False
    """A past form whose letters are a participle as well ("found"; "fell" is none)."""
    pronoun: bool = False
    """What it is done to is written on to it as a pronoun (شنتها)."""

    @property
    def is_finite(self) -> bool:
        """Whether it may tell by itself what is done, whatever else its letters are."""
        return self.tense in _FINITE

    @property
    def is_only_verb(self) -> bool:
        """Whether it is finite and can be no noun."""
        return self.is_finite and not self.noun


def verb_form(word_folded: str, pack: LanguagePack) -> VerbForm | None:
    """The verb form that a folded word without conjunctions is, or nothing.

    A stop word is one only where its verb is an auxiliary (يكون, not the preposition ضمن).
    """
    return pack.derived(Paradigms).form(word_folded)


class Paradigms:
    """The verbs of a pack by their parts."""

    def __init__(self, pack: LanguagePack) -> None:
        section = pack.section(Verbs)
        self._language: Language = pack.language
        self._columns = section.columns
        self._auxiliaries = frozenset(map(fold_text, section.auxiliaries))
        self._future = tuple(map(fold_text, section.future_prefixes))
        self._nouns = frozenset(map(fold_text, section.nouns))
        self._objects = tuple(map(fold_text, section.objects))
        self._restored = {
            fold_text(letter): fold_text(full) for letter, full in section.before_objects.items()
        }
        self._bodies: tuple[dict[str, str], ...] = tuple({} for _ in section.columns)
        self._endings = tuple(map(_placed, section.columns))
        self._widths = _widths(ending for column in self._columns for ending in column.endings)
        self._fixed: dict[str, VerbForm] = {}
        self._memo: dict[str, VerbForm | None] = {}
        self._read(section)
        parts = list(zip(range(len(self._columns)), self._columns, self._bodies, strict=True))
        self._bare = _beginnings(part for part in parts if not part[1].prefixes)
        self._behind_prefix = _beginnings(part for part in parts if part[1].prefixes)
        self._prefixes = tuple(each for column in self._columns for each in column.prefixes)
        self._columns_in = [
            tuple(at for at, _, _ in parts if bits >> at & 1) for bits in range(1 << len(parts))
        ]

    def _read(self, section: Verbs) -> None:
        for form, (verb, tense) in section.fixed.items():
            self._fixed[fold_text(form)] = VerbForm(fold_text(verb), tense)
        for line in fold_text(section.table.replace("\n", "|")).split("|"):
            parts = line.split()
            for at, part in enumerate(parts):
                if at >= len(self._columns):
                    self._fixed.setdefault(part, VerbForm(parts[0], "noun"))
                elif part != "-":
                    body = part[1:] if self._columns[at].prefixes else part
                    self._bodies[at].setdefault(body, parts[0])
            if parts:
                self._read_passive(parts[0], section)

    def _read_passive(self, verb: str, section: Verbs) -> None:
        """The passive of a past form whose vowels are written: توبع of تابع, احيل of احال."""
        for shape, passive in section.passives.items():
            made, times = re.subn(f"^{shape}$", passive, verb)
            if times:
                self._bodies[0].setdefault(made, verb)

    def form(self, word: str) -> VerbForm | None:
        """`verb_form` in this pack."""
        found = self._memo.get(word, ...)
        if found is ...:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._analyse(word)
            if found is not None and word in self._language.stop_words:
                found = found if found.verb in self._auxiliaries else None
            self._memo[word] = found
        return found

    def _analyse(self, word: str) -> VerbForm | None:
        if word in self._nouns:
            return None
        found = self._best(word)
        if found is not None:
            return found
        for prefix in self._future if word.startswith(self._future) else ():
            if word.startswith(prefix):
                form = self._analyse(word[len(prefix) :])
                if form is not None and (form.tense == "present" or form.present):
                    return VerbForm(self._present_verb(word[len(prefix) :], form), "future")
        if not word.endswith(self._objects):
            return None
        for pronoun in self._objects:
            if word.endswith(pronoun) and len(word) > len(pronoun) + 2:
                stem = word[: -len(pronoun)]
                found = self._best(stem) or self._written_before(stem, pronoun)
                if found is not None:
                    return replace(found, pronoun=True)
        return None

    def _written_before(self, stem: str, pronoun: str) -> VerbForm | None:
        """A past form whose ending is written otherwise before a pronoun: رفضوا but *رفضو*ها, نفى
        but *نفا*ها; a short one before a single letter is a noun as likely (دعوة, قضاة)."""
        full = self._restored.get(stem[-1:])
        short = len(pronoun) == 1 and (len(full or "") == 1 or len(stem) < _LONG)
        if full is None or short:
            return None
        found = self._best(stem[:-1] + full)
        return found if found is not None and found.tense == "past" else None

    def _present_verb(self, word: str, form: VerbForm) -> str:
        """The verb of a present form, be it a past one of another verb as well: (س)توزع."""
        if form.tense == "present":
            return form.verb
        present = (one for one in self._readings(word) if one.tense == "present")
        return next((one.verb for one in present), form.verb)

    def _best(self, word: str) -> VerbForm | None:
        fixed = self._fixed.get(word)
        found = self._readings(word) if fixed is None else ()
        if not found:
            return fixed
        best = min(found, key=lambda form: _FINITE_FIRST[form.tense])
        tenses = {form.tense for form in found}
        also = ("noun" in tenses, "present" in tenses, "participle" in tenses)
        return VerbForm(best.verb, best.tense, *also)

    def _readings(self, word: str) -> list[VerbForm]:
        """All forms that the word may be, in the order of the columns and of their endings."""
        prefixed = word.startswith(self._prefixes)
        begun = []
        for width in self._widths.get(word[-1:], (0,)):
            end = len(word) - width
            if end >= 0 and word[:end] in self._bare:
                begun.append((0, end))
            if prefixed and end > 0 and word[1:end] in self._behind_prefix:
                begun.append((1, end))
        return self._inflected(word, begun) if begun else []

    def _inflected(self, word: str, begun: Iterable[tuple[int, int]]) -> list[VerbForm]:
        """The forms with an ending behind one of these beginnings."""
        met: list[tuple[int, int, Tense, int, int]] = []
        for start, end in begun:
            beginnings = self._behind_prefix if start else self._bare
            for at in self._columns_in[beginnings[word[start:end]]]:
                placed = self._endings[at].get(word[end:])
                if placed is not None:
                    met.append((at, *placed, start, end))
        forms = []
        for at, _, tense, start, end in sorted(met):
            column = self._columns[at]
            if column.prefixes and not word.startswith(column.prefixes):
                continue
            verb = self._verb(word[start:end], word[end:], column, self._bodies[at])
            if verb:
                forms.append(VerbForm(verb, tense))
        return forms

    def _verb(self, body: str, ending: str, column: Column, bodies: dict[str, str]) -> str:
        if ending not in column.bound and (body in bodies or not ending):
            return bodies.get(body, "")
        for letter, endings in column.dropped.items():
            if ending in endings and body + letter in bodies:
                return bodies[body + letter]
        if ending in column.bound:
            return ""
        return bodies.get(body[:-1], "") if body[-2:-1] == body[-1:] else ""


def _beginnings(columns: Iterable[tuple[int, Column, Iterable[str]]]) -> dict[str, int]:
    """All that can stand before an ending, behind a prefix if there is any → columns, as bits.

    That is a body, one that has lost its last letter to the ending, or one that has doubled it.
    """
    found: dict[str, int] = {}
    for at, column, bodies in columns:
        kept = set(bodies)
        doubled = {body + body[-1] for body in kept if body}
        shortened = {body[:-1] for body in kept if body[-1:] in column.dropped}
        for beginning in kept | doubled | shortened:
            found[beginning] = found.get(beginning, 0) | 1 << at
    return found


def _widths(endings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Last letter → how long endings with it are, none among them: most words have no other."""
    found: dict[str, set[int]] = {}
    for ending in endings:
        found.setdefault(ending[-1:], {0}).add(len(ending))
    return {last: tuple(widths) for last, widths in found.items()}


def _placed(column: Column) -> dict[str, tuple[int, Tense]]:
    """The endings of a column, with their place in it and their tense."""
    return {ending: (at, tense) for at, (ending, tense) in enumerate(column.endings.items())}
