"""By what a wording was in force, and what is still to come, in lines for a person."""

from __future__ import annotations

from api.models.provenance import Answered
from api.questions.in_force.coming import Coming
from api.questions.in_force.in_doubt import in_words, named
from api.questions.in_force.wording import WordingInForce
from cli import printing
from corpus.store.amendments.records import AmendmentRecord
from diffing.in_force.presuming import words_of


def show_grounds(found: WordingInForce) -> None:
    """Say by which amendments the wording was in force, and by which the next one is."""
    if found.since:
        printing.remark(f"  by {in_words(found.since)}")
    else:
        printing.remark("  the oldest wording held; no note says that it was amended before")
    if found.presumed:
        printing.remark(f"  presumed: {words_of(found.presumed)} {named(found.presumed)}")
    if found.until:
        printing.remark(f"  the next wording held is due to {in_words(found.until)}")


def show_coming(coming: Coming) -> None:
    """Say what is announced, pending or temporary, and what has begun or ended since."""
    for one in coming.begun:
        printing.remark(f"Begun by now, not in this wording: {_told(one)}")
    for one in coming.ended:
        printing.remark(f"Ended by now, this wording no longer applies: {_told(one)}")
    for one in coming.pending:
        printing.remark(f"Still to come: {_told(one)}")
    for one in coming.temporary:
        printing.remark(f"For a time: {_told(one)}")


def remark_if_to_come(answered: Answered) -> None:
    """Say that a text is still to come, where it is given for want of one that has come."""
    if answered.to_come:
        printing.remark(
            f"DOES NOT APPLY YET: edition {answered.edition} is later than today, and no edition "
            "held that has come has this text"
        )


def remark_if_newer_is_cut(answered: Answered) -> None:
    """Say that a newer edition is held, which was not given since its copy may end inside."""
    if answered.newer_cut:
        printing.remark(
            f"A newer edition, {answered.newer_cut}, is held too, but its copy may end inside this "
            f"article: --edition {answered.newer_cut} shows what there is"
        )


def _told(record: AmendmentRecord) -> str:
    one = record.amendment
    place = one.target.block_key or "the act"
    by = f" by {one.act.named}" if one.act.named else ""
    from_ = f", from {record.entry.on} ({record.entry.ground})" if record.entry.on else ""
    until = f", until {one.until}" if one.until else ""
    return f"{place} {one.verb}{by}{from_}{until}"
