"""New units put into their places: behind the one whose number precedes theirs.

Added units take the number before them with -1, -2 (Law on Legal Acts, article 26(7)), so a number
tells the place. What is there already is never overwritten.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.addresses import UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.instructions.operations import Operation, Path, path_words
from corpus.keys import number_order
from corpus.law import ArticleKind, Block, BlockKind, Edition
from diffing.replay.locating import (
    Place,
    branch_of,
    end_of,
    indent_starts,
    part_starts,
    place_at,
)
from diffing.replay.placing import with_content
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.wording import blocks_of, rekeyed, with_article, with_blocks

_BLOCKS = {UnitKind.POINT: BlockKind.POINT, UnitKind.SUBPOINT: BlockKind.SUBPOINT}
_Result = tuple[Edition, tuple[str, ...]]


def added(edition: Edition, operation: Operation) -> _Result:
    """The edition with new units, and the keys that it touched. Raises Refused."""
    place, unit = operation.targets[0], operation.added[0]
    if unit.kind in DIVISIONS | {UnitKind.ARTICLE}:
        return with_content(edition, operation)
    if unit.kind is UnitKind.APPENDIX:
        raise Refused(Refusal.UNSUPPORTED, "a new appendix")
    if unit.kind is UnitKind.POINT and not _has_articles(edition, place):
        return with_content(edition, operation)
    if unit.kind is UnitKind.SENTENCE:
        return _with_sentence(edition, operation)
    if unit.kind in {UnitKind.HEADING, UnitKind.PREAMBLE}:
        raise Refused(Refusal.UNSUPPORTED, f"a new {unit.kind}")
    return _with_paragraphs(edition, operation)


def _has_articles(edition: Edition, place: Path) -> bool:
    """Whether points of a place stand inside articles."""
    branch, rest = branch_of(edition, place)
    if any(unit.kind in {UnitKind.ARTICLE, UnitKind.POINT} for unit in rest):
        return True
    return any(
        article.kind is ArticleKind.ARTICLE
        for article in edition.articles
        if article.key.startswith(f"{branch}__" if branch else "art_")
    )


def _with_sentence(edition: Edition, operation: Operation) -> _Result:
    place = place_at(edition, operation.targets[0])
    number = operation.added[0].number
    words = path_words(operation.targets[0])
    if len(operation.content) != 1 or place.span is not None or place.end - place.first != 1:
        raise Refused(Refusal.COUNT_UNSURE, f"a new sentence in several paragraphs: {words}")
    block = place.blocks[0]
    if number:
        raise Refused(Refusal.UNSUPPORTED, f"a sentence by its number: {words}")
    text = f"{block.text} {operation.content[0].text}"
    article = with_blocks(place.article, place.first, place.end, [replace(block, text=text)])
    return with_article(edition, article), (article.key,)


def _with_paragraphs(edition: Edition, operation: Operation) -> _Result:
    """New points, subpoints, parts, indents or a note inside an article."""
    path = operation.targets[0]
    place = place_at(edition, path)
    new = blocks_of(operation.content, edition.language)
    kind = operation.added[0].kind
    find = _by_number if kind in _BLOCKS else _by_count
    at = find(place, operation, new)
    article = with_blocks(place.article, at, at, new)
    return with_article(edition, rekeyed(article, edition.language)), (article.key,)


def _by_number(place: Place, operation: Operation, new: tuple[Block, ...]) -> int:
    """Where new points or subpoints go. Raises Refused."""
    kind = _BLOCKS[operation.added[0].kind]
    words = path_words(operation.targets[0])
    numbers = [block.number for block in new if block.kind is kind and not block.quoted]
    wanted = [unit.number for unit in operation.added]
    if numbers != wanted or new[0].kind is not kind:
        raise Refused(Refusal.OTHER_NUMBERS, f"{', '.join(numbers) or 'none'} in {words}")
    blocks = place.article.blocks
    there = [
        at
        for at in range(place.first, place.end)
        if blocks[at].kind is kind and not blocks[at].quoted
    ]
    if any(blocks[at].number in wanted for at in there):
        raise Refused(Refusal.ALREADY_THERE, f"{', '.join(wanted)} in {words}")
    if (
        kind is BlockKind.SUBPOINT
        and place.unit is None
        and any(blocks[at].kind is BlockKind.POINT for at in range(place.first, place.end))
    ):
        raise Refused(Refusal.COUNT_UNSURE, f"subpoints of an article with points: {words}")
    before = [at for at in there if number_order(blocks[at].number) < number_order(wanted[0])]
    if before:
        return end_of(place, before[-1])
    if there:
        return there[0]
    raise Refused(Refusal.COUNT_UNSURE, f"the first {kind} of {words}")


def _by_count(place: Place, operation: Operation, new: tuple[Block, ...]) -> int:
    """Where new parts, indents or a note go: before the unit that has their number now."""
    path = operation.targets[0]
    unit = operation.added[0]
    if unit.kind is UnitKind.NOTE:
        if any(block.kind is BlockKind.NOTE for block in place.blocks):
            raise Refused(Refusal.ALREADY_THERE, f"a note in {path_words(path)}")
        return place.end
    starts, end = (part_starts if unit.kind is UnitKind.PART else indent_starts)(place, path)
    if len(operation.added) > 1 or not unit.number:
        last = operation.added[-1].number
        if unit.number and int(last) - int(unit.number) + 1 != len(operation.added):
            raise Refused(Refusal.UNSUPPORTED, f"units far apart in {path_words(path)}")
    if unit.kind is UnitKind.INDENT and len(new) != len(operation.added):
        raise Refused(Refusal.OTHER_NUMBERS, f"{len(new)} new indents in {path_words(path)}")
    at = int(unit.number) if unit.number else len(starts) + 1
    if at == 1 or at > len(starts) + 1:
        raise Refused(Refusal.NO_SUCH_UNIT, f"{unit.key} would follow none in {path_words(path)}")
    return starts[at - 1] if at <= len(starts) else end
