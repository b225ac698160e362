"""What the store gives back: frozen values, no rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from corpus.law import ActStatus, Article, Cause, EditionLabel, Holding, Language


class Certainty(StrEnum):
    """How sure it is that no edition is overlooked."""

    LISTED = "listed"
    """A registry's own list of editions, seen on or after the day asked for, names no other."""
    UNLISTED = "unlisted"
    """No such list is known: an edition in between may exist that nobody here has heard of."""


class RevisionReason(StrEnum):
    """Why an edition's row was written."""

    FIRST = "first"
    CORRECTED = "corrected"
    """The same registry served other bytes for the same label, and the text differs."""
    PARSER = "parser"
    """The same bytes, read by another parser: a technical matter, no change of the law."""
    DETAILS = "details"
    """The same text; title, status, cause or the like differ."""
    HOLDS_MORE = "holds more"
    """A copy with more of the act than the row before; the law did not change by that."""
    HOLDS_LESS = "holds less"
    """A copy that leaves out what the current row has: kept beside it."""
    OLDER_COPY = "older copy"
    """Another text, fetched before the current row was last seen: kept beside it."""
    OTHER_REGISTRY = "other registry"
    """Another registry words the same label differently: kept beside the current row."""


class Outcome(StrEnum):
    """What became of an edition that was given to the store."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    """Kept, but another row of the same label stays the one that is read; the reason says why."""


@dataclass(frozen=True)
class EditionSource:
    """Where an edition was read from, and by what."""

    registry: str
    format: str
    parser_version: str


@dataclass(frozen=True)
class StoredEdition:
    """The row that holds an edition, and what was done to get there."""

    id: int
    outcome: Outcome
    revision: int
    reason: RevisionReason

    @property
    def stored(self) -> bool:
        """Whether a row was written."""
        return self.outcome is not Outcome.UNCHANGED


@dataclass(frozen=True)
class ActSummary:
    """An act, and how much of it is held.

    `languages` counts the editions held in each language, `newest` is the newest label in any;
    both are empty for an act that is only watched.
    """

    ngr: str
    titles: dict[Language, str]
    form: str | None
    number: str | None
    adopted: date | None
    repealed_on: date | None
    reference_bank_id: int | None
    languages: dict[Language, int] = field(default_factory=dict)
    newest: EditionLabel | None = None
    sample: bool = False
    from_page: frozenset[str] = frozenset()
    """Which of `form`, `number` and `adopted` nobody but its own page says, under the title."""

    @property
    def editions(self) -> int:
        """How many editions are held, in all languages."""
        return sum(self.languages.values())


@dataclass(frozen=True)
class EditionSummary:
    """An edition without its text.

    `from_` and `to` are the half-open window of days for which it answers, by labels: an edition
    that is known and not held ends it; an undated one has none; a year's label begins on the last
    day of its year, and the days before in that year have no answer. `snapshot_sha256`, `url` and
    `fetched_at` are of the first response that it was read from; A row
    that a later one replaced has `superseded_by` and no window.
    """

    id: int
    ngr: str
    language: Language
    label: EditionLabel
    from_: date | None
    to: date | None
    title: str
    requisites: str
    status: ActStatus
    holding: Holding
    articles: int
    known_on: date | None
    cause: Cause | None
    sample: bool
    revision: int
    reason: RevisionReason
    registry: str
    format: str
    parser_version: str
    recorded_at: datetime
    superseded_by: int | None
    content_hash: str
    snapshot_sha256: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None
    certainty: Certainty = Certainty.UNLISTED


@dataclass(frozen=True)
class ArticleRecord:
    """An article as an edition has it. `complete` is False where the copy may end inside it.

    `newer_cut`, where the newest was asked for: a newer edition held whose copy may end inside it.
    """

    article: Article
    text_hash: str
    wording_hash: str
    edition: EditionSummary
    complete: bool = True
    newer_cut: EditionLabel | None = None


@dataclass(frozen=True)
class Wording:
    """A stretch of time in which an article keeps its wording, footnotes aside.

    `article` and `text_hash` are those of the newest edition in it, `editions` all that have it.
    Without `from_` its days are not known: of an undated copy, of a label that is only a year.
    """

    text_hash: str
    wording_hash: str
    article: Article
    from_: date | None
    to: date | None
    editions: tuple[EditionSummary, ...]
    complete: bool = True


@dataclass(frozen=True)
class WordingWindow:
    """A wording for the search index: one a stretch of time, act, language and article.

    Without `from_` it answers for no day: of an undated edition, or of one whose label, a year,
    leaves open what came next.
    `is_current` marks the newest wording held of its article; an article that the newest edition
    no longer has, has none.
    """

    ngr: str
    language: Language
    key: str
    article: Article
    text_hash: str
    wording_hash: str
    from_: date | None
    to: date | None
    labels: tuple[EditionLabel, ...]
    edition_ids: tuple[int, ...]
    is_current: bool
    act_title: str
    sample: bool
    complete: bool = True
