"""How fast a follower gets a page of 100 amendments out of 100,000, by each axis."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import tempfile
import time
from collections.abc import Mapping, MutableMapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI

from api.app import create_app
from api.questions.following.amendments import FollowedAmendments, write_cursor
from benchmarks.storing import put
from benchmarks.timing import percentiles
from corpus.amendments import (
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    Role,
    Target,
    Verb,
)
from corpus.law import (
    Act,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Language,
)
from corpus.settings import Settings
from corpus.store import Store, open_store, writes
from corpus.store.amendments.note_readings import identity_of, stated_readings
from corpus.store.amendments.records import AmendmentCursor, Axis

_NGRS = [f"Z{number:010d}" for number in range(40)]
_LANGUAGES = (Language.RU, Language.KK)
_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_VERBS = (*[Verb.AMENDED] * 90, *[Verb.REWORDED] * 9, Verb.SUSPENDED)
_ROLES = (*[Role.AMENDS] * 99, Role.CITED)
_CHAPTERS, _ARTICLES, _POINTS = 20, 150, 9
"""Of each act; of each article the last."""
_OF_A_CHAPTER = 0.002
"""The share of what is said of a chapter."""
_LONG_AGO = date(1995, 1, 1)


def measure(records: int = 100_000, pages: int = 100) -> dict[str, float]:
    """Milliseconds an answer over the application (p50, p95), and of a 304."""
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(data_dir=Path(name))
        store = open_store(settings.database)
        store.migrate()
        _fill(store, Path(name), records)
        figures = asyncio.run(_ask_all(settings, store, records, pages))
        store.close()
    return figures


async def _ask_all(settings: Settings, store: Store, records: int, pages: int) -> dict[str, float]:
    app = create_app(settings, store)
    figures: dict[str, float] = {}
    for by in Axis:
        asked: dict[str, Mapping[str, str]] = {
            "": {},
            ", one act": {"act": _NGRS[7]},
            ", one act's article": {"act": _NGRS[7], "article": "art_3"},
            ", an article of any act": {"article": "art_3"},
            ", one act's point": {"act": _NGRS[7], "article": "art_3__p_2"},
            ", a point of any act": {"article": "art_3__p_2"},
            ", a chapter of any act": {"article": "ch_3"},
            ", a rare verb": {"verb": str(Verb.SUSPENDED)},
            ", a rare role": {"role": str(Role.CITED)},
            ", one language": {"lang": "kk"},
            ", a year": {"since": "2010-01-01", "until": "2011-01-01"},
        }
        for kind, filters in asked.items():
            figures |= await _walk(app, f"{by}{kind}", by, filters, pages)
        figures |= await _deep(app, by, records, pages)
    figures["304 p50 ms"] = await _unchanged(app)
    return figures


async def _walk(
    app: FastAPI, kind: str, by: Axis, filters: Mapping[str, str], pages: int
) -> dict[str, float]:
    """Page after page from the beginning, and from there again at the end."""
    times, cursor = [], None
    for _ in range(pages):
        asked = {"by": str(by), "limit": "100", **filters, **({"cursor": cursor} if cursor else {})}
        took, answer = await _ask(app, asked)
        times.append(took)
        cursor = answer["cursor"] if answer["more"] else None
    return percentiles(kind, times)


async def _deep(app: FastAPI, by: Axis, records: int, pages: int) -> dict[str, float]:
    """Pages at places all over the feed: in a round of all, and behind one that ended there."""
    chance = random.Random(2)  # noqa: S311 - the same places at each run
    question = FollowedAmendments(by=by)
    times, tails = [], []
    for _ in range(pages):
        place = chance.randrange(1, records)
        day = str(_LONG_AGO + timedelta(days=chance.randrange(11_000)))
        inside = AmendmentCursor(0, records, "" if by is Axis.SEEN else day, place)
        took, _ = await _ask(app, _at(question, inside))
        times.append(took)
        took, _ = await _ask(app, _at(question, AmendmentCursor(place)))
        tails.append(took)
    return percentiles(f"{by}, deep", times) | percentiles(f"{by}, a later round", tails)


def _at(question: FollowedAmendments, cursor: AmendmentCursor) -> dict[str, str]:
    return {"by": str(question.by), "limit": "100", "cursor": write_cursor(cursor, question)}


async def _ask(app: FastAPI, asked: Mapping[str, str]) -> tuple[float, Any]:
    began = time.perf_counter()
    status, _, body = await _got(app, asked)
    took = 1_000 * (time.perf_counter() - began)
    assert status == 200, body
    return took, json.loads(body)


async def _unchanged(app: FastAPI) -> float:
    _, headers, _ = await _got(app, {"limit": "100"})
    times = []
    for _ in range(50):
        began = time.perf_counter()
        status, _, _ = await _got(app, {"limit": "100"}, if_none_match=headers[b"etag"])
        times.append(1_000 * (time.perf_counter() - began))
        assert status == 304
    return statistics.median(times)


async def _got(
    app: FastAPI, asked: Mapping[str, str], if_none_match: bytes = b""
) -> tuple[int, dict[bytes, bytes], bytes]:
    """The application's answer, without a socket between: status, headers, body."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/v1/amendments",
        "raw_path": b"/v1/amendments",
        "root_path": "",
        "query_string": urlencode(asked).encode(),
        "headers": [(b"host", b"nusqa"), (b"if-none-match", if_none_match)],
        "server": ("nusqa", 80),
        "client": ("nusqa", 1),
    }
    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], dict(sent[0]["headers"]), body


