"""The sample's acts and editions, read from `acts/`: content as data, one folder an act."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.law import Language
from crawler.sample.text import Mark, Paragraph, Unit, overlay, read_units

SAMPLE_NOTICE: Mapping[Language, str] = {
    Language.RU: "УЧЕБНЫЙ ОБРАЗЕЦ, не официальный текст",
    Language.KK: "ОҚУ ҮЛГІСІ, ресми мәтін емес",
    Language.EN: "SAMPLE, not official text",
}
"""What every page of the sample says of itself."""

LANGUAGES = (Language.RU, Language.KK)

FOLDER = Path(__file__).parent / "acts"


@dataclass(frozen=True)
class SampleCause:
    """The amending act that made an edition."""

    bank_id: int | None
    title: Mapping[Language, str]
    requisites: Mapping[Language, str]


@dataclass(frozen=True)
class SampleAmendingAct:
    """An act that amended one of the sample, with the day of its first official publication.

    The day is made up: registries' pages give none, and without it no start that counts from the
    publication can be computed.
    """

    adopted: date
    number: str
    published: date


@dataclass(frozen=True)
class SampleEdition:
    """One edition in one language, ready to be rendered in either shape."""

    ngr: str
    bank_id: int
    language: Language
    label: date
    title: str
    requisites: str
    status: str
    """`new`, `upd` or `yts`: the registries' own short words."""
    paragraphs: tuple[Paragraph, ...]
    cause: SampleCause | None = None
    holds: tuple[str, ...] = ()
    """The keys the sample has of a long act; empty: the whole of what it has."""


@dataclass(frozen=True)
class SampleAct:
    """One act of the sample with all its editions, oldest first."""

    ngr: str
    bank_id: int
    adopted: date
    number: str
    act_type: str
    title: Mapping[Language, str]
    requisites: Mapping[Language, str]
    editions: tuple[SampleEdition, ...]
    repealed_on: date | None = None
    amended_by: tuple[SampleAmendingAct, ...] = ()

    @cached_property
    def labels(self) -> tuple[date, ...]:
        """The editions' labels, oldest first, each once."""
        return tuple(sorted({edition.label for edition in self.editions}))

    def edition(self, language: Language, label: date | None = None) -> SampleEdition | None:
        """The edition of that day, or without a day the current one; None if there is none."""
        wanted = label or self.labels[-1]
        for edition in self.editions:
            if edition.language is language and edition.label == wanted:
                return edition
        return None


def load_acts(folder: Path = FOLDER) -> tuple[SampleAct, ...]:
    """Every act of the sample, in the order of their adoption."""
    acts = [_load_act(path.parent) for path in folder.glob("*/act.toml")]
    return tuple(sorted(acts, key=lambda act: act.adopted))


def _load_act(folder: Path) -> SampleAct:
    facts = tomllib.loads((folder / "act.toml").read_text("utf-8"))
    editions: list[SampleEdition] = []
    for language in LANGUAGES:
        editions += _load_editions(folder, facts, language)
    return SampleAct(
        ngr=facts["ngr"],
        bank_id=facts["bank_id"],
        adopted=facts["adopted"],
        number=facts["number"],
        act_type=facts["act_type"],
        title=_by_language(facts["title"]),
        requisites=_by_language(facts["requisites"]),
        editions=tuple(editions),
        repealed_on=facts.get("repealed_on"),
        amended_by=tuple(SampleAmendingAct(**one) for one in facts.get("amended_by", ())),
    )


def _load_editions(folder: Path, facts: dict[str, Any], language: Language) -> list[SampleEdition]:
    units: list[Unit] = []
    anchors: dict[tuple[str, str, int], str] = {}
    editions = []
    for entry in facts["edition"]:
        label: date = entry["label"]
        text = (folder / language / f"{label}.txt").read_text("utf-8")
        newer = read_units(text, points=facts.get("points", False))
        units = overlay(units, newer) if units else newer
        contents = entry.get("contents", False)
        cause = entry.get("cause")
        title = entry.get("title", facts["title"])[language]
        notice = SAMPLE_NOTICE[language].partition(",")[0].lower()
        editions.append(
            SampleEdition(
                ngr=facts["ngr"],
                bank_id=facts["bank_id"],
                language=language,
                label=label,
                title=f"{title} ({notice})",
                requisites=entry.get("requisites", facts["requisites"])[language],
                status=entry["status"],
                paragraphs=(
                    *(_contents(units, language) if contents else ()),
                    *_anchored(units, anchors),
                ),
                cause=_cause(cause) if cause else None,
                holds=tuple(facts.get("holds", ())),
            )
        )
    return editions


def _anchored(units: list[Unit], anchors: dict[tuple[str, str, int], str]) -> Iterator[Paragraph]:
    """The paragraphs with their anchors: headings and numbered paragraphs have one."""
    for unit in units:
        seen: Counter[str] = Counter()
        for paragraph in unit.paragraphs:
            number = paragraph.number
            if paragraph.mark in _WITHOUT_ANCHOR or (paragraph.mark is Mark.TEXT and not number):
                yield paragraph
                continue
            key = (unit.name, number, seen[number])
            seen[number] += 1
            yield replace(paragraph, anchor=anchors.setdefault(key, f"z{len(anchors) + 1}"))


_WITHOUT_ANCHOR = {Mark.NOTE, Mark.NOTICE, Mark.ROW, Mark.SIGNATURE}


def _contents(units: list[Unit], language: Language) -> Iterator[Paragraph]:
    """The table of contents that older pages repeat inside the text."""
    yield Paragraph(Mark.TEXT, {Language.RU: "ОГЛАВЛЕНИЕ", Language.KK: "МАЗМҰНЫ"}[language])
    for unit in units:
        for paragraph in unit.paragraphs:
            if paragraph.mark is Mark.DIVISION or paragraph.mark.is_article:
                yield Paragraph(Mark.TEXT, " ".join(paragraph.lines))
    yield Paragraph(Mark.TEXT, "яяяя")


def _cause(entry: dict[str, Any]) -> SampleCause:
    return SampleCause(
        bank_id=entry.get("bank_id"),
        title=_by_language(entry["title"]),
        requisites=_by_language(entry["requisites"]),
    )


def _by_language(words: Mapping[str, str]) -> dict[Language, str]:
    return {Language(code): text for code, text in words.items()}
