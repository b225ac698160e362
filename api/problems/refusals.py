"""Requests that make no sense, though each of their parts does."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_NAME = 60


class InvalidRequest(Exception):
    """The parameters are well formed each, but make no sense together.

    The message names them in backticks: so the problem knows which they are. `why` names the
    same in the catalogues (`at_odds.…`), where a page can be asked so.
    """

    def __init__(self, message: str, why: str | None = None) -> None:
        self.why = why
        super().__init__(message)


class DaysAtOdds(InvalidRequest):
    """A day and two days to look for changes between, or two days of which none is later."""


class UnknownParameter(Exception):
    """The query has a parameter that the address does not have."""

    def __init__(self, parameter: str, nearest: Sequence[str], known: Sequence[str]) -> None:
        self.parameter = _shown(parameter)
        self.nearest, self.known = tuple(nearest), tuple(known)
        meant = f" Nearest: {', '.join(nearest)}." if nearest else ""
        takes = f"It takes: {', '.join(known)}." if known else "It takes none."
        super().__init__(f"This address has no parameter `{self.parameter}`.{meant} {takes}")


class RepeatedParameter(Exception):
    """The query gives a parameter several times that takes one value."""

    def __init__(self, parameter: str, times: int) -> None:
        self.parameter = _shown(parameter)
        super().__init__(f"`{self.parameter}` takes one value here, and was given {times} times.")


class BodyTooLarge(Exception):
    """A request carries more than its address takes."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"This address takes at most {limit} bytes in the body of a request.")


def _shown(name: str) -> str:
    """A name that somebody gave, as a line of words: short, of printable characters."""
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short
    )
