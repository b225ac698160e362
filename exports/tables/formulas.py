"""Cells of text files that a spreadsheet would take for formulas."""

from __future__ import annotations

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CUT_OFF_FIRST = " \n\u00a0"
"""What a spreadsheet may leave out at the beginning of a cell."""


def no_formula(cell: str) -> str:
    """The cell; where it begins like a formula with an apostrophe before it, which makes it text.

    Numbers stay as they are, with their sign. Source: OWASP, CSV injection.
    """
    if not cell.lstrip(_CUT_OFF_FIRST).startswith(_BEGIN_A_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").removeprefix("+")
    return digits.replace(".", "", 1).replace(",", "", 1).isdecimal()
