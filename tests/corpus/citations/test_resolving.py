"""Citations in our own words, and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citations.reading import read_citation
from corpus.citations.resolving import Ambiguous, Missing, Resolution, Resolved, Unknown, resolve
from corpus.law import Language
from tests.corpus.citations.making import AMENDING, NAMESAKE, Held, register

REGISTER = register()


def meant(text: str, language: Language | None = None) -> Resolution:
    return resolve(read_citation(text, language), REGISTER, Held())


def places(text: str) -> list[str]:
    found = meant(text)
    assert isinstance(found, Resolved), found
    return [
        f"{one.act.ngr}:{'/'.join([one.key, *(unit.key for unit in one.inside), one.path])}".rstrip(
            "/"
        )
        for one in found.provisions
    ]


GARDENS, ELECTIONS, RULES, CODE = "Z010000148_", "Z950002464_", "U040001484_", "K1500000377"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ст. 36 п. 2 Закона № 148", f"{GARDENS}:art_36/p_2"),
        ("подпункт 2) пункта 1 статьи 36 Закона № 148-II", f"{GARDENS}:art_36/p_1/sp_2"),
        ("ст. 36-1 Закона РК от 23 января 2001 года N 148", f"{GARDENS}:art_36-1"),
        ("статья 36 Закона от 23.01.2001", f"{GARDENS}:art_36"),
        ("закон 148 ст. 36", f"{GARDENS}:art_36"),
        ("art. 36(2) of Law No. 148-II", f"{GARDENS}:art_36/p_2"),
        ("Article 36 of the Law of 23 January 2001", f"{GARDENS}:art_36"),
        ("2001 жылғы 23 қаңтардағы № 148 Заңның 36-бабының 2-тармағы", f"{GARDENS}:art_36/p_2"),
        ("статья 5 закона о выборах", f"{ELECTIONS}:art_5"),
        ("Сайлау туралы заңның 5-бабы", f"{ELECTIONS}:art_5"),
        ("article 5 of the Law on Elections of the Gardener", f"{ELECTIONS}:art_5"),
        ("ст. 5 закона о садах", f"{GARDENS}:art_5"),
        ("ст. 5 закона о самоуправлении садоводов", f"{GARDENS}:art_5"),
        ("113-3-бап", f"{ELECTIONS}:art_113-3"),
        ("113-3-баптың 1-тармағы", f"{ELECTIONS}:art_113-3/p_1"),
        ("глава 13-1 Закона о выборах", f"{ELECTIONS}:ch_13-1"),
        ("пункт 18 Правил № 1484", f"{RULES}:app_1__p_18"),
        ("№ 1484 Қағидалардың 18-тармағы", f"{RULES}:app_1__p_18"),
        ("пункт 1 Указа № 1484", f"{RULES}:p_1"),
        ("пункт 1 правил № 1484", f"{RULES}:app_1__p_1"),
        ("статья 18 Правил № 1484", f"{RULES}:app_1__p_18"),
        ("приложение 2 к Указу № 1484", f"{RULES}:app_2__text"),
        ("преамбула Указа № 1484", f"{RULES}:preamble"),
        ("пункт 1 Указа № 1484 «О положении сторожа и правилах»", f"{RULES}:p_1"),
        ("пункт 1 Правил, утвержденных Указом № 1484", f"{RULES}:app_1__p_1"),
        ("часть вторая статьи 19 Кодекса об орудиях труда", f"{CODE}:art_19/part_2"),
        ("Z010000148_ art_36", f"{GARDENS}:art_36"),
        ("Z010000148 ст. 36", f"{GARDENS}:art_36"),
        ("Z010000148_:art_36__p_2", f"{GARDENS}:art_36/p_2"),
        ("https://adilet.zan.kz/rus/docs/Z010000148_#z36", f"{GARDENS}:"),
        ("https://zan.gov.kz/client/#!/doc/4/rus", f"{ELECTIONS}:"),
        ("https://n.example/acts/Z010000148_/articles/art_36?lang=kk", f"{GARDENS}:art_36"),
        ("http://n.example/v1/acts/Z950002464_/articles/art_5__p_1/cite", f"{ELECTIONS}:art_5/p_1"),
        ("№ 148-II", f"{GARDENS}:"),
        ("ст. 36 Закона № 148 (в ред. от 24.05.2021)", f"{GARDENS}:art_36"),
        ("ст. 36 закона № 148 в редакции закона от 24.05.2021", f"{GARDENS}:art_36"),
        ("art. 36 of Law No. 148 (as amended on 24 May 2021)", f"{GARDENS}:art_36"),
    ],
)  # fmt: skip
def test_a_citation_means_one_provision(text: str, place: str) -> None:
    assert places(text) == [place]


def test_a_list_means_each_of_its_provisions() -> None:
    assert places("ст. 1 и 5 закона о садах") == [f"{GARDENS}:art_1", f"{GARDENS}:art_5"]


def test_a_former_name_still_means_the_act_and_is_told() -> None:
    found = meant("ст. 5 Закона о фруктовых посадках")
    assert isinstance(found, Resolved)
    assert (found.act.ngr, found.former_name) == (GARDENS, "О фруктовых посадках")


def test_an_article_that_several_acts_have_is_a_choice() -> None:
    found = meant("статья 5")
    assert isinstance(found, Ambiguous)
    assert [(one.act.ngr, one.key) for one in found.choices] == [
        (GARDENS, "art_5"),
        (ELECTIONS, "art_5"),
    ]


def test_a_number_that_two_acts_have_is_a_choice_unless_the_form_or_day_tells() -> None:
    found = meant("№ 41")
    assert isinstance(found, Ambiguous)
    assert {one.act for one in found.choices} == {AMENDING, NAMESAKE}
    for text in ("Закон № 41", "Закон № 41-VII", "от 24.05.2021 № 41"):
        only = meant(text)
        assert isinstance(only, Unknown), text
        assert (only.missing, only.act) == (Missing.TEXT, AMENDING)


def test_another_convocation_is_another_act() -> None:
    found = meant("ст. 36 Закона № 148-V")
    assert isinstance(found, Unknown)
    assert found.missing is Missing.ACT
    assert GARDENS in [one.act.ngr for one in found.nearest]


def test_another_day_is_another_act() -> None:
    found = meant("ст. 36 Закона от 24 января 2001 года № 148")
    assert isinstance(found, Unknown)
    assert found.missing is Missing.ACT


def test_a_form_that_does_not_fit_the_number_is_another_act() -> None:
    found = meant("ст. 36 указа № 148")
    assert isinstance(found, Unknown)
    assert found.missing is Missing.ACT
    assert GARDENS in [one.act.ngr for one in found.nearest]


def test_words_that_another_title_tells_better_are_a_choice() -> None:
    found = meant("о выборах сторожа")
    assert isinstance(found, Ambiguous)
    assert {one.act.ngr for one in found.choices} == {ELECTIONS, RULES}


def test_a_day_that_cannot_be_fits_no_act() -> None:
    found = meant("ст. 36 Закона от 31.02.2001 № 148")
    assert isinstance(found, Unknown)
    assert found.missing is Missing.ACT


def test_an_article_that_is_not_there_names_the_nearest_and_where_else_it_is() -> None:
    found = meant("статья 113-3 Закона № 148")
    assert isinstance(found, Unknown)
    assert (found.missing, found.act and found.act.ngr) == (Missing.ARTICLE, GARDENS)
    assert (ELECTIONS, "art_113-3") in [(one.act.ngr, one.key) for one in found.nearest]


def test_an_article_of_an_act_by_points_is_told_as_such() -> None:
    found = meant("статья 18 Правил № 1484")
    assert isinstance(found, Resolved)
    assert found.provisions[0].read_as is not None
    assert found.provisions[0].read_as.key == "p_18"


@pytest.mark.parametrize("text", ["", "   ", "п.", "§§§", "N", "()"])
def test_what_cites_nothing_is_unknown(text: str) -> None:
    assert isinstance(meant(text), Unknown)


def test_words_of_another_language_than_the_one_asked_for_are_read() -> None:
    read = read_citation("113-3-баптың 1-тармағы", Language.RU)
    assert read.language is Language.KK
    found = resolve(read, REGISTER, Held())
    assert isinstance(found, Resolved)
    assert found.provisions[0].key == "art_113-3"


@given(st.text(max_size=200), st.sampled_from([None, *Language]))
def test_any_words_are_answered(text: str, language: Language | None) -> None:
    assert meant(text, language) is not None


def test_an_act_that_is_inferred_is_told_as_such_with_those_that_may_have_the_article_too() -> None:
    found = meant("статья 36")
    assert isinstance(found, Resolved)
    assert (found.act.ngr, found.inferred) == (GARDENS, True)
    assert [act.ngr for act in found.may_also_be] == [ELECTIONS]
    own = meant("статья 113-3")
    assert isinstance(own, Resolved)
    assert (own.inferred, own.may_also_be) == (True, ())
    named = meant("ст. 36 Закона № 148")
    assert isinstance(named, Resolved)
    assert (named.inferred, named.may_also_be) == (False, ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ст. 36 Закона от 31.02.2021 № 148", "31.02.2021"),
        ("ст. 36 Закона от 31 февраля 2021 года № 148", "31 февраля 2021"),
        ("Article 36 of the Law of 30 February 2001 No. 148", "30 February 2001"),
        ("2001 жылғы 32 қаңтардағы № 148 Заңның 36-бабы", "2001 жылғы 32 қаңтар"),
    ],
)
def test_a_day_that_there_is_not_is_told_and_the_act_of_that_number_is_near(
    text: str, day: str
) -> None:
    found = meant(text)
    assert isinstance(found, Unknown)
    assert found.missing is Missing.ACT
    assert found.why is not None
    assert found.why.startswith(f"There is no such day: {day}")
    assert found.nearest[0].act.ngr == GARDENS


def test_of_an_act_of_no_known_number_those_of_its_form_with_such_an_article_are_near() -> None:
    found = meant("ст. 36 Закона № 9999")
    assert isinstance(found, Unknown)
    assert (found.missing, found.why) == (Missing.ACT, None)
    assert [(one.act.ngr, one.key) for one in found.nearest] == [(GARDENS, "art_36")]


@pytest.mark.parametrize("text", ["Закон № 9999", "ст. 900 Закона № 9999"])
def test_where_none_has_the_article_the_acts_of_the_form_are_near(text: str) -> None:
    found = meant(text)
    assert isinstance(found, Unknown)
    near = [one.act for one in found.nearest]
    assert near
    assert near[0].form == "law"
    assert near[0].held
