"""Lists, runs, and what several addresses share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.addresses import addresses_in
from corpus.law import Language

RU, KK, EN = Language.RU, Language.KK, Language.EN


def keys(text: str, language: Language) -> list[str]:
    return [address.key() for address in addresses_in(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("в пунктах 1 и 2", RU, "p_1 p_2"),
        ("подпунктами 1), 3) и 5) пункта 2 статьи 4", RU,
         "art_4__p_2__sp_1 art_4__p_2__sp_3 art_4__p_2__sp_5"),
        ("абзацев второго - четвертого", RU, "indent_2 indent_3 indent_4"),
        ("подпункты 1) - 3)", RU, "sp_1 sp_2 sp_3"),
        ("пункты с 1 по 3 статьи 5", RU, "art_5__p_1 art_5__p_2 art_5__p_3"),
        ("пункты 2-4 статьи 20-1", RU, "art_20-1__p_2 art_20-1__p_3 art_20-1__p_4"),
        ("пункты 1, 3–5, 7", RU, "p_1 p_3 p_4 p_5 p_7"),
        ("статьями 113-1–113-3", RU, "art_113-1 art_113-2 art_113-3"),
        ("пункты 2-1, 2-2", RU, "p_2-1 p_2-2"),
        ("первое и второе предложения статьи 9", RU, "art_9__sentence_1 art_9__sentence_2"),
        ("ст.ст. 5 и 7", RU, "art_5 art_7"),
        ("1, 2 және 3-тармақтар", KK, "p_1 p_2 p_3"),
        ("1 және 3-1) тармақшалары", KK, "sp_1 sp_3-1"),
        ("екінші – төртінші абзацтар", KK, "indent_2 indent_3 indent_4"),
        ("2-4-тармақтар", KK, "p_2 p_3 p_4"),
        ("2-1, 2-2-тармақтар", KK, "p_2-1 p_2-2"),
        ("екінші және үшінші бөліктер", KK, "part_2 part_3"),
        ("paragraphs 2 and 3 of article 5", EN, "art_5__p_2 art_5__p_3"),
        ("articles 5 to 7", EN, "art_5 art_6 art_7"),
    ],
)  # fmt: skip
def test_a_list_names_each_of_its_units(text: str, language: Language, expected: str) -> None:
    assert keys(text, language) == expected.split()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("абзац второй пункта 1, пункт 3 и часть вторую статьи 5", RU,
         "art_5__p_1__indent_2 art_5__p_3 art_5__part_2"),
        ("заголовок и пункт 1 статьи 7", RU, "art_7__heading art_7__p_1"),
        ("пункт 2 ст. 5, п. 3 ст. 6", RU, "art_5__p_2 art_6__p_3"),
        ("пункт 2, статью 5 исключить", RU, "p_2 art_5"),
        ("преамбулу и статью 1", RU, "preamble art_1"),
        ("ст. 5 п. 1 и п. 3", RU, "art_5__p_1 art_5__p_3"),
        ("5-баптың 1-тармағы және 3-тармағының екінші бөлігі", KK,
         "art_5__p_1 art_5__p_3__part_2"),
        ("5-баптың 1-тармағы мен 6-бап", KK, "art_5__p_1 art_6"),
        ("paragraph 1 and paragraph 3 of article 5", EN, "art_5__p_1 art_5__p_3"),
    ],
)  # fmt: skip
def test_addresses_share_what_stands_around_them(
    text: str, language: Language, expected: str
) -> None:
    assert keys(text, language) == expected.split()


def test_a_colon_ends_an_address() -> None:
    assert keys("в статье 4: пункт 2 исключить", RU) == ["art_4", "p_2"]


def test_days_and_dates_are_no_items_of_a_list() -> None:
    assert keys("статья 5, 6 мая 1999 года; пункта 3 и 10 дней", RU) == ["art_5", "p_3"]


def test_addresses_of_one_list_share_their_stretch() -> None:
    text = "слова в подпунктах 1) и 2) пункта 4 исключить"
    one, other = addresses_in(text, RU)
    assert (one.start, one.end) == (other.start, other.end)
    assert text[one.start : one.end] == "подпунктах 1) и 2) пункта 4"


def test_a_list_without_end_is_no_address() -> None:
    numbers = ", ".join(str(number) for number in range(1, 60))
    assert addresses_in(f"подпункты {numbers} пунктов {numbers} статей {numbers}", RU) == ()


@given(st.text(), st.sampled_from(list(Language)))
def test_any_text_can_be_read(text: str, language: Language) -> None:
    for address in addresses_in(text, language):
        assert 0 <= address.start < address.end <= len(text)
        assert address.units


@given(
    st.lists(
        st.sampled_from(["статьи", "5", "и", ",", "пункт", "1)", "-", "второй", "§", "(2)", "."])
    ),
    st.sampled_from(list(Language)),
)
def test_units_come_outermost_first(words: list[str], language: Language) -> None:
    for address in addresses_in(" ".join(words), language):
        kinds = [unit.kind for unit in address.units]
        assert len(set(kinds)) == len(kinds)
