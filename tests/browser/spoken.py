"""What a page says, piece by piece, each with the language that the page gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

_UNSPOKEN = frozenset({"script", "style", "code", "pre", "kbd"})
"""What is read by programs, or typed."""
_SAID = ("title", "alt", "placeholder", "aria-label")
"""Attributes that are read out or shown."""


@dataclass(frozen=True)
class Said:
    """A piece of text; `language` is that of the nearest element inside the page that names one.

    None: the page's own.
    """

    text: str
    language: str | None


def said(page: str) -> Iterator[Said]:
    """Every piece of text and every spoken attribute of a page, in order."""
    html = BeautifulSoup(page, "lxml").html
    if html is None:
        raise ValueError("this is no page")
    yield from _said(html, None)


def _said(element: Tag, language: str | None) -> Iterator[Said]:
    if element.name in _UNSPOKEN:
        return
    if element.name != "html" and isinstance(own := element.get("lang"), str):
        language = own
    attributes = list(_SAID)
    if element.name == "meta" and element.get("name") == "description":
        attributes.append("content")
    for name in attributes:
        if isinstance(told := element.get(name), str) and told.strip():
            yield Said(told.strip(), language)
    for child in element.children:
        if isinstance(child, Tag):
            yield from _said(child, language)
        elif not isinstance(child, PreformattedString) and str(child).strip():
            yield Said(str(child).strip(), language)
