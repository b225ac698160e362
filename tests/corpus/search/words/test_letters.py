"""Words: what is compared when two words look the same to a reader, or are forms of one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.search.words.letters import WORD, normal_form


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Ёлка", "елка"),
        ("акiм", "акім"),  # a Latin i
        ("Cтатья", "статья"),  # a Latin C
        ("әкiмнiң", "әкімнің"),
        ("həкiм", "һәкім"),  # Latin h and ə
        ("VІІ", "vii"),  # Cyrillic І
        ("ІІІ", "iii"),
        ("Соmmission", "commission"),  # Cyrillic С and о
        ("а́кима", "акима"),
        ("избира\u00adтель", "избиратель"),
        (unicodedata.normalize("NFD", "йод"), "йод"),
        ("113‑3", "113-3"),  # a hyphen that does not break
        ("іс", "іс"),  # a Kazakh word, no Roman number
    ],
)
def test_what_looks_the_same_is_compared_as_the_same(written: str, compared: str) -> None:
    assert Analyser().words(written) == [compared]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ст.12", ["ст", "12"]),
        ("113-3-баптың", ["113-3", "баптың"]),
        ("8-1) и 2-1-1.", ["8-1", "и", "2-1-1"]),
        ("2021-2025 годы", ["2021", "2025", "годы"]),
        ("за 20-25 дней", ["за", "20-25", "20", "25", "дней"]),
        ("10–15 рабочих", ["10-15", "10", "15", "рабочих"]),  # a dash
        ("5-10 % голосов", ["5-10", "5", "10", "голосов"]),
        ("5-7 күн", ["5-7", "5", "7", "күн"]),
        ("пунктами 1-8 настоящей", ["пунктами", "1-8", "настоящей"]),
        ("1-2) представляет", ["1-2", "представляет"]),
        ("36-1 дней", ["36-1", "дней"]),  # falls: an article's number
        ("2-1-3 дня", ["2-1-3", "дня"]),
        ("12-15 айтылған", ["12-15", "айтылған"]),
        ("№ 162-VІ", ["162", "vi"]),
        ("Z950002464_ ____ a_b", ["z950002464", "a", "b"]),
        ("19/222, 24.05.2021", ["19", "222", "24", "05", "2021"]),
        ("«онлайн-голосование»", ["онлайн", "голосование"]),
    ],
)
def test_a_text_is_cut_into_these_words(text: str, words: list[str]) -> None:
    assert Analyser().words(text) == words


@given(st.text())
def test_any_text_has_words_that_hold_no_space_and_can_be_found_in_it(text: str) -> None:
    analysis = Analyser().analysis(text, Language.KK)
    assert analysis.words == Analyser().words(text)
    assert len(analysis.stems) == len(analysis.starts) == len(analysis.ends) == len(analysis.words)
    for word, start, end in zip(analysis.words, analysis.starts, analysis.ends, strict=True):
        assert word
        assert not any(sign.isspace() for sign in word)
        assert word == normal_form(text[start:end])


@given(st.from_regex(WORD, fullmatch=True))
def test_the_normal_form_is_its_own_normal_form_unless_it_was_cut(word: str) -> None:
    once = normal_form(word)
    if max(once) < "ⅰ":  # letters outside Cyrillic and Latin may fall apart further
        assert Analyser().words(once) == Analyser().words(normal_form(once))


def test_letters_decide_the_stemmer_where_they_can() -> None:
    analyser = Analyser()
    assert analyser.stems(["әкімінің"], Language.RU) == analyser.stems(["әкім"], Language.RU)
    assert analyser.stems(["elections"], Language.KK) == ["elect"]
    assert analyser.stems(["акимов"], Language.EN) == analyser.stems(["аким"], Language.RU)
    assert analyser.stems(["113-3", "5а"], Language.RU) == ["113-3", "5а"]


def test_a_kazakh_word_is_no_russian_one_of_the_same_stem() -> None:
    analyser = Analyser()
    for kazakh, russian in (("кандидаттардың", "кандидат"), ("депутаттың", "депутат")):
        for language in (Language.RU, Language.EN):
            assert analyser.stems([kazakh], language) != analyser.stems([russian], language)
        assert analyser.stems([kazakh], Language.KK) == analyser.stems([russian], Language.KK)
