"""Gathers what the detectors of anomalies look at in one act, and what they find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct, Amendment, Role
from corpus.law import Article, Content, Edition, Footnote, Language
from corpus.notes import (
    NoteReading,
    Remark,
    Standing,
    first_act_in,
    keys_around,
    note_reading,
    notes_of,
)
from corpus.store import reads
from corpus.store.known import KnownEditions, known_editions
from corpus.store.listing import WATCH_LIST
from corpus.store.records import ActSummary, EditionSummary
from corpus.watched import WatchedAct, Watchlist
from diffing.anomalies import changes, labels, languages, notes, numbering, watching
from diffing.anomalies.catalogue import Anomaly
from diffing.anomalies.labels import Labels
from diffing.explained_changes import NotedEdition, explained_step
from diffing.order import sure_order


@dataclass(frozen=True)
class _Read:
    """An edition with its amendments, and what of its notes could not be read."""

    noted: NotedEdition
    remarks: tuple[Remark, ...]


def label_anomalies(session: Session, act: ActSummary, today: date) -> Iterator[Anomaly]:
    """What the labels of an act's editions alone tell."""
    held = reads.editions(session, act.ngr) if act.editions else []
    known = _labels(act, known_editions(session, act.ngr), held)
    yield from labels.editions_after_repeal(known)
    yield from labels.editions_before_the_act(known)
    yield from labels.held_not_listed(known)
    yield from labels.listed_not_held(known)
    yield from labels.in_one_language_only(known)
    yield from labels.editions_in_future(known, today)


def text_anomalies(session: Session, act: ActSummary, watchlist: Watchlist) -> Iterator[Anomaly]:
    """What the texts of an act and their notes tell; every edition is read."""
    texts = {one: _texts(session, act, one) for one in act.languages}
    yield from _of_texts(act, texts, watchlist)


def _texts(session: Session, act: ActSummary, language: Language) -> list[_Read]:
    reader, told = reads.EditionReader(session), _NotesOfItems()
    return [
        _read(reader.edition(one.id), told) for one in reads.editions(session, act.ngr, language)
    ]


def _read(edition: Edition, told: _NotesOfItems) -> _Read:
    readings = told.of(edition)
    return _Read(
        NotedEdition(
            edition,
            tuple(amendment for reading in readings for amendment in reading.amendments),
            first_act_in(edition.cause.requisites) if edition.cause else None,
        ),
        tuple(remark for reading in readings for remark in reading.remarks),
    )


@dataclass
class _NotesOfItems:
    """What the notes of editions say, in their order.

    Registries repeat a note in every later edition: it is read once, and an article that
    neighbouring editions share is looked through once as long as the articles around are the same.
    """

    _keys: frozenset[str] = frozenset()
    _of_notes: dict[tuple[Footnote, Standing], NoteReading] = field(default_factory=dict)
    _of_articles: dict[int, tuple[Article, list[NoteReading]]] = field(default_factory=dict)
    """By the identity of the article, which is kept with it."""

    def of(self, edition: Edition) -> list[NoteReading]:
        """The readings of all notes of an edition."""
        keys = keys_around(edition)
        if keys != self._keys:
            self._keys, self._of_articles = keys, {}
        before, self._of_articles = self._of_articles, {}
        readings: list[NoteReading] = []
        for item in edition.content:
            known = before.get(id(item))
            own = known[1] if known else self._of_item(item, edition.language)
            readings += own
            if isinstance(item, Article):
                self._of_articles[id(item)] = (item, own)
        return readings

    def _of_item(self, item: Content, language: Language) -> list[NoteReading]:
        return [
            self._of_note(note, language, standing) for note, standing in notes_of(item, self._keys)
        ]

    def _of_note(self, note: Footnote, language: Language, standing: Standing) -> NoteReading:
        asked = (note, standing)
        if asked not in self._of_notes:
            self._of_notes[asked] = note_reading(note, language, standing)
        return self._of_notes[asked]


def _of_texts(
    act: ActSummary, texts: dict[Language, list[_Read]], watchlist: Watchlist
) -> Iterator[Anomaly]:
    for own in texts.values():
        yield from _of_language([one.noted for one in own], own)
    yield from _of_both(texts)
    yield from notes.amended_by_older_acts(_amended(act, texts))
    watched = next((one for one in watchlist.acts if one.ngr == act.ngr), None)
    if watched is not None and not act.sample:  # of a made-up story no list is complete
        yield from _of_watched(watched, texts)


def _of_language(noted: Sequence[NotedEdition], own: Sequence[_Read]) -> Iterator[Anomaly]:
    told: set[tuple[object, ...]] = set()
    looked_at: set[int] = set()
    for one in own:
        edition = one.noted.edition
        # Neighbouring editions share articles: of one that was looked at all was told.
        articles = [
            article
            for article in numbering.articles_to_the_end(edition)
            if id(article) not in looked_at
        ]
        looked_at.update(map(id, articles))
        single = (
            *numbering.numbers_of_articles(edition),
            *numbering.numbers_of_points(edition, articles),
            *notes.notes_not_read(edition, one.remarks),
            *notes.in_force_before_adoption(one.noted),
        )
        for found in single:  # registries repeat a note in every later edition: told once
            same = (found.kind, found.key, found.words, found.quote)
            if same not in told:
                told.add(same)
                yield found
    order = sure_order([one.edition.label for one in noted])
    for place, after in pairwise(order):
        older, newer = noted[place], noted[after]
        step = explained_step(older, newer)
        yield from changes.unexplained_changes(step, newer)
        yield from changes.notes_without_change(step, newer)
    for place, at in enumerate(order):
        before = noted[order[place - 1]] if place else None
        yield from notes.editions_before_their_acts(noted[at], before)


def _of_both(texts: dict[Language, list[_Read]]) -> Iterator[Anomaly]:
    kazakh = {one.noted.edition.label: one.noted.edition for one in texts.get(Language.KK, ())}
    for one in texts.get(Language.RU, ()):
        edition = one.noted.edition
        if edition.label in kazakh:
            yield from languages.articles_out_of_step(edition, kazakh[edition.label])


def _of_watched(watched: WatchedAct, texts: dict[Language, list[_Read]]) -> Iterator[Anomaly]:
    noted = [one.noted for own in texts.values() for one in own]
    yield from watching.watched_not_noted(watched, noted)
    yield from watching.noted_not_watched(watched, noted)
    yield from watching.labels_before_their_acts(watched)


def _labels(act: ActSummary, known: KnownEditions, held: Sequence[EditionSummary]) -> Labels:
    listed = [one for one in known.listed if one.origin != WATCH_LIST]
    return Labels(
        act.ngr,
        {
            language: {one.label: one.status for one in held if one.language is language}
            for language in act.languages
        },
        {
            language: {one.label: one.origin for one in listed if one.language is language}
            for language in Language
        },
        act.adopted,
        act.repealed_on,
    )


def _amended(act: ActSummary, texts: dict[Language, list[_Read]]) -> notes.Amended:
    said: list[Amendment] = [
        one for own in texts.values() for read in own for one in read.noted.amendments
    ]
    by = [one.act for one in said if one.role is Role.AMENDS]
    return notes.Amended(AmendingAct(act.adopted, act.number), act.ngr, by)
