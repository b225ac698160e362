"""What a paragraph of an amending act says by set words, quotations left out."""

from __future__ import annotations

import re

from corpus.addresses import Unit, UnitKind, addresses_in
from corpus.instructions.operations import Path
from corpus.instructions.scopes import APPROVED
from corpus.law import Language

_OTHER_LANGUAGE = {
    Language.RU: re.compile(r"текст\w*\s+на\s+русском\s+языке\s+не\s+(?:из)?меня", re.IGNORECASE),
    Language.KK: re.compile(
        r"(?:қазақ\s+тіліндегі|мемлекеттік\s+тіл(?:ін)?дегі)\s+мәтін\w*\s+өзгер(?:мейді|тілмейді|"
        r"іссіз)",
        re.IGNORECASE,
    ),
}
_APPROVED = {
    Language.RU: re.compile(
        r"^во?\s.*\bутвержденн\w+\s+(?P<by>[^,:]*?)(?:к\s+)?"
        r"(?:указанн|назван|выше\w+|данн|эт)\w*\s+\w+:$",
        re.IGNORECASE | re.DOTALL,
    ),
    Language.KK: re.compile(
        r"^(?:жоғарыда\s+)?(?:көрсетілген|аталған|осы)\s+\w+\s+(?P<by>[^,:]*?)бекітілген\b.*:$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_ENACTING = re.compile(
    r"\b(?:постановля|қаулы\s+етед|қаулы\s+етем|приказыва|бұйырам|решил|шешті|шешім\s+қабылда)"
    r"\w*\s*:?\s*$",
    re.IGNORECASE,
)
_ORDERS = {
    Language.RU: re.compile(
        r"\b(?:изложить\s+в|заменить\s+(?:соответственно\s+)?(?:на\s|слов|цифр|строк|числ)"
        r"|дополнить\s+(?:нов\w+\s+)?(?:слов|цифр|строк|пункт|подпункт|абзац|част|стать|глав|разд"
        r"|предложени|приложени|параграф)|исключить\s*[;.]?$|считать\s+(?:соответственно\s+)?"
        r"(?:пункт|подпункт|част|абзац|стать))",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"(?:жазылсын|толықтырылсын|ауыстырылсын|өзгертілсін|алын?ып\s+тас?талсын|алып\s+тасталсын"
        r"|деп\s+есептелсін|қалдырылсын)\s*[;.:]?$",
        re.IGNORECASE,
    ),
}
_SUSPENDS = {
    Language.RU: re.compile(
        r"^(?:\S+\s+)?приостановить\b|\bдейству[ею]т\s+до\s+\d|\bраспространя[ею]тся\s+на\s+"
        r"(?:право)?отношения",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"тоқтатыла\s+тұрсын|дейін\s+(?:қолданыста\s+болады|қолданылады)|қатынастарға\s+қолданылады",
        re.IGNORECASE,
    ),
}


def enacts(words: str) -> bool:
    """Whether a paragraph ends in enacting words: «ПОСТАНОВЛЯЕТ:», «ШЕШТІ:»."""
    return bool(_ENACTING.search(words))


def approved_path(own: str, language: Language) -> Path | None:
    """The appendix of «в Правилах …, утвержденных указанным постановлением:»; None: no such words.

    «утвержденных приложением 1 к указанному приказу» is appendix 1.
    """
    found = _APPROVED[language].match(own)
    if found is None:
        return None
    told = addresses_in(found["by"], language)
    if not told and not found["by"].strip():
        return (APPROVED,)
    if len(told) != 1 or [unit.kind for unit in told[0].units] != [UnitKind.APPENDIX]:
        return None
    return (Unit(UnitKind.APPENDIX, told[0].units[0].number),)


def leaves_text(own: str, language: Language) -> bool:
    """Whether only the text in the other language changes."""
    return bool(_OTHER_LANGUAGE[language].search(own))


def orders(own: str, language: Language) -> bool:
    """Whether a paragraph has an instruction's verb: then it is no mere provision."""
    return bool(_ORDERS[language].search(own))


def suspends(own: str, language: Language) -> bool:
    """Whether a provision says for a time, or for the past, how others apply."""
    return bool(_SUSPENDS[language].search(own))
