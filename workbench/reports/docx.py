"""The report as a Word file: right-to-left paragraphs, runs and tables, fonts embedded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from workbench.reports import docx_package
from workbench.reports.docx_pieces import BOLD, CODE, Pieces, linked
from workbench.reports.docx_text import PLAIN, SOFT, Look, characters, paragraph, run
from workbench.reports.plot_picture import png
from workbench.reports.templating import stretches
from workbench.reports.view import (
    ReportAppearance,
    ReportArticle,
    ReportClaim,
    ReportEvidence,
    ReportSeries,
    ReportVerdict,
    ReportView,
    Wording,
)


class DocxReport:
    """Word, with a newsroom's ``report.docx`` as its base where the templates hold one."""

    suffix = ".docx"

    def __init__(self, templates: Path | None = None) -> None:
        base = templates / "report.docx" if templates else None
        self._base = base if base and base.is_file() else None

    def render(self, view: ReportView) -> bytes:
        """A package whose parts carry no date but that of the record.

        Raises:
            InvalidInputError: the newsroom's base is no Word file.
        """
        rtl = view.direction == "rtl"
        document = docx_package.blank(self._base, rtl=rtl, language=view.language)
        body = "".join(_Writer(view, document).parts())
        moment = datetime.fromisoformat(view.changed) if view.changed else datetime(1980, 1, 1)  # noqa: DTZ001
        return docx_package.packed(
            docx_package.filled(document, body),
            title=characters(view.title),
            seal=view.seal,
            program=characters(view.program),
            moment=moment.astimezone(UTC),
            fonts=self._base is None,
        )


