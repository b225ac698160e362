"""Acts and articles of our own for the tests on citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.citations.acts import ActName, ActRegister, CitableAct
from corpus.law import Article, ArticleKind, Block, BlockKind, Language

RU, KK, EN = Language.RU, Language.KK, Language.EN

GARDENS = CitableAct(
    "Z010000148_",
    "law",
    "148-II",
    date(2001, 1, 23),
    7966,
    (
        ActName("О садах и самоуправлении садоводов", RU),
        ActName("Бақтар және бағбандардың өзін-өзі басқаруы туралы", KK),
        ActName("On Gardens and Self-Government of Gardeners", EN),
        ActName("Закон о садах", RU),
        ActName("О фруктовых посадках", RU, former=True),
    ),
)
ELECTIONS = CitableAct(
    "Z950002464_",
    "constitutional law",
    "2464",
    date(1995, 9, 28),
    4,
    (
        ActName("О выборах садовника", RU),
        ActName("Бағбанды сайлау туралы", KK),
        ActName("On Elections of the Gardener", EN),
        ActName("Закон о выборах", RU),
        ActName("Сайлау туралы заң", KK),
    ),
)
RULES = CitableAct(
    "U040001484_",
    "presidential decree",
    "1484",
    date(2004, 12, 6),
    names=(
        ActName("О выборах сторожа в малых садах", RU),
        ActName("Правила № 1484", RU, keys=("app_1",)),
        ActName("№ 1484 Қағидалар", KK, keys=("app_1",)),
    ),
)
CODE = CitableAct("K1500000377", "code", "377-V", date(2015, 10, 31), names=(
    ActName("Кодекс об орудиях труда", RU),
))  # fmt: skip
AMENDING = CitableAct("Z2100000041", "law", "41-VII", date(2021, 5, 24), held=False)
NAMESAKE = CitableAct("P000000041_", "government resolution", "41", date(2000, 1, 10), held=False)
IN_PART = (ELECTIONS.ngr,)
ACTS = (GARDENS, ELECTIONS, RULES, CODE, AMENDING, NAMESAKE)

KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    GARDENS.ngr: {
        "preamble": (),
        "art_1": ("ch_1",),
        "art_5": ("ch_1",),
        "art_36": ("ch_3",),
        "art_36-1": ("ch_3",),
    },
    ELECTIONS.ngr: {
        "art_1": ("sec_1", "ch_1"),
        "art_5": ("sec_1", "ch_1"),
        "art_113-3": ("sec_2", "ch_13-1"),
    },
    RULES.ngr: {
        "preamble": (),
        "p_1": (),
        "app_1__preamble": ("app_1",),
        "app_1__p_1": ("app_1", "app_1__ch_1"),
        "app_1__p_18": ("app_1", "app_1__ch_2"),
        "app_2__text": ("app_2",),
    },
    CODE.ngr: {"art_19": ()},
}


class Held:
    """The articles above, as if they were held."""

    def keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        return KEYS.get(ngr, {})

    def holders(self, unit: str) -> Sequence[tuple[str, str]]:
        return [
            (ngr, key)
            for ngr, keys in sorted(KEYS.items())
            for key in keys
            if key == unit or key.endswith(f"__{unit}")
        ]

    def may_have(self, unit: str) -> Sequence[str]:
        return [ngr for ngr in IN_PART if unit.startswith("art_") and unit not in KEYS[ngr]]


def register() -> ActRegister:
    return ActRegister(ACTS)


def part(text: str, key: str = "part_1") -> Block:
    return Block(BlockKind.PART, text, key=key)


def indent(text: str, key: str) -> Block:
    return Block(BlockKind.INDENT, text, key=key)


def point(number: str, text: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}")


def subpoint(number: str, text: str, outer: str = "") -> Block:
    key = f"p_{outer}__sp_{number}" if outer else f"sp_{number}"
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", key)


def note(text: str, key: str = "note_1") -> Block:
    return Block(BlockKind.NOTE, text, key=key)


def article(*blocks: Block, key: str = "art_5", heading: str = "О яблонях") -> Article:
    return Article(ArticleKind.ARTICLE, key, "5", "Статья 5.", heading, blocks)
