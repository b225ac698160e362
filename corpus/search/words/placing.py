"""Where the words of a text stand in it, worked out only for the lines that are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

LinePlaces = tuple[tuple[int, ...], tuple[int, ...]]
"""Where the words of a line begin, and where they end."""

Row = tuple[int, int, int]
"""The first and last of some words side by side, or where they begin and end; and a number."""


class Analysis:
    """The words of a text, place by place: as they are compared, stemmed, and where they stand."""

    __slots__ = ("_first_words", "_lines", "_offsets", "_places", "stems", "words")

    def __init__(
        self,
        words: list[str],
        stems: list[str],
        lines: Sequence[str],
        first_words: Sequence[int],
        places: Mapping[str, LinePlaces],
    ) -> None:
        """`lines` with a sign between them are the text; `first_words` count the words before each.

        `places` tell of any line where its words are.
        """
        self.words = words
        self.stems = stems
        self._lines = lines
        self._first_words = first_words
        self._places = places
        self._offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._all_of(0)

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return self._all_of(1)

    def rows(self, found: Iterable[Row]) -> list[Row]:
        """Where in the text rows of words, ordered by the first one, begin and end."""
        placed = []
        line = -1
        first_word = following = offset = 0
        starts: Sequence[int] = ()
        ends: Sequence[int] = ()
        for first, last, number in found:
            if first >= following:
                line = bisect_right(self._first_words, first) - 1
                first_word, offset = self._first_words[line], self._offsets[line]
                starts, ends = self._places[self._lines[line]]
                following = first_word + len(starts)
            begins = offset + starts[first - first_word]
            in_line = last < following
            placed.append(
                (begins, offset + ends[last - first_word] if in_line else self._end(last), number)
            )
        return placed

    def first_start(self, least: int) -> int | None:
        """Where the first word begins that begins there or later."""
        line = self._line_at(least)
        for number in range(line, len(self._lines)):
            starts = self._places[self._lines[number]][0]
            at = bisect_left(starts, least - self._offsets[number])
            if at < len(starts):
                return self._offsets[number] + starts[at]
        return None

    def last_end(self, most: int) -> int | None:
        """Where the last word ends that ends there or sooner."""
        for number in range(self._line_at(most), -1, -1):
            ends = self._places[self._lines[number]][1]
            at = bisect_right(ends, most - self._offsets[number])
            if at:
                return self._offsets[number] + ends[at - 1]
        return None

    def _end(self, word: int) -> int:
        line = bisect_right(self._first_words, word) - 1
        ends = self._places[self._lines[line]][1]
        return self._offsets[line] + ends[word - self._first_words[line]]

    def _line_at(self, offset: int) -> int:
        """The line with this place of the text, or the last one."""
        last = len(self._lines) - 1
        return min(max(bisect_right(self._offsets, offset) - 1, 0), last)

    def _all_of(self, side: int) -> list[int]:
        return [
            offset + place
            for offset, line in zip(self._offsets, self._lines, strict=False)
            for place in self._places[line][side]
        ]
