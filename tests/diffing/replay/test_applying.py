"""Operations change what they address, to the letter, and nothing else."""

from __future__ import annotations

import pytest

from corpus.law import Language
from tests.diffing.replay.making import after, law, lines_of

KK = Language.KK


@pytest.mark.parametrize(
    ("instruction", "key", "old", "new"),
    [
        ('1) в пункте 1 статьи 5 слово "утром" заменить словом "ночью";', "art_5",
         "1. Сад поливают утром 15 минут.", "1. Сад поливают ночью 15 минут."),
        ('1) в статье 5 цифры "15" заменить цифрами "30";', "art_5",
         "1. Сад поливают утром 15 минут.", "1. Сад поливают утром 30 минут."),
        ('1) пункт 1 статьи 5 после слова "Сад" дополнить словами "и огород";', "art_5",
         "1. Сад поливают утром 15 минут.", "1. Сад и огород поливают утром 15 минут."),
        ('1) в пункте 2 статьи 5 перед словом "вечером" дополнить словом "поздно";', "art_5",
         "2. Поле поливают вечером, лес не поливают.",
         "2. Поле поливают поздно вечером, лес не поливают."),
        ('1) в пункте 2 статьи 5 слова ", лес не поливают" исключить;', "art_5",
         "2. Поле поливают вечером, лес не поливают.", "2. Поле поливают вечером."),
        ('1) пункт 2 статьи 5 дополнить словами ", если он сухой";', "art_5",
         "2. Поле поливают вечером, лес не поливают.",
         "2. Поле поливают вечером, лес не поливают, если он сухой."),
        ('1) подпункт 3) пункта 1 статьи 2 изложить в следующей редакции: "3) роща;";', "art_2",
         "3) лес.", "3) роща;"),
        ('1) абзац третий пункта 3 статьи 2 изложить в следующей редакции: "кустарники;";', "art_2",
         "кусты;", "кустарники;"),
        ('1) часть вторую статьи 1 изложить в следующей редакции: "И о полях.";', "art_1",
         "Он говорит и о полях.", "И о полях."),
        ('1) предложение второе статьи 6 изложить в следующей редакции: "Вот так.";', "art_6",
         "Поливает садовник. Садовник поливает «сам».", "Поливает садовник. Вот так."),
        ('1) в статье 6 слово "сам" заменить словами "с помощником";', "art_6",
         "Поливает садовник. Садовник поливает «сам».",
         "Поливает садовник. Садовник поливает «с помощником»."),
        ('1) заголовок статьи 6 изложить в следующей редакции: "Статья 6. Садовник";', "art_6",
         "Статья 6. Кто поливает", "Статья 6. Садовник"),
        ('1) в заголовке статьи 6 слово "Кто" заменить словом "Что";', "art_6",
         "Статья 6. Кто поливает", "Статья 6. Что поливает"),
        ('1) часть первую статьи 1 дополнить предложением следующего содержания: "Ясно.";',
         "art_1", "Этот Закон говорит о садах.", "Этот Закон говорит о садах. Ясно."),
        ('1) примечание статьи 5 изложить в следующей редакции: "Примечание. Снег - не полив.";',
         "art_5", "Примечание. Дождь - тоже полив.", "Примечание. Снег - не полив."),
    ],
)  # fmt: skip
def test_one_line_changes_and_no_other(instruction: str, key: str, old: str, new: str) -> None:
    done = after(instruction)
    before = [law().by_key[key].printed_heading]
    before += [block.printed for block in law().by_key[key].blocks]
    assert before.count(old) == 1
    assert lines_of(done, key) == [new if line == old else line for line in before]
    others = [article for article in law().articles if article.key != key]
    assert [article for article in done.edition.articles if article.key != key] == others


@pytest.mark.parametrize(
    ("instruction", "old", "new"),
    [
        ('1) 5-баптың 1-тармағындағы "таңертең" деген сөз "түнде" деген сөзбен ауыстырылсын;',
         "1. Бақ таңертең 15 минут суарылады.", "1. Бақ түнде 15 минут суарылады."),
        (('1) 5-баптың 1-тармағы "Бақ" деген сөзден кейін "пен бақша" деген сөздермен '
         'толықтырылсын;'),
         "1. Бақ таңертең 15 минут суарылады.", "1. Бақ пен бақша таңертең 15 минут суарылады."),
        ('1) 5-баптың 2-тармағындағы ", орман суарылмайды" деген сөздер алып тасталсын;',
         "2. Егістік кешке суарылады, орман суарылмайды.", "2. Егістік кешке суарылады."),
        ('1) 5-баптың 2-тармағы мынадай редакцияда жазылсын: "2. Егістік суарылмайды.";',
         "2. Егістік кешке суарылады, орман суарылмайды.", "2. Егістік суарылмайды."),
    ],
)  # fmt: skip
def test_kazakh_instructions_change_the_kazakh_text(instruction: str, old: str, new: str) -> None:
    lines = lines_of(after(instruction, language=KK), "art_5")
    assert new in lines
    assert old not in lines


