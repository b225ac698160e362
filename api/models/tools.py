"""What the tools of the MCP server answer: bounded, each text with its citation."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from api.models.editions_today import EditionTodayOut
from api.models.found_citations import CitedOut
from api.models.provenance import Provenance
from api.models.quoted import Quoted
from api.models.repeal import RepealOut
from api.models.search import NotHeldThen
from api.models.shape import Answer
from corpus.law import Language


class FoundArticle(Answer):
    """An article that a search found."""

    ngr: str
    key: str
    place: str = Field(description="Key of the block that the snippet shows; empty: the article.")
    heading: str
    act_title: str
    lang: Language
    edition: str
    snippet: str = Field(description="A piece of the wording; the words found are in «**».")
    in_force_from: date | None = Field(description="First day of this wording; null: not known.")
    in_force_to: date | None = Field(description="First day after it; null: no end is known.")
    on_day: Literal["in_force", "unknown"] | None = Field(
        description="On the day asked for: surely in force, or not known; null: no day was asked."
    )
    status: str = Field(description="What the wording is today: in_force, unknown, superseded …")
    now: str = Field(description="What became of it: same, amended, moved, repealed, unknown …")
    citation: str
    page: str = Field(description="Address of the page with this very wording.")
    provenance: Provenance | None
    warnings: tuple[str, ...]


class SearchFound(Answer):
    """What a search found, in the wordings of the days asked for."""

    q: str
    asked_of: str = Field(description="Of which days the wordings are.")
    total: int
    certain: int | None = Field(
        description="How many surely were in force on the day asked for; they come first."
    )
    results: tuple[FoundArticle, ...]
    next_offset: int | None = Field(description="Ask again with it for more; null: no more.")
    did_you_mean: str | None
    ignored: tuple[str, ...] = Field(description="What of the query made no sense.")
    cited: CitedOut | None = Field(
        description="What the query cites, with what of it was not found; null: it cites nothing."
    )
    not_held: tuple[NotHeldThen, ...] = Field(
        description="On a day: acts whose text of that day is not held: results may be missing."
    )
    other_times: int | None = Field(
        description="How many more results there are with `on` any; null where that was asked."
    )
    warnings: tuple[str, ...]


class CitedIn(Answer):
    """A reference in the text and what it means."""

    words: str
    means: str | None = Field(description="NGR and key; null: it leads nowhere that is held.")
    edition: str | None


class ArticleRead(Answer):
    """An article's wording, in parts where it is long."""

    heading: str
    text: str = Field(description="The law's own words, a line a paragraph; no footnotes.")
    part: int
    parts: int = Field(description="How many parts there are: ask again with `part`.")
    notes: tuple[str, ...] = Field(description="The registry's remarks: no part of the wording.")
    to_come: tuple[str, ...] = Field(description="Changes that are known and not in force yet.")
    cites: tuple[CitedIn, ...]
    source: Quoted


class HeldStretch(Answer):
    """A stretch of time in which an article keeps its wording."""

    editions: tuple[str, ...] = Field(description="Labels of the editions with this wording.")
    label_from: date | None = Field(
        description="First day, by edition labels; null: its days are not known, as of a label "
        "that is only a year beside other editions that may be of that year."
    )
    label_to: date | None = Field(description="First day after, by edition labels.")
    gap_until: date | None = Field(description="Then the text is not known up to this day.")
    kind: str | None = Field(description="What became of the article with it; null: the oldest.")
    in_force_from: date | None = Field(description="Where the acts that made it tell the day.")
    amending_acts: tuple[str, ...] = Field(description="Several: candidates; none: unknown.")
    changes: str = Field(description="Against the wording before: [-gone-] {+come+}.")
    not_compared: str | None = Field(
        description="What could not be compared, as a copy may end inside the article; null: "
        "nothing."
    )
    source: Quoted


class ArticleHistoryTold(Answer):
    """Every wording of an article that is held, oldest first."""

    ngr: str
    key: str
    lang: Language
    heading: str
    total: int
    wordings: tuple[HeldStretch, ...]
    next_offset: int | None
    warnings: tuple[str, ...]


