"""Records made ready to be filed: everything that needs no store, so that a second core can do it.

What is worked out here of a claim: by what it is known, its language, the words it is searched by
and the terms it is matched by. Facets that the file lacks are not read; that is `catching_up`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec

from workbench.desk import codec
from workbench.desk.exchange.imported import RowRefusedError
from workbench.desk.exchange.keys import Marked
from workbench.desk.exchange.meaning import Meaning, meaning_of
from workbench.desk.exchange.soundness import check_claim
from workbench.desk.views import BY_WORDS
from workbench.digests import sha256_of
from workbench.exchange.types import AnyRecord, ArticleRecord, BadRow, ClaimRecord, Located
from workbench.facets.types import Facets
from workbench.language.identify import identify
from workbench.matching.statement.stated import stated
from workbench.matching.types import Statement
from workbench.records.search import forms_of, search_words

if TYPE_CHECKING:
    from workbench.matching.candidates.numbered import Numbered

BATCH = 2_500
"""Records that are filed at once."""

PLAIN = 2_000
"""Characters of a row that cannot be taken which take the room of a plain claim."""
WITH_FACETS = 5
"""Plain claims that take the room of one with facets."""
ALONE = 50
"""Plain claims that take the room of an article."""


_NONE = Facets()


class Prepared(msgspec.Struct, array_like=True):
    """A record of a file with what was worked out of it, or what is wrong with it there."""

    line: int
    record: AnyRecord | None = None
    given: int = 0
    """Which fields the file gives: the place of their set in the batch."""
    words: str = ""
    terms: bytes = b""
    """Of a claim: its index terms by number."""
    meaning: Meaning | None = None
    """Nothing where a claim is on file, or a typed value is not what it should be: taking it
    tells why."""
    bad: BadRow | None = None
    kin: tuple[bytes, ...] = ()
    """See `Located.kin`."""


class Batch(msgspec.Struct, array_like=True):
    """Records that are filed at once."""

    items: list[Prepared] = []
    first: int = 0
    """The number of the first of the…"""
    terms: list[str] = []
    """…index terms that no earlier batch has; see `Numbered.batch`."""
    given: list[frozenset[str]] = []
    """The sets of fields that its records give, mostly one."""


def batches(
    found: Iterable[Located | BadRow], size: int = BATCH, known: bytes = b""
) -> Iterator[Batch]:
    """A file's records made ready, so many at a time.

    Args:
        found: the records.
        size: how many at most.
        known: the marks of claims on file, see `keys`.
    """
    from workbench.matching.candidates.numbered import Numbered  # noqa: PLC0415 (loads the lexicons)

    numbered = Numbered(forms_of)
    rest, marked = iter(found), Marked(known)
    while several := list(_some(rest, size)):
        sets = dict.fromkeys(each.given for each in several if isinstance(each, Located))
        given = {fields: place for place, fields in enumerate(sets)}
        items = _prepared(several, numbered, given, marked)
        yield Batch(items, *numbered.batch(), list(sets))


def _some(rest: Iterator[Located | BadRow], size: int) -> Iterator[Located | BadRow]:
    """Records for a batch: so many, or fewer of those that hold much."""
    weight = 0
    for each in islice(rest, size):
        yield each
        weight += _weight(each)
        if weight >= size:
            return


def _weight(each: Located | BadRow) -> int:
    """How many plain claims a record takes the room of."""
    if isinstance(each, BadRow):
        return 1 + len(str(each.record)) // PLAIN
    record = each.record
    if isinstance(record, ClaimRecord) and (record.facets or record.appearances):
        return WITH_FACETS
    return ALONE if isinstance(record, ArticleRecord) else 1


def _prepared(
    several: Sequence[Located | BadRow],
    numbered: Numbered,
    given: Mapping[frozenset[str], int],
    known: Marked,
) -> list[Prepared]:
    """Records made ready; of a claim that is on file nothing is worked out.

    Each thing is done to all of them before the next: a processor that does the same again and
    again takes three quarters of the time.
    """
    items = [_begun(each, given) for each in several]
    new = [each for each in items if _is_new(each, known)]
    records = [in_its_language(each.record) for each in new if isinstance(each.record, ClaimRecord)]
    meanings = [_meaning(each) for each in records]
    statements = map(_statement, records, meanings)
    read = [numbered.of(each) for each in statements]
    words = [_words(each, forms) for each, (_, forms) in zip(records, read, strict=True)]
    for at, item in enumerate(new):
        item.record, item.meaning = records[at], meanings[at]
        item.terms, item.words = read[at][0], words[at]
    return items


def _begun(each: Located | BadRow, given: Mapping[frozenset[str], int]) -> Prepared:
    if isinstance(each, BadRow):
        return Prepared(each.line, bad=each)
    record = _named(each.record) if isinstance(each.record, ClaimRecord) else each.record
    return Prepared(each.line, record, given[each.given], kin=each.kin)


def _is_new(item: Prepared, known: Marked) -> bool:
    return isinstance(item.record, ClaimRecord) and not known.has_any(item.record)


def _statement(record: ClaimRecord, meaning: Meaning | None) -> Statement:
    facets = codec.facets(meaning.read) if meaning and meaning.read else _NONE
    return stated(record.text, record.language, facets, record.claimant, record.said)


def _words(record: ClaimRecord, forms: Sequence[Sequence[str]] | None) -> str:
    """What a claim is searched by: `search_words` of all that it says.

    ``forms`` are those of its text, word by word, where they were read with its terms.
    """
    text, rest = record.text, record.claimant
    if record.original or record.translation:
        others = dict.fromkeys((record.original, record.translation, record.claimant))
        rest = " ".join(each for each in others if each and each != text)
    if forms is None:
        return search_words(f"{text} {rest}")
    found = chain.from_iterable(forms)
    return " ".join(dict.fromkeys(chain(found, _beside(rest)) if rest else found))


@lru_cache(maxsize=4_096)
def _beside(rest: str) -> Sequence[str]:
    """What stands beside the text as it is searched: mostly a claimant, and claimants recur."""
    return search_words(rest).split()


def _meaning(record: ClaimRecord) -> Meaning | None:
    try:
        check_claim(record)
        return meaning_of(record)
    except RowRefusedError:
        return None


def _named(record: ClaimRecord) -> ClaimRecord:
    """The claim known by its words where the file gives no id, so that a second import finds it."""
    if record.uid or record.external_id:
        return record
    said = "\0".join((record.text, record.claimant, record.said))
    name = BY_WORDS + sha256_of(said)[:16]
    return msgspec.structs.replace(record, external_id=name)


def in_its_language(record: ClaimRecord) -> ClaimRecord:
    """The claim with its language, where the file does not say it."""
    if record.language:
        return record
    return msgspec.structs.replace(record, language=identify(record.text))
