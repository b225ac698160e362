"""The act that an instruction amends, as its own words name it: «Внести в Закон … изменения:»."""

from __future__ import annotations

import re

from corpus.instructions.operations import TargetAct
from corpus.instructions.quotations import quotations, without_latin_i
from corpus.law import Language
from corpus.notes.mentions import form_of, mention_at
from corpus.notes.tokens import tokens_of

_LIST = {
    Language.RU: re.compile(
        r"^(?:внести|признать)\b.*\b(?:следующи[ех]|некоторые)\s+(?:\w+\s+){0,3}"
        r"(?:акты|законы|решения"
        r"|указы|постановления|приказы)\b[^«\"]*:$",
        re.IGNORECASE | re.DOTALL,
    ),
    Language.KK: re.compile(
        r"(?:мына|мынадай|кейбір|мыналар)\w*\s+(?:\w+\s+){0,3}"
        r"(?:актілер|заңдар|шешімдер|жарлықтар"
        r"|қаулылар|бұйрықтар)\w*[^«\"]*:$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_RUSSIAN_OPENING = re.compile(r"^(?:внести\s+(?:изменени\w+\s+)?)?во?\s", re.IGNORECASE)
_TO_OR_IN = re.compile(r"(?:[ғгқк][ае]|н[ае]|[дт][ае])$", re.IGNORECASE)
"""«Заңына», «Жарлықта»: to the act, in the act."""
_REPEAL = {
    Language.RU: re.compile(r"признать\s+утративш\w+\s+силу", re.IGNORECASE),
    Language.KK: re.compile(r"күш(?:і|тері)\s+жойылды\s+деп\s+танылсын", re.IGNORECASE),
}
_ACT_WORD = re.compile(
    r"(?:закон|кодекс|указ|приказ)(?:а|у|е|ом|ы|ов|ах)?|(?:постановлени|решени|распоряжени)\w{1,2}"
    r"|конституци\w+",
    re.IGNORECASE,
)
_CHANGES = {
    Language.RU: re.compile(r"\b(?:вносятся|вносится|внести|изменени|дополнени)", re.IGNORECASE),
    Language.KK: re.compile(r"\b(?:өзгеріс|толықтыру)", re.IGNORECASE),
}
_WORDS_BEFORE_FORM = 8
_LONGEST_OPENING = 40


def opens_list(text: str, language: Language) -> bool:
    """Whether a paragraph announces a list of acts: «… в следующие законодательные акты:»."""
    return bool(_LIST[language].search(text.strip()))


def repeals(text: str, language: Language) -> bool:
    """Whether a paragraph says that an act loses its force."""
    return bool(_REPEAL[language].search(text))


def named_act(text: str) -> TargetAct | None:
    """The act that a paragraph names: the first form of an act, and its day, number and title.

    What the Parliament's gazette is cited for (in brackets, behind the title) is no number of it.
    """
    tokens = tokens_of(text)
    found, _ = quotations(text)
    form = next((at for at, token in enumerate(tokens) if token.tag == "form"), None)
    if form is None:
        return None
    mentions = (mention_at(tokens, at) for at in range(len(tokens) - 1))
    mention = next((one for one in mentions if one is not None), None)
    title = " ".join(found[0].words.split()) if found else None
    first = max(0, form - _WORDS_BEFORE_FORM)
    return TargetAct(
        title=title,
        adopted=mention.day.on if mention and mention.day else None,
        number=mention.number if mention else None,
        form=form_of(tokens[first : form + 2]),
        statement=" ".join(text.split()),
    )


def amended_act(text: str, language: Language) -> TargetAct | None:
    """The act in a paragraph that begins an act's amendments; None where it is something else.

    One that is named by its form alone («В Закон о садах …») is one only where changes are said.
    """
    if language is Language.RU and not _RUSSIAN_OPENING.match(text):
        return None
    tokens = tokens_of(text)[:_LONGEST_OPENING]
    forms = [at for at, token in enumerate(tokens) if token.tag == "form"]
    words = [text[tokens[at].start : tokens[at].end] for at in forms]
    if language is Language.RU:
        before = tokens[: forms[0]] if forms else []
        begins = bool(words) and _ACT_WORD.fullmatch(words[0]) is not None
        begins = begins and not any(token.tag in {"quoted", "open"} for token in before)
    else:
        begins = any(map(_TO_OR_IN.search, words))
    act = named_act(text) if begins else None
    if act is None or act.adopted or act.title:
        return act
    return act if _CHANGES[language].search(without_latin_i(text, language)) else None
