"""The pure-Python engine's files: Whoosh keeps the index, arrays answer.

Whoosh's own search gives wrong sets unless it is asked in narrow ways (found against a scan of all
texts), and is slow at that. So its query classes and collectors are not used: what fits is worked
out on whole posting lists (`conditions`), which its codec keeps as arrays (`codec`). A changed
index is opened anew, for `Searcher.refresh()` shows deleted versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.search.documents import SearchDocument
from corpus.search.engines.layouts import layout
from corpus.search.engines.whoosh.opening import OpenWhoosh
from corpus.search.engines.whoosh.writing import build, change
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class WhooshFiles:
    """`IndexFiles` of Whoosh."""

    analyser: Analyser

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return layout("whoosh", 6)

    def build(self, folder: Path, documents: Iterable[SearchDocument]) -> None:
        """See `IndexFiles.build`."""
        build(folder, self.analyser, documents)

    def change(self, folder: Path, add: Iterable[SearchDocument], remove: Iterable[str]) -> None:
        """See `IndexFiles.change`."""
        change(folder, self.analyser, add, remove)

    def opened(self, folder: Path, before: OpenWhoosh | None) -> OpenWhoosh:
        """See `IndexFiles.opened`; what does not change is taken from the index before."""
        return OpenWhoosh.of(folder, self.analyser, before)
