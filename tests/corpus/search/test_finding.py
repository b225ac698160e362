"""What a person finds: words in their forms, in the parts of a text, and what a hit tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search import SearchDocument, SearchEngine, UnknownEngineError, open_engine
from corpus.search.documents import Status
from corpus.search.queries import Filters, Query

from .asking import TODAY, asking, keys
from .conftest import Settings
from .texts import document

Holding = Callable[..., SearchEngine]


def finds(engine: SearchEngine, text: str, *languages: Language) -> bool:
    return engine.search(asking(text, filters={"languages": languages})).total == 1


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("выборы акима сельского округа", "О выборах акимов сельских округов"),
        ("аким", "решение принимают акимы"),
        ("орган", "перечень органов"),
        ("порядок", "в порядке, который установлен"),
        ("елка", "Ёлки растут"),
        ("акiм", "акім"),
        ("113-3", "статьи 113‑3 закона"),
        ("162-vi", "закон № 162-VІ"),
        ('"в порядке"', "в порядке, который установлен"),
        ("(протокол OR бюллетень) -аким", "подписать протоколы"),
        ("изб*", "избирательная комиссия"),
        ("Z950002464_", "код Z950002464_"),
        ("20", "не позднее чем за 20-25 дней до выборов"),
        ("25", "не позднее чем за 20-25 дней до выборов"),
        ("20-25", "не позднее чем за 20-25 дней до выборов"),
        ("20-25", "не позднее чем за 20–25 дней до выборов"),
        ('"за 20-25 дней до"', "не позднее чем за 20-25 дней до выборов"),
        ('"за 20-25"', "не позднее чем за 20-25 дней до выборов"),
        ('"25 дней"', "не позднее чем за 20-25 дней до выборов"),
        ('~"порядок выборов"', "в порядке выборов"),
        ("аким ~2 округ", "аким сельского округа"),
        ("округ ~2 аким", "аким сельского округа"),
        ("округ ~3 округ", "один округ и другой округ"),
    ],
)
def test_a_russian_query_finds_the_text(holding: Holding, query: str, text: str) -> None:
    assert finds(holding(document(text)), query)
    assert finds(holding(document("", heading=text)), query, Language.RU)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("әкім", "әкімдерінің өкілеттігі"),
        ("әкiмдер", "ауыл әкімінің"),  # typed with a Latin i
        ("бап", "осы баптың 2-тармағы"),
        ("бап", "осы бабында"),
        ("округ сайлаушы", "округтердің сайлаушыларының тізімі"),
        ("мәслихат", "мәслихаттың шешімі"),
        ("113-3-бап", "113-3-баптың 1-тармағы"),
        ("сайлау*", "сайланды, сайлаушы"),
    ],
)
def test_a_kazakh_query_finds_the_text(holding: Holding, query: str, text: str) -> None:
    assert finds(holding(document(text, lang=Language.KK)), query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ('"выборы акима"', "выборов акимов"),  # as written, in this form
        ('"акима выборы"', "выборы акима"),
        ('~"выбор аким"', "аким и выбор"),
        ("113", "статья 113-3"),
        ("8", "пунктами 1-8 правил"),
        ("1-2", "пункты 1, 2"),
        ("право", "правила"),
        ("акт", "активы"),
        ('"а б"', "а и б"),
        ("аким ~1 округ", "аким сельского округа"),
        ("округ ~3 округ", "один округ"),
        ("округ ~2 округ", "один округ и другой округ"),
    ],
)
def test_what_differs_is_not_found(holding: Holding, query: str, text: str) -> None:
    assert not finds(holding(document(text)), query)


def test_a_pair_of_near_words_stands_in_the_heading_or_in_the_wording(holding: Holding) -> None:
    engine = holding(document("округ", heading="аким"))
    assert finds(engine, "аким округ")
    assert not finds(engine, "аким ~50 округ")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("note:исключён", {"art_2"}),
        ("исключён", set()),
        ("heading:срок", {"art_1"}),
        ("срок", {"art_1", "art_2"}),
        ("act:выборах", {"art_1", "art_2"}),
        ("act:2464", {"art_1", "art_2"}),
        ("act:Z950002464_", {"art_1", "art_2"}),
        ("выборах", set()),
        ("article:2", {"art_2", "app_1__p_2"}),
        ("article:20-1", {"art_20-1"}),
        ("article:20*", {"art_20-1"}),
        ("article:2*", {"art_2", "art_20-1", "app_1__p_2"}),
        ('act:"о выборах" article:2 срок', {"art_2"}),
        ("срок -heading:срок", {"art_2"}),
        ("status:repealed", {"art_2"}),
        ("-status:repealed", {"art_1", "art_20-1", "app_1__p_2"}),
    ],
)
def test_a_field_is_looked_at_alone(holding: Holding, query: str, found: set[str]) -> None:
    law = {"act_title": "О выборах", "act_number": "2464"}
    engine = holding(
        document("четыре года", heading="Срок", key="art_1", **law),
        document("срок", key="art_2", notes="Исключён", valid_to=date(2023, 1, 1), **law),
        document("иное", key="art_20-1", ngr="U1300000555"),
        document("иное", key="app_1__p_2", ngr="U1300000555"),
    )
    assert set(keys(engine, query)) == found


def test_a_hit_tells_of_its_article_and_wording(holding: Holding) -> None:
    held = document(
        "1. Начало.\n2. Текст.",
        heading="Статья 5",
        valid_to=date(2030, 1, 1),
        form="law",
        doubtful=True,
        places=((0, "p_1"), (11, "p_2")),
    )
    (hit,) = holding(held).search(asking("текст")).hits
    for name in ("ngr", "key", "lang", "heading", "act_title", "kind", "form"):
        assert getattr(hit, name) == getattr(held, name)
    for name in ("id", "label", "text_hash", "valid_from", "valid_to", "doubtful", "is_current"):
        assert getattr(hit.wording, name) == getattr(held, name)
    assert (hit.wordings, hit.wording.status) == ((hit.wording,), Status.UNKNOWN)
    assert (hit.place, hit.pinned, hit.events) == ("p_2", False, ())
    assert hit.score > 0


def test_what_stands_before_the_first_block_is_at_no_place(holding: Holding) -> None:
    held = document("Вводные слова.\n1. Прочее.", places=((15, "p_1"),))
    (hit,) = holding(held).search(asking("вводные")).hits
    assert hit.place == ""


@pytest.mark.parametrize("text", ["", '"', "-", "OR", "()", "*", "\x00\x07", "\u202e", "^[]{}\\/"])
def test_a_query_without_words_finds_nothing_and_says_why(holding: Holding, text: str) -> None:
    results = holding(document("слово")).search(asking(text))
    assert results.total == 0
    assert results.ignored


def test_a_query_with_much_that_is_wrong_is_answered(holding: Holding) -> None:
    engine = holding(document("выборы акима"))
    assert engine.search(asking('(выборы "акима ) OR')).total == 1
    assert engine.search(asking("выборы " + "а* " * 1000)).total == 1
    assert engine.search(asking("вы* " * 1000)).total == 1
    assert engine.search(asking("аким.?[] \\ {}+")).total == 1


def test_other_words_for_the_same_thing_are_found_across_languages_when_asked_to(
    holding: Holding,
) -> None:
    engine = holding(document("мәслихаттың шешімі", lang=Language.KK))
    assert engine.search(asking("маслихат")).total == 0
    results = engine.search(asking("маслихат", cross=True))
    assert results.total == 1
    (added,) = results.also
    assert "мәслихат" in added.others


def test_negative_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Query("слово", TODAY, filters=Filters(), limit=-1)
    with pytest.raises(ValueError, match="0 or more"):
        asking("слово", offset=-1)


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownEngineError, match="tantivy"):
        open_engine(Settings("sphinx", tmp_path))


def test_a_document_is_packed_and_unpacked_whole() -> None:
    packed = document("текст", regimes=("R1",), places=((0, "p_1"),), valid_to=date(2030, 1, 1))
    assert SearchDocument.from_json(packed.to_json()) == packed
