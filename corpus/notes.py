"""Footnotes -> the acts they name: day, number, from when in force.

A footnote is a list: what was done to the unit (the *statement*), then one act or several, each a
day and a number, each perhaps with a bracket that says when it takes effect:

    Сноска. Статья 36 в редакции Закона РК от 24.05.2021 № 42-VII (вводится в действие …);
            с изменениями, внесенными Законом РК от 05.11.2022 № 157-VII (… с 01.01.2023).
    Ескерту. 9-бапқа өзгерістер енгізілді - ҚР 06.05.1999 N 375, 24.05.2021 № 41-VII (…) Заңдарымен.

A statement holds for all acts that follow it, up to the next statement. Days are written day first,
in old Kazakh notes year first, or with the month's name; a day that cannot be (09.02.20009) is read
as unknown. The rules that find an act are `date and number`, `number of date` and `date alone`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.law import Footnote, Link


class Role(StrEnum):
    """What a note says that an act does to the unit it stands at."""

    AMENDS = "amends"
    FORESEEN = "foreseen"
    """«предусмотрены изменения»: they are not in the wording yet."""
    OTHER_LANGUAGE = "other language"
    """«текст на русском языке не изменяется»: the wording that the note stands at stays."""
    CITED = "cited"
    """«См. …»: the act says something about the unit and changes no word."""


@dataclass(frozen=True)
class NamedAct:
    """An act that a note names.

    `number` is bare, its convocation in Latin letters (`41-VII`, `375`); some acts have none.
    `in_force_from` is a day only where the note says one. `quote` is the note's own words for the
    act and its bracket, `statement` those that say what it did.
    """

    date: datetime.date | None
    number: str | None
    link: str | None = None
    in_force_from: datetime.date | None = None
    quote: str = ""
    statement: str = ""
    role: Role = Role.AMENDS

    def is_same_act(self, other: NamedAct) -> bool:
        """Whether two notes name one act, as far as they tell; the convocation may be left out.

        Numbers begin anew every year: a number without a day says little, but it is never
        another act's of the same note.
        """
        if self.date and other.date and self.date != other.date:
            return False
        if self.number and other.number:
            return _without_convocation(self.number) == _without_convocation(other.number)
        return bool(self.date and other.date)


_MONTHS = {
    name: place % 12 + 1
    for place, name in enumerate(
        (
            *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"),
            *("сентября", "октября", "ноября", "декабря"),
            *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз"),
            *("қыркүйек", "қазан", "қараша", "желтоқсан"),
            *("january", "february", "march", "april", "may", "june", "july", "august"),
            *("september", "october", "november", "december"),
        )
    )
}
_MONTH = "|".join(_MONTHS)
# One digit too many is a slip of the registry: the day is not known, the act is.
_DAY_FIRST = r"(?<![\d.])(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>\d{4,5})(?!\d)"
_YEAR_FIRST = r"(?<![\d.])(?P<y2>\d{4})[.-](?P<m2>\d{2})[.-](?P<d2>\d{2,3})(?!\d)"
_DAY_MONTH = rf"(?<!\d)(?P<d3>\d{{1,2}})\s+(?P<m3>{_MONTH})\s+(?P<y3>\d{{4}})(?!\d)"
_YEAR_MONTH = rf"(?<!\d)(?P<y4>\d{{4}})\s+жылғы\s+(?P<d4>\d{{1,2}})\s+(?P<m4>{_MONTH})\w*"
_READ_DAY = re.compile("|".join((_DAY_FIRST, _YEAR_FIRST, _DAY_MONTH, _YEAR_MONTH)), re.IGNORECASE)
_DAY = re.sub(r"\?P<\w+>", "?:", _READ_DAY.pattern)
_OF_YEAR = r"(?:[.,]|\s*(?:года|г\.?|ж\.?)(?!\w))*"
_NUMBER = r"(?:№|\bNo?\.?(?!\w))\s*(?:\d+(?:[-/]\w+)*)"
_KIND_KK = r"(?:Конституциялық\s+)?(?:Заң|Жарлы|Қаулы|Бұйры)\w*"
_RULES = {
    "date and number": rf"(?:(?:от|dated|of)\s+)?(?:{_DAY}){_OF_YEAR}\s*{_NUMBER}",
    "number of date": rf"{_NUMBER}\s+(?:of\s+the\s+[^;.,()]*?\s+)?(?:of|dated)\s+(?:{_DAY})",
    "date alone": rf"(?:(?:\bот|\bdated|\bof)\s+(?:{_DAY}){_OF_YEAR}"
    rf"|(?:{_DAY})(?=\s+{_KIND_KK}))",
}
_MENTION = re.compile("|".join(_RULES.values()), re.IGNORECASE)
_READ_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_DIGITS_ON = re.compile(r"\d+(?:[-/]\w+)*")

_IN_FORCE = re.compile(
    rf"(?:ввод[ия]тся\s+в\s+действие|вступа[ею]т\s+в\s+(?:силу|действие))\s+с\s+(?P<ru>{_DAY})"
    rf"|(?P<kk>{_DAY})\s*(?:ж\.\s*)?(?:н[ае]н\s+|т[ае]н\s+|д[ае]н\s+)?бастап\s+"
    r"(?:қолданысқа\s+енгіз|күшіне\s+ен)"
    rf"|(?:in|into)\s+(?:force|effect)\s+(?:from|on|since)\s+(?:the\s+)?(?P<en>{_DAY})",
    re.IGNORECASE,
)
_BRACKET = r"\((?:[^()]|\([^()]*\))*\)"
_BRACKETS = re.compile(_BRACKET)
_KIND = (
    r"(?:конституционн\w+|закон\w*|указ\w*|постановлени\w+|решени\w+|приказ\w*|президент\w*"
    r"|правительств\w+|конституциялық|заң\w*|жарлы\w*|қаулы\w*|бұйры\w*"
    r"|(?:the\s+)?(?:laws?|decrees?|resolutions?)|республик\w+|қазақстан\w*|казахстан"
    r"|рк|қр|of|the|republic|kazakhstan|constitutional|и|және|мен|and)"
)
_TAIL = re.compile(rf"(?:\s*{_BRACKET}|\s+{_KIND}(?!\w))*", re.IGNORECASE)
_IDLE = re.compile(rf"(?<!\w){_KIND}(?!\w)|\W+|\d", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:Сноска|Ескерту|Footnote|Note|Примечание)\b[.:!]?\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r";|\.\s+(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])")

_FORESEEN = re.compile(r"предусмотрен|көзделген|\bforeseen\b|\benvisaged\b", re.IGNORECASE)
_CITED = re.compile(r"^\W*(?:см\.|смотри|see\b(?!\s+article))|қараңыз", re.IGNORECASE)
_OTHER_LANGUAGE = re.compile(
    r"на\s+русском\s+языке\s+не\s+измен|қазақ\s+тіліндегі\s+мәтін\w*\s+өзгер(?:мейді|тілмейді)"
    r"|russian\s+language\s+(?:was|is)\s+not\s+amended",
    re.IGNORECASE,
)
_LATIN = str.maketrans("ІХСМѴіхсм\u00a0", "IXCMVixcm ")
_CONVOCATION = re.compile(r"-(?=[IVX]+$)(?:IX|IV|V?I{0,3}|X)$")


def named_acts(note: Footnote) -> tuple[NamedAct, ...]:
    """The acts that a note names, in order; an act that is named twice is there twice."""
    text = note.text.replace("\u00a0", " ")
    links = list(note.links)
    found = []
    statement, lead_from = "", 0
    mentions = list(_MENTION.finditer(text))
    for place, mention in enumerate(mentions):
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        lead = _BRACKETS.sub(" ", text[lead_from : mention.start()])
        if place:  # a bracket whose opening is missing ends where it closes
            lead = lead.rpartition(")")[2]
        lead_from = mention.end()
        if _IDLE.sub("", _LABEL.sub("", lead)):
            statement = " ".join(_LABEL.sub("", lead).strip(" ;,.-–—").split())
        else:
            lead = ""
        tail = _TAIL.match(text, mention.end())
        end = tail.end() if tail else mention.end()
        clause = text[mention.end() : _clause_end(text, end, following)]
        number = _number(mention.group())
        found.append(
            NamedAct(
                date=_first_day(mention.group()),
                number=number,
                link=_link(number, links),
                in_force_from=_in_force(clause) or _in_force(lead),
                quote=" ".join(text[mention.start() : end].split()),
                statement=statement,
                role=_role(statement, clause),
            )
        )
    return tuple(found)


def acts_in(text: str) -> tuple[NamedAct, ...]:
    """The acts that a line of text names, such as the requisites of an act."""
    return named_acts(Footnote(text))


def distinct(acts: Iterator[NamedAct] | tuple[NamedAct, ...]) -> list[NamedAct]:
    """The acts without repeats: of one that is named again the first mention stays."""
    kept: list[NamedAct] = []
    for act in acts:
        if not any(act.is_same_act(other) for other in kept):
            kept.append(act)
    return kept


def _clause_end(text: str, after: int, following: re.Match[str] | None) -> int:
    """Where the words about one act end: at the next act, or at the end of the sentence."""
    last = following.start() if following else len(text)
    end = _SENTENCE_END.search(text, after, last)
    return end.start() if end else last


def _role(statement: str, clause: str) -> Role:
    if _FORESEEN.search(statement) or _FORESEEN.search(clause):
        return Role.FORESEEN
    if _OTHER_LANGUAGE.search(statement) or _OTHER_LANGUAGE.search(_BRACKETS.sub(" ", clause)):
        return Role.OTHER_LANGUAGE
    if _CITED.search(statement) or _CITED.search(_BRACKETS.sub(" ", clause)):
        return Role.CITED
    return Role.AMENDS


def _first_day(text: str) -> datetime.date | None:
    """The first day that is written in a text; None where it cannot be."""
    match = _READ_DAY.search(text)
    if match is None:
        return None
    for turn in "1234":
        day, month, year = (match[f"{part}{turn}"] for part in "dmy")
        if day and month and year:
            try:
                return datetime.date(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
            except ValueError:
                return None
    return None


def _in_force(text: str) -> datetime.date | None:
    match = _IN_FORCE.search(text)
    return _first_day(match["ru"] or match["kk"] or match["en"]) if match else None


def _number(text: str) -> str | None:
    """The number in a mention, its convocation in Latin capitals: `156-VІI` -> `156-VII`."""
    match = _READ_NUMBER.search(text)
    digits = _DIGITS_ON.search(match.group()) if match else None
    if digits is None:
        return None
    latin = digits.group().translate(_LATIN).upper()
    return latin if _CONVOCATION.search(latin) else digits.group()


def _without_convocation(number: str) -> str:
    return _CONVOCATION.sub("", number)


def _link(number: str | None, links: list[Link]) -> str | None:
    """The address of the first link left whose words are that number; it is used up."""
    for place, link in enumerate(links):
        if number and _number(link.text) == number:
            return links.pop(place).href
    return None
