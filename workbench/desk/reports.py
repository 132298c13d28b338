"""The record as a report says it, in the words of the report's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from workbench import __version__
from workbench.desk import ratings, telling
from workbench.desk.articles import Articles
from workbench.desk.claims import ClaimFilter, Claims
from workbench.desk.session import Session
from workbench.desk.views import (
    AppearanceView,
    ArticleView,
    ClaimView,
    Decision,
    EvidenceView,
    HistoryEntry,
    MatchView,
    Stance,
    VerdictView,
)
from workbench.desk.words import say
from workbench.errors import InvalidInputError
from workbench.language.packs import load
from workbench.records import journal
from workbench.reports.view import (
    ReportAppearance,
    ReportArticle,
    ReportClaim,
    ReportEvent,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
    ReportView,
    Wording,
)


class Reports:
    """Verification reports."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._articles = Articles(session)
        self._claims = Claims(session)

    def article(self, article_id: int, *, language: str = "en") -> ReportView:
        """The report of an article: its claims in the order of the text, but those set aside.

        Raises:
            NotFoundError: there is no such article.
        """
        with self._session.db.snapshot():
            article = self._articles.get(article_id)
            ids = self._claims.ids(ClaimFilter(article_id=article_id))
            return self._view(article.title or article.url, [article], ids, language)

    def claims(self, claim_ids: Sequence[int], *, language: str = "en") -> ReportView:
        """The report of chosen claims, in the order given, with the articles they stand in.

        Raises:
            NotFoundError: there is no such claim.
            InvalidInputError: no claim is chosen.
        """
        if not claim_ids:
            raise InvalidInputError("no claim is chosen", hint="Choose at least one.")
        with self._session.db.snapshot():
            views = [self._claims.get(claim_id) for claim_id in claim_ids]
            places = [place.article_id for view in views for place in view.appearances]
            articles = [self._articles.get(each) for each in dict.fromkeys(places) if each]
            title = views[0].text if len(views) == 1 else articles[0].title if articles else ""
            return self._view(title, articles, claim_ids, language)

    def _view(
        self, title: str, articles: Sequence[ArticleView], ids: Sequence[int], language: str
    ) -> ReportView:
        numbers = {article.id: number for number, article in enumerate(articles, 1)}
        head = next(iter(journal.latest(self._session.db, 1)), None)
        teller = _Teller(language, numbers)
        return ReportView(
            title=title,
            title_direction=direction_of(title),
            language=language,
            direction=_direction(language),
            changed=head["at"] if head else "",
            as_of=_moment(datetime.fromisoformat(head["at"])) if head else "",
            articles=tuple(_article(each, numbers[each.id]) for each in articles),
            claims=tuple(
                teller.claim(self._claims.get(each), self._claims.history(each)) for each in ids
            ),
            journal_entry=head["id"] if head else 0,
            journal_hash=head["hash"] if head else "",
            program=f"workbench {__version__}",
        )


