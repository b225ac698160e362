"""The act that an instruction amends, as its own words name it: «Внести в Закон … изменения:»."""

from __future__ import annotations

import re
from datetime import date

from corpus.instructions.operations import TargetAct
from corpus.instructions.quotations import (
    Quotation,
    quotations,
    without_citations,
    without_latin_i,
    without_quotations,
)
from corpus.law import Language
from corpus.notes.days import STARTS, day
from corpus.notes.mentions import form_of, mention_at
from corpus.notes.tokens import Token, tokens_of

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
_RUSSIAN_OPENING = re.compile(
    r"^(?:внести\s+(?:изменени\w+\s+)?)?во?\s+"
    r"(?!соответстви|цел[яи]|исполнени|реализаци|связи|порядке|случае)",
    re.IGNORECASE,
)
_TO_OR_IN = re.compile(r"(?:[ғгқк][ае]|н[ае]|[дт][ае])$", re.IGNORECASE)
"""«Заңына», «Жарлықта»: to the act, in the act."""
_REPEAL = {
    Language.RU: re.compile(r"признать\s+утративш\w+\s+силу", re.IGNORECASE),
    Language.KK: re.compile(r"күш(?:і|тері)\s+жойылды\s+деп\s+танылсын", re.IGNORECASE),
}
_ACT_WORD = {
    Language.RU: re.compile(
        r"(?:закон|кодекс|указ|приказ)(?:а|у|е|ом|ы|ов|ах)?"
        r"|(?:постановлени|решени|распоряжени)\w{1,2}|конституци\w+",
        re.IGNORECASE,
    ),
    # «Заңнама» is legislation, no act.
    Language.KK: re.compile(
        r"заң(?!нама|ды|сыз)\w*|кодек\w+|жарлы\w+|қаулы\w*|шешім\w*|бұйры\w+|өкім\w*|конституция\w*",
        re.IGNORECASE,
    ),
}
_ACCORDING_TO = re.compile(r"\s*(?:сәйкес|негізінде|орай|байланысты)\b", re.IGNORECASE)
_APPROVED_BY = {
    Language.RU: re.compile(r"^(?:внести\s+)?во?\s[^:]*\bутвержденн\w+\s[^:]*", re.IGNORECASE),
    Language.KK: re.compile(r"[мбп]ен\s+бекітілген\b", re.IGNORECASE),
}
_CHANGES = {
    Language.RU: re.compile(r"\b(?:вносятся|вносится|внести|изменени|дополнени)", re.IGNORECASE),
    Language.KK: re.compile(r"\b(?:өзгеріс|толықтыру)", re.IGNORECASE),
}
_WORDS_BEFORE_FORM = 8
_WORDS_BEHIND_FORM = 6
_BELONGING = frozenset({"word", "whose", "form"})
_LONGEST_OPENING = 40


def opens_list(text: str, language: Language) -> bool:
    """Whether a paragraph announces a list of acts: «… в следующие законодательные акты:»."""
    bare = without_quotations(without_citations(text.strip()))
    return bool(_LIST[language].search(without_latin_i(bare, language)))


def repeals(text: str, language: Language) -> bool:
    """Whether a paragraph says that an act loses its force."""
    return bool(_REPEAL[language].search(text))


def named_act(text: str, language: Language) -> TargetAct | None:
    """The act that a paragraph names: the first form of an act, and its day, number and title.

    What the Parliament's gazette is cited for (in brackets, behind the title) is no number of it.
    Russian names the act's title and day behind its form, Kazakh before.
    """
    bare = without_citations(text)
    tokens = tokens_of(bare)
    form = _form_at(bare, tokens, language)
    if form is None:
        return None
    mentions = (mention_at(tokens, at) for at in range(len(tokens) - 1))
    mention = next((one for one in mentions if one is not None), None)
    adopted = mention.day.on if mention and mention.day else _own_day(tokens, form, language)
    quoted, _ = quotations(bare)
    title = _title(quoted, tokens[form].start, language)
    return TargetAct(
        title=" ".join(title.words.split()) if title else None,
        adopted=adopted,
        number=mention.number if mention else None,
        form=form_of(_words_around(tokens, form)),
        statement=" ".join(text.split()),
    )


