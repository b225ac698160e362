"""The facet sets of an index's documents, numbered; a file beside the index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from corpus.search.documents import SearchDocument
from corpus.search.engine import IndexUnreadableError
from corpus.search.snapshots import FacetSet

_NAME = "facet-sets.json"


class FacetSets:
    """Learns sets and never forgets one: numbers that documents were given stay true."""

    def __init__(self, known: Sequence[FacetSet] = ()) -> None:
        self._numbers = {one: number for number, one in enumerate(known)}

    @property
    def all(self) -> tuple[FacetSet, ...]:
        """By number."""
        return tuple(self._numbers)

    def number(self, document: SearchDocument) -> int:
        """The number of a document's set."""
        return self._numbers.setdefault(FacetSet.of(document), len(self._numbers))

    def write(self, folder: Path) -> None:
        """Keep them in the folder of an index; readers see the old file or the new one."""
        beside = folder / f"{_NAME}.new"
        written = [one.written() for one in self._numbers]
        beside.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
        beside.replace(folder / _NAME)

    @classmethod
    def read(cls, folder: Path) -> FacetSets:
        """Those of an index. Raises IndexUnreadableError."""
        try:
            return cls(list(map(FacetSet.read, json.loads((folder / _NAME).read_bytes()))))
        except (OSError, ValueError, TypeError) as error:
            raise IndexUnreadableError(f"{_NAME}: {error}") from error
