"""The order of results: what counts for how much, and which of equals comes first.

Whatever the engine, a document's score is BM25 over its fields, and what is added here. Engines
order equal scores by their internal numbers, which change with every update; here equals come by
act, then by key as the law orders them, then by language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeVar

import numpy as np

from corpus.keys import key_order
from corpus.law import Language, digest
from corpus.search.documents import SearchDocument
from corpus.search.querying.tree import AllOf, AnyOf, Node, Where, Words

HEADING_BOOST = 3.0
"""How much more a word in the heading counts than one in the body."""

NOTE_BOOST = 0.5
ACT_BOOST = 1.0
SYNONYM_BOOST = 0.5
"""What was added to the query counts so much of what was typed."""

PART_BOOSTS = {
    Where.TEXT: (("heading", HEADING_BOOST), ("body", 1.0)),
    Where.HEADING: (("heading", HEADING_BOOST),),
    Where.NOTE: (("note", NOTE_BOOST),),
    Where.ACT: (("act", ACT_BOOST),),
}
"""Where words are looked for, and what they count there."""

SIDE_BY_SIDE_BOOST = 2.0
NEAR_BOOST = 1.0
NEAR = 8
"""How many words may stand between words that count as near."""

PREFIX_SCORE = 1.0
"""Of every field with a word that begins so: no beginning is rarer than another."""

IN_FORCE_BONUS = 1.0
"""Of wordings in force today, where more than one day's wordings are looked at."""

FORM_BONUS = {
    "constitution": 1.4,
    "constitutional law": 1.2,
    "code": 1.0,
    "law": 0.8,
    "presidential decree": 0.6,
    "government resolution": 0.4,
    "CEC resolution": 0.4,
    "minister's order": 0.2,
}
"""By the act's place in the hierarchy; of local acts and unknown ones none."""

PROVISION_BONUS = 0.5
"""Of articles and points, over appendices, preambles and texts without units."""

LATEST_BONUS = 0.5
"""Of all but wordings that may have been in force while, or until, a newer one was."""

CERTAIN_BONUS = 0.3
"""Of wordings whose days are no guess. With the one above it is less than what being in force is
worth: what may be in force goes before what surely is not."""

PIN_SCORE = 100_000.0
"""Of the provision that a citation names first; each further one has 1 less. No words come near."""

SCORE_DIGITS = 4
"""The others are noise of adding in another order."""

Place = TypeVar("Place")
SortKey = tuple[int, int, int]
"""The act's, the key's and the article's number."""

_PROVISIONS = frozenset(("article", "point"))
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz_"
_LEVELS = 3
_RANK_BITS, _NUMBER_BITS, _ADDED_BITS = 2, 12, 7
_HASH_BITS = 60
_LANGUAGES = (Language.RU, Language.KK, Language.EN)
_ROOM_FOR_TIES, _MORE_FOR_TIES = 40, 16
_OF_PROVISIONS = (0.0, PROVISION_BONUS)
_OF_DAYS = (0.0, LATEST_BONUS, LATEST_BONUS + CERTAIN_BONUS)


def _merit(form: str | None, of_provision: float, of_days: float) -> float:
    return round(FORM_BONUS.get(form or "", 0.0) + of_provision + of_days, 1)


MERITS = tuple(sorted({_merit(*e) for e in product(("", *FORM_BONUS), _OF_PROVISIONS, _OF_DAYS)}))
"""All that documents can have."""

MERITS_MARK = digest(repr((FORM_BONUS, sorted(_PROVISIONS), _OF_PROVISIONS, _OF_DAYS)))[:8]
"""Another one where documents have other merits."""


def merit(document: SearchDocument) -> float:
    """What a document's score has for being what it is, whatever is asked."""
    of_provision = PROVISION_BONUS if document.kind in _PROVISIONS else 0.0
    older, newest, certain = _OF_DAYS
    of_doubt = older if document.replaced else newest
    return _merit(document.form, of_provision, of_doubt if document.doubtful else certain)


