"""What counts for how much: a document's score is BM25 over its fields, and what is added here.

The same in every engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from corpus.law import digest
from corpus.search.documents import SearchDocument
from corpus.search.querying.tree import AllOf, AnyOf, Node, Where, Words

HEADING_BOOST = 4.0
"""How much more a word in the heading counts than one in the body."""

NOTE_BOOST = 0.5
ACT_BOOST = 1.0
SYNONYM_BOOST = 0.25
"""What was added to the query counts so much of what was typed."""

PART_BOOSTS = {
    Where.TEXT: (("heading", HEADING_BOOST), ("body", 1.0)),
    Where.HEADING: (("heading", HEADING_BOOST),),
    Where.NOTE: (("note", NOTE_BOOST),),
    Where.ACT: (("act", ACT_BOOST),),
}
"""Where words are looked for, and what they count there."""

SIDE_BY_SIDE_BOOST = 1.75
NEAR_BOOST = 0.5
NEAR = 8
"""How many words may stand between words that count as near."""

TITLE_BONUS = 2.0
"""Of what an act says whose title has all words of the query, two at least."""

PREFIX_SCORE = 1.0
"""Of every field with a word that begins so: no beginning is rarer than another."""

IN_FORCE_BONUS = 1.0
"""Of wordings that are in force today or may be, where more than one day's are looked at."""

FORM_BONUS = {
    "constitution": 1.4,
    "constitutional law": 1.2,
    "code": 1.0,
    "law": 0.8,
    "presidential decree": 0.6,
    "government resolution": 0.4,
    "CEC resolution": 0.4,
    "minister's order": 0.2,
}
"""By the act's place in the hierarchy; of local acts and unknown ones none."""

PROVISION_BONUS = 0.5
"""Of articles and points, over appendices, preambles and texts without units."""

LATEST_BONUS = 0.5
"""Of all but wordings that may have been in force while, or until, a newer one was."""

CERTAIN_BONUS = 0.3
"""Of wordings whose days are no guess. With the one above it is less than what being in force is
worth: what may be in force goes before what surely is not."""

PIN_SCORE = 100_000.0
"""Of the provision that a citation names first; each further one has 1 less. No words come near."""

SCORE_DIGITS = 4
"""The others are noise of adding in another order."""

_PROVISIONS = frozenset(("article", "point"))
_OF_PROVISIONS = (0.0, PROVISION_BONUS)
_OF_DAYS = (0.0, LATEST_BONUS, LATEST_BONUS + CERTAIN_BONUS)


def _merit(form: str | None, of_provision: float, of_days: float) -> float:
    return round(FORM_BONUS.get(form or "", 0.0) + of_provision + of_days, 1)


MERITS = tuple(sorted({_merit(*e) for e in product(("", *FORM_BONUS), _OF_PROVISIONS, _OF_DAYS)}))
"""All that documents can have."""

MERITS_MARK = digest(repr((FORM_BONUS, sorted(_PROVISIONS), _OF_PROVISIONS, _OF_DAYS)))[:8]
"""Another one where documents have other merits."""


def merit(document: SearchDocument) -> float:
    """What a document's score has for being what it is, whatever is asked."""
    of_provision = PROVISION_BONUS if document.kind in _PROVISIONS else 0.0
    older, newest, certain = _OF_DAYS
    of_doubt = older if document.replaced else newest
    return _merit(document.form, of_provision, of_doubt if document.doubtful else certain)


def rounded(score: float) -> float:
    """A score as it is compared."""
    return round(score, SCORE_DIGITS)


def together(parts: Sequence[Node]) -> tuple[str, ...]:
    """The words that must all be there, in order; texts where they stand together rank higher.

    Of what was typed and what was added to it, only the first. Empty when there are fewer than two.
    """
    words = [word for part in parts for word in _typed_words(part)]
    return tuple(words) if len(words) > 1 else ()


def _typed_words(part: Node) -> Sequence[str]:
    match part:
        case Words(words, Where.TEXT):
            return words
        case AnyOf((AllOf(typed), *_), synonyms=True):  # a term of several words
            return [word for one in typed for word in _typed_words(one)]
        case AnyOf((typed, *_), synonyms=True):
            return _typed_words(typed)
        case _:
            return ()
