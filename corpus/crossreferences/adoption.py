"""The day, or the year, of adoption that stands right beside an act's name, on either side.

An act named with another day is another act, though its form and title are the same.
"""

from __future__ import annotations

import re

from corpus.law import Language

_DAY_RU = r"(?:\d{1,2}\.\d{2}\.\d{4}|\d{1,2}\s+[а-я]+\s+\d{4})(?:\s*(?:года|г\.?)(?!\w))?"
_YEAR_RU = r"\d{4}\s*(?:года|г\.?)(?!\w)"
_WHERE_RU = r"(?:(?:на|в)\s+[^,()\d]{3,60}?\s+)?"
# No plural: «изменения в Закон «О садах», принятые …».
_ADOPTED_RU = r"(?:принят|подписанн|изданн|утвержд[её]нн)(?:ой|ою|ого|ому|ым|ом|ый|ая|ую|ое)(?!\w)"
_DAY_KK = r"\d{4}\s+(?:жылғы|жылы)\s+\d{1,2}\s+[а-яәіғқңөұүһi]+"
_YEAR_KK = r"\d{4}\s+(?:жылғы|жылы)"
_ADOPTED_KK = r"(?:қабылданған|бек[іi]т[іi]лген|шығарылған)"
_DAY_EN = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+,?\s+\d{4}"
    r"|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
)
_ADOPTED_EN = r"(?:which\s+was\s+|as\s+)?(?:adopted|enacted|approved|promulgated|signed)(?!\w)"
_WHERE_EN = r"(?:\s+(?:by|at|in)\s+[^,()\d]{3,60}?)?"

_BEHIND = {
    Language.RU: re.compile(
        rf"\s*[,(]?\s*{_ADOPTED_RU}\s+{_WHERE_RU}(?:{_DAY_RU}|{_YEAR_RU})\)?"
        rf"|\s*\(?\s*(?:от\s+)?(?:{_DAY_RU}|{_YEAR_RU})\)?"
    ),
    Language.KK: re.compile(
        rf"\s*\(\s*(?:{_DAY_KK}|{_YEAR_KK})\s*(?:[^()\d]{{0,60}}?{_ADOPTED_KK})?\s*\)"
    ),
    Language.EN: re.compile(
        rf"\s*[,(]?\s*{_ADOPTED_EN}{_WHERE_EN}\s+(?:on\s+|in\s+)?(?:{_DAY_EN}|\d{{4}}(?!\w))\)?"
        rf"|\s*\(?\s*(?:(?:of|dated)\s+)?(?:{_DAY_EN}|\d{{4}}(?!\w))\)?"
    ),
}
_BEFORE = {
    Language.RU: re.compile(
        rf"{_ADOPTED_RU}\s+{_WHERE_RU}(?:{_DAY_RU}|{_YEAR_RU})\s+$", re.IGNORECASE
    ),
    Language.KK: re.compile(
        rf"(?:{_DAY_KK}|{_YEAR_KK})\s+(?:[^,()\d]{{0,60}}?{_ADOPTED_KK}\s+)?$", re.IGNORECASE
    ),
    Language.EN: re.compile(rf"(?:{_DAY_EN}|(?<!\w)\d{{4}})\s+$"),
}
_FARTHEST = 120
"""So long before a name its day of adoption may begin."""
_YEAR = re.compile(r"(?<![\w./№-])(?:1[89]|20)\d{2}(?!\w)")
_DAY = re.compile(rf"(?<!\w)(?:{_DAY_RU}|{_DAY_KK}|{_DAY_EN})", re.IGNORECASE)
_TITLE = re.compile(r"[«“\"].*[»”\"]")
_VERB = re.compile(rf"(?<!\w)(?:{_ADOPTED_RU}|{_ADOPTED_KK}|{_ADOPTED_EN})(?!\w)", re.IGNORECASE)


def with_day(text: str, start: int, end: int, language: Language) -> tuple[int, int]:
    """The stretch of an act's name from `start` to `end`, with the day that stands beside it."""
    behind = _BEHIND[language].match(text, end)
    begun = max(0, start - _FARTHEST)
    before = _BEFORE[language].search(text[begun:start])
    return begun + before.start() if before else start, behind.end() if behind else end


def years_told(words: str) -> frozenset[int]:
    """The years in an act's name; not those in its title."""
    return frozenset(int(one.group()) for one in _YEAR.finditer(_TITLE.sub(" ", words)))


def tells_day(words: str) -> bool:
    """Whether an act's name has a day, in whatever spelling; one in its title is none."""
    return _DAY.search(_TITLE.sub(" ", words)) is not None


def without_verb(words: str) -> str:
    """Words of a name without «принятого», «қабылданған», "adopted"."""
    return _VERB.sub(" ", words)
