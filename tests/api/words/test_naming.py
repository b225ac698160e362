from __future__ import annotations

import pytest

from api.words.naming import article_name, opening, place_name
from corpus.law import Article, ArticleKind, Block, BlockKind, Language
from tests.api.law import LOCAL_EDITIONS


@pytest.mark.parametrize(
    ("key", "ru", "kk", "en"),
    [
        ("p_3", "Пункт 3", "3-тармақ", "Point 3"),
        ("app_1__p_13", "Приложение 1, пункт 13", "1-қосымша, 13-тармақ", "Appendix 1, point 13"),
        ("app__text", "Приложение, текст", "Қосымша, мәтін", "Appendix, text"),
        ("preamble", "Преамбула", "Кіріспе", "Preamble"),
        (
            "app_2__art_20-1",
            "Приложение 2, статья 20-1",
            "2-қосымша, 20-1-бап",
            "Appendix 2, article 20-1",
        ),
        (
            "art_9__p_1__sp_3-1",
            "Статья 9, пункт 1, подпункт 3-1)",
            "9-бап, 1-тармақ, 3-1) тармақша",
            "Article 9, point 1, subparagraph 3-1)",
        ),
        ("ch_13-1", "Глава 13-1", "13-1-тарау", "Chapter 13-1"),
        (
            "sec_2__subsec_1__par_3",
            "Раздел 2, подраздел 1, параграф 3",
            "2-бөлім, 1-кіші бөлім, 3-параграф",
            "Section 2, subsection 1, paragraph 3",
        ),
        ("odd_7", "Odd_7", "Odd_7", "Odd_7"),
    ],
)
def test_a_key_is_said_in_the_language_of_the_text(key: str, ru: str, kk: str, en: str) -> None:
    assert [place_name(key, language) for language in Language] == [ru, kk, en]


def test_an_article_is_called_by_its_printed_heading() -> None:
    election = LOCAL_EDITIONS[0].by_key["art_36"]
    assert article_name(election, Language.RU) == "Статья 36. Избрание акима"


def point(text: str, heading: str = "") -> Article:
    body = (Block(BlockKind.PART, text),)
    return Article(ArticleKind.POINT, "app_1__p_3", "3", "3.", heading, body)


def test_a_point_is_called_by_its_place_and_told_apart_by_its_first_words() -> None:
    long = "Комиссия " + "проверяет подписи и " * 20
    assert article_name(point(long), Language.RU) == "Приложение 1, пункт 3"
    assert article_name(point(long, "Подписи"), Language.RU) == "Приложение 1, пункт 3. Подписи"
    assert opening(point(long)).startswith("Комиссия проверяет подписи")
    assert len(opening(point(long))) < 95
    assert opening(point("Коротко.")) == "Коротко."
    assert opening(point(long, "Подписи")) == ""
