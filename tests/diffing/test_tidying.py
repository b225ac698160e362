"""What a human would leave standing between two changes, and where one begins and ends."""

import pytest
from hypothesis import given

from diffing.engine import PureEngine
from diffing.runs import Op
from diffing.words import compare_words
from tests.diffing.making import drawn, texts

PURE = PureEngine()


def shown(old: str, new: str) -> str:
    return drawn(compare_words(old, new))


def test_a_list_that_was_given_anew_is_one_replacement() -> None:
    assert (
        shown("о деле, плане, сроке и цене решает", "о делах, планах, сроках и ценах решает")
        == "о [-деле, плане, сроке и цене-]{+делах, планах, сроках и ценах+} решает"
    )


def test_words_that_changed_places_are_one_replacement() -> None:
    assert (
        shown(
            "указанным юридическим и физическим лицам", "указанным физическим и юридическим лицам"
        )
        == "указанным [-юридическим и физическим-]{+физическим и юридическим+} лицам"
    )


def test_one_real_word_between_two_replaced_ones_stays() -> None:
    assert (
        shown("новая комиссия решает дело", "старая комиссия обсуждает дело")
        == "[-новая-]{+старая+} комиссия [-решает-]{+обсуждает+} дело"
    )


def test_a_figure_counts_as_a_word() -> None:
    assert (
        shown("первые 25 человек получают", "вторые 25 жителей получают")
        == "[-первые-]{+вторые+} 25 [-человек-]{+жителей+} получают"
    )


def test_a_word_between_one_that_went_and_one_that_came_goes_with_them() -> None:
    """As an amending law says it: the words «аким района» are replaced by «старший аким»."""
    assert (
        shown("за него аким района отвечает", "за него старший аким отвечает")
        == "за него [-аким района-]{+старший аким+} отвечает"
    )


def test_words_that_only_came_strike_nothing_that_stays() -> None:
    assert (
        shown("вправе представлять в суде дело", "вправе представлять интересы в любом суде дело")
        == "вправе представлять {+интересы +}в {+любом +}суде дело"
    )


def test_brackets_that_went_from_around_a_word_take_it_along() -> None:
    assert shown("аким аульного (сельского) округа", "аким сельского округа") == (
        "аким [-аульного (сельского)-]{+сельского+} округа"
    )


def test_a_passage_of_which_hardly_a_word_stays_is_replaced_whole() -> None:
    old = "Председатель комиссии открывает первое заседание и зачитывает список членов в зале."
    new = "Секретарь созывает новое заседание, объявляет порядок и раздает бланки членов жюри."
    assert shown(old, new) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}."


def test_a_sentence_that_came_begins_at_its_beginning() -> None:
    old = "Аким вносит план. Сход его обсуждает."
    new = "Аким вносит план. Аким вносит отчет. Сход его обсуждает."
    assert shown(old, new) == "Аким вносит план. {+Аким вносит отчет. +}Сход его обсуждает."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("села, города", "села, района, города", "села{+, района+}, города"),
        ("для села, города", "для города", "для [-села, -]города"),
        ("аким района (города) вправе", "аким района вправе", "аким района [-(города) -]вправе"),
    ],
)
def test_an_item_of_a_list_comes_and_goes_with_its_comma(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("один  два", "один два", "один[-  -]{+ +}два"),
        ("один,два", "один, два", "один,{+ +}два"),
        ("одиндва", "один два", "[-одиндва-]{+один два+}"),
        ("(город)", "(новый город)", "({+новый +}город)"),
        ("город", "новый город", "{+новый +}город"),
        ("новый город ", "город ", "[-новый -]город "),
        ("город", "город ", "город{+ +}"),
    ],
)
def test_white_space_that_differs_is_a_change_of_its_own(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@given(texts, texts)
def test_no_comma_stands_alone_between_two_replacements(old: str, new: str) -> None:
    runs = compare_words(old, new, PURE).runs
    ops = [run.op for run in runs]
    replaced = [Op.DELETE, Op.INSERT]
    for place in range(len(runs) - 4):
        if ops[place : place + 2] == ops[place + 3 : place + 5] == replaced:
            around = (*runs[place : place + 2], *runs[place + 3 : place + 5])
            if all(any(map(str.isalnum, run.text)) for run in around):
                assert any(map(str.isalnum, runs[place + 2].text))
