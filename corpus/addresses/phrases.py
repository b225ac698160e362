"""Phrases that name units: a name with its numbers, in the order of the language.

Russian and English write «пунктами 1 и 2», "paragraphs 1 and 2", also «первой части»; Kazakh
writes «1 және 2-тармақтар», «екінші бөлігі».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.addresses.names import Name, name_at
from corpus.addresses.numbers import Numbers, item_at, numbers_at
from corpus.addresses.tokens import Token, TokenKind
from corpus.addresses.units import BARE, UnitKind
from corpus.law import Language

_BRACKETED_UNDER = {
    UnitKind.ARTICLE: UnitKind.POINT,
    UnitKind.POINT: UnitKind.SUBPOINT,
    UnitKind.PART: UnitKind.SUBPOINT,
}
"""What "(2)" behind a unit is: "art. 36(2)" is its point 2."""
_NAMED_BY_ORDINALS = frozenset(
    {UnitKind.PART, UnitKind.INDENT, UnitKind.SENTENCE, UnitKind.POINT, UnitKind.SUBPOINT,
     UnitKind.SECTION, UnitKind.CHAPTER, UnitKind.ARTICLE}
)  # fmt: skip
_ORDINALS_BEFORE = frozenset(
    {UnitKind.PART, UnitKind.INDENT, UnitKind.SENTENCE, UnitKind.SECTION, UnitKind.POINT}
)
"""Units of which Russian and English also put the ordinal first: «первой части»."""
_ROMAN_KINDS = frozenset(
    {UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.CHAPTER, UnitKind.PARAGRAPH, UnitKind.PART,
     UnitKind.APPENDIX}
)  # fmt: skip
_LETTER_KINDS = frozenset({UnitKind.SUBPOINT})
_ROMAN = re.compile("[ivxlіх]+")
_NUMBER_SIGNS = {"№", "n"}
_NO_NUMBER = Numbers(("",), 0)
# «Одной третьей части» is a fraction.
_SHARE = re.compile("одн|дв[еу]|тр[ие]|четыр|пят[ьи]|one$|two$|three$")


@dataclass(frozen=True)
class Phrase:
    """A name with its numbers, from one token up to another; `short` is an abbreviation.

    `places` are the first and the last token of each number; without numbers there are none.
    """

    kind: UnitKind
    numbers: tuple[str, ...]
    first: int
    end: int
    short: bool = False
    genitive: bool = False
    places: tuple[tuple[int, int], ...] = ()


def phrases(tokens: Sequence[Token], language: Language) -> tuple[Phrase, ...]:
    """All phrases of a text, in order; none overlaps another."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase_at(tokens, at, language)
        if phrase is None:
            at = _beyond(tokens, at, language)
            continue
        found.append(phrase)
        at = phrase.end
        for bracketed in _bracketed(tokens, phrase):
            found.append(bracketed)
            at = bracketed.end
    return tuple(found)


def _beyond(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where to look on: a list that nothing behind it names has no shorter one in it that is."""
    item = item_at(tokens, at, language)
    if item is None or _is_of_document(tokens, at):
        return at + 1
    if language is Language.KK or item.ordinal:
        numbers = numbers_at(tokens, at, language)
        if numbers and not _name_behind(tokens, numbers, language):
            return numbers.end
    return at + 1


def _phrase_at(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    if language is Language.KK:
        return _number_first(tokens, at, language)
    return _name_first(tokens, at, language) or _ordinal_first(tokens, at, language)


def _name_first(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    """«Пунктами 1 и 2», «части второй», «заголовок»."""
    name = name_at(tokens, at, language)
    if name is None:
        return None
    start = name.end
    if start < len(tokens) and tokens[start].text in _NUMBER_SIGNS | {"с"}:
        start += 1  # «приложение № 2», «пункты с 1 по 5»
    numbers = numbers_at(tokens, start, language, plural=name.plural)
    if numbers and _fits(name.kind, numbers, tokens[start]):
        return _phrase(name, numbers, at, numbers.end)
    if name.kind in BARE:
        return _phrase(name, _NO_NUMBER, at, name.end)
    return None


def _ordinal_first(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    """«Первой и второй частями», "the second part"."""
    item = item_at(tokens, at, language)
    if item is None or not item.ordinal:
        return None
    numbers = numbers_at(tokens, at, language)
    if numbers is None or not numbers.ordinal or numbers.end >= len(tokens):
        return None
    name = name_at(tokens, numbers.end, language)
    if name is None or name.short or name.kind not in _ORDINALS_BEFORE:
        return None
    if at and _SHARE.match(tokens[at - 1].text):
        return None
    return _phrase(name, numbers, at, name.end)


def _number_first(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    """«1 және 2-тармақтар», «екінші бөлігі», «тақырыбы»."""
    numbers = numbers_at(tokens, at, language)
    if numbers is None:
        name = name_at(tokens, at, language)
        return _phrase(name, _NO_NUMBER, at, name.end) if name and name.kind in BARE else None
    name = _name_behind(tokens, numbers, language)
    if name is None or not _fits(name.kind, numbers, tokens[at]):
        return None
    if _is_of_document(tokens, at) and name.kind is not UnitKind.APPENDIX:
        return None
    if name.plural:
        numbers = numbers_at(tokens, at, language, plural=True) or numbers
    return _phrase(name, numbers, at, name.end)


def _name_behind(tokens: Sequence[Token], numbers: Numbers, language: Language) -> Name | None:
    """The name that a hyphen, or nothing, parts from the numbers before it."""
    after = numbers.end
    if after < len(tokens) and tokens[after].is_sign("-"):
        after += 1
    return name_at(tokens, after, language) if after < len(tokens) else None


def _is_of_document(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is that of a document: «№ 148»."""
    return bool(at) and tokens[at - 1].text in _NUMBER_SIGNS


def _phrase(name: Name, numbers: Numbers, first: int, end: int) -> Phrase:
    return Phrase(name.kind, numbers.numbers, first, end, name.short, name.genitive, numbers.places)


def _fits(kind: UnitKind, numbers: Numbers, first: Token) -> bool:
    """Whether units of a kind are numbered in such a way."""
    if kind is UnitKind.SENTENCE and first.kind is TokenKind.NUMBER:
        return numbers.ordinal  # «по предложению 5 депутатов»
    if numbers.ordinal:
        return kind in _NAMED_BY_ORDINALS
    if first.kind is TokenKind.WORD:
        if _ROMAN.fullmatch(first.text) and kind in _ROMAN_KINDS:
            return True
        return kind in _LETTER_KINDS and len(first.text) == 1
    if first.kind is TokenKind.SIGN and not numbers.numbers[0][0].isdecimal():
        return kind in _LETTER_KINDS  # «а» in quotes
    return kind not in {UnitKind.HEADING, UnitKind.PREAMBLE}


def _bracketed(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Phrase]:
    """The points in "(2)(1)" behind an article, and in «113-3(2)»."""
    kind, at = phrase.kind, phrase.end
    while inner := _BRACKETED_UNDER.get(kind):
        if at + 2 >= len(tokens) or not tokens[at].is_sign("("):
            return
        item = item_at(tokens, at + 1, Language.EN)
        if item is None or not item.closed:
            return
        yield Phrase(inner, (item.number,), at, item.end, short=True)
        kind, at = inner, item.end
