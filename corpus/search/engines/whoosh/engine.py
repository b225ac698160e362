"""The pure-Python engine: Whoosh, asked in the ways in which its answers are right.

It gives wrong sets elsewhere (found against a brute-force scan), hence: no skipping by block
quality and no replaced matchers, which lose hits; only And, Or, Not and AndMaybe, for ANDNOT and
REQUIRE are wrong; a changed index is opened anew, for `Searcher.refresh()` shows deleted versions;
no filter with an empty set, for that is taken for no filter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh import fields, index, query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.collectors import FilterCollector, TopCollector
from whoosh.searching import Searcher

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
from corpus.search.engines.whoosh.conditions import WhooshConditions

LAYOUT = "whoosh 2"
_BUILD_MEGABYTES = 256
_FILTERS_KEPT = 100
_TRIES = 5

Filter = tuple[str | None, str | None, int | None]


@dataclass
class _Opened:
    """An open index, and what its filters need to know of every living document."""

    pointer: Pointer
    searcher: Searcher
    facts: list[tuple[int, str, str, int, int, bool]]
    languages: tuple[Language, ...]
    allowed: dict[Filter, set[int]] = field(default_factory=dict)

    def filtered(self, asked: Query) -> set[int]:
        """The numbers of the documents that pass a query's filters."""
        day = asked.on.toordinal() if asked.on else None
        wanted = (asked.lang, asked.ngr, day)
        if wanted not in self.allowed:
            if len(self.allowed) >= _FILTERS_KEPT:
                self.allowed.clear()
            self.allowed[wanted] = {
                number
                for number, lang, ngr, begins, ends, current in self.facts
                if (current if day is None else begins <= day < ends)
                and asked.lang in (None, lang)
                and asked.ngr in (None, ngr)
            }
        return self.allowed[wanted]


class WhooshEngine:
    """A `SearchEngine` in one folder. Its readers are not for several threads: one at a time."""

    def __init__(self, path: Path, analyser: Analyser) -> None:
        self._folder = IndexFolder(path, LAYOUT)
        self._analyser = analyser
        self._opened: _Opened | None = None
        self._lock = Lock()

    def rebuild(self, documents: Iterable[SearchDocument], state: str = "") -> None:
        """See `SearchEngine.rebuild`."""
        with self._folder.writing():
            path = self._folder.new_generation()
            self._write(index.create_in(str(path), _schema()), documents, (), fresh=True)
            self._folder.publish(path, state)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        with self._folder.writing():
            path = self._folder.generation(self._folder.pointer())
            self._write(_open_index(path), add, remove)
            self._folder.publish(path, state)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        parsed = parse_query(query.text, self._analyser.words)
        with self._lock:
            opened = self._current()
            if parsed.root is None:
                return Results(0, (), parsed.ignored)
            allowed = opened.filtered(query)
            if not allowed:
                return Results(0, (), parsed.ignored)
            compiled = self._compiled(parsed.root, query, opened)
            totals: list[int] = []

            def top(most: int) -> list[tuple[float, int]]:
                best = TopCollector(limit=most, usequality=False)
                best.replace = 0
                opened.searcher.search_with_collector(compiled, FilterCollector(best, allowed))
                totals.append(int(best.total))
                return [(score, -negated) for score, negated in best.items]

            hits = page(
                top,
                lambda places: _sort_keys(opened, places),
                query.offset,
                query.limit,
                len(allowed),
            )
            found = [
                (SearchDocument.from_json(opened.searcher.stored_fields(place)["document"]), score)
                for score, place in hits
            ]
        highlighter = Highlighter(self._analyser, parsed.root)
        return Results(
            totals[-1], tuple(highlighter.hit(*document) for document in found), parsed.ignored
        )

    def count(self) -> int:
        """See `SearchEngine.count`."""
        with self._lock:
            return int(self._current().searcher.doc_count())

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        with self._lock:
            searcher = self._current().searcher
            of_act = searcher.docs_for_query(query.Term("ngr", ngr))
            return frozenset(searcher.stored_fields(number)["id"] for number in of_act)

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        try:
            return self._folder.pointer().state
        except IndexMissingError:
            return None

    def _current(self) -> _Opened:
        """The index that is in use now, opened anew only when it has changed; needs the lock."""
        for _ in range(_TRIES):
            pointer = self._folder.pointer()
            if self._opened and self._opened.pointer == pointer:
                return self._opened
            try:
                opened = _opened(pointer, self._folder.generation(pointer))
            except IndexUnreadableError as error:
                failure = error  # perhaps replaced between two looks: look again
                continue
            if self._opened:
                self._opened.searcher.close()
            self._opened = opened
            return opened
        raise failure

    def _write(
        self,
        into: index.Index,
        add: Iterable[SearchDocument],
        remove: Iterable[str],
        *,
        fresh: bool = False,
    ) -> None:
        writer = into.writer(limitmb=_BUILD_MEGABYTES)
        try:
            for old in remove:
                writer.delete_by_term("id", old)
            for document in distinct(add):
                if not fresh:
                    writer.delete_by_term("id", document.id)
                writer.add_document(**self._packed(document))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def _packed(self, document: SearchDocument) -> dict[str, Any]:
        order = f"{act_number(document.ngr):016x}{key_number(document.key):016x}{document.id}"
        begins, ends = document.window
        packed: dict[str, Any] = {
            "id": document.id,
            "ngr": document.ngr,
            "lang": str(document.lang),
            "order": order,
            "facts": f"{document.lang} {document.ngr} {begins} {ends} {int(document.is_current)}",
            "document": document.to_json(),
        }
        for name, text in (("heading", document.heading), ("body", document.text)):
            words, stems = self._analyser.streams(text, document.lang)
            packed[f"{name}_words"] = words
            packed[f"{name}_stems"] = stems
        return packed

    def _compiled(self, root: Node, asked: Query, opened: _Opened) -> query.Query:
        if asked.lang or len(opened.languages) == 1:
            language = asked.lang or opened.languages[0]
            return WhooshConditions(self._analyser, language).compiled(root)
        alternatives = []
        for language in opened.languages:
            of_language = query.ConstantScoreQuery(query.Term("lang", str(language)), 0.0)
            wanted = WhooshConditions(self._analyser, language).compiled(root)
            alternatives.append(query.And([wanted, of_language]))
        return query.Or(alternatives)


