"""The places that notes speak of, by the keys of the edition."""

from __future__ import annotations

import pytest

from corpus.amendments import Target, Verb
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Language,
)
from corpus.notes import RemarkKind, amendments_of
from tests.corpus.notes.reading import amendments, only, places, reading

BY = "Законом РК от 24.05.2021 № 41-VII"
KK = "- ҚР 24.05.2021 № 41-VII Заңымен"


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("Статья 5 изменена", "art_5"),
        ("Статья изменена", "art_5"),
        ("В статью 5 внесены изменения", "art_5"),
        ("Ст. 5 изменена", "art_5"),
        ("Пункт 2 исключен", "art_5__p_2"),
        ("Пункт 2 статьи 5 исключен", "art_5__p_2"),
        ("В статье 5 пункт 2 исключен", "art_5__p_2"),
        ("П. 2 исключен", "art_5__p_2"),
        ("2. Исключен", "art_5__p_2"),
        ("Подпункт 3) пункта 2 исключен", "art_5__p_2__sp_3"),
        ("Подпункт 3-1) исключен", "art_5__sp_3-1"),
        ("Пп. 3) п. 2 исключен", "art_5__p_2__sp_3"),
        ("14) исключен", "art_5__sp_14"),
        ("Статья 5 дополнена пунктом 3-1", "art_5__p_3-1"),
        ("Пункт 2 дополнен подпунктом 4)", "art_5__p_2__sp_4"),
        ("Закон дополнен статьей 5", "art_5"),
        ("Глава 2 дополнена статьей 5", "art_5"),
        ("Преамбула изменена", "preamble"),
    ],
)
def test_russian_places(statement: str, key: str) -> None:
    assert places(f"Сноска. {statement} {BY}.") == [key]


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("5-бапқа өзгеріс енгізілді", "art_5"),
        ("5-баптың 2-тармағы алып тасталды", "art_5__p_2"),
        ("2-тармақтың 3) тармақшасы жаңа редакцияда", "art_5__p_2__sp_3"),
        ("14) алып тасталды", "art_5__sp_14"),
        ("5-бап 3-1-тармақпен толықтырылды", "art_5__p_3-1"),
        ("2-тармақ 4) тармақшамен толықтырылды", "art_5__p_2__sp_4"),
        ("Заң 5-баппен толықтырылды", "art_5"),
        ("7-баптың 2-тармағы 01.01.2027 бастап қолданысқа енгізіледі", "art_7__p_2"),
        ("Кiрiспе алынып тасталды", "preamble"),
    ],
)
def test_kazakh_places(statement: str, key: str) -> None:
    assert places(f"Ескерту. {statement} {KK}.") == [key]


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("Article 5 as amended", "art_5"),
        ("Paragraph 2 of Article 5 is excluded", "art_5__p_2"),
        ("Subparagraph 3) of paragraph 2 is excluded", "art_5__p_2__sp_3"),
        ("Article 5 is supplemented by paragraph 3-1", "art_5__p_3-1"),
    ],
)
def test_english_places(statement: str, key: str) -> None:
    assert places(f"Footnote. {statement} by the Law No. 41-VII of 24 May 2021.") == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"Сноска. Статьи 5, 6 и 7-1 исключены {BY}.", ["art_5", "art_6", "art_7-1"]),
        (
            f"Сноска. Закон дополнен статьями 5-1 и 5-2 в соответствии с {BY}.",
            ["art_5-1", "art_5-2"],
        ),
        (
            f"Сноска. Подпункты 3) - 5) пункта 2 исключены {BY}.",
            ["art_5__p_2__sp_3", "art_5__p_2__sp_4", "art_5__p_2__sp_5"],
        ),
        (f"Сноска. Пункты 2 и 4 изменены {BY}.", ["art_5__p_2", "art_5__p_4"]),
        (
            f"Ескерту. 1, 2 және 3-тармақтар алып тасталды {KK}.",
            ["art_5__p_1", "art_5__p_2", "art_5__p_3"],
        ),
    ],
)
def test_a_list_of_places_is_one_amendment_a_place(text: str, keys: list[str]) -> None:
    assert places(text) == keys


@pytest.mark.parametrize(
    ("text", "at", "key"),
    [
        (f"Сноска. Глава 13-1 исключена {BY}.", "ch_13-1", "ch_13-1"),
        (f"Сноска. Закон дополнен главой 13-1 в соответствии с {BY}.", "ch_13-1", "ch_13-1"),
        (f"Ескерту. Заң 13-1-тараумен толықтырылды {KK}.", "ch_13-1", "ch_13-1"),
        ("Footnote. The title of Section VI as amended by Law No. 1 of 1 May 2021.", "sec_6",
         "sec_6"),
        (f"Сноска. Утратил силу {BY}.", None, None),
        ("Примечание ИЗПИ!\nПорядок введения в действие настоящего Закона см. ст. 3.", None, None),
        ("Примечание РЦПИ!\nПорядок введения в действие статьи 43 см. ст. 62.", None, "art_43"),
        ("ЗҚАИ-ның ескертуі!\nОсы Заңның қолданысқа енгізілу тәртібін 3-баптан қараңыз.", None,
         None),
        (f"Сноска. По всему тексту Закона слова «А» заменены словами «Б» {BY}.", "art_5", None),
        (f"Сноска. По всему тексту, за исключением главы 14, слова «А» заменены словами «Б» {BY}.",
         None, None),
        ((f"Ескерту. Заңның бүкіл мәтіні бойынша, 14-тарауды қоспағанда, «А» деген сөз «Б» деген "
         f"сөзбен ауыстырылды {KK}."), "art_5", None),
        (f"Сноска. Пункт 13 изменен {BY}.", "app_1__p_13", "app_1__p_13"),
        (f"Сноска. Правила дополнены пунктом 61-1 в соответствии с {BY}.", "app_1__p_61-1",
         "app_1__p_61-1"),
        (f"Сноска. Приложение 2 исключено {BY}.", "app_2", "app_2"),
        (f"Сноска. Приложение исключено {BY}.", "app_1", "app_1"),
        ("Сноска. Правила в редакции Указа Президента РК от 24.05.2021 № 41.", "app_1", "app_1"),
    ],
)  # fmt: skip
def test_divisions_appendices_and_the_act_itself(text: str, at: str | None, key: str) -> None:
    assert places(text, at) == [key]


