"""What an edition lost against the one before it, and whether something explains each loss.

Kazakh drafting keeps the heading of what it excludes, so an article that vanishes without a trace
is suspicious, at the end of an act too: a page that was cut looks just like that. What explains it
is a note, words that stand elsewhere now, or an act that was given anew as a whole.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.exclusions import Exclusions, exclusions, is_excluded
from corpus.keys import SEPARATOR, covers
from corpus.law import Article, Edition

_KEPT = 0.5
"""An article keeps its wording if more than this share of its words is still there."""
_ENOUGH = 3
"""Of fewer articles it cannot be told whether they were given anew."""


def lost(edition: Edition, previous: Edition, excluded: Exclusions) -> tuple[str, ...]:
    """The keys of the previous edition that this one should have and nothing explains."""
    order = [article.key for article in previous.articles]
    gone = [
        one
        for one in previous.articles
        if one.key not in edition.by_key and covers(edition, one.key, one.divisions, order)
    ]
    if not gone:
        return ()
    before = exclusions(previous)
    unexplained = [
        one
        for one in gone
        if not excluded.explain(one.key, one.divisions)
        and not excluded.explain_anew(one.key, one.divisions, before)
        and not (is_excluded(one) and not one.blocks)
    ]
    if not unexplained or _given_anew(edition, previous, ""):
        return ()
    branches = {branch_of(one.key) for one in unexplained}
    anew = {branch for branch in branches if branch and _given_anew(edition, previous, branch)}
    there, then = _letters(edition), _letters(previous)
    return tuple(
        one.key
        for one in unexplained
        if branch_of(one.key) not in anew
        and there.count(words := _only_letters(one.wording)) < then.count(words)
    )


def branch_of(key: str) -> str:
    """The part of an act that counts its units for itself: "", «app_1», «app_1__app_2»."""
    parts = key.split(SEPARATOR)[:-1]
    return SEPARATOR.join(part for part in parts if part.startswith("app_"))


def _given_anew(edition: Edition, previous: Edition, branch: str) -> bool:
    """Whether most of what has its number on both sides, in a branch or all, has other words."""
    pairs = [
        (one, edition.by_key[one.key])
        for one in previous.articles
        if one.key in edition.by_key and branch_of(one.key).startswith(branch)
    ]
    kept = sum(_keeps_words(one, other) for one, other in pairs)
    return len(pairs) >= _ENOUGH and kept * 2 < len(pairs)


def _keeps_words(old: Article, new: Article) -> bool:
    one, other = (Counter(_words(article.wording)) for article in (old, new))
    return (one & other).total() >= one.total() * _KEPT


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("i", "і"))


def _only_letters(text: str) -> str:
    return "".join(_words(text))


def _letters(edition: Edition) -> str:
    return "\n".join(_only_letters(article.text()) for article in edition.articles)
