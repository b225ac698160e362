"""The page that a permalink opens, and the page that other sites may show in a frame."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.asking.parameters import Key, Label, Lang, Ngr, OptionalLabel, Snapshot, TextHash
from api.pages.article_parts.values import values_of
from api.pages.article_parts.wording import paragraphs
from api.problems.refusals import InvalidRequest
from api.questions.asked import Asked
from api.questions.citations.citing import Cited, cited_provision
from api.questions.citations.pinned import PinnedText, pinned_in, pinned_text
from api.questions.texts import text_language
from api.rendering.page import ForReader, Page
from api.services import Reading, UsedServices
from corpus.citations.acts import CitableAct
from corpus.law import EditionLabel
from corpus.store import reads

router = APIRouter(include_in_schema=False)


@router.get("/acts/{ngr}/articles/{key}/pinned")
def show_pinned(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    key: Key,
    edition: Annotated[Label, Query()],
    lang: Lang = None,
    snapshot: Snapshot = None,
    text: TextHash = None,
) -> Response:
    """The very text that was cited, also where the registry has corrected the edition since."""
    if snapshot is None and text is None:
        raise InvalidRequest(
            "give `snapshot` or `text`: without a hash nothing is pinned", "no-hash"
        )
    label = EditionLabel.parse(edition)
    found = pinned_in(session, ngr, lang, key, label, snapshot, text)
    register = services.relating.register(session)
    cited = _cited(found, register.act(ngr) or CitableAct(ngr))
    made = Page(
        request, reader, "article.html", ("law", "strip", "article"), ("copy", "leads", "article")
    )
    act = reads.act(session, ngr)
    values = values_of(request, reader, services, session, act, cited, cited.asked)
    return made.answer(made.body(**values, in_force=None, pinned=found))


@router.get("/embed/acts/{ngr}/articles/{key}")
def show_embedded(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    key: Key,
    lang: Lang = None,
    edition: Annotated[OptionalLabel, Query()] = None,
    snapshot: Snapshot = None,
    text: TextHash = None,
) -> Response:
    """An article or a place in it, for a frame on another site: the wording and its citation.

    With `snapshot` or `text` it is that very text; without the one given for the edition now.
    """
    label = EditionLabel.parse(edition) if edition else None
    language = text_language(session, ngr, lang, reader.language, labels=(label,))
    register = services.relating.register(session)
    found = None
    if label is not None and (snapshot or text):
        found = pinned_text(session, ngr, language, key, label, snapshot, text)
        cited = _cited(found, register.act(ngr) or CitableAct(ngr))
    else:
        cited = cited_provision(session, register, ngr, key, language, Asked(label))
    blocks = cited.place.blocks if cited.place else cited.record.article.blocks
    made = Page(request, reader, "embed.html", ("law", "embed"), framed=True)
    return made.answer(
        made.body(
            lang=language,
            record=cited.record,
            paragraphs=paragraphs(blocks),
            citation=cited.official(language),
            permalink=cited.permalink(services.address(request)),
            corrected=found is not None and not found.is_current,
        )
    )


def _cited(found: PinnedText, act: CitableAct) -> Cited:
    return Cited(act, found.record, found.place, Asked(found.record.edition.label))