def act_number(ngr: str) -> int:
    """A number below 2^63 that sorts as the act's registry number does (its first 12 signs)."""
    number = 0
    for sign in ngr.lower()[:12].ljust(12):
        number = number * (len(_SIGNS) + 1) + _SIGNS.find(sign) + 1
    return number


def key_number(key: str) -> int:
    """A number below 2^63 that sorts as `corpus.keys.key_order` does, down to the third level."""
    packed = 0
    levels = list(key_order(key)[:_LEVELS])
    for level in range(_LEVELS):
        rank = number = added = 0
        if level < len(levels):
            rank = levels[level][0] + 1
            number, added, *_ = (*levels[level][1], 0, 0)
        packed = packed << _RANK_BITS | rank
        packed = packed << _NUMBER_BITS | min(number, 2**_NUMBER_BITS - 1)
        packed = packed << _ADDED_BITS | min(added, 2**_ADDED_BITS - 1)
    return packed


def article_number(article: str) -> int:
    """A number below 2^63 for `SearchDocument.article`: by language, then by its digest."""
    language = article.split("/")[1]
    digest = int.from_bytes(hashlib.blake2b(article.encode(), digest_size=8).digest(), "big")
    return _LANGUAGES.index(Language(language)) << _HASH_BITS | digest >> (64 - _HASH_BITS)


def sort_key(document: SearchDocument) -> SortKey:
    """What orders documents of equal score."""
    article = article_number(document.article)
    return act_number(document.ngr), key_number(document.key), article


def rounded(score: float) -> float:
    """A score as it is compared."""
    return round(score, SCORE_DIGITS)


def together(parts: Sequence[Node]) -> tuple[str, ...]:
    """The words that must all be there, in order; texts where they stand together rank higher.

    Of what was typed and what was added to it, only the first. Empty when there are fewer than two.
    """
    words = [word for part in parts for word in _typed_words(part)]
    return tuple(words) if len(words) > 1 else ()


def _typed_words(part: Node) -> Sequence[str]:
    match part:
        case Words(words, Where.TEXT):
            return words
        case AnyOf((AllOf(typed), *_), synonyms=True):  # a term of several words
            return [word for one in typed for word in _typed_words(one)]
        case AnyOf((typed, *_), synonyms=True):
            return _typed_words(typed)
        case _:
            return ()


def page(
    top: Callable[[int], Sequence[tuple[float, Place]]],
    sort_keys: Callable[[Sequence[Place]], Sequence[SortKey]],
    offset: int,
    limit: int,
    held: int,
) -> list[tuple[float, Place, SortKey]]:
    """The results `offset` to `offset + limit` in the one right order.

    `top(n)` gives the n best by score (fewer when there are no more), `sort_keys` what orders
    equals. `held` is how many documents there are. A page is cut only between groups of equal
    scores that are known completely.
    """
    end = min(offset + limit, held)
    if limit == 0 or offset >= held:
        return []
    wanted = min(end + _ROOM_FOR_TIES, held)
    while True:
        found = top(wanted)
        scores = -np.array([score for score, _ in found]).round(SCORE_DIGITS)
        turns = np.argsort(scores, kind="stable")
        scores = scores[turns]
        if len(found) < wanted or wanted == held or scores[end - 1] < scores[-1]:
            break
        wanted = min(_MORE_FOR_TIES * wanted, held)
    end = min(end, len(found))
    if offset >= end:
        return []
    begins = int(np.searchsorted(scores, scores[offset], side="left"))
    ends = int(np.searchsorted(scores, scores[end - 1], side="right"))
    groups = [found[turn] for turn in turns[begins:ends]]
    keys = sort_keys([place for _, place in groups])
    in_order = sorted(
        zip(scores[begins:ends].tolist(), keys, range(ends - begins), strict=True),
    )
    return [(*groups[at], key) for _, key, at in in_order[offset - begins : end - begins]]
