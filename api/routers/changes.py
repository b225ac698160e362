"""The feed of changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from sqlalchemy.orm import Session

from api.caching import tagged_json
from api.models.changes import ChangeFeed, ChangeRecordOut, EditionCompared
from api.openapi import documented
from api.parameters import ActFilter, KeyFilter, Lang, Limit, WithHtml, absent_if_empty, read_day
from api.services import Reading
from corpus.store import reads
from corpus.store.change_rows import ChangeRecord

router = APIRouter(prefix="/v1/changes", tags=["changes"])

_LARGEST_CURSOR = 2_147_483_647


def read_moment(text: object) -> datetime:
    """The moment that a day (its beginning in UTC) or an ISO time with its zone means."""
    try:
        return datetime.combine(read_day(text), datetime.min.time(), UTC)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError("give a day (2026-11-02) or a time with its zone (2026-11-02T08:15:00Z)")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("give a time that the calendar has in UTC too") from None


Moment = Annotated[
    datetime, PlainValidator(read_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Since = Annotated[
    Annotated[Moment | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Only changes that were recorded at or after this time.",
        examples=["2026-11-02"],
    ),
]
Withdrawn = Annotated[
    bool,
    Query(
        description="Also changes that no longer hold; they have `withdrawn_at`.", examples=[False]
    ),
]
Cursor = Annotated[
    int | None,
    Query(description="The `cursor` of the page before.", ge=0, le=_LARGEST_CURSOR, examples=[101]),
]


@router.get("", response_model=ChangeFeed, responses=documented(ChangeFeed, links=True))
def list_changes(
    request: Request,
    session: Reading,
    since: Since = None,
    act: ActFilter = None,
    key: KeyFilter = None,
    lang: Lang = None,
    cursor: Cursor = None,
    limit: Limit = 50,
    html: WithHtml = False,
    withdrawn: Withdrawn = False,
) -> Response:
    """What changed, in the order in which it was recorded; the last `cursor` goes on from there.

    A change that no longer holds (an edition was found in between, or read better) is withdrawn. A
    follower who asks for `withdrawn` ones too sees each again when that happens.
    """
    found = reads.changes(
        session,
        since=since,
        ngr=act,
        key=key,
        language=lang,
        limit=limit + 1,
        after_cursor=cursor,
        withdrawn=withdrawn,
    )
    page, more = found[:limit], len(found) > limit
    sides = _sides(session, page)
    feed = ChangeFeed(
        changes=tuple(
            ChangeRecordOut.recorded(
                record,
                sides[record.older_edition_id],
                sides[record.newer_edition_id],
                html=html,
            )
            for record in page
        ),
        cursor=page[-1].sequence if page else cursor,
        more=more,
    )
    headers = {"Link": _next_page(request, page[-1].sequence)} if more else None
    return tagged_json(request, feed, headers=headers)


def _sides(session: Session, records: Sequence[ChangeRecord]) -> dict[int, EditionCompared]:
    """The editions that the changes lie between, each read once."""
    ids = {number for one in records for number in (one.older_edition_id, one.newer_edition_id)}
    return {number: EditionCompared.of(reads.edition_by_id(session, number)) for number in ids}


def _next_page(request: Request, cursor: int) -> str:
    url = request.url.include_query_params(cursor=cursor)
    return f'<{url.path}?{url.query}>; rel="next"'
