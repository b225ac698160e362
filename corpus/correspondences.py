"""Pairs of provisions that a lawyer has judged to be the same rule, read from a hand-written file.

Each pair comes with a quote from either side. A quote is checked against the texts whenever the
pair is used: a text that no longer has it is another text, and then the pair says nothing.
What the fields mean stands at the head of `correspondences.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from corpus.handwritten import STRICT, HandwrittenError, Places, Words, read_document, read_text
from corpus.law import Language
from corpus.phases import Texts
from corpus.provisions import ProvisionSet
from corpus.regimes import InEveryLanguage


class CorrespondencesError(HandwrittenError):
    """The file of correspondences cannot be used; the message names file, line and entry."""


@dataclass(frozen=True)
class CuratedSide:
    """One side of a pair: the provisions, each by its full key, and words of theirs.

    There may be quotes from several texts of the provision: one of them must stand in the text.
    """

    provisions: ProvisionSet
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class CuratedPair:
    """Two sides that are the same rule, and why; several provisions on a side were split or merged.

    It holds in both directions: which side is the older one depends on what is compared. `why` is
    the English of `reasons`, which are by language.
    """

    left: CuratedSide
    right: CuratedSide
    why: str
    reasons: Texts = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.left.provisions} = {self.right.provisions}"


def load_correspondences(path: Path | None = None) -> tuple[CuratedPair, ...]:
    """Read a file of pairs; without a path the one that comes with Nusqa.

    Raises CorrespondencesError.
    """
    path = path or Path(__file__).with_suffix(".toml")
    text = read_text(path, "the file of correspondences", CorrespondencesError)
    return read_correspondences(text, path.name)


def read_correspondences(text: str, name: str = "correspondences.toml") -> tuple[CuratedPair, ...]:
    """Read the text of a file of pairs; `name` is what errors call it.

    Raises CorrespondencesError.
    """
    places = Places(name, text, named_by=("left",))
    file = read_document(text, _File, places, CorrespondencesError)
    pairs = []
    for at, entry in enumerate(file.pair):
        pair = CuratedPair(
            CuratedSide(ProvisionSet.parse(entry.left), tuple(entry.left_quotes)),
            CuratedSide(ProvisionSet.parse(entry.right), tuple(entry.right_quotes)),
            entry.why.en,
            entry.why.texts,
        )
        if pair.left.provisions == pair.right.provisions:
            message = "the same provisions on both sides: a pair is of two"
            raise CorrespondencesError(places.mistake(("pair", at, "right"), message))
        if len(pair.left.provisions.keys) > 1 and len(pair.right.provisions.keys) > 1:
            message = "several provisions on both sides: split the pair until one side has one"
            raise CorrespondencesError(places.mistake(("pair", at, "right"), message))
        pairs.append(pair)
    return tuple(pairs)


def _provisions(text: str) -> str:
    found = ProvisionSet.parse(text)
    if not found.keys or found.when:
        raise ValueError(f"{text!r}: name provisions by their keys and no edition: NGR:KEY,KEY")
    return text


Provisions = Annotated[str, AfterValidator(_provisions)]
Quotes = Annotated[list[Words], Field(min_length=1)]


def _in_every_language(why: object) -> object:
    """One text stands for itself in every language."""
    return dict.fromkeys(Language, why) if isinstance(why, str) else why


class _Pair(BaseModel):
    model_config = STRICT

    left: Provisions
    left_quotes: Quotes
    right: Provisions
    right_quotes: Quotes
    why: Annotated[InEveryLanguage, BeforeValidator(_in_every_language)]


class _File(BaseModel):
    model_config = STRICT

    pair: list[_Pair] = []
