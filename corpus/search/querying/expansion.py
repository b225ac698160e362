"""Other words for the same thing, added to the conditions of a query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.law import Language
from corpus.search.querying.synonyms import Synonyms, Term
from corpus.search.querying.tree import AllOf, AnyOf, Near, Node, Words, positive_leaves
from corpus.search.words.analysis import Analyser

MOST_ADDED = 120
"""How many conditions are added to one query; words after that stay alone."""

MOST_SHOWN = 4
"""How many of the words added to one are shown in a line."""

_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]")


@dataclass(frozen=True)
class Added:
    """What was added to a word, or a term of several, as written in the file of synonyms."""

    typed: str
    others: tuple[str, ...]

    def __str__(self) -> str:
        """In one short line: `маслихат → местный представительный орган, мәслихат`."""
        more = ", …" if len(self.others) > MOST_SHOWN else ""
        return f"{self.typed} → {', '.join(self.others[:MOST_SHOWN])}{more}"


@dataclass(frozen=True)
class Expanded:
    """The conditions with what was added; `cut`: not all could be added."""

    root: Node
    also: tuple[Added, ...] = ()
    cut: bool = False


def expanded(
    root: Node,
    synonyms: Synonyms,
    analyser: Analyser,
    *,
    cross: bool = False,
) -> Expanded:
    """Conditions with the synonyms of their words, forms of a word counting as the word.

    Words in quotes and beginnings of words stay alone, and so does what is negated: `-ЦИК` leaves
    out texts with that word and no others. A word that is a term of two languages is
    taken for a Russian one, in a query with Kazakh letters for a Kazakh one. Terms of other
    languages are added only with `cross`. The languages of the texts that are looked for do not
    matter: counts of languages would not fit what is found in each.
    """
    kazakh = any(_KAZAKH_LETTERS.search(word) for word in _words(root))
    languages = sorted(
        Language, key=lambda one: one is not (Language.KK if kazakh else Language.RU)
    )
    expansion = _Expansion(synonyms, analyser, languages, cross=cross)
    added = expansion.of(root)
    also = tuple(Added(typed, tuple(others)) for typed, others in expansion.also.items())
    return Expanded(added, also, expansion.cut)


class _Expansion:
    """Goes through one tree."""

    def __init__(
        self,
        synonyms: Synonyms,
        analyser: Analyser,
        languages: Sequence[Language],
        *,
        cross: bool,
    ) -> None:
        self._synonyms = synonyms
        self._analyser = analyser
        self._languages = languages
        self._cross = cross
        self._added = 0
        self.also: dict[str, dict[str, None]] = {}
        self.cut = False

    def of(self, node: Node) -> Node:
        match node:
            case AllOf(parts):
                together = self._all_of(parts)
                return AllOf(together) if len(together) > 1 else together[0]
            case AnyOf(parts):
                return AnyOf(tuple(self.of(part) for part in parts))
            case Near():
                return self._near(node)
            case Words():
                return self._all_of((node,))[0]
            case _:
                return node

    def _all_of(self, parts: Sequence[Node]) -> tuple[Node, ...]:
        """Conditions of which runs of words that make a term also have its synonyms."""
        done: list[Node] = []
        at = 0
        while at < len(parts):
            for run in self._runs(parts, at):
                typed = tuple(word for words in run for word in words.words)
                if others := self._others(typed):
                    own: Node = AllOf(run) if len(run) > 1 else run[0]
                    added = [Words(term.words, run[0].where) for term in others]
                    done.append(self._any_of(own, typed, others, added))
                    at += len(run)
                    break
            else:
                part = parts[at]
                done.append(part if isinstance(part, Words) else self.of(part))
                at += 1
        return tuple(done)

    def _runs(self, parts: Sequence[Node], start: int) -> list[tuple[Words, ...]]:
        """The runs of words outside quotes, in one field, that begin here; the longest first."""
        runs: list[tuple[Words, ...]] = []
        run: tuple[Words, ...] = ()
        for part in parts[start:]:
            if not isinstance(part, Words) or part.quoted or (run and part.where != run[0].where):
                break
            run = (*run, part)
            if sum(len(words.words) for words in run) > self._synonyms.longest:
                break
            runs.append(run)
        return runs[::-1]

    def _near(self, node: Near) -> Node:
        lefts, rights = ((word, *self._single(word)) for word in (node.left, node.right))
        pairs = [
            Near(left, right, node.within, node.where)
            for left in lefts
            for right in rights
            if (left, right) != (node.left, node.right)
        ]
        if not pairs or not self._room(len(pairs)):
            return node
        for typed, others in ((node.left, lefts[1:]), (node.right, rights[1:])):
            self._tell(typed, others)
        return AnyOf((node, *pairs), synonyms=True)

    def _single(self, word: str) -> list[str]:
        return [term.words[0] for term in self._others((word,)) if len(term.words) == 1]

    def _others(self, typed: tuple[str, ...]) -> tuple[Term, ...]:
        for language in self._languages:
            found = self._synonyms.find(language, self._analyser.stems(typed, language))
            if found:
                group, term = found
                among = self._languages if self._cross else (language,)
                return tuple(
                    one for one in group.others(term, among) if one.words not in (typed, term.words)
                )
        return ()

    def _any_of(
        self, own: Node, typed: Sequence[str], others: Sequence[Term], added: Sequence[Node]
    ) -> Node:
        if not self._room(len(added)):
            return own
        self._tell(" ".join(typed), [term.written for term in others])
        return AnyOf((own, *added), synonyms=True)

    def _tell(self, typed: str, others: Sequence[str]) -> None:
        if others:
            self.also.setdefault(typed, {}).update(dict.fromkeys(others))

    def _room(self, more: int) -> bool:
        self.cut = self.cut or self._added + more > MOST_ADDED
        if not self.cut:
            self._added += more
        return not self.cut


def _words(root: Node) -> list[str]:
    found: list[str] = []
    for leaf in positive_leaves(root):
        match leaf:
            case Words(words):
                found += words
            case Near(left, right):
                found += [left, right]
    return found
