"""What changed is told of texts in one language; where that is not the page's, it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.law import Act, Language
from corpus.store import writes
from tests.api.coming import NGR, gates
from tests.api.filling import store_changes, store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of, text_of
from tests.api.pages.test_repealed_undated import told


def fill(house: House, *kazakh: str) -> None:
    """Russian texts that changed, and Kazakh ones of these labels, whose words stay the same."""
    russian = [gates("2019-01-01", "1"), gates("2020-01-01", "1")]
    same = gates("2019-01-01", "1", language=Language.KK)
    other = [replace(same, label=gates(label, "1").label) for label in kazakh]
    with house.store.write() as session:
        titles = {Language.RU: "О воротах", Language.KK: "Қақпалар туралы"}
        writes.upsert_act(session, Act(NGR, titles, number="7"))
        store_editions(session, house.snapshots, [*russian, *other])
        store_changes(session, NGR, Language.RU)
        if len(kazakh) > 1:
            store_changes(session, NGR, Language.KK)
    house.index()


@pytest.mark.parametrize("kazakh", [(), ("2019-01-01", "2020-01-01")])
def test_a_reader_in_whose_language_nothing_changed_sees_the_others_and_is_told(
    own_house: House, kazakh: tuple[str, ...]
) -> None:
    fill(own_house, *kazakh)
    soup = soup_of(own_house.client(), "/?ui=kk")
    assert text_of(soup, ".lately .help").startswith("Басқа тілдегі (орысша) мәтіндердің")
    assert len(soup.select(".lately article")) == 1


def test_a_reader_in_whose_language_it_changed_is_told_of_no_other(own_house: House) -> None:
    fill(own_house)
    soup = soup_of(own_house.client(), "/?ui=ru")
    assert not soup.select(".lately .help")
    assert len(soup.select(".lately article")) == 1


@pytest.mark.parametrize("address", ["/", "/changes"])
def test_an_act_is_called_by_one_name_on_a_page(own_house: House, address: str) -> None:
    fill(own_house)
    soup = soup_of(own_house.client(), f"{address}?ui=kk")
    names = {" ".join(one.get_text().split()) for one in soup.select("article h3 a")}
    assert names == {"Қақпалар туралы"}


def test_an_acts_number_is_written_as_the_language_does(own_house: House) -> None:
    fill(own_house)
    assert "No. 7" in told(soup_of(own_house.client(), "/?ui=en"), "table.acts tbody th")
    assert "№ 7" in told(soup_of(own_house.client(), "/?ui=ru"), "table.acts tbody th")
