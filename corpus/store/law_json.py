"""The law's values as JSON and back, without loss.

The form follows the dataclasses themselves: an object a value, fields by name, those that have
their default left out (so a field that is added later changes no stored hash). Where a field may
hold one of several classes, `is` names which. The JSON is canonical: one text a value.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from corpus.law import Article, Content, Division, Footnote, Matter

_TAG = "is"
_CONTENT: dict[str, type] = {
    "article": Article,
    "division": Division,
    "matter": Matter,
    "footnote": Footnote,
}
Value = TypeVar("Value")
_Step = Callable[[Any], Any]


def dumps(plain: object) -> str:
    """The canonical JSON text of plain values."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(value: object) -> dict[str, Any]:
    """A value of `corpus.law` as a JSON object."""
    return cast("dict[str, Any]", _writer(cast(Any, type(value)))(value))


def from_json(kind: type[Value], plain: object) -> Value:
    """The value again, equal to the one that was written."""
    return cast(Value, _reader(cast(Any, kind))(plain))


def item_name(item: Content) -> str:
    """What an edition's item is: article, division, matter or footnote."""
    return type(item).__name__.lower()


def content_to_text(item: Content) -> str:
    """An item of an edition as canonical JSON text."""
    return dumps(to_json(item))


def content_from_text(name: str, body: str) -> Content:
    """The item again; `name` as `item_name` gave it."""
    return cast(Content, from_json(_CONTENT[name], json.loads(body)))


def article_from_text(body: str) -> Article:
    """An article again."""
    return from_json(Article, json.loads(body))


def _same(value: Any) -> Any:
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _default(one: Field[Any]) -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _choices(hint: Any) -> dict[str, type] | None:
    """The classes of `A | B`, by name; None for any other annotation."""
    if get_origin(hint) not in (UnionType, Union):
        return None
    classes = [choice for choice in get_args(hint) if choice is not NoneType]
    return {choice.__name__: choice for choice in classes} if len(classes) > 1 else None


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (UnionType, Union):
        return next(choice for choice in get_args(hint) if choice is not NoneType)
    return hint


@cache
def _writer(hint: Any) -> _Step:
    if choices := _choices(hint):
        return _tagged_writer(choices)
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        write = _writer(get_args(hint)[0])
        return list if write is _same else lambda items: [write(item) for item in items]
    if hint is date:
        return date.isoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    return _value_writer(hint) if is_dataclass(hint) else _same


def _tagged_writer(choices: dict[str, type]) -> _Step:
    writers = {choice: (name, _writer(choice)) for name, choice in choices.items()}

    def write(value: Any) -> dict[str, Any]:
        name, write_one = writers[type(value)]
        return {_TAG: name, **write_one(value)}

    return write


def _value_writer(kind: Any) -> _Step:
    hints = _hints(kind)
    plan = [(one.name, _default(one), _writer(hints[one.name])) for one in fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        plain = {}
        for name, default, write_field in plan:
            found = getattr(value, name)
            if found != default:
                plain[name] = write_field(found)
        return plain

    return write


@cache
def _reader(hint: Any) -> _Step:
    if choices := _choices(hint):
        readers = {name: _reader(choice) for name, choice in choices.items()}
        return lambda plain: readers[plain[_TAG]](plain)
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        read = _reader(get_args(hint)[0])
        return tuple if read is _same else lambda items: tuple([read(item) for item in items])
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _value_reader(hint) if is_dataclass(hint) else _same


def _value_reader(kind: Any) -> _Step:
    hints = _hints(kind)
    plan = {one.name: _reader(hints[one.name]) for one in fields(kind)}

    def read(plain: dict[str, Any]) -> Any:
        return kind(**{name: plan[name](found) for name, found in plain.items() if name != _TAG})

    return read
