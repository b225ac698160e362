"""What may differ between two texts that say the same, each kind by its rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.normalise import RULES, folded, rules_between
from tests.diffing.making import SPACES, WORDS, texts


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("партия «Ауыл»", 'партия "Ауыл"', "quotes"),
        ("партия «Ауыл»", "партия “Ауыл”", "quotes"),
        ("1999 - 2013 годы", "1999 – 2013 годы", "dashes"),
        ("Закон № 148", "Закон N 148", "number signs"),
        ("Закон №148", "Закон № 148", "number signs"),
        ("сайлау тiзiмi", "сайлау тізімі", "look-alike letters"),
        ("аким cела", "аким села", "look-alike letters"),
        ("закон № 156-VІI", "закон № 156-VII", "look-alike letters"),
        ("həкім", "һәкім", "look-alike letters"),
        ("срок  пять дней", "срок\u00a0пять дней", "spaces"),
        ("Республики Казахстан .", "Республики Казахстан.", "spaces"),
        ("четыре года. <*>", "четыре года.", "footnote marks"),
        ("изби\u00adратель", "избиратель", "invisible characters"),
        ("район", "раи\u0306он", "composition"),
        ("Первое.\nВторое.", "Первое. Второе.", "paragraph breaks"),
        ("кандидата вПрезиденты", "кандидата в Президенты", "glued words"),
    ],
)
def test_a_technical_difference_names_its_rule(old: str, new: str, rule: str) -> None:
    assert rules_between(old, new) == (rule,)
    assert rules_between(new, old) == (rule,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("аким", "акимы"),
        ("не вправе", "вправе"),
        ("в срок 5 дней", "в срок 15 дней"),
        ("статья 113-1", "статья 1131"),
        ("или", "и (или)"),
        ("Аким", "аким"),
        ("все", "всё"),
        ("пункты 1, 2", "пункты 1; 2"),
        ("назначается, избирается", "назначается избирается"),
        ("комиссия из 1 1 членов", "комиссия из 11 членов"),
        ("3. 5 процентов", "3.5 процентов"),
        ("3 , 5 процентов", "3,5 процентов"),
        ("статьи 5 - 1", "статьи 5-1"),
        ("1 <*> 5 дней", "15 дней"),
        ("1<*>5 дней", "15 дней"),
        ("1\n5 дней", "15 дней"),
        ("1\u200b5 дней", "15 дней"),
        ("категории I II", "категории III"),
        ("глава V І", "глава VI"),
        ("глава Х\nІ", "глава XI"),
        ("10\t5", "1\t05"),
        ("100\t", "\t100"),
        ("ау\tыл", "а\tуыл"),
    ],
)
def test_a_difference_of_substance_or_punctuation_is_never_folded(old: str, new: str) -> None:
    assert rules_between(old, new) is None


def test_several_rules_are_all_named_and_no_more() -> None:
    assert rules_between("Закон N 148 «О выборах»", "Закон № 148 “О выборах”") == (
        "quotes",
        "number signs",
    )


def test_equal_texts_need_no_rule() -> None:
    assert rules_between("Сайлау № 5", "Сайлау № 5") == ()


pieces = st.lists(
    st.sampled_from([*WORDS, *SPACES, "\t", "<*>", "ceлo", "N", "“", "-", "–", "\u200b", ".", "1"])
).map("".join)


@given(pieces)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(pieces)
def test_no_fold_ever_joins_or_parts_figures(text: str) -> None:
    assert re.findall(r"\d+", folded(text)) == re.findall(r"\d+", text)


@given(texts, texts)
def test_the_quick_refusal_never_contradicts_the_folding(old: str, new: str) -> None:
    assert (rules_between(old, new) is None) == (folded(old) != folded(new))


@given(pieces)
def test_what_one_rule_folds_in_its_turn_all_rules_together_see_as_equal(text: str) -> None:
    for rule in RULES:
        folded_by_it = rule.fold(text)
        assert rules_between(text, folded_by_it) is not None
        text = folded_by_it
