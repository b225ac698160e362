"""The ids of the places of a whole text on its page: each once, as on the articles' own pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from api.pages.article_parts.wording import anchors
from api.questions.whole_act.text import TextRow
from corpus.keys import joined
from corpus.law import Article


@dataclass(frozen=True)
class RowIds:
    """The id of a row and, by their number from 0, of the paragraphs of its article."""

    row: str
    blocks: Mapping[int, str] = field(default_factory=dict)


def row_ids(rows: Sequence[TextRow]) -> tuple[RowIds, ...]:
    """The ids of each row, in the order of the rows; no two on the page are the same.

    A place has its key, a paragraph its article's key with the anchor of the article's own page
    behind it; what would repeat an id has a number behind it. Rows take theirs first: an article's
    id is its key whatever the paragraphs before it are called.
    """
    taken: set[str] = set()
    own = [_free(row.key, taken) for row in rows]
    return tuple(
        RowIds(place, dict(_of_blocks(row, taken))) for row, place in zip(rows, own, strict=True)
    )


def ids_of(rows: Iterable[RowIds]) -> Iterator[str]:
    """All ids of the rows."""
    for one in rows:
        yield one.row
        yield from one.blocks.values()


def _of_blocks(row: TextRow, taken: set[str]) -> Iterator[tuple[int, str]]:
    """The ids of an article's paragraphs; tables and paragraphs without a key have none."""
    if not isinstance(row.here, Article):
        return
    blocks = row.here.blocks
    for at, (block, anchor) in enumerate(zip(blocks, anchors(blocks), strict=True)):
        if anchor and not block.rows:
            yield at, _free(joined(row.key, anchor), taken)


def _free(wanted: str, taken: set[str]) -> str:
    """The id that is wanted, or the first free one behind it, which is taken then."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}.{number}"
    taken.add(found)
    return found
