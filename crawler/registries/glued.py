"""Lines in which a conversion lost the line breaks: «Статья 2. Свобода выборовВыборы в …».

What is cut apart keeps every letter: only the place of the lost break is found again, by a letter,
bracket or stop that is followed without a space by a number of a point or by a capital letter.
"""

from __future__ import annotations

import re
from itertools import pairwise

_LOW = "а-яёәғқңөұүһіi"
_HIGH = "А-ЯЁӘҒҚҢӨҰҮҺІ"
# «полномочий1. Государственными», «образуют:1) Центральная»; but not «ст.2)» nor «N 7.».
_POINT = (
    rf"(?:(?<=[{_LOW}\"»);:])|(?<=[{_LOW}]{{3}}\.))(?=\d{{1,3}}(?:-\d+)?[.)]\s+[{_LOW}{_HIGH}\"«(])"
)
_SENTENCE = rf"(?<=[{_LOW}]{{3}}\.)(?=[{_HIGH}][{_LOW}])"
_BREAKS = re.compile(f"{_POINT}|{_SENTENCE}")
_BODY = re.compile(rf"(?<=[{_LOW}»\")])(?=[{_HIGH}«\"][{_LOW}{_HIGH}]*\s)")
_HEADED = re.compile(
    rf"^(?:(?:Статья|Глава|Раздел|Параграф)\s+[\dIVXLІХ]|\d+(?:-\d+)*\s*-\s*(?:бап|тарау|бөл[{_LOW}]м)\b)",
    re.IGNORECASE,
)


def is_headed(text: str) -> bool:
    """Whether an unmarked line begins as the heading of an article, chapter or section."""
    return _HEADED.match(text) is not None


def split_run_on(text: str) -> list[str]:
    """A line cut before each point or sentence that is glued to what stands before it."""
    places = [0, *(match.start() for match in _BREAKS.finditer(text)), len(text)]
    return [piece for start, end in pairwise(places) if (piece := text[start:end].strip())]


def split_heading(text: str) -> list[str]:
    """A heading and the body that runs on in its line: the heading first, then the paragraphs."""
    number = _HEADED.match(text)
    first, *rest = split_run_on(text)
    body = _BODY.search(first, number.end() if number else 0)
    if body is None:
        return [first, *rest]
    return [first[: body.start()].strip(), first[body.start() :].strip(), *rest]
