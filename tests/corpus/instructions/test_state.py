"""What an instruction does not say itself, it carries from what stands above it."""

from __future__ import annotations

from corpus.instructions.operations import FrameKind, Kind, path_words
from corpus.instructions.reading import read_instructions
from corpus.law import Language
from tests.corpus.instructions.making import edition_of, read

KK = Language.KK


def targets(*lines: str, language: Language = Language.RU) -> list[str]:
    found = read(*lines, language=language)
    assert not found.unread, found.unread
    return [", ".join(map(path_words, one.targets)) for one in found.operations]


def test_a_unit_before_a_colon_holds_for_what_stands_below_it() -> None:
    assert targets(
        "1) в статье 4:",
        'в пункте 2 слово "сад" исключить;',
        "подпункт 3) пункта 5 исключить;",
        "2) пункт 1 статьи 6 исключить;",
    ) == ["art_4__p_2", "art_4__p_5__sp_3", "art_6__p_1"]


def test_a_point_that_is_opened_holds_until_another_point_is_named() -> None:
    assert targets(
        "1) в статье 4:",
        "в пункте 6:",
        'в части первой слово "сад" исключить;',
        "подпункт 2) исключить;",
        "дополнить частью третьей следующего содержания:",
        '"Новая часть.";',
        "пункт 7 исключить;",
        "часть вторую исключить;",
    ) == [
        "art_4__p_6__part_1",
        "art_4__p_6__sp_2",
        "art_4__p_6",
        "art_4__p_7",
        "art_4__part_2",
    ]


def test_a_new_point_belongs_to_the_article_though_a_point_is_open() -> None:
    assert targets(
        "1) в статье 4:",
        "в пункте 6:",
        "подпункт 2) исключить;",
        "дополнить пунктом 8 следующего содержания:",
        '"8. Новый.";',
    ) == ["art_4__p_6__sp_2", "art_4"]


def test_a_heading_is_the_articles_though_a_point_is_open() -> None:
    assert targets(
        "1) в статье 4:",
        "в пункте 6:",
        "подпункт 2) исключить;",
        "заголовок изложить в следующей редакции:",
        '"Статья 4. О саде";',
    ) == ["art_4__p_6__sp_2", "art_4__heading"]


def test_kazakh_carries_units_in_the_same_way() -> None:
    assert targets(
        "1) 113-3-бапта:",
        "1-тармақтың 3) тармақшасы алып тасталсын;",
        "6-тармақта:",
        'бірінші бөліктегі "бақ" деген сөз алып тасталсын;',
        "екінші бөлік алып тасталсын;",
        "7-тармақ алып тасталсын;",
        language=KK,
    ) == [
        "art_113-3__p_1__sp_3",
        "art_113-3__p_6__part_1",
        "art_113-3__p_6__part_2",
        "art_113-3__p_7",
    ]


def test_a_second_instruction_of_a_sentence_has_the_first_ones_unit() -> None:
    assert targets(
        '1) пункт 2 статьи 4 после слова "сад" дополнить словом "большой", слово "лес" исключить;'
    ) == ["art_4__p_2", "art_4__p_2"]


def test_one_sentence_may_open_a_unit_and_order_at_once() -> None:
    assert targets(
        '1) в статье 4: пункт 2 исключить; пункт 3 изложить в следующей редакции: "3. Новое.";'
    ) == ["art_4__p_2", "art_4__p_3"]


def test_several_acts_are_numbered_and_each_has_its_own_instructions() -> None:
    found = read_instructions(
        edition_of(
            """
            Статья 1. Внести изменения и дополнения в следующие законодательные акты:
            1. В Закон РК от 3 марта 2015 года "О садах" (Ведомости, 2015 г., № 5, ст. 9):
            1) в статье 4:
            пункт 2 исключить;
            2) статью 5 исключить.
            2. В Кодекс Республики Казахстан от 5 июля 2014 года "О лесах":
            статью 7 исключить.
            Статья 2. Настоящий Закон вводится в действие со дня его опубликования.
            """
        )
    )
    assert not found.unread
    assert [(act.title, act.form, str(act.adopted), act.number) for act in found.acts] == [
        ("О садах", "law", "2015-03-03", None),
        ("О лесах", "code", "2014-07-05", None),
    ]
    assert [(one.target_act, path_words(one.targets[0])) for one in found.operations] == [
        (0, "art_4__p_2"),
        (0, "art_5"),
        (1, "art_7"),
    ]


