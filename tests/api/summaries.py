"""Summaries of editions that no store holds."""

from __future__ import annotations

from datetime import UTC, datetime

from corpus.law import WHOLE, ActStatus, EditionLabel, Language
from corpus.store.records import EditionSummary, RevisionReason


def summary(label: EditionLabel, number: int = 1) -> EditionSummary:
    """An edition of an act of our own, with no window of days."""
    return EditionSummary(
        id=number,
        ngr="Z990000001_",
        language=Language.RU,
        label=label,
        from_=None,
        to=None,
        title="О садах",
        requisites="",
        status=ActStatus.UPDATED,
        holding=WHOLE,
        articles=1,
        known_on=None,
        cause=None,
        sample=False,
        revision=1,
        reason=RevisionReason.FIRST,
        registry="adilet",
        format="adilet-classic",
        parser_version="1",
        recorded_at=datetime(2026, 11, 2, tzinfo=UTC),
        superseded_by=None,
        content_hash="",
    )