@pytest.mark.parametrize(
    ("statement", "target"),
    [
        ("Часть вторая пункта 2 исключена",
         Target("art_5", "p_2", "Часть вторая пункта 2")),
        ("Абзац третий статьи 5 исключен", Target("art_5", "", "Абзац третий статьи 5")),
        ("Заголовок статьи 5 изменен", Target("art_5", "", "Заголовок статьи 5")),
        ("Пункт 2 дополнен частью третьей", Target("art_5", "p_2", "частью третьей")),
    ],
)  # fmt: skip
def test_what_has_no_number_is_named_in_the_notes_words(statement: str, target: Target) -> None:
    assert only(f"Сноска. {statement} {BY}.").target == target


def test_the_block_before_an_inline_note_tells_the_point_of_its_subpoint() -> None:
    text = f"14) исключен {BY};"
    assert places(text, "art_5", after="p_2__sp_13") == ["art_5__p_2__sp_14"]


def test_what_follows_an_addition_goes_on_about_what_was_added() -> None:
    added, titled, changed = amendments(
        f"Сноска. Дополнен главой 3-1 {BY}; заголовок в редакции Закона РК от "
        "05.11.2022 № 156-VII; "
        "с изменениями, внесенными Законом РК от 06.12.2023 № 7-VIII.",
        at=None,
    )
    assert [one.target.key for one in (added, titled, changed)] == ["ch_3-1"] * 3
    assert [one.verb for one in (added, titled, changed)] == [
        Verb.ADDED,
        Verb.RETITLED,
        Verb.AMENDED,
    ]


def test_what_follows_a_change_of_the_heading_is_of_the_heading() -> None:
    first, second = amendments(f"Сноска. Заголовок статьи 5 изменен {BY}; от 05.11.2022 № 156.")
    third, fourth = amendments(
        f"Сноска. Заголовок изменен {BY}; с изменением, внесенным Законом РК от 05.11.2022 № 156."
    )
    assert {one.verb for one in (first, second, third, fourth)} == {Verb.RETITLED}


def test_a_note_that_names_another_article_than_its_own_is_taken_at_its_word() -> None:
    read = reading(f"Сноска. Статья 1 изменена {BY}.", "art_11")
    assert [one.target.key for one in read.amendments] == ["art_1"]
    assert [(one.kind, one.at) for one in read.remarks] == [(RemarkKind.OTHER_PLACE, "art_11")]


def test_places_in_a_reference_and_in_quoted_words_are_no_targets() -> None:
    assert places(f"Сноска. Статья 5 изменена в соответствии со статьей 7 Закона; {BY}.") == [
        "art_5"
    ]
    assert places(f"Сноска. В статье 5 слова «статья 7» заменены словами «статья 8» {BY}.") == [
        "art_5"
    ]


def test_the_notes_of_an_edition_are_read_in_its_order_and_by_its_keys() -> None:
    point = Article(
        ArticleKind.POINT,
        "app_1__ch_1__p_3",
        "3",
        "3.",
        "",
        (
            Block(BlockKind.PART, "Сад общий.", key="part_1"),
            Block(BlockKind.SUBPOINT, "калитка;", "1", "1)", "sp_1"),
            Footnote(f"2) исключен {BY};"),
        ),
        notes_before=(Footnote(f"Примечание ИЗПИ!\nПункт 3 предусмотрено исключить {BY}."),),
    )
    edition = Edition(
        "U000000001_",
        Language.RU,
        EditionLabel.parse("2021-05-24"),
        "О саде",
        (
            Footnote(f"Сноска. Дополнен пунктом 3 {BY}."),
            Division(DivisionKind.APPENDIX, "app_1", "1", "", "Приложение",
                     notes_after=(Footnote(f"Сноска. Приложение изменено {BY}."),)),
            point,
        ),
    )  # fmt: skip
    assert [(one.verb, one.target.block_key) for one in amendments_of(edition)] == [
        (Verb.ADDED, "app_1__ch_1__p_3"),
        (Verb.AMENDED, "app_1"),
        (Verb.REPEALED, "app_1__ch_1__p_3"),
        (Verb.REPEALED, "app_1__ch_1__p_3__sp_2"),
    ]
