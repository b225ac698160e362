"""The headings of sections, chapters and appendices of two editions side by side."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.keys import covers
from corpus.law import Article, Division, Edition, HoldingKind
from corpus.renamings import Renaming
from diffing.changes import HeadingChange
from diffing.classify import ChangeKind, text_rules
from diffing.engine import Engine
from diffing.runs import Op, TextRedline
from diffing.words import Budget, Limits, compare_words


def holds_division(edition: Edition, key: str, teller: Edition) -> bool:
    """Whether an edition holds the place of a division's heading, so that it means something there.

    For a division that it lacks another edition, the teller, says where its place is. An excerpt
    of just that division may lack only the heading; the last heading of a beginning may be cut.
    """
    kind = edition.holding.kind
    if kind is HoldingKind.WHOLE:
        return True
    if any(division.key == key for division in edition.divisions):
        last = edition.content[-1]
        cut = kind is HoldingKind.BEGINNING and isinstance(last, Division) and last.key == key
        return not cut
    if kind is HoldingKind.PARTS:
        return key not in edition.holding.keys and covers(edition, key, _around(teller, key))
    places = [
        place
        for place, item in enumerate(teller.content)
        if isinstance(item, Division) and item.key == key
    ]
    following = teller.content[places[0] :] if places else ()
    return any(isinstance(item, Article) and item.key in edition.by_key for item in following)


def _around(edition: Edition, key: str) -> tuple[str, ...]:
    """The divisions that a division stands in."""
    for article in edition.articles:
        if key in article.divisions:
            return article.divisions[: article.divisions.index(key)]
    return ()


def heading_changes(
    old: Edition, new: Edition, engine: Engine, limits: Limits, renamings: Sequence[Renaming]
) -> tuple[HeadingChange, ...]:
    """Headings that differ, of the divisions whose place both editions hold."""
    before = {division.key: division for division in reversed(old.divisions)}
    after = {division.key: division for division in reversed(new.divisions)}
    order = dict.fromkeys(division.key for division in (*new.divisions, *old.divisions))
    changes = []
    for key in order:
        one, other = before.get(key), after.get(key)
        teller = new if other else old
        if not all(holds_division(side, key, teller) for side in (old, new)):
            continue
        if one and other:
            ordered = [renaming for renaming in renamings if renaming.is_for(key, ())]
            rules = text_rules(one.printed_heading, other.printed_heading, ordered)
            if rules == ():
                continue
            kind = ChangeKind.AMENDED if rules is None else ChangeKind.TECHNICAL
            text = compare_words(one.printed_heading, other.printed_heading, engine, Budget(limits))
            changes.append(HeadingChange(key, kind, one, other, text, rules or ()))
        elif other:
            text = TextRedline.whole(Op.INSERT, other.printed_heading)
            changes.append(HeadingChange(key, ChangeKind.ADDED, None, other, text))
        elif one:
            text = TextRedline.whole(Op.DELETE, one.printed_heading)
            changes.append(HeadingChange(key, ChangeKind.REPEALED, one, None, text))
    return tuple(changes)
