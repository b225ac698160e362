"""The default engine's files: Tantivy, fed with words that our analyser has cut and stemmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tantivy
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.documents import SearchDocument, distinct
from corpus.search.engine import IndexUnreadableError
from corpus.search.engines.facet_sets import FacetSets
from corpus.search.engines.layouts import layout
from corpus.search.engines.tantivy.asking import Asking
from corpus.search.engines.tantivy.fields import Packing, schema, with_given_words
from corpus.search.engines.tantivy.snapshot import TantivySnapshot
from corpus.search.scoring import MERITS
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

_WRITER_BYTES = 60_000_000


@dataclass
class OpenTantivy:
    """An index that is open, and what was worked out of it."""

    snapshot: TantivySnapshot

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        searcher, schema = self.snapshot.searcher, self.snapshot.asking.schema
        if not searcher.num_docs:
            return frozenset()
        of_act = Condition.term_query(schema, "ngr", ngr, "basic")
        hits = searcher.search(of_act, limit=searcher.num_docs, count=False).hits
        return frozenset(str(searcher.doc(place).get_first("id")) for _, place in hits)

    @cached_property
    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        searcher, schema = self.snapshot.searcher, self.snapshot.asking.schema
        words: dict[Language, dict[str, int]] = {}
        for language in Language:
            of_language = Condition.term_query(schema, "lang", str(language), "basic")
            counts: dict[str, int] = {}
            for field in ("heading_words", "body_words"):
                for word, count in searcher.terms_with_prefix(field, "", of_language):
                    if word.isalpha():
                        counts[word] = max(counts.get(word, 0), count)
            words[language] = counts
        return Lexicon(words)


@dataclass(frozen=True)
class TantivyFiles:
    """`IndexFiles` of Tantivy."""

    analyser: Analyser

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return layout("tantivy", 7)

    def build(self, folder: Path, documents: Iterable[SearchDocument]) -> None:
        """See `IndexFiles.build`."""
        index = with_given_words(tantivy.Index(schema(), str(folder)))
        self._write(index, folder, FacetSets(), documents)

    def change(self, folder: Path, add: Iterable[SearchDocument], remove: Iterable[str]) -> None:
        """See `IndexFiles.change`."""
        self._write(_open_index(folder), folder, FacetSets.read(folder), add, remove)

    def opened(self, folder: Path, _before: OpenTantivy | None) -> OpenTantivy:
        """See `IndexFiles.opened`."""
        searcher = _open_index(folder).searcher()
        merits = [merit for merit in MERITS if searcher.doc_freq("merit", str(merit))]
        asking = Asking(schema(), self.analyser, merits, searcher.doc_freq)
        return OpenTantivy(TantivySnapshot(searcher, asking, FacetSets.read(folder).all))

    def _write(
        self,
        index: tantivy.Index,
        folder: Path,
        facet_sets: FacetSets,
        add: Iterable[SearchDocument],
        remove: Iterable[str] | None = None,
    ) -> None:
        """Without `remove` the index is new."""
        packing = Packing(self.analyser, facet_sets)
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
        facet_sets.write(folder)


def _open_index(folder: Path) -> tantivy.Index:
    try:
        return with_given_words(tantivy.Index.open(str(folder)))
    except (OSError, ValueError) as error:
        raise IndexUnreadableError(str(error)) from error
