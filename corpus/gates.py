"""What an edition must satisfy before it is believed: pure functions on the law's values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Objection:
    """Why an edition is not believed: which gate, and a sentence for the user."""

    gate: str
    message: str
