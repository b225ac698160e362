"""Folding for comparing only: what may differ between two texts that say the same.

Stored and shown is always the registry's text to the letter. Every fold is a named rule, so that a
change that is called technical says by which rules it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import eq

_QUOTES = re.compile("[«»“”„‟‹›]")
_DASHES = re.compile("[-\u2010-\u2015\u2212]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
_FOOTNOTE_MARK = re.compile(r"(?:[^\S\n\t]*(?:< ?\* ?>|&lt;\*&gt;))+")
_NUMBER_SIGN = re.compile(r"(?:№|\bN[оo°º]?(?=[^\S\t]*\d))[^\S\t]*", re.IGNORECASE)
# A tab is no space: it parts the cells of a table.
_SPACE = r"[^\S\n\t]"
_LINE_BREAKS = re.compile(r"[^\S\t]*\n[^\S\t]*")
# Figures with a space between them, or with a space at the one sign between them, are two numbers:
# «1 1» is not 11, «3. 5» is not 3.5 and «5 - 1» is not 5-1; nor is «V I» a VI.
_JOINT = r"[-\u2010-\u2015\u2212.,:/'’·]"
_TWO_NUMBERS = (
    rf"(?<=\d)(?:{_SPACE}+(?P<before>{_JOINT}?)|(?P<after>{_JOINT})(?={_SPACE})){_SPACE}*(?=\d)"
    rf"|(?<=[IVXLІХ])(?P<roman>{_SPACE}+)(?=[IVXLІХ])"
)
_SPACES = re.compile(rf"{_TWO_NUMBERS}|{_SPACE}*(?P<sign>[^\w\s]){_SPACE}*|{_SPACE}+")
_NEEDLESS_SPACES = re.compile(rf"{_TWO_NUMBERS}|{_SPACE}+")

# Latin letters that print like Cyrillic ones, Kazakh letters included. Old Kazakh texts mix
# Latin i with Cyrillic і inside one word, and the convocation «156-VІI» mixes both in a number.
_LOOK_ALIKES = str.maketrans(
    "ABCEHIJKMOPSTXYaceijopsxyhƏəƟɵ",
    "АВСЕНІЈКМОРЅТХУасеіјорѕхуһӘәӨө",
)


@dataclass(frozen=True)
class Rule:
    """One kind of difference that does not change what the law says, and how it is folded away."""

    name: str
    fold: Callable[[str], str]


def cyrillic(text: str) -> str:
    """The text with Latin letters that look Cyrillic made Cyrillic."""
    return text.translate(_LOOK_ALIKES)


def _spaces(text: str) -> str:
    single = _SPACES.sub(_single_space, text)
    return "\n".join(line.strip(" ") for line in single.split("\n"))


def _single_space(found: re.Match[str]) -> str:
    return found["sign"] or f"{found['before'] or found['after'] or ''} "


def _without_needless(found: re.Match[str]) -> str:
    two_numbers = found["before"] is not None or found["after"] or found["roman"]
    return f"{found['before'] or found['after'] or ''} " if two_numbers else ""


def _dropped(what: re.Pattern[str]) -> Callable[[str], str]:
    """Leaves something out; between two figures a space stands for it."""

    def replacement(found: re.Match[str]) -> str:
        start, end = found.span()
        around = found.string[start - 1 : start] + found.string[end : end + 1]
        return " " if len(around) > 1 and around.isdecimal() else ""

    return lambda text: what.sub(replacement, text)


GLUED_WORDS = "glued words"

RULES: tuple[Rule, ...] = (
    Rule("composition", lambda text: unicodedata.normalize("NFC", text)),
    Rule("invisible characters", _dropped(_INVISIBLE)),
    Rule("footnote marks", _dropped(_FOOTNOTE_MARK)),
    Rule("quotes", lambda text: _QUOTES.sub('"', text)),
    Rule("dashes", lambda text: _DASHES.sub("-", text)),
    Rule("number signs", lambda text: _NUMBER_SIGN.sub("№", text)),
    Rule("look-alike letters", cyrillic),
    Rule("spaces", _spaces),
    Rule("paragraph breaks", lambda text: _spaces(_LINE_BREAKS.sub(" ", text))),
    Rule(GLUED_WORDS, lambda text: _NEEDLESS_SPACES.sub(_without_needless, text)),
)
"""Applied in this order; the later ones fold more. «Glued words» are those a lost line break left
without a space («ПрезидентыРеспублики»)."""


# Letters and figures that no rule but the composition touches, in the three languages.
_UNTOUCHED = "бвгджзлнтчшэюяқңұdflrtuvwz0123456789"


def folded(text: str, rules: Sequence[Rule] = RULES) -> str:
    """The text with every difference that the rules know folded away."""
    for rule in rules:
        text = rule.fold(text)
    return text


def rules_between(old: str, new: str) -> tuple[str, ...] | None:
    """The rules that make two texts equal, as few as do; () if they are; None if none do."""
    if old == new:
        return ()
    needed = _line_by_line(old, new) if may_be_equal(old, new) else None
    return None if needed is None else tuple(rule.name for rule in RULES if rule in needed)


def _line_by_line(old: str, new: str) -> Sequence[Rule] | None:
    """Lines fold alike apart and together, unless one is broken elsewhere; mostly few differ."""
    lines = list(zip(old.split("\n"), new.split("\n"), strict=False))
    needed: list[Rule] = []
    for one, other in lines if old.count("\n") == new.count("\n") else ():
        rules = fewest_rules(one, other, eq) if one != other else []
        if rules is None:
            return fewest_rules(old, new, eq)
        needed += rules
    return needed or fewest_rules(old, new, eq)


def fewest_rules(
    old: str, new: str, same: Callable[[str, str], bool], rules: Sequence[Rule] = RULES
) -> list[Rule] | None:
    """The rules after whose folding two texts are the same, as few as do; None if none do."""
    if not same(folded(old, rules), folded(new, rules)):
        return None
    needed = list(rules)
    for rule in reversed(rules):
        others = [other for other in needed if other is not rule]
        if same(folded(old, others), folded(new, others)):
            needed = others
    return needed


def untouched(text: str) -> tuple[int, ...]:
    """What no rule changes: how often letters stand in the text that no fold touches.

    Texts that differ in it differ folded; folding two articles takes a hundred times longer.
    """
    composed = unicodedata.normalize("NFC", text)
    return tuple(map(composed.count, _UNTOUCHED))


def may_be_equal(old: str, new: str) -> bool:
    """Whether two texts have as many of each letter that no fold touches; else no fold helps."""
    one, other = (unicodedata.normalize("NFC", text) for text in (old, new))
    return all(one.count(letter) == other.count(letter) for letter in _UNTOUCHED)
