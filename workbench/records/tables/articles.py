"""What claims come from: articles with their frozen texts, snapshots and sentences."""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class ArticleText(SQLModel, table=True):
    """The frozen text of an article, by its hash. It is never changed or removed."""

    __tablename__ = "article_text"

    sha256: str = Field(primary_key=True, sa_type=Text)
    text: str = Field(sa_type=Text)


class Snapshot(SQLModel, table=True):
    """Bytes of an article or a source as retrieved, by their hash. Never changed or removed."""

    __tablename__ = "snapshot"

    sha256: str = Field(primary_key=True, sa_type=Text)
    media_type: str = columns.words()
    retrieved_at: str = columns.words()
    size: int
    data: bytes = Field(sa_type=LargeBinary)


class Article(SQLModel, table=True):
    """An article: what it is, where and when it was published, and which text it has."""

    __tablename__ = "article"
    __table_args__ = (
        Index("article_url", "url", "number", sqlite_where=sql("url != ''")),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    sha256: str = Field(foreign_key="article_text.sha256", unique=True, sa_type=Text)
    title: str = columns.words()
    publisher: str = columns.words()
    author: str = columns.words()
    url: str = columns.words()
    language: str = columns.words("und")
    published: str = columns.words()
    published_earliest: str = columns.words()
    published_latest: str = columns.words()
    published_provenance: str = columns.words()
    media_type: str = columns.words("text/plain")
    origin_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    retrieved_at: str = columns.words()
    number: int = columns.number(1)
    """1, 2, … among the versions of one URL."""
    added_at: str = columns.words()
    added_by: str = columns.words()
    extras: str = columns.words("{}")
    version: int = columns.number(0)


class Sentence(SQLModel, table=True):
    """A sentence of an article and what became of it."""

    __tablename__ = "sentence"
    __table_args__ = (columns.one_of("state", "claimed", "set_aside", "open"), columns.NEVER_REUSED)

    id: int | None = columns.key()
    article_id: int = columns.link("article.id")
    position: int
    start: int
    stop: int
    paragraph: int = columns.number(0)
    language: str = columns.words()
    state: str = columns.words("open")
    reason: str = columns.words()
    version: int = columns.number(0)
