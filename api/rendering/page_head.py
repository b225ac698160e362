"""What robots and browsers read in the head of a page: its address, its languages, its data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from markupsafe import Markup
from sqlalchemy.orm import Session

from api.answering.forms import AKOMA_NTOSO, JSON, JSON_LD, Form
from api.questions.asked import Asked
from api.questions.linked_data import linked_act_in_brief, linked_provision, name_of
from api.rendering.page import Links, Reader
from api.services import Services
from corpus.law import Language
from corpus.store.records import ActSummary, ArticleRecord, EditionSummary
from exports.identifiers import expression_address, provision_address, work_address
from exports.linked_data import Json, Site

_LONGEST = 160
"""Signs of a description: of a longer one search engines show the beginning."""
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class DataFile:
    """The same thing in another form: its media type, what the form is called, where it is."""

    media_type: str
    name: str
    path: str
    address: str


@dataclass(frozen=True)
class PageHead:
    """The head of a page: whole addresses, and a document of linked data as safe text.

    `canonical` is the one address of this text in this interface language; `alternates` are its
    addresses by interface language, `x-default` the one without. `lasting` names the text for good.
    """

    canonical: str
    alternates: Mapping[str, str]
    description: str
    files: tuple[DataFile, ...]
    lasting: str
    linked: Markup


def site_of(request: Request, services: Services) -> Site:
    """The service as its readers reach it."""
    return Site(services.address(request))


def act_head(
    request: Request,
    reader: Reader,
    services: Services,
    session: Session,
    act: ActSummary,
    shown: EditionSummary | None,
    asked: Asked,
) -> PageHead:
    """The head of an act's page."""
    site = site_of(request, services)
    text = _text_of(shown, asked) if shown else {}
    title = (shown and shown.title) or reader.act_title(act)[0]
    words = reader.interface
    description = words("head.act", title=title) if shown else words("head.act_empty", title=title)
    place = ("acts", act.ngr)
    files = [_file(site, JSON, *place)]
    lasting = work_address(act.ngr)
    if shown:
        own = {"lang": shown.language, "edition": shown.label}
        files.append(_file(site, AKOMA_NTOSO, *place, "text.akn", **own))
        files.append(_file(site, JSON_LD, "acts", f"{act.ngr}.jsonld", **own))
        lasting = expression_address(act.ngr, shown.language, shown.label)
    document = linked_act_in_brief(session, site, act, shown, services.today)
    return _head(reader, site, place, text, description, tuple(files), lasting, document)


def article_head(
    request: Request,
    reader: Reader,
    services: Services,
    session: Session,
    act: ActSummary,
    record: ArticleRecord,
    asked: Asked,
) -> PageHead:
    """The head of an article's page."""
    site, edition, article = site_of(request, services), record.edition, record.article
    own = {"lang": edition.language, "edition": edition.label}
    place = ("acts", act.ngr, "articles", article.key)
    inside = ("acts", act.ngr, "articles")
    return _head(
        reader,
        site,
        place,
        _text_of(edition, asked),
        _opening(f"{name_of(article)} {article.printed_text}"),
        (
            _file(site, JSON, *place, **own),
            _file(site, AKOMA_NTOSO, *inside, f"{article.key}.akn", **own),
            _file(site, JSON_LD, *inside, f"{article.key}.jsonld", **own),
        ),
        provision_address(
            expression_address(act.ngr, edition.language, edition.label), article.key
        ),
        linked_provision(session, site, act, edition, article, services.today),
    )


def _head(
    reader: Reader,
    site: Site,
    place: tuple[str, ...],
    text: Mapping[str, object],
    description: str,
    files: tuple[DataFile, ...],
    lasting: str,
    document: Json,
) -> PageHead:
    def address(ui: Language | None) -> str:
        return site(Links(ui)(*place, **text))

    return PageHead(
        address(reader.links.ui),
        {**{str(one): address(one) for one in Language}, "x-default": address(None)},
        description,
        files,
        lasting,
        as_script(document),
    )


def as_script(document: Json) -> Markup:
    """JSON for a data block of a page: whatever the law says, it cannot end the block."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - no sign that HTML knows is left in it


def _text_of(edition: EditionSummary, asked: Asked) -> dict[str, object]:
    """The query that names the text: for the newest its language, else the edition too."""
    newest = asked.question == "newest"
    return {"lang": edition.language, **({} if newest else {"edition": edition.label})}


def _file(site: Site, form: Form, *place: str, **parameters: object) -> DataFile:
    path = Links(None)("v1", *place, **parameters)
    return DataFile(form.media_type, form.name, path, site(path))


def _opening(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
