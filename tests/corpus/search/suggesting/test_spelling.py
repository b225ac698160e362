"""A word that stands nowhere is corrected by the words of the corpus."""

from __future__ import annotations

import pytest

from corpus.law import Language
from corpus.search.suggesting.keyboards import retyped, without_kazakh_letters
from corpus.search.suggesting.spelling import Speller
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import LexiconCounter

RU, KK, EN = Language.RU, Language.KK, Language.EN


def speller(**documents: list[str]) -> Speller:
    counted = LexiconCounter()
    for language, texts in documents.items():
        for text in texts:
            counted.add(Language(language), text.split())
    return Speller(counted.lexicon(), Analyser())


def best(spelling: Speller, word: str, language: Language) -> str | None:
    return next((one.words for one in spelling.corrections(word, language)), None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("маслехат", "маслихат"),
        ("масилхат", "маслихат"),
        ("маслихт", "маслихат"),
        ("масслихат", "маслихат"),
        ("избирательнаякомиссия", "избирательная комиссия"),
        ("абвгд", None),
        ("су", None),  # too short: суд, сук and many others are as near
    ],
)
def test_a_slip_is_mended(typed: str, meant: str | None) -> None:
    held = speller(ru=["маслихат избирательная комиссия суд"])
    assert best(held, typed, RU) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("аким", "әкім"),
        ("акимдер", "әкімдер"),
        ("маслихат", "мәслихат"),
        ("окилеттик", "өкілеттік"),
    ],
)
def test_kazakh_words_are_typed_with_russian_letters(typed: str, meant: str) -> None:
    held = speller(kk=["әкім әкімдер мәслихат өкілеттік"])
    assert not held.knows(typed, [KK])
    assert best(held, typed, KK) == meant
    assert held.corrections(typed, KK)[0].slips == 0


def test_of_words_equally_near_that_of_more_documents_is_meant() -> None:
    held = speller(ru=["созыв", "созыв", "призыв", "собор", "совор"])
    assert best(held, "содор", RU) == "собор"  # as many: by the alphabet
    held = speller(ru=["собор", "совор", "совор"])
    assert best(held, "содор", RU) == "совор"


def test_a_letter_typed_twice_is_likelier_than_another_letter() -> None:
    held = speller(ru=["аким акима", "акима", "комиссия комиссии", "комиссии"])
    assert best(held, "акимм", RU) == "аким"
    assert best(held, "комисия", RU) == "комиссия"


def test_a_word_is_taken_for_two_only_where_none_is_near() -> None:
    held = speller(ru=["сама выдвижение самовыдвижении"])
    assert best(held, "самавыдвижение", RU) == "самовыдвижении"
    assert best(speller(ru=["сама выдвижение"]), "самавыдвижение", RU) == "сама выдвижение"


def test_another_form_of_a_word_that_stands_somewhere_is_known() -> None:
    held = speller(ru=["маслихатов 12"], kk=["әкімнің"])
    assert held.knows("маслихату", [RU])
    assert held.knows("әкімдер", [KK])
    assert held.knows("113-3", [RU])
    assert not held.knows("маслехат", [RU, KK])
    assert not held.knows("маслихату", [EN])


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("vfckb[fn", RU, "маслихат"),
        ("ds,jhs", RU, "выборы"),
        ("Frbv", RU, "аким"),
        ("v2ckb[fn", KK, "мәслихат"),
        ("мщеу", EN, "vote"),
        ("113-3", RU, None),
        ("маслихат", RU, None),
        ("vote", EN, None),
    ],
)
def test_what_was_typed_on_another_keyboard_is_typed_anew(
    typed: str, language: Language, meant: str | None
) -> None:
    assert retyped(typed, language) == meant


def test_kazakh_letters_have_russian_ones_in_their_place() -> None:
    assert without_kazakh_letters("әғқңөұүһі") == "агкноуухи"
