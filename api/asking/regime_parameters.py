"""Regimes and their phases as parts of an address."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path

from api.asking.parameters import LONGEST_KEY, PRINTABLE

RegimeOrPhase = Annotated[
    str,
    Path(
        description="A regime (`1999`, `2013`, `2020`) or a phase of one (`R3b`).",
        max_length=LONGEST_KEY,
        pattern=PRINTABLE,
        examples=["2013"],
    ),
]
OtherRegimeOrPhase = Annotated[
    str,
    Path(
        description="The other regime, or a phase of it.",
        max_length=LONGEST_KEY,
        pattern=PRINTABLE,
        examples=["2020"],
    ),
]
