"""Citations among the words of a query: «ст. 113-3 п. 2 кандидат», "Z950002464_ 113-3".

A citation names an article by a unit's word and number, by a key of ours, or a number beside the
number of its act. A bare number is none, nor is an act without a place, nor what stands in quotes
(those words are looked for as written), behind a minus or in a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from api.questions.citations.unseen import Unseen
from corpus.addresses import Unit, UnitKind
from corpus.citations.acts import ActRegister, CitableAct
from corpus.citations.provisions import CitedProvision
from corpus.citations.reading import ReadCitation, read_citation
from corpus.citations.references import ActReference
from corpus.citations.resolving import (
    Ambiguous,
    Holdings,
    Missing,
    Resolution,
    Resolved,
    Unknown,
    resolve,
)
from corpus.keys import joined
from corpus.law import Language
from corpus.search.queries import Pin
from corpus.search.querying.fields import NAMES

LONGEST_READ = 500
"""Signs of a query that are looked through for citations."""
MOST_PINS = 50
_MOST_LISTED = 10
"""Of «статьи 9, 10 и 11»: those behind are looked for in one act only."""

_QUOTED = re.compile(r'"[^"]*"?|«[^»]*»?|“[^”]*”?')
_APART = re.compile(
    r"(?<!\S)-\S+"  # without this word
    rf"|(?<!\S)(?:{'|'.join(name for names in NAMES.values() for name in names)}):\S*"  # in a field
    r"|~\s*\d*",  # near
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[()](?<!\d\))")
"""Brackets, but not that of «3)»."""
_MAY_CITE = re.compile(r"\d|преамбул|кіріспе|preamble", re.IGNORECASE)
_NGR = re.compile(r"(?<![\w/])[A-Za-z]\d{7,12}_?(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BARE_NUMBER = re.compile(r"(?<![\w.№/-])\d{1,4}(?:-\d{1,3})*(?![\w/-]|\.\d)")
_NUMBER_FIRST = re.compile(
    r"(?<!\S)(?:(\S+)\s+)?(\d{1,3}(?:-\d{1,3})*)\s+(стат(?:ья|ьи|ье|ью|ьей))(?!\w|\s*№?\s*\d)",
    re.IGNORECASE,
)
"""«113-3 статья»; but in «закон 148 статья» the number is the law's."""
_ALL_TURNED = re.compile(
    r"(?<!\S)№?\s*(\d{1,4}(?:-[IVX]+)?)\s+(закон\w*|указ\w*),?\s+"
    r"(\d{1,3}(?:-\d{1,3})*)\s+(стат(?:ья|ьи|ье|ью|ьей)|пункт\w*)(?!\w|\s*№?\s*\d)",
    re.IGNORECASE,
)
"""«148 закон 36 статья»."""
_OF_ACT = re.compile(r"№|закон|указ|кодекс|постановлен|решени|приказ", re.IGNORECASE)
_SPACED_HYPHEN = re.compile(r"(?<![\w-])(\d{1,4})(?:\s+[-–]\s*|\s*[-–]\s+)(\d{1,3})(?![\w-])")
"""«113 - 3» is one number where it cannot be a row of them."""
_IN_FULL = {"КЗ": "Конституционный закон", "КЗРК": "Конституционный закон", "ЗРК": "Закон"}
_ABBREVIATED = re.compile(rf"(?<!\w)({'|'.join(_IN_FULL)})(?!\w)", re.IGNORECASE)
_UNKNOWN_CODE = re.compile(r"(?<!\w)(?:УК|УПК|ГК|ГПК|ТК|НК|БК|ЗК|КоАП|АППК)(?!\w)")
"""Codes that no watch list holds: their articles are none of ours."""


@dataclass(frozen=True)
class PlaceNotThere:
    """A cited place that an article does not have.

    `language` and `edition` (its label) are of the newest wording that was looked at, `nearest` are
    keys of places in it. `complete` False: a copy that is held may end inside the article.
    """

    cited: CitedProvision
    language: Language
    edition: str
    nearest: tuple[str, ...] = ()
    complete: bool = True

    @property
    def place(self) -> str:
        """The place, as a key inside the article."""
        return self.cited.path or joined(*(unit.key for unit in self.cited.inside))


@dataclass(frozen=True)
class CitedInQuery:
    """What a query cites: the provisions that may be meant, the highest act's first.

    `nearest` where there are none. `not_there` are places that the articles do not have, see
    `api.questions.search.placed`. `act_inferred`: the words name no act for certain, and these
    are all that have such an article. Texts in `language`, the citation's own, come first; None:
    it is no words, so no language. `sought` is the key of an article that no edition held of the
    act has, `unseen` what of that act was not looked through for it.
    """

    language: Language | None
    provisions: tuple[CitedProvision, ...] = ()
    act: CitableAct | None = None
    act_inferred: bool = False
    missing: Missing | None = None
    nearest: tuple[CitedProvision, ...] = ()
    not_there: tuple[PlaceNotThere, ...] = ()
    sought: str = ""
    unseen: Unseen | None = None

    @property
    def pins(self) -> tuple[Pin, ...]:
        """What goes first."""
        own = self.language
        languages = (own, *(one for one in Language if one is not own)) if own else (None,)
        return tuple(
            dict.fromkeys(
                Pin(one.act.ngr, one.key, one.path or _path(one.inside), language)
                for one in self.provisions[:MOST_PINS]
                for language in languages
            )
        )


