"""Google's Fact Check Tools API, asked page after page; the answers are kept one a line.

The key comes from the environment variable `KEY` and goes to that API alone: not along redirects,
not into messages, the journal or any file. An address that has a key in it is refused, because
addresses are kept.

https://developers.google.com/fact-check/tools/api/reference/rest
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, quote_plus, urlencode, urlsplit, urlunsplit

import msgspec
from msgspec.structs import replace

from workbench.errors import InvalidInputError, Said
from workbench.intake.fetch import Answer, Limits, visit

KEY = "WORKBENCH_FACTCHECK_KEY"
"""The environment variable that holds the key."""
MOST_PAGES = 10_000
API = "https://factchecktools.googleapis.com"
_LONGEST_REASON = 300
_TRIES = 4
"""Times that a page is asked for where the API says when to come back…"""
_LONGEST_WAIT = 120
"""…if that is within so many seconds."""
_BUSY = (429, 503)
_HINTS = {
    400: f"Check the query, and the key in {KEY}.",
    401: f"Check the key in {KEY}; some calls are open to the owner of a site alone.",
    403: f"Check the key in {KEY}, and that the API is switched on for it.",
    404: "The calls are v1alpha1/claims:search and v1alpha1/pages.",
    429: "The quota of the key is used up for now; try later, or ask for fewer pages.",
}
_NO_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_AGAIN = "Nothing was filed; try again later, or ask for less."


def is_api(url: str) -> bool:
    """Whether an address is one of the API; only over https, where nobody else reads the key."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower() == API


def answers(
    url: str,
    limits: Limits,
    progress: Callable[[int, int], None],
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[bytes]:
    """The answers to a call, page after page, each as a line of JSON.

    Args:
        url: the call with its query, without a key.
        limits: of each page; the size is that of all together.
        progress: told after each page how many there were, and 0 for all, which nobody knows.
        wait: waits so many seconds, which the API asks for where it is busy (429, 503).

    Raises:
        InvalidInputError: there is no key, or the API does not answer, refuses, or does not end.
    """
    key = os.environ.get(KEY, "").strip()
    if "key" in dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)):
        raise InvalidInputError(
            "a key does not belong in an address, because addresses are kept",
            hint="Put it into the environment variable {key}, and take it out of the address.",
            key=KEY,
        )
    if not key:
        raise InvalidInputError(
            "the Fact Check Tools API answers only with a key",
            hint="Put it into the environment variable {key}.",
            key=KEY,
        )
    ask = partial(_patiently, limits=replace(limits, redirects=0), wait=wait)
    token, tokens, size = "", set[str](), 0
    for page in range(1, MOST_PAGES + 1):
        found = _page(url, page, token, key, ask)
        line = msgspec.json.encode(found or {"claims": []})
        size += len(line)
        if size > limits.size:
            raise _endless(Said("more than {limit:g} MB", limit=limits.size / 1e6))
        progress(page, 0)
        yield line
        tokens.add(token)
        token = str(found.get("nextPageToken") or "")
        if not token:
            return
        if token in tokens:
            raise _endless(Said("after page {page} one that it gave before", page=page))
    raise _endless(Said("more than {limit:,} pages", limit=MOST_PAGES))


def _endless(what: Said) -> InvalidInputError:
    return InvalidInputError(
        "the Fact Check Tools API gives {what}",
        hint="Ask for less: name a publisher or a time.",
        what=what,
    )


def _page(
    url: str, page: int, token: str, key: str, ask: Callable[[str], Answer]
) -> dict[str, Any]:
    """One page of the answer, as the API words it."""
    asked = _with(url, key=key, pageToken=token)
    try:
        answer = ask(asked)
    except InvalidInputError as error:
        problem, hint = error.message.replace(asked, "").lstrip(" :"), _AGAIN
    else:
        if answer.status == 200:
            found = _decoded(answer.body)
            if isinstance(found, dict):
                return found
            problem, hint = found, _AGAIN
        else:
            problem, hint = _refusal(answer)
    raise InvalidInputError(
        "page {page} of {url}: {problem}",
        hint=hint,
        page=page,
        url=url,
        problem=_without(problem, key),
    )


def _patiently(asked: str, limits: Limits, wait: Callable[[float], None]) -> Answer:
    """What the API answers in the end: where it says when to come back, it is asked again."""
    answer = visit(asked, limits)
    for _ in range(_TRIES - 1):
        seconds = _asks_to_wait(answer)
        if answer.status not in _BUSY or not 0 <= seconds <= _LONGEST_WAIT:
            break
        wait(seconds)
        answer = visit(asked, limits)
    return answer


def _asks_to_wait(answer: Answer) -> float:
    """The seconds that Retry-After asks for, written as a number or a date; -1 for none."""
    said = answer.header("Retry-After").strip()
    if said.isascii() and said.isdecimal():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return -1
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _refusal(answer: Answer) -> tuple[str, str]:
    """What the API says is wrong, in its own words where it has any, and what to do."""
    try:
        said = str(msgspec.json.decode(answer.body)["error"]["message"])
    except (*_NO_JSON, LookupError, TypeError):
        said = ""  # a proxy's page, or nothing: the status has to do
    status = f"answered {answer.status} {answer.reason}".rstrip()
    reason = f": {' '.join(said.split())[:_LONGEST_REASON]}" if said else ""
    return status + reason, _HINTS.get(answer.status, _AGAIN)


def _decoded(body: bytes) -> dict[str, Any] | str:
    """The answer, or what is wrong with it."""
    try:
        found = msgspec.json.decode(body)
    except _NO_JSON as error:
        return f"answered with what is not JSON: {error}"
    return found if isinstance(found, dict) else "answered with JSON that is no object"


def _with(url: str, **parameters: str) -> str:
    """An address with these parameters in place of its own of that name."""
    parts = urlsplit(url)
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not parameters.get(pair[0])
    ]
    added = [pair for pair in parameters.items() if pair[1]]
    return urlunsplit(parts._replace(query=urlencode(kept + added)))


def _without(message: str, key: str) -> str:
    """A message without the key, which an address in it may carry."""
    for form in {key, quote_plus(key)}:
        message = message.replace(form, "…")
    return message
