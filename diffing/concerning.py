"""Whether an amendment concerns an article: its own, of what it stands in, of the whole act."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from corpus.amendments import Amendment, Role, Verb
from diffing.explaining import adds_the_unit, of_heading

_OF_ALL = frozenset(
    {Verb.WORDS_REPLACED, Verb.REWORDED, Verb.REPEALED, Verb.SUSPENDED, Verb.TEMPORARY}
)
"""What done to an act is done to its articles; a note that it was amended says nothing of them."""


def concerns(amendment: Amendment, keys: Collection[str], around: Collection[str] | None) -> bool:
    """Whether it is one of an article with one of these keys, or of what the article stands in.

    `around` are the divisions it stood in when the amendment came; None: it was not there.
    """
    key = amendment.target.key
    if key in keys:
        return True
    if around is None or amendment.role is Role.CITED or of_heading(amendment):
        return False
    if key is None:
        return amendment.verb in _OF_ALL and not amendment.target.words
    return key in around


def added_on(amendments: Iterable[Amendment]) -> date:
    """The day of the act that added an article or a division around it; the first day if none did.

    What is older cannot have changed it.
    """
    added = (
        one.act.adopted
        for one in amendments
        if one.verb is Verb.ADDED
        and one.target.key is not None
        and not one.target.place
        and adds_the_unit(one.statement, one.target.key)
    )
    return max((day for day in added if day is not None), default=date.min)
