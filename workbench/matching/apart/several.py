"""One thing against several of its kind: "a bridge collapsed", "bridges collapsed"; انهار جسر and
انهارت جسور. Stems do not tell them apart, and no figure stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers
from workbench.language.stems import bare
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement

_SHORTEST = 3
"""Letters of a word that may be a plural."""


class _Many(Enum):
    ONE = auto()
    SEVERAL = auto()
    UNTOLD = auto()


def find_several(
    sides: tuple[Statement, Statement], shared: Iterable[tuple[Word, Word]]
) -> Iterator[Finding]:
    """Where a thing that both name is one in one of them and several in the other."""
    for here, there in shared:
        if here.language != there.language or _is_owned(here.surface, there.surface):
            continue
        if here.stem != there.stem and not (_is_sure(here) and _is_sure(there)):
            continue
        ours = _many(here, sides[0])
        if ours is _Many.UNTOLD or {ours, _many(there, sides[1])} != {_Many.ONE, _Many.SEVERAL}:
            continue
        if not (_is_verb(here, sides[0]) or _is_verb(there, sides[1])):
            shown = here.surface, there.surface
            yield Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.ONE_OR_SEVERAL, *shown)


def _is_sure(word: Word) -> bool:
    """Whether the number of a word can be told by itself; of a plural without an ending that the
    lexicon lacks (جثامين) it cannot."""
    pack = pack_for(word.language)
    irregular = pack.language.irregular
    if pack.section(Numbers).articles or not irregular:
        return True
    single = bare(fold_text(word.surface), pack)[-1]
    return single in irregular or single in irregular.values()


def _is_owned(one: str, other: str) -> bool:
    """Whether one of two words is the other, or that with its owner written on: رواتبهم."""
    if one == other:
        return True
    short, full = sorted((one, other), key=len)
    return full.startswith(short) and not full.isascii()


def _many(word: Word, said: Statement) -> _Many:
    written = fold_text(word.surface)
    if word.aside or word.located or " " in written or len(written) < _SHORTEST:
        return _Many.UNTOLD
    if any(word.surface in figure.surface for figure in said.facets.quantities):
        return _Many.UNTOLD
    pack = pack_for(said.language)
    if _is_plural(written, pack):
        before = lexemes_of(pack.code).of(said.text)[max(word.place - 1, 0) : word.place]
        of_several = any(each.folded in senses_of(pack.code).partitive for each in before)
        return _Many.ONE if of_several else _Many.SEVERAL
    return _Many.ONE if _is_one(word, said, pack) else _Many.UNTOLD


def _is_verb(word: Word, said: Statement) -> bool:
    """Whether a word is no thing at all, which is asked last: the statement is read for it."""
    form = reading_of(said).verb(word.place)
    return form is not None and form.is_only_verb


def _is_plural(written: str, pack: LanguagePack) -> bool:
    section = pack.section(Numbers)
    if section.articles:
        ends = written.endswith(section.plural_ending)
        return ends and not written.endswith(section.not_plural)
    return bare(written, pack)[-1] in pack.language.irregular


def _is_one(word: Word, said: Statement, pack: LanguagePack) -> bool:
    """Whether a word has the article of one thing, or where there is none, no article; of "a
    mountain road" the road is one."""
    written = lexemes_of(pack.code).of(said.text)
    articles = pack.section(Numbers).articles
    if articles:
        before = written[max(word.place - 2, 0) : word.place]
        if not any(each.folded in articles for each in before):
            return False
        thing = by_token(cast_for(said)).get(word.place)
        return thing is None or thing.end <= word.end
    article = pack.language.article
    behind = written[word.place + 1 : word.place + 2]
    return not any(each.folded.startswith(article) for each in (written[word.place], *behind))
