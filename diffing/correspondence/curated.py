"""Which of a lawyer's pairs speak of the rules at hand, and whether their quotes still stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.correspondences import CuratedPair, CuratedSide
from corpus.keys import covers
from corpus.law import Edition
from corpus.provisions import named
from diffing.correspondence.pool import Judged
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import UnusedPair
from diffing.normalise import RULES, folded

_BUT_GLUED = tuple(rule for rule in RULES if rule.name != "glued words")
"""Where words are glued together one cannot see where one ends."""
_BEGINS = r"(?<!\w)(?:(?!\d)|(?<!\d-))"
_ENDS = r"(?!\w)(?!(?<=\d)-\d)"


def applicable(
    pairs: Sequence[CuratedPair],
    old: Sequence[Provision],
    new: Sequence[Provision],
    editions: tuple[Sequence[Edition], Sequence[Edition]] = ((), ()),
) -> tuple[list[Judged], list[UnusedPair]]:
    """The pairs that hold between two sides, by place, and those that do not, with the reason.

    A pair holds in both directions. Pairs about other acts are passed over in silence; so are
    those about provisions that are not being compared. `editions` are those of the two sides: a
    key that is in none of them is a slip of the pen.
    """
    judged: list[Judged] = []
    unused: list[UnusedPair] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            before, after = _places(one, old), _places(other, new)
            if not before or not after:
                slips = (*_slips(one, editions[0]), *_slips(other, editions[1]))
                if slips and all(map(_is_about, (one, other), editions)):
                    unused.append(UnusedPair(str(pair), f"there is no {', '.join(slips)}"))
                    break
                continue
            reason = _objection(one, [old[place] for place in before]) or _objection(
                other, [new[place] for place in after]
            )
            if len(before) > 1 and len(after) > 1:
                reason = reason or "both sides have several rules here: name the points"
            if not (taken_old.isdisjoint(before) and taken_new.isdisjoint(after)):
                reason = reason or "another pair has claimed one of its rules already"
            if reason:
                unused.append(UnusedPair(str(pair), reason))
            else:
                judged.append(Judged(before, after, pair.why))
                taken_old.update(before)
                taken_new.update(after)
            break
    return judged, unused


def _places(side: CuratedSide, rules: Sequence[Provision]) -> tuple[int, ...]:
    """The places of the rules that a side names; an article's key names all its points."""
    return tuple(
        place
        for place, rule in enumerate(rules)
        if rule.ngr == side.provisions.ngr
        and (rule.key in side.provisions.keys or rule.article_key in side.provisions.keys)
    )


def _is_about(side: CuratedSide, editions: Sequence[Edition]) -> bool:
    return any(edition.ngr == side.provisions.ngr for edition in editions)


def _slips(side: CuratedSide, editions: Sequence[Edition]) -> Iterator[str]:
    """The keys that an edition of the act should have and has not; the sample leaves much out."""
    for edition in editions:
        if edition.ngr == side.provisions.ngr and not edition.sample:
            for key, article in named(edition, side.provisions.keys):
                if article is None and covers(edition, key):
                    yield f"{key} in {edition.ngr} of {edition.label}"


def _objection(side: CuratedSide, rules: Sequence[Provision]) -> str | None:
    if any(stands_in(quote, rule.text) for quote in side.quotes for rule in rules):
        return None
    quotes = " or ".join(f"«{quote}»" for quote in side.quotes)
    return f"{quotes} does not stand in {side.provisions} of {rules[0].edition}"


def stands_in(quote: str, text: str) -> bool:
    """Whether words stand in a text, quotes, dashes, spaces and the like aside, as whole words.

    «25 лет» does not stand in «125 лет», nor «статья 20» in «статья 20-1».
    """
    words = re.escape(_quoted(quote))
    return bool(words) and re.search(f"{_BEGINS}{words}{_ENDS}", _quoted(text)) is not None


def _quoted(text: str) -> str:
    return folded(text, _BUT_GLUED)
