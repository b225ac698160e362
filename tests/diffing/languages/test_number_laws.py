from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from diffing.languages.agreement import Placed, contradictions, matched
from diffing.languages.reading import read
from diffing.languages.readings import Reading
from tests.diffing.languages.writing import KAZAKH_CASES, RUSSIAN_CASES, kazakh, russian

numbers = st.integers(0, 9999)
DAYS = {"nominative": "дней", "genitive": "дней", "dative": "дням", "instrumental": "днями"}


def only(text: str, language: Language) -> Reading:
    (reading,) = read(text, language)
    return reading


@given(numbers, st.sampled_from(RUSSIAN_CASES))
def test_a_number_written_out_in_russian_reads_back(number: int, case: str) -> None:
    reading = only(f"между {russian(number, case)} {DAYS[case]} и концом срока", Language.RU)
    assert (reading.value, reading.unit, reading.certain) == (str(number), "day", True)


@given(numbers)
def test_a_number_written_out_in_kazakh_reads_back(number: int) -> None:
    reading = only(f"сайлауға {kazakh(number)} күн қалғанда", Language.KK)
    assert (reading.value, reading.unit, reading.certain) == (str(number), "day", True)


@given(st.integers(2, 9999), st.sampled_from(KAZAKH_CASES[1:]))
def test_the_last_word_of_a_kazakh_number_takes_any_case(number: int, case: str) -> None:
    if number == 90:  # «тоқсанның» is a quarter's
        return
    text = f"саны {kazakh(number, case)} қарай есептеледі"
    assert only(text, Language.KK).value == str(number)


@given(numbers)
def test_figures_say_the_same_as_words(number: int) -> None:
    for language, written, unit in (
        (Language.RU, russian(number, "genitive"), "дней"),
        (Language.KK, kazakh(number), "күн"),
    ):
        said = [
            only(f"{form} {unit}", language) for form in (written, number, f"{number} ({written})")
        ]
        assert len({(one.kind, one.unit, one.value) for one in said}) == 1


@given(numbers, numbers, st.sampled_from(RUSSIAN_CASES))
def test_the_languages_agree_exactly_when_the_numbers_are_equal(
    one: int, other: int, case: str
) -> None:
    left = [Placed(reading) for reading in read(f"{russian(one, case)} {DAYS[case]}", Language.RU)]
    right = [Placed(reading) for reading in read(f"{kazakh(other)} күн бұрын", Language.KK)]
    remainder = matched(left, right)
    assert remainder.agreed == (1 if one == other else 0)
    differing, _ = contradictions(remainder)
    assert len(differing) == (0 if one == other else 1)


@given(
    st.text(alphabet="абвгдеёжзикмнопрстуәіқңғүұөһАБВIiX0123456789 .,;:-–%()№/«»\n\tİ", max_size=80)
)
def test_whatever_the_text_is_each_reading_stands_in_it(text: str) -> None:
    for language in (Language.RU, Language.KK):
        for reading in read(text, language):
            assert " ".join(text[reading.start :].split()).startswith(reading.words)
            assert reading.words
