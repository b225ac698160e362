"""When a phrase appeared and when it went: read from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.evidence import Evidence
from api.questions.traced import ArticleTraced, Teller, Trace
from corpus.law import EditionLabel, Language
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.known import label_order
from corpus.store.standing import Place, Standing, held_texts, places_of, standings
from diffing.order import sure_order
from diffing.origins.phrases import Finder, Phrase
from diffing.origins.tracing import stands

_MOST_WORDS = 8
"""Of a longer phrase that stands nowhere it is not looked up which words do."""


@dataclass(frozen=True)
class Sighting:
    """The edition at one end of a phrase's time, and the article in it."""

    label: EditionLabel
    ngr: str
    language: Language
    key: str
    repealed_on: date | None


@dataclass(frozen=True)
class Traced:
    """Every article in which a phrase stands or stood, and a page of them."""

    phrase: Phrase
    acts: int
    articles: int
    """In one language each, on all pages together."""
    wordings: int
    """Different texts of articles."""
    first: Sighting | None
    """In the oldest dated edition that has it."""
    last: Sighting | None
    still: bool
    repealed_on: date | None
    """Where every act in which it still stands was repealed: the last such day."""
    limit: int
    offset: int
    absent_words: tuple[str, ...]
    """When nothing was found: the words that stand nowhere in any form."""
    page: tuple[ArticleTraced, ...]
    """By first appearance."""


def trace(
    session: Session,
    phrase: Phrase,
    ngr: str | None = None,
    language: Language | None = None,
    *,
    limit: int = 20,
    offset: int = 0,
) -> Traced:
    """Every article in which a phrase stands or stood, in all editions held.

    Raises UnknownAct and LanguageNotHeld for what is asked for by name.
    """
    if ngr is not None:
        reads.editions(session, ngr, language)
    analyser = Analyser()
    finder = Finder(phrase, analyser)
    with_it = {
        (text.language, text.text_hash)
        for text in held_texts(session, ngr, language)
        if finder.stands_in(text.wording, text.language)
    }
    traces = sorted(_traces(session, with_it, ngr, language), key=lambda one: one.order)
    dated = [one for one in traces if one.stands]
    page = traces[offset : offset + limit]
    evidence = {id(one.held): Evidence(session, one.held) for one in page}
    newest = max(dated, key=lambda one: label_order(one.dated[-1]), default=None)
    return Traced(
        phrase=phrase,
        acts=len({one.held.ngr for one in traces}),
        articles=len(traces),
        wordings=len(with_it),
        first=_sighting(dated[0], 0) if dated else None,
        last=_sighting(newest, -1) if newest else None,
        still=any(one.still for one in traces),
        repealed_on=_repealed(traces),
        limit=limit,
        offset=offset,
        absent_words=() if with_it else _absent_words(session, analyser, finder, ngr, language),
        page=tuple(Teller(session, finder, one, evidence[id(one.held)]).article() for one in page),
    )


def _traces(
    session: Session,
    with_it: set[tuple[Language, str]],
    ngr: str | None,
    language: Language | None,
) -> Iterator[Trace]:
    keys: dict[tuple[str, Language], set[str]] = {}
    for place in places_of(session, {text for _, text in with_it}, ngr, language):
        if (place.language, place.text_hash) in with_it:
            keys.setdefault((place.ngr, place.language), set()).add(place.key)
    for (act, its_language), its_keys in keys.items():
        held = standings(session, act, its_language, whole=True)
        order = sure_order([one.label for one in held.editions])
        unordered = tuple(
            one.label for place, one in enumerate(held.editions) if place not in order
        )
        for key in its_keys:
            standing_in = held.of(key)
            told = tuple(standing_in[place] for place in order)
            says = [_says(one, its_language, with_it) for one in told]
            unplaced = tuple(
                one
                for place, one in enumerate(standing_in)
                if place not in order and _says(one, its_language, with_it)
            )
            yield Trace(held, key, told, stands(says), unplaced, unordered)


def _says(
    standing: Standing, language: Language, with_it: set[tuple[Language, str]]
) -> bool | None:
    """Whether the phrase stands in an article in an edition; None: it does not tell."""
    if (language, standing.text_hash) in with_it:
        return True
    return False if standing.place in (Place.HERE, Place.ABSENT) else None


def _sighting(found: Trace, end: int) -> Sighting:
    held = found.held
    return Sighting(found.dated[end], held.ngr, held.language, found.key, held.timeline.repealed_on)


def _repealed(traces: Sequence[Trace]) -> date | None:
    """When the last act in which a phrase still stands was repealed; None where one was not."""
    days = [one.held.timeline.repealed_on for one in traces if one.still]
    repeals = [day for day in days if day is not None]
    return max(repeals) if repeals and len(repeals) == len(days) else None


def _absent_words(
    session: Session, analyser: Analyser, finder: Finder, ngr: str | None, language: Language | None
) -> tuple[str, ...]:
    """The phrase's words that stand in no text at all, in any form."""
    if len(finder.words) > _MOST_WORDS:
        return ()
    absent = {word: Finder(Phrase(word), analyser) for word in finder.words}
    for text in held_texts(session, ngr, language):
        if not absent:
            break
        absent = {
            word: alone
            for word, alone in absent.items()
            if not alone.stands_in(text.wording, text.language)
        }
    return tuple(absent)
