"""Two editions of an act side by side."""

from dataclasses import replace

import pytest

from corpus.law import (
    Article,
    Block,
    BlockKind,
    Content,
    Edition,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)
from diffing.changes import Comparison
from diffing.classify import ChangeKind
from diffing.compare import DifferentActs, DifferentLanguages, compare_editions
from diffing.engine import Edits, PureEngine
from diffing.redline import Wording
from tests.diffing.making import article, chapter, drawn, edition

ONE = article("1", "Закон определяет порядок выборов акимов.")
TWO = article("2", "Аким избирается на четыре года.")
THREE = article("3", "Выборы назначает комиссия.")


def kinds(comparison: Comparison) -> list[tuple[str, str]]:
    return [(change.key, str(change.kind)) for change in comparison.changes]


def beginning(*articles: str) -> Holding:
    return Holding(HoldingKind.BEGINNING, articles)


def test_changes_come_in_document_order_and_the_unchanged_are_only_named() -> None:
    amended = article("3", "Выборы назначает маслихат.")
    added = article("1-1", "Понятия, нужные для закона.")
    comparison = compare_editions(edition(ONE, TWO, THREE), edition(ONE, added, amended))
    assert kinds(comparison) == [
        ("art_2", "repealed"),
        ("art_1-1", "added"),
        ("art_3", "amended"),
    ]
    assert comparison.unchanged == ("art_1",)
    assert comparison.not_comparable == ()
    assert comparison.counts()[ChangeKind.AMENDED] == 1
    assert sum(comparison.counts().values()) == 4


def test_every_change_carries_a_redline_that_leads_from_old_to_new() -> None:
    new = edition(ONE, article("3", "Выборы назначает маслихат."), article("4", "Новое."))
    for change in compare_editions(edition(ONE, TWO, THREE), new).changes:
        assert change.redline.apply(change.old) == Wording.of(change.new)


def test_the_same_edition_twice_has_no_changes() -> None:
    same = edition(ONE, TWO, THREE)
    comparison = compare_editions(same, same)
    assert comparison.changes == ()
    assert comparison.headings == ()
    assert comparison.unchanged == ("art_1", "art_2", "art_3")


def test_unchanged_articles_cost_no_comparison_of_words() -> None:
    class Counting(PureEngine):
        calls = 0

        def compare(self, old: str, new: str) -> Edits:
            self.calls += 1
            return super().compare(old, new)

    many = [article(str(n), f"Правило {n} о выборах.") for n in range(1, 400)]
    engine = Counting()
    new = [*many[:-1], article("399", "Правило 399 о голосовании.")]
    assert len(compare_editions(edition(*many), edition(*new), engine).unchanged) == 398
    assert engine.calls == 1


def test_an_excluded_article_that_keeps_its_heading_is_repealed() -> None:
    gone = article("2", Footnote("Сноска. Статья 2 исключена Законом РК от 01.01.2020 № 1."))
    (change,) = compare_editions(edition(ONE, TWO), edition(ONE, gone)).changes
    assert (change.kind, change.rule) == (ChangeKind.REPEALED, "excluded by a note")
    (back,) = compare_editions(edition(ONE, gone), edition(ONE, TWO)).changes
    assert back.kind is ChangeKind.RESTORED


def test_a_renumbered_article_tells_both_keys() -> None:
    (change,) = compare_editions(edition(ONE, TWO), edition(ONE, article("5", *TWO.body))).changes
    assert (change.kind, change.old_key, change.new_key, change.key) == (
        ChangeKind.RENUMBERED,
        "art_2",
        "art_5",
        "art_5",
    )
    assert not any(block.changed for block in change.redline.blocks)


def test_what_a_beginning_does_not_reach_is_neither_added_nor_repealed() -> None:
    whole = edition(ONE, TWO, THREE)
    start = edition(ONE, article("2", "Аким избир"), holding=beginning(), label="2019-01-01")
    comparison = compare_editions(start, whole)
    assert comparison.changes == ()
    assert comparison.not_comparable == ("art_2", "art_3")
    assert compare_editions(whole, start).not_comparable == ("art_2", "art_3")


def test_what_was_inserted_before_the_end_of_a_beginning_is_added() -> None:
    start = edition(ONE, THREE, holding=beginning(), label="2019-01-01")
    assert kinds(compare_editions(start, edition(ONE, TWO, THREE))) == [("art_2", "added")]


def test_editions_of_one_chapter_speak_of_that_chapter_only() -> None:
    part = Holding(HoldingKind.PARTS, ("ch_2",))
    inside = article("5", "Сбор подписей длится десять дней.", divisions=("ch_2",))
    old = edition(inside, holding=part, label="2019-01-01")
    added = article("5-1", "Взнос возвращается.", divisions=("ch_2",))
    new = edition(chapter("Общее"), ONE, chapter("Выдвижение", "ch_2"), inside, added)
    comparison = compare_editions(old, new)
    assert kinds(comparison) == [("art_5-1", "added")]
    assert comparison.not_comparable == ("art_1",)
    assert comparison.headings == ()


