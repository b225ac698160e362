"""Acts without articles: points, approved rules, appendices, forms; each its own branch."""

from __future__ import annotations

from corpus.law import ArticleKind, BlockKind, Division, Language, Matter, MatterKind
from corpus.structure.lines import Line, Role
from tests.corpus.structure.pages import articles, heading, note, read, stamp, table, text

DECREE = (
    text("В целях образца ПОСТАНОВЛЯЮ:"),
    text("1. Утвердить прилагаемые Правила."),
    text("2. Комиссии:"),
    text("1) назначить выборы;"),
    note("Сноска. В пункт 2 внесены изменения."),
    Line("Президент", Role.SIGNATURE),
    Line("Республики Образец", Role.SIGNATURE),
    stamp("УТВЕРЖДЕНЫ\nУказом Президента\nот 6 декабря 2004 года N 1"),
    heading("ПРАВИЛА проведения образца"),
    text("Эти Правила говорят о порядке."),
    heading("1. Общие положения"),
    text("1. Выборы проводятся просто."),
    text("до пяти тысяч человек - прямо;"),
    heading("2. Система"),
    text("2. Система проста."),
)


def test_points_of_the_decree_and_of_its_rules_have_different_keys() -> None:
    content = read(*DECREE)
    assert list(articles(content)) == [
        "preamble",
        "p_1",
        "p_2",
        "app_1__preamble",
        "app_1__p_1",
        "app_1__p_2",
    ]
    rule = articles(content)["app_1__p_2"]
    assert rule.kind is ArticleKind.POINT
    assert rule.divisions == ("app_1", "app_1__ch_2")


def test_the_rules_have_their_stamp_their_title_and_numbered_chapters() -> None:
    content = read(*DECREE)
    divisions = [item for item in content if isinstance(item, Division)]
    assert [(item.key, item.heading) for item in divisions] == [
        ("app_1", "ПРАВИЛА проведения образца"),
        ("app_1__ch_1", "Общие положения"),
        ("app_1__ch_2", "Система"),
    ]
    kinds = [item.kind for item in content if isinstance(item, Matter)]
    assert kinds == [MatterKind.SIGNATURE, MatterKind.APPROVAL]


def test_the_text_of_a_point_is_its_first_block() -> None:
    point = articles(read(*DECREE))["app_1__p_1"]
    assert point.marker == "1."
    assert [block.kind for block in point.blocks] == [BlockKind.PART, BlockKind.INDENT]


def test_appendices_of_the_rules_nest_below_them() -> None:
    content = read(
        *DECREE,
        stamp("ПРИЛОЖЕНИЕ 1\nк Правилам"),
        text("форма"),
        heading("Заявление"),
        text("Прошу допустить."),
        stamp("ПРИЛОЖЕНИЕ 2\nк Правилам"),
        heading("Характеристика"),
        text("1. Имя."),
        text("2. Заслуги."),
    )
    keys = list(articles(content))
    assert keys[-4:] == [
        "app_1__p_2",
        "app_1__app_1__text",
        "app_1__app_2__p_1",
        "app_1__app_2__p_2",
    ]
    form = articles(content)["app_1__app_1__text"]
    assert form.kind is ArticleKind.APPENDIX
    assert [block.kind for block in form.blocks] == [
        BlockKind.INDENT,
        BlockKind.HEADING,
        BlockKind.PART,
    ]


def test_appendices_of_the_act_itself_stand_side_by_side() -> None:
    content = read(
        text("1. Утвердить списки."),
        stamp("Приложение 1\nк постановлению Правительства"),
        table(("Область", "Число"), ("Первая", "3")),
        stamp("Приложение 2\nк постановлению Правительства"),
        text("1. Второй список."),
    )
    assert list(articles(content)) == ["p_1", "app_1__text", "app_2__p_1"]


