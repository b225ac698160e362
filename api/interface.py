"""The interface's own words, in Russian, Kazakh and English, and the choice between them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from corpus.law import Language

DEFAULT_LANGUAGE = Language.RU


@cache
def catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The catalogue file: section, name, language, words."""
    return tomllib.loads((files("api") / "interface.toml").read_text(encoding="utf-8"))


@cache
def catalogue_version() -> str:
    """Changes with the catalogue: what was written in its words is then no longer current."""
    return hashlib.sha256((files("api") / "interface.toml").read_bytes()).hexdigest()


def catalogue_entry(name: str) -> Mapping[str, str]:
    """The words for `section.name` in each language; raises KeyError."""
    section, _, entry = name.partition(".")
    return catalogue()[section][entry]


@dataclass(frozen=True)
class Interface:
    """The words of one interface language."""

    language: Language

    def __call__(self, name: str, /, **values: object) -> str:
        """The words for `section.name`, with `{placeholders}` filled in.

        Raises KeyError when the catalogue does not know the name: a defect of a page.
        """
        return catalogue_entry(name)[self.language].format(**values)

    def day(self, day: date) -> str:
        """A day as it is written in this language."""
        if self.language is Language.EN:
            return f"{day.day} {day:%B} {day.year}"
        return f"{day:%d.%m.%Y}"

    def sentence(self, name: str, /, **days: date) -> Markup:
        """The words for `section.name` with days in them, each a `<time>` element."""
        words = escape(catalogue_entry(name)[self.language])
        return words.format(**{given: self.time(day) for given, day in days.items()})

    def time(self, day: date) -> Markup:
        """A day as a `<time>` element."""
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.day(day))


def choose_language(asked: str | None, accept_language: str) -> Language:
    """The interface language: the one asked for, else the browser's best, else Russian."""
    if asked in set(Language):
        return Language(asked)
    ranked: list[tuple[float, int, str]] = []
    for order, item in enumerate(accept_language[:500].split(",")):
        tag, _, parameters = item.partition(";")
        name, _, weight = parameters.strip().partition("=")
        try:
            quality = float(weight) if name.strip() == "q" else 1.0
        except ValueError:
            quality = 0.0
        ranked.append((-quality, order, tag.strip().lower().split("-")[0]))
    for negative_quality, _order, tag in sorted(ranked):
        if negative_quality < 0 and tag in set(Language):
            return Language(tag)
    return DEFAULT_LANGUAGE
