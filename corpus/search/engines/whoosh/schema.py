"""What Whoosh holds of a document: words by field, facts, and the whole of it packed."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct
from typing import Any

import numpy as np
import zstandard
from whoosh import columns, fields, formats

from corpus.law import Language
from corpus.search.documents import PARTS, SearchDocument
from corpus.search.ordering import sort_key
from corpus.search.scoring import merit
from corpus.search.snapshots import FacetSet
from corpus.search.words.analysis import Analyser

LANGUAGES = tuple(Language)
"""By the numbers that stand for them."""

FACTS = np.dtype(
    [
        ("article", "<u8"),
        ("act_number", "<u8"),
        ("key_number", "<u8"),
        ("merit", "<f8"),
        ("begins", "<i4"),
        ("ends", "<i4"),
        ("held_from", "<i4"),
        ("held_to", "<i4"),
        *((f"{part}_length", "<u4") for part in PARTS),
        ("doubtful", "?"),
        ("replaced", "?"),
        ("language", "u1"),
    ]
)
"""The facts of a document, as they are packed."""

_PACKED = Struct("<QQQdiiiiIIII??B")
_COMPRESSION = 3


class Row(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Words that are already cut, in order; or values that are found as they are."""

    def __init__(self) -> None:
        super().__init__(format=formats.Positions(), analyzer=None)

    def index(self, value: Sequence[str], **_: Any) -> list[tuple[bytes, int, float, Any]]:
        """The words together, as `Inversion` takes them."""
        return [(b"", len(value), 1.0, value)] if value else []


def schema() -> fields.Schema:
    """The fields of the index; each part of a document has its words twice."""
    streams = {f"{part}_{stream}": Row() for part in PARTS for stream in ("words", "stems")}
    return fields.Schema(
        id=Row(),
        ngr=Row(),
        key=Row(),
        number=Row(),
        facets=Row(),
        facts=fields.COLUMN(columns.FixedBytesColumn(FACTS.itemsize)),
        document=fields.COLUMN(columns.VarBytesColumn()),
        **streams,
    )


class Packing:
    """Packs documents for the index; for one thread."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._compressor = zstandard.ZstdCompressor(_COMPRESSION)

    def packed(self, document: SearchDocument) -> dict[str, Any]:
        """The values of the index's fields."""
        values: dict[str, Any] = {}
        lengths = []
        for part, text in document.parts.items():
            words, stems = self._analyser.streams(text, document.lang)
            values[f"{part}_words"], values[f"{part}_stems"] = words, stems
            lengths.append(len(words))
        act, key, article = sort_key(document)
        values["facts"] = _PACKED.pack(
            article,
            act,
            key,
            merit(document),
            *document.window,
            *document.held,
            *lengths,
            document.doubtful,
            document.replaced,
            LANGUAGES.index(document.lang),
        )
        values["id"] = [document.id]
        values["ngr"] = [document.ngr]
        values["key"] = [document.key]
        values["number"] = sorted(document.numbers)
        values["facets"] = [FacetSet.of(document).written()]
        values["document"] = self._compressor.compress(document.to_json())
        return values


def unpacked(packed: bytes) -> SearchDocument:
    """The document that was packed."""
    return SearchDocument.from_json(zstandard.decompress(packed))
