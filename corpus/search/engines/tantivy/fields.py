"""The fields of Tantivy's documents, and how a wording is put into them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import tantivy

from corpus.law import Language
from corpus.search.documents import PARTS, SearchDocument
from corpus.search.engines.facet_sets import FacetSets
from corpus.search.ordering import sort_key
from corpus.search.scoring import merit
from corpus.search.words.analysis import Analyser

GIVEN = "given"
"""The tokenizer that takes our words as they are."""

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
    for name in ("replaced", "doubtful"):
        builder.add_boolean_field(name, indexed=True, fast=True)
    for name in ("held_from", "held_to"):
        builder.add_integer_field(name, fast=True)
    for name in _NUMBERS:
        builder.add_unsigned_field(name, fast=True)
    for part in PARTS:  # each once as written, once stemmed
        for stream in ("words", "stems"):
            builder.add_text_field(
                f"{part}_{stream}", tokenizer_name=GIVEN, index_option="position"
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
        packed.add_boolean("doubtful", document.doubtful)
        for name, day in zip(("held_from", "held_to"), document.held, strict=True):
            packed.add_integer(name, day)
        numbers = (*sort_key(document), self._facet_sets.number(document))
        for name, number in zip(
            ("act_number", "key_number", "article", "facet_set"), numbers, strict=True
        ):
            packed.add_unsigned(name, number)
        for part, text in document.parts.items():
            if text:
                words_of = self._naming if part == "act" else self._streams
                self._add(packed, part, words_of(text, document.lang))
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
