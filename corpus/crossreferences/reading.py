"""The references in an article's text, each with its place: a pure function of text and language.

Nothing is guessed. What the words do not tell stays unsaid; new wording that the text quotes, and
whatever else stands in quotation marks, belongs to another text and refers to nothing here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.addresses import Address, Unit, UnitKind, addresses_in
from corpus.crossreferences.naming import (
    Naming,
    acts_named,
    naming_before,
    naming_behind,
    says_which,
)
from corpus.crossreferences.reference import Scope, TextReference
from corpus.law import Article, Block, BlockKind, Language

_ORDINAL_RU = r"перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят"
_ORDINAL_KK = (
    r"б[іi]р[іi]нш[іi]|ек[іi]нш|үш[іi]нш|төрт[іi]нш|бес[іi]нш|алтынш|жет[іi]нш|сег[іi]з[іi]нш"
)
_NUMBERS = re.compile(
    rf"\d|(?<!\w)[IVXІХ]+(?!\w)|{_ORDINAL_RU}|{_ORDINAL_KK}"
    r"|первый|first|second|third|fourth|fifth|sixth",
    re.IGNORECASE,
)
_UNITS = {
    Language.RU: re.compile(
        r"(?<!\w)(?:стат(?:ь|ей)|(?:под)?пункт|част[иеьюя]|абзац|глав|(?:под)?раздел|приложени"
        r"|параграф|предложени|ст\.|пп?\.|подп\.|ч\.|гл\.|абз\.|§)",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"ба[пб]|тарма[қғ]|бөл[іi][кгм]|абзац|азат|тарау|қосымша|параграф", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"(?<!\w)(?:art|(?:sub-?)?para|(?:sub)?point|part|chapter|(?:sub-?)?section|annex"
        r"|appendi|item|(?:sub)?clause|indent)",
        re.IGNORECASE,
    ),
}
_ACTS = {
    Language.RU: re.compile(
        r"закон|указ|кодекс|постановлени|решени|приказ|конституци", re.IGNORECASE
    ),
    Language.KK: re.compile(r"заң|жарлы|кодекс|қаулы|шеш[іi]м|бұйры|конституция", re.IGNORECASE),
    Language.EN: re.compile(r"law|decree|code|resolution|constitution", re.IGNORECASE),
}
_NEAR = 30
"""So far from its unit's name a number may begin, or end: «пункты с 1 по», «статьи № 5»."""
_AROUND = 200
"""So much of the text around is looked at closely: as long as a list of numbers is."""
_JOINED = {
    Language.RU: re.compile(
        r"\s*[,;]?\s*(?:и|или|либо|а\s+также|и\s*\(или\))?\s*(?:в|на|к|с|со|по|из|от)?\s*"
    ),
    Language.KK: re.compile(r"\s*[,;]?\s*(?:және|мен|бен|пен|немесе|не)?\s*"),
    Language.EN: re.compile(r"\s*[,;]?\s*(?:and|or)?\s*(?:in|of|to|with|by)?\s*"),
}
_IMPLIED = {
    Language.RU: (
        re.compile(
            r"(?:указанн|предусмотренн|установленн|определенн|названн|перечисленн)[а-я]{2,3}"
            r"(?:\s+(?:в|во))?\s*$",
            re.IGNORECASE,
        ),
        re.compile(r"\s*(?:[,;)]|\.?\s*$)"),
    )
}
_SMALL = frozenset(
    {UnitKind.POINT, UnitKind.PART, UnitKind.SUBPOINT, UnitKind.INDENT, UnitKind.SENTENCE}
)
_NO_PLACE = frozenset({UnitKind.HEADING, UnitKind.PREAMBLE, UnitKind.NOTE})
_OPENING = "«“„"
_MARKS = re.compile('[«“„»”"]')


@dataclass(frozen=True)
class _Told:
    """The addresses of one stretch, and what is said of their act."""

    addresses: tuple[Address, ...]
    naming: Naming | None

    @property
    def start(self) -> int:
        return self.addresses[0].start

    @property
    def end(self) -> int:
        return self.addresses[0].end

    @property
    def is_small(self) -> bool:
        """Whether every unit lies inside an article."""
        return all(one.units[0].kind in _SMALL for one in self.addresses)


def references_in(article: Article, language: Language) -> tuple[TextReference, ...]:
    """Every reference of an article to other provisions and acts, in the text's order."""
    found: list[TextReference] = []
    for at, block in enumerate(article.blocks):
        if _is_read(block):
            found += _in_block(at, block, language)
    return tuple(found)


def units_named(article: Article, language: Language) -> int:
    """How many words of an article may name a unit, with a number or without.

    Reading its references takes as long as these are many; counting them, a small part of that.
    """
    read = (block.text for block in article.blocks if _is_read(block))
    return sum(len(_UNITS[language].findall(text)) for text in read)


def _is_read(block: Block) -> bool:
    return not block.quoted and block.kind is not BlockKind.TABLE


