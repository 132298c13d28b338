"""Published verdicts as a folder of plain pages: an index, a page a claim, nothing to serve.

A page is given only what may be read by everybody: `public` takes out the rest before any
template sees it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from workbench.digests import digest, sha256_of
from workbench.reports.html import link
from workbench.reports.templating import Templates
from workbench.reports.view import ReportClaim, ReportCorrection, ReportMatch
from workbench.reports.words import words

_PLAIN_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class SitePage:
    """A published claim."""

    path: str
    address: str
    """Where the page will be, if the newsroom says where its site is."""
    claim: ReportClaim
    review: Mapping[str, object]
    """Its ClaimReview."""
    corrections: tuple[ReportCorrection, ...] = ()
    """Of verdicts that had been published."""
    related: tuple[tuple[str, ReportMatch], ...] = ()
    """Paths of published claims that a person confirmed to be related, and how."""

    @property
    def json_ld(self) -> object:
        """The ClaimReview as it may stand in a page: nothing in it can end the element."""
        from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja)

        text = msgspec.json.encode(self.review).decode()
        for char in "<>&\u2028\u2029":
            text = text.replace(char, f"\\u{ord(char):04x}")
        return Markup(text)  # noqa: S704


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, and what stands at the top of them."""

    title: str
    language: str
    direction: str
    as_of: str
    program: str
    pages: tuple[SitePage, ...]
    feed: bytes
    reviews: bytes


def path_of(uid: str) -> str:
    """The page of a claim; an identity that is no plain name is never part of a path."""
    plain = _PLAIN_NAME.fullmatch(uid)
    name = uid if plain else sha256_of(uid)[:32]
    return f"claims/{name}.html"


def public(claim: ReportClaim) -> ReportClaim:
    """A claim without what is the newsroom's own: history, checklist, worth, what was not out."""
    return replace(
        claim,
        state_reason="",
        worth=0.0,
        worth_reasons=(),
        earlier_verdicts=(),
        matches=(),
        history=(),
        checklist=(),
        override="",
        supporting=tuple(replace(each, by="") for each in claim.supporting),
        refuting=tuple(replace(each, by="") for each in claim.refuting),
        context=tuple(replace(each, by="") for each in claim.context),
    )


def files(site: Site, templates: Path | None = None) -> dict[str, bytes]:
    """Path → content, everything that belongs in the folder.

    Raises:
        InvalidInputError: a template is broken.
    """
    from markupsafe import Markup  # noqa: PLC0415

    ours = Templates(templates)
    script = ours.source("site.js")
    content = digest()
    content.update(script.encode())
    allowed = base64.b64encode(content.digest()).decode()
    known: dict[str, object] = {"site": site, "w": words(site.language), "link": link}
    index = ours.filled(
        "site_index.html",
        script=Markup(script),  # noqa: S704 (a template's own)
        script_hash=f"sha256-{allowed}",
        **known,
    )
    return {
        "index.html": index.encode(),
        "feed.atom": site.feed,
        "claimreview.jsonld": site.reviews,
        **_claims(ours, site.pages, known),
    }


def _claims(
    ours: Templates, pages: Sequence[SitePage], known: Mapping[str, object]
) -> dict[str, bytes]:
    return {
        page.path: ours.filled("site_claim.html", page=page, **known).encode() for page in pages
    }
