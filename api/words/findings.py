"""What does not add up, and what was not believed, in the words of a language.

A finding and an objection come as a code with values and, for programs and logs, as a sentence in
English. A page is written from the code.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.words.acts import act_words
from api.words.interface import Interface, catalogue
from corpus.amendments import AmendingAct, Verb
from corpus.citations.formal import place_alone
from corpus.gates import Objection
from corpus.law import EditionLabel, Language
from corpus.notes.remarks import RemarkKind
from diffing.anomalies.catalogue import Anomaly
from diffing.classify import ChangeKind

_MOST_NAMED = 5


def finding_words(words: Interface, found: Anomaly) -> str:
    """A finding as a sentence."""
    keys = found.values.get("places")
    if isinstance(keys, tuple):
        return _gate(words, found.told, places=_places(words, keys))
    values = {name: _value(words, value) for name, value in found.values.items()}
    fields = {
        "place": place_alone(found.key or "", words.language) or words("finding.whole_act"),
        "newer": words.label(found.label) if found.label else "",
        "older": words.label(found.older) if found.older else "",
        "language": words(f"language.{found.language}") if found.language else "",
    }
    return words(f"finding.{found.told or found.kind}", **fields | values)


def objection_words(words: Interface, objection: Objection) -> str:
    """Why a page was not believed."""
    return _gate(words, objection.gate, places=_places(words, objection.places))


def trouble_words(words: Interface, reason: str) -> str | None:
    """Why a page was not taken, of a log's line that begins with the code; None where it has none.

    Programs before this one wrote lines without a code.
    """
    code, colon, _message = reason.partition(":")
    known = f"gate.{code}" in catalogue(words.language).forms
    return _gate(words, code, places="…") if known and (colon or code == reason) else None


def _gate(words: Interface, gate: str, *, places: str) -> str:
    entry = f"gate.{gate}"
    if entry not in catalogue(words.language).forms:
        entry = "gate.other"
    return words(entry, places=places or "…")


def _value(words: Interface, value: object) -> str:  # noqa: PLR0911 - one line a type
    match value:
        case Language():
            return words(f"language.{value}")
        case ChangeKind():
            return words(f"compare.kind_{value}")
        case Verb():
            return words(f"verb.{value.name.lower()}")
        case RemarkKind():
            return words(f"remark.{value.name.lower()}")
        case EditionLabel():
            return words.label(value)
        case AmendingAct():
            named = act_words(words, value.adopted, value.number)
            return named or words("amendments.act_unknown")
        case date():
            return words.day(value)
        case tuple() if value and all(isinstance(one, AmendingAct) for one in value):
            return "; ".join(_value(words, one) for one in value)
        case tuple():
            return ", ".join(_value(words, one) for one in value)
    return str(value)


def _places(words: Interface, keys: Sequence[str]) -> str:
    named = ", ".join(place_alone(one, words.language) for one in keys[:_MOST_NAMED])
    more = len(keys) - _MOST_NAMED
    return f"{named} {words('gate.and_more', count=more)}" if more > 0 else named
