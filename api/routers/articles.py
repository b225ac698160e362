"""Articles: the list of an edition, one article, its history."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import cache_control, tagged_json
from api.answering.forms import JSON, accepted_form
from api.asking.paging import MOST_ITEMS, ItemCursor, ItemLimit, page_links, paged
from api.asking.parameters import Key, Lang, Ngr, WhichEdition, WhichWording
from api.models.articles import ArticleHistory, ArticleList, ArticleOut, HeldWordingOut
from api.openapi import documented
from api.questions.in_force.coming import coming_for_article, day_of
from api.questions.in_force.wording import article_in_force
from api.questions.texts import find_article, find_edition, redlines, text_language
from api.routers import texts
from api.services import Reading, UsedServices
from corpus.store import reads

router = APIRouter(prefix="/v1/acts/{ngr}/articles", tags=["articles"])


@router.get("", response_model=ArticleList, responses=documented(ArticleList, 404, 409, links=True))
def list_articles(
    request: Request,
    session: Reading,
    ngr: Ngr,
    asked: WhichEdition,
    lang: Lang = None,
    cursor: ItemCursor = None,
    limit: ItemLimit = MOST_ITEMS,
) -> Response:
    """The articles of an edition: by its label, as of a day, or of the newest one held."""
    language = text_language(session, ngr, lang, labels=(asked.label,))
    summary = find_edition(session, ngr, language, asked)
    edition = reads.edition(session, summary.id)
    page = paged(edition.articles, lambda one: one.key, cursor, limit)
    return tagged_json(
        request,
        ArticleList.of(edition, summary, asked, page.items, page.cursor),
        cache_control=cache_control(summary, asked),
        headers=page_links(request, page.cursor),
    )


@router.get(
    "/{key}",
    response_model=ArticleOut,
    responses=documented(ArticleOut, 404, 409, forms=texts.FORMS[1:]),
)
def show_article(
    request: Request,
    session: Reading,
    services: UsedServices,
    ngr: Ngr,
    key: Key,
    asked: WhichWording,
    lang: Lang = None,
) -> Response:
    """An article's wording: of an edition, as of a day, in force on a day, or the newest one held.

    `on` is answered by edition labels: only when the edition whose label covers the day is held,
    and no edition that is known to exist lies in between. `in_force_on` is another question: which
    wording was in force, by the days from which the amendments are; `answered` says by which.
    Where the text of the day is not known the problem says what is; with `presume` that is answered
    which is in force if acts begin within a year, and `answered.presumed` names the acts.
    """
    form = accepted_form(request, texts.FORMS)
    if form is not JSON:
        wanted = texts.TextAsked(request, services, session, ngr, asked, lang, key)
        return texts.by_accept(form, wanted)
    language = text_language(session, ngr, lang, labels=(asked.label,))
    in_force = None
    if asked.in_force_on is not None:
        in_force = article_in_force(
            session, ngr, language, key, asked.in_force_on, presume=asked.presume
        )
    record = in_force.record if in_force else find_article(session, ngr, language, key, asked)
    as_of = day_of(asked, record.edition.label, services.today)
    answer = ArticleOut.of(record, asked, in_force, coming_for_article(session, record, as_of))
    cached = cache_control(record.edition, asked)
    return tagged_json(request, answer, cache_control=cached, headers=texts.BY_ACCEPT)


@router.get(
    "/{key}/history",
    response_model=ArticleHistory,
    responses=documented(ArticleHistory, 404, links=True),
)
def show_history(
    request: Request,
    session: Reading,
    ngr: Ngr,
    key: Key,
    lang: Lang = None,
    cursor: ItemCursor = None,
    limit: ItemLimit = MOST_ITEMS,
) -> Response:
    """Every wording of an article that is held, oldest first, each against the one before."""
    language = text_language(session, ngr, lang)
    history = reads.history(session, ngr, language, key)
    page = paged(
        list(zip(history, redlines(history), strict=True)),
        lambda one: str(one[0].editions[-1].label),
        cursor,
        limit,
    )
    answer = ArticleHistory(
        ngr=ngr,
        key=key,
        lang=language,
        wordings=tuple(HeldWordingOut.of(*one) for one in page.items),
        cursor=page.cursor,
    )
    return tagged_json(request, answer, headers=page_links(request, page.cursor))
