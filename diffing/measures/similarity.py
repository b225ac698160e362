"""How much of their words any two editions share, article by article.

The share is Dice's: twice the common words of each article that both hold, over the words of both.
A word that an article has three times here and twice there is common twice. Words are compared as
the law says them: look-alike letters, kinds of dashes, invisible characters and footnote marks
make no difference. An article that only one of two editions has, though both hold its place, shares
nothing; one whose place only one holds does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffing.measures.words import words_in
from diffing.normalise import RULES, folded

_FOLDS = tuple(
    rule
    for rule in RULES
    if rule.name
    in {"composition", "invisible characters", "footnote marks", "dashes", "look-alike letters"}
)

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Similarity:
    """Any two editions against each other, in the order in which they were given.

    `common[a][b]` words of edition a are common with b; `words[a][b]` are the words that a has in
    the places both hold; `articles[a][b]` of those places at least one has an article in.
    """

    common: tuple[tuple[int, ...], ...]
    words: tuple[tuple[int, ...], ...]
    articles: tuple[tuple[int, ...], ...]

    def share(self, one: int, other: int) -> float | None:
        """The share of common words, 0 to 1; None where there is no word to compare.

        Symmetric; 1 for an edition against itself.
        """
        both = self.words[one][other] + self.words[other][one]
        return 2 * self.common[one][other] / both if both else None

    def matrix(self) -> tuple[tuple[float | None, ...], ...]:
        """All shares."""
        places = range(len(self.common))
        return tuple(tuple(self.share(one, other) for other in places) for one in places)


def similarity(articles: Sequence[Sequence[str | None]], editions: int) -> Similarity:
    """The similarity of so many editions from their articles' texts.

    Each article is a text an edition: "" where the edition holds its place and has none, None where
    it does not hold the place. Each distinct text is cut into words once, and two texts of one
    article are compared once, however many editions have them.
    """
    common, words, counted = (np.zeros((editions, editions), dtype=np.int64) for _ in range(3))
    for texts in articles:
        held = np.array([text is not None for text in texts], dtype=bool)
        both = np.outer(held, held)
        distinct = list(dict.fromkeys(text or "" for text in texts))
        version = np.array([distinct.index(text or "") for text in texts], dtype=np.intp)
        shared = _shared([Counter(words_in(folded(text, _FOLDS))) for text in distinct])
        lengths = np.diag(shared)
        common += np.where(both, shared[np.ix_(version, version)], 0)
        words += np.where(both, lengths[version][:, None], 0)
        present = np.array([bool(text) for text in texts], dtype=bool)
        counted += both & (present[:, None] | present[None, :])
    return Similarity(_tuples(common), _tuples(words), _tuples(counted))


def _shared(bags: Sequence[Counter[str]]) -> Numbers:
    """How many words any two bags share; on the diagonal how many each has."""
    shared = np.zeros((len(bags), len(bags)), dtype=np.int64)
    for place, bag in enumerate(bags):
        shared[place, place] = bag.total()
        for other in range(place):
            number = (bag & bags[other]).total()
            shared[place, other] = shared[other, place] = number
    return shared


def _tuples(numbers: Numbers) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(map(int, row)) for row in numbers)
