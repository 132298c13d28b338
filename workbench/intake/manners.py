"""Manners on the web: ask a site's ``robots.txt``, and do not press a host."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from workbench.errors import InvalidInputError
from workbench.intake.fetch import AGENT, Answer, Limits, visit

_PAUSE = 1.0
"""Seconds between two visits to one host."""
_LONGEST_PAUSE = 10.0
"""Seconds at most, whatever a ``Crawl-delay`` says."""
_ROBOTS = 500_000
"""Bytes of a ``robots.txt`` that are read (RFC 9309, 2.5)."""

_SHUT = "User-agent: *\nDisallow: /"


class RobotsRefuseError(InvalidInputError):
    """The site asks programs not to visit this address."""


class Visitor:
    """Visits pages one after the other, as a guest.

    Args:
        limits: of every visit.
        heed_robots: ask ``robots.txt`` first; not for a page that a person asks for by hand.
        wait: how to let seconds pass.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        heed_robots: bool = True,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits
        self._heed = heed_robots
        self._wait = wait
        self._clock = clock
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def visit(self, url: str) -> Answer:
        """What the server answers.

        Raises:
            RobotsRefuseError: the site asks programs not to come here.
            InvalidInputError: as for `fetch.visit`.
        """
        pause = _PAUSE
        if self._heed:
            robots = self._rules(url)
            if not robots.can_fetch(AGENT, url):
                raise RobotsRefuseError(
                    "{netloc} asks programs not to visit {url} (robots.txt)",
                    hint="--ignore-robots visits it as a person's browser would; "
                    "or save the page from a browser and add the file.",
                    netloc=urlsplit(url).netloc,
                    url=url,
                )
            pause = min(max(_PAUSE, float(robots.crawl_delay(AGENT) or 0)), _LONGEST_PAUSE)
        return self._ask(url, self._limits, pause)

    def _ask(self, url: str, limits: Limits, pause: float) -> Answer:
        host = urlsplit(url).netloc
        since = self._clock() - self._last.get(host, float("-inf"))
        if since < pause:
            self._wait(pause - since)
        try:
            return visit(url, limits)
        finally:
            self._last[host] = self._clock()

    def _rules(self, url: str) -> RobotFileParser:
        """The site's rules: none where it has no such file, all shut where it cannot say
        (RFC 9309, 2.3.1)."""
        parts = urlsplit(url)
        site = urlunsplit((parts.scheme, parts.netloc, "", "", ""))
        if site not in self._robots:
            rules = RobotFileParser()
            answer = visit(f"{site}/robots.txt", self._limits)
            text = answer.body[:_ROBOTS].decode("utf-8", errors="replace")
            if answer.status >= 400:
                text = _SHUT if answer.status >= 500 else ""
            rules.parse(text.splitlines())
            self._robots[site] = rules
        return self._robots[site]
