"""Acts and provisions as linked data: JSON-LD in the words of schema.org and the ELI ontology.

Pure: what is known comes in, a document comes out. What is unknown is not said. The context stands
in the document itself, so nothing need be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from corpus.law import EditionLabel, Language, Precision
from exports.identifiers import expression_address, provision_address, work_address

Json = dict[str, object]

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_EU_CODES = {Language.RU: "RUS", Language.KK: "KAZ", Language.EN: "ENG"}
_IN_FORCE = {True: "InForce", False: "NotInForce"}


@dataclass(frozen=True)
class LinkedAct:
    """What is known of an act; `in_force` is None where it is not known."""

    ngr: str
    titles: Mapping[Language, str]
    form: str | None = None
    number: str | None = None
    adopted: date | None = None
    repealed_on: date | None = None
    in_force: bool | None = None


@dataclass(frozen=True)
class LinkedEdition:
    """An edition: where it was read, under which terms it may be used."""

    language: Language
    label: EditionLabel
    title: str
    licence: str
    source: str | None = None
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkedProvision:
    """An article of an edition; `applies_from` is the day since when it surely applied."""

    key: str
    name: str
    applies_from: date | None = None
    applies_to: date | None = None
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Site:
    """Makes addresses whole: those of our pages and files, and those that name for good."""

    root: str

    def __call__(self, path: str) -> str:
        """The whole address."""
        return f"{self.root.rstrip('/')}{path}"


def act_document(
    site: Site,
    act: LinkedAct,
    editions: Sequence[LinkedEdition],
    provisions: Sequence[LinkedProvision] = (),
    shown: LinkedEdition | None = None,
) -> Json:
    """An act with its editions; the provisions are those of the edition shown."""
    document = {"@context": CONTEXT, **_work(site, act)}
    realized = []
    for one in editions:
        expression = _expression(site, act.ngr, one)
        if one == shown and provisions:
            here = _address(act.ngr, one)
            expression["hasPart"] = [_named(site(provision_address(here, each.key)), each.name)
                                     for each in provisions]  # fmt: skip
        realized.append(expression)
    if realized:
        document["eli:is_realized_by"] = realized
    return document


def provision_document(
    site: Site, act: LinkedAct, edition: LinkedEdition, provision: LinkedProvision
) -> Json:
    """A provision in one edition, the provision whatever its wording, and the act they are of."""
    here, work = _address(act.ngr, edition), work_address(act.ngr)
    own: Json = {
        "@context": CONTEXT,
        "@id": site(provision_address(here, provision.key)),
        "@type": ["Legislation", "eli:LegalExpression"],
        "name": _said(provision.name, edition.language),
        "legislationIdentifier": provision_address(here, provision.key),
        "eli:id_local": provision.key,
        **_version(edition),
        "url": site(_page(act.ngr, edition, provision.key)),
        "encoding": [
            _file(site(_data(act.ngr, edition, provision.key, ending)), media_type)
            for ending, media_type in _FILES
        ],
        **_origin(edition),
        **_amended(site, provision.amended_by),
    }
    if provision.applies_from:
        own["legislationDateOfApplicability"] = _day(provision.applies_from)
        own["eli:first_date_entry_in_force"] = _day(provision.applies_from)
    if provision.applies_to:
        own["eli:date_no_longer_in_force"] = _day(provision.applies_to)
    own["isPartOf"] = {
        "@id": site(here),
        "@type": ["Legislation", "eli:LegalExpression"],
        **({"name": _said(edition.title, edition.language)} if edition.title else {}),
        **_version(edition),
        "url": site(_page(act.ngr, edition)),
        "exampleOfWork": _work(site, act),
    }
    own["eli:realizes"] = {
        "@id": site(provision_address(work, provision.key)),
        "@type": ["Legislation", "eli:LegalResourceSubdivision"],
        "eli:is_part_of": {"@id": site(work)},
    }
    return own


_FILES = ((".akn", "application/akn+xml"), ("", "application/json"))


def _work(site: Site, act: LinkedAct) -> Json:
    work: Json = {
        "@id": site(work_address(act.ngr)),
        "@type": ["Legislation", "eli:LegalResource"],
        "legislationIdentifier": act.ngr,
        "legislationJurisdiction": "KZ",
        "url": site(f"/acts/{_part(act.ngr)}"),
    }
    if act.titles:
        work["name"] = [
            {"@value": title, "@language": str(language)} for language, title in act.titles.items()
        ]
    if act.form:
        work["legislationType"] = act.form
    if act.number:
        work["eli:number"] = act.number
    if act.adopted:
        work["legislationDate"] = _day(act.adopted)
        work["eli:date_document"] = _day(act.adopted)
    if act.repealed_on:
        work["eli:date_no_longer_in_force"] = _day(act.repealed_on)
    if act.in_force is not None:
        word = _IN_FORCE[act.in_force]
        work["legislationLegalForce"] = {"@id": f"https://schema.org/{word}"}
    return work


def _expression(site: Site, ngr: str, edition: LinkedEdition) -> Json:
    address = _address(ngr, edition)
    return {
        "@id": site(address),
        "@type": ["Legislation", "eli:LegalExpression"],
        **({"name": _said(edition.title, edition.language)} if edition.title else {}),
        "legislationIdentifier": address,
        **_version(edition),
        "exampleOfWork": {"@id": site(work_address(ngr))},
        "eli:realizes": {"@id": site(work_address(ngr))},
        "url": site(_page(ngr, edition)),
        "encoding": [_file(site(_data(ngr, edition, None, ".akn")), "application/akn+xml")],
        **_origin(edition),
        **_amended(site, edition.amended_by),
    }


def _version(edition: LinkedEdition) -> Json:
    label = edition.label
    said: Json = {
        "inLanguage": str(edition.language),
        "eli:language": {"@id": _LANGUAGES + _EU_CODES[edition.language]},
        "version": str(label),
    }
    if label.precision is Precision.DAY and label.first_day:
        said["legislationDateVersion"] = _day(label.first_day)
    return said


def _origin(edition: LinkedEdition) -> Json:
    said: Json = {"license": edition.licence}
    if edition.source:
        said["isBasedOn"] = {"@id": edition.source}
    return said


def _amended(site: Site, addresses: Iterable[str]) -> Json:
    named = [
        {"@id": site(address), "@type": ["Legislation", "eli:LegalResource"]}
        for address in addresses
    ]
    return {"eli:amended_by": named} if named else {}


def _file(address: str, media_type: str) -> Json:
    return {
        "@type": "LegislationObject",
        "contentUrl": address,
        "encodingFormat": media_type,
        "legislationLegalValue": {"@id": "https://schema.org/UnofficialLegalValue"},
    }


def _named(address: str, name: str) -> Json:
    return {"@id": address, "@type": "Legislation", "name": name}


def _said(text: str, language: Language) -> Json:
    return {"@value": text, "@language": str(language)}


def _day(day: date) -> Json:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _address(ngr: str, edition: LinkedEdition) -> str:
    return expression_address(ngr, edition.language, edition.label)


def _page(ngr: str, edition: LinkedEdition, key: str | None = None) -> str:
    place = f"/acts/{_part(ngr)}" + (f"/articles/{_part(key)}" if key else "")
    return f"{place}?lang={edition.language}&edition={edition.label}"


def _data(ngr: str, edition: LinkedEdition, key: str | None, ending: str) -> str:
    place = f"/articles/{_part(key)}" if key else "/text"
    return f"/v1/acts/{_part(ngr)}{place}{ending}?lang={edition.language}&edition={edition.label}"


def _part(text: str) -> str:
    return quote(text, safe="")
