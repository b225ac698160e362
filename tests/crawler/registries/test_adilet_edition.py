"""Editions from the classic act page: what its frame says, and which label it gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.law import ActStatus, EditionLabel, Footnote, Holding, HoldingKind, Language, Precision
from crawler.registries import adilet, read
from crawler.registries.adilet_page import open_page
from tests.crawler.registries.saved import NGR, page, source


def test_the_frame_says_title_requisites_status_and_day_of_the_database() -> None:
    edition = adilet.read_edition([page("adilet/act.rus.html")], source())
    assert edition.title == "О выдуманных советах"
    assert edition.requisites == "Закон Республики Пример от 5 мая 1999 года N 777."
    assert edition.status is ActStatus.UPDATED
    assert edition.known_on == date(2026, 6, 8)


def test_the_frame_says_the_act_and_its_number_in_the_reference_bank() -> None:
    opened = open_page(page("adilet/act.rus.html"))
    assert opened.address is not None
    assert (opened.address.ngr, opened.language) == (NGR, Language.RU)
    assert opened.reference_bank_id == 9777


def test_articles_and_their_notes_are_read() -> None:
    edition = adilet.read_edition([page("adilet/act.rus.html")], source())
    assert {"preamble", "art_1", "art_2", "art_3", "art_4"} <= set(edition.by_key)
    repealed = edition.by_key["art_3"]
    assert repealed.heading == "Сборы"
    assert repealed.blocks == ()
    assert isinstance(repealed.notes[0], Footnote)


def test_the_sources_label_goes_first() -> None:
    label = EditionLabel.parse("2021-06-30")
    assert adilet.read_edition([page("adilet/act.rus.html")], source(label=label)).label == label


def test_an_amended_act_without_a_label_is_undated() -> None:
    edition = adilet.read_edition([page("adilet/act.rus.html")], source())
    assert edition.label.precision is Precision.UNDATED


def test_an_act_that_was_never_amended_has_the_day_of_its_requisites() -> None:
    body = page("adilet/act.rus.html").replace(b"status_upd", b"status_new")
    assert str(adilet.read_edition([body], source()).label) == "1999-05-05"


def test_kazakh_requisites_give_the_day_too() -> None:
    edition = adilet.read_edition([page("adilet/act.kaz.html")], source(language=Language.KK))
    assert str(edition.label) == "1999-05-05"
    assert edition.by_key["art_1"].notes[0].text.startswith("Ескерту.")


def test_a_dated_editions_own_address_is_its_label() -> None:
    body = page("adilet/act.rus.html").replace(
        b"/rus/docs/Z990000777_ -->", b"/rus/archive/docs/Z990000777_/09.02.2009 -->"
    )
    assert str(adilet.read_edition([body], source()).label) == "2009-02-09"


def test_a_fragment_without_the_pages_frame_is_read() -> None:
    whole = page("adilet/act.rus.html").decode()
    fragment = whole[
        whole.index('<div class="container_alpha slogan">') : whole.index("</article>")
    ]
    known = source(holding=Holding(HoldingKind.BEGINNING))
    edition = adilet.read_edition([fragment.encode()], known)
    assert edition.title == "О выдуманных советах"
    assert "art_4" in edition.by_key


def test_the_dispatcher_reads_by_the_manifests_word() -> None:
    body = page("adilet/act.rus.html")
    assert read("adilet-classic", [body], source()) == adilet.read_edition([body], source())
    with pytest.raises(ValueError, match="not a valid Format"):
        read("gopher", [body], source())


def test_a_sample_is_marked_as_one() -> None:
    known = replace(source(), sample=True)
    assert adilet.read_edition([page("adilet/act.rus.html")], known).sample
