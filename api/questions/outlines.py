"""What the pages show beside a wording: tables of contents, neighbours, history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from api.questions.article_changes import ArticleChanges
from api.questions.following.told_changes import ToldChange
from api.questions.texts import redlines
from corpus.law import Article, Division, Edition, EditionLabel
from corpus.store.gaps import known_again_from
from corpus.store.records import Wording
from diffing.redline import Redline
from diffing.render import Line, lines
from diffing.runs import Op

_LONG = 5_000
"""Characters of a paragraph from which on what stays the same in it is left out."""
_AROUND = 200
"""Characters of it that stay on either side of what changed."""
_LEFT_OUT = " […] "
_CONTEXT = 1
"""How many unchanged paragraphs are shown around a changed one."""
_NOTHING_RECORDED = ArticleChanges()


@dataclass(frozen=True)
class Piece:
    """Words of a redline and the HTML element they stand in, if any; whether they only moved."""

    text: str
    element: str | None
    moved: bool = False


@dataclass(frozen=True)
class Stretch:
    """A wording in time, what it changed, and the days after it for which none is held."""

    wording: Wording
    changes: tuple[tuple[Piece, ...] | None, ...] | None
    """Paragraphs, None where unchanged ones are left out; None for the first wording."""
    partly: bool = False
    """Only a part could be compared: a copy of it, or of the one before, may end inside."""
    gap_until: date | None = None
    made_by: ToldChange | None = None
    """The recorded change by which the article came to this wording, with its acts."""
    ended_by: ToldChange | None = None
    """That by which the article went after it."""

    @property
    def ids(self) -> frozenset[int]:
        """The ids of the editions with this wording."""
        return frozenset(edition.id for edition in self.wording.editions)

    @property
    def labels(self) -> tuple[EditionLabel, ...]:
        """The labels of the editions with this wording."""
        return tuple(edition.label for edition in self.wording.editions)


@dataclass(frozen=True)
class ContentsLine:
    """A line of an edition's table of contents: a division's heading, or an article."""

    division: Division | None = None
    article: Article | None = None


def contents(edition: Edition) -> list[ContentsLine]:
    """The divisions and articles in the act's order."""
    return [
        ContentsLine(division=item) if isinstance(item, Division) else ContentsLine(article=item)
        for item in edition.content
        if isinstance(item, Division | Article)
    ]


def stretches(
    history: Sequence[Wording], recorded: ArticleChanges = _NOTHING_RECORDED
) -> list[Stretch]:
    """A history, newest first, each wording against the one before it, with what made it so."""
    found = []
    for place, (wording, difference) in enumerate(zip(history, redlines(history), strict=True)):
        later = history[place + 1] if place + 1 < len(history) else None
        found.append(
            Stretch(
                wording,
                changed_lines(difference.redline) if difference else None,
                difference is not None and difference.partial,
                known_again_from(wording, later) if later else None,
                recorded.into.get(wording.editions[0].label),
                recorded.away.get(wording.editions[-1].label),
            )
        )
    return found[::-1]


def changed_lines(difference: Redline) -> tuple[tuple[Piece, ...] | None, ...]:
    """The paragraphs that differ, with those around them; None stands for what is left out.

    Empty when no word differs.
    """
    compared = list(lines(difference))
    near = _near_changes([line.changed for line in compared])
    shown: list[tuple[Piece, ...] | None] = []
    for line, wanted in zip(compared, near, strict=True):
        if wanted:
            shown.append(_pieces(line))
        elif any(near) and shown[-1:] != [None]:
            shown.append(None)
    return tuple(shown)


def _near_changes(changed: Sequence[bool]) -> list[bool]:
    return [
        any(changed[max(0, place - _CONTEXT) : place + _CONTEXT + 1])
        for place in range(len(changed))
    ]


def _pieces(line: Line) -> tuple[Piece, ...]:
    elements: dict[Op, str | None] = {Op.KEEP: None, Op.DELETE: "del", Op.INSERT: "ins"}
    pieces = tuple(Piece(run.text, elements[run.op], run.moved > 0) for run in line.runs)
    if sum(len(one.text) for one in pieces) <= _LONG:
        return pieces
    last = len(pieces) - 1
    return tuple(
        one if one.element else replace(one, text=_around(one.text, after=at > 0, before=at < last))
        for at, one in enumerate(pieces)
    )


def _around(same: str, *, after: bool, before: bool) -> str:
    """The words after and before a change in a long paragraph; of one without any its beginning."""
    if len(same) <= 2 * _AROUND + len(_LEFT_OUT):
        return same
    begins = same[:_AROUND].rpartition(" ")[0] if after or not before else ""
    ends = same[-_AROUND:].partition(" ")[2] if before else ""
    return f"{begins}{_LEFT_OUT}{ends}"
