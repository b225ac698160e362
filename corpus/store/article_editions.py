"""Which editions have an article, and what each says, of many articles in one query."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store.known import label_order
from corpus.store.tables import EDITION_CONTENTS, EDITIONS, TEXTS

Article = tuple[str, Language, str]
"""Act, language and key."""


@dataclass(frozen=True)
class ArticleEdition:
    """One edition's text of an article; `wording_hash` is of it without its footnotes."""

    label: EditionLabel
    text_hash: str
    wording_hash: str


def article_editions(
    session: Session, wanted: Collection[Article]
) -> Mapping[Article, tuple[ArticleEdition, ...]]:
    """The dated editions held that have each article, oldest label first; none: left out."""
    contents, edition = EDITION_CONTENTS.c, EDITIONS.c
    ngrs, languages, keys = (sorted(set(one)) for one in zip(*wanted, strict=True))
    rows = session.execute(
        select(
            edition.ngr,
            edition.language,
            edition.label,
            contents.key,
            contents.text_hash,
            TEXTS.c.wording_hash,
        )
        .join(EDITIONS, edition.id == contents.edition_id)
        .join(TEXTS, TEXTS.c.hash == contents.text_hash)
        .where(
            contents.item == "article",
            contents.key.in_(keys),
            edition.ngr.in_(ngrs),
            edition.language.in_(languages),
            edition.superseded_at.is_(None),
        )
    )
    found: dict[Article, list[ArticleEdition]] = {}
    for row in rows:
        label = EditionLabel.parse(row.label)
        article = (row.ngr, Language(row.language), row.key)
        if article in wanted and label.last_day is not None:
            one = ArticleEdition(label, row.text_hash, row.wording_hash)
            found.setdefault(article, []).append(one)
    return {
        article: tuple(sorted(own, key=lambda one: label_order(one.label)))
        for article, own in found.items()
    }
