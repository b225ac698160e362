"""Who a commit names as its author, when, and what its message says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time

from corpus.law import EditionLabel
from exports.git_history import words
from exports.git_history.told import ToldAct, ToldEdition

_DOMAIN = "acts.nusqa.invalid"
"""A name that can belong to nobody (RFC 2606): no mail to it goes anywhere."""
COMMITTER = b"Nusqa <nusqa@nusqa.invalid>"
_MOST_NAMED = 3
_UNFIT = re.compile(r"[<>\x00-\x1f\x7f]+")
_UNFIT_FOR_ADDRESS = re.compile(r"[^A-Za-z0-9._+-]+")


def second_of(label: EditionLabel) -> int:
    """When a commit was made, in seconds: noon UTC of the label's last day; else 0.

    At noon the day is the same in every zone from -12 to +11 hours. Git has no time before 1970,
    and an undated edition none at all.
    """
    if label.last_day is None:
        return 0
    noon = datetime.combine(label.last_day, time(12), UTC)
    return max(0, int(noon.timestamp()))


def author(acts: Sequence[ToldAct]) -> bytes:
    """All acts as one author, the first three by name: none is named for what another did."""
    name = "; ".join(act.name for act in acts[:_MOST_NAMED])
    if len(acts) > _MOST_NAMED:
        name += words.AND_OTHERS.format(count=len(acts) - _MOST_NAMED)
    identity = "+".join(act.identity for act in acts[:_MOST_NAMED])
    identity = _UNFIT_FOR_ADDRESS.sub("-", identity).strip(".-+") or "unknown"
    return f"{' '.join(_UNFIT.sub(' ', name).split())} <{identity}@{_DOMAIN}>".encode()


def authors_of(editions: Iterable[ToldEdition], *, wording_changed: bool) -> tuple[ToldAct, ...]:
    """The acts behind what changed in any language; one that stands for what is not known."""
    came = [one.came for one in editions]
    acts = tuple(dict.fromkeys(act for one in came for act in one.acts))
    if acts:
        return acts
    recorded, legal = any(one.kinds for one in came), any(one.legal for one in came)
    only_form = not wording_changed or (recorded and not legal)
    return (ToldAct(*(words.REGISTRY_AUTHOR if only_form else words.UNKNOWN_AUTHOR)),)


def earlier(label: EditionLabel) -> ToldAct:
    """Stands for whoever worded what was there before the first edition held."""
    name, identity = words.EARLIER_AUTHOR if label.first_day else words.UNDATED_AUTHOR
    return ToldAct(name.format(label=label), identity)


def message(editions: Sequence[ToldEdition], *, sample: bool, first_held: bool) -> bytes:
    """Subject, what changed, and trailers that programs read."""
    label = editions[0].label
    lines = []
    if first_held:
        lines.append(words.FIRST_HELD.format(label=label))
    else:
        counts = {one.language: _counts(one.came.kinds) for one in editions}
        told = next((one for one in counts.values() if one), words.SAME_TEXT)
        lines += [f"{words.EDITION.format(label=label)}: {told}", ""]
        lines += [
            words.LANGUAGE_COUNTS.format(language=language, counts=one or words.SAME_TEXT)
            for language, one in counts.items()
        ]
        lines += _acts(editions)
    missing = sorted({one for edition in editions for one in edition.came.missing})
    if missing:
        lines += ["", words.MISSING.format(labels=", ".join(missing))]
    if label.first_day is None:
        lines += ["", words.UNDATED]
    if sample:
        lines += ["", words.SAMPLE]
    return ("\n".join([*lines, "", *_trailers(editions, first_held=first_held)]) + "\n").encode()


def _acts(editions: Sequence[ToldEdition]) -> list[str]:
    acts = dict.fromkeys(act for one in editions for act in one.came.acts)
    if acts:
        return ["", words.AMENDED_BY, *(f"- {act.name}" for act in acts)]
    if any(one.came.legal for one in editions):
        return ["", words.ACT_UNKNOWN]
    return ["", words.NOT_LAW] if any(one.came.kinds for one in editions) else []


def _counts(kinds: Mapping[str, int]) -> str:
    order = [*words.KINDS, *sorted(set(kinds) - set(words.KINDS))]
    return ", ".join(f"{words.KINDS.get(one, one)} {kinds[one]}" for one in order if one in kinds)


def _trailers(editions: Sequence[ToldEdition], *, first_held: bool) -> list[str]:
    label = editions[0].label
    day = str(label) if label.first_day else "unknown"
    lines = [f"Edition-Label: {label}", f"Edition-Date: {day}"]
    if first_held:
        lines.append("First-Held: yes")
    else:
        acts = dict.fromkeys(act for one in editions for act in one.came.acts)
        lines += [f"Amending-Act: {act.identity}" for act in acts]
    for one in editions:
        lines.append(f"Edition-Language: {one.language}")
        if one.url:
            lines.append(f"Registry-URL: {one.url}")
        if one.snapshot_sha256:
            lines.append(f"Snapshot-Sha256: {one.snapshot_sha256}")
    return [_UNFIT.sub(" ", line) for line in lines]
