"""Which article of an edition stood under another key in an older one."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.law import Edition
from diffing.align import align
from diffing.holding import held_by_all


def moved_keys(old: Edition, new: Edition) -> Mapping[str, str]:
    """The old key by the new one, of articles that were renumbered or moved.

    Only articles whose places both editions hold are looked at: what one of them lacks because its
    copy ends earlier has not moved.
    """
    pairs = align(held_by_all(old, (old, new)), held_by_all(new, (old, new)))
    return {
        pair.new.key: pair.old.key
        for pair in pairs
        if pair.old and pair.new and pair.old.key != pair.new.key
    }
