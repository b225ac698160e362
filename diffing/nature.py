"""Whether a recorded change is a change of the law, of the registry's copy, or of its form only."""

from __future__ import annotations

from enum import StrEnum

from diffing.classify import ChangeKind

PARSER_RULE = "read by another parser"
"""The same bytes give other words because our reading changed: never a change of the law."""

CORRECTION_RULE = "corrected by the registry"
"""The registry serves other words under the same label: neither act nor date changed."""


class Nature(StrEnum):
    """What a recorded change is a change of."""

    LEGAL = "legal"
    """The law's words, or the place where they stand."""
    CORRECTION = "correction"
    """The registry's copy: it serves other words under the same label. The law did not change,
    what readers of the registry held for the law did."""
    TECHNICAL = "technical"
    """Form only: quotes, spaces, footnotes, names replaced throughout, our own reading."""


def nature_of(kind: str, rule: str | None) -> Nature:
    """The nature of a stored change, from its kind and the rule by which it was found."""
    if kind in (ChangeKind.TECHNICAL, ChangeKind.UNCHANGED):
        return Nature.TECHNICAL
    return Nature.CORRECTION if rule == CORRECTION_RULE else Nature.LEGAL
