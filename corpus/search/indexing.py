"""From the store to the index: every wording with its window, all anew or only what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.law import digest
from corpus.search.engine import (
    IndexMissingError,
    IndexUnreadableError,
    SearchDocument,
    SearchEngine,
)
from corpus.store.database import Store
from corpus.store.reads import WordingWindow, acts_touched_since, store_version, wordings
from corpus.store.tables import EDITIONS


@dataclass(frozen=True)
class IndexReport:
    """What was done: how many documents the index holds now, came and went; all anew or not."""

    documents: int
    added: int
    removed: int
    rebuilt: bool


@dataclass(frozen=True)
class IndexState:
    """Which state of which store an index shows."""

    store: str
    version: int

    @classmethod
    def of(cls, session: Session) -> IndexState:
        """The state of a store now.

        The same address can hold another database tomorrow: its first edition tells.
        """
        first = session.scalar(select(func.min(EDITIONS.c.recorded_at)))
        address = session.get_bind().engine.url.render_as_string(hide_password=True)
        return cls(digest(f"{address} {first}")[:16], store_version(session))

    @classmethod
    def parse(cls, written: str) -> IndexState | None:
        """What `str` wrote; None for anything else."""
        store, _, version = written.partition(" ")
        return cls(store, int(version)) if version.isdecimal() else None

    def __str__(self) -> str:
        return f"{self.store} {self.version}"


def documents(session: Session, ngr: str | None = None) -> Iterator[SearchDocument]:
    """Every wording of every article, or of one act's."""
    return (search_document(window) for window in wordings(session, ngr))


def search_document(window: WordingWindow) -> SearchDocument:
    """The document for a wording: number and title apart from the text, no footnotes.

    What may be cut off answers for no day, as it does not elsewhere; it is still to be found.
    """
    article = window.article
    document = SearchDocument(
        id="",
        ngr=window.ngr,
        key=window.key,
        lang=window.language,
        heading=article.printed_heading,
        text=article.printed_text,
        act_title=window.act_title,
        kind=str(article.kind),
        valid_from=window.from_ if window.complete else None,
        valid_to=window.to,
        is_current=window.is_current,
        label=str(window.labels[-1]),
        text_hash=window.text_hash,
        sample=window.sample,
        complete=window.complete,
    )
    content = hashlib.sha256(document.to_json()).hexdigest()[:24]
    return replace(document, id=f"{window.ngr}/{window.language}/{window.key}/{content}")


def rebuild_index(store: Store, engine: SearchEngine) -> IndexReport:
    """Build the index anew from all that the store holds; searches go on meanwhile."""
    with store.read() as session:
        state = IndexState.of(session)
        engine.rebuild(documents(session), str(state))
    held = engine.count()
    return IndexReport(documents=held, added=held, removed=0, rebuilt=True)


def refresh_index(store: Store, engine: SearchEngine) -> IndexReport:
    """Bring the index up to the store: only the acts that were touched since are read again.

    Builds it anew when there is none, when it cannot be read, or when it shows another store.
    """
    try:
        indexed = IndexState.parse(engine.state() or "")
        with store.read() as session:
            now = IndexState.of(session)
            if indexed and indexed.store == now.store and indexed.version <= now.version:
                return _refreshed(session, engine, indexed, now)
    except (IndexMissingError, IndexUnreadableError):
        pass  # what follows is the remedy
    return rebuild_index(store, engine)


def _refreshed(
    session: Session, engine: SearchEngine, indexed: IndexState, now: IndexState
) -> IndexReport:
    added: list[SearchDocument] = []
    removed: list[str] = []
    if indexed.version < now.version:
        for ngr in acts_touched_since(session, indexed.version):
            held = engine.ids(ngr)
            wanted = {document.id: document for document in documents(session, ngr)}
            added += [document for id_, document in wanted.items() if id_ not in held]
            removed += sorted(held - wanted.keys())
        engine.update(added, removed, str(now))
    return IndexReport(engine.count(), len(added), len(removed), rebuilt=False)
