"""What is said above a text is said of what it is: words taken out, a day to come, a list's end."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Block, Edition, EditionLabel, Footnote, Language, ListedEdition
from corpus.store import writes
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, store_editions
from tests.api.house import House
from tests.api.pages.test_article_state import at, banners
from tests.api.pages.test_pages import soup_of

NGR = "Z990000778_"
ARTICLE = f"/acts/{NGR}/articles/art_2"
_TAKEN_OUT = Footnote(
    "Сноска. Статья 2 исключена Законом РК от 06.12.2002 № 8-II (вводится в действие с 01.06.2003)."
)


def _edition(label: str, *body: Block | Footnote) -> Edition:
    other = law.article("1", "Сад", law.point("1", "Яблони сажают весной."), divisions=())
    return law.edition(
        NGR, label, other, law.article("2", "Груши", *body, divisions=()), title="О садах"
    )


@pytest.fixture
def orchard(own_house: House) -> House:
    """Two editions that a registry's list names: in the second, article 2 is only a heading."""
    editions = [
        _edition("2001-02-05", law.point("1", "Груши сажают летом.")),
        _edition("2002-12-06", _TAKEN_OUT),
    ]
    with own_house.store.write() as session:
        act = Act(NGR, {Language.RU: "О садах"}, number="778", adopted=date(2001, 2, 5))
        writes.upsert_act(session, act)
        listed = [ListedEdition(EditionLabel.parse(one)) for one in ("2001-02-05", "2002-12-06")]
        writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
        store_editions(session, own_house.snapshots, editions)
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    return own_house


def test_an_excluded_article_is_not_told_to_be_in_force(orchard: House) -> None:
    told = banners(soup_of(at(orchard, "2003-07-01"), ARTICLE))
    assert list(told) == ["repealed"]
    assert told["repealed"].startswith("Эта статья исключена. На 01.07.2003")


def test_an_excluded_article_was_not_in_force_on_a_day(orchard: House) -> None:
    told = banners(soup_of(at(orchard, "2004-07-01"), f"{ARTICLE}?in_force_on=2003-07-01"))
    assert list(told) == ["repealed"]
    assert told["repealed"].startswith("На 01.07.2003 эта статья исключена.")
    assert "№ 8-II" in told["repealed"].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("ui", "past", "to_come"),
    [
        ("ru", "Действовало 01.05.2003.", "По известным сегодня поправкам будет действовать"),
        ("kk", "қолданыста болған", "қолданыста болады"),
        ("en", "In force on 1 May 2003", "By the amendments known today, in force on"),
    ],
)
def test_what_a_day_to_come_has_is_told_as_known_today(
    orchard: House, ui: str, past: str, to_come: str
) -> None:
    client = at(orchard, "2003-05-20")
    for day, words in (("2003-05-01", past), ("2003-05-30", to_come)):
        told = banners(soup_of(client, f"{ARTICLE}?in_force_on={day}&ui={ui}"))
        assert words in told["settled"], day


def test_a_day_behind_the_end_of_a_list_does_not_deny_the_list(orchard: House) -> None:
    page = soup_of(at(orchard, "2003-05-20"), f"{ARTICLE}?on=2050-01-01").get_text()
    assert "который доходил бы до названной даты, у нас нет" in page


def test_the_act_by_which_another_lost_its_force_is_called_an_act_once(own_house: House) -> None:
    with own_house.store.write() as session:
        repealed = Act(NGR, {Language.RU: "О садах"}, repealed_on=date(2011, 5, 19))
        writes.upsert_act(session, repealed)
        store_editions(session, own_house.snapshots, [_edition("2001-02-05", _TAKEN_OUT)])
    page = soup_of(own_house.client(), f"{ARTICLE}?on=2015-01-01", 404).get_text()
    assert "утратил силу 19.05.2011" in page
    assert "акт акт" not in page


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_a_whole_act_is_not_shown_for_a_day_in_force_that_it_was_not_asked_by(
    orchard: House, ui: str
) -> None:
    address = f"/acts/{NGR}?in_force_on=2001-05-01&ui={ui}"
    page = soup_of(at(orchard, "2003-05-20"), address, 422).get_text()
    assert "Груши" not in page
    assert "in_force_on" in page


@pytest.mark.parametrize(
    ("ui", "none_yet", "older"),
    [
        ("ru", "никакой: акт мог ещё не действовать", "более ранний текст"),
        ("kk", "ешқандай: акт әлі күшіне енбеген болуы мүмкін", "ертерек мәтін"),
        ("en", "none: the act may not have been in force yet", "an older"),
    ],
)
def test_before_an_act_as_adopted_there_is_no_older_text_to_be_missed(
    orchard: House, ui: str, none_yet: str, older: str
) -> None:
    page = soup_of(at(orchard, "2001-05-20"), f"{ARTICLE}?in_force_on=2001-03-01&ui={ui}", 409)
    told = page.get_text()
    assert none_yet in told
    assert older not in told


def test_the_list_of_wordings_tells_what_is_not_held_behind_the_newest(orchard: House) -> None:
    with orchard.store.write() as session:
        later = [ListedEdition(EditionLabel.parse("2004-04-04"))]
        writes.list_editions(session, NGR, Language.RU, later, "adilet", FETCHED)
    history = soup_of(at(orchard, "2005-05-20"), ARTICLE).select_one("section.history")
    assert history is not None
    first = history.select_one("ol > li")
    assert first is not None
    assert "с 04.04.2004: текста у нас нет" in " ".join(first.get_text().split())
    assert "По меткам редакций." in history.get_text()
