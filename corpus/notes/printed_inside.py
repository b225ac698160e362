"""Remarks of the registry printed inside headings and in the place of an excluded unit.

Registries of the 2000s wrote into the wording «22-6) (исключен - от 7 июля 2006 года N 174)», the
English texts "Excluded by the Law … No. 51-VI of …". The words stay where they are; here they are
found, so that they are read as a note of their place. Only what surely is a remark:

    remark = in place of a block | last bracket of a heading | bracket behind a block's sentence ;
    words  = [unit], participle, [calling words, act, …]  |  [unit], act, Kazakh participle ;

Without an act only an exclusion is one, alone in its place. Between the participle and the act's
day or number stand only words that call the act: «исключены законом из числа избирателей» and
"(as amended by …)" behind the name of another act are the law's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.law import Article, Block
from corpus.notes.mentions import amending_mentions
from corpus.notes.tokens import Token, Tokens, tokens_of

_UNIT = (
    r"(?:(?:(?:под)?пункт|стать|част|абзац|глав|(?:под)?раздел|параграф|приложени|преамбул"
    r"|предложени|заголов|(?:sub-?)?paragraph|(?:sub-?)?point|item|article|part|chapter|section)"
    r"\w*\b(?:[^();\n]|\d\)){0,60}?"
    r"|(?:[\d-]+\)?-?\s?)?(?:к[іi]ш[іi]\s+)?(?:тармақша|тармақ|бап|бөл[іi]к|бөл[іi]м|тарау"
    r"|параграф|қосымша|азат\s+жол)\w*)"
)
_GONE = (
    r"(?:исключ[её]н[аоы]?|утратил[аои]?\s+силу|упраздн[её]н[аоы]?"
    r"|алы(?:п|нып)\s+тасталды|к[үY]ш[іi]\s+жойылды|excluded|repealed|deleted)\b"
)
_OTHERWISE = (
    r"(?:(?:дан[аоы]?\s+|изложен[аоы]?\s+)?в\s+(?:новой\s+)?редакции|дополнен[аоы]?"
    r"|(?:введ[её]н|включ[её]н|измен[её]н)[аоы]?|внесен[аоы]?\s+(?:изменени|дополнени)[еяй]"
    r"|жаңа\s+редакцияда|толықтырылды|енгізілді|өзгертілді|supplemented|added|amended|reworded)\b"
)
_BY_ACT_FIRST = re.compile(
    rf"(?:{_UNIT}\s+)?(?:ҚР|Қазақстан\s+Республикасы\w*)\s.{{4,250}}?\s"
    r"(?:(?P<gone>алы(?:п|нып)\s+тасталды|к[үY]ш[іi]\s+жойылды)|(?:жаңа\s+)?редакция(?:сын)?да"
    r"|толықтырылды|өзгертілді)",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(rf"(?:{_UNIT}\s+)?{_GONE}", re.IGNORECASE)
_DONE = re.compile(rf"(?:{_UNIT}\s+)?(?:{_GONE}|{_OTHERWISE})", re.IGNORECASE)
_MARK = re.compile(r"<\s*\*\s*>")
_EDGES = " \t\n\u00a0.,;:"
_ENDS_SENTENCE = (".", ";", ":", "!")
_LONGEST = 1_000
"""No remark in place of a unit is longer."""
_CALLING = frozenset(
    {"form", "whose", "of", "sign", "official", "accordance", "in", "since", "and"}
)
_ADDED_WITH = _CALLING | {"unit", "figure", "marker", "number", "ordinal"}
_BEHIND = _CALLING | {"stop", "year", "day", "month", "figure", "number", "marker", "as", "verb"}


def remark_in_heading(heading: str, *, has_wording: bool = True) -> str:
    """The remark that a heading of an article or division ends with, or is; "" if none.

    A lone mark `<*>` is the registry's for a unit of which nothing else is left.
    """
    if is_mark(heading):
        return "" if has_wording else heading.strip()
    if _is_whole_remark(heading, alone=True):
        return heading.strip()
    bracket = _last_bracket(heading)
    if bracket and (_is_remark(bracket[1:]) or _is_exclusion_alone(bracket[1:])):
        return bracket
    return ""


def remarks_in_article(article: Article) -> Iterator[tuple[Block, str]]:
    """The remarks in an article's wording, each with the block that it is printed in."""
    for block in article.blocks:
        if not block.quoted and (remark := remark_in_block(block, alone=is_alone(article))):
            yield block, remark


