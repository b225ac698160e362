"""The redline of two wordings of which a copy may end inside the article.

What a copy lacks because it breaks off is neither gone nor come. So the redline reaches as far as
both copies surely do, up to the last words that they have in common and what the broken one has
behind them; what the other one has beyond that is told apart, and compared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.law import Article, Block, BlockKind
from diffing.blocks import BlockLabel, BlockRedline
from diffing.engine import Engine
from diffing.moves import in_reading_order
from diffing.redline import Redline, redline
from diffing.runs import Op, Run, TextRedline
from diffing.tables import CellRedline, Row, RowRedline, rows_text
from diffing.vocabulary import words
from diffing.words import Budget

_TELLING = 3
"""Words at a broken end that tell where it lies in the other text; fewer stand anywhere."""


@dataclass(frozen=True)
class HeldRedline:
    """What became of an article's wording, as far as both copies hold it.

    `redline` is that of the two wordings, or of their beginnings where it is `partial`: a copy may
    end inside the article. `beyond_old` and `beyond_new` are the paragraphs of either side that the
    other one's copy does not reach; the first may be the rest of one, without its number.
    """

    redline: Redline
    partial: bool = False
    beyond_old: tuple[Block, ...] = ()
    beyond_new: tuple[Block, ...] = ()

    @property
    def words_beyond(self) -> tuple[int, int]:
        """How many words of the old side and of the new one are compared with nothing."""
        old, new = (_count(one.text for one in each) for each in (self.beyond_old, self.beyond_new))
        return old, new


def redline_as_held(
    old: Article,
    new: Article,
    *,
    old_complete: bool = True,
    new_complete: bool = True,
    engine: Engine | None = None,
    budget: Budget | None = None,
) -> HeldRedline:
    """What became of an article's wording, of copies that may end inside it.

    Raises `BrokenTable`.
    """
    difference = redline(old, new, engine, budget=budget)
    beyond_old: tuple[Block, ...] = ()
    beyond_new: tuple[Block, ...] = ()
    if not new_complete:
        difference, beyond_old = _as_far_as_new(difference)
    if not old_complete:
        mirrored, beyond_new = _as_far_as_new(difference.mirrored())
        difference = mirrored.mirrored()
    return HeldRedline(difference, not (old_complete and new_complete), beyond_old, beyond_new)


def _count(texts: Iterable[str]) -> int:
    """How many words; numbers of paragraphs are none, as in all that counts what came and went."""
    return sum(1 for text in texts for word in words(text) if word[0].isalnum())


def _as_far_as_new(difference: Redline) -> tuple[Redline, tuple[Block, ...]]:
    """The redline up to where the new side's copy breaks off, and the old paragraphs behind it."""
    blocks = difference.blocks
    if all(one.new is None for one in blocks):  # it breaks off in the heading
        heading, left = _text_as_far(difference.heading)
        rest = [Block(BlockKind.PART, left)] if left else []
        return replace(difference, heading=heading, blocks=()), (*rest, *_old_blocks(blocks))
    common = _last_met(blocks)
    held, behind = list(blocks[: common + 1]), list(_parted(blocks[common + 1 :]))
    came = [one for one in behind if one.new is not None]
    unknown = [one for one in behind if one.new is None]
    rest = []
    if came and unknown and _begins(came[-1], unknown[0]):
        broken, rest = _joined(unknown.pop(0), came.pop())
        held += [*came, broken]
    elif came:
        held += came
    else:
        held[-1], rest = _block_as_far(held[-1])
    kept = replace(difference, blocks=_without_lost_moves(held))
    return kept, (*rest, *_old_blocks(unknown))


def _last_met(blocks: Sequence[BlockRedline]) -> int:
    """The place of the last paragraph that both sides have where it stood; -1 if none does.

    One that has another number now and is met only behind others may have moved to the front: it
    does not tell that those are gone.
    """
    met = [at for at, one in enumerate(blocks) if one.op is Op.KEEP]
    while met:
        last = met.pop()
        old, new = blocks[last].old, blocks[last].new
        before = blocks[met[-1] + 1 if met else 0 : last]
        same = old is not None and new is not None and old.marker == new.marker
        if same or all(one.op is Op.INSERT for one in before):
            return last
    return -1


def _parted(blocks: Iterable[BlockRedline]) -> Iterator[BlockRedline]:
    """The blocks; of one that both sides have what went and what came."""
    for block in blocks:
        if block.op is not Op.KEEP:
            yield block
            continue
        for old, new in ((block.old_block(), None), (None, block.new_block())):
            label, whole = BlockLabel.of(old), old or new
            op = Op.DELETE if new is None else Op.INSERT
            rows = tuple(RowRedline.whole(op, row) for row in whole.rows) if whole else ()
            text = TextRedline.whole(op, "" if rows or not whole else whole.text)
            yield BlockRedline(label, BlockLabel.of(new), text, rows)


