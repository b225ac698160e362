"""Which page of the sample an address leads to, sound or bent by a fault. No network here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from corpus.law import EditionLabel, Language
from crawler.sample import reference_bank
from crawler.sample.acts import LANGUAGES, SampleAct, SampleEdition
from crawler.sample.classic import UPDATED_ON, ClassicPages
from crawler.sample.classic_text import CODES
from crawler.sample.faults import Fault
from crawler.sample.text import Mark, Paragraph

_BY_CODE = {code: language for language, code in CODES.items()}
_LATER = UPDATED_ON + timedelta(days=30)
_STRAY = {Fault.SHELL: "shell", Fault.LOGIN: "login", Fault.ERROR_PAGE: "error"}

ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /advanced-search\nAllow: /\n"
ROBOTS_FORBID = "User-agent: *\nDisallow: /\n"

HTML, JSON, TEXT = "text/html", "application/json", "text/plain"


@dataclass(frozen=True)
class Page:
    """A page to answer with; `modified` is the day for Last-Modified."""

    body: bytes
    media_type: str
    modified: date = UPDATED_ON


class SamplePages:
    """All pages of the sample, in both shapes, made when they are asked for."""

    def __init__(self, acts: tuple[SampleAct, ...]) -> None:
        self._acts = acts
        self._classic = ClassicPages(acts)

    def robots(self, fault: Fault | None) -> Page:
        """robots.txt: it allows, unless it is told to forbid."""
        text = ROBOTS_FORBID if fault is Fault.ROBOTS_FORBID else ROBOTS
        return Page(text.encode(), TEXT)

    def index(self) -> Page:
        """The list of what there is."""
        return _html(self._classic.index())

    def missing(self) -> Page:
        """What a 404 answers with."""
        return _html(self._classic.stray("missing"))

    def stray(self, fault: Fault | None) -> Page | None:
        """The page that is no act's which a fault puts in an act's place; None for others."""
        return _html(self._classic.stray(_STRAY[fault])) if fault in _STRAY else None

    def edition(
        self, code: str, ngr: str, day: str | None, fault: Fault | None, *, archive: bool
    ) -> Page | None:
        """A classic act page: the current text without a day. The current one has no /archive/."""
        found = self._find(code, day, fault, ngr=ngr)
        if found is None:
            return None
        act, edition = found
        current = edition.label == act.labels[-1]
        if archive and current and fault is None:
            return None
        updated = _LATER if fault is Fault.TOUCHED else UPDATED_ON
        html = self._classic.edition(edition, dated=archive and not current, updated=updated)
        return replace(_html(html), modified=_modified(edition, current=current, fault=fault))

    def history(self, code: str, ngr: str, fault: Fault | None) -> Page | None:
        """A classic edition list."""
        found = self._find(code, None, fault, ngr=ngr)
        if found is None:
            return None
        act, edition = found
        return _html(self._classic.history(act, edition.language))

    def card(self, code: str, ngr: str, fault: Fault | None) -> Page | None:
        """A classic metadata card."""
        found = self._find(code, None, fault, ngr=ngr)
        if found is None:
            return None
        act, edition = found
        card = self._classic.card(act, edition.language)
        return _html(card) if card else None

    def versions(self, bank_id: int, code: str, fault: Fault | None) -> Page | None:
        """The reference bank's edition list."""
        found = self._find(code, None, fault, bank_id=bank_id)
        if found is None:
            return None
        act, edition = found
        return _json(reference_bank.versions(act, edition.language))

    def document(
        self,
        bank_id: int,
        code: str,
        day: str | None,
        query: Mapping[str, str],
        fault: Fault | None,
    ) -> Page | None:
        """One page of an edition from the reference bank."""
        found = self._find(code, day, fault, bank_id=bank_id)
        if found is None:
            return None
        act, edition = found
        page = query.get("page", "1")
        answer = reference_bank.document(
            act,
            edition,
            with_html=query.get("withHtml", "true").lower() == "true",
            page=int(page) if page.isdigit() else 0,
        )
        if answer is None:
            return None
        if fault is Fault.TOUCHED:
            answer["updatedOn"] = _LATER.isoformat()
        current = bool(answer["actualVersion"])
        return replace(_json(answer), modified=_modified(edition, current=current, fault=fault))

    def search(self, asked: dict[str, Any]) -> Page:
        """The reference bank's answer to a search."""
        return _json(reference_bank.search(self._acts, asked))

    def _find(
        self,
        code: str,
        day: str | None,
        fault: Fault | None,
        *,
        ngr: str | None = None,
        bank_id: int | None = None,
    ) -> tuple[SampleAct, SampleEdition] | None:
        """The act and edition an address names, or what a fault puts in their place."""
        language = _BY_CODE.get(code)
        acts = [act for act in self._acts if ngr == act.ngr or bank_id == act.bank_id]
        label = _label(day) if day else None
        if language is None or not acts or (day and label is None):
            return None
        act = acts[0]
        if fault is Fault.WRONG_LANGUAGE:
            language = next(other for other in LANGUAGES if other is not language)
        if fault is Fault.OTHER_ACT:
            act = self._acts[(self._acts.index(act) + 1) % len(self._acts)]
            label = None
        edition = act.edition(language, label)
        if edition is None:
            return None
        return act, bent(edition, fault)


def bent(edition: SampleEdition, fault: Fault | None) -> SampleEdition:
    """An edition as SHRUNK or CORRECTED leaves it; any other fault leaves it whole."""
    if fault is Fault.SHRUNK:
        return replace(edition, paragraphs=_shrunk(edition.paragraphs))
    if fault is Fault.CORRECTED:
        return replace(edition, paragraphs=_corrected(edition))
    return edition


def _shrunk(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The first third of the units, the signature after it, as if the rest had never been."""
    units = list(dict.fromkeys(paragraph.unit for paragraph in paragraphs))
    kept = set(units[: max(len(units) // 3, 1)])
    return tuple(p for p in paragraphs if p.unit in kept or p.mark is Mark.SIGNATURE)


def _corrected(edition: SampleEdition) -> tuple[Paragraph, ...]:
    """The last numbered paragraph with a word more."""
    word = {Language.RU: "(исправлено)", Language.KK: "(түзетілді)"}[edition.language]
    at = max(
        place
        for place, paragraph in enumerate(edition.paragraphs)
        if paragraph.mark is Mark.TEXT and paragraph.number
    )
    old = edition.paragraphs[at]
    new = replace(old, text=f"{old.text.rstrip('.;')} {word}{old.text[-1]}")
    return (*edition.paragraphs[:at], new, *edition.paragraphs[at + 1 :])


def _modified(edition: SampleEdition, *, current: bool, fault: Fault | None) -> date:
    if fault is not None:
        return _LATER
    return UPDATED_ON if current else edition.label


def _label(day: str) -> date | None:
    try:
        return EditionLabel.parse(day).first_day
    except ValueError:
        return None


def _html(text: str) -> Page:
    return Page(text.encode(), HTML)


def _json(answer: Any) -> Page:
    return Page(json.dumps(answer, ensure_ascii=False).encode(), JSON)
