"""Articles out of elements: blocks, notes and quotations in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.keys import SEPARATOR
from corpus.law import Article, ArticleKind, Block, BlockKind, Footnote, Link
from exports.akoma_ntoso.letters import pieces, text_of, untold
from exports.akoma_ntoso.printing import NOTES, text_of_rows, usual_number
from exports.akoma_ntoso.vocabulary import (
    AKN,
    CROSS_HEADING,
    Element,
    article_kind,
    block_kind,
    local,
    ours,
    tag,
)
from exports.identifiers import key_of_element

_ZONES = ("intro", "content")
_HEADS = ("num", "heading")


@dataclass(frozen=True)
class Head:
    """What stands over a division or an article."""

    marker: str = ""
    number: str = ""
    heading: str = ""
    notes: tuple[Footnote, ...] = ()


def key_of(element: Element) -> str:
    """The key of an article or division."""
    key = element.get(ours("key"))
    return key_of_element(element.get("eId", "")) if key is None else untold(key)


def head_of(element: Element) -> Head:
    """Number, heading and the notes before them."""
    num, heading = element.find(tag("num")), element.find(tag("heading"))
    marker, number = _num(num)
    return Head(
        marker,
        number,
        "" if heading is None else text_of(heading),
        () if num is None else notes_in(num),
    )


def _num(num: Element | None) -> tuple[str, str]:
    if num is None:
        return "", ""
    marker = text_of(num)
    number = num.get(ours("number"))
    return marker, usual_number(marker) if number is None else untold(number)


def notes_in(element: Element) -> tuple[Footnote, ...]:
    """The footnotes anywhere in an element."""
    return tuple(_note(one) for one in element.iter(tag("authorialNote")))


def _note(element: Element) -> Footnote:
    links: list[Link] = []
    words = ""
    for paragraph in element.iterfind(f"{{{AKN}}}p"):
        for piece in pieces(paragraph):
            if isinstance(piece, str):
                words += piece
            elif local(piece) == "ref":
                words += text_of(piece)
                href = piece.get(ours("href"))
                own = piece.get(ours("words"))
                links.append(
                    Link(
                        text_of(piece) if own is None else untold(own),
                        piece.get("href", "") if href is None else untold(href),
                    )
                )
    return Footnote(words, tuple(links))


def read_provision(element: Element, divisions: tuple[str, ...]) -> Article:
    """An article; `divisions` are the keys of those around its element."""
    head = head_of(element)
    key = key_of(element)
    return Article(
        article_kind(element) or ArticleKind.ARTICLE,
        key,
        head.number,
        head.marker,
        head.heading,
        tuple(_inside(element, key)),
        _divisions(element, divisions),
        head.notes,
        _anchor(element),
    )


def read_preamble(element: Element, divisions: tuple[str, ...]) -> Article:
    """An article out of a `preamble`."""
    key = key_of(element)
    body: list[Block | Footnote] = []
    for paragraph in element.iterfind(f"{{{AKN}}}p"):
        kind = paragraph.get("class", "")
        if kind != NOTES:
            text = text_of(paragraph)
            body.append(Block(BlockKind(kind), text, key=_block_key(paragraph, key)))
        body += notes_in(paragraph)
    return Article(
        ArticleKind.PREAMBLE,
        key,
        body=tuple(body),
        divisions=_divisions(element, divisions),
        anchor=_anchor(element),
    )


def _divisions(element: Element, around: tuple[str, ...]) -> tuple[str, ...]:
    keys = element.get(ours("divisions"))
    return around if keys is None else tuple(untold(keys).split("\n")[:-1])


def _anchor(element: Element) -> str | None:
    anchor = element.get(ours("anchor"))
    return None if anchor is None else untold(anchor)


def _block_key(element: Element, article: str, *, quoted: bool = False) -> str:
    key = element.get(ours("key"))
    if key is not None:
        return untold(key)
    if quoted:
        return ""
    full = key_of_element(element.get("eId", ""))
    return full.removeprefix(article + SEPARATOR) if article else full


def _inside(host: Element, article: str, *, quoted: bool = False) -> Iterator[Block | Footnote]:
    """The blocks and notes in an element, those of its own paragraph first."""
    for element in host:
        if local(element) in _HEADS:
            continue
        if local(element) in _ZONES:  # of an article: the notes that open it
            yield from notes_in(element)
        else:
            yield from _block(element, article, quoted=quoted)


def _block(element: Element, article: str, *, quoted: bool) -> Iterator[Block | Footnote]:
    kind = block_kind(element)
    if local(element) == CROSS_HEADING:
        yield Block(BlockKind.HEADING, text_of(element), key=_block_key(element, article))
        yield from _behind(element, article)
        return
    zone = next((one for one in element if local(one) in _ZONES), None)
    table = None if zone is None else zone.find(tag("table"))
    paragraph = None if zone is None else zone.find(tag("p"))
    if kind is not None:
        marker, number = _num(element.find(tag("num")))
        rows = () if table is None else _rows(table)
        if table is None:
            text = "" if paragraph is None else text_of(paragraph)
        else:
            own = table.get(ours("text"))
            text = text_of_rows(rows) if own is None else untold(own)
        yield Block(
            kind,
            text,
            number,
            marker,
            _block_key(element, article, quoted=quoted),
            quoted,
            rows,
            element.get(ours("continues")) == "true",
        )
    if paragraph is not None:
        yield from _behind(paragraph, article)
    for one in element:
        if local(one) not in (*_HEADS, *_ZONES):
            yield from _block(one, article, quoted=quoted)


def _behind(paragraph: Element, article: str) -> Iterator[Block | Footnote]:
    """The notes and quotations at the end of a paragraph."""
    for piece in pieces(paragraph):
        if isinstance(piece, str):
            continue
        if local(piece) == "authorialNote":
            yield _note(piece)
        elif local(piece) == "mod":
            for quotation in piece.iterfind(f"{{{AKN}}}quotedStructure"):
                yield from _inside(quotation, article, quoted=True)


def _rows(table: Element) -> tuple[tuple[str, ...], ...]:
    rows = []
    for row in table.iterfind(f"{{{AKN}}}tr"):
        cells = [cell for cell in row.iterfind(f"{{{AKN}}}td") if cell.get("class") != "none"]
        rows.append(tuple("\n".join(text_of(one) for one in cell) for cell in cells))
    return tuple(rows)
