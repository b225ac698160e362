"""The tables of adilet's pages about an act: its edition list and its metadata card.

These pages are small, so they are read with Beautiful Soup; the act's own text, which may be large,
is read by `html_lines` with lxml alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

_LABEL_AND_VALUE = 2


@dataclass(frozen=True)
class ListRow:
    """A row of the edition list: the words of its cells and the links in it."""

    cells: tuple[str, ...]
    links: tuple[str, ...]


def edition_list_rows(body: bytes) -> list[ListRow] | None:
    """The rows of a history page's table, its heading left out; None without such a table."""
    table = _soup(body).select_one("table#ethernatable")
    if table is None:
        return None
    return [
        ListRow(
            tuple(_words(cell) for cell in row.find_all("td")),
            tuple(str(link["href"]) for link in row.find_all("a", href=True)),
        )
        for row in table.find_all("tr")
        if row.find("td")
    ]


def card_rows(body: bytes) -> Iterator[tuple[str, str]]:
    """The rows of a metadata card: label and value."""
    for row in _soup(body).select("div.gs_12 tr"):
        words = [_words(cell) for cell in row.find_all(["td", "th"])]
        if len(words) == _LABEL_AND_VALUE and words[0]:
            yield words[0], words[1]


def _soup(body: bytes) -> BeautifulSoup:
    return BeautifulSoup(body, "lxml", from_encoding="utf-8")


def _words(cell: Tag) -> str:
    return " ".join(cell.get_text().split())
