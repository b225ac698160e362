"""What a citation says of its act: registry number, numbers and days, form, words of a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.citations.forms import RULES, forms_named, without_forms
from corpus.notes.days import STARTS, day
from corpus.notes.mentions import bare_number
from corpus.notes.tokens import tokens_of

_NGR = re.compile(r"(?<![\w/])(?P<ngr>[A-ZА-Я]\d{4,12}_?)(?!\w)")
_IN_ADDRESS = re.compile(
    r"(?:/(?:rus|kaz|eng)(?:/archive)?/docs/|/acts/)(?P<ngr>[A-Z]\d{4,12}_?)", re.IGNORECASE
)
_IN_BANK = re.compile(r"zan\.gov\.kz/\S*?/doc/(?P<id>\d{1,9})", re.IGNORECASE)
_OF_EDITION = re.compile(
    r"\((?:[^()]*?\s)?(?:в\s+ред(?:\.|акции)|ред\.|с\s+изм\w*|по\s+состоянию|редакция\w*|жағдай"
    r"|as\s+amended|edition|version)[^()]*\)"
    r"|(?<!\w)в\s+ред(?:\.|акции)\s+(?:закон\w+\s+(?:рк\s+)?)?от\s+[\d.]+(?:\s*г(?:\.|ода))?",
    re.IGNORECASE,
)
_QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
_ACT_WORD = re.compile(r"(?<!\w)(?:акт(?:а|у|ом|е)?|акт[іi]\w*|act)(?!\w)", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans("КРНТВМАСЕ", "KPHTBMACE")
_PLAIN_NUMBER = re.compile(r"(?<![\w./-])\d{2,5}(?:-[IVXІХivxіх]+)?(?![\w.]\d|[\w/])")
_IDLE_WORDS = """
о об в во на к и с по от для из рк республики республика казахстан казахстана настоящего
этого того же см смотри согласно соответствии года году г қр қазақстан республикасы
республикасының республикасындағы республикасында туралы бойынша сәйкес осы мен және жылғы
президента президенттің президентінің президенті қазақ the of on in and to for under see
republic kazakhstan president no dated act акт акта акта
"""
IDLE = frozenset(_IDLE_WORDS.split())
"""Words that tell no act from another."""
_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2100


@dataclass(frozen=True)
class ActReference:
    """What a citation says of its act.

    `words` are those that are left over and may be a title; `rules` tells that rules which an act
    approved are meant, `itself` that the act is («пункт 1 Указа»). `days` that cannot be stand as
    None; `no_days` are they as written.
    """

    ngr: str | None = None
    reference_bank_id: int | None = None
    numbers: tuple[str, ...] = ()
    days: tuple[date | None, ...] = ()
    forms: tuple[str, ...] = ()
    rules: bool = False
    itself: bool = False
    words: str = ""
    no_days: tuple[str, ...] = ()

    @property
    def says_which(self) -> bool:
        """Whether it names an act at all, or only the kind of act."""
        return bool(self.ngr or self.reference_bank_id or self.numbers or self.days or self.words)


def read_reference(text: str) -> ActReference:
    """What a text says of an act; the addresses of units are to be taken out before.

    Which edition is meant («в редакции от 24.05.2021») does not say which act.
    """
    text = _OF_EDITION.sub(" ", text)
    found = _IN_ADDRESS.search(text)
    bank = _IN_BANK.search(text)
    if found or bank:
        return ActReference(
            found["ngr"].upper() if found else None, int(bank["id"]) if bank else None
        )
    called = _without_quoted(text)  # a title may speak of rules, of other acts
    forms = forms_named(called) or forms_named(text)
    rules = bool(RULES.search(called))
    itself = bool(forms_named(called) or _ACT_WORD.search(called))
    if not rules and not itself:
        rules, itself = bool(RULES.search(text)), bool(forms)
    if found := _NGR.search(text):
        ngr = found["ngr"].translate(_LOOK_ALIKES)
        return ActReference(ngr, rules=rules and not itself, itself=itself)
    numbers, days, no_days, left = _numbers_and_days(text)
    if not numbers and (forms or rules):
        plain = [one for one in _PLAIN_NUMBER.finditer(left) if not _is_year(one.group())]
        numbers = [number for one in plain[:1] if (number := bare_number(one.group()))]
        left = _PLAIN_NUMBER.sub(" ", left) if numbers else left
    words = [
        word
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", without_forms(left))
        if word.casefold() not in IDLE and len(word) > 1
    ]
    return ActReference(
        numbers=tuple(dict.fromkeys(numbers)),
        days=tuple(days),
        forms=forms,
        rules=rules,
        itself=itself,
        words=" ".join(words),
        no_days=tuple(dict.fromkeys(no_days)),
    )


def _without_quoted(text: str) -> str:
    """A text without what stands between its first opening and its last closing mark."""
    for opening, closing in _QUOTES:
        start, end = text.find(opening), text.rfind(closing)
        if 0 <= start < end:
            text = f"{text[:start]} {text[end + 1 :]}"
    return text


def _numbers_and_days(text: str) -> tuple[list[str], list[date | None], list[str], str]:
    """The acts' numbers and days in a text, the days that cannot be, and the text without them."""
    tokens = tokens_of(text)
    numbers: list[str] = []
    days: list[date | None] = []
    no_days: list[str] = []
    left, at, done = [], 0, 0
    while tokens[at].tag != "end":
        token = tokens[at]
        if token.tag == "number" and (number := bare_number(token.value)):
            numbers.append(number)
            left.append(text[done : token.start])
            done = token.end
        elif token.tag in STARTS and (read := day(tokens, at)):
            end, found = read
            days.append(found.on)
            no_days += [] if found.on else [text[found.start : found.end].strip()]
            left.append(text[done : token.start])
            at, done = end - 1, tokens[end - 1].end
        at += 1
    return numbers, days, no_days, " ".join([*left, text[done:]])


def _is_year(number: str) -> bool:
    return number.isdecimal() and _EARLIEST_YEAR <= int(number) <= _LATEST_YEAR
