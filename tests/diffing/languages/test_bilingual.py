from __future__ import annotations

import pytest

from corpus.law import Footnote, Holding, HoldingKind
from diffing.compare import NotComparable
from diffing.languages.bilingual import compare_languages
from tests.diffing.languages.making import KK, RU, article, chapter, edition, part

ONE = article(part("Ждут три дня."), number="1"), article(part("Үш күн күтеді."), number="1")
TWO = article(part("Ждут пять дней."), number="2"), article(part("Бес күн күтеді."), number="2")
MADE = Footnote("Сноска. Статья 1 в редакции Закона РК от 24.05.2021 № 41-VII.")
MADE_KK = Footnote("Ескерту. 1-бап жаңа редакцияда - ҚР 24.05.2021 № 41-VII Заңымен.")
LATER = Footnote("Сноска. Статья 1 с изменениями - Законом РК от 05.11.2022 № 156-VII.")


def test_editions_that_agree_have_no_disagreement() -> None:
    found = compare_languages(edition(RU, ONE[0], TWO[0]), edition(KK, ONE[1], TWO[1]))
    assert (found.disagreements, found.agreed) == ((), 2)
    assert found.compared == ("art_1", "art_2")
    assert found.footnotes_compared


def test_an_article_that_only_one_language_has_is_told_in_its_place() -> None:
    three = article(part("Сад."), number="3"), article(part("Бақ."), number="3")
    found = compare_languages(edition(RU, ONE[0], three[0]), edition(KK, ONE[1], TWO[1], three[1]))
    (only,) = found.disagreements
    assert (str(only.kind), only.key, only.russian) == ("article", "art_2", None)
    assert only.kazakh
    assert only.kazakh.words == "2. Бес күн күтеді."
    assert found.compared == ("art_1", "art_2", "art_3")


def test_an_article_repealed_in_one_language_only_is_told() -> None:
    repealed = article(Footnote("Ескерту. 2-бап алып тасталды."), number="2")
    found = compare_languages(edition(RU, ONE[0], TWO[0]), edition(KK, ONE[1], repealed))
    assert [(str(one.kind), one.key) for one in found.disagreements] == [("article", "art_2")]


def test_an_article_repealed_in_both_languages_is_no_disagreement() -> None:
    gone = (
        article(Footnote("Сноска. Статья 2 исключена."), number="2"),
        article(Footnote("Ескерту. 2-бап алып тасталды."), number="2"),
    )
    found = compare_languages(edition(RU, ONE[0], gone[0]), edition(KK, ONE[1], gone[1]))
    assert found.disagreements == ()


def test_what_a_copy_does_not_hold_is_not_comparable_and_no_disagreement() -> None:
    russian = edition(RU, ONE[0], TWO[0], article(part("Сад."), number="3"))
    beginning = edition(KK, ONE[1], TWO[1], holding=Holding(HoldingKind.BEGINNING))
    found = compare_languages(russian, beginning)
    assert found.disagreements == ()
    assert found.compared == ("art_1",)
    assert found.not_comparable == ("art_2", "art_3")  # the last one may be cut

    parts = edition(KK, TWO[1], holding=Holding(HoldingKind.PARTS, ("art_2",)))
    found = compare_languages(russian, parts)
    assert (found.compared, found.not_comparable) == (("art_2",), ("art_1", "art_3"))


def test_an_amending_act_that_only_one_languages_footnotes_name_is_told() -> None:
    russian = edition(RU, article(part("Сад."), MADE, LATER, number="1"))
    kazakh = edition(KK, article(part("Бақ."), MADE_KK, number="1"))
    (only,) = compare_languages(russian, kazakh).disagreements
    assert (str(only.kind), only.key, only.kazakh) == ("footnote", "art_1", None)
    assert only.russian
    assert (only.russian.value, only.russian.words) == ("2022-11-05 156", "05.11.2022 № 156-VII")


def test_a_misprinted_act_stands_beside_the_one_it_should_be() -> None:
    misprint = Footnote("Ескерту. 1-бап жаңа редакцияда - ҚР 24.05.2021 № 42-VII Заңымен.")
    russian = edition(RU, article(part("Сад."), MADE, number="1"))
    kazakh = edition(KK, article(part("Бақ."), misprint, number="1"))
    (only,) = compare_languages(russian, kazakh).disagreements
    assert only.russian
    assert only.kazakh
    assert (only.russian.value, only.kazakh.value) == ("2021-05-24 41", "2021-05-24 42")


def test_a_note_may_stand_at_an_article_or_at_what_is_around_it() -> None:
    russian = edition(
        RU, chapter("1", "Сад", MADE), article(part("Сад."), number="1", divisions=("ch_1",))
    )
    kazakh = edition(
        KK, chapter("1", "Бақ"), article(part("Бақ."), MADE_KK, number="1", divisions=("ch_1",))
    )
    assert compare_languages(russian, kazakh).disagreements == ()


def test_a_copy_without_any_footnotes_says_nothing_by_their_absence() -> None:
    russian = edition(RU, article(part("Сад."), MADE, number="1"))
    kazakh = edition(KK, article(part("Бақ."), number="1"))
    found = compare_languages(russian, kazakh)
    assert found.disagreements == ()
    assert not found.footnotes_compared


def test_numbers_in_the_headings_of_chapters_are_compared() -> None:
    russian = edition(RU, chapter("1", "Первые 10 дней"), ONE[0])
    kazakh = edition(KK, chapter("1", "Алғашқы 12 күн"), ONE[1])
    (only,) = compare_languages(russian, kazakh).disagreements
    assert (str(only.kind), only.key) == ("number", "ch_1")


def test_only_two_languages_of_one_act_are_compared() -> None:
    with pytest.raises(NotComparable, match="a Russian and a Kazakh edition"):
        compare_languages(edition(KK, ONE[1]), edition(RU, ONE[0]))
    with pytest.raises(NotComparable, match="a Russian and a Kazakh edition"):
        compare_languages(edition(RU, ONE[0]), edition(RU, ONE[0]))


def test_an_empty_edition_and_an_article_of_a_megabyte_are_answered() -> None:
    assert compare_languages(edition(RU), edition(KK)).compared == ()
    long = "Ждут три дня и поливают сад водой из пруда. " * 25_000
    found = compare_languages(
        edition(RU, article(part(long), number="1")), edition(KK, article(part("Бақ."), number="1"))
    )
    assert {str(one.kind) for one in found.disagreements} == {"number"}
