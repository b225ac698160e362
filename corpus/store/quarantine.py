"""The quarantine: what a registry served and was not believed, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from corpus.gates import Objection
from corpus.law import Edition, EditionLabel, Language
from corpus.store.listing import touch_act
from corpus.store.records import EditionSource
from corpus.store.snapshots import bytes_hash
from corpus.store.tables import ACTS, QUARANTINE, QUARANTINE_SNAPSHOTS


@dataclass(frozen=True)
class QuarantineRecord:
    """A page that was refused, or an edition that did not pass the gates.

    `page` is what was known of it before it was read, for whoever reads it again.
    `title` and `articles` tell what was read before it was disbelieved, None where the page was no
    edition at all. `released_at`: when a good edition of the same label was stored after all.
    """

    id: int
    ngr: str | None
    language: Language | None
    label: EditionLabel | None
    url: str
    source: EditionSource
    page: dict[str, Any] | None
    objections: tuple[Objection, ...]
    title: str | None
    articles: int | None
    snapshot_ids: tuple[int, ...]
    run_id: int | None
    recorded_at: datetime
    released_at: datetime | None


def quarantine(
    session: Session,
    *,
    ngr: str | None,
    language: Language | None,
    label: EditionLabel | None,
    url: str,
    snapshot_ids: Sequence[int],
    source: EditionSource,
    objections: Sequence[Objection],
    recorded_at: datetime,
    page: dict[str, Any] | None = None,
    edition: Edition | None = None,
    run_id: int | None = None,
) -> QuarantineRecord:
    """Keep what was refused, with the reasons.

    The same page refused for the same reasons again gives the record that is there. `edition` is
    what was read of it, when it was read and did not pass the gates.
    """
    reasons = [_told(one) for one in objections]
    values: dict[str, Any] = {
        "ngr": ngr,
        "language": language,
        "label": None if label is None else str(label),
        "url": url,
        "registry": source.registry,
        "format": source.format,
        "parser_version": source.parser_version,
        "title": None if edition is None else edition.title,
        "articles": None if edition is None else len(edition.articles),
        "bytes_hash": bytes_hash(session, snapshot_ids),
    }
    same = [QUARANTINE.c[name].is_not_distinct_from(value) for name, value in values.items()]
    for row in session.execute(select(QUARANTINE).where(*same, QUARANTINE.c.released_at.is_(None))):
        if [(one["gate"], one["message"]) for one in row.objections] == [
            (one.gate, one.message) for one in objections
        ]:
            return _record(session, row)
    made = session.execute(
        insert(QUARANTINE).returning(QUARANTINE),
        {
            **values,
            "page": page,
            "objections": reasons,
            "run_id": run_id,
            "recorded_at": recorded_at,
        },
    ).one()
    links = [
        {"quarantine_id": made.id, "snapshot_id": snapshot_id, "position": position}
        for position, snapshot_id in enumerate(dict.fromkeys(snapshot_ids))
    ]
    if links:
        session.execute(insert(QUARANTINE_SNAPSHOTS), links)
    if ngr is not None and session.scalar(select(ACTS.c.ngr).where(ACTS.c.ngr == ngr)):
        touch_act(session, ngr)  # an edition that is known and not held ends others' days
    return _record(session, made)


def quarantined(
    session: Session, ngr: str | None = None, *, released: bool = False
) -> list[QuarantineRecord]:
    """What is in quarantine, oldest first; with `released` also what has been let go."""
    which = [] if ngr is None else [QUARANTINE.c.ngr == ngr]
    if not released:
        which.append(QUARANTINE.c.released_at.is_(None))
    rows = session.execute(select(QUARANTINE).where(*which).order_by(QUARANTINE.c.id)).all()
    return [_record(session, row) for row in rows]


def _told(objection: Objection) -> dict[str, Any]:
    places = {"places": list(objection.places)} if objection.places else {}
    return {"gate": objection.gate, "message": objection.message, **places}


def _objection(told: Mapping[str, Any]) -> Objection:
    """An objection as it is kept; those of older programs have no places."""
    return Objection(told["gate"], told["message"], tuple(told.get("places", ())))


def _record(session: Session, row: Row[Any]) -> QuarantineRecord:
    links = QUARANTINE_SNAPSHOTS.c
    snapshots = session.scalars(
        select(links.snapshot_id).where(links.quarantine_id == row.id).order_by(links.position)
    )
    return QuarantineRecord(
        id=row.id,
        ngr=row.ngr,
        language=None if row.language is None else Language(row.language),
        label=None if row.label is None else EditionLabel.parse(row.label),
        url=row.url,
        source=EditionSource(row.registry, row.format, row.parser_version),
        page=row.page,
        objections=tuple(map(_objection, row.objections)),
        title=row.title,
        articles=row.articles,
        snapshot_ids=tuple(snapshots),
        run_id=row.run_id,
        recorded_at=row.recorded_at,
        released_at=row.released_at,
    )
