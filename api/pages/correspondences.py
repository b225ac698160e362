"""The page of the correspondence of two regimes: a picture, and a table as its equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from markupsafe import Markup
from pydantic import BeforeValidator

from api.asking.parameters import Lang, absent_if_empty
from api.pages.kept import kept_page
from api.pages.regime_links import PairLinks
from api.questions.correspondence import Corresponding, languages_held
from api.rendering.page import ForReader, Page, Reader
from api.rendering.regime_pictures import Pictured, phases_corresponding
from api.services import Reading, UsedServices
from api.words.regimes import band_captions, provision_names
from corpus.bundled import own_regimes, own_themes
from corpus.citing import cite
from corpus.phases import Phase
from diffing.correspondence.bands import NARROW, WIDE, Band, Drawn, Measure
from diffing.correspondence.bands.legend import swatch
from diffing.correspondence.bands.look import patterns
from diffing.correspondence.relation import Relation

router = APIRouter(include_in_schema=False)

Named = Annotated[str, Path(max_length=20)]
By = Annotated[
    Annotated[Measure, Query()] | None, BeforeValidator(absent_if_empty), Query(alias="by")
]


@dataclass(frozen=True)
class Rule:
    """A provision in the table: what it is called, its first words, its address."""

    name: str
    opening: str
    address: str


@dataclass(frozen=True)
class Row:
    """A correspondence in the table."""

    number: int
    relation: Relation
    old: tuple[Rule, ...]
    new: tuple[Rule, ...]
    score: float | None
    route: str
    unsure: bool
    points: int
    address: str


@router.get("/regimes/{a}/correspondence/{b}")
def show_correspondence(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    a: Named,
    b: Named,
    lang: Lang = None,
    by: By = None,
) -> Response:
    """Which provision of one regime is which of the other, drawn and listed."""
    measure = by or Measure.PROVISIONS
    found = phases_corresponding(services, session, a, b, lang, reader.language)
    made = Page(request, reader, "correspondence.html", ("regimes",), ("regimes",))

    def body() -> bytes:
        pictured = Pictured(found, reader.interface)
        left, right = found.left.phase, found.right.phase
        to = PairLinks(reader.links, left.key, right.key, found.language)
        captions = band_captions(reader.interface)
        return made.body(
            sample=found.sample,
            lang=found.language,
            found=found,
            left=found.left,
            right=found.right,
            missing=[
                (side.phase.key, cite([one.provisions], own_themes().sources, reader.language))
                for side in (found.left, found.right)
                for one in side.missing
            ],
            titles=pictured.titles,
            wide=_markup(pictured.drawn("w", WIDE, measure, to.pair)),
            narrow=_markup(pictured.drawn("n", NARROW, measure, to.pair)),
            measure=measure,
            counts=found.bands.counts(),
            captions=captions,
            swatches={one: Markup(swatch(one, "s")) for one in Relation},  # noqa: S704 - drawn here
            patterns=Markup(patterns("s")),  # noqa: S704 - drawn here
            rows=list(_rows(found, reader, to)),
            to=to,
            phases=_with_texts(),
            held=languages_held(session, own_regimes()),
        )

    return kept_page(made, session, services.large_pages, body)


def _markup(drawn: Drawn) -> tuple[Markup, float, float]:
    # Everything in it was escaped as it was drawn.
    return Markup(drawn.body), drawn.width, drawn.height  # noqa: S704


def _with_texts() -> tuple[Phase, ...]:
    return tuple(phase for phase in own_regimes().phases if phase.on)


def _rows(found: Corresponding, reader: Reader, to: PairLinks) -> Iterator[Row]:
    captions = band_captions(reader.interface)
    naming = provision_names(reader.interface)

    def rules(band: Band, *, right: bool) -> tuple[Rule, ...]:
        marks = found.bands.new if right else found.bands.old
        own = [marks[index] for index in (band.new if right else band.old)]
        return tuple(Rule(naming(one).whole, one.opening, to.rule(one)) for one in own)

    for band in found.bands.bands:
        yield Row(
            number=band.number,
            relation=band.relation,
            old=rules(band, right=False),
            new=rules(band, right=True),
            score=band.score,
            route=captions.routes[band.route] if band.route else "",
            unsure=not band.sure and not (band.old and band.new),
            points=band.points,
            address=to.pair(band),
        )
