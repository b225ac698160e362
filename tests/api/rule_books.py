"""Rule books of three regimes in a few words of our own, under the real acts' numbers."""

from __future__ import annotations

from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Edition,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)
from tests.api.law import article, chapter, edition, point

FIRST, SECOND, ELECTIONS, LOCAL = "U040001484_", "U1300000555", "Z950002464_", "Z010000148_"

POND = "Воду из пруда берут по очереди, список которой висит у колодца."
GATE = "Сторож запирает ворота сада на ночь и ведёт журнал посещений."
BEES = "Пчеловод ставит ульи не ближе двухсот шагов от тропы."
OPENS = "Выдвижение открывается за сорок пять дней до выборов."
OPENS_LATER = "Выдвижение открывается за тридцать дней до выборов."
COUNT = "Счётная комиссия объявляет итог в тот же день."


def rules(ngr: str, label: str, *texts: str, language: Language = Language.RU) -> Edition:
    """A decree's appendix of points, numbered from one; an empty text is no point."""
    appendix = Division(DivisionKind.APPENDIX, "app_1", "1", "Правила", "Приложение 1. Правила")
    numbered = [
        Article(
            ArticleKind.POINT,
            f"app_1__p_{number}",
            str(number),
            f"{number}.",
            body=(Block(BlockKind.PART, text, key="part_1"),),
            divisions=("app_1",),
        )
        for number, text in enumerate(texts, 1)
        if text
    ]
    title = f"Правила сада {ngr} (пересказ)"
    return edition(ngr, label, appendix, *numbered, title=title, language=language)


def elections(label: str, *content: Content, holding: Holding = WHOLE) -> Edition:
    return edition(ELECTIONS, label, *content, title="О выборах (пересказ)", holding=holding)


CHAPTER = Holding(HoldingKind.PARTS, ("ch_13-1", "art_9"))
# Points 34 and 15 are a lawyer's pair in corpus/correspondences.toml, quotes included.
EDITIONS = (
    rules(FIRST, "2005-07-08", POND, GATE, *[""] * 31, OPENS),
    rules(SECOND, "2013-04-24", GATE.replace("на ночь", "на зиму"), BEES, *[""] * 12, OPENS_LATER),
    elections(
        "2022-02-07",
        chapter("13-1", "Выборы акимов"),
        article("9", "Очередь", point("1", POND), point("2", "Зимой пруд закрыт."), divisions=()),
        article("113-1", "Сад", point("1", BEES), point("2", COUNT), divisions=("ch_13-1",)),
        article("113-2", "Пусто", Footnote("Сноска. Исключена."), divisions=("ch_13-1",)),
        holding=CHAPTER,
    ),
)

# Of two equal rules on the right nobody can tell which one is meant: both pairs are possible.
TWINS = (
    rules(FIRST, "2005-07-08", POND, GATE),
    rules(SECOND, "2013-04-24", POND, GATE, BEES, POND),
)
