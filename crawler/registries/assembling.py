"""From lines and what the page says of itself to an edition: the end of every registry's road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.alphabets import language_of
from corpus.law import WHOLE, ActStatus, Cause, Edition, EditionLabel, Holding, Precision
from corpus.structure.lines import Line
from corpus.structure.reading import read_structure
from crawler.registries.pages import PageSource
from crawler.registries.refusals import EmptyBody, WrongLanguage

UNDATED = EditionLabel(Precision.UNDATED)


@dataclass(frozen=True)
class PageFacts:
    """What a page says of its edition besides the text; None and "" where it says nothing."""

    title: str = ""
    requisites: str = ""
    status: ActStatus = ActStatus.UNKNOWN
    label: EditionLabel | None = None
    known_on: date | None = None
    cause: Cause | None = None
    sample: bool = False
    holding: Holding = WHOLE


def assemble(lines: Sequence[Line], source: PageSource, facts: PageFacts) -> Edition:
    """The edition that lines make. What the source knows goes before what the page says.

    Raises EmptyBody for a page without words, WrongLanguage when its letters are another
    language's.
    """
    words = "\n".join(line.words for line in lines)
    if not words.strip():
        raise EmptyBody("the act page has no text")
    found = language_of(words)
    if found is not None and found is not source.language:
        raise WrongLanguage(source.language, found, "the text's own alphabet")
    return Edition(
        ngr=source.ngr,
        language=source.language,
        label=source.label or facts.label or UNDATED,
        title=facts.title or source.title or "",
        content=read_structure(lines, source.language),
        requisites=facts.requisites,
        status=facts.status,
        holding=facts.holding if source.holding == WHOLE else source.holding,
        known_on=facts.known_on or source.known_on,
        cause=source.cause or facts.cause,
        sample=source.sample or facts.sample,
    )
