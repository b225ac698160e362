"""An article's wordings over time; and those of all articles, for the search index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from corpus.keys import covers, key_order
from corpus.law import Edition, Language
from corpus.store.batches import batches
from corpus.store.errors import UnknownArticle
from corpus.store.finding import act, editions, newest_first
from corpus.store.known import known_editions
from corpus.store.places_held import places_held
from corpus.store.read_once import read_once
from corpus.store.records import EditionSummary, Wording, WordingWindow
from corpus.store.tables import ACTS, EDITIONS
from corpus.store.texts import load_articles, nearest_keys, partial_outlines


@dataclass(frozen=True)
class _Version:
    """An article's text in one edition."""

    edition: EditionSummary
    text_hash: str
    wording_hash: str
    complete: bool

    def continues(self, earlier: _Version) -> bool:
        """Whether the wording went on from an earlier edition's days without a gap."""
        return (
            self.wording_hash == earlier.wording_hash
            and self.complete
            and earlier.complete
            and self.edition.from_ is not None
            and self.edition.from_ == earlier.edition.to
        )


_Run = list[_Version]
_VERSION = select(func.coalesce(func.max(ACTS.c.touched), 0))

_ARTICLES_AT_ONCE = 10
"""Articles whose wordings, some tens of each, are in memory at a time."""


def history(session: Session, ngr: str, language: Language, key: str) -> list[Wording]:
    """The wordings of an article, oldest first, each with its half-open window of days.

    Neighbouring editions with the same wording are one (footnotes aside). Where an edition is not
    held, or does not hold the article, there is a gap. Raises UnknownAct, LanguageNotHeld,
    UnknownArticle.
    """
    held = editions(session, ngr, language)
    rows = places_held(session, ngr, language, key)
    runs = _runs(_versions(rows, held, partial_outlines(session, held)))
    if not runs:
        keys = {row.key for row in places_held(session, ngr, language)}
        raise UnknownArticle(ngr, key, f"any edition held in {language}", nearest_keys(key, keys))
    articles = load_articles(session, [run[-1].text_hash for run in runs])
    return [
        Wording(
            text_hash=run[-1].text_hash,
            wording_hash=run[-1].wording_hash,
            article=articles[run[-1].text_hash],
            from_=run[0].edition.from_,
            to=run[-1].edition.to,
            editions=tuple(version.edition for version in run),
            complete=run[-1].complete,
        )
        for run in runs
    ]


def wordings(
    session: Session,
    ngr: str | None = None,
    language: Language | None = None,
    *,
    by_key: bool = False,
) -> Iterator[WordingWindow]:
    """Every wording of every article with its window of days: what the search index holds.

    For one act and language, or for all; texts are read some articles at a time. An act's windows
    change together: after a write read those of the acts that `acts_touched_since` names. `by_key`:
    the articles by their numbers, whatever order the editions were stored in.
    """
    table = EDITIONS.c
    held = session.execute(
        select(table.ngr, table.language)
        .where(
            table.superseded_at.is_(None),
            *([] if ngr is None else [table.ngr == ngr]),
            *([] if language is None else [table.language == language]),
        )
        .distinct()
        .order_by(table.ngr, table.language)
    ).all()
    for row in held:
        yield from _wordings(session, row.ngr, Language(row.language), by_key=by_key)


def store_version(session: Session) -> int:
    """A number that grows with every write that may change an answer; 0 for an empty store."""
    return read_once(session, "version", lambda: session.scalar(_VERSION) or 0)


def acts_touched_since(session: Session, version: int) -> list[str]:
    """The acts whose answers may have changed since `store_version` gave that number."""
    return list(
        session.scalars(select(ACTS.c.ngr).where(ACTS.c.touched > version).order_by(ACTS.c.touched))
    )


def _wordings(
    session: Session, ngr: str, language: Language, *, by_key: bool
) -> Iterator[WordingWindow]:
    known = known_editions(session, ngr)
    held = known.summaries(session, known.of(language))
    outlines = partial_outlines(session, held)
    rows = places_held(session, ngr, language)
    of_key: dict[str, list[Row[Any]]] = {}
    for row in rows:
        of_key.setdefault(row.key, []).append(row)
    title = act(session, ngr).titles.get(language, ngr)
    order = newest_first(held)
    places = _places(rows)
    for keys in batches(sorted(of_key, key=key_order) if by_key else of_key, _ARTICLES_AT_ONCE):
        runs = {key: _runs(_versions(of_key[key], held, outlines)) for key in keys}
        hashes = [run[-1].text_hash for own in runs.values() for run in own]
        articles = load_articles(session, hashes)
        for key, own in runs.items():
            divisions = [one for row in of_key[key] for one in row.divisions or ()]
            place = places[of_key[key][0].edition_id]
            current = _newest(key, divisions, place, own, order, outlines)
            for run in own:
                last = run[-1]
                yield WordingWindow(
                    ngr=ngr,
                    language=language,
                    key=key,
                    article=articles[last.text_hash],
                    text_hash=last.text_hash,
                    wording_hash=last.wording_hash,
                    from_=run[0].edition.from_,
                    to=last.edition.to,
                    labels=tuple(version.edition.label for version in run),
                    edition_ids=tuple(version.edition.id for version in run),
                    is_current=run is current,
                    act_title=last.edition.title or title,
                    sample=any(version.edition.sample for version in run),
                    complete=last.complete,
                )


def _places(rows: Sequence[Row[Any]]) -> dict[int, list[str]]:
    """The keys of each edition, in the act's order."""
    places: dict[int, list[str]] = {}
    for row in rows:
        places.setdefault(row.edition_id, []).append(row.key)
    return places


def _versions(
    rows: Sequence[Row[Any]], held: Sequence[EditionSummary], outlines: dict[int, Edition]
) -> list[_Version]:
    """An article's text in each edition that has it, in the editions' order."""
    by_edition: dict[int, Row[Any]] = {}
    for row in rows:
        by_edition.setdefault(row.edition_id, row)
    found = []
    for edition in held:
        if own := by_edition.get(edition.id):
            shape = outlines.get(edition.id)
            complete = shape is None or covers(shape, own.key)
            found.append(_Version(edition, own.text_hash, own.wording_hash, complete))
    return found


def _runs(versions: Sequence[_Version]) -> list[_Run]:
    runs: list[_Run] = []
    for version in versions:
        if runs and version.continues(runs[-1][-1]):
            runs[-1].append(version)
        else:
            runs.append([version])
    return runs


def _newest(
    key: str,
    divisions: Sequence[str],
    place: Sequence[str],
    runs: Sequence[_Run],
    order: Sequence[EditionSummary],
    outlines: dict[int, Edition],
) -> _Run | None:
    """The run that the newest edition covering the key has; None if the article is gone there.

    `place` are the keys of an edition that has the article, in the act's order.
    """
    by_edition = {version.edition.id: (version, run) for run in runs for version in run}
    cut: _Run | None = None
    for edition in order:
        found = by_edition.get(edition.id)
        if found and found[0].complete:
            return found[1]
        if found:
            cut = cut or found[1]
        elif (shape := outlines.get(edition.id)) is None or covers(shape, key, divisions, place):
            return cut
    return cut
