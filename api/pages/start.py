"""The start page: one search field, the acts held and how fresh, what changed, the regimes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from api.asking.search_state import form_values
from api.pages.kept import kept_page
from api.questions.following.feed_pages import Followed
from api.questions.following.steps import StepsPage, steps_page
from api.questions.following.told_changes import NOT_LAW
from api.questions.holdings import holdings
from api.questions.regime_years import regime_years
from api.questions.regimes import what_is_held
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, Page, Reader
from api.services import Reading, Services, UsedServices
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store.changes.feed import Selection
from corpus.store.checked import checks_version
from corpus.store.records import ActSummary

router = APIRouter(include_in_schema=False)

STEPS_SHOWN = 4
"""The newest editions that changed the law."""
CHANGES_SHOWN = 5
"""Of each of them."""


@router.get("/")
def home(request: Request, reader: ForReader, services: UsedServices, session: Reading) -> Response:
    """The ways in."""
    made = Page(request, reader, "home.html", ("start",), ("suggest",))

    def body() -> bytes:
        return made.body(**_values(reader, services, session))

    facts = services.today, checks_version(session)
    return kept_page(made, session, services.pages, body, *facts)


def _values(reader: Reader, services: Services, session: Session) -> dict[str, Any]:
    """What the page shows."""
    held = holdings(session, services.today)
    acts = [*(one.act for one in held.held), *held.watched]
    language, changes = _changes(session, acts, reader.language)
    return {
        "sample": any(act.sample for act in acts),
        "acts": acts,
        "held": held,
        "asked": form_values(),
        "feed_lang": language,
        "changes": changes,
        "changes_shown": CHANGES_SHOWN,
        "known": {one.ngr: one for one in acts},
        "regimes": regime_years(own_regimes(), _phases_with_text(session)),
        "say": AmendingWords.of(reader, services, acts),
        "legal_day": day_in_kazakhstan,
        "today": services.today,
    }


def _phases_with_text(session: Session) -> frozenset[str]:
    """The phases of which a text is held in some language."""
    read = what_is_held(session, own_regimes())
    return frozenset(
        one.phase.key
        for regime in read.regimes
        for one in regime.phases
        if any(holding.held for own in one.sets if not own.general for holding in own.holdings)
    )


def law_changed(language: Language | None) -> Followed:
    """The changes of the law, in a language or in all."""
    return Followed(Selection(language=language, legal=True, not_law=NOT_LAW))


def _changes(
    session: Session, acts: Sequence[ActSummary], preferred: Language
) -> tuple[Language | None, StepsPage]:
    """What changed lately: in the reader's language if its texts have changes; else in another.

    In one alone, so that no change is told twice. None where no language's texts have any.
    """
    for language in dict.fromkeys((preferred, *Language)):
        if any(act.languages.get(language, 0) > 1 for act in acts):
            found = steps_page(session, law_changed(language), None, None, STEPS_SHOWN)
            if found.steps:
                return language, found
    return None, StepsPage((), more=False)
