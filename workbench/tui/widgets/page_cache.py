"""Rows by id, fetched a page at a time and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE = 100
"""Rows of a fetch: two screens, so that scrolling by a page asks the store once."""
PAGES_KEPT = 20


class PageCache(Generic[Row]):
    """The rows of an id list; only the pages looked at are ever fetched."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Row]]) -> None:
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, in order."""
        return self._ids

    def reset(self, ids: Sequence[int]) -> None:
        """Take a new id list and forget the rows."""
        self._ids = ids
        self._pages.clear()

    def __len__(self) -> int:
        return len(self._ids)

    def row(self, index: int) -> Row | None:
        """The row at ``index``, or ``None`` where its record went away meanwhile."""
        number, offset = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None
