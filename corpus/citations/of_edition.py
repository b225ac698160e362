"""A citation that says in which edition: «… (в редакции от 01.01.2023)».

The day is the registry's label of the edition, often the amending act's, as lawyers and registries
name editions; it is not a day of entry into force.
"""

from __future__ import annotations

from corpus.law import EditionLabel, Language, Precision


def of_edition(citation: str, label: EditionLabel, language: Language) -> str:
    """A citation with the edition it is from; as it is where the edition has no date."""
    if label.first_day is None:
        return citation
    day, year = f"{label.first_day:%d.%m.%Y}", label.first_day.year
    by_day = label.precision is Precision.DAY
    match language:
        case Language.RU:
            said = f"в редакции от {day}" if by_day else f"в редакции {year} года"
        case Language.KK:
            said = f"{day} редакциясында" if by_day else f"{year} жылғы редакциясында"
        case Language.EN:
            said = f"edition of {label.first_day.isoformat()}" if by_day else f"edition of {year}"
    return f"{citation} ({said})"
