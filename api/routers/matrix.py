"""The matrix: what ruled each theme in each phase."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints

from api.answering.caching import tagged
from api.answering.forms import attachment
from api.asking.paging import WhichPage, answer_page
from api.asking.parameters import LONGEST_KEY, Lang, absent_if_empty
from api.models.matrix import MatrixOut
from api.openapi import documented
from api.questions.matrix import Chosen, read_matrix
from api.services import Reading, UsedServices
from api.tables.answers import Ending, WantedTable, documented_table, table_form, written
from api.tables.matrix import matrix_table
from corpus.bundled import own_fingerprints, own_regimes, own_themes
from corpus.law import Language

router = APIRouter(prefix="/v1/matrix", tags=["regimes"])

_LONGEST_NAME = 100

_Word = Annotated[str, StringConstraints(max_length=LONGEST_KEY, pattern=r"^[^\x00-\x1f\x7f]*$")]
_OneKey = Annotated[_Word | None, BeforeValidator(absent_if_empty)]
Theme = Annotated[
    _OneKey,
    Query(
        description="Only these themes, by their keys, parted by commas.",
        examples=["signatures,deposit"],
    ),
]
Stage = Annotated[
    _OneKey, Query(description="Only this stage, by its key.", examples=["nomination"])
]
Phases = Annotated[
    list[_Word],
    Query(
        alias="phase",
        description="Only these phases, or the phases that represent these regimes; may be "
        "repeated. By default every phase that has a text.",
        examples=[["R1-1484", "R2a"]],
        max_length=20,
    ),
]


@router.get(".{ending}", response_class=Response, responses=documented_table(404))
def table_of_matrix(
    request: Request,
    services: UsedServices,
    session: Reading,
    ending: Ending,
    lang: Lang = None,
    theme: Theme = None,
    stage: Stage = None,
    phase: Phases = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """The matrix as a table: a row a theme, a column a phase, with citations and doubts."""
    form, language = table_form(ending), lang or Language.RU
    chosen = Chosen(theme, stage, tuple(key for key in phase if key))

    def make() -> bytes:
        matrix = read_matrix(session, own_regimes(), own_themes(), own_fingerprints(), chosen)
        return written(matrix_table(matrix, language), form, WantedTable())

    body = services.remembered.body(session, ("matrix", form.ending, chosen, language), make)
    called = "_".join(one for one in ("matrix", theme, stage, *chosen.phases, language) if one)
    named = attachment(called[:_LONGEST_NAME], form)
    return tagged(request, body, media_type=form.media_type, headers=named)


@router.get("", response_model=MatrixOut, responses=documented(MatrixOut, 404, links=True))
def show_matrix(
    request: Request,
    session: Reading,
    page: WhichPage,
    lang: Lang = None,
    theme: Theme = None,
    stage: Stage = None,
    phase: Phases = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """What ruled each theme in each phase: one line, its citation, doubts, and how it stands.

    The lines are our own words, not the law's. Each says whether it was compared with the text
    that is held (`state`).
    """
    matrix = read_matrix(
        session,
        own_regimes(),
        own_themes(),
        own_fingerprints(),
        Chosen(theme, stage, [key for key in phase if key]),
    )
    return answer_page(request, MatrixOut.of(matrix, lang or Language.RU), ("themes",), page)
