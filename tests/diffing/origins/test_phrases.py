from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.marks import places
from corpus.search.words.analysis import Analyser
from diffing.origins.phrases import LONGEST_PHRASE, Finder, Phrase, PhraseRefused, Snippet
from tests.corpus.search.texts import official_documents

ANALYSER = Analyser()
RU, KK, EN = Language.RU, Language.KK, Language.EN

# Words of the law, and what makes finding them hard.
_WORDS = st.sampled_from(
    [
        *("аким", "акима", "акимом", "выборы", "выборов", "порядок", "порядка", "день", "дней"),
        *("әкім", "әкімдер", "әкiм", "халық", "халқы", "бабы", "баптың", "сайлау", "elections"),
        *("5", "25", "20-25", "113-3", "VII", "VІІ", "право\u00adвой", "подсчёт", "подсчет"),
        *("а\u0301кима", "и\u0306", "й", "село", "сел", "в", "election", "КАРМАН", "karman"),
    ]
)
_texts = st.lists(st.tuples(_WORDS, st.sampled_from([" ", " ", ", ", "\n", "-"])), max_size=14).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)


def finder(text: str, *, exact: bool = False) -> Finder:
    return Finder(Phrase.read(text, exact=exact), ANALYSER)


def counted_by_analysis(phrase: str, wording: str, language: Language) -> int:
    """The oracle: every paragraph analysed whole, no beginnings looked at."""
    wanted = ANALYSER.stems(ANALYSER.words(phrase), language)
    return sum(
        1
        for line in wording.split("\n")
        for _ in places(wanted, ANALYSER.streams(line, language)[1])
    )


@given(st.lists(_WORDS, min_size=1, max_size=3), _texts, st.sampled_from(Language))
def test_a_phrase_is_found_wherever_the_whole_analysis_finds_it(
    sought: list[str], wording: str, language: Language
) -> None:
    phrase = " ".join(sought)
    found = list(finder(phrase).spans(wording, language))
    assert len(found) == counted_by_analysis(phrase, wording, language)


def test_nothing_of_the_official_texts_is_overlooked(shared_registry: Path) -> None:
    documents = official_documents(shared_registry, 1_500)
    chance = random.Random(3)
    found = 0
    for _ in range(60):
        words = chance.choice(documents).text.split()
        start = chance.randrange(max(1, len(words) - 2))
        phrase = " ".join(words[start : start + chance.randint(1, 3)])
        if not ANALYSER.words(phrase):
            continue
        sought = finder(phrase)
        for document in documents:
            wanted = counted_by_analysis(phrase, document.text, document.lang)
            own = len(list(sought.spans(document.text, document.lang)))
            # «1 листа» is not in «0,1 листа», which the analysis cuts in two.
            assert own == wanted or (own < wanted and re.search(r"\d", phrase)), phrase
            found += own
    assert found > 1_000


@pytest.mark.parametrize(
    ("phrase", "wording", "language"),
    [
        ("самовыдвижение", "Он выдвинут в порядке самовыдвижения.", RU),
        ("выборы акима", "О выборах акимов сел", RU),
        ("порядок", "В том же порядке.", RU),
        ("день", "за пять дней", RU),
        ("әкім", "Ауыл әкімдерін сайлайды", KK),
        ("халық", "халқына қызмет етеді", KK),
        ("акім", "Ауыл акiмі", KK),  # with a Latin i
        ("25 дней", "в срок 20-25 дней", RU),
        ("закон VII", "Закон VІІ созыва", RU),
        ("the election", "The elections begin", EN),
        ('"подсчёт голосов"', "при подсчете голосов", RU),
    ],
)
def test_a_phrase_stands_in_any_form_of_its_words(
    phrase: str, wording: str, language: Language
) -> None:
    assert finder(phrase).stands_in(wording, language)


@pytest.mark.parametrize(
    ("phrase", "wording"),
    [
        ("аким села", "аким\nсела"),  # two paragraphs
        ("аким села", "аким этого села"),
        ("аким", "акимат решает"),
        ("движение", "самовыдвижение"),
    ],
)
def test_other_words_and_words_apart_are_not_the_phrase(phrase: str, wording: str) -> None:
    assert not finder(phrase).stands_in(wording, RU)


def test_to_the_letter_only_case_spaces_and_the_kind_of_quotes_may_differ() -> None:
    exact = finder('слово "аул" исключить', exact=True)
    assert exact.stands_in("1) Слово\u00a0«аул»  исключить;", RU)
    assert not exact.stands_in("слова «аул» исключить", RU)
    assert not exact.stands_in("слово аул исключить", RU)
    assert not exact.stands_in("слово «аул»\nисключить", RU)
    assert not finder("аким", exact=True).stands_in("акима акимат", RU)
    assert finder("Ә.", exact=True).stands_in("ә. деп", KK)


def test_a_snippet_has_a_few_words_around_the_phrase_and_says_where_it_goes_on() -> None:
    numbers = [f"слово{number}" for number in range(1, 10)]
    wording = f"Заголовок\n{' '.join(numbers)} акимов села, {' '.join(numbers)}."
    assert finder("аким села").snippet(wording, RU) == Snippet(
        "…слово4 слово5 слово6 слово7 слово8 слово9 ",
        "акимов села",
        ", слово1 слово2 слово3 слово4 слово5 слово6…",
    )
    assert finder("аким").snippet("1) акима;", RU) == Snippet("1) ", "акима", ";")
    assert finder("маслихат").snippet(wording, RU) is None
    assert finder("акимов села", exact=True).snippet("Вид. акимов села", RU) == Snippet(
        "Вид. ", "акимов села", ""
    )


@pytest.mark.parametrize("text", ["", "   ", "?!", "«»", "—", "* * *", '"'])
def test_without_a_word_there_is_no_phrase(text: str) -> None:
    with pytest.raises(PhraseRefused, match="give a phrase"):
        Phrase.read(text)


def test_a_phrase_has_a_limit() -> None:
    assert Phrase.read("а" * LONGEST_PHRASE).text
    with pytest.raises(PhraseRefused, match="501"):
        Phrase.read("а" * (LONGEST_PHRASE + 1))


def test_what_has_no_meaning_here_is_told() -> None:
    assert Phrase.read('"порядок выборов').ignored == ("quote that is never closed",)
    assert Phrase.read("«порядок").text == "порядок"
    assert any("asterisk" in part for part in Phrase.read("выбор*").ignored)
    assert Phrase.read('"порядок выборов"').ignored == ()


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("5 процентов", "не меньше 1,5 процента"),
        ("500 тенге", "взнос 2 500 тенге"),
        ("500 тенге", "взнос 12 500 тенге"),
        ("взнос 12", "взнос 12 500 тенге"),
    ],
)
def test_a_part_of_a_number_is_not_that_number(phrase: str, text: str) -> None:
    assert not finder(phrase).stands_in(text, RU)
    assert not finder(phrase, exact=True).stands_in(text, RU)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("1,5 процента", "не меньше 1,5 процента"),
        ("2 500 тенге", "взнос 2 500 тенге"),
        ("500 тенге", "с 2014 500 тенге"),
        ("5 процентов", "3, 5 процентов"),
        ("2014", "с 01.01.2014"),
        ("500 тенге", "сразу 500 тенге"),
    ],
)
def test_a_whole_number_is_found(phrase: str, text: str) -> None:
    assert finder(phrase).stands_in(text, RU)
