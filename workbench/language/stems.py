"""Light stems, and the index terms of a text.

Arabic writes conjunctions, prepositions and the article on to the word. They are taken off one
after another until what is left is a word that the pack knows; where none is, only as far as
enough letters remain. So "بالآليات" and "آليات" meet, and "بغداد" keeps its ب.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.tokens import Token, tokenize
from workbench.language.verbs import Paradigms

_SHORTEST = 3
"""Letters that an ending or a proclitic must leave."""
_UNKNOWN_REST = 5
"""Letters that a proclitic must leave of a word that the pack does not know."""
_LONGEST = 40
"""Letters beyond which nothing is a word and nothing is cut."""
_MEMO = 16_384
"""Words whose stem is remembered; then remembering begins anew."""

_Endings = tuple[tuple[int, frozenset[str]], ...]


def without_article(word: str, articles: tuple[str, ...]) -> str:
    """A folded word without the first of the ``articles`` that is written on to it."""
    if not word.startswith(articles):
        return word
    for article in articles:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word[len(article) :]
    return word


def stem(word_folded: str, pack: LanguagePack) -> str:
    """The light stem of a folded word: without clitics, endings and irregular plurals."""
    return pack.derived(_Stemmer).stem(word_folded)


def stemmer(pack: LanguagePack) -> Callable[[str], str]:
    """`stem` for the words of one language, to be asked many times."""
    return pack.derived(_Stemmer).stem


def bare(word_folded: str, pack: LanguagePack) -> tuple[str, ...]:
    """The word itself, then what is left as each of its proclitics is taken off in turn."""
    return pack.derived(_Stemmer).bare(word_folded)


def clipper(pack: LanguagePack) -> Callable[[str], tuple[str, ...]]:
    """`bare` for the words of one language, to be asked many times."""
    return pack.derived(_Stemmer).bare


def bare_all(words_folded: Iterable[str], pack: LanguagePack) -> list[tuple[str, ...]]:
    """`bare` of many words."""
    return [*map(clipper(pack), words_folded)]


def shortened(word_folded: str, pack: LanguagePack) -> Iterator[str]:
    """The word without proclitics and article, each also as ending after ending is dropped."""
    yield from pack.derived(_Stemmer).shortened(word_folded)


def known(word_folded: str, pack: LanguagePack) -> bool:
    """Whether the pack lists the word as it stands, whatever its endings."""
    return pack.derived(_Stemmer).knows(word_folded)


def terms(text: str, pack: LanguagePack, *, shouted: bool | None = None) -> list[str]:
    """The index terms of a text in order: stems and figures, without the stop words.

    A figure is written without its grouping commas ("2,500" → ``2500``). ``shouted`` says of a
    part of a text whether the whole is written in capitals, where they mark no acronym.
    """
    tokens = tokenize(text)
    stop = pack.language.stop_words
    shouted = text.isupper() if shouted is None else shouted
    return [
        term(token, pack)
        for token in tokens
        if token.folded not in stop or (_is_acronym(token) and not shouted)
    ]


def term(token: Token, pack: LanguagePack) -> str:
    """The index term of one token."""
    if token.is_number:
        return token.folded.replace(",", "").replace("'", "")
    return stem(token.folded.replace(".", ""), pack)


def _is_acronym(token: Token) -> bool:
    """ "US" and "IT" are names where "us" and "it" are stop words."""
    return len(token.text) > 1 and token.text.isupper() and token.text.isascii()


class _Stemmer:
    """A pack's rules of stemming, made ready."""

    def __init__(self, pack: LanguagePack) -> None:
        language = pack.language
        self._verbs = pack.derived(Paradigms)
        self._article = language.article
        self._assimilated = language.assimilated
        self._merged = tuple(language.assimilated)
        self._singles = frozenset(each for each in language.proclitics if len(each) == 1)
        self._cases = frozenset(language.cases)
        self._joints = self._singles - self._cases if self._cases else frozenset()
        first = {each[:1] for each in (self._article, *self._merged) if each}
        self._clipped_firsts = self._singles | first
        """What a proclitic begins with: most words have none."""
        self._suffixes = _by_length(language.suffixes)
        self._lasts = _lasts(language.suffixes)
        self._restored = tuple(language.restored.items())
        self._restored_lasts = _lasts(language.restored)
        self._reshaped = (*language.restored.items(), *language.reshaped.items())
        self._reshaped_lasts = _lasts(dict(self._reshaped))
        self._endings = tuple((_lasts(step), _by_length(step), step) for step in language.endings)
        self._doubled, self._vowels = language.doubled, frozenset(language.vowels)
        self._small = frozenset(each for each in language.stop_words if len(each) > 1)
        self._small |= language.short
        self._memo: dict[str, str] = {}
        self._bare: dict[str, tuple[str, ...]] = {}
        self._known_memo: dict[str, bool] = {}
        self._irregular = {fold_text(a): fold_text(b) for a, b in language.irregular.items()}
        whole = {fold_text(word) for word in language.whole}
        self._whole = {word: word for word in whole}
        if self._article:
            self._whole = {self._cut(word): self._cut(word) for word in whole}
        self._names = {name.removeprefix(self._article): name for name in _one_word_names(pack)}

    def stem(self, word: str) -> str:
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[word] = self._stem(word)
        return found

    def bare(self, word: str) -> tuple[str, ...]:
        if word[:1] not in self._clipped_firsts:
            return (word,)
        found = self._bare.get(word)
        if found is None:
            if len(self._bare) >= _MEMO:
                self._bare.clear()
            found = self._bare[word] = self._clipped(word)
        return found

    def shortened(self, word: str) -> Iterator[str]:
        plain = [rest.removeprefix(self._article) for rest in self.bare(word)]
        yield from plain
        for rest in plain:
            for ending, original in self._restored if rest[-1:] in self._restored_lasts else ():
                if rest.endswith(ending) and len(rest) - len(ending) >= _SHORTEST:
                    yield rest[: -len(ending)] + original
            yield from self._trail(rest)

    def knows(self, word: str) -> bool:
        if word not in self._known_memo:
            if len(self._known_memo) >= _MEMO:
                self._known_memo.clear()
            self._known_memo[word] = bool(self._known(word, self._trail(word))[0])
        return self._known_memo[word]

    def _clipped(self, word: str) -> tuple[str, ...]:
        """The word, then what its proclitics leave one after another."""
        rests = [word]
        while word[:1] in self._clipped_firsts and len(word) <= _LONGEST:
            rest = self._clip(word)
            if rest is None:
                break
            rests.append(rest)
            # Behind a preposition stands no conjunction: بوليس holds no "and" and no "not" (ليس).
            if word[:1] in self._cases and rest[:1] in self._joints:
                break
            word = rest
        return tuple(rests)

    def _stem(self, word: str) -> str:
        if len(word) > _LONGEST:
            return word
        rests = self.bare(word)
        ends = {}
        for at, rest in enumerate(rests):
            trail = self._trail(rest)
            known, dropped = self._known(rest, trail)
            if known:
                return self._with_article(rests[at : at + 2], dropped) or known
            ends[rest] = trail[-1]
        return ends[self._safest(rests)] if len(rests) > 1 else ends[word]

    def _with_article(self, rests: Sequence[str], dropped: int) -> str:
        """The stem of a word whose first letters are rather the article, or nothing.

        They are where less has to be dropped behind it: المحكمة is of محكمة, not of ألمح.
        """
        if not (self._article and rests[0].startswith(self._article)) or not rests[1:]:
            return ""
        known, fewer = self._known(rests[1], self._trail(rests[1]))
        return known if fewer <= dropped and (dropped or rests[1] in self._irregular) else ""

    def _known(self, word: str, trail: Iterable[str]) -> tuple[str, int]:
        """The stem of a word that the pack knows in some form, or nothing, and how many endings
        were dropped for it."""
        plain = word.removeprefix(self._article)
        if plain in self._names:
            return plain, 0
        may_own = word[-1:] in self._reshaped_lasts
        owned = (self._owned(word) or self._owned(plain)) if may_own else ""
        if owned:
            return owned, 1
        for dropped, rest in enumerate(trail):
            lemma = self._irregular.get(rest)
            if not lemma:
                known = self._listed(rest)
            elif self._irregular.get(lemma) == lemma:
                known = lemma
            else:
                known = self._listed(lemma) or self._cut(lemma)
            if known:
                return known, dropped
        return "", 0

    def _owned(self, word: str) -> str:
        """The stem of a deed with whose it is written on to it, or nothing: شرائها is of شراء.

        A single letter may as well be the word's own ending (بناية), so that more must remain.
        """
        for ending, original in self._reshaped:
            rest = word.removesuffix(ending)
            if len(rest) < len(word) and len(rest) >= _SHORTEST - (len(ending) > _SHORTEST):
                verb = self._form(rest + original)
                if verb:
                    return verb
        return ""

    def _listed(self, word: str) -> str:
        """The stem of a name, a verb form or a word that is listed as it stands, or nothing."""
        if word in self._names:
            return word
        return self._form(word) or self._whole.get(word, "")

    def _form(self, word: str) -> str:
        """The stem of a verb form that is listed as it stands, or nothing."""
        form = self._verbs.form(word)
        if form is None:
            return ""
        return form.verb if self._article else self._cut(form.verb)

    def _clip(self, word: str) -> str | None:
        """What the first proclitic leaves, or nothing where there is none."""
        if self._merged and word.startswith(self._merged):
            for merged, left in self._assimilated.items():
                if word.startswith(merged) and len(word) - len(merged) >= _SHORTEST - 1:
                    return left + self._unmerged(merged[-1:], word[len(merged) :])
        if self._article and word.startswith(self._article):
            rest = word[len(self._article) :]
        elif word[:1] in self._singles:
            rest = word[1:]
        else:
            return None
        return rest if len(rest) >= _SHORTEST or rest in self._small else None

    def _unmerged(self, letter: str, rest: str) -> str:
        """What stands behind a merged article, with the letter that is written once of the three
        that meet there: للجنة is of لجنة, للبنك of بنك."""
        whole = letter + rest
        is_listed = any(
            each in self._whole or each in self._irregular for each in self._trail(whole)
        )
        return whole if is_listed or whole in self._names else rest

    def _safest(self, rests: Sequence[str]) -> str:
        """What proclitics leave, as far as they can be taken off without knowing the word."""
        for rest, after in pairwise(rests):
            is_article = bool(self._article) and rest.startswith(self._article)
            before_article = bool(self._article) and after.startswith(self._article)
            if not is_article and not before_article and len(after) < _UNKNOWN_REST:
                return rest
        return rests[-1]

    def _trail(self, word: str) -> list[str]:
        """The word and what is left of it as ending after ending is dropped."""
        trail = [word]
        while word[-1:] in self._lasts and (rest := self._drop_suffix(word)) != word:
            trail.append(word := rest)
        for lasts, endings, others in self._endings:
            if word[-1:] in lasts:
                rest = self._replace_ending(word, endings, others)
                if rest != word:
                    trail.append(word := rest)
        return trail

    def _cut(self, word: str) -> str:
        return self._trail(word)[-1]

    def _drop_suffix(self, word: str) -> str:
        for length, suffixes in self._suffixes:
            if word[-length:] in suffixes and len(word) - length >= _SHORTEST:
                return word[:-length]
        return word

    def _replace_ending(self, word: str, endings: _Endings, others: Mapping[str, str]) -> str:
        for length, of_length in endings:
            ending = word[-length:]
            if ending not in of_length:
                continue
            rest = word[:-length]
            if len(rest) < _SHORTEST or (self._vowels and self._vowels.isdisjoint(rest)):
                return word
            other = others[ending]
            undouble = not other and rest[-1:] in self._doubled and rest[-2:-1] == rest[-1:]
            return rest[:-1] if undouble else rest + other
        return word


def _lasts(endings: Iterable[str]) -> frozenset[str]:
    """The last letters of endings: most words have none of them."""
    return frozenset(ending[-1:] for ending in endings)


def _by_length(endings: Iterable[str]) -> _Endings:
    """Endings by their number of letters, the longest first: one look-up for all of a length."""
    lengths: dict[int, set[str]] = {}
    for ending in endings:
        lengths.setdefault(len(ending), set()).add(ending)
    return tuple((n, frozenset(lengths[n])) for n in sorted(lengths, reverse=True) if n)


def _one_word_names(pack: LanguagePack) -> Iterator[str]:
    """Names of one word that the lexicon knows: no proclitic or ending is cut off them."""
    lexicon = pack.section(LexiconData)
    for table in (lexicon.places, lexicon.actors):
        for forms in table.values():
            for form in forms:
                folded = fold_text(form)
                if " " not in folded and "-" not in folded:
                    yield folded
