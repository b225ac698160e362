"""Watches: who makes one is told of changes and amendments by signed webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator, Field
from sqlalchemy.orm import Session

from api.asking.paging import MOST_ITEMS, ItemCursor, ItemLimit, page_links, paged
from api.asking.parameters import Limit, absent_if_empty
from api.models.shape import Answer
from api.models.watches import (
    DeliveryLog,
    DeliveryOut,
    SecretOut,
    WatchList,
    WatchMade,
    WatchOut,
    WatchRequest,
)
from api.openapi import documented_private
from api.services import Reading, UsedServices, Writing
from api.watching.authority import ForMakers, ForOperator, ManagedWatch
from api.watching.making import made_watch
from corpus.store import reads, writes
from corpus.watches import Watch, WatchState
from webhooks.configuring import watch_rules
from webhooks.subscribing import (
    OLD_SECRET_VALID,
    line_of,
    queue_test,
    rotate_secret,
)

router = APIRouter(prefix="/v1/watches", tags=["watches"])

MessageId = Annotated[
    str,
    Path(
        description="Id of the message, as `webhook-id` has it.",
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        examples=["msg_p5jXN8AQM9LWM0D4loKWxJek"],
    ),
]
Before = Annotated[
    Annotated[
        Annotated[int, Field(ge=1, le=2_147_483_647)] | None, BeforeValidator(absent_if_empty)
    ],
    Query(description="The `cursor` of the page before: what is older follows.", examples=[101]),
]


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    response_model=WatchMade,
    responses=documented_private(WatchMade, 403, 404, 413, status=HTTPStatus.CREATED),
    dependencies=[ForMakers],
    openapi_extra={"security": [{}]},  # a token is needed only where watches are the operator's
)
def make(services: UsedServices, wanted: WatchRequest) -> Response:
    """Watch an act, a part of it or a search: messages are posted to your URL as things happen.

    The answer has the watch's `token`, by which you manage it, and the `secret` by which you
    verify its messages. Neither is shown again. It tells of what is recorded from now on.
    """
    made, line = made_watch(services, wanted.wanted())
    answer = WatchMade.made(made.watch, line, token=made.token, secret=made.secret)
    return _private(answer, HTTPStatus.CREATED, location=f"/v1/watches/{made.watch.id}")


@router.get(
    "",
    response_model=WatchList,
    responses=documented_private(WatchList, 401, links=True),
    dependencies=[ForOperator],
)
def list_all(
    request: Request, session: Reading, cursor: ItemCursor = None, limit: ItemLimit = MOST_ITEMS
) -> Response:
    """All watches, oldest first; for the operator only."""
    page = paged(reads.watches(session), lambda one: one.id, cursor, limit)
    watches = tuple(_watch_out(session, one) for one in page.items)
    answer = WatchList(watches=watches, cursor=page.cursor)
    return _private(answer, headers=page_links(request, page.cursor))


@router.get("/{watch}", response_model=WatchOut, responses=documented_private(WatchOut, 401, 404))
def show(session: Reading, watch: ManagedWatch) -> Response:
    """A watch: its state, and where its article stands by now."""
    return _private(_watch_out(session, watch))


@router.delete(
    "/{watch}",
    status_code=HTTPStatus.NO_CONTENT,
    response_class=Response,
    responses=documented_private(None, 401, 404, status=HTTPStatus.NO_CONTENT),
)
def remove(session: Writing, watch: ManagedWatch) -> Response:
    """Forget a watch, with its messages and secrets."""
    writes.remove_watch(session, watch.id)
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=_HEADERS)


@router.post(
    "/{watch}/pause", response_model=WatchOut, responses=documented_private(WatchOut, 401, 404)
)
def pause(session: Writing, watch: ManagedWatch) -> Response:
    """Send nothing until the watch is resumed; then all that was recorded meanwhile follows."""
    return _in_state(session, watch, WatchState.PAUSED)


@router.post(
    "/{watch}/resume", response_model=WatchOut, responses=documented_private(WatchOut, 401, 404)
)
def resume(session: Writing, watch: ManagedWatch) -> Response:
    """Send again: after a pause, or after the watch was disabled for its receiver's sake."""
    return _in_state(session, watch, WatchState.ACTIVE)


