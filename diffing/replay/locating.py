"""Where in an edition an address leads: an article, and the paragraphs of it that a unit holds.

Law on Legal Acts, article 23: a part begins with a capital letter and has no number, an indent with
a lower-case one and ends with a semicolon. So after a colon, a semicolon or a comma a list goes on,
whatever its letters, and no part begins. Where numbered units stand among the paragraphs that would
have to be counted, the count is not sure and the address is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.addresses import Unit, UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.instructions.operations import Path, path_words
from corpus.keys import SEPARATOR, covers, joined
from corpus.law import Article, ArticleKind, Block, BlockKind, Division, DivisionKind, Edition
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.sentences import sentence_spans

_NUMBERED = {UnitKind.POINT: BlockKind.POINT, UnitKind.SUBPOINT: BlockKind.SUBPOINT}
_INSIDE_OTHERS = {UnitKind.PARAGRAPH, UnitKind.SUBSECTION}
"""Divisions whose keys begin with that of the one around them."""
_GOES_ON = (":", ";", ",")
LAST = "last"


@dataclass(frozen=True)
class Place:
    """A unit in an article: its blocks `first` up to `end`; `span` is a sentence in the one block.

    `heading`: the article's title and no block. `unit` is what was named last; None: the article.
    """

    article: Article
    first: int
    end: int
    span: tuple[int, int] | None = None
    heading: bool = False
    unit: UnitKind | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The unit's paragraphs."""
        return self.article.blocks[self.first : self.end]


def branch_of(edition: Edition, path: Path) -> tuple[str, Path]:
    """The key of the appendix that a path leads into ("" for none), and the rest of the path."""
    if not path or path[0].kind is not UnitKind.APPENDIX:
        return "", path
    appendices = [one for one in edition.divisions if one.kind is DivisionKind.APPENDIX]
    if path[0].number:
        found = [one for one in appendices if one.key == path[0].key]
    else:
        found = [one for one in appendices if "__" not in one.key]
    if len(found) != 1:
        refusal = Refusal.SEVERAL_UNITS if found else Refusal.NO_SUCH_UNIT
        raise Refused(refusal, f"{path_words(path[:1])} in the edition of {edition.label}")
    return found[0].key, path[1:]


def division_at(edition: Edition, path: Path) -> Division:
    """The section, chapter or appendix that a path names. Raises Refused."""
    branch, rest = branch_of(edition, path)
    if not rest:
        wanted = {branch}
    elif rest[-1].kind in _INSIDE_OTHERS and len(rest) > 1:
        wanted = {joined(branch, rest[-2].key, rest[-1].key)}
    else:
        wanted = {
            division.key
            for division in edition.divisions
            if division.key.startswith(branch) and division.key.split(SEPARATOR)[-1] == rest[-1].key
        }
    found = [division for division in edition.divisions if division.key in wanted]
    if len(found) > 1:
        raise Refused(Refusal.SEVERAL_UNITS, path_words(path))
    if not found:
        raise _absent(edition, path, joined(branch, *(unit.key for unit in rest[-1:])))
    return found[0]


def article_at(edition: Edition, path: Path) -> tuple[Article, Path]:
    """The article that a path leads to, and the rest of the path. Raises Refused."""
    branch, rest = branch_of(edition, path)
    rest = tuple(unit for unit in rest if unit.kind not in DIVISIONS)
    if not rest:
        text = edition.by_key.get(joined(branch, "text")) or edition.by_key.get(
            joined(branch, "preamble")
        )
        if branch and text is not None:
            return text, ()
        raise Refused(Refusal.NO_SUCH_UNIT, f"an article in {path_words(path)}")
    first = rest[0]
    if first.kind in {UnitKind.ARTICLE, UnitKind.PREAMBLE}:
        article = edition.by_key.get(joined(branch, first.key))
        if article is None:
            raise _absent(edition, path, joined(branch, first.key))
        return article, rest[1:]
    if first.kind is UnitKind.POINT:
        return _top_point(edition, branch, first, path), rest[1:]
    raise Refused(Refusal.NO_SUCH_UNIT, f"{path_words(path)} names no article")


