"""The acts that explain recorded changes, for many changes at once: a few queries, whatever many.

Nothing is guessed: every act that fits is named with how it is known to fit; several are
candidates, none means unknown.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.amendments import EntryIntoForce, Ground
from corpus.law import Article
from corpus.store.change_rows import ChangeRecord
from corpus.store.records import EditionSummary
from corpus.store.standing import NotesApart, notes_of_editions
from diffing.nature import PARSER_RULE, Nature, nature_of
from diffing.origins.acts import AmendingAct, NotesAround, acts_between
from diffing.redline import Redline
from diffing.runs import Op

UNKNOWN = EntryIntoForce()


@dataclass(frozen=True)
class ExplainingAct:
    """An act that may have made a change: its dates, what it did, and how that is known.

    `rules` are how it fits, `noted_at` what the note stands at (None: only the registry names the
    act), `quote` the note's or the registry's own words for it.
    """

    adopted: datetime.date | None
    number: str | None
    entry: EntryIntoForce
    rules: tuple[str, ...]
    noted_at: str | None = None
    form: str | None = None
    ngr: str | None = None
    title: str | None = None
    link: str | None = None
    verb: str | None = None
    place: str = ""
    quote: str = ""


def explained(
    session: Session,
    records: Sequence[ChangeRecord],
    editions: Mapping[int, EditionSummary],
    articles: Mapping[str, Article],
    redlines: Mapping[int, Redline],
) -> dict[int, tuple[ExplainingAct, ...]]:
    """The acts that may have made each change, by its id, those that fit best first.

    `editions` are those the changes lie between, by id; `articles` those of their text hashes;
    `redlines` by the change's id. A registry's correction and our own better reading have none.
    """
    asked = [one for one in records if _is_of_an_act(one)]
    ids = {number for one in asked for number in (one.older_edition_id, one.newer_edition_id)}
    notes = notes_of_editions(session, ids)
    return {one.id: _acts(one, editions, articles, notes, redlines.get(one.id)) for one in asked}


def entry_of(acts: Sequence[ExplainingAct]) -> EntryIntoForce:
    """From when a change is in force, where all acts that may have made it agree; else unknown."""
    entries = {act.entry for act in acts}
    return entries.pop() if len(entries) == 1 else UNKNOWN


def _is_of_an_act(record: ChangeRecord) -> bool:
    change = record.change
    return nature_of(change.kind, change.rule) is not Nature.CORRECTION and (
        change.rule != PARSER_RULE
    )


def _acts(
    record: ChangeRecord,
    editions: Mapping[int, EditionSummary],
    articles: Mapping[str, Article],
    notes: Mapping[int, NotesApart],
    redline: Redline | None,
) -> tuple[ExplainingAct, ...]:
    change, newer = record.change, editions[record.newer_edition_id]
    old, new = (articles.get(one or "") for one in (change.old_text_hash, change.new_text_hash))
    found = acts_between(
        newer.label,
        newer.cause,
        _around(new, old, change.key, notes[record.newer_edition_id]),
        _around(old, new, change.old_key or change.key, notes[record.older_edition_id]),
        _changed_words(redline) if redline else "",
    )
    return tuple(map(_explaining, found))


def _around(
    article: Article | None, other: Article | None, key: str, own: NotesApart
) -> NotesAround:
    """The notes that speak of an article on one side; of a division's heading those at it."""
    of_act, by_division = own
    shape = article or other
    if shape is None:
        return NotesAround(by_division.get(key, ()), {}, of_act)
    around = {one: by_division[one] for one in shape.divisions if one in by_division}
    return NotesAround(article.notes if article else (), around, of_act)


def _changed_words(redline: Redline) -> str:
    return " ".join(
        run.text for text in redline.texts() for run in text.runs if run.op is not Op.KEEP
    )


def _explaining(act: AmendingAct) -> ExplainingAct:
    day = act.in_force_from
    return ExplainingAct(
        adopted=act.date,
        number=act.number,
        entry=EntryIntoForce(day, Ground.STATED) if day else UNKNOWN,
        rules=tuple(map(str, act.rules)),
        noted_at=str(act.noted_at) if act.noted_at else None,
        title=act.title,
        link=act.link,
        quote=act.quote,
    )
