"""What holds for every alignment, whatever is aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.law import Article, Block, Edition
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Correspondences, Relation
from diffing.correspondence.selection import Selection, chosen
from diffing.correspondence.side_by_side import together
from diffing.normalise import folded
from diffing.redline import Wording
from tests.diffing.correspondence.making import (
    RULES,
    align,
    article,
    decree,
    item,
    law,
    numbered,
    paragraph,
    rule,
)

WORDS = ("аким", "сад", "сторож", "казначей", "взнос", "яблони", "два", "20-1", "общий", "№", "еж")

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
sentences = st.one_of(st.sampled_from(RULES), phrases.map(lambda text: f"{text.capitalize()}."))
texts = st.one_of(st.lists(sentences, min_size=1, max_size=3).map(" ".join), st.just("Исключен."))
numbers = st.lists(st.integers(1, 12).map(str), unique=True, max_size=5)
items = st.lists(phrases, max_size=3)


def listed(under: Sequence[str], point: str) -> tuple[Block, ...]:
    return tuple(item(point, str(n), one) for n, one in enumerate(under, 1))


@st.composite
def decrees(draw: st.DrawFn, ngr: str = "U01_") -> Edition:
    rules = []
    for number in draw(numbers):
        text = draw(texts)
        rules.append(rule(number, text, *listed(draw(items), "")))
    return decree(*rules, ngr=ngr, label=draw(st.sampled_from(["2001-01-01", "2002-01-01"])))


@st.composite
def articles(draw: st.DrawFn, number: str) -> Article:
    if draw(st.booleans()):
        parts = [paragraph(text, f"part_{n}") for n, text in enumerate(draw(st.lists(texts)), 1)]
        return article(number, *parts[:3], heading=draw(st.sampled_from(["", "Сад"])))
    blocks: list[Block] = []
    for n in draw(numbers):
        text = draw(texts)
        blocks += numbered(n, text, *listed(draw(items), f"p_{n}"))
    return article(number, tuple(blocks))


@st.composite
def laws(draw: st.DrawFn, ngr: str = "Z02_") -> Edition:
    content = [draw(articles(number)) for number in draw(numbers)]
    return law(*content, ngr=ngr, label=draw(st.sampled_from(["2001-01-01", "2002-01-01"])))


@st.composite
def sides(draw: st.DrawFn) -> list[Selection]:
    editions = draw(st.tuples(decrees(), laws()))
    taken = draw(st.sampled_from([editions, editions[:1], editions[1:]]))
    return [Selection(edition, general=draw(st.booleans())) for edition in taken]


def asserted(found: Correspondences) -> list[Correspondence]:
    return [one for one in found.items if one.relation is not Relation.POSSIBLE]


def everything(found: Correspondences) -> Iterator[Correspondence]:
    for one in found.items:
        yield one
        yield from one.points


def keys(rules: Sequence[Provision]) -> list[tuple[str, str]]:
    return [(one.ngr, one.key) for one in rules]


@given(sides(), sides())
@settings(max_examples=80)
def test_swapping_the_sides_mirrors_the_answer(old: list[Selection], new: list[Selection]) -> None:
    there, back = align(old, new), align(new, old)
    assert sorted(map(repr, there.mirrored().items)) == sorted(map(repr, back.items))
    assert there.without_wording == back.without_wording[::-1]
    assert there.not_comparable == back.not_comparable[::-1]


@given(sides(), sides(), st.randoms())
@settings(max_examples=50)
def test_the_order_in_which_provisions_are_given_does_not_matter(
    old: list[Selection], new: list[Selection], chance: object
) -> None:
    named = [replace(one, keys=tuple(key for key in one.edition.by_key)) for one in old]
    named = [one for one in named if one.keys]
    found = align(named, new)
    turned = [replace(one, keys=one.keys[::-1]) for one in named][::-1]
    assert align(turned, new[::-1]) == found


@given(sides(), sides())
@settings(max_examples=80)
def test_every_rule_is_told_once(old: list[Selection], new: list[Selection]) -> None:
    found = align(old, new)
    for place, side in enumerate((old, new)):
        rows = [one.old if place == 0 else one.new for one in found.items]
        sure = Counter(
            key for one in asserted(found) for key in keys(one.old if place == 0 else one.new)
        )
        assert set(sure.values()) <= {1}
        told = {key for row in rows for key in keys(row)}
        for one in chosen(side)[0]:
            for unit in one.provisions():
                assert (
                    (unit.ngr, unit.key) in told
                    or (unit.ngr, unit.article_key) in told
                    or one.selection.general
                    or unit.key in found.without_wording[place]
                ), unit.key


@given(laws(), laws())
@settings(max_examples=80)
def test_every_point_of_a_changed_article_is_told_once(old: Edition, new: Edition) -> None:
    found = align(old, new)
    for place in (0, 1):
        told = Counter(
            key
            for one in everything(found)
            if one.relation is not Relation.POSSIBLE
            for key in keys(one.old if place == 0 else one.new)
        )
        assert set(told.values()) <= {1}
        for one in found.items:
            unit = (one.old, one.new)[place]
            if one.points:
                edition = (old, new)[place]
                inside = [
                    each
                    for chosen_one in chosen([Selection(edition)])[0]
                    if chosen_one.key == unit[0].key
                    for each in chosen_one.provisions()
                    if each.is_inside and not each.is_empty
                ]
                possible = {
                    key
                    for row in everything(found)
                    if row.relation is Relation.POSSIBLE
                    for key in keys((row.old, row.new)[place])
                }
                assert all(key in told or key in possible for key in keys(inside))


@given(sides(), sides())
@settings(max_examples=80)
def test_no_word_is_lost_in_a_redline(old: list[Selection], new: list[Selection]) -> None:
    for one in everything(align(old, new)):
        whole = bool(one.old and one.new) and one.redline.old == one.old[0].wording
        before = one.old[0].wording if whole else together(one.old)
        after = one.new[0].wording if whole else together(one.new)
        assert one.redline.apply(before) == after
        assert one.redline.revert(after) == before
        assert words(one.redline.old) == [line for rule in one.old for line in lines(rule)]
        assert words(one.redline.new) == [line for rule in one.new for line in lines(rule)]


def words(wording: Wording) -> list[str]:
    texts = (wording.heading, *(block.text for block in wording.blocks))
    return [text for text in texts if text]


def lines(rule: Provision) -> list[str]:
    return [text for text in (rule.heading, *(block.text for block in rule.blocks)) if text]


@given(sides(), sides())
@settings(max_examples=80)
def test_scores_run_from_nought_to_one_and_belong_to_pairs(
    old: list[Selection], new: list[Selection]
) -> None:
    for one in everything(align(old, new)):
        assert (one.score is not None) == bool(one.old and one.new) == (one.route is not None)
        assert all(0 <= share <= 1 for share in (one.score, one.runner_up) if share is not None)
        assert len(one.old) == 1 or len(one.new) == 1 or one.relation in {"new", "dropped"}
        assert not (one.relation == "identical" and one.score != 1)


@given(sides())
@settings(max_examples=60)
def test_the_same_twice_is_identical(side: list[Selection]) -> None:
    found = align(side, side)
    assert {one.relation for one in found.items} <= {Relation.IDENTICAL}
    assert not any(one.redline.changed for one in found.items)


unlike = st.lists(sentences, unique_by=folded, min_size=1, max_size=6)


@given(unlike)
@example([*RULES])
@settings(max_examples=60)
def test_other_numbers_alone_are_never_an_edit(texts: list[str]) -> None:
    from_one = {str(n): text for n, text in enumerate(texts, 1)}
    from_two = {str(n): text for n, text in enumerate(texts, 2)}
    there = [
        (
            decree(*(rule(n, text) for n, text in from_one.items()), label="2001"),
            decree(*(rule(n, text) for n, text in from_two.items()), label="2002"),
        ),
        (
            law(*(article(n, text) for n, text in from_one.items()), label="2001"),
            law(*(article(f"{n}00", text) for n, text in from_one.items()), label="2002"),
        ),
        (
            law(article("1", *(numbered(n, text) for n, text in from_one.items())), label="2001"),
            law(article("1", *(numbered(n, text) for n, text in from_two.items())), label="2002"),
        ),
    ]
    for old, new in there:
        relations = {one.relation for one in everything(align(old, new))}
        assert relations <= {Relation.IDENTICAL, Relation.MOVED}, relations
