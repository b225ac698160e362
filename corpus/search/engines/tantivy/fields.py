"""The fields of Tantivy's documents, and how a wording is put into them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import tantivy

from corpus.law import Language
from corpus.search.documents import SearchDocument
from corpus.search.engines.facet_sets import FacetSets
from corpus.search.ordering import merit, sort_key
from corpus.search.querying.tree import Where
from corpus.search.words.analysis import Analyser

GIVEN = "given"
"""The tokenizer that takes our words as they are."""

TEXT_FIELDS = {
    Where.TEXT: ("heading", "body"),
    Where.HEADING: ("heading",),
    Where.NOTE: ("note",),
    Where.ACT: ("act",),
}
"""What a condition on a part of a document looks at; each once as written, once stemmed."""

_NAMES = ("lang", "ngr", "key", "form", "year", "regime", "theme", "number", "merit")
_NUMBERS = ("act_number", "key_number", "article", "facet_set")
_TITLES_KEPT = 1_000


def schema() -> tantivy.Schema:
    """The fields of an index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in _NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("from", indexed=True, fast=True)
    builder.add_integer_field("to", indexed=True, fast=True)
    builder.add_boolean_field("replaced", indexed=True, fast=True)
    for name in _NUMBERS:
        builder.add_unsigned_field(name, fast=True)
    for name in ("heading", "body", "note", "act"):
        for stream in ("words", "stems"):
            builder.add_text_field(
                f"{name}_{stream}", tokenizer_name=GIVEN, index_option="position"
            )
    builder.add_bytes_field("document", stored=True)
    return builder.build()


def with_given_words(index: tantivy.Index) -> tantivy.Index:
    """The index, taught to take words as they are given."""
    given = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(GIVEN, given)
    return index


class Packing:
    """Puts wordings into fields."""

    def __init__(self, analyser: Analyser, facet_sets: FacetSets) -> None:
        """`facet_sets` learns what it does not know."""
        self._analyser = analyser
        self._facet_sets = facet_sets
        self._naming = lru_cache(_TITLES_KEPT)(self._streams)

    def packed(self, document: SearchDocument) -> tantivy.Document:
        """The document for a wording."""
        packed = tantivy.Document()
        packed.add_text("id", document.id)
        for name, values in _named(document):
            for value in values:
                packed.add_text(name, value)
        begins, ends = document.window
        packed.add_integer("from", begins)
        packed.add_integer("to", ends)
        packed.add_boolean("replaced", document.replaced)
        numbers = (*sort_key(document), self._facet_sets.number(document))
        for name, number in zip(
            ("act_number", "key_number", "article", "facet_set"), numbers, strict=True
        ):
            packed.add_unsigned(name, number)
        texts = (("heading", document.heading), ("body", document.text), ("note", document.notes))
        for name, text in texts:
            if text:
                self._add(packed, name, self._streams(text, document.lang))
        self._add(packed, "act", self._naming(document.naming, document.lang))
        packed.add_bytes("document", document.to_json())
        return packed

    def _streams(self, text: str, language: Language) -> tuple[str, str]:
        words, stems = self._analyser.streams(text, language)
        return " ".join(words), " ".join(stems)

    def _add(self, packed: tantivy.Document, name: str, streams: tuple[str, str]) -> None:
        packed.add_text(f"{name}_words", streams[0])
        packed.add_text(f"{name}_stems", streams[1])


def _named(document: SearchDocument) -> Sequence[tuple[str, Sequence[str]]]:
    """The fields that are looked up by whole values."""
    return (
        ("lang", (str(document.lang),)),
        ("ngr", (document.ngr,)),
        ("key", (document.key,)),
        ("form", (document.form,) if document.form else ()),
        ("year", () if document.year is None else (str(document.year),)),
        ("regime", document.regimes),
        ("theme", document.themes),
        ("number", tuple(document.numbers)),
        ("merit", (str(merit(document)),)),
    )