def _begins(broken: BlockRedline, other: BlockRedline) -> bool:
    """Whether a broken paragraph is the beginning of one that the other side has."""
    one, whole = broken.new_block(), other.old_block()
    if one is None or whole is None or one.rows or whole.rows or not one.text:
        return False
    return one.marker == whole.marker and whole.text.startswith(one.text)


def _joined(other: BlockRedline, broken: BlockRedline) -> tuple[BlockRedline, list[Block]]:
    """A paragraph that breaks off as far as both sides have it, and the rest of the old one."""
    text = broken.text.new
    kept = TextRedline.whole(Op.KEEP, text)
    return BlockRedline(other.old, broken.new, kept), _rest(other, other.text.old[len(text) :])


def _rest(block: BlockRedline, text: str, rows: tuple[Row, ...] = ()) -> list[Block]:
    """What is left of an old paragraph: it has no number, that is compared."""
    kind = block.old.kind if block.old else BlockKind.PART
    return [Block(kind, text if rows else text.strip(), rows=rows)] if text.strip() else []


def _block_as_far(block: BlockRedline) -> tuple[BlockRedline, list[Block]]:
    if not block.rows:
        text, left = _text_as_far(block.text)
        return replace(block, text=text), _rest(block, left)
    rows, beyond = _rows_as_far(block.rows)
    return replace(block, rows=rows), _rest(block, rows_text(beyond), beyond)


def _rows_as_far(
    rows: Sequence[RowRedline],
) -> tuple[tuple[RowRedline, ...], tuple[Row, ...]]:
    """The rows of a table that breaks off, and the old ones behind them."""
    last = max((at for at, one in enumerate(rows) if one.op is not Op.DELETE), default=-1)
    common = max((at for at in range(last + 1) if rows[at].op is Op.KEEP), default=-1)
    held, behind = list(rows[: common + 1]), rows[common + 1 :]
    came = [one for one in behind if one.op is not Op.DELETE]
    beyond = [one.old() for one in behind if one.op is Op.DELETE]
    if held and not came:
        held[-1], rest = _row_as_far(held[-1])
        beyond = [*([rest] if any(rest) else []), *beyond]
    return (*held, *came), tuple(beyond)


def _row_as_far(row: RowRedline) -> tuple[RowRedline, Row]:
    """A row that may break off: of the cells behind its last words nothing is known."""
    cells = row.cells
    last = max((at for at, one in enumerate(cells) if one.text.new), default=-1)
    held: list[CellRedline] = list(cells[: max(last, 0)])
    beyond = [""] * len(held)
    for cell in cells[max(last, 0) :]:
        text, rest = _text_as_far(cell.text)
        beyond.append(rest)
        if cell.op is not Op.DELETE:
            held.append(replace(cell, text=text))
    return RowRedline(row.op, tuple(held)), tuple(beyond)


def _text_as_far(text: TextRedline) -> tuple[TextRedline, str]:
    """A text that breaks off as far as both sides have it, and the rest of the old one."""
    runs = list(text.runs)
    met = [at for at, run in enumerate(runs) if run.op is Op.KEEP]
    while met and _meets_by_chance(runs, met[-1]):
        met.pop()
    common = met[-1] if met else -1
    held, behind = runs[: common + 1], runs[common + 1 :]
    gone = "".join(run.text for run in behind if run.op is not Op.INSERT)
    came = [Run(Op.INSERT, run.text, run.moved) for run in behind if run.op is not Op.DELETE]
    broken = "".join(run.text for run in came)
    if broken and gone.startswith(broken):  # perhaps in the middle of a word
        came, gone = [Run(Op.KEEP, broken)], gone[len(broken) :]
    return replace(TextRedline.of([*held, *came]), coarse=text.coarse), gone.strip()


def _meets_by_chance(runs: Sequence[Run], at: int) -> bool:
    """Whether the last words that both sides have may be others of the same sound further on.

    A word or two at a broken end, met only behind a longer stretch of the old text, do not tell
    that the stretch is gone.
    """
    stretch: list[str] = []
    for run in reversed(runs[:at]):
        if run.op is Op.KEEP:
            break
        stretch += [run.text] if run.op is Op.DELETE else []
    return _count([runs[at].text]) < min(_TELLING, _count(stretch))


def _old_blocks(blocks: Iterable[BlockRedline]) -> Iterator[Block]:
    for block in blocks:
        old = block.old_block()
        if old is not None and old.printed:
            yield old


def _without_lost_moves(blocks: Sequence[BlockRedline]) -> tuple[BlockRedline, ...]:
    """The blocks; words whose other place is not compared any more are not told as moved."""
    ends = Counter(run.moved for block in blocks for run in block.text.runs if run.moved)
    lost = {number for number, count in ends.items() if count == 1}
    if not lost:
        return in_reading_order(blocks)
    return in_reading_order(
        [
            replace(
                block,
                text=replace(
                    TextRedline.of(
                        replace(run, moved=0) if run.moved in lost else run
                        for run in block.text.runs
                    ),
                    coarse=block.text.coarse,
                ),
            )
            for block in blocks
        ]
    )
