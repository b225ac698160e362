"""An act about an orchard, of one edition of which the copy breaks off inside an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.law import Act, Edition, EditionLabel, Holding, HoldingKind, Language, ListedEdition
from corpus.store import writes
from tests.api.filling import FETCHED, store_changes, store_editions
from tests.api.house import House
from tests.api.law import article, edition, point

NGR = "Z050000777_"
TITLE = "О саде"
WHOLE, CUT, LAST = "2005-01-10", "2010-03-01", "2020-06-01"
NOT_HELD = ("2007-05-05", "2015-09-09")

APPLES = "Яблоки собирают осенью."
KEYS = "Ключ от калитки хранится у сторожа."
PEARS = "Груши собирают летом, пока они тверды."
HONEY = "Мёд качают дважды: в июле и в августе."
SEEDS = "Семена хранят в сухом подвале до весны."


def _orchard(label: str, *texts: Sequence[str], cut: bool = False) -> Edition:
    """Articles 1, 2, 3, ... each with the texts of its points."""
    articles = (
        article(
            str(number), "Сад", *(point(str(at), one) for at, one in enumerate(points, 1)),
            divisions=(),
        )
        for number, points in enumerate(texts, 1)
    )  # fmt: skip
    holding = Holding(HoldingKind.BEGINNING) if cut else Holding()
    return edition(NGR, label, *articles, title=TITLE, holding=holding)


EDITIONS = (
    _orchard(WHOLE, (APPLES,), (KEYS, PEARS, HONEY), (SEEDS,), ("Вода из реки.",)),
    # It ends in the middle of a word of point 2 of article 2.
    _orchard(CUT, ("Яблоки собирают зимой.",), (KEYS, "Груши собирают ле"), cut=True),
    _orchard(LAST, (APPLES,), (KEYS, PEARS, HONEY), (SEEDS,), ("Вода из пруда.",)),
)


def hold_orchard(
    house: House, editions: Sequence[Edition] = EDITIONS, listed: Sequence[str] = NOT_HELD
) -> None:
    """Store editions of the act and what changed between them; `listed` are known besides."""
    with house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: TITLE}, adopted=date(2005, 1, 10)))
        labels = {*(one.label for one in editions), *map(EditionLabel.parse, listed)}
        known = [ListedEdition(one) for one in sorted(labels, key=str)]
        writes.list_editions(session, NGR, Language.RU, known, "adilet", FETCHED)
        store_editions(session, house.snapshots, editions)
        store_changes(session, NGR, Language.RU)
    house.index()
