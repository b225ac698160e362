"""What a person finds: filters, forms of words, the order of hits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search import Query, SearchDocument, SearchEngine, UnknownEngineError, open_engine

from .conftest import Settings
from .texts import document

Holding = Callable[..., SearchEngine]


def keys(engine: SearchEngine, query: Query) -> list[str]:
    return [hit.key for hit in engine.search(query).hits]


def finds(engine: SearchEngine, text: str, lang: Language | None = None) -> bool:
    return engine.search(Query(text, lang=lang)).total == 1


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
        ("113", "статья 113-3"),
        ("8", "пунктами 1-8 правил"),
        ("1-2", "пункты 1, 2"),
        ("право", "правила"),
        ("акт", "активы"),
        ('"а б"', "а и б"),
    ],
)
def test_what_differs_is_not_found(holding: Holding, query: str, text: str) -> None:
    assert not finds(holding(document(text)), query)


def test_a_window_begins_on_its_first_day_and_ends_before_its_last(holding: Holding) -> None:
    engine = holding(
        document("срок четыре года", valid_from=date(1999, 5, 6), valid_to=date(2004, 4, 14)),
        document("срок пять лет", valid_from=date(2004, 4, 14), is_current=False),
        document("срок неизвестен", valid_from=None, valid_to=date(2030, 1, 1)),
    )

    def snippets(on: date) -> list[str]:
        return [hit.snippet_html for hit in engine.search(Query("срок", on=on)).hits]

    assert snippets(date(1999, 5, 5)) == []
    assert snippets(date(1999, 5, 6)) == ["<mark>срок</mark> четыре года"]
    assert snippets(date(2004, 4, 13)) == ["<mark>срок</mark> четыре года"]
    assert snippets(date(2004, 4, 14)) == ["<mark>срок</mark> пять лет"]
    assert snippets(date.max) == ["<mark>срок</mark> пять лет"]


def test_without_a_day_only_current_wordings_are_found(holding: Holding) -> None:
    engine = holding(
        document("прежний срок", key="art_1", is_current=False),
        document("нынешний срок", key="art_2"),
        document("срок без даты", key="art_3", valid_from=None),
    )
    assert sorted(keys(engine, Query("срок"))) == ["art_2", "art_3"]


def test_filters_by_act_and_language(holding: Holding) -> None:
    engine = holding(
        document("мандат", ngr="Z950002464_", key="art_1"),
        document("мандат", ngr="U1300000555", key="art_2"),
        document("мандат", ngr="Z950002464_", key="art_3", lang=Language.KK),
    )
    assert keys(engine, Query("мандат", ngr="U1300000555")) == ["art_2"]
    assert keys(engine, Query("мандат", lang=Language.KK)) == ["art_3"]
    assert keys(engine, Query("мандат", ngr="Z950002464_", lang=Language.RU)) == ["art_1"]
    assert engine.search(Query("мандат", ngr="Z1")).total == 0


def test_a_hit_tells_all_of_its_document_but_the_text(holding: Holding) -> None:
    held = document("текст", heading="Статья 5", valid_to=date(2030, 1, 1))
    (hit,) = holding(held).search(Query("текст")).hits
    for name in SearchDocument.__dataclass_fields__:
        if name != "text":
            assert getattr(hit, name) == getattr(held, name)
    assert hit.score > 0


def test_a_word_in_the_heading_outranks_one_in_the_body(holding: Holding) -> None:
    engine = holding(
        document("Срок и ещё слова о разном и многом", key="art_1", heading="Статья 1. Прочее"),
        document("Прочее и ещё слова о разном и многом", key="art_2", heading="Статья 2. Срок"),
    )
    assert keys(engine, Query("срок")) == ["art_2", "art_1"]


def test_words_side_by_side_outrank_near_ones_and_these_scattered_ones(holding: Holding) -> None:
    filler = " и ещё много других слов про совсем иное дело тут стоит"
    engine = holding(
        document(f"выборы{filler} акима вот", key="art_1"),
        document(f"выборы вот акима{filler}", key="art_2"),
        document(f"выборы акима{filler} вот", key="art_3"),
        *(document(f"иное{filler}", key=f"art_{number}") for number in range(4, 9)),
    )
    assert keys(engine, Query("выборы акима")) == ["art_3", "art_2", "art_1"]


def test_equals_come_by_act_then_by_key_in_the_laws_order(holding: Holding) -> None:
    order = [
        ("K950001000_", "art_7"),
        ("Z950002464_", "preamble"),
        ("Z950002464_", "art_2"),
        ("Z950002464_", "art_10"),
        ("Z950002464_", "art_10-1"),
        ("Z950002464_", "art_11"),
        ("Z950002464_", "app_1__p_2"),
        ("Z950002464_", "app_1__p_13"),
        ("Z950002464_", "app_2__p_1"),
    ]
    documents = [document("одно и то же", ngr=ngr, key=key) for ngr, key in reversed(order)]
    engine = holding(*documents[:4])
    engine.update(documents[4:], [])
    hits = engine.search(Query("одно")).hits
    assert [(hit.ngr, hit.key) for hit in hits] == order
    paged = [
        engine.search(Query("одно", limit=2, offset=offset)).hits for offset in (0, 2, 4, 6, 8)
    ]
    assert [(hit.ngr, hit.key) for page in paged for hit in page] == order


def test_hundreds_of_equals_are_paged_in_order(holding: Holding) -> None:
    documents = [document("равные слова", key=f"art_{number}") for number in range(450)]
    engine = holding(*documents[::-1])
    found = keys(engine, Query("слова", limit=30, offset=120))
    assert found == [f"art_{number}" for number in range(120, 150)]
    assert keys(engine, Query("слова", limit=10, offset=445))[-1] == "art_449"


def test_a_page_past_the_end_or_of_no_hits_still_has_the_total(holding: Holding) -> None:
    engine = holding(*(document("слово", key=f"art_{number}") for number in range(3)))
    for query in (Query("слово", limit=0), Query("слово", offset=10**9, limit=10)):
        assert (engine.search(query).total, engine.search(query).hits) == (3, ())


@pytest.mark.parametrize("text", ["", '"', "-", "OR", "()", "*", "\x00\x07", "\u202e", "~^[]{}\\/"])
def test_a_query_without_words_finds_nothing_and_says_why(holding: Holding, text: str) -> None:
    results = holding(document("слово")).search(Query(text))
    assert results.total == 0
    assert results.ignored


def test_a_query_with_much_that_is_wrong_is_answered(holding: Holding) -> None:
    engine = holding(document("выборы акима"))
    assert engine.search(Query('(выборы "акима ) OR')).total == 1
    assert engine.search(Query("выборы " + "а* " * 1000)).total == 1
    assert engine.search(Query("вы* " * 1000)).total == 1
    assert engine.search(Query("аким.?[] \\ {}+")).total == 1


def test_negative_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Query("слово", limit=-1)
    with pytest.raises(ValueError, match="0 or more"):
        Query("слово", offset=-1)


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownEngineError, match="set tantivy or whoosh"):
        open_engine(Settings("sphinx", tmp_path))
