"""Which of equals comes first.

Engines order equal scores by their internal numbers, which change with every update; here equals
come by act, then by key as the law orders them, then by language.
"""

from __future__ import annotations

import hashlib

from corpus.keys import key_order
from corpus.law import Language
from corpus.search.documents import SearchDocument

SortKey = tuple[int, int, int]
"""The act's, the key's and the article's number."""

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz_"
_LEVELS = 3
_RANK_BITS, _NUMBER_BITS, _ADDED_BITS = 2, 12, 7
_HASH_BITS = 60
_LANGUAGES = (Language.RU, Language.KK, Language.EN)


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
