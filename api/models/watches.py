"""Watches: what is asked for, what is answered, and the log of deliveries."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.models.shape import Answer, Listed
from corpus.law import Language
from corpus.search.querying.parsing import LONGEST_QUERY
from corpus.watches import (
    Attempt,
    AttemptOutcome,
    Delivery,
    DeliveryState,
    EventFeed,
    Move,
    Subject,
    Wanted,
    Watch,
    WatchState,
)
from webhooks.lineage import Lineage

_PRINTABLE = r"^[^\x00-\x1f\x7f]+$"
_Ngr = Annotated[str, StringConstraints(max_length=64, pattern=_PRINTABLE)]
_Key = Annotated[str, StringConstraints(max_length=200, pattern=_PRINTABLE)]
_Query = Annotated[str, StringConstraints(max_length=LONGEST_QUERY, pattern=_PRINTABLE)]
_MOMENT = "2026-11-02T08:16:00Z"


class WatchRequest(BaseModel):
    """What to watch, and where to tell of it: an act, a part of it, or a search."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "act": "Z010000148_",
                    "article": "art_36",
                    "url": "https://example.kz/hooks/nusqa",
                    "legal_only": True,
                },
                {
                    "act": "Z010000148_",
                    "article": "ch_3",
                    "url": "https://example.kz/hooks/nusqa",
                },
            ]
        },
    )

    act: _Ngr | None = Field(default=None, description="State registry number of the act.")
    article: _Key | None = Field(
        default=None,
        description="Key of a part of the act: of an article (`art_36`), which is followed when it "
        "moves; of a division (`ch_13-1`), with all that stands in it, comes in or goes out; or of "
        "a point (`art_36__p_2`). As the newest edition held has it, one still to come included.",
    )
    query: _Query | None = Field(
        default=None,
        description="Instead of an act: whatever these words find, as in `/v1/search`.",
    )
    url: str = Field(
        description="Where messages are posted to: https, a public host.",
        json_schema_extra={"minLength": 1, "format": "uri"},
    )
    lang: Language | None = Field(default=None, description="Only texts in this language.")
    legal_only: bool = Field(
        default=False, description="Only changes of the law, no corrections or technical changes."
    )
    events: tuple[EventFeed, ...] = Field(
        default=tuple(EventFeed), min_length=1, description="Of which feeds to tell."
    )

    def wanted(self) -> Wanted:
        """What is asked for."""
        return Wanted(
            subject=Subject(self.act, self.article, self.query),
            url=self.url,
            language=self.lang,
            legal_only=self.legal_only,
            feeds=tuple(dict.fromkeys(self.events)),
        )


class MoveOut(Answer):
    """The watched article got another key."""

    lang: Language = Field(examples=["ru"])
    from_: str = Field(examples=["art_35"])
    to: str = Field(examples=["art_36"])
    edition: str = Field(
        description="Label of the first edition that has it there.", examples=["2022-11-05"]
    )
    recorded_at: datetime.datetime = Field(examples=[_MOMENT])

    @classmethod
    def of(cls, move: Move) -> MoveOut:
        """A move as the API writes it."""
        return cls(
            lang=move.language,
            from_=move.from_key,
            to=move.to_key,
            edition=str(move.newer_label),
            recorded_at=move.recorded_at,
        )


class WatchOut(Answer):
    """A watch as it stands. Its token and secret are never shown again."""

    id: str = Field(examples=["w_hVbXWmQ1p0c2aZrT"])
    act: str | None = Field(examples=["Z010000148_"])
    article: str | None = Field(
        description="The key that was given, as it was then: of an article, of a division or of "
        "a point.",
        examples=["art_35"],
    )
    articles_now: tuple[str, ...] = Field(
        description="An article's key now, several once it was split; of a point its article's, "
        "of a division its own.",
        examples=[["art_36"]],
    )
    moves: tuple[MoveOut, ...] = Field(
        description="How it got other keys since the watch was made, oldest first."
    )
    query: str | None = Field(examples=[None])
    url: str = Field(examples=["https://example.kz/hooks/nusqa"])
    lang: Language | None = Field(examples=[None])
    legal_only: bool = Field(examples=[True])
    events: tuple[EventFeed, ...] = Field(examples=[["changes", "amendments"]])
    state: WatchState = Field(
        description="`paused` by you: what is recorded meanwhile is sent once you resume. "
        "`disabled` by us, for the reason given: resume it when the receiver is well.",
        examples=["active"],
    )
    state_reason: str | None = Field(examples=[None])
    created_at: datetime.datetime = Field(examples=[_MOMENT])
    delivered_at: datetime.datetime | None = Field(
        description="When the last message arrived.", examples=[None]
    )
    failing_since: datetime.datetime | None = Field(
        description="Since when every attempt has failed.", examples=[None]
    )

    @classmethod
    def of(cls, watch: Watch, line: Lineage) -> WatchOut:
        """A watch as the API writes it."""
        return cls(**_values(watch, line))