def test_excluded_units_leave_their_numbers_to_nobody() -> None:
    done = after("1) подпункт 2) пункта 1 и пункт 2 статьи 2 исключить;")
    keys = [block.key for block in done.edition.by_key["art_2"].blocks]
    assert keys == [
        "p_1",
        "p_1__sp_1",
        "p_1__sp_3",
        "p_3",
        *[f"p_3__indent_{n}" for n in (1, 2, 3)],
    ]


def test_counted_units_are_counted_before_any_goes() -> None:
    done = after("1) абзацы второй и третий пункта 3 статьи 2 исключить;")
    assert lines_of(done, "art_2")[-2:] == ["3. Исключения:", "трава."]


def test_an_excluded_article_keeps_its_heading() -> None:
    done = after("1) статью 6 исключить;")
    assert lines_of(done, "art_6") == ["Статья 6. Кто поливает"]


def test_new_units_go_behind_the_number_before_theirs() -> None:
    done = after(
        "1) в статье 2:",
        "пункт 1 дополнить подпунктом 2-1) следующего содержания:",
        '"2-1) луг;";',
        "дополнить пунктом 2-1 следующего содержания:",
        '"2-1. Новые слова объявляют.";',
        "2) дополнить статьей 5-1 следующего содержания:",
        '"Статья 5-1. Когда не поливают',
        '1. В дождь не поливают.";',
    )
    lines = lines_of(done, "art_2")
    assert lines[lines.index("2-1) луг;") - 1] == "2) поле;"
    assert lines[lines.index("2-1. Новые слова объявляют.") - 1] == "Часть вторая пункта."
    keys = [article.key for article in done.edition.articles]
    assert keys == ["art_1", "art_2", "art_5", "art_5-1", "art_6"]
    added = done.edition.by_key["art_5-1"]
    assert added.divisions == ("ch_2",)
    assert [block.key for block in added.blocks] == ["p_1"]


def test_a_new_part_takes_the_place_of_the_number_it_is_given() -> None:
    done = after("1) статью 1 дополнить частью второй следующего содержания:", '"Новая часть.";')
    assert lines_of(done, "art_1")[1:] == [
        "Этот Закон говорит о садах.",
        "Новая часть.",
        "Он говорит и о полях.",
    ]


def test_a_new_chapter_comes_with_its_articles() -> None:
    done = after(
        "1) дополнить главой 1-1 следующего содержания:",
        '"Глава 1-1. Ограда',
        "Статья 2-1. Какая ограда",
        'Деревянная.";',
    )
    keys = [item.key for item in done.edition.content if hasattr(item, "key")]
    assert keys == ["ch_1", "art_1", "art_2", "ch_1-1", "art_2-1", "ch_2", "art_5", "art_6"]
    assert done.edition.by_key["art_2-1"].divisions == ("ch_1-1",)


def test_an_article_waits_in_a_chapter_that_was_added_empty() -> None:
    done = after(
        "1) дополнить главой 3 следующего содержания:",
        '"Глава 3. Конец";',
        "2) дополнить статьей 7 следующего содержания:",
        '"Статья 7. Все',
        'Конец.";',
    )
    assert done.edition.by_key["art_7"].divisions == ("ch_3",)


def test_a_whole_chapter_gets_new_wording() -> None:
    done = after(
        "1) главу 2 изложить в следующей редакции:",
        '"Глава 2. О поливе',
        "Статья 5. Полив",
        'Поливают.";',
    )
    assert [article.key for article in done.edition.articles] == ["art_1", "art_2", "art_5"]
    assert lines_of(done, "art_5") == ["Статья 5. Полив", "Поливают."]


def test_words_are_renamed_at_every_place_but_the_headings() -> None:
    done = after('1) по всему тексту слово "поливают" заменить словом "орошают";')
    assert done.outcomes[0].keys == ("art_5",)
    assert done.edition.text().count("орошают") == 3
    assert done.edition.by_key["art_6"] == law().by_key["art_6"]


def test_what_is_typed_with_other_quotes_and_dashes_is_found() -> None:
    done = after('1) в статье 6 слова "поливает "сам"" заменить словами "поливает сам";')
    assert lines_of(done, "art_6")[1] == "Поливает садовник. Садовник поливает сам."