def test_the_rules_that_an_act_approved_are_its_appendix() -> None:
    found = read_instructions(
        edition_of(
            """
            1. Внести в постановление от 2 июня 2016 года № 300 "О поливе" изменения:
            в Правилах полива, утвержденных указанным постановлением:
            пункт 5 изложить в следующей редакции:
            "5. Поливают утром.";
            приложение 2 исключить.
            2. Настоящее постановление вводится в действие со дня его подписания.
            """
        )
    )
    assert not found.unread
    assert [path_words(one.targets[0]) for one in found.operations] == ["app__p_5", "app_2"]


def test_the_instruction_may_stand_behind_the_acts_name() -> None:
    found = read_instructions(
        edition_of(
            """
            1. Внести в Закон от 3 марта 2015 года изменение, изложив пункт 5 в следующей редакции:
            "5. Поливают утром.".
            """
        )
    )
    assert not found.unread
    (operation,) = found.operations
    assert operation.kind is Kind.REWORD
    assert path_words(operation.targets[0]) == "p_5"
    assert [line.text for line in operation.content] == ["5. Поливают утром."]


def test_acts_that_lose_their_force_are_operations_one_each() -> None:
    found = read_instructions(
        edition_of(
            """
            Статья 1. О чем
            Признать утратившими силу:
            1) Закон Республики Казахстан от 3 марта 2015 года № 77-V "О садах";
            2) Указ Президента Республики Казахстан от 4 мая 1999 года № 120 "О лесах".
            """
        )
    )
    assert not found.unread
    assert [one.kind for one in found.operations] == [Kind.REPEAL, Kind.REPEAL]
    assert [act.form for act in found.acts] == ["law", "presidential decree"]


def test_what_is_no_instruction_is_a_frame_with_its_words() -> None:
    found = read("1) статью 5 исключить;", entry="Правительству поручено посадить сад.")
    others = [frame.words for frame in found.frames if frame.kind is FrameKind.OTHER]
    assert others == ["Правительству поручено посадить сад."]


def test_one_unit_of_an_act_may_lose_its_force() -> None:
    found = read_instructions(
        edition_of(
            """
            1. Провести выборы.
            2. Признать утратившим силу пункт 1 Указа от 4 мая 1999 г. № 120 (САПП, № 5, ст. 9).
            3. Настоящий Указ вводится в действие со дня подписания.
            """
        )
    )
    assert not found.unread
    (operation,) = found.operations
    assert operation.kind is Kind.DELETE
    assert list(map(path_words, operation.targets)) == ["p_1"]


def test_kazakh_says_so_behind_the_act_and_with_latin_letters() -> None:
    found = read_instructions(
        edition_of(
            "1. 1999 жылғы 4 мамырдағы N 120 Жарлықтың 1-тармағының күшi жойылды деп танылсын.", KK
        )
    )
    assert not found.unread
    (operation,) = found.operations
    assert operation.kind is Kind.DELETE
    assert list(map(path_words, operation.targets)) == ["p_1"]


def test_what_stands_below_an_opening_that_was_not_read_is_given_no_unit() -> None:
    found = read(
        "1) в статье 4:",
        "в оглавлении:",
        'слово "сад" исключить;',
        "пункт 2 исключить;",
        "статью 7 исключить;",
    )
    assert [path_words(one.targets[0]) for one in found.operations] == ["art_7"]
    assert [one.words for one in found.unread] == [
        "в оглавлении:",
        'слово "сад" исключить;',
        "пункт 2 исключить;",
    ]


def test_words_in_quotation_marks_say_nothing_of_the_act_itself() -> None:
    assert targets(
        '1) в статье 4 слова "Настоящий Закон вводится в действие" исключить;',
        '2) в статье 5 слова "признать утратившим силу" заменить словом "отменить";',
        '3) в статье 6 слова "текст на русском языке не изменяется" исключить;',
    ) == ["art_4", "art_5", "art_6"]


def test_an_act_may_be_named_by_its_form_alone() -> None:
    found = read_instructions(
        edition_of(
            "Статья 41. Иное\n1. В Закон о садах вносятся изменения:\n1) статью 3 исключить;"
        )
    )
    assert not found.unread
    assert [act.form for act in found.acts] == ["law"]
    own = read_instructions(edition_of("Статья 1. Слова\nВ настоящем Законе есть слова:\n1) сад;"))
    assert own.acts == ()
    assert own.unread == ()