def is_alone(article: Article) -> bool:
    """Whether an article is one unnumbered paragraph: what is said of that is said of it."""
    return len(article.blocks) == 1 and not article.blocks[0].number


def remark_in_block(block: Block, *, alone: bool = False) -> str:
    """The remark that a block is, begins or ends with; "" if none.

    `alone`: the block is all that its article says.
    """
    text = block.text
    if block.rows:
        return ""
    if _is_whole_remark(text, alone=alone or bool(block.number)):
        return text.strip()
    bracket = _last_bracket(text)
    if not bracket or not _is_remark(bracket[1:]):
        return ""
    before = text[: text.rindex(bracket)].rstrip()
    return bracket if before.endswith(_ENDS_SENTENCE) and not _names_act(before) else ""


def _is_whole_remark(text: str, *, alone: bool) -> bool:
    """Whether a text is nothing but a remark, in brackets or not."""
    if len(text) > _LONGEST:
        return False
    words = text.strip(_EDGES)
    bracketed = words.startswith("(")
    words = words.lstrip("( ")
    if bracketed:
        whole = is_whole(text) or text.count("(") > text.count(")")
        return whole and (_is_remark(words) or (alone and _is_exclusion_alone(words)))
    return _is_remark(words, exclusion=True) or (alone and _is_exclusion_alone(words))


def _is_exclusion_alone(words: str) -> bool:
    """«исключен», «пункт исключен», «алып тасталды», and nothing else."""
    return bool(_EXCLUDED.fullmatch(words.strip(_EDGES + "()")))


def _is_remark(words: str, *, exclusion: bool = False) -> bool:
    """Whether words say of their place what an act did to it; `exclusion`: that it is gone.

    Words outside of brackets are one only where nothing follows the act.
    """
    done = (_EXCLUDED if exclusion else _DONE).match(words)
    if done is None:
        return _names_act_first(words, exclusion=exclusion)
    rest = tokens_of(words[done.end() :])
    mentions = amending_mentions(rest)
    if not mentions:
        return False
    between = rest[: mentions[0].start]
    gone = bool(_EXCLUDED.match(words))
    if not all(_is_calling(token, _CALLING if gone else _ADDED_WITH) for token in between):
        return False
    return not exclusion or _only_acts(rest[mentions[0].end : -1])


def _names_act_first(words: str, *, exclusion: bool) -> bool:
    """«ҚР 2004.04.14 N 545 Конституциялық Заңымен алып тасталды»."""
    said = _BY_ACT_FIRST.match(words)
    if said is None or not _names_act(said.group()):
        return False
    ends = said.end() == len(words.strip(_EDGES))
    return not exclusion or (ends and said["gone"] is not None)


def _names_act(words: str) -> bool:
    return bool(amending_mentions(tokens_of(words)))


def _is_calling(token: Token, tags: frozenset[str]) -> bool:
    return token.tag in tags or token.value.lower() in {"by", "with"}


def _only_acts(tokens: Tokens) -> bool:
    """Whether nothing but remarks in brackets and further acts stands there."""
    depth = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.tag, 0)
        if depth <= 0 and token.tag not in {"close", *_BEHIND} and not _is_calling(token, _BEHIND):
            return False
    return True


def _last_bracket(text: str) -> str:
    """The outermost bracket that a text ends with, both of its brackets; "" if none."""
    text = text.rstrip(_EDGES)
    if not text.endswith(")"):
        return ""
    depth = 0
    for at in range(len(text) - 1, max(len(text) - _LONGEST, 0) - 1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return text[at:]
    return ""


def is_mark(remark: str) -> bool:
    """Whether a remark is the registry's bare mark `<*>`."""
    return bool(_MARK.fullmatch(remark.strip(_EDGES)))


def is_whole(remark: str) -> bool:
    """Whether a remark stands in a bracket that closes."""
    words = remark.strip(_EDGES)
    return words.startswith("(") and _last_bracket(words) == words


def unwrapped(remark: str) -> str:
    """A remark without the bracket around it, closed or, as registries forget, not."""
    words = remark.strip(_EDGES)
    if is_whole(words):
        return words[1:-1]
    return remark.lstrip("( ") if words.startswith("(") else remark
