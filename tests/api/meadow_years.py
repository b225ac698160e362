"""An act about meadows whose older editions are known by their years, and one that is to come."""

from __future__ import annotations

from datetime import date

from corpus.amending_acts import AmendingActs
from corpus.law import (
    WHOLE,
    Act,
    Article,
    Content,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    ListedEdition,
)
from corpus.store import writes
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, store_changes, store_editions
from tests.api.house import House

NGR = "Z950000999_"
_EXCLUDED = Footnote(
    "Сноска. Заголовок изложен в новой редакции, преамбула исключена Законом РК от 6 мая 1999 г. "
    'N 375. По всему тексту слово "луговод" заменено словом "пастух" Законом РК от 19 июня 2007 г. '
    "N 268."
)
_ADDED = "Сноска. Закон дополнен статьей 7 в соответствии с Законом РК от 24.05.2021 № 41-VII"
_COMING = (
    f"{_ADDED}; с изменениями, внесенными Законом РК от 01.10.2026 № 400-VIII (вводится в "
    "действие с 01.01.2031)."
)


def _edition(label: str, *content: Content, holding: Holding = WHOLE) -> Edition:
    return law.edition(NGR, label, *content, title="О лугах", holding=holding)


def _parts(*keys: str) -> Holding:
    return Holding(HoldingKind.PARTS, keys)


def _article(number: str, text: str, *notes: Footnote) -> Article:
    return law.article(number, f"Луг {number}", law.point("1", text), *notes, divisions=())


EDITIONS = (
    _edition("1998", law.preamble("Луговод бережёт луг."), _article("1", "Косят дважды в лето.")),
    _edition("2007", _EXCLUDED, _article("1", "Косят один раз в лето.")),
    _edition(
        "2022-02-07",
        _EXCLUDED,
        _article("1", "Косят один раз в лето."),
        _article("7", "Пасут до октября.", Footnote(f"{_ADDED}.")),
        holding=_parts("art_1", "art_7"),
    ),
    _edition(
        "2031-01-01",
        _EXCLUDED,
        _article("1", "Косят один раз в лето."),
        _article("7", "Пасут до ноября.", Footnote(_COMING)),
        _article("8", "Луг огораживают.", Footnote(_COMING)),
        holding=_parts("art_1", "art_7", "art_8"),
    ),
)
NAMED = ("1998-11-06", "1999-05-06", "2004-04-13", "2007-06-19", "2021-05-24", "2025-01-01")


def sow(house: House) -> None:
    """Store the editions, what their notes say, what changed, and a list that names more."""
    with house.store.write() as session:
        writes.upsert_act(
            session, Act(NGR, {Language.RU: "О лугах"}, number="999", adopted=date(1995, 9, 28))
        )
        listed = [ListedEdition(EditionLabel.parse(name)) for name in NAMED]
        writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
        store_editions(session, house.snapshots, EDITIONS)
        store_changes(session, NGR, Language.RU)
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
