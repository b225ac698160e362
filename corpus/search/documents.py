"""What an engine holds: one wording of one article, for a stretch of days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from corpus.keys import SEPARATOR
from corpus.law import Language

PARTS = ("heading", "body", "note", "act")
"""What of a document has words, see `SearchDocument.parts`."""

BEYOND = date.max.toordinal() + 1
"""The day number that stands for an unknown day: beyond the calendar."""

DAYS = 3
"""The version of the rules that give a wording its days; raised when they say other days.

An index that was made by others would say of a day what the texts' own addresses do not.
"""


class Status(StrEnum):
    """What a wording is on a day. Stored nowhere: it changes as days pass."""

    IN_FORCE = "in_force"
    """It surely holds on the day."""
    UNKNOWN = "unknown"
    """It may hold on the day, or another wording instead, or none."""
    FUTURE = "future"
    """It begins later."""
    SUPERSEDED = "superseded"
    """It has ended, and another wording of the article took its place."""
    REPEALED = "repealed"
    """It has ended, and nothing took its place: the article or the act is gone."""
    UNDATED = "undated"
    """The days on which it held are not known."""


class Doubt(IntEnum):
    """Why it is not known that a wording was in force on a day; the likeliest first."""

    NONE = 0
    """It surely was."""
    OF_BEGINNING = 1
    """The edition that answers for the day has it; whether its amendments had begun is open."""
    OF_STAYING = 2
    """An earlier text, or a later one: what the law said on the day is not held, or in question."""


@dataclass(frozen=True)
class SearchDocument:
    """One wording of one article, with the half-open window `[valid_from, valid_to)` it held in.

    `heading` is the number and title as printed; `text` the wording below it; `notes` the
    registry's footnotes. `places` say where in `text` blocks begin: offset and the block's key
    inside the article (`p_2__sp_1`), in order; what stands before the first is the article itself.

    `valid_from` None: the day is not known, so the wording answers no date. `valid_to` None: the
    end is not known or has not come. `doubtful`: on these days another wording may have been in
    force instead, or none; such a window says on which days it is worth showing, and no more.
    `held_from`, `held_to`: the days for which editions held that have it answer by their labels, as
    the article's history shows them. `replaced`: another wording of the article follows.
    `before_is_known`,
    `after_is_known`: whether it is known what stood in the article's place (nothing, perhaps) on
    the eve of `valid_from` and on `valid_to`. `is_current`: the newest wording held. `complete`
    False: the copy may end inside the article, so it answers no date.

    `form` is the act's kind as the watch list names it (`law`); `year` the act's, of adoption;
    `regimes` and `themes` are keys of those that name this provision. A wording that held in two
    stretches is two documents. `id` must change whenever anything else of the document does:
    engines tell old from new by it.
    """

    id: str
    ngr: str
    key: str
    lang: Language
    heading: str
    text: str
    act_title: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    is_current: bool
    label: str
    text_hash: str
    sample: bool = False
    complete: bool = True
    notes: str = ""
    places: tuple[tuple[int, str], ...] = ()
    doubtful: bool = False
    held_from: date | None = None
    held_to: date | None = None
    replaced: bool = False
    before_is_known: bool = False
    after_is_known: bool = False
    act_number: str | None = None
    form: str | None = None
    year: int | None = None
    regimes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether this was the wording on that day."""
        if self.valid_from is None or day < self.valid_from:
            return False
        return self.valid_to is None or day < self.valid_to

    def status(self, today: date) -> Status:
        """What the wording is on a day; not known where only its window, not the law, says so."""
        if self.valid_from is None:
            return Status.UNDATED
        if today < self.valid_from:
            return Status.FUTURE
        if self.valid_to is None or today < self.valid_to:
            return Status.UNKNOWN if self.doubtful else Status.IN_FORCE
        return Status.SUPERSEDED if self.replaced else Status.REPEALED

    def doubt_on(self, day: date) -> Doubt:
        """Whether it surely was in force on a day on which it holds, or why that is not known."""
        if not self.doubtful:
            return Doubt.NONE
        begun = self.held_from is not None and self.held_from <= day
        answers = begun and (self.held_to is None or day < self.held_to)
        return Doubt.OF_BEGINNING if answers else Doubt.OF_STAYING

    @property
    def held_on_no_day(self) -> bool:
        """Whether its window is empty: it is what a repeal has left of the article."""
        return self.valid_from is not None and self.valid_from == self.valid_to

    @property
    def article(self) -> str:
        """What all wordings of one article in one language share."""
        return f"{self.ngr}/{self.lang}/{self.key}"

    @property
    def naming(self) -> str:
        """What `act:` looks at."""
        return naming(self.act_title, self.act_number, self.ngr)

    @property
    def parts(self) -> Mapping[str, str]:
        """The text of each of `PARTS`."""
        texts = (self.heading, self.text, self.notes, self.naming)
        return dict(zip(PARTS, texts, strict=True))

    def part(self, place: str) -> tuple[int, int] | None:
        """Where in the text a block and those below it stand; None where there is none such."""
        inside = [at for at, (_, key) in enumerate(self.places) if is_within(key, place)]
        if not inside:
            return None
        following = self.places[inside[-1] + 1 :]
        return self.places[inside[0]][0], following[0][0] if following else len(self.text)

    @property
    def numbers(self) -> frozenset[str]:
        """What `article:` looks at."""
        return numbers_of(self.key)

    @property
    def window(self) -> tuple[int, int]:
        """The half-open window as day numbers, beyond the calendar where a day is not known."""
        return _numbered(self.valid_from), _numbered(self.valid_to)

    @property
    def held(self) -> tuple[int, int]:
        """The days for which editions with it answer by their labels, likewise."""
        return _numbered(self.held_from), _numbered(self.held_to)

    def to_json(self) -> bytes:
        """The document as one JSON object in UTF-8."""
        return json.dumps(vars(self), ensure_ascii=False, default=date.isoformat).encode()

    @classmethod
    def from_json(cls, packed: bytes) -> SearchDocument:
        """The document that `to_json` packed."""
        values = json.loads(packed)
        for name in ("valid_from", "valid_to", "held_from", "held_to"):
            if values[name] is not None:
                values[name] = date.fromisoformat(values[name])
        values["lang"] = Language(values["lang"])
        values["places"] = tuple(map(tuple, values["places"]))
        for name in ("regimes", "themes"):
            values[name] = tuple(values[name])
        return cls(**values)


def _numbered(day: date | None) -> int:
    return day.toordinal() if day else BEYOND


def is_within(key: str, place: str) -> bool:
    """Whether a block's key is that of a place or of a block below it."""
    return key == place or key.startswith(place + SEPARATOR)


def naming(title: str, number: str | None, ngr: str) -> str:
    """What `act:` looks at: the act's title, its own number and its registry number."""
    return "\n".join(filter(None, (title, number, ngr)))


def numbers_of(key: str) -> frozenset[str]:
    """What `article:` looks at: the number that ends the key (`113-3`), and the key."""
    _, _, number = key.rpartition("_")
    return frozenset(one for one in (number, key) if one)


def distinct(documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
    """The documents without repeats of an id; an engine must hold each once."""
    seen = set()
    for document in documents:
        if document.id not in seen:
            seen.add(document.id)
            yield document
