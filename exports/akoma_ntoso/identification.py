"""Who is who by FRBR: the work, its expression, this file; and of a part of it the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree

from corpus.law import Division, Edition
from exports.akoma_ntoso.document import Document
from exports.akoma_ntoso.printing import sub
from exports.akoma_ntoso.vocabulary import Element, tag
from exports.identifiers import (
    COUNTRY,
    ISO_639_2,
    element_id,
    expression_address,
    work_address,
)

UNKNOWN_DAY = "0001-01-01"
"""The schema wants a day; its name then is `unknown`."""
FORMAT = "application/akn+xml"
NUSQA, STATE, REGISTRY = "#nusqa", "#state", "#registry"
"""Who says what, as the references name them."""


@dataclass(frozen=True)
class Addresses:
    """What the document, or a part of it, is called on three levels."""

    work: str
    expression: str
    part: str

    def this(self, around: str, ending: str = "") -> str:
        """The address of the part, in a work or an expression."""
        return f"{around}/{self.part}{ending}"


def addresses_of(edition: Edition, part: str = "!main") -> Addresses:
    """The addresses of an edition, or of a component of it."""
    return Addresses(
        work_address(edition.ngr),
        expression_address(edition.ngr, edition.language, edition.label),
        part,
    )


def add_identification(
    meta: Element, document: Document, part: str = "!main", portion: str | None = None
) -> None:
    """FRBR's three levels; `portion` is the eId of the only provision that the file has."""
    edition, known = document.edition, document.work
    names = addresses_of(edition, part)
    identification = sub(meta, "identification", source=NUSQA)
    work = sub(identification, "FRBRWork")
    _level(work, names.this(names.work), names.work, known.adopted, "adoption", STATE)
    alias = etree.Element(tag("FRBRalias"), value=edition.ngr, name="NGR")
    work.insert(2, alias)
    sub(work, "FRBRcountry", value=COUNTRY)
    if known.number:
        sub(work, "FRBRnumber", value=known.number)
    sub(work, "FRBRname", value=edition.ngr)
    expression = sub(identification, "FRBRExpression")
    label = edition.label
    named = "edition label" if label.first_day == label.last_day else "year of the edition label"
    address = names.expression
    _level(expression, names.this(address), address, label.first_day, named, REGISTRY)
    sub(expression, "FRBRversionNumber", value=str(label))
    sub(expression, "FRBRauthoritative", value="false")
    sub(expression, "FRBRlanguage", language=ISO_639_2[edition.language])
    manifestation = sub(identification, "FRBRManifestation")
    origin = document.origin
    fetched = origin.fetched_at.date() if origin and origin.fetched_at else None
    file = f"{address}.akn" if portion is None else f"{address}/~{portion}.akn"
    _level(manifestation, names.this(address, ".akn"), file, fetched, "fetched", NUSQA)
    if portion is not None:
        sub(manifestation, "FRBRportion", **{"from": f"#{portion}"})
    sub(manifestation, "FRBRformat", value=FORMAT)


def _level(level: Element, this: str, uri: str, day: date | None, event: str, author: str) -> None:
    sub(level, "FRBRthis", value=this)
    sub(level, "FRBRuri", value=uri)
    sub(
        level,
        "FRBRdate",
        date=day.isoformat() if day else UNKNOWN_DAY,
        name=event if day else "unknown",
    )
    sub(level, "FRBRauthor", href=author)


def add_component_meta(host: Element, document: Document, division: Division) -> None:
    """The `meta` of an appendix: its identification, in the names of its act."""
    part = element_id(division.key)
    add_identification(sub(host, "meta"), document, f"!{part}")
