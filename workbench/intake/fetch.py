"""Bytes from the web, with limits: an address in an article must not reach inside a network."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

import msgspec

from workbench import __version__
from workbench.errors import InvalidInputError, Said, system_reason
from workbench.intake.types import MAX_BYTES, Raw

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

_SECONDS = 30.0
_REDIRECTS = 5
_CHUNK = 65_536
AGENT = "workbench-desk"
"""The name under which servers and their ``robots.txt`` know this program."""


class Limits(msgspec.Struct, frozen=True):
    """How long, how large, how far; and whether private addresses may be asked."""

    seconds: float = _SECONDS
    size: int = MAX_BYTES
    redirects: int = _REDIRECTS
    allow_private: bool = False
    allow: frozenset[str] = frozenset()
    """Names of hosts that may be asked although their addresses are private."""

    def admits(self, host: str) -> bool:
        """Whether a private address is no reason to refuse this host."""
        return self.allow_private or host.lower() in self.allow


class Redirect(msgspec.Struct, frozen=True):
    """A step on the way to a page."""

    url: str
    status: int
    location: str


class Answer(msgspec.Struct, frozen=True):
    """What a server answered, whatever it was."""

    url: str
    """As it was asked for."""
    final_url: str
    """Where redirects led."""
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    """As they came, in their order."""
    body: bytes
    """Decompressed where the server compressed it unasked."""
    redirects: tuple[Redirect, ...] = ()

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def media_type(self) -> str:
        """As the server declares it, without parameters."""
        return self.header("Content-Type").partition(";")[0].strip().lower()

    @property
    def raw(self) -> Raw:
        """The bytes for intake."""
        parameters = self.header("Content-Type").partition(";")[2]
        charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
        return Raw(self.body, self.final_url, self.media_type, charset, self.final_url)


def fetch(url: str, limits: Limits | None = None) -> Raw:
    """The page at ``url``, redirects followed.

    Raises:
        InvalidInputError: as for `visit`, or the server answers with an error.
    """
    answer = visit(url, limits)
    if answer.status != 200:
        raise InvalidInputError(
            "{url} answers {answer}",
            hint=_SAVE_IT,
            url=answer.final_url,
            answer=Said("{status} {phrase}", status=answer.status, phrase=Said(answer.reason)),
        )
    return answer.raw


def visit(url: str, limits: Limits | None = None) -> Answer:
    """What the server at ``url`` answers, redirects followed and kept.

    Each host is looked up once and the connection goes to that very address, so that a name
    cannot point elsewhere between the check and the call. Bytes are asked for as they are, not
    compressed. The deadline holds for all of it: a server that sends a byte now and then is cut.

    Raises:
        InvalidInputError: the address is not http(s), is private, does not answer in time,
            redirects too often, or sends too much.
    """
    import urllib3.connection  # noqa: F401, PLC0415 (loading it is no fault of the server)

    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    asked = url
    way: list[Redirect] = []
    for _ in range(limits.redirects + 1):
        with _asking(url, limits, deadline) as response:
            target = response.get_redirect_location()
            if not target:
                body = _read(response, url, limits, deadline)
                headers = tuple(response.headers.iteritems())
                reason = response.reason or ""
                return Answer(asked, url, response.status, reason, headers, body, tuple(way))
            way.append(Redirect(url, response.status, str(target)))
        url = urljoin(url, str(target))
    raise InvalidInputError(
        "{url}: more than {redirects} redirects", hint=_SAVE_IT, url=url, redirects=limits.redirects
    )


_SAVE_IT = "Save the page from a browser and add the file."


@contextmanager
def _asking(url: str, limits: Limits, deadline: float) -> Iterator[BaseHTTPResponse]:
    """The response to a request, with its body unread; cut off at the deadline."""
    import urllib3  # noqa: PLC0415 (only the web needs it)

    parts = _check_scheme(url)
    connection = _connection(parts, _resolve(parts, limits), _left(url, limits, deadline))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Host": parts.netloc.rpartition("@")[2],
        "User-Agent": f"{AGENT}/{__version__}",
        "Accept": "text/html, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1",
        "Accept-Encoding": "identity",
    }
    wires: list[socket.socket] = []
    alarm = threading.Timer(_left(url, limits, deadline), _cut, [connection, wires])
    alarm.daemon = True
    alarm.start()
    try:
        connection.connect()
        wires.append(connection.sock)  # the connection itself lets go of it after the headers
        connection.request("GET", path, headers=headers, preload_content=False)
        with closing(connection.getresponse()) as response:
            yield response
    except (urllib3.exceptions.HTTPError, OSError, ValueError, _http_error()) as error:
        if time.monotonic() >= deadline:
            raise _too_late(url, limits) from error
        raise InvalidInputError(
            "{url} cannot be reached: {reason}", hint=_SAVE_IT, url=url, reason=_why(error)
        ) from error
    finally:
        alarm.cancel()
        connection.close()


def _why(error: BaseException) -> Said:
    """What the system says went wrong, from under what libraries made of it."""
    under: BaseException | None = error
    while under is not None:
        if isinstance(under, OSError) and under.strerror:
            return system_reason(under)
        if isinstance(under, TimeoutError):
            return Said("timed out")
        under = under.__cause__ or under.__context__
    return Said(str(error))


def _http_error() -> type[Exception]:
    from http.client import HTTPException  # noqa: PLC0415

    return HTTPException


def _connection(parts: SplitResult, address: str, seconds: float) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415

    if parts.scheme == "http":
        return HTTPConnection(address, parts.port or 80, timeout=seconds)
    host = parts.hostname or ""
    return HTTPSConnection(
        address, parts.port or 443, timeout=seconds, server_hostname=host, assert_hostname=host
    )


def _cut(connection: HTTPConnection, wires: list[socket.socket]) -> None:
    """End a connection from outside; whoever waits for it gets an error or the end of the bytes."""
    for wire in wires or filter(None, [connection.sock]):
        with suppress(OSError):  # the other side was first
            wire.shutdown(socket.SHUT_RDWR)


def _left(url: str, limits: Limits, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_late(url, limits)
    return left


def _too_late(url: str, limits: Limits) -> InvalidInputError:
    return InvalidInputError(
        "{url}: not finished within {seconds:g} s", hint=_SAVE_IT, url=url, seconds=limits.seconds
    )


def _check_scheme(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise InvalidInputError(
            "{url} is not a web address: {reason}", url=url, reason=error
        ) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InvalidInputError(
            "{url} is not a web address", hint="Only http and https addresses are fetched.", url=url
        )
    return parts


def _resolve(parts: SplitResult, limits: Limits) -> str:
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InvalidInputError(
            "{host} is not found: {reason}",
            hint="Check the address and the network.",
            host=host,
            reason=_why(error),
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not limits.admits(host) and not is_public(address):
            raise InvalidInputError(
                "{host} is the private address {address}",
                hint="Private addresses are refused; --allow-private fetches from them, and the "
                "setting web.allow names hosts that may be asked.",
                host=host,
                address=address,
            )
    return addresses[0]


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses behind a gateway from IPv6 (RFC 6052)."""


def is_public(address: str) -> bool:
    """Whether an address is out on the internet: also the one that it carries inside itself."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inside: ipaddress.IPv4Address | None = None
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _TRANSLATED:
            inside = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return _is_public(inside or found)


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_global and not address.is_multicast


def _read(response: BaseHTTPResponse, url: str, limits: Limits, deadline: float) -> bytes:
    import urllib3  # noqa: PLC0415

    pieces, size = [], 0
    try:
        for piece in response.stream(_CHUNK, decode_content=True):
            size += len(piece)
            if size > limits.size:
                raise InvalidInputError(
                    "{url} sends more than {limit:g} MB",
                    hint=_SAVE_IT,
                    url=url,
                    limit=limits.size / 1e6,
                )
            _left(url, limits, deadline)
            pieces.append(piece)
    except (urllib3.exceptions.HTTPError, OSError, _http_error()) as error:
        if time.monotonic() >= deadline:
            raise _too_late(url, limits) from error
        raise InvalidInputError(
            "{url} broke off: {reason}", hint=_SAVE_IT, url=url, reason=_why(error)
        ) from error
    _left(url, limits, deadline)
    return b"".join(pieces)
