"""The hashes of the wordings that editions have, of many editions in one query."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.store.batches import batches
from corpus.store.tables import EDITION_CONTENTS, TEXTS


def wording_hashes(session: Session, edition_ids: Collection[int]) -> Mapping[tuple[int, str], str]:
    """By edition and article key, the hash of the wording: of the text without its footnotes."""
    contents = EDITION_CONTENTS.c
    return {
        (row.edition_id, row.key): row.wording_hash
        for batch in batches(sorted(edition_ids))
        for row in session.execute(
            select(contents.edition_id, contents.key, TEXTS.c.wording_hash)
            .join(TEXTS, TEXTS.c.hash == contents.text_hash)
            .where(contents.item == "article", contents.edition_id.in_(batch))
        )
    }
