"""How an index is made, changed and put in place, so that a reader never sees half of it.

Every document tells from which commit on it is to be seen, and the pointer, one document in the
index, says which commit is the last. So a change is written unseen, made visible to searches on
every copy, and then committed by replacing the pointer, which is atomic. What a commit takes out
is listed before and deleted after it; readers leave out what is listed. A writer that dies on the
way leaves the last commit as it was; the next writer clears away what is left of it.

A new index is built beside the old one; the alias moves from one to the other in one step.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus.law import Language
from corpus.search.documents import SearchDocument, distinct
from corpus.search.engine import IndexMissingError, IndexRecord
from corpus.search.engines.opensearch.access import IndexGone, Overtaken
from corpus.search.engines.opensearch.asking import visible
from corpus.search.engines.opensearch.cluster import Answer, Cluster
from corpus.search.engines.opensearch.layout import (
    LEXICON,
    POINTER,
    Sizing,
    index_settings,
    mapping,
    packed,
)
from corpus.search.engines.opensearch.pointer import Pointer
from corpus.search.engines.opensearch.turns import Turn, TurnLostError
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon, LexiconCounter

_FIRST = 1
_SECONDS_FOR_COPIES = 60.0
_AT_ONCE = 10_000


@dataclass(frozen=True)
class Writing:
    """Writes for one alias. All but reading needs the turn."""

    cluster: Cluster
    alias: str
    analyser: Analyser
    sizing: Sizing

    def build(
        self, documents: Iterable[SearchDocument], state: str, reason: str, turn: Turn
    ) -> None:
        """Make a new index of exactly these documents and put it in the old one's place."""
        self._remove_all_but(self._in_use())
        index = f"{self.alias}-{uuid.uuid4().hex}"
        settings = index_settings(self.sizing, self.cluster.version())
        self.cluster.make_index(index, settings, mapping(self.alias))
        try:
            words = LexiconCounter()
            self._add(index, documents, _FIRST, words, turn)
            record = IndexRecord(state, datetime.now(UTC), reason)
            pointer = self._counted(Pointer(index, _FIRST, 0, record, ""), words.lexicon())
            self.cluster.put(index, POINTER, pointer.written())
            self.cluster.wait_for_copies(index, _SECONDS_FOR_COPIES)
            turn.check()
            self._put_in_place(index)
        except BaseException:
            if self._in_use() != index:
                self.cluster.delete_index(index)
            raise
        self._remove_all_but(index)

    def update(
        self, add: Iterable[SearchDocument], remove: Iterable[str], state: str, turn: Turn
    ) -> None:
        """Change what the index in use shows, at once."""
        held, pointer = self.pointer()
        index, number = pointer.index, pointer.number + 1
        self._clear(pointer, turn)
        words = LexiconCounter(self.lexicon(pointer))
        added = self._add(index, add, number, words, turn)
        gone = self._take_back(index, set(remove) - added, words)
        record = replace(pointer.record, state=state)
        committed = replace(pointer, number=number, record=record, gone=None)
        if gone:
            committed = replace(committed, gone=f"gone-{number}")
            self.cluster.put(index, f"gone-{number}", {"gone": gone})
        committed = self._counted(committed, words.lexicon())
        turn.check()
        held = self._commit(committed, held)
        if gone:
            self._delete(index, gone, turn)
            self._commit(replace(committed, gone=None), held)

    def withdraw(self) -> None:
        """Take the index away."""
        self._remove_all_but(None)

    def pointer(self) -> tuple[Answer, Pointer]:
        """What the index in use shows, and the document that says so.

        Raises IndexMissingError, IndexUnreadableError.
        """
        try:
            found = self.cluster.document(self.alias, POINTER)
        except IndexGone:
            raise IndexMissingError from None
        return found, Pointer.read(found)

    def lexicon(self, pointer: Pointer) -> Lexicon:
        """The words that are kept with a commit. Raises IndexGone."""
        kept = self.cluster.document(pointer.index, pointer.lexicon)["_source"][LEXICON]
        return Lexicon.from_bytes(base64.b64decode(kept))

    def _counted(self, pointer: Pointer, lexicon: Lexicon) -> Pointer:
        """The pointer for what has been written, which is visible to searches from here on."""
        name = f"{LEXICON}-{pointer.number}"
        written = base64.b64encode(lexicon.to_bytes()).decode()
        self.cluster.put(pointer.index, name, {LEXICON: written})
        self.cluster.make_visible(pointer.index)
        held = self.cluster.count(pointer.index, visible(pointer))
        return replace(pointer, held=held, lexicon=name)

    def _commit(self, pointer: Pointer, instead_of: Answer) -> Answer:
        written = pointer.written()
        try:
            return self.cluster.put(pointer.index, POINTER, written, instead_of=instead_of)
        except Overtaken:
            # Perhaps by ourselves: the answer to a first try was lost, and it was sent again.
            held, now = self.pointer()
            if now != pointer:
                raise TurnLostError from None
            return held

    def _clear(self, pointer: Pointer, turn: Turn) -> None:
        """Take away what a writer left that died: before its commit, or right after it."""
        if pointer.gone is not None:
            listed = self.cluster.document(pointer.index, pointer.gone)["_source"]["gone"]
            self._delete(pointer.index, listed, turn)
        self.cluster.make_visible(pointer.index)
        unseen: Answer = {"range": {"since": {"gt": pointer.number}}}
        while ids := self._ids(pointer.index, unseen):
            self._delete(pointer.index, ids, turn)
        kept = [POINTER, pointer.lexicon]
        notes: Answer = {
            "bool": {"must_not": [{"exists": {"field": "since"}}, {"ids": {"values": kept}}]}
        }
        self._delete(pointer.index, self._ids(pointer.index, notes), turn)

    def _ids(self, index: str, condition: Answer) -> list[str]:
        body = {"query": condition, "size": _AT_ONCE, "_source": False}
        return [hit["_id"] for hit in self.cluster.search(index, body)["hits"]["hits"]]

    def _delete(self, index: str, ids: Iterable[str], turn: Turn) -> None:
        deleted = 0
        for load in self.cluster.remove(index, ids):
            deleted += load
            turn.check()
        if deleted:
            self.cluster.make_visible(index)

    def _add(
        self,
        index: str,
        documents: Iterable[SearchDocument],
        since: int,
        words: LexiconCounter,
        turn: Turn,
    ) -> set[str]:
        """Write documents that are to be seen from a commit on; gives the ids of all.

        One that is held already is the same, for an id tells all that a document says.
        """
        added: set[str] = set()

        def fields() -> Iterator[tuple[str, Answer]]:
            for document in distinct(documents):
                added.add(document.id)
                yield document.id, packed(document, self.analyser, since)

        for load in self.cluster.create(index, fields()):
            for fresh in load:
                heading, body = fresh["heading_words"], fresh["body_words"]
                words.add(Language(fresh["lang"]), f"{heading} {body}".split())
            turn.check()
        return added

    def _take_back(self, index: str, ids: set[str], words: LexiconCounter) -> list[str]:
        """Count the words of documents no more; gives the ids of those that are held."""
        listed = sorted(ids)
        held = []
        for at in range(0, len(listed), _AT_ONCE):
            for document in self.cluster.held(index, listed[at : at + _AT_ONCE]):
                old = SearchDocument.from_json(document["document"].encode())
                held.append(old.id)
                words.remove(old.lang, self.analyser.words(f"{old.heading}\n{old.text}"))
        return held

    def _in_use(self) -> str | None:
        """The index that the alias names."""
        for index, about in self._own_indexes():
            if self.alias in about["aliases"]:
                return index
        return None

    def _own_indexes(self) -> list[tuple[str, Answer]]:
        """All indexes of this alias, in use or not; another's may be called alike."""
        found = self.cluster.indexes(f"{self.alias}-*").items()
        return [
            (index, about)
            for index, about in found
            if about["mappings"].get("_meta", {}).get("nusqa") == self.alias
        ]

    def _put_in_place(self, index: str) -> None:
        actions: list[Answer] = [{"add": {"index": index, "alias": self.alias}}]
        if (old := self._in_use()) not in (None, index):
            actions.append({"remove": {"index": old, "alias": self.alias}})
        self.cluster.change_aliases(actions)

    def _remove_all_but(self, kept: str | None) -> None:
        for index, _ in self._own_indexes():
            if index != kept:
                self.cluster.delete_index(index)
