"""How fast and how large search is: each engine, and two databases' full text beside them."""

from __future__ import annotations

from benchmarks.search.running import measure

__all__ = ["measure"]
