"""The two implementations of Myers' comparison by `diff-match-patch`: Python and C++.

Both are asked for the bare comparison without a time limit, whose result does not depend on the
machine's load; what follows (`words`) is the same code for both, so the redlines are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Protocol

from diff_match_patch import diff_match_patch

from diffing.runs import Op

Edits = list[tuple[int, str]]
"""What `diff-match-patch` gives: (-1 deleted, 0 kept, 1 inserted; the characters)."""

_NUMBERS = {Op.DELETE: -1, Op.KEEP: 0, Op.INSERT: 1}
OPS = {number: op for op, number in _NUMBERS.items()}


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
        self._comparer = _without_a_clock()

    def compare(self, old: str, new: str) -> Edits:
        """A shortest way from old to new."""
        return list(self._comparer.diff_main(old, new, False))


class FastEngine:
    """`fast-diff-match-patch`, where the optional extra `fast` is installed."""

    name = "fast-diff-match-patch"

    def __init__(self) -> None:
        import fast_diff_match_patch  # noqa: PLC0415 - an optional extra

        self._diff = fast_diff_match_patch.diff

    def compare(self, old: str, new: str) -> Edits:
        """A shortest way from old to new."""
        return list(self._edits(old, new))

    def _edits(self, old: str, new: str) -> Iterator[tuple[int, str]]:
        at_old = at_new = 0
        steps = self._diff(old, new, timelimit=0, checklines=False, cleanup="No", counts_only=True)
        for sign, length in steps:
            op = Op(sign)
            if op is Op.INSERT:
                yield _NUMBERS[op], new[at_new : at_new + length]
            else:
                yield _NUMBERS[op], old[at_old : at_old + length]
            at_old += 0 if op is Op.INSERT else length
            at_new += 0 if op is Op.DELETE else length


def tidied(edits: Edits) -> Edits:
    """The edits without scraps: what stays between two larger changes is drawn as changed too."""
    _without_a_clock().diff_cleanupSemantic(edits)
    return edits


def fast_engine_is_installed() -> bool:
    """Whether the optional extra `fast` is there."""
    return find_spec("fast_diff_match_patch") is not None


def fastest_engine() -> Engine:
    """The C++ engine where it is installed, else the Python one."""
    return FastEngine() if fast_engine_is_installed() else PureEngine()


def _without_a_clock() -> diff_match_patch:
    comparer = diff_match_patch()
    comparer.Diff_Timeout = 0  # a time limit would make the result depend on the load
    return comparer
