"""The page of changes: what is new in the law, edition by edition, and how to be told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BeforeValidator, StringConstraints
from sqlalchemy.orm import Session

from api.asking.parameters import (
    ActFilter,
    KeyFilter,
    Lang,
    LangFilter,
    OptionalDay,
    absent_if_empty,
    in_order_of_time,
)
from api.problems.kinds import kind_of
from api.problems.refusals import InvalidRequest
from api.questions.following.feed_pages import Followed
from api.questions.following.steps import steps_page
from api.questions.following.subjects import (
    Kinds,
    Subject,
    everything,
    followed,
    of_act,
    of_regime,
)
from api.questions.outlines import ContentsLine, contents
from api.questions.texts import text_language
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, Reader, page
from api.services import Reading, Services, UsedServices
from api.watching.authority import ForMakers
from api.watching.making import made_watch
from api.words.problems import main_sentence
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.store import reads
from corpus.store.records import ActSummary
from corpus.watches import Subject as WatchSubject
from corpus.watches import Wanted
from webhooks.targets import TargetRefused

router = APIRouter(include_in_schema=False)

STEPS_ON_A_PAGE = 8
_DEEPEST_PAGE = 1_000
_LONGEST_URL = 2_000
_MOST_FIELDS = 20

RegimeFilter = Annotated[
    Annotated[str, StringConstraints(max_length=20)] | None,
    BeforeValidator(absent_if_empty),
    Query(description="Only provisions that ruled this regime, or this phase of one."),
]
Page = Annotated[int, Query(ge=1, le=_DEEPEST_PAGE)]


@dataclass(frozen=True)
class ChangesAsked:
    """Which changes a reader wants to see; days are those of the editions' labels, inclusive."""

    act: str | None = None
    article: str | None = None
    regime: str | None = None
    lang: Language | None = None
    since: date | None = None
    until: date | None = None
    technical: bool = False

    @property
    def state(self) -> dict[str, object]:
        """As the parameters of the page's address."""
        return {
            "act": self.act,
            "article": self.article,
            "regime": self.regime,
            "lang": self.lang,
            "since": self.since,
            "until": self.until,
            "technical": "true" if self.technical else "",
        }

    @property
    def feed(self) -> tuple[str, ...]:
        """What the feed that follows these changes is about, as its address has it."""
        if self.act is not None and self.article is not None:
            return ("acts", self.act, "articles", self.article)
        if self.regime is not None:
            return ("regimes", self.regime)
        return ("acts", self.act) if self.act is not None else ("changes",)


def changes_asked(
    act: ActFilter = None,
    article: KeyFilter = None,
    regime: RegimeFilter = None,
    lang: LangFilter = None,
    since: Annotated[OptionalDay, Query()] = None,
    until: Annotated[OptionalDay, Query()] = None,
    technical: Annotated[bool, Query()] = False,
) -> ChangesAsked:
    """The filters of the page; raises InvalidRequest where they make no sense together."""
    if article is not None and act is None:
        raise InvalidRequest(
            "`article` goes with `act`: its key says nothing alone", "article-alone"
        )
    if article is not None and regime is not None:
        raise InvalidRequest("give `article` or `regime`, not both", "article-or-regime")
    in_order_of_time(since, until)
    return ChangesAsked(act, article, regime, lang, since, until, technical)


@dataclass(frozen=True)
class WatchFormRefused:
    """Why a form for a watch was refused, in the reader's words, and what was typed."""

    status: int
    sentence: str
    url: str


