"""The chronicle of the regimes in the words of one language."""

from __future__ import annotations

from api.words.interface import Interface
from corpus.citations.formal import place_alone
from diffing.chronicle import (
    ActLife,
    Beginning,
    ChronicleCaptions,
    Ending,
    Event,
    EventKind,
)

_MOST_NAMED = 4


def chronicle_captions(words: Interface) -> ChronicleCaptions:
    """The words of the picture of the chronicle."""
    return ChronicleCaptions(
        title=words("chronicle.title"),
        phases=words("chronicle.phases"),
        acts=words("chronicle.acts"),
        events=words("chronicle.events"),
        today=words("chronicle.today"),
        held=words("chronicle.held"),
        not_held=words("chronicle.not_held"),
        edition=words("chronicle.edition"),
        missing=words("chronicle.missing"),
        no_text=words("chronicle.no_text"),
        beginnings={
            one: words(f"chronicle.begin_{one.name.lower()}", day="{day}")
            for one in Beginning
            if one is not Beginning.UNKNOWN
        }
        | {Beginning.UNKNOWN: words("chronicle.begin_unknown")},
        endings={
            Ending.DAY: words("chronicle.end_day", day="{day}"),
            Ending.OPEN: words("chronicle.end_open"),
            Ending.UNKNOWN: words("chronicle.end_unknown"),
        },
        span=words("chronicle.span", begin="{begin}", end="{end}"),
        some_day=words("chronicle.some_day", year="{year}"),
        undated=words("chronicle.undated"),
        sample=f"{words('site.sample_title')}. {words('site.sample')}",
        note=words("chronicle.note"),
        kinds={one: words(f"chronicle.kind_{one}") for one in EventKind},
        day=words.day,
        label=words.label,
        act=lambda act: act_line(words, act),
        event=lambda event: event_line(words, event),
        told=lambda event: event_told(words, event),
    )


def act_line(words: Interface, act: ActLife) -> str:
    """An act by number and day: number 1484, a dot, its day."""
    number = words("chronicle.numbered", number=act.number) if act.number else ""
    return " · ".join(part for part in (number, words.day(act.adopted)) if part)


def event_line(words: Interface, event: Event) -> str:
    """An event in a label: its day, and the number of the act, else its title."""
    day = event.day.strftime("%d.%m.%Y")
    if not event.number and event.title:  # the sign says what happened to it
        return f"{day} {event.title}"
    number = _named(words, event)
    return words(f"chronicle.label_{event.kind}", day=day, number=number).strip()


def event_told(words: Interface, event: Event) -> str:
    """An event in one line: day, what happened, by which act, to which provisions."""
    parts = [f"{words.day(event.day)}: {words(f'chronicle.kind_{event.kind}')}"]
    if named := _named(words, event):
        parts.append(named)
    if event.keys:
        parts.append(named_keys(words, event.keys))
    return ", ".join(parts)


def _named(words: Interface, event: Event) -> str:
    if event.number:
        return words("chronicle.numbered", number=event.number)
    return event.title or ""


def named_keys(words: Interface, keys: tuple[str, ...]) -> str:
    """Provisions in words; of many the first ones."""
    named = "; ".join(place_alone(key, words.language) for key in keys[:_MOST_NAMED])
    return f"{named} …" if len(keys) > _MOST_NAMED else named
