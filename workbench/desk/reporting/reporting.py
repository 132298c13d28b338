"""One claim's record as a report says it, in the words of the report's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from msgspec import structs

from workbench.desk.checking import ratings
from workbench.desk.checking.corrections import Correction
from workbench.desk.checking.gate import Gate
from workbench.desk.facets import telling
from workbench.desk.states import ClaimState, Decision, Stance
from workbench.desk.views import (
    AppearanceView,
    ArticleView,
    ClaimView,
    EvidenceView,
    HistoryEntry,
    MatchView,
    VerdictView,
)
from workbench.desk.words import say
from workbench.errors import InvalidInputError
from workbench.language.packs import load
from workbench.records.sqlite import Row
from workbench.reports.view import (
    ReportAppearance,
    ReportArticle,
    ReportCheck,
    ReportClaim,
    ReportCorrection,
    ReportEvent,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
    Wording,
)
from workbench.reports.words import words

_DOT = " · "
"""What `telling` puts between the words of a text and what they were read as."""
_MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
MOST_MATCHES = 6
"""Matches told of one claim, confirmed ones first; the others are counted."""


_DONE_WITH_ANOTHER = {
    *("article added", "article dated", "claims imported", "source edited", "source retracted"),
    *("evidence linked", "evidence retracted", "snapshot kept", "source checked"),
}
"""Acts that are told of a claim and named after an article, a file or a source."""


class Teller:
    """Says a claim's record in one language."""

    def __init__(self, language: str, articles: dict[int, int], scales: Path | None = None) -> None:
        self._language = language
        self._scales = scales
        self._articles = articles

    def claim(
        self,
        view: ClaimView,
        history: Sequence[HistoryEntry],
        gate: Gate | None,
        kept: Mapping[int, Row],
    ) -> ReportClaim:
        """A claim with all that its verdict rests on.

        Args:
            view: the claim.
            history: newest first.
            gate: how it stands at the gate; nothing where no verdict is in force.
            kept: evidence → hash and moment of what was kept of its source.
        """
        by_stance = {
            stance: tuple(
                self._evidence(each, view.evidence, kept.get(each.id))
                for each in view.evidence
                if each.stance is stance
            )
            for stance in Stance
        }
        verdicts = [self._verdict(each) for each in view.verdicts if not each.in_force]
        shown = [each for each in view.matches if each.decision is not Decision.REJECTED]
        shown.sort(key=lambda each: (each.decision is not Decision.CONFIRMED, -each.probability))
        return ReportClaim(
            id=view.id,
            uid=view.uid,
            wording=_wording(view.text, view.language, denied=view.denied),
            original=_wording(view.original, view.language, denied=_framed(view)),
            translation=view.translation,
            translator=view.translator,
            claimant=view.claimant,
            said=view.said,
            state=self._say(f"state.{view.state}"),
            state_reason=view.state_reason,
            facets=tuple(
                (label, _DOT.join(map(self._apart, value.split(_DOT))))
                for label, value in telling.facets(view, self._language)
            ),
            worth=view.worth,
            worth_reasons=tuple(self._say(f"worth.{reason}") for reason in view.worth_reasons),
            appearances=tuple(self._appearance(each, view.language) for each in view.appearances),
            verdict=self._verdict(view.verdict) if view.verdict else None,
            earlier_verdicts=tuple(verdicts),
            supporting=by_stance[Stance.SUPPORTS],
            refuting=by_stance[Stance.REFUTES],
            context=by_stance[Stance.CONTEXT],
            matches=tuple(self._match(each, view.id) for each in shown[:MOST_MATCHES]),
            more_matches=max(0, len(shown) - MOST_MATCHES),
            history=tuple(self._event(each) for each in reversed(history)),
            denied=view.denied,
            unnamed=view.is_unnamed,
            proposed_by=view.proposed_by,
            checklist=self._checklist(gate) if gate else (),
            override=self._override(view, gate) if gate else "",
        )

    def correction(self, line: Correction) -> ReportCorrection:
        """A line of the correction ledger."""
        return ReportCorrection(
            claim=line.claim_id,
            kind=self._say(f"correction.{line.kind}"),
            before=self._label(line.before_label, line.before),
            after=self._label(line.after_label, line.after) if line.after else "",
            at=moment(datetime.fromisoformat(line.at)),
            by=line.by,
            reason=line.reason,
            published=self._say("correction.was_published") if line.published else "",
        )

    def _checklist(self, gate: Gate) -> tuple[ReportCheck, ...]:
        return tuple(
            ReportCheck(
                point=finding.title(self._language),
                found=finding.says(self._language, self._apart),
                met=finding.met,
                required=finding.required,
            )
            for finding in gate.findings
        )

    def _override(self, view: ClaimView, gate: Gate) -> str:
        step = gate.override
        if step is None or view.state is not ClaimState.PUBLISHED:
            return ""
        comma = self._say("list.comma")
        note, by = self._apart(step.note), self._apart(step.by)
        return f"{self._say('step.override')}: {note} ({by}{comma}{step.at:%Y-%m-%d})"

    def _rating(self, key: str) -> str:
        return ratings.load().get(key).label(self._language)

    def _label(self, label: str, rating: str) -> str:
        return telling.verdict_label(label, rating, self._language)

    def _own_label(self, view: VerdictView) -> str:
        """The label; a word of the verdict's scale in the report's language, others as given."""
        try:
            known = ratings.load(view.scale or "default", self._scales).ratings
        except InvalidInputError:  # the team has put its scale away
            known = ()
        for each in known:
            if each.rating == view.rating and view.label in each.labels.values():
                return each.label(self._language)
        return self._label(view.label, view.rating)

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

    def _evidence(
        self, view: EvidenceView, among: Sequence[EvidenceView], kept: Row | None
    ) -> ReportEvidence:
        first = among[view.group]
        is_titled = view.source_title not in ("", view.source_url)
        return ReportEvidence(
            source=view.source_title if is_titled else view.publisher or view.source_url,
            publisher=view.publisher if is_titled else "",
            kind=self._say(f"source_kind.{view.source_kind}"),
            url=view.source_url,
            published=view.published,
            accessed=view.accessed,
            quote=view.quote,
            direction=direction_of(view.quote),
            locator=view.locator,
            note=view.note,
            by=view.by,
            retracted=view.retraction_reason if view.retracted else "",
            primary=view.primary,
            origin=view.origin,
            interest=view.interest,
            archive_url=view.archive_url,
            sha256=kept["sha256"] if kept else "",
            captured=moment(datetime.fromisoformat(kept["at"])) if kept else "",
            standing=self._say(f"anchor.{view.anchor}") if view.anchor else "",
            circular=self._say(f"circular.{view.circular}") if view.circular else "",
            copy_of="" if first.id == view.id else first.source_title or first.source_url,
        )

    def _verdict(self, view: VerdictView) -> ReportVerdict:
        status = "in_force" if view.in_force else "withdrawn" if view.withdrawn else "superseded"
        label, rating = self._own_label(view), self._rating(view.rating)
        scale = view.label_scale or ("" if view.scale in ("", "default") else view.scale)
        return ReportVerdict(
            rating=view.rating,
            label=label,
            normalised="" if label.casefold() == rating.casefold() else rating,
            given=view.label if view.label != label or view.label_language or scale else "",
            given_language=language_name(view.label_language),
            given_scale=scale,
            explanation=view.explanation,
            direction=direction_of(view.explanation),
            holds=view.holds,
            known_at=view.known_at,
            by=view.by,
            reviewer=view.reviewer,
            at=moment(view.at),
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
            why=telling.why(self._quoting(view), self._language, turned=turned),
            other=_wording(other, view.language if turned else view.other_language, denied=denied),
            other_claim=view.claim_id if turned else view.other_id,
            other_label=self._rating(rating) if rating else "",
            decision=self._say(f"decision.{view.decision}"),
            decided_by=view.decided_by,
        )

    def _quoting(self, view: MatchView) -> MatchView:
        """The match with what its reasons quote kept together in a sentence of the report."""
        reasons = tuple(
            structs.replace(each, here=self._apart(each.here), there=self._apart(each.there))
            if telling.quotes(each)
            else each
            for each in view.reasons
        )
        return structs.replace(view, reasons=reasons)

    def _apart(self, text: str) -> str:
        """Words in a line of the other direction, between marks that keep figures with them."""
        direction, around = direction_of(text), language_direction(self._language) or "ltr"
        if direction == around or not any(map(str.isalpha, text)):
            return text
        before, behind = _MARKS[around] + _MARKS[direction], _MARKS[direction] + _MARKS[around]
        return f"{before}{text}{behind}"

    def _event(self, entry: HistoryEntry) -> ReportEvent:
        """What was done; and with what, or articles that were compared with the claim later would
        read as if its own had been added again."""
        what = self._say(f"action.{entry.action}")
        if entry.action in _DONE_WITH_ANOTHER:
            what = f"{what}: {self._apart(entry.summary)}"
        return ReportEvent(at=moment(entry.at), by=entry.by, what=what, why=entry.why)


