"""What of a query is left out is told in every language."""

from __future__ import annotations

import pytest

from api.words.interface import section
from corpus.search.querying.ignored import SAID, Reason


def test_every_reason_has_words_and_no_words_lack_a_reason() -> None:
    assert set(section("left_out")) == set(map(str, Reason)) == set(map(str, SAID))


@pytest.mark.parametrize("reason", Reason)
def test_a_limit_is_told_in_every_language_or_in_none(reason: Reason) -> None:
    words = section("left_out")[str(reason)]
    assert set(words) == {"ru", "kk", "en"}
    assert {"{limit}" in said for said in words.values()} == {"{limit}" in SAID[reason]}
