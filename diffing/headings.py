"""The headings of sections, chapters and appendices of two editions side by side."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.law import Edition
from corpus.renamings import Renaming
from diffing.changes import HeadingChange
from diffing.classify import ChangeKind, text_rules
from diffing.engine import Engine
from diffing.holding import holds_division
from diffing.runs import Op, TextRedline
from diffing.words import Budget, Limits, compare_words


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
