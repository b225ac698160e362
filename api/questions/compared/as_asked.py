"""The comparison that answers two sides as written, row by row: the one that their page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from api.questions.compared.asking import Sides, by_editions
from api.questions.compared.item import SideShown
from api.questions.compared.told_as_rules import told_as_rules
from api.questions.explained import ExplainingAct
from api.questions.sides import HeldSet, Side, compare_sides, side_named
from corpus.bundled import own_correspondences, own_regimes
from corpus.correspondences import CuratedPair
from corpus.law import Edition, Language
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from diffing.correspondence.relation import Correspondence, Correspondences, UnusedPair
from diffing.correspondence.selection import Selection

_BY_KEYS = "two editions of one act are compared by keys, not by pairs"


@dataclass(frozen=True)
class ComparedSides:
    """Two sides with their texts, and what was found between them.

    `by_editions`: two editions of one act, article by article; else rule by rule. `acts` are those
    that may have made the changes, by the keys of what changed; known for editions only.
    """

    left: Side
    right: Side
    found: Correspondences
    language: Language
    by_editions: bool = False
    acts: Mapping[str, tuple[ExplainingAct, ...]] = field(default_factory=dict)

    def acts_of(self, one: Correspondence) -> tuple[ExplainingAct, ...]:
        """The acts that may have made a change."""
        return self.acts.get((one.new or one.old)[0].key, ())


def compared_as_asked(
    session: Session,
    sides: Sides,
    analyser: Analyser | None = None,
    pairs: Sequence[CuratedPair] | None = None,
) -> ComparedSides:
    """Two editions of one act by keys, as their page does; everything else rule by rule.

    `pairs` are the lawyers' pairs to use instead of our own. Raises what the store raises of what
    is not held, NoSide, NothingHeld, NotComparable.
    """
    comparing = by_editions(session, sides)
    if comparing is None:
        left, right = (
            side_named(session, own_regimes(), texts, sides.language, sides.today)
            for texts in (sides.left, sides.right)
        )
        return compared_rule_by_rule(left, right, analyser, pairs)
    editions = [
        reads.edition(session, side.held[0].edition.id)
        for side in (comparing.left, comparing.right)
    ]
    found = told_as_rules(comparing, *editions)
    unused = tuple(
        UnusedPair(str(pair), _BY_KEYS)
        for pair in pairs or ()
        if {pair.left.provisions.ngr, pair.right.provisions.ngr} == {editions[0].ngr}
    )
    return ComparedSides(
        _side(comparing.left, editions[0]),
        _side(comparing.right, editions[1]),
        Correspondences(found.items, unused, not_comparable=found.not_comparable),
        comparing.language,
        by_editions=True,
        acts={(one.new or one.old)[0].key: one.acts for one in comparing.items if one.acts},
    )


def compared_rule_by_rule(
    left: Side,
    right: Side,
    analyser: Analyser | None = None,
    pairs: Sequence[CuratedPair] | None = None,
) -> ComparedSides:
    """Two sides rule by rule; raises NotComparable."""
    curated = own_correspondences() if pairs is None else pairs
    found, language = compare_sides(left, right, curated, analyser)
    return ComparedSides(left, right, found, language)


def _side(shown: SideShown, edition: Edition) -> Side:
    """A side of two editions as sets of rules have it."""
    held = tuple(
        HeldSet(one.provisions, one.edition, one.asked, Selection(edition, one.provisions.keys))
        for one in shown.held
    )
    return Side(shown.name, None, held)
