"""An act about gates, one edition of which is still to come, and a clock to see that by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from api.services import Services
from corpus.law import Act, Edition, Language
from corpus.store import writes
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House

NGR = "Z200000999_"
TITLE = "О воротах"
COMES = "2027-03-01"
EVE = datetime(2027, 2, 28, 18, 59, tzinfo=UTC)
"""A minute before it begins in Kazakhstan."""
MORNING = datetime(2027, 2, 28, 19, 0, tzinfo=UTC)
"""The moment at which it does."""


def gates(label: str, *numbers: str, language: Language = Language.RU) -> Edition:
    """An edition with the articles of some numbers, whose words name the edition."""
    articles = (
        law.article(number, "Ворота", law.point("1", f"Створки {label}."), divisions=())
        for number in numbers
    )
    return law.edition(NGR, label, *articles, language=language, title=TITLE)


NOW_AND_TO_COME = (gates("2020-01-01", "1"), gates(COMES, "1", "2"))


def hold(house: House, editions: Iterable[Edition], act: Act | None = None) -> None:
    """Store editions of the act, and make the index."""
    with house.store.write() as session:
        writes.upsert_act(session, act or Act(NGR, {Language.RU: TITLE}))
        store_editions(session, house.snapshots, editions)
    house.index()


def services_at(services: Services, moment: datetime) -> Services:
    """The same services by a clock that stands still."""
    return replace(services, clock=partial(_same, moment))


def _same(moment: datetime) -> datetime:
    return moment