@router.post(
    "/{watch}/secret", response_model=SecretOut, responses=documented_private(SecretOut, 401, 404)
)
def replace_secret(services: UsedServices, session: Writing, watch: ManagedWatch) -> Response:
    """A new secret. For a day messages are signed by both, so that receivers can be changed."""
    now = services.clock()
    secret = rotate_secret(session, watch.id, watch_rules(services.settings).seal, now)
    return _private(SecretOut(secret=secret, old_secret_until=now + OLD_SECRET_VALID))


@router.post(
    "/{watch}/test",
    status_code=HTTPStatus.ACCEPTED,
    response_model=DeliveryOut,
    responses=documented_private(DeliveryOut, 401, 404, status=HTTPStatus.ACCEPTED),
)
def send_test(services: UsedServices, session: Writing, watch: ManagedWatch) -> Response:
    """Queue a test message. It is tried once, at once; its delivery says how that went."""
    message = queue_test(session, watch, services.clock())
    return _queued(session, watch, message.id)


@router.get(
    "/{watch}/deliveries",
    response_model=DeliveryLog,
    responses=documented_private(DeliveryLog, 401, 404, links=True),
)
def list_deliveries(
    request: Request,
    session: Reading,
    watch: ManagedWatch,
    cursor: Before = None,
    limit: Limit = 50,
) -> Response:
    """The messages of a watch, newest first, with every attempt to deliver each."""
    found = reads.deliveries(session, watch.id, limit=limit + 1, before=cursor)
    log = DeliveryLog.of(found[:limit], more=len(found) > limit)
    return _private(log, headers=page_links(request, log.cursor))


@router.get(
    "/{watch}/deliveries/{message}",
    response_model=DeliveryOut,
    responses=documented_private(DeliveryOut, 401, 404),
)
def show_delivery(session: Reading, watch: ManagedWatch, message: MessageId) -> Response:
    """One message: its body, and every attempt to deliver it."""
    return _private(DeliveryOut.of(reads.delivery(session, watch.id, message), message=True))


@router.post(
    "/{watch}/deliveries/{message}/redeliver",
    status_code=HTTPStatus.ACCEPTED,
    response_model=DeliveryOut,
    responses=documented_private(DeliveryOut, 401, 404, status=HTTPStatus.ACCEPTED),
)
def redeliver(
    services: UsedServices, session: Writing, watch: ManagedWatch, message: MessageId
) -> Response:
    """Send a message again, with all its retries: one that is dead, or that got lost."""
    writes.send_anew(session, watch.id, message, at=services.clock())
    return _queued(session, watch, message)


_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""What a watch answers is for whoever holds its token: nothing in between may keep it."""


def _private(
    answer: Answer,
    status: HTTPStatus = HTTPStatus.OK,
    *,
    location: str | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    headers = {**_HEADERS, **headers, **({"Location": location} if location else {})}
    return Response(
        answer.to_json(), status_code=status, media_type="application/json", headers=headers
    )


def _watch_out(session: Session, watch: Watch) -> WatchOut:
    return WatchOut.of(watch, line_of(session, watch))


def _in_state(session: Session, watch: Watch, state: WatchState) -> Response:
    writes.set_state(session, watch.id, state)
    return _private(_watch_out(session, reads.watch(session, watch.id)))


def _queued(session: Session, watch: Watch, message_id: str) -> Response:
    delivery = reads.delivery(session, watch.id, message_id)
    location = f"/v1/watches/{watch.id}/deliveries/{message_id}"
    return _private(DeliveryOut.of(delivery, message=True), HTTPStatus.ACCEPTED, location=location)
