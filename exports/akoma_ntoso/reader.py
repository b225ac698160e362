"""Our Akoma Ntoso read back: the same edition, to the letter.

Reads what `writer` writes, also after another program has re-indented the `meta` or added comments
and attributes of its own; it is no reader of other people's Akoma Ntoso. Of a file that cannot be
read to the letter nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from lxml import etree

from corpus.law import (
    ActStatus,
    Article,
    Cause,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    Matter,
    MatterKind,
)
from exports.akoma_ntoso.body import printed_again
from exports.akoma_ntoso.letters import text_of, untold
from exports.akoma_ntoso.printing import NOTES
from exports.akoma_ntoso.provision_reader import (
    head_of,
    key_of,
    notes_in,
    read_preamble,
    read_provision,
)
from exports.akoma_ntoso.vocabulary import (
    AKN,
    BEFORE,
    FOOTNOTE,
    OURS,
    Element,
    article_kind,
    division_kind,
    local,
    matter_kind,
    ours,
)

_WITHIN = {"akn": AKN, "nusqa": OURS}


class NotAkomaNtoso(Exception):
    """A file is not Akoma Ntoso as this program writes it; the message says what is missing."""


def read_edition(document: bytes) -> Edition:
    """The edition in a file; raises NotAkomaNtoso."""
    with _refusing():
        root = _parsed(document)
        act = root.find("akn:act", _WITHIN)
        if act is None:
            raise NotAkomaNtoso("There is no `act` in it.")
        return _edition(act, tuple(_component(act, ())))


def read_article(document: bytes) -> tuple[Edition, Article]:
    """The only article in a file, and the edition it is from, without content.

    Raises NotAkomaNtoso.
    """
    with _refusing():
        root = _parsed(document)
        portion = root.find("akn:portion", _WITHIN)
        body = root.find("akn:portion/akn:portionBody", _WITHIN)
        if portion is None or body is None or not len(body):
            raise NotAkomaNtoso("There is no `portion` in it.")
        return _edition(portion, ()), read_provision(body[0], ())


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse a file with a kind, a day or a sign in it that there is none of."""
    try:
        yield
    except (ValueError, OverflowError) as error:
        raise NotAkomaNtoso(f"What it says cannot be read: {error}") from None


def _parsed(document: bytes) -> Element:
    """The elements, without comments; raises NotAkomaNtoso.

    What is read may come from anywhere: nothing else is opened for it. A document type may declare
    words that stand nowhere in the text (entities), so a file that has one is refused.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        raise NotAkomaNtoso(f"It is no XML: {error.msg}") from None
    if root.getroottree().docinfo.doctype:
        raise NotAkomaNtoso("It declares a document type, which Akoma Ntoso has none of.")
    return root


def _edition(act: Element, content: tuple[Content, ...]) -> Edition:
    said = act.find("akn:meta/akn:proprietary/nusqa:edition", _WITHIN)
    if said is None:
        raise NotAkomaNtoso("It does not say of which edition it is (`nusqa:edition`).")
    known_on = said.get("known-on")
    return Edition(
        untold(said.get("ngr", "")),
        Language(said.get("language", "")),
        EditionLabel.parse(said.get("label", "")),
        untold(said.get("title", "")),
        content,
        requisites=untold(said.get("requisites", "")),
        status=ActStatus(said.get("status", "")),
        holding=_holding(said),
        known_on=date.fromisoformat(known_on) if known_on else None,
        cause=_cause(said.find("nusqa:cause", _WITHIN)),
        sample=said.get("sample") == "true",
    )


def _holding(said: Element) -> Holding:
    element = said.find("nusqa:holding", _WITHIN)
    if element is None:
        return Holding()
    keys = tuple(untold(one.get("key", "")) for one in element.findall("nusqa:part", _WITHIN))
    return Holding(HoldingKind(element.get("kind", "")), keys)


def _cause(element: Element | None) -> Cause | None:
    if element is None:
        return None
    title, requisites = element.get("title"), element.get("requisites")
    number = element.get("reference-bank-id")
    return Cause(
        None if title is None else untold(title),
        None if requisites is None else untold(requisites),
        None if number is None else int(number),
    )


def _component(
    document: Element,
    divisions: tuple[str, ...],
    appendix: Element | None = None,
) -> Iterator[Content]:
    """A component's content; `appendix` is the attachment that it is the document of."""
    preface = list(_inside(document.find("akn:preface", _WITHIN)))
    notes: tuple[Footnote, ...] = ()
    if preface and preface[0].get("name") == BEFORE:
        yield from _surrounding(preface.pop(0))
    if appendix is not None:
        if preface and preface[0].get("class") == NOTES:
            notes = notes_in(preface.pop(0))
        yield _division(appendix, DivisionKind.APPENDIX, notes)
    yield from _surrounding(preface)
    preamble = document.find("akn:preamble", _WITHIN)
    if preamble is not None:
        yield read_preamble(preamble, divisions)
    body = document.find("akn:body" if appendix is None else "akn:mainBody", _WITHIN)
    yield from _zone(_inside(body), divisions)
    yield from _surrounding(_inside(document.find("akn:conclusions", _WITHIN)))
    for attachment in document.iterfind("akn:attachments/akn:attachment", _WITHIN):
        own = attachment.find("akn:doc", _WITHIN)
        if own is None:
            raise NotAkomaNtoso("An attachment holds no document.")
        yield from _component(own, (*divisions, key_of(attachment)), attachment)


def _zone(elements: Iterable[Element], divisions: tuple[str, ...]) -> Iterator[Content]:
    for element in elements:
        kind = division_kind(element)
        if kind is not None:
            intro = element.find("akn:intro", _WITHIN)
            yield _division(element, kind, () if intro is None else notes_in(intro))
            below = [one for one in element if local(one) not in ("num", "heading", "intro")]
            yield from _zone(below, (*divisions, key_of(element)))
        elif article_kind(element) is not None:
            yield read_provision(element, divisions)
        elif element.get("name") == FOOTNOTE:
            yield from notes_in(element)
        elif (matter := matter_kind(element)) is not None:
            content = element.find("akn:content", _WITHIN)
            yield _matter(element if content is None else content, matter)


def _division(element: Element, kind: DivisionKind, notes: tuple[Footnote, ...]) -> Division:
    head = head_of(element)
    printed = element.get(ours("printed"))
    return Division(
        kind,
        key_of(element),
        head.number,
        head.heading,
        printed_again(head.marker, head.heading) if printed is None else untold(printed),
        head.notes,
        notes,
    )


def _surrounding(elements: Iterable[Element]) -> Iterator[Content]:
    for element in elements:
        kind = matter_kind(element)
        if kind is not None:
            yield _matter(element, kind)
        else:
            yield from notes_in(element)


def _matter(host: Element, kind: MatterKind) -> Matter:
    lines = tuple(text_of(line) for line in host if line.get("class") != "none")
    return Matter(kind, lines)


def _inside(host: Element | None) -> Iterable[Element]:
    """The elements in another, if it is there."""
    return () if host is None else host
