"""Random histories of an article against an oracle that knows everything: never a wrong wording."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amendments import (
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    Target,
    Verb,
)
from corpus.law import Article, ArticleKind, Block, BlockKind, EditionLabel
from diffing.in_force.stages import Version, stages_of
from diffing.in_force.starts import closed
from diffing.in_force.wording import InForce, wording_in_force

KEY = "art_1"
FIRST = date(2001, 1, 1)
SLOTS = 2
Text = tuple[int, ...]


@dataclass(frozen=True)
class Enacted:
    """What an amending act really does, and what the registry makes of it."""

    number: int
    adopted: int
    enters: int
    label: int
    slot: int | None
    """None: the whole article is worded anew."""
    value: int
    known: bool

    def on(self, text: Text) -> Text:
        if self.slot is None:
            return (self.value,) * SLOTS
        return tuple(self.value if at == self.slot else old for at, old in enumerate(text))

    @property
    def amendment(self) -> Amendment:
        by_date = InForceClause(ClauseKind.ON_DATE, on=day(self.enters))
        return Amendment(
            Target(KEY, "" if self.slot is None else f"p_{self.slot + 1}"),
            Verb.REWORDED,
            AmendingAct(adopted=day(self.adopted), number=str(self.number)),
            by_date if self.known else InForceClause(),
        )


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def enacted(draw: st.DrawFn) -> tuple[Enacted, ...]:
    acts = []
    for number in range(draw(st.integers(0, 5))):
        adopted = draw(st.integers(1, 30))
        enters = adopted + draw(st.integers(0, 25))
        acts.append(
            Enacted(
                number + 1,
                adopted,
                enters,
                draw(st.sampled_from((adopted, enters))),
                draw(st.sampled_from((None, *range(SLOTS)))),
                draw(st.integers(1, 3)),
                draw(st.booleans()),
            )
        )
    return tuple(sorted(acts, key=lambda act: (act.label, act.adopted, act.number)))


def text_of(acts: tuple[Enacted, ...], there: Callable[[Enacted], bool]) -> Text:
    """The text with those amendments; what the registry consolidates later stands."""
    text: Text = (0,) * SLOTS
    for act in acts:
        if there(act):
            text = act.on(text)
    return text


def article(text: Text) -> Article:
    body = tuple(
        Block(BlockKind.POINT, f"слово{value}", str(at + 1), f"{at + 1}.", f"p_{at + 1}")
        for at, value in enumerate(text)
    )
    return Article(ArticleKind.ARTICLE, KEY, "1", "Статья 1.", "Заголовок", body)


def edition(acts: tuple[Enacted, ...], label: int, *, notes: bool = True) -> Version:
    """The registry's edition: a rewording of the whole article drops older editions' notes."""
    there = [act for act in acts if act.label <= label]
    since = max((act.label for act in there if act.slot is None), default=0)
    noted = [act for act in there if act.label >= since]
    return Version(
        EditionLabel.on(day(label)),
        article(text_of(acts, lambda act: act.label <= label)),
        tuple(act.amendment for act in noted) if notes else (),
        tells=notes,
    )


def entry(amendment: Amendment) -> EntryIntoForce:
    stated = amendment.clause.on
    return EntryIntoForce(stated, Ground.STATED) if stated else UNKNOWN_ENTRY


def in_order(acts: tuple[Enacted, ...], asked: int) -> bool:
    """Whether of the acts, as the registry consolidates them, none is in force before an older one.

    Where one is, the text in force may be one that no edition ever showed.
    """
    return all(
        (one.enters <= asked) >= (other.enters <= asked)
        for at, one in enumerate(acts)
        for other in acts[at + 1 :]
    )


@settings(max_examples=1500, deadline=None)
@given(enacted(), st.data())
def test_a_wording_that_is_named_is_the_one_that_was_in_force(
    acts: tuple[Enacted, ...], data: st.DataObject
) -> None:
    labels = sorted({0, *(act.label for act in acts)})
    held = sorted(data.draw(st.sets(st.sampled_from(labels), min_size=1)))
    asked = data.draw(st.integers(held[0], 60))
    silent = data.draw(st.integers(0, len(held)))  # the oldest copies have no notes
    versions = [edition(acts, one, notes=at >= silent) for at, one in enumerate(held)]
    later = [EditionLabel.on(day(label)) for label in labels if label > held[-1]]
    stages = stages_of(KEY, versions, [EditionLabel.on(day(one)) for one in labels], entry)
    found = wording_in_force(
        closed([one.stage for one in stages], later[0] if later else None), day(asked)
    )
    truth = article(text_of(acts, lambda act: act.enters <= asked))
    if isinstance(found, InForce):
        (version, *_) = (versions[at] for at in stages[found.place].versions)
        assert version.article == truth
        return
    shown = any(all((act.label <= one) == (act.enters <= asked) for act in acts) for one in held)
    if in_order(acts, asked) and (shown or not (found.older or found.other)):
        named = [versions[stages[place].versions[0]].article for place in found.candidates]
        assert truth in named, "what was in force is not among what is in question"


@settings(max_examples=500, deadline=None)
@given(enacted(), st.integers(0, 60))
def test_where_every_day_is_known_and_every_edition_held_only_mixed_texts_are_refused(
    acts: tuple[Enacted, ...], asked: int
) -> None:
    acts = tuple(replace(act, known=True) for act in acts)
    labels = sorted({0, *(act.label for act in acts)})
    versions = [edition(acts, label) for label in labels]
    stages = stages_of(KEY, versions, [one.label for one in versions], entry)
    found = wording_in_force([one.stage for one in stages], day(asked))
    # What enters into force on the label of another act's edition may be what that one shows.
    days = [act.label for act in acts] + [act.enters for act in acts if act.enters != act.label]
    if len(set(days)) == len(days) and in_order(acts, asked):
        assert isinstance(found, InForce)