def _top_point(edition: Edition, branch: str, unit: Unit, path: Path) -> Article:
    """A top-level point; where chapters number anew, the one that has the number alone."""
    prefix = f"{branch}__" if branch else ""
    found = [
        article
        for article in edition.articles
        if article.kind is ArticleKind.POINT
        and article.number == unit.number
        and (article.key.startswith(prefix) if prefix else not article.key.startswith("app_"))
    ]
    if len(found) > 1:
        raise Refused(Refusal.SEVERAL_UNITS, path_words(path))
    if not found:
        raise _absent(edition, path, joined(branch, unit.key))
    return found[0]


def _absent(edition: Edition, path: Path, key: str) -> Refused:
    words = f"{path_words(path)} in the edition of {edition.label}"
    divisions = [unit.key for unit in path if unit.kind in DIVISIONS]
    if not covers(edition, key, divisions):
        return Refused(Refusal.NOT_HELD, words)
    return Refused(Refusal.NO_SUCH_UNIT, words)


def place_at(edition: Edition, path: Path) -> Place:
    """Where a path leads inside an article. Raises Refused."""
    article, rest = article_at(edition, path)
    place = Place(article, 0, len(article.blocks))
    for unit in rest:
        place = _narrowed(place, unit, path)
    return place


def _narrowed(place: Place, unit: Unit, path: Path) -> Place:
    if unit.kind is UnitKind.HEADING:
        return Place(place.article, 0, 0, heading=True)
    if unit.kind is UnitKind.SENTENCE:
        return _sentence(place, unit, path)
    starts, end = _COUNTS[unit.kind](place, unit, path)
    if unit.kind in _NUMBERED or unit.kind is UnitKind.NOTE:
        return Place(place.article, starts[0], end, unit=unit.kind)
    at = len(starts) if unit.number == LAST else int(unit.number or 0)
    if not 1 <= at <= len(starts):
        raise Refused(Refusal.NO_SUCH_UNIT, path_words(path))
    behind = starts[at] if at < len(starts) else end
    return Place(place.article, starts[at - 1], behind, unit=unit.kind)


def _numbered(place: Place, unit: Unit, path: Path) -> tuple[list[int], int]:
    kind = _NUMBERED[unit.kind]
    blocks = place.article.blocks
    end = place.end
    if unit.kind is UnitKind.SUBPOINT and place.unit is None:
        end = first_point(place)  # «подпункт 1) статьи 2» is none of the subpoints of its points
    found = [
        at
        for at in range(place.first, end)
        if blocks[at].kind is kind and blocks[at].number == unit.number and not blocks[at].quoted
    ]
    if len(found) != 1:
        refusal = Refusal.SEVERAL_UNITS if found else Refusal.NO_SUCH_UNIT
        raise Refused(refusal, path_words(path))
    return found, end_of(place, found[0])


def first_point(place: Place) -> int:
    """Where the first point of a place begins; its end where there is none."""
    blocks = place.article.blocks
    points = (
        at
        for at in range(place.first, place.end)
        if blocks[at].kind is BlockKind.POINT and not blocks[at].quoted
    )
    return next(points, place.end)


def end_of(place: Place, start: int) -> int:
    """Where the numbered unit that begins at a block ends, inside a place.

    A legal note at the end is the article's, not the last point's.
    """
    blocks = place.article.blocks
    ends = {BlockKind.POINT, BlockKind.NOTE}
    if blocks[start].kind is BlockKind.SUBPOINT:
        ends.add(BlockKind.SUBPOINT)
    at = start + 1
    while at < place.end:
        block = blocks[at]
        is_next = block.kind in ends and not block.quoted
        if is_next or (BlockKind.SUBPOINT in ends and begins_part(blocks, at)):
            break
        at += 1
    return at


