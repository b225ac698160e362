"""What a comparison found equal, made into what a human would leave standing.

A shortest edit script keeps every word it can: an «и» between two rewritten phrases, the commas of
a list that was given anew. A reader takes such scraps for noise. Here they are given up, and what
came or went alone is moved to where a sentence or a phrase begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diffing.vocabulary import Side

Match = tuple[int, int, int]
"""Equal words: where they begin in the old text and in the new one, and how many they are."""

_MARK, _SHORT_WORD, _WORD = 0.25, 0.5, 1.0
"""What counts as a word: a comma does not, nor quite «и», «в», «мен» or «да»; a number does."""
_SHORT = 3
"""Letters of the longest short word."""

_NEVER_A_SCRAP = float("inf")
_SCRAP = 2 * _WORD
"""More than that is never given up for its neighbours' sake."""
_ALONE = 8
"""How many times larger insertions around a scrap are, or deletions, to swallow it."""
_MOSTLY = 3
"""Where so many times more words were replaced than stay in scraps, all of them go."""
_SMALLEST_CLUSTER, _LARGEST_CLUSTER = 3, 24
"""Changes with scraps between them; two are no cluster, and looking for larger ones takes long."""
_LONG_MATCH = 16
"""So many words and marks in a row are no accident, whatever stands around them."""

_REMEMBERED = 20_000
"""Words whose weight is kept: more than the vocabulary of a code."""

_BRACKETS = {"(": ")", "«": "»", "“": "”", "[": "]"}


@lru_cache(maxsize=_REMEMBERED)
def weight(piece: str) -> float:
    """What a word counts, beside another, as something that stayed or changed."""
    word = piece.lstrip()
    if not word[:1].isalnum():
        return _MARK if word else 0.0
    return _WORD if len(word) > _SHORT or any(map(str.isdigit, word)) else _SHORT_WORD


@dataclass(slots=True)
class _Stretch:
    """What went and came before a match, and the match."""

    went: float
    came: float
    match: Match
    weight: float
    """What the match counts; infinite where it surely stays."""


def tidied(matches: Sequence[Match], old: Side, new: Side) -> list[Match]:
    """The matches without scraps, each as long as it can be and at its best place.

    The first match begins both texts (it may be empty), the last one ends both. Swapping the sides
    swaps the result.
    """
    kept = list(matches)
    if matches[1:-1]:
        stretches = _stretches(matches, old.pieces, new.pieces)
        left = _without_scraps(stretches, old.pieces, new.pieces)
        kept = _grown(list(_without_clusters(left)), old.written, new.written)
    return list(_slid(kept, old, new))


def _stretches(
    matches: Sequence[Match], old: Sequence[str], new: Sequence[str]
) -> Iterator[_Stretch]:
    at_old = at_new = 0
    last = len(matches) - 1
    for place, (i, j, length) in enumerate(matches):
        went = sum(map(weight, old[at_old:i]))
        came = sum(map(weight, new[at_new:j]))
        stays = length > _LONG_MATCH or place in {0, last}
        counts = _NEVER_A_SCRAP if stays else sum(map(weight, old[i : i + length]))
        yield _Stretch(went, came, (i, j, length), counts)
        at_old, at_new = i + length, j + length


def _without_scraps(
    stretches: Iterator[_Stretch], old: Sequence[str], new: Sequence[str]
) -> list[_Stretch]:
    """Gives up a match that counts less than what was replaced on either side of it."""
    kept: list[_Stretch] = []
    for after in stretches:
        while kept and kept[-1].weight <= _SCRAP:
            if not (_is_scrap(kept[-1], after) or _is_in_brackets(kept[-1], after, old, new)):
                break
            before = kept.pop()
            after.went += before.went + before.weight
            after.came += before.came + before.weight
        kept.append(after)
    return kept


def _is_scrap(before: _Stretch, after: _Stretch) -> bool:
    """Whether the match of `before`, between what changed before it and after, is one.

    Next to a replacement what counts less is; between words that came and words that went what
    counts no more. Where words only came around it, it must be tiny: giving it up strikes it.
    """
    replaced, also = before.went and before.came, after.went and after.came
    around = before.went + before.came, after.went + after.came
    least = min(around[0] / 2 if replaced else around[0], around[1] / 2 if also else around[1])
    if replaced or also:
        return before.weight < least
    if bool(before.went) != bool(after.went):
        return before.weight <= least
    return before.weight * _ALONE <= least