class _Writer(Pieces):
    """Says a report as paragraphs and tables."""

    def parts(self) -> Iterator[str]:
        """The body, from top to bottom."""
        view, w = self._view, self._w
        yield self._line(self._run(w["report"], SOFT))
        yield self._wording(Wording(view.title, "", view.title_direction), "Heading1")
        yield self._facts(
            [
                (w["as_of"], self._run(view.as_of)),
                (w["journal"], self._run(str(view.journal_entry))),
                (w["journal_hash"], self._run(view.journal_hash, CODE)),
            ]
        )
        yield from self._glance()
        for article in view.articles:
            yield from self._article(article)
        if view.claims:
            yield self._heading(w["claims"], 2)
        for number, claim in enumerate(view.claims):
            yield from self._claim(claim, is_first=not number)
        yield from self._figures()
        yield from self._corrections()
        yield self._heading(w["method"], 2)
        yield from (self._line(self._run(w[key])) for key in view.method)
        yield self._line(self._run(w["verify_command"], CODE))
        yield self._line(self._run(view.program, SOFT))

    def _glance(self) -> Iterator[str]:
        yield self._heading(self._w["glance"], 2)
        if not self._view.claims:
            yield self._line(self._run(self._w["nothing"], SOFT))
            return
        rows = [
            (
                self._line(self._rating(claim.verdict)),
                self._line(linked(f"claim-{claim.id}", self._said(claim.wording))),
            )
            for claim in self._view.claims
        ]
        yield self._pairs(rows)

    def _article(self, article: ReportArticle) -> Iterator[str]:
        w = self._w
        head = f"{w['article']} {article.number}: {self._apart(article.title)}"
        yield self._heading(head, 2, mark=f"article-{article.number}")
        published = article.published or w["date_unknown"]
        source = (
            f" ({w['provenance']}: {self._apart(article.provenance)})" if article.provenance else ""
        )
        yield self._facts(
            [
                (w["publisher"], self._own(article.publisher)),
                (w["written_by"], self._own(article.author)),
                (w["published"], self._run(published) + self._run(source, SOFT)),
                ("URL", self._address(article.url)),
                (w["added"], self._run(article.added)),
                (w["hash"], self._run(article.sha256, CODE)),
            ]
        )
        rtl = article.direction == "rtl"
        content = ""
        for part in stretches(article.text, article.number, self._view.claims):
            look = Look(fill="FDF0C4") if part.claims else PLAIN
            content += run(part.text, look, rtl=rtl)
            for claim_id in part.claims:
                number = run(f" {claim_id}", Look(raised=True, colour="17509E"), rtl=rtl)
                content += linked(f"claim-{claim_id}", number)
        yield paragraph(content, rtl=rtl)

    def _claim(self, claim: ReportClaim, *, is_first: bool) -> Iterator[str]:
        w = self._w
        head, mark = f"{w['claim']} {claim.id}: ", f"claim-{claim.id}"
        # The heading above the first one has a rule of its own.
        yield self._heading(head, 3, mark=mark, wording=claim.wording, ruled=not is_first)
        yield self._line(self._rating(claim.verdict))
        yield self._facts(self._about(claim))
        for place in claim.appearances:
            if place.quote.text:
                yield self._wording(place.quote, "IntenseQuote")
            yield self._line(self._where(place))
        if claim.verdict:
            yield from self._verdict(claim.verdict)
        for title, items, nothing in (
            (w["supporting"], claim.supporting, w["no_supporting"]),
            (w["refuting"], claim.refuting, w["no_refuting"]),
            (w["context"], claim.context, ""),
        ):
            if items or nothing:
                yield self._heading(title, 4)
                yield from self._evidence(items, nothing)
        yield from self._checklist(claim)
        yield from self._rest(claim)

    def _about(self, claim: ReportClaim) -> list[tuple[str, str]]:
        w = self._w
        state = claim.state + (
            f" ({self._apart(claim.state_reason)})" if claim.state_reason else ""
        )
        reasons = f" ({w['comma'].join(claim.worth_reasons)})" if claim.worth_reasons else ""
        by = f" ({w['by']} {self._apart(claim.translator)})"
        other = claim.original.text != claim.wording.text
        return [
            (
                w["claimant"],
                self._own(claim.claimant or w["unnamed" if claim.unnamed else "outlet"]),
            ),
            (w["said_on"], self._run(claim.said)),
            (w["state"], self._run(state)),
            *((label, self._run(value)) for label, value in claim.facets),
            (w["worth"], self._run(f"{claim.worth:.2f}{reasons}" if claim.worth else "")),
            (w["original"], self._said(claim.original) if other else ""),
            (
                w["translation"],
                self._own(claim.translation) + self._run(by) if claim.translation else "",
            ),
        ]

    def _where(self, place: ReportAppearance) -> str:
        w = self._w
        spans = w["comma"].join(f"{each.start}–{each.end}" for each in place.segments)
        where = (
            f"{w['article']} {place.article}{w['comma']}{w['characters']} {spans}"
            if place.article
            else w["comma"].join(filter(None, (self._apart(place.title), place.published)))
        )
        through = w["then"].join(map(self._apart, place.chain))
        chain = f"{w['semicolon']}{w['chain']}: {through}" if len(place.chain) > 1 else ""
        told = self._run(f"{w['where']}: {where}{chain}", SOFT)
        is_outside = place.url and not place.article
        return told + self._run(" ") + self._address(place.url) if is_outside else told

    def _verdict(self, verdict: ReportVerdict) -> Iterator[str]:
        w = self._w
        yield self._heading(w["explanation"], 4)
        rtl = verdict.direction == "rtl"
        named = f" ({verdict.given_language})" if verdict.given_language else ""
        yield paragraph(run(verdict.explanation, rtl=rtl), rtl=rtl)
        yield self._facts(
            [
                (w["given"], self._own(verdict.given) + self._run(named)),
                (w["scale"], self._run(verdict.given_scale)),
                (w["normalised"], self._run(verdict.normalised)),
                (w["author"], self._own(verdict.by)),
                (w["reviewer"], self._own(verdict.reviewer or w["none"])),
                (w["rated"], self._run(verdict.at)),
                (w["holds"], self._run(verdict.holds)),
                (w["known_at"], self._run(verdict.known_at)),
                (w["reason"], self._own(verdict.reason)),
            ]
        )

    def _evidence(self, items: Sequence[ReportEvidence], nothing: str) -> Iterator[str]:
        if not items and nothing:
            yield self._line(self._run(nothing, SOFT))
        for item in items:
            yield self._line(self._source(item))
            yield from self._weight(item)
            if item.url:
                yield self._line(self._address(item.url))
            if item.quote:
                rtl = item.direction == "rtl"
                locator = run(f" ({item.locator})", SOFT, rtl=rtl) if item.locator else ""
                yield paragraph(run(item.quote, rtl=rtl) + locator, "IntenseQuote", rtl=rtl)
            yield from self._kept(item)

    def _weight(self, item: ReportEvidence) -> Iterator[str]:
        """Why it may bear less than it seems."""
        for label, value in (
            (f"{self._w['retracted']}: ", item.retracted),
            ("", item.circular),
            (f"{self._w['copy_of']}: ", item.copy_of),
        ):
            if value:
                yield self._line(self._run(label + self._apart(value), BOLD))

    def _kept(self, item: ReportEvidence) -> Iterator[str]:
        """What is to be known of it, and where it can be found again."""
        w = self._w
        for label, value in (
            (w["quote"], item.standing),
            (w["interest"], item.interest),
            (w["note"], item.note),
        ):
            if value:
                yield self._line(self._run(f"{label}: {self._apart(value)}", SOFT))
        if item.archive_url:
            label = self._run(f"{w['archive']}: ", SOFT)
            yield self._line(label + self._address(item.archive_url))
        if item.sha256:
            kept = self._run(f"{w['kept']} {item.captured} · SHA-256 ", SOFT)
            yield self._line(kept + self._run(item.sha256, CODE))

    def _source(self, item: ReportEvidence) -> str:
        w = self._w
        about = [
            item.kind,
            w["primary"] if item.primary and item.kind != w["primary"] else "",
            f"{w['published_on']} {item.published}" if item.published else "",
            f"{w['accessed']} {item.accessed}" if item.accessed else "",
            f"{w['origin']} {self._apart(item.origin)}" if item.origin else "",
        ]
        name = self._own(item.source, Look(bold=True, struck=bool(item.retracted)))
        publisher = self._run(w["comma"] + self._apart(item.publisher)) if item.publisher else ""
        return name + publisher + self._run(f" ({w['semicolon'].join(filter(None, about))})", SOFT)

    def _checklist(self, claim: ReportClaim) -> Iterator[str]:
        if not claim.checklist:
            return
        w = self._w
        yield self._heading(w["checklist"], 4)
        if claim.override:
            yield self._line(self._run(claim.override, BOLD))
        rows = [(w["point"], w["stands"], w["found"])]
        for point in claim.checklist:
            missing = w["unmet"] if point.required else w["not_asked"]
            rows.append((point.point, w["met"] if point.met else missing, point.found))
        yield self._grid(rows, (2_800, 1_200, 5_600))

    def _rest(self, claim: ReportClaim) -> Iterator[str]:
        w = self._w
        if claim.earlier_verdicts:
            yield self._heading(w["earlier"], 4)
        for verdict in claim.earlier_verdicts:
            reason = f" {w['reason']}: {self._apart(verdict.reason)}" if verdict.reason else ""
            turned = verdict.direction == "rtl"
            yield self._line(
                self._run(f"{verdict.at} {self._apart(verdict.by)}: ", SOFT)
                + self._rating(verdict)
                + self._run(f" ({verdict.status}){reason}", SOFT)
            )
            yield paragraph(run(verdict.explanation, SOFT, rtl=turned), rtl=turned)
        if claim.matches:
            yield self._heading(w["matches"], 4)
        for match in claim.matches:
            by = w["comma"] + self._apart(match.decided_by) if match.decided_by else ""
            other = f"{w['claim_no']} {match.other_claim}"
            if match.other_label:
                other += f"{w['comma']}{w['their_verdict']}: {self._apart(match.other_label)}"
            yield self._line(
                self._run(match.relation, BOLD)
                + self._run(f" ({match.decision}{by}): ")
                + self._said(match.other)
                + self._run(f" — {match.why} [{other}]", SOFT)
            )
        if claim.more_matches:
            yield self._line(self._run(f"{w['more']}: {claim.more_matches}", SOFT))
        yield self._heading(w["history"], 4)
        for event in claim.history:
            why = f" ({self._apart(event.why)})" if event.why else ""
            yield self._line(
                self._run(f"{event.at} {self._apart(event.by)}: {event.what}{why}", SOFT)
            )

    def _figures(self) -> Iterator[str]:
        w = self._w
        if self._view.series:
            yield self._heading(w["figures"], 2)
            yield self._line(self._run(w["figures_read"], SOFT))
        for number, series in enumerate(self._view.series, 1):
            yield self._heading(series.unit, 4)
            yield self._picture(png(series.figures), f"{w['figures']}: {series.unit}", number)
            yield self._grid(self._ledger(series), (500, 1_500, 1_900, 1_900, 3_000, 800))

    def _ledger(self, series: ReportSeries) -> list[tuple[str, ...]]:
        w = self._w
        rows: list[tuple[str, ...]] = [
            ("#", w["time"], w["figure"], w["claimant"], w["article"], w["claim"])
        ]
        for number, each in enumerate(series.figures, 1):
            said = f"{w['denied']} {each.said}" if each.denied else each.said
            claimant = each.claimant or w["unnamed" if each.unnamed else "outlet"]
            told = (self._apart(claimant), self._apart(each.where))
            rows.append((str(number), each.when, said, *told, str(each.claim)))
        return rows

    def _corrections(self) -> Iterator[str]:
        w = self._w
        if self._view.corrections:
            yield self._heading(w["corrections"], 2)
        for line in self._view.corrections:
            after = w["then"] + self._apart(line.after) if line.after else ""
            told = [line.kind, self._apart(line.before) + after]
            public = f" ({line.published})" if line.published else ""
            reason = f". {self._apart(line.reason)}" if line.reason else ""
            head = f"{line.at} {self._apart(line.by)}: {w['claim_no']} {line.claim}{w['comma']}"
            yield self._line(self._run(f"{head}{w['comma'].join(told)}{public}{reason}"))
