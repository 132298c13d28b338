"""Templates with the report's words at hand, and text cut where claims stand in it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.reports.view import ReportClaim, ReportView
from workbench.reports.words import words

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article and the ids of the claims that stand in it."""

    text: str
    claims: tuple[int, ...]


def stretches(text: str, number: int, claims: Iterable[ReportClaim]) -> list[Stretch]:
    """Article ``number``'s text, cut wherever a claim's segment starts or ends."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for claim in claims:
        for appearance in claim.appearances:
            if appearance.article == number:
                for segment in appearance.segments:
                    starts.setdefault(segment.start, []).append(claim.id)
                    ends.setdefault(segment.end, []).append(claim.id)
    cuts = sorted({0, len(text), *starts, *ends})
    found, open_claims = [], list[int]()
    for start, end in itertools.pairwise(cuts):
        for claim_id in ends.get(start, ()):
            open_claims.remove(claim_id)
        open_claims += starts.get(start, ())
        found.append(Stretch(text[start:end], tuple(dict.fromkeys(open_claims))))
    return found


def fill(template: str, view: ReportView, *, escape: bool, **helpers: Callable[..., object]) -> str:
    """The template of that name, filled; with ``escape`` all text is made safe for HTML."""
    import jinja2  # noqa: PLC0415 (only reports need it)

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("workbench.reports"),
        autoescape=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(stretches=stretches, **helpers)
    filled = environment.get_template(template).render(report=view, w=words(view.language))
    return filled.strip() + "\n"
