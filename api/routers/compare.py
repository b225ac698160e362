"""Regimes, phases and any two sets of provisions, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator
from sqlalchemy.orm import Session

from api.answering.forms import JSON
from api.asking.matrix_parameters import ThemesCompared
from api.asking.paging import (
    PageAsked,
    WhichPage,
    answer_kept_page,
    refuse_page_of_table,
)
from api.asking.parameters import Lang, WithHtml
from api.asking.regime_parameters import OtherRegimeOrPhase, RegimeOrPhase
from api.asking.search_values import KnownForm
from api.models.compare import Compared
from api.openapi import documented
from api.questions.compared.as_asked import (
    ComparedSides,
    compared_as_asked,
    compared_rule_by_rule,
)
from api.questions.compared.asking import Sides
from api.questions.compared.on_themes import narrowed
from api.questions.sides import Side, phase_side
from api.services import Reading, Services, UsedServices
from api.tables.answers import (
    BY_ACCEPT,
    BY_NAME,
    InTable,
    answer_asked,
    answer_phases,
    form_by_accept,
)
from corpus.bundled import own_regimes, own_themes
from corpus.store.checked import checks_version

router = APIRouter(prefix="/v1", tags=["comparison"])

_MOST_SETS = 20
_LONGEST = 300


def _side_pattern() -> str:
    """Of all that can be a side: a regime or phase that there is, or provisions."""
    regimes = own_regimes()
    known = [*(one.key for one in regimes.regimes), *(one.key for one in regimes.phases)]
    provisions = r"[A-Z][0-9A-Z]{3,}_?(:[a-z][0-9A-Za-z_.-]*)?(@(undated|(?!0000)[0-9]{4}))?"
    return rf"^({'|'.join(map(re.escape, known))}|{provisions})$"


def _distinct(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(texts))


_Provisions = Annotated[
    list[
        Annotated[
            str,
            Query(max_length=_LONGEST, pattern=r"^[^\x00-\x1f\x7f]*$"),
            KnownForm(_side_pattern),
        ]
    ],
    AfterValidator(_distinct),
]
Left = Annotated[
    _Provisions,
    Query(
        description="A regime, a phase of one, or provisions `NGR:KEY,KEY@LABEL`; provisions may "
        "be given several times.",
        min_length=1,
        max_length=_MOST_SETS,
        examples=[["2013"], ["U040001484_:app_1@2005-07-08"]],
    ),
]
Right = Annotated[
    _Provisions,
    Query(
        description="The other side, in the same form.",
        min_length=1,
        max_length=_MOST_SETS,
        examples=[["2020"], ["Z950002464_:ch_13-1@2022-02-07"]],
    ),
]


@router.get(
    "/compare",
    response_model=Compared,
    responses=documented(Compared, 404, 409, links=True, forms=BY_NAME),
)
def compare(
    request: Request,
    services: UsedServices,
    session: Reading,
    left: Left,
    right: Right,
    wanted: InTable,
    page: WhichPage,
    lang: Lang = None,
    themes: ThemesCompared = (),
    html: WithHtml = False,
) -> Response:
    """Which rules of one side are which of the other, each pair with its redline.

    What cannot be asserted is told as `possible`; what is not held of a regime is named and left
    out, so `dropped` and `new` are said as far as the sides go. Two editions of one act, or the
    same articles and divisions of it in both, are compared article by article (`by`), as
    `/v1/acts/{ngr}/diff` does and as their page and table show them: with `change`, changed
    headings and amending acts. Two regimes can be narrowed to themes of the matrix (`theme`). As a
    comparison table (`/compare.docx` and the like) by its ending, or by the header `Accept`.
    """
    sides = Sides((*left,), (*right,), lang).asked_on(services.today)
    form = form_by_accept(request, wanted)
    if form is not JSON:
        refuse_page_of_table(page)
        return answer_asked(request, services, session, form, wanted, sides, themes, BY_ACCEPT)

    def found() -> ComparedSides:
        compared = compared_as_asked(session, sides, services.analyser)
        return narrowed(session, own_themes(), themes, compared)

    question = ("compare", sides, themes)
    return _answer(request, services, session, question, found, page, html=html)


@router.get(
    "/regimes/{a}/compare/{b}",
    response_model=Compared,
    responses=documented(Compared, 404, 409, links=True, forms=BY_NAME),
)
def compare_regimes(
    request: Request,
    services: UsedServices,
    session: Reading,
    a: RegimeOrPhase,
    b: OtherRegimeOrPhase,
    wanted: InTable,
    page: WhichPage,
    lang: Lang = None,
    themes: ThemesCompared = (),
    html: WithHtml = False,
) -> Response:
    """Two regimes, or two phases of them, as of the days that stand for them.

    With `theme` only the rows with a rule that the matrix names for the themes, on either side.
    """

    def named() -> tuple[Side, Side]:
        one, other = own_regimes().phase(a), own_regimes().phase(b)
        return phase_side(session, one, lang), phase_side(session, other, lang)

    form = form_by_accept(request, wanted)
    if form is not JSON:
        refuse_page_of_table(page)
        return answer_phases(
            request, services, session, form, wanted, (a, b), named, lang, themes, BY_ACCEPT
        )

    def found() -> ComparedSides:
        compared = compared_rule_by_rule(*named(), services.analyser)
        return narrowed(session, own_themes(), themes, compared)

    question = ("compare regimes", a, b, lang, themes)

    return _answer(request, services, session, question, found, page, html=html)


def _answer(
    request: Request,
    services: Services,
    session: Session,
    question: Hashable,
    found: Callable[[], ComparedSides],
    page: PageAsked,
    *,
    html: bool,
) -> Response:
    def make() -> Compared:
        return Compared.of(found(), html=html)

    # Whether a registry's list vouches for the day of a side changes with each look at the list.
    asked = (question, html, checks_version(session))
    lists = ("correspondences", "unused_pairs")
    return answer_kept_page(request, services, session, asked, make, lists, page, headers=BY_ACCEPT)
