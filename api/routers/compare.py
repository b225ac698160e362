"""Regimes, phases and any two sets of provisions, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AfterValidator
from sqlalchemy.orm import Session

from api.answering.caching import tagged
from api.answering.forms import JSON
from api.asking.parameters import Lang, WithHtml
from api.asking.search_values import KnownForm
from api.models.compare import Compared
from api.openapi import documented
from api.questions.compared.asking import Sides
from api.questions.sides import Side, compare_sides, phase_side, side_named
from api.services import Reading, Services, UsedServices
from api.tables.answers import (
    BY_ACCEPT,
    BY_NAME,
    InTable,
    answer_asked,
    answer_sides,
    form_by_accept,
)
from corpus.bundled import own_correspondences, own_regimes

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
        examples=[["U040001484_:app_1@2005-07-08"]],
    ),
]
Right = Annotated[
    _Provisions,
    Query(
        description="The other side, in the same form.",
        min_length=1,
        max_length=_MOST_SETS,
        examples=[["Z950002464_:ch_13-1@2022-02-07"]],
    ),
]
Named = Annotated[
    str,
    Path(
        description="A regime (`1999`, `2013`, `2020`) or a phase of one (`R3b`).",
        max_length=20,
        examples=["2013"],
    ),
]
Other = Annotated[
    str,
    Path(description="The other regime, or a phase of it.", max_length=20, examples=["2020"]),
]


@router.get(
    "/compare", response_model=Compared, responses=documented(Compared, 404, 409, forms=BY_NAME)
)
def compare(
    request: Request,
    services: UsedServices,
    session: Reading,
    left: Left,
    right: Right,
    wanted: InTable,
    lang: Lang = None,
    html: WithHtml = False,
) -> Response:
    """Which rules of one side are which of the other, each pair with its redline.

    What cannot be asserted is told as `possible`; what is not held of a regime is named and left
    out, so `dropped` and `new` are said as far as the sides go. As a comparison table
    (`/compare.docx` and the like) by its ending, or by the header `Accept`. The table of two
    editions of one act, or of one article or division of it in both, is that of
    `/v1/acts/{ngr}/diff`, with changed headings and amending acts; this answer is rule by rule.
    """
    form = form_by_accept(request, wanted)
    if form is not JSON:
        sides = Sides((*left,), (*right,), lang)
        return answer_asked(request, services, session, form, wanted, sides, BY_ACCEPT)

    def named() -> tuple[Side, Side]:
        regimes = own_regimes()
        return side_named(session, regimes, left, lang), side_named(session, regimes, right, lang)

    question = ("compare", tuple(left), tuple(right), lang)
    return _answer(request, services, session, question, named, html=html)


@router.get(
    "/regimes/{a}/compare/{b}",
    response_model=Compared,
    responses=documented(Compared, 404, 409, forms=BY_NAME),
)
def compare_regimes(
    request: Request,
    services: UsedServices,
    session: Reading,
    a: Named,
    b: Other,
    wanted: InTable,
    lang: Lang = None,
    html: WithHtml = False,
) -> Response:
    """Two regimes, or two phases of them, as of the days that stand for them."""

    def named() -> tuple[Side, Side]:
        one, other = own_regimes().phase(a), own_regimes().phase(b)
        return phase_side(session, one, lang), phase_side(session, other, lang)

    question = ("compare regimes", a, b, lang)
    form = form_by_accept(request, wanted)
    if form is not JSON:
        return answer_sides(
            request, services, session, form, wanted, [a, b], question, named, lang, BY_ACCEPT
        )
    return _answer(request, services, session, question, named, html=html)


def _answer(
    request: Request,
    services: Services,
    session: Session,
    question: Hashable,
    named: Callable[[], tuple[Side, Side]],
    *,
    html: bool,
) -> Response:
    def make() -> bytes:
        one, other = named()
        found, language = compare_sides(one, other, own_correspondences(), services.analyser)
        return Compared.of(one, other, found, language, html=html).to_json()

    body = services.remembered.body(session, (question, html), make)
    return tagged(request, body, media_type="application/json", headers=BY_ACCEPT)
