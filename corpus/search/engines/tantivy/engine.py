"""The default engine: Tantivy, fed with words that our analyser has already cut and stemmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

import tantivy
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.answering import answer
from corpus.search.documents import SearchDocument, distinct
from corpus.search.engine import IndexRecord, IndexUnreadableError
from corpus.search.engines.facet_sets import FacetSets
from corpus.search.engines.folder import IndexFolder, Pointer
from corpus.search.engines.layouts import layout
from corpus.search.engines.tantivy.asking import Asking
from corpus.search.engines.tantivy.fields import Packing, schema, with_given_words
from corpus.search.engines.tantivy.snapshot import TantivySnapshot
from corpus.search.ordering import MERITS
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

LAYOUT = layout("tantivy", 5)
_WRITER_BYTES = 60_000_000
_TRIES = 5


@dataclass
class _Opened:
    """An index that is open, and what was worked out of it."""

    pointer: Pointer
    snapshot: TantivySnapshot

    @cached_property
    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        searcher, asking = self.snapshot.searcher, self.snapshot.asking
        words: dict[Language, dict[str, int]] = {}
        for language in Language:
            of_language = Condition.term_query(asking.schema, "lang", str(language), "basic")
            counts: dict[str, int] = {}
            for field in ("heading_words", "body_words"):
                for word, count in searcher.terms_with_prefix(field, "", of_language):
                    if word.isalpha():
                        counts[word] = max(counts.get(word, 0), count)
            words[language] = counts
        return Lexicon(words)


class TantivyEngine:
    """A `SearchEngine` in one folder; one writer, any number of readers."""

    def __init__(self, path: Path, analyser: Analyser) -> None:
        self._folder = IndexFolder(path, LAYOUT)
        self._analyser = analyser
        self._schema = schema()
        self._opened: _Opened | None = None
        self._lock = Lock()

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return LAYOUT

    def rebuild(
        self, documents: Iterable[SearchDocument], state: str = "", reason: str = ""
    ) -> None:
        """See `SearchEngine.rebuild`."""
        with self._folder.writing():
            path = self._folder.new_generation()
            index = with_given_words(tantivy.Index(self._schema, str(path)))
            try:
                self._write(index, path, FacetSets(), documents)
            except BaseException:
                self._folder.discard(path)
                raise
            self._folder.publish(path, state, reason)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        with self._folder.writing():
            path = self._folder.next_generation(self._folder.pointer())
            try:
                self._write(_open_index(path), path, FacetSets.read(path), add, remove)
            except BaseException:
                self._folder.discard(path)
                raise
            self._folder.publish(path, state)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        return answer(query, self._analyser, self._current().snapshot)

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._current().snapshot.held

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        searcher = self._current().snapshot.searcher
        if not searcher.num_docs:
            return frozenset()
        of_act = Condition.term_query(self._schema, "ngr", ngr, "basic")
        hits = searcher.search(of_act, limit=searcher.num_docs, count=False).hits
        return frozenset(str(searcher.doc(place).get_first("id")) for _, place in hits)

    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        return self._current().lexicon

    def withdraw(self) -> None:
        """See `SearchEngine.withdraw`."""
        with self._folder.writing():
            self._folder.withdraw()

    def verify(self) -> None:
        """See `SearchEngine.verify`."""
        self._folder.verify()
        self._current()

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        record = self.record()
        return record.state if record else None

    def record(self) -> IndexRecord | None:
        """See `SearchEngine.record`."""
        return self._folder.record()

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
                    self._opened = self._open(pointer)
                except IndexUnreadableError as error:
                    failure = error  # perhaps replaced between two looks: look again
                else:
                    return self._opened
        raise failure

    def _open(self, pointer: Pointer) -> _Opened:
        self._folder.check(pointer)
        path = self._folder.generation(pointer)
        searcher = _open_index(path).searcher()
        merits = [merit for merit in MERITS if searcher.doc_freq("merit", str(merit))]
        asking = Asking(self._schema, self._analyser, merits, searcher.doc_freq)
        return _Opened(pointer, TantivySnapshot(searcher, asking, FacetSets.read(path).all))

    def _write(
        self,
        index: tantivy.Index,
        path: Path,
        facet_sets: FacetSets,
        add: Iterable[SearchDocument],
        remove: Iterable[str] | None = None,
    ) -> None:
        """Without `remove` the index is new."""
        packing = Packing(self._analyser, facet_sets)
        writer = index.writer(_WRITER_BYTES, num_threads=1)
        try:
            for old in remove or ():
                writer.delete_documents_by_term("id", old)
            for document in distinct(add):
                if remove is not None:
                    writer.delete_documents_by_term("id", document.id)
                writer.add_document(packing.packed(document))
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        facet_sets.write(path)


def _open_index(path: Path) -> tantivy.Index:
    try:
        return with_given_words(tantivy.Index.open(str(path)))
    except (OSError, ValueError) as error:
        raise IndexUnreadableError(str(error)) from error
