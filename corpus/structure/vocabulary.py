"""The words that name the levels of an act, in Russian, Kazakh and English.

Sources: Law on Legal Acts, article 23 (levels and numbers), and the registries' own pages. The
three languages share one grammar; they differ in the word and in where the number stands:
«Статья 113-1.», «113-1-бап.», "Article 113-1.".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.law import DivisionKind, Language

HYPHEN = "[-\u2010-\u2014\u2212]"
NUMBER = rf"\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:{HYPHEN}\d+)*"
ROMAN = rf"[IVXLІХ]+(?:{HYPHEN}\d+)?"

Level = DivisionKind | None
"""A level of the act; None is the article itself."""


@dataclass(frozen=True)
class Vocabulary:
    """One language's words for the levels.

    `levels` find a heading at the start of a line: the group `number` is the unit's number, what
    follows the match is its title. `loose` are the same without the closing full stop, used only
    where the registry marks the line as a heading.
    """

    heading: re.Pattern[str]
    """Any heading at all: most lines are none, and one look is quicker than one for each level."""
    levels: Mapping[Level, re.Pattern[str]]
    loose: Mapping[Level, re.Pattern[str]]
    contents_title: re.Pattern[str]
    appendix: re.Pattern[str]
    approval: re.Pattern[str]
    of_the_act: re.Pattern[str]
    """An appendix that says it belongs to the act itself, not to rules the act approved."""
    footnote: re.Pattern[str]
    notice: re.Pattern[str]
    """An editor's notice: a footnote that stands before what it speaks of."""
    legal_note: re.Pattern[str]
    signature: re.Pattern[str]


Patterns = dict[Level, re.Pattern[str]]


def _word_first(**words: str) -> tuple[re.Pattern[str], Patterns, Patterns]:
    """Patterns for languages that put the number after the word: any heading, strict, loose."""
    starts = {name: rf"^(?:{word})\s+(?P<number>{NUMBER}|{ROMAN})" for name, word in words.items()}
    any_word = "|".join(words.values())
    return re.compile(rf"^(?:{any_word})\s", re.IGNORECASE), *_by_level(starts)


def _number_first(**words: str) -> tuple[re.Pattern[str], Patterns, Patterns]:
    """Patterns for Kazakh, which puts the number before the word: any heading, strict, loose."""
    starts = {
        name: rf"^(?P<number>{NUMBER}|{ROMAN})\s*{HYPHEN}\s*(?:{word})"
        for name, word in words.items()
    }
    any_word = "|".join(words.values())
    some = re.compile(rf"^[\dIVXLІХ][^\n]*?{HYPHEN}\s*(?:{any_word})", re.IGNORECASE)
    return some, *_by_level(starts)


def _by_level(starts: Mapping[str, str]) -> tuple[Patterns, Patterns]:
    """For each level how a heading ends: strictly with a full stop, loosely also without."""
    strict: Patterns = {}
    loose: Patterns = {}
    for name, start in starts.items():
        level = None if name == "article" else DivisionKind(name)
        strict[level] = re.compile(rf"{start}\s*(?:\.+|:|$)\s*", re.IGNORECASE)
        loose[level] = re.compile(rf"{start}\s*(?:\.+|:|(?=\s)|$)\s*", re.IGNORECASE)
    return strict, loose


_RU_HEADING, _RU_LEVELS, _RU_LOOSE = _word_first(
    section="раздел",
    subsection="подраздел",
    chapter="глава",
    paragraph="параграф",
    article="статья",
)
_RU = Vocabulary(
    heading=_RU_HEADING,
    levels=_RU_LEVELS,
    loose=_RU_LOOSE,
    contents_title=re.compile(r"^(?:оглавление|содержание)$", re.IGNORECASE),
    appendix=re.compile(rf"^приложение(?:\s+(?:№\s*)?(?P<number>{NUMBER}))?\b", re.IGNORECASE),
    approval=re.compile(r"^(?:утвержден[аоы]?|приложен[аоы])\b", re.IGNORECASE),
    of_the_act=re.compile(
        r"\bк\s+(?:настоящему\s+)?(?:\w+\s+)?"
        r"(?:указу|постановлению|приказу|закону|решению|распоряжению|кодексу)\b",
        re.IGNORECASE,
    ),
    footnote=re.compile(
        r"^(?:сноска\s*[.:]|примечание\s+(?:ИЗПИ|РЦПИ)\b"
        r"|примечание\.\s+см\.\s+(?:нормативн|постановлени)"
        r"|вниманию\s+пользователей)",
        re.IGNORECASE,
    ),
    notice=re.compile(r"^примечание\s+(?:ИЗПИ|РЦПИ)\b", re.IGNORECASE),
    legal_note=re.compile(r"^примечани[ея]\s*(?P<number>\d+)?\s*[.:]", re.IGNORECASE),
    signature=re.compile(
        r"^(?:президент|премьер-министр|председатель|министр|(?:и\.о\.\s+)?аким|секретарь)\b"
        r"(?:\s+\S+){0,4}$",
        re.IGNORECASE,
    ),
)

