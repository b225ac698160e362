"""The columns of the tables of measures, each with its kind and its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diffing.classify import ChangeKind

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]


class ColumnKind(StrEnum):
    """What a column's cells are; any cell may also be empty: not known, or nothing to say."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    DAY = "day"
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """A variable."""

    name: str
    kind: ColumnKind
    meaning: str


class TableName(StrEnum):
    """The tables there are."""

    EDITIONS = "editions"
    ARTICLES = "articles"
    WORDINGS = "wordings"
    SIMILARITY = "similarity"


_TEXT, _NUMBER, _SHARE, _DAY, _FLAG = ColumnKind

_ACT = (
    Column("ngr", _TEXT, "state registry number of the act"),
    Column("lang", _TEXT, "language of the text"),
    Column("sample", _FLAG, "whether the text is the bundled sample, not official"),
)
EDITIONS = (
    *_ACT,
    Column("edition", _TEXT, "label of the edition: the registry's name, a day, a year, undated"),
    Column("first_day", _DAY, "first day that the label can mean"),
    Column("last_day", _DAY, "last day that the label can mean"),
    Column("place", _TEXT, "sure; open: a year that has other editions too; undated"),
    Column("holding", _TEXT, "how much of the act it holds: whole, beginning, parts"),
    Column("articles", _NUMBER, "articles it holds"),
    Column("articles_without_wording", _NUMBER, "of these: repealed, a heading or a note is left"),
    Column("words", _NUMBER, "words of all its articles"),
    Column("first_held", _NUMBER, "of its articles: those no earlier edition could be asked for"),
    Column("compared_with", _TEXT, "label of the earlier edition that the next columns speak of"),
    Column("days_since", _NUMBER, "days between the two labels; empty where one is only a year"),
    Column("missing_between", _TEXT, "labels of known editions in between that are not held"),
    Column("passed_over", _TEXT, "labels of held editions in between without these articles"),
    *(Column(kind, _NUMBER, f"articles that are {kind}") for kind in ChangeKind),
    Column("words_kept", _NUMBER, "words that stand in both"),
    Column("words_in", _NUMBER, "words that came by changes of substance"),
    Column("words_out", _NUMBER, "words that went by changes of substance"),
    Column("technical_words_in", _NUMBER, "words as printed that technical changes brought"),
    Column("technical_words_out", _NUMBER, "words as printed that technical changes took away"),
)

ARTICLES = (
    *_ACT,
    Column("edition", _TEXT, "label of the edition that brought the change"),
    Column("first_day", _DAY, "first day that this label can mean"),
    Column("compared_with", _TEXT, "label of the earlier edition"),
    Column("gap", _FLAG, "whether another edition may lie in between"),
    Column("key", _TEXT, "key of the article, in the newer edition if it is there"),
    Column("old_key", _TEXT, "its key in the older edition; empty if it was not there"),
    Column("new_key", _TEXT, "its key in the newer edition; empty if it is not there"),
    Column("heading", _TEXT, "number and heading as printed"),
    Column("kind", _TEXT, "what happened to it: the columns of `editions` name the kinds"),
    Column("rules", _TEXT, "the rules by which the kind was found"),
    Column("words_before", _NUMBER, "words of the older wording"),
    Column("words_after", _NUMBER, "words of the newer wording"),
    Column("words_kept", _NUMBER, "words that stand in both, by the redline"),
    Column("words_in", _NUMBER, "words that came"),
    Column("words_out", _NUMBER, "words that went"),
    Column("rewritten", _SHARE, "(in + out) / (before + after): 0 the same, 1 nothing in common"),
    Column("coarse", _FLAG, "whether some words could only be compared roughly"),
)

WORDINGS = (
    *_ACT,
    Column("key", _TEXT, "key of the article, the newest it has had"),
    Column("first_edition", _TEXT, "label of the first held edition with this wording"),
    Column("last_edition", _TEXT, "label of the last held edition with it"),
    Column("ended_by", _TEXT, "label of the edition in which it had ended; empty: still there"),
    Column("end", _TEXT, "the kind of change that ended it; empty: still there when last seen"),
    Column("days_at_least", _NUMBER, "days it lasted, at least"),
    Column("days_at_most", _NUMBER, "days it lasted, at most; empty: censored"),
    Column("censored", _FLAG, "whether its end was not seen"),
    Column("gap", _FLAG, "whether it may have ended in an edition that is not held"),
    Column(
        "older_than_first", _FLAG, "whether it is, or may be, older than its first edition here"
    ),
)

SIMILARITY = (
    *_ACT,
    Column("edition", _TEXT, "label of one edition"),
    Column("other", _TEXT, "label of the other, or the same"),
    Column("articles", _NUMBER, "articles of either whose places both hold"),
    Column("words", _NUMBER, "words of the one edition in these places"),
    Column("words_other", _NUMBER, "words of the other in these places"),
    Column("words_common", _NUMBER, "words they share, article by article"),
    Column("similarity", _SHARE, "2 x common / (words + words_other); empty: nothing to compare"),
)
