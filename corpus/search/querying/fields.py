"""The fields of the query language: what they are called, and what may stand in them."""

from __future__ import annotations

import re
from enum import StrEnum

from rapidfuzz.distance import OSA

from corpus.keys import arabic
from corpus.search.documents import Status
from corpus.search.querying.tree import HasStatus, Numbered, Where
from corpus.search.words.letters import normal_form


class Field(StrEnum):
    """A part or a fact of a document that can be asked for by name."""

    ACT = "act"
    ARTICLE = "article"
    NOTE = "note"
    HEADING = "heading"
    STATUS = "status"


# «Примечание», «ескертпе» are parts of the wording: only the registry's notes are `note:`.
NAMES = {
    Field.ACT: ("act", "акт", "закон", "заң"),
    Field.ARTICLE: ("article", "art", "статья", "ст", "бап"),
    Field.NOTE: ("note", "footnote", "сноска", "ескерту"),
    Field.HEADING: ("heading", "title", "заголовок", "тақырып"),
    Field.STATUS: ("status", "статус", "мәртебе"),
}
"""What each field may be called."""

_BY_NAME = {name: field for field, names in NAMES.items() for name in names}
_BEGINS = re.compile(r"([^\W\d_]+):")

# «headng:выборы» is one that was mistyped; «https://…» and «внимание: выборы» are none.
_LOOKS_LIKE = re.compile(r"([^\W\d_]{2,}):(?=[^\s:/]|$)")
_SLIPS = 2

WHERE = {Field.ACT: Where.ACT, Field.NOTE: Where.NOTE, Field.HEADING: Where.HEADING}
"""The fields that hold words."""

_STATUSES = {
    Status.IN_FORCE: (
        *("in force", "current", "valid"),
        *("действует", "действующая", "действующий", "действующее", "в силе"),
        *("қолданыста", "күшінде", "қолданыстағы"),
    ),
    Status.UNKNOWN: (
        *("unknown", "possible"),
        *("неизвестно", "неизвестен", "возможно действует"),
        *("белгісіз", "мүмкін қолданыста"),
    ),
    Status.FUTURE: (
        *("future", "not yet in force"),
        *("будущая", "будущий", "не вступила", "не вступила в силу", "вступит в силу"),
        *("болашақ", "күшіне енбеген", "әлі күшіне енбеген"),
    ),
    Status.SUPERSEDED: (
        *("superseded", "former", "earlier"),
        *("прежняя", "прежний", "заменена", "заменённая"),
        *("бұрынғы", "ауыстырылған", "ауыстырылды"),
    ),
    Status.REPEALED: (
        *("repealed", "invalid"),
        *("утратила силу", "утратил силу", "утратившая силу", "утративший силу"),
        *("утратила", "утратил", "утратившая", "утративший", "отменена", "отменён"),
        *("күші жойылған", "күші жойылды", "жойылған", "жойылды"),
    ),
    Status.UNDATED: (
        *("undated", "no date"),
        *("без даты", "дата неизвестна"),
        *("күні белгісіз", "күні жоқ"),
    ),
}
_BY_WORDS = {
    tuple(map(normal_form, re.split(r"\s+", words))): status
    for status, all_words in _STATUSES.items()
    for words in all_words
}

# 113-3, 113-3-баптың; a key's parts: art_113-3, app_1__p_13, preamble.
_NUMBER = re.compile(r"(\d+(?:-\d+)*)(?:-[^\W\d_]+)?")
_KEY = re.compile(
    r"(?:[a-z]+_[0-9][0-9a-z-]*|preamble|text|app)(?:__(?:[a-z]+_[0-9][0-9a-z-]*|text))*"
)
_BEGINNING_OF_KEY = re.compile(r"[a-z]+_[a-z0-9_-]*")
_NAMED_KEYS = {"преамбула": "preamble", "кіріспе": "preamble"}
_AROUND = " .,;:!?№§"


def field_at(chunk: str) -> tuple[Field, int] | None:
    """The field whose name and colon a chunk begins with, and their length."""
    match = _BEGINS.match(chunk)
    field = _BY_NAME.get(normal_form(match[1])) if match else None
    return (field, match.end()) if match and field else None


def mistaken_field(chunk: str, following: str) -> tuple[str, str] | None:
    """What a chunk begins with that looks like a field and is none, and the nearest field's name.

    `following`: the sign after the chunk. Before a space only what is close to a field's name looks
    like one. The second is empty where no field is near.
    """
    match = _LOOKS_LIKE.match(chunk)
    if not match or field_at(chunk):
        return None
    typed = normal_form(match[1])
    near = min((OSA.distance(typed, name), name) for name in _BY_NAME)
    close = near[0] <= min(_SLIPS, len(typed) // 3)
    if not close and match.end() == len(chunk) and not following.strip():
        return None
    return match.group(), f"{near[1]}:" if close else ""


def numbered(text: str) -> Numbered | None:
    """The number or key of an article; with an asterisk at the end, its beginning."""
    bare = text.strip(_AROUND)
    prefix = bare.endswith("*")
    bare = _NAMED_KEYS.get(normal_form(bare), arabic(bare.rstrip("*")).lower())
    if match := _NUMBER.fullmatch(bare):
        return Numbered(match[1], prefix)
    if _KEY.fullmatch(bare) or (prefix and _BEGINNING_OF_KEY.fullmatch(bare)):
        return Numbered(bare, prefix)
    return None


def has_status(words: list[str]) -> HasStatus | None:
    """The status that words in normal form name, in any of the three languages."""
    status = _BY_WORDS.get(tuple(words))
    return HasStatus(status) if status else None
