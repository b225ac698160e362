"""What the registries ask for and are told: requests, sources, the numbers of acts in addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.law import WHOLE, Cause, EditionLabel, Holding, Language


class PageKind(StrEnum):
    """What a registry's page is."""

    EDITION = "edition"
    EDITION_LIST = "edition-list"
    CARD = "card"


class Format(StrEnum):
    """The form in which a page or file gives its text; the words of `manifest.toml`."""

    ADILET = "adilet-classic"
    ADILET_HISTORY = "adilet-history"
    ADILET_CARD = "adilet-card"
    ADILET_SHELL = "adilet-shell"
    ETALON = "etalon"
    ETALON_VERSIONS = "etalon-versions"
    MIRROR = "mirror"
    REFERENCE_BANK_MARKDOWN = "reference-bank-markdown"
    PLAIN_TEXT = "plain-text"


EDITION_LIST_FORMATS = frozenset({Format.ADILET_HISTORY, Format.ETALON_VERSIONS})


@dataclass(frozen=True)
class Request:
    """What to fetch and what it is.

    `label` is None for the current text, whose label is not known before the list is read.
    `part` counts the pages of a paged document from 1.
    """

    url: str
    page: PageKind
    ngr: str
    language: Language
    label: EditionLabel | None = None
    part: int = 1


@dataclass(frozen=True)
class PageSource:
    """What is known of a page before it is read: whose it is, and in which form.

    `label` None lets the page say it. `reference_bank_id` lets a page that names only that number
    be told from another act's. `title` is used where the form has none (plain text).
    """

    ngr: str
    language: Language
    format: Format
    label: EditionLabel | None = None
    holding: Holding = WHOLE
    cause: Cause | None = None
    url: str | None = None
    title: str | None = None
    known_on: date | None = None
    reference_bank_id: int | None = None
    sample: bool = False


REGISTRY_LANGUAGES = {Language.RU: "rus", Language.KK: "kaz", Language.EN: "eng"}
"""How the registries' addresses name the languages."""

LANGUAGES = {name: language for language, name in REGISTRY_LANGUAGES.items()}

# A letter, then figures and letters (G25SB03117M), then perhaps an underscore (Z950002464_).
NGR = r"[A-Z][0-9A-Z]{3,}_?"
_NGR = re.compile(NGR)
_IN_ADDRESS = re.compile(
    rf"/(?P<language>rus|kaz|eng)/(?:archive/)?docs/(?P<ngr>{NGR})"
    r"(?:/(?P<day>\d{2}\.\d{2}\.\d{4}))?(?=[/?#\"'\s]|$)"
)


@dataclass(frozen=True)
class Address:
    """What an adilet address says: act, language, and the edition's day where it has one."""

    ngr: str
    language: Language
    label: EditionLabel | None


def is_ngr(text: str) -> bool:
    """Whether a text has the form of a state registry number."""
    return _NGR.fullmatch(text) is not None


def read_address(url: str) -> Address | None:
    """The act that an adilet address leads to, or None for any other address.

    The number stands between slashes, so it needs no pattern for its inside: old numbers end in
    an underscore, new local acts mix letters and figures.
    """
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    label = None
    if match["day"]:
        try:
            label = EditionLabel.parse(match["day"])
        except ValueError:
            return None
    return Address(match["ngr"], LANGUAGES[match["language"]], label)
