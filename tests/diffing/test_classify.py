"""The kinds of change between two states of one article."""

from dataclasses import replace

import pytest

from corpus.law import Article, Footnote
from diffing.classify import ChangeKind, Verdict, classify, has_wording
from tests.diffing.making import article, part, point, table

EXCLUDED = Footnote("Сноска. Статья 30 исключена Законом РК от 14.04.2004 № 545.")
WORDED = article("30", "Аким отчитывается перед жителями раз в год.")


def test_an_equal_article_is_unchanged() -> None:
    assert classify(WORDED, article("30", *WORDED.body)) == Verdict(ChangeKind.UNCHANGED)


def test_another_word_is_an_amendment() -> None:
    new = article("30", "Аким отчитывается перед жителями дважды в год.")
    assert classify(WORDED, new) == Verdict(ChangeKind.AMENDED)


def test_another_number_of_a_point_is_an_amendment() -> None:
    old, new = article("30", point("2", "Текст.")), article("30", point("3", "Текст."))
    assert classify(old, new) == Verdict(ChangeKind.AMENDED)


def test_other_quotes_are_technical_and_say_so() -> None:
    old, new = article("30", "закон «О выборах»"), article("30", 'закон "О выборах"')
    assert classify(old, new) == Verdict(ChangeKind.TECHNICAL, ("quotes",))


def test_another_footnote_alone_is_technical() -> None:
    new = article("30", *WORDED.body, Footnote("Сноска. Статья 30 с изменением."))
    assert classify(WORDED, new) == Verdict(ChangeKind.TECHNICAL, ("footnotes",))


def test_another_anchor_of_the_page_is_nothing() -> None:
    assert classify(WORDED, replace(WORDED, anchor="z30")).kind is ChangeKind.UNCHANGED


def test_paragraphs_that_were_glued_are_technical() -> None:
    old = article("30", "Первая часть.Вторая часть.")
    new = article("30", "Первая часть.", "Вторая часть.")
    assert classify(old, new) == Verdict(ChangeKind.TECHNICAL, ("paragraph breaks",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([("10", "5")], [("1", "05")]),
        ([("100", "")], [("", "100")]),
        ([("12", "3")], [("1", "23")]),
        ([("10",), ("5",)], [("1",), ("05",)]),
        ([("ау",), ("ыл",)], [("а",), ("уыл",)]),
        ([("10", ""), ("", "5")], [("10", "5"), ("", "")]),
        ([("10", "5")], [("10 5",)]),
        ([("10", "5")], [("10", "5"), ("", "")]),
    ],
)
def test_what_moves_to_another_cell_of_a_table_is_an_amendment(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]]
) -> None:
    old = article("30", "Взносы:", table(*before), "Итого.")
    new = article("30", "Взносы:", table(*after), "Итого.")
    assert classify(old, new) == Verdict(ChangeKind.AMENDED)


def test_other_quotes_in_a_cell_are_technical() -> None:
    old = article("30", table(("партия «Ауыл»", "5")), "Итого 5 .")
    new = article("30", table(('партия "Ауыл"', "5")), "Итого 5.")
    assert classify(old, new) == Verdict(ChangeKind.TECHNICAL, ("quotes", "spaces"))


def test_words_that_went_from_a_table_to_the_text_are_an_amendment() -> None:
    old, new = article("30", table(("10", "5")), "Итого."), article("30", "10 5", "Итого.")
    assert classify(old, new) == Verdict(ChangeKind.AMENDED)


def test_an_article_that_is_absent_on_one_side_was_added_or_disappeared() -> None:
    assert classify(None, WORDED) == Verdict(ChangeKind.ADDED)
    assert classify(WORDED, None) == Verdict(ChangeKind.REPEALED, ("disappeared",))


def test_an_article_that_lost_its_wording_to_a_note_is_repealed() -> None:
    assert classify(WORDED, article("30", EXCLUDED)) == Verdict(
        ChangeKind.REPEALED, ("excluded by a note",)
    )


