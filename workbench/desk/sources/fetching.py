"""Files from the web, through the guarded client, kept as long as they are read.

An address of Google's Fact Check Tools API is asked with the key in `KEY`, page after page; the
answers are kept one a line. The key is in no message and not in the journal.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from workbench.errors import InvalidInputError
from workbench.exchange.opening import kept
from workbench.intake.fetch import Limits, fetch

MOST_BYTES = 500_000_000
SECONDS = 300.0
KEY = "WORKBENCH_FACTCHECK_KEY"
"""The environment variable that holds the key of the Fact Check Tools API."""
MOST_PAGES = 100
_API = "factchecktools.googleapis.com"


@contextmanager
def fetched(url: str, *, allow_private: bool = False) -> Iterator[Path]:
    """What an address answers, as a file.

    Raises:
        InvalidInputError: it does not answer, is private, or sends too much.
    """
    limits = Limits(seconds=SECONDS, size=MOST_BYTES, allow_private=allow_private)
    if urlsplit(url).hostname == _API:
        data = b"\n".join(_pages(url, limits))
    else:
        data = fetch(url, limits).data
    with kept(io.BytesIO(data)) as path:
        yield path


def _pages(url: str, limits: Limits) -> Iterator[bytes]:
    """The answers of a search, as many as there are."""
    key = os.environ.get(KEY, "")
    if not key and "key" not in dict(parse_qsl(urlsplit(url).query)):
        raise InvalidInputError(
            "the Fact Check Tools API answers only with a key",
            hint=f"Put it into the environment variable {KEY}.",
        )
    token = ""
    for _ in range(MOST_PAGES):
        try:
            data = fetch(_with(url, key=key, pageToken=token), limits).data
            answer = msgspec.json.decode(data)
        except msgspec.DecodeError as error:
            raise InvalidInputError(f"{url} answers with what is not JSON: {error}") from error
        except InvalidInputError as error:
            message = error.message.replace(key, "…") if key else error.message
            raise InvalidInputError(message, hint="Check the query and the key.") from None
        yield msgspec.json.encode(answer)
        token = answer.get("nextPageToken", "") if isinstance(answer, dict) else ""
        if not token:
            return


def _with(url: str, **parameters: str) -> str:
    """An address with these parameters as well; what it says itself stays."""
    parts = urlsplit(url)
    query = {**{k: v for k, v in parameters.items() if v}, **dict(parse_qsl(parts.query))}
    if parameters.get("pageToken"):
        query["pageToken"] = parameters["pageToken"]
    return urlunsplit(parts._replace(query=urlencode(query)))
