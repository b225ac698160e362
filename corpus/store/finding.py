"""Finding acts and editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, bindparam, select, tuple_
from sqlalchemy.orm import Session

from corpus.citations.requisites import Requisites
from corpus.law import EditionLabel, Language
from corpus.store.errors import LanguageNotHeld, UnknownAct, UnknownEdition, UnknownEditionId
from corpus.store.known import (
    HeldEdition,
    KnownEditions,
    edition_rows,
    edition_rows_by_id,
    edition_summary,
    known_editions,
    label_order,
    summaries_read,
)
from corpus.store.own_requisites import requisites_of
from corpus.store.read_once import read_already, read_once
from corpus.store.records import ActSummary, Certainty, EditionSummary
from corpus.store.tables import ACT_TITLES, ACTS, EDITIONS
from corpus.store.windows import Window

_NEAREST = 3
_RUSSIAN_FIRST = (ACT_TITLES.c.language.desc(),)
"""Then Kazakh, then English: the same order from every database."""
Labelled = TypeVar("Labelled", HeldEdition, EditionSummary)


def acts(session: Session) -> list[ActSummary]:
    """All acts that are known, by registry number, with how much of each is held."""
    return list(read_once(session, "acts", lambda: _acts(session, None)))


def holds_sample(session: Session) -> bool | None:
    """Whether all that is held is sample text, also superseded rows; None while nothing is held."""
    found = session.scalar(select(EDITIONS.c.sample).order_by(EDITIONS.c.sample).limit(1))
    return None if found is None else bool(found)


def act_titles(session: Session, acts: Collection[str], *preferred: Language) -> dict[str, str]:
    """The title of each act in the first of the languages that has one, else in any.

    One query; an act without a title, or that there is not, has its number.
    """
    of_acts = select(ACT_TITLES).where(ACT_TITLES.c.ngr.in_(acts))
    rows = session.execute(of_acts.order_by(*_RUSSIAN_FIRST))
    titles: dict[str, dict[str, str]] = {}
    for row in rows:
        titles.setdefault(row.ngr, {})[row.language] = row.title
    found = {}
    for ngr in acts:
        own = titles.get(ngr, {})
        found[ngr] = next((own[one] for one in (*preferred, *own) if one in own), ngr)
    return found


def act(session: Session, ngr: str) -> ActSummary:
    """One act; raises UnknownAct with the nearest numbers."""
    all_acts: list[ActSummary] = read_already(session, "acts", [])
    found = next((one for one in all_acts if one.ngr == ngr), None)
    if found is None:
        found = next(iter(read_once(session, ("act", ngr), lambda: _acts(session, ngr))), None)
    if found is None:
        raise unknown_act(session, ngr)
    return found


def editions(session: Session, ngr: str, language: Language | None = None) -> list[EditionSummary]:
    """The editions held of an act, by language and label; raises UnknownAct, LanguageNotHeld."""
    known = _known(session, ngr, language)
    return known.summaries(session, known.of(language))


def revisions(
    session: Session, ngr: str, language: Language, label: EditionLabel
) -> list[EditionSummary]:
    """Every row of one label, the first one first: what the registry said of it over time."""
    now = {one.id: one for one in editions(session, ngr, language)}
    table = EDITIONS.c
    rows = edition_rows(
        session, table.ngr == ngr, table.language == language, table.label == str(label)
    )
    return [now.get(row.id) or edition_summary(row, Window(), Certainty.UNLISTED) for row in rows]


def labelled_editions(
    session: Session, wanted: Collection[tuple[str, Language, str]]
) -> list[EditionSummary]:
    """The editions held under an act, a language and a label each, of many acts in one query.

    For their sources: the summaries have no window of days.
    """
    table = EDITIONS.c
    names = tuple_(table.ngr, table.language, table.label)
    rows = edition_rows(session, table.superseded_at.is_(None), names.in_(list(wanted)))
    return [edition_summary(row, Window(), Certainty.UNLISTED) for row in rows]


def edition_by_id(session: Session, edition_id: int) -> EditionSummary:
    """An edition's summary, also of a row that a later one replaced; raises UnknownEditionId."""
    if (read := summaries_read(session).get(edition_id)) is not None:
        return read
    row = next(iter(edition_rows_by_id(session, [edition_id])), None)
    if row is None:
        raise UnknownEditionId(edition_id)
    known = known_editions(session, row.ngr)
    current = [one for one in known.held if one.id == edition_id]
    if current:
        return known.summaries(session, current)[0]
    return edition_summary(row, Window(), Certainty.UNLISTED)


def editions_by_id(session: Session, ids: Collection[int]) -> dict[int, EditionSummary]:
    """Editions by their ids, of many acts in one query, also rows that later ones replaced.

    For their sources: the summaries have no window of days. An id that there is not is left out.
    """
    rows = edition_rows_by_id(session, ids)
    return {row.id: edition_summary(row, Window(), Certainty.UNLISTED) for row in rows}


def find_edition(
    session: Session,
    ngr: str,
    language: Language,
    label: EditionLabel | None = None,
    on: date | None = None,
    today: date | None = None,
) -> EditionSummary:
    """The edition of a label; or the one that answers for a day; or the newest held.

    The newest is the newest dated one; an undated one only where there is no other, and one whose
    label has not come by `today`, where that is given, only where nothing else is held. `certainty`
    speaks of the day asked for. Raises UnknownAct, LanguageNotHeld, UnknownEdition, and for a day
    BeforeFirstEdition, EditionNotHeld, AmbiguousDate, NoDatedEdition or ActRepealed.
    """
    if label is not None and on is not None:
        raise ValueError("ask by label or by day, not by both")
    known = _known(session, ngr, language)
    if on is not None:
        label = known.timeline(language).label_on(on)
    held = known.of(language)
    if label is None:
        found = [newest_first(held, today)[0]]
    else:
        found = [one for one in held if one.label == label]
        if not found:
            raise _unknown_edition(known, language, label)
    (summary,) = known.summaries(session, found)
    return summary if on is None else replace(summary, certainty=known.certainty(language, on))


