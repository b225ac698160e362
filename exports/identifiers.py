"""What a work, an expression and a provision are called for good: Akoma Ntoso's addresses.

The form is that of the Akoma Ntoso Naming Convention 1.0 (OASIS, 2019), chapter 4:
`/akn/kz/act/1995/Z950002464_/rus@2022-02-07/~art_36`. A work is named by its state registry number
(NGR), which every act has and which never changes; the year is the one in that number. A state
number («148») is not every act's, begins anew every year, and may not be known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, unquote

from corpus.keys import SEPARATOR
from corpus.law import EditionLabel, Language

COUNTRY = "kz"
ROOT = f"/akn/{COUNTRY}/act"
ISO_639_2 = {Language.RU: "rus", Language.KK: "kaz", Language.EN: "eng"}
LANGUAGES = {code: language for language, code in ISO_639_2.items()}

# Our prefixes of keys, and the abbreviations of the naming convention, where they differ.
_ABBREVIATED = {
    "app": "att",
    "ch": "chp",
    "par": "subchp",
    "p": "para",
    "sp": "subpara",
    "part": "al",
}
_SPELT_OUT = {short: ours for ours, short in _ABBREVIATED.items()}
_IN_NGR = re.compile(r"[A-Z](\d\d)")
_CENTURY_BEGINS = 50
"""Two figures from here on are a year of the 1900s."""
_NOT_IN_AN_ID = re.compile(r"[^\w.-]")
NO_YEAR = "nn"
"""What the naming convention puts where there is nothing to name by."""


def element_id(key: str) -> str:
    """The eId of a key: `app_1__p_13` is `att_1__para_13`."""
    parts = []
    for part in key.split(SEPARATOR):
        prefix, mark, number = part.partition("_")
        parts.append(_NOT_IN_AN_ID.sub("-", f"{_ABBREVIATED.get(prefix, prefix)}{mark}{number}"))
    return SEPARATOR.join(parts) or "nn"


def key_of_element(element: str) -> str:
    """The key again: `att_1__para_13` is `app_1__p_13`; a key stays what it is."""
    parts = []
    for part in element.split(SEPARATOR):
        prefix, mark, number = part.partition("_")
        parts.append(f"{_SPELT_OUT.get(prefix, prefix)}{mark}{number}")
    return SEPARATOR.join(parts)


def year_of(ngr: str) -> str:
    """The year in a registry number, `nn` where it has none."""
    found = _IN_NGR.match(ngr)
    if found is None:
        return NO_YEAR
    year = int(found.group(1))
    return str((1900 if year >= _CENTURY_BEGINS else 2000) + year)


def work_address(ngr: str) -> str:
    """The address of an act, in whatever language and edition."""
    return f"{ROOT}/{year_of(ngr)}/{quote(ngr, safe='')}"


def work_by_number(adopted: date, number: str) -> str:
    """The address of an act of which only its day and state number are known."""
    return f"{ROOT}/{adopted.isoformat()}/{quote(number, safe='-')}"


def expression_address(ngr: str, language: Language, label: EditionLabel | None) -> str:
    """The address of an edition; without a label, of whatever edition is the newest."""
    version = "" if label is None else f"@{label}"
    return f"{work_address(ngr)}/{ISO_639_2[language]}{version}"


def provision_address(around: str, key: str) -> str:
    """The address of a provision in a work or an expression."""
    return f"{around}/~{quote(element_id(key), safe='')}"


EXAMPLES = (
    f"{ROOT}/1995/Z950002464_",
    f"{ROOT}/1995/Z950002464_/rus",
    f"{ROOT}/1995/Z950002464_/rus@2022-02-07/~art_36",
)


class NoSuchForm(Exception):
    """An address that is not of the form of the naming convention."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address[:200]!r} is no address of an act. They look like {', '.join(EXAMPLES)}."
        )


@dataclass(frozen=True)
class Named:
    """What an address names.

    `name` is an NGR or a state number, `when` the year or day before it as it is written. `label`
    names an edition, `on` the day of a text (`rus:2022-06-01`). `key` is a provision's.
    """

    when: str
    name: str
    language: Language | None = None
    label: EditionLabel | None = None
    on: date | None = None
    key: str | None = None
    ending: str = ""


_ADDRESS = re.compile(
    r"/akn/kz/act/(?P<when>[^/]+)/(?P<name>[^/]+?)"
    r"(?:/(?P<language>[a-z]{3})(?:@(?P<label>[0-9a-z.-]+?)|:(?P<on>[0-9-]+))?)?"
    r"(?:/!main)?(?:/~(?P<place>[^/]+?))?(?P<ending>\.akn|\.jsonld|\.html)?"
)


def parse_address(address: str) -> Named:
    """What an address names; raises NoSuchForm."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise NoSuchForm(address)
    try:
        language = LANGUAGES[found["language"]] if found["language"] else None
        label = EditionLabel.parse(found["label"]) if found["label"] else None
        on = date.fromisoformat(found["on"]) if found["on"] else None
    except (KeyError, ValueError):
        raise NoSuchForm(address) from None
    return Named(
        when=found["when"],
        name=unquote(found["name"]),
        language=language,
        label=label,
        on=on,
        key=key_of_element(unquote(found["place"])) if found["place"] else None,
        ending=(found["ending"] or "").removeprefix("."),
    )
