"""Texts to search in: paraphrases of our own, and paragraphs of the official ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from corpus.law import Language, digest
from corpus.search import SearchDocument


def document(text: str, **more: Any) -> SearchDocument:
    """A document whose id changes with all that it says; `more` are fields of it."""
    filled: dict[str, Any] = {
        "ngr": "Z950002464_",
        "key": "art_1",
        "lang": Language.RU,
        "heading": "",
        "act_title": "Об акте",
        "kind": "article",
        "valid_from": date(2020, 1, 1),
        "valid_to": None,
        "is_current": True,
        "label": "2020-01-01",
        **more,
    }
    made = SearchDocument(id="", text=text, text_hash=digest(text), **filled)
    return replace(made, id=f"{made.article}/{digest(made.to_json().decode())[:16]}")


# Our own words about the subject matter, none of them official.
_OWN = (
    ("ru", "Статья 1. О чём этот закон", "Закон говорит о выборах акимов и депутатов маслихата."),
    ("ru", "Статья 2. Кто голосует", "Голосуют жители; акима сельского округа выбирают они сами."),
    (
        "ru",
        "Статья 2-1. Порядок выборов",
        "1. На выборах акимов сельских округов ящик один.\n2) Ёлки нет.",
    ),
    ("ru", "Статья 12. Срок", "Срок полномочий — четыре года, и ещё год; ст.12 закона № 148-VІ."),
    (
        "ru",
        "Статья 113-3. Выдвижение",
        "Кандидата выдвигает партия <script>alert(1)</script> & он сам.",
    ),
    ("ru", "", "Просто слова без заголовка: порядок, выборов, порядок выборов, выборов порядок."),
    (
        "kk",
        "1-бап. Әкімді сайлау",
        "Ауылдық округтің әкімін сайлаушылар сайлайды.\n2. Мәслихаттың шешімі.",
    ),
    ("kk", "2-бап. Мерзім", "Әкiмнің өкілеттігі төрт жыл. Осы баптың 1-тармағы қолданылады."),
    ("kk", "113-3-бап. Кандидат", "Округтердің әкімдері; бабында көрсетілген кандидаттар."),
    ("en", "Article 1. Scope", "The law governs elections of akims and members of maslikhats."),
    ("en", "Article 113-3. Nomination", "A candidate is nominated by a party; voters' rights."),
)


def own_documents() -> list[SearchDocument]:
    """A few dozen short texts in three languages, in two acts, with windows of several kinds."""
    windows: tuple[tuple[date | None, date | None], ...] = (
        (date(1999, 5, 6), date(2004, 4, 14)),
        (date(2004, 4, 14), date(2030, 1, 1)),
        (None, None),
        (date(2013, 4, 24), date(2013, 4, 24)),
        (date(2030, 1, 1), None),
    )
    return [
        document(
            f"{text} Вариант {turn}.",
            key=f"art_{number + 1}",
            lang=Language(lang),
            heading=heading,
            valid_from=begins,
            valid_to=ends,
            is_current=ends is None,
            doubtful=(number + turn) % 3 == 1,
            held_from=begins if number % 2 else None,
            held_to=date(2012, 6, 1) if number % 4 == 1 else ends,
            replaced=turn < 2,
            notes=f"Сноска. Статья изменена законом № {number}." if number % 3 else "",
            regimes=(("R1", "R2a"), ("R1",), ())[number % 3],
            themes=("term", "voting") if turn == 0 else ("voting",),
            **_ACTS[number % 2],
        )
        for number, (lang, heading, text) in enumerate(_OWN)
        for turn, (begins, ends) in enumerate(windows)
    ]


_ACTS: tuple[dict[str, Any], ...] = (
    {
        "ngr": "Z950002464_",
        "act_title": "О том, как выбирают",
        "act_number": "2464",
        "form": "constitutional law",
        "year": 1995,
    },
    {
        "ngr": "U1300000555",
        "act_title": "О порядке на селе",
        "form": "presidential decree",
        "year": 2013,
    },
)


def held_documents() -> list[SearchDocument]:
    """Those that held on some day: which of the others are told of depends on what else fits."""
    return [one for one in own_documents() if not one.held_on_no_day]


def official_documents(registry: Path, most: int) -> list[SearchDocument]:
    """Paragraphs of the official texts, naively cut, with windows drawn by a fixed seed."""
    chance = random.Random(7)
    made = []
    for path in sorted(registry.rglob("*")):
        lang = _language_of(path.name)
        if lang is None or path.suffix not in {".md", ".html", ".txt"}:
            continue
        ngr = path.name.split(".")[0].split("_")[0]
        paragraphs = list(_paragraphs(path))
        for number, paragraph in enumerate(paragraphs):
            begins = date(1995 + chance.randrange(30), 1 + chance.randrange(12), 1)
            ends = chance.choice([None, date(begins.year + chance.randrange(8), 12, 31)])
            heading, _, text = paragraph.partition(". ")
            made.append(
                document(
                    text or heading,
                    ngr=ngr,
                    key=chance.choice([f"art_{number // 3}", f"app_1__p_{number // 3}"]),
                    lang=lang,
                    heading=heading if text else "",
                    valid_from=chance.choice([begins, begins, begins, None]),
                    valid_to=ends,
                    is_current=chance.random() < 0.6,
                    doubtful=chance.random() < 0.3,
                    held_from=begins if chance.random() < 0.5 else None,
                    held_to=chance.choice([ends, None, date(2014, 1, 1)]),
                    replaced=chance.random() < 0.5,
                    notes=chance.choice(["", paragraph[:80]]),
                    regimes=tuple(chance.sample(["R1", "R2a"], chance.randint(0, 2))),
                    themes=tuple(chance.sample(["term", "voting"], chance.randint(0, 2))),
                    act_title=paragraphs[0],
                    act_number=ngr[-4:],
                    form=(None, "law", "code")[len(ngr + ngr.rstrip("0")) % 3],
                    year=None if ngr.startswith("U05") else 1900 + int(ngr[1:3]),
                )
            )
    chance.shuffle(made)
    return made[:most]


def _language_of(name: str) -> Language | None:
    for sign, lang in (("rus", Language.RU), ("kaz", Language.KK), ("eng", Language.EN)):
        if f".{sign}." in name:
            return lang
    return None


def _paragraphs(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", "\n", text, flags=re.DOTALL))
    for paragraph in re.split(r"\n+", text):
        if len(paragraph.strip()) > 20:
            yield paragraph.strip()
