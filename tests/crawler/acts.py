"""A tiny registry's content in adilet's classic template: own words, numbers of nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.crawler.host import Answer

LIBRARY, GARDEN = "Z200000001_", "Z210000002_"

WATCHLIST = f"""\
[[act]]
ngr = "{LIBRARY}"
form = "law"
status = "in force"
languages = ["ru"]
editions_seen = [2020-01-10]
amendments = [{{ date = 2021-03-01, number = "9" }}]

[[act]]
ngr = "{GARDEN}"
form = "law"
status = "in force"
languages = ["ru"]
"""

LIBRARY_DAYS = (date(2020, 1, 10), date(2021, 3, 1), date(2022, 6, 5))
GARDEN_DAYS = (date(2021, 2, 2), date(2023, 4, 4))


def registry() -> dict[str, Answer]:
    """Every page of two acts: edition lists, dated editions, current texts."""
    return {**act_pages(LIBRARY, LIBRARY_DAYS), **act_pages(GARDEN, GARDEN_DAYS)}


def act_pages(ngr: str, days: Sequence[date]) -> dict[str, Answer]:
    """The pages of one act; the last day is the current text's."""
    pages = {f"/rus/docs/{ngr}/history": Answer(history(ngr, days))}
    for day in days[:-1]:
        pages[dated(ngr, day)] = Answer(edition(ngr, day))
    pages[current(ngr)] = Answer(edition(ngr, days[-1]))
    return pages


def dated(ngr: str, day: date) -> str:
    """The path of a dated edition."""
    return f"/rus/archive/docs/{ngr}/{day:%d.%m.%Y}"


def current(ngr: str) -> str:
    """The path of the current text."""
    return f"/rus/docs/{ngr}"


def history(ngr: str, days: Sequence[date]) -> str:
    """An edition list; its last row leads to the current text."""
    rows = [
        f'<tr><td>{at}</td><td><a href="{current(ngr) if day == days[-1] else dated(ngr, day)}">'
        f"О пробе</a></td><td>Закон</td><td></td><td>{day:%d.%m.%Y}</td><td></td></tr>"
        for at, day in enumerate(days, 1)
    ]
    return _frame(f'<table id="ethernatable">{"".join(rows)}</table>')


def edition(ngr: str, day: date) -> str:
    """An act page of two articles that says when it was made."""
    articles = "".join(
        f'<h3 id="z{number}">Статья {number}. Проба {number}</h3>'
        f'<p id="z{number}0">1. Проба {number} закона {ngr} действует с {day:%d.%m.%Y}.</p>'
        for number in (1, 2)
    )
    return _frame(
        '<div class="container_gamma text text_upd"><div class="gs_12">'
        f"<article>{articles}</article></div></div>"
    )


def _frame(inside: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>О пробе</title></head><body>"
        '<div id="container" class="module_npaView lang_rus"><div class="container_alpha slogan">'
        '<h1>О пробе</h1><span class="status status_upd"></span>'
        "<p>Закон от 10 января 2020 года № 1.</p></div>"
        f"{inside}</div></body></html>"
    )
