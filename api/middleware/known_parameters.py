"""A request gives only parameters that its address has.

One that is misspelt would narrow nothing, and a program that follows the law would never learn it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from fastapi import Request
from fastapi.dependencies.models import Dependant

from api.problems.refusals import UnknownParameter


async def only_known_parameters(request: Request) -> None:
    """Refuse a query with a parameter that the address does not have; raises UnknownParameter.

    Waits for nothing: a plain function would be sent to another thread for as long again.
    """
    given = request.query_params
    if not given:
        return
    known = sorted(set(query_of(request.scope["route"].dependant)))
    for name in given:
        if name not in known:
            raise UnknownParameter(name, get_close_matches(name.casefold(), known, n=1), known)


def query_of(dependant: Dependant) -> Iterator[str]:
    """The names of the parameters that a route or what it depends on takes from the query."""
    for field in dependant.query_params:
        yield field.alias
    for inner in dependant.dependencies:
        yield from query_of(inner)
