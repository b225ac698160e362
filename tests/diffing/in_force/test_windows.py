"""The days of a wording: what the question for one day says, for all days at once."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.law import EditionLabel
from diffing.in_force.stages import stages_of
from diffing.in_force.starts import Stage, closed
from diffing.in_force.windows import (
    NOTHING,
    NOTHING_KNOWN,
    Answer,
    Stretch,
    answer_on,
    decisive_days,
    stretches,
)
from diffing.in_force.wording import InForce, wording_in_force
from tests.diffing.in_force.test_laws import (
    FIRST,
    KEY,
    Enacted,
    article,
    day,
    edition,
    enacted,
    entry,
    text_of,
)

_LAST = 460
"""Days after the first: the presumption of a year has an effect too."""


@st.composite
def walked(draw: st.DrawFn) -> tuple[tuple[Enacted, ...], tuple[Stage, ...], list[EditionLabel]]:
    """Random amendments, the stages of the editions held of them, and the labels known."""
    acts = draw(enacted())
    labels = sorted({0, *(act.label for act in acts)})
    held = [0, *sorted(draw(st.sets(st.sampled_from(labels))) - {0})]
    silent = draw(st.integers(0, 1))  # the oldest copies have no notes
    versions = [edition(acts, one, notes=at >= silent) for at, one in enumerate(held)]
    known = [EditionLabel.on(day(one)) for one in labels]
    staged = stages_of(KEY, versions, known, entry)
    later = [one for one in known if one.first_day and one.first_day > day(held[-1])]
    return acts, closed([one.stage for one in staged], later[0] if later else None), known


@settings(max_examples=300, deadline=None)
@given(walked())
def test_the_stretches_say_of_every_day_what_the_question_for_that_day_does(
    history: tuple[tuple[Enacted, ...], tuple[Stage, ...], list[EditionLabel]],
) -> None:
    _, stages, known = history
    days = {FIRST, *(one for one in decisive_days(stages, known) if one >= FIRST)}
    found = stretches(days, lambda asked: answer_on(stages, asked))
    assert found[0].begins == FIRST
    assert found[-1].ends is None
    for number in range(_LAST):
        asked = day(number)
        (one,) = (
            each
            for each in found
            if each.begins <= asked and (each.ends is None or asked < each.ends)
        )
        assert one.answer == answer_on(stages, asked)


@settings(max_examples=300, deadline=None)
@given(walked(), st.integers(0, _LAST))
def test_what_is_sure_is_what_the_question_names_and_what_is_not_is_in_question(
    history: tuple[tuple[Enacted, ...], tuple[Stage, ...], list[EditionLabel]], number: int
) -> None:
    _, stages, _ = history
    said, found = answer_on(stages, day(number)), wording_in_force(stages, day(number))
    if isinstance(found, InForce):
        assert said == Answer((found.place,), sure=True)
    else:
        assert not said.sure
        assert set(said.places) <= set(found.candidates)


@settings(max_examples=300, deadline=None)
@given(enacted(), st.integers(0, 60))
def test_of_a_complete_history_the_wording_in_force_is_always_among_those_told(
    acts: tuple[Enacted, ...], number: int
) -> None:
    """Whatever is unknown: within a year of adoption nothing is presumed."""
    labels = sorted({0, *(act.label for act in acts)})
    versions = [edition(acts, label) for label in labels]
    staged = stages_of(KEY, versions, [one.label for one in versions], entry)
    said = answer_on([one.stage for one in staged], day(number))
    in_force = {act.number for act in acts if act.enters <= number}
    # Of acts that one edition brings together, some may be in force and others not yet: a text that
    # no edition has, and if its words are those of an older one, it is not that one's wording.
    if any({act.number for act in acts if act.label <= label} == in_force for label in labels):
        told = {versions[at].article for place in said.places for at in staged[place].versions}
        assert article(text_of(acts, lambda act: act.enters <= number)) in told


def test_neighbouring_stretches_that_say_the_same_are_one() -> None:
    days = [FIRST + timedelta(days=number) for number in range(6)]
    said = [NOTHING, NOTHING, NOTHING_KNOWN, Answer((0,), sure=True), Answer((0,), sure=True)]
    told = dict(zip(days, [*said, Answer((0,), sure=False)], strict=True))
    assert stretches(reversed(days), told.__getitem__) == (
        Stretch(days[0], days[2], NOTHING),
        Stretch(days[2], days[3], NOTHING_KNOWN),
        Stretch(days[3], days[5], Answer((0,), sure=True)),
        Stretch(days[5], None, Answer((0,), sure=False)),
    )
