"""Reading what the measures of an act are made from: its editions, and which others are known."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.bundled import own_renamings
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.known import known_editions
from corpus.store.records import EditionSummary
from diffing.measures.measure import ActMeasures, measure


@dataclass(frozen=True)
class Measured:
    """The measures of an act in one language, and where the texts behind them come from."""

    measures: ActMeasures
    sources: dict[EditionLabel, EditionSummary]

    @property
    def title(self) -> str:
        """The act's title in its newest edition that says one; without any its number."""
        titles = [one.edition.title for one in self.measures.editions if one.edition.title]
        return titles[-1] if titles else self.measures.ngr


def measured(session: Session, ngr: str, language: Language) -> Measured:
    """The measures of an act in a language; raises UnknownAct, LanguageNotHeld."""
    summaries = reads.editions(session, ngr, language)
    timeline = known_editions(session, ngr).timeline(language)
    reader = reads.EditionReader(session)
    measures = measure((reader.edition(one.id) for one in summaries), timeline, own_renamings())
    return Measured(measures, {one.label: one for one in summaries})
