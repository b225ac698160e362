"""A text as the readers of numbers see it: folded, in words, with what was read already masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from diffing.languages.readings import Reading
from diffing.normalise import cyrillic

_MASK = "\ue000"
LETTER = "[а-яәғқңөұүһі]"
"""A small letter of Russian or Kazakh."""
_TOKEN = re.compile(
    rf"{_MASK}+"
    # «K970167»: a code is a word, not a number.
    rf"|(?:{LETTER}|[a-z])+(?:\d+_?)?"
    # «1 000 000» is one number, «1,5» and «18.00» too; a hyphen always stands for itself.
    r"|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:]\d+)?(?!\d)|\d+"
    r"|[^\s\w]"
)
_CLOCK = re.compile(
    # «18-00»; no unit of a law ends in -00, but «12-30» may be articles.
    r"(?<![\d-])(?P<hours>\d{1,2})-(?P<minutes>00(?!\d)|[0-5]\d(?=\s*час)|(?<=сағат \d\d-)[0-5]\d)"
)
# What may not change the length of the text, so that places stay those of the original.
_FOLDED = str.maketrans(
    {"ё": "е", **dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("\u00a0\u202f\u2009", " ")}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, a number or a sign, and its place in the text."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in figures."""
        return self.text[0].isdecimal()


@dataclass(frozen=True)
class ReadText:
    """A text and what is left of it to read: `left` is folded, as long as `original`."""

    original: str
    left: str

    @classmethod
    def of(cls, original: str) -> ReadText:
        """A text of which nothing has been read."""
        return cls(original, folded(original))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """What is left, word by word; something masked is a token of its own that says nothing."""
        return tuple(
            Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(self.left)
        )

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, as printed."""
        return " ".join(self.original[start:end].split())

    def take(
        self,
        pattern: re.Pattern[str],
        read: Callable[[ReadText, re.Match[str]], Iterator[Reading]],
    ) -> tuple[list[Reading], ReadText]:
        """All that a pattern finds, and the text without it; what gives no reading stays."""
        readings: list[Reading] = []
        left: list[str] = []
        at = 0
        for found in pattern.finditer(self.left):
            own = list(read(self, found))
            if own:
                readings += own
                left += (self.left[at : found.start()], _MASK * len(found.group()))
                at = found.end()
        if not readings:
            return [], self
        return readings, ReadText(self.original, "".join([*left, self.left[at:]]))


def folded(text: str) -> str:
    """The text in small Cyrillic letters and plain hyphens, of the same length.

    Latin letters that look Cyrillic are made so: old Kazakh texts write Latin i for і.
    """
    small = cyrillic(text).lower()
    if len(small) != len(text):  # a letter such as İ becomes two
        small = "".join(letter.lower()[:1] for letter in cyrillic(text))
    return _CLOCK.sub(r"\g<hours>:\g<minutes>", small.translate(_FOLDED))
