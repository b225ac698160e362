"""What the units are called in Russian, Kazakh and English, in all their forms.

Sources: Law on Legal Acts, article 23, and the registries' own translations; abbreviations are
those of legal writing. «Пп.» is a subpoint: so the registry's notes and Kazakh practice have it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.addresses.tokens import Token, TokenKind
from corpus.addresses.units import UnitKind
from corpus.law import Language

_MASCULINE = ("", "а", "у", "ом", "ем", "е"), ("ы", "ов", "ев", "ам", "ами", "ах")
_NEUTER = ("е", "я", "ю", "ем", "и"), ("й", "ям", "ями", "ях")
_SOFT = ("ь", "и", "ью"), ("ей", "ям", "ями", "ях")
_RUSSIAN: dict[UnitKind, tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    UnitKind.SUBPOINT: ("подпункт", *_MASCULINE, ("подп", "пп", "подпп", "п/п")),
    UnitKind.POINT: ("пункт", *_MASCULINE, ("п",)),
    UnitKind.ARTICLE: ("стат", ("ья", "ьи", "ье", "ью", "ьей", "ьею"), ("ей", "ьям", "ьями", "ьях"),
                       ("ст", "стст")),
    UnitKind.PART: ("част", *_SOFT, ("ч", "чч")),
    UnitKind.INDENT: ("абзац", *_MASCULINE, ("абз", "абзз")),
    UnitKind.SENTENCE: ("предложени", *_NEUTER, ("предл",)),
    UnitKind.CHAPTER: ("глав", ("а", "ы", "е", "у", "ой"), ("", "ам", "ами", "ах"), ("гл",)),
    UnitKind.SUBSECTION: ("подраздел", *_MASCULINE, ("подразд",)),
    UnitKind.SECTION: ("раздел", *_MASCULINE, ("разд",)),
    UnitKind.PARAGRAPH: ("параграф", *_MASCULINE, ("§",)),
    UnitKind.APPENDIX: ("приложени", *_NEUTER, ("прил",)),
    UnitKind.NOTE: ("примечани", *_NEUTER, ("прим",)),
    UnitKind.HEADING: ("заголов", ("ок", "ка", "ку", "ком", "ке"), ("ки", "ков", "ками"), ()),
    UnitKind.PREAMBLE: ("преамбул", ("а", "ы", "е", "у", "ой"), (), ()),
}  # fmt: skip
"""The stem, the endings of one, those that only several have, abbreviations."""
_RUSSIAN_MORE = {
    "статей": UnitKind.ARTICLE,
    "наименование": UnitKind.HEADING,
    "наименовании": UnitKind.HEADING,
    "наименованию": UnitKind.HEADING,
    "наименованием": UnitKind.HEADING,
    "наименования": UnitKind.HEADING,
}
_GENITIVE = frozenset(
    {"статьи", "пункта", "подпункта", "части", "абзаца", "главы", "раздела", "подраздела",
     "параграфа", "приложения", "преамбулы", "статей", "пунктов", "подпунктов", "абзацев",
     "предложения", "примечания"}
)  # fmt: skip
_KAZAKH = {
    UnitKind.SUBPOINT: "тармақша",
    UnitKind.POINT: "тармақ|тармағ",
    UnitKind.ARTICLE: "бап|баб",
    UnitKind.PART: "бөлік|бөліг",
    UnitKind.INDENT: "абзац|азатжол",
    UnitKind.SENTENCE: "сөйлем",
    UnitKind.CHAPTER: "тарау",
    UnitKind.SUBSECTION: "кішібөлім",
    UnitKind.SECTION: "бөлім",
    UnitKind.PARAGRAPH: "параграф",
    UnitKind.APPENDIX: "қосымша",
    UnitKind.NOTE: "ескертпе",
    UnitKind.HEADING: "тақырып|тақырыб",
    UnitKind.PREAMBLE: "кіріспе|преамбула",
}
_KAZAKH_OF_TWO = {("азат", "жол"), ("кіші", "бөлім")}
_KAZAKH_PLURAL = "(?P<plural>тар|лар|дар|тер|лер|дер)?"
_KAZAKH_ENDING = (
    "(?:сы|сі|ы|і)?(?:"
    "(?:н|д|т)?(?:ың|ің)|н?(?:а|е|ға|ге|қа|ке)|(?:н|д|т)(?:ы|і)|н"
    "|н?(?:да|де|та|те)(?:ғы|гі)?|(?:н|д|т)(?:ан|ен)|мен|бен|пен"
    ")?"
)
_KAZAKH_FORMS = {
    kind: re.compile(f"(?:{stems}){_KAZAKH_PLURAL}{_KAZAKH_ENDING}")
    for kind, stems in _KAZAKH.items()
}
_ENGLISH = {
    UnitKind.SUBPOINT: ("subparagraph subpoint subitem subclause", "subpara subparas"),
    UnitKind.POINT: ("paragraph point item clause", "para paras pt pts"),
    UnitKind.ARTICLE: ("article", "art arts"),
    UnitKind.PART: ("part", ""),
    UnitKind.INDENT: ("indent", ""),
    UnitKind.SENTENCE: ("sentence", ""),
    UnitKind.CHAPTER: ("chapter", "ch chs chap"),
    UnitKind.SUBSECTION: ("subsection", ""),
    UnitKind.SECTION: ("section", "sec secs"),
    UnitKind.APPENDIX: ("annex appendix", "app"),
    UnitKind.NOTE: ("note", ""),
    UnitKind.HEADING: ("heading title", ""),
    UnitKind.PREAMBLE: ("preamble", ""),
}


@dataclass(frozen=True)
class Name:
    """A unit's name in a text, and the index of the first token behind it.

    `plural` is true where only several units are called so («пункты», «пункттер»).
    """

    kind: UnitKind
    end: int
    plural: bool = False
    short: bool = False
    genitive: bool = False


def name_at(tokens: Sequence[Token], at: int, language: Language) -> Name | None:
    """The unit's name that begins at a token; None if none does."""
    token = tokens[at]
    if token.is_sign("§"):
        return Name(UnitKind.PARAGRAPH, at + 1, short=True)
    if token.kind is not TokenKind.WORD:
        return None
    match language:
        case Language.RU:
            return _abbreviation(tokens, at, _russian()) or _plain(_russian(), token.text, at)
        case Language.EN:
            parts = [one.text for one in tokens[at : at + 3]]
            if parts[:2] == ["sub", "-"]:
                return _plain(_english(), "".join(parts), at + 2)
            return _abbreviation(tokens, at, _english()) or _plain(_english(), token.text, at)
        case Language.KK:
            return _kazakh_at(tokens, at)


