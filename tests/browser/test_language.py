"""A page speaks the reader's language: no interface word of another one is left on it.

The law's own words, names in Latin letters, codes and addresses are no interface words. The pages
are those that the screenshots show, with every export of a comparison that is read as a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from api.words.interface import catalogue
from corpus.law import Language
from tests.browser.every_page import DECREE, ELECTIONS, PAGES
from tests.browser.spoken import Said, said

COMPARISON = f"/v1/acts/{ELECTIONS}/diff"
ALSO: dict[str, str] = {
    "problem-kinds": "/problems/not-found",
    "no-such-page": "/nowhere",
    "bad-day": f"/acts/{ELECTIONS}?on=2023-99",
    "no-such-parameter": f"/acts/{ELECTIONS}?in_force_on=2023-01-01",
    "no-such-regime": "/regimes/2099/compare/2020",
    "phase-without-text": "/compare?left=R1-633&right=2020",
    "run": "/status/runs/1",
    "regimes-compared": "/regimes/1999/compare/2020?show=all",
    "correspondence-of-phases": "/regimes/R2a/correspondence/R3d",
    "pairs-of-lawyers": f"/compare?left={DECREE}@2005-07-08&right=U1300000555@2013-04-27&show=all",
    "table": f"{COMPARISON}.html?from=2022-02-07&to=2023-01-01",
    "table-of-regimes": "/v1/regimes/2013/compare/2020.html",
    "embed": f"/embed/acts/{ELECTIONS}/articles/art_113-3",
}
NAMES = frozenset(
    {"Nusqa", "nusqa", "index", "rebuild", "Python", "git", "adilet", "etalon"}
    | {"Atom", "JSON", "Feed", "Lines", "JSON-LD", "CSL", "CSL-JSON", "BibTeX", "RIS", "HTML"}
    | {"SQLite", "Datasette"}
    | {"CSV", "XLSX", "DOCX", "PDF", "SVG", "Markdown", "Parquet", "Akoma", "Ntoso", "XML"}
    | {"API", "URL", "UTC", "HTTP", "https", "MCP", "iframe", "robots.txt", "sha", "HMAC-SHA"}
    | {"webhook", "Standard", "Webhooks", "webhook-id.webhook-timestamp"}
    | {"Eng", "lish", "ru", "kk", "en"}
)
"""Formats, standards, programs, registries and languages: called so in every language."""
_LETTERS = "А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ"
# Printed law has Latin letters inside Kazakh words.
_LATIN = re.compile(rf"(?<![{_LETTERS}A-Za-z])[A-Za-z]+(?:[-.][A-Za-z]+)*(?![{_LETTERS}A-Za-z])")
_CYRILLIC = re.compile(f"[{_LETTERS}]{{3,}}")
_CODES = re.compile(
    r"\S+://\S+|\b[\w-]+\.(?:org|kz)\b"  # addresses
    r"|\b[A-Z]\d{2}[0-9A-Z]{5,}_?"  # an act's number in the registry
    r"|\b[0-9a-f]{16,}\b"  # a hash
    r"|\bR[123](?:-\w+|[a-d])?\b"  # a phase
    r"|\d+-[IVX]+\b"  # an act's number with its convocation
    r"|\b[a-z]+_[\w-]+|\([a-z_]+\)|/\S+"  # keys and parameters
)


def _pages() -> list[str]:
    return sorted({**PAGES, **ALSO})


def _spoken(site: str, name: str, language: Language) -> list[Said]:
    path = {**PAGES, **ALSO}[name]
    address = f"{site}{path}{'&' if '?' in path else '?'}ui={language}"
    answer = httpx.get(address, headers={"accept": "text/html"}, timeout=60)
    assert answer.headers["content-type"].startswith("text/html"), answer.text[:200]
    pieces = list(said(answer.text))
    assert pieces
    return pieces


def _own(pieces: list[Said]) -> Iterator[str]:
    """What is in the page's own language, without codes."""
    yield from (_CODES.sub(" ", one.text) for one in pieces if one.language is None)


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
@pytest.mark.parametrize("name", _pages())
def test_a_russian_or_kazakh_page_has_no_english_words(
    sample_site: str, name: str, language: Language
) -> None:
    found = {
        (word, piece)
        for piece in _own(_spoken(sample_site, name, language))
        for word in _LATIN.findall(piece)
        if word not in NAMES
    }
    assert not found


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
@pytest.mark.parametrize("name", sorted(set(_pages()) - {"api"}))
def test_english_words_are_called_english_only_where_they_are_meant_to_be(
    sample_site: str, name: str, language: Language
) -> None:
    """The official citation in English, and the name of the English interface."""
    english = {
        one.text
        for one in _spoken(sample_site, name, language)
        if one.language == "en" and _LATIN.search(one.text)
    }
    assert all(one in {"Eng", "lish"} or " the Republic of Kazakhstan " in one for one in english)


def _entries(language: Language) -> Iterator[str]:
    for forms in catalogue(language).forms.values():
        yield from forms


def _foreign(theirs: Language, own: Language) -> re.Pattern[str]:
    """What is a whole entry of another catalogue and none of this one, with anything filled in."""
    known = {entry.casefold() for entry in _entries(own)}
    entries = {
        re.sub(r"\\{\w+\\}", r"\\S+", re.escape(entry))
        for entry in _entries(theirs)
        if _CYRILLIC.search(re.sub(r"\{\w+\}", "", entry)) and entry.casefold() not in known
    }
    assert len(entries) > 500
    return re.compile(rf"[,;(]?\s*(?:{'|'.join(sorted(entries))})\s*[.,:;)]?", re.IGNORECASE)


def test_an_entry_is_found_with_what_is_filled_in() -> None:
    russian = _foreign(Language.RU, Language.KK)
    assert russian.fullmatch("Показать на дату")
    assert russian.fullmatch(", заголовок")
    assert russian.fullmatch("Сравнить с предыдущей (07.02.2022)")
    assert not russian.fullmatch("Мына күнге көрсету")
    assert not russian.fullmatch("Кандидата выдвигает партия.")


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        (Language.KK, Language.RU),
        (Language.RU, Language.KK),
        (Language.EN, Language.RU),
        (Language.EN, Language.KK),
    ],
)
@pytest.mark.parametrize("name", _pages())
def test_no_page_has_interface_words_of_another_language(
    sample_site: str, name: str, own: Language, theirs: Language
) -> None:
    foreign = _foreign(theirs, own)
    pieces = (one.text for one in _spoken(sample_site, name, own) if one.language is None)
    assert {piece for piece in pieces if foreign.fullmatch(piece)} == set()
