"""What of two sides was not compared, and why: a copy lacks it, or may break off inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.keys import SEPARATOR
from corpus.law import EditionLabel, HoldingKind
from corpus.store.article_keys import article_keys
from corpus.store.records import EditionSummary
from diffing.correspondence.selection import in_key_order
from diffing.order import may_lie_between


@dataclass(frozen=True)
class Uncompared:
    """Of one side: the keys that only it holds, and those inside which its copy may break off."""

    alone: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


def uncompared(
    session: Session,
    left: tuple[Iterable[EditionSummary], Sequence[str]],
    right: tuple[Iterable[EditionSummary], Sequence[str]],
) -> tuple[Uncompared, Uncompared]:
    """What was not compared of each side, from its editions and its keys that are not comparable.

    A place that both sides have and in which one copy may break off is told of that copy alone.
    """
    (left_editions, left_keys), (right_editions, right_keys) = left, right
    in_left, in_right = (_broken(session, one) for one in (left_editions, right_editions))
    keys = {*left_keys, *right_keys}
    return (
        Uncompared(_outside(left_keys, in_left | in_right), _inside(keys, in_left)),
        Uncompared(_outside(right_keys, in_left | in_right), _inside(keys, in_right)),
    )


def between(
    missing: Collection[EditionLabel], one: EditionLabel, other: EditionLabel
) -> tuple[EditionLabel, ...]:
    """Which of the editions that are not held may lie between two, whichever of them is older."""
    first, last = (other, one) if other.surely_before(one) else (one, other)
    return tuple(may_lie_between(missing, first, last))


def _broken(session: Session, editions: Iterable[EditionSummary]) -> frozenset[str]:
    """The articles inside which copies of some editions may break off: the last that each has."""
    beginnings = [one for one in editions if one.holding.kind is HoldingKind.BEGINNING]
    return frozenset(key for one in beginnings for key in article_keys(session, one.id)[-1:])


def _stands_in(key: str, articles: Collection[str]) -> bool:
    return any(key == one or key.startswith(one + SEPARATOR) for one in articles)


def _outside(keys: Iterable[str], articles: Collection[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if not _stands_in(key, articles))


def _inside(keys: Iterable[str], articles: Collection[str]) -> tuple[str, ...]:
    return tuple(in_key_order(key for key in keys if _stands_in(key, articles)))
