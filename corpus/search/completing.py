"""What somebody who types may look for: acts by their titles, provisions by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.citations.reading import language_by_letters
from corpus.law import Language
from corpus.search.engine import SearchEngine
from corpus.search.queries import Filters, Moment, OnDay, Query
from corpus.search.querying.parts import SHORTEST_PREFIX
from corpus.search.words.analysis import Analyser

LONGEST_TYPED = 100
MOST_WORDS = 8
MOST_ACTS = 3
_LOOKED_AT = 4
"""Times as many hits as are wanted: those that begin as typed go first."""
_WRITTEN_OUT = {"ст": "статья"}
"""What is abbreviated where it is typed and never in a heading."""

# The number of a heading: «Статья 2-1.», «113-3-бап.», «1.»
_NUMBER = re.compile(r"[^.\n]{0,40}?\d[^.\s]*\.\s+")


@dataclass(frozen=True)
class ActTitle:
    """An act's title in one language.

    `called` is what else it may be typed by: what kind of act it is, its number.
    """

    ngr: str
    language: Language
    title: str
    called: str = ""

    @property
    def naming(self) -> str:
        """All that it may be typed by."""
        return f"{self.called} {self.title} {self.ngr}"


@dataclass(frozen=True)
class Completion:
    """An act, or one of its provisions (then with its `key`), and what it is called.

    `text` is the title, or the heading with its number, as printed.
    """

    ngr: str
    key: str
    language: Language
    text: str
    act_title: str


def completions(
    typed: str,
    engine: SearchEngine,
    analyser: Analyser,
    titles: Sequence[ActTitle],
    today: date,
    *,
    when: Moment | None = None,
    languages: Sequence[Language] = (),
    preferred: Language | None = None,
    limit: int = 8,
) -> tuple[Completion, ...]:
    """The acts, then the provisions, whose names hold what has been typed, best first.

    The last word may be unfinished; the others are looked for in any form. Names that begin as
    typed go first; then titles stand in the order in which they are given, headings in that of a
    search. `when` is the day whose headings are looked at: without it, `today`. No languages: all;
    those in the `preferred` one go first, by default in that of the letters typed. A name is given
    once an act. Empty for what has no word of two letters. Raises what `SearchEngine.search` does.
    """
    words = analyser.words(typed[:LONGEST_TYPED])[:MOST_WORDS]
    if words and len(words[-1]) < SHORTEST_PREFIX and not words[-1].isdigit():
        words.pop()
    if not words or limit < 1:
        return ()
    words[:-1] = [_WRITTEN_OUT.get(word, word) for word in words[:-1]]
    preferred = preferred or language_by_letters(typed)
    order = sorted(languages or Language, key=lambda one: one is not preferred)
    acts = [
        Completion(one.ngr, "", one.language, one.title, one.title)
        for language in order
        for one in titles
        if one.language is language and _fits(words, one.naming, language, analyser)
    ]
    found = _first(_distinct(_beginning_first(acts, words, analyser)), MOST_ACTS)
    for wanted in dict.fromkeys(((order[0],), tuple(order[1:]))):
        if not wanted or len(found) >= limit:
            break
        query = Query(
            _of_headings(words),
            today=today,
            when=when or OnDay(today),
            filters=Filters(languages=wanted),
            highlight=False,
            limit=_LOOKED_AT * limit,
        )
        headings = [
            Completion(hit.ngr, hit.key, hit.lang, hit.heading, hit.act_title)
            for hit in engine.search(query).hits
        ]
        found += _distinct(_beginning_first(headings, words, analyser))
    return tuple(_first(found, limit))


def _of_headings(words: Sequence[str]) -> str:
    """The query: all words in any form, without synonyms, and the last one's beginning."""
    whole = [f'heading:~"{word}"' for word in words[:-1]]
    last = words[-1]
    return " ".join([*whole, f"heading:{last}{'*' if len(last) >= SHORTEST_PREFIX else ''}"])


def _fits(words: Sequence[str], title: str, language: Language, analyser: Analyser) -> bool:
    held, stems = analyser.streams(title, language)
    return set(analyser.stems(words[:-1], language)) <= set(stems) and any(
        word.startswith(words[-1]) for word in held
    )


def _beginning_first(
    found: Sequence[Completion], words: Sequence[str], analyser: Analyser
) -> list[Completion]:
    """Those first whose name begins as typed, its number left out or not."""

    def later(one: Completion) -> bool:
        number = _NUMBER.match(one.text)
        for name in (one.text, one.text[number.end() :] if number else one.text):
            begins = analyser.words(name)[: len(words)]
            if begins[:-1] == words[:-1] and begins[-1:] and begins[-1].startswith(words[-1]):
                return False
        return True

    return sorted(found, key=later)


def _distinct(found: Iterable[Completion]) -> Iterator[Completion]:
    seen = set()
    for one in found:
        name = (one.ngr, one.language, one.text.casefold(), bool(one.key))
        if name not in seen and one.text:
            seen.add(name)
            yield one


def _first(found: Iterable[Completion], most: int) -> list[Completion]:
    return [one for one, _ in zip(found, range(most), strict=False)]
