"""An act about a meadow in three editions, with every kind of change: all words are our own."""

from __future__ import annotations

from corpus.law import Edition, Footnote, Holding, HoldingKind
from tests.api.law import HOSTILE, article, chapter, edition, point, subpoint, table

MEADOW = "Z9900000001"
TITLE = "О луге (пересказ)"

MOWING = "Луг косят после того, как отцветёт клевер и улетят птенцы."
GUARD = "Сторож обходит луг на рассвете и записывает, кто там был ночью."
BRIDGE = "Мост через ручей чинят всем селом в первое воскресенье мая."
HAY = "Сено делят поровну между дворами, которые вышли на покос с утра."
IMAGE = '"><img src=x onerror=alert(1)>'
BY_LAW = "Сноска. Статья 4 в редакции Закона РК от 01.02.2005 № 11."

OLDEST = edition(
    MEADOW,
    "2001-01-01",
    chapter("1", "Покос"),
    article(
        "1",
        "Когда косят",
        point("1", MOWING),
        point("2", "День назначает сход."),
        divisions=("ch_1",),
    ),
    article("2", "Чем косят", point("1", 'Косят "литовкой".'), divisions=("ch_1",)),
    article("3", "Кто сторожит", point("1", GUARD), point("2", HAY), divisions=("ch_1",)),
    article("4", "Мост", point("1", "Мост держат в порядке."), divisions=("ch_1",)),
    article("5", "Лишняя", point("1", "Этого больше нет."), divisions=("ch_1",)),
    article(
        "6",
        "Порядок",
        point("1", BRIDGE),
        *[point(str(n), f"Правило {n} остаётся.") for n in range(2, 6)],
        point("6", "Спор решает староста."),
        divisions=("ch_1",),
    ),
    article("7", "Таблица", table(("Трава", "Срок"), ("Клевер", "июнь")), divisions=("ch_1",)),
    title=TITLE,
)
NEWER = edition(
    MEADOW,
    "2005-02-01",
    chapter("1", "Покос и сено"),
    article(
        "1",
        "Когда косят",
        point("1", MOWING),
        point("2", "День назначает сход."),
        divisions=("ch_1",),
    ),
    article("2", "Чем косят", point("1", "Косят «литовкой»."), divisions=("ch_1",)),
    article("3", "Кто сторожит", point("1", GUARD), divisions=("ch_1",)),
    article(
        "4",
        "Мост",
        point("1", "Мост держит в порядке староста."),
        point("2", HAY),
        Footnote(BY_LAW),
        divisions=("ch_1",),
    ),
    article(
        "6",
        "Порядок",
        *[point(str(n), f"Правило {n} остаётся.") for n in range(2, 6)],
        point("6", "Спор решает сход."),
        point("7", BRIDGE),
        divisions=("ch_1",),
    ),
    article("7", "Таблица", table(("Трава", "Срок"), ("Клевер", "июль")), divisions=("ch_1",)),
    article(
        "8",
        "Новая",
        point("1", "Пчёл ставят за ручьём."),
        subpoint("1", "1", "весной;"),
        divisions=("ch_1",),
    ),
    title=TITLE,
)
PART = edition(
    MEADOW,
    "2010-03-03",
    article("8", "Новая", point("1", "Пчёл ставят у леса."), divisions=()),
    title=TITLE,
    holding=Holding(HoldingKind.PARTS, ("art_8",)),
)
MEADOWS: tuple[Edition, ...] = (OLDEST, NEWER, PART)

HOSTILE_ACT = "Z9900000002"
_EVIL = f"{HOSTILE} {IMAGE}"
HOSTILES: tuple[Edition, ...] = tuple(
    edition(
        HOSTILE_ACT,
        label,
        chapter("1", f"{HOSTILE} {word}"),
        article(
            "1",
            f"{_EVIL} {word}",
            point("1", f"{_EVIL} прежние слова, {word}, и ещё слова."),
            point("2", f"{_EVIL} {word * 3}"),
            table((_EVIL, word), (IMAGE, IMAGE)),
            divisions=("ch_1",),
        ),
        *([article("2", _EVIL, point("1", _EVIL), divisions=("ch_1",))] if word == "один" else []),
        article("3", _EVIL, point("1", _EVIL), point("2", _EVIL), divisions=("ch_1",)),
        title=_EVIL,
        cause=_EVIL,
    )
    for label, word in (("2001-01-01", "один"), ("2002-02-02", "другой"))
)
