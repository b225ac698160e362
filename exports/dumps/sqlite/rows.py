"""A row of the API as rows of the SQLite file's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

Row = Mapping[str, Any]
Flat = tuple[str, Sequence[object]]
"""A table's name and the values of one of its rows, in the order of its columns."""


class Flattened:
    """Gives tables their rows; remembers the numbers it gave to editions and articles.

    Rows are to come in the order acts, editions, articles, amendments, changes.
    """

    def __init__(self) -> None:
        self._editions: dict[tuple[str, str, str], int] = {}
        self._articles: dict[tuple[str, str], int] = {}
        self._wordings = 0
        self._notes = 0

    def act(self, row: Row) -> Iterator[Flat]:
        """An act."""
        titles = {str(language): title for language, title in row["titles"].items()}
        yield (
            "acts",
            (
                row["ngr"],
                *(titles.get(language) for language in ("ru", "kk", "en")),
                *(row[name] for name in ("form", "number")),
                *(_day(row[name]) for name in ("adopted", "repealed_on")),
                row["reference_bank_id"],
                row["newest"],
                int(row["sample"]),
            ),
        )

    def edition(self, row: Row) -> Iterator[Flat]:
        """An edition."""
        number = len(self._editions) + 1
        self._editions[row["ngr"], str(row["lang"]), row["edition"]] = number
        cause, evidence, holding = row["cause"] or {}, row["provenance"], row["holding"]
        yield (
            "editions",
            (
                number,
                *(str(row[name]) for name in ("ngr", "lang", "edition")),
                *(_day(row[name]) for name in ("from", "to")),
                *(str(row[name]) for name in ("title", "requisites", "status")),
                str(holding["kind"]),
                _json(holding["keys"]),
                row["articles"],
                cause.get("title"),
                cause.get("requisites"),
                *(evidence[name] for name in ("registry", "format", "snapshot_sha256", "url")),
                _moment(evidence["fetched_at"]),
                *(evidence[name] for name in ("parser_version", "revision")),
                str(evidence["reason"]),
                _moment(evidence["recorded_at"]),
                int(evidence["sample"]),
            ),
        )

    def wording(self, row: Row) -> Iterator[Flat]:
        """A wording: its article when it is the first of it, its editions, paragraphs and notes."""
        place = (row["ngr"], row["key"])
        if place not in self._articles:
            self._articles[place] = len(self._articles) + 1
            yield (
                "articles",
                (self._articles[place], *place, str(row["kind"]), row["number"]),
            )
        self._wordings += 1
        editions = [self._edition(row, label) for label in row["editions"]]
        yield (
            "wordings",
            (
                self._wordings,
                self._articles[place],
                *place,
                str(row["lang"]),
                *(_day(row[name]) for name in ("from", "to")),
                int(row["newest"]),
                *(row[name] for name in ("marker", "heading", "text")),
                _json(row["divisions"]),
                row["text_hash"],
                int(row["complete"]),
                editions[-1],
            ),
        )
        for edition in editions:
            yield "wording_editions", (self._wordings, edition)
        for position, block in enumerate(row["blocks"]):
            yield (
                "blocks",
                (
                    self._wordings,
                    position,
                    str(block["kind"]),
                    *(block[name] for name in ("key", "number", "marker", "text")),
                    int(block["quoted"]),
                    _json(block["rows"]) if block["rows"] else None,
                ),
            )
        for position, note in enumerate(row["footnotes"]):
            self._notes += 1
            yield (
                "notes",
                (self._notes, self._wordings, position, note["text"], _json(note["links"])),
            )

    def amendment(self, row: Row) -> Iterator[Flat]:
        """An amendment."""
        target, act, start = row["target"], row["amending_act"], row["in_force"]
        evidence = row["provenance"]
        yield (
            "amendments",
            (
                row["id"],
                row["ngr"],
                str(row["lang"]),
                *(target[name] for name in ("key", "place", "words", "heading")),
                str(row["verb"]),
                str(row["role"]),
                _day(act["adopted"]),
                *(act[name] for name in ("number", "form", "ngr")),
                _word(act["ngr_ground"]),
                row["clause"]["quote"],
                _day(start["from"]),
                str(start["ground"]),
                _day(start["published"]),
                _day(row["until"]),
                *(row[name] for name in ("quote", "statement", "first_edition", "last_edition")),
                *(evidence[name] for name in ("snapshot_sha256", "url")),
                _moment(row["recorded_at"]),
                int(evidence["sample"]),
            ),
        )

    def change(self, row: Row) -> Iterator[Flat]:
        """A change, and the acts that may have made it."""
        before, after, start = row["before"] or {}, row["after"] or {}, row["in_force"]
        yield (
            "changes",
            (
                row["id"],
                row["ngr"],
                str(row["lang"]),
                *(row[name] for name in ("key", "old_key", "new_key", "heading")),
                str(row["kind"]),
                str(row["nature"]),
                int(row["legal"]),
                row["rule"],
                before.get("text"),
                after.get("text"),
                None if row["redline"] is None else _json(row["redline"]),
                _day(start["from"]),
                str(start["ground"]),
                self._edition(row, row["from"]["edition"]),
                self._edition(row, row["to"]["edition"]),
                _moment(row["recorded_at"]),
            ),
        )
        for position, act in enumerate(row["amending_acts"]):
            yield (
                "change_acts",
                (
                    row["id"],
                    position,
                    _day(act["adopted"]),
                    *(act[name] for name in ("number", "form", "ngr")),
                    _day(act["in_force"]["from"]),
                    str(act["in_force"]["ground"]),
                    act["quote"],
                ),
            )

    def _edition(self, row: Row, label: str) -> int | None:
        return self._editions.get((row["ngr"], str(row["lang"]), label))


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat().replace("+00:00", "Z")


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
