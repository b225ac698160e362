"""What a page of the classic adilet says around the text, and what makes it no act page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree, html
from lxml.html import HtmlElement

from corpus.law import WHOLE, ActStatus, EditionLabel, Holding, HoldingKind, Language
from crawler.registries.html_pieces import even
from crawler.registries.pages import LANGUAGES, Address, read_address
from crawler.registries.refusals import (
    EmptyBody,
    EmptyShell,
    ErrorPage,
    LoginPage,
    NotAnActPage,
)
from crawler.registries.requisites import day_in

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)")
_FRAME_LANGUAGE = re.compile(r"\blang_(rus|kaz|eng)\b")
_STATUS = re.compile(r"\bstatus_(upd|new|yts)\b")
_STATUSES = {
    "new": ActStatus.NEW,
    "upd": ActStatus.UPDATED,
    "yts": ActStatus.REPEALED,
}
_ERROR = re.compile(
    r"\b(?:404|403|50[0234])\b|не\s+найден|ошибка|табылмады|қате|not\s+found|bad\s+gateway"
    r"|service\s+unavailable|gateway\s+time|internal\s+server\s+error|forbidden|access\s+denied"
    r"|временно\s+недоступ|технически\w+\s+работ",
    re.IGNORECASE,
)
_STATE_OF = re.compile(r"состоянию|жағдай|күйі|as\s+of", re.IGNORECASE)
_DAY = re.compile(r"\b\d{2}\.\d{2}\.\d{4}\b")
_BANK = re.compile(r"#!/doc/(\d+)/")
_SHORT_PAGE = 400
_SHORT_TEXT = 120
"""An act's text is longer than what an error page says."""


@dataclass(frozen=True)
class AdiletPage:
    """An opened page: what its frame says, and the element with the text, if it has one."""

    root: HtmlElement
    article: HtmlElement | None
    address: Address | None
    """Act, language and edition by the page's own links; None where it has none."""
    language: Language | None
    title: str
    requisites: str
    status: ActStatus
    known_on: date | None
    reference_bank_id: int | None
    cut: str | None
    """How the page is cut; None for a whole one."""
    sample: bool = False
    """The page says of itself that it is the bundled sample's, no official text."""
    holding: Holding = WHOLE
    """What of its act the page says it holds; only the sample says so."""

    @property
    def label(self) -> EditionLabel | None:
        """The edition's day, where the page's address has one."""
        return self.address.label if self.address else None


def open_page(body: bytes) -> AdiletPage:
    """Open a page of the classic template; a fragment saved without its frame is one too.

    Raises EmptyBody, EmptyShell, LoginPage or ErrorPage for what is no page of a registry's act.
    """
    if not body.strip():
        raise EmptyBody
    root = _parse(body)
    article = next(iter(root.xpath("//article")), None)
    _refuse_no_page(root, article)
    slogan = next(iter(root.xpath("//div[contains(@class,'slogan')]")), None)
    addresses = _addresses(root, body)
    frame = " ".join(str(value) for value in root.xpath("//*[contains(@class,'lang_')]/@class"))
    language = _FRAME_LANGUAGE.search(frame)
    address = addresses[0] if addresses else None
    status = _STATUS.search(" ".join(map(str, root.xpath("//span/@class"))))
    return AdiletPage(
        root=root,
        article=article,
        address=address,
        language=LANGUAGES[language[1]] if language else (address.language if address else None),
        title=_words(slogan, ".//h1"),
        requisites=_words(slogan, "./p"),
        status=_STATUSES[status[1]] if status else ActStatus.UNKNOWN,
        known_on=_known_on(root),
        reference_bank_id=_bank_id(root),
        cut=_cut(body),
        sample=bool(root.xpath("//meta[@name='nusqa-sample']")),
        holding=holding_of(str(root.xpath("string(//meta[@name='nusqa-holds']/@content)")).split()),
    )


def holding_of(keys: Sequence[str]) -> Holding:
    """What a page of the sample holds by the keys it names; none: the whole act."""
    return Holding(HoldingKind.PARTS, tuple(keys)) if keys else WHOLE


def _parse(body: bytes) -> HtmlElement:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(body) - 4:
            raise NotAnActPage("it is not in UTF-8, as all of adilet's pages are") from error
        text = body.decode("utf-8-sig", errors="ignore")  # cut inside a letter
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise EmptyBody("the page has no content") from error


def _refuse_no_page(root: HtmlElement, article: HtmlElement | None) -> None:
    if article is None and root.xpath("//div[@id='root'] | //meta[@name='adilet-build']"):
        raise EmptyShell
    if article is None and root.xpath("//input[@type='password']"):
        raise LoginPage
    # The frame's footer lists other acts by title: only title and main words tell an error.
    title = " ".join(even(str(words)) for words in root.xpath("//title/text()"))
    heading = " ".join(even(node.text_content()) for node in root.xpath("//h1"))
    words = even(article.text_content()) if article is not None else ""
    if article is None and not root.xpath("//table[@id='ethernatable']"):
        whole = even(root.text_content())
        for said in (title, heading, whole if len(whole) < _SHORT_PAGE else ""):
            if _ERROR.search(said):
                raise ErrorPage(said[:80])
    elif len(words) < _SHORT_TEXT and _ERROR.search(words):
        raise ErrorPage(words[:80])


def _addresses(root: HtmlElement, body: bytes) -> list[Address]:
    """The page's own addresses, the most telling first: saved from, tabs, canonical."""
    saved = _SAVED_FROM.search(body[:4096])
    links = [saved[1].decode("utf-8", errors="replace")] if saved else []
    for path in (
        "//div[contains(@class,'tabs')]//li[contains(@class,'selected')]/a/@href",
        "//div[contains(@class,'tabs')]//a/@href",
        "//link[@rel='canonical']/@href",
    ):
        links.extend(str(href) for href in root.xpath(path))
    return [address for link in links if (address := read_address(link)) is not None]


def _words(around: HtmlElement | None, path: str) -> str:
    if around is None:
        return ""
    found = next(iter(around.xpath(path)), None)
    return " ".join(found.text_content().split()) if found is not None else ""


def _known_on(root: HtmlElement) -> date | None:
    """«Документы по состоянию на» of the footer: the day of the database behind the page."""
    for item in root.xpath("//*[@id='footer']//li"):
        words = item.text_content()
        if _STATE_OF.search(words) and (day := _DAY.search(words)):
            return day_in(day[0])
    return None


def _bank_id(root: HtmlElement) -> int | None:
    for href in root.xpath("//a[contains(@class,'icon_ekb')]/@href"):
        if match := _BANK.search(str(href)):
            return int(match[1])
    return None


def _cut(body: bytes) -> str | None:
    lower = body.lower()
    if b"<article" in lower and b"</article>" not in lower:
        return "the text's element <article> is never closed"
    if (b"<html" in lower or b"<!doctype" in lower) and b"</html>" not in lower:
        return "there is no </html>"
    return None
