"""The measures of one act in one language: what each edition changed, and what lasted how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.law import Edition, EditionLabel, Precision
from corpus.renamings import Renaming
from corpus.store.windows import Timeline
from diffing.classify import ChangeKind, has_wording
from diffing.measures.lives import Life, State, WordingLife, lives, wording_lives
from diffing.measures.order import days, placed
from diffing.measures.places import Places
from diffing.measures.similarity import Similarity, similarity
from diffing.measures.steps import Step, steps_into
from diffing.measures.survival import Survival, survival
from diffing.measures.words import WordCount, WordsOfArticles, wording_text


class Place(StrEnum):
    """How sure an edition's place among the others is."""

    SURE = "sure"
    OPEN = "open"
    """Its label is only a year in which another edition is held."""
    UNDATED = "undated"


@dataclass(frozen=True)
class EditionMeasures:
    """An edition: what it holds, and what it changed.

    `words` are those of all its articles; `without_wording` counts the repealed ones among them
    that left a heading or a note. `first_held`: the articles whose place no earlier edition holds,
    so that nothing can be said of them. An edition without a sure place has no steps.
    """

    edition: Edition
    place: Place
    from_: date | None
    to: date | None
    articles: int
    without_wording: int
    words: int
    first_held: int
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class ActMeasures:
    """All measures of an act in one language.

    `editions` are those with a sure place, oldest first, then the others; `similarity` is in that
    order. `lives` and `wordings` speak of the editions with a sure place only.
    """

    ngr: str
    editions: tuple[EditionMeasures, ...]
    lives: tuple[Life, ...]
    wordings: tuple[WordingLife, ...]
    survival: Survival
    similarity: Similarity
    timeline: Timeline

    @property
    def placed(self) -> tuple[EditionMeasures, ...]:
        """The editions that have a sure place in time."""
        return tuple(one for one in self.editions if one.place is Place.SURE)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps from edition to edition."""
        return tuple(step for edition in self.editions for step in edition.steps)

    @property
    def sample(self) -> bool:
        """Whether any of it is the bundled sample, our own paraphrase and not official text."""
        return any(one.edition.sample for one in self.editions)

    def counts(self) -> dict[ChangeKind, int]:
        """How often articles changed in which way, over all steps; every kind is named."""
        found = dict.fromkeys(ChangeKind, 0)
        for step in self.steps:
            for kind, count in step.counts().items():
                found[kind] += count
        return found

    def words(self) -> WordCount:
        """The words kept, come and gone over all steps."""
        return sum((step.words for step in self.steps), WordCount())


def measure(
    editions: Iterable[Edition], timeline: Timeline, renamings: Sequence[Renaming] = ()
) -> ActMeasures:
    """The measures of editions of one act in one language.

    `timeline` says which other editions are known to exist, `renamings` which words whole acts
    were ordered to change, beside what footnotes tell. Raises `DifferentActs` or
    `DifferentLanguages`.
    """
    held = list(editions)
    in_order = placed(held)
    others = sorted(
        (edition for edition in held if not any(edition is one for one in in_order)),
        key=lambda edition: (edition.label.first_day or date.max, str(edition.label)),
    )
    open_ = [edition.label for edition in others]
    places = Places(tuple(in_order))
    counted = WordsOfArticles()
    steps = [
        steps_into(place, places, timeline, counted, open_, renamings)
        for place in range(len(in_order))
    ]
    articles = lives(places, steps)
    labels = [edition.label for edition in in_order]
    wordings = tuple(one for life in articles for one in wording_lives(life, labels))
    measured = [
        _edition(edition, Place.SURE, timeline, counted, _first_held(place, places), own)
        for place, (edition, own) in enumerate(zip(in_order, steps, strict=True))
    ]
    measured += [_edition(edition, _place(edition.label), timeline, counted) for edition in others]
    return ActMeasures(
        timeline.ngr,
        tuple(measured),
        articles,
        wordings,
        survival([wording.days for wording in wordings]),
        similarity(_texts(articles, in_order, others), len(held)),
        timeline,
    )


def _edition(
    edition: Edition,
    place: Place,
    timeline: Timeline,
    counted: WordsOfArticles,
    first_held: int | None = None,
    steps: Sequence[Step] = (),
) -> EditionMeasures:
    window = timeline.window(edition.label)
    articles = edition.articles
    return EditionMeasures(
        edition,
        place,
        window.from_,
        window.to,
        len(articles),
        sum(not has_wording(article) for article in articles),
        sum(counted.of(article) for article in articles),
        len(articles) if first_held is None else first_held,
        tuple(steps),
    )


def _place(label: EditionLabel) -> Place:
    return Place.UNDATED if label.precision is Precision.UNDATED else Place.OPEN


def _first_held(place: int, places: Places) -> int:
    keys = places.editions[place].by_key
    return sum(
        not places.holds(place, key) or places.nearest_before(place, key) is None for key in keys
    )


def _texts(
    articles: Sequence[Life], in_order: Sequence[Edition], others: Sequence[Edition]
) -> list[list[str | None]]:
    """Each article's text in each edition: "" where it is absent, None where that is not known."""
    every = Places((*in_order, *others))
    beyond = range(len(in_order), len(every.editions))
    rows = [
        [_stage_text(life, place) for place in range(len(in_order))]
        + [_text(every, place, life.keys) for place in beyond]
        for life in articles
    ]
    known = {key for life in articles for key in life.keys}
    rows += [
        [_text(every, place, (key,)) for place in range(len(every.editions))]
        for key in every.keys
        if key not in known
    ]
    return rows


def _stage_text(life: Life, place: int) -> str | None:
    stage = life.stages[place]
    if stage.state is State.NOT_HELD:
        return None
    return wording_text(stage.article) if stage.article else ""


def _text(places: Places, place: int, keys: Sequence[str]) -> str | None:
    edition = places.editions[place]
    key = next((key for key in reversed(keys) if key in edition.by_key), keys[-1])
    if not places.holds(place, key):
        return None
    return wording_text(edition.by_key[key]) if key in edition.by_key else ""


def span(measures: ActMeasures) -> tuple[date, date] | None:
    """The first and the last day that the labels of the placed editions can mean."""
    labels = [one.edition.label for one in measures.placed]
    return (days(labels[0])[0], days(labels[-1])[1]) if labels else None
