"""How a document lies in an index of the cluster: settings, mapping, and the fields' values.

Words come cut and stemmed from our own analyser; the cluster only splits them at spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from corpus.search.documents import DAYS, PARTS, SearchDocument
from corpus.search.ordering import sort_key
from corpus.search.scoring import MERITS_MARK, merit
from corpus.search.snapshots import FacetSet
from corpus.search.words.analysis import VERSION, Analyser

LAYOUT = f"2.{DAYS}.{VERSION}.{MERITS_MARK}"
"""The version of what is written below, of its days, its words and its merits.

Each has an alias of its own, so that programs of two versions can use one cluster while one takes
the other's place.
"""

POINTER = "pointer"
"""The document that says what of an index is to be seen; see `writing`."""

LEXICON = "lexicon"

_FIRST_WITHOUT_LEGACY = 3
_MOST_IDS_IN_A_FILTER = 1_000_000


@dataclass(frozen=True)
class Sizing:
    """In how many parts an index lies, and how many copies of each there are beside the first.

    There are fewer copies where there are fewer nodes: two never lie on one.
    """

    shards: int = 1
    replicas: int = 1


def index_settings(sizing: Sizing, server_version: str) -> dict[str, Any]:
    """The settings of a new index. Nothing is made visible but when we say so."""
    # The sum of BM25 and our bonuses must weigh alike in every engine and server: the older form
    # has a constant factor (k1 + 1) that servers since 3.0 leave out unless asked.
    newer = int(server_version.partition(".")[0]) >= _FIRST_WITHOUT_LEGACY
    return {
        "number_of_shards": sizing.shards,
        "auto_expand_replicas": f"0-{sizing.replicas}",
        "refresh_interval": "-1",
        "max_terms_count": _MOST_IDS_IN_A_FILTER,
        "similarity": {"default": {"type": "LegacyBM25" if newer else "BM25"}},
        "analysis": {"analyzer": {"given": {"type": "custom", "tokenizer": "whitespace"}}},
    }


def mapping(alias: str) -> dict[str, Any]:
    """The mapping of a new index; its `_meta` says whose it is and of which version."""
    exact: dict[str, Any] = {"type": "keyword", "doc_values": False}
    number: dict[str, Any] = {"type": "long"}
    kept = {"type": "object", "enabled": False}
    properties: dict[str, Any] = {
        "document": kept,
        POINTER: kept,
        "gone": {"type": "keyword", "index": False, "doc_values": False},
        LEXICON: kept,
        "since": number,
        "ngr": exact,
        "key": exact,
        "numbers": exact,
        "lang": exact,
        "form": exact,
        "regimes": exact,
        "themes": exact,
        "year": number,
        "begins": number,
        "ends": number,
        "replaced": {"type": "boolean"},
        "doubtful": {"type": "boolean"},
        "merit": {"type": "float"},
        "id": exact,
        "facts": {"type": "keyword", "index": False},
        "facet_set": {"type": "keyword", "index": False},
    }
    for part in PARTS:
        for stream in ("words", "stems"):
            properties[f"{part}_{stream}"] = {"type": "text", "analyzer": "given"}
    return {
        "dynamic": "strict",
        "_meta": {"nusqa": alias, "layout": LAYOUT},
        "_source": {"includes": ["document", POINTER, "gone", LEXICON]},
        "properties": properties,
    }


def packed(document: SearchDocument, analyser: Analyser, since: int) -> dict[str, Any]:
    """The fields of a document that is to be seen from commit `since` on."""
    begins, ends = document.window
    fields: dict[str, Any] = {
        "document": document.to_json().decode(),
        "since": since,
        "id": document.id,
        "ngr": document.ngr,
        "key": document.key,
        "numbers": sorted(document.numbers),
        "lang": str(document.lang),
        "form": document.form,
        "regimes": list(document.regimes),
        "themes": list(document.themes),
        "year": document.year,
        "begins": begins,
        "ends": ends,
        "replaced": document.replaced,
        "doubtful": document.doubtful,
        "merit": merit(document),
        "facts": Facts.of(document).written(),
        "facet_set": FacetSet.of(document).written(),
    }
    for part, text in document.parts.items():
        words, stems = analyser.streams(text, document.lang)
        fields[f"{part}_words"] = " ".join(words)
        fields[f"{part}_stems"] = " ".join(stems)
    return fields


class Facts(NamedTuple):
    """What answering needs to know of every document that fits; kept as one string.

    The id makes the string unique, so it also orders all documents when they are read by pages.
    """

    article: int
    act_number: int
    key_number: int
    begins: int
    ends: int
    held_from: int
    held_to: int
    doubtful: bool
    replaced: bool
    id: str

    @classmethod
    def of(cls, document: SearchDocument) -> Facts:
        """Those of a document."""
        act, key, article = sort_key(document)
        days = (*document.window, *document.held)
        return cls(article, act, key, *days, document.doubtful, document.replaced, document.id)

    def written(self) -> str:
        """The string that is kept."""
        return " ".join(str(int(fact)) for fact in self[:-1]) + f" {self.id}"

    @classmethod
    def read(cls, written: str) -> Facts:
        """What `written` wrote."""
        *numbers, doubtful, replaced, id_ = written.split(" ", len(cls._fields) - 1)
        article, act, key, begins, ends, held_from, held_to = map(int, numbers)
        days = (begins, ends, held_from, held_to)
        return cls(article, act, key, *days, doubtful == "1", replaced == "1", id_)
