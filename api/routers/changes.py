"""The feed of changes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from api.answering.caching import tagged_json
from api.asking.paging import page_links
from api.asking.parameters import (
    ActFilter,
    KeyFilter,
    KeyText,
    Kinds,
    LangFilter,
    Limit,
    WithHtml,
    absent_if_empty,
    read_day,
)
from api.models.change_feed import ChangeFeed
from api.openapi import documented
from api.problems.refusals import InvalidRequest
from api.questions.following.changes import LARGEST_CURSOR, FollowedChanges, page_of
from api.questions.following.told_changes import tell_changes
from api.services import Reading
from corpus.store.amendments.records import Axis

router = APIRouter(prefix="/v1/changes", tags=["changes"])


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
Until = Annotated[
    Annotated[Moment | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Only changes that were recorded, or withdrawn, before this time.",
        examples=["2026-12-01"],
    ),
]
KeyAgain = Annotated[
    KeyText,
    Query(
        description="The same as `article`, by its older name.",
        examples=["art_113-3"],
        deprecated=True,
    ),
]
Legal = Annotated[
    Annotated[bool | None, BeforeValidator(absent_if_empty)],
    Query(
        description="`true`: only changes of the law; `false`: only the registry's corrections and "
        "technical changes.",
        examples=[True],
    ),
]
Texts = Annotated[
    bool,
    Query(
        description="Each change with both wordings whole (`before`, `after`); `false` leaves them "
        "out: the redline has the same words.",
        examples=[True],
    ),
]
Withdrawn = Annotated[
    bool,
    Query(
        description="Also changes that no longer hold; they have `withdrawn_at`.", examples=[False]
    ),
]
Cursor = Annotated[
    Annotated[
        Annotated[int, Field(ge=0, le=LARGEST_CURSOR)] | None, BeforeValidator(absent_if_empty)
    ],
    Query(description="The `cursor` of the page before.", examples=[None]),
]


By = Annotated[
    Annotated[
        Axis,
        BeforeValidator(lambda text: absent_if_empty(text) or Axis.SEEN),
        WithJsonSchema({"type": "string", "enum": ["", str(Axis.SEEN)], "examples": ["seen"]}),
    ],
    Query(
        description="The day to list by: only `seen`, when it was recorded. A change's other days "
        "are those of the acts that explain it, read from the notes each time: a list by them "
        "could skip or repeat. `/v1/amendments` lists by `in_force` and `adopted`.",
        examples=["seen"],
    ),
]


@router.get("", response_model=ChangeFeed, responses=documented(ChangeFeed, 404, links=True))
def list_changes(
    request: Request,
    session: Reading,
    since: Since = None,
    until: Until = None,
    act: ActFilter = None,
    article: KeyFilter = None,
    key: KeyAgain = None,
    lang: LangFilter = None,
    kind: Kinds = (),
    legal: Legal = None,
    cursor: Cursor = None,
    limit: Limit = 50,
    html: WithHtml = False,
    texts: Texts = True,
    withdrawn: Withdrawn = False,
    by: By = Axis.SEEN,
) -> Response:
    """What changed, in the order in which it was recorded; the last `cursor` goes on from there.

    Each with both wordings, the redline, the amending acts that explain it and their dates, each
    with its ground.

    A change that no longer holds (an edition was found in between, or read better) is withdrawn. A
    follower who asks for `withdrawn` ones too sees each again when that happens.
    """
    if article and key and article != key:
        raise InvalidRequest("give `article` or `key`: they are two names of one filter")
    asked = FollowedChanges(since, until, act, article or key, lang, kind, legal, withdrawn, by)
    page = page_of(session, asked, limit, cursor)
    feed = ChangeFeed.of(page, tell_changes(session, page.records), html=html, texts=texts)
    headers = page_links(request, page.cursor if page.more else None)
    return tagged_json(request, feed, headers=headers)