def rated(since: date | None, until: date | None, language: str) -> str:
    """What a report of all that was rated in a time is called."""
    key = "rated_in" if since and until else "rated_since" if since else "rated_until"
    days = "–".join(dict.fromkeys(day.isoformat() for day in (since, until) if day))
    mark = _MARKS["ltr"] if language_direction(language) == "rtl" else ""
    return f"{words(language)[key]} {mark}{days}{mark}"


def direction_of(text: str, language: str = "") -> str:
    """The direction of a text: of its language, where it has letters of that, else of its first.

    An Arabic sentence that begins with a name in Latin letters is Arabic all the same.
    """
    letters = [
        _STRONG[kind] for char in text if (kind := unicodedata.bidirectional(char)) in _STRONG
    ]
    own = language_direction(language)
    return own if own in letters else next(iter(letters), "ltr")


_STRONG = {"R": "rtl", "AL": "rtl", "L": "ltr"}


@lru_cache(maxsize=64)  # looking for a pack asks the folder each time
def language_direction(language: str) -> str:
    """The direction that a language is written in; nothing where it is not known."""
    try:
        return load(language).language.direction
    except InvalidInputError:
        return ""


@lru_cache(maxsize=64)
def language_name(code: str) -> str:
    """What a language calls itself; its code where we have no pack of it."""
    try:
        return load(code.partition("-")[0]).language.name if code else ""
    except InvalidInputError:
        return code


def _framed(view: ClaimView) -> bool:
    """Whether the original was denied, whatever the wording now says."""
    place = next(iter(view.appearances), None)
    return telling.denies(place.attribution, place.facets) if place else view.denied


def _wording(text: str, language: str, *, denied: bool = False) -> Wording:
    direction = direction_of(text, language)
    return Wording(text, language, direction, telling.denial(language) if denied else "")


def moment(at: datetime) -> str:
    """A moment as readers read it."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def article(view: ArticleView, number: int, language: str) -> ReportArticle:
    """An article, by its number among those of the report, which is in a language."""
    return ReportArticle(
        number=number,
        title=view.title,
        publisher=view.publisher,
        author=view.author,
        url=view.url,
        published=view.published,
        provenance=telling.provenance(view.published_provenance, language),
        added=f"{moment(view.added)}, {view.added_by}",
        sha256=view.sha256,
        text=view.text,
        language=view.language,
        direction=direction_of(view.text, view.language),
    )
