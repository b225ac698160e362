"""What a number counts in a Russian text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from diffing.languages import numerals_ru
from diffing.languages.counting import Counted
from diffing.languages.numerals import Numeral
from diffing.languages.readings import Measure
from diffing.languages.tokens import Token
from diffing.languages.vocabulary_ru import ADJECTIVE, COUNTED_STEMS

_FORMS = {
    Measure.DAY: "день дня дню днем дне дни дней дням днями днях сутки суток суткам сутками сутках",
    Measure.WEEKDAY: "понедельник понедельника вторник вторника среда среду среды четверг четверга "
    "пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья воскресений",
    Measure.WEEK: "неделя недели неделе неделю неделей недель неделям неделями неделях",
    Measure.YEAR: "лет летие летия летию летием",
    Measure.MINUTE: "минута минуты минуте минуту минутой минут минутам минутами минутах",
    Measure.PERCENT: "%",
    Measure.TIMES: "раз раза разу разом",
    Measure.INDEX: "мрп",
    Measure.WAGE: "мзп",
    Measure.TENGE: "тенге",
    Measure.METRE: "м",
}
_STEMS = {
    "месяц": Measure.MONTH,
    "квартал": Measure.QUARTER,
    "год": Measure.YEAR,
    "час": Measure.HOUR,
    "процент": Measure.PERCENT,
    "метр": Measure.METRE,
    "голос": Measure.VOTE,
    "кандидат": Measure.PERSON,
    "депутат": Measure.PERSON,
    "выборщик": Measure.PERSON,
    "делегат": Measure.PERSON,
    "участник": Measure.PERSON,
    "сенатор": Measure.PERSON,
    "специалист": Measure.PERSON,
    "работник": Measure.PERSON,
    "человек": Measure.PERSON,
    "член": Measure.PERSON,
}
_ENDINGS = ("", "а", "у", "ом", "ем", "е", "ы", "ов", "ев", "ам", "ами", "ах")
_PERSON = re.compile(
    "(?:лиц|граждан|избирател|представител|наблюдател|жител|заместител)"
    "(?:|а|у|ом|е|о|ин|ина|ину|ином|ам|ами|ах|я|ь|ю|ем|и|ей|ям|ями|ях)"
)
_ADJECTIVE = re.compile(f"[а-я]{{2,}}{ADJECTIVE}")
_SKIPPED = frozenset({"и", "более", "или", "менее", "полных"})
_FARTHEST = 5
_MULTIPLE_AHEAD = 8
"""How far behind «в пятикратном размере» its wage or index may stand."""
_CLAUSE_ENDS = frozenset({".", ";", ",", ":"})
_DAY_OF_MONTH = frozenset({"число", "числа", "числу", "числом", "числе"})
_TOLD_BEFORE = re.compile(
    "(?:указанн|данн|названн|упомянут|аналогичн)[а-я]+|этот|этого|этом|этим|эти|этих|этой|эту"
)
_TERM = re.compile("(месячн|недельн|годичн|суточн)[а-я]+")
_WITHIN = {
    "месяца": Measure.MONTH,
    "месяц": Measure.MONTH,
    "недели": Measure.WEEK,
    "неделю": Measure.WEEK,
    "суток": Measure.DAY,
    "сутки": Measure.DAY,
}
_WITHIN_OR_DURING = {
    "года": Measure.YEAR,
    "год": Measure.YEAR,
    "дня": Measure.DAY,
    "день": Measure.DAY,
    "часа": Measure.HOUR,
    "час": Measure.HOUR,
}
"""«В течение года» may be «within a year» or «all the year»: it need not be said as «бір жыл»."""
_KINDS_OF_DAYS = {
    "рабочего": Measure.WORKING_DAY,
    "рабочий": Measure.WORKING_DAY,
    "календарного": Measure.DAY,
    "календарный": Measure.DAY,
}
_BEFORE_TERM = frozenset({"течение", "через", "за", "истечении", "позднее", "сроком"})
_THE_SAME = frozenset({"тот", "того", "том", "те", "тех", "то", "той", "та", "ту"})


class RussianGrammar:
    """How Russian writes quantities."""

    joining = frozenset(
        {"и", "или", "либо", "до", "по", "-", ",", "за", "через", "в", "от", "не", "более", "менее",
         "чем"}
    )  # fmt: skip
    number_at = staticmethod(numerals_ru.number_at)

    def counted(self, tokens: Sequence[Token], numeral: Numeral) -> Counted:
        """What the number counts: the noun after it, adjectives between them aside."""
        first, end = numeral.first, numeral.end
        if numeral.measure is not None:
            of_money = _multiple_of(tokens, end) if numeral.measure is Measure.TIMES else None
            return Counted(of_money or numeral.measure, first, end)
        if _is_pronoun(tokens, numeral):
            return Counted(Measure.THING, first, end, nothing=True)
        found = _unit_after(tokens, numeral)
        measure, after = found or (Measure.THING, end)
        if measure is Measure.TIMES:
            measure = _multiple_of(tokens, after) or measure
        # «Семью» is also the family, unless another instrumental follows.
        is_family = (
            end == first + 1
            and tokens[first].text == "семью"
            and not tokens[after - 1].text.endswith(("ами", "ями"))
        )
        return Counted(measure, first, after, nothing=is_family)

    def implied(self, tokens: Sequence[Token], at: int) -> Counted | None:
        """«В течение месяца», «месячный срок»: one, where no number is written."""
        word = tokens[at].text
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if following.startswith("срок") and (term := _TERM.fullmatch(word)):
            return Counted(COUNTED_STEMS[term[1]], at, at + 2)
        measure = _WITHIN.get(word) or _WITHIN_OR_DURING.get(word)
        if measure is None:
            return None
        before = [token.text for token in tokens[max(0, at - 2) : at]]
        if before[-1:] and before[-1] in _BEFORE_TERM:
            return Counted(measure, at - 1, at + 1, nothing=word in _WITHIN_OR_DURING)
        if len(before) > 1 and before[0] in _BEFORE_TERM and before[1] in _KINDS_OF_DAYS:
            measure = _KINDS_OF_DAYS[before[1]] if measure is Measure.DAY else measure
            return Counted(measure, at - 2, at + 1, nothing=True)
        return None

    def is_told_before(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """«Указанные три дня»."""
        before = tokens[numeral.first - 1].text if numeral.first else ""
        return bool(_TOLD_BEFORE.fullmatch(before))


def _unit_after(tokens: Sequence[Token], numeral: Numeral) -> tuple[Measure, int] | None:
    """The measure behind a number and the first token after it."""
    end = numeral.end
    is_day_of_month = numeral.ordinal or numeral.in_figures
    is_working = False
    for at in range(end, min(len(tokens), end + _FARTHEST)):
        word = tokens[at].text
        if is_day_of_month and word in _DAY_OF_MONTH:
            return Measure.DAY, at + 1
        if found := next(_units_at(tokens, at), None):
            is_working_day = is_working and found[0] is Measure.DAY
            return Measure.WORKING_DAY if is_working_day else found[0], found[1]
        if word == "-" and at == end and numeral.in_figures:
            continue  # «10-дневный»
        if word not in _SKIPPED and not _ADJECTIVE.fullmatch(word):
            return None
        is_working = is_working or word.startswith(("рабоч", "банковск"))
    return None


def _units_at(tokens: Sequence[Token], at: int) -> Iterator[tuple[Measure, int]]:
    """The units that may begin at a token, the surest first."""
    word = tokens[at].text
    following = [token.text for token in tokens[at + 1 : at + 5]]
    if word.startswith("месячн") and following and following[0].startswith("расчетн"):
        yield Measure.INDEX, min(at + 3, len(tokens))
    if word.startswith("минимальн"):
        for step, other in enumerate(following):
            if other.startswith("заработн"):
                yield Measure.WAGE, min(at + step + 3, len(tokens))
    if measure := _units().get(word):
        yield measure, at + 1
    for stem, measure in COUNTED_STEMS.items():
        if word.startswith(stem):  # «3-х дневный»
            yield measure, at + 1
    if _PERSON.fullmatch(word):
        yield Measure.PERSON, at + 1


@cache
def _units() -> dict[str, Measure]:
    units = {form: measure for measure, forms in _FORMS.items() for form in forms.split()}
    for stem, measure in _STEMS.items():
        units |= dict.fromkeys((stem + ending for ending in _ENDINGS), measure)
    return units


def _multiple_of(tokens: Sequence[Token], end: int) -> Measure | None:
    """What «в пятикратном размере» is a multiple of: the wage, the index."""
    for token in tokens[end : end + _MULTIPLE_AHEAD]:
        if token.text == "мрп" or token.text.startswith("расчетн"):
            return Measure.INDEX
        if token.text == "мзп" or token.text.startswith("заработн"):
            return Measure.WAGE
        if token.text in _CLAUSE_ENDS:
            break
    return None


def _is_pronoun(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«Один из», «один и тот же», «ни один»."""
    if numeral.value != 1 or numeral.ordinal or numeral.in_figures:
        return False
    following = [token.text for token in tokens[numeral.end : numeral.end + 2]]
    if following[:1] == ["из"] or (numeral.first and tokens[numeral.first - 1].text == "ни"):
        return True
    return following[:1] == ["и"] and _THE_SAME.issuperset(following[1:])
