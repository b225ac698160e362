"""The interface's own words, in Russian, Kazakh and English, and the choice between them.

They stand in gettext catalogues, `locale/<language>/LC_MESSAGES/*.po`: a file a part of the site,
read as they are (there is nothing to compile). Keys are `section.name`, the same in each language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from markupsafe import Markup, escape

from corpus.law import EditionLabel, Language, Precision

DEFAULT_LANGUAGE = Language.RU
_DAY = {Language.RU: "dd.MM.yyyy", Language.KK: "dd.MM.yyyy", Language.EN: "d MMMM y"}
"""As each language writes a day inside a sentence: numbers need no case endings."""


@dataclass(frozen=True)
class Catalogue:
    """The words of one language: what gettext looks up, and every name with its forms."""

    translations: Translations
    forms: Mapping[str, tuple[str, ...]]


@cache
def catalogue(language: Language) -> Catalogue:
    """The catalogue of a language, all its files as one."""
    parts: list[Translations] = []
    forms: dict[str, tuple[str, ...]] = {}
    for file in _files(language):
        with file.open("rb") as opened:
            read = read_po(opened, locale=str(language), abort_invalid=True)
        for message in read:
            if message.id:
                name = message.id if isinstance(message.id, str) else message.id[0]
                words = message.string or ""
                forms[name] = (words,) if isinstance(words, str) else tuple(words)
        compiled = BytesIO()
        write_mo(compiled, read)
        compiled.seek(0)
        parts.append(Translations(compiled))
    whole, *others = parts  # a merged one counts by the rule of the one that it was merged into
    for one in others:
        whole.merge(one)
    return Catalogue(whole, forms)


def section(name: str) -> Mapping[str, Mapping[Language, str]]:
    """The entries of a section without its name, each with its words by language."""
    start = f"{name}."
    return {
        entry.removeprefix(start): {one: catalogue(one).forms[entry][0] for one in Language}
        for entry in catalogue(DEFAULT_LANGUAGE).forms
        if entry.startswith(start)
    }


@cache
def catalogue_version() -> str:
    """Changes with the catalogues: what was written in their words is then no longer current."""
    whole = hashlib.sha256()
    for language in Language:
        for file in _files(language):
            whole.update(file.read_bytes())
    return whole.hexdigest()


def _files(language: Language) -> Iterator[Traversable]:
    folder = files("api.words") / "locale" / language / "LC_MESSAGES"
    yield from sorted(
        (one for one in folder.iterdir() if one.name.endswith(".po")), key=lambda one: one.name
    )


@dataclass(frozen=True)
class Interface:
    """The words of one interface language."""

    language: Language

    def __call__(self, name: str, /, **values: object) -> str:
        """The words for `section.name`, with `{placeholders}` filled in.

        Raises KeyError when the catalogue does not know the name: a defect of a page.
        """
        return self._words(name).format(**values)

    def count(self, name: str, count: int, /, **values: object) -> str:
        """The words for `section.name` in the plural form of a count, which is `{count}` in them.

        Raises KeyError as a call does.
        """
        found = catalogue(self.language)
        if name not in found.forms:
            raise KeyError(name)
        words: str = found.translations.ungettext(name, name, count)
        return words.format(count=self.number(count), **values)

    def number(self, number: float) -> str:
        """A number as this language writes it: thousands are parted."""
        return format_decimal(number, locale=str(self.language))

    def day(self, day: date) -> str:
        """A day as it is written in this language."""
        return format_date(day, _DAY[self.language], locale=str(self.language))

    def label(self, label: EditionLabel) -> str:
        """An edition's label as it is read: a day as the language writes it, a year, or undated."""
        if label.first_day is None:
            return self("edition.undated")
        return self.day(label.first_day) if label.precision is Precision.DAY else str(label)

    def edition(self, label: EditionLabel) -> str:
        """An edition by its label: «редакция 07.02.2022»."""
        return self("edition.named", label=self.label(label))

    def month(self, day: date) -> str:
        """The month of a day, with its year: «июль 2005»."""
        return format_date(day, "LLLL y", locale=str(self.language))

    def sentence(self, name: str, /, **days: date) -> Markup:
        """The words for `section.name` with days in them, each a `<time>` element."""
        words = escape(self._words(name))
        return words.format(**{given: self.time(day) for given, day in days.items()})

    def time(self, day: date) -> Markup:
        """A day as a `<time>` element."""
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.day(day))

    def _words(self, name: str) -> str:
        return catalogue(self.language).forms[name][0]


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
