"""Forms of a Kazakh word have one stem, and words which the law keeps apart have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.words import kazakh

KAZAKH = (
    "әкім әкімі әкімнің әкімінің әкімге әкіміне әкімді әкімін әкімде әкімінде әкімнен әкіммен",
    "әкім әкімдер әкімдері әкімдердің әкімдерінің әкімдеріне",
    "бап бабы баптың бабының бабында бапта баптар баптары баптарының бапқа",
    "округ округі округтің округінің округте округтер округтері округтердің округтерінде",
    "сайлаушы сайлаушының сайлаушылар сайлаушылары сайлаушылардың сайлаушыларға",
    "мәслихат мәслихаты мәслихаттың мәслихатының мәслихаттар мәслихаттардың мәслихатқа",
    "тармақ тармағы тармағының тармақтар тармақтарында тармақта",
    "тармақша тармақшасы тармақшасының тармақшалар",
    "сайлау сайлауы сайлаудың сайлауды сайлауға сайлауда сайлаулар",
    "облыс облысы облыстың облысының облыстар",
    "аудан ауданы ауданның ауданының аудандар аудандардың",
    "орган органы органның органдар органдарының",
    "қала қаласы қаланың қалада қаладағы қалалар",
    "қағида қағидасы қағидалар қағидаларында",
    "қаулы қаулысы қаулының қаулылар",
    "комиссия комиссиясы комиссияның комиссиялар комиссияларының",
    "орын орны орында орындар орындары",
    "дауыс даусы дауысы дауыстар",
    "өкілеттік өкілеттігі өкілеттіктер өкілеттігінің",
    "ел елдің елде елдер",
)


@pytest.mark.parametrize("forms", KAZAKH)
def test_forms_of_a_kazakh_word_have_one_stem(forms: str) -> None:
    assert len({kazakh.stem(form) for form in forms.split()}) == 1


def test_different_kazakh_words_keep_different_stems() -> None:
    stems = {kazakh.stem(form) for forms in KAZAKH for form in forms.split()}
    assert len(stems) == len(KAZAKH) - 1  # the first word has two lines


@pytest.mark.parametrize("word", ["депутат", "комитет", "парламент", "аудан", "әкім", "мемлекет"])
def test_a_word_that_ends_like_an_ending_keeps_it(word: str) -> None:
    assert kazakh.stem(word) == word


@given(st.text(alphabet="абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяә", min_size=1))
def test_the_stemmer_shortens_or_keeps_any_word_and_settles(word: str) -> None:
    stem = kazakh.stem(word)
    assert 0 < len(stem) <= len(word) + 1
    assert kazakh.stem(kazakh.stem(stem)) == kazakh.stem(stem)