def test_kazakh_stamps_open_appendices_too() -> None:
    content = read(
        text("1. Қағидалар бекітілсін."),
        stamp("Үлгі Республикасы\nПрезидентінің\n2013 жылғы 24 сәуірдегі\nЖарлығымен\nБЕКІТІЛГЕН"),
        heading("Үлгі қағидалары"),
        text("1. Сайлау өткізіледі."),
        stamp("Қағидаларға\n1-қосымша"),
        text("нысан"),
        language=Language.KK,
    )
    assert list(articles(content)) == ["p_1", "app_1__p_1", "app_1__app_1__text"]


def test_numbers_that_begin_anew_in_each_chapter_are_told_apart_by_the_chapter() -> None:
    content = read(
        stamp("УТВЕРЖДЕНО\nуказом"),
        heading("1. Первая"),
        text("1. Раз."),
        heading("2. Вторая"),
        text("1. Снова раз."),
    )
    assert list(articles(content)) == ["app_1__p_1", "app_1__ch_2__p_1"]


def test_a_number_that_comes_again_in_one_chapter_is_a_paragraph_of_its_point() -> None:
    content = read(text("1. Внести изменения."), text("2. Иное:"), text("1. Пример."))
    assert list(articles(content)) == ["p_1", "p_2"]
    assert articles(content)["p_2"].blocks[1].number == "1"


def test_an_unmarked_signature_is_no_wording() -> None:
    content = read(
        heading("Статья 41. Конец"),
        text("1. Последнее правило."),
        text("Президент"),
        text("Республики Образец"),
    )
    assert articles(content)["art_41"].wording == "Конец\n1. Последнее правило."
    assert isinstance(content[-1], Matter)
    assert content[-1].kind is MatterKind.SIGNATURE


def test_a_sentence_about_the_president_is_no_signature() -> None:
    content = read(
        heading("Статья 41. Конец"),
        text("Президент"),
        text("1. Слово после, значит это не подпись."),
    )
    assert len(articles(content)["art_41"].blocks) == 2


def test_quoted_points_of_an_amending_decree_are_not_its_own_points() -> None:
    content = read(
        text("1. Внести в указ следующее изменение:"),
        text("пункт 2 изложить в следующей редакции:"),
        text('"2. Комиссия созывается.'),
        text('3. Комиссия решает.".'),
        text("2. Указ вводится в действие."),
    )
    assert list(articles(content)) == ["p_1", "p_2"]
    assert articles(content)["p_2"].blocks[0].text == "Указ вводится в действие."


def test_a_list_that_restarts_inside_a_point_makes_no_points() -> None:
    content = read(
        text("1. Заявление содержит:"),
        text("1. имя;"),
        text("2. адрес;"),
        text("3. телефон."),
        text("2. Второй пункт."),
    )
    assert list(articles(content)) == ["p_1", "p_2"]
    assert articles(content)["p_2"].blocks[0].text == "Второй пункт."


def test_a_list_inside_a_point_of_a_later_chapter_restarts_no_chapter() -> None:
    content = read(
        stamp("УТВЕРЖДЕНО\nуказом"),
        heading("1. Первая"),
        text("1. Раз."),
        heading("2. Вторая"),
        text("2. Два:"),
        text("1. имя;"),
        text("2. адрес."),
        text("Заявление подаётся лично."),
        text("3. Три."),
    )
    assert list(articles(content)) == ["app_1__p_1", "app_1__p_2", "app_1__p_3"]
    assert articles(content)["app_1__p_2"].blocks[-1].text == "Заявление подаётся лично."


def test_offices_in_a_list_at_the_end_are_no_signature() -> None:
    content = read(
        heading("Статья 3. Комиссия"),
        text("Комиссию образуют:"),
        text("председатель маслихата;"),
        text("аким района."),
    )
    assert len(articles(content)["art_3"].blocks) == 3
    members = read(
        heading("Статья 3. Комиссия"), text("Председатель комиссии"), text("Секретарь комиссии")
    )
    assert len(articles(members)["art_3"].blocks) == 2
