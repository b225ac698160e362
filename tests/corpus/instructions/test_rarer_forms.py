"""Forms of old acts, of local decisions, and several instructions in one sentence."""

from __future__ import annotations

import time

import pytest

from corpus.instructions.operations import Kind, Reason, path_words
from corpus.law import Language
from tests.corpus.instructions.making import only, read

RU, KK = Language.RU, Language.KK

WORDS = [
    (RU, '1) исключить в пункте 1 статьи 5 слова "и лес";', Kind.DELETE_WORDS, "art_5__p_1"),
    (RU, '1) заменить в статье 5 слово "сад" словом "лес";', Kind.REPLACE_WORDS, "art_5"),
    (RU, '1) дополнить пункт 1 статьи 5 словами "и лес";', Kind.APPEND_WORDS, "art_5__p_1"),
    (RU, '1) в статье 5 слово "сад" заменить на "лес";', Kind.REPLACE_WORDS, "art_5"),
    (RU, '1) в тексте статьи 5 слово "сад" заменить словом "лес";', Kind.REPLACE_WORDS, "art_5"),
    (RU, '1) в подпункте 2) пункта 1 статьи 5 строку "сад - 5" заменить строкой "сад - 6";',
     Kind.REPLACE_WORDS, "art_5__p_1__sp_2"),
    (KK, '1) 5-баптың мәтініндегі "бақ" деген сөз "орман" деген сөзбен ауыстырылсын;',
     Kind.REPLACE_WORDS, "art_5"),
    (KK, ('1) 5-баптың 1-тармағындағы "5 бақ" деген сөздер мен цифрлар "6 бақ" деген сөздермен '
          "және цифрлармен ауыстырылсын;"), Kind.REPLACE_WORDS, "art_5__p_1"),
    (KK, '1) 5-баптың 1-тармағындағы "150" саны "800" санына өзгертілсін;',
     Kind.REPLACE_WORDS, "art_5__p_1"),
    (KK, '1) 5-баптың 1-тармағындағы "бақ - 5" деген жол "бақ - 6" деген жолмен ауыстырылсын;',
     Kind.REPLACE_WORDS, "art_5__p_1"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "kind", "path"), WORDS)
def test_words_are_changed_in_any_order_of_the_sentence(
    language: Language, line: str, kind: Kind, path: str
) -> None:
    operation = only(line, language=language)
    assert (operation.kind, list(map(path_words, operation.targets))) == (kind, [path])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (RU, "1) дополнить строкой следующего содержания:"),
        (RU, '1) в статье 5 после строки "сад" дополнить строкой "лес";'),
        (KK, '1) 5-бап "бақ" деген жолдан кейін "орман" деген жолмен толықтырылсын;'),
    ],
)
def test_a_new_line_of_a_list_is_not_put_among_its_words(language: Language, line: str) -> None:
    found = read(line, language=language)
    assert not found.operations
    assert [one.reason for one in found.unread] == [Reason.UNKNOWN_FORM]


SENTENCES = [
    (RU, '1) в подпункте 3) пункта 2 статьи 8 слово "а" исключить, подпункт 4) исключить;',
     ["art_8__p_2__sp_3", "art_8__p_2__sp_4"]),
    (RU, "1) пункт 2 статьи 5 исключить; часть третью исключить;", ["art_5__p_2", "art_5__part_3"]),
    (RU, ('1) в части первой статьи 5 слово "а" исключить, в части второй слово "б" исключить, '
          "статью 6 исключить;"), ["art_5__part_1", "art_5__part_2", "art_6"]),
    (RU, "1) в части второй статьи 5 предложение второе исключить;",
     ["art_5__part_2__sentence_2"]),
    (KK, ('1) 8-баптың 2-тармағының 3) тармақшасындағы "а;" деген сөз "а." деген сөзбен '
          "ауыстырылып, 4) тармақшасы алып тасталсын;"), ["art_8__p_2__sp_3", "art_8__p_2__sp_4"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "paths"), SENTENCES)
def test_what_one_instruction_of_a_sentence_names_the_next_may_leave_out(
    language: Language, line: str, paths: list[str]
) -> None:
    found = read(line, language=language)
    assert not found.unread
    assert [path_words(one.targets[0]) for one in found.operations] == paths


def test_new_units_stand_in_the_unit_that_the_sentence_began_with() -> None:
    found = read(
        '1) статью 5 после слова "а" дополнить словом "б", дополнить частью второй следующего '
        "содержания:",
        '"Новая часть.";',
    )
    assert not found.unread
    assert [path_words(one.targets[0]) for one in found.operations] == ["art_5", "art_5"]
    assert [unit.key for unit in found.operations[1].added] == ["part_2"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (RU, ["1) дополнить подпунктом 5) следующего содержания:", '"5) новый;";']),
        (RU, ["1) дополнить частью второй следующего содержания:", '"Новая.";']),
        (KK, ["1) мынадай мазмұндағы 5) тармақшамен толықтырылсын:", '"5) жаңа;";']),
    ],
)
def test_a_part_or_subpoint_is_not_added_to_an_act_as_a_whole(
    language: Language, lines: list[str]
) -> None:
    found = read(*lines, language=language)
    assert not found.operations
    assert [one.reason for one in found.unread] == [Reason.NO_ADDRESS]


