"""A comparison of two sides as a tidy table: a row a correspondence, its words counted."""

from __future__ import annotations

from collections.abc import Sequence

from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Correspondences
from diffing.measures.columns import Column, ColumnKind, Row
from diffing.measures.tables import Table
from diffing.measures.words import count_words

_TEXT, _NUMBER, _SHARE, _, _FLAG = ColumnKind

_SIDE = (
    ("ngr", "state registry number of the act; empty where this side has no counterpart"),
    ("edition", "label of the edition that was read"),
    ("keys", "keys of the rules, parted by spaces"),
    ("headings", "numbers and titles of the rules as printed, parted by semicolons"),
)
COLUMNS = (
    Column("left_name", _TEXT, "the left side as it was named"),
    Column("right_name", _TEXT, "the right side as it was named"),
    Column("relation", _TEXT, "what became of the rules"),
    Column("sure", _FLAG, "false where it is only possible, or a counterpart may not be held"),
    Column("route", _TEXT, "how it was found; empty for new and dropped"),
    Column("score", _SHARE, "similarity of the texts, 0 to 1, of the weakest pair"),
    Column("runner_up", _SHARE, "the best similarity that any of the rules has elsewhere"),
    Column("ground", _TEXT, "quotes of official notes, or a lawyer's reason"),
    *(Column(f"left_{name}", _TEXT, meaning) for name, meaning in _SIDE),
    *(Column(f"right_{name}", _TEXT, meaning) for name, meaning in _SIDE),
    Column("words_kept", _NUMBER, "words that stand on both sides"),
    Column("words_in", _NUMBER, "words that only the right side has"),
    Column("words_out", _NUMBER, "words that only the left side has"),
)


def comparison_table(left: str, right: str, found: Correspondences) -> Table:
    """The correspondences of two sides, in the left text's order."""
    return Table(
        "correspondences",
        "which rules of one side are which of the other, and how many of their words stay",
        COLUMNS,
        tuple(_row(left, right, one) for one in found.items),
    )


def _row(left: str, right: str, one: Correspondence) -> Row:
    words = count_words(one.redline)
    return (
        left,
        right,
        str(one.relation),
        one.sure,
        str(one.route) if one.route else None,
        one.score,
        one.runner_up,
        one.ground,
        *_side(one.old),
        *_side(one.new),
        words.kept,
        words.came,
        words.went,
    )


def _side(rules: Sequence[Provision]) -> Row:
    if not rules:
        return (None,) * len(_SIDE)
    first = rules[0]
    return (
        first.ngr,
        str(first.edition),
        " ".join(rule.key for rule in rules),
        "; ".join(rule.printed_heading for rule in rules),
    )
