"""The static site of published verdicts, written into a folder of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard

import msgspec

from workbench.desk.checking import corrections
from workbench.desk.claims.claims import ClaimFilter, Claims
from workbench.desk.exchange.exporting import records
from workbench.desk.exchange.going_out import for_readers
from workbench.desk.files import write_whole
from workbench.desk.reporting.reports import Reports
from workbench.desk.session import Session
from workbench.desk.states import ClaimState, Decision
from workbench.errors import InvalidInputError, system_reason
from workbench.exchange.reviews.claimreview import ClaimReview
from workbench.exchange.reviews.claimreview_out import review_of
from workbench.exchange.reviews.feeds import Atom
from workbench.exchange.reviews.publisher import Publisher
from workbench.exchange.types import AnyRecord, ClaimRecord
from workbench.records.queries import claims
from workbench.reports.site import Site, SitePage, files, path_of, public
from workbench.reports.view import ReportView

_LIST = ".workbench-site"
"""In the folder: the files that were written there, so that what is no longer published goes."""
_CONTEXT = "https://schema.org"


class SiteWriter:
    """Writes the site; a claim that is not published is nowhere in it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._claims = Claims(session)
        self._reports = Reports(session)

    def write(
        self,
        folder: str | Path,
        *,
        publisher: Publisher | None = None,
        language: str = "en",
        templates: Path | None = None,
    ) -> int:
        """Write index, pages, feed and ClaimReviews, and say how many claims are published.

        Args:
            folder: an empty one, or one that this wrote before; its pages of claims that are no
                longer published are removed.
            publisher: the newsroom.
            language: of the pages' own words.
            templates: a folder whose templates come before ours.

        Raises:
            InvalidInputError: the folder holds something else, or cannot be written.
        """
        target = Path(folder)
        before = _written(target)
        publisher = replace(publisher or Publisher(), page=path_of)
        with self._session.db.snapshot():
            site = self._site(publisher, language)
        made = files(site, templates)
        _write(target, made, before)
        return len(site.pages)

    def _site(self, publisher: Publisher, language: str) -> Site:
        listed = self._claims.rows(self._claims.ids(ClaimFilter(state=ClaimState.PUBLISHED)))
        ids = [row.id for row in listed if row.rating]
        database = self._session.db
        found = for_readers(records(database, ids), database, ids)
        taken = [self._out(each) for each in found if _is_claim(each)]
        view = self._reports.claims(ids, language=language) if ids else None
        feed, reviews = io.StringIO(), io.StringIO()
        for format_, stream in ((Atom(frozenset()), feed), (ClaimReview(frozenset()), reviews)):
            format_.publisher = publisher
            format_.write(taken, stream)
        return Site(
            title=publisher.name,
            language=language,
            direction=self._reports.direction(language),
            as_of=view.as_of if view else "",
            program=view.program if view else "",
            pages=self._pages(view, taken, publisher) if view else (),
            feed=feed.getvalue().encode(),
            reviews=reviews.getvalue().encode(),
        )

    def _out(self, record: ClaimRecord) -> ClaimRecord:
        """The claim without verdicts, and reasons for one, that were never out."""
        row = claims.by_uid(self._session.db, record.uid)
        assert row is not None
        claim_id = row["id"]
        lines = [each for each in corrections.ledger(self._session.db, claim_id) if each.published]
        was_out, changed = {each.before_at for each in lines}, {each.at for each in lines}
        return msgspec.structs.replace(
            record,
            verdicts=tuple(
                each if each.set_at in changed else msgspec.structs.replace(each, reason="")
                for each in record.verdicts
                if each.in_force or each.set_at in was_out
            ),
        )

    def _pages(
        self, view: ReportView, taken: Sequence[ClaimRecord], publisher: Publisher
    ) -> tuple[SitePage, ...]:
        by_uid = {record.uid: record for record in taken}
        paths = {claim.id: path_of(claim.uid) for claim in view.claims}
        pages = []
        for claim in view.claims:
            out = tuple(
                line for line in view.corrections if line.claim == claim.id and line.published
            )
            confirmed = self._confirmed(claim.id)
            related = tuple(
                (paths[match.other_claim], replace(match, decided_by=""))
                for match in claim.matches
                if match.other_claim in paths and match.other_claim in confirmed
            )
            review = review_of(by_uid[claim.uid], publisher) or {}
            pages.append(
                SitePage(
                    path=paths[claim.id],
                    address=publisher.address(claim.uid),
                    claim=public(claim),
                    review={"@context": _CONTEXT, **review},
                    corrections=out,
                    related=related,
                )
            )
        return tuple(sorted(pages, key=_newest_first))

    def _confirmed(self, claim_id: int) -> set[int]:
        matches = self._claims.get(claim_id).matches
        sure = [each for each in matches if each.decision is Decision.CONFIRMED]
        return {each for match in sure for each in (match.claim_id, match.other_id)}


def _is_claim(record: AnyRecord) -> TypeGuard[ClaimRecord]:
    return isinstance(record, ClaimRecord)


def _newest_first(page: SitePage) -> tuple[int, str]:
    verdict = page.claim.verdict
    digits = "".join(filter(str.isdecimal, verdict.at)) if verdict else "0"
    return -int(digits or 0), page.path


def _written(folder: Path) -> list[str]:
    """The files that were written into a folder before.

    Raises:
        InvalidInputError: it holds something that this did not write.
    """
    if folder.exists() and not folder.is_dir():
        raise InvalidInputError("{folder} is a file", hint="Name a folder.", folder=folder)
    listed = folder / _LIST
    if listed.is_file():
        return listed.read_text(encoding="utf-8").split("\n")
    if folder.is_dir() and any(folder.iterdir()):
        raise InvalidInputError(
            "{folder} holds files that are no site of this program",
            hint="Name an empty folder, or one that does not exist.",
            folder=folder,
        )
    return []


def _write(folder: Path, made: dict[str, bytes], before: Sequence[str]) -> None:
    try:
        (folder / "claims").mkdir(parents=True, exist_ok=True)
        write_whole(folder / _LIST, "\n".join(sorted({*made, *filter(None, before)})).encode())
        for name in before:
            is_page = name.startswith("claims/") and name.count("/") == 1
            if name not in made and is_page:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise InvalidInputError(
            "{folder} cannot be written: {reason}",
            hint="Check the folder and its permissions.",
            folder=folder,
            reason=system_reason(error),
        ) from error
    for name, content in made.items():
        write_whole(folder / name, content)
    write_whole(folder / _LIST, "\n".join(sorted(made)).encode())
