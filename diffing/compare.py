"""Two editions of one act side by side: what changed, article by article.

A comparison speaks only of what both editions hold: what one of them lacks because its copy
ends earlier, or holds another chapter, is neither added nor repealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.keys import key_order
from corpus.law import Article, Edition, HoldingKind
from corpus.renamings import Renaming
from diffing.align import Aligned, align
from diffing.changes import Change, Comparison
from diffing.classify import ChangeKind, Verdict, classify
from diffing.engine import Engine, fastest_engine
from diffing.headings import heading_changes
from diffing.holding import held_by_all
from diffing.normalise import may_be_equal
from diffing.parting import with_splits_and_merges
from diffing.redline import Redline, redline
from diffing.renamed import may_be_renamed, renamings_between
from diffing.restating import restated_by
from diffing.runs import Op
from diffing.words import LIMITS, Limits


class NotComparable(ValueError):
    """The two editions are not two states of one text."""


class DifferentActs(NotComparable):
    """The editions belong to different acts."""


class DifferentLanguages(NotComparable):
    """The editions are in different languages."""


def compare_editions(
    old: Edition,
    new: Edition,
    engine: Engine | None = None,
    limits: Limits = LIMITS,
    renamings: Sequence[Renaming] = (),
) -> Comparison:
    """What changed from one edition of an act to another, in one language.

    `renamings` are those known to be ordered for whole acts, beside what the editions' footnotes
    tell. Raises `DifferentActs` or `DifferentLanguages`.
    """
    _refuse_what_cannot_be_compared(old, new)
    engine = engine or fastest_engine()
    before, after = held_by_all(old, (old, new)), held_by_all(new, (old, new))
    pairs = align(before, after)
    equal = {place for place, pair in enumerate(pairs) if pair.old == pair.new}  # most of most acts
    ordered = renamings_between(old, new, renamings, {pairs[place].key for place in equal})
    changes = []
    unchanged = []
    for place, pair in enumerate(pairs):
        if place in equal:
            unchanged.append(pair.key)
            continue
        difference = redline(pair.old, pair.new, engine, limits)
        known = _knows_divisions(old, pair.old) and _knows_divisions(new, pair.new)
        verdict = _verdict(pair, difference, ordered, divisions_known=known)
        if pair.new and verdict.kind is ChangeKind.UNCHANGED:
            unchanged.append(pair.new.key)
        else:
            changes.append(Change(verdict.kind, pair.old, pair.new, difference, verdict.rules))
    return Comparison(
        with_splits_and_merges(changes),
        tuple(unchanged),
        heading_changes(old, new, engine, limits, ordered),
        tuple(sorted(_others(old, before) | _others(new, after), key=key_order)),
    )


def _refuse_what_cannot_be_compared(old: Edition, new: Edition) -> None:
    if old.ngr != new.ngr:
        raise DifferentActs(
            f"{old.ngr} and {new.ngr} are different acts: give two editions of one act"
        )
    if old.language is not new.language:
        raise DifferentLanguages(
            f"{old.ngr} of {old.label} is in {old.language}, of {new.label} in {new.language}: "
            "give two editions in one language"
        )


def _others(edition: Edition, articles: Iterable[Article]) -> set[str]:
    """The keys of an edition's other articles."""
    return edition.by_key.keys() - {article.key for article in articles}


def _verdict(
    pair: Aligned, difference: Redline, renamings: Sequence[Renaming], *, divisions_known: bool
) -> Verdict:
    gone, come = _gone_and_come(difference)
    ordered = _ordered_for(pair, renamings)
    if ordered and not (_keeps_paragraphs(difference) and may_be_renamed(gone, come, ordered)):
        ordered = ()
    verdict = classify(
        pair.old,
        pair.new,
        divisions_known=divisions_known,
        renamings=ordered,
        surely_other_words=not ordered and not may_be_equal("".join(gone), "".join(come)),
    )
    if verdict.kind is ChangeKind.AMENDED and pair.old and pair.new:
        rule = restated_by(pair.old, pair.new, difference)
        return Verdict(ChangeKind.RESTATED, (rule,)) if rule else verdict
    return verdict


def _gone_and_come(difference: Redline) -> tuple[list[str], list[str]]:
    """The words that only one side has, numbers of paragraphs among them."""
    runs = [run for text in difference.texts() for run in text.runs]
    other = [block for block in difference.blocks if block.old != block.new]
    gone = [block.old.marker for block in other if block.old]
    come = [block.new.marker for block in other if block.new]
    gone += [run.text for run in runs if run.op is Op.DELETE]
    come += [run.text for run in runs if run.op is Op.INSERT]
    return gone, come


def _ordered_for(pair: Aligned, renamings: Sequence[Renaming]) -> Sequence[Renaming]:
    """The renamings ordered for an article that stands on both sides."""
    if not pair.old or not pair.new:
        return ()
    article = pair.new
    return [one for one in renamings if one.is_for(article.key, article.divisions)]


def _keeps_paragraphs(difference: Redline) -> bool:
    return all(block.op is Op.KEEP for block in difference.blocks)


def _knows_divisions(edition: Edition, article: Article | None) -> bool:
    """Whether the divisions of an article are told: an excerpt may lack its chapter's heading."""
    if article is None or edition.holding.kind is not HoldingKind.PARTS:
        return True
    return any(division in edition.holding.keys for division in article.divisions)
