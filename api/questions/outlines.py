"""What the pages show beside a wording: tables of contents, neighbours, history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.questions.article_changes import ArticleChanges
from api.questions.following.told_changes import ToldChange
from api.questions.texts import redlines
from corpus.law import Article, Division, Edition, EditionLabel
from corpus.store.records import Wording
from diffing.redline import Redline
from diffing.render import Line, lines
from diffing.runs import Op

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
        gap = later is not None and wording.to is not None and wording.to != later.from_
        found.append(
            Stretch(
                wording,
                changed_lines(difference) if difference else None,
                later.from_ if later and gap else None,
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
    return tuple(Piece(run.text, elements[run.op], run.moved > 0) for run in line.runs)
