"""The saved pages of the tests: own words in the registries' shapes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.law import Language
from corpus.structure.lines import Line, Role
from crawler.registries.pages import Format, PageSource

PAGES = Path(__file__).parents[2] / "registry"
NGR = "Z990000777_"
SOURCE = PageSource(NGR, Language.RU, Format.ADILET)


def page(name: str) -> bytes:
    """The bytes of a saved page."""
    return (PAGES / name).read_bytes()


def source(**known: object) -> PageSource:
    """The source of the sample act's Russian page, with what the test changes."""
    return replace(SOURCE, **known)  # type: ignore[arg-type] # the tests name real fields


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def words(lines: list[Line]) -> str:
    """All words of lines without white space."""
    return squeezed("".join(line.words for line in lines))


def of(lines: list[Line], role: Role) -> list[str]:
    """The words of the lines of a role."""
    return [line.words for line in lines if line.role is role]


def the(lines: list[Line], start: str) -> Line:
    """The one line that begins with some words."""
    (found,) = [line for line in lines if line.words.startswith(start)]
    return found
