"""The reference bank (zan.gov.kz, ЭКБ): addresses and JSON answers of its interface.

`GET /api/documents/{id}/{rus|kaz}[/DD.MM.YYYY]?withHtml=…&page=N` gives an edition, long acts page
by page; `…/versions` gives the list of editions. The bank's number of an act is not its NGR: the
watch list ties them together, and each answer names both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree, html

from corpus.law import (
    ActStatus,
    Cause,
    Edition,
    EditionLabel,
    HoldingKind,
    Language,
    ListedEdition,
    Precision,
)
from corpus.structure.lines import Line, Role
from crawler.registries.adilet_page import holding_of, open_page
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.etalon_blocks import read_blocks
from crawler.registries.html_lines import read_lines
from crawler.registries.pages import (
    LANGUAGES,
    REGISTRY_LANGUAGES,
    PageKind,
    PageSource,
    Request,
)
from crawler.registries.refusals import (
    CutPage,
    EmptyBody,
    ErrorPage,
    NotAnActPage,
    WrongAct,
    WrongEdition,
    WrongLanguage,
)

BASE_URL = "https://zan.gov.kz"

_STATUSES = {
    "new": ActStatus.NEW,
    "upd": ActStatus.UPDATED,
    "exe": ActStatus.UPDATED,
    "yts": ActStatus.REPEALED,
}
_ERROR_KEYS = ("error", "message", "exception")

Answer = Mapping[str, Any]


def edition_request(
    ngr: str,
    bank_id: int,
    language: Language,
    label: EditionLabel | None = None,
    *,
    part: int = 1,
    base: str = BASE_URL,
) -> Request:
    """The request for one page of an edition; without a label of the current text.

    Raises ValueError for a label that is no day, and for English: the bank has none.
    """
    day = ""
    if label is not None:
        if label.precision is not Precision.DAY or label.first_day is None:
            raise ValueError(f"the reference bank addresses editions by day; {label} is none")
        day = f"/{label.first_day:%d.%m.%Y}"
    url = f"{_document(base, bank_id, language)}{day}?withHtml=false&page={part}"
    return Request(url, PageKind.EDITION, ngr, language, label, part)


def edition_list_request(
    ngr: str, bank_id: int, language: Language, *, base: str = BASE_URL
) -> Request:
    """The request for an act's list of editions."""
    url = f"{_document(base, bank_id, language)}/versions"
    return Request(url, PageKind.EDITION_LIST, ngr, language)


def _document(base: str, bank_id: int, language: Language) -> str:
    if language is Language.EN:
        raise ValueError("the reference bank has no English texts: ask for ru or kk")
    return f"{base.rstrip('/')}/api/documents/{bank_id}/{REGISTRY_LANGUAGES[language]}"


def later_parts(body: bytes, request: Request) -> tuple[Request, ...]:
    """The requests for the pages after the first, by the first answer's `pagesCount`."""
    count = int(_answer(body).get("pagesCount") or 1)
    stem, _, _ = request.url.rpartition("page=")
    return tuple(
        replace(request, url=f"{stem}page={part}", part=part) for part in range(2, count + 1)
    )


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition that an answer's pages make, given in their order.

    Title, requisites and status of the metadata are the act's present ones: requisites and status
    are only taken for the current edition. Raises a Refusal for anything but what was asked for.
    """
    answers = [_answer(body) for body in bodies]
    if not answers:
        raise EmptyBody
    for answer in answers:
        _check(answer, source)
    first = answers[0]
    count = max(int(first.get("pagesCount") or 1), 1)
    if len(answers) != count and source.holding.kind is HoldingKind.WHOLE:
        raise CutPage(f"{len(answers)} of the document's {count} pages are here")
    label = _label(first)
    for at, answer in enumerate(answers[1:], start=2):
        if _label(answer) != label:
            raise CutPage(f"page {at} is of another edition than page 1")
    if source.label is not None and label is not None and source.label != label:
        raise WrongEdition(str(source.label), str(label))
    lines = [line for answer in answers for line in _lines(answer)]
    return assemble(lines, source, _facts(first, lines, source.language, label))


def lines_of(bodies: Sequence[bytes]) -> list[Line]:
    """The lines of an answer's pages, before their structure is read."""
    return [line for body in bodies for line in _lines(_answer(body))]


