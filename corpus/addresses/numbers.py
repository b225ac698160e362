"""Lists of numbers as texts write them: «1, 2 и 3-1», «1) - 5)», «второго и третьего», "II"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.addresses.ordinals import ordinals, tens
from corpus.addresses.tokens import Token, TokenKind
from corpus.keys import arabic, number_order
from corpus.law import Language

_JOINTS = {
    Language.RU: {"и", "или", "либо"},
    Language.KK: {"және", "мен", "бен", "пен", "немесе", "не"},
    Language.EN: {"and", "or"},
}
_THROUGH = {Language.RU: {"по"}, Language.KK: set(), Language.EN: {"to", "through"}}
_FIGURE_ENDINGS = {
    Language.RU: re.compile("й|я|е|го|му|ой|ая|ый|ий|ого|ому|ую|ью|ей|м|х|ых"),
    Language.KK: re.compile("[ыі]?н?ш[ыі][а-яәғқңөұүһі]{0,6}"),
    Language.EN: re.compile("st|nd|rd|th"),
}
_ROMAN = re.compile("[ivxlіх]{1,7}")
_LETTER = re.compile("[а-яёәіңғүұқөһa-z]")
_DASH_INSIDE = re.compile("[\u2012-\u2014\u2212]")
# What makes a number a quantity or a day: «статьи 5, 10 дней», «статья 5, 6 мая».
_COUNTED = re.compile(
    "дн(?:я|ей|ям|ями|ях)|день|сут(?:ки|ок)|лет|год[а-я]*|месяц[а-я]*|час(?:а|ов)?|процент[а-я]*"
    "|тенге|раз[а]?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября"
    "|декабря|жыл[а-яіңғ]*|күн[а-яіңғ]*|ай|days?|months?|years?"
)
_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "(": ")"}
_MOST_ITEMS = 60
_LONGEST_RUN = 200
_LONGEST_NUMBER = 4
_TEN = 10
_YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Item:
    """One number, with the index of the first token behind it; `closed` by a bracket."""

    number: str
    end: int
    closed: bool = False
    ordinal: bool = False


@dataclass(frozen=True)
class Numbers:
    """A list of numbers, with the index of the first token behind it.

    `places` are the first and the last token that name each; the numbers of a run share theirs.
    """

    numbers: tuple[str, ...]
    end: int
    ordinal: bool = False
    places: tuple[tuple[int, int], ...] = ()


def numbers_at(
    tokens: Sequence[Token], at: int, language: Language, *, plural: bool = False
) -> Numbers | None:
    """The list of numbers that begins at a token; None if none does.

    `plural` says that the name beside it is of several units, so «пункты 2-5» is a run of them.
    Without spaces «2-5» is one number everywhere else.
    """
    item = item_at(tokens, at, language)
    if item is None:
        return None
    told = [(item.number, (at, item.end - 1))]
    end, ordinal = item.end, item.ordinal
    for _ in range(_MOST_ITEMS):
        following, through, first = _joined(tokens, end, language, item)
        if following is None:
            break
        run = _run(item.number, following.number) if through else (following.number,)
        if not run:
            break
        first = told.pop()[1][0] if through else first
        place = (first, following.end - 1)
        told += [(number, place) for number in run]
        item, end = following, following.end
    if len(told) == 1:
        number, place = told[0]
        within = _within(tokens[at].text, plural=plural) or (number,)
        told = [(one, place) for one in within]
    else:
        told = [
            (one, place)
            for number, place in told
            for one in (_within(number, plural=False) or (number,))
        ]
    by_number: dict[str, tuple[int, int]] = {}
    for number, place in told:
        by_number.setdefault(_arabic(number), place)
    return Numbers(tuple(by_number), end, ordinal, tuple(by_number.values()))


def item_at(tokens: Sequence[Token], at: int, language: Language) -> Item | None:
    """The number that begins at a token: in figures, in Roman ones, in words, or a letter."""
    if at >= len(tokens):
        return None
    match tokens[at].kind:
        case TokenKind.NUMBER:
            return _in_figures(tokens, at, language)
        case TokenKind.WORD:
            return _in_words(tokens, at, language)
        case _:
            return _enclosed(tokens, at)


def _enclosed(tokens: Sequence[Token], at: int) -> Item | None:
    """«а» in quotes, "(2)": a letter or a number between two signs."""
    inside = tokens[at + 1 : at + 3]
    if len(inside) < 2 or _CLOSING.get(tokens[at].text) != inside[1].text:  # noqa: PLR2004
        return None
    token, end = inside[0], at + 3
    if tokens[at].is_sign("(") and token.kind is TokenKind.NUMBER:
        return Item(token.text, end, closed=True)
    is_letter = token.kind is TokenKind.WORD and bool(_LETTER.fullmatch(token.text))
    return Item(token.text, end, closed=True) if is_letter else None


def _in_words(tokens: Sequence[Token], at: int, language: Language) -> Item | None:
    word, words = tokens[at].text, ordinals(language)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in words:
        return Item(str(words[word]), at + 1, ordinal=True)
    if word in tens(language) and after and words.get(after.text, _TEN) < _TEN:
        return Item(str(tens(language)[word] + words[after.text]), at + 2, ordinal=True)
    if after is not None and after.is_sign(")") and not after.spaced and _LETTER.fullmatch(word):
        return Item(word, at + 2, closed=True)
    return Item(word, at + 1) if _ROMAN.fullmatch(word) else None


def _in_figures(tokens: Sequence[Token], at: int, language: Language) -> Item | None:
    token = tokens[at]
    if not re.match(rf"\d{{1,{_LONGEST_NUMBER}}}(?!\d)", token.text):
        return None
    end = at + 1
    following = tokens[end : end + 2]
    if following and following[0].text in {".", ",", "/"} and _is_decimal(following):
        return None
    if following and following[0].is_sign(")"):
        return Item(token.text, end + 1, closed=True)
    is_ordinal = (
        len(following) > 1
        and following[0].is_sign("-")
        and not following[1].spaced
        and bool(_FIGURE_ENDINGS[language].fullmatch(following[1].text))
    )
    if is_ordinal:
        return Item(token.text, end + 2, ordinal=True)
    if language is Language.EN and following and not following[0].spaced:
        is_ordinal = bool(_FIGURE_ENDINGS[language].fullmatch(following[0].text))
        end += is_ordinal  # "2nd"
    return Item(token.text, end, ordinal=is_ordinal)


def _is_decimal(following: Sequence[Token]) -> bool:
    """Whether «.5», «,5» or «/5» goes on with the number before it."""
    return (
        len(following) > 1
        and not following[0].spaced
        and not following[1].spaced
        and following[1].kind is TokenKind.NUMBER
    )


def _joined(
    tokens: Sequence[Token], at: int, language: Language, before: Item
) -> tuple[Item | None, bool, int]:
    """The item that a list goes on with, whether it ends a run, and where it begins."""
    joint, through = at, False
    if joint < len(tokens) and tokens[joint].text in {",", ";"}:
        joint += 1
    elif joint < len(tokens) and (
        tokens[joint].is_sign("-") or tokens[joint].text in _THROUGH[language]
    ):
        joint, through = joint + 1, True
    if joint < len(tokens) and not through and tokens[joint].text in _JOINTS[language]:
        joint += 1
    elif language is Language.RU and [one.text for one in tokens[joint : joint + 2]] == [
        "а",
        "также",
    ]:
        joint += 2
    if joint == at:
        return None, False, joint
    item = item_at(tokens, joint, language)
    if item is None or item.ordinal != before.ordinal or (before.closed and not item.closed):
        return None, False, joint
    if item.end < len(tokens) and _COUNTED.fullmatch(tokens[item.end].text):
        return None, False, joint
    figures = number_order(item.number)
    if not item.ordinal and figures and figures[0] in _YEARS:
        return None, False, joint
    return item, through, joint


def _run(first: str, last: str) -> tuple[str, ...]:
    """All numbers from one to another; none where they make no run."""
    start, end = number_order(_arabic(first)), number_order(_arabic(last))
    if not start or len(start) != len(end) or start[:-1] != end[:-1]:
        return ()
    if not start[-1] < end[-1] <= start[-1] + _LONGEST_RUN:
        return ()
    around = "".join(f"{figure}-" for figure in start[:-1])
    return tuple(f"{around}{number}" for number in range(start[-1], end[-1] + 1))


def _within(number: str, *, plural: bool) -> tuple[str, ...]:
    """The run that «2–5», or «2-5» of several units, is; none where it is one number."""
    if dash := _DASH_INSIDE.search(number):
        return _run(number[: dash.start()], number[dash.end() :])
    if plural and number.count("-") == 1:
        return _run(*number.split("-"))
    return ()


def _arabic(number: str) -> str:
    return arabic(number) if not _LETTER.fullmatch(number) or number in "ivxlх" else number
