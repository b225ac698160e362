"""The application: its parts, its routes, its one table of errors."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from http import HTTPStatus
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files

from fastapi import Depends, FastAPI, Request, Response
from starlette.staticfiles import StaticFiles

from api.answering.caching import CHANGING
from api.answering.turns import TooManyAtOnce
from api.mcp.http import LawEndpoint
from api.middleware.body_limit import LimitedBody
from api.middleware.compression import Compressed
from api.middleware.cross_origin import OpenToScripts
from api.middleware.head import HeadAsGet, allowed_methods
from api.middleware.known_parameters import only_known_parameters, only_parameters_of_page
from api.middleware.still_current import StillCurrent
from api.openapi import DescribedOnce, operation_name
from api.pages import acts as act_pages
from api.pages import amendments as amendment_pages
from api.pages import articles as article_pages
from api.pages import changes as change_pages
from api.pages import (
    comparing,
    documents,
    identifiers,
    pinned,
    robots,
    searching,
    start,
    status,
)
from api.pages import correspondences as correspondence_pages
from api.pages import exports as export_pages
from api.pages import regimes as regime_pages
from api.pages.problems import problem_page
from api.pages.warming import warmed
from api.problems.details import MEDIA_TYPE, problem_of
from api.problems.kinds import KINDS
from api.routers import (
    acts,
    amendments,
    anomalies,
    articles,
    blame,
    changes,
    citations,
    compare,
    comparison_tables,
    description,
    diff,
    exports,
    feeds,
    health,
    histories,
    impact,
    languages,
    matrix,
    regime_pictures,
    regimes,
    relations,
    replay,
    resolve,
    search,
    stats,
    texts,
    trace,
    watches,
)
from api.services import Services, utc_now
from corpus.search import (
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
    SearchEngine,
    open_engine,
)
from corpus.search.keeping.following import followed
from corpus.search.keeping.keeper import IndexKeeper
from corpus.search.querying.synonyms import own_synonyms
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings
from corpus.store import Store, open_store
from diffing.in_force.days import days_in_force

PATIENCE = 3.0
"""Seconds for which the index may be behind the store before a server brings it up itself: who
writes does it while it writes, unless it was killed."""
REBUILT_WITHIN = 5
"""Seconds after which to ask again, where the index is being built."""

DESCRIPTION = """\
Every edition of Kazakhstan's election and local-government law, article by article.

Dates are edition labels: the registry's names for editions, often the amending act's date and not
the day of entry into force. Windows of days are half-open. Answers that carry law text say where
it comes from (`provenance`) and which question they answer (`answered`). Problems are RFC 9457.
"""

_DATA = (
    texts,  # before what ends in a key: their addresses end in a form
    acts,
    amendments,
    anomalies,
    articles,
    blame,
    citations,
    resolve,
    impact,
    comparison_tables,
    diff,
    compare,
    changes,
    languages,
    trace,
    relations,
    replay,
    regimes,
    regime_pictures,
    matrix,
    stats,
    search,
    watches,
    exports,
    histories,
    feeds,
    description,
)
"""The API's routes, in the order in which an address is looked up."""
_PAGES = (
    health,
    start,
    searching,
    act_pages,
    article_pages,
    pinned,
    comparing,
    amendment_pages,
    correspondence_pages,
    regime_pages,
    change_pages,
    status,
    documents,
    export_pages,
    identifiers,
    robots,
)
"""The pages, and what browsers, robots and watchdogs ask for beside them."""


def create_app(
    settings: Settings,
    store: Store | None = None,
    engine: SearchEngine | None = None,
    analyser: Analyser | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> FastAPI:
    """The API and the pages on a store and an index; what is not given is opened by the settings.

    A store that was given is left open at the end. The analyser is best the engine's own. The clock
    gives the moment, aware: by it there is a today.
    """
    opened = store or open_store(settings.database)
    analyser = analyser or Analyser()
    searched = engine or open_engine(settings, analyser)
    keeper = IndexKeeper(opened, searched, days_in_force, settings.index_dir)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        import_module("diffing.correspondence.correspond")  # before anyone asks
        own_synonyms()
        # What is there now stays: Python's collector of garbage need not look through it again and
        # again, which holds all answers up for a tenth of a second.
        gc.freeze()
        relating = _app.state.services.relating
        with (
            followed(keeper, patience=PATIENCE, mends=True),
            relating.prepared(opened),
            warmed(_app.state.services),
        ):
            async with assistants.running():
                yield
        gc.unfreeze()
        if store is None:
            opened.close()

    app = FastAPI(
        title="Nusqa",
        summary="Every edition of the law, article by article",
        description=DESCRIPTION,
        version=version("nusqa"),
        license_info={"name": "MIT", "identifier": "MIT"},
        lifespan=lifespan,
        generate_unique_id_function=operation_name,
        openapi_url=None,  # FastAPI's route would make the document in the event loop
        docs_url=None,  # Swagger UI and ReDoc load their scripts from elsewhere; `/docs` is ours
        redoc_url=None,
    )
    app.state.services = Services(settings, opened, searched, analyser, clock=clock)
    assistants = LawEndpoint(app.state.services)
    app.router.routes.append(assistants.route)
    for module in _DATA:
        app.include_router(module.router, dependencies=[Depends(only_known_parameters)])
    for module in _PAGES:
        app.include_router(module.router, dependencies=[Depends(only_parameters_of_page)])
    app.mount(
        "/static", StaticFiles(directory=str(files("api.rendering") / "static")), name="static"
    )
    app.add_middleware(LimitedBody, limits={"/v1/impact": impact.MOST_BYTES})
    app.add_middleware(StillCurrent)
    app.add_middleware(Compressed)
    app.add_middleware(OpenToScripts)
    app.add_middleware(HeadAsGet)  # outside: what it tells of a GET is told of that as it is sent
    app.openapi = DescribedOnce(app)  # type: ignore[method-assign]  # FastAPI's own way
    for error in KINDS:
        app.add_exception_handler(error, answer_problem)
    return app


def answer_problem(request: Request, error: Exception) -> Response:
    """An error as problem details; to a reader of the pages, as a page."""
    problem = problem_of(error, request)
    if _for_programs(request):
        response = Response(problem.to_json(), status_code=problem.status, media_type=MEDIA_TYPE)
        response.headers["Cache-Control"] = CHANGING
        response.headers["X-Content-Type-Options"] = "nosniff"  # it may repeat what was asked
        response.headers["Vary"] = "Accept"
    else:
        response = problem_page(request, problem, error)
        response.headers["Vary"] = "Accept, Accept-Language"
    if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = allowed_methods(request)
    if isinstance(error, IndexMissingError | IndexUnreadableError | EngineUnreachableError):
        response.headers["Retry-After"] = str(REBUILT_WITHIN)
    if isinstance(error, TooManyAtOnce):
        response.headers["Retry-After"] = "60"
    if problem.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


_OF_PROGRAMS = ("/v1/", "/feeds/", "/static/", "/healthz", "/openapi.json")
"""Where a problem is JSON unless a page is asked for: links lead browsers to files here too."""


def _for_programs(request: Request) -> bool:
    """Whether a problem is told as JSON: to who asks for that, and who asks a program's address."""
    accept = request.headers.get("accept", "")
    if "html" in accept:
        return False
    return "json" in accept or f"{request.url.path}/".startswith(_OF_PROGRAMS)
