"""Articles that were given anew: by a note, or by their words."""

import pytest

from corpus.law import Article, ArticleKind, Footnote
from diffing.classify import ChangeKind
from diffing.compare import compare_editions
from diffing.words import Limits
from tests.diffing.making import article, edition

OLD = "Комиссия созывает собрание жителей не позже чем за сорок дней до срока."
NEW = "Комиссия созывает собрание жителей не позже чем за пятьдесят дней до срока."
ANEW = "Сход объявляется маслихатом, который утверждает также и порядок голосования на нем."


def verdict(old: Article, new: Article) -> tuple[str, str | None]:
    (change,) = compare_editions(edition(old), edition(new, label="2021-01-01")).changes
    return str(change.kind), change.rule


def noted(*notes: str, text: str = NEW) -> Article:
    return article("7", text, *map(Footnote, notes))


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статья 7 в редакции Закона РК от 01.02.2020 № 5-VI.",
        "Сноска. Статья 7 - в новой редакции - Законом РК от 1 февраля 2020 г. N 5.",
        "Сноска. Статья изложена в новой редакции Законом РК от 01.02.2020 № 5-VI.",
        "Сноска. Статья 7 с изменениями от 01.01.2010 № 1; в редакции Закона от 01.02.2020 № 5.",
        "Ескерту. 7-бап жаңа редакцияда - ҚР 01.02.2020 № 5-VI Заңымен.",
        "Footnote. Article 7 is in the wording of the Law dated 01.02.2020 № 5-VI.",
    ],
)
def test_a_note_of_the_new_edition_says_that_the_article_was_restated(note: str) -> None:
    assert verdict(article("7", OLD), noted(note)) == ("restated", "new wording by a note")


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Пункт 2 статьи 7 в редакции Закона РК от 01.02.2020 № 5-VI.",
        "Сноска. Заголовок статьи 7 в редакции Закона РК от 01.02.2020 № 5-VI.",
        "Сноска. Статья 8 в редакции Закона РК от 01.02.2020 № 5-VI.",
        "Сноска. Статья 7 с изменениями, внесенными Законом РК от 01.02.2020 № 5-VI.",
        "Сноска. Данная редакция пункта 1 действует до 01.01.2025 по статье 133.",
        "Ескерту. 7-баптың 2-тармағы жаңа редакцияда - ҚР 01.02.2020 № 5-VI Заңымен.",
    ],
)
def test_a_note_about_something_else_says_nothing_of_the_article(note: str) -> None:
    assert verdict(article("7", OLD), noted(note))[0] == "amended"


def test_a_note_that_stood_there_before_tells_of_an_earlier_change() -> None:
    note = "Сноска. Статья 7 в редакции Закона РК от 01.02.2010 № 5-IV."
    later = f"{note[:-1]}; с изменениями от 03.04.2020 № 9-VI."
    assert verdict(noted(note, text=OLD), noted(later))[0] == "amended"


def test_an_article_restated_again_is_restated() -> None:
    before = "Сноска. Статья 7 в редакции Закона РК от 01.02.2010 № 5-IV."
    after = "Сноска. Статья 7 в редакции Закона РК от 03.04.2020 № 9-VI."
    assert verdict(noted(before, text=OLD), noted(after))[0] == "restated"


def test_the_point_of_a_decree_is_restated_by_a_note_about_that_point() -> None:
    old = Article(ArticleKind.POINT, "p_7", "7", "7.", body=article("7", OLD).body)
    note = Footnote("Сноска. Пункт 7 в редакции Указа от 01.02.2020 № 5.")
    new = Article(ArticleKind.POINT, "p_7", "7", "7.", body=article("7", NEW, note).body)
    assert verdict(old, new)[0] == "restated"


def test_where_most_words_are_others_no_note_is_needed() -> None:
    assert verdict(article("7", OLD), article("7", ANEW)) == ("restated", "most words replaced")


def test_where_much_was_only_added_the_article_was_amended() -> None:
    assert verdict(article("7", OLD), article("7", OLD, ANEW, f"{ANEW} {ANEW}"))[0] == "amended"
    assert verdict(article("7", OLD, ANEW, f"{ANEW} {ANEW}"), article("7", OLD))[0] == "amended"


def test_a_few_words_are_too_few_to_tell() -> None:
    assert verdict(article("7", "Срок пять лет."), article("7", "Плата сто тенге."))[0] == "amended"


def test_equal_words_are_not_restated_whatever_the_note_says() -> None:
    note = "Сноска. Статья 7 в редакции Закона РК от 01.02.2020 № 5-VI."
    assert verdict(article("7", NEW), noted(note)) == (ChangeKind.TECHNICAL, "footnotes")


def test_paragraphs_in_another_order_are_no_new_wording() -> None:
    third = "Протокол схода подписывают председатель, секретарь и двое жителей."
    one, other = article("7", OLD, ANEW, third), article("7", third, ANEW, OLD)
    assert verdict(one, other) == ("amended", None)


def test_of_words_that_were_not_compared_it_is_not_said_that_they_are_others() -> None:
    old, new = f"{OLD} {ANEW}", f"{ANEW} {OLD.replace('.', ' созыва.')}"
    one, other = edition(article("7", old)), edition(article("7", new), label="2021-01-01")
    (change,) = compare_editions(one, other, limits=Limits(direct=0, piece=0)).changes
    assert change.redline.coarse
    assert (str(change.kind), change.rule) == ("amended", None)
