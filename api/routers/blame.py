"""Where the words of an article come from."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged_json
from api.asking.parameters import Key, Lang, Ngr, WhichEdition
from api.models.origins import BlameOut
from api.openapi import documented
from api.questions.blame import blame_article
from api.questions.texts import text_language
from api.services import Reading

router = APIRouter(prefix="/v1/acts/{ngr}/articles/{key}/blame", tags=["origins"])


@router.get("", response_model=BlameOut, responses=documented(BlameOut, 404, 409))
def blame(
    request: Request,
    session: Reading,
    ngr: Ngr,
    key: Key,
    asked: WhichEdition,
    lang: Lang = None,
) -> Response:
    """An article's wording with the edition, and the acts, that each run of words comes from.

    The editions held are compared one after the other, through every key the article had. A word
    that went and came back counts from its return; one that moved to another paragraph from the
    move. What stands in the oldest text held was there at the latest since then.
    """
    language = text_language(session, ngr, lang, labels=(asked.label,))
    blamed = blame_article(session, ngr, language, key, asked)
    return tagged_json(request, BlameOut.of(blamed))
