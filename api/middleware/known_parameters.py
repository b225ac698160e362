"""A request gives only parameters that its address has, and each that is no list once.

One that is misspelt would narrow nothing, and whoever follows the law would never learn it; of one
that is given twice all but the last value would be dropped in silence. Pages are held to the same:
they let pass only what others hang on an address (`FOREIGN`), which narrows nothing anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from fastapi import Request
from fastapi._compat import field_annotation_is_sequence
from fastapi.dependencies.models import Dependant

from api.problems.refusals import RepeatedParameter, UnknownParameter

FOREIGN = frozenset(
    {"fbclid", "gclid", "dclid", "yclid", "ysclid", "msclkid", "igshid", "mc_cid", "mc_eid"}
    | {"_openstat", "_ga", "_gl"}
)
"""What search engines, social networks and mailings add to the links that lead to a page."""
_FOREIGN_BEGINNING = "utm_"
_OF_READERS = frozenset({"ui"})
"""What every page takes: see `api.rendering.page.Reader`."""
_BOXES = {"on": "any"}
"""A box of a page's own form beside the field of that name: ticked it comes last, and counts."""


async def only_known_parameters(request: Request) -> None:
    """Refuse a query with a parameter that the address does not have, or has not as a list.

    Raises UnknownParameter, RepeatedParameter. Waits for nothing: a plain function would be sent to
    another thread for as long again.
    """
    if request.query_params:
        _check(request, list(request.query_params.keys()), frozenset())


async def only_parameters_of_page(request: Request) -> None:
    """The same for a page: `ui` is a parameter of each, and what others hang on it is let pass."""
    if request.query_params:
        given = [one for one in request.query_params if not is_foreign(one)]
        _check(request, given, _OF_READERS)


def is_foreign(name: str) -> bool:
    """Whether a parameter is one of those that other services hang on links, not one of ours."""
    return name in FOREIGN or name.startswith(_FOREIGN_BEGINNING)


def query_of(dependant: Dependant) -> Iterator[str]:
    """The names of the parameters that a route or what it depends on takes from the query."""
    for name, _several in _parameters(dependant):
        yield name


def _check(request: Request, given: Sequence[str], more: frozenset[str]) -> None:
    taken = dict(_parameters(request.scope["route"].dependant)) | dict.fromkeys(more, False)
    known = sorted(taken)
    for name in given:
        if name not in taken:
            raise UnknownParameter(name, _nearest(name, known), known)
        times = len(request.query_params.getlist(name))
        if times > 1 and not taken[name] and not _is_box(request, name, more):
            raise RepeatedParameter(name, times)


def _is_box(request: Request, name: str, more: frozenset[str]) -> bool:
    """Whether it is a field and the box beside it, as a form of a page sends them."""
    _first, *rest = request.query_params.getlist(name)
    return more is _OF_READERS and rest == [_BOXES.get(name)]


def _parameters(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    """The parameters, each with whether it takes several values."""
    for field in dependant.query_params:
        yield field.alias, field_annotation_is_sequence(field.field_info.annotation)
    for inner in dependant.dependencies:
        yield from _parameters(inner)


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """The one spelt like it, else those that are a part of it: `in_force_on`, `on`."""
    parts = name.casefold().split("_")
    return get_close_matches(name.casefold(), known, n=1) or [one for one in known if one in parts]
