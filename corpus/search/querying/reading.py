"""Reading a query: the one way from what was typed to what is looked for.

Search, feeds and watches all use it, so that a watch tells of what a search finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.law import Language
from corpus.search.querying.expansion import expanded
from corpus.search.querying.ignored import Ignored, Reason
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.synonyms import own_synonyms
from corpus.search.querying.tree import AllOf, AnyOf, HasStatus, Node, Not
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class ReadQuery:
    """What is looked for (None: nothing), what was left out, and what was added.

    `also` are added words, as `typed: added`.
    """

    root: Node | None
    ignored: tuple[Ignored, ...] = ()
    also: tuple[str, ...] = ()


def read_query(
    text: str, analyser: Analyser, languages: Sequence[Language] = (), *, cross: bool = False
) -> ReadQuery:
    """Read a query and add other words for the same thing.

    `languages` are those that are looked for (none: all). `cross`: also what means the same in
    another language.
    """
    parsed = parse_query(text, analyser.words)
    if parsed.root is None:
        return ReadQuery(None, parsed.ignored)
    found = expanded(parsed.root, own_synonyms(), analyser, languages, cross=cross)
    cut = (Ignored(Reason.TOO_MANY_SYNONYMS),) if found.cut else ()
    return ReadQuery(found.root, (*parsed.ignored, *cut), found.also)


def read_followed_query(text: str, analyser: Analyser, language: Language | None) -> ReadQuery:
    """Read a query by which changes are followed, of the texts of a language or all.

    A change has no status: it is left out and told.
    """
    read = read_query(text, analyser, (language,) if language else ())
    root = _without_status(read.root) if read.root else None
    if root == read.root:
        return read
    return replace(read, root=root, ignored=(*read.ignored, Ignored(Reason.NOT_FOLLOWED)))


def _without_status(node: Node) -> Node | None:
    match node:
        case HasStatus():
            return None
        case Not(part):
            inner = _without_status(part)
            return Not(inner) if inner else None
        case AllOf(parts) | AnyOf(parts):
            kept = tuple(one for part in parts if (one := _without_status(part)))
            return replace(node, parts=kept) if len(kept) > 1 else next(iter(kept), None)
        case _:
            return node
