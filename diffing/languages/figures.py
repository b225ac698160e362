"""Numbers in figures: what they are worth, and the endings they take («5-ти», «7-ден»)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from diffing.languages.tokens import Token

_CLOCK = re.compile(r"(\d{1,2})[:.]([0-5]\d)")
_HOURS = 24


def worth(text: str) -> tuple[Fraction, str]:
    """The value of `1 000 000`, `1,5` or `2.5`, and the time that figures may be: `18:30`."""
    text = text.replace(" ", "")
    clock = _CLOCK.fullmatch(text)
    value = Fraction(text.replace(",", ".").replace(":", "."))
    if clock and int(clock[1]) <= _HOURS:
        return value, f"{int(clock[1])}:{clock[2]}"
    return value, ""


def ending_at(tokens: Sequence[Token], at: int, endings: re.Pattern[str]) -> str:
    """The ending that a hyphen without spaces joins to the figures before `at`; else nothing."""
    if at + 1 >= len(tokens) or tokens[at].text != "-":
        return ""
    joined = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return tokens[at + 1].text if joined and endings.fullmatch(tokens[at + 1].text) else ""


def share_at(tokens: Sequence[Token], first: int) -> Fraction | None:
    """The part that `2/3` without spaces says; None if no such figures stand there."""
    if first + 2 >= len(tokens):
        return None
    above, line, below = tokens[first : first + 3]
    joined = line.text == "/" and above.end == line.start and line.end == below.start
    if not joined or not above.text.isdecimal() or not below.text.isdecimal():
        return None
    part, whole = int(above.text), int(below.text)
    return Fraction(part, whole) if 0 < part < whole else None
