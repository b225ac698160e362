"""An act's form, number and day where only the words under its editions' titles tell them."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.citations.requisites import Requisites, read_requisites
from corpus.store.tables import EDITIONS

_read = lru_cache(maxsize=1024)(read_requisites)
"""Every list of acts asks for the same words again."""


def requisites_of(session: Session, acts: Collection[str] | None = None) -> dict[str, Requisites]:
    """By act (None: all), what stands under the titles of its editions, Russian before Kazakh.

    One query; an act of which nothing is held is not there.
    """
    table = EDITIONS.c
    rows = session.execute(
        select(table.ngr, table.language, table.requisites)
        .where(table.requisites != "", *([] if acts is None else [table.ngr.in_(acts)]))
        .distinct()
        .order_by(table.ngr, table.language.desc(), table.requisites)
    )
    found: dict[str, Requisites] = {}
    for row in rows:
        own, read = found.get(row.ngr, Requisites()), _read(row.requisites)
        found[row.ngr] = Requisites(
            own.form or read.form, own.number or read.number, own.adopted or read.adopted
        )
    return found
