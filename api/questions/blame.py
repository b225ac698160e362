"""Where the words of an article come from: read from the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.evidence import Arrival, Evidence, Version
from api.questions.texts import find_article
from corpus.keys import SEPARATOR
from corpus.law import Article, EditionLabel, Language
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.standing import Place, Standing, Standings, standings
from corpus.store.texts import load_articles
from diffing.order import sure_order
from diffing.origins.blame import BlamedWording, blame

WhyUnasked = Literal["not held", "cut", "order unknown"]
"""Its copy lacks the article's place; may end inside it; its label does not say where it lies."""


class InsideArticle(UnknownArticle):
    """The key is of a place inside an article, and words are asked about article by article."""

    def __init__(self, ngr: str, key: str, article: str) -> None:
        self.ngr, self.key, self.nearest = ngr, key, (article,)
        StoreError.__init__(
            self,
            f"Words are asked about by whole articles, and {key} names a place inside {article} "
            f"of {ngr}: ask for {article}.",
        )


@dataclass(frozen=True)
class Unasked:
    """An older edition held that could not be asked."""

    label: EditionLabel
    why: WhyUnasked


@dataclass(frozen=True)
class Origin:
    """How some words of an article came, and how many they are."""

    arrival: Arrival
    words: int


@dataclass(frozen=True)
class Blamed:
    """An article's wording in one edition, each word with its origin."""

    record: ArticleRecord
    asked: Asked
    wording: BlamedWording
    labels: tuple[EditionLabel, ...]
    """The editions that the numbers in the wording mean."""
    origins: tuple[Origin, ...]
    """Oldest first."""
    compared: tuple[EditionLabel, ...]
    """The editions that were asked, oldest first."""
    unasked: tuple[Unasked, ...]


@dataclass(frozen=True)
class _Stage:
    """Neighbouring editions in which an article has the same text, or is not there."""

    first: Standing
    last: Standing
    key: str


@dataclass(frozen=True)
class _Lineage:
    """An article's stages, oldest first, through every key it had; and who could not be asked."""

    stages: tuple[_Stage, ...]
    asked: tuple[EditionLabel, ...]
    unasked: tuple[Unasked, ...]


def blame_article(session: Session, ngr: str, language: Language, key: str, asked: Asked) -> Blamed:
    """An article's wording in the edition that a question means, each word with its origin.

    Raises what `find_article` raises, and InsideArticle for the key of a point.
    """
    try:
        record = find_article(session, ngr, language, key, asked)
    except (UnknownArticle, NotHeld) as error:
        around = _article_around(session, ngr, language, key, asked)
        if around is None:
            raise
        raise InsideArticle(ngr, key, around) from error
    held = standings(session, ngr, language)
    evidence = Evidence(session, held)
    lineage = _lineage(held, evidence, record.edition, record.article.key)
    hashes = {stage.first.text_hash for stage in lineage.stages if stage.first.text_hash}
    articles = load_articles(session, hashes)
    versions = [articles.get(stage.first.text_hash) for stage in lineage.stages]
    blamed = blame(versions)
    return Blamed(
        record=record,
        asked=asked,
        wording=blamed,
        labels=tuple(stage.first.edition.label for stage in lineage.stages),
        origins=tuple(_origins(evidence, lineage, versions, blamed)),
        compared=lineage.asked,
        unasked=lineage.unasked,
    )


def _article_around(
    session: Session, ngr: str, language: Language, key: str, asked: Asked
) -> str | None:
    """The key of the article around a point's key, where the edition that is meant has it."""
    parts = key.split(SEPARATOR)
    for size in range(len(parts) - 1, 0, -1):
        outer = SEPARATOR.join(parts[:size])
        try:
            find_article(session, ngr, language, outer, asked)
        except (UnknownArticle, NotHeld):
            continue
        return outer
    return None


def _lineage(held: Standings, evidence: Evidence, newest: EditionSummary, key: str) -> _Lineage:
    """The stages of an article back from an edition, until it was not there or nothing is held."""
    labels = [one.label for one in held.editions]
    last = next(place for place, one in enumerate(held.editions) if one.id == newest.id)
    order = sure_order(labels, last)
    stages: list[_Stage] = []
    asked: list[EditionLabel] = []
    unasked: list[Unasked] = []
    standing_in = held.of(key)
    for place in reversed(order):
        if standing_in[place].place is Place.ABSENT and stages:
            moves = evidence.moves(held.editions[place], stages[0].first.edition)
            if key in moves:
                key = moves[key]
                standing_in = held.of(key)
        standing = standing_in[place]
        told = standing.place in (Place.HERE, Place.ABSENT) or place == last
        label = standing.edition.label
        if not told:
            cut = standing.place is Place.CUT
            unasked.insert(0, Unasked(label, "cut" if cut else "not held"))
            continue
        asked.insert(0, label)
        if stages and (stages[0].key, stages[0].first.text_hash) == (key, standing.text_hash):
            stages[0] = _Stage(standing, stages[0].last, key)
        else:
            stages.insert(0, _Stage(standing, standing, key))
        if standing.place is Place.ABSENT:
            break  # whatever stood before, the words count from their return
    unplaced = [
        Unasked(one.label, "order unknown")
        for place, one in enumerate(held.editions)
        if place not in order and place < last and one.label.first_day is not None
    ]
    return _Lineage(tuple(stages), tuple(asked), (*unasked, *unplaced))


def _origins(
    evidence: Evidence,
    lineage: _Lineage,
    versions: list[Article | None],
    blamed: BlamedWording,
) -> list[Origin]:
    """The stages since which something of the wording stands, numbers of blocks included."""
    counts = blamed.counts()
    used = {passage.since for passage in blamed.passages()} | {
        blamed.marker_since,
        *(block.number_since for block in blamed.blocks),
    }
    found = []
    for since in sorted(used):
        stage = lineage.stages[since]
        now = Version(stage.first.edition, stage.key, versions[since])
        before = None
        if since:
            previous = lineage.stages[since - 1]
            before = Version(previous.last.edition, previous.key, versions[since - 1])
        moved = before is not None and before.key != now.key
        came = "\n".join(one.text for one in blamed.passages() if one.since == since)
        arrival = evidence.arrival(now, before, came, before.key if before and moved else None)
        found.append(Origin(arrival, counts.get(since, 0)))
    return found
