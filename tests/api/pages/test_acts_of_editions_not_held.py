"""Notes may name only acts of editions that are not held: the list of editions says just that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.amending_acts import AmendingActs
from corpus.law import Act, EditionLabel, Footnote, Language, ListedEdition
from corpus.store import writes
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api.coming import NGR, TITLE, gates
from tests.api.filling import FETCHED, RECORDED, store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of

_WITHIN = Footnote("Сноска. Статья 1 с изменениями, внесенными Законом РК от 10.03.2012 № 7-V.")
_AFTER = Footnote("Сноска. Статья 1 с изменениями, внесенными Законом РК от 11.05.2015 № 9-V.")


def made_by(house: House, ui: str, *notes: Footnote) -> str:
    """What is said of the acts of an edition before which one is known that is not held."""
    labels = ("2010-01-01", "2013-01-01", "2015-05-11")
    first, last = gates(labels[0], "1"), gates(labels[-1], "1")
    (article,) = last.articles
    last = replace(last, content=(replace(article, body=(*article.body, *notes)),))
    with house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: TITLE}))
        listed = [ListedEdition(EditionLabel.parse(one)) for one in labels]
        writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
        store_editions(session, house.snapshots, [first, last])
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    row = soup_of(house.client(), f"/acts/{NGR}?ui={ui}").select("table.editions tbody tr")[0]
    return " ".join(row.select("td")[1].get_text().split())


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "примечания называют только акты более ранних редакций, которых у нас нет"),
        ("kk", "ескертпелер тек бұдан бұрынғы, бізде жоқ редакциялардың актілерін атайды"),
        ("en", "the notes name only acts of earlier editions, which are not held"),
    ],
)
def test_acts_of_editions_in_between_are_told_as_such(
    own_house: House, ui: str, words: str
) -> None:
    assert made_by(own_house, ui, _WITHIN) == words


def test_notes_that_name_no_act_are_told_as_before(own_house: House) -> None:
    assert made_by(own_house, "ru") == "примечания этой редакции не называют"


def test_an_act_of_the_edition_itself_is_named(own_house: House) -> None:
    assert "№ 9-V" in made_by(own_house, "ru", _WITHIN, _AFTER).replace("\u00a0", " ")
