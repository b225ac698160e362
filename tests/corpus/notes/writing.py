"""Well-formed notes, written from what they should be read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from corpus.amendments import ClauseKind, InForceClause
from corpus.law import Language

MONTHS = {
    Language.RU: ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                  "сентября", "октября", "ноября", "декабря"),
    Language.KK: ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
                  "қыркүйек", "қазан", "қараша", "желтоқсан"),
    Language.EN: ("January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December"),
}  # fmt: skip
CONVOCATIONS = ("", "-I", "-II", "-III", "-IV", "-V", "-VI", "-VII", "-VIII")
SEPARATORS = {Language.RU: ("; ", " ; ", ", "), Language.KK: (", ", " , ", "; "),
              Language.EN: ("; ", ", ")}  # fmt: skip


@dataclass(frozen=True)
class WrittenAct:
    """An act as it is to be read, and how its day and number are written."""

    adopted: date
    number: str
    clause: InForceClause
    style: int
    sign: str
    separator: str


@st.composite
def acts(draw: st.DrawFn, language: Language) -> WrittenAct:
    """An act with a clause of its own, or none."""
    days = st.dates(date(1995, 1, 1), date(2039, 12, 31))
    number = f"{draw(st.integers(1, 9999))}{draw(st.sampled_from(CONVOCATIONS))}"
    kind = draw(st.sampled_from([ClauseKind.NONE, ClauseKind.ON_DATE, ClauseKind.ON_PUBLICATION,
                                 ClauseKind.DAYS_AFTER_PUBLICATION, ClauseKind.BY_REFERENCE,
                                 ClauseKind.ON_SIGNING]))  # fmt: skip
    clause = InForceClause(
        kind,
        days=draw(st.sampled_from([10, 21, 30, 60])) if kind.value.startswith("days") else None,
        on=draw(days) if kind is ClauseKind.ON_DATE else None,
        article=str(draw(st.integers(1, 300))) if kind is ClauseKind.BY_REFERENCE else None,
    )
    sign = draw(st.sampled_from(["№ ", "N ", "№"] if language is not Language.EN else ["No. "]))
    separator = draw(st.sampled_from(SEPARATORS[language]))
    return WrittenAct(draw(days), number, clause, draw(st.integers(0, 2)), sign, separator)


def written_day(day: date, language: Language, style: int) -> str:
    """A day in one of the forms of its language."""
    month = MONTHS[language][day.month - 1]
    if language is Language.EN:
        return (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}",
                f"{day:%d.%m.%Y}")[style]  # fmt: skip
    if language is Language.KK:
        return (f"{day:%Y.%m.%d}.", f"{day.year} жылғы {day.day} {month}дағы",
                f"{day:%d.%m.%Y}")[style]  # fmt: skip
    return (f"{day.day} {month} {day.year} г.", f"{day.day} {month} {day.year} года",
            f"{day:%d.%m.%Y}")[style]  # fmt: skip


def written_act(act: WrittenAct, language: Language) -> str:
    """Day, number and bracket."""
    day = written_day(act.adopted, language, act.style)
    number = f"{act.sign}{act.number}"
    named = f"{number} of {day}" if language is Language.EN else f"{day} {number}"
    named = f"от {named}" if language is Language.RU else named
    bracket = written_clause(act.clause, language, act.style)
    return f"{named} ({bracket})" if bracket else named


def written_clause(clause: InForceClause, language: Language, style: int) -> str:
    """What the bracket behind an act says; "" for nothing."""
    day = written_day(clause.on, language, style) if clause.on else ""
    words = {
        Language.RU: {
            ClauseKind.ON_DATE: f"вводится в действие с {day}",
            ClauseKind.ON_PUBLICATION: "вводится в действие со дня первого опубликования",
            ClauseKind.ON_SIGNING: "вводится в действие со дня подписания",
            ClauseKind.DAYS_AFTER_PUBLICATION: f"вводится в действие по истечении {clause.days} "
            "календарных дней после дня его первого официального опубликования",
            ClauseKind.BY_REFERENCE: f"порядок введения в действие см. ст. {clause.article}",
        },
        Language.KK: {
            ClauseKind.ON_DATE: f"{day} бастап қолданысқа енгізіледі",
            ClauseKind.ON_PUBLICATION: "алғашқы жарияланған күнінен бастап қолданысқа енгізіледі",
            ClauseKind.ON_SIGNING: "қол қойылған күнінен бастап қолданысқа енгізіледі",
            ClauseKind.DAYS_AFTER_PUBLICATION: "алғашқы ресми жарияланған күнінен кейін "
            f"күнтізбелік {clause.days} күн өткен соң қолданысқа енгізіледі",
            ClauseKind.BY_REFERENCE: "қолданысқа енгізілу тәртібін "
            f"{clause.article}-баптан қараңыз",
        },
        Language.EN: {
            ClauseKind.ON_DATE: f"in force from {day}",
            ClauseKind.ON_PUBLICATION: "in force from the date of its first publication",
            ClauseKind.ON_SIGNING: "in force from the date of signing",
            ClauseKind.DAYS_AFTER_PUBLICATION: f"shall be enforced upon expiry of {clause.days} "
            "calendar days after the day of its first official publication",
            ClauseKind.BY_REFERENCE: f"the order of enforcement see Article {clause.article}",
        },
    }
    return words[language].get(clause.kind, "")


def written_note(listed: list[WrittenAct], language: Language) -> str:
    """A note at article 5 that says that all these acts amended it."""
    words = "".join(
        f"{act.separator if place else ''}{written_act(act, language)}"
        for place, act in enumerate(listed)
    )
    return {
        Language.RU: f"Сноска. Статья 5 с изменениями, внесенными законами РК {words}.",
        Language.KK: f"Ескерту. 5-бапқа өзгерістер енгізілді - ҚР {words} Заңдарымен.",
        Language.EN: f"Footnote. Article 5 as amended by the Laws of the Republic {words}.",
    }[language]
