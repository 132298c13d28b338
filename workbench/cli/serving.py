"""The desk in a browser: one page, one socket, and for each visit a desk of its own behind it.

`textual_serve` starts the desk as a process and carries its bytes; page and door are ours. Its
own page loads a font from the network, and it lets anybody in: any web page that is open in the
same browser could type into the desk. So each visit must bring the key that was printed at the
start, and name this server as its host and its origin.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import secrets
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from aiohttp import web
    from aiohttp.typedefs import Middleware
    from textual_serve.server import Server

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

PAGE = Path(__file__).with_name("serving.html")
LEAVE = 10.0
"""Seconds that open desks get to end by themselves."""
HEADERS = {
    "Content-Security-Policy": "default-src 'self' data:; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nothing is loaded from elsewhere, no other page frames the desk, the key is told to nobody."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the desk is served, and who is let in."""

    host: str
    port: int
    key: str = field(default_factory=partial(secrets.token_urlsafe, 24))

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def address(self, port: int) -> str:
        """What a person opens."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{port}/?key={self.key}"

    def admits(self, host: str, origin: str | None, key: str) -> bool:
        """Whether a request may pass.

        Args:
            host: the request's ``Host``: a name that a stranger pointed at this machine is refused.
            origin: its ``Origin``, where it has one: a page from elsewhere is refused.
            key: the key that it brings.
        """
        if self.loopback and host.rsplit(":", 1)[0] not in ("localhost", "127.0.0.1", "[::1]"):
            return False
        if origin is not None and origin.partition("://")[2] != host:
            return False
        return hmac.compare_digest(key.encode(), self.key.encode())


def serve(command: str, door: Door, ready: Callable[[str], None]) -> int:
    """Serve until a signal ends it; the number of that signal.

    Args:
        command: the shell command that starts a desk.
        door: where, and who is let in.
        ready: told the address once it answers.

    Raises:
        WorkbenchError: the port or the host cannot be had.
    """
    return asyncio.run(_serve(command, door, ready))


async def _serve(command: str, door: Door, ready: Callable[[str], None]) -> int:
    from aiohttp import web  # noqa: PLC0415 (200 ms, for this command alone)

    runner = web.AppRunner(_application(command, door), shutdown_timeout=LEAVE, access_log=None)
    await runner.setup()
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, _end, ended, number)
    try:
        await _listen(web.TCPSite(runner, door.host, door.port))
        ready(door.address(runner.addresses[0][1]))
        return await ended
    finally:
        await runner.cleanup()


async def _listen(site: web.TCPSite) -> None:
    try:
        await site.start()
    except OSError as error:
        raise WorkbenchError(
            "the desk cannot be served here: {reason}",
            hint="Choose another port with --port; 0 takes one that is free.",
            reason=error.strerror or error,
        ) from error


def _end(ended: asyncio.Future[int], number: int) -> None:
    if not ended.done():
        ended.set_result(number)


def _application(command: str, door: Door) -> web.Application:
    from aiohttp import web  # noqa: PLC0415
    from textual_serve.server import Server  # noqa: PLC0415

    server = Server(command, host=door.host, port=door.port)
    sessions = _Sessions(server)
    application = web.Application(middlewares=[_guard(door)])
    application.router.add_get("/", _page)
    application.router.add_get("/ws", sessions.run)
    application.router.add_get("/download/{key}", server.handle_download)
    application.router.add_static("/static", server.statics_path)
    application.on_shutdown.append(sessions.end)
    return application


class _Sessions:
    """The desks that are open, each a process that is waited for: none outlives the server."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._sockets: set[web.WebSocketResponse] = set()

    async def run(self, request: web.Request) -> web.StreamResponse:
        """Carry a desk's bytes until its page or its process ends."""
        from aiohttp import web  # noqa: PLC0415
        from textual_serve.app_service import AppService  # noqa: PLC0415

        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        self._sockets.add(socket)

        async def close() -> None:
            await socket.close()

        desk = AppService(
            self._server.command,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=self._server.download_manager,
        )
        try:
            await desk.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._server._process_messages(socket, desk)
        finally:
            self._sockets.discard(socket)
            await desk.stop()
            if desk._process is not None:
                await desk._process.wait()
        return socket

    async def end(self, _: web.Application) -> None:
        """Close every desk, as if its page had been closed."""
        for socket in tuple(self._sockets):
            await socket.close()


def _cells(request: web.Request, name: str, usual: int) -> int:
    given = request.query.get(name, "")
    return min(int(given), 1_000) if given.isdecimal() and int(given) else usual


async def _page(request: web.Request) -> web.StreamResponse:
    from aiohttp import web  # noqa: PLC0415

    return web.Response(text=PAGE.read_text(encoding="utf-8"), content_type="text/html")


def _guard(door: Door) -> Middleware:
    """Asks each visit for the key; a page that brought it may ask for the rest by a cookie."""
    from aiohttp import web  # noqa: PLC0415

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        brought = request.query.get("key", "")
        key = brought or request.cookies.get("workbench", "")
        if not door.admits(request.host, request.headers.get("Origin"), key):
            raise web.HTTPForbidden(text="Open the address that `workbench serve` printed.\n")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
            if brought:
                response.set_cookie("workbench", key, httponly=True, samesite="Strict")
        return response

    return guard
