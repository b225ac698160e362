"""Search over the wordings."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.caching import tagged_json
from api.models.search import HitOut, SearchAnswer
from api.openapi import documented
from api.parameters import ActFilter, Lang, Limit, Offset, On, Words
from api.provenance import Provenance
from api.services import Reading, Services, UsedServices
from corpus.law import Language
from corpus.search import Hit, Query
from corpus.store import reads

router = APIRouter(prefix="/v1/search", tags=["search"])


@router.get("", response_model=SearchAnswer, responses=documented(SearchAnswer))
def search(
    request: Request,
    services: UsedServices,
    session: Reading,
    q: Words,
    lang: Lang = None,
    on: On = None,
    act: ActFilter = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Articles whose wording fits the words: the current ones, or those of a day.

    A query is never an error: what makes no sense in it is left out and named in `ignored`.
    """
    query = Query(q, lang=lang, ngr=act, on=on, limit=limit, offset=offset)
    return tagged_json(request, find(services, session, query))


def find(services: Services, session: Session, query: Query) -> SearchAnswer:
    """The page of hits that a query asks for, each with where its text comes from.

    Raises IndexMissingError, IndexUnreadableError.
    """
    results = services.engine.search(query)
    sources = _provenance(session, results.hits)
    return SearchAnswer(
        q=query.text,
        total=results.total,
        limit=query.limit,
        offset=query.offset,
        ignored=results.ignored,
        hits=tuple(
            HitOut.of(hit, sources.get((hit.ngr, hit.lang, hit.label))) for hit in results.hits
        ),
    )


def _provenance(
    session: Session, hits: Sequence[Hit]
) -> dict[tuple[str, Language, str], Provenance]:
    """The sources of the editions that were found."""
    wanted = {(hit.ngr, hit.lang, hit.label) for hit in hits}
    return {
        (edition.ngr, edition.language, str(edition.label)): Provenance.of(edition)
        for edition in reads.labelled_editions(session, wanted)
    }
