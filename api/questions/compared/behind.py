"""The acts behind the changes between two editions of an act, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from api.questions.compared.item import Comparing, Item, Step
from api.questions.explained import explained
from api.questions.following.told_changes import NOT_LAW
from corpus.law import EditionLabel
from corpus.store import reads
from corpus.store.changes.feed import PartOfAct, Selection
from corpus.store.changes.rows import ChangeRecord
from corpus.store.texts import load_articles

_MOST_KEYS = 400
"""More are not named in the question: then all changes of the act are read."""
_MOST = 20_000


def with_steps(session: Session, comparing: Comparing) -> Comparing:
    """The comparison of two editions with the recorded changes that lie between them.

    Only legal changes are told. Where the one edition is not in the registry's order, or nothing
    was recorded, an item has no steps: which acts changed it is not known.
    """
    changed = [one for one in comparing.items if not one.same_words]
    if not changed:
        return comparing
    records = _between(session, comparing, changed)
    editions = reads.editions_by_id(
        session, {at for one in records for at in (one.older_edition_id, one.newer_edition_id)}
    )
    hashes = {
        text_hash
        for one in records
        for text_hash in (one.change.old_text_hash, one.change.new_text_hash)
        if text_hash
    }
    acts = explained(session, records, editions, load_articles(session, hashes))
    by_key: dict[str, list[ChangeRecord]] = defaultdict(list)
    for one in records:
        for key in {one.change.key, one.change.old_key, one.change.new_key} - {None}:
            by_key[str(key)].append(one)
    steps = {
        item.anchor: tuple(
            Step(one.older_label, one.newer_label, acts.get(one.id, ()))
            for one in _of_item(item, by_key)
        )
        for item in changed
    }
    items = tuple(replace(one, steps=steps.get(one.anchor, ())) for one in comparing.items)
    return replace(comparing, items=items)


def _between(session: Session, comparing: Comparing, changed: Sequence[Item]) -> list[ChangeRecord]:
    """The legal changes recorded between the two editions, in time order."""
    older, newer = comparing.left.held[0].edition, comparing.right.held[0].edition
    order = {
        one.label: at
        for at, one in enumerate(reads.editions(session, older.ngr, comparing.language))
    }
    if older.label not in order or newer.label not in order:
        return []
    first, last = sorted((order[older.label], order[newer.label]))
    keys = sorted({key for one in changed for key in one.keys})
    part = PartOfAct(older.ngr, tuple(keys) if len(keys) <= _MOST_KEYS else None)
    which = Selection((part,), comparing.language, legal=True, not_law=NOT_LAW, withdrawn=False)
    found = [
        one
        for one in reads.changes(session, limit=_MOST, which=which)
        if _lies(one, order, first, last)
    ]
    return sorted(found, key=lambda one: (order[one.newer_label], one.id))


def _lies(record: ChangeRecord, order: Mapping[EditionLabel, int], first: int, last: int) -> bool:
    older, newer = order.get(record.older_label), order.get(record.newer_label)
    return older is not None and newer is not None and first <= older < newer <= last


def _of_item(item: Item, by_key: Mapping[str, Sequence[ChangeRecord]]) -> Sequence[ChangeRecord]:
    found = {one.id: one for key in sorted(item.keys) for one in by_key.get(key, ())}
    return list(found.values())
