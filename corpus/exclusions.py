"""What an edition says was excluded from it: the reason why a number or a wording may be missing.

Read from the registry's footnotes and from headings such as «Статья 30. (исключена)»; this only
tells what may be missing, it is no reading of amendments. A number counts only beside the word for
a unit, and only where that unit itself, not its words or its parts, is what was excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.keys import SEPARATOR, arabic
from corpus.law import Article, Edition

EXCLUSION = re.compile(
    r"\b(?:исключен[аоы]?\b|исключить\b|утратил\w*\s+силу|упразднен[аоы]?\b|не\s+действу[ею]т\b"
    r"|(?:алып|алынып)\s+таста\w*|к[үY]ш[іi]\w*\s+жой\w+|жойылды\b"
    r"|excluded\b|repealed\b|deleted\b|annulled\b|ceased\b)",
    re.IGNORECASE,
)
"""What notes say of a unit that is gone, in three languages."""
_RESTATED = re.compile(
    r"\bв\s+(?:новой\s+)?редакции\b|жаңа\s+редакцияда|редакциясында|\bnew\s+(?:wording|edition)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"<\s*\*\s*>")
_SENTENCE_END = re.compile(r"[;\n]|\.\s+(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ])")
_OPENING = re.compile(r"^\W*(?:Сноска|Ескерту|Footnote|Note)\b\W*", re.IGNORECASE)
# After another change is told, another clause begins.
_OTHER_CHANGE = re.compile(
    r"дополнен\w*|изменени\w*|изменен[аоы]?\b|заменен\w*|редакци\w*|өзгер\w*|толықтыр\w*"
    r"|amended|supplemented|replaced",
    re.IGNORECASE,
)
# Smaller than any unit with a key: where these are excluded, the unit stays.
_DETAIL = re.compile(
    r"\b(?:слов|цифр|абзац|част[ьи]|подпункт|предложени|строк|граф[аыу]\b|заголов|наименован"
    r"|примечани|сөз|азат\s+жол|бөліг|бөлік|тармақша|сөйлем|тақырыб|тақырып|атауы"
    r"|word|figure|part\b|sub-?paragraph|subpoint|sentence|heading|title)",
    re.IGNORECASE,
)
_KINDS = {
    "art": (r"стать[яию]|articles?", r"ба[пб](?:тар)?ы?|баптары"),
    "p": (r"пункты?|points?|paragraphs?|items?", r"тармақ(?:тар)?|тармағы|тармақтары"),
    "ch": (r"глав[аыу]|chapters?", r"тарау(?:лар)?ы?"),
    "sec": (r"разделы?|sections?", r"бөл[іi]м(?:дер)?[іi]?"),
    "subsec": (r"подразделы?|subsections?", r"к[іi]ш[іi]\s+бөл[іi]м(?:дер)?[іi]?"),
    "par": (r"параграфы?", r"параграф(?:тар)?ы?"),
    "app": (r"приложени[ея]|annex(?:es)?|appendi(?:x|ces)", r"қосымша(?:лар)?(?:сы|ы)?"),
}
_STEMS = {
    "art": "стать|бап|баб|articl",
    "p": "пункт|тармақ|тармағ|point|paragraph|item",
    "ch": "глав|тарау|chapter",
    "sec": "раздел|бөл[іi]м|section",
    "subsec": "подраздел|subsection",
    "par": "параграф",
    "app": "приложени|қосымша|annex|appendi",
}
_NUMBER = r"(?:\d{1,4}(?:-\d{1,3})*|[IVXLІХ]+)(?![\w.]\d|\w)"
_LIST = rf"{_NUMBER}(?:\s*(?:,|и|мен|және|and|[-–—])\s*{_NUMBER})*"
_NAMED = {
    kind: re.compile(
        # «пункт 4 статьи 3»: a unit right after another's number is only where that one stands.
        rf"(?<![\w-])(?<!\d\s)(?<!\d\)\s)(?:{after})\s+(?P<after>{_LIST})"
        rf"|(?<![\w-])(?P<before>{_LIST})\s*-\s*(?:{before})(?!\w)",
        re.IGNORECASE,
    )
    for kind, (after, before) in _KINDS.items()
}
# «12-баптың күші жойылды»: the owner of the force that ended is what was excluded.
_OF_ITS_FORCE = re.compile(
    r"(?<=[а-яқңі])(?:[тдн][ыіi]ң)(?=\s+к[үY]ш[іi])|(?<=[тл]ар)[ыіi]ның(?=\s+к[үY]ш[іi])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<![\w-])(\d{1,4})\s*[-–—]\s*(\d{1,4})(?![\w-])")
_LONGEST_RANGE = 200
_PREAMBLE = re.compile(r"преамбул|к[іi]р[іi]спе|preamble", re.IGNORECASE)
_ACT = re.compile(
    r"^(?:настоящ\w+\s+|this\s+|осы\s+)?(?:конституционный\s+|конституциялық\s+)?"
    r"(?:закон|кодекс|указ|постановление|приказ|решение|(?:заң|кодекс|жарлық|қаулы)\w*"
    r"|law|code|decree|resolution)$",
    re.IGNORECASE,
)

Unit = tuple[str | None, str]
"""The branch («app_1», of the act itself "") and the last part of a key; None: any branch."""


@dataclass(frozen=True)
class Exclusions:
    """What an edition's notes say was excluded, or restated as a whole."""

    units: frozenset[Unit]
    whole: frozenset[tuple[Unit, str]]
    """Divisions, or the act itself (its last part is empty), that were given anew, or the act
    lost its force, each with the figures of the note: an old note explains no new loss."""

    def explain(self, key: str, divisions: tuple[str, ...] = ()) -> bool:
        """Whether a note says that an article, or a division it stood in, was excluded."""
        return any(_is_among(unit, self.units) for unit in (key, *divisions))

    def explain_anew(self, key: str, divisions: tuple[str, ...], before: Exclusions) -> bool:
        """Whether a note that was not there before says that all around an article was changed."""
        told = {unit for unit, _ in self.whole - before.whole}
        return (None, "") in told or any(_is_among(unit, told) for unit in (key, *divisions))