def read_edition_list(
    body: bytes, language: Language, *, bank_id: int | None = None, base: str = BASE_URL
) -> tuple[ListedEdition, ...]:
    """The editions of a `versions` answer, oldest first, with their causes.

    `bank_id` makes the addresses of the editions. Raises WrongLanguage if the list is of another
    language's editions.
    """
    versions = _json(body)
    if not isinstance(versions, list):
        raise NotAnActPage("an edition list was asked for, and the answer is none")
    listed: dict[EditionLabel, ListedEdition] = {}
    for version in versions:
        label = _label(version) if isinstance(version, Mapping) else None
        if label is None:
            raise NotAnActPage("a line of the edition list has no versionDate")
        own = str(version.get("language") or "")
        if own in LANGUAGES and LANGUAGES[own] is not language:
            raise WrongLanguage(language, LANGUAGES[own], "the edition list")
        url = None
        if bank_id is not None and label.first_day is not None:
            url = f"{_document(base, bank_id, language)}/{label.first_day:%d.%m.%Y}"
        listed[label] = ListedEdition(label, url, _cause(version, language))
    if not listed:
        raise NotAnActPage("the edition list is empty")
    return tuple(sorted(listed.values(), key=lambda one: str(one.label)))


def _json(body: bytes) -> Any:
    stripped = body.strip()
    if not stripped:
        raise EmptyBody
    try:
        return json.loads(stripped)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        if stripped.startswith(b"<"):
            open_page(body)  # a shell, an error or a login page is refused as such
            raise NotAnActPage("the reference bank answered with a web page") from error
        if stripped[:1] in {b"{", b"["}:
            raise CutPage("its JSON does not end") from error
        raise ErrorPage(stripped[:80].decode("utf-8", errors="replace")) from error


def _answer(body: bytes) -> Answer:
    answer = _json(body)
    if not isinstance(answer, Mapping):
        raise NotAnActPage("the answer is a list, not a document")
    if answer.get("content") is None:
        said = next((str(answer[key]) for key in _ERROR_KEYS if answer.get(key)), None)
        if said is not None:
            raise ErrorPage(said[:80])
        if "ngr" in answer or "version" in answer:
            raise EmptyBody("the document has no content")
        raise NotAnActPage("the answer has no content")
    return answer


def _check(answer: Answer, source: PageSource) -> None:
    ngr = answer.get("ngr")
    if ngr and ngr != source.ngr:
        raise WrongAct(source.ngr, str(ngr))
    code = str(answer.get("code") or answer.get("id") or "")
    if not ngr and source.reference_bank_id is not None and code != str(source.reference_bank_id):
        raise WrongAct(f"{source.ngr} (number {source.reference_bank_id})", f"number {code}")
    language = str(answer.get("language") or _version(answer).get("language") or "")
    if language and LANGUAGES.get(language) is not source.language:
        found = LANGUAGES.get(language)
        raise WrongLanguage(source.language, found or language, "the answer")


def _version(answer: Answer) -> Answer:
    version = answer.get("version")
    return version if isinstance(version, Mapping) else {}


def _label(answer: Answer) -> EditionLabel | None:
    text = answer.get("versionDate") or _version(answer).get("versionDate")
    if not text:
        return None
    try:
        return EditionLabel.parse(str(text)[:10])
    except ValueError as error:
        raise NotAnActPage(f"its versionDate {text!r} is no day") from error


def _lines(answer: Answer) -> list[Line]:
    content = answer["content"]
    if isinstance(content, str):
        if not content.strip():
            return []
        try:
            return read_lines(html.fragment_fromstring(content, create_parent="div"))
        except etree.ParserError as error:
            raise NotAnActPage("its content is no HTML") from error
    if isinstance(content, list):
        return read_blocks([block for block in content if isinstance(block, Mapping)])
    raise NotAnActPage(f"its content is neither HTML nor a list but {type(content).__name__}")


def _facts(
    answer: Answer, lines: Sequence[Line], language: Language, label: EditionLabel | None
) -> PageFacts:
    name = REGISTRY_LANGUAGES[language]
    metadata = _version(answer).get("metadata") or answer.get("metadata") or {}
    own = [line.text for line in lines if line.role is Role.HEADING and line.depth == 1]
    current = bool(answer.get("actualVersion"))
    return PageFacts(
        title=own[0] if own else str((metadata.get("title") or {}).get(name) or ""),
        requisites=str((metadata.get("requisites") or {}).get(name) or "") if current else "",
        status=_STATUSES.get(str(metadata.get("status")), ActStatus.UNKNOWN)
        if current
        else ActStatus.UNKNOWN,
        label=label,
        cause=_cause(_version(answer), language, own=str(answer.get("code") or "")),
        sample=answer.get("sample") is True,
        holding=holding_of([str(key) for key in answer.get("holds") or ()]),
    )


def _cause(version: Answer, language: Language, own: str = "") -> Cause | None:
    """The amending act; None for the original edition, which names none or the act itself."""
    cause = version.get("cause")
    if not isinstance(cause, Mapping) or not cause:
        return None
    name = REGISTRY_LANGUAGES[language]
    code = str(cause.get("code") or "")
    if code and code == own:
        return None
    return Cause(
        title=(cause.get("title") or {}).get(name),
        requisites=(cause.get("requisites") or {}).get(name),
        reference_bank_id=int(code) if code.isdigit() else None,
    )
