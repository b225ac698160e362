"""The matrix: what ruled each theme in each phase."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged
from api.answering.forms import attachment
from api.asking.matrix_parameters import WhichPart
from api.asking.paging import WhichPage, answer_page
from api.asking.parameters import Lang
from api.models.matrix import MatrixOut
from api.openapi import documented
from api.questions.matrix import read_matrix
from api.services import Reading, UsedServices
from api.tables.answers import Ending, WantedTable, documented_table, table_form, written
from api.tables.matrix import matrix_table
from corpus.bundled import own_fingerprints, own_regimes, own_themes
from corpus.law import Language

router = APIRouter(prefix="/v1/matrix", tags=["regimes"])

_LONGEST_NAME = 100


@router.get(".{ending}", response_class=Response, responses=documented_table(404))
def table_of_matrix(
    request: Request,
    services: UsedServices,
    session: Reading,
    ending: Ending,
    chosen: WhichPart,
    lang: Lang = None,
) -> Response:
    """The matrix as a table: a row a theme, a column a phase, with citations and doubts."""
    form, language = table_form(ending), lang or Language.RU

    def make() -> bytes:
        matrix = read_matrix(session, own_regimes(), own_themes(), own_fingerprints(), chosen)
        return written(matrix_table(matrix, language), form, WantedTable())

    body = services.remembered.body(session, ("matrix", form.ending, chosen, language), make)
    parts = ("matrix", ",".join(chosen.themes), chosen.stage, *chosen.phases, language)
    called = "_".join(one for one in parts if one)
    named = attachment(called[:_LONGEST_NAME], form)
    return tagged(request, body, media_type=form.media_type, headers=named)


@router.get("", response_model=MatrixOut, responses=documented(MatrixOut, 404, links=True))
def show_matrix(
    request: Request,
    session: Reading,
    page: WhichPage,
    chosen: WhichPart,
    lang: Lang = None,
) -> Response:
    """What ruled each theme in each phase: one line, its citation, doubts, and how it stands.

    The lines are our own words, not the law's. Each says whether it was compared with the text
    that is held (`state`).
    """
    matrix = read_matrix(session, own_regimes(), own_themes(), own_fingerprints(), chosen)
    return answer_page(request, MatrixOut.of(matrix, lang or Language.RU), ("themes",), page)
