"""While somebody types, acts and provisions are offered whose names hold it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from corpus.law import Language
from corpus.search import SearchEngine
from corpus.search.completing import ActTitle, Completion, completions
from corpus.search.queries import AnyDay, Moment
from corpus.search.words.analysis import Analyser
from tests.corpus.search.texts import document

TODAY = date(2026, 1, 1)
RU, KK = Language.RU, Language.KK
ELECTIONS, GOVERNMENT = "Z950002464_", "Z010000148_"
TITLES = (
    ActTitle(ELECTIONS, RU, "О выборах в республике"),
    ActTitle(ELECTIONS, KK, "Сайлау туралы"),
    ActTitle(GOVERNMENT, RU, "О местном управлении и выборных органах"),
)
PROVISIONS = (
    document("Первый.", ngr=ELECTIONS, key="art_1", heading="Статья 1. Кто назначает выборы"),
    document("Второй.", ngr=ELECTIONS, key="art_2", heading="Статья 2. Выборы акимов"),
    document("Третий.", ngr=ELECTIONS, key="art_113-3", heading="Статья 113-3. Порядок выдвижения"),
    document("Выборы и снова выборы.", ngr=ELECTIONS, key="art_4", heading="Статья 4. Срок"),
    document("Пятый.", ngr=GOVERNMENT, key="art_2", heading="Статья 2. Выборы акимов"),
    document(
        "Шестой.",
        ngr=GOVERNMENT,
        key="art_6",
        heading="Статья 6. Выборы старост",
        valid_to=date(2021, 1, 1),
        is_current=False,
    ),
    document("Бірінші.", ngr=ELECTIONS, key="art_2", lang=KK, heading="2-бап. Әкімдерді сайлау"),
)


def offered(
    engine: SearchEngine,
    typed: str,
    *languages: Language,
    limit: int = 8,
    when: Moment | None = None,
) -> list[str]:
    found = completions(
        typed, engine, Analyser(), TITLES, TODAY, when=when, languages=languages, limit=limit
    )
    return [f"{one.ngr} {one.key}".strip() + f" {one.language}" for one in found]


def test_acts_go_first_then_headings_and_what_begins_as_typed_before_others(
    holding: Callable[..., SearchEngine],
) -> None:
    found = offered(holding(*PROVISIONS), "выбор")
    assert found[:2] == [f"{ELECTIONS} ru", f"{GOVERNMENT} ru"]
    assert set(found[2:4]) == {f"{ELECTIONS} art_2 ru", f"{GOVERNMENT} art_2 ru"}
    assert found[4:] == [f"{ELECTIONS} art_1 ru"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("выборы ак", [f"{ELECTIONS} art_2 ru", f"{GOVERNMENT} art_2 ru"]),
        ("Выборы аким", [f"{ELECTIONS} art_2 ru", f"{GOVERNMENT} art_2 ru"]),
        ("выборов акимо", [f"{ELECTIONS} art_2 ru", f"{GOVERNMENT} art_2 ru"]),
        ("113-3", [f"{ELECTIONS} art_113-3 ru"]),
        ("статья 113", [f"{ELECTIONS} art_113-3 ru"]),
        ("ст. 113", [f"{ELECTIONS} art_113-3 ru"]),
        ("сай", [f"{ELECTIONS} kk", f"{ELECTIONS} art_2 kk"]),
        ("әкімдер сайлау", [f"{ELECTIONS} art_2 kk"]),
        ("местное упр", [f"{GOVERNMENT} ru"]),
        ("старост", []),  # its wording holds no more
        ("первый", []),  # stands in the text only
        ("в", []),
        ("", []),
        ('"*()~', []),
        ("й" * 10_000, []),
    ],
)
def test_the_last_word_may_be_unfinished_and_the_others_have_any_form(
    typed: str, wanted: list[str], holding: Callable[..., SearchEngine]
) -> None:
    assert sorted(offered(holding(*PROVISIONS), typed)) == sorted(wanted)


def test_another_day_has_other_headings(holding: Callable[..., SearchEngine]) -> None:
    engine = holding(*PROVISIONS)
    assert offered(engine, "старост", when=AnyDay()) == [f"{GOVERNMENT} art_6 ru"]


def test_languages_and_a_limit_are_kept(holding: Callable[..., SearchEngine]) -> None:
    engine = holding(*PROVISIONS)
    assert offered(engine, "сай", RU) == []
    assert offered(engine, "выбор", KK) == []
    assert len(offered(engine, "выбор", limit=3)) == 3
    assert offered(engine, "выбор", limit=0) == []


def test_a_name_is_offered_once_an_act_and_always_in_the_same_order(
    holding: Callable[..., SearchEngine],
) -> None:
    doubled = document("Ещё.", ngr=ELECTIONS, key="app_1", heading="Статья 2. Выборы акимов")
    engine = holding(*PROVISIONS, doubled)
    found = completions("выборы", engine, Analyser(), (*TITLES, *TITLES), TODAY)
    assert len({(one.ngr, one.text) for one in found}) == len(found)
    assert found == completions("выборы", engine, Analyser(), (*TITLES, *TITLES), TODAY)


def test_a_completion_says_what_it_is_called_and_where_it_stands(
    holding: Callable[..., SearchEngine],
) -> None:
    found = completions("порядок", holding(*PROVISIONS), Analyser(), TITLES, TODAY)
    assert found == (
        Completion(ELECTIONS, "art_113-3", RU, "Статья 113-3. Порядок выдвижения", "Об акте"),
    )
