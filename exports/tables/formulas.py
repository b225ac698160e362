"""Cells that a spreadsheet would take for formulas."""

from __future__ import annotations

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CUT_OFF_FIRST = " \n\u00a0"
"""What a spreadsheet may leave out at the beginning of a cell."""


def begins_a_formula(cell: str) -> bool:
    """Whether a text would be computed; a number with its sign would not.

    Source: OWASP, CSV injection.
    """
    return cell.lstrip(_CUT_OFF_FIRST).startswith(_BEGIN_A_FORMULA) and not _is_number(cell)


def no_formula(cell: str) -> str:
    """The cell of a text file; an apostrophe before what begins like a formula makes it text."""
    return f"'{cell}" if begins_a_formula(cell) else cell


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").removeprefix("+")
    return digits.replace(".", "", 1).replace(",", "", 1).isdecimal()
