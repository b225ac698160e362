"""What kind of change lies between two states of one article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from corpus.law import Article
from corpus.renamings import Renaming
from diffing.normalise import (
    GLUED_WORDS,
    RULES,
    cyrillic,
    fewest_rules,
    folded,
    may_be_equal,
    rules_between,
)
from diffing.renamed import renamed


class ChangeKind(StrEnum):
    """What happened to an article between two editions."""

    UNCHANGED = "unchanged"
    TECHNICAL = "technical"
    """Not the law's words: quotes, dashes, spaces, look-alike letters, footnotes; or words that the
    law ordered to be renamed throughout. See the rules."""
    AMENDED = "amended"
    RESTATED = "restated"
    """Given anew: a note says so, or most words are others."""
    SPLIT = "split"
    """Several of its paragraphs went to new articles, or it is a new article made of them."""
    MERGED = "merged"
    """Its paragraphs went into another article, or it took in those of one that is gone."""
    ADDED = "added"
    REPEALED = "repealed"
    RESTORED = "restored"
    RENUMBERED = "renumbered"
    """The same words under another number of the same division."""
    MOVED = "moved"
    """The same words in another division."""


REWORDED = frozenset({ChangeKind.AMENDED, ChangeKind.RESTATED, ChangeKind.SPLIT, ChangeKind.MERGED})
"""The kinds by which an article's own words change, where it stands on both sides."""


@dataclass(frozen=True)
class Verdict:
    """A kind and how it was found: the folding rules, or what the repeal was read from."""

    kind: ChangeKind
    rules: tuple[str, ...] = ()


FOOTNOTES = "footnotes"
NUMBER_AS_PRINTED = "number as printed"
DISAPPEARED = "disappeared"
EXCLUDED_BY_NOTE = "excluded by a note"
NO_WORDING_LEFT = "no wording left"
NO_WORDING_ON_EITHER_SIDE = "no wording on either side"

