"""What Akoma Ntoso has no word for, in elements of our own: all that our reader needs beside it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from corpus.law import Edition
from exports.akoma_ntoso.document import Origin
from exports.akoma_ntoso.identification import NUSQA
from exports.akoma_ntoso.letters import told
from exports.akoma_ntoso.printing import sub
from exports.akoma_ntoso.vocabulary import Element, ours
from exports.terms import SAMPLE_WARNING, terms_of


def add_ours(meta: Element, edition: Edition, origin: Origin | None) -> None:
    """What Akoma Ntoso has no word for, and what our reader needs to the letter."""
    proprietary = sub(meta, "proprietary", source=NUSQA)
    element = etree.SubElement(proprietary, ours("edition"))
    said = {
        "ngr": edition.ngr,
        "label": str(edition.label),
        "language": edition.language,
        "title": edition.title,
        "requisites": edition.requisites,
        "status": edition.status,
        "known-on": edition.known_on.isoformat() if edition.known_on else None,
        "sample": "true" if edition.sample else None,
    }
    _set(element, said)
    holding = etree.SubElement(element, ours("holding"), kind=edition.holding.kind)
    for key in edition.holding.keys:
        etree.SubElement(holding, ours("part"), key=told(key))
    if cause := edition.cause:
        number = cause.reference_bank_id
        _set(
            etree.SubElement(element, ours("cause")),
            {
                "title": cause.title,
                "requisites": cause.requisites,
                "reference-bank-id": None if number is None else str(number),
            },
        )
    terms = {"terms": terms_of(sample=edition.sample)}
    if edition.sample:
        terms["warning"] = SAMPLE_WARNING
    _set(etree.SubElement(proprietary, ours("use")), terms)
    if origin is not None:
        fetched = origin.fetched_at
        _set(
            etree.SubElement(proprietary, ours("origin")),
            {
                "registry": origin.registry,
                "format": origin.format,
                "parser-version": origin.parser_version,
                "revision": str(origin.revision),
                "url": origin.url,
                "snapshot-sha256": origin.snapshot_sha256,
                "fetched-at": fetched.isoformat() if fetched else None,
            },
        )


def _set(element: Element, said: Mapping[str, str | None]) -> None:
    for name, value in said.items():
        if value is not None:
            element.set(name, told(value))
