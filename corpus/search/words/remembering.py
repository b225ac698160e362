"""What was made of texts, kept: most words and lines of the law come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


class Remembered(dict[str, Made]):
    """What a function made of a text; asked for with `[text]`.

    Forgets all when the texts have more than `most` signs together.
    """

    def __init__(self, make: Callable[[str], Made], most: int) -> None:
        self._make = make
        self._most = most
        self._held = 0

    def __missing__(self, text: str) -> Made:
        if self._held > self._most:
            self._held = 0
            self.clear()
        self._held += len(text)
        return self.setdefault(text, self._make(text))
