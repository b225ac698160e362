"""Comparison tables by the ending of an address, such as `.docx`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.asking.matrix_parameters import ThemesCompared
from api.asking.parameters import Lang, Ngr
from api.asking.regime_parameters import OtherRegimeOrPhase, RegimeOrPhase
from api.questions.compared.asking import Sides
from api.questions.sides import Side, phase_side
from api.routers.compare import Left, Right
from api.routers.diff import From, To
from api.services import Reading, UsedServices
from api.tables.answers import (
    Ending,
    InTable,
    answer_asked,
    answer_editions,
    answer_phases,
    documented_table,
    table_form,
)
from corpus.bundled import own_regimes

router = APIRouter(prefix="/v1", tags=["comparison"])


@router.get(
    "/acts/{ngr}/diff.{ending}", response_class=Response, responses=documented_table(404, 409)
)
def table_of_editions(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    ending: Ending,
    from_: From,
    to: To,
    wanted: InTable,
    lang: Lang = None,
) -> Response:
    """Two editions of an act as a comparison table: element, before, after, amending act.

    A row a point that changed, or a whole article. Changes of form only are counted and left out.
    """
    form = table_form(ending)
    return answer_editions(request, services, session, form, wanted, ngr, (from_, to), lang)


@router.get("/compare.{ending}", response_class=Response, responses=documented_table(404, 409))
def table_of_sides(
    request: Request,
    services: UsedServices,
    session: Reading,
    ending: Ending,
    left: Left,
    right: Right,
    wanted: InTable,
    lang: Lang = None,
    themes: ThemesCompared = (),
) -> Response:
    """Two regimes, or any two sets of provisions, as a comparison table: a row a correspondence.

    With the relation of the rules, how it was found and how alike they are. Two editions of one
    act, or one article or division of it in both, give the table of `/v1/acts/{ngr}/diff`: what
    changed, headings among it, with the amending acts.
    """
    sides = Sides((*left,), (*right,), lang).asked_on(services.today)
    return answer_asked(request, services, session, table_form(ending), wanted, sides, themes)


@router.get(
    "/regimes/{a}/compare/{b}.{ending}",
    response_class=Response,
    responses=documented_table(404, 409),
)
def table_of_regimes(
    request: Request,
    services: UsedServices,
    session: Reading,
    a: RegimeOrPhase,
    b: OtherRegimeOrPhase,
    ending: Ending,
    wanted: InTable,
    lang: Lang = None,
    themes: ThemesCompared = (),
) -> Response:
    """Two regimes, or two phases of them, as a comparison table; with `theme` of these only."""

    def sides() -> tuple[Side, Side]:
        one, other = own_regimes().phase(a), own_regimes().phase(b)
        return phase_side(session, one, lang), phase_side(session, other, lang)

    form = table_form(ending)
    return answer_phases(request, services, session, form, wanted, (a, b), sides, lang, themes)
