"""The service against its own specification, with made-up requests, sensible ones and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode, engine
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response
from schemathesis.engine.events import NonFatalError, ScenarioFinished
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import LOCAL

_PARTS = 10
"""In which the operations are tested, so that several processes share them."""
_UNQUESTIONED = {"GET /healthz", "GET /v1/exports/SHA256SUMS"}
"""They take nothing, so nothing wrong can be sent."""

_CANNOT_BE_SAID = re.compile(
    r"not both|are different questions|goes with `in_force_on`|two names of one filter"
    r"|`cursor` names nothing in this list|That is no cursor|goes on with another question"
    r"|The cursor is ahead of everything|are of tables: ask for one by its|are of JSON: a table"
    r"|`snapshot` or `text`: without|or `query`: one of them|Give the `act` of the article too"
    r"|does not go with|are not narrowed|the second one later|runs backwards|calendar has in UTC"
    r"|no words? (in|to look for)|cannot be followed as|narrows a comparison of two regimes"
)
"""Why requests are refused that have every parameter right: OpenAPI has no words for parameters
that exclude one another, nor for what a cursor names."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A filled store of our own: watches are made in it."""
    house = empty_house(tmp_path_factory.mktemp("specified"))
    fill(house.store, house.snapshots)
    house.index()
    yield house
    house.store.close()


@pytest.fixture(scope="module")
def specified(written: House) -> OpenApiSchema:
    """The specification of a filled application."""
    schema = schemathesis.openapi.from_asgi("/openapi.json", written.app())
    schema.hook("map_case")(with_what_there_is)
    return schema


KNOWN = {"ngr": LOCAL, "key": "art_36", "a": "R3a", "b": "R3b"}


def with_what_there_is(_context: object, case: Case[Any]) -> Case[Any]:
    """Every other sensible request is about what the house has, else nearly all would be 404."""
    given = case.path_parameters
    if case.meta and case.meta.generation.mode is GenerationMode.POSITIVE and given:
        if sum(map(ord, str(given))) % 2:
            for name in given:
                given[name] = KNOWN.get(name, given[name])
        if "act" in case.query and sum(map(ord, str(case.query["act"]))) % 2:
            case.query["act"] = LOCAL
    return case


def refused_for_what_cannot_be_said(response: Response) -> bool:
    """Whether a refusal tells of parameters that do not go together, or of a receiver's address.

    Of these alone the check `positive_data_acceptance` would say that they should be answered.
    """
    if response.status_code != 422:
        return False
    problem = response.json()
    if problem["type"] == "/problems/webhook-refused":  # what a host's name leads to
        return True
    return all(_CANNOT_BE_SAID.search(one) for one in [problem["detail"]])


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("part", range(_PARTS))
def test_every_answer_is_as_the_specification_says(
    specified: OpenApiSchema, part: int, mode: GenerationMode
) -> None:
    operations = [one.ok() for one in specified.get_all_operations() if isinstance(one, Ok)]
    assert len(operations) > 55
    for operation in operations[part::_PARTS]:
        if mode is GenerationMode.NEGATIVE and operation.label in _UNQUESTIONED:
            continue

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=10,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: Case[Any]) -> None:
            response = case.call()
            fits = not refused_for_what_cannot_be_said(response)
            case.validate_response(
                response, excluded_checks=[] if fits else [positive_data_acceptance]
            )

        ask()


@pytest.mark.parametrize("phase", ["coverage", "stateful"])
def test_the_edges_of_every_parameter_and_walks_over_links_are_answered_as_specified(
    specified: OpenApiSchema, phase: str
) -> None:
    phases = specified.config.phases
    for name in ("examples", "coverage", "fuzzing", "stateful"):
        getattr(phases, name).enabled = name == phase
    specified.config.seed = 1
    asked, wrong = 0, []
    for event in engine.from_schema(specified).execute():
        assert not isinstance(event, NonFatalError), event
        if isinstance(event, ScenarioFinished):
            for named, checks in event.recorder.checks.items():
                asked += 1
                response = event.recorder.interactions[named].response
                assert response is not None
                wrong += [
                    str(one.failure_info.failure)
                    for one in checks
                    if one.failure_info is not None
                    and not (
                        one.name == positive_data_acceptance.__name__
                        and refused_for_what_cannot_be_said(response)
                    )
                ]
    assert asked > 100
    assert wrong == []
