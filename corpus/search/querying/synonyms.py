"""Other words for the same thing, read from `synonyms.toml`, which says what may stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, model_validator

from corpus.handwritten import STRICT, HandwrittenError, Places, read_document, read_text
from corpus.handwritten import Words as Written
from corpus.law import Language
from corpus.search.words.analysis import Analyser

LONGEST_TERM = 8
"""How many words a term may have."""


class SynonymsError(HandwrittenError):
    """The file of synonyms cannot be used; the message names the file, the line and the entry."""


@dataclass(frozen=True)
class Term:
    """A way to call a thing: as written in the file, and its words in normal form."""

    language: Language
    written: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """All terms for one thing. `ground` says why they mean the same."""

    key: str
    terms: tuple[Term, ...]
    ground: str

    def others(self, term: Term, languages: Sequence[Language]) -> tuple[Term, ...]:
        """The other terms, those of some languages."""
        return tuple(one for one in self.terms if one.language in languages and one != term)


class Synonyms:
    """All groups, found by the stems of a term's words."""

    def __init__(self, groups: Sequence[Group], analyser: Analyser) -> None:
        self.groups = tuple(groups)
        self._found: dict[tuple[Language, tuple[str, ...]], tuple[Group, Term]] = {}
        for group in groups:
            for term in group.terms:
                stems = tuple(analyser.stems(term.words, term.language))
                self._found.setdefault((term.language, stems), (group, term))
        self.longest = max((len(stems) for _, stems in self._found), default=0)

    def find(self, language: Language, stems: Sequence[str]) -> tuple[Group, Term] | None:
        """The term of a language that has these stems, with its group."""
        return self._found.get((language, tuple(stems)))


@cache
def own_synonyms() -> Synonyms:
    """Those that come with Nusqa, read once."""
    return load_synonyms()


def load_synonyms(path: Path | None = None) -> Synonyms:
    """Read a file of synonyms; without a path the one that comes with Nusqa. Raises SynonymsError.

    Refused are a term without words or of more than `LONGEST_TERM`, and one that stands twice in
    a language: every form of a word counts as that word.
    """
    path = path or Path(__file__).with_suffix(".toml")
    text = read_text(path, "the file of synonyms", SynonymsError)
    places = Places(path.name, text)
    document = read_document(text, _Document, places, SynonymsError)
    analyser = Analyser()
    seen: dict[object, str] = {}
    groups = []
    for at, group in enumerate(document.group):
        if group.key in seen:
            raise SynonymsError(places.mistake(("group", at, "key"), "another group has this key"))
        seen[group.key] = group.key
        terms = []
        for language, number, written in group.written():
            words = tuple(analyser.words(written))
            stems = (language, tuple(analyser.stems(words, language)))
            where = ("group", at, str(language), number)
            if not 1 <= len(words) <= LONGEST_TERM:
                message = f"{written!r}: give one to {LONGEST_TERM} words"
                raise SynonymsError(places.mistake(where, message))
            if stems in seen:
                message = f"{written!r} stands already in group {seen[stems]}"
                raise SynonymsError(places.mistake(where, message))
            seen[stems] = group.key
            terms.append(Term(language, written, words))
        groups.append(Group(group.key, tuple(terms), group.ground))
    return Synonyms(groups, analyser)


class _Group(BaseModel):
    model_config = STRICT
    key: Written
    ru: list[Written] = []
    kk: list[Written] = []
    en: list[Written] = []
    ground: Written

    @model_validator(mode="after")
    def _has_two_terms(self) -> _Group:
        if sum(1 for _ in self.written()) <= 1:
            raise ValueError("a group needs two terms at least")
        return self

    def written(self) -> Iterator[tuple[Language, int, str]]:
        for language in Language:
            terms: list[str] = getattr(self, language)
            for number, written in enumerate(terms):
                yield language, number, written


class _Document(BaseModel):
    model_config = STRICT
    group: list[_Group]
