"""A feed as Atom (RFC 4287), paged as RFC 5005 says."""

from __future__ import annotations

import re
from importlib.metadata import version

from lxml import etree

from api.feeds.feed import Entry, Feed, moment

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, however it is written; law text may, after a registry's slip.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document in UTF-8."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set(_LANG, feed.language)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.about)
    _add(root, "updated", moment(feed.updated))
    _add(_add(root, "author"), "name", "Nusqa")
    _add(root, "generator", "Nusqa", version=version("nusqa"))
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    if feed.address != feed.current:
        _link(root, "first", feed.current, "application/atom+xml")
    if feed.next:
        _link(root, "next", feed.next, "application/atom+xml")
    for entry in feed.entries:
        _entry(root, entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root: etree._Element, entry: Entry) -> None:
    one = _add(root, "entry")
    one.set(_LANG, entry.language)
    _add(one, "id", entry.id)
    _add(one, "title", entry.title)
    _add(one, "updated", moment(entry.updated))
    _add(one, "published", moment(entry.published))
    _link(one, "alternate", entry.page, "text/html")
    for reference in entry.references:
        _link(one, reference.relation, reference.address, title=reference.title)
    for category in entry.categories:
        _add(one, "category", term=category.term, label=category.label)
    _add(one, "content", entry.html, type="html")


def _link(
    parent: etree._Element, relation: str, address: str, kind: str = "", title: str = ""
) -> None:
    link = _add(parent, "link", rel=relation, href=address)
    if kind:
        link.set("type", kind)
    if title:
        link.set("title", _clean(title))


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    for attribute, value in attributes.items():
        child.set(attribute, _clean(value))
    if text:
        child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
