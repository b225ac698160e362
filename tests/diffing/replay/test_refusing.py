"""What cannot be applied surely is not applied: the reason is told, and the text stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.law import Holding, HoldingKind, Language
from diffing.replay.refusing import Refusal
from diffing.replay.replay import Fate, replay
from tests.diffing.replay.making import ADOPTED, after, law, operations, refused

NEW = '"Текст.";'


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        (["1) статью 99 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) пункт 7 статьи 2 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) часть третью статьи 1 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) предложение третье пункта 2 статьи 5 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) подпункт 1) статьи 2 исключить;"], Refusal.NO_SUCH_UNIT),
        (['1) в пункте 1 статьи 5 слово "огород" исключить;'], Refusal.WORDS_NOT_FOUND),
        (['1) в пункте 1 статьи 5 слово "поливаю" исключить;'], Refusal.WORDS_NOT_FOUND),
        (['1) в статье 5 цифры "5" исключить;'], Refusal.WORDS_NOT_FOUND),
        (['1) в статье 5 слово "поливают" исключить;'], Refusal.WORDS_SEVERAL_TIMES),
        (['1) пункт 2 статьи 5 после слова "поливают" дополнить словом "обильно";'],
         Refusal.WORDS_SEVERAL_TIMES),
        (["1) часть вторую статьи 2 исключить;"], Refusal.COUNT_UNSURE),
        (["1) часть первую пункта 2 статьи 2 исключить;"], Refusal.UNSUPPORTED),
        (["1) главу 9 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) параграф 1 главы 2 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) абзац второй пункта 1 статьи 2 исключить;"], Refusal.COUNT_UNSURE),
        (["1) пункт 2 статьи 5 изложить в следующей редакции:", '"3. Другое.";'],
         Refusal.OTHER_NUMBERS),
        (["1) пункты 1 и 2 статьи 5 изложить в следующей редакции:", '"1. Одно.";'],
         Refusal.OTHER_NUMBERS),
        (["1) статью 5 изложить в следующей редакции:", '"Статья 6. Другая', NEW[1:]],
         Refusal.OTHER_NUMBERS),
        (["1) дополнить статьей 6 следующего содержания:", '"Статья 6. Есть', NEW[1:]],
         Refusal.ALREADY_THERE),
        (["1) статью 5 дополнить пунктом 2 следующего содержания:", '"2. Есть.";'],
         Refusal.ALREADY_THERE),
        (["1) статью 1 дополнить частью пятой следующего содержания:", NEW], Refusal.NO_SUCH_UNIT),
        (["1) заголовок и пункт 1 статьи 5 изложить в следующей редакции:", '"Статья 5. О";'],
         Refusal.UNSUPPORTED),
        (['1) по тексту слово "сад" заменить словом "лес" в соответствующих падежах;'],
         Refusal.INFLECTED),
    ],
)  # fmt: skip
def test_it_is_refused_with_its_reason(lines: list[str], refusal: Refusal) -> None:
    done = refused(*lines)
    assert {one.refusal for one in done.refused} == {refusal}
    assert all(one.words for one in done.refused)


def test_one_refusal_does_not_stop_the_others() -> None:
    found = operations("1) статью 99 исключить;", "2) статью 6 исключить;")
    done = replay(law(), found, ADOPTED)
    assert [one.fate for one in done.outcomes] == [Fate.REFUSED, Fate.APPLIED]


def test_a_place_that_is_not_held_is_not_called_missing() -> None:
    part = replace(law(), holding=Holding(HoldingKind.PARTS, ("art_5",)))
    done = replay(part, operations("1) статью 99 исключить;"), ADOPTED)
    assert done.outcomes[0].refusal is Refusal.NOT_HELD


def test_a_count_that_an_earlier_instruction_changed_is_not_trusted() -> None:
    found = operations(
        "1) в пункте 3 статьи 2:",
        "дополнить абзацем вторым следующего содержания:",
        '"цветы;";',
        "абзац четвертый исключить;",
    )
    done = replay(law(), found, ADOPTED)
    assert [one.fate for one in done.outcomes] == [Fate.APPLIED, Fate.REFUSED]
    assert done.outcomes[1].refusal is Refusal.COUNT_UNSURE


def test_instructions_of_the_other_language_find_nothing_to_change() -> None:
    found = operations('1) 5-баптағы "бақ" деген сөз алып тасталсын;', language=Language.KK)
    done = replay(law(), found, ADOPTED)
    assert done.edition == law()
    assert done.outcomes[0].refusal is Refusal.WORDS_NOT_FOUND


def test_two_acts_that_amend_each_other_are_each_replayed_once() -> None:
    first = after('1) в пункте 1 статьи 5 слово "утром" заменить словом "ночью";').edition
    back = operations('1) в пункте 1 статьи 5 слово "ночью" заменить словом "утром";')
    done = replay(first, back, ADOPTED)
    assert done.edition == law()


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        (["1) статью 6 исключить;", "2) статью 6 исключить;"], Refusal.NO_SUCH_UNIT),
        (["1) подпункт 2) пункта 1 статьи 2 исключить;"] * 2, Refusal.NO_SUCH_UNIT),
        (['1) в пункте 1 статьи 5 слово "утром" исключить;'] * 2, Refusal.WORDS_NOT_FOUND),
        (
            ["1) дополнить статьей 7 следующего содержания:", '"Статья 7. Новая', NEW[1:]] * 2,
            Refusal.ALREADY_THERE,
        ),
    ],
)
def test_an_instruction_that_is_given_twice_is_done_once(
    lines: list[str], refusal: Refusal
) -> None:
    done = replay(law(), operations(*lines), ADOPTED)
    assert [one.fate for one in done.outcomes] == [Fate.APPLIED, Fate.REFUSED]
    assert [one.refusal for one in done.refused] == [refusal]


def test_figures_that_follow_each_other_are_replaced_once() -> None:
    found = operations(
        '1) по всему тексту цифры "15", "30" заменить соответственно цифрами "30", "45";'
    )
    done = replay(law(), found, ADOPTED)
    texts = " ".join(block.text for block in done.edition.by_key["art_5"].blocks)
    assert "утром 30 минут" in texts
