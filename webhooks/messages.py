"""The messages that watchers get: their types, ids and JSON bodies."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy.orm import Session

from corpus.store.amendments.records import AmendmentRecord
from corpus.store.reads import ChangeRecord
from corpus.store.watches.deliveries import TEST, Message
from corpus.watches import EventFeed, Move, Watch

JsonObject = dict[str, Any]
_ID_BYTES = 18


class MessageType(StrEnum):
    """What a message tells of. Receivers should pass over types that they do not know."""

    CHANGE_RECORDED = "change.recorded"
    CHANGE_WITHDRAWN = "change.withdrawn"
    AMENDMENT_RECORDED = "amendment.recorded"
    AMENDMENT_WITHDRAWN = "amendment.withdrawn"
    TEST = TEST


class Describes(Protocol):
    """Writes records as the API does, in its short form; the API's side of it is passed in."""

    def changes(self, session: Session, records: Sequence[ChangeRecord]) -> list[JsonObject]:
        """One JSON object a change, in order."""

    def amendments(self, session: Session, records: Sequence[AmendmentRecord]) -> list[JsonObject]:
        """One JSON object an amendment, in order."""


def record_message(
    watch: Watch,
    keys: Sequence[str],
    record: ChangeRecord | AmendmentRecord,
    described: JsonObject,
    moved: Sequence[Move],
    at: datetime,
) -> Message:
    """The message that tells a watch of a record; `keys` are its article's keys by now.

    The same record at the same place in its feed always makes a message of the same id.
    """
    withdrawn = record.withdrawn_at is not None
    if isinstance(record, ChangeRecord):
        feed, name = EventFeed.CHANGES, "change"
        type_ = MessageType.CHANGE_WITHDRAWN if withdrawn else MessageType.CHANGE_RECORDED
    else:
        feed, name = EventFeed.AMENDMENTS, "amendment"
        type_ = MessageType.AMENDMENT_WITHDRAWN if withdrawn else MessageType.AMENDMENT_RECORDED
    message_id = _message_id(watch.id, feed, str(record.sequence))
    content = {"sequence": record.sequence, name: described}
    if moved:
        content["moved"] = [
            {
                "lang": one.language,
                "from": one.from_key,
                "to": one.to_key,
                "edition": str(one.newer_label),
            }
            for one in moved
        ]
    body = _body(message_id, type_, at, watch, keys, content)
    return Message(message_id, watch.id, type_, body, feed, record.id, record.sequence)


def test_message(watch: Watch, keys: Sequence[str], at: datetime, nonce: str) -> Message:
    """A message that tells of nothing, by which a receiver can be tried."""
    message_id = _message_id(watch.id, "test", nonce)
    content: JsonObject = {"test": {"said": "Nusqa reaches this address, and signs what it sends."}}
    body = _body(message_id, MessageType.TEST, at, watch, keys, content)
    return Message(message_id, watch.id, MessageType.TEST, body)


def _body(
    message_id: str,
    type_: MessageType,
    at: datetime,
    watch: Watch,
    keys: Sequence[str],
    content: JsonObject,
) -> str:
    subject = watch.subject
    document: JsonObject = {
        "id": message_id,
        "type": type_,
        "created": at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "watch": {
            "id": watch.id,
            "act": subject.ngr,
            "articles": list(keys) if subject.key else None,
            "query": subject.query,
        },
        **content,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _message_id(*parts: str) -> str:
    digest = hashlib.sha256("/".join(parts).encode()).digest()[:_ID_BYTES]
    return "msg_" + base64.urlsafe_b64encode(digest).decode()
