"""The reference bank (zan.gov.kz, ЭКБ): addresses and JSON answers of its interface.

`GET /api/documents/{id}/{rus|kaz}[/DD.MM.YYYY]?withHtml=…&page=N` gives an edition, long acts page
by page; `…/versions` gives the list of editions. The bank's number of an act is not its NGR: the
watch list ties them together, and each answer names both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
from crawler.registries.adilet_page import holding_of
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.etalon_answer import (
    Answer,
    mapping,
    number,
    open_answer,
    open_json,
    words,
)
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
    count = number(open_answer(body).get("pagesCount")) or 1
    stem, _, _ = request.url.rpartition("page=")
    return tuple(
        replace(request, url=f"{stem}page={part}", part=part) for part in range(2, count + 1)
    )


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition that an answer's pages make, given in their order.

    Title, requisites and status of the metadata are the act's present ones: requisites and status
    are only taken for the current edition. Raises a Refusal for anything but what was asked for.
    """
    answers = [open_answer(body) for body in bodies]
    if not answers:
        raise EmptyBody
    for answer in answers:
        _check(answer, source)
    first = answers[0]
    count = number(first.get("pagesCount")) or 1
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
    return [line for body in bodies for line in _lines(open_answer(body))]


def read_edition_list(
    body: bytes, language: Language, *, bank_id: int | None = None, base: str = BASE_URL
) -> tuple[ListedEdition, ...]:
    """The editions of a `versions` answer, oldest first, with their causes.

    `bank_id` makes the addresses of the editions. Raises WrongLanguage if the list is of another
    language's editions.
    """
    versions = open_json(body)
    if not isinstance(versions, list):
        raise NotAnActPage("an edition list was asked for, and the answer is none")
    listed: dict[EditionLabel, ListedEdition] = {}
    for version in versions:
        label = _label(version) if isinstance(version, Mapping) else None
        if label is None:
            raise NotAnActPage("a line of the edition list has no versionDate")
        own = words(version.get("language"))
        if own in LANGUAGES and LANGUAGES[own] is not language:
            raise WrongLanguage(language, LANGUAGES[own], "the edition list")
        url = None
        if bank_id is not None and label.first_day is not None:
            url = f"{_document(base, bank_id, language)}/{label.first_day:%d.%m.%Y}"
        listed[label] = ListedEdition(label, url, _cause(version, language))
    if not listed:
        raise NotAnActPage("the edition list is empty")
    return tuple(sorted(listed.values(), key=lambda one: str(one.label)))


def _check(answer: Answer, source: PageSource) -> None:
    ngr = answer.get("ngr")
    if ngr and ngr != source.ngr:
        raise WrongAct(source.ngr, str(ngr))
    code = words(answer.get("code") or answer.get("id"))
    if not ngr and source.reference_bank_id is not None and code != str(source.reference_bank_id):
        raise WrongAct(f"{source.ngr} (number {source.reference_bank_id})", f"number {code}")
    language = words(answer.get("language") or _version(answer).get("language"))
    if language and LANGUAGES.get(language) is not source.language:
        found = LANGUAGES.get(language)
        raise WrongLanguage(source.language, found or language, "the answer")


def _version(answer: Answer) -> Answer:
    return mapping(answer.get("version"))


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
    metadata = mapping(_version(answer).get("metadata") or answer.get("metadata"))
    own = [line.text for line in lines if line.role is Role.HEADING and line.depth == 1]
    current = bool(answer.get("actualVersion"))
    holds = answer.get("holds")
    return PageFacts(
        title=own[0] if own else words(mapping(metadata.get("title")).get(name)),
        requisites=words(mapping(metadata.get("requisites")).get(name)) if current else "",
        status=_STATUSES.get(words(metadata.get("status")), ActStatus.UNKNOWN)
        if current
        else ActStatus.UNKNOWN,
        label=label,
        cause=_cause(_version(answer), language, own=words(answer.get("code"))),
        sample=answer.get("sample") is True,
        holding=holding_of(list(map(str, holds)) if isinstance(holds, list) else []),
    )


def _cause(version: Answer, language: Language, own: str = "") -> Cause | None:
    """The amending act; None for the original edition, which names none or the act itself."""
    cause = version.get("cause")
    if not isinstance(cause, Mapping) or not cause:
        return None
    name = REGISTRY_LANGUAGES[language]
    code = number(cause.get("code"))
    if code is not None and str(code) == own:
        return None
    return Cause(
        title=words(mapping(cause.get("title")).get(name)) or None,
        requisites=words(mapping(cause.get("requisites")).get(name)) or None,
        reference_bank_id=code,
    )
