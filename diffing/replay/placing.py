"""New articles, chapters and top-level points in an edition, behind the number before theirs."""

from __future__ import annotations

from dataclasses import replace

from corpus.addresses import Unit
from corpus.addresses.units import DIVISIONS
from corpus.instructions.operations import Operation
from corpus.keys import SEPARATOR, joined, number_order
from corpus.law import Article, Content, Division, Edition, Matter
from diffing.replay.locating import branch_of
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.wording import content_of

_Item = Article | Division
_RANKS = ("app", "sec", "subsec", "ch", "par")


def with_content(edition: Edition, operation: Operation) -> tuple[Edition, tuple[str, ...]]:
    """The edition with new articles, chapters or top-level points, and the keys of all that came.

    Raises Refused.
    """
    branch, _ = branch_of(edition, operation.targets[0])
    parsed = content_of(operation.content, edition.language)
    items = [item for item in parsed if isinstance(item, Article | Division)]
    wanted = [unit.key for unit in operation.added]
    tops = _tops(items, operation.added[0])
    if [item.key for item in tops] != wanted or len(items) != len(parsed):
        words = ", ".join(item.key for item in tops) or "no such unit"
        raise Refused(Refusal.OTHER_NUMBERS, f"{words} for {', '.join(wanted)}")
    groups = [[_in_branch(item, branch) for item in group] for group in _groups(items, tops)]
    for group in groups:
        for item in group:
            if _is_there(edition, item):
                raise Refused(Refusal.ALREADY_THERE, item.key)
        edition = _placed(edition, group, branch)
    came = [item for group in groups for item in group]
    _check_place(edition, operation, came)
    return edition, tuple(item.key for item in came)


def _in_branch(item: _Item, branch: str) -> _Item:
    """The item with the keys that it has in an appendix."""
    if isinstance(item, Division):
        return replace(item, key=joined(branch, item.key))
    divisions = tuple(joined(branch, key) for key in item.divisions)
    return replace(item, key=joined(branch, item.key), divisions=divisions)


def _branch(key: str) -> str:
    """The appendix that a key leads into; "" for the act itself."""
    return SEPARATOR.join(part for part in key.split(SEPARATOR) if part.startswith("app_"))


def _check_place(edition: Edition, operation: Operation, items: list[_Item]) -> None:
    """«главу 2 дополнить статьей 9-1»: its number must have led there. Raises Refused."""
    named = [unit.key for unit in operation.targets[0] if unit.kind in DIVISIONS]
    for item in items:
        held = edition.by_key.get(item.key)
        if named and held is not None and not set(named) <= set(held.divisions):
            words = f"{item.key} belongs by its number into {' '.join(held.divisions) or 'none'}"
            raise Refused(Refusal.OTHER_NUMBERS, words)


def _tops(items: list[_Item], unit: Unit) -> list[_Item]:
    if unit.kind in DIVISIONS:
        return [
            one
            for one in items
            if isinstance(one, Division) and one.key.startswith(f"{unit.kind}_")
        ]
    return [one for one in items if isinstance(one, Article)]


def _groups(items: list[_Item], tops: list[_Item]) -> list[list[_Item]]:
    groups: list[list[_Item]] = []
    for item in items:
        if item in tops or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _is_there(edition: Edition, item: _Item) -> bool:
    if isinstance(item, Division):
        return any(division.key == item.key for division in edition.divisions)
    held = edition.by_key.get(item.key)
    return held is not None and bool(held.blocks)


def _placed(edition: Edition, group: list[_Item], branch: str) -> Edition:
    """The edition with a new article or division, and what it holds, behind its predecessor."""
    content = [
        item
        for item in edition.content
        if not (isinstance(item, Article) and item.key == group[0].key)
    ]
    at = _behind(content, group[0], branch)
    divisions = _divisions_at(content, at)
    if isinstance(group[0], Division):
        divisions = tuple(key for key in divisions if _rank(key) < _rank(group[0].key))
    fitted: list[Content] = [
        replace(item, divisions=(*divisions, *item.divisions))
        if isinstance(item, Article)
        else item
        for item in group
    ]
    return replace(edition, content=(*content[:at], *fitted, *content[at:]))


def _behind(content: list[Content], new: _Item, branch: str) -> int:
    """The position for a new unit: behind its predecessor and all that belongs to that."""
    at = _first_unit(content, branch)
    for place, item in enumerate(content):
        if _precedes(item, new):
            at = place + 1
    while at < len(content) and not isinstance(content[at], Matter):
        item = content[at]
        if isinstance(item, Article | Division) and _branch(item.key) != branch:
            break
        if isinstance(new, Article):
            # A division that stands there without an article has been waiting for this one.
            if not (isinstance(item, Division) and _is_empty(content, at)):
                break
        elif isinstance(item, Division) and _rank(item.key) <= _rank(new.key):
            break
        at += 1
    return at


def _first_unit(content: list[Content], branch: str) -> int:
    """Where the first unit of a branch stands; an appendix's own heading is none."""
    places = [
        at + (item.key == branch)
        for at, item in enumerate(content)
        if isinstance(item, Article | Division) and _branch(item.key) == branch
    ]
    return places[0] if places else len(content)


def _precedes(item: Content, new: _Item) -> bool:
    if isinstance(new, Article):
        same = isinstance(item, Article) and item.kind is new.kind
    else:
        same = isinstance(item, Division) and item.kind is new.kind
    if not same or not isinstance(item, Article | Division):
        return False
    if _branch(item.key) != _branch(new.key):
        return False
    return number_order(item.number) < number_order(new.number)


def _is_empty(content: list[Content], at: int) -> bool:
    """Whether no article follows a division before the next one or the end."""
    following = content[at + 1] if at + 1 < len(content) else None
    return not isinstance(following, Article)


def _divisions_at(content: list[Content], at: int) -> tuple[str, ...]:
    """The divisions that are open at a position."""
    opened: list[str] = []
    for item in content[:at]:
        if isinstance(item, Article):
            opened = list(item.divisions)
        elif isinstance(item, Division):
            opened = [key for key in opened if _rank(key) < _rank(item.key)] + [item.key]
    return tuple(opened)


def _rank(key: str) -> int:
    return _RANKS.index(key.rsplit("__", maxsplit=1)[-1].partition("_")[0])
