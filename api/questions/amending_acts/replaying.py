"""An amending act's instructions applied to the editions held of an act, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.amending_acts.instructions import (
    AmendedAct,
    AmendingText,
    amending_text,
    read_text,
)
from api.questions.texts import text_language
from corpus.amendments import ClauseKind, EntryIntoForce
from corpus.instructions.operations import Operation
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.errors import StoreError
from corpus.store.records import EditionSummary
from diffing.replay.replay import Replayed, replay
from diffing.replay.stages import Stage, entry_of, stage_at
from diffing.replay.verdicts import Compared, compared


class NothingToReplay(Exception):
    """An amending act has no instruction for the act that was asked for."""

    def __init__(self, ngr: str, asked: str, acts: Sequence[AmendedAct]) -> None:
        self.asked = asked
        named = ", ".join(act.ngr or act.named.title or "an act" for act in acts) or "no act at all"
        super().__init__(f"{ngr} has no instruction for {asked}: it amends {named}.")


class ReplayRefused(Exception):
    """The two editions asked for are no before and after of the act: the request makes no sense."""


@dataclass(frozen=True)
class ReplayStage:
    """One step: from an edition held to the one that the registry made of it.

    Without `to` there is no consolidated edition: the text is our reading, of the day `on` if one
    was asked for.
    """

    from_: EditionSummary
    to: EditionSummary | None
    replayed: Replayed
    compared: tuple[Compared, ...] = ()
    on: date | None = None


@dataclass(frozen=True)
class ActReplay:
    """What came of an amending act's instructions for one act; `why_not` where nothing could."""

    act: AmendedAct
    stages: tuple[ReplayStage, ...]
    why_not: str | None = None

    @property
    def compares(self) -> bool:
        """Whether anything was compared with an edition of the registry's."""
        return any(stage.to is not None for stage in self.stages)


def replay_of(
    session: Session,
    ngr: str,
    lang: Language | None,
    act: str | None = None,
    from_: EditionLabel | None = None,
    to: EditionLabel | None = None,
) -> tuple[AmendingText, tuple[ActReplay, ...]]:
    """An amending act, and the replay on each act that it amends, or on the one asked for (`act`).

    Raises NothingToReplay, ReplayRefused, or a StoreError where an edition that is named is not
    held.
    """
    if from_ is not None and to is not None and (to == from_ or to.surely_before(from_)):
        raise ReplayRefused(
            f"From {from_} to {to} runs backwards: name the older edition as `from` and a newer "
            "one, or a later day, as `to`."
        )
    text = amending_text(session, ngr, lang)
    acts = {one.ngr or f"#{at}": one for at, one in enumerate(text.acts)}
    if act is not None:
        if act not in acts:
            raise NothingToReplay(ngr, act, text.acts)
        acts = {act: acts[act]}
    replays = tuple(_on_act(session, text, one, from_, to) for one in acts.values())
    adopted, last = text.adopted, to.last_day if to else None
    if adopted and last and last < adopted and not any(one.compares for one in replays):
        raise ReplayRefused(
            f"{ngr} was adopted on {adopted}: it changed nothing by {to}, and no edition of that "
            "label is held. Name an edition, or a day, from then on."
        )
    return text, replays


def _on_act(
    session: Session,
    text: AmendingText,
    act: AmendedAct,
    from_: EditionLabel | None,
    to: EditionLabel | None,
) -> ActReplay:
    if act.ngr is None or not act.held:
        name = act.named.title or act.ngr or "the act"
        return ActReplay(act, (), f"«{name}» is not held: there is no text to apply them to.")
    language = text.edition.language
    operations = text.operations_on(act.ngr)
    try:
        held = [one for one in reads.editions(session, act.ngr, language) if one.label.first_day]
    except StoreError as error:
        return ActReplay(act, (), str(error))
    steps = list(_steps(session, act.ngr, language, held, text.adopted, operations, from_, to))
    if not steps:
        first = held[0].label if held else None
        since = to or text.adopted
        why = f"no edition is held from before {since}; the oldest one is of {first}."
        return ActReplay(act, (), why if first else f"no dated edition in {language} is held.")
    stages = tuple(_stage(session, operations, text.adopted, *step) for step in steps)
    return ActReplay(act, stages)


_Step = tuple[EditionSummary, EditionSummary | None, date | None]


