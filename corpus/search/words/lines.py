"""Texts cut into lines that can be looked at alone."""

from __future__ import annotations

from collections.abc import Iterator


def lines(text: str) -> Iterator[str]:
    """The lines of a text; the newlines between them are all that is left out.

    A line that ends with a figure goes on: whether `20-25` is a range, the next word decides.
    """
    begun = ""
    for line in text.split("\n"):
        whole = f"{begun}\n{line}" if begun else line
        if whole.rstrip()[-1:].isdecimal():
            begun = whole
        else:
            begun = ""
            yield whole
    if begun:
        yield begun
