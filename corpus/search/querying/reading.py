"""Reading a query: the one way from what was typed to what is looked for.

Search, feeds and watches all use it, so that a watch tells of what a search finds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.search.querying.expansion import Added, expanded
from corpus.search.querying.ignored import Ignored, Reason
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.synonyms import Synonyms, own_synonyms
from corpus.search.querying.tree import AllOf, AnyOf, HasStatus, Node, Not
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class ReadQuery:
    """What is looked for (None: nothing), what was left out, and what was added."""

    root: Node | None
    ignored: tuple[Ignored, ...] = ()
    also: tuple[Added, ...] = ()


def read_query(
    text: str,
    analyser: Analyser,
    *,
    cross: bool = False,
    of_changes: bool = False,
    synonyms: Synonyms | None = None,
) -> ReadQuery:
    """Read a query and add other words for the same thing.

    `cross`: also what means the same in another language. `of_changes`: changes are looked for,
    which have no status; one that is asked for is left out and told. Without `synonyms` those that
    come with Nusqa are used.
    """
    parsed = parse_query(text, analyser.words)
    root, ignored = parsed.root, parsed.ignored
    if of_changes and root is not None:
        statuses: dict[str, None] = {}
        root = _without_statuses(root, statuses)
        ignored += tuple(Ignored.of(Reason.NOT_FOLLOWED, f"status:{one}") for one in statuses)
    if root is None:
        return ReadQuery(None, ignored)
    found = expanded(root, synonyms or own_synonyms(), analyser, cross=cross)
    cut = (Ignored(Reason.TOO_MANY_SYNONYMS),) if found.cut else ()
    return ReadQuery(found.root, (*ignored, *cut), found.also)


def _without_statuses(node: Node, found: dict[str, None]) -> Node | None:
    """The conditions but for statuses, which are those of today: texts do not change by them."""
    match node:
        case HasStatus(status):
            found[status] = None
            return None
        case Not(part):
            inner = _without_statuses(part, found)
            return Not(inner) if inner else None
        case AllOf(parts) | AnyOf(parts):
            kept = tuple(one for part in parts if (one := _without_statuses(part, found)))
            return replace(node, parts=kept) if len(kept) > 1 else next(iter(kept), None)
        case _:
            return node
