"""Both engines give the same redlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Article
from diffing.engine import FastEngine, PureEngine, fast_engine_is_installed, fastest_engine
from diffing.redline import redline
from diffing.words import compare_words
from tests.diffing.making import articles, texts

needs_fast = pytest.mark.skipif(
    not fast_engine_is_installed(), reason="the optional extra `fast` is not installed"
)


@needs_fast
@given(articles, articles)
def test_the_engines_agree_on_articles(old: Article, new: Article) -> None:
    assert redline(old, new, FastEngine()) == redline(old, new, PureEngine())


@needs_fast
@given(st.lists(texts, max_size=8), st.lists(texts, max_size=8))
def test_the_engines_agree_on_long_texts(old: list[str], new: list[str]) -> None:
    one, other = " ".join(old), " ".join(new)
    assert compare_words(one, other, FastEngine()) == compare_words(one, other, PureEngine())


@needs_fast
def test_the_engines_agree_beyond_the_basic_plane() -> None:
    """More different words than 16 bits have code points: the engines must count alike."""
    old = " ".join(f"слово{number}" for number in range(70_000))
    new = old.replace("слово69990 ", "").replace("слово69995", "иное")
    fast, pure = (compare_words(old, new, engine) for engine in (FastEngine(), PureEngine()))
    assert fast == pure
    assert fast.apply(old) == new


def test_the_fastest_engine_is_the_compiled_one_where_it_is_installed() -> None:
    assert isinstance(fastest_engine(), FastEngine if fast_engine_is_installed() else PureEngine)
