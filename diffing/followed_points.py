"""Which changes of an article concern the points of it that are followed alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from corpus.keys import SEPARATOR
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.changes.rows import ChangeRecord
from diffing.blocks import BlockRedline
from diffing.redline import Redline

Points = Mapping[tuple[str, str], tuple[str, ...]]
"""By act and article: the paths of the points that are followed alone."""


def touches_points(points: Points, record: ChangeRecord) -> bool:
    """Whether a change changed a point that is followed, or is of an article followed whole.

    An article that came or went brought or took all its points.
    """
    change = record.change
    keys = [key for key in dict.fromkeys((change.old_key, change.new_key)) if key]
    own = [points.get((record.ngr, key)) for key in keys]
    if any(paths is None for paths in own) or None in (change.old_key, change.new_key):
        return True
    if not isinstance(change.redline, dict):
        return True
    paths = {path for one in own for path in one or ()}
    blocks = Redline.from_json(change.redline).blocks
    return any(block.changed and _is_under(block, paths) for block in blocks)


def announced_for_points(points: Points, record: AmendmentRecord) -> bool:
    """Whether what is announced may concern a point that is followed."""
    target = record.amendment.target
    paths = points.get((record.ngr, target.key or ""))
    if paths is None or not target.place:
        return True
    return any(_inside(target.place, path) or _inside(path, target.place) for path in paths)


def _is_under(block: BlockRedline, paths: Collection[str]) -> bool:
    labels = [label for label in (block.old, block.new) if label]
    return any(_inside(label.key, path) for label in labels for path in paths)


def _inside(key: str, path: str) -> bool:
    return key == path or key.startswith(path + SEPARATOR)