def _steps(
    session: Session,
    ngr: str,
    language: Language,
    held: Sequence[EditionSummary],
    adopted: date | None,
    operations: Sequence[Operation],
    from_: EditionLabel | None,
    to: EditionLabel | None,
) -> Iterator[_Step]:
    """Which edition is to become which."""
    if from_ is not None or to is not None:
        older = (
            reads.find_edition(session, ngr, language, label=from_)
            if from_ is not None
            else _before(held, to.first_day if to else None)
        )
        newer = next((one for one in held if to is not None and one.label == to), None)
        if older is not None:
            yield older, newer, None if newer or to is None else to.first_day
        return
    made = [one for one in held if one.label.first_day in _marks(adopted, operations)]
    if not made and adopted is not None:
        made = [one for one in held if one.label.first_day and one.label.first_day >= adopted][:1]
    for newer in made:
        older = _before(held, newer.label.first_day)
        if older is not None:
            yield older, newer, None
    last = held[-1] if held else None
    if last is not None and last.label.first_day is not None:
        stages = [stage_at(one, adopted, last.label.first_day) for one in operations]
        if not made or Stage.LATER in stages:
            yield last, None, None


def _marks(adopted: date | None, operations: Sequence[Operation]) -> set[date]:
    """The days that an amending act's editions are labelled with: its own, and its stages'."""
    marks = {adopted} if adopted else set()
    for one in operations:
        if one.clause.kind is ClauseKind.ON_DATE and one.clause.on:
            marks.add(one.clause.on)
        if one.until:
            marks.add(one.until)
    return marks


def _before(held: Sequence[EditionSummary], day: date | None) -> EditionSummary | None:
    older = [
        one for one in held if day is None or (one.label.last_day and one.label.last_day < day)
    ]
    return older[-1] if older else None


def _stage(
    session: Session,
    operations: Sequence[Operation],
    adopted: date | None,
    older: EditionSummary,
    newer: EditionSummary | None,
    on: date | None,
) -> ReplayStage:
    upto = newer.label.last_day if newer is not None else on
    replayed = replay(reads.edition(session, older.id), operations, adopted, upto=upto)
    if newer is None:
        return ReplayStage(older, None, replayed, (), on)
    registry = reads.edition(session, newer.id)
    return ReplayStage(older, newer, replayed, compared(replayed, registry))


@dataclass(frozen=True)
class Pending:
    """An operation of an act that is held, which the newest edition of its target does not have."""

    text: AmendingText
    operation: Operation
    entry: EntryIntoForce


@dataclass(frozen=True)
class PendingText:
    """What is adopted and not yet consolidated, and the text with it: our reading."""

    newest: EditionSummary
    pending: tuple[Pending, ...]
    replayed: Replayed


_AMENDING_TITLES = (
    "внесении изменени", "внесении дополнени", "утратившими силу", "утратившим силу",
    "өзгеріс", "толықтыру", "күші жойылды",
)  # fmt: skip
"""What the title of an amending act holds: Law on Legal Acts, article 26."""


def pending_of(session: Session, ngr: str, lang: Language | None) -> PendingText:
    """The operations on an act that its newest edition held does not have yet.

    They come from the amending acts that are held. Raises a StoreError.
    """
    newest = reads.find_edition(session, ngr, text_language(session, ngr, lang))
    held = reads.acts(session)
    edition = reads.edition(session, newest.id)
    found: list[Pending] = []
    for act in held:
        if act.ngr == ngr or newest.language not in act.languages or not _amends(act.titles):
            continue
        text = read_text(session, reads.find_edition(session, act.ngr, newest.language), held)
        found += [
            Pending(text, operation, entry_of(operation, text.adopted))
            for operation in text.operations_on(ngr)
            if _is_pending(operation, text.adopted, newest)
        ]
    found.sort(key=lambda one: (one.entry.on or date.max, one.text.adopted or date.max))
    replayed = replay(edition, [one.operation for one in found])
    return PendingText(newest, tuple(found), replayed)


def _amends(titles: dict[Language, str]) -> bool:
    words = " ".join(titles.values()).casefold()
    return any(part in words for part in _AMENDING_TITLES)


def _is_pending(operation: Operation, adopted: date | None, newest: EditionSummary) -> bool:
    """Whether it starts after the newest edition, or cannot be told and is not older than that."""
    day = newest.label.first_day
    if day is None:
        return False
    stage = stage_at(operation, adopted, day)
    is_no_older = adopted is None or adopted >= day
    return stage is Stage.LATER or (stage is Stage.UNKNOWN and is_no_older)