def test_the_whole_text_may_be_opened_for_several_replacements() -> None:
    found = read(
        "1) по всему тексту Закона:",
        'слово "сад" заменить словом "лес";',
        'слова "в саду" заменить словами "в лесу";',
        "2) в статье 5:",
        'слово "куст" исключить;',
    )
    assert not found.unread
    assert [(path_words(one.targets[0]), one.throughout) for one in found.operations] == [
        ("act", True),
        ("act", True),
        ("art_5", False),
    ]


def test_what_one_pair_puts_another_does_not_find() -> None:
    found = read(
        '1) по всему тексту цифры "10", "20" заменить соответственно цифрами "20", "30";',
        '2) в статье 6 слова "сад", "большой сад" заменить соответственно словами "лес", "бор";',
    )
    assert not found.unread
    assert [(one.words, one.new_words) for one in found.operations] == [
        ("20", "30"),
        ("10", "20"),
        ("большой сад", "бор"),
        ("сад", "лес"),
    ]


def test_words_that_change_places_are_not_read_one_after_the_other() -> None:
    found = read('1) в статье 5 слова "а", "б" заменить соответственно словами "б", "а";')
    assert not found.operations
    assert len(found.unread) == 1


def test_all_but_a_chapter_is_not_read_as_all() -> None:
    found = read('1) по всему тексту Закона, за исключением главы 3, слово "а" исключить;')
    assert not found.operations
    assert len(found.unread) == 1


def test_only_the_other_language_changes_and_nothing_beside_it_is_lost() -> None:
    found = read(
        "1) статью 5 исключить; в статью 6 внесено изменение на казахском языке, текст на русском "
        "языке не изменяется;"
    )
    assert not found.operations
    assert len(found.unread) == 1


def test_kazakh_may_say_that_its_own_text_stays() -> None:
    operation = only(
        "1) 6-баптың 7) тармақшасының мемлекеттік тіліндегі мәтіні өзгеріссіз қалдырылсын;",
        language=KK,
    )
    assert operation.kind is Kind.OTHER_LANGUAGE


def test_new_wording_may_begin_behind_the_colon_and_go_on() -> None:
    found = read(
        "1) пункт 2 статьи 5 изложить в следующей редакции: «2. Сад открыт",
        "и утром, и вечером.",
        "Ночью он закрыт.»;",
        "2) статью 6 исключить;",
    )
    assert not found.unread
    assert [line.text for line in found.operations[0].content] == [
        "2. Сад открыт",
        "и утром, и вечером.",
        "Ночью он закрыт.",
    ]
    assert found.operations[0].place.last_indent == 3


def test_nothing_inside_a_quotation_that_began_unannounced_is_an_instruction() -> None:
    found = read(
        "1) пункт 2 статьи 5 изложить в следующей редакции",
        "«2. Сад открыт.",
        "статью 6 исключить;",
        "Ночью он закрыт.»;",
        "2) статью 7 исключить;",
    )
    assert [path_words(one.targets[0]) for one in found.operations] == ["art_7"]
    assert "статью 6 исключить" in "".join(one.words for one in found.unread)


def test_a_sentence_of_thousands_of_instructions_is_read_in_time_that_grows_with_it() -> None:
    def seconds(times: int) -> float:
        line = "1) в статье 1 " + "слово «а» исключить, " * times
        started = time.thread_time()  # ours alone: what else the machine does is no part of it
        assert len(read(line).operations) == times
        return time.thread_time() - started

    def least(times: int) -> float:
        return min(seconds(times) for _ in range(3))

    assert least(1600) < 30 * least(200)
