"""The forms of acts, and what they are called: to know them in a citation and to write one.

Form names are the watch list's; sources: Law on Legal Acts, articles 7 and 25(5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.law import Language

_RU, _KK, _EN = Language.RU, Language.KK, Language.EN


@dataclass(frozen=True)
class FormName:
    """What acts of a form are called: nominative and genitive; Kazakh always with its owner."""

    nominative: str
    genitive: str


NAMES: Mapping[str, Mapping[Language, FormName]] = {
    "constitution": {
        _RU: FormName("Конституция Республики Казахстан", "Конституции Республики Казахстан"),
        _KK: FormName("Қазақстан Республикасының Конституциясы",
                      "Қазақстан Республикасы Конституциясының"),
        _EN: FormName("Constitution of the Republic of Kazakhstan",
                      "the Constitution of the Republic of Kazakhstan"),
    },
    "constitutional law": {
        _RU: FormName("Конституционный закон Республики Казахстан",
                      "Конституционного закона Республики Казахстан"),
        _KK: FormName("Конституциялық заңы", "Конституциялық заңының"),
        _EN: FormName("Constitutional Law of the Republic of Kazakhstan",
                      "the Constitutional Law of the Republic of Kazakhstan"),
    },
    "code": {
        _RU: FormName("Кодекс Республики Казахстан", "Кодекса Республики Казахстан"),
        _KK: FormName("Кодексі", "Кодексінің"),
        _EN: FormName("Code of the Republic of Kazakhstan",
                      "the Code of the Republic of Kazakhstan"),
    },
    "law": {
        _RU: FormName("Закон Республики Казахстан", "Закона Республики Казахстан"),
        _KK: FormName("Заңы", "Заңының"),
        _EN: FormName("Law of the Republic of Kazakhstan",
                      "the Law of the Republic of Kazakhstan"),
    },
    "presidential decree": {
        _RU: FormName("Указ Президента Республики Казахстан",
                      "Указа Президента Республики Казахстан"),
        _KK: FormName("Жарлығы", "Жарлығының"),
        _EN: FormName("Decree of the President of the Republic of Kazakhstan",
                      "the Decree of the President of the Republic of Kazakhstan"),
    },
    "government resolution": {
        _RU: FormName("Постановление Правительства Республики Казахстан",
                      "Постановления Правительства Республики Казахстан"),
        _KK: FormName("қаулысы", "қаулысының"),
        _EN: FormName("Resolution of the Government of the Republic of Kazakhstan",
                      "the Resolution of the Government of the Republic of Kazakhstan"),
    },
    "CEC resolution": {
        _RU: FormName("Постановление Центральной избирательной комиссии Республики Казахстан",
                      "Постановления Центральной избирательной комиссии Республики Казахстан"),
        _KK: FormName("қаулысы", "қаулысының"),
        _EN: FormName("Resolution of the Central Election Commission of the Republic of Kazakhstan",
                      "the Resolution of the Central Election Commission of the Republic of "
                      "Kazakhstan"),
    },
    "maslikhat decision": {
        _RU: FormName("Решение маслихата", "Решения маслихата"),
        _KK: FormName("шешімі", "шешімінің"),
        _EN: FormName("Decision of the Maslikhat", "the Decision of the Maslikhat"),
    },
    "minister's order": {
        _RU: FormName("Приказ Министра", "Приказа Министра"),
        _KK: FormName("бұйрығы", "бұйрығының"),
        _EN: FormName("Order of the Minister", "the Order of the Minister"),
    },
}  # fmt: skip
OWNERS_KK: Mapping[str, str] = {
    "constitutional law": "Қазақстан Республикасының",
    "code": "Қазақстан Республикасының",
    "law": "Қазақстан Республикасының",
    "presidential decree": "Қазақстан Республикасы Президентінің",
    "government resolution": "Қазақстан Республикасы Үкіметінің",
    "CEC resolution": "Қазақстан Республикасы Орталық сайлау комиссиясының",
    "maslikhat decision": "мәслихаттың",
    "minister's order": "министрдің",
}
"""Whose act it is: in Kazakh that stands before date and number."""

_OF_RK = "Республики Казахстан"
DATIVES: Mapping[str, Mapping[Language, str]] = {
    "constitution": {_RU: f"Конституции {_OF_RK}",
                     _KK: "Қазақстан Республикасының Конституциясына"},
    "constitutional law": {_RU: f"Конституционному закону {_OF_RK}", _KK: "Конституциялық заңына"},
    "code": {_RU: f"Кодексу {_OF_RK}", _KK: "Кодексіне"},
    "law": {_RU: f"Закону {_OF_RK}", _KK: "Заңына"},
    "presidential decree": {_RU: f"Указу Президента {_OF_RK}", _KK: "Жарлығына"},
    "government resolution": {_RU: f"Постановлению Правительства {_OF_RK}", _KK: "қаулысына"},
    "CEC resolution": {_RU: f"Постановлению Центральной избирательной комиссии {_OF_RK}",
                       _KK: "қаулысына"},
    "maslikhat decision": {_RU: "Решению маслихата", _KK: "шешіміне"},
    "minister's order": {_RU: "Приказу Министра", _KK: "бұйрығына"},
}  # fmt: skip
"""What an appendix is to: «приложение 1 к Указу», «Жарлығына 1-қосымша»."""

_LAWS = ("law", "constitutional law")
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"конституционн\w*\s+закон\w*|конституциялы[қғ]\w*\s+заң\w*|constitutional\s+laws?",
     ("constitutional law",)),
    (r"конституци(?:я|и|ю|ей)|конституция\w*|constitution", ("constitution",)),
    (r"кодекс\w*|code", ("code",)),
    (r"закон(?:а|у|ом|е|ы|ов|ами|ах)?|заң\w*|laws?", _LAWS),
    (r"указ(?:а|у|ом|е|ы)?|жарлы[қғ]\w*|decrees?", ("presidential decree", "constitutional law")),
    (r"постановлени\w+|қаулы\w*|resolutions?",
     ("government resolution", "CEC resolution")),
    (r"решени\w+|шеш[іi]м\w*|decisions?", ("maslikhat decision",)),
    (r"приказ(?:а|у|ом|е)?|бұйры[қғ]\w*|orders?", ("minister's order",)),
)  # fmt: skip
_FORM_WORDS = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), forms) for words, forms in _WORDS
)
RULES = re.compile(
    r"(?<!\w)(?:правил(?:а|ам|ами|ах)?|положени(?:я|е|ю|ем|и)|инструкци\w+|қағида\w*|ереже\w*"
    r"|rules?|regulations?|statute)(?!\w)",
    re.IGNORECASE,
)
"""What an act approves and has as its appendix: «Правила № 1484»."""


def forms_named(text: str) -> tuple[str, ...]:
    """The forms that the first form word of a text may mean; none where it has no such word."""
    found = [
        (match.start(), -len(match.group()), forms)
        for pattern, forms in _FORM_WORDS
        if (match := pattern.search(text))
    ]
    return min(found)[2] if found else ()


def without_forms(text: str) -> str:
    """A text without the words for forms of acts."""
    for pattern, _ in _FORM_WORDS:
        text = pattern.sub(" ", text)
    return RULES.sub(" ", text)