_GONE = (
    r"(?:исключен[аоы]?|утратил[аои]?\s+силу|алы(?:п|нып)\s+таста\w+|күші\s+жойыл\w+"
    r"|excluded|repealed|deleted)\b"
)
# «Статья 52 исключена …», «алып тасталды», "excluded by"; never «за исключением».
_EXCLUSION = re.compile(rf"\b{_GONE}", re.IGNORECASE)
_LATIN = re.compile("[A-Za-zƏəƟɵ]")
# «законом» alone may be any law: «исключены законом из числа избирателей лица, …» is a rule.
_WHICH_ACT = (
    r"(?:\W*(?:рк|республик\w*|казахстан\w*|президент\w*|правительств\w*|of|the|republic"
    r"|kazakhstan)\b)*\W*(?:(?:от|dated|№|n|no)\W*\d.*|\d.*)?"
)
# A block in place of the wording: «Исключена.», «(Пункт исключен - Законом … N 545)».
_ONLY_EXCLUSION = re.compile(
    r"\W*(?:[\d-]+\W+)?(?:(?:статья|пункт|подпункт|article|paragraph|point)\s+(?:[\d-]+\s+)?"
    rf"|[\w-]*(?:бап|тармақ|тармақша)\s+)?{_GONE}"
    r"\W*(?:(?:в соответствии с\W+|by\W+)?(?:"
    r"(?:конституционн\w+\s+закон\w*|закон(?:ом|а)?\b|указ(?:ом|а)?\b|постановлени[ея]м?\b"
    rf"|приказ(?:ом|а)?\b|решени[ея]м?\b|(?:the\s+)?(?:constitutional\s+)?(?:law|decree)\b){_WHICH_ACT}"
    r"|от\W*\d{1,2}\W.*|\d.*|қр\b.*|қазақстан.*))?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_REMARK = 1_000
"""No remark in place of a wording is longer; the pattern takes quadratic time."""


def has_wording(article: Article) -> bool:
    """Whether an article still says something; a heading, a note or «Исключена» says nothing."""
    return any(
        block.printed.strip() and not is_exclusion(block.printed) for block in article.blocks
    )


def is_exclusion(text: str) -> bool:
    """Whether a text only says that what stood there was excluded."""
    return len(text) <= _LONGEST_REMARK and _matches(_ONLY_EXCLUSION.fullmatch, text)


def says_excluded(article: Article) -> bool:
    """Whether an article without wording says why: in a footnote, its heading or in its place."""
    texts = (article.heading, *(part.text for part in article.body))
    return any(_matches(_EXCLUSION.search, text) for text in texts)


def classify(
    old: Article | None,
    new: Article | None,
    *,
    divisions_known: bool = True,
    renamings: Sequence[Renaming] = (),
    surely_other_words: bool = False,
) -> Verdict:
    """The kind of change between two states of an article, or two articles paired by identity.

    None: the side holds the article's place and has none there. Not both may be None. Where a side
    is an excerpt without its chapter's heading (`divisions_known` False) nothing moved. The
    renamings are those ordered for the article, the old words first. `surely_other_words` spares
    reading two wordings that no rule can make equal.
    """
    if old is None:
        return Verdict(ChangeKind.ADDED)
    if new is None:
        return Verdict(ChangeKind.REPEALED, (DISAPPEARED,))
    if has_wording(old) is not has_wording(new):
        return _wording_went_or_came(old, new)
    rules = None if surely_other_words else wording_rules(old, new, renamings)
    if rules is None and _are_excluded(old, new):
        return Verdict(ChangeKind.TECHNICAL, (NO_WORDING_ON_EITHER_SIDE,))
    return _same_or_amended(old, new, divisions_known, rules)


def wording_rules(
    old: Article, new: Article, renamings: Sequence[Renaming] = ()
) -> tuple[str, ...] | None:
    """The rules that make two articles' words equal; () if they are; None if none do.

    A table says what it says by its cells: words that went to another cell are other words.
    """
    if not renamings and not may_be_equal(_printed(old), _printed(new)):
        return None
    before, after = list(_pieces(old)), list(_pieces(new))
    if [len(rows) for rows in before] != [len(rows) for rows in after]:
        return None
    found: dict[str, None] = {}
    for one, other in zip(before, after, strict=True):
        for row, its_pair in zip(one, other, strict=True):
            if len(row) != len(its_pair):
                return None
            for cell, another in zip(row, its_pair, strict=True):
                rules = text_rules(cell, another, renamings)
                if rules is None:
                    return None
                found |= dict.fromkeys(rules)
    names = [rule.name for rule in RULES]
    return (*(name for name in names if name in found), *(x for x in found if x not in names))


def text_rules(old: str, new: str, renamings: Sequence[Renaming] = ()) -> tuple[str, ...] | None:
    """The folding rules and the renamings that make two texts equal; None if they do not."""
    rules = rules_between(old, new)
    if rules is not None or not renamings:
        return rules
    language = renamings[0].language
    found = renamed(old, new, renamings, language)
    if found is not None:
        return found
    folds = [rule for rule in RULES if rule.name != GLUED_WORDS]  # renaming needs words

    def same(one: str, other: str) -> bool:
        return renamed(one, other, renamings, language) is not None

    needed = fewest_rules(old, new, same, folds)
    if needed is None:
        return None
    found = renamed(folded(old, needed), folded(new, needed), renamings, language) or ()
    return (*(rule.name for rule in needed), *found)


def _printed(article: Article) -> str:
    return "".join((article.heading, *(block.printed for block in article.blocks)))


def _pieces(article: Article) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The wording in its order: the rows of each table; what stands between them as one cell."""
    begun = article.heading
    for is_table, blocks in groupby(article.blocks, key=lambda block: bool(block.rows)):
        if is_table:
            yield ((begun,),)
            begun = ""
            for block in blocks:
                yield block.rows
        else:
            begun = replace(article, heading=begun, body=tuple(blocks)).wording
    yield ((begun,),)


def _same_or_amended(
    old: Article, new: Article, divisions_known: bool, rules: tuple[str, ...] | None
) -> Verdict:
    if rules is None:
        return Verdict(ChangeKind.AMENDED)
    if divisions_known and old.divisions[-1:] != new.divisions[-1:]:
        return Verdict(ChangeKind.MOVED, rules)
    if old.key != new.key:
        return Verdict(ChangeKind.RENUMBERED, rules)
    rules += (NUMBER_AS_PRINTED,) if old.marker != new.marker else ()
    rules += (FOOTNOTES,) if _notes(old) != _notes(new) else ()
    return Verdict(ChangeKind.TECHNICAL if rules else ChangeKind.UNCHANGED, rules)


def _wording_went_or_came(old: Article, new: Article) -> Verdict:
    if has_wording(old):
        reason = EXCLUDED_BY_NOTE if says_excluded(new) else NO_WORDING_LEFT
        return Verdict(ChangeKind.REPEALED, (reason,))
    return Verdict(ChangeKind.RESTORED if says_excluded(old) else ChangeKind.AMENDED)


def _are_excluded(old: Article, new: Article) -> bool:
    """Whether both say nothing but that they were excluded, in whatever words."""
    return not has_wording(old) and says_excluded(old) and says_excluded(new)


def _notes(article: Article) -> list[str]:
    return [note.text for note in article.notes]


def _matches(pattern: Callable[[str], object], text: str) -> bool:
    """Old Kazakh pages write «күшi» with a Latin i."""
    return bool(pattern(text) or (_LATIN.search(text) and pattern(cyrillic(text))))
