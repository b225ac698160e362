"""Linked data as a library of others reads it, without the network."""

from __future__ import annotations

import json
from datetime import date

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, XSD

from corpus.law import EditionLabel, Language
from exports.linked_data import (
    Json,
    LinkedAct,
    LinkedEdition,
    LinkedProvision,
    Site,
    act_document,
    provision_document,
)

# rdflib reads JSON-LD with a class that it warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

ELI = Namespace("http://data.europa.eu/eli/ontology#")
SCHEMA = Namespace("https://schema.org/")
SITE = Site("https://nusqa.example/")
ACT = LinkedAct(
    "Z990000777_",
    {Language.RU: "О садах", Language.KK: "Бақтар туралы"},
    "law",
    "777",
    date(1999, 3, 1),
    in_force=True,
)
EDITION = LinkedEdition(
    Language.RU,
    EditionLabel.parse("2021-05-24"),
    "О садах",
    "Free.",
    "https://example.org/1",
    ("/akn/kz/act/2021/Z2100000041",),
)
WORK = URIRef("https://nusqa.example/akn/kz/act/1999/Z990000777_")
EXPRESSION = URIRef(f"{WORK}/rus@2021-05-24")


def graph_of(document: Json) -> Graph:
    graph = Graph()
    graph.parse(data=json.dumps(document), format="json-ld")
    return graph


def test_an_act_is_a_legal_resource_that_its_editions_realize() -> None:
    graph = graph_of(act_document(SITE, ACT, [EDITION]))
    assert (WORK, RDF.type, ELI.LegalResource) in graph
    assert (WORK, RDF.type, SCHEMA.Legislation) in graph
    assert (WORK, ELI.is_realized_by, EXPRESSION) in graph
    assert (EXPRESSION, RDF.type, ELI.LegalExpression) in graph
    assert (WORK, ELI.number, Literal("777")) in graph
    assert (WORK, SCHEMA.name, Literal("Бақтар туралы", lang="kk")) in graph
    day = Literal("1999-03-01", datatype=XSD.date)
    assert (WORK, ELI.date_document, day) in graph
    assert (WORK, SCHEMA.legislationDate, day) in graph
    assert (WORK, SCHEMA.legislationLegalForce, SCHEMA.InForce) in graph


def test_an_edition_says_its_language_its_label_its_source_and_its_amending_acts() -> None:
    graph = graph_of(act_document(SITE, ACT, [EDITION]))
    day = Literal("2021-05-24", datatype=XSD.date)
    assert (EXPRESSION, SCHEMA.legislationDateVersion, day) in graph
    assert (EXPRESSION, SCHEMA.inLanguage, Literal("ru")) in graph
    assert (EXPRESSION, SCHEMA.isBasedOn, URIRef("https://example.org/1")) in graph
    amending = URIRef("https://nusqa.example/akn/kz/act/2021/Z2100000041")
    assert (EXPRESSION, ELI.amended_by, amending) in graph
    file = "https://nusqa.example/v1/acts/Z990000777_/text.akn?lang=ru&edition=2021-05-24"
    assert (None, SCHEMA.contentUrl, Literal(file)) in graph


def test_the_edition_shown_has_its_provisions() -> None:
    parts = [LinkedProvision("art_7", "Статья 7. Полив"), LinkedProvision("app_1__p_2", "2.")]
    graph = graph_of(act_document(SITE, ACT, [EDITION], parts, EDITION))
    assert set(graph.objects(EXPRESSION, SCHEMA.hasPart)) == {
        URIRef(f"{EXPRESSION}/~art_7"),
        URIRef(f"{EXPRESSION}/~att_1__para_2"),
    }


def test_a_provision_is_a_part_of_its_edition_and_realizes_a_subdivision_of_the_act() -> None:
    provision = LinkedProvision("art_7", "Статья 7. Полив", date(2021, 6, 5), date(2023, 1, 1))
    graph = graph_of(provision_document(SITE, ACT, EDITION, provision))
    own, subdivision = URIRef(f"{EXPRESSION}/~art_7"), URIRef(f"{WORK}/~art_7")
    assert (own, SCHEMA.isPartOf, EXPRESSION) in graph
    assert (own, ELI.realizes, subdivision) in graph
    assert (subdivision, RDF.type, ELI.LegalResourceSubdivision) in graph
    assert (subdivision, ELI.is_part_of, WORK) in graph
    began = Literal("2021-06-05", datatype=XSD.date)
    assert (own, SCHEMA.legislationDateOfApplicability, began) in graph
    assert (own, ELI.date_no_longer_in_force, None) in graph


def test_what_is_unknown_is_not_said() -> None:
    edition = LinkedEdition(Language.KK, EditionLabel.parse("1998"), "", "Free.")
    act = LinkedAct("Z990000777_", {})
    graph = graph_of(act_document(SITE, act, [edition]))
    unsaid = [
        SCHEMA.legislationDate,
        SCHEMA.legislationDateVersion,
        SCHEMA.legislationLegalForce,
        SCHEMA.legislationType,
        SCHEMA.name,
        SCHEMA.isBasedOn,
        ELI.number,
        ELI.amended_by,
    ]
    assert not [one for one in unsaid if (None, one, None) in graph]
    assert (None, SCHEMA.version, Literal("1998")) in graph
