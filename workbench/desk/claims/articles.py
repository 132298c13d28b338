"""Articles: filed whole, in one change, with their claims and what is on file about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.desk import codec, inputs, reading
from workbench.desk.claims import filing
from workbench.desk.facets import refacet
from workbench.desk.matching import pairing
from workbench.desk.session import Progress, Session, silent
from workbench.desk.states import ClaimState
from workbench.desk.types import Added
from workbench.desk.views import ArticleRow, ArticleView, ClaimPlace
from workbench.digests import sha256_of
from workbench.errors import InvalidInputError, not_on_file
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Clock
from workbench.intake.types import IncomingArticle
from workbench.records.change import Change
from workbench.records.journal import moment
from workbench.records.queries import articles
from workbench.splitting.types import Splitter, Splitting

if TYPE_CHECKING:
    from workbench.desk.claims.dating import Dateline

_SPLIT = 40
"""Hundredths of the work on an article that splitting it takes."""


class Articles:
    """Articles on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[ArticleRow]:
        """All articles, newest first."""
        return [reading.article_row(row) for row in articles.listed(self._session.db)]

    def get(self, article_id: int) -> ArticleView:
        """An article with everything known of it.

        Raises:
            NotFoundError: there is no such article.
        """
        database = self._session.db
        with database.snapshot():
            row = articles.get(database, article_id)
            if row is None:
                raise not_on_file("article", article_id)
            return reading.article_view(database, row)

    def places(self, article_id: int) -> dict[int, ClaimPlace]:
        """Where each claim stands in an article, by claim number, in the order of the text.

        A reader waits for it whenever an article is opened: it reads no more than that.
        """
        found: dict[int, ClaimPlace] = {}
        for claim_id, segments, state, relation in articles.places(self._session.db, article_id):
            known = found[claim_id].segments if claim_id in found else ()
            here = known + codec.segments(segments)
            found[claim_id] = ClaimPlace(here, ClaimState(state), relation)
        return found

    def add(
        self,
        incoming: IncomingArticle,
        *,
        splitter: Splitter | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """File an article, split it into claims, and match them with all on file.

        The same text again is recognised and nothing is written; the same address with another
        text becomes a new version beside the old one. Whatever ``progress`` raises stops the
        work and leaves the file as it was.

        Args:
            incoming: the article.
            splitter: a splitting back-end other than the desk's.
            progress: told ``(done, total)`` along the way.

        Raises:
            InvalidInputError: there is no text in it.
            StoreError: the file cannot be written.
        """
        tell = progress or silent
        text = incoming.text
        if not inputs.words(text, "the text"):
            raise InvalidInputError("the article has no text", hint="Give one with words in it.")
        sha256 = sha256_of(text)
        known = self._known(sha256)
        if known:
            return known
        tell(0, 100)
        splitting = _telling(splitter or self._session.splitter(), tell).split(
            text, Clock(incoming.published), incoming.publisher
        )
        tell(_SPLIT, 100)
        with self._session.change("article added") as change:
            known = self._known(sha256)  # another program may have been faster
            if known:
                return known
            return self._file(change, incoming, splitting, tell)

    def _known(self, sha256: str) -> Added | None:
        row = articles.by_hash(self._session.db, sha256)
        if row is None:
            return None
        return Added(row["id"], is_new=False, version_of=None, claims=0, matches=0)

    def _file(
        self, change: Change, incoming: IncomingArticle, splitting: Splitting, tell: Progress
    ) -> Added:
        earlier = articles.latest_of(change.db, incoming.url.strip())
        article_id = self._file_article(change, incoming, earlier["number"] + 1 if earlier else 1)
        change.summary = incoming.title or incoming.url or incoming.text.strip()[:80]
        filing.file_sentences(change, article_id, splitting.sentences)
        claim_ids = []
        for n, draft in enumerate(splitting.claims):
            claim_ids.append(
                filing.file_claim(self._session, change, article_id, incoming.text, draft)
            )
            tell(_SPLIT + 30 * n // len(splitting.claims), 100)
        tell(70, 100)
        matches = pairing.file_matches(self._session, change, claim_ids)
        tell(100, 100)
        return Added(
            article_id,
            is_new=True,
            version_of=earlier["id"] if earlier else None,
            claims=len(claim_ids),
            matches=matches,
        )

    def _file_article(self, change: Change, incoming: IncomingArticle, number: int) -> int:
        session = self._session
        origin = None
        retrieved = incoming.retrieved or session.now()
        if incoming.origin:
            origin = change.keep_bytes(incoming.origin, incoming.media_type, retrieved)
        published = incoming.published
        return change.insert(
            "article",
            uid=session.new_uid(),
            sha256=change.keep_text(incoming.text),
            title=inputs.words(incoming.title, "title"),
            publisher=inputs.words(incoming.publisher, "publisher"),
            author=inputs.words(incoming.author, "author"),
            url=inputs.words(incoming.url, "url"),
            language=incoming.language,
            **refacet.published_columns(published),
            published_provenance=incoming.published_provenance,
            media_type=incoming.media_type,
            origin_sha256=origin,
            retrieved_at=moment(retrieved),
            number=number,
            added_at=session.stamp(),
            added_by=session.actor,
        )

    def dateline(self, article_id: int) -> Dateline | None:
        """The day that an article's own first lines name: to be confirmed, never taken as it is.

        Raises:
            NotFoundError: there is no such article.
        """
        from workbench.desk.claims import dating  # noqa: PLC0415 (reads the lexicons)

        return dating.dateline(self.get(article_id))

    def set_published(
        self,
        article_id: int,
        edtf: str,
        provenance: str,
        why: str = "",
        progress: Progress | None = None,
    ) -> None:
        """Say when an article was published and how that is known.

        Relative times in its claims ("last February") are resolved again, and its claims are
        compared anew with those on file. Whatever ``progress`` raises leaves all as it was.

        Raises:
            InvalidInputError: the date is not one, or the provenance is missing.
            NotFoundError: there is no such article.
        """
        published = parse_edtf(inputs.needed(edtf, "date")) if edtf.strip() else None
        source = inputs.needed(provenance, "provenance", "Say how you know the date.")
        view = self.get(article_id)
        tell = progress or silent
        splitter = _telling(self._session.splitter(), tell)
        splitting = splitter.split(view.text, Clock(published), view.publisher)
        with self._session.change("article dated", why, view.title or view.url) as change:
            change.update(
                "article",
                article_id,
                **refacet.published_columns(published),
                published_provenance=source,
            )
            claim_ids = refacet.resolve_times(change, article_id, splitting, Clock(published))
            tell(70, 100)
            pairing.file_matches(self._session, change, claim_ids)
            tell(100, 100)


def _telling(splitter: Splitter, tell: Progress) -> Splitter:
    """The rules, telling how far they are; another back-end as it is."""
    from workbench.splitting.rules import RuleSplitter  # noqa: PLC0415 (reads the lexicons)

    if isinstance(splitter, RuleSplitter) and splitter.progress is None:
        return replace(
            splitter, progress=lambda done, total: tell(_SPLIT * done // max(total, 1), 100)
        )
    return splitter
