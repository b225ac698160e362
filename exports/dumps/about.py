"""What every dump says of itself: where it comes from, and whether it is a sample."""

from __future__ import annotations

from dataclasses import dataclass

from exports.terms import SAMPLE_WARNING, terms_of

DAYS = (
    "Days (`from`, `to`) are half-open windows by the registry's edition labels, not days of entry "
    "into force; what is unknown is empty."
)


@dataclass(frozen=True)
class About:
    """The state of the corpus that a dump was made from; the same state gives the same bytes.

    `store_version` grows with every write that may change an answer. `snapshots` counts the
    registries' responses behind the editions held, `snapshots_sha256` is the sha256 of theirs,
    sorted, a line each: two corpora of the same evidence have the same.
    """

    sample: bool
    store_version: str
    snapshots: int
    snapshots_sha256: str

    @property
    def licence(self) -> str:
        """Under which terms the texts may be used."""
        return terms_of(sample=self.sample)

    def to_json(self) -> dict[str, object]:
        """The members that documents and manifests carry."""
        return {
            "sample": self.sample,
            **({"warning": SAMPLE_WARNING} if self.sample else {}),
            "licence": self.licence,
            "days": DAYS,
            "store_version": self.store_version,
            "snapshots": self.snapshots,
            "snapshots_sha256": self.snapshots_sha256,
        }

    def file_name(self, table: str) -> str:
        """A file's name without its ending; that of a sample says so."""
        return f"nusqa-sample-{table}" if self.sample else f"nusqa-{table}"
