"""What an article came from, for who asks for a day on which it was not there yet."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.pages.article_parts.related import RelatedLinks
from api.rendering.page import Reader
from api.services import Services
from corpus.law import Language
from corpus.store import reads
from corpus.store.day_errors import NotYetAdded
from corpus.store.errors import SchemaBehind, SchemaUnknown, StoreError


def predecessors(request: Request, reader: Reader, error: Exception) -> dict[str, str]:
    """The provisions that an article came from, each by its name with its address.

    In the language asked for, else in one in which the rules before it are held; what is only
    possible is left to the article's page. Empty for another error, and if the store is not there.
    """
    services: Services = request.app.state.services
    if not isinstance(error, NotYetAdded):
        return {}
    try:
        with services.store.read() as session:
            for language in dict.fromkeys((error.language, *Language)):
                if found := _in_language(session, services, reader, error, language):
                    return found
    except (SQLAlchemyError, SchemaBehind, SchemaUnknown):
        return {}
    return {}


def _in_language(
    session: Session, services: Services, reader: Reader, error: NotYetAdded, language: Language
) -> dict[str, str]:
    ngr, key = error.ngr, error.key or ""
    try:
        record = reads.find_article(session, ngr, language, key)
    except StoreError:  # it is not held in this language
        return {}
    links = RelatedLinks(reader.links, ngr, key, language, True, reader.language)
    found = services.relating.origins(session, record).came_from
    provisions = [links.provision(one) for one in found if one.asserted]
    return {one.title: one.href for one in provisions}
