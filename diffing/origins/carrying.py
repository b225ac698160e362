"""Carrying the origin of words over a redline: what stays keeps it, what comes gets a new one.

A redline is drawn for a reader: words that stay between two larger changes are drawn as changed
too. For their origin that would be wrong, so in a replaced stretch the words that stand on both
sides are looked up again: all, where nothing else went or nothing else came, otherwise runs of at
least three words. Shorter ones («в», «и не») stand there by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffing.matching import Pair, equal_pairs, gaps_between
from diffing.runs import Op, TextRedline
from diffing.vocabulary import words

_SHORTEST = 3
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand so, to the letter and unbroken, since a version: its place in the history.

    Two passages of one origin side by side: something that stood between them went.
    """

    since: int
    text: str


def carried(before: Sequence[Passage], difference: TextRedline, since: int) -> tuple[Passage, ...]:
    """The passages of the new text; `before` are those of the old one, joined they are it."""
    carrier = _Carrier(before)
    gone = ""
    for run in difference.runs:
        if run.op is Op.DELETE:
            gone = run.text
            continue
        come = run.text if run.op is Op.INSERT else ""
        _replace(carrier, gone, come, since)
        gone = ""
        if run.op is Op.KEEP:
            carrier.keep(len(run.text))
    return tuple(_without_scraps(carrier.passages, since))


def _without_scraps(passages: Sequence[Passage], since: int) -> Iterator[Passage]:
    """A space or a comma between words that came together came with them."""
    came: Passage | None = None
    scrap: Passage | None = None
    for passage in passages:
        if passage.since == since:
            came = Passage(since, _text(came) + _text(scrap) + passage.text)
            scrap = None
        elif came and not scrap and not _WORD.search(passage.text):
            scrap = passage
        else:
            yield from (one for one in (came, scrap) if one)
            came = scrap = None
            yield passage
    yield from (one for one in (came, scrap) if one)


def _text(passage: Passage | None) -> str:
    return passage.text if passage else ""


def _replace(carrier: _Carrier, gone: str, come: str, since: int) -> None:
    done_old = done_new = 0
    for start_old, start_new, length in _standing(gone, come) if gone and come else ():
        carrier.skip(start_old - done_old)
        carrier.insert(since, come[done_new:start_new])
        carrier.keep(length)
        done_old, done_new = start_old + length, start_new + length
    carrier.skip(len(gone) - done_old)
    carrier.insert(since, come[done_new:])


class _Carrier:
    """Reads the old passages from the front and makes the new ones."""

    def __init__(self, before: Sequence[Passage]) -> None:
        self._before = [passage for passage in before if passage.text]
        self._place = 0
        self._at = 0
        self._kept_until: tuple[int, int] | None = None
        """Where in the old passages the last new one ends; None where it is all new."""
        self.passages: list[Passage] = []

    def keep(self, length: int) -> None:
        """The next so many letters stay; what is unbroken stays one passage."""
        for place, start, end in self._read(length):
            passage = self._before[place]
            self._add(passage.since, passage.text[start:end], self._kept_until == (place, start))
            self._kept_until = (place, end)

    def skip(self, length: int) -> None:
        """The next so many letters go."""
        for _ in self._read(length):
            pass

    def insert(self, since: int, text: str) -> None:
        """Letters that were not there."""
        if text:
            self._add(since, text, self._kept_until is None)
            self._kept_until = None

    def _add(self, since: int, text: str, unbroken: bool) -> None:
        if unbroken and self.passages:
            text = self.passages.pop().text + text
        self.passages.append(Passage(since, text))

    def _read(self, length: int) -> Iterator[tuple[int, int, int]]:
        while length:
            end = min(self._at + length, len(self._before[self._place].text))
            yield self._place, self._at, end
            length -= end - self._at
            self._at = end
            if end == len(self._before[self._place].text):
                self._place, self._at = self._place + 1, 0


def _standing(gone: str, come: str) -> list[tuple[int, int, int]]:
    """What stands in both texts, in order: where in the old, where in the new, how long."""
    old, new = words(gone), words(come)
    pairs = _pairs(old, new)
    whole = len(pairs) == min(len(old), len(new))
    starts_old, starts_new = _starts(old), _starts(new)
    found = []
    for first, last in _unbroken(pairs):
        a, b = pairs[first]
        length = starts_old[pairs[last][0] + 1] - starts_old[a]
        if whole or _count(old[a : a + last - first + 1]) >= _SHORTEST:
            found.append((starts_old[a], starts_new[b], length))
    return found


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Equal words in order. Where one side has only words of the other, all of them."""
    fixed = equal_pairs(old, new)
    pairs: list[Pair] = []
    for place, (a, b, c, d) in enumerate(gaps_between(fixed, len(old), len(new))):
        inside = _subsequence(old[a:b], new[c:d])
        if inside is not None:
            pairs += [(a + i, c + j) for i, j in inside]
        elif (inside := _subsequence(new[c:d], old[a:b])) is not None:
            pairs += [(a + j, c + i) for i, j in inside]
        pairs += fixed[place : place + 1]
    return pairs


def _subsequence(short: Sequence[str], long: Sequence[str]) -> list[Pair] | None:
    """Where the words of the short text stand in the long one, in order; None if not all do."""
    pairs = []
    at = 0
    for place, word in enumerate(short):
        while at < len(long) and long[at] != word:
            at += 1
        if at == len(long):
            return None
        pairs.append((place, at))
        at += 1
    return pairs


def _unbroken(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The first and last place of each stretch of pairs that is unbroken on both sides."""
    first = 0
    for place in range(1, len(pairs) + 1):
        before = pairs[place - 1]
        if place == len(pairs) or pairs[place] != (before[0] + 1, before[1] + 1):
            yield first, place - 1
            first = place


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _count(tokens: Sequence[str]) -> int:
    return sum(1 for token in tokens if _WORD.match(token))
