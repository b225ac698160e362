"""How a provision is cited: its act's short name and its place, in three languages.

The places are those of keys (`art_113-5__p_2`); neighbours are told together («п. 10–17»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.keys import SEPARATOR, follows
from corpus.law import Language
from corpus.provisions import ProvisionSet
from corpus.themes import Source

_RU, _KK, _EN = Language.RU, Language.KK, Language.EN
_UNITS: dict[str, dict[Language, tuple[str, str]]] = {
    "art": {_RU: ("ст. {}", "ст. {}"), _KK: ("{}-бап", "{}-баптар"), _EN: ("art. {}", "arts {}")},
    "p": {_RU: ("п. {}", "п. {}"), _KK: ("{}-тармақ", "{}-тармақтар"),
          _EN: ("point {}", "points {}")},
    "sp": {_RU: ("пп. {}", "пп. {}"), _KK: ("{} тармақша", "{} тармақшалар"),
           _EN: ("subpoint {}", "subpoints {}")},
    "ch": {_RU: ("гл. {}", "гл. {}"), _KK: ("{}-тарау", "{}-тараулар"), _EN: ("ch. {}", "chs {}")},
    "app": {_RU: ("прил. {}", "прил. {}"), _KK: ("{}-қосымша", "{}-қосымшалар"),
            _EN: ("app. {}", "apps {}")},
    "part": {_RU: ("часть {}", "части {}"), _KK: ("{}-бөлік", "{}-бөліктер"),
             _EN: ("part {}", "parts {}")},
    "indent": {_RU: ("абз. {}", "абз. {}"), _KK: ("{}-абзац", "{}-абзацтар"),
               _EN: ("indent {}", "indents {}")},
    "sentence": {_RU: ("предл. {}", "предл. {}"), _KK: ("{}-сөйлем", "{}-сөйлемдер"),
                 _EN: ("sentence {}", "sentences {}")},
    "note": {_RU: ("прим. {}", "прим. {}"), _KK: ("{}-ескертпе", "{}-ескертпелер"),
             _EN: ("note {}", "notes {}")},
    "sec": {_RU: ("разд. {}", "разд. {}"), _KK: ("{}-бөлім", "{}-бөлімдер"),
            _EN: ("sec. {}", "secs {}")},
    "par": {_RU: ("§ {}", "§ {}"), _KK: ("{}-параграф", "{}-параграфтар"),
            _EN: ("cl. {}", "cls {}")},
    "text": {_RU: ("текст", ""), _KK: ("мәтін", ""), _EN: ("text", "")},
    "preamble": {_RU: ("преамбула", ""), _KK: ("кіріспе", ""), _EN: ("preamble", "")},
}  # fmt: skip
"""One unit, and several of them."""
_BRACKETED = "sp"
_LEAST_RUN = 3
"""So many neighbours are written as a range."""


def cite(
    provisions: Iterable[ProvisionSet],
    sources: Sequence[Source],
    language: Language,
    unnamed: ProvisionSet | None = None,
) -> str:
    """The citation of provisions, such as «Закон о выборах, ст. 113-5 п. 2, 3; ст. 113-6».

    An act without a short name is called by its registry number. The one of `unnamed` is not
    named: where a heading already says which it is.
    """
    named: dict[tuple[str, ...], list[str]] = {}
    names: dict[tuple[str, ...], str] = {}
    for one in provisions:
        for key in one.keys:
            source = _source(one.ngr, key, sources)
            root = (one.ngr,) if source is None else (one.ngr, *source.provisions.keys)
            names[root] = one.ngr if source is None else source.names[language]
            named.setdefault(root, []).append(_below(key, root[1:]))
    parts = []
    for root, keys in named.items():
        places = "; ".join(_places(keys, language))
        is_unnamed = unnamed is not None and root == (unnamed.ngr, *unnamed.keys)
        name = "" if is_unnamed else names[root]
        parts.append(", ".join(part for part in (name, places) if part))
    return "; ".join(part for part in parts if part)


def name_and_place(
    ngr: str, key: str, sources: Sequence[Source], language: Language
) -> tuple[str, str]:
    """What the text that a key stands in is called, and the key's place in it.

    `("Rules 1484", "point 28")`; the place of the text itself is empty.
    """
    source = _source(ngr, key, sources)
    roots = () if source is None else source.provisions.keys
    name = ngr if source is None else source.names[language]
    return name, "; ".join(_places([_below(key, roots)], language))


def _source(ngr: str, key: str, sources: Sequence[Source]) -> Source | None:
    """The source that names the narrowest part around a key."""
    around = [
        source
        for source in sources
        if source.provisions.ngr == ngr
        and all(f"{key}{SEPARATOR}".startswith(own + SEPARATOR) for own in source.provisions.keys)
    ]
    return max(around, key=lambda source: len(source.provisions.keys), default=None)


def _below(key: str, roots: Sequence[str]) -> str:
    for root in roots:
        key = key.removeprefix(root).removeprefix(SEPARATOR)
    return key


def _places(keys: Sequence[str], language: Language) -> Iterator[str]:
    """The places of keys, those with the same place around them told together."""
    around: dict[str, list[str]] = {}
    for key in keys:
        outer, _, last = key.rpartition(SEPARATOR)
        prefix = last.partition("_")[0]
        if outer:
            around.setdefault(f"{outer}|{prefix}", []).append(last)
        elif key:
            around.setdefault(f"|{prefix}", []).append(last)
    for place, own in around.items():
        outer = place.partition("|")[0]
        words = [_unit([part], language) for part in outer.split(SEPARATOR) if part]
        yield _joined([*words, _unit(own, language)], language)


def _joined(words: Sequence[str], language: Language) -> str:
    return (" " if language is Language.RU else ", ").join(words)


def _unit(parts: Sequence[str], language: Language) -> str:
    """Units of one kind: `["p_10", "p_11", "p_12"]` is «п. 10–12»."""
    prefix = parts[0].partition("_")[0]
    forms = _UNITS.get(prefix, {}).get(language)
    if forms is None:
        return ", ".join(parts)
    numbers = [part.partition("_")[2] for part in parts]
    closing = ")" if prefix == _BRACKETED else ""
    return forms[len(numbers) > 1].format(_numbers(numbers, closing))


def _numbers(numbers: Sequence[str], closing: str) -> str:
    runs: list[list[str]] = []
    for number in numbers:
        if runs and follows(number, runs[-1][-1]):
            runs[-1].append(number)
        else:
            runs.append([number])
    told: list[str] = []
    for run in runs:
        ends = [f"{number}{closing}" for number in run]
        told += [f"{ends[0]}–{ends[-1]}"] if len(run) >= _LEAST_RUN else ends
    return ", ".join(told)
