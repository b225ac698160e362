"""An application whose index knows for certain on which days a few articles were in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.keeping.state import IndexState
from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL
from tests.corpus.search.texts import document

FIRST, SECOND, THIRD = date(2013, 6, 13), date(2021, 6, 1), date(2023, 1, 1)


def dated_house(folder: Path) -> House:
    """A house that is filled with acts, and with these wordings in its index."""
    house = empty_house(folder)
    fill(house.store, house.snapshots)
    with house.store.read() as session:
        state = IndexState.of(session)
    house.engine.rebuild(WORDINGS, str(state))
    return house


def _wording(
    key: str, text: str, begins: date, ends: date | None, lang: str = "ru", ngr: str = LOCAL
) -> SearchDocument:
    is_law = ngr == LOCAL
    return document(
        text,
        ngr=ngr,
        key=key,
        lang=Language(lang),
        heading=f"Статья {key.removeprefix('art_')}.",
        valid_from=begins,
        valid_to=ends,
        is_current=ends is None,
        replaced=ends is not None and key == "art_36",
        before_is_known=True,
        after_is_known=True,
        label=str(begins),
        form="law" if is_law else "constitutional law",
        year=2001 if is_law else 1995,
        regimes=("2013",) if begins == FIRST else ("2020",),
        themes=("electorate",) if key == "art_36" else (),
    )


WORDINGS = (
    _wording("art_36", "Акима избирают депутаты.", FIRST, SECOND),
    _wording("art_36", "Акима избирают жители.", SECOND, THIRD),
    _wording("art_36", "Акима избирают жители; день выборов назван.", THIRD, None),
    _wording("art_36", "Әкімді тұрғындар сайлайды.", SECOND, None, "kk"),
    _wording("art_36-1", "Аким служит четыре года.", SECOND, None),
    _wording("art_37", "Аким вправе уйти сам.", FIRST, SECOND),
    _wording("art_37", "", SECOND, SECOND),  # what its repeal has left
    _wording("art_40", "О статье 36-1 говорят и здесь: срок.", FIRST, None),
    _wording("art_113-1", "Акимов избирают в сёлах.", FIRST, None, ngr=ELECTIONS),
)
