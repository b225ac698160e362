"""The pointer: one document in an index that says what of it is to be seen; see `writing`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpus.search.engine import IndexRecord, IndexUnreadableError
from corpus.search.engines.opensearch.layout import POINTER


@dataclass(frozen=True)
class Pointer:
    """What of which index is to be seen: documents of commits up to `number`, save those gone.

    `held` is how many that are. `gone` names the document that lists the ids taken out by the last
    commit; None when they are no longer in the index. `lexicon` names the one that has the words.
    """

    index: str
    number: int
    held: int
    record: IndexRecord
    lexicon: str
    gone: str | None = None

    @property
    def shown(self) -> tuple[str, int]:
        """The same for pointers that show the same documents, and for no others."""
        return self.index, self.number

    def written(self) -> dict[str, Any]:
        """The document that says so."""
        return {
            POINTER: {
                "number": self.number,
                "held": self.held,
                "state": self.record.state,
                "built": self.record.built.isoformat(),
                "reason": self.record.reason,
                "lexicon": self.lexicon,
                "gone": self.gone,
            }
        }

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> Pointer:
        """The pointer in what the cluster gives for it. Raises IndexUnreadableError."""
        try:
            said = found["_source"][POINTER]
            built = datetime.fromisoformat(said["built"])
            record = IndexRecord(said["state"], built, said["reason"])
            return cls(
                found["_index"],
                said["number"],
                said["held"],
                record,
                said["lexicon"],
                said["gone"],
            )
        except (KeyError, TypeError, ValueError) as error:
            raise IndexUnreadableError(f"the pointer lacks something: {error!r}") from error
