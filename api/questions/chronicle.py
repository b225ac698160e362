"""The chronicle of the regimes out of the store, the watch list and the file of regimes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from api.questions.chronicle_events import events_of
from corpus.law import Language
from corpus.phases import Gap, Phase, Regimes
from corpus.store import reads
from corpus.store.known import known_editions
from corpus.watched import WatchedAct, Watchlist
from diffing.chronicle import (
    ActLife,
    Beginning,
    Chronicle,
    EditionMark,
    Ending,
    PhaseSpan,
    Stretch,
)
from diffing.measures.order import days

_AMENDING = frozenset({"amending act", "exhausted"})
_IN_FORCE = "in force"


def chronicle(
    session: Session, regimes: Regimes, watchlist: Watchlist, language: Language, today: date
) -> Chronicle:
    """Everything that has a day: titles are in the language, or another where there is none.

    Acts are those that ruled a phase, or were adopted or came into force on the day with which a
    phase, or a gap between two, begins; acts that only amended others are events.
    """
    held = {act.ngr for act in reads.acts(session)}
    wanted = [act for act in watchlist.acts if _belongs(act, regimes)]
    lives = sorted(
        (life for act in wanted if (life := _life(session, act, language, held))),
        key=lambda life: (life.adopted, life.key),
    )
    sample = any(act.sample for act in reads.acts(session))
    phases = tuple(_phases(regimes, language))
    events = events_of(session, regimes, watchlist, lives, today)
    return Chronicle(today, phases, tuple(lives), events, sample)


def _belongs(act: WatchedAct, regimes: Regimes) -> bool:
    if act.status in _AMENDING:
        return False
    ruling = {one.ngr for phase in regimes.phases for one in (*phase.provisions, *phase.general)}
    starts = {day for phase in regimes.phases for day in (phase.adopted, phase.from_) if day}
    starts |= {gap.from_ for gap in regimes.gaps if gap.from_}
    adopted = _adopted(act)
    return act.ngr in ruling or adopted in starts or act.in_force_from in starts


def _adopted(act: WatchedAct) -> date | None:
    """The day of adoption; None where only a year is known."""
    label = act.adopted
    return label.first_day if label and label.first_day == label.last_day else None


def _life(session: Session, act: WatchedAct, language: Language, held: set[str]) -> ActLife | None:
    adopted = _adopted(act)
    if adopted is None:
        return None
    titles = dict(act.titles)
    spoken = next((one for one in (language, Language.RU, *Language) if one in titles), None)
    title = titles[spoken] if spoken else act.about or act.name
    end = act.repealed_as_a_whole_on
    if end is not None:
        ending = Ending.DAY
    else:
        ending = Ending.OPEN if act.status.startswith(_IN_FORCE) else Ending.UNKNOWN
    known = act.ngr if act.ngr in held else None
    return ActLife(
        ngr=known,
        key=act.name,
        title=title,
        title_language=spoken or Language.EN,
        number=act.number,
        adopted=adopted,
        begin=act.in_force_from or adopted,
        beginning=Beginning.IN_FORCE if act.in_force_from else Beginning.ADOPTED,
        end=end,
        ending=ending,
        editions=tuple(_editions(session, known)) if known else (),
        held=tuple(_stretches(session, known, language, end)) if known else (),
    )


def _editions(session: Session, ngr: str) -> Iterator[EditionMark]:
    """Every dated edition that is known, oldest first."""
    known = known_editions(session, ngr)
    languages = {one.label: one.language for one in known.held}
    named = [label for label, _ in known.timeline(Language.RU).named]
    dated = {label for label in (*languages, *named) if label.first_day is not None}
    for label in sorted(dated, key=days):
        yield EditionMark(label, days(label)[1], languages.get(label))


def _stretches(
    session: Session, ngr: str, language: Language, repealed: date | None
) -> Iterator[Stretch]:
    """The days that an edition answers for; of two languages with the same days one is told."""
    seen: set[tuple[date, date | None]] = set()
    order = (language, Language.RU, *Language)
    for one in sorted(reads.editions(session, ngr), key=lambda one: order.index(one.language)):
        end = min((day for day in (one.to, repealed) if day), default=None)
        if one.from_ is None or one.from_ == end or (one.from_, end) in seen:
            continue
        seen.add((one.from_, end))
        yield Stretch(one.from_, end, one.label, one.language)


def _phases(regimes: Regimes, language: Language) -> Iterator[PhaseSpan]:
    """Phases and gaps; those without a day come first."""
    entries: list[Phase | Gap] = sorted(
        (*regimes.phases, *regimes.gaps), key=lambda one: _begin(one) or date.min
    )
    for place, one in enumerate(entries):
        begin, following = _begin(one), _next(entries[place + 1 :])
        if one.to is not None:
            ending = Ending.DAY
        else:
            ending = Ending.OPEN if one.from_ and following is None else Ending.UNKNOWN
        if one.from_ is not None:
            beginning = Beginning.IN_FORCE
        else:
            beginning = Beginning.ADOPTED if begin else Beginning.UNKNOWN
        yield PhaseSpan(
            one.key,
            one.regime if isinstance(one, Phase) else None,
            one.titles[language],
            begin,
            beginning,
            one.to,
            ending,
            one.ground[language],
            one.doubts[language] if one.doubts else None,
            following,
        )


def _begin(one: Phase | Gap) -> date | None:
    return one.from_ or (one.adopted if isinstance(one, Phase) else None)


def _next(entries: Sequence[Phase | Gap]) -> date | None:
    return next((day for one in entries if (day := _begin(one))), None)
