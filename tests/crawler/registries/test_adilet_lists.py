"""adilet's addresses, edition lists and cards."""

from __future__ import annotations

import pytest

from corpus.law import ActStatus, EditionLabel, Language
from crawler.registries import adilet, read_edition_list
from crawler.registries.pages import Address, Format, PageKind, is_ngr, read_address
from crawler.registries.refusals import NotAnActPage, WrongAct, WrongLanguage
from tests.crawler.registries.saved import NGR, page, source


def test_addresses_are_made_from_the_base_language_and_number() -> None:
    label = EditionLabel.parse("2009-02-09")
    current = adilet.edition_request(NGR, Language.KK)
    dated = adilet.edition_request(NGR, Language.RU, label, base="http://127.0.0.1:8010/")
    assert current.url == "https://old.adilet.zan.kz/kaz/docs/Z990000777_"
    assert dated.url == "http://127.0.0.1:8010/rus/archive/docs/Z990000777_/09.02.2009"
    assert (dated.page, dated.label) == (PageKind.EDITION, label)
    assert adilet.edition_list_request(NGR, Language.EN).url.endswith(
        "/eng/docs/Z990000777_/history"
    )
    assert adilet.card_request(NGR, Language.RU).url.endswith("/rus/docs/Z990000777_/info")


def test_a_year_is_no_address() -> None:
    with pytest.raises(ValueError, match="by day"):
        adilet.edition_request(NGR, Language.RU, EditionLabel.parse("1998"))


@pytest.mark.parametrize(
    "ngr", ["Z950002464_", "Z2100000041", "G25SB03117M", "K950001000_", "U1300000555"]
)
def test_every_form_of_number_is_read_from_an_address(ngr: str) -> None:
    assert is_ngr(ngr)
    for tail in ("", "/info", "#z5", "?x=1"):
        assert read_address(f"https://old.adilet.zan.kz/rus/docs/{ngr}{tail}") == Address(
            ngr, Language.RU, None
        )


def test_an_address_of_a_dated_edition_names_its_day() -> None:
    address = read_address("/kaz/archive/docs/G25SB03117M/01.02.2025")
    assert address == Address("G25SB03117M", Language.KK, EditionLabel.parse("2025-02-01"))
    assert read_address("/rus/docs/Z990000777_/09.02.2009") is not None


@pytest.mark.parametrize("url", ["/rus/docs/rss", "/rus/search/docs/x", "/rus/docs/", "#z1"])
def test_other_addresses_name_no_act(url: str) -> None:
    assert read_address(url) is None


def test_the_history_page_lists_editions_and_the_last_one_is_the_current_text() -> None:
    listed = adilet.read_edition_list(page("adilet/history.rus.html"), NGR, Language.RU)
    assert [str(one.label) for one in listed] == ["1999-05-05", "2009-02-09", "2021-06-30"]
    assert listed[0].url == "https://old.adilet.zan.kz/rus/archive/docs/Z990000777_/05.05.1999"
    assert listed[-1].url == "https://old.adilet.zan.kz/rus/docs/Z990000777_"


def test_the_dispatcher_reads_lists() -> None:
    body = page("adilet/history.rus.html")
    assert len(read_edition_list(Format.ADILET_HISTORY, body, source())) == 3
    with pytest.raises(ValueError, match="no format of edition lists"):
        read_edition_list(Format.MIRROR, body, source())


def test_a_list_of_another_act_or_language_is_refused() -> None:
    body = page("adilet/history.rus.html")
    with pytest.raises(WrongAct, match="Z990000777_"):
        adilet.read_edition_list(body, "Z950002464_", Language.RU)
    with pytest.raises(WrongLanguage):
        adilet.read_edition_list(body, NGR, Language.KK)


def test_an_act_page_is_no_edition_list() -> None:
    with pytest.raises(NotAnActPage, match="edition list"):
        adilet.read_edition_list(page("adilet/act.rus.html"), NGR, Language.RU)


def test_the_card_gives_its_rows_as_they_are() -> None:
    card = adilet.read_card(page("adilet/card.rus.html"), NGR, Language.RU)
    assert card.title == "О выдуманных советах"
    assert card.status is ActStatus.NEW
    assert card.fields == (
        ("Регион действия", "Республика Пример"),
        ("Юридическая сила", "Закон"),
    )
