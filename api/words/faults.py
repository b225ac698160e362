"""What is wrong with the parameters of a request, in the language of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError

from api.problems.faults import Unfit
from api.words.interface import Interface, catalogue
from corpus.law import Language

_LONGEST_SHOWN = 40
"""Of what was given."""
_MOST_CHOICES = 8
_QUOTED = re.compile(r"'([^']+)'")

# What pydantic calls a fault: the entry that says what is wanted, and its limit's name there.
_OF_PYDANTIC: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": ("at-least", "ge"),
    "less_than_equal": ("at-most", "le"),
    "string_too_long": ("too-long", "max_length"),
    "too_long": ("at-most-values", "max_length"),
    "int_parsing": ("whole-number", ""),
    "int_parsing_size": ("whole-number", ""),
    "int_from_float": ("whole-number", ""),
    "bool_parsing": ("yes-or-no", ""),
    "missing": ("missing", ""),
    "string_pattern_mismatch": ("printable", ""),
}
_OF_TEXTS = frozenset({"too_long"})
"""Of a list it counts values; of what was a text, its signs."""
_CHOICES = frozenset({"enum", "literal_error"})
WANTED = frozenset(
    {name for name, _limit in _OF_PYDANTIC.values()}
    | {"day", "two-days", "label", "hash", "years", "numbers", "choice", "other", "filled"}
)
"""The entries that say what is wanted."""


def faults_told(error: RequestValidationError, words: Interface) -> tuple[str, ...]:
    """Each parameter that does not fit: its name, what was given, and what is wanted."""
    told = (_fault(one, words) for one in error.errors())
    return tuple(dict.fromkeys(told))


def unfit_parameters(error: RequestValidationError) -> frozenset[str]:
    """The names of the query's parameters that were given and do not fit."""
    return frozenset(
        _name(one["loc"])
        for one in error.errors()
        if one["loc"][0] == "query" and one["type"] != "missing"
    )


def parameter_name(name: str, words: Interface) -> str:
    """What a parameter is called, with the name that the address has: «дата (on)»."""
    entry = f"parameter.{name}"
    if entry not in catalogue(words.language).forms:
        return name
    return f"{words(entry)} ({name})"


def _fault(fault: Mapping[str, Any], words: Interface) -> str:
    name = parameter_name(_name(fault["loc"]), words)
    entry, values = _wanted(fault)
    wanted = words(f"wanted.{entry}", **_shown(values, words))
    given = fault.get("input")
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        given = ", ".join(given)
    if isinstance(given, str) and given.strip() and given.isprintable():
        short = given if len(given) <= _LONGEST_SHOWN else f"{given[:_LONGEST_SHOWN]}…"
        return words("fault.given", parameter=name, given=short, wanted=wanted)
    return words("fault.alone", parameter=name, wanted=wanted)


def _name(place: Sequence[str | int]) -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "")


def _wanted(fault: Mapping[str, Any]) -> tuple[str, Mapping[str, object]]:
    """Which entry says what is wanted, and what it names."""
    kind, context = fault["type"], fault.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Unfit):
        return cause.wanted, cause.values
    if kind == "string_pattern_mismatch" and fault.get("input") == "":
        return "filled", {}
    if kind in _OF_TEXTS and isinstance(fault.get("input"), str):
        return "too-long", {"limit": context["max_length"]}
    if kind in _CHOICES:
        return "choice", {"choices": ", ".join(_QUOTED.findall(str(context.get("expected", ""))))}
    entry, limit = _OF_PYDANTIC.get(kind, ("other", ""))
    return entry, {"limit": context[limit]} if limit else {}


def _shown(values: Mapping[str, object], words: Interface) -> dict[str, object]:
    if "choices" not in values:
        return dict(values)
    choices = str(values["choices"]).split(", ")
    named = list(_named(choices[:_MOST_CHOICES], words))
    return {"choices": ", ".join([*named, *(["…"] if len(choices) > _MOST_CHOICES else [])])}


def _named(choices: Sequence[str], words: Interface) -> Iterator[str]:
    """The choices as they are written; languages with what they are called."""
    known = set(Language)
    for one in choices:
        yield f"{one} ({words(f'language.{one}')})" if one in known else one
