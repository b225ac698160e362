"""What the words around a number say it counts; one such grammar a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from diffing.languages.numerals import Numeral
from diffing.languages.readings import Measure
from diffing.languages.tokens import Token


@dataclass(frozen=True)
class Counted:
    """What a number counts: the tokens of the whole quantity, and the measure.

    `nothing` is true where the word only looks like a number («один из», «бірі»).
    """

    measure: Measure
    first: int
    end: int
    nothing: bool = False


class Grammar(Protocol):
    """How one language writes quantities."""

    joining: frozenset[str]
    """Words between two numbers that count the same: «от двух до пяти лет»."""

    def number_at(self, tokens: Sequence[Token], first: int) -> Numeral | None:
        """The number that begins at a token."""
        ...

    def counted(self, tokens: Sequence[Token], numeral: Numeral) -> Counted:
        """What the number counts, by the words around it."""
        ...

    def implied(self, tokens: Sequence[Token], at: int) -> Counted | None:
        """One month, one week where no number is written: «в течение месяца», «ай сайын»."""
        ...

    def is_told_before(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """Whether the words say that the number was told before: «указанные три дня»."""
        ...
