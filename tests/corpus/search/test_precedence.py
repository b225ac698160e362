"""What binds tighter: a query means what it was written to mean, whatever holds of its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from corpus.search.querying.parsing import parse_query
from corpus.search.querying.tree import AllOf, AnyOf, Node, Not, Words
from corpus.search.words.analysis import Analyser

LETTERS = ("а", "б", "в", "г")
Holds = Mapping[str, bool]


@dataclass(frozen=True)
class Meant:
    """A query as typed, what it means, and how loosely it is held together (0: not at all)."""

    text: str
    holds: Callable[[Holds], bool]
    loose: int = 0

    def in_place(self, loosest: int) -> str:
        """The text, in brackets where they are needed."""
        return self.text if self.loose <= loosest else f"({self.text})"


def word(letter: str) -> Meant:
    return Meant(letter, lambda holds: holds[letter])


def bracketed(part: Meant) -> Meant:
    return Meant(f"( {part.text} )", part.holds)


def negated(sign: str, part: Meant) -> Meant:
    inner = part.in_place(-1 if part.text.startswith("-") else 0)  # -- is one minus
    return Meant(f"{sign}{inner}", lambda holds: not part.holds(holds))


def conjoined(sign: str, parts: Sequence[Meant]) -> Meant:
    text = sign.join(part.in_place(1) for part in parts)
    return Meant(text, lambda holds: all(part.holds(holds) for part in parts), 1)


def alternative(sign: str, parts: Sequence[Meant]) -> Meant:
    text = sign.join(part.in_place(2) for part in parts)
    return Meant(text, lambda holds: any(part.holds(holds) for part in parts), 2)


def compound(parts: st.SearchStrategy[Meant]) -> st.SearchStrategy[Meant]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        st.builds(bracketed, parts),
        st.builds(negated, st.sampled_from(["-", "NOT ", "НЕ "]), parts),
        st.builds(conjoined, st.sampled_from([" ", "  ", " AND ", " И ", " ЖӘНЕ "]), several),
        st.builds(alternative, st.sampled_from([" OR ", " ИЛИ ", " НЕМЕСЕ "]), several),
    )


queries = st.recursive(st.sampled_from(LETTERS).map(word), compound, max_leaves=12)


def true(node: Node | None, holds: Holds) -> bool:
    match node:
        case Words((letter,)):
            return holds[letter]
        case Not(part):
            return not true(part, holds)
        case AllOf(parts):
            return all(true(part, holds) for part in parts)
        case AnyOf(parts):
            return any(true(part, holds) for part in parts)
    raise AssertionError(node)


@given(queries)
def test_a_query_means_what_it_was_written_to_mean(meant: Meant) -> None:
    parsed = parse_query(meant.text, Analyser().words)
    assert not parsed.ignored
    for truths in product([True, False], repeat=len(LETTERS)):
        holds = dict(zip(LETTERS, truths, strict=True))
        assert true(parsed.root, holds) == meant.holds(holds), meant.text
