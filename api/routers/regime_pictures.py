"""Pictures of regimes that stand alone, to be put into a paper."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.answering.caching import tagged
from api.answering.forms import Form
from api.asking.parameters import Lang, absent_if_empty
from api.asking.regime_parameters import OtherRegimeOrPhase, RegimeOrPhase
from api.openapi import documented_file
from api.rendering.regime_pictures import Pictured, chronicle_now, phases_corresponding
from api.services import Reading, UsedServices
from api.words.chronicle import chronicle_captions
from api.words.interface import Interface
from corpus.law import Language
from diffing.chronicle import standalone as draw_alone
from diffing.correspondence.bands import Measure

router = APIRouter(prefix="/v1/regimes", tags=["regimes"])

SVG = "image/svg+xml"
_POLICY = {"Content-Security-Policy": "default-src 'none'"}
_FORM = Form("svg", SVG)
Words = Annotated[
    Annotated[Language, Query()] | None,
    BeforeValidator(absent_if_empty),
    Query(
        alias="ui",
        description="The language of the picture's own words: `ru`, `kk` or `en`; else Russian.",
        examples=["en"],
    ),
]
By = Annotated[
    Annotated[Measure, Query()] | None,
    BeforeValidator(absent_if_empty),
    Query(
        description="What the height of a provision stands for: one each (`provisions`), or its "
        "number of `words`.",
        examples=["provisions"],
    ),
]


@router.get(
    "/timeline.svg", response_class=Response, responses=documented_file("An SVG document.", [_FORM])
)
def draw_timeline(
    request: Request, services: UsedServices, session: Reading, ui: Words = None
) -> Response:
    """The chronicle of the regimes as a picture: acts, phases, editions and events in time.

    Days are those of the data, as of today in Kazakhstan; what is not known is drawn as not known.
    It needs no fonts or files from elsewhere; colours are for paper.
    """
    words = Interface(ui or Language.RU)
    chronicle = chronicle_now(services, session, words.language)
    body = services.remembered.body(
        session,
        ("chronicle picture", words.language, services.today),
        lambda: draw_alone(chronicle, chronicle_captions(words)).encode(),
    )
    return tagged(request, body, media_type=SVG, headers=_POLICY)


@router.get(
    "/{a}/correspondence/{b}.svg",
    response_class=Response,
    responses=documented_file("An SVG document.", [_FORM], 404, 409),
)
def draw_correspondence(
    request: Request,
    services: UsedServices,
    session: Reading,
    a: RegimeOrPhase,
    b: OtherRegimeOrPhase,
    lang: Lang = None,
    ui: Words = None,
    by: By = None,
) -> Response:
    """Which provision of one regime is which of the other, as a picture: bands between them.

    The same as `/v1/regimes/{a}/compare/{b}` says, without the words of the law. It needs no
    fonts or files from elsewhere; colours are for paper.
    """
    words = Interface(ui or Language.RU)
    found = phases_corresponding(services, session, a, b, lang, words.language)
    measure = by or Measure.PROVISIONS
    phases = (found.left.phase.key, found.right.phase.key)
    question = ("bands", *phases, found.language, words.language, measure)
    body = services.remembered.body(
        session, question, lambda: Pictured(found, words).document(measure).encode()
    )
    return tagged(request, body, media_type=SVG, headers=_POLICY)