def _values(watch: Watch, line: Lineage) -> dict[str, Any]:
    wanted, subject = watch.wanted, watch.subject
    return {
        "id": watch.id,
        "act": subject.ngr,
        "article": subject.key,
        "articles_now": line.keys_now() if subject.key else (),
        "moves": tuple(MoveOut.of(one) for one in line.moves if one.from_key != one.to_key),
        "query": subject.query,
        "url": wanted.url,
        "lang": wanted.language,
        "legal_only": wanted.legal_only,
        "events": wanted.feeds,
        "state": watch.state,
        "state_reason": watch.state_reason,
        "created_at": watch.created_at,
        "delivered_at": watch.delivered_at,
        "failing_since": watch.failing_since,
    }


class WatchMade(WatchOut):
    """A new watch, with what is shown this once."""

    token: str = Field(
        description="Manages the watch: `Authorization: Bearer …`. Keep it; it cannot be shown "
        "again.",
        examples=["wt_Zr3…"],
    )
    secret: str = Field(
        description="Verifies the messages (Standard Webhooks). Keep it; it cannot be shown again.",
        examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"],
    )

    @classmethod
    def made(cls, watch: Watch, line: Lineage, *, token: str, secret: str) -> WatchMade:
        """A new watch as the API writes it."""
        return cls(**_values(watch, line), token=token, secret=secret)


class WatchList(Listed):
    """All watches, for the operator."""

    watches: tuple[WatchOut, ...]


class SecretOut(Answer):
    """A new secret, shown this once."""

    secret: str = Field(examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"])
    old_secret_until: datetime.datetime = Field(
        description="Until then messages carry a signature by the old secret too.",
        examples=["2026-11-03T08:16:00Z"],
    )


class AttemptOut(Answer):
    """One attempt to deliver a message."""

    number: int = Field(examples=[1])
    started_at: datetime.datetime = Field(examples=[_MOMENT])
    finished_at: datetime.datetime | None = Field(examples=["2026-11-02T08:16:01Z"])
    outcome: AttemptOutcome | None = Field(
        description="Null while it is under way.", examples=["delivered"]
    )
    status: int | None = Field(
        description="HTTP status of the receiver, where it answered.", examples=[204]
    )
    latency_ms: int | None = Field(examples=[182])
    error: str | None = Field(description="What went wrong, in words.", examples=[None])

    @classmethod
    def of(cls, attempt: Attempt) -> AttemptOut:
        """An attempt as the API writes it."""
        return cls(
            number=attempt.number,
            started_at=attempt.started_at,
            finished_at=attempt.finished_at,
            outcome=attempt.outcome,
            status=attempt.status,
            latency_ms=attempt.latency_ms,
            error=attempt.error,
        )


class DeliveryOut(Answer):
    """A message, and how far it got."""

    id: str = Field(
        description="What the receiver gets as `webhook-id`: the same in every attempt.",
        examples=["msg_p5jXN8AQM9LWM0D4loKWxJek"],
    )
    type: str = Field(examples=["change.recorded"])
    state: DeliveryState = Field(
        description="`dead`: nothing more is tried; it can be sent anew.", examples=["delivered"]
    )
    created_at: datetime.datetime = Field(examples=[_MOMENT])
    next_attempt_at: datetime.datetime | None = Field(
        description="Not before then; null when nothing more is tried.", examples=[None]
    )
    finished_at: datetime.datetime | None = Field(examples=["2026-11-02T08:16:01Z"])
    attempts: tuple[AttemptOut, ...]
    message: dict[str, Any] | None = Field(
        default=None,
        description="The body that is sent; only where one delivery is asked for.",
        examples=[{"id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "type": "change.recorded"}],
    )

    @classmethod
    def of(cls, delivery: Delivery, *, message: bool = False) -> DeliveryOut:
        """A message as the API writes it."""
        return cls(
            id=delivery.id,
            type=delivery.type,
            state=delivery.state,
            created_at=delivery.created_at,
            next_attempt_at=delivery.next_attempt_at,
            finished_at=delivery.finished_at,
            attempts=tuple(map(AttemptOut.of, delivery.attempts)),
            message=json.loads(delivery.body) if message else None,
        )


class DeliveryLog(Answer):
    """A page of a watch's messages, newest first."""

    deliveries: tuple[DeliveryOut, ...]
    cursor: int | None = Field(
        description="Ask again with it for the older ones; null when these are the last.",
        examples=[None],
    )

    @classmethod
    def of(cls, page: Sequence[Delivery], *, more: bool) -> DeliveryLog:
        """A page as the API writes it."""
        return cls(
            deliveries=tuple(DeliveryOut.of(one) for one in page),
            cursor=page[-1].place if page and more else None,
        )
