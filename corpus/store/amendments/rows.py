"""A stored reading as a value, with what is known better of its act since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from corpus.amendments import Amendment, NgrGround
from corpus.store import law_json


def amendment_of(row: Row[Any]) -> Amendment:
    """The amendment of a row that has a reading's `body`, `act_ngr` and `act_ngr_ground`."""
    amendment = law_json.from_json(Amendment, row.body)
    ground = NgrGround(row.act_ngr_ground) if row.act_ngr_ground else None
    return replace(amendment, act=replace(amendment.act, ngr=row.act_ngr, ngr_ground=ground))