def begins_part(blocks: Sequence[Block], at: int) -> bool:
    """Whether an unnumbered paragraph begins a part: not inside a list, not in a quotation."""
    block = blocks[at]
    if block.kind is BlockKind.NOTE:
        return True
    if block.kind is not BlockKind.PART or block.quoted or block.continues:
        return False
    return at == 0 or not blocks[at - 1].text.rstrip().endswith(_GOES_ON)


def part_starts(place: Place, path: Path) -> tuple[list[int], int]:
    """Where the parts of a place begin, and where the last one ends. Raises Refused."""
    blocks = place.article.blocks
    inner = range(place.first + 1, place.end)
    points = [at for at in inner if blocks[at].kind is BlockKind.POINT and not blocks[at].quoted]
    opens_with_point = place.first < place.end and blocks[place.first].kind is BlockKind.POINT
    if points or (opens_with_point and place.unit is None):
        raise Refused(Refusal.COUNT_UNSURE, f"parts beside points: {path_words(path)}")
    notes = [at for at in inner if blocks[at].kind is BlockKind.NOTE]
    end = notes[0] if notes else place.end
    starts = [at for at in inner if at < end and begins_part(blocks, at)]
    return ([place.first, *starts] if place.first < end else []), end


def _parts(place: Place, unit: Unit, path: Path) -> tuple[list[int], int]:
    del unit
    return part_starts(place, path)


def indent_starts(place: Place, path: Path, *, first_only: bool = False) -> tuple[list[int], int]:
    """Where the paragraphs of a place begin, its own first one included. Raises Refused."""
    blocks = place.article.blocks
    inner = range(place.first + 1, place.end)
    numbered = any(
        blocks[at].kind in {BlockKind.POINT, BlockKind.SUBPOINT} and not blocks[at].quoted
        for at in inner
    )
    if first_only:
        return [place.first], min(place.first + 1, place.end)
    if numbered:
        raise Refused(Refusal.COUNT_UNSURE, f"indents beside numbered units: {path_words(path)}")
    starts = [at for at in inner if not blocks[at].continues]
    return ([place.first, *starts] if place.first < place.end else []), place.end


def _indents(place: Place, unit: Unit, path: Path) -> tuple[list[int], int]:
    return indent_starts(place, path, first_only=unit.number == "1")


def _notes(place: Place, unit: Unit, path: Path) -> tuple[list[int], int]:
    blocks = place.article.blocks
    found = [
        at
        for at in range(place.first, place.end)
        if blocks[at].kind is BlockKind.NOTE and not blocks[at].quoted
    ]
    if len(found) != 1 or unit.number:
        refusal = Refusal.SEVERAL_UNITS if found else Refusal.NO_SUCH_UNIT
        raise Refused(refusal, path_words(path))
    end = found[0] + 1
    while end < place.end and blocks[end].kind in {BlockKind.INDENT, BlockKind.SUBPOINT}:
        end += 1
    return found, end


def _sentence(place: Place, unit: Unit, path: Path) -> Place:
    if place.end - place.first != 1 or place.span is not None:
        raise Refused(Refusal.COUNT_UNSURE, f"sentences of several paragraphs: {path_words(path)}")
    spans = sentence_spans(place.blocks[0].text)
    at = len(spans) if unit.number == LAST else int(unit.number or 0)
    if not 1 <= at <= len(spans):
        raise Refused(Refusal.NO_SUCH_UNIT, path_words(path))
    return Place(place.article, place.first, place.end, spans[at - 1], unit=unit.kind)


_Count = Callable[[Place, Unit, Path], tuple[list[int], int]]


def _uncounted(place: Place, unit: Unit, path: Path) -> tuple[list[int], int]:
    del place, unit
    raise Refused(Refusal.UNSUPPORTED, f"a place like {path_words(path)}")


_COUNTS: dict[UnitKind, _Count] = {
    **dict.fromkeys(UnitKind, _uncounted),
    UnitKind.POINT: _numbered,
    UnitKind.SUBPOINT: _numbered,
    UnitKind.PART: _parts,
    UnitKind.INDENT: _indents,
    UnitKind.NOTE: _notes,
}
