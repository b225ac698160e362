"""The default engine: Tantivy, fed with words that our analyser has already cut and stemmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.search.engine import (
    IndexMissingError,
    IndexUnreadableError,
    Query,
    Results,
    SearchDocument,
    distinct,
)
from corpus.search.engines.folder import IndexFolder, Pointer
from corpus.search.highlight import Highlighter
from corpus.search.ordering import (
    SortKey,
    act_number,
    key_number,
    page,
)
from corpus.search.querying.parsing import Node, parse_query
from corpus.search.engines.tantivy.conditions import TantivyConditions, all_of, unscored

LAYOUT = "tantivy 2"
_WRITER_BYTES = 60_000_000
_GIVEN = "given"  # the tokenizer that takes our words as they are
_TRIES = 5


@dataclass(frozen=True)
class _Opened:
    pointer: Pointer
    index: tantivy.Index
    searcher: tantivy.Searcher


class TantivyEngine:
    """A `SearchEngine` in one folder; one writer, any number of readers."""

    def __init__(self, path: Path, analyser: Analyser) -> None:
        self._folder = IndexFolder(path, LAYOUT)
        self._analyser = analyser
        self._schema = _schema()
        self._opened: _Opened | None = None
        self._lock = Lock()

    def rebuild(self, documents: Iterable[SearchDocument], state: str = "") -> None:
        """See `SearchEngine.rebuild`."""
        with self._folder.writing():
            path = self._folder.new_generation()
            self._write(
                _with_words(tantivy.Index(self._schema, str(path))), documents, (), fresh=True
            )
            self._folder.publish(path, state)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        with self._folder.writing():
            path = self._folder.generation(self._folder.pointer())
            try:
                index = _open_index(path)
            except (OSError, ValueError) as error:
                raise IndexUnreadableError from error
            self._write(index, add, remove)
            self._folder.publish(path, state)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        parsed = parse_query(query.text, self._analyser.words)
        searcher = self._current().searcher
        held = searcher.num_docs
        if parsed.root is None or not held:
            return Results(0, (), parsed.ignored)
        compiled = self._compiled(parsed.root, query)
        totals: list[int] = []

        def top(most: int) -> list[tuple[float, tantivy.DocAddress]]:
            answer: Any = searcher.search(compiled, limit=most)  # its stub forgets `count`
            totals.append(answer.count)
            return list(answer.hits)

        hits = page(
            top, lambda places: _sort_keys(searcher, places), query.offset, query.limit, held
        )
        highlighter = Highlighter(self._analyser, parsed.root)
        found = tuple(highlighter.hit(_document(searcher, place), score) for score, place in hits)
        return Results(totals[-1], found, parsed.ignored)

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._current().searcher.num_docs

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        searcher = self._current().searcher
        if not searcher.num_docs:
            return frozenset()
        of_act = Condition.term_query(self._schema, "ngr", ngr, "basic")
        hits = searcher.search(of_act, limit=searcher.num_docs, count=False).hits
        return frozenset(str(searcher.doc(place).get_first("id")) for _, place in hits)

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        try:
            return self._folder.pointer().state
        except IndexMissingError:
            return None

    def _current(self) -> _Opened:
        """The index that is in use now, opened anew only when it has changed."""
        for _ in range(_TRIES):
            pointer = self._folder.pointer()
            opened = self._opened
            if opened and opened.pointer == pointer:
                return opened
            with self._lock:
                if self._opened and self._opened.pointer == pointer:
                    return self._opened
                try:
                    index = _open_index(self._folder.generation(pointer))
                    self._opened = _Opened(pointer, index, index.searcher())
                except (OSError, ValueError) as error:
                    failure = error  # perhaps replaced between two looks: look again
                else:
                    return self._opened
        raise IndexUnreadableError from failure

    def _write(
        self,
        index: tantivy.Index,
        add: Iterable[SearchDocument],
        remove: Iterable[str],
        *,
        fresh: bool = False,
    ) -> None:
        writer = index.writer(_WRITER_BYTES, num_threads=1)
        try:
            for old in remove:
                writer.delete_documents_by_term("id", old)
            for document in distinct(add):
                if not fresh:
                    writer.delete_documents_by_term("id", document.id)
                writer.add_document(self._packed(document))
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()

    def _packed(self, document: SearchDocument) -> tantivy.Document:
        packed = tantivy.Document()
        packed.add_text("id", document.id)
        packed.add_text("ngr", document.ngr)
        packed.add_text("lang", document.lang)
        packed.add_boolean("current", document.is_current)
        begins, ends = document.window
        packed.add_integer("from", begins)
        packed.add_integer("to", ends)
        packed.add_unsigned("act_number", act_number(document.ngr))
        packed.add_unsigned("key_number", key_number(document.key))
        for field, text in (("heading", document.heading), ("body", document.text)):
            words, stems = self._analyser.streams(text, document.lang)
            packed.add_text(f"{field}_words", " ".join(words))
            packed.add_text(f"{field}_stems", " ".join(stems))
        packed.add_bytes("document", document.to_json())
        return packed

    def _compiled(self, root: Node, query: Query) -> Condition:
        languages = [query.lang] if query.lang else list(Language)
        alternatives = []
        for language in languages:
            of_language = self._term("lang", language)
            wanted = TantivyConditions(self._schema, self._analyser, language).compiled(root)
            alternatives.append((Occur.Should, all_of([wanted, unscored(of_language)])))
        conditions = [Condition.boolean_query(alternatives)]
        if query.ngr is not None:
            conditions.append(unscored(self._term("ngr", query.ngr)))
        if query.on is None:
            current = Condition.term_query(self._schema, "current", True, "basic")
            conditions.append(unscored(current))
        else:
            day = query.on.toordinal()
            conditions.append(unscored(self._range("from", upper=day)))
            conditions.append(unscored(self._range("to", lower=day + 1)))
        return all_of(conditions)

    def _term(self, field: str, term: str) -> Condition:
        return Condition.term_query(self._schema, field, str(term), "basic")

    def _range(self, field: str, lower: int | None = None, upper: int | None = None) -> Condition:
        return Condition.range_query(self._schema, field, FieldType.Integer, lower, upper)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("ngr", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("lang", tokenizer_name="raw", index_option="basic")
    builder.add_boolean_field("current", indexed=True)
    builder.add_integer_field("from", indexed=True, fast=True)
    builder.add_integer_field("to", indexed=True, fast=True)
    builder.add_unsigned_field("act_number", fast=True)
    builder.add_unsigned_field("key_number", fast=True)
    for field in ("heading_words", "heading_stems", "body_words", "body_stems"):
        builder.add_text_field(field, tokenizer_name=_GIVEN, index_option="position")
    builder.add_bytes_field("document", stored=True)
    return builder.build()


def _open_index(path: Path) -> tantivy.Index:
    return _with_words(tantivy.Index.open(str(path)))


def _with_words(index: tantivy.Index) -> tantivy.Index:
    """The index, taught to take words as they are given."""
    given = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_GIVEN, given)
    return index


def _sort_keys(searcher: tantivy.Searcher, places: Sequence[tantivy.DocAddress]) -> list[SortKey]:
    acts = searcher.fast_field_values("act_number", list(places))
    keys = searcher.fast_field_values("key_number", list(places))
    numbers = list(zip(acts, keys, strict=True))
    doubles = len(set(numbers)) < len(numbers)
    return [
        (int(act or 0), int(key or 0), str(searcher.doc(place).get_first("id")) if doubles else "")
        for (act, key), place in zip(numbers, places, strict=True)
    ]


def _document(searcher: tantivy.Searcher, place: tantivy.DocAddress) -> SearchDocument:
    packed = searcher.doc(place).get_first("document")
    return SearchDocument.from_json(bytes(packed or b""))