class _Teller:
    """Says a claim's record in one language."""

    def __init__(self, language: str, articles: dict[int, int]) -> None:
        self._language = language
        self._articles = articles

    def claim(self, view: ClaimView, history: Sequence[HistoryEntry]) -> ReportClaim:
        by_stance = {
            stance: tuple(self._evidence(each) for each in view.evidence if each.stance is stance)
            for stance in Stance
        }
        verdicts = [self._verdict(each) for each in view.verdicts if not each.in_force]
        return ReportClaim(
            id=view.id,
            uid=view.uid,
            wording=_wording(view.text, view.language, denied=view.denied),
            original=_wording(view.original, view.language, denied=_framed(view)),
            translation=view.translation,
            translator=view.translator,
            claimant=view.claimant,
            state=self._say(f"state.{view.state}"),
            state_reason=view.state_reason,
            facets=tuple(telling.facets(view, self._language)),
            worth=view.worth,
            worth_reasons=tuple(self._say(f"worth.{reason}") for reason in view.worth_reasons),
            appearances=tuple(self._appearance(each, view.language) for each in view.appearances),
            verdict=self._verdict(view.verdict) if view.verdict else None,
            earlier_verdicts=tuple(verdicts),
            supporting=by_stance[Stance.SUPPORTS],
            refuting=by_stance[Stance.REFUTES],
            context=by_stance[Stance.CONTEXT],
            matches=tuple(
                self._match(each, view.id)
                for each in view.matches
                if each.decision is not Decision.REJECTED
            ),
            history=tuple(self._event(each) for each in reversed(history)),
            denied=view.denied,
        )

    def _say(self, key: str) -> str:
        return say(key, self._language)

    def _appearance(self, view: AppearanceView, language: str) -> ReportAppearance:
        chain = tuple(speaker.name for speaker in view.attribution.chain)
        return ReportAppearance(
            article=self._articles.get(view.article_id or 0, 0),
            title=view.article_title,
            url=view.url,
            published=view.published,
            segments=view.segments,
            quote=_wording(
                view.quote, language, denied=telling.denies(view.attribution, view.facets)
            ),
            claimant=chain[0] if chain else "",
            chain=chain,
        )

    def _evidence(self, view: EvidenceView) -> ReportEvidence:
        return ReportEvidence(
            source=view.source_title or view.source_url,
            publisher=view.publisher,
            kind=self._say(f"source_kind.{view.source_kind}"),
            url=view.source_url,
            published="",
            accessed=view.accessed,
            quote=view.quote,
            direction=direction_of(view.quote),
            locator=view.locator,
            note=view.note,
            by=view.by,
            retracted=view.retraction_reason if view.retracted else "",
        )

    def _verdict(self, view: VerdictView) -> ReportVerdict:
        status = "in_force" if view.in_force else "withdrawn" if view.withdrawn else "superseded"
        return ReportVerdict(
            rating=view.rating,
            label=view.label or ratings.load(view.scale).get(view.rating).label(self._language),
            explanation=view.explanation,
            direction=direction_of(view.explanation),
            holds=view.holds,
            known_at=view.known_at,
            by=view.by,
            reviewer=view.reviewer,
            at=_moment(view.at),
            reason=view.reason,
            status=self._say(f"verdict_status.{status}"),
        )

    def _match(self, view: MatchView, claim_id: int) -> ReportMatch:
        turned = view.other_id == claim_id
        other = view.text if turned else view.other_text
        denied = view.denied if turned else view.other_denied
        rating = "" if turned else view.other_rating
        return ReportMatch(
            relation=self._say(f"relation.{view.relation}"),
            why=telling.why(view, self._language, turned=turned),
            other=_wording(other, view.language if turned else view.other_language, denied=denied),
            other_claim=view.claim_id if turned else view.other_id,
            other_label=ratings.load().get(rating).label(self._language) if rating else "",
            decision=self._say(f"decision.{view.decision}"),
            decided_by=view.decided_by,
        )

    def _event(self, entry: HistoryEntry) -> ReportEvent:
        return ReportEvent(
            at=_moment(entry.at),
            by=entry.by,
            what=self._say(f"action.{entry.action}"),
            why=entry.why,
        )


def direction_of(text: str) -> str:
    """The direction of the first letter that has one: ``rtl`` or ``ltr``."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _direction(language: str) -> str:
    try:
        return load(language).language.direction
    except InvalidInputError:
        return "ltr"


def _framed(view: ClaimView) -> bool:
    """Whether the original was denied, whatever the wording now says."""
    place = next(iter(view.appearances), None)
    return telling.denies(place.attribution, place.facets) if place else view.denied


def _wording(text: str, language: str, *, denied: bool = False) -> Wording:
    return Wording(text, language, direction_of(text), telling.denial(language) if denied else "")


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _article(view: ArticleView, number: int) -> ReportArticle:
    return ReportArticle(
        number=number,
        title=view.title,
        publisher=view.publisher,
        author=view.author,
        url=view.url,
        published=view.published,
        provenance=view.published_provenance,
        added=f"{_moment(view.added)}, {view.added_by}",
        sha256=view.sha256,
        text=view.text,
        language=view.language,
        direction=direction_of(view.text),
    )
