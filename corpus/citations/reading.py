"""A citation as a person writes it, taken apart: which act, which units, in which language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from corpus.addresses import Address, Unit, addresses_in
from corpus.citations.references import ActReference, read_reference
from corpus.law import Language

LONGEST_CITATION = 1_000
_PART = r"(?:app|sec|subsec|ch|par|art|p|sp|part|indent|note|table)_[\w-]+?"
_KEY = re.compile(
    # «preamble» alone is an English word: it is a key only where an act's number is before it.
    rf"(?P<key>(?:(?<![\w/-]){_PART}|(?<=:)(?:preamble|text))(?:__(?:{_PART}|preamble|text))*)"
    r"(?![\w-])"
)
_OWN_ADDRESS = re.compile(r"/acts/(?P<ngr>[^/?#\s]+)(?:/articles/(?P<key>[^/?#\s]+))?")
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC_LETTER = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True)
class ReadCitation:
    """What a citation says.

    `units` are the address of each provision it names, outermost unit first; `key` is a key of
    ours where it is written as one. `edition` and `language_named` come from an address of ours.
    """

    text: str
    language: Language
    reference: ActReference
    units: tuple[tuple[Unit, ...], ...] = ()
    key: str | None = None
    edition: str | None = None
    language_named: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says neither an act nor a place."""
        return not self.units and self.key is None and not self.reference.says_which


def read_citation(text: str, asked: Language | None = None) -> ReadCitation:
    """Take a citation apart; words of another language than the one asked for are read too.

    Never fails: what says nothing gives an empty reading.
    """
    text = " ".join(text[:LONGEST_CITATION].split())
    if own := _OWN_ADDRESS.search(text):
        return _of_own_address(text, own, asked)
    found = _KEY.search(text)
    if found:
        left = text[: found.start()].rstrip(" :") + " " + text[found.end() :]
        return ReadCitation(
            text, asked or language_by_letters(text), read_reference(left), key=found["key"]
        )
    language, addresses = _addresses(text, asked)
    units = tuple(dict.fromkeys(address.units for address in addresses))
    return ReadCitation(text, language, read_reference(_without(text, addresses)), units)


def language_by_letters(text: str) -> Language:
    """The language that the letters of a few words show; Russian where they do not tell."""
    if _KAZAKH_LETTER.search(text):
        return Language.KK
    has_latin = re.search("[a-z]{2}", text, re.IGNORECASE)
    return Language.EN if has_latin and not _CYRILLIC_LETTER.search(text) else Language.RU


def _of_own_address(text: str, own: re.Match[str], asked: Language | None) -> ReadCitation:
    """`https://…/acts/Z010000148_/articles/art_36?lang=ru&edition=2021-05-24`."""
    url = next(word for word in text.split() if own.group() in word)
    parameters = parse_qs(urlsplit(url).query)
    lang = parameters.get("lang", [""])[0]
    language = Language(lang) if lang in {*Language} else None
    key = unquote(own["key"]) if own["key"] else None
    return ReadCitation(
        text,
        language or asked or Language.RU,
        ActReference(ngr=unquote(own["ngr"]).upper()),
        key=key,
        edition=parameters.get("edition", [None])[0],
        language_named=language is not None,
    )


def _addresses(text: str, asked: Language | None) -> tuple[Language, Sequence[Address]]:
    """The addresses in the language in whose words the most is said."""
    by_letters = language_by_letters(text)
    order = dict.fromkeys([by_letters, *([asked] if asked else []), *Language])
    read = {language: addresses_in(text, language) for language in order}
    best = max(order, key=lambda language: _said(read[language]))
    if not read[best]:
        return (asked or by_letters), ()
    return best, read[best]


def _said(addresses: Sequence[Address]) -> int:
    """How much of a text its addresses cover."""
    return sum(end - start for start, end in {(one.start, one.end) for one in addresses})


def _without(text: str, addresses: Sequence[Address]) -> str:
    for start, end in sorted({(one.start, one.end) for one in addresses}, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