def _in_block(at: int, block: Block, language: Language) -> list[TextReference]:
    text = block.text
    spots = list(_spots(text, language))
    names = tuple(acts_named(text, language)) if _ACTS[language].search(text) else ()
    if not spots and not names:
        return []
    told = _with_namings(text, _stretches(text, spots, names, language), names, language)
    found = [reference for one in told for reference in _references(at, one)]
    found = [
        replace(one, implied=not names and _is_implied(text, one, language))
        if one.scope is Scope.UNSAID
        else one
        for one in found
    ]
    for name in names:
        if says_which(name.act):
            found.append(TextReference(at, name.start, name.end, Scope.NAMED_ACT, act=name.act))
    return sorted(found, key=lambda one: (one.start, one.end))


def _spots(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The parts of a text that have a unit's name with a number beside it, between spaces."""
    begun = None
    for unit in _UNITS[language].finditer(text):
        if not _NUMBERS.search(text, max(0, unit.start() - _NEAR), unit.end() + _NEAR):
            continue
        start = text.rfind(" ", 0, max(0, unit.start() - _AROUND)) + 1
        end = text.find(" ", unit.end() + _AROUND)
        end = len(text) if end < 0 else end
        if begun and start <= begun[1]:
            begun = (begun[0], end)
            continue
        if begun:
            yield begun
        begun = (start, end)
    if begun:
        yield begun


def _stretches(
    text: str,
    spots: Sequence[tuple[int, int]],
    names: Sequence[Naming],
    language: Language,
) -> Iterator[tuple[Address, ...]]:
    """The addresses by stretch; not those inside an act's title or a quotation."""
    found = [
        replace(one, start=one.start + at, end=one.end + at, own=(one.own[0] + at, one.own[1] + at))
        for at, end in spots
        for one in addresses_in(text[at:end], language)
    ]
    others = _united([*((name.start, name.end) for name in names), *_quoted(text)])
    begins = [begun for begun, _ in others]
    for (start, _), group in groupby(found, key=lambda one: (one.start, one.end)):
        before = bisect_right(begins, start) - 1
        if before >= 0 and start < others[before][1]:
            continue
        addresses = tuple(group)
        if addresses[0].units[0].kind not in _NO_PLACE:
            yield addresses


def _united(parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts of a text in their order; those that overlap are one."""
    found: list[tuple[int, int]] = []
    for begun, ended in sorted(parts):
        if found and begun < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ended))
        else:
            found.append((begun, ended))
    return found


def _quoted(text: str) -> list[tuple[int, int]]:
    """The parts of a text in quotation marks, with those inside them; an open one goes on."""
    found: list[tuple[int, int]] = []
    depth, begun, plain = 0, 0, -1
    for sign in _MARKS.finditer(text):
        at = sign.start()
        if sign.group() == '"':
            if plain >= 0:
                found.append((plain, at))
            plain = at if plain < 0 else -1
        elif sign.group() in _OPENING:
            begun = at if depth == 0 else begun
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((begun, at))
    if depth:
        found.append((begun, len(text)))
    if plain >= 0:
        found.append((plain, len(text)))
    return found


def _with_namings(
    text: str,
    stretches: Iterator[tuple[Address, ...]],
    names: tuple[Naming, ...],
    language: Language,
) -> list[_Told]:
    """The stretches with their acts: said of each, or once for several that are joined."""
    is_kazakh = language is Language.KK
    told = []
    for addresses in stretches:
        start, end = addresses[0].start, addresses[0].end
        naming = (
            naming_before(text, start, names) if is_kazakh else naming_behind(text, end, language)
        )
        told.append(_Told(addresses, naming))
    order = range(1, len(told)) if is_kazakh else range(len(told) - 2, -1, -1)
    for place in order:
        other = told[place - 1] if is_kazakh else told[place + 1]
        one = told[place]
        first, second = (other, one) if is_kazakh else (one, other)
        joined = _JOINED[language].fullmatch(text, first.end, second.start) is not None
        if one.naming is None and other.naming is not None and joined and _may_share(one, other):
            told[place] = replace(one, naming=other.naming)
    return told


def _may_share(one: _Told, other: _Told) -> bool:
    """Whether what is said of one address holds for its neighbour too.

    «статьей 5, пунктом 2 настоящей статьи»: article 5 is none of this article's; «пунктом 1 и
    статьей 5 настоящего Закона»: of which article the point is, is not told.
    """
    naming = other.naming
    if naming is not None and naming.scope is Scope.OWN_PLACE:
        return one.is_small
    return one.is_small == other.is_small


def _references(block: int, told: _Told) -> Iterator[TextReference]:
    naming = told.naming
    for (start, end), group in groupby(told.addresses, key=lambda one: one.own):
        units: tuple[tuple[Unit, ...], ...] = tuple(one.units for one in group)
        if naming is None:
            yield TextReference(block, start, end, Scope.UNSAID, units)
        else:
            goes_on = naming.start == end + 1 and not naming.act  # «статьи 5 настоящего Закона»
            last = max(end, naming.end) if goes_on else end
            yield TextReference(
                block, start, last, naming.scope, units, around=naming.around, act=naming.act
            )


def _is_implied(text: str, one: TextReference, language: Language) -> bool:
    """Whether «указанным в пункте 5, …» can only speak of the text it stands in.

    What goes on with words instead («пункте 5 Правил», «пункт 5 изложить») may be of another.
    """
    pointing, closing = _IMPLIED.get(language, (None, None))
    if pointing is None or closing is None:
        return False
    return bool(
        pointing.search(text[max(0, one.start - _AROUND) : one.start])
        and closing.match(text, one.end)
    )
