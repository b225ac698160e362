"""Opens a Whoosh index; what is known of its older segments need not be read again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import finalize

import numpy as np
from numpy.typing import NDArray
from whoosh import index
from whoosh.columns import ColumnReader, EmptyColumnReader, MultiColumnReader
from whoosh.reading import IndexReader, MultiReader, SegmentReader

from corpus.search.engine import IndexUnreadableError
from corpus.search.engines.whoosh.codec import ArrayTerms
from corpus.search.engines.whoosh.facts import Facts
from corpus.search.engines.whoosh.lexicon import lexicon
from corpus.search.engines.whoosh.postings import IndexTerms
from corpus.search.engines.whoosh.schema import FACTS
from corpus.search.engines.whoosh.snapshot import WhooshSnapshot
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon


@dataclass(frozen=True, eq=False)
class _Segment:
    """What never changes of a segment: only which of its documents are deleted does."""

    terms: ArrayTerms
    packed: NDArray[np.void]


@dataclass(frozen=True, eq=False)
class OpenWhoosh:
    """An index as it was when it was opened; its files close when nobody has the snapshot."""

    segments: dict[str, _Segment]
    facts: Facts
    snapshot: WhooshSnapshot

    @classmethod
    def of(cls, path: Path, analyser: Analyser, before: OpenWhoosh | None = None) -> OpenWhoosh:
        """The index in a folder. Raises IndexUnreadableError."""
        known = before.segments if before else {}
        try:
            reader = _reader(path)
            try:
                opened = cls._read(reader, analyser, known)
            except BaseException:
                reader.close()
                raise
        except Exception as error:  # a damaged pickle or file can fail in any way at all
            raise IndexUnreadableError(repr(error)) from error
        finalize(opened.snapshot, reader.close)
        return opened

    @classmethod
    def _read(
        cls, reader: IndexReader, analyser: Analyser, known: dict[str, _Segment]
    ) -> OpenWhoosh:
        segments: dict[str, _Segment] = {}
        lists, packed, deleted = [], [np.empty(0, FACTS)], []
        stored: list[ColumnReader] = []
        for leaf, base in reader.leaf_readers():
            if not leaf.doc_count_all():
                continue  # all its documents were removed: it has no columns
            name = leaf.segment().segment_id()
            segments[name] = known.get(name) or _read_segment(leaf)
            lists.append((base, segments[name].terms))
            packed.append(segments[name].packed)
            stored.append(_column(leaf, "document"))
            deleted += [base + doc for doc in leaf.segment().deleted_docs()]
        facts = Facts(np.concatenate(packed), deleted, IndexTerms(lists))
        bases = [base for base, _ in lists]
        return cls(
            segments, facts, WhooshSnapshot(MultiColumnReader(stored, bases), facts, analyser)
        )

    def ids(self, ngr: str) -> frozenset[str]:
        """The ids of an act's documents."""
        docs = self.facts.terms.postings("ngr", ngr).docs
        documents = self.snapshot.documents(docs[self.facts.alive[docs]].tolist())
        return frozenset(document.id for document in documents)

    @cached_property
    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        return lexicon(self.facts.terms.segments, self.facts)


def _reader(path: Path) -> MultiReader:
    """Opens the segments at once or not at all.

    Whoosh's own way tries ten times in half a second: for nothing, where the folder is gone because
    another index has taken its place.
    """
    opened = index.open_dir(str(path))
    toc = index.TOC.read(opened.storage, opened.indexname)
    return MultiReader([SegmentReader(opened.storage, toc.schema, one) for one in toc.segments])


def _read_segment(leaf: Any) -> _Segment:
    packed = np.frombuffer(b"".join(_column(leaf, "facts")), FACTS)
    return _Segment(ArrayTerms(leaf.storage(), leaf.segment()), packed)


def _column(leaf: Any, name: str) -> ColumnReader:
    """What a segment stores under a name; raises FileNotFoundError where the file is gone.

    Whoosh takes a file that is not there for a column without values: so it would be while another
    index takes this one's place and its files are removed.
    """
    column = leaf.column_reader(name, translate=False)
    if isinstance(column, EmptyColumnReader):
        raise FileNotFoundError(f"{name} of {leaf.segment().segment_id()}")
    return column
