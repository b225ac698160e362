"""Words: what is compared when two words look the same to a reader, or are forms of one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search import kazakh
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


def test_letters_decide_the_stemmer_where_they_can() -> None:
    analyser = Analyser()
    assert analyser.stems(["әкімінің"], Language.RU) == ["әкім"]
    assert analyser.stems(["elections"], Language.KK) == ["elect"]
    assert analyser.stems(["акимов"], Language.EN) == analyser.stems(["аким"], Language.RU)
    assert analyser.stems(["113-3", "5а"], Language.RU) == ["113-3", "5а"]
