"""What words mean across languages: names and everyday words that all packs share.

The lexicon of a pack is looked up token by token, longest name first. Arabic names are found
behind the proclitics written on to them, adjectives of nationality in all their forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from workbench.language.fold import fold_text
from workbench.language.ideas import ideas, ideas_at
from workbench.language.once import Once
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData, Places
from workbench.language.spans import Span
from workbench.language.stems import bare, known
from workbench.language.tokens import Token, tokenize
from workbench.language.world import world

Kind = Literal["place", "demonym", "actor", "nothing"]
_JOINTS = " \t\r\n-\u2010\u2011\u2013\u00a0'’\u200c\u200d\u200e\u200f"
"""What may stand between the words of one name."""
ANY = "~"
"""Among the second words of names: whatever word."""
NAME = "name:"
"""How what all languages call a name is marked."""
_TWO = 2
_MEMO = 16_384
"""Words whose names are remembered; then remembering begins anew."""


_NONE: frozenset[str] = frozenset()


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One thing that a name can stand for."""

    kind: Kind
    name: str
    """Canonical, shared by all languages."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A name found in a text: tokens ``[first, end)``; proclitics lie before the span."""

    first: int
    end: int
    span: Span
    clitic: str
    """Folded letters of the first token that stand before the name."""
    entries: tuple[Entry, ...]

    @property
    def called(self) -> frozenset[str]:
        """What all languages call it: ``name:Iraq``; nothing where it is only no other name."""
        return frozenset(f"{NAME}{entry.name}" for entry in self.entries if entry.name)


class _Form(msgspec.Struct, frozen=True, gc=False):
    """A name as a pack writes it, token by token."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    acronym: bool
    entries: tuple[Entry, ...]


def scan(text: str, tokens: Sequence[Token], pack: LanguagePack) -> tuple[Hit, ...]:
    """The names of the lexicon in a text, in order; none overlap, the longest wins."""
    names = pack.derived(_Names)
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        hit = names.at(text, tokens, at)
        if hit is None or (hit.end - at > 1 and _longer_inside(names, text, tokens, hit)):
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return tuple(hits)


def _longer_inside(names: _Names, text: str, tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a longer name begins at the second word of one: "the *Gulf* of Mexico"."""
    other = names.at(text, tokens, hit.first + 1)
    return other is not None and other.end - other.first > hit.end - hit.first


def concepts(text: str, pack: LanguagePack) -> list[str]:
    """The canonical terms of a text in order, each once: what its twin in another language has.

    ``country:IQ``, ``place:Baghdad``, ``org:NATO``, ``person:Joe Biden`` for names;
    ``idea:attack`` for everyday words. Capitals do not matter here.
    """
    tokens = tokenize(text)
    names = pack.derived(_Names)
    found: dict[str, None] = {}
    at = 0
    while at < len(tokens):
        hit = names.at(text, tokens, at, cased=False)
        if hit is not None:
            found.update(dict.fromkeys(_concept(entry) for entry in hit.entries))
        names_of, width = ideas_at(tokens, at, pack)
        found.update(dict.fromkeys(f"idea:{name}" for name in names_of))
        at += max(width, hit.end - hit.first if hit is not None else 1)
    found.pop("", None)
    return list(found)


def opens_name(token: Token, pack: LanguagePack) -> bool:
    """Whether a token may be the first word of a name, or the only one; most are not."""
    return pack.derived(_Names).opens(key_of(token))


def second_words(token: Token, pack: LanguagePack) -> frozenset[str]:
    """The second words of the names of several words that may begin with a token (see `ANY`)."""
    return pack.derived(_Names).second_words(token)


def longest_name(token: Token, pack: LanguagePack) -> int:
    """The words of the longest name that may begin with a token; 0 where none may."""
    return pack.derived(_Names).longest(token)


def opening_numbers(pack: LanguagePack) -> frozenset[str]:
    """The numbers that names of several words begin with (6 October City)."""
    return frozenset(filter(str.isdecimal, pack.derived(_Names).first_words()))


def is_known(word_folded: str, pack: LanguagePack) -> bool:
    """Whether a word is an everyday idea or a name that the pack knows."""
    return bool(ideas(word_folded, pack)) or known(word_folded, pack)


