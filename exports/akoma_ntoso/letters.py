r"""Texts in XML: line breaks, and the characters that XML cannot hold.

XML 1.0 has no way to write most control characters. In a text each becomes an empty
`<inline name="character" nusqa:code="1f"/>`, in an attribute of ours `\1f;`: nothing is lost, and
a document that holds one is still well-formed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from lxml import etree

from exports.akoma_ntoso.document import TextLink
from exports.akoma_ntoso.vocabulary import Element, local, ours, tag

_CHARACTER = "character"
_UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(f"[\n{_UNWRITABLE}]")
_IN_ATTRIBUTE = re.compile(f"[\\\\{_UNWRITABLE}]")
_TOLD = re.compile(r"\\([0-9a-f]{1,4});")
_PATH = r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
_ADDRESS = re.compile(
    rf"(?:https?://[\w.-]+(?::\d{{1,5}})?(?=[/?#]|$)|(?=[/#?]))"
    rf"(?:/(?!/){_PATH})?(?:\?{_PATH})?(?:#{_PATH})?",
    re.ASCII,
)


def add_text(element: Element, text: str) -> None:
    """Put a text behind all that an element has."""
    begun = 0
    for special in _SPECIAL.finditer(text):
        _add_plain(element, text[begun : special.start()])
        begun = special.end()
        if special.group() == "\n":
            etree.SubElement(element, tag("br"))
        else:
            sign = etree.SubElement(element, tag("inline"), name=_CHARACTER)
            sign.set(ours("code"), f"{ord(special.group()):x}")
    _add_plain(element, text[begun:])


def add_linked(element: Element, text: str, links: Iterable[TextLink]) -> None:
    """Put a text behind all that an element has, with its links; of two that overlap the first."""
    begun = 0
    for link in sorted(links, key=lambda one: one.start):
        if not begun <= link.start < link.end <= len(text):
            continue
        add_text(element, text[begun : link.start])
        words = etree.SubElement(element, tag("ref"), href=as_address(link.href))
        add_text(words, text[link.start : link.end])
        begun = link.end
    add_text(element, text[begun:])


def _add_plain(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


Piece = str | Element


def pieces(element: Element) -> Iterator[Piece]:
    """What an element holds, in order: stretches of its text, and elements that are not text."""
    text = element.text or ""
    for child in element:
        sign = _sign(child)
        if sign is None:
            if text:
                yield text
            yield child
            text = ""
        else:
            text += sign
        text += child.tail or ""
    if text:
        yield text


def _sign(child: Element) -> str | None:
    name = local(child)
    if name in ("br", "eol"):
        return "\n"
    if name == "inline" and child.get("name") == _CHARACTER:
        return chr(int(child.get(ours("code"), "fffd"), 16))
    if name in ("docTitle", "signature", "b", "i", "u"):
        return text_of(child)
    return None


def text_of(element: Element) -> str:
    """An element's own text; of links the words, of notes nothing."""
    return "".join(
        piece if isinstance(piece, str) else text_of(piece) if local(piece) == "ref" else ""
        for piece in pieces(element)
    )


def told(text: str) -> str:
    """A text as the value of an attribute of ours."""
    return _IN_ATTRIBUTE.sub(lambda sign: f"\\{ord(sign.group()):x};", text)


def untold(value: str) -> str:
    """The text again."""
    return _TOLD.sub(lambda sign: chr(int(sign.group(1), 16)), value)


def as_address(href: str) -> str:
    """A link as an address that the schema takes, whatever the registry wrote."""
    if _ADDRESS.fullmatch(href):
        return href
    return quote(href.encode("utf-8", "surrogatepass"), safe="/")
