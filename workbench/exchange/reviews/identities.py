"""By what other people's reviews are known: their address, what they review, and all they say.

Most reviews have an address of their own, and what else they say may be corrected. Where reviews
share one, the claim that each reviews tells them apart; where they review the same claim, only all
that they say does. Which of these a file needs depends on what else it holds, so a review may be
on file by another of its names than a file knows it by.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping
from typing import NamedTuple

from workbench.digests import sha256_of
from workbench.exchange.types import FORMAT, ClaimRecord

Content = bytes
"""What a review says, as the sorted hashes of its fields: equal, or more or less alike."""
_SIZE = 8
WORDS = "#words:"
"""What stands in an id between an address and the mark of a claim's words."""
_CONTENT = "#content:"


def content_of(extras: Mapping[str, str]) -> Content:
    """What a review says, of its fields as they are kept."""
    marks = (
        hashlib.blake2b(f"{name}\0{value}".encode(errors="surrogatepass"), digest_size=_SIZE)
        for name, value in extras.items()
        if name != FORMAT
    )
    return b"".join(sorted(mark.digest() for mark in marks))


def alike(one: Content, other: Content) -> int:
    """How many fields two reviews have in common."""
    return len(_fields(one) & _fields(other))


def _fields(content: Content) -> set[bytes]:
    return {content[at : at + _SIZE] for at in range(0, len(content), _SIZE)}


def contents_in(record: ClaimRecord) -> dict[str, Content]:
    """Format → what the newest review in it says; nothing for a claim without reviews."""
    held = [each.extras for each in record.verdicts if FORMAT in each.extras]
    if FORMAT in record.extras:
        held.append(record.extras)
    return {extras[FORMAT]: content_of(extras) for extras in held}


def names(external_id: str, text: str) -> tuple[str, str]:
    """How a review is known alone at its address, and among others there.

    Args:
        external_id: by what it is known in its file.
        text: the claim that it is of.
    """
    mark = WORDS + _digest(text.encode())
    address = external_id.partition(mark)[0]
    return address, address + mark


def with_content(name: str, content: Content) -> str:
    """How it is known among others of the same claim there."""
    return f"{name}{_CONTENT}{_digest(content)}"


def is_one_of_several(external_id: str) -> bool:
    """Whether a file has more reviews of the same claim at the same address."""
    return WORDS in external_id and _CONTENT in external_id


def _digest(data: bytes) -> str:
    return sha256_of(data)[:16]


class Named(NamedTuple):
    """What identities are made of: a review's address or name, its claim, and its fields."""

    address: str
    text: str
    fields: Mapping[str, str]

    @property
    def content(self) -> Content:
        """What it says."""
        return content_of(self.fields)


class Identities:
    """Ids of the reviews of one file, the same in every order of it.

    Each is added, then those that `settle` leaves in doubt are noted; from then on ids are given.
    Of every review only a few bytes are kept, so that a feed of any length can be read.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._shared: set[int] = set()
        self._added = array("q"), array("q"), array("q")
        self._texts: dict[int, set[int]] = {}
        self._contents: dict[tuple[int, int], set[Content]] = {}
        self._told: set[tuple[int, int]] = set()

    def add(self, address: str, text: str, whole: bytes) -> None:
        """Take a review into account: its address or name, its claim, and all that it says."""
        name = hash(address)
        (self._shared if name in self._seen else self._seen).add(name)
        for column, value in zip(self._added, (name, hash(text), hash(whole)), strict=True):
            column.append(value)

    def settle(self) -> bool:
        """All were added: whether some differ only in what else they say. Then `note` each."""
        several: dict[tuple[int, int], set[int]] = {}
        for name, text, said in zip(*self._added, strict=True):
            if name in self._shared:
                self._texts.setdefault(name, set()).add(text)
                several.setdefault((name, text), set()).add(said)
        self._contents = {key: set() for key, said in several.items() if len(said) > 1}
        return bool(self._contents)

    def note(self, review: Named) -> None:
        """Note what a review says, if others review the same claim at its address."""
        found = self._contents.get(_key(review))
        if found is not None:
            found.add(review.content)

    def of(self, review: Named) -> str:
        """The id: that of its names which tells it from all others of the file."""
        name, text = _key(review)
        is_shared = not review.address or len(self._texts.get(name, ())) > 1
        is_doubtful = (name, text) in self._contents
        if not (is_shared or is_doubtful):
            return review.address
        among_others = names(review.address, review.text)[1]
        return with_content(among_others, review.content) if is_doubtful else among_others

    def kin(self, review: Named) -> tuple[Content, ...]:
        """What all reviews of its claim at its address say, where they are several: told once."""
        key = _key(review)
        found = self._contents.get(key)
        if found is None or key in self._told:
            return ()
        self._told.add(key)
        return tuple(sorted(found))


def _key(review: Named) -> tuple[int, int]:
    return hash(review.address), hash(review.text)
