"""Quantities in a text: numbers in words or figures, each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffing.languages.counting import Counted, Grammar
from diffing.languages.numerals import ABLATIVE, Numeral
from diffing.languages.readings import MEASURED, YEARS, Measure, Reading, ReadingKind
from diffing.languages.tokens import ReadText, Token

_LENGTH = frozenset(
    {
        Measure.HOUR,
        Measure.DAY,
        Measure.WORKING_DAY,
        Measure.WEEKDAY,
        Measure.WEEK,
        Measure.MONTH,
        Measure.QUARTER,
        Measure.YEAR,
    }
)
"""What an ordinal surely counts: the fifth day; but «первый секретарь» is a title."""

Found = tuple[Numeral, Counted]


def quantities(text: ReadText, grammar: Grammar) -> Iterator[Reading]:
    """The quantities of a text: those that are written, then those that are implied."""
    tokens = text.tokens
    numerals = _numerals(tokens, grammar)
    found = [(numeral, grammar.counted(tokens, numeral)) for numeral in numerals]
    found = _without_units(found)
    measured = _of_one_hour(tokens, _of_one_measure(tokens, found, grammar), grammar)
    for numeral, counted in _with_minutes(measured):
        if not counted.nothing:
            yield _reading(text, numeral, counted, grammar)
    yield from _implied(text, found, grammar)


def _numerals(tokens: Sequence[Token], grammar: Grammar) -> list[Numeral]:
    """The numbers; «30 (тридцать)» is one, the words in brackets say the figures again."""
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral = grammar.number_at(tokens, at)
        at = numeral.end if numeral else at + 1
        if numeral is None:
            continue
        if found and _repeats(tokens, found[-1], numeral):
            at += 1
            found[-1] = replace(found[-1], end=at, measure=numeral.measure)
        else:
            found.append(numeral)
    return found


def _repeats(tokens: Sequence[Token], one: Numeral, other: Numeral) -> bool:
    if one.end + 1 != other.first or one.value != other.value or other.end >= len(tokens):
        return False
    return tokens[one.end].text == "(" and tokens[other.end].text == ")"


def _without_units(found: Sequence[Found]) -> list[Found]:
    """Without what was read as a unit: «бірінші тоқсан» is no ninety."""
    kept: list[Found] = []
    for numeral, counted in found:
        if not kept or numeral.first >= kept[-1][1].end:
            kept.append((numeral, counted))
    return kept


def _of_one_measure(
    tokens: Sequence[Token], found: Sequence[Found], grammar: Grammar
) -> list[Found]:
    """Numbers joined to the next one count what that one counts: «от двух до пяти лет»."""
    done: list[Found] = []
    for numeral, counted in reversed(found):
        following = done[-1] if done else None
        if following and counted.measure is Measure.THING and following[1].measure in MEASURED:
            between = {token.text for token in tokens[counted.end : following[0].first]}
            is_first_of_two = bool(between) or numeral.case == ABLATIVE
            if is_first_of_two and between <= grammar.joining:
                done.append((numeral, replace(counted, measure=following[1].measure)))
                continue
        done.append((numeral, counted))
    return done[::-1]


def _of_one_hour(tokens: Sequence[Token], found: Sequence[Found], grammar: Grammar) -> list[Found]:
    """«Сағат 7-ден 20-ға дейін»: the noun stands before the first of two hours."""
    done: list[Found] = []
    for numeral, counted in found:
        before = done[-1] if done else None
        if before and counted.measure is Measure.THING:
            names_hour = before[1].measure is Measure.HOUR and before[1].first < before[0].first
            between = {token.text for token in tokens[before[0].end : numeral.first]}
            if names_hour and between <= grammar.joining:
                done.append((numeral, replace(counted, measure=Measure.HOUR)))
                continue
        done.append((numeral, counted))
    return done


def _with_minutes(found: Sequence[Found]) -> list[Found]:
    """«18 часов 30 минут» is one time, 18:30."""
    done: list[Found] = []
    for numeral, counted in found:
        hour = done[-1] if done else None
        if (
            hour
            and (hour[1].measure, counted.measure) == (Measure.HOUR, Measure.MINUTE)
            and max(hour[0].end, hour[1].end) == numeral.first
            and not hour[0].clock
            and numeral.value.denominator == hour[0].value.denominator == 1
        ):
            time = replace(hour[0], clock=f"{hour[0].value}:{numeral.value.numerator:02d}")
            done[-1] = time, replace(hour[1], end=counted.end)
        else:
            done.append((numeral, counted))
    return done


def _reading(text: ReadText, numeral: Numeral, counted: Counted, grammar: Grammar) -> Reading:
    tokens = text.tokens
    after = tokens[numeral.end].text if numeral.end < len(tokens) else ""
    is_list_mark = after == ")" and numeral.in_figures and counted.measure is Measure.THING
    is_year = numeral.ordinal and counted.measure is Measure.YEAR and numeral.value in YEARS
    start = tokens[min(counted.first, numeral.first)].start
    end = tokens[max(counted.end, numeral.end) - 1].end
    return Reading(
        kind=ReadingKind.DATE if is_year else ReadingKind.QUANTITY,
        unit="date" if is_year else counted.measure,
        value=_value(numeral, counted.measure),
        words=text.words(start, end),
        start=start,
        certain=_is_certain(numeral, counted)
        and not is_list_mark
        and not grammar.is_told_before(tokens, numeral),
        ordinal=numeral.ordinal,
    )


def _value(numeral: Numeral, measure: Measure) -> str:
    if measure is Measure.HOUR and numeral.clock:
        hours, _, minutes = numeral.clock.partition(":")
        return hours if minutes == "00" else numeral.clock
    return str(numeral.value)


def _is_certain(numeral: Numeral, counted: Counted) -> bool:
    """Whether the absence of the number in the other language would mean something."""
    if numeral.ordinal:
        return counted.measure in _LENGTH
    if not numeral.certain:
        return numeral.measure is None and counted.measure in _LENGTH
    if numeral.value == 1 and not numeral.in_figures:
        return counted.measure in MEASURED - {Measure.TIMES}
    return True


def _implied(text: ReadText, found: Sequence[Found], grammar: Grammar) -> Iterator[Reading]:
    tokens = text.tokens
    taken = {at for numeral, counted in found for at in range(numeral.first, counted.end)}
    for at in range(len(tokens)):
        if at in taken:
            continue
        one = grammar.implied(tokens, at)
        if one is None:
            continue
        start, end = tokens[one.first].start, tokens[one.end - 1].end
        yield Reading(
            kind=ReadingKind.QUANTITY,
            unit=one.measure,
            value="1",
            words=text.words(start, end),
            start=start,
            certain=not one.nothing,
        )
