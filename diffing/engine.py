"""The two implementations of Myers' comparison by `diff-match-patch`: Python and C++.

Both are asked for the bare comparison without a time limit, whose result does not depend on the
machine's load; what follows (`words`) is the same code for both, so the redlines are the same.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Protocol

from diff_match_patch import diff_match_patch

Edits = list[tuple[int, int]]
"""A way from the old text to the new: (-1 deleted, 0 kept, 1 inserted; how many characters)."""

_SIGNS = {"-": -1, "=": 0, "+": 1}


class Engine(Protocol):
    """Compares two strings character by character."""

    name: str

    def compare(self, old: str, new: str) -> Edits:
        """A shortest way from old to new."""
        ...


class PureEngine:
    """`diff-match-patch`, everywhere."""

    name = "diff-match-patch"

    def __init__(self) -> None:
        self._comparer = diff_match_patch()
        self._comparer.Diff_Timeout = 0  # a time limit would make the result depend on the load

    def compare(self, old: str, new: str) -> Edits:
        """A shortest way from old to new."""
        edits = self._comparer.diff_main(old, new, False)
        return [(number, len(characters)) for number, characters in edits]


class FastEngine:
    """`fast-diff-match-patch`, where the optional extra `fast` is installed."""

    name = "fast-diff-match-patch"

    def __init__(self) -> None:
        import fast_diff_match_patch  # noqa: PLC0415 - an optional extra

        self._diff = fast_diff_match_patch.diff

    def compare(self, old: str, new: str) -> Edits:
        """A shortest way from old to new."""
        steps = self._diff(old, new, timelimit=0, checklines=False, cleanup="No", counts_only=True)
        return [(_SIGNS[sign], length) for sign, length in steps]


def fast_engine_is_installed() -> bool:
    """Whether the optional extra `fast` is there."""
    return find_spec("fast_diff_match_patch") is not None


def fastest_engine() -> Engine:
    """The C++ engine where it is installed, else the Python one."""
    return FastEngine() if fast_engine_is_installed() else PureEngine()