def _form_at(text: str, tokens: list[Token], language: Language) -> int | None:
    word = _ACT_WORD[language]
    forms = (at for at, token in enumerate(tokens) if token.tag == "form")
    return next((at for at in forms if word.fullmatch(_printed(text, tokens[at]))), None)


def _printed(text: str, token: Token) -> str:
    return without_latin_i(text[token.start : token.end], Language.KK)


def _words_around(tokens: list[Token], form: int) -> list[Token]:
    """What an act is called: its form, and whose it is, up to a number, a day or a title."""
    end = form + 1
    while end < form + _WORDS_BEHIND_FORM and tokens[end].tag in _BELONGING - {"form"}:
        end += 1
    start = form
    while start > max(0, form - _WORDS_BEFORE_FORM) and tokens[start - 1].tag != "form":
        start -= 1
    return tokens[start : max(end, form + 2)]


def _own_day(tokens: list[Token], form: int, language: Language) -> date | None:
    """The day nearest to the form, on the side where the language has it."""
    places = range(form, len(tokens) - 1) if language is Language.RU else range(form, -1, -1)
    for at in places:
        if tokens[at].tag in STARTS and (read := day(tokens, at)) is not None:
            return read[1].on
    return None


def _title(quoted: list[Quotation], form: int, language: Language) -> Quotation | None:
    """The title in quotation marks, on its side of the form: a code has none."""
    if language is Language.RU:
        return next((one for one in quoted if one.start > form), None)
    return next((one for one in quoted if one.end <= form), None)


def amended_act(text: str, language: Language) -> TargetAct | None:
    """The act in a paragraph that begins an act's amendments; None where it is something else.

    One that is named by its form alone («В Закон о садах …») is one only where changes are said.
    """
    if language is Language.RU and not _RUSSIAN_OPENING.match(text):
        return None
    bare = without_citations(text)
    if not _names(bare, language):
        return None
    act = named_act(text, language)
    if act is None or act.adopted or act.title:
        return act
    return act if _CHANGES[language].search(without_latin_i(text, language)) else None


def _names(text: str, language: Language) -> bool:
    """Whether the first words of a paragraph speak of changing an act, or its rules."""
    tokens = tokens_of(text)[:_LONGEST_OPENING]
    forms = [at for at, token in enumerate(tokens) if token.tag == "form"]
    word = _ACT_WORD[language]
    if approves(text, language):
        return any(word.fullmatch(_printed(text, tokens[at])) for at in forms)
    if language is Language.RU:
        before = tokens[: forms[0]] if forms else []
        begins = bool(forms) and word.fullmatch(_printed(text, tokens[forms[0]])) is not None
        return begins and not any(token.tag in {"quoted", "open"} for token in before)
    for at in forms:
        printed = _printed(text, tokens[at])
        if word.fullmatch(printed) and _TO_OR_IN.search(printed):
            return not _ACCORDING_TO.match(text, tokens[at].end)
    return False


def approves(text: str, language: Language) -> bool:
    """Whether rules that an act approved are named, and the act for them.

    «Внести в Правила …, утвержденные приказом …, изменения»: points are those of the rules.
    """
    bare = without_quotations(without_latin_i(without_citations(text), language))
    found = _APPROVED_BY[language].search(bare)
    if found is None or language is Language.KK:
        return found is not None
    return _ACT_WORD[language].search(bare, found.start()) is not None and not re.match(
        r"(?:внести\s+)?во?\s+(?:закон|кодекс|указ|приказ|постановлен|решен|распоряж)",
        bare,
        re.IGNORECASE,
    )
