"""What an amending act orders: its text out of the store, read; and which acts it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.texts import find_edition, text_language
from corpus.amendments import AmendingAct, NgrGround, without_convocation
from corpus.bundled import own_amending_acts
from corpus.citations.requisites import read_requisites
from corpus.instructions.operations import Instructions, Operation, TargetAct
from corpus.instructions.reading import read_instructions
from corpus.law import Language, Precision
from corpus.store import reads
from corpus.store.records import ActSummary, EditionSummary
from diffing.normalise import folded


@dataclass(frozen=True)
class AmendedAct:
    """An act that an amending act names; `ngr` where it is known, and whether a text is held.

    `ground` says how the number is known where no act that is held matches.
    """

    named: TargetAct
    ngr: str | None
    held: bool
    ground: NgrGround | None = None


@dataclass(frozen=True)
class AmendingText:
    """An amending act's edition with its instructions, and the acts that it names, in order."""

    edition: EditionSummary
    amending_act: AmendingAct
    instructions: Instructions
    acts: tuple[AmendedAct, ...]

    @property
    def adopted(self) -> date | None:
        """The day of the amending act; None where nothing tells it."""
        return self.amending_act.adopted

    def operations_on(self, ngr: str) -> tuple[Operation, ...]:
        """The operations on an act, whether it is named once or several times."""
        numbers = {at for at, act in enumerate(self.acts) if act.ngr == ngr}
        return tuple(one for one in self.instructions.operations if one.target_act in numbers)


def amending_text(session: Session, ngr: str, lang: Language | None) -> AmendingText:
    """The newest text of an amending act, read. Raises a StoreError where none is held."""
    language = text_language(session, ngr, lang)
    summary = find_edition(session, ngr, language, Asked())
    return read_text(session, summary, reads.acts(session))


def read_text(
    session: Session, summary: EditionSummary, held: Sequence[ActSummary]
) -> AmendingText:
    """An edition's instructions; `held` are the acts that its words are matched with."""
    edition = reads.edition(session, summary.id)
    instructions = read_instructions(edition)
    act = reads.act(session, summary.ngr)
    adopted = act.adopted or read_requisites(edition.requisites).adopted
    if adopted is None and edition.label.precision is Precision.DAY:
        adopted = edition.label.first_day
    named = tuple(_identified(one, held) for one in instructions.acts)
    amending_act = AmendingAct(adopted, act.number, act.form, act.ngr)
    return AmendingText(summary, amending_act, instructions, named)


def _identified(named: TargetAct, held: Iterable[ActSummary]) -> AmendedAct:
    """The act that is held and answers to the words; else what the watch list knows of it."""
    found = [act for act in held if act.editions and _is(named, act)]
    if len(found) == 1:
        return AmendedAct(named, found[0].ngr, held=True)
    known = own_amending_acts().identified(
        AmendingAct(adopted=named.adopted, number=named.number, form=named.form)
    )
    return AmendedAct(named, known.ngr, held=False, ground=known.ngr_ground)


def _is(named: TargetAct, act: ActSummary) -> bool:
    """Whether words name an act: by its day and number, else by its day or title as far as told."""
    if named.form and act.form and named.form != act.form:
        return False
    if named.adopted and act.adopted and named.adopted != act.adopted:
        return False
    if named.number and act.number and named.adopted and act.adopted:
        return without_convocation(named.number) == without_convocation(act.number)
    if not named.title:
        return False
    title = folded(named.title).casefold()
    return any(_same_title(title, folded(one).casefold()) for one in act.titles.values())


def _same_title(one: str, other: str) -> bool:
    """The sample's titles say in brackets that they are a sample's."""
    return other == one or (other.startswith(f"{one}(") and other.endswith(")"))