_KK_HEADING, _KK_LEVELS, _KK_LOOSE = _number_first(
    section="бөл[іi]м",
    subsection="к[іi]ш[іi]\\s+бөл[іi]м",
    chapter="тарау",
    paragraph="параграф",
    article="бап",
)
_KK = Vocabulary(
    heading=_KK_HEADING,
    levels=_KK_LEVELS,
    loose=_KK_LOOSE,
    contents_title=re.compile(r"^мазмұны?$", re.IGNORECASE),
    appendix=re.compile(
        rf"(?:^|\s)(?:(?P<number>{NUMBER})\s*{HYPHEN}\s*)?қосымша\s*$", re.IGNORECASE | re.MULTILINE
    ),
    approval=re.compile(r"\bбек[іi]т[іi]л(?:ген|д[іi])\b", re.IGNORECASE),
    of_the_act=re.compile(
        r"(?:жарлығына|қаулысына|бұйрығына|заңына|шеш[іi]м[іi]не|өк[іi]м[іi]не|кодекс[іi]не)\b",
        re.IGNORECASE,
    ),
    footnote=re.compile(
        r"^(?:ескерту\s*[.:]|(?:РҚАО|ЗҚАИ)-н[ыі]ң\s+ескерту[іi]|қолданушылардың\s+назарына)",
        re.IGNORECASE,
    ),
    notice=re.compile(r"^(?:РҚАО|ЗҚАИ)-н[ыі]ң\s+ескерту[іi]", re.IGNORECASE),
    legal_note=re.compile(r"^ескертпе(?:лер)?\s*(?P<number>\d+)?\s*[.:]", re.IGNORECASE),
    signature=re.compile(
        r"^(?:қазақстан\s+республикасының\s*)?(?:президент[іi]|премьер-министр[іi]|төрағасы"
        r"|министр[іi]|әк[іi]м[іi]|хатшысы)\b(?:\s+\S+){0,4}$"
        r"|^қазақстан\s+республикасының$",
        re.IGNORECASE,
    ),
)

_EN_HEADING, _EN_LEVELS, _EN_LOOSE = _word_first(
    section="section",
    subsection="subsection",
    chapter="chapter",
    paragraph="clause",
    article="article",
)
_EN = Vocabulary(
    heading=_EN_HEADING,
    levels=_EN_LEVELS,
    loose=_EN_LOOSE,
    contents_title=re.compile(r"^(?:table of )?contents$", re.IGNORECASE),
    appendix=re.compile(rf"^(?:annex|appendix)(?:\s+(?P<number>{NUMBER}))?\b", re.IGNORECASE),
    approval=re.compile(r"^approved\b", re.IGNORECASE),
    of_the_act=re.compile(
        r"\bto\s+the\s+(?:\w+\s+)?(?:decree|resolution|order|law|decision|code)\b", re.IGNORECASE
    ),
    footnote=re.compile(r"^footnote\s*[.:]", re.IGNORECASE),
    notice=re.compile(r"^note\s+of\s+the\s+(?:ILLI|RCLI)\b", re.IGNORECASE),
    legal_note=re.compile(r"^notes?\s*[.:]", re.IGNORECASE),
    signature=re.compile(
        r"^(?:the\s+)?(?:president|prime\s+minister|chairman|minister|akim)\b(?:\s+\S+){0,5}$",
        re.IGNORECASE,
    ),
)

VOCABULARIES: Mapping[Language, Vocabulary] = {
    Language.RU: _RU,
    Language.KK: _KK,
    Language.EN: _EN,
}

CONTENTS_END = re.compile(r"^[яЯ]{2,}$")
"""The mark with which older editions close the table of contents they repeat in the text."""
