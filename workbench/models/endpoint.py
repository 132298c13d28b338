"""One question to an OpenAI-compatible chat endpoint: limits, time-outs, retries, clear errors.

The key travels in one header and nowhere else: no message, log or record has it. An endpoint
that redirects is refused, so that the key is never sent on.
"""

from __future__ import annotations

import ipaddress
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import msgspec

from workbench import __version__
from workbench.errors import Said
from workbench.models.types import ModelError
from workbench.settings import ModelSettings
from workbench.splitting.rules import SplittingCancelledError

MAX_BYTES = 2_000_000
"""Of one answer; a few hundred claims need a tenth of it."""
_LONGEST_WAIT = 30.0
"""Seconds that a server may ask to wait (Retry-After) before we give up instead."""
_TICK = 0.05
_RULES = "`--splitter rules` works without a model."


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Counted(msgspec.Struct):
    total_tokens: int = 0


class _Chat(msgspec.Struct):
    choices: list[_Choice]
    usage: _Counted | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote."""

    text: str
    tokens: int
    """As the server counts them; 0 where it does not."""
    cut_off: bool
    """Whether the answer ran into its limit of tokens."""


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _AgainError(Exception):
    """Worth another try after some seconds; ``error`` is raised where there is none."""

    def __init__(self, error: ModelError, wait: float | None = None) -> None:
        super().__init__(error.message)
        self.error = error
        self.wait = wait


@dataclass(frozen=True)
class Endpoint:
    """Where questions go. ``sleep`` and ``cancelled`` are passed in for tests and faces."""

    settings: ModelSettings
    cancelled: Callable[[], bool] = lambda: False
    pause: float = 0.5
    """Seconds before the first retry; doubled for each further one."""
    address: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", _address(self.settings))

    def ask(self, body: Mapping[str, object]) -> Reply:
        """The model's answer to one request.

        Raises:
            ModelError: unreachable, refused, too slow, too large, or no chat endpoint.
            SplittingCancelledError: ``cancelled`` answered yes.
        """
        sent = msgspec.json.encode(body)
        tries = max(0, self.settings.retries) + 1
        for attempt in range(tries):
            try:
                return self._reply(self._post(sent))
            except _AgainError as again:
                if attempt + 1 == tries:
                    raise again.error from again
                self._wait(self.pause * 2**attempt if again.wait is None else again.wait)
        raise AssertionError("unreachable")

    def _post(self, sent: bytes) -> _Response:
        """Send in a thread, so that no server can hold us beyond the time-out or a cancel."""
        call = _Call(self.address, sent, _headers(self.settings), self.settings.timeout_seconds)
        call.start()
        deadline = time.monotonic() + self.settings.timeout_seconds
        while not call.done.wait(_TICK):
            if self.cancelled():
                call.stop.set()
                raise SplittingCancelledError
            if time.monotonic() > deadline:
                call.stop.set()
                raise _AgainError(self._slow())
        if call.error is not None:
            raise call.error
        if call.response is None:
            raise _AgainError(self._slow())
        return call.response

    def _slow(self) -> ModelError:
        return ModelError(
            "the model at {address} has not answered in {timeout_seconds:g} s",
            hint="Raise timeout_seconds under [model] in the settings. {rules}",
            address=self.address,
            timeout_seconds=self.settings.timeout_seconds,
            rules=Said(_RULES),
        )

    def _reply(self, response: _Response) -> Reply:
        status = response.status
        if status != 200:
            raise _refused(self.address, response, self.settings)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise ModelError(
                "{address} answers with {kind}, not with JSON",
                hint="The address under [model] should end in /v1 for most servers.",
                address=self.address,
                kind=kind or Said("no content type"),
            )
        try:
            chat = msgspec.json.decode(response.body, type=_Chat)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ModelError(
                "{address} does not answer as a chat endpoint: {reason}",
                hint="An OpenAI-compatible /v1/chat/completions is needed.",
                address=self.address,
                reason=error,
            ) from error
        if not chat.choices:
            raise ModelError("{address} answers with no choice", hint=_RULES, address=self.address)
        choice = chat.choices[0]
        tokens = max(0, chat.usage.total_tokens) if chat.usage else 0
        return Reply(choice.message.content or "", tokens, choice.finish_reason == "length")

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self.cancelled():
                raise SplittingCancelledError
            time.sleep(min(_TICK, left))


class _Call(threading.Thread):
    """One exchange with the server; left to itself when it takes too long."""

    def __init__(self, url: str, sent: bytes, headers: Mapping[str, str], seconds: float) -> None:
        super().__init__(daemon=True, name="workbench-model")
        self.done, self.stop = threading.Event(), threading.Event()
        self.response: _Response | None = None
        self.error: ModelError | _AgainError | None = None
        self._url, self._sent, self._headers, self._seconds = url, sent, headers, seconds

    def run(self) -> None:
        """Send and read; what went wrong is kept for the asking thread."""
        import urllib3  # noqa: PLC0415 (only the web needs it)

        pool = urllib3.PoolManager(num_pools=1, maxsize=1)
        try:
            with pool.request(
                "POST",
                self._url,
                body=self._sent,
                headers=dict(self._headers),
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(total=self._seconds),
            ) as response:
                body = self._read(response)
                headers = {name.lower(): value for name, value in response.headers.items()}
                self.response = _Response(response.status, headers, body)
        except ModelError as error:
            self.error = error
        except urllib3.exceptions.HTTPError as error:
            self.error = _AgainError(_unreachable(self._url, error))
        finally:
            pool.clear()
            self.done.set()

    def _read(self, response: object) -> bytes:
        from urllib3 import HTTPResponse  # noqa: PLC0415

        assert isinstance(response, HTTPResponse)
        body = bytearray()
        # read1 comes back with what is there; read would wait for a server that drips.
        while not self.stop.is_set():
            piece = response.read1(65_536, decode_content=True)
            if not piece:
                break
            body += piece
            if len(body) > MAX_BYTES:
                raise ModelError(
                    "{url} sends more than {limit:g} MB",
                    hint=_RULES,
                    url=self._url,
                    limit=MAX_BYTES / 1e6,
                )
        return bytes(body)


def _headers(settings: ModelSettings) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": f"workbench-desk/{__version__}",
    }
    key = os.environ.get(settings.key_variable, "").strip()
    if key:
        if not key.isascii() or not key.isprintable():
            raise ModelError(
                "the key in {key_variable} has characters that no key has",
                hint="Set it again without line breaks.",
                key_variable=settings.key_variable,
            )
        headers["Authorization"] = f"Bearer {key}"
    return headers


def _address(settings: ModelSettings) -> str:
    """The chat endpoint below the address in the settings.

    Raises:
        ModelError: there is none, it holds a password, or it would send the key in the clear.
    """
    url = settings.url.strip().rstrip("/")
    where = "Set url and name under [model] in the settings file; see docs/model-backend.md."
    if not url or not settings.name.strip():
        raise ModelError("no model is set", hint=where)
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ModelError(
            "the address of the model is none: {reason}", hint=where, reason=error
        ) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ModelError("the address of the model is not http or https", hint=where)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ModelError(
            "the address of the model may hold no password, query or fragment",
            hint="Put the key into the environment variable {key_variable}.",
            key_variable=settings.key_variable,
        )
    key = os.environ.get(settings.key_variable, "")
    if key and parts.scheme == "http" and not _is_near(parts.hostname):
        raise ModelError(
            "the key would go to {hostname} in the clear",
            hint="Use an https address.",
            hostname=parts.hostname,
        )
    return url if url.endswith("/chat/completions") else f"{url}/chat/completions"


def _is_near(host: str) -> bool:
    """Whether a host is this machine or in its own network."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _unreachable(url: str, error: Exception) -> ModelError:
    return ModelError(
        "the model at {url} cannot be reached ({kind})",
        hint="Is the server running, and the address under [model] right? {rules}",
        url=url,
        kind=type(error).__name__,
        rules=Said(_RULES),
    )