def _schema() -> fields.Schema:
    given = SpaceSeparatedTokenizer()  # never run: the words are given as lists
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        ngr=fields.ID(),
        lang=fields.ID(),
        order=fields.ID(sortable=True),
        facts=fields.ID(sortable=True),
        heading_words=fields.TEXT(analyzer=given, phrase=True),
        heading_stems=fields.TEXT(analyzer=given, phrase=True),
        body_words=fields.TEXT(analyzer=given, phrase=True),
        body_stems=fields.TEXT(analyzer=given, phrase=True),
        document=fields.STORED(),
    )


def _open_index(path: Path) -> index.Index:
    try:
        return index.open_dir(str(path))
    except Exception as error:  # a damaged pickle or file can fail in any way at all
        raise IndexUnreadableError from error


def _opened(pointer: Pointer, path: Path) -> _Opened:
    try:
        searcher = _open_index(path).searcher()
        facts = []
        if searcher.doc_count_all():
            reader = searcher.reader()
            column = reader.column_reader("facts")
            for number in range(searcher.doc_count_all()):
                if reader.is_deleted(number):  # a Not would bring deleted documents back
                    continue
                lang, ngr, begins, ends, current = column[number].split(" ")
                facts.append((number, lang, ngr, int(begins), int(ends), current == "1"))
    except Exception as error:  # see `_open_index`
        raise IndexUnreadableError from error
    languages = tuple(Language(lang) for lang in sorted({lang for _, lang, *_ in facts}))
    return _Opened(pointer, searcher, facts, languages)


def _sort_keys(opened: _Opened, places: Sequence[int]) -> list[SortKey]:
    column = opened.searcher.reader().column_reader("order")
    orders = [column[place] for place in places]
    return [(int(order[:16], 16), int(order[16:32], 16), order[32:]) for order in orders]
