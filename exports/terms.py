"""Under which terms texts may be used, as every export says it."""

from __future__ import annotations

SAMPLE_WARNING = (
    "Sample: a paraphrase that ships with the program, not official text. Not to be cited."
)
_OF_THE_SAMPLE = "MIT (the program and its sample)"
_OF_THE_LAW = (
    "Official texts of the law are not subject to copyright (Law of Kazakhstan No. 6 of 10 June "
    "1996, article 8)."
)


def terms_of(*, sample: bool) -> str:
    """The terms of official texts, or of the bundled sample."""
    return _OF_THE_SAMPLE if sample else _OF_THE_LAW
