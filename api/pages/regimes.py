"""The page of the regimes: their phases, the chronicle, what differs, what ruled each theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from fastapi import APIRouter, Request, Response
from markupsafe import Markup
from sqlalchemy.orm import Session

from api.asking.matrix_parameters import WhichPart
from api.pages.chronicle_shown import ChronicleShown
from api.pages.kept import kept_page
from api.pages.regime_links import PairLinks
from api.pages.regime_matrix import MatrixShown
from api.questions.correspondence import languages_held
from api.rendering.page import ForReader, Page, Reader
from api.rendering.regime_pictures import Pictured, chronicle_now, phases_corresponding
from api.services import Reading, Services, UsedServices
from api.words.regimes import band_captions, phase_read
from corpus.bundled import own_regimes
from corpus.phases import Phase
from corpus.store.errors import StoreError
from diffing.correspondence.bands import THUMBNAIL
from diffing.correspondence.relation import Relation

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class PairShown:
    """Two regimes in numbers, with a small picture; without them where no text is held."""

    left: Phase
    right: Phase
    titles: tuple[str, str]
    to: PairLinks | None = None
    counts: Mapping[Relation, int] | None = None
    rules: tuple[int, int] = (0, 0)
    sign: Markup | None = None
    size: tuple[float, float] = (0, 0)


@router.get("/regimes")
def show_regimes(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    chosen: WhichPart,
) -> Response:
    """The regimes side by side: when, by which acts, what differs, and what ruled each theme."""
    made = Page(request, reader, "regimes.html", ("regimes",), ("regimes",))

    def body() -> bytes:
        regimes = own_regimes()
        chronicle = chronicle_now(services, session, reader.language)
        return made.body(
            sample=chronicle.sample,
            regimes=regimes,
            pairs=list(_pairs(services, session, reader)),
            neighbours=list(pairwise(one for one in regimes.phases if one.on)),
            held=languages_held(session, regimes),
            captions=band_captions(reader.interface),
            chronicle=ChronicleShown.of(chronicle, reader),
            matrix=MatrixShown.of(session, chosen, reader),
        )

    return kept_page(made, session, services.large_pages, body, services.today)


def _pairs(services: Services, session: Session, reader: Reader) -> Iterator[PairShown]:
    """Every two regimes by the phases that represent them, neighbours first."""
    regimes = own_regimes()
    keys = [one.key for one in regimes.regimes]
    pairs = list(pairwise(keys))
    pairs += [(a, b) for at, a in enumerate(keys) for b in keys[at + 2 :]]
    for number, (a, b) in enumerate(pairs):
        left, right = regimes.phase(a), regimes.phase(b)
        titles = phase_read(reader.interface, left), phase_read(reader.interface, right)
        try:
            found = phases_corresponding(services, session, a, b, None, reader.language)
        except StoreError:
            yield PairShown(left, right, titles)
            continue
        drawn = Pictured(found, reader.interface).drawn(f"t{number}", THUMBNAIL)
        yield PairShown(
            left,
            right,
            titles,
            PairLinks(reader.links, a, b, found.language),
            found.bands.counts(),
            (len(found.bands.old), len(found.bands.new)),
            Markup(drawn.body),  # noqa: S704 - everything in it was escaped as it was drawn
            (drawn.width, drawn.height),
        )
