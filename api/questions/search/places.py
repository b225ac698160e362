"""Where in an act a hit stands, as printed labels: «ст. 36 › п. 2 › пп. 1)»."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.addresses import UnitKind
from corpus.keys import SEPARATOR
from corpus.law import Language

BETWEEN = " › "
_LABELS: Mapping[Language, Mapping[str, str]] = {
    Language.RU: {
        UnitKind.APPENDIX: "прил. {}",
        UnitKind.PREAMBLE: "преамбула",
        UnitKind.ARTICLE: "ст. {}",
        UnitKind.POINT: "п. {}",
        UnitKind.SUBPOINT: "пп. {})",
    },
    Language.KK: {
        UnitKind.APPENDIX: "{}-қосымша",
        UnitKind.PREAMBLE: "кіріспе",
        UnitKind.ARTICLE: "{}-бап",
        UnitKind.POINT: "{}-тармақ",
        UnitKind.SUBPOINT: "{}) тармақша",
    },
    Language.EN: {
        UnitKind.APPENDIX: "annex {}",
        UnitKind.PREAMBLE: "preamble",
        UnitKind.ARTICLE: "art. {}",
        UnitKind.POINT: "para. {}",
        UnitKind.SUBPOINT: "subpara. {})",
    },
}


def place_label(key: str, place: str, language: Language) -> str:
    """An article by its key and the place of a block inside, in a text's language.

    Told as far as units with numbers of their own go: keys count parts and indents in another way
    than lawyers do, so those are left out. Empty where nothing is left.
    """
    labels = _LABELS[language]
    told = []
    for part in (*key.split(SEPARATOR), *(place.split(SEPARATOR) if place else ())):
        prefix, _, number = part.partition("_")
        if prefix not in labels:
            break
        told.append(labels[prefix].format(number).strip(" -"))
    return BETWEEN.join(told)
