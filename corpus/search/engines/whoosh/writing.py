"""Writes documents into a Whoosh index: many at once, and a few into one that is searched."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import index
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from corpus.search.documents import SearchDocument, distinct
from corpus.search.engines.whoosh.codec import ArrayCodec, ArrayTerms
from corpus.search.engines.whoosh.inversion import Inversion
from corpus.search.engines.whoosh.schema import Packing, schema
from corpus.search.words.analysis import Analyser

_SEGMENT_WORDS = 20_000_000
"""So many words (each counts twice: as written and stemmed) are inverted at a time."""

_SMALL = 2_000
_MOST_SMALL = 8


class ArrayWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer with our inversion and our posting lists."""

    def __init__(self, into: index.Index) -> None:
        super().__init__(into, codec=ArrayCodec(), compound=False)
        self.pool = Inversion()

    def add_postings_to_pool(
        self, reader: Any, startdoc: int, docmap: dict[int, int] | None
    ) -> None:
        """Take the posting lists of another segment, without those of deleted documents."""
        renumbered = np.full(reader.doc_count_all(), -1, np.int64)
        if docmap is None:
            renumbered[:] = startdoc + np.arange(len(renumbered))
        else:
            renumbered[list(docmap)] = list(docmap.values())
        terms = ArrayTerms(reader.storage(), reader.segment())
        for name in terms.indexed_field_names():
            self.pool.add_inverted(terms.inverted(name), renumbered)

    def delete_by_id(self, id_: str) -> None:
        """Delete the document with this id, where there is one in the index."""
        for base, terms in self._held:
            number = terms.number("id", id_.encode())
            if number is not None:
                for doc in terms.docs[terms.first[number] : terms.first[number + 1]].tolist():
                    self.delete_document(base + doc)

    @cached_property
    def _held(self) -> list[tuple[int, ArrayTerms]]:
        return [
            (base, ArrayTerms(self.storage, segment))
            for base, segment in zip(self._doc_offsets, self.segments, strict=True)
        ]


def build(
    path: Path,
    analyser: Analyser,
    documents: Iterable[SearchDocument],
    segment_words: int = _SEGMENT_WORDS,
) -> None:
    """Make a new index of documents in an empty folder, a segment for so many words."""
    into = index.create_in(str(path), schema())
    packing = Packing(analyser)
    waiting = distinct(documents)
    full = True
    while full:
        writer = ArrayWriter(into)
        try:
            full = False
            for document in waiting:
                writer.add_document(**packing.packed(document))
                if writer.pool.words >= segment_words:
                    full = True
                    break
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=_merged)


def change(
    path: Path, analyser: Analyser, add: Iterable[SearchDocument], remove: Iterable[str]
) -> None:
    """Take documents out of an index by their ids and put others in, all or nothing."""
    packing = Packing(analyser)
    writer = ArrayWriter(index.open_dir(str(path)))
    try:
        for old in remove:
            writer.delete_by_id(old)
        for document in distinct(add):
            writer.delete_by_id(document.id)
            writer.add_document(**packing.packed(document))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=_merged)


def _merged(writer: ArrayWriter, segments: list[Any]) -> list[Any]:
    """Put small segments together when they are many, and write anew those that are half deleted.

    Gives the segments that stay as they are.
    """
    small = [segment for segment in segments if segment.doc_count_all() < _SMALL]
    merged = small if len(small) > _MOST_SMALL else []
    merged += [
        segment
        for segment in segments
        if segment not in merged and 2 * segment.deleted_count() > segment.doc_count_all()
    ]
    for segment in merged:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in merged]