def _refused(url: str, response: _Response, settings: ModelSettings) -> ModelError | _AgainError:
    """What an answer other than 200 means."""
    status = response.status
    if 300 <= status < 400:
        return ModelError(
            "{url} redirects elsewhere, which is not followed",
            hint="Set the address it redirects to under [model] if you trust it.",
            url=url,
        )
    if status in {401, 403}:
        return ModelError(
            "{url} does not accept the key (answer {status})",
            hint="Put a valid key into the environment variable {key_variable}.",
            url=url,
            status=status,
            key_variable=settings.key_variable,
        )
    if status == 404:
        return ModelError(
            "{url} is not found, or has no model {name!r}",
            hint="The address should end in /v1 for most servers; check the model's name.",
            url=url,
            name=settings.name,
        )
    if status == 429:
        return _too_many(url, response.headers.get("retry-after", ""))
    error = ModelError("{url} answers {status}", hint=_RULES, url=url, status=status)
    return _AgainError(error) if status >= 500 or status == 408 else error


def _too_many(url: str, after: str) -> ModelError | _AgainError:
    """Wait as long as the server asks for, if that is not too long."""
    wait = float(after) if after.isascii() and after.isdigit() and len(after) < 8 else None
    error = ModelError(
        "{url} has had too many questions (answer 429)"
        if wait is None
        else "{url} has had too many questions (answer 429); it asks to wait {wait:g} s",
        hint="Try again later. {rules}",
        url=url,
        wait=wait or 0,
        rules=Said(_RULES),
    )
    return error if wait is not None and wait > _LONGEST_WAIT else _AgainError(error, wait)
