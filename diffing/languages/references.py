"""References to units of a law, and numbers of documents, in Russian and Kazakh texts.

Russian names the unit before its numbers («статьями 32 и 36», «части второй») or after an ordinal
(«первой части»), Kazakh behind them («32 және 36-баптарына», «екінші бөлігі»).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.keys import arabic
from corpus.law import Language
from diffing.languages import numerals_kk, numerals_ru, vocabulary_kk, vocabulary_ru
from diffing.languages.readings import Reading, ReadingKind
from diffing.languages.tokens import LETTER, ReadText

_NOUN = "(?:|а|у|ом|ем|е|ы|ов|ев|ам|ами|ах)"
_NEUTER = "(?:е|я|ю|ем|и|й|ям|ями|ях)"
_FEMININE = "(?:|а|ы|е|у|ой|ам|ами|ах)"
_RUSSIAN = {
    "subpoint": ("подпункт", _NOUN, ("подп.", "пп.")),
    "point": ("пункт", _NOUN, ("п.",)),
    "article": ("стат", "(?:ья|ьи|ье|ью|ьей|ей|ьям|ьями|ьях)", ("ст.",)),
    "part": ("част", "(?:ь|и|ью|ей|ям|ями|ях)", ("ч.",)),
    "indent": ("абзац", _NOUN, ("абз.",)),
    "sentence": ("предложени", _NEUTER, ()),
    "chapter": ("глав", _FEMININE, ("гл.",)),
    "subsection": ("подраздел", _NOUN, ()),
    "section": ("раздел", _NOUN, ()),
    "paragraph": ("параграф", _NOUN, ()),
    "appendix": ("приложени", _NEUTER, ()),
    "column": ("граф", _FEMININE, ()),
}
"""The units' names: stem, endings, abbreviations. What holds another's name comes before it."""
_KAZAKH = {
    "subpoint": ("тармақша",),
    "point": ("тармақ", "тармағ"),
    "article": ("бап", "баб"),
    "part": ("бөлік", "бөліг"),
    "indent": ("абзац", "азат жол"),
    "sentence": ("сөйлем",),
    "chapter": ("тарау",),
    "subsection": ("кіші бөлім",),
    "section": ("бөлім",),
    "paragraph": ("параграф",),
    "appendix": ("қосымша",),
    "column": ("баған",),
    "item": ("құжат",),
}
"""The units' stems; any ending may follow."""
_NAMED_BY_ORDINALS = frozenset({"part", "indent", "sentence", "point", "section", "subpoint"})
_NEVER_IN_FIGURES = frozenset({"sentence"})
"""«По предложению 5 депутатов» is a proposal."""
_ORDINAL_BEFORE = ("part", "indent", "sentence", "section")
"""Units that Russian also names so: «первой части»."""
_MOST_ITEMS = 40
"""Of one list: what has no end is no reference, and must not be looked at again and again."""
# Possessive: «1-2-3» is one item and never a list, however the rest fails.
_ITEM = r"(?:\d{1,4}+(?:-\d{1,3}+){0,3}+(?![\d.,]\d)|[ivxіх]{1,8}+\b)"
_ITEMS = {
    "appendix": rf"(?:№\s*)?{_ITEM}",
    "subpoint": rf"{_ITEM}(?:\s?\))?",
    "point": rf"{_ITEM}(?:\s?\))?",
}
_DASH = r"(?:\s+-\s*|-\s+|(?<=\))-)"
"""Of «2 - 5», «1)-3)»; without spaces it belongs to the number."""
_JOINT = {
    Language.RU: rf"(?:\s*[,;]\s*|\s*,?\s+(?:и|или|либо|а\s+также)\s+|{_DASH})",
    Language.KK: rf"(?:\s*[,;]\s*|\s*,?\s+(?:және|мен|бен|пен|немесе|не)\s+|{_DASH})",
}
_ORDINAL = {
    Language.RU: rf"(?:(?:двадцать|тридцать)\s+)?{vocabulary_ru.ORDINAL}",
    Language.KK: rf"(?:(?:(?:он|жиырма|отыз)\s+)?{vocabulary_kk.ORDINAL}|\d{{1,2}}-[ыі]?н?ш[ыі])",
}
_NO_TERM = r"(?!\s*(?:дн|сут|год|лет|месяц|час|процент|%|тенге|раз\b|рабоч|календар))"
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,3})*|[ivxіх]+")
_RUN = re.compile(r"(?P<first>\d+(?:-\d+)?)\s*\)?\s*-\s*(?P<last>\d+)\s*\)?")
_SHARE_BEFORE = re.compile(r"(?<!\w)(?:одн|дв[еу]|тр[ие]|четыр|пят[ьи])[а-я]*\s+$")
"""«Одной третьей части» is a fraction."""
_LONGEST_SHARE_WORD = 20
_DOCUMENT = re.compile(
    r"(?:№|\bn)\s*(?P<number>\d+(?:/\d+)*)(?:-?[ivxіх]+\b|-[\w-]+)?(?:\s*(?:зрк|қрз)\b)?"
)


