"""How Whoosh keeps posting lists here: as arrays that are mapped into memory, not unpacked.

Whoosh lets a codec say how an index is written. Its own packs postings in small pickled blocks,
which are read one by one; a search for a frequent word takes a tenth of a second. All else (the
documents, the columns, the segments and their deletions) stays as Whoosh does it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher, Matcher
from whoosh.reading import TermInfo, TermNotFound

from corpus.search.engines.whoosh.inversion import InvertedField

_FIELDS = ".fields.json"
_BEYOND = b"\xff"  # no UTF-8 has this byte
_ARRAYS = ("words", "ends", "first", "first_places", "docs", "counts", "places")


class ArrayCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's codec with other posting lists."""

    length_stats = False  # lengths are among the facts of a document

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        """What writes the posting lists of a segment."""
        return ArrayFieldWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTerms:
        """What reads them."""
        return ArrayTerms(storage, segment)


class ArrayFieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Writes inverted fields, one after another, into one file for each kind of array."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._storage = storage
        self._segment = segment
        self.is_closed = False

    def add_postings(self, _schema: Any, _lengths: Any, items: Iterable[InvertedField]) -> None:
        """Write all fields of the segment."""
        fields: dict[str, tuple[int, int]] = {}
        rows: dict[str, list[NDArray[Any]]] = {name: [] for name in _ARRAYS}
        terms = postings = places = letters = 0
        for inverted in items:
            sizes = np.fromiter(map(len, inverted.terms), np.int64, len(inverted.terms))
            place_of = np.concatenate(([0], np.cumsum(inverted.counts, dtype=np.int64)))
            rows["words"].append(np.frombuffer(b"".join(inverted.terms), np.uint8))
            rows["ends"].append(letters + np.cumsum(sizes))
            rows["first"].append(postings + inverted.first[:-1])
            rows["first_places"].append(places + place_of[inverted.first[:-1]])
            rows["docs"].append(inverted.docs)
            rows["counts"].append(inverted.counts)
            rows["places"].append(inverted.places)
            fields[inverted.name] = (terms, terms + len(inverted.terms))
            terms += len(inverted.terms)
            letters += int(sizes.sum())
            postings += len(inverted.docs)
            places += len(inverted.places)
        rows["ends"].insert(0, np.zeros(1, np.int64))
        rows["first"].append(np.array([postings]))
        rows["first_places"].append(np.array([places]))
        for name, row in rows.items():
            with self._segment.create_file(self._storage, f".{name}.npy") as file:
                np.save(file.raw_file(), np.concatenate(row))
        with self._segment.create_file(self._storage, _FIELDS) as file:
            file.write(json.dumps(fields).encode())

    def close(self) -> None:
        """Nothing is open."""
        self.is_closed = True


class ArrayTermInfo(TermInfo):  # type: ignore[misc]
    """What Whoosh wants to know of a term."""

    def __init__(self, docs: NDArray[np.uint32], counts: NDArray[np.uint32]) -> None:
        super().__init__(
            weight=float(counts.sum()),
            df=len(docs),
            minlength=0,
            maxlength=0,
            maxweight=float(counts.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )


class ArrayTerms(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment and their posting lists, by their numbers in the order of terms."""

    def __init__(self, storage: Any, segment: Any) -> None:
        folder = Path(storage.folder)
        fields = (folder / segment.make_filename(_FIELDS)).read_bytes()
        self._fields: dict[str, list[int]] = json.loads(fields)
        loaded = {name: _mapped(folder / segment.make_filename(f".{name}.npy")) for name in _ARRAYS}
        self._words = loaded["words"].data
        self._ends = loaded["ends"]
        self.first: NDArray[np.int64] = loaded["first"]
        self.first_places: NDArray[np.int64] = loaded["first_places"]
        self.docs: NDArray[np.uint32] = loaded["docs"]
        self.counts: NDArray[np.uint32] = loaded["counts"]
        self.places: NDArray[np.uint32] = loaded["places"]

    def __len__(self) -> int:
        return len(self.first) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._words[self._ends[number] : self._ends[number + 1]])

    def of_field(self, name: str) -> range:
        """The numbers of a field's terms."""
        return range(*self._fields.get(name, (0, 0)))

    def number(self, name: str, term: bytes) -> int | None:
        """The number of a term; None when the segment has it not."""
        of_field = self.of_field(name)
        at = bisect_left(self, term, of_field.start, of_field.stop)
        return at if at < of_field.stop and self[at] == term else None

    def beginning(self, name: str, start: bytes) -> range:
        """The numbers of the terms that begin so."""
        of_field = self.of_field(name)
        at = bisect_left(self, start, of_field.start, of_field.stop)
        return range(at, bisect_left(self, start + _BEYOND, at, of_field.stop))

    def inverted(self, name: str) -> InvertedField:
        """A field as it was written."""
        of_field = self.of_field(name)
        first = np.asarray(self.first[of_field.start : of_field.stop + 1])
        places = self.first_places[of_field.start], self.first_places[of_field.stop]
        return InvertedField(
            name,
            [self[number] for number in of_field],
            first - first[0],
            self.docs[first[0] : first[-1]],
            self.counts[first[0] : first[-1]],
            self.places[slice(*places)],
        )

    # What follows is for Whoosh's own queries.

    def __contains__(self, term: object) -> bool:
        return self.number(*term) is not None  # type: ignore[misc]

    def indexed_field_names(self) -> Iterable[str]:
        """See Whoosh."""
        return self._fields.keys()

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """See Whoosh."""
        return ((name, self[number]) for name in self._fields for number in self.of_field(name))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """See Whoosh."""
        for name in self._fields:  # in the order of names, as they were written
            if name >= fieldname:
                of_field = self.of_field(name)
                from_ = prefix if name == fieldname else b""
                start = bisect_left(self, from_, of_field.start, of_field.stop)
                yield from ((name, self[number]) for number in range(start, of_field.stop))

    def items(self) -> Iterator[tuple[tuple[str, bytes], ArrayTermInfo]]:
        """See Whoosh."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], ArrayTermInfo]]:
        """See Whoosh."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> ArrayTermInfo:
        """See Whoosh."""
        number = self.number(fieldname, text)
        if number is None:
            raise TermNotFound(f"no term {fieldname}:{text!r}")
        span = slice(self.first[number], self.first[number + 1])
        return ArrayTermInfo(self.docs[span], self.counts[span])

    def frequency(self, fieldname: str, text: bytes) -> float:
        """See Whoosh."""
        known = (fieldname, text) in self
        return float(self.term_info(fieldname, text).weight()) if known else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """See Whoosh."""
        known = (fieldname, text) in self
        return int(self.term_info(fieldname, text).doc_frequency()) if known else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Matcher:
        """See Whoosh."""
        info = self.term_info(fieldname, text)
        number = self.number(fieldname, text) or 0
        span = slice(self.first[number], self.first[number + 1])
        return ListMatcher(
            self.docs[span].tolist(),
            self.counts[span].astype(float).tolist(),
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=info,
        )

    def close(self) -> None:
        """The arrays close themselves when the last who looks at them is gone."""


_HEADERS = Lock()
"""numpy reads a file's header as Python; in two threads at once that fails in early 3.11 and 3.12
(`SystemError: AST constructor recursion depth mismatch`, gh-106905)."""


def _mapped(path: Path) -> NDArray[Any]:
    """The array in a file, read where it is looked at; an empty one cannot be mapped."""
    with _HEADERS:
        try:
            return np.asarray(np.load(path, mmap_mode="r"))
        except ValueError:
            return np.asarray(np.load(path))
