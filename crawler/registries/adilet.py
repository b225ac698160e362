"""adilet, the classic template: addresses, act pages, edition lists, metadata cards.

Pages of one act: `/{rus,kaz,eng}/docs/{NGR}` (the current text), `/…/archive/docs/{NGR}/DD.MM.YYYY`
(a dated edition), `/…/docs/{NGR}/history`, `/…/docs/{NGR}/info`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from corpus.law import (
    ActStatus,
    Edition,
    EditionLabel,
    HoldingKind,
    Language,
    ListedEdition,
    Precision,
)
from corpus.structure.lines import Line
from crawler.registries.adilet_page import AdiletPage, open_page
from crawler.registries.adilet_tables import card_rows, edition_list_rows
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.html_lines import read_lines
from crawler.registries.pages import (
    REGISTRY_LANGUAGES,
    Format,
    PageKind,
    PageSource,
    Request,
    read_address,
)
from crawler.registries.refusals import CutPage, NotAnActPage, WrongAct, WrongEdition, WrongLanguage
from crawler.registries.requisites import day_in

BASE_URL = "https://old.adilet.zan.kz"
"""Where the classic pages live on; the new host serves a shell without text."""


def edition_request(
    ngr: str, language: Language, label: EditionLabel | None = None, *, base: str = BASE_URL
) -> Request:
    """The request for a dated edition, or for the current text without a label.

    Raises ValueError for a label that is no day: adilet's addresses are by day.
    """
    act = f"docs/{ngr}"
    if label is not None:
        if label.precision is not Precision.DAY or label.first_day is None:
            raise ValueError(f"adilet addresses editions by day; {label} is none")
        act = f"archive/docs/{ngr}/{label.first_day:%d.%m.%Y}"
    return Request(_url(base, language, act), PageKind.EDITION, ngr, language, label)


def edition_list_request(ngr: str, language: Language, *, base: str = BASE_URL) -> Request:
    """The request for an act's history page."""
    return Request(
        _url(base, language, f"docs/{ngr}/history"), PageKind.EDITION_LIST, ngr, language
    )


def card_request(ngr: str, language: Language, *, base: str = BASE_URL) -> Request:
    """The request for an act's metadata card."""
    return Request(_url(base, language, f"docs/{ngr}/info"), PageKind.CARD, ngr, language)


def _url(base: str, language: Language, path: str) -> str:
    return f"{base.rstrip('/')}/{REGISTRY_LANGUAGES[language]}/{path}"


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition on a saved or fetched act page (one body).

    Without a label from the source: the page's own, else for an act that was never amended the day
    in its requisites, else undated. Raises a Refusal for anything but the act asked for.
    """
    (body,) = bodies
    page = open_page(body)
    article = page.article
    if article is None:
        raise _no_act(page)
    _check(page, source)
    if page.cut and source.holding.kind is not HoldingKind.BEGINNING:
        raise CutPage(page.cut)
    label = page.label
    if label is None and page.status is ActStatus.NEW and (day := day_in(page.requisites)):
        label = EditionLabel.on(day)
    facts = PageFacts(
        title=page.title,
        requisites=page.requisites,
        status=page.status,
        label=label,
        known_on=page.known_on,
        sample=page.sample,
        holding=page.holding,
    )
    return assemble(read_lines(article), source, facts)


def lines_of(body: bytes) -> list[Line]:
    """The lines of an act page's text, before its structure is read."""
    page = open_page(body)
    if page.article is None:
        raise _no_act(page)
    return read_lines(page.article)


def read_edition_list(
    body: bytes, ngr: str, language: Language, *, base: str = BASE_URL
) -> tuple[ListedEdition, ...]:
    """The editions that a history page lists, the original first, each label once.

    The last row leads to the current text, which has no dated address of its own.
    """
    source = PageSource(ngr, language, Format.ADILET_HISTORY)
    page = open_page(body)
    rows = edition_list_rows(body)
    if rows is None:
        raise NotAnActPage("an edition list was asked for, and the page has none")
    _check(page, source)
    if page.cut:
        raise CutPage(page.cut)
    listed: dict[EditionLabel, ListedEdition] = {}
    for row in rows:
        label = _row_label(row.cells)
        if label is None:
            continue
        for link in row.links:
            address = read_address(link)
            if address is not None and address.ngr != ngr:
                raise WrongAct(ngr, address.ngr)
        url = urljoin(base.rstrip("/") + "/", row.links[0]) if row.links else None
        listed[label] = ListedEdition(label, url)
    if not listed:
        raise NotAnActPage("the edition list has no row with a date")
    return tuple(listed.values())


def _row_label(cells: Sequence[str]) -> EditionLabel | None:
    for cell in cells:
        try:
            label = EditionLabel.parse(cell)
        except ValueError:
            continue
        if label.precision is Precision.DAY:
            return label
    return None


@dataclass(frozen=True)
class Card:
    """An act's metadata card: what the frame says and the card's own rows, in their order."""

    ngr: str
    title: str
    requisites: str
    status: ActStatus
    reference_bank_id: int | None
    fields: tuple[tuple[str, str], ...]


def read_card(body: bytes, ngr: str, language: Language) -> Card:
    """The metadata card of an act. Its rows are given as they are: label and value."""
    page = open_page(body)
    _check(page, PageSource(ngr, language, Format.ADILET_CARD))
    if page.cut:
        raise CutPage(page.cut)
    fields = tuple(card_rows(body))
    if page.article is not None or not fields:
        raise NotAnActPage("a metadata card was asked for, and the page has none")
    return Card(ngr, page.title, page.requisites, page.status, page.reference_bank_id, fields)


def _no_act(page: AdiletPage) -> Exception:
    if page.root.xpath("//table[@id='ethernatable']"):
        return NotAnActPage("it is an act's edition list")
    if page.cut:
        return CutPage(f"{page.cut}, and the text has not begun")
    return NotAnActPage("it has no element <article> with a text")


def _check(page: AdiletPage, source: PageSource) -> None:
    if page.address is not None and page.address.ngr != source.ngr:
        raise WrongAct(source.ngr, page.address.ngr)
    if page.language is not None and page.language is not source.language:
        raise WrongLanguage(source.language, page.language, "the page's frame")
    if source.label is not None and page.label is not None and page.label != source.label:
        raise WrongEdition(str(source.label), str(page.label))