@dataclass(frozen=True)
class _Form:
    """One way to refer to a unit. A text without one of the `hints` has none."""

    unit: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    by_ordinals: bool


def _russian() -> Iterator[_Form]:
    language = Language.RU
    for unit, (stem, endings, short) in _RUSSIAN.items():
        names = "|".join([stem + endings, *map(re.escape, short)])
        before = rf"(?<!\w)(?:{names})(?:(?<=\.)\s*|\s+)"
        for item, by_ordinals in _items(unit, language):
            pattern = re.compile(rf"{before}{_list(item, language)}(?!\w|\.\d){_NO_TERM}")
            yield _Form(unit, pattern, (stem, *short), by_ordinals)
    for unit in _ORDINAL_BEFORE:  # last: «абзаце втором части первой» names no second part
        stem, endings, _ = _RUSSIAN[unit]
        items = _list(_ORDINAL[language], language)
        pattern = re.compile(rf"(?<!\w){items}\s+{stem}{endings}(?!\w)")
        yield _Form(unit, pattern, (stem,), by_ordinals=True)


def _kazakh() -> Iterator[_Form]:
    language = Language.KK
    for unit, stems in _KAZAKH.items():
        names = "|".join(stem.replace(" ", r"\s+") for stem in stems)
        for item, by_ordinals in _items(unit, language):
            joint = r"\s+" if by_ordinals else r"\s*-?\s*"
            items = rf"(?<![\w№-])(?<!№ ){_list(item, language)}"
            pattern = re.compile(rf"{items}{joint}(?:{names}){LETTER}*(?!\w)")
            yield _Form(unit, pattern, tuple(stem.split()[0] for stem in stems), by_ordinals)


def _items(unit: str, language: Language) -> Iterator[tuple[str, bool]]:
    """How a unit's numbers are written, and whether in ordinals."""
    if unit not in _NEVER_IN_FIGURES:
        yield _ITEMS.get(unit, _ITEM), False
    if unit in _NAMED_BY_ORDINALS:
        yield _ORDINAL[language], True


def _list(item: str, language: Language) -> str:
    return rf"(?P<items>{item}(?:{_JOINT[language]}{item}){{0,{_MOST_ITEMS}}})"


_FORMS = {Language.RU: tuple(_russian()), Language.KK: tuple(_kazakh())}
Reader = Callable[[ReadText, re.Match[str]], Iterator[Reading]]


def references(text: ReadText, language: Language) -> tuple[list[Reading], ReadText]:
    """The references of a text, and the text without them."""
    readings: list[Reading] = []
    for form in _FORMS[language]:
        if any(hint in text.left for hint in form.hints):
            read = _ordinals_reader(form.unit, language) if form.by_ordinals else _reader(form.unit)
            found, text = text.take(form.pattern, read)
            readings += found
    return readings, text


def documents(text: ReadText) -> tuple[list[Reading], ReadText]:
    """The numbers of documents («№ 86», «N 2464-I»), and the text without them.

    The convocation («41-VII») is left out: an act is the same with it or without it.
    """

    def read(text: ReadText, found: re.Match[str]) -> Iterator[Reading]:
        words = text.words(found.start(), found.end())
        yield Reading(ReadingKind.DOCUMENT, "number", found["number"], words, found.start())

    return text.take(_DOCUMENT, read)


def _reader(unit: str) -> Reader:
    def read(text: ReadText, found: re.Match[str]) -> Iterator[Reading]:
        words = text.words(found.start(), found.end())
        for value in _numbers(found["items"]):
            yield Reading(ReadingKind.REFERENCE, unit, value, words, found.start())

    return read


def _numbers(items: str) -> Iterator[str]:
    """The numbers of a list; a run («2 - 5», «1) - 3)») is one value: `2-5`."""
    at = 0
    while found := _NUMBER.search(items, at):
        run = _RUN.match(items, found.start())
        yield f"{run['first']}-{run['last']}" if run else arabic(found.group())
        at = run.end() if run else found.end()


def _ordinals_reader(unit: str, language: Language) -> Reader:
    number_at = numerals_ru.number_at if language is Language.RU else numerals_kk.number_at

    def read(text: ReadText, found: re.Match[str]) -> Iterator[Reading]:
        before = max(0, found.start() - _LONGEST_SHARE_WORD)
        if _SHARE_BEFORE.search(text.left, before, found.start()):
            return
        words = text.words(found.start(), found.end())
        tokens = ReadText(found["items"], found["items"]).tokens
        at = 0
        while at < len(tokens):
            number = number_at(tokens, at)
            if number:
                value = str(number.value)
                yield Reading(ReadingKind.REFERENCE, unit, value, words, found.start())
            at = number.end if number else at + 1

    return read
