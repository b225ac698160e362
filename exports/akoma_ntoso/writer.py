"""An edition, or one article of it, as Akoma Ntoso 3.0 XML: bytes in UTF-8."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from corpus.law import Article, Division
from exports.akoma_ntoso.body import Body
from exports.akoma_ntoso.components import components
from exports.akoma_ntoso.document import Document
from exports.akoma_ntoso.history import History
from exports.akoma_ntoso.identification import add_component_meta, add_identification
from exports.akoma_ntoso.proprietary import add_ours
from exports.akoma_ntoso.vocabulary import NAMESPACES, Element, tag
from exports.identifiers import element_id, expression_address


def write_edition(document: Document) -> bytes:
    """The whole edition as an `act`; `read_edition` gives the same edition back."""
    root = _root()
    name = (document.work.form or "act").replace(" ", "-")
    act = etree.SubElement(root, tag("act"), name=name, contains="singleVersion")
    meta = etree.SubElement(act, tag("meta"))
    add_identification(meta, document)

    def add_meta(host: Element, appendix: Division) -> None:
        add_component_meta(host, document, appendix)

    body = Body(add_meta, document.links)
    body.component(act, components(document.edition.content), ())
    _add_history(meta, document, body.places)
    return _bytes(root)


def write_article(document: Document, article: Article) -> bytes:
    """One article as a `portion` of its edition; `read_article` gives the same article back."""
    edition = document.edition
    own = replace(
        document,
        modifications=tuple(one for one in document.modifications if one.key == article.key),
        in_force={key: days for key, days in document.in_force.items() if key == article.key},
    )
    root = _root()
    whole = expression_address(edition.ngr, edition.language, edition.label)
    portion = etree.SubElement(root, tag("portion"), includedIn=whole)
    meta = etree.SubElement(portion, tag("meta"))
    place = element_id(article.key)
    add_identification(meta, own, f"~{place}", place)
    host = etree.SubElement(portion, tag("portionBody"))
    body = Body(_no_appendix, document.links)
    element = body.article_alone(host, article)
    _add_history(meta, own, {article.key: element})
    return _bytes(root)


def _no_appendix(_host: Element, appendix: Division) -> None:
    raise AssertionError(appendix)


def _add_history(meta: Element, document: Document, places: Mapping[str, Element]) -> None:
    History(document).add(meta, places)
    add_ours(meta, document.edition, document.origin)


def _root() -> Element:
    # lxml's types know no namespace without a prefix in a constant mapping.
    return etree.Element(tag("akomaNtoso"), nsmap=dict(NAMESPACES))


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