@router.get("/changes")
def show_changes(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    asked: Annotated[ChangesAsked, Depends(changes_asked)],
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """What changed, the latest editions first: by act, by regime, by date."""
    return _changes_page(request, reader, services, session, asked, number)


def _changes_page(
    request: Request,
    reader: Reader,
    services: Services,
    session: Session,
    asked: ChangesAsked,
    number: int = 1,
    refused: WatchFormRefused | None = None,
) -> Response:
    """The page; with the form for a watch as it was filled in, where that was refused."""
    acts = reads.acts(session)
    language = _language(session, asked, acts, reader)
    found = steps_page(
        session,
        _followed(session, services, asked, language),
        asked.since,
        asked.until,
        STEPS_ON_A_PAGE,
        (number - 1) * STEPS_ON_A_PAGE,
    )
    return page(
        request,
        reader,
        "changes.html",
        styles=("changes",),
        scripts=("copy",),
        sample=any(one.sample for one in acts),
        acts={one.ngr: one for one in acts},
        lang=language,
        asked=asked,
        found=found,
        number=number,
        regimes=own_regimes().regimes,
        parts=_parts(session, asked.act, language) if asked.act else (),
        say=AmendingWords.of(reader, services, acts),
        watches=services.settings.watches,
        service=services.address(request),
        refused=refused,
        status=refused.status if refused else HTTPStatus.OK,
    )


async def posted_form(request: Request) -> Mapping[str, str]:
    """The fields of a form, as a browser posts them; raises InvalidRequest for too many."""
    body = (await request.body()).decode("utf-8", errors="replace")
    try:
        return dict(parse_qsl(body, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise InvalidRequest("the form has more fields than the page", "fields") from None


@router.get("/changes/watch")
def show_form(reader: ForReader, lang: Lang = None) -> Response:
    """Where the form stands: who asks for its own address, as another language of it, is led on."""
    return RedirectResponse(reader.links("changes", lang=lang), HTTPStatus.SEE_OTHER)


@router.post("/changes/watch", dependencies=[ForMakers])
def make_watch(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    form: Annotated[Mapping[str, str], Depends(posted_form)],
) -> Response:
    """Make a watch from the page's form; its token and secret are shown this once."""
    url = form.get("url", "").strip()
    given = form.get("lang", "")
    lang = Language(given) if given in set(Language) else None
    subject = WatchSubject(form.get("act") or None, form.get("article") or None)
    try:
        wanted = Wanted(subject, _checked(url), lang, legal_only="technical" not in form)
        made, _line = made_watch(services, wanted)
    except (InvalidRequest, TargetRefused) as error:
        sentence = main_sentence(error, reader.interface) or reader.interface("changes.make_watch")
        refused = WatchFormRefused(kind_of(error).status, sentence, url[:_LONGEST_URL])
        asked = ChangesAsked(subject.ngr, subject.key, lang=lang, technical="technical" in form)
        with services.store.read() as session:
            return _changes_page(request, reader, services, session, asked, refused=refused)
    answer = page(
        request,
        reader,
        "watch_made.html",
        status=HTTPStatus.CREATED,
        styles=("changes",),
        scripts=("copy",),
        made=made,
        back={name: form.get(name) for name in ("act", "article", "lang")},
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _checked(url: str) -> str:
    if not url or len(url) > _LONGEST_URL:
        raise InvalidRequest("give the `url` that messages are sent to", "no-url")
    return url


def _language(
    session: Session, asked: ChangesAsked, acts: list[ActSummary], reader: Reader
) -> Language:
    """Of which texts: the one asked for, else the reader's if texts in it can have changed."""
    if asked.act is not None:
        return text_language(session, asked.act, asked.lang, reader.language)
    if asked.lang is not None:
        return asked.lang
    has_changes = any(one.languages.get(reader.language, 0) > 1 for one in acts)
    return reader.language if has_changes else Language.RU


def _followed(
    session: Session, services: UsedServices, asked: ChangesAsked, language: Language
) -> Followed:
    """What to look for; a regime and an act together: the act's part of the regime."""
    kinds = Kinds(technical=asked.technical)
    found = followed(session, _subject(asked, language), kinds, services.analyser)
    parts = found.selection.parts
    if asked.regime is None or asked.act is None or parts is None:
        return found
    own = tuple(one for one in parts if one.ngr == asked.act)
    return replace(found, selection=replace(found.selection, parts=own))


def _subject(asked: ChangesAsked, language: Language) -> Subject:
    if asked.regime is not None:
        return of_regime(own_regimes(), asked.regime, language)
    if asked.act is not None:
        return of_act(asked.act, language, asked.article)
    return everything(language)


def _parts(session: Session, ngr: str, language: Language) -> Sequence[ContentsLine]:
    """The divisions and articles of the newest edition held, to choose one from."""
    editions = reads.editions(session, ngr, language)
    return contents(reads.edition(session, editions[-1].id)) if editions else ()
