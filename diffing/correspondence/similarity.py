"""How alike rules are: weighted word statistics of the regulation's own vocabulary.

A word weighs by how few of the rules have it (inverse document frequency over both sides), so the
names that every article repeats («аким города районного значения») count for nearly nothing and
what is particular to a rule («подписной лист», «двадцать пять лет») for much. Words are compared by
stem, single and in pairs with one of the next two; the first words of a rule, which name its
subject, count twice. The similarity is the cosine of the weights: 1 for the same words, 0 for none
in common. It is symmetric and does not depend on the order of the rules.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from diffing.correspondence.vectors import Vectors

GAP = "…"
Term = str | tuple[str, ...]
"""A stem, two neighbouring stems, or two with a `GAP` of one word between them."""
Terms = Counter[Term]

_PAIR_WEIGHT = 0.6
"""What a pair of words counts beside a single one."""
_SUBJECT = 5
"""So many words at the beginning of a rule name its subject."""


@dataclass(frozen=True)
class Reader:
    """Cuts texts of one language into terms; the analyser remembers stems across calls."""

    analyser: Analyser
    language: Language

    def terms(self, text: str) -> Terms:
        """The stems of a text and the pairs of near ones, with how often they occur."""
        found: Terms = Counter()
        lines = [self.analyser.streams(line, self.language)[1] for line in text.split("\n")]
        for stems in lines:
            found.update(stems)
            found.update(pairwise(stems))
            found.update((one, GAP, other) for one, other in zip(stems, stems[2:], strict=False))
        found.update(lines[0][:_SUBJECT])
        return found


class Vocabulary:
    """What the words of a regulation weigh, learnt from all rules of both sides."""

    def __init__(self, rules: Iterable[Terms]) -> None:
        seen: Counter[Term] = Counter()
        count = 0
        for rule in rules:
            seen.update(rule.keys())
            count += 1
        self._columns = {term: column for column, term in enumerate(seen)}
        self._weights = {
            term: math.log((count + 1) / rules_with_it)
            * (_PAIR_WEIGHT if isinstance(term, tuple) else 1.0)
            for term, rules_with_it in seen.items()
        }

    def vectors(self, texts: Sequence[Terms]) -> Vectors:
        """A row a text, of length one; words that no rule has are left out."""
        return Vectors.of([self._row(terms) for terms in texts])

    def _row(self, terms: Terms) -> list[tuple[int, float]]:
        weights = {
            self._columns[term]: self._weights[term] * (1 + math.log(times))
            for term, times in terms.items()
            if term in self._weights
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return [(column, weight / length) for column, weight in weights.items()]
