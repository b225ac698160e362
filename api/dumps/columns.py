"""The columns of a dump, after the model of its rows: the API's names, types and descriptions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from api.models.shape import Answer
from exports.dumps.columns import Column, ColumnKind, Kind, ListOf, Record

_PLAIN: Mapping[type, Kind] = {
    str: Kind.TEXT,
    int: Kind.NUMBER,
    bool: Kind.FLAG,
    date: Kind.DAY,
    datetime: Kind.MOMENT,
}
_WORDS = frozenset({"ngr", "registry", "format", "parser_version", "edition", "form"})
"""Texts of which a table has only a few."""


def columns_of(model: type[Answer], *, without: Collection[str] = ()) -> tuple[Column, ...]:
    """A model's fields in order, under their JSON names."""
    return tuple(
        Column(
            field.alias or name,
            Kind.WORD if name in _WORDS else _kind(field.annotation),
            field.description or "",
        )
        for name, field in model.model_fields.items()
        if name not in without
    )


def _kind(annotation: Any) -> ColumnKind:
    origin, arguments = get_origin(annotation), get_args(annotation)
    found: ColumnKind = Kind.JSON
    if origin in (UnionType, Union):
        choices = [one for one in arguments if one is not NoneType]
        found = _kind(choices[0]) if len(choices) == 1 else Kind.JSON
    elif origin is tuple and arguments[1:] == (...,):
        found = ListOf(_kind(arguments[0]))
    elif origin is dict and arguments[1] is str:
        found = Kind.NAMED_TEXTS
    elif origin is Literal:
        found = Kind.WORD
    elif isinstance(annotation, type):
        found = _kind_of_class(annotation)
    return found


def _kind_of_class(kind: type) -> ColumnKind:
    if issubclass(kind, StrEnum):
        return Kind.WORD
    if issubclass(kind, Answer):
        return Record(columns_of(kind))
    return _PLAIN.get(kind, Kind.JSON)
