"""Words that went from one place of an article and came at another."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Article, Block
from diffing.engine import PureEngine
from diffing.redline import Redline, Wording, redline
from diffing.runs import Op, Run
from tests.diffing.making import article, part, point, subpoint

PURE = PureEngine()
CALLS = "Комиссия назначает выборы за сорок дней до их проведения."
COUNTS = "Голоса считают члены комиссии в присутствии всех наблюдателей."
REPORTS = "Аким отчитывается перед жителями округа один раз в год."


def moved(difference: Redline) -> list[tuple[str, str, int]]:
    runs = [run for block in difference.blocks for run in block.text.runs]
    return [(str(run.op), run.text, run.moved) for run in runs if run.moved]


def test_a_paragraph_that_changed_its_place_is_moved() -> None:
    before = article("5", CALLS, COUNTS, REPORTS)
    after = article("5", COUNTS, REPORTS, CALLS)
    assert moved(redline(before, after)) == [("-", CALLS, 1), ("+", CALLS, 1)]


def test_a_point_that_moved_is_not_taken_for_the_new_point_of_its_number() -> None:
    before = article("5", point("1", CALLS), point("2", COUNTS), point("3", REPORTS))
    after = article("5", point("1", "Новое правило."), point("2", COUNTS), point("3", CALLS))
    difference = redline(before, after)
    assert [text for _, text, _ in moved(difference)] == [CALLS] * 2
    gone, *_ = [block for block in difference.blocks if block.text.old == CALLS]
    assert gone.op is Op.DELETE


def test_a_sentence_that_went_to_another_point_is_moved() -> None:
    before = article("5", point("1", f"Общее начало. {CALLS}"), point("2", REPORTS))
    after = article("5", point("1", "Общее начало."), point("2", f"{REPORTS} {CALLS}"))
    assert moved(redline(before, after)) == [("-", CALLS, 1), ("+", CALLS, 1)]


def test_a_split_point_shows_which_of_its_sentences_stayed() -> None:
    before = article("5", point("1", f"{CALLS} {COUNTS}"))
    after = article("5", point("1", CALLS), point("2", COUNTS))
    assert moved(redline(before, after)) == [("-", COUNTS, 1), ("+", COUNTS, 1)]


def test_a_merged_point_does_so_too() -> None:
    before = article("5", point("1", CALLS), point("2", COUNTS))
    after = article("5", point("1", f"{CALLS} {COUNTS}"))
    assert {text for _, text, _ in moved(redline(before, after))} == {COUNTS}


def test_the_mark_at_the_end_of_a_list_item_may_change() -> None:
    before = article(
        "5", subpoint("1", f"{CALLS[:-1]};"), subpoint("2", "срок;"), subpoint("3", f"{COUNTS}")
    )
    after = article(
        "5", subpoint("1", "срок;"), subpoint("2", f"{COUNTS[:-1]};"), subpoint("3", CALLS)
    )
    found = moved(redline(before, after))
    assert {text for _, text, _ in found} <= {CALLS[:-1], COUNTS[:-1]}
    assert [op for op, _, _ in found] == ["-", "+"]


def test_short_words_never_move() -> None:
    short = "Срок его пять лет."
    difference = redline(article("5", short, CALLS, COUNTS), article("5", CALLS, COUNTS, short))
    assert not moved(difference)


def test_what_came_twice_moved_to_neither_place() -> None:
    before = article("5", CALLS, "Первое правило о сроках.", COUNTS)
    after = article("5", "Первое правило о сроках.", CALLS, COUNTS, "Второе правило.", CALLS)
    assert not moved(redline(before, after))


def test_another_word_in_the_moved_sentence_makes_it_another() -> None:
    changed = CALLS.replace("сорок", "пятьдесят")
    difference = redline(
        article("5", CALLS, COUNTS, REPORTS), article("5", COUNTS, REPORTS, changed)
    )
    assert not moved(difference)


def test_the_json_names_both_places_and_is_read_without_them_too() -> None:
    before, after = article("5", CALLS, COUNTS, REPORTS), article("5", COUNTS, REPORTS, CALLS)
    value = redline(before, after).to_json()
    assert value["moves"] == [{"from": [0, 0], "to": [3, 0]}]
    assert value["blocks"][0]["text"] == [["-", CALLS]]
    del value["moves"]
    assert Redline.from_json(value).apply(before) == Wording.of(after)


sentences = st.sampled_from([CALLS, COUNTS, REPORTS, "Срок один год.", "Так и есть. "])
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
blocks = st.one_of(
    st.builds(part, paragraphs), st.builds(point, st.sampled_from("1234"), paragraphs)
)
shuffled = st.lists(blocks, max_size=5).map(lambda found: article("5", *found))


@given(shuffled, shuffled)
def test_moves_lose_nothing(old: Article, new: Article) -> None:
    difference = redline(old, new, PURE)
    assert difference.apply(old) == Wording.of(new)
    assert difference.revert(new) == Wording.of(old)
    again = Redline.from_json(json.loads(json.dumps(difference.to_json())))
    assert again == difference


@given(shuffled, shuffled)
def test_swapping_the_sides_mirrors_the_moves(old: Article, new: Article) -> None:
    there, back = redline(old, new, PURE), redline(new, old, PURE)
    assert there.mirrored() == back
    assert back.mirrored() == there


@given(shuffled, shuffled)
def test_every_move_has_two_ends_with_the_same_words(old: Article, new: Article) -> None:
    ends: dict[int, dict[Op, str]] = {}
    difference = redline(old, new, PURE)
    for block in difference.blocks:
        for run in block.text.runs:
            if run.moved:
                assert run.op not in ends.setdefault(run.moved, {})
                ends[run.moved][run.op] = run.text
        assert all(not _are_one(*pair) for pair in pairwise(block.text.runs))
    assert list(ends) == list(range(1, len(ends) + 1))
    assert all(pair[Op.DELETE] == pair[Op.INSERT] for pair in ends.values())


def _are_one(before: Run, after: Run) -> bool:
    return (before.op, before.moved) == (after.op, after.moved)


def test_the_strategy_makes_moves() -> None:
    """Else the laws above would say nothing."""
    first, second = Block(point("1", CALLS).kind, CALLS, "1", "1.", "p_1"), part(COUNTS)
    assert moved(redline(article("5", first, second), article("5", COUNTS, REPORTS, CALLS)))
