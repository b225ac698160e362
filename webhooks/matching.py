"""Which watches a record of a feed is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from corpus.search.matching import Matcher
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser
from corpus.store.parts_named import PartNamed
from corpus.store.reads import ChangeRecord
from corpus.watches import Move, Watch
from diffing.nature import Nature, nature_of
from webhooks.lineage import Lineage
from webhooks.parts import WatchedPart

Pair = tuple[str, str, int, int]


@dataclass(frozen=True)
class Matched:
    """A change that a watch is to be told of, and the moves of its article that it tells of."""

    record: ChangeRecord
    moved: tuple[Move, ...] = ()


@dataclass(frozen=True)
class FollowedPart:
    """What a page of changes means for a watch of an article, a division or a point."""

    matched: tuple[Matched, ...]
    moves: tuple[Move, ...]
    line: Lineage


def pair_of(record: ChangeRecord) -> Pair:
    """The two editions that a change lies between: what was recorded at once."""
    return (record.ngr, record.language, record.older_edition_id, record.newer_edition_id)


def lineage_of(watch: Watch, named: PartNamed | None, moves: Iterable[Move]) -> Lineage:
    """The line of a watched article, or of the article that a watched point stands in."""
    return Lineage(named.unit if named else "", watch.anchor, tuple(moves))


def wants(watch: Watch, record: ChangeRecord) -> bool:
    """Whether a change is of the language and of the nature that a watch asks for."""
    language, change = watch.wanted.language, record.change
    if language is not None and record.language is not language:
        return False
    return not watch.wanted.legal_only or nature_of(change.kind, change.rule) is Nature.LEGAL


def follow_part(
    watch: Watch, part: WatchedPart, line: Lineage, records: Iterable[ChangeRecord]
) -> FollowedPart:
    """The changes of a page that are about a watch's part of an act; an article as it moves.

    It is followed through every change of the languages asked for, those that the watch leaves out
    by their nature too. Withdrawn changes are not looked at here.
    """
    matched: list[Matched] = []
    moves: list[Move] = []
    standing = [
        one
        for one in records
        if one.ngr == watch.subject.ngr
        and one.withdrawn_at is None
        and watch.wanted.language in (None, one.language)
    ]
    for _, group in groupby(standing, key=pair_of):
        together = list(group)
        found = line.moves_in(together)
        after = line.and_then(found)
        for record in together:
            if not wants(watch, record):
                continue
            if part.is_changed(record, line.before(record), after.after(record)):
                own = tuple(
                    one
                    for one in found
                    if one.change_id == record.id and one.from_key != one.to_key
                )
                matched.append(Matched(record, own))
        moves += found
        line = after
    return FollowedPart(tuple(matched), tuple(moves), line)


def matcher_of(watch: Watch, analyser: Analyser) -> Matcher | None:
    """What tells whether a text fits a watched search; None for other watches."""
    query = watch.subject.query
    if query is None:
        return None
    root = read_query(query, analyser, of_changes=True).root
    return Matcher(analyser, root) if root is not None else None