def test_an_excerpt_without_its_chapters_heading_did_not_move_its_articles() -> None:
    excerpt = edition(
        article("2", *TWO.body, divisions=()), holding=Holding(HoldingKind.PARTS, ("art_2",))
    )
    comparison = compare_editions(edition(chapter("Общее"), ONE, TWO), excerpt)
    assert (comparison.changes, comparison.unchanged) == ((), ("art_2",))


def test_an_article_that_changed_its_chapter_moved() -> None:
    moved = article("2", *TWO.body, divisions=("ch_2",))
    assert kinds(compare_editions(edition(ONE, TWO), edition(ONE, moved))) == [("art_2", "moved")]


def test_a_heading_of_a_chapter_is_compared_too() -> None:
    old, new = edition(chapter("Выборы акима района"), ONE), edition(chapter("Выборы акима"), ONE)
    (heading,) = compare_editions(old, new).headings
    assert heading.kind is ChangeKind.AMENDED
    assert drawn(heading.redline) == "Глава 1. Выборы акима[- района-]"


def test_other_quotes_in_a_chapters_heading_are_technical() -> None:
    old, new = edition(chapter("Закон «О селе»"), ONE), edition(chapter('Закон "О селе"'), ONE)
    (heading,) = compare_editions(old, new).headings
    assert (heading.kind, heading.rules) == (ChangeKind.TECHNICAL, ("quotes",))


def test_a_chapter_that_comes_or_goes_in_whole_acts_is_told() -> None:
    without, with_it = edition(ONE), edition(chapter("Общее"), ONE)
    assert [h.kind for h in compare_editions(without, with_it).headings] == [ChangeKind.ADDED]
    assert [h.kind for h in compare_editions(with_it, without).headings] == [ChangeKind.REPEALED]


def in_chapter(number: int, *items: Content) -> tuple[Content, ...]:
    """A chapter, its heading told, and what stands in it."""
    key = f"ch_{number}"
    inside = (replace(one, divisions=(key,)) for one in items if isinstance(one, Article))
    return (chapter(f"Глава о {number}", key), *inside)


def headings(old: Edition, new: Edition) -> list[tuple[str, str]]:
    return [(one.key, str(one.kind)) for one in compare_editions(old, new).headings]


def test_a_chapter_is_told_to_come_or_go_by_a_beginning_that_reaches_past_it() -> None:
    whole = edition(*in_chapter(1, ONE), *in_chapter(2, TWO), *in_chapter(3, THREE))
    past = edition(*in_chapter(1, ONE), TWO, *in_chapter(3, THREE), holding=beginning())
    assert headings(past, whole) == [("ch_2", "added")]
    assert headings(whole, past) == [("ch_2", "repealed")]


def test_the_last_heading_of_a_beginning_may_be_cut() -> None:
    whole = edition(*in_chapter(1, ONE), *in_chapter(2, TWO))
    cut = edition(*in_chapter(1, ONE), chapter("Гл", "ch_2"), holding=beginning())
    assert headings(whole, cut) == []


def test_a_paragraph_of_a_chapter_that_both_hold_comes_and_goes() -> None:
    paragraph = chapter("Сроки", "ch_2__par_1")
    inside = article("5", "Сбор подписей.", divisions=("ch_2", "ch_2__par_1"))
    part = Holding(HoldingKind.PARTS, ("ch_2",))
    old = edition(article("5", "Сбор подписей.", divisions=("ch_2",)), holding=part)
    new = edition(*in_chapter(1, ONE), chapter("Выдвижение", "ch_2"), paragraph, inside)
    assert headings(old, new) == [("ch_2__par_1", "added")]


def test_different_acts_are_refused() -> None:
    with pytest.raises(DifferentActs, match="give two editions of one act"):
        compare_editions(edition(ONE), edition(ONE, ngr="U040001484_"))


def test_different_languages_are_refused() -> None:
    with pytest.raises(DifferentLanguages, match="in one language"):
        compare_editions(edition(ONE), edition(ONE, language=Language.KK))


def test_a_lettered_item_whose_letter_stood_in_its_text_is_no_amendment() -> None:
    glued = article("5", "б) копию паспорта и заявление;")
    apart = article("5", Block(BlockKind.SUBPOINT, "копию паспорта и заявление;", "б", "б)"))
    comparison = compare_editions(edition(glued), edition(apart))
    assert comparison.counts()[ChangeKind.AMENDED] == 0
