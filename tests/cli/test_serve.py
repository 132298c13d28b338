"""`workbench serve`: the desk in a browser, and who is let in."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path

import aiohttp
import pytest

from tests.cli.real import Real
from workbench.cli.serving import PAGE, Door


@pytest.mark.parametrize(
    ("host", "origin", "key", "admitted"),
    [
        ("127.0.0.1:8321", None, "right", True),
        ("localhost:8321", "http://localhost:8321", "right", True),
        ("127.0.0.1:8321", None, "wrong", False),
        ("127.0.0.1:8321", None, "", False),
        ("127.0.0.1:8321", "https://news.example", "right", False),
        ("127.0.0.1:8321", "null", "right", False),
        ("127.0.0.1:8321", "http://127.0.0.1:9999", "right", False),
        ("rebound.example:8321", "http://rebound.example:8321", "right", False),
    ],
)
def test_only_who_has_the_key_and_comes_from_here_is_let_in(host, origin, key, admitted):
    assert Door("127.0.0.1", 8321, key="right").admits(host, origin, key) is admitted


def test_a_named_host_is_known_to_be_open_to_others():
    assert not Door("0.0.0.0", 8321).loopback
    assert Door("::1", 8321).loopback


def test_the_page_loads_nothing_from_elsewhere():
    loaded = re.findall(r"""(?:src|href)="([^"]*)"|url\("([^"]*)"\)""", PAGE.read_text())
    assert loaded
    assert all(re.match(r"/(?!/)|data:", one or other) for one, other in loaded)


def test_the_desk_starts_in_a_session_and_all_ends_with_ctrl_c(tmp_path: Path):
    process = Real(tmp_path).start("serve", "--port", "0")
    assert process.stdout is not None
    try:
        address = process.stdout.readline().decode().strip()
        status = asyncio.run(_visit(address))
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=40)[1].decode()
    finally:
        process.kill()
    assert status == 403
    assert process.returncode == 130
    assert "Traceback" not in err


async def _visit(address: str) -> int:
    """Wait until the desk is drawn for us; what a stranger's request gets."""
    root = address.partition("?")[0]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
        stranger = (await browser.get(root)).status
        assert (await browser.get(address)).status == 200
        drawn = b""
        async with asyncio.timeout(40), browser.ws_connect(f"{root}ws?width=90&height=30") as desk:
            while b"Workbench" not in drawn or b"Add article" not in drawn:
                message = await desk.receive()
                assert message.type == aiohttp.WSMsgType.BINARY, message
                drawn += message.data
        return stranger
