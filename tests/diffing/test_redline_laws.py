"""What holds for every redline, whatever the texts are."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings

from corpus.law import Article
from diffing.engine import PureEngine
from diffing.redline import Redline, Wording, redline
from diffing.runs import NotThisText, Op, TextRedline
from diffing.vocabulary import words
from diffing.words import Limits, compare_words
from tests.diffing.making import articles, texts

PURE = PureEngine()
TIGHT = Limits(direct=60, piece=120, total=200)
"""Limits that nearly every text reaches, to try the coarse way."""


@given(texts)
def test_cutting_into_words_loses_nothing(text: str) -> None:
    assert "".join(words(text)) == text


@given(articles)
def test_an_article_does_not_differ_from_itself(article: Article) -> None:
    same = redline(article, article, PURE)
    assert not same.changed
    assert same.apply(article) == Wording.of(article)


@given(articles, articles)
def test_applying_gives_the_new_wording_and_reverting_the_old(old: Article, new: Article) -> None:
    difference = redline(old, new, PURE)
    assert difference.apply(old) == Wording.of(new)
    assert difference.revert(new) == Wording.of(old)
    assert difference.changed == (Wording.of(old) != Wording.of(new))


@given(articles, articles)
def test_the_coarse_way_loses_nothing_either(old: Article, new: Article) -> None:
    difference = redline(old, new, PURE, TIGHT)
    assert difference.apply(old) == Wording.of(new)
    assert difference.revert(new) == Wording.of(old)


@given(articles)
def test_an_added_article_is_all_insertion_and_a_vanished_one_all_deletion(
    article: Article,
) -> None:
    added, gone = redline(None, article, PURE), redline(article, None, PURE)
    assert added.apply(None) == Wording.of(article)
    assert gone.apply(article) == Wording()
    assert {block.op for block in added.blocks} <= {Op.INSERT}
    assert {block.op for block in gone.blocks} <= {Op.DELETE}


@given(articles, articles)
def test_swapping_the_sides_mirrors_the_redline(old: Article, new: Article) -> None:
    there, back = redline(old, new, PURE), redline(new, old, PURE)
    assert there.mirrored() == back
    assert back.mirrored() == there


@given(articles, articles)
def test_json_keeps_the_redline(old: Article, new: Article) -> None:
    for difference in (redline(old, new, PURE), redline(old, new, PURE, TIGHT)):
        assert Redline.from_json(json.loads(json.dumps(difference.to_json()))) == difference


@given(texts, texts)
def test_runs_are_in_their_one_form(old: str, new: str) -> None:
    runs = compare_words(old, new, PURE).runs
    assert all(run.text for run in runs)
    for before, after in pairwise(runs):
        assert before.op is not after.op
        assert (before.op, after.op) != (Op.INSERT, Op.DELETE)


@given(texts, texts)
def test_no_word_is_cut(old: str, new: str) -> None:
    difference = compare_words(old, new, PURE)
    whole = set(words(old)) | set(words(new))
    for run in difference.runs:
        assert run.op is Op.KEEP or set(words(run.text)) <= whole


@given(texts, texts)
@settings(max_examples=50)
def test_a_redline_refuses_another_text(old: str, new: str) -> None:
    difference = compare_words(old, new, PURE)
    with pytest.raises(NotThisText):
        difference.apply(old + "х")
    with pytest.raises(NotThisText):
        difference.revert("х" + new)
    assert TextRedline.from_json(difference.to_json()) == difference