def _plain(names: dict[str, Name], word: str, at: int) -> Name | None:
    found = names.get(word)
    if found is None or found.short:
        return None
    return Name(found.kind, at + 1, found.plural, genitive=found.genitive)


def _abbreviation(tokens: Sequence[Token], at: int, names: dict[str, Name]) -> Name | None:
    """«Ст.», «ст. ст.», «п/п»; a letter alone is one only with its full stop or before a number."""
    word, end = tokens[at].text, at + 1
    if word == "п" and [token.text for token in tokens[at + 1 : at + 3]] in (
        ["/", "п"],
        [".", "п"],
    ):
        word, end = "пп", at + 3
    found = names.get(word)
    if found is None or not found.short:
        return None
    if end < len(tokens) and tokens[end].is_sign(".") and not tokens[end].spaced:
        end += 1
        again = tokens[end : end + 2]  # «ст. ст. 5, 6»
        if [token.text for token in again] == [tokens[at].text, "."]:
            return Name(found.kind, end + 2, plural=True, short=True)
    elif end < len(tokens) and tokens[end].kind is not TokenKind.NUMBER:
        return None
    return Name(found.kind, end, found.plural, short=True)


def _kazakh_at(tokens: Sequence[Token], at: int) -> Name | None:
    word, end = tokens[at].text, at + 1
    if end < len(tokens) and any(
        word == first and tokens[end].text.startswith(second) for first, second in _KAZAKH_OF_TWO
    ):
        word, end = word + tokens[end].text, end + 1
    found = _kazakh(word)
    return found and Name(found.kind, end, found.plural)


@lru_cache(maxsize=4096)
def _kazakh(word: str) -> Name | None:
    for kind, pattern in _KAZAKH_FORMS.items():
        if found := pattern.fullmatch(word):
            return Name(kind, 0, plural=bool(found["plural"]))
    return None


@cache
def _russian() -> dict[str, Name]:
    names = {word: Name(kind, 0) for word, kind in _RUSSIAN_MORE.items()}
    for kind, (stem, one, several, short) in _RUSSIAN.items():
        for endings, plural in ((one, False), (several, True)):
            for ending in endings:
                word = stem + ending
                names[word] = Name(kind, 0, plural, genitive=word in _GENITIVE)
        names |= {word: Name(kind, 0, short=True) for word in short}
    return names


@cache
def _english() -> dict[str, Name]:
    names: dict[str, Name] = {}
    for kind, (words, short) in _ENGLISH.items():
        for word in words.split():
            for written in {word, word.replace("sub", "sub-", 1)}:
                names[written] = Name(kind, 0)
                names[f"{written}s"] = Name(kind, 0, plural=True)
        names |= {word: Name(kind, 0, short=True) for word in short.split()}
    names["annexes"] = names["appendices"] = Name(UnitKind.APPENDIX, 0, plural=True)
    return names
