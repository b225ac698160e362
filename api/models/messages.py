"""Records as webhook messages carry them: what the feeds answer, without the long texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy.orm import Session

from api.models.amendments import AmendmentOut
from api.models.change_feed import ChangeRecordOut
from api.questions.following.told_changes import tell_changes
from corpus.law import Language
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.changes.rows import ChangeRecord

_LONG = frozenset(("redline", "html", "before", "after"))
"""The members of a change that its links lead to."""


class Descriptions:
    """Writes changes and amendments for messages. Links begin with the service's public address.

    Without one they begin with `/`, and are to be read against the address the watch was made at.
    """

    def __init__(self, public_url: str | None = None) -> None:
        self._root = public_url or ""

    def changes(self, session: Session, records: Sequence[ChangeRecord]) -> list[dict[str, Any]]:
        """Each change as `/v1/changes` has it, without wordings and redline."""
        return [
            {
                **ChangeRecordOut.told(told, texts=False).model_dump(
                    mode="json", exclude=set(_LONG)
                ),
                "links": self._change_links(told.record),
            }
            for told in tell_changes(session, records)
        ]

    def amendments(
        self,
        session: Session,  # noqa: ARG002 - a record has all that is told of it
        records: Sequence[AmendmentRecord],
    ) -> list[dict[str, Any]]:
        """Each amendment as `/v1/amendments` has it."""
        return [
            {
                **AmendmentOut.of(record).model_dump(mode="json"),
                "links": self._amendment_links(record),
            }
            for record in records
        ]

    def _amendment_links(self, record: AmendmentRecord) -> dict[str, str]:
        key = record.amendment.target.key
        narrowed = {"article": key} if key else {}
        listed = self._link("/v1/amendments", act=record.ngr, **narrowed, lang=record.language)
        return {"amendments": listed}

    def _change_links(self, record: ChangeRecord) -> dict[str, str | None]:
        change = record.change
        act = f"/v1/acts/{quote(record.ngr)}"
        older, newer = str(record.older_label), str(record.newer_label)
        differ = older != newer  # the row of a label that was corrected has no address of its own
        return {
            "change": self._link(
                "/v1/changes", cursor=record.sequence - 1, limit=1, withdrawn="true"
            ),
            "diff": self._link(f"{act}/diff", **{"from": older, "to": newer}, lang=record.language)
            if differ
            else None,
            "before": self._article(act, change.old_key, older, record.language)
            if change.old_text_hash and differ
            else None,
            "after": self._article(act, change.new_key, newer, record.language)
            if change.new_text_hash
            else None,
        }

    def _article(self, act: str, key: str | None, edition: str, language: Language) -> str | None:
        if key is None:
            return None
        return self._link(f"{act}/articles/{quote(key)}", edition=edition, lang=language)

    def _link(self, path: str, **parameters: object) -> str:
        return f"{self._root}{path}?{urlencode(parameters)}"
