"""What a line's own words tell of it: a remark, a stamp, a signature.

The words themselves stand in the grammar's vocabularies; here they are asked in all languages at
once, because a registry's mark-up says less than its words do.
"""

from __future__ import annotations

import re

from corpus.structure.vocabulary import VOCABULARIES

_VOCABULARIES = tuple(VOCABULARIES.values())
_FOOTNOTE = re.compile(
    "|".join(f"(?:{words.footnote.pattern})" for words in _VOCABULARIES), re.IGNORECASE
)
_EXCLUDED = re.compile(
    r"^(?:\d+(?:-\d+)*[.)]\s*)?(?:\([^)]*\)\s*)?"
    r"(?:исключ[её]н[аоы]?|утратил[аои]?\s+силу|алып\s+тасталды|күш[іi]\s+жойылды)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^примечание(?:\s+(?:ИЗПИ|РЦПИ))?\s*[.!]|^(?:РҚАО|ЗҚАИ)-н[ыі]ң\s+ескерт", re.IGNORECASE
)
_OFFICE = re.compile(
    r"^(?:(?:исполняющ\w+\s+обязанности|и\.\s?о\.|қазақстан\s+республикасының?)\s*)?"
    r"(?:президент|премьер-министр|министр|председател|первый\s+заместител|руководител|аким|әк[іi]м|"
    r"секретар|төраға|хатшы|басшы|президентi|премьер-министрi)",
    re.IGNORECASE,
)
_SHORT = 120


def opens_note(text: str) -> bool:
    """Whether a paragraph opens the registry's remark: «Сноска.», «Ескерту.», "Footnote."."""
    return _FOOTNOTE.match(text) is not None


def is_remark(text: str) -> bool:
    """Whether a paragraph that is set apart (italic, red) is the registry's remark.

    Besides footnotes: «14) исключен …», «Примечание ИЗПИ!», «Примечание. См. …».
    """
    return opens_note(text) or bool(_EXCLUDED.match(text) or _NOTICE.match(text))


def opens_stamp(text: str) -> bool:
    """Whether words set apart at the right approve or number an appendix."""
    return any(
        words.appendix.search(text) or words.approval.search(text) for words in _VOCABULARIES
    )


def opens_signature(text: str) -> bool:
    """Whether a short paragraph names the office that signs."""
    return len(text) <= _SHORT and bool(_OFFICE.match(text))
