"""All the numbers of a text, in Russian or Kazakh."""

from __future__ import annotations

from corpus.law import Language
from diffing.languages.counting import Grammar
from diffing.languages.dates import dates
from diffing.languages.quantities import quantities
from diffing.languages.readings import Reading, in_order
from diffing.languages.references import documents, references
from diffing.languages.tokens import ReadText
from diffing.languages.units_kk import KazakhGrammar
from diffing.languages.units_ru import RussianGrammar

_GRAMMARS: dict[Language, Grammar] = {
    Language.RU: RussianGrammar(),
    Language.KK: KazakhGrammar(),
}


def read(text: str, language: Language) -> tuple[Reading, ...]:
    """The numbers of a text in Russian or Kazakh, in its order.

    What is read first is out of the way of what comes after: the year of a date is no quantity,
    the number of an article no count. Raises KeyError for another language.
    """
    grammar = _GRAMMARS[language]
    left = ReadText.of(text)
    dated, left = dates(left, language)
    referred, left = references(left, language)
    numbered, left = documents(left)
    return in_order(iter([*dated, *referred, *numbered, *quantities(left, grammar)]))
