"""Renamings that a law ordered throughout a text, and the file of those that no footnote tells.

«По всему тексту слова "аульных (сельских)" заменены словами "сельских"» changes many articles and
the meaning of none. The file is `renamings.toml` beside this module, or another of its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from corpus.handwritten import (
    STRICT,
    HandwrittenError,
    Places,
    RegistryNumber,
    read_document,
    read_text,
)
from corpus.law import Language


class RenamingsError(HandwrittenError):
    """The file of renamings cannot be used; the message names the file, the line and the entry."""


@dataclass(frozen=True)
class Renaming:
    """An order to put other words in the place of some, wherever a text has them.

    `words` are pairs, old and new: each form that the order names, or the dictionary form. `by` is
    the number of the ordering act, `day` the day it changed the text as far as known. `within` are
    the keys of the articles and divisions it is for, none: the whole act; `outside` those it is
    not for. `quote` is where it was read: the note's own words, or an address.
    """

    acts: tuple[str, ...]
    language: Language
    words: tuple[tuple[str, str], ...]
    by: str = ""
    day: date | None = None
    within: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    quote: str = ""

    def is_for(self, key: str, divisions: tuple[str, ...]) -> bool:
        """Whether it is for an article, or a division, that stands in some divisions."""
        places = {key, *divisions}
        return not places & {*self.outside} and (not self.within or bool(places & {*self.within}))


def load_renamings(path: Path | None = None) -> tuple[Renaming, ...]:
    """Read a file of renamings; without a path the one that comes with Nusqa.

    Raises RenamingsError.
    """
    path = path or Path(__file__).with_suffix(".toml")
    return read_renamings(read_text(path, "the file of renamings", RenamingsError), path.name)


def read_renamings(text: str, name: str = "renamings.toml") -> tuple[Renaming, ...]:
    """Read the text of a file of renamings; `name` is what errors call it.

    Raises RenamingsError.
    """
    places = Places(name, text, named_by=("by",))
    return tuple(
        Renaming(
            acts=tuple(entry.acts),
            language=language,
            words=tuple((old, new) for old, new in words),
            by=entry.by,
            day=entry.date_,
            quote=entry.source,
        )
        for entry in read_document(text, _File, places, RenamingsError).renaming
        for language, words in ((Language.RU, entry.ru), (Language.KK, entry.kk))
        if words
    )


_Text = Annotated[str, StringConstraints(min_length=1)]
_Pair = Annotated[list[_Text], Field(min_length=2, max_length=2)]


class _Entry(BaseModel):
    model_config = STRICT

    acts: Annotated[list[RegistryNumber], Field(min_length=1)]
    by: _Text
    date_: Annotated[date, Field(alias="date")]
    source: _Text
    ru: list[_Pair] = []
    kk: list[_Pair] = []


class _File(BaseModel):
    model_config = STRICT

    renaming: list[_Entry] = []
