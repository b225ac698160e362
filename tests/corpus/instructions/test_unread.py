"""What is not understood is listed with its words and place; nothing is guessed, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.instructions.operations import Reason
from corpus.instructions.paragraphs import statements
from corpus.instructions.reading import read_instructions
from corpus.law import Language
from tests.corpus.instructions.making import act_of, edition_of, read

RU, KK = Language.RU, Language.KK

UNREAD = [
    (RU, ["1) пункты 2 и 3 статьи 7 считать соответственно пунктами 3 и 4;"], Reason.UNKNOWN_FORM),
    (RU, ['1) в оглавлении слово "сад" заменить словом "лес";'], Reason.UNKNOWN_FORM),
    (RU, ["1) последний абзац пункта 2 статьи 5 исключить;"], Reason.UNKNOWN_FORM),
    (RU, ["1) внести изменение в пункт 2 статьи 5;"], Reason.UNKNOWN_FORM),
    (RU, ['1) в статье 5 слово "сад" заменить словом "лес" и полить его;'], Reason.UNKNOWN_FORM),
    (RU, ["1) дополнить приложением 3 согласно приложению к настоящему Закону;"],
     Reason.IN_APPENDIX),
    (RU, ["1) пункт 2 статьи 5 изложить в следующей редакции:"], Reason.NO_WORDING),
    (RU, ['1) слово "сад" заменить словом "лес";'], Reason.NO_ADDRESS),
    (RU, ['1) в статье 5 слова "а", "б", "в" заменить соответственно словами "г", "д";'],
     Reason.UNEVEN_PAIRS),
    (RU, ['1) в статье 8 слова "в сад дополнить словами "в огород";'], Reason.NEVER_CLOSED),
    (RU, ["1) в статье 5:", '"2. Лишнее.";'], Reason.LOOSE_QUOTATION),
    (KK, ["1) 5-баптың 2-тармағы мынадай редакцияда жазылсын:"], Reason.NO_WORDING),
    (KK, ['1) "бақ" деген сөз "орман" деген сөзбен ауыстырылсын;'], Reason.NO_ADDRESS),
    (KK, ["1) 7-баптың 2-тармағы 3-тармақ деп есептелсін;"], Reason.UNKNOWN_FORM),
    (RU, ["1) 5-бап алып тасталсын;"], Reason.UNKNOWN_FORM),
    (KK, ["1) статью 5 исключить;"], Reason.UNKNOWN_FORM),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "reason"), UNREAD)
def test_what_the_grammar_does_not_know_is_listed_with_its_reason(
    language: Language, lines: list[str], reason: Reason
) -> None:
    found = read(*lines, language=language)
    assert not found.operations
    (unread,) = found.unread
    assert unread.reason is reason
    assert unread.words == "\n".join(lines)
    assert unread.place.unit == "sp_1"


def test_half_an_instruction_is_none() -> None:
    found = read('1) в статье 5 слово "сад" исключить, слово "лес" полить;')
    assert not found.operations
    assert len(found.unread) == 1


def test_a_quotation_that_is_never_closed_takes_no_instruction_with_it_unseen() -> None:
    found = read(
        "1) статью 9 изложить в следующей редакции:",
        '"Статья 9. О саде',
        "1. Текст;",
        "2) статью 10 исключить;",
    )
    assert not found.operations
    (unread,) = found.unread
    assert unread.reason is Reason.NEVER_CLOSED
    assert "статью 10 исключить" in unread.words


def test_nested_quotations_stay_in_the_new_wording() -> None:
    found = read(
        "1) статью 9 изложить в следующей редакции:",
        '"Статья 9. О саде',
        "1. До весны пункт 2 читают так:",
        '«2. По закону "О садах" сад закрыт.».'.replace("\\", ""),
        '2. Сад открыт.";',
        "2) статью 10 исключить;",
    )
    assert not found.unread
    assert len(found.operations) == 2
    assert [line.text for line in found.operations[0].content] == [
        "Статья 9. О саде",
        "1. До весны пункт 2 читают так:",
        '«2. По закону "О садах" сад закрыт.».',
        "2. Сад открыт.",
    ]


def test_one_closing_mark_may_stand_for_two() -> None:
    found = read(
        "1) пункт 2 статьи 9 изложить в следующей редакции:",
        '"2. Сад живет по закону "О садах";',
        "2) статью 10 исключить;",
    )
    assert not found.unread
    assert len(found.operations) == 2
    assert [line.text for line in found.operations[0].content] == [
        '2. Сад живет по закону "О садах"'
    ]


def test_an_instruction_without_an_act_is_listed() -> None:
    found = read_instructions(edition_of("Статья 1. О чем\nПункт 2 статьи 5 исключить."))
    assert [one.reason for one in found.unread] == [Reason.NO_ACT]


def test_an_english_text_amends_nothing_and_says_so() -> None:
    found = read_instructions(edition_of("Article 1. On gardens\nText.", Language.EN))
    assert not found.operations
    assert "Russian and Kazakh" in found.unsupported


def test_a_text_that_is_cut_in_the_middle_is_read_up_to_there() -> None:
    found = read("1) статью 5 исключить;", '2) в статье 6 слово "са')
    assert len(found.operations) == 1
    assert [one.reason for one in found.unread] == [Reason.NEVER_CLOSED]


_LINES = st.sampled_from(
    [
        "1) статью 5 исключить;",
        "2) в статье 6:",
        "пункт 1 изложить в следующей редакции:",
        '"1. Новое.";',
        '"1. Без конца;',
        'слово "сад" исключить;',
        "что-то другое",
        "3) дополнить статьей 9-1 следующего содержания:",
        "1. Внести в Закон от 3 марта 2015 года № 5 изменения:",
        "Настоящий Закон вводится в действие со дня опубликования.",
        'слова "а заменить',
        "по всему тексту:",
        "Внести в Закон от 3 марта 2015 года № 5 изменения:",
        "в Правилах, утвержденных указанным Законом:",
        "пункт 7 изложить в следующей редакции: «7. Новое,",
        "и еще.»;",
        "Статья 4.",
        "Статья 5 .",
    ]
)


@given(st.lists(_LINES, max_size=12))
def test_every_paragraph_is_an_operation_a_frame_or_listed(lines: list[str]) -> None:
    edition = act_of(*lines)
    found = read_instructions(edition)
    told = [one.quote for one in found.operations]
    told += [one.words for one in found.unread]
    told += [one.words for one in found.frames]
    for statement in statements(edition):
        for paragraph in (statement.own, *statement.quoted):
            assert any(paragraph.printed in words for words in told), paragraph
