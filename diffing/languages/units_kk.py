"""What a number counts in a Kazakh text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diffing.languages import numerals_kk
from diffing.languages.counting import Counted
from diffing.languages.numerals import Numeral
from diffing.languages.readings import Measure
from diffing.languages.tokens import LETTER, Token
from diffing.languages.vocabulary_kk import OWNED

_ANY = f"{LETTER}*"
_CASES = f"(?:дан|ға|да|ды|дың|ы|ын|ына|ынан|ында|ының|ындағы|дағы|дай|мен|дар{_ANY})?"
_PERSONS = (
    "адам|кандидат|депутат|таңдаушы|сайлаушы|мүше|азамат|тұлға|өкіл|байқаушы|қатысушы|қызметкер"
    "|орынбасар|сенім"
)
_UNITS: tuple[tuple[re.Pattern[str], Measure], ...] = tuple(
    (re.compile(pattern), measure)
    for pattern, measure in (
        (rf"минут{_ANY}", Measure.MINUTE),
        (rf"сағат{_ANY}", Measure.HOUR),
        # Not күнтізбелік (calendar), күнделікті (daily), күндізгі (by day).
        (rf"күн(?!тіз|дел|діз|ә|шығ|бат|ес|гей){_ANY}", Measure.DAY),
        (rf"тәулі[кг]{_ANY}", Measure.DAY),
        (rf"(?:дүй|сей|сәр|бей|жек)?сенбі{_ANY}|жұма(?!к){_ANY}", Measure.WEEKDAY),
        (rf"апта{_ANY}", Measure.WEEK),
        (rf"ай(?:лық{_ANY}|лығ{_ANY}|{_CASES})", Measure.MONTH),
        (rf"тоқсан(?:дық|дығ){_ANY}|тоқсан(?:ға|да|нан|ның|ды|ы|ын|ында|ының)?", Measure.QUARTER),
        (rf"жыл(?:дық{_ANY}|дығ{_ANY}|ғы|{_CASES})", Measure.YEAR),
        (rf"жас(?:қа|тан|та|ты|тың|тағы{_ANY}|тар|ар|ына|ынан|ында)?", Measure.YEAR),
        (rf"(?:пайыз|процент){_ANY}|%", Measure.PERCENT),
        (rf"есе(?!п|б){_ANY}|рет(?:тен|ке|те|ті|тік|ін|)", Measure.TIMES),
        (r"аек", Measure.INDEX),
        (r"етж", Measure.WAGE),
        (rf"теңге{_ANY}", Measure.TENGE),
        (rf"метр{_ANY}", Measure.METRE),
        (rf"(?:дауыс|даус){_ANY}", Measure.VOTE),
        (rf"(?:{_PERSONS}){_ANY}", Measure.PERSON),
    )
)
_FIRST_LETTERS = frozenset("мскташжпр%етдқбоөүн")
"""Of the words that may begin a unit: the others need not be looked at."""
_SKIPPED = frozenset(
    {"күнтізбелік", "толық", "соңғы", "кейінгі", "алдыңғы", "келесі", "астам", "аса", "көп", "кем",
     "аз", "артық", "емес", "және", "не", "немесе", "одан", "да", "дейін", "дейінгі"}
)  # fmt: skip
_FARTHEST = 6
_MULTIPLE_AWAY = 6
"""How far from «бес еселенген» its wage or index may stand."""
_SENTENCE_ENDS = frozenset({".", ";", ":"})
_TOLD_BEFORE = frozenset({"осы", "аталған", "көрсетілген", "сол", "бұл", "сондай"})
_INDEFINITE = (("қандай", "да"), ("кез", "келген"), ("әр",), ("тағы",))
_TERMS = {
    "тәулік": Measure.DAY,
    "күн": Measure.DAY,
    "апта": Measure.WEEK,
    "аптадан": Measure.WEEK,
    "ай": Measure.MONTH,
    "айдан": Measure.MONTH,
    "жыл": Measure.YEAR,
    "жылдан": Measure.YEAR,
}
_AFTER_TERM = re.compile(f"(?:ішінде|бойы|мерзім|бұрын|кейін|өткен|кешіктір|соң|қалған){_ANY}")
_NINETY, _HUNDRED = 90, 100


class KazakhGrammar:
    """How Kazakh writes quantities."""

    joining = frozenset({"және", "немесе", "не", "-", ",", "мен", "бен", "пен", "дейін"})
    number_at = staticmethod(numerals_kk.number_at)

    def counted(self, tokens: Sequence[Token], numeral: Numeral) -> Counted:
        """What the number counts: the noun after it; of an hour of the day the noun before it."""
        first, end = numeral.first, numeral.end
        if numeral.measure is not None:
            money = _multiple_of(tokens, first, end) if numeral.measure is Measure.TIMES else None
            return Counted(money or numeral.measure, first, end)
        if _names_an_hour(tokens, first):
            return Counted(Measure.HOUR, first - 1, end)
        found = _unit_after(tokens, numeral)
        if found is None:
            return Counted(Measure.THING, first, end, nothing=_is_no_number(numeral))
        measure, after = found
        if measure is Measure.TIMES:
            measure = _multiple_of(tokens, first, after) or measure
        return Counted(measure, first, after, nothing=_is_indefinite(tokens, numeral, measure))

    def implied(self, tokens: Sequence[Token], at: int) -> Counted | None:
        """«Ай ішінде», «апта бойы»: one, where no number is written; never surely meant."""
        measure = _TERMS.get(tokens[at].text)
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if measure is None or not _AFTER_TERM.fullmatch(following):
            return None
        return Counted(measure, at, at + 2, nothing=True)

    def is_told_before(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """«Осы үш күн»."""
        return bool(numeral.first) and tokens[numeral.first - 1].text in _TOLD_BEFORE


def _unit_after(tokens: Sequence[Token], numeral: Numeral) -> tuple[Measure, int] | None:
    at, end = numeral.end, numeral.end
    while at < min(len(tokens), end + _FARTHEST):
        word = tokens[at].text
        if found := _unit_at(tokens, at):
            return found
        if word == "-" and at == end and numeral.in_figures:
            at += 1  # «10-күндік»
            continue
        if word not in _SKIPPED:
            break
        at += 1
    return None


def _unit_at(tokens: Sequence[Token], at: int) -> tuple[Measure, int] | None:
    """The unit that begins at a token and the first token after it."""
    word = tokens[at].text
    if word[0] not in _FIRST_LETTERS:
        return None
    following = [token.text for token in tokens[at + 1 : at + 4]]
    after = following[0] if following else ""
    if word in {"жұмыс", "банк", "банктік"} and after.startswith("күн"):
        return Measure.WORKING_DAY, at + 2
    if word == "айлық" and after.startswith("есептік"):
        return Measure.INDEX, min(at + 3, len(tokens))
    if word == "ең" and after.startswith("төмен"):
        wages = [step for step, other in enumerate(following) if _is_wage(other)]
        return (Measure.WAGE, at + 2 + wages[0]) if wages else None
    measure = next((one for pattern, one in _UNITS if pattern.fullmatch(word)), None)
    return (measure, at + 1) if measure else None


def _names_an_hour(tokens: Sequence[Token], first: int) -> bool:
    """«Сағат он сегізде», but not «24 сағат он адам»."""
    if not first or tokens[first - 1].text != "сағат":
        return False
    return first == 1 or numerals_kk.number_at(tokens, first - 2) is None


def _multiple_of(tokens: Sequence[Token], first: int, end: int) -> Measure | None:
    """What «жалақының бес еселенген мөлшері» is a multiple of: the wage, the index."""
    for at in range(first - 1, max(-1, first - 1 - _MULTIPLE_AWAY), -1):
        if found := _money(tokens[at].text):
            return found
        if tokens[at].text in _SENTENCE_ENDS:
            break
    for token in tokens[end : end + _MULTIPLE_AWAY]:
        if found := _money(token.text):
            return found
        if token.text in _SENTENCE_ENDS | {","}:
            break
    return None


def _money(word: str) -> Measure | None:
    if word == "аек" or word.startswith("көрсеткіш"):
        return Measure.INDEX
    return Measure.WAGE if _is_wage(word) else None


def _is_wage(word: str) -> bool:
    return word.startswith(("жалақы", "еңбекақы")) or word == "етж"


def _is_indefinite(tokens: Sequence[Token], numeral: Numeral, measure: Measure) -> bool:
    """«Қандай да бір», «кез келген бір», and «бір күні» (one day)."""
    if numeral.value != 1 or numeral.ordinal or numeral.in_figures:
        return False
    before = [token.text for token in tokens[max(0, numeral.first - 2) : numeral.first]]
    after = tokens[numeral.end].text if numeral.end < len(tokens) else ""
    if any(tuple(before[-len(words) :]) == words for words in _INDEFINITE):
        return True
    return measure is Measure.DAY and after == "күні"


def _is_no_number(numeral: Numeral) -> bool:
    """Words that are surely numbers only before a unit.

    «Бірі» is one of them, «тоқсан» in any case also a quarter of a year, «жүз» also a face.
    """
    if numeral.in_figures or numeral.ordinal or numeral.end - numeral.first > 1:
        return False
    is_one_of = numeral.value == 1 and numeral.case == OWNED
    is_face = numeral.value == _HUNDRED and not numeral.case
    return is_one_of or is_face or numeral.value == _NINETY
