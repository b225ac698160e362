"""Editions as Akoma Ntoso 3.0 XML, and back: a writer and a reader without input or output."""

from exports.akoma_ntoso.document import (
    Document,
    InForce,
    Modification,
    Origin,
    TextLink,
    WorkKnown,
)
from exports.akoma_ntoso.reader import NotAkomaNtoso, read_article, read_edition
from exports.akoma_ntoso.writer import write_article, write_edition

__all__ = [
    "Document",
    "InForce",
    "Modification",
    "NotAkomaNtoso",
    "Origin",
    "TextLink",
    "WorkKnown",
    "read_article",
    "read_edition",
    "write_article",
    "write_edition",
]
