"""Citations of provisions in three languages."""

from __future__ import annotations

import pytest

from corpus.citing import cite, name_and_place
from corpus.law import Language
from corpus.provisions import ProvisionSet
from corpus.themes import Source

RULES = Source(
    ProvisionSet("U1", ("app_1",)),
    {Language.RU: "Правила", Language.KK: "Қағидалар", Language.EN: "Rules"},
)
LAW = Source(ProvisionSet("Z1"), {Language.RU: "Закон", Language.KK: "Заң", Language.EN: "Law"})
SOURCES = (RULES, LAW)


def cited(*provisions: str, language: Language = Language.RU, sources: object = None) -> str:
    return cite(map(ProvisionSet.parse, provisions), SOURCES, language)


@pytest.mark.parametrize(
    ("provisions", "ru", "kk", "en"),
    [
        ("U1:app_1__p_28", "Правила, п. 28", "Қағидалар, 28-тармақ", "Rules, point 28"),
        ("U1:app_1__p_1,app_1__p_10,app_1__p_11,app_1__p_12", "Правила, п. 1, 10–12",
         "Қағидалар, 1, 10–12-тармақтар", "Rules, points 1, 10–12"),
        ("Z1:art_113-5__p_2,art_113-5__p_3,art_113-6", "Закон, ст. 113-5 п. 2, 3; ст. 113-6",
         "Заң, 113-5-бап, 2, 3-тармақтар; 113-6-бап", "Law, art. 113-5, points 2, 3; art. 113-6"),
        ("Z1:art_41,art_42,art_43,art_44-1", "Закон, ст. 41–43, 44-1", "Заң, 41–43, 44-1-баптар",
         "Law, arts 41–43, 44-1"),
        ("Z1:art_1__p_2__sp_3-1,art_1__p_2__sp_4", "Закон, ст. 1 п. 2 пп. 3-1), 4)",
         "Заң, 1-бап, 2-тармақ, 3-1), 4) тармақшалар", "Law, art. 1, point 2, subpoints 3-1), 4)"),
        ("Z1:ch_13-1", "Закон, гл. 13-1", "Заң, 13-1-тарау", "Law, ch. 13-1"),
        ("U1:app_1__preamble", "Правила, преамбула", "Қағидалар, кіріспе", "Rules, preamble"),
        ("U1:app_1", "Правила", "Қағидалар", "Rules"),
        ("U1:app_1__text", "Правила, текст", "Қағидалар, мәтін", "Rules, text"),
    ],
)  # fmt: skip
def test_a_place_is_cited_as_a_lawyer_of_that_language_writes_it(
    provisions: str, ru: str, kk: str, en: str
) -> None:
    told = [cited(provisions, language=language) for language in Language]
    assert told == [ru, kk, en]


def test_a_number_between_two_others_does_not_hide_in_a_range() -> None:
    assert cited("Z1:art_20,art_20-1,art_20-2") == "Закон, ст. 20–20-2"
    assert cited("Z1:art_20,art_20-2,art_21") == "Закон, ст. 20, 20-2, 21"


def test_the_narrowest_source_names_a_provision() -> None:
    assert cited("U1:p_2") == "U1, п. 2"
    assert cited("U1:app_10__p_2") == "U1, прил. 10 п. 2"


def test_several_acts_are_told_one_after_the_other() -> None:
    assert cited("Z1:art_1", "U1:app_1__p_2") == "Закон, ст. 1; Правила, п. 2"


def test_an_act_without_a_short_name_is_called_by_its_number() -> None:
    assert cited("K9:art_5") == "K9, ст. 5"


def test_a_key_that_is_no_unit_is_told_as_it_is() -> None:
    assert cited("Z1:verse_3") == "Закон, verse_3"


def test_what_a_heading_names_already_is_not_named_again() -> None:
    provisions = [ProvisionSet.parse("U1:app_1__p_2"), ProvisionSet.parse("Z1:art_1")]
    told = cite(provisions, SOURCES, Language.RU, unnamed=ProvisionSet.parse("U1:app_1"))
    assert told == "п. 2; Закон, ст. 1"


def test_a_name_and_a_place_are_told_apart() -> None:
    point = name_and_place("U1", "app_1__p_28", SOURCES, Language.EN)
    assert point == ("Rules", "point 28")
    assert name_and_place("U1", "app_1", SOURCES, Language.RU) == ("Правила", "")
    assert name_and_place("K9", "art_5", SOURCES, Language.KK) == ("K9", "5-бап")