def _concept(entry: Entry) -> str:
    if entry.kind == "nothing":
        return ""
    if entry.kind == "actor":
        kind = world().actors.get(entry.name, ("organisation", ""))[0]
        return f"person:{entry.name}" if kind == "person" else f"org:{entry.name}"
    kind = world().places.get(entry.name, ("", ""))[0]
    return f"country:{entry.name}" if kind == "country" else f"place:{entry.name}"


class _Names:
    """The names of a pack by their first word."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        places = pack.section(Places)
        self._article = pack.language.article
        self._assimilated = tuple(pack.language.assimilated) or "\0"
        self._endings = {fold_text(a): fold_text(b) for a, b in places.demonym_endings.items()}
        self._ends = tuple(self._endings)
        self._common = {fold_text(word) for word in places.common_words}
        self._forms: dict[str, list[_Form]] = {}
        self._filed: dict[str, tuple[tuple[str, list[_Form]], ...]] = {}
        for form in _forms(pack):
            self._forms.setdefault(form.words[0], []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.words))

    def at(self, text: str, tokens: Sequence[Token], at: int, *, cased: bool = True) -> Hit | None:
        """The longest name that begins at a token, behind its proclitics if it has any."""
        token = tokens[at]
        word = key_of(token)
        beginning = self._beginning(word)
        if not beginning:
            return None
        best: tuple[str, _Form] | None = None
        small = cased and not token.text[:1].isupper()
        behind = key_of(tokens[at + 1]) if at + 1 < len(tokens) else ""
        for key, forms in beginning:
            for form in forms:
                if best is not None and len(form.words) <= len(best[1].words):
                    break
                if small and form.capitals[0]:
                    continue
                second = form.words[1] if len(form.words) > 1 else behind
                if second != behind and not second.startswith("~"):
                    continue
                if self._fits(form, text, tokens, at, cased):
                    best = (key, form)
                    break
        if best is None:
            return None
        key, form = best
        clitic = self._clitic(word, key)
        start = token.start_after(len(clitic))
        end = at + len(form.words)
        return Hit(at, end, Span(start, tokens[end - 1].span.end), clitic, form.entries)

    def _beginning(self, word: str) -> tuple[tuple[str, list[_Form]], ...]:
        """The names that may begin by a word, under the keys they are filed by; most have none."""
        found = self._filed.get(word)
        if found is None:
            if len(self._filed) >= _MEMO:
                self._filed.clear()
            keys = [key for key in self._keys(word) if key in self._forms]
            found = tuple((key, self._forms[key]) for key in dict.fromkeys(keys)) if keys else ()
            self._filed[word] = found = found or self._behind_one_letter(word)
        return found

    def _behind_one_letter(self, word: str) -> tuple[tuple[str, list[_Form]], ...]:
        """The names of several words that begin by two letters behind a proclitic, too few to cut
        it off where no second word bears it out: *وتل* أبيب."""
        rest = word[1:]
        if not self._article or len(rest) != _TWO or word[:1] not in self._pack.language.proclitics:
            return ()
        forms = [form for form in self._forms.get(rest, ()) if len(form.words) > 1]
        return ((rest, forms),) if forms else ()

    def opens(self, word: str) -> bool:
        return bool(self._beginning(word))

    def second_words(self, token: Token) -> frozenset[str]:
        beginning = self._beginning(key_of(token))
        if not beginning:
            return _NONE
        forms = (form for _, filed in beginning for form in filed)
        seconds = (form.words[1] for form in forms if len(form.words) > 1)
        return frozenset(ANY if word.startswith("~") else word for word in seconds)

    def first_words(self) -> Iterable[str]:
        return self._forms.keys()

    def longest(self, token: Token) -> int:
        forms = (form for _, filed in self._beginning(key_of(token)) for form in filed)
        return max((len(form.words) for form in forms), default=0)

    def _keys(self, word: str) -> list[str]:
        """The forms under which the first word of a name may be filed."""
        if not self._article:
            return [word, *self._inflected(word)]
        keys: list[str] = []
        for rest in bare(word, self._pack):
            keys.append(rest)
            # A preposition before a name that begins with its letter looks like one before the
            # article (لليبيا, للبنان).
            if rest.startswith(self._assimilated):
                keys.append(rest[1:])
            plain = rest.removeprefix(self._article)
            keys += self._inflected(plain)
            if plain != rest:
                break
        return keys

    def _inflected(self, word: str) -> list[str]:
        """Keys of adjectives of nationality, by what their endings stand for."""
        keys = [f"~{word}"]
        if word.endswith(self._ends):
            keys += [
                f"~{word[: len(word) - len(ending)]}{base}"
                for ending, base in self._endings.items()
                if word.endswith(ending) and len(word) > len(ending) + 1
            ]
        return keys

    def _clitic(self, word: str, key: str) -> str:
        """The letters of the first word that stand before the name."""
        name = key
        if key.startswith("~"):
            name = next((rest for rest in bare(word, self._pack) if self._is_form(rest, key)), word)
        if word.endswith(name):
            return word[: len(word) - len(name)]
        kept = len(name) - len(self._article) + 1
        return word[: len(word) - kept]

    def _is_form(self, rest: str, key: str) -> bool:
        return key in self._inflected(rest.removeprefix(self._article))

    def _fits(self, form: _Form, text: str, tokens: Sequence[Token], at: int, cased: bool) -> bool:
        window = tokens[at : at + len(form.words)]
        if len(window) < len(form.words):
            return False
        for place, token in enumerate(window):
            if place and not self._continues(form.words[place], text, window, place):
                return False
            if cased and form.capitals[place] and not token.text[:1].isupper():
                return False
        if not cased and len(form.words) == 1:
            return not (form.acronym or form.words[0] in self._common) or _shows_capital(window[0])
        return not form.acronym or _shouted(window[0].text)

    def _continues(self, word: str, text: str, window: Sequence[Token], place: int) -> bool:
        if word.startswith("~"):
            plain = key_of(window[place]).removeprefix(self._article)
            if word not in self._inflected(plain):
                return False
        elif key_of(window[place]) != word:
            return False
        gap = text[window[place - 1].span.end : window[place].span.start]
        return not gap.strip(_JOINTS)


def _shouted(raw: str) -> bool:
    """Whether an acronym stands in capitals; "Nato" and "Unicef" do as well."""
    letters = raw.replace(".", "")
    return letters.isupper() or (len(letters) > 3 and letters[:1].isupper())


def _shows_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def key_of(token: Token) -> str:
    """A token as the words of names are filed."""
    folded = token.folded
    return folded if "." not in folded or token.is_number else folded.replace(".", "")


def _forms(pack: LanguagePack) -> Iterator[_Form]:
    """All names of a pack, each with everything that it may stand for."""
    lexicon = pack.section(LexiconData)
    nothing = {"": pack.section(Places).nothing}
    table: dict[tuple[str, ...], list[Entry]] = {}
    written: dict[tuple[str, ...], list[str]] = {}
    groups: tuple[tuple[Kind, dict[str, tuple[str, ...]]], ...] = (
        ("place", lexicon.places),
        ("demonym", lexicon.demonyms),
        ("actor", lexicon.actors),
        ("nothing", nothing),
    )
    for kind, names in groups:
        mark = "~" if kind == "demonym" else ""
        for name, forms in names.items():
            entry = Entry(kind, name)
            for form in forms:
                raw, words = _words(form, mark)
                entries = table.setdefault(words, [])
                if entry not in entries:
                    entries.append(entry)
                written.setdefault(words, raw)
    shapes, alike = Once[tuple[bool, ...]](), Once[tuple[Entry, ...]]()
    for words, meanings in table.items():
        capitals = shapes[tuple(word[:1].isupper() for word in written[words])]
        only = written[words][0]
        acronym = len(words) == 1 and len(only) > 1 and only.isupper() and only.isascii()
        yield _Form(words, capitals, acronym, alike[tuple(meanings)])


def _words(form: str, mark: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of a name as written, and their keys; plain ones need no tokenizer."""
    raw = form.split()
    if not all(map(str.isalpha, raw)):
        tokens = tokenize(form)
        return [token.text for token in tokens], tuple(mark + key_of(token) for token in tokens)
    return raw, tuple(mark + fold_text(word) for word in raw)
