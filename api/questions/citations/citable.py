"""The acts that citations may mean: those of the store, of the watch list, of the themes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from corpus.bundled import own_themes, own_watchlist
from corpus.citations.acts import ActName, ActRegister, CitableAct, merged
from corpus.search.words.analysis import Analyser
from corpus.store.citable import citable_acts
from corpus.watchlist import Watchlist


def act_register(session: Session, analyser: Analyser | None = None) -> ActRegister:
    """All acts that may be cited; what the store knows of an act comes first."""
    acts = [*citable_acts(session), *_watched(own_watchlist()), *_sources()]
    return ActRegister(merged(acts), analyser or Analyser())


def _watched(watchlist: Watchlist) -> Iterator[CitableAct]:
    """Acts that are followed, and those that amended them: known, if not held."""
    for watched in watchlist.acts:
        if watched.ngr:
            act = watched.act
            yield CitableAct(
                watched.ngr,
                watched.form,
                watched.number,
                act.adopted if act else None,
                watched.reference_bank_id,
                tuple(ActName(title, language) for language, title in watched.titles),
                held=False,
                repealed_on=act.repealed_on if act else None,
            )
        for amendment in watched.amendments:
            if amendment.ngr:
                adopted = amendment.adopted
                day = adopted.first_day if adopted.first_day == adopted.last_day else None
                yield CitableAct(
                    amendment.ngr,
                    number=amendment.number,
                    adopted=day,
                    reference_bank_id=amendment.reference_bank_id,
                    held=False,
                )


def _sources() -> Iterator[CitableAct]:
    """What the table of regimes calls acts and their rules."""
    for source in own_themes().sources:
        names = tuple(
            ActName(text, language, source.provisions.keys)
            for language, text in source.names.items()
        )
        yield CitableAct(source.provisions.ngr, names=names, held=False)
