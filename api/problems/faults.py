"""What is wrong with a request, parameter by parameter: where each stands, and what is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError

from api.questions.amending_acts.replaying import NothingToReplay
from corpus.regimes import UnknownRegime
from corpus.store import day_errors, errors
from corpus.themes import UnknownTheme
from webhooks.subscribing import WatchRefused
from webhooks.targets import TargetRefused

_PLAIN_WORDS = {
    "string_pattern_mismatch": "leave out control characters",
    "model_attributes_type": "give a JSON object, with Content-Type: application/json",
}
"""Where pydantic's own message speaks of patterns instead of what is wrong."""

# Of which of its attributes an error complains, and what a parameter with that is called.
_CULPRITS: tuple[tuple[type[Exception], str, tuple[str, ...]], ...] = (
    (errors.UnknownAct, "ngr", ("ngr", "act")),
    (errors.UnknownArticle, "key", ("key", "article")),
    (errors.NotHeld, "key", ("key", "article")),
    (errors.UnknownEdition, "label", ("edition", "from", "to")),
    (errors.LanguageNotHeld, "language", ("lang",)),
    (day_errors.DateError, "day", ("on", "in_force_on")),
    (UnknownRegime, "key", ("a", "b", "key", "regime")),
    (UnknownTheme, "key", ("theme",)),
    (NothingToReplay, "asked", ("act",)),
)
_WATCHES = "/v1/watches"
# Of which member of the body that asks for a watch an error complains.
_IN_WATCHES: tuple[tuple[type[Exception], tuple[str, ...]], ...] = (
    (TargetRefused, ("url",)),
    (errors.UnknownAct, ("act",)),
    (errors.UnknownArticle, ("article",)),
    (errors.NotHeld, ("article",)),
    (errors.LanguageNotHeld, ("lang",)),
)
_SIZES = frozenset({"too_long", "too_short", "string_too_long", "string_too_short"})
_EMPTY = "it is empty: leave it out or fill it in"
_NAMED = re.compile(r"`(\w+)`")
_QUOTED = re.compile(r"'([^']+)'")

Fault = dict[str, str]


class Unfit(ValueError):
    """A value that a parameter does not take; the message says in English what it takes.

    `wanted` names the same in the catalogues (`wanted.…`), with `values` for what is in braces.
    """

    def __init__(self, message: str, wanted: str, **values: object) -> None:
        self.wanted, self.values = wanted, values
        super().__init__(message)


def faults_of(error: RequestValidationError) -> list[Fault]:
    """The faults of a request: which parameter, where it stands, and what is wanted.

    What stands in a JSON body has a `pointer` to it (RFC 6901).
    """
    return [
        _located(fault["loc"], fault["type"]) | {"message": wanted(fault)}
        for fault in error.errors()
    ]


def wanted(fault: Mapping[str, Any]) -> str:
    """What a fault that pydantic found says is wanted, in English; no value is repeated."""
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if kind in _SIZES and isinstance(given, str):
        least, most = context.get("min_length", 0), context.get("max_length")
        if not given.strip():
            return _EMPTY
        return f"give at most {most} characters" if most else f"give at least {least} characters"
    if kind in _SIZES and "max_length" in context:
        return f"give at most {context['max_length']} values"
    if kind == "string_pattern_mismatch" and given == "":
        return _EMPTY
    if kind == "json_invalid":
        return f"it is no JSON: {context.get('error', 'it cannot be read')} at {fault['loc'][-1]}"
    return _PLAIN_WORDS.get(kind) or str(fault["msg"]).removeprefix("Value error, ")


def faults_named(error: Exception, message: str, request: Request) -> list[Fault]:
    """Of which parameters of a request an error speaks: by a value it has, or by their names.

    Empty where it speaks of none that was given. What stands in the body of a watch has a pointer.
    """
    if request.method == "POST" and request.url.path == _WATCHES:
        return [
            _located(("body", name), "") | {"message": message}
            for name in _members_of_watch(error, message)
        ]
    given = [
        *(("path", name, str(value)) for name, value in request.path_params.items()),
        *(("query", name, value) for name, value in request.query_params.multi_items()),
    ]
    return [
        {"parameter": name, "in": where, "message": message}
        for where, name in dict.fromkeys(_culprits(error, message, given))
    ]


def _members_of_watch(error: Exception, message: str) -> Sequence[str]:
    if isinstance(error, WatchRefused):
        return tuple(dict.fromkeys(_NAMED.findall(message)))
    return next((names for kind, names in _IN_WATCHES if isinstance(error, kind)), ())


def _culprits(
    error: Exception, message: str, given: Sequence[tuple[str, str, str]]
) -> Iterator[tuple[str, str]]:
    for kind, attribute, names in _CULPRITS:
        if isinstance(error, kind):
            value = str(getattr(error, attribute, ""))
            exact = [(where, name) for where, name, one in given if one == value]
            inside = [(where, name) for where, name, one in given if value and value in one]
            called = [(where, name) for where, name, _one in given if name in names]
            yield from (exact or inside or called)[:1]
            return
    named, quoted = set(_NAMED.findall(message)), set(_QUOTED.findall(message))
    yield from ((where, name) for where, name, one in given if name in named or one in quoted)


def _located(place: Sequence[str | int], kind: str) -> Fault:
    where, *path = place
    if kind == "json_invalid":  # its place is that of a sign: it has no member yet
        return {"parameter": "body", "in": "body", "pointer": "#"}
    name = next(part for part in reversed(place) if isinstance(part, str))
    if where != "body":
        return {"parameter": name, "in": str(where)}
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in path)
    return {"parameter": name, "in": "body", "pointer": "#" + "".join(f"/{one}" for one in parts)}