def newest_first(held: Sequence[Labelled], today: date | None = None) -> list[Labelled]:
    """Editions of one language from the newest label to the oldest; undated ones at the end.

    Behind them those whose labels have not come by `today`, the next to come first.
    """
    dated = [one for one in held if one.label.first_day is not None]
    dated.sort(key=lambda one: label_order(one.label), reverse=True)
    future = [one for one in dated if not has_come(one.label, today)]
    undated = [one for one in held if one.label.first_day is None]
    return [one for one in dated if has_come(one.label, today)] + undated + future[::-1]


def has_come(label: EditionLabel, today: date | None) -> bool:
    """Whether a label may have come by a day; of an undated one, or without a day, it may."""
    return today is None or label.first_day is None or label.first_day <= today


@dataclass(frozen=True)
class _AboutActs:
    """What is asked of acts, made once: their titles, their editions, their rows."""

    titles: Select[Any]
    editions: Select[Any]
    acts: Select[Any]

    @classmethod
    def where(cls, *which: ColumnElement[bool]) -> _AboutActs:
        table = EDITIONS.c
        editions = select(table.ngr, table.language, table.label, table.sample).join(ACTS)
        return cls(
            select(ACT_TITLES).join(ACTS).where(*which).order_by(*_RUSSIAN_FIRST),
            editions.where(*which, table.superseded_at.is_(None)),
            select(ACTS).where(*which).order_by(ACTS.c.ngr),
        )


_ALL = _AboutActs.where()
_ONE = _AboutActs.where(ACTS.c.ngr == bindparam("ngr"))


def _acts(session: Session, ngr: str | None) -> list[ActSummary]:
    ask, of_act = (_ALL, {}) if ngr is None else (_ONE, {"ngr": ngr})
    titles: dict[str, dict[Language, str]] = {}
    for row in session.execute(ask.titles, of_act):
        titles.setdefault(row.ngr, {})[Language(row.language)] = row.title
    held: dict[str, list[tuple[Language, EditionLabel, bool]]] = {}
    for row in session.execute(ask.editions, of_act):
        edition = (Language(row.language), EditionLabel.parse(row.label), bool(row.sample))
        held.setdefault(row.ngr, []).append(edition)
    rows = session.execute(ask.acts, of_act).all()
    found = [
        ActSummary(
            ngr=row.ngr,
            titles=titles.get(row.ngr, {}),
            form=row.form,
            number=row.number,
            adopted=row.adopted,
            repealed_on=row.repealed_on,
            reference_bank_id=row.reference_bank_id,
            languages=dict(sorted(Counter(one for one, _, _ in held.get(row.ngr, ())).items())),
            newest=_newest([label for _, label, _ in held.get(row.ngr, ())]),
            sample=any(sample for _, _, sample in held.get(row.ngr, ())),
        )
        for row in rows
    ]
    wanted = [one.ngr for one in found if not (one.form and one.number and one.adopted)]
    told = requisites_of(session, wanted) if wanted else {}
    return [_with_requisites(one, told[one.ngr]) if one.ngr in told else one for one in found]


def _with_requisites(act: ActSummary, own: Requisites) -> ActSummary:
    """The act; what no watch list says of it as its own page has it."""
    filled = replace(
        act,
        form=act.form or own.form,
        number=act.number or own.number,
        adopted=act.adopted or own.adopted,
    )
    names = ("form", "number", "adopted")
    return replace(
        filled,
        from_page=frozenset(one for one in names if getattr(act, one) != getattr(filled, one)),
    )


def _newest(labels: list[EditionLabel]) -> EditionLabel | None:
    dated = [label for label in labels if label.first_day is not None]
    return max(dated, key=label_order) if dated else next(iter(labels), None)


def _known(session: Session, ngr: str, language: Language | None) -> KnownEditions:
    """What is known of an act of which editions (in that language) are held, or an error."""
    known = known_editions(session, ngr)
    if not known.held and session.scalar(select(ACTS.c.ngr).where(ACTS.c.ngr == ngr)) is None:
        raise unknown_act(session, ngr)
    if language is not None and language not in known.languages:
        raise LanguageNotHeld(ngr, language, known.languages)
    return known


def unknown_act(session: Session, ngr: str) -> UnknownAct:
    """The error that names the numbers of known acts nearest to one that is not."""
    numbers = list(session.scalars(select(ACTS.c.ngr).order_by(ACTS.c.ngr)))
    near = get_close_matches(ngr.upper(), numbers, n=_NEAREST)
    return UnknownAct(ngr, near)


def _unknown_edition(
    known: KnownEditions, language: Language, label: EditionLabel
) -> UnknownEdition:
    timeline = known.timeline(language)
    named_by = next((who for named, who in timeline.named if named == label), None)

    def distance(other: EditionLabel) -> timedelta:
        if other.first_day is None or label.first_day is None:
            return timedelta.max
        return abs(other.first_day - label.first_day)

    nearest = sorted(timeline.held, key=distance)[:_NEAREST]
    names = [str(one) for one in sorted(nearest, key=label_order)]
    held_in = [one for one in known.languages if label in known.timeline(one).held]
    return UnknownEdition(known.ngr, language, label, names, named_by, held_in)
