"""From the store to documents: every wording held, with the days on which it was in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sqlalchemy.orm import Session

from corpus.law import Article
from corpus.search.documents import SearchDocument
from corpus.search.keeping.days import DaysInForce, DaysOf
from corpus.search.keeping.subject_matter import SubjectMatter, own_subject_matter
from corpus.store import reads
from corpus.store.records import ActSummary, WordingWindow


def documents_of(
    session: Session, ngr: str, days_of: DaysOf, subject: SubjectMatter | None = None
) -> Iterator[SearchDocument]:
    """Every wording of every article of an act, one for each stretch of days in force.

    A wording that was in force on no day that is known is one document without days: of an undated
    copy, of one that may be cut off, of an edition whose amendments never surely applied. Raises
    UnknownAct.
    """
    act = reads.act(session, ngr)
    windows = reads.wordings(session, ngr)
    for language, of_language in groupby(windows, lambda one: one.language):
        days = days_of(session, ngr, language)
        for key, of_article in groupby(of_language, lambda one: one.key):
            for window, stretch, current in _stretches(list(of_article), days.get(key, ())):
                made = _document(act, window, stretch, subject or own_subject_matter())
                yield _with_id(replace(made, is_current=current))


_Stretch = tuple[WordingWindow, DaysInForce | None, bool]
"""A wording, days on which it was in force, and whether it is the newest held."""


def _stretches(windows: Sequence[WordingWindow], days: Sequence[DaysInForce]) -> list[_Stretch]:
    """The wordings of an article, each with its days; one without any has none."""
    by_edition = {number: one for one in windows for number in one.edition_ids}
    dated = [(by_edition[one.edition_id], one) for one in days]
    in_force = {window.wording_hash for window, _ in dated}
    never = {
        one.wording_hash: one
        for one in sorted(windows, key=lambda one: one.complete)
        if one.wording_hash not in in_force
    }
    newest = next((one for one in windows if one.is_current), None)
    current = newest
    if newest is not None and all(window is not newest for window, _ in dated):
        # Another edition's words are the same: the last days of them are the newest wording's.
        same = [window for window, _ in dated if window.wording_hash == newest.wording_hash]
        current = same[-1] if same else newest
    return [
        *((window, stretch, window is current) for window, stretch in dated),
        *((window, None, window is current) for window in never.values()),
    ]


def _document(
    act: ActSummary, window: WordingWindow, days: DaysInForce | None, subject: SubjectMatter
) -> SearchDocument:
    article = window.article
    return SearchDocument(
        id="",
        ngr=window.ngr,
        key=window.key,
        lang=window.language,
        heading=article.printed_heading,
        text=article.printed_text,
        act_title=window.act_title,
        kind=str(article.kind),
        valid_from=days.begins if days else None,
        valid_to=days.ends if days else None,
        is_current=window.is_current,
        label=str(window.labels[-1]),
        text_hash=window.text_hash,
        sample=window.sample,
        complete=window.complete,
        notes="\n".join(note.text for note in article.notes),
        places=_places(article),
        doubtful=days is not None and days.doubtful,
        held_from=window.from_,
        held_to=window.to,
        replaced=days is not None and days.replaced,
        before_is_known=days is not None and days.before_is_known,
        after_is_known=days is not None and days.after_is_known,
        act_number=act.number,
        form=act.form,
        year=act.adopted.year if act.adopted else None,
        regimes=subject.regimes_of(window.ngr, article),
        themes=subject.themes_of(window.ngr, article),
    )


def _places(article: Article) -> tuple[tuple[int, str], ...]:
    """Where in the printed text blocks with a key of their own begin."""
    places, offset = [], 0
    for block in article.blocks:
        if block.key:
            places.append((offset, block.key))
        offset += len(block.printed) + 1
    return tuple(places)


def _with_id(document: SearchDocument) -> SearchDocument:
    """The document with an id that changes with all that it says."""
    content = hashlib.sha256(document.to_json()).hexdigest()[:24]
    return replace(document, id=f"{document.article}/{content}")
