"""A small interpreter of the sample's amending act, enough to prove that its instructions work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.law import Language
from crawler.sample.acts import SampleEdition
from crawler.sample.text import Mark, plain

Articles = dict[str, list[str]]

_N = r"\d+(?:-\d+)*"
_ADDRESS = {
    Language.RU: {
        "article": rf"(?<!дополнить )(?<!закона )\bстать\w+ (?P<n>{_N})",
        "points": rf"\bпункт\w* (?P<n>{_N}(?: и {_N})?)",
        "subpoint": r"подпункт\w* (?P<n>\d+)\)",
        "part": r"част\w+ (?P<n>перв|втор)",
    },
    Language.KK: {
        "article": rf"(?P<n>{_N})-бап(?!пен)",
        "points": rf"(?P<n>{_N}(?: және {_N})?)-тарма[қғ](?!ша)",
        "subpoint": r"(?P<n>\d+)\) тармақша",
        "part": r"(?P<n>бірінш|екінш)і бөлі",
    },
}
_REPLACE = {
    Language.RU: r'слов\w+ "(?P<old>[^"]+)" заменить слов\w+ "(?P<new>[^"]+)"',
    Language.KK: r'"(?P<old>[^"]+)" деген сөз\w* "(?P<new>[^"]+)" деген сөз\w+ ауыстырылсын',
}
_INSERT = {
    Language.RU: r'после слова "(?P<old>[^"]+)" дополнить словами "(?P<add>[^"]+)"',
    Language.KK: r'"(?P<old>[^"]+)" деген сөздердің алдынан "(?P<add>[^"]+)" деген сөздермен',
}
_EXCLUDE = r"исключить;|алып тасталсын;"
_ADD_POINT = rf"дополнить пунктом (?P<n>{_N})|мазмұндағы (?P<k>{_N})-тармақпен"
_ADD_ARTICLE = rf"дополнить статьей (?P<n>{_N})|мазмұндағы (?P<k>{_N})-баппен"
_SECOND = {"втор", "екінш"}
_CHAPTER = r"глав|тарау"
_REMARKS = {Mark.NOTE, Mark.NOTE_RUN, Mark.NOTICE}


@dataclass
class Instruction:
    """One instruction with the state it stands in and the wording it quotes."""

    text: str
    article: str
    points: list[str]
    quoted: list[str] = field(default_factory=list)


def articles_of(edition: SampleEdition) -> Articles:
    """The wording of an edition's articles, without headings and remarks."""
    made: Articles = {}
    for paragraph in edition.paragraphs:
        if paragraph.mark.is_article:
            made[paragraph.unit] = []
        elif paragraph.unit in made and paragraph.mark not in _REMARKS:
            made[paragraph.unit].append(plain(paragraph.text))
    return made


def instructions(act: SampleEdition) -> list[Instruction]:
    """What article 1 of the amending act says to do, in order."""
    address = _ADDRESS[act.language]
    found: list[Instruction] = []
    article, points, quoting = "", list[str](), False
    for text in articles_of(act)["1"][1:]:
        if quoting or text.startswith('"'):
            quoting = not re.search(r'"[;.]$', text)
            found[-1].quoted.append(text.removeprefix('"') if not found[-1].quoted else text)
            if not quoting:
                found[-1].quoted[-1] = re.sub(r'"[;.]$', "", found[-1].quoted[-1])
            continue
        outside = re.sub(r'"[^"]*"', '""', text)
        if re.match(r"\d+\) ", text):
            points = []
        if named := re.search(address["article"], outside):
            article = named["n"]
        if named := re.search(address["points"], re.sub(r"подпункт\w*", "", outside)):
            points = re.findall(_N, named["n"])
        found.append(Instruction(text, article, points))
    return found


def replay(act: SampleEdition, before: SampleEdition) -> Articles:
    """The articles of an edition after every instruction of the act."""
    articles = articles_of(before)
    for one in instructions(act):
        _apply(one, articles, act.language)
    return articles


def _apply(one: Instruction, articles: Articles, language: Language) -> None:
    outside = re.sub(r'"[^"]*"', '""', one.text)
    if added := re.search(_ADD_ARTICLE, one.text):
        articles[added["n"] or added["k"]] = one.quoted[1:]
        return
    if re.search(_CHAPTER, outside) or not (one.quoted or _changes(one.text, language)):
        return
    lines = articles[one.article]
    if added := re.search(_ADD_POINT, one.text):
        at = _span(lines, _before(added["n"] or added["k"])).stop
        lines[at:at] = one.quoted
        return
    place = _place(outside, one, lines, language)
    if one.quoted:
        lines[place.start : place.stop] = one.quoted
    elif re.search(_EXCLUDE, one.text):
        del lines[place.start : place.stop]
    else:
        _reword(lines, place, one.text, language)


def _changes(text: str, language: Language) -> bool:
    return any(re.search(p, text) for p in (_EXCLUDE, _REPLACE[language], _INSERT[language]))


def _reword(lines: list[str], place: range, text: str, language: Language) -> None:
    if found := re.search(_REPLACE[language], text):
        old, new = found["old"], found["new"]
    else:
        found = re.search(_INSERT[language], text)
        assert found is not None, text
        old, add = found["old"], found["add"]
        new = f"{old} {add}" if language is Language.RU else f"{add} {old}"
    assert any(old in lines[at] for at in place), f"{old!r} is not where {text!r} looks for it"
    for at in place:
        lines[at] = lines[at].replace(old, new)


def _place(outside: str, one: Instruction, lines: Sequence[str], language: Language) -> range:
    address = _ADDRESS[language]
    place = range(len(lines))
    if one.points:
        place = range(_span(lines, one.points[0]).start, _span(lines, one.points[-1]).stop)
    own = re.sub(r"^\d+\) ", "", outside)
    if named := re.search(address["subpoint"], own):
        at = next(at for at in place if lines[at].startswith(f"{named['n']})"))
        return range(at, at + 1)
    if named := re.search(address["part"], own):
        parts = [at for at in place if not re.match(rf"{_N}\) ", lines[at])]
        at = parts[1] if named["n"] in _SECOND else parts[0]
        return range(at, at + 1)
    return place


def _span(lines: Sequence[str], point: str) -> range:
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{point}. "))
    after = (at for at in range(start + 1, len(lines)) if re.match(rf"{_N}\. ", lines[at]))
    return range(start, next(after, len(lines)))


def _before(number: str) -> str:
    head, _, last = number.rpartition("-")
    return head if last == "1" else f"{head}-{int(last) - 1}"
