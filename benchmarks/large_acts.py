"""Very large acts, made up and put through the whole funnel: what `benchmarks.large` asks about."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corpus.law import EditionLabel, Language
from corpus.search import open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import open_store
from corpus.store.snapshots import Fetched, Snapshots
from corpus.watched import Watchlist
from crawler.ingest import Ingest, ReceivedKind
from crawler.registries.pages import Format, PageSource
from diffing.in_force.days import days_in_force

_FIRST_DAY = date(1996, 1, 1)
_A_DIVISION = 20
"""Articles in a chapter."""
_POINTS = 4


@dataclass(frozen=True)
class LargeAct:
    """How much of what an act has; `reworded` are articles that each edition words anew.

    Each reworded article is given a footnote that names its act; `footnotes` more of each article
    stand in every edition.
    """

    name: str
    ngr: str
    articles: int
    editions: int
    reworded: int
    footnotes: int = 0
    languages: tuple[Language, ...] = (Language.RU, Language.KK)

    def label(self, edition: int) -> date:
        """The label of an edition, counted from 0."""
        return _FIRST_DAY + timedelta(days=edition * 10_000 // self.editions)

    @property
    def newest(self) -> date:
        """The label of the newest edition."""
        return self.label(self.editions - 1)


LARGE_ACTS = (
    LargeAct("2,000 articles", "Z9000000001", articles=2_000, editions=10, reworded=40),
    LargeAct("5,000 footnotes", "Z9000000002", articles=500, editions=3, reworded=20, footnotes=10),
    LargeAct("300 editions", "Z9000000003", articles=60, editions=300, reworded=3),
)


def fill(folder: Path, acts: tuple[LargeAct, ...] = LARGE_ACTS) -> dict[str, float]:
    """Import acts into the data folder, and index them; processor seconds by act."""
    settings = Settings(data_dir=folder)
    seconds = {}
    with closing(open_store(settings.database)) as store:
        store.migrate()
        snapshots = Snapshots(settings.snapshots)
        ingest = Ingest(store, snapshots, Watchlist(()), "files", lambda: datetime.now(UTC))
        for act in acts:
            began = time.process_time()
            for page, source in _pages(act):
                received = ingest.receive(page, source)
                assert received.kind is ReceivedKind.STORED, received.message
            seconds[act.name] = time.process_time() - began
        IndexKeeper(store, open_engine(settings), days_in_force, settings.index_dir).rebuild()
    return seconds


def _pages(act: LargeAct) -> Iterator[tuple[Fetched, PageSource]]:
    for edition in range(act.editions):
        for language in act.languages:
            label = EditionLabel.on(act.label(edition))
            url = f"https://registry.example/{act.ngr}/{language}/{label}"
            source = PageSource(
                act.ngr, language, Format.REFERENCE_BANK_MARKDOWN, label=label, url=url
            )
            page = (_in_russian if language is Language.RU else _in_kazakh)(act, edition)
            yield Fetched(url, datetime.now(UTC), 200, {}, page.encode()), source


def _last_reworded(act: LargeAct, number: int, edition: int) -> int:
    """The edition up to one that last worded an article anew; 0 where none did."""
    groups = max(act.articles // act.reworded, 1)
    while edition and number % groups != edition % groups:
        edition -= 1
    return edition


def _in_russian(act: LargeAct, edition: int) -> str:
    parts = [f"# О саде ({act.name}, выдуманный текст)"]
    for number in range(1, act.articles + 1):
        if number % _A_DIVISION == 1:
            parts.append(f"## Глава {number // _A_DIVISION + 1}. Часть сада")
        at = _last_reworded(act, number, edition)
        parts.append(f"### Статья {number}. О грядке {number}")
        parts += [
            f"      {point}. Грядку {number} поливают {point + at % 7} раз в день, как сказано "
            f"в статье {number % act.articles + 1} настоящего Закона, и ведут об этом запись."
            for point in range(1, _POINTS + 1)
        ]
        parts += [
            f"      Сноска. Статья {number} с изменениями, внесенными Законом РК от "
            f"0{own % 9 + 1}.02.1995 № {own + 1}."
            for own in range(act.footnotes)
        ]
        if at:
            parts.append(
                f"      Сноска. Статья {number} в редакции Закона РК от "
                f"{act.label(at):%d.%m.%Y} № {at} (вводится в действие с "
                f"{act.label(at) + timedelta(days=9):%d.%m.%Y})."
            )
    return "\n\n".join(parts)


def _in_kazakh(act: LargeAct, edition: int) -> str:
    parts = [f"# Бақ туралы ({act.name}, ойдан шығарылған мәтін)"]
    for number in range(1, act.articles + 1):
        if number % _A_DIVISION == 1:
            parts.append(f"## {number // _A_DIVISION + 1}-тарау. Бақтың бөлігі")
        at = _last_reworded(act, number, edition)
        parts.append(f"### {number}-бап. {number}-жүйек туралы")
        parts += [
            f"      {point}. {number}-жүйек осы Заңның {number % act.articles + 1}-бабында "
            f"айтылғандай күніне {point + at % 7} рет суарылады және ол туралы жазба жүргізіледі."
            for point in range(1, _POINTS + 1)
        ]
        parts += [
            f"      Ескерту. {number}-бапқа өзгерістер енгізілді - ҚР 1995.02.0{own % 9 + 1} "
            f"№ {own + 1} Заңымен."
            for own in range(act.footnotes)
        ]
        if at:
            parts.append(
                f"      Ескерту. {number}-бап жаңа редакцияда - ҚР {act.label(at):%d.%m.%Y} "
                f"№ {at} ({act.label(at) + timedelta(days=9):%d.%m.%Y} бастап қолданысқа "
                f"енгізіледі) Заңымен."
            )
    return "\n\n".join(parts)
