"""Bytes from the web, with limits: an address in an article must not reach inside a network."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from workbench import __version__
from workbench.errors import InvalidInputError
from workbench.intake.types import MAX_BYTES, Raw

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_SECONDS = 30.0
_REDIRECTS = 5
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how large, how far; and whether private addresses may be asked."""

    seconds: float = _SECONDS
    size: int = MAX_BYTES
    redirects: int = _REDIRECTS
    allow_private: bool = False


def fetch(url: str, limits: Limits | None = None) -> Raw:
    """The page at ``url``, redirects followed.

    Each host is looked up once and the connection goes to that very address, so that a name
    cannot point elsewhere between the check and the call.

    Raises:
        InvalidInputError: the address is not http(s), is private, does not answer in time,
            answers with an error, redirects too often, or sends too much.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        response = _request(url, limits, deadline)
        try:
            target = response.get_redirect_location()
            if not target:
                return _read(response, url, limits, deadline)
        finally:
            response.close()
        url = urljoin(url, str(target))
    raise InvalidInputError(f"{url}: more than {limits.redirects} redirects", hint=_SAVE_IT)


_SAVE_IT = "Save the page from a browser and add the file."


def _request(url: str, limits: Limits, deadline: float) -> BaseHTTPResponse:
    import urllib3  # noqa: PLC0415 (only the web needs it)

    parts = _check_scheme(url)
    address = _resolve(parts, limits)
    left = deadline - time.monotonic()
    if left <= 0:
        raise InvalidInputError(f"{url}: no answer within {limits.seconds:g} s", hint=_SAVE_IT)
    host = parts.hostname or ""
    pool = (
        urllib3.HTTPSConnectionPool(
            address, parts.port or 443, server_hostname=host, assert_hostname=host
        )
        if parts.scheme == "https"
        else urllib3.HTTPConnectionPool(address, parts.port or 80)
    )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Host": parts.netloc.rpartition("@")[2],
        "User-Agent": f"workbench-desk/{__version__}",
        "Accept": "text/html, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }
    try:
        return pool.urlopen(
            "GET",
            path,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=urllib3.Timeout(total=left),
        )
    except urllib3.exceptions.HTTPError as error:
        raise InvalidInputError(f"{url} cannot be reached: {error}", hint=_SAVE_IT) from error


def _check_scheme(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise InvalidInputError(f"{url} is not a web address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InvalidInputError(
            f"{url} is not a web address", hint="Only http and https addresses are fetched."
        )
    return parts


def _resolve(parts: SplitResult, limits: Limits) -> str:
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InvalidInputError(
            f"{host} is not found: {error}", hint="Check the address and the network."
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not limits.allow_private and not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise InvalidInputError(
                f"{host} is the private address {address}",
                hint="Private addresses are refused; --allow-private fetches from them.",
            )
    return addresses[0]


def _read(response: BaseHTTPResponse, url: str, limits: Limits, deadline: float) -> Raw:
    import urllib3  # noqa: PLC0415

    if response.status != 200:
        raise InvalidInputError(
            f"{url} answers {response.status} {response.reason or ''}".rstrip(), hint=_SAVE_IT
        )
    pieces, size = [], 0
    try:
        for piece in response.stream(_CHUNK, decode_content=True):
            size += len(piece)
            if size > limits.size:
                raise InvalidInputError(
                    f"{url} sends more than {limits.size / 1e6:g} MB", hint=_SAVE_IT
                )
            if time.monotonic() > deadline:
                raise InvalidInputError(
                    f"{url} has not finished within {limits.seconds:g} s", hint=_SAVE_IT
                )
            pieces.append(piece)
    except urllib3.exceptions.HTTPError as error:
        raise InvalidInputError(f"{url} broke off: {error}", hint=_SAVE_IT) from error
    kind, _, parameters = response.headers.get("Content-Type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(" \"';")
    return Raw(b"".join(pieces), url, kind.strip().lower(), charset, url)