def _fill(store: Store, folder: Path, records: int) -> None:
    """Acts in two languages; every tenth amendment is withdrawn, a third has no known day."""
    chance = random.Random(1)  # noqa: S311 - the same amendments at each run
    snapshots = writes.Snapshots(str(folder / "snapshots"))
    share = records // (len(_NGRS) * len(_LANGUAGES))
    for ngr in _NGRS:
        for language in _LANGUAGES:
            with store.write() as session:
                writes.upsert_act(session, Act(ngr, {language: "О выборах"}))
                edition = _edition(ngr, language)
                stored = put(session, snapshots, edition, _NOW)
                said = [_amendment(number, chance) for number in range(share)]
                writes.record_readings(
                    session,
                    stored.id,
                    [writes.Mention(one, "Статья. О порядке") for one in said],
                    reader_version="1",
                    read_at=_NOW,
                )
                found = [
                    writes.FoundAmendment(
                        identity=identity_of(ngr, language, one),
                        amendment=one,
                        act=one.act,
                        entry=EntryIntoForce(one.clause.on, Ground.STATED)
                        if one.clause.on
                        else UNKNOWN_ENTRY,
                        reading_id=read.id,
                        heading="Статья. О порядке",
                        first_edition_id=stored.id,
                        last_edition_id=stored.id,
                    )
                    for read in stated_readings(session, ngr, language)
                    for one in (read.amendment,)
                ]
                for kept in (found, found[share // 10 :]):
                    writes.replace_amendments(session, ngr, language, kept, recorded_at=_NOW)


def _edition(ngr: str, language: Language) -> Edition:
    """An edition with all that is amended: who asks of another article is refused."""
    points = tuple(
        Block(BlockKind.POINT, "Порядок определяет комиссия.", f"{at}", f"{at}.", f"p_{at}")
        for at in range(_POINTS)
    )
    chapters = tuple(
        Division(DivisionKind.CHAPTER, f"ch_{at}", f"{at}", "О порядке", f"Глава {at}. О порядке")
        for at in range(_CHAPTERS)
    )
    articles = tuple(
        Article(ArticleKind.ARTICLE, f"art_{at}", f"{at}", f"Статья {at}.", "О порядке", points)
        for at in range(_ARTICLES)
    )
    return Edition(
        ngr, language, EditionLabel.on(date(2026, 10, 1)), "О выборах", (*chapters, *articles)
    )


def _amendment(number: int, chance: random.Random) -> Amendment:
    adopted = _LONG_AGO + timedelta(days=chance.randrange(11_000))
    dated = chance.random() < 2 / 3
    act = AmendingAct(adopted, f"{number}-VI", "law", f"Z{number:09d}_")
    clause = InForceClause(
        ClauseKind.ON_DATE if dated else ClauseKind.BY_REFERENCE,
        on=adopted + timedelta(days=30) if dated else None,
        quote="вводится в действие с первого числа следующего месяца",
    )
    article = Target(f"art_{chance.randrange(_ARTICLES)}", f"p_{chance.randrange(_POINTS)}")
    return Amendment(
        Target(f"ch_{chance.randrange(_CHAPTERS)}") if chance.random() < _OF_A_CHAPTER else article,
        chance.choice(_VERBS),
        act,
        clause,
        chance.choice(_ROLES),
        quote=f"от {adopted:%d.%m.%Y} № {number}-VI ({clause.quote})",
        statement="Статья с изменениями, внесенными законами РК",
    )


if __name__ == "__main__":
    for what, figure in measure().items():
        print(f"{what:45} {figure:8.2f}")
