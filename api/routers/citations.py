"""How a provision is cited, and the very text that a permalink names."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator

from api.answering.caching import CHANGING, tagged, tagged_json
from api.answering.forms import Form
from api.asking.parameters import (
    Key,
    Label,
    Lang,
    Ngr,
    Snapshot,
    TextHash,
    WhichEdition,
    absent_if_empty,
)
from api.models.citations import CitationOut, PinnedOut
from api.openapi import EXAMPLE_QUERY, documented
from api.problems.refusals import InvalidRequest
from api.questions.asked import Asked
from api.questions.citations.citable import act_register
from api.questions.citations.citing import cited_provision
from api.questions.citations.pinned import pinned_in
from api.questions.texts import text_language
from api.services import Reading, UsedServices
from corpus.citations.exports import bibtex, csl_json, ris
from corpus.law import EditionLabel, Language

router = APIRouter(prefix="/v1/acts/{ngr}/articles/{key}", tags=["citations"])


class CitationFormat(StrEnum):
    """How a citation is written."""

    JSON = "json"
    TEXT = "text"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"


_MEDIA_TYPES = {
    CitationFormat.TEXT: "text/plain; charset=utf-8",
    CitationFormat.BIBTEX: "application/x-bibtex; charset=utf-8",
    CitationFormat.RIS: "application/x-research-info-systems; charset=utf-8",
    CitationFormat.CSL: "application/vnd.citationstyles.csl+json",
}
_FORMS = tuple(Form(name, media_type) for name, media_type in _MEDIA_TYPES.items())
Format = Annotated[
    CitationFormat,
    Query(description="`json` has all of them and the permalink.", examples=["json"]),
]

PinnedLang = Annotated[
    Annotated[Language | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Language of the text; without it the one that holds what the hash names.",
        examples=["ru"],
    ),
]


@router.get(
    "/cite", response_model=CitationOut, responses=documented(CitationOut, 404, 409, forms=_FORMS)
)
def cite(
    request: Request,
    services: UsedServices,
    session: Reading,
    ngr: Ngr,
    key: Key,
    asked: WhichEdition,
    lang: Lang = None,
    format: Format = CitationFormat.JSON,  # noqa: A002 - the parameter's name
) -> Response:
    """The citation of an article, or of a block in one by its key (`art_36__p_2`).

    Official form in Russian, Kazakh and English, BibTeX, RIS, CSL-JSON, and a permalink that is
    pinned to edition, snapshot and text.
    """
    language = text_language(session, ngr, lang, labels=(asked.label,))
    register = act_register(session, services.analyser)
    cited = cited_provision(session, register, ngr, key, language, asked)
    base = services.address(request)
    if format is CitationFormat.JSON:
        return tagged_json(request, CitationOut.of(cited, base))
    record = cited.exported(base)
    writers = {
        CitationFormat.TEXT: lambda: f"{record.citation}\n",
        CitationFormat.BIBTEX: lambda: bibtex(record),
        CitationFormat.RIS: lambda: ris(record),
        CitationFormat.CSL: lambda: csl_json(record),
    }
    return tagged(
        request,
        writers[format]().encode(),
        media_type=_MEDIA_TYPES[format],
        cache_control=CHANGING,
    )


@router.get(
    "/pinned",
    response_model=PinnedOut,
    responses=documented(PinnedOut, 404),
    openapi_extra={EXAMPLE_QUERY: {"text": "0f9a94b03ebac674"}},  # one of the two has to be given
)
def pinned(
    request: Request,
    session: Reading,
    ngr: Ngr,
    key: Key,
    edition: Annotated[Label, Query(description="The edition's label.", examples=["2022-02-07"])],
    lang: PinnedLang = None,
    snapshot: Snapshot = None,
    text: TextHash = None,
) -> Response:
    """The very text that was cited, also where the registry has corrected the edition since.

    It is the text of the row that was read from that response (`snapshot`) and has that hash
    (`text`); `current` says whether it is still the one that is given for the edition. A text that
    is not held is a problem that names what is.
    """
    if snapshot is None and text is None:
        raise InvalidRequest("give `snapshot` or `text`: without a hash nothing is pinned")
    label = EditionLabel.parse(edition)
    found = pinned_in(session, ngr, lang, key, label, snapshot, text)
    return tagged_json(request, PinnedOut.of(found, Asked(label)))
