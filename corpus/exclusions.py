"""What an edition says was excluded from it: the reason why a number or a wording may be missing.

Read from the registry's footnotes and from headings such as «Статья 30. (исключена)»; this only
tells what may be missing, it is no reading of amendments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.keys import SEPARATOR, arabic
from corpus.law import Article, Edition

_EXCLUDED = re.compile(
    r"исключ(?:ен|ить)|утрат\w*\s+силу|упразднен|не\s+действу"
    r"|алып\s+таста|алынып\s+таста|күші\w*\s+жой|жойылды"
    r"|exclud|repeal|delet|annul|ceased|<\s*\*\s*>",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"глав|раздел|параграф|приложени|тарау|бөлім|қосымша|chapter|section|annex|appendix",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.-])(?:\d{1,4}(?:-\d{1,3})*|[IVXLІХ]+)\b(?!\.\d)")
_RANGE = re.compile(r"(?<![\w.])(\d{1,4})\s*[-–—]\s*(\d{1,4})(?!\w)")
_LONGEST_RANGE = 200


@dataclass(frozen=True)
class Exclusions:
    """The numbers that an edition's exclusion notes name: of articles, and of divisions."""

    numbers: frozenset[str]
    divisions: frozenset[str]

    def explain(self, number: str, divisions: tuple[str, ...] = ()) -> bool:
        """Whether a note says that an article, or a division it stood in, was excluded."""
        if number in self.numbers:
            return True
        own = (key.rpartition(SEPARATOR)[2].partition("_")[2] for key in divisions)
        return any(one in self.divisions for one in own)


def exclusions(edition: Edition) -> Exclusions:
    """Everything that an edition's footnotes say was excluded."""
    numbers: set[str] = set()
    divisions: set[str] = set()
    for _, note in edition.footnotes():
        # A footnote may tell several things; numbers count where exclusion is spoken of.
        for sentence in re.split(r"[;\n]|\.\s+(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])", note.text):
            if says_excluded(sentence):
                named = _numbers(sentence)
                numbers |= named
                if _DIVISION.search(sentence):
                    divisions |= named
    return Exclusions(frozenset(numbers), frozenset(divisions))


def says_excluded(text: str) -> bool:
    """Whether a text speaks of something being excluded or having lost its force."""
    return bool(_EXCLUDED.search(text))


def is_excluded(article: Article) -> bool:
    """Whether an article says of itself that it was excluded."""
    return says_excluded(article.text())


def _numbers(text: str) -> set[str]:
    found = {arabic(number) for number in _NUMBER.findall(text)}
    for first, last in _RANGE.findall(text):
        if int(first) < int(last) <= int(first) + _LONGEST_RANGE:
            found |= {str(number) for number in range(int(first), int(last) + 1)}
    return found
