"""What a history is made of: an act's editions, each with what is known of how it came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from corpus.law import Edition, EditionLabel, Language


@dataclass(frozen=True)
class ToldAct:
    """An amending act: its requisites in words, and what stands before the @ of its address."""

    name: str
    identity: str


@dataclass(frozen=True)
class Came:
    """How an edition differs from the one held before it, in one language.

    `kinds` counts the changed articles by kind; `acts` are all that may have made a change of the
    law, none: unknown; `legal` whether the law changed at all; `missing` the editions in between
    that are known and not held.
    """

    kinds: Mapping[str, int] = field(default_factory=dict)
    legal: bool = False
    acts: tuple[ToldAct, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToldEdition:
    """An edition in one language: its evidence, how it came, and its text, read when needed."""

    language: Language
    label: EditionLabel
    url: str | None
    snapshot_sha256: str | None
    registry: str
    came: Came
    read: Callable[[], Edition]


@dataclass(frozen=True)
class ToldHistory:
    """An act's history; `original` is the act itself as the author of its first wording.

    `adopted` is the label that an edition has which is the act as it was adopted.
    """

    ngr: str
    sample: bool
    original: ToldAct
    adopted: EditionLabel | None
    editions: Iterable[ToldEdition]
