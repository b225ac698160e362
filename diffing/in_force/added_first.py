"""That an article surely was not there yet: by the note of the act that added it, or its division.

Numbers of what is put between others (39-7) are never used again (Law on Legal Acts, art. 26), so
before that act was adopted nothing stood under the article's key. That is told only of such
numbers, for a plain one may have been another article's before that rule, and only where nothing
the notes say leaves room for an older addition; else what the law said then stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from corpus.amendments import Amendment, Verb
from corpus.keys import SEPARATOR
from corpus.law import Holding, HoldingKind
from diffing.explaining import Noted, NotedAt, adds_the_unit, of_heading, speaking_of
from diffing.in_force.stages import Version

_PUT_BETWEEN = "-"
"""What the number of a unit has that was put between two others."""


def added_by(key: str, version: Version, holds: Callable[[str], bool]) -> Amendment | None:
    """The addition before whose act an article surely was not there, by one edition's notes.

    Of several the oldest. `version` is what the oldest edition held has of the article; `holds`
    tells whether that copy holds a division whole: in another one the article may stand under a
    heading that is not its own. None where an act older than the addition is named, or a rewording
    of the article or of what it stands in, the act too: that drops older notes, and what was
    reworded may have been numbered anew.
    """
    article = version.article
    if article is None or not version.tells or _PUT_BETWEEN not in key.rpartition(SEPARATOR)[2]:
        return None
    units = (key, *reversed(article.divisions))
    noted = speaking_of(version.amendments, key, article.divisions)
    added = [one for one in noted if _adds(one.amendment)]
    if not added or any(_rewords(one, units) for one in version.amendments):
        return None
    oldest = min(added, key=lambda one: _adopted(one.amendment))
    if oldest.at is NotedAt.DIVISION and not holds(oldest.amendment.target.key or ""):
        return None
    inside = units[: units.index(oldest.amendment.target.key or key) + 1]
    since = _adopted(oldest.amendment)
    others = [one for one in noted if one.amendment.target.key in inside and one not in added]
    return None if any(_leaves_room(one, since) for one in others) else oldest.amendment


def _adds(amendment: Amendment) -> bool:
    target, act = amendment.target, amendment.act
    whole = target.key is not None and not target.place and not target.words
    return (
        amendment.verb is Verb.ADDED
        and whole
        and not of_heading(amendment)
        and act.adopted is not None
        and (amendment.clause.on is None or amendment.clause.on >= act.adopted)
        and adds_the_unit(amendment.statement, target.key or "")
    )


def _rewords(amendment: Amendment, units: Collection[str]) -> bool:
    target = amendment.target
    around = target.key is None or target.key in units
    whole = around and not target.place and not target.words
    return whole and amendment.verb is Verb.REWORDED and not of_heading(amendment)


def _leaves_room(noted: Noted, since: date) -> bool:
    amendment = noted.amendment
    if amendment.verb not in {Verb.AMENDED, Verb.ADDED, Verb.REPEALED, Verb.RETITLED}:
        return True
    return _adopted(amendment) < since


def _adopted(amendment: Amendment) -> date:
    """The day of the act; of one that is not known the earliest there is."""
    return amendment.act.adopted or date.min


def holds_whole(holding: Holding) -> Callable[[str], bool]:
    """Whether a copy that holds so much of its act holds a division whole."""
    whole = holding.kind is HoldingKind.WHOLE
    return lambda division: (
        whole or (holding.kind is HoldingKind.PARTS and division in holding.keys)
    )
