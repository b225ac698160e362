"""Registry numbers of the acts that notes name: by the registry's link, else by its numbering rule.

Up to 2010 an act's code is the letter of its form, two digits of the year, the number in seven
digits and an underscore (`Z090000126_`); from 2011 the number has eight digits (`Z1100000479`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from corpus.amendments import NgrGround, without_convocation
from corpus.law import Link
from corpus.notes.mentions import Mention, bare_number
from corpus.notes.slips import day_meant

_IN_ADDRESS = re.compile(r"/docs/([A-Z]\d{9}_|[A-Z]\d{10})(?![\w])")
_LETTERS = {
    "law": "Z",
    "constitutional law": "Z",
    "code": "K",
    "presidential decree": "U",
    "government resolution": "P",
}
_NEW_CODES_FROM = 2011
_FIRST_YEAR_OF_CODES = 50
"""«50» and above are years of the last century."""
_FIRST_YEAR = 1996
"""Of 1995 and before the decrees with the force of law stand under other letters."""


class Links:
    """The links of a note that are not used yet: each is of one act."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._left = [(bare_number(link.text), link.href) for link in links]

    def take(self, number: str | None) -> str | None:
        """The address of the first link left whose words are a number; it is used up."""
        for place, (own, href) in enumerate(self._left):
            if number and own == number:
                del self._left[place]
                return href
        return None


def day_of(mention: Mention, href: str | None) -> date | None:
    """The day of an act that is named, with the registry's link of it; None where it is unsure.

    One that is written with a slip is a day where the link, or the number, leaves only one.
    """
    if mention.day is None:
        return None
    if mention.day.on is not None:
        return mention.day.on
    return day_meant(mention.day.meant, mention.number, _year_in(href))


def _year_in(href: str | None) -> int | None:
    """The year that the code in a registry's address tells; None where there is no such code."""
    found = _IN_ADDRESS.search(href or "")
    if found is None:
        return None
    short = int(found[1][1:3])
    return short + (1900 if short >= _FIRST_YEAR_OF_CODES else 2000)


def ngr_of(
    href: str | None, form: str | None, adopted: date | None, number: str | None
) -> tuple[str | None, NgrGround | None]:
    """An act's registry number and how it is known; (None, None) where it cannot be told."""
    if href and (found := _IN_ADDRESS.search(href)):
        return found[1], NgrGround.LINK
    letter = _LETTERS.get(form or "")
    digits = without_convocation(number or "")
    if letter is None or adopted is None or adopted.year < _FIRST_YEAR or not digits.isdigit():
        return None, None
    year = f"{adopted.year % 100:02d}"
    if adopted.year < _NEW_CODES_FROM:
        return f"{letter}{year}{int(digits):07d}_", NgrGround.RULE
    return f"{letter}{year}{int(digits):08d}", NgrGround.RULE
