"""What the engine asks of a cluster, whichever node answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpus.search.engine import EngineUnreachableError
from corpus.search.engines.opensearch.access import (
    Access,
    IndexGone,
    NoAnswer,
    connected,
    own_errors,
)

Answer = Mapping[str, Any]

_BULK_SIZE = 2_000_000
_DONE, _ALREADY_THERE, _NOT_THERE = range(200, 300), 409, 404
_SLOW = 60.0
"""Seconds for what changes the cluster or takes much of it."""

_NOT_LED = (
    "it can be searched but takes no writes now: too few of its nodes are up to choose a leader "
    "(a cluster manager), or it does not let this index be written to"
)


class Cluster:
    """The few requests that the engine makes, with errors in the program's own words.

    Every method raises EngineUnreachableError where no node answers in time, or the cluster
    refuses us; an answer by a part of the shards only counts as none.
    """

    def __init__(self, access: Access) -> None:
        self._client = connected(access)

    def version(self) -> str:
        """The server's version, such as `2.19.1`.

        One that gives itself out for an older product, as hosted ones can, is taken for a 2.
        """
        about = self._ask("GET", "/")["version"]
        return str(about["number"]) if about.get("distribution") == "opensearch" else "2"

    def document(self, index: str, id_: str) -> Answer:
        """A document as it is now, whether made visible or not. Raises IndexGone."""
        found: Answer = self._ask("GET", f"/{index}/_doc/{id_}", accepted=(_NOT_THERE,))
        if not found.get("found"):
            raise IndexGone
        return found

    def documents(self, index: str, ids: Sequence[str]) -> list[Answer]:
        """Documents as they are now, in that order. Raises IndexGone where one is missing."""
        found = self.held(index, ids)
        if len(found) < len(ids):
            raise IndexGone
        return found

    def held(self, index: str, ids: Sequence[str]) -> list[Answer]:
        """Those of the documents that there are, in that order. Raises IndexGone."""
        if not ids:
            return []
        body = {"ids": list(ids)}
        found = self._ask(
            "GET", f"/{index}/_mget", body, parameters={"_source_includes": "document"}
        )["docs"]
        if any("error" in one for one in found):
            raise IndexGone
        return [one["_source"] for one in found if one["found"]]

    def search(self, index: str, body: Answer, **parameters: str) -> Answer:
        """What a search gives, whole. Raises IndexGone."""
        answer: Answer = self._ask(
            "POST",
            f"/{index}/_search",
            body,
            parameters={"allow_partial_search_results": "false", **parameters},
        )
        if answer.get("timed_out"):
            raise EngineUnreachableError("a search took too long")
        return answer

    def count(self, index: str, condition: Answer) -> int:
        """How many documents fit a condition. Raises IndexGone."""
        body = {"query": condition, "size": 0, "track_total_hits": True}
        return int(self.search(index, body)["hits"]["total"]["value"])

    def put(
        self,
        index: str,
        id_: str,
        document: Answer,
        *,
        instead_of: Answer | None = None,
        new: bool = False,
    ) -> Answer:
        """Write a document; in place of exactly that one, or only where there is none.

        Raises Overtaken where it is another one by now, or there is one already.
        """
        expected = _exactly(instead_of) if instead_of else {}
        if new:
            expected["op_type"] = "create"
        written: Answer = self._ask("PUT", f"/{index}/_doc/{id_}", document, parameters=expected)
        return written

    def delete(self, index: str, id_: str, instead_of: Answer) -> None:
        """Delete exactly that version of a document. Raises Overtaken, IndexGone."""
        self._ask(
            "DELETE",
            f"/{index}/_doc/{id_}",
            parameters=_exactly(instead_of),
        )

    def create(
        self, index: str, documents: Iterable[tuple[str, Answer]]
    ) -> Iterator[Sequence[Answer]]:
        """Add documents by their ids in loads; those that are there are left as they are.

        Gives after each load the documents that were not there.
        """
        actions = (({"create": {"_id": id_}}, document) for id_, document in documents)
        return self._bulk(index, actions, _ALREADY_THERE)

    def remove(self, index: str, ids: Iterable[str]) -> Iterator[int]:
        """Delete documents by their ids, those that are there; gives after each load how many."""
        actions: Iterator[tuple[Answer, Answer]] = (({"delete": {"_id": id_}}, {}) for id_ in ids)
        return map(len, self._bulk(index, actions, _NOT_THERE))

    def make_visible(self, index: str) -> None:
        """Show what was written, on every copy, before this returns."""
        answer = self._ask("POST", f"/{index}/_refresh", seconds=_SLOW)
        if answer["_shards"]["failed"]:
            raise EngineUnreachableError("a copy of the index does not answer")

    def make_index(self, index: str, settings: Answer, mapping: Answer) -> None:
        """A new, empty index."""
        self._ask("PUT", f"/{index}", {"settings": settings, "mappings": mapping}, seconds=_SLOW)

    def ensure_index(self, index: str, settings: Answer, mapping: Answer) -> None:
        """Make an index where there is none."""
        if self._ask("HEAD", f"/{index}"):
            return
        body = {"settings": settings, "mappings": mapping}
        # Refused when another one was quicker.
        self._ask("PUT", f"/{index}", body, accepted=(400,), seconds=_SLOW)

    def indexes(self, pattern: str) -> Mapping[str, Answer]:
        """The indexes whose names fit a pattern, with their aliases and mappings."""
        found: Mapping[str, Answer] = self._ask(
            "GET", f"/{pattern}", parameters={"expand_wildcards": "all"}
        )
        return found

    def change_aliases(self, actions: Sequence[Answer]) -> None:
        """Do all this in one step. Raises IndexGone."""
        self._ask("POST", "/_aliases", {"actions": list(actions)}, seconds=_SLOW)

    def delete_index(self, index: str) -> None:
        """Remove an index, if it is there."""
        self._ask("DELETE", f"/{index}", parameters={"ignore_unavailable": "true"}, seconds=_SLOW)

    def wait_for_copies(self, index: str, seconds: float) -> None:
        """Wait until the index has its copies on other nodes, but no longer than that."""
        self._ask(
            "GET",
            f"/_cluster/health/{index}",
            parameters={"wait_for_status": "green", "timeout": f"{int(seconds * 1000)}ms"},
            seconds=seconds + _SLOW,
            accepted=(408,),
        )

    def _bulk(
        self, index: str, actions: Iterable[tuple[Answer, Answer]], accepted: int
    ) -> Iterator[Sequence[Answer]]:
        """Send actions in loads; gives those documents of each load that were taken."""
        load: list[Answer] = []
        lines: list[str] = []
        size = 0
        for action, document in actions:
            written = [json.dumps(one, ensure_ascii=False) for one in (action, document) if one]
            load.append(document)
            lines += written
            size += sum(map(len, written))
            if size > _BULK_SIZE:
                yield self._send(index, load, lines, accepted)
                load, lines, size = [], [], 0
        if load:
            yield self._send(index, load, lines, accepted)

    def _send(
        self, index: str, load: Sequence[Answer], lines: Sequence[str], accepted: int
    ) -> Sequence[Answer]:
        body = "\n".join(lines) + "\n"
        answer = self._ask("POST", f"/{index}/_bulk", body, seconds=_SLOW)
        if not answer["errors"]:
            return load
        taken = []
        for document, item in zip(load, answer["items"], strict=True):
            (done,) = item.values()
            if done["status"] in _DONE:
                taken.append(document)
            elif done["status"] != accepted:
                kind = done.get("error", {}).get("type", done["status"])
                raise EngineUnreachableError(f"it did not take a document: {kind}")
        return taken

    def _ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        parameters: Mapping[str, str] | None = None,
        accepted: tuple[int, ...] = (),
        seconds: float | None = None,
    ) -> Any:
        asked: dict[str, Any] = dict(parameters or {})
        if accepted:
            asked["ignore"] = accepted
        if seconds:
            asked["request_timeout"] = seconds
        try:
            with own_errors():
                return self._client.transport.perform_request(method, path, params=asked, body=body)
        except NoAnswer as error:
            if _is_led(method, path) and self._is_there():
                raise EngineUnreachableError(_NOT_LED) from error
            raise

    def _is_there(self) -> bool:
        try:
            self.version()
        except EngineUnreachableError:
            return False
        return True


def _is_led(method: str, path: str) -> bool:
    """Whether this needs nodes that agree who leads them; any one of them can read."""
    reads = path == "/" or path.endswith(("/_search", "/_mget"))
    return not (reads or (method == "GET" and "/_doc/" in path))


def _exactly(document: Answer) -> dict[str, str]:
    """What makes a write fail where the document is another one by now."""
    return {
        "if_seq_no": str(document["_seq_no"]),
        "if_primary_term": str(document["_primary_term"]),
    }
