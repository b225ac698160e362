"""Long texts: nothing is lost, nothing hangs, and what was compared roughly says so."""

from __future__ import annotations

import time

import pytest

from diffing.engine import Edits, PureEngine
from diffing.redline import Wording, redline
from diffing.runs import Op
from diffing.words import LIMITS, Budget, Limits, compare_words
from tests.diffing.making import article, drawn, part

SENTENCES = [f"Комиссия {n} объявляет итоги выборов в округе {n * 7}. " for n in range(20_000)]


class Counting:
    """A real engine that also counts the work it was given."""

    name = "counting"

    def __init__(self) -> None:
        self.work = 0
        self._engine = PureEngine()

    def compare(self, old: str, new: str) -> Edits:
        self.work += len(old) * len(new)
        return self._engine.compare(old, new)


def test_few_changes_in_a_megabyte_are_still_drawn_word_by_word() -> None:
    old = "".join(SENTENCES)
    new = old.replace("Комиссия 7 ", "Коллегия 7 ").replace("округе 139993", "районе 139993")
    assert len(old) > 1_000_000
    difference = compare_words(old, new)
    assert not difference.coarse
    assert [run.text for run in difference.runs if run.op is not Op.KEEP] == [
        "Комиссия",
        "Коллегия",
        "округе",
        "районе",
    ]


def test_unrelated_megabytes_are_shown_as_replaced_and_say_so() -> None:
    old = "".join(SENTENCES)
    new = "".join(f"Әкім {n} ауыл тұрғындарына есеп береді. " for n in range(25_000))
    counting = Counting()
    difference = compare_words(old, new, counting)
    assert difference.coarse
    assert counting.work <= LIMITS.total
    assert difference.apply(old) == new


def test_many_rewritten_paragraphs_share_one_budget() -> None:
    limits = Limits(direct=500, piece=6_000, total=12_000)
    words = [f"слово{n}" for n in range(30)]
    old = article("5", *(part(" ".join([f"Часть {n}", *words])) for n in range(9)))
    new = article("5", *(part(" ".join([f"Часть {n}", *words[::-1]])) for n in range(9)))
    counting = Counting()
    difference = redline(old, new, counting, limits)
    assert [block.coarse for block in difference.blocks].count(False) == 2
    assert difference.coarse
    assert difference.to_json()["coarse"] is True
    assert counting.work <= limits.total
    assert difference.apply(old) == Wording.of(new)


def test_equal_sentences_hold_a_long_rewritten_text_together() -> None:
    """Between them the words are compared; only the piece that is too large is replaced whole."""
    rewritten = " ".join(f"слово{n}" for n in range(200)) + ". "
    other = " ".join(f"сөз{n}" for n in range(200)) + ". "
    old = SENTENCES[1] + rewritten + SENTENCES[2] + "Срок три дня. "
    new = SENTENCES[1] + other + SENTENCES[2] + "Срок пять дней. "
    limits = Limits(direct=1_000, piece=10_000, total=20_000)
    difference = compare_words(old, new, budget=Budget(limits))
    assert difference.coarse
    assert drawn(difference).endswith("Срок [-три дня-]{+пять дней+}. ")
    assert [run.text for run in difference.runs if run.op is Op.KEEP][1].endswith(
        SENTENCES[2] + "Срок "
    )


MEGABYTE = "".join(SENTENCES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", MEGABYTE),
        (MEGABYTE, ""),
        ("а" * 1_000_000, "б" * 1_000_000),
        ("а " * 500_000, "б " * 500_000),
        ("и " * 300_000, "и, " * 300_000),
        (" " * 1_000_000, "\n" * 1_000_000),
        ("." * 1_000_000, "... " * 250_000),
        ("а, " * 200_000 + "конец", "начало" + ", а" * 200_000),
        (" ".join(map(str, range(150_000))), " ".join(map(str, range(150_000, 0, -1)))),
        (" ".join(map(str, range(600_000))), " ".join(map(str, range(600_000, 1_200_000)))),
    ],
    ids=range(11),
)
def test_nothing_hangs_and_nothing_is_lost(old: str, new: str) -> None:
    """Neither emptiness nor a megabyte, of one word, of marks or of nothing in common."""
    before, after = article("5", *([old] if old else [])), article("5", *([new] if new else []))
    start = time.thread_time()
    difference = redline(before, after)
    assert time.thread_time() - start < 20
    assert difference.apply(before) == Wording.of(after)
    assert difference.revert(after) == Wording.of(before)


def test_an_article_of_thousands_of_paragraphs_is_paired() -> None:
    old = article("5", *SENTENCES[:4_000])
    new = article("5", *SENTENCES[1:2_000], "Новая часть.", *SENTENCES[2_000:4_000])
    difference = redline(old, new)
    changed = [block for block in difference.blocks if block.changed]
    assert [block.op for block in changed] == [Op.DELETE, Op.INSERT]
    assert difference.apply(old) == Wording.of(new)


def test_hundreds_of_rewritten_paragraphs_are_paired_by_their_numbers() -> None:
    """Beyond the table of likenesses only numbers are looked at."""
    old = article("5", *SENTENCES[:300])
    new = article("5", *(sentence.upper() for sentence in SENTENCES[:300]))
    difference = redline(old, new)
    assert difference.apply(old) == Wording.of(new)
    assert difference.revert(new) == Wording.of(old)
