"""What a query means: conditions, with other words for the same thing, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.law import Language
from corpus.search.queries import ChangedBetween, Filters, Query
from corpus.search.querying.expansion import Expanded, expanded
from corpus.search.querying.ignored import Ignored, Reason
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.synonyms import Synonyms
from corpus.search.querying.tree import AllOf, AnyOf, HasStatus, Node, Not
from corpus.search.snapshots import Asked
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class Understood:
    """A query whose words have been read. `root` None: no condition is asked for."""

    query: Query
    root: Node | None
    ignored: tuple[Ignored, ...]
    synonyms: Synonyms
    analyser: Analyser
    _known: dict[tuple[Language, ...], Expanded] = field(default_factory=dict)

    def conditions(self, languages: tuple[Language, ...]) -> Expanded | None:
        """The conditions for texts of some languages (none named: of all)."""
        if self.root is None:
            return None
        if languages not in self._known:
            self._known[languages] = expanded(
                self.root, self.synonyms, self.analyser, languages, cross=self.query.cross
            )
        return self._known[languages]

    def asked(self, filters: Filters) -> Asked:
        """What documents must fit, the filters given."""
        conditions = self.conditions(filters.languages)
        return Asked(
            root=conditions.root if conditions else None,
            pins=self.query.pins,
            when=self.query.when,
            filters=filters,
            languages=filters.languages or tuple(Language),
            today=self.query.today.toordinal(),
        )


def understood(query: Query, synonyms: Synonyms, analyser: Analyser) -> Understood:
    """What a query means."""
    parsed = parse_query(query.text, analyser.words)
    root, ignored = parsed.root, parsed.ignored
    if root is not None and isinstance(query.when, ChangedBetween):
        statuses: list[str] = []
        root = _without_statuses(root, statuses)
        ignored += tuple(
            Ignored.of(Reason.NOT_FOLLOWED, f"status:{status}")
            for status in dict.fromkeys(statuses)
        )
    return Understood(query, root, ignored, synonyms, analyser)


def _without_statuses(node: Node, found: list[str]) -> Node | None:
    """The conditions but for statuses, which are those of today: texts do not change by them."""
    match node:
        case HasStatus(status):
            found.append(status)
            return None
        case Not(part):
            kept = _without_statuses(part, found)
            return None if kept is None else Not(kept)
        case AllOf(parts) | AnyOf(parts):
            return _joined(node, [_without_statuses(part, found) for part in parts])
        case _:
            return node


def _joined(node: AllOf | AnyOf, parts: Sequence[Node | None]) -> Node | None:
    kept = tuple(part for part in parts if part is not None)
    return replace(node, parts=kept) if len(kept) > 1 else next(iter(kept), None)
