"""`a ~5 b`: which pairs of words a chain of operands and distances asks for."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.search.querying.tree import AnyOf, Near, Node, Where, Words

FARTHEST = 50
"""The greatest distance that can be asked for."""


def near(left: Node, right: Node, within: int) -> Sequence[Near]:
    """The pairs of words of which one must be near; none where an operand is not one word.

    `(a OR b) ~5 c` is `a ~5 c OR b ~5 c`. An operand without a field is looked for where the
    other is; two fields never make a pair.
    """
    lefts, rights = _single_words(left), _single_words(right)
    pairs = []
    for one in lefts:
        for other in rights:
            fields = {one.where, other.where} - {Where.TEXT}
            if len(fields) > 1:
                return ()
            where = fields.pop() if fields else Where.TEXT
            pairs.append(Near(one.words[0], other.words[0], within, where))
    return list(dict.fromkeys(pairs))


def _single_words(node: Node) -> list[Words]:
    """The alternatives of an operand; none where it is not made of single words alone."""
    match node:
        case Words((_,)):
            return [node]
        case AnyOf(parts):
            found = [_single_words(part) for part in parts]
            return [word for words in found for word in words] if all(found) else []
        case _:
            return []
