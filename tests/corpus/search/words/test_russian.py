"""Forms of a Russian word have one stem, and words which the law keeps apart have not."""

from __future__ import annotations

from collections import Counter

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.words import english, russian, russian_words
from corpus.search.words.analysis import Analyser


@pytest.mark.parametrize(
    "forms",
    [
        "аким акима акиму акимом акиме акимы акимов акимами",
        "выборы выборов выборам выборами выборах",
        "сельский сельского сельских сельским",
        "округ округа округов округах",
        "маслихат маслихата маслихатом маслихатов",
        "избиратель избирателя избирателей избирателями",
        "решение решения решением решений",
        "орган органа органом органы органов органами",
        "гражданин гражданина граждане граждан гражданам",
        "устав устава уставом уставы",
        "правила правил правилами правилах",
        "порядок порядка порядке порядком",
        "список списка списки списков",
        "день дня днем дни дней",
        "перечень перечня перечни",
        "казахстан казахстана казахстане казахстаном",
        "астана астаны астане астану",
        "капитан капитана капитане капитаном",
        "случай случая случаю случаем случае случаи случаев случаях",
        "ассамблея ассамблеи ассамблее ассамблеей",
        "созыв созыва созывом созывы",
        "отзыв отзыва отзыве",
        "отдых отдыха отдыхом",
        "начало начала начале началом",
        "защита защиты защите защитой",
        "отмена отмены отмене отмену отменой",
        "охрана охраны охране охраной",
        "основа основы основе основ основах",
        "капитал капитала капиталом",
        "депозит депозита депозите",
        "время времени временем времена времен",
        "имя имени именем имена имен именами",
        "печать печати печатью печатей",
        "подпись подписи подписью подписей",
        "роспись росписи росписью",
        "видеозапись видеозаписи видеозаписью",
        "память памяти памятью",
        "десять десяти десятью",
        "двадцать двадцати двадцатью",
        "проверка проверки проверок",
        "подготовка подготовки подготовок",
        "поддержка поддержки поддержек",
        "застройка застройки застроек",
        "оценка оценки оценок",
        "значок значка значки значков",
        "рынок рынка рынков",
        "иностранец иностранца иностранцев",
        "владелец владельца владельцев",
        "число числа чисел",
        "земля земли земель",
        "люди людей людьми",
    ],
)
def test_forms_of_a_russian_word_have_one_stem(forms: str) -> None:
    assert len(set(Analyser().stems(forms.split(), Language.RU))) == 1


def test_russian_words_that_the_law_keeps_apart_keep_different_stems() -> None:
    words = "аким акимат избиратель избирательный выборы избранный право правила акт актив орган"
    kept = "организация устав установить порядок день судно суд основа основной основание отмена"
    more = "отметка имя именной иметь десять десятый время временный число численность срок случай "
    near = "случайный подпись подписать печать печатный охрана начало начальник защита"
    asked = [*words.split(), *kept.split(), *more.split(), *near.split()]
    stems = Analyser().stems(asked, Language.RU)
    assert len(set(stems)) == len(stems)


def test_a_form_that_stands_in_a_list_stands_in_one_only() -> None:
    for paradigms in (russian_words._PARADIGMS, english._PARADIGMS):
        forms = Counter(form for forms in paradigms for form in forms.split())
        assert [form for form, times in forms.items() if times > 1] == []


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=40))
def test_any_word_has_a_stem_without_a_space(word: str) -> None:
    stem = russian.stem(word, Stemmer.Stemmer("russian", 0).stemWord)
    assert stem
    assert " " not in stem


@pytest.mark.parametrize("word", ["ии", "рк", "и", "не", "в"])
def test_what_is_too_short_to_be_cut_finds_itself_only(word: str) -> None:
    assert Analyser().stems([word], Language.RU) == [word]