def exclusions(edition: Edition) -> Exclusions:
    """Everything that an edition's notes, and its divisions' headings, say was excluded."""
    units: set[Unit] = set()
    whole: set[tuple[Unit, str]] = set()
    for place, text in _told(edition):
        for sentence in _SENTENCE_END.split(text):
            figures = " ".join(re.findall(r"\d+", sentence)[:6])
            for unit in _subjects(sentence, place, EXCLUSION):
                if unit[1]:
                    units.add(unit)
                else:
                    whole.add((unit, figures))
            for unit in _subjects(sentence, place, _RESTATED):
                if not unit[1].startswith(("art_", "p_")):
                    whole.add((unit, figures))
    return Exclusions(frozenset(units), frozenset(whole))


def is_excluded(article: Article) -> bool:
    """Whether an article says of itself that it was excluded."""
    if _MARKED.search(article.heading):
        return True
    texts = [article.heading, *(note.text for note in article.notes)]
    if len(article.blocks) == 1 and EXCLUSION.match(article.blocks[0].text.lstrip("( ")):
        texts.append(article.blocks[0].text)
    own = _unit(article.key)
    return any(
        own in _subjects(sentence, article.key, EXCLUSION)
        for text in texts
        for sentence in _SENTENCE_END.split(text)
    )


def _told(edition: Edition) -> Iterator[tuple[str | None, str]]:
    for place, note in edition.footnotes():
        yield place, note.text
    for division in edition.divisions:
        if EXCLUSION.search(division.printed_heading):
            yield division.key, division.printed_heading


def _subjects(sentence: str, place: str | None, happened: re.Pattern[str]) -> set[Unit]:
    """The units of which a sentence, standing at a place, says that it happened to them."""
    sentence = _OF_ITS_FORCE.sub("", sentence)
    verb = happened.search(sentence)
    if not verb:
        return set()
    before = _OPENING.sub("", sentence[: verb.start()])
    clause = before[max((other.end() for other in _OTHER_CHANGE.finditer(before)), default=0) :]
    after = sentence[verb.end() :].lstrip()
    if _DETAIL.search(clause) or _DETAIL.match(after):
        return set()
    branch = None if place is None else place.rpartition(SEPARATOR)[0]
    named = _named(clause) or _named(after, at_once=True) or _named(before)
    if _PREAMBLE.search(clause):
        named.add("preamble")
    if named:
        return {(branch, unit) for unit in named}
    if place is None:
        words = before.strip(' ,:.-–—()«»"')
        return {(None, "")} if not words or _ACT.match(words) else set()
    own = _unit(place)
    kind = own[1].partition("_")[0]
    others = "|".join(stem for one, stem in _STEMS.items() if one != kind)
    return set() if re.search(rf"\b(?:{others})", clause, re.IGNORECASE) else {own}


def _named(text: str, *, at_once: bool = False) -> set[str]:
    found: set[str] = set()
    for kind, pattern in _NAMED.items():
        matches = [pattern.match(text)] if at_once else pattern.finditer(text)
        for match in matches:
            if match:
                found |= {f"{kind}_{one}" for one in _numbers(match["after"] or match["before"])}
    return found


def _numbers(text: str) -> set[str]:
    found = {arabic(number) for number in re.findall(_NUMBER, text)}
    for first, last in _RANGE.findall(text):
        if int(first) < int(last) <= int(first) + _LONGEST_RANGE:
            found |= {str(number) for number in range(int(first), int(last) + 1)}
    return found


def _unit(key: str) -> Unit:
    branch, _, last = key.rpartition(SEPARATOR)
    return branch, last


def _is_among(key: str, units: frozenset[Unit] | set[Unit]) -> bool:
    branch, last = _unit(key)
    return (branch, last) in units or (None, last) in units
