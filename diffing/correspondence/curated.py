"""Which of a lawyer's pairs speak of the rules at hand, and whether their quotes still stand."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.correspondences import CuratedPair, CuratedSide
from diffing.correspondence.pool import Judged
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import UnusedPair
from diffing.normalise import folded


def applicable(
    pairs: Sequence[CuratedPair], old: Sequence[Provision], new: Sequence[Provision]
) -> tuple[list[Judged], list[UnusedPair]]:
    """The pairs that hold between two sides, by place, and those that do not, with the reason.

    A pair holds in both directions. Pairs about other acts are passed over in silence; so are
    those about provisions that are not being compared.
    """
    judged: list[Judged] = []
    unused: list[UnusedPair] = []
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            before, after = _places(one, old), _places(other, new)
            if not before or not after:
                continue
            reason = _objection(one, [old[place] for place in before]) or _objection(
                other, [new[place] for place in after]
            )
            if reason is None and len(before) > 1 and len(after) > 1:
                reason = "both sides have several rules here: name the points"
            if reason:
                unused.append(UnusedPair(str(pair), reason))
            else:
                judged.append(Judged(before, after, pair.why))
            break
    return _without_overlaps(judged, unused, old), unused


def _places(side: CuratedSide, rules: Sequence[Provision]) -> tuple[int, ...]:
    """The places of the rules that a side names; an article's key names all its points."""
    return tuple(
        place
        for place, rule in enumerate(rules)
        if rule.ngr == side.provisions.ngr
        and (rule.key in side.provisions.keys or rule.article_key in side.provisions.keys)
    )


def _objection(side: CuratedSide, rules: Sequence[Provision]) -> str | None:
    if any(folded(quote) in rule.folded for quote in side.quotes for rule in rules):
        return None
    quotes = " or ".join(f"«{quote}»" for quote in side.quotes)
    return f"{quotes} does not stand in {side.provisions} of {rules[0].edition}"


def _without_overlaps(
    judged: Sequence[Judged], unused: list[UnusedPair], old: Sequence[Provision]
) -> list[Judged]:
    """The pairs without those that claim a rule which an earlier one has already."""
    kept: list[Judged] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for pair in judged:
        if taken_old.isdisjoint(pair.old) and taken_new.isdisjoint(pair.new):
            kept.append(pair)
            taken_old.update(pair.old)
            taken_new.update(pair.new)
        else:
            rule = old[pair.old[0]]
            reason = "another pair has claimed one of its rules already"
            unused.append(UnusedPair(f"{rule.ngr}:{rule.key}: {pair.why}", reason))
    return kept