def test_an_exclusion_that_the_heading_tells_is_one() -> None:
    """The older conversion writes it there."""
    gone = article("30", heading="Отчёт (Статья 30 исключена - Законом РК от 14 апреля 2004 года)")
    assert classify(WORDED, gone) == Verdict(ChangeKind.REPEALED, ("excluded by a note",))


def test_an_article_that_lost_its_wording_without_a_word_says_that() -> None:
    assert classify(WORDED, article("30")) == Verdict(ChangeKind.REPEALED, ("no wording left",))


def test_an_article_that_comes_back_is_restored() -> None:
    assert classify(article("30", EXCLUDED), WORDED) == Verdict(ChangeKind.RESTORED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            article("30", "Исключена.", heading=""),
            article("30", "(исключена Законом от 03.03.2003 № 33)", heading=""),
        ),
        (article("30", EXCLUDED, heading="Отчёт"), article("30", EXCLUDED, heading="")),
        (article("30", heading="(исключена)"), article("30", EXCLUDED, heading="Отчёт")),
    ],
)
def test_an_article_that_is_excluded_on_both_sides_is_not_amended_by_another_remark(
    before: Article, after: Article
) -> None:
    assert classify(before, after) == Verdict(ChangeKind.TECHNICAL, ("no wording on either side",))


def test_two_headings_without_a_wording_that_no_note_explains_are_compared() -> None:
    assert classify(article("30", heading="Отчёт"), article("30", heading="Сбор")) == Verdict(
        ChangeKind.AMENDED
    )


def test_an_empty_article_that_no_note_explains_was_not_repealed_before() -> None:
    assert classify(article("30"), WORDED) == Verdict(ChangeKind.AMENDED)


def test_the_same_words_under_another_number_are_renumbered() -> None:
    assert classify(WORDED, article("31", *WORDED.body)) == Verdict(ChangeKind.RENUMBERED)


def test_the_same_words_in_another_chapter_are_moved() -> None:
    moved = article("30", *WORDED.body, divisions=("ch_2",))
    assert classify(WORDED, moved) == Verdict(ChangeKind.MOVED)


def test_a_chapter_that_was_put_into_a_section_did_not_move_its_articles() -> None:
    around = article("30", *WORDED.body, divisions=("sec_1", "ch_1"))
    assert classify(WORDED, around) == Verdict(ChangeKind.UNCHANGED)


@pytest.mark.parametrize(
    "text",
    [
        "Исключена.",
        "(исключен)",
        "(Пункт исключен - Конституционным законом РК от 3 марта 2003 года N 33).",
        "Исключен Законом РК от 09.02.2009 № 126-IV (вводится в действие с 01.01.2010).",
        "Утратил силу.",
        "12) исключен Указом Президента РК от 01.02.2010 № 5",
        "Алып тасталды - ҚР 2004.04.14 N 545 Заңымен.",
        "(30-бап алып тасталды)",
        "Күшi жойылды - ҚР Президентінің 2011.05.19 № 86 Жарлығымен.",
        "Excluded by the Law No. 5.",
        "(исключена Законом Республики Казахстан)",
        "Утратил силу указом Президента РК N 86",
    ],
)
def test_a_paragraph_that_only_says_excluded_is_no_wording(text: str) -> None:
    assert not has_wording(article("30", part(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Исключены из списка могут быть лица, сменившие место жительства.",
        "Исключен может быть только член партии.",
        "Исключены законом из списка лица, не достигшие 18 лет.",
        "Исключена решением собрания из очереди семья, которая не платит.",
        "Deleted by law are the names of those who left.",
        "За исключением случаев, названных в статье 5, аким избирается.",
        "Утратившими силу решения признаёт маслихат.",
        "Тізімнен алып тасталған кандидат сотқа жүгіне алады.",
    ],
)
def test_a_norm_that_speaks_of_excluding_is_wording(text: str) -> None:
    assert has_wording(article("30", part(text)))
