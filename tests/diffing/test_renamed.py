"""Renamings ordered throughout: followed in every form, and taken for nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.law import Article, Edition, Footnote, Language
from corpus.renamings import Renaming
from diffing.classify import ChangeKind
from diffing.compare import compare_editions
from diffing.renamed import renamed, renamings_between
from tests.diffing.making import article, chapter, edition

VILLAGES = Renaming(
    ("Z010000148_",),
    Language.RU,
    (
        ("аул", "село"),
        ("аульный", "сельский"),
        ("аул (село)", "село"),
        ("аульный (сельский)", "сельский"),
    ),
    by="121-V",
    day=date(2013, 7, 3),
)
KAZAKH = Renaming(
    ("Z010000148_",), Language.KK, (("ауылдық (селолық)", "ауылдық"), ("күзетші", "сақтаушы"))
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Аким аула избирается жителями.", "Аким села избирается жителями."),
        ("Акимы аулов и аульных округов", "Акимы сел и сельских округов"),
        ("в аульных (сельских) округах, аулах (селах)", "в сельских округах, селах"),
        ("между аулом и городом", "между селом и городом"),
        ("данный аул не входит в округ", "данное село не входит в округ"),
        ("аулы района", "села района"),
        ("города, аула и снова аула", "города, села и снова аула"),
    ],
)
def test_a_renamed_word_is_known_in_every_form(old: str, new: str) -> None:
    for renaming, one, other in (
        (VILLAGES, old, new),
        (replace(VILLAGES, words=tuple((b, a) for a, b in VILLAGES.words)), new, old),
    ):
        rules = renamed(one, other, [renaming], Language.RU)
        assert rules
        assert all(rule.startswith("renaming ordered throughout: ") for rule in rules)


def test_the_rule_names_the_words_and_the_act() -> None:
    assert renamed("аким аула", "аким села", [VILLAGES], Language.RU) == (
        "renaming ordered throughout: аул → село (121-V of 2013-07-03)",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("аким аула", "аким города"),
        ("аким аула на 4 года", "аким села на 5 лет"),
        ("аким аула не вправе", "аким села вправе"),
        ("аким аула вправе", "аким села не вправе"),
        ("аула или города", "села и города"),
        ("с 1 июля аул", "с 1 июня село"),
        ("акимы аулов", "акимы села"),
        ("аким аула", "акимы села"),
        ("районная комиссия аула", "областная комиссия села"),
        ("аул, город", "село; город"),
        ("аула", "села и поселка"),
        ("аула и поселка", "села"),
        ("село", "аул"),
        ("Аулы, их границы", "Села, границы"),
    ],
)
def test_any_other_difference_is_one_of_substance(old: str, new: str) -> None:
    assert renamed(old, new, [VILLAGES], Language.RU) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("пяти дней", "десяти дней"),
        ("срок 5 дней", "срок 6 дней"),
        ("до 1 января 2014 года", "до 1 января 2015 года"),
        ("дней", "рабочих дней"),
        ("пятидневного срока", "десятидневного срока"),
        ("вправе", "обязан"),
        ("может", "должен"),
        ("может", "не может"),
        ("и граждане", "или граждане"),
        ("минимального размера", "максимального размера"),
        ("аким", "маслихат"),
        ("районной комиссии", "областной комиссии"),
        ("акима района", "уполномоченного органа"),
        ("верховного суда", "конституционного суда"),
        ("местный представительный орган", "местный исполнительный орган"),
        ("политические партии", "общественные объединения"),
        ("граждане", "лица"),
        ("избирается", "назначается"),
        ("повторные выборы", "повторное голосование"),
        ("с согласия", "по представлению"),
        ("простым большинством", "подавляющим большинством голосов"),
        ("постоянно проживающий", "зарегистрированный"),
        ("голосование", "тайное голосование"),
        ("аким", "аким района"),
        ("сельский округ района", "сельский округ"),
    ],
)
def test_an_order_that_changes_what_the_law_says_is_no_renaming(before: str, after: str) -> None:
    order = Renaming(("Z010000148_",), Language.RU, ((before, after),))
    assert renamed(f"правило {before} тут", f"правило {after} тут", [order], Language.RU) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("күзетшіден", "сақтаушыға"),
        ("күзетшінің", "сақтаушыны"),
        ("күзетшілерге", "сақтаушылардан"),
        ("күзетшілер", "сақтаушы"),
    ],
)
def test_another_case_of_a_kazakh_word_is_no_renaming(before: str, after: str) -> None:
    assert renamed(f"бақты {before} алады", f"бақты {after} алады", [KAZAKH], Language.KK) is None


def test_kazakh_words_are_followed_with_their_endings() -> None:
    same = renamed(
        "күзетшінің және ауылдық (селолық) округтің", "сақтаушының және ауылдық округтің",
        [KAZAKH], Language.KK,
    )  # fmt: skip
    assert same is not None
    assert len(same) == 2
    assert renamed("күзетшілердің", "сақтаушының", [KAZAKH], Language.KK) is None


def test_the_newer_footnotes_tell_what_lies_between_two_editions() -> None:
    note = Footnote(
        'Сноска. По всему тексту слова "сторожа" заменены словами "хранителя" Законом РК от '
        "05.03.2012 № 20-V."
    )
    old = edition(article("1", "Права сторожа."), label="2010-01-01")
    new = edition(note, article("1", "Права хранителя."), label="2013-01-01")
    (there,) = renamings_between(old, new)
    (back,) = renamings_between(new, old)
    assert there.words == (("сторожа", "хранителя"),)
    assert back.words == (("хранителя", "сторожа"),)
    assert renamings_between(new, replace(new, label=old.label)) == ()


def test_an_order_from_before_the_older_edition_says_nothing_of_the_change() -> None:
    note = Footnote(
        'Сноска. По всему тексту слова "сторожа" заменены словами "хранителя" Законом РК от '
        "05.03.2002 № 20-V."
    )
    old = edition(article("1", "Права сторожа."), label="2010-01-01")
    new = edition(note, article("1", "Права хранителя."), label="2013-01-01")
    assert renamings_between(old, new) == ()


@pytest.mark.parametrize(
    ("older", "newer", "found"),
    [
        ("2010-01-01", "2013-07-03", [("аул", "село")]),
        ("2013-07-04", "2014-01-01", []),
        ("2012-01-01", "2013-07-02", []),
        ("2014-01-01", "2012-01-01", [("село", "аул")]),
        ("2013", "2014-01-01", []),
        ("undated", "2014-01-01", []),
    ],
)
def test_a_known_order_lies_between_labels_before_and_from_its_day(
    older: str, newer: str, found: list[tuple[str, str]]
) -> None:
    old, new = (edition(article("1", "Текст."), label=label) for label in (older, newer))
    between = renamings_between(old, new, [VILLAGES])
    assert [renaming.words[0] for renaming in between] == found


def test_a_known_order_for_another_act_or_language_is_none_here() -> None:
    other_act = replace(VILLAGES, acts=("Z950002464_",))
    old, new = (edition(article("1", "Т."), label=label) for label in ("2010-01-01", "2015-01-01"))
    assert renamings_between(old, new, [other_act, KAZAKH]) == ()


def sides(old: Article, new: Article) -> tuple[Edition, Edition]:
    return edition(old, label="2010-01-01"), edition(new, label="2015-01-01")


def test_an_article_that_was_only_renamed_is_technical_and_says_by_which_order() -> None:
    old = article("5", "Аким аула отвечает за «порядок».", heading="Аким аула")
    new = article("5", 'Аким села отвечает за "порядок".', heading="Аким села")
    (change,) = compare_editions(*sides(old, new), renamings=[VILLAGES]).changes
    assert change.kind is ChangeKind.TECHNICAL
    assert change.rules == (
        "quotes",
        "renaming ordered throughout: аул → село (121-V of 2013-07-03)",
    )


def test_without_the_order_it_is_amended() -> None:
    old, new = article("5", "Аким аула."), article("5", "Аким села.")
    (change,) = compare_editions(*sides(old, new)).changes
    assert change.kind is ChangeKind.AMENDED


def test_another_change_in_the_article_makes_it_amended() -> None:
    old = article("5", "Аким аула избирается.", "Срок его четыре года.")
    new = article("5", "Аким села избирается.", "Срок его пять лет.")
    (change,) = compare_editions(*sides(old, new), renamings=[VILLAGES]).changes
    assert change.kind is ChangeKind.AMENDED


def test_a_paragraph_more_makes_it_amended() -> None:
    old = article("5", "Аким аула избирается.")
    new = article("5", "Аким села избирается.", "Села района.")
    (change,) = compare_editions(*sides(old, new), renamings=[VILLAGES]).changes
    assert change.kind is ChangeKind.AMENDED


def test_a_chapters_heading_is_renamed_too() -> None:
    old = edition(chapter("Акимы аулов"), article("5", "Т."), label="2010-01-01")
    new = edition(chapter("Акимы сел"), article("5", "Т."), label="2015-01-01")
    (heading,) = compare_editions(old, new, renamings=[VILLAGES]).headings
    assert heading.kind is ChangeKind.TECHNICAL


def test_an_article_of_an_excepted_chapter_was_not_renamed_by_the_order() -> None:
    order = replace(VILLAGES, outside=("ch_1",))
    old, new = article("5", "Аким аула."), article("5", "Аким села.")
    (change,) = compare_editions(*sides(old, new), renamings=[order]).changes
    assert change.kind is ChangeKind.AMENDED


def test_an_order_that_can_be_followed_in_too_many_ways_is_not_followed() -> None:
    order = Renaming(("Z010000148_",), Language.RU, (("новый", "новый новый"),))
    assert renamed("новый " * 3_000, "новый " * 4_000, [order], Language.RU) is None
