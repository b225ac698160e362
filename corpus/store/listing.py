"""Writing what is known of an act without its text: its card, and which editions exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from corpus.law import Act, EditionLabel, Language, ListedEdition
from corpus.store import law_json
from corpus.store.tables import ACT_TITLES, ACTS, LISTED_EDITIONS

WATCH_LIST = "watch list"
"""The origin of dates that the watch list names; every other origin is a registry's own list."""


def upsert_act(session: Session, act: Act) -> None:
    """Store what is known of an act. What the value leaves open stays as it was."""
    touch_act(session, act.ngr, only_new=True)
    given: dict[str, Any] = {
        "form": act.form,
        "number": act.number,
        "adopted": act.adopted,
        "repealed_on": act.repealed_on,
        "reference_bank_id": act.reference_bank_id,
    }
    known = {name: value for name, value in given.items() if value is not None}
    changed = known and _differs(session, act.ngr, known)
    if changed:
        session.execute(update(ACTS).where(ACTS.c.ngr == act.ngr).values(**known))
    if _store_titles(session, act) or changed:
        touch_act(session, act.ngr)


def list_editions(
    session: Session,
    ngr: str,
    language: Language,
    listed: Sequence[ListedEdition],
    origin: str,
    seen_at: datetime,
) -> int:
    """Store which editions a registry's list (or the watch list) says exist.

    Gives how many of them that origin had not named before. What a registry's later list leaves
    out stays known: a shorter list is no proof that an edition is not. The watch list is our own:
    what is taken out of it is gone.
    """
    touch_act(session, ngr, only_new=True)
    table = LISTED_EDITIONS.c
    of_origin = (table.ngr == ngr, table.language == language, table.origin == origin)
    known = set(session.scalars(select(table.label).where(*of_origin)))
    by_label = {str(one.label): one for one in listed}
    if old := known & by_label.keys():
        session.execute(
            update(LISTED_EDITIONS)
            .where(*of_origin, table.label.in_(old), table.last_seen_at < seen_at)
            .values(last_seen_at=seen_at)
        )
    rows = [
        {
            "ngr": ngr,
            "language": language,
            "label": label,
            "origin": origin,
            "url": one.url,
            "cause": law_json.to_json(one.cause) if one.cause else None,
            "first_seen_at": seen_at,
            "last_seen_at": seen_at,
        }
        for label, one in by_label.items()
        if label not in known
    ]
    if rows:
        session.execute(insert(LISTED_EDITIONS), rows)
    gone = known - by_label.keys() if origin == WATCH_LIST else set()
    if gone:
        session.execute(delete(LISTED_EDITIONS).where(*of_origin, table.label.in_(gone)))
    if rows or gone:
        touch_act(session, ngr)
    return len(rows)


def touch_listed(
    session: Session, ngr: str, language: Language, origin: str, seen_at: datetime
) -> None:
    """Record that a registry's list was asked for again and is the same as it was last.

    The labels that the last list left out (their `last_seen_at` is older) were not seen again.
    """
    table = LISTED_EDITIONS.c
    of_origin = (table.ngr == ngr, table.language == language, table.origin == origin)
    last = session.scalar(select(func.max(table.last_seen_at)).where(*of_origin))
    if last is not None and last < seen_at:
        session.execute(
            update(LISTED_EDITIONS)
            .where(*of_origin, table.last_seen_at == last)
            .values(last_seen_at=seen_at)
        )


def listed_labels(
    session: Session, ngr: str, language: Language, origin: str
) -> frozenset[EditionLabel]:
    """The labels that an origin has ever named."""
    table = LISTED_EDITIONS.c
    found = session.scalars(
        select(table.label).where(
            table.ngr == ngr, table.language == language, table.origin == origin
        )
    )
    return frozenset(map(EditionLabel.parse, found))


def touch_act(session: Session, ngr: str, *, only_new: bool = False) -> None:
    """Mark that what the act answers may have changed; an act not seen before gets its row."""
    following = func.coalesce(select(func.max(ACTS.c.touched)).scalar_subquery(), 0) + 1
    known = session.scalar(select(ACTS.c.ngr).where(ACTS.c.ngr == ngr))
    if known is None:
        session.execute(insert(ACTS).values(ngr=ngr, touched=following))
    elif not only_new:
        session.execute(update(ACTS).where(ACTS.c.ngr == ngr).values(touched=following))


def _differs(session: Session, ngr: str, known: Mapping[str, object]) -> bool:
    row = session.execute(select(ACTS).where(ACTS.c.ngr == ngr)).mappings().one()
    return any(row[name] != value for name, value in known.items())


def _store_titles(session: Session, act: Act) -> bool:
    """Whether a title is new or another one than before."""
    table = ACT_TITLES.c
    found = session.execute(select(table.language, table.title).where(table.ngr == act.ngr))
    titles = {row.language: row.title for row in found}
    for language, title in act.titles.items():
        if language not in titles:
            session.execute(insert(ACT_TITLES).values(ngr=act.ngr, language=language, title=title))
        elif titles[language] != title:
            session.execute(
                update(ACT_TITLES)
                .where(table.ngr == act.ngr, table.language == language)
                .values(title=title)
            )
    return any(titles.get(language) != title for language, title in act.titles.items())