class ComparedRule(Answer):
    """Rules of both sides that belong together; one side is empty for what is new or dropped."""

    relation: str
    change: str | None = Field(
        description="Of two editions: what became of the article (amended, added, repealed, …)."
    )
    is_heading: bool = Field(description="Of two editions: a chapter's or section's heading.")
    sure: bool = Field(description="False: only possible, or a counterpart may not be held.")
    found_by: str | None
    score: float | None
    left: tuple[str, ...] = Field(description="NGR:key of each rule.")
    right: tuple[str, ...]
    left_citation: str
    right_citation: str
    changes: str = Field(description="[-gone-] {+come+}; empty where no word differs.")


class SideTold(Answer):
    """One side of a comparison: the texts that were read."""

    name: str
    title: str | None
    editions: tuple[str, ...] = Field(description="NGR:keys@label of each text.")
    citations: tuple[str, ...]
    sources: tuple[Provenance, ...]
    missing: tuple[str, ...] = Field(description="What belongs to it and is not held.")
    not_comparable: tuple[str, ...] = Field(
        description="Keys that a partial copy holds on one side only, or breaks off in."
    )


class ComparisonTold(Answer):
    """Two sides: two editions of one act article by article, all else rule by rule."""

    by: str = Field(description="`editions` or `rules`.")
    lang: Language
    left: SideTold
    right: SideTold
    not_held_between: tuple[str, ...] = Field(
        description="Of two editions: the labels of those known between them that are not held."
    )
    totals: dict[str, int] = Field(description="How many rules of each relation.")
    rules: tuple[ComparedRule, ...]
    next_offset: int | None
    permalink: str
    warnings: tuple[str, ...]


class NamedProvision(Answer):
    """A provision by act, key and citation."""

    ngr: str
    key: str
    citation: str
    held: bool


class ResolvedPlace(Answer):
    """A provision that a citation names, with its words."""

    ngr: str
    key: str
    citation: str
    text: str | None = Field(description="Of the place that is cited; null: `why` says why.")
    cut: bool = Field(description="The text is longer: read_article gives it in parts.")
    heading: str
    why: str | None
    nearest_places: tuple[str, ...]
    source: Quoted | None


class CitationResolved(Answer):
    """What a citation means."""

    q: str
    kind: str = Field(description="resolved, ambiguous (see choices) or unknown (see nearest).")
    provisions: tuple[ResolvedPlace, ...]
    choices: tuple[NamedProvision, ...]
    nearest: tuple[NamedProvision, ...]
    not_found: str | None
    why: str | None
    warnings: tuple[str, ...]


class ChangeTold(Answer):
    """What changed in one article between two editions."""

    ngr: str
    key: str
    act_title: str
    lang: Language
    kind: str
    legal: bool = Field(description="False: a correction of the registry's, or form only.")
    heading: str
    from_edition: str
    to_edition: str
    in_force_from: date | None
    amending_acts: tuple[str, ...]
    changes: str
    citation: str = Field(description="Of the newer wording; of the older where it is gone.")
    page: str
    recorded_on: date
    provenance: Provenance


class ChangesListed(Answer):
    """What changed, in the order in which it was recorded."""

    changes: tuple[ChangeTold, ...]
    cursor: int | None = Field(description="Ask again with it for what comes after.")
    more: bool
    warnings: tuple[str, ...]


class ActHeld(Answer):
    """An act, and how much of it is held."""

    ngr: str
    title: str
    citation: str
    form: str | None
    number: str | None
    adopted: date | None
    repealed_on: date | None
    repeal: RepealOut | None = Field(
        description="That it has been repealed by today, by the watch list or its registry's page."
    )
    languages: dict[str, int] = Field(description="How many editions are held in each language.")
    newest_edition: str | None = Field(
        description="The newest edition held in any language, one still to come included: what "
        "applies today is `today`."
    )
    today: dict[str, EditionTodayOut] = Field(
        description="Which edition answers for today by edition labels, by language."
    )
    sample: bool
    page: str


class ActsListed(Answer):
    """The acts that are known."""

    total: int
    as_of: date = Field(description="The day in Kazakhstan that is today here.")
    acts: tuple[ActHeld, ...]
    next_offset: int | None
    warnings: tuple[str, ...]