def cited_in(
    query: str, register: ActRegister, holdings: Holdings, ranks: Mapping[str, float]
) -> CitedInQuery | None:
    """What a query cites; None where it cites nothing.

    `ranks` say how high acts of a form stand; the others stand lowest.
    """
    if not _MAY_CITE.search(query):
        return None
    text = _NGR.sub(lambda number: number.group().upper(), query[:LONGEST_READ])
    text = _ALL_TURNED.sub(r"\4 \3 \2 № \1", _SPACED_HYPHEN.sub(_together, text))
    text = _NUMBER_FIRST.sub(_turned, text)
    text = _ABBREVIATED.sub(lambda written: _IN_FULL[written[1].upper()], text)
    read = _read(text, register)
    if read is None:
        return None
    if _UNKNOWN_CODE.search(text) and not _names_act(read.reference):
        return CitedInQuery(read.language, missing=Missing.ACT)
    found = resolve(read, register, holdings)
    named = _names_act(read.reference) and ("№" in text or not _is_of_no_act(found))
    provisions = _by_rank(_provisions(found), ranks)
    if not named:
        everywhere = [
            provision
            for alone in _each_alone(read)
            for provision in _provisions(resolve(alone, register, holdings))
        ]
        provisions = list(dict.fromkeys((*provisions, *_by_rank(everywhere, ranks))))
    unknown = found if isinstance(found, Unknown) else None
    if not provisions and unknown is None:
        return None
    missing = _missing(unknown, named, bool(provisions)) if unknown else None
    return CitedInQuery(
        None if read.key or not _LETTERS.search(_NGR.sub(" ", text)) else read.language,
        tuple(provisions),
        getattr(found, "act", None) if named else None,
        act_inferred=not named,
        missing=missing,
        nearest=unknown.nearest if unknown and missing else (),
        sought=unknown.key if unknown and missing and named else "",
    )


def _missing(unknown: Unknown, named: bool, has_provisions: bool) -> Missing | None:
    """What could not be found; words that may be of a title name no act that could be missing."""
    if named or unknown.missing is Missing.ACT:
        return unknown.missing
    return None if has_provisions else Missing.ARTICLE


def _turned(match: re.Match[str]) -> str:
    before, number, unit = match[1] or "", match[2], match[3]
    return match[0] if _OF_ACT.match(before) else f"{before} {unit} {number}"


def _together(match: re.Match[str]) -> str:
    first, second = match[1], match[2]
    return f"{first}-{second}" if int(second) < int(first) else match[0]


def _each_alone(read: ReadCitation) -> Iterator[ReadCitation]:
    """Each provision of a citation by itself, in whatever act."""
    if read.key is not None:
        yield replace(read, reference=ActReference())
    for units in read.units[:_MOST_LISTED]:
        yield replace(read, reference=ActReference(), units=(units,))


def _provisions(found: Resolution) -> Iterator[CitedProvision]:
    """The articles that a citation means; no divisions, no whole acts."""
    several: Sequence[CitedProvision] = ()
    match found:
        case Resolved(provisions=several) | Ambiguous(choices=several):
            pass
    return (one for one in several if one.key and not one.is_division)


def _by_rank(
    provisions: Iterable[CitedProvision], ranks: Mapping[str, float]
) -> list[CitedProvision]:
    return sorted(provisions, key=lambda one: -ranks.get(one.act.form or "", 0.0))


def _is_of_no_act(found: Resolution) -> bool:
    """Whether what seems to name an act names none: «ст. 5 решение 20 депутатов»."""
    return isinstance(found, Unknown) and found.missing is Missing.ACT


def _read(text: str, register: ActRegister) -> ReadCitation | None:
    """The citation in a query's words, with the act's name where that stands in quotes."""
    plain = _APART.sub(" ", text)
    unquoted = _BRACKETS.sub(" ", _QUOTED.sub(" ", plain))
    read = read_citation(unquoted)
    if not read.units and read.key is None:
        return _by_bare_number(read, unquoted, register)
    if not _is_of_article(read):
        return None
    if unquoted != plain and not _has_number(read.reference):
        whole = read_citation(plain)
        if whole.units == read.units and register.find(whole.reference).acts:
            return whole
    return read


def _is_of_article(read: ReadCitation) -> bool:
    """Whether it names an article; or a point, a preamble, and the act that it is of.

    «Пункт 2» and «преамбула» alone are said of any text.
    """
    if read.key is not None:
        return True
    kinds = {unit.kind for units in read.units for unit in units}
    return UnitKind.ARTICLE in kinds or _names_act(read.reference)


def _names_act(reference: ActReference) -> bool:
    """Whether words name an act for certain: not only by words that its title has too."""
    return _has_number(reference) or bool(reference.forms or reference.rules)


def _has_number(reference: ActReference) -> bool:
    """Whether words name an act by its number or its day."""
    numbers = (reference.ngr, reference.reference_bank_id, reference.numbers, reference.days)
    return any(numbers)


def _by_bare_number(read: ReadCitation, text: str, register: ActRegister) -> ReadCitation | None:
    """«Z950002464_ 113-3»: the article, else the point, of an act named by its registry number."""
    act = register.act(read.reference.ngr) if read.reference.ngr else None
    numbers = _BARE_NUMBER.findall(text)
    if act is None or len(numbers) != 1:
        return None
    return replace(read, units=((Unit(UnitKind.ARTICLE, numbers[0]),),))


def _path(inside: Sequence[Unit]) -> str:
    """The key that a block inside the article has, as far as numbers make it: `p_2__sp_1`."""
    numbered = (UnitKind.POINT, UnitKind.SUBPOINT)
    return joined(*(unit.key for unit in inside if unit.kind in numbered))
