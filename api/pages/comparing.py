"""The pages of comparisons: two editions of an act, two acts, two regimes."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from api.pages.comparing_parts.form import form_of
from api.pages.comparing_parts.refused import Refusal, refused
from api.pages.comparing_parts.shown import shown
from api.pages.comparing_parts.state import State, StateAsked, StateShown
from api.pages.comparing_parts.taking_away import forms_of
from api.pages.comparing_parts.told import numbers_of, told
from api.pages.kept import kept_page
from api.questions.compared.asking import (
    SameSides,
    SideRefused,
    Sides,
    Which,
    compared,
    languages_to_try,
)
from api.questions.compared.item import Comparing
from api.questions.compared.on_themes import on_themes
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, Page, Reader
from api.services import Reading, Services, UsedServices
from api.words.regimes import ground_words
from corpus.bundled import own_regimes, own_themes
from corpus.law import Language
from corpus.phases import UnknownRegime
from corpus.store import reads
from diffing.compare import NotComparable

router = APIRouter(include_in_schema=False)


@router.get("/compare")
def compare(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    asked: StateAsked,
) -> Response:
    """Two sides side by side or in one column; without two sides the form that asks for them."""
    state = asked.state
    if asked.from_form:
        return _elsewhere(state.address(reader.links))
    return _answer(request, reader, services, session, state)


@router.get("/regimes/{a}/compare/{b}")
def compare_regimes(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    a: str,
    b: str,
    how: StateShown,
) -> Response:
    """Two regimes, or phases of them: the same page under an address of its own."""
    state = how.of_regimes(a, b)
    sides: tuple[tuple[Which, str], ...] = (("left", a), ("right", b))
    for which, name in sides:  # provisions have the other address
        try:
            own_regimes().phase(name)
        except UnknownRegime as error:
            refusal = refused(SideRefused(which, error), state, reader)
            return _form(request, reader, services, session, state, refusal)
    return _answer(request, reader, services, session, state)


def _elsewhere(address: str) -> Response:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, headers={"Cache-Control": "no-cache"})


def _answer(
    request: Request, reader: Reader, services: Services, session: Session, state: State
) -> Response:
    if state.choosing or not (state.left and state.right):
        return _form(request, reader, services, session, state, None)
    made = Page(request, reader, "compared.html", ("law", "compare"), ("compare",))

    def body() -> bytes:
        return _body(made, services, session, state)

    try:
        return kept_page(made, session, services.large_pages, body)
    except (SameSides, SideRefused, NotComparable) as error:
        titles = {one.ngr: reader.act_title(one)[0] for one in reads.acts(session)}
        refusal = refused(error, state, reader, titles)
        return _form(request, reader, services, session, state, refusal)


def comparing_of(services: Services, session: Session, state: State, reader: Reader) -> Comparing:
    """The comparison that a state asks for, in the first language that has it, remembered.

    Raises what `compared` raises, of Russian if it was tried, else of the first language.
    """
    refusals: dict[Language, SideRefused | NotComparable] = {}
    sides = state.sides.asked_on(services.today)
    for language in languages_to_try(session, sides, reader.language):
        try:
            return kept_comparing(services, session, replace(sides, language=language))
        except (SideRefused, NotComparable) as error:
            refusals[language] = error
    # The most is held in Russian: what is said of it says the most.
    raise refusals.get(Language.RU) or next(iter(refusals.values()))


def kept_comparing(services: Services, session: Session, sides: Sides) -> Comparing:
    """The comparison of two sides in a language, made once for a state of the store."""
    return services.comparings.body(
        session, sides, lambda: compared(session, sides, services.analyser)
    )


def _body(made: Page, services: Services, session: Session, state: State) -> bytes:
    reader = made.reader
    comparing = comparing_of(services, session, state, reader)
    sides = comparing.left.phase, comparing.right.phase
    chosen = on_themes(session, own_themes(), state.themes, *sides)
    comparing = chosen.of_items(comparing) if chosen else comparing
    acts = reads.acts(session)
    return made.body(
        sample=any(one.sample for one in acts),
        lang=comparing.language,
        comparing=comparing,
        shown=shown(comparing, state, reader),
        state=state,
        told=told(session, comparing, acts, reader),
        numbers=numbers_of(acts),
        several_acts=_several_acts(comparing),
        phases=_phases(state),
        themes=own_themes().themes if _phases(state) else (),
        on_themes=chosen.themes if chosen else (),
        forms=forms_of(comparing, state, reader.language),
        say=AmendingWords.of(reader, services, acts),
        ground_words=ground_words,
    )


def _phases(state: State) -> tuple[str, ...]:
    """The two phases compared, as the matrix has them; none where the sides are no regimes."""
    if len(state.left) != 1 or len(state.right) != 1:
        return ()
    try:
        return tuple(own_regimes().phase(one).key for one in (*state.left, *state.right))
    except UnknownRegime:
        return ()


def _several_acts(comparing: Comparing) -> bool:
    """Whether one side has provisions of more than one act, so that each is named with its act."""
    return any(
        len({one.provisions.ngr for one in side.held}) > 1
        for side in (comparing.left, comparing.right)
    )


def _form(
    request: Request,
    reader: Reader,
    services: Services,
    session: Session,
    state: State,
    refusal: Refusal | None,
) -> Response:
    made = Page(request, reader, "compare_form.html", ("compare",))

    def body() -> bytes:
        acts = reads.acts(session)
        return made.body(
            sample=any(one.sample for one in acts),
            form=form_of(session, reader, state, acts),
            state=state,
            refusal=refusal,
        )

    if refusal is not None:
        return made.answer(body(), refusal.status)
    return kept_page(made, session, services.pages, body)
