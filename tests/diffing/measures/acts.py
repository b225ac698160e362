"""Small acts through time, in our own words, for the tests of measures."""

from __future__ import annotations

from corpus.law import (
    WHOLE,
    Article,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)
from corpus.store.windows import Timeline
from diffing.measures.measure import ActMeasures, measure
from tests.diffing.making import article, edition

NGR = "Z010000148_"

GARDEN = article("1", "Деревья сажают весной у дороги.")
WATER = article("2", "Поливают вечером.")
WATER_AMENDED = article("2", "Поливают утром.")
FENCE = article("3", "Забор красят раз в год.")
GONE = article("3", Footnote("Сноска. Статья 3 исключена Законом № 1."))
HARVEST = article("4", "Урожай делят поровну между соседями.")

CHAPTER = Division(DivisionKind.CHAPTER, "ch_1", "1", "О саде", "Глава 1. О саде")


def dated(label: str, *content: Content, holding: Holding = WHOLE) -> Edition:
    """An edition of the act about gardens."""
    return edition(*content, label=label, ngr=NGR, holding=holding)


def parts(*keys: str) -> Holding:
    return Holding(HoldingKind.PARTS, keys)


def timeline(*editions: Edition, missing: tuple[str, ...] = (), repealed: str = "") -> Timeline:
    """The editions held, and the labels that a registry's list names besides."""
    return Timeline(
        NGR,
        Language.RU,
        tuple(one.label for one in editions),
        tuple((EditionLabel.parse(label), "adilet") for label in missing),
        EditionLabel.parse(repealed).first_day if repealed else None,
    )


def measured(*editions: Edition, missing: tuple[str, ...] = (), repealed: str = "") -> ActMeasures:
    return measure(editions, timeline(*editions, missing=missing, repealed=repealed))


def four_editions() -> tuple[Edition, ...]:
    """Added, amended, repealed, restored: each once or more."""
    return (
        dated("2001-01-01", CHAPTER, GARDEN, WATER, FENCE),
        dated("2002-01-01", CHAPTER, GARDEN, WATER_AMENDED, FENCE, HARVEST),
        dated("2004-01-01", CHAPTER, GARDEN, WATER_AMENDED, GONE, HARVEST),
        dated("2008-01-01", CHAPTER, GARDEN, WATER, FENCE, HARVEST),
    )


def plain(number: int, text: str) -> Article:
    return article(str(number), text)
