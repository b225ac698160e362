"""What notes say was excluded: which numbers count, and which never do."""

from __future__ import annotations

import pytest

from corpus.exclusions import exclusions, is_excluded
from tests.corpus.test_gates import article, edition


def explained(note: str, key: str, place: str = "1") -> bool:
    return exclusions(edition(article(place, note=note))).explain(key)


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ("Сноска. Статья 12 исключена Законом РК от 09.02.2009 № 7.", "art_12"),
        ("Сноска. Исключены статьи 11 и 12 Законом РК от 09.02.2009 № 7.", "art_12"),
        ("Сноска. Статьи 10-14 исключены.", "art_12"),
        ("Сноска. Статья 20-1 исключена.", "art_20-1"),
        ("Сноска. Статья 3 с изменениями, внесёнными Законом, статья 12 исключена.", "art_12"),
        ("Сноска. Пункт 12 исключен Указом № 7.", "p_12"),
        ("Сноска. Глава II (статьи 11, 12) исключена.", "art_12"),
        ("Сноска. Раздел IV утратил силу Законом РК № 7.", "sec_4"),
        ("Сноска. Утратила силу Законом РК № 7.", "art_1"),
        ("Ескерту. 11, 12-баптар алып тасталды - ҚР 2009.02.09 № 7 Заңымен.", "art_12"),
        ("Ескерту. 12-баптың күші жойылды - ҚР Заңымен.", "art_12"),
        ("Ескерту. 3-тараудың 12-бабы алып тасталды.", "art_12"),
        ("Ескерту. 2-тарау алып тасталды - ҚР Заңымен.", "ch_2"),
        ("Footnote. Articles 11 and 12 are excluded by Law No. 7.", "art_12"),
    ],
)
def test_a_number_beside_the_word_for_a_unit_counts(note: str, key: str) -> None:
    assert explained(note, key)


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ("Сноска. Пункт 12 исключен Законом РК от 09.02.2009 № 7.", "art_12"),
        ("Сноска. Пункт 12 исключен Законом РК от 09.02.2009 № 7.", "art_7"),
        ("Сноска. В статье 3 слова исключены Законом РК № 12.", "art_12"),
        ("Сноска. В статье 3 слова исключены Законом РК № 12.", "art_3"),
        ("Сноска. Пункт 4 статьи 3 исключен Законом РК № 12.", "art_3"),
        ("Сноска. Подпункт 2) пункта 4 статьи 3 исключен Законом РК.", "art_3"),
        ("Сноска. Статья 3 дополнена, статья 12 исключена Законом РК.", "art_3"),
        ("Сноска. Статья 3 изложена, за исключением пункта 2.", "art_3"),
        ("Сноска. Статья 20 главы 3 исключена.", "ch_3"),
        ("Сноска. Заголовок главы 3 исключен.", "ch_3"),
        ("Ескерту. 7-баптың 3-тармағы алып тасталды - ҚР 1998.05.08 № 12 Заңымен.", "art_7"),
        ("Ескерту. 3-баптағы «аудан» деген сөздер алып тасталды - 2009 жылғы 12.", "art_3"),
        ("Ескерту. 2009 жылғы 12 мамырдағы № 5 Заңмен 3-тармақ алып тасталды.", "art_12"),
        ("Footnote. In Article 3 the words are deleted by Law No. 12.", "art_3"),
    ],
)
def test_a_number_of_something_else_never_counts(note: str, key: str) -> None:
    assert not explained(note, key)


def test_a_note_speaks_of_its_own_branch() -> None:
    told = exclusions(edition(article("1", note="Сноска. Пункт 3 исключен.", key="app_1__p_1")))
    assert told.explain("app_1__p_3")
    assert not told.explain("p_3")
    assert not told.explain("app_2__p_3")


@pytest.mark.parametrize(
    ("note", "excluded"),
    [
        ("Сноска. Исключена Законом РК № 12.", True),
        ("Сноска. Статья 5 с изменениями, внесёнными Законом; исключена Законом РК.", True),
        ("Сноска. Пункт 2 исключен Законом РК № 12.", False),
        ("Сноска. Слова исключены Законом РК № 12.", False),
        ("Сноска. Статья 6 исключена Законом РК № 12.", False),
    ],
)
def test_an_article_is_excluded_by_a_note_on_itself(note: str, excluded: bool) -> None:
    assert is_excluded(article("5", "", note=note)) is excluded
