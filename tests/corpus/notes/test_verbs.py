"""What a note says was done, and how the act stands to the wording printed there."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import ClauseKind, Role, Verb
from tests.corpus.notes.reading import amendments, only

BY = "Законом РК от 24.05.2021 № 41-VII"
OF = "Закона РК от 24.05.2021 № 41-VII"
KK = "- ҚР 24.05.2021 № 41-VII Заңымен"
EN = "by the Law of the Republic dated 24.05.2021 No. 41-VII"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"Сноска. Статья 5 с изменениями, внесенными {BY}.", Verb.AMENDED),
        (f"Сноска. В статью 5 внесены изменения и дополнения - {BY}.", Verb.AMENDED),
        (f"Сноска. Статья 5 изменена и дополнена {BY}.", Verb.AMENDED),
        (f'Сноска. Статья 5 дополнена словами "и акимы" {BY}.', Verb.AMENDED),
        (f'Сноска. В статье 5, слово "все" исключено {BY}.', Verb.AMENDED),
        (f"Сноска. Внесены изменения - {BY}.", Verb.AMENDED),
        (f"Сноска. Статья 5 в редакции {OF}.", Verb.REWORDED),
        (f"Сноска. Статья 5 - в новой редакции - {BY}.", Verb.REWORDED),
        (f"Сноска. Статья 5 изложена в редакции {OF}.", Verb.REWORDED),
        (f"Сноска. {BY} статья 5 изложена в новой редакции.", Verb.REWORDED),
        (f"Сноска. Закон дополнен статьей 5 в соответствии с {BY}.", Verb.ADDED),
        (f"Сноска. Глава дополнена статьей 5 - {BY}.", Verb.ADDED),
        (f"Сноска. Дополнена - {BY}.", Verb.ADDED),
        (f"Сноска. Статья 5 введена {BY}.", Verb.ADDED),
        (f"Сноска. Включена статья 5 - {BY}.", Verb.ADDED),
        (f"Сноска. Статья 5 исключена {BY}.", Verb.REPEALED),
        (f"Сноска. Статья исключена - {BY}.", Verb.REPEALED),
        (f"(Исключена {BY})", Verb.REPEALED),
        (f"Сноска. Утратила силу {BY}.", Verb.REPEALED),
        (f"Сноска. Признана утратившей силу {BY}.", Verb.REPEALED),
        (f"Сноска. Заголовок статьи 5 с изменением, внесенным {BY}.", Verb.RETITLED),
        (f"Сноска. Наименование статьи в редакции {OF}.", Verb.RETITLED),
        (f'Сноска. По всему тексту слово "А" заменено словом "Б" {BY}.', Verb.WORDS_REPLACED),
        (f'Сноска. В тексте статьи 5 слова "А" заменены словами "Б" {BY}.', Verb.WORDS_REPLACED),
        (f'Сноска. В статье 5 слова "А" заменены словами "Б" {BY}.', Verb.AMENDED),
        (f"Сноска. Статья 5 вводится в действие с 01.01.2023 по {BY}.", Verb.LATER_START),
        (f"Сноска. Действие статьи 5 приостановлено до 01.01.2023 {BY}.", Verb.SUSPENDED),
        (f"Сноска. Статья 5 и прочее {BY}.", Verb.UNREAD),
    ],
)
def test_russian_verbs(text: str, verb: Verb) -> None:
    assert (only(text).verb, only(text).role) == (verb, Role.AMENDS)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"Ескерту. 5-бапқа өзгерістер енгізілді {KK}.", Verb.AMENDED),
        (f"Ескерту. 5-бапқа өзгерiс енгiзiлдi {KK}.", Verb.AMENDED),  # Latin letters
        (f"Ескерту. 5-бап жаңа редакцияда {KK}.", Verb.REWORDED),
        (f"Ескерту. 5-баппен толықтырылды {KK}.", Verb.ADDED),
        (f"Ескерту. Заң 5-баппен толықтырылды {KK}.", Verb.ADDED),
        (f"Ескерту. 5-бап алып тасталды {KK}.", Verb.REPEALED),
        (f"Ескерту. 5-бап алынып тасталды {KK}.", Verb.REPEALED),
        (f"Ескерту. 5-баптың күші жойылды {KK}.", Verb.REPEALED),
        (f"Ескерту. 5-баптың тақырыбы жаңа редакцияда {KK}.", Verb.RETITLED),
        (f'Ескерту. Бүкіл мәтін бойынша "А" деген сөз "Б" деген сөзбен ауыстырылды {KK}.',
         Verb.WORDS_REPLACED),
        (f"Ескерту. 5-баптың қолданысы 01.01.2023 дейін тоқтатыла тұрды {KK}.", Verb.SUSPENDED),
        (f"Ескерту. 5-бап 01.01.2023 бастап қолданысқа енгізіледі {KK}.", Verb.LATER_START),
        ("Ескерту. 5-бапқа ҚР 24.05.2021 № 41-VII Заңымен өзгерістер енгізілді.", Verb.AMENDED),
    ],
)  # fmt: skip
def test_kazakh_verbs_before_the_acts_and_behind_them(text: str, verb: Verb) -> None:
    assert (only(text).verb, only(text).role) == (verb, Role.AMENDS)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"Footnote. Article 5 as amended {EN}.", Verb.AMENDED),
        (f"Footnote. Article 5 is in the wording of the Law: {EN}.", Verb.REWORDED),
        (f"Footnote. The Law is supplemented by Article 5 {EN}.", Verb.ADDED),
        (f"Footnote. Article 5 is excluded {EN}.", Verb.REPEALED),
        (f"Footnote. Expired {EN}.", Verb.REPEALED),
        (f"Footnote. The title of Article 5 as amended {EN}.", Verb.RETITLED),
        (f'Footnote. Throughout the text the word "A" is replaced by "B" {EN}.',
         Verb.WORDS_REPLACED),
        (f"Footnote. Article 5 is suspended until 01.01.2023 {EN}.", Verb.SUSPENDED),
    ],
)  # fmt: skip
def test_english_verbs(text: str, verb: Verb) -> None:
    assert (only(text).verb, only(text).role) == (verb, Role.AMENDS)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"Примечание ИЗПИ!\nВ статью 5 предусмотрены изменения {BY}.", Verb.AMENDED),
        (f"Примечание РЦПИ!\nСтатья 5 предусматривается в редакции {OF}.", Verb.REWORDED),
        (f"Примечание РЦПИ!\nСтатью 5 предусмотрено исключить {BY}.", Verb.REPEALED),
        (f"Примечание РЦПИ!\nСтатью 5 предусмотрено дополнить пунктом 3 {BY}.", Verb.ADDED),
        (f"РҚАО-ның ескертуі!\n5-бапқа өзгеріс енгізу көзделген {KK}.", Verb.AMENDED),
        (f"ЗҚАИ-ның ескертуі!\n5-бап жаңа редакцияда көзделген {KK}.", Verb.REWORDED),
        (f"Footnote. Amendments to Article 5 are provided for {EN}.", Verb.AMENDED),
    ],
)
def test_announced_changes_are_foreseen(text: str, verb: Verb) -> None:
    assert (only(text).verb, only(text).role) == (verb, Role.FORESEEN)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (("Сноска. В статью 5 внесено изменение на казахском языке, текст на русском языке не "
         f"изменяется, {BY}."), Role.OTHER_LANGUAGE),
        (f"Сноска. В статье 5 текст на казахском языке изменен, на русском не меняется {BY}.",
         Role.OTHER_LANGUAGE),
        (f"Сноска. Статья 5 с изменением на казахском языке, внесенным {BY}.", Role.OTHER_LANGUAGE),
        (f"Ескерту. 5-бапқа қазақ тілінде өзгеріс енгізілді, орыс тіліндегі мәтін өзгермейді {KK}.",
         Role.AMENDS),
        (f"Ескерту. 5-бапқа орыс тілінде өзгеріс енгізілді, қазақ тіліндегі мәтін өзгермейді {KK}.",
         Role.OTHER_LANGUAGE),
        (f"Footnote. Article 5 was amended in Kazakh, the text in Russian was not amended {EN}.",
         Role.OTHER_LANGUAGE),
    ],
)  # fmt: skip
def test_a_change_of_the_other_language_leaves_this_text_as_it_is(text: str, role: Role) -> None:
    assert (only(text).verb, only(text).role) == (Verb.AMENDED, role)


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. См. постановление Конституционного Совета РК от 24.05.2021 № 2.",
        "Сноска. Официальное толкование пункта 2 см. постановление от 24.05.2021 № 2.",
        "Ескерту. ҚР Конституциялық Сотының 24.05.2021 № 2 қаулысын қараңыз.",
        "Footnote. See Resolution No. 2 of the Constitutional Council of 24 May 2021.",
    ],
)
def test_an_act_that_is_only_cited_has_no_verb(text: str) -> None:
    assert (only(text).verb, only(text).role) == (Verb.UNREAD, Role.CITED)


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. Данная редакция пункта 2 действует до 01.01.2025 согласно статье 133.",
        "Сноска. Пункт 2 в этой редакции действует по 31.12.2024.",
        (
            "Ескерту. 2-тармақтың осы редакциясы осы Заңның 133-бабына сәйкес 01.01.2025 дейін "
            "қолданыста болады."
        ),
        "Footnote. This wording of paragraph 2 is valid until 01.01.2025.",
    ],
)
def test_a_temporary_wording_ends_on_a_day_and_names_no_act(text: str) -> None:
    one = only(text)
    assert (one.verb, one.until, one.target.place) == (Verb.TEMPORARY, date(2025, 1, 1), "p_2")
    assert (one.act.adopted, one.act.number, one.act.ngr) == (None, None, None)


def test_a_suspension_has_a_first_and_a_last_day() -> None:
    one = only(f"Сноска. Действие пункта 2 приостановлено с 01.01.2022 по 31.12.2023 {BY}.")
    assert (one.clause.kind, one.clause.on) == (ClauseKind.ON_DATE, date(2022, 1, 1))
    assert (one.until, one.target.place) == (date(2024, 1, 1), "p_2")


def test_a_repeal_may_have_a_day_of_its_own() -> None:
    one = only(f"Сноска. Утрачивает силу с 01.01.2026 {BY}.", at=None)
    assert (one.verb, one.clause.kind, one.clause.on) == (
        Verb.REPEALED,
        ClauseKind.ON_DATE,
        date(2026, 1, 1),
    )


def test_one_act_may_do_several_things() -> None:
    read = amendments(
        "Сноска. Заголовок дан в новой редакции, преамбула исключена, в тексте слова «А» заменены "
        "словами «Б» - Законом РК от 24.05.2021 № 41-VII.",
        at=None,
    )
    assert [(one.verb, one.target.key) for one in read] == [
        (Verb.RETITLED, None),
        (Verb.REPEALED, "preamble"),
        (Verb.WORDS_REPLACED, None),
    ]
    assert len({one.act for one in read}) == 1


def test_each_statement_of_a_note_holds_for_the_acts_behind_it() -> None:
    read = amendments(
        "Сноска. Статья 5 в редакции Закона РК от 01.02.2003 № 1 с изменениями, внесенными "
        "законами РК от 04.05.2006 № 2; от 07.08.2009 № 3; пункт 4 исключен "
        "Законом РК от 10.11.2012 № 4."
    )
    assert [(one.act.number, one.verb, one.target.place) for one in read] == [
        ("1", Verb.REWORDED, ""),
        ("2", Verb.AMENDED, ""),
        ("3", Verb.AMENDED, ""),
        ("4", Verb.REPEALED, "p_4"),
    ]


def test_words_behind_one_act_of_a_list_are_of_that_act_alone() -> None:
    first, second = amendments(
        "Footnote. Article 5 as amended by Laws No. 1 of 1 February 2003; No. 2 of 4 May 2006 "
        "provides for a new edition (in force from 1 July 2006)."
    )
    assert (first.verb, second.verb) == (Verb.AMENDED, Verb.REWORDED)
