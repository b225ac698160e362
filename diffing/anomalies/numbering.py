"""Numbers that are left out or stand twice: of articles, and of points inside an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus import gates
from corpus.exclusions import EXCLUSION
from corpus.keys import SEPARATOR, number_order
from corpus.law import Article, Block, BlockKind, Edition, HoldingKind
from diffing.anomalies.catalogue import Anomaly, AnomalyKind

_KINDS = {
    "gaps": AnomalyKind.NUMBER_GAP,
    "order": AnomalyKind.NUMBER_GAP,
    "doubles": AnomalyKind.NUMBER_TWICE,
}
_SEVERAL = re.compile(
    r"^\W*(?:под)?пункты|^\W*\w*тармақ(?:ша)?лар|^\W*(?:points|items)", re.IGNORECASE
)
_NUMBERED = (BlockKind.POINT, BlockKind.SUBPOINT)


def numbers_of_articles(edition: Edition) -> Iterator[Anomaly]:
    """What the gates for new editions say of the articles' numbers, of what is held as well."""
    for objection in gates.check_numbers(edition):
        yield Anomaly(
            _KINDS[objection.gate],
            edition.ngr,
            objection.message,
            edition.language,
            edition.label,
            told=objection.gate,
            values={"places": objection.places},
        )


def articles_to_the_end(edition: Edition) -> tuple[Article, ...]:
    """The articles of which the edition surely has the end: the last of a cut copy may lack it."""
    cut = edition.holding.kind is HoldingKind.BEGINNING
    return edition.articles[:-1] if cut else edition.articles


def numbers_of_points(edition: Edition, articles: Iterable[Article]) -> Iterator[Anomaly]:
    """Points and subpoints that are left out without a note, or stand twice, inside an article.

    Numbers run inside one list: under one point, or in the article. New wording that is quoted is
    left out. `articles` are those of the edition to look at, see `articles_to_the_end`.
    """
    for article in articles:
        for parent, blocks in _lists(article):
            yield from _of_list(edition, article, parent, blocks)


def _lists(article: Article) -> Iterator[tuple[str, list[Block]]]:
    """The numbered blocks list by list, each with the place it stands under.

    Where other words stand between, numbers that begin anew begin another list.
    """
    found: dict[tuple[str, BlockKind], list[list[Block]]] = {}
    interrupted: set[tuple[str, BlockKind]] = set()
    for block in article.blocks:
        if block.quoted or block.continues:
            continue
        if block.kind not in _NUMBERED or not block.number:
            interrupted = set(found)
            continue
        place = (block.key.rpartition(SEPARATOR)[0], block.kind)
        lists = found.setdefault(place, [[]])
        if place in interrupted and number_order(block.number) == (1,):
            lists.append([])
        interrupted.discard(place)
        lists[-1].append(block)
    for (parent, _), own in found.items():
        for blocks in own:
            yield parent, blocks


def _of_list(
    edition: Edition, article: Article, parent: str, blocks: list[Block]
) -> Iterator[Anomaly]:
    place = article.printed_heading or article.key
    counted = Counter(block.number for block in blocks)
    twice = [number for number, count in counted.items() if count > 1]
    if twice:
        yield Anomaly(
            AnomalyKind.NUMBER_TWICE,
            edition.ngr,
            f"{place}: {', '.join(twice)} more than once in one list",
            edition.language,
            edition.label,
            key=SEPARATOR.join(filter(None, (article.key, parent))),
            told="point-twice",
            values={"numbers": tuple(twice)},
        )
        return
    numbers = {number: block for block in blocks for number in _numbers(block)}
    for before, after in pairwise([(0,), *sorted(numbers)]):
        missing = [
            "-".join(map(str, number))
            for number in gates.left_out(before, after)
            if not _explained(article, "-".join(map(str, number)))
        ]
        if missing:
            yield Anomaly(
                AnomalyKind.NUMBER_GAP,
                edition.ngr,
                f"{place}: {', '.join(missing)} left out before {numbers[after].marker} and no "
                "note says why",
                edition.language,
                edition.label,
                key=SEPARATOR.join(filter(None, (article.key, parent))),
                told="point-gap",
                values={"numbers": tuple(missing)},
            )


def _numbers(block: Block) -> Iterator[tuple[int, ...]]:
    """The numbers of a block: «7-8. Пункты исключены» stands for the points from 7 to 8."""
    number = number_order(block.number)
    excluded = EXCLUSION.search(block.text) and _SEVERAL.search(block.text)
    if excluded and len(number) == len(("from", "to")) and number[0] < number[1]:
        yield from ((one,) for one in range(number[0], number[1] + 1))
    elif number:
        yield number


def _explained(article: Article, number: str) -> bool:
    """Whether a note, or words in place of the unit, say that something of this number is gone."""
    named = re.compile(rf"(?<![\d-]){re.escape(number)}(?!\d|-\d|\.\d)")
    texts = [note.text for note in article.notes]
    texts += [block.printed for block in article.blocks if EXCLUSION.search(block.printed)]
    return any(
        EXCLUSION.search(text) and (named.search(text) or _in_range(text, number)) for text in texts
    )


def _in_range(text: str, number: str) -> bool:
    """Whether a number lies in a run such as «пункты 3-7 исключены», «3)-7)»."""
    if not number.isdigit():
        return False
    runs = re.findall(r"(?<![\d.-])(\d{1,3})\)?\s*[-–—]\s*(\d{1,3})\)?(?![\d-]|\.\d)", text)
    return any(int(first) <= int(number) <= int(last) for first, last in runs)
