"""Acts as notes name them: «от 06.05.1999 № 375», "No. 375 of 6 May 1999", «N 375 Заңымен».

The rules are tried in this order: `date and number`, `number of date`, `date alone`, `number
alone`. What an act is called (its form and whose it is) stands before it, or in Kazakh behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.amendments import without_convocation
from corpus.notes.days import Day, day
from corpus.notes.grammar import Read, Rule, absent, ahead, choice, made, many, maybe, one, seq, the
from corpus.notes.tokens import Token, Tokens

_LATIN = str.maketrans("ІХСМѴіхсм", "IXCMVixcm")
_DIGITS_ON = re.compile(r"(?:(?:ҚР|КР)\s+)?(?:[^\W\d_]{1,4}[-–]?\s?)?\d.*", re.DOTALL)
_SIGN = re.compile(r"^(?:№+|N[oоº°]?\.?)\s*", re.IGNORECASE)
_SPACED = re.compile(r"\s*([-–‑/])\s*")


@dataclass(frozen=True)
class Mention:
    """An act that is named: tokens `start` to `end`, its day and number as far as they are told."""

    start: int
    end: int
    day: Day | None
    number: str | None


def bare_number(words: str) -> str | None:
    """The number in a mention, its convocation in Latin capitals: `№ 156-VІI` -> `156-VII`."""
    digits = _DIGITS_ON.match(_SIGN.sub("", words.strip()))
    if digits is None:
        return None
    number = _SPACED.sub(r"\1", digits.group().strip(" _")).replace("–", "-").replace("‑", "-")
    latin = number.translate(_LATIN).upper()
    return latin if without_convocation(latin) != latin else number


_Named = tuple[Day | None, str | None]
_number = made(one("number"), lambda token: bare_number(token.value))
_belonging = many(one("of", "whose", "form", "as"), most=16)
"""«of the Constitutional Council of the Republic of Kazakhstan of»: between a number and a day."""
_own_day = seq(_belonging, day)


def _dated(tokens: Tokens, at: int) -> Read[Day]:
    """`of … of 6 May 1999`, where the last word before the day is `of`."""
    read = _own_day(tokens, at)
    if read is None:
        return None
    end, (between, found) = read
    return (end, found) if between and between[-1].tag == "of" else None


_comma = seq(the("sign", ","), ahead(seq(_number, absent(_dated))))
date_and_number: Rule[_Named] = made(
    seq(maybe(one("of")), day, maybe(_comma), _number), lambda read: (read[1], read[3])
)
number_of_date: Rule[_Named] = made(
    seq(_number, maybe(the("sign", ",")), _dated), lambda read: (read[2], read[0])
)
_act_word = seq(many(one("whose"), most=4), one("form"))
date_alone: Rule[_Named] = made(
    choice(
        made(seq(one("of"), day), lambda read: read[1]),
        made(seq(day, ahead(_act_word)), lambda read: read[0]),
        made(seq(the("verb", "amend"), the("since", "since"), day), lambda read: read[2]),
    ),
    lambda found: (found, None),
)

_RULES = (date_and_number, number_of_date, date_alone)
_STARTS = frozenset({"of", "day", "figure", "month", "number", "verb"})


def mention_at(tokens: Tokens, at: int) -> Mention | None:
    """The act that is named at a place, if any begins there."""
    if tokens[at].tag not in _STARTS:
        return None
    if at and tokens[at].tag == "of" and tokens[at - 1].tag == "as":
        return None  # "as of 1 January 2023"
    is_term = bool(at) and tokens[at - 1].tag in {"until", "since"}
    for rule in _RULES:
        if rule is date_alone and is_term and tokens[at].tag != "of":
            continue  # «до 01.01.2025 Законом …»: a day on which something ends or begins
        if read := rule(tokens, at):
            end, (found, number) = read
            start = at if tokens[at].tag != "verb" else at + 1
            return Mention(start, _without_dots(tokens, end), found, number)
    if tokens[at].tag == "number" and _follows_act_word(tokens, at):
        return Mention(at, at + 1, None, bare_number(tokens[at].value))
    return None


def amending_mentions(tokens: Tokens) -> list[Mention]:
    """The acts that are named, without days and numbers that are no act's.

    An order's registration amended nothing, and a letter that a term has run out repealed nothing.
    """
    found: list[Mention] = []
    end = at = 0
    while at < len(tokens) - 1:
        mention = mention_at(tokens, at)
        if mention is None:
            at += 1
            continue
        before = tokens[end : mention.start]
        if not (_is_registration(before, first=not end) or _is_letter(tokens, before, mention)):
            found.append(mention)
        end = at = mention.end
    return found


def _is_registration(before: Tokens, *, first: bool) -> bool:
    return not first and any(token.tag == "registration" for token in before)


def _is_letter(tokens: Tokens, before: Tokens, mention: Mention) -> bool:
    """«письмо маслихата от …», «… № 5 хаты»: no form of an act stands behind the letter."""
    tags = [token.tag for token in before]
    told_before = "letter" in tags and "form" not in tags[tags.index("letter") :]
    return told_before or tokens[mention.end].tag == "letter"


def _follows_act_word(tokens: Tokens, at: int) -> bool:
    """Whether the words before a number are an act's: «Законом РК N 116»; or ones that follow.

    «см. ст. 2 Закона N 116» refers to a place of an act and names none that did anything.
    """
    place = at - 1
    while place >= 0 and tokens[place].tag in {"whose", "and", "of"}:
        place -= 1
    if place < 0 or tokens[place].tag != "form":
        return bool(_act_word(tokens, at + 1))
    before = tokens[max(place - _FAR, 0) : place]
    tags = [token.tag for token in before if token.tag not in {"sign", "whose"}]
    refers = tags[-1:] in (["figure"], ["unit"]) and "see" in tags
    return not refers


_FAR = 8


def _without_dots(tokens: Tokens, end: int) -> int:
    """A day takes the dots behind it; the one that ends the sentence stays."""
    return end - 1 if tokens[end - 1].tag == "sign" else end


_FORMS = {
    "law": "law",
    "code": "code",
    "constitution": "constitution",
    "decision": "maslikhat decision",
    "order": "minister's order",
}
_OWNERS = {
    "cec": "CEC resolution",
    "government": "government resolution",
    "council": "Constitutional Council resolution",
    "court": "Constitutional Court resolution",
    "maslikhat": "maslikhat decision",
}


def form_of(tokens: Sequence[Token]) -> str | None:
    """The form of the act that these words call, in the watch list's words; None if not told.

    «Указом Президента РК, имеющим силу Конституционного закона» is a presidential decree.
    """
    form = next((token for token in tokens if token.tag == "form"), None)
    if form is None:
        return None
    owners = {token.value for token in tokens if token.tag == "whose"}
    if form.value == "law":
        return "constitutional law" if "constitutional" in owners else "law"
    if form.value == "decree":
        return "presidential decree"
    if form.value in {"resolution", "decision", "order"}:
        return _resolution(form.value, owners)
    return _FORMS.get(form.value)


def _resolution(form: str, owners: set[str]) -> str | None:
    if "constitutional" in owners and owners & {"council", "court"}:
        return _OWNERS["council" if "council" in owners else "court"]
    for owner in ("cec", "maslikhat", "government"):
        if owner in owners and form != "order":
            return _OWNERS[owner]
    if form == "order":
        return _FORMS["order"] if "minister" in owners else None
    return None