def _is_in_brackets(
    before: _Stretch, after: _Stretch, old: Sequence[str], new: Sequence[str]
) -> bool:
    """Whether brackets went from around a match, or came: nobody strikes one bracket of two."""
    i, j, length = before.match
    went = before.went and after.went and _is_pair(old[i - 1], old[i + length])
    came = before.came and after.came and _is_pair(new[j - 1], new[j + length])
    return bool(went or came)


def _is_pair(one: str, other: str) -> bool:
    return _BRACKETS.get(one.lstrip()) == other.lstrip()


def _without_clusters(stretches: list[_Stretch]) -> Iterator[Match]:
    """Where most of a passage was replaced it is replaced whole."""
    passage: list[_Stretch] = []
    for stretch in stretches:
        passage.append(stretch)
        if stretch.weight == _NEVER_A_SCRAP:
            yield from _matches_left(passage)
            passage = []


def _matches_left(passage: list[_Stretch]) -> list[Match]:
    """The matches of a passage without those inside its largest cluster of scraps, and so on."""
    for size in range(min(len(passage), _LARGEST_CLUSTER), _SMALLEST_CLUSTER - 1, -1):
        for start in range(len(passage) - size + 1):
            end = start + size
            if _is_cluster(passage[start:end]):
                left = _matches_left(passage[:start]), _matches_left(passage[end:])
                return [*left[0], passage[end - 1].match, *left[1]]
    return [stretch.match for stretch in passage]


def _is_cluster(passage: list[_Stretch]) -> bool:
    stays = sum(stretch.weight for stretch in passage[:-1])
    went = sum(stretch.went for stretch in passage)
    came = sum(stretch.came for stretch in passage)
    return stays * _MOSTLY <= min(went, came) and any(
        stretch.went and stretch.came for stretch in passage
    )


def _grown(matches: list[Match], old: str, new: str) -> list[Match]:
    """The matches with the equal words that stand right before and after them."""
    grown = [matches[0]]
    for i, j, length in matches[1:]:
        a, b, before = grown[-1]
        while a + before < i and b + before < j and old[a + before] == new[b + before]:
            before += 1
        grown[-1] = (a, b, before)
        more = 0
        room = min(i - a, j - b) - before
        while more < room and old[i - 1 - more] == new[j - 1 - more]:
            more += 1
        grown.append((i - more, j - more, length + more))
    return grown


def _slid(matches: list[Match], old: Side, new: Side) -> Iterator[Match]:
    """The matches with what came or went alone moved to the best place between them.

    «и {района, города и} села» may as well be «{и района, города} и села»: it is drawn from the
    beginning of a sentence or a phrase to its end, if it can be.
    """
    before = matches[0]
    for after in matches[1:]:
        went, came = after[0] - before[0] - before[2], after[1] - before[1] - before[2]
        if went and not came:
            step = _best_step(old, before[0] + before[2], after[0], before[2], after[2])
        elif came and not went:
            step = _best_step(new, before[1] + before[2], after[1], before[2], after[2])
        else:
            step = 0
        yield (before[0], before[1], before[2] + step)
        before = (after[0] + step, after[1] + step, after[2] - step)
    yield before


def _best_step(text: Side, start: int, end: int, before: int, after: int) -> int:
    """How far to move text[start:end], which stands between so many equal words on either side."""
    written, pieces = text.written, text.pieces
    left = 0
    while left < before and written[start - left - 1] == written[end - left - 1]:
        left += 1
    right = 0
    while right < after - 1 and written[start + right] == written[end + right]:
        right += 1
    if not left and not right:
        return 0
    steps = range(-left, right + 1)
    return max(
        steps, key=lambda step: (_edge(pieces, start + step) + _edge(pieces, end + step), -step)
    )


def _edge(text: Sequence[str], place: int) -> int:
    """How well a text can be cut before a place."""
    if place == 0 or place >= len(text) - 1:
        return 6
    before, after = text[place - 1].lstrip(), text[place]
    word = after.lstrip()
    parted = len(word) < len(after)
    if before in {".", ";", ":", "!", "?"} and parted:
        return 5
    if "\n" in after:
        return 4
    if before == "," or word in {",", "(", "–", "—"} or before == ")":
        return 3
    return int(parted)
