"""Footnotes -> renamings ordered throughout a text.

    Сноска. По всему тексту слова "A", "B" заменены соответственно словами "C", "D" Законом РК …
    Ескерту. Бүкіл мәтін бойынша "A" деген сөздер тиісінше "B" деген сөздермен ауыстырылды - …
    Footnote. Throughout the text the words "A" are replaced by the words "B" by the Law …

One note may hold several orders. Read is only what is sure: the words must stand in quotes, as many
new ones as old ones (or one for all), and nothing between the order and its words may narrow it to
a unit, but for exceptions that are understood («за исключением главы 14»).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from corpus.law import Article, Division, Edition, Footnote, Matter
from corpus.notes import acts_in
from corpus.renamings import Renaming

_QUOTED = r'(?:"[^"]{1,300}"|«[^»]{1,300}»|“[^”]{1,300}”)'
_LIST = rf"{_QUOTED}(?:(?:\s*,\s*|\s+(?:и|және|and)\s+){_QUOTED})*"
_ONE = re.compile(r'"([^"]+)"|«([^»]+)»|“([^”]+)”')

_THROUGHOUT = re.compile(
    r"\b(?:по\s+(?:всему\s+)?тексту|в\s+тексте"
    r"|(?:бүкіл|барлық)\s+мәтін\w*(?:\s+бойынша)?|мәтін\w*\s+бойынша"
    r"|throughout\s+the\s+(?:whole\s+)?text)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    rf"\bслов[оа]\s+(?P<ru_old>{_LIST})\s+замен\w+\s+(?:соответственно\s+)?слов(?:ом|ами)\s+"
    rf"(?P<ru_new>{_LIST})"
    rf"|(?P<kk_old>{_LIST})\s+деген\s+сөз\w*\s+(?:тиісінше\s+)?(?P<kk_new>{_LIST})"
    r"\s+деген\s+сөз\w+\s+ауыстыр\w+"
    rf"|\b(?:the\s+)?words?\s+(?P<en_old>{_LIST})\s+(?:(?:is|are|was|were|has|have|been|shall|be)\s+)+"
    r"(?:respectively\s+)?(?:replaced|substituted)\s+(?:respectively\s+)?(?:by|with|for)\s+"
    rf"(?:the\s+)?(?:words?\s+)?(?P<en_new>{_LIST})",
    re.IGNORECASE,
)
_WHOLE_ACT = re.compile(
    r"\b(?:(?:настояще\w+|данно\w+)\s+)?(?:конституционн\w+\s+)?"
    r"(?:закон|кодекс|указ|постановлени|правил|положени)\w*"
    r"|\b(?:осы\s+)?(?:конституциялық\s+)?(?:заң|кодекс|жарлық|қаулы|қағида|ереже)\w*"
    r"|\bof\s+(?:this|the)\s+(?:constitutional\s+)?(?:law|code|decree|resolution|rules)",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\bза\s+исключением|\bкроме\b|\bпомимо\b|\bexcept\b|\bexcluding\b|қоспағанда|\bбасқа\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r",?\s*(?:за\s+исключением|кроме|except(?:\s+for)?|excluding)\s+"
    r"(?P<kind>глав|стат|chapter|article)\w*\s+(?P<number>\d[\d-]*+)(?!\s*(?:,|и|and)\s*\d)\s*,?"
    r"|(?<![\d-])(?<!\d[\s,])(?<!\d,\s)(?<!және\s)(?P<kk_number>\d[\d-]*)-(?P<kk_kind>тарау|бап)\w*"
    r"\s+(?:қоспағанда|басқа)\s*,?",
    re.IGNORECASE,
)
_CHAPTERS = ("глав", "тарау", "chapter")
_BRACKETS = re.compile(r"\([^()]*\)")
_LETTER = re.compile(r"[^\W\d_]")


def renamings_in(edition: Edition, without: Collection[str] = frozenset()) -> tuple[Renaming, ...]:
    """The renamings throughout the text that an edition's footnotes tell, in order.

    A note that stands at an article or a division speaks of it, unless it names the whole act.
    The notes of the articles `without` are not read.
    """
    found: list[Renaming] = []
    for item in edition.content:
        key = item.key if isinstance(item, Article | Division) else None
        if isinstance(item, Matter) or (isinstance(item, Article) and key in without):
            continue
        for note in (item,) if isinstance(item, Footnote) else item.notes:
            if _THROUGHOUT.search(note.text):
                found += _orders(edition, key, note.text)
    return tuple(found)


def _orders(edition: Edition, key: str | None, text: str) -> Iterator[Renaming]:
    orders = list(_ORDER.finditer(text))
    scope: tuple[bool, tuple[str, ...]] | None = None
    for place, order in enumerate(orders):
        following = orders[place + 1].start() if place + 1 < len(orders) else len(text)
        scope = _scope(text[orders[place - 1].end() if place else 0 : order.start()], scope)
        words = _pairs(order)
        excepted = _exceptions(text[order.end() : following])
        if scope is None or not words or excepted is None:
            continue
        of_the_act, outside = scope
        act = next(iter(acts_in(text[order.end() : following])), None)
        yield Renaming(
            acts=(edition.ngr,),
            language=edition.language,
            words=words,
            by=(act.number or "") if act else "",
            day=(act.in_force_from or act.date) if act else None,
            within=() if key is None or of_the_act else (key,),
            outside=(*outside, *excepted),
            quote=" ".join(order.group().split()),
        )


def _scope(
    lead: str, before: tuple[bool, tuple[str, ...]] | None
) -> tuple[bool, tuple[str, ...]] | None:
    """What the words before an order say it is for: whether the whole act is named; exceptions.

    None: not the whole text of anything. An order that begins a new item of a list without more
    words is for what the one before it was.
    """
    lead = _BRACKETS.sub(" ", lead)
    markers = list(_THROUGHOUT.finditer(lead))
    if not markers:
        return None if _LETTER.search(re.split(r"[;\n]", lead)[-1]) else before
    # Kazakh names the act before the words «мәтіні бойынша», the others after.
    owner = re.split(r"[.,;:\n]", lead[: markers[-1].start()])[-1]
    owner = owner if re.search("мәтін", markers[-1][0], re.IGNORECASE) else ""
    words = f"{owner} {lead[markers[-1].end() :]}"
    begun = re.split(r"[;\n]", lead[: markers[-1].start()])[-1]
    outside = _exceptions(f"{begun}{lead[markers[-1].start() :]}")
    words = _EXCEPT.sub(" ", words)
    if outside is None or _LETTER.search(_WHOLE_ACT.sub(" ", words)):
        return None
    return bool(_WHOLE_ACT.search(words)), outside


def _exceptions(text: str) -> tuple[str, ...] | None:
    """The keys of what words except; None: something that is not understood is excepted."""
    if _EXCEPTION.search(_EXCEPT.sub(" ", text)):
        return None
    return tuple(map(_excepted, _EXCEPT.finditer(text)))


def _excepted(found: re.Match[str]) -> str:
    kind = (found["kind"] or found["kk_kind"]).lower()
    return f"{'ch' if kind in _CHAPTERS else 'art'}_{found['number'] or found['kk_number']}"


def _pairs(order: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Old words and new ones, side by side; none if they cannot be told apart surely."""
    for language in ("ru", "kk", "en"):
        if order[f"{language}_old"]:
            old = _quoted(order[f"{language}_old"])
            new = _quoted(order[f"{language}_new"])
            if len(new) == 1:
                new *= len(old)
            return tuple(zip(old, new, strict=True)) if len(old) == len(new) else ()
    return ()


def _quoted(words: str) -> list[str]:
    return [next(filter(None, found.groups())) for found in _ONE.finditer(words)]
