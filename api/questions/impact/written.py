"""Citations as people hand them in: the words, the day they were written, the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from corpus.citations.reading import LONGEST_CITATION
from corpus.law import EditionLabel, Language


class EntryRefused(ValueError):
    """What was handed in is no citation with a day; the message says what is wrong."""


@dataclass(frozen=True)
class WrittenCitation:
    """A citation, the day it was written, and the language of the text that was cited."""

    citation: str
    written: date
    language: Language | None = None


def read_entry(given: object) -> WrittenCitation:
    """An entry as it is given: an object with `citation`, `written` and perhaps `lang`.

    Raises EntryRefused that says what is wrong.
    """
    if not isinstance(given, Mapping):
        raise EntryRefused("an entry is an object with citation and written")
    citation, written = given.get("citation"), given.get("written")
    if not isinstance(citation, str) or not citation.strip():
        raise EntryRefused("citation: give the words of the citation")
    if len(citation) > LONGEST_CITATION:
        raise EntryRefused(f"citation: {LONGEST_CITATION} characters at most")
    if not _is_text(citation):
        raise EntryRefused(
            "citation: leave out characters that are none (half of a surrogate pair)"
        )
    if not isinstance(written, str):
        raise EntryRefused("written: give a day, as YYYY-MM-DD")
    return WrittenCitation(citation.strip(), _day(written), _language(given.get("lang")))


def _is_text(given: str) -> bool:
    """Whether a string can be written in UTF-8; JSON's escapes can name what cannot."""
    return not any("\ud800" <= one <= "\udfff" for one in given)


def _day(text: str) -> date:
    try:
        label = EditionLabel.parse(text)
    except ValueError:
        label = EditionLabel.parse("undated")
    if label.first_day is None or label.first_day != label.last_day:
        raise EntryRefused("written: give a day that exists, as YYYY-MM-DD or DD.MM.YYYY")
    return label.first_day


def _language(given: object) -> Language | None:
    if given in (None, ""):
        return None
    try:
        return Language(str(given).strip().lower())
    except ValueError:
        raise EntryRefused(f"lang: {', '.join(Language)}, or nothing") from None
