"""Verification reports: of an article, of chosen claims, of what was rated in a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.desk.checking import corrections, gate
from workbench.desk.claims.articles import Articles
from workbench.desk.claims.claims import ClaimFilter, Claims
from workbench.desk.facets import telling
from workbench.desk.facets.figures import Figures
from workbench.desk.facets.series import series
from workbench.desk.reporting import reporting
from workbench.desk.session import Session
from workbench.desk.views import ArticleView, ClaimView
from workbench.errors import InvalidInputError
from workbench.records import journal
from workbench.records.queries import reports as rest
from workbench.reports.view import ReportClaim, ReportCorrection, ReportView
from workbench.reports.words import words

if TYPE_CHECKING:
    from workbench.desk.reporting.sealing import Held


class Reports:
    """Verification reports. The same record gives the same report, whenever it is made."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._articles = Articles(session)
        self._claims = Claims(session)
        self._figures = Figures(session)

    def article(self, article_id: int, *, language: str = "en") -> ReportView:
        """The report of an article: its claims in the order of the text, but those set aside.

        Raises:
            NotFoundError: there is no such article.
        """
        with self._session.db.snapshot():
            article = self._articles.get(article_id)
            ids = self._claims.ids(ClaimFilter(article_id=article_id))
            views = [self._claims.get(each) for each in ids]
            title = article.title or article.url
            return self._view(title, [article], views, language, f"article {article_id}")

    def claims(self, claim_ids: Sequence[int], *, language: str = "en") -> ReportView:
        """The report of chosen claims, in the order given, with the articles they stand in.

        Raises:
            NotFoundError: there is no such claim.
            InvalidInputError: no claim is chosen.
        """
        if not claim_ids:
            raise InvalidInputError("no claim is chosen", hint="Choose at least one.")
        with self._session.db.snapshot():
            views = [self._claims.get(claim_id) for claim_id in dict.fromkeys(claim_ids)]
            articles = self._of(views)
            title = _named(views, articles) or f"{words(language)['claims']}: {len(views)}"
            asked = "claim " + " ".join(str(view.id) for view in views)
            return self._view(title, articles, views, language, asked)

    def period(self, since: date | None, until: date | None, *, language: str = "en") -> ReportView:
        """The report of all claims that were rated, or whose verdict was withdrawn, in a time.

        Args:
            since: the first day, in UTC; from the beginning where there is none.
            until: the last day; until now where there is none.
            language: of the report's own words.

        Raises:
            InvalidInputError: the time ends before it begins, or has no end at all.
        """
        if since is None and until is None:
            raise InvalidInputError("a time needs a beginning or an end", hint="Give one day.")
        if since and until and until < since:
            raise InvalidInputError(
                "{until} is before {since}",
                hint="Give the earlier day first.",
                until=until,
                since=since,
            )
        after = (until + timedelta(days=1)).isoformat() if until else ""
        asked = " ".join(
            f"{word} {day}" for word, day in (("since", since), ("until", until)) if day
        )
        with self._session.db.snapshot():
            first = since.isoformat() if since else ""
            ids = rest.rated_between(self._session.db, first, after)
            views = [self._claims.get(claim_id) for claim_id in ids]
            title = reporting.rated(since, until, language)
            return self._view(title, self._of(views), views, language, asked)

    def hold(self, data: bytes, file: str, templates: Path | None = None) -> Held:
        """Hold a report against the record that it was made from; see `sealing`.

        Args:
            data: the report.
            file: its name, whose ending tells the format.
            templates: the folder that its templates came from, where it was not ours.

        Raises:
            InvalidInputError: it is no report of ours.
        """
        from workbench.desk.reporting.sealing import hold  # noqa: PLC0415 (one command needs it)

        with self._session.db.snapshot():
            return hold(self._session, self, data, file, templates)

    def direction(self, language: str) -> str:
        """The direction of a report's own words: ``ltr`` or ``rtl``."""
        return reporting.language_direction(language) or "ltr"

    def _of(self, views: Sequence[ClaimView]) -> list[ArticleView]:
        """The articles that claims stand in."""
        places = [place.article_id for view in views for place in view.appearances]
        return [self._articles.get(each) for each in dict.fromkeys(places) if each]

    def _view(
        self,
        title: str,
        articles: Sequence[ArticleView],
        views: Sequence[ClaimView],
        language: str,
        asked: str,
    ) -> ReportView:
        numbers = {article.id: number for number, article in enumerate(articles, 1)}
        head = next(iter(journal.latest(self._session.db, 1)), None)
        teller = reporting.Teller(language, numbers, self._session.scales)
        return ReportView(
            title=title,
            title_direction=reporting.direction_of(title),
            language=language,
            direction=reporting.language_direction(language) or "ltr",
            as_of=reporting.moment(datetime.fromisoformat(head["at"])) if head else "",
            changed=head["at"] if head else "",
            articles=tuple(
                reporting.article(each, numbers[each.id], language) for each in articles
            ),
            claims=tuple(self._claim(teller, view) for view in views),
            series=tuple(series(self._figures, views, language)),
            corrections=tuple(self._corrections(teller, views)),
            journal_entry=head["id"] if head else 0,
            journal_hash=head["hash"] if head else "",
            program=f"workbench {__version__}",
            asked=asked,
        )

    def _claim(self, teller: reporting.Teller, view: ClaimView) -> ReportClaim:
        session = self._session
        return teller.claim(
            view,
            self._claims.history(view.id),
            gate.check(session, view.id, view) if view.verdict else None,
            rest.kept(session.db, view.id) if view.evidence else {},
        )

    def _corrections(
        self, teller: reporting.Teller, views: Sequence[ClaimView]
    ) -> list[ReportCorrection]:
        changed = [view.id for view in views if any(not each.in_force for each in view.verdicts)]
        lines = [line for each in changed for line in corrections.ledger(self._session.db, each)]
        return [teller.correction(line) for line in sorted(lines, key=lambda line: line.at)]


def _named(views: Sequence[ClaimView], articles: Sequence[ArticleView]) -> str:
    """What a report of these claims is called: by the only one, or by the article of them all."""
    if len(views) == 1:
        view = views[0]
        return telling.wording(view.text, view.language, denied=view.denied)
    stand = [{place.article_id for place in view.appearances} for view in views]
    return next((each.title for each in articles if all(each.id in ids for ids in stand)), "")
