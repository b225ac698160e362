"""Which of the results comes first, and pages of them to the very end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search import Hit, SearchEngine
from corpus.search.queries import AnyDay, Moment, OnDay, Pin, Position

from .asking import asking, keys
from .texts import document, official_documents

Holding = Callable[..., SearchEngine]
DAY = date(2022, 6, 1)
FILLER = " и ещё много других слов про совсем иное дело тут стоит"


def test_a_word_in_the_heading_outranks_one_in_the_body(holding: Holding) -> None:
    engine = holding(
        document("Срок и ещё слова о разном и многом", key="art_1", heading="Статья 1. Прочее"),
        document("Прочее и ещё слова о разном и многом", key="art_2", heading="Статья 2. Срок"),
    )
    assert keys(engine, "срок") == ["art_2", "art_1"]


def test_words_side_by_side_outrank_near_ones_and_these_scattered_ones(holding: Holding) -> None:
    engine = holding(
        document(f"выборы{FILLER} акима вот", key="art_1"),
        document(f"выборы вот акима{FILLER}", key="art_2"),
        document(f"выборы акима{FILLER} вот", key="art_3"),
        *(document(f"иное{FILLER}", key=f"art_{number}") for number in range(4, 9)),
    )
    assert keys(engine, "выборы акима") == ["art_3", "art_2", "art_1"]


def test_higher_acts_outrank_lower_ones(holding: Holding) -> None:
    forms = [
        "constitution",
        "constitutional law",
        "code",
        "law",
        "presidential decree",
        "government resolution",
        "minister's order",
        "maslikhat decision",
    ]
    made = [
        document("срок", key=f"art_{len(forms) - at}", form=form) for at, form in enumerate(forms)
    ]
    found = holding(*made).search(asking("срок", when=OnDay(DAY)))
    assert [hit.form for hit in found.hits] == forms


def test_of_two_wordings_that_may_be_in_force_the_newer_stands_for_the_article(
    holding: Holding,
) -> None:
    engine = holding(
        document("срок срок", doubtful=True, replaced=True, label="2001-01-23"),
        document("срок и ещё слово", doubtful=True, label="2009-02-09"),
    )
    found = engine.search(asking("срок", when=OnDay(DAY)))
    assert found.total == len(found.hits) == 1
    assert found.hits[0].wording.label == "2009-02-09"
    assert {one.label for one in found.hits[0].wordings} == {"2009-02-09", "2001-01-23"}


def test_what_may_be_in_force_goes_after_what_is_and_before_what_is_not(holding: Holding) -> None:
    engine = holding(
        document("срок", key="art_1", valid_to=date(2021, 1, 1)),
        document("срок", key="art_2", doubtful=True, replaced=True),
        document("срок", key="art_3", doubtful=True),
        document("срок", key="art_4"),
    )
    assert keys(engine, "срок") == ["art_4", "art_3", "art_2", "art_1"]


def test_who_types_the_title_of_an_act_is_shown_that_acts_provisions_first(
    holding: Holding,
) -> None:
    text = "Закон о выборах в маслихаты"
    engine = holding(
        document(f"{text}. {text}.", key="art_1", act_title="О судах"),
        document(f"{text} и об их роспуске, о сроках и отставках", key="art_2", act_title=text),
        document(f"{text}.", key="art_3", act_title="О выборах"),
    )
    assert keys(engine, text)[0] == "art_2"
    assert set(keys(engine, text)) == {"art_1", "art_2", "art_3"}
    assert keys(engine, "выборах")[0] != "art_2"


def test_articles_outrank_preambles_and_appendices(holding: Holding) -> None:
    engine = holding(
        document("срок", key="preamble", kind="preamble"),
        document("срок", key="art_7"),
        document("срок", key="app_1", kind="appendix"),
    )
    assert keys(engine, "срок") == ["art_7", "preamble", "app_1"]


def test_what_is_in_force_outranks_what_was(holding: Holding) -> None:
    engine = holding(
        document("срок", key="art_1", valid_to=date(2021, 1, 1)),
        document("срок", key="art_2"),
        document("срок", key="art_3", valid_from=date(2030, 1, 1)),
    )
    assert keys(engine, "срок") == ["art_2", "art_1", "art_3"]


def test_what_was_added_to_a_query_counts_less_than_what_was_typed(holding: Holding) -> None:
    engine = holding(
        document("мәслихат шешімі", key="art_1", lang=Language.KK),
        document("решение маслихата", key="art_2"),
        *(document(f"иное{FILLER}", key=f"art_{number}") for number in range(3, 9)),
    )
    assert keys(engine, "маслихат", cross=True) == ["art_2", "art_1"]


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_a_cited_provision_goes_first_whatever_else_fits(holding: Holding, when: Moment) -> None:
    engine = holding(
        document("срок срок", key="art_1", heading="Срок"),
        document("иное", key="art_2"),
        document("срок", key="art_3"),
        document(
            "срок прежде", key="art_3", valid_from=date(1999, 1, 1), valid_to=date(2020, 1, 1)
        ),
    )
    pins = (Pin("Z950002464_", "art_3"), Pin("Z950002464_", "art_2"))
    for text, expected in (
        ("срок", ["art_3", "art_2", "art_1"]),
        ("", ["art_3", "art_2"]),
        ("нигде", ["art_3", "art_2"]),
    ):
        found = engine.search(asking(text, pins=pins, when=when))
        assert [hit.key for hit in found.hits] == expected
        assert [hit.pinned for hit in found.hits] == [key != "art_1" for key in expected]
        assert found.total == len(expected)
        assert found.hits[0].wording.valid_from == date(2020, 1, 1)


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_a_citation_says_which_language_goes_first(holding: Holding, when: Moment) -> None:
    engine = holding(
        *(document("срок", key=key, lang=lang) for key in ("art_1", "art_2") for lang in Language)
    )
    languages = (Language.KK, Language.RU, Language.EN)
    pins = tuple(
        Pin("Z950002464_", key, language=language)
        for key in ("art_2", "art_1")
        for language in languages
    )
    wanted = [("art_2", one) for one in languages] + [("art_1", one) for one in languages]
    for text in ("срок", ""):
        query = asking(text, pins=pins, when=when)
        assert [(hit.key, hit.lang) for hit in engine.search(query).hits] == wanted
        first = engine.search(replace(query, limit=1))
        assert [(hit.key, hit.lang) for hit in first.hits] == wanted[:1]
        assert first.total == len(wanted)


def test_a_cited_provision_must_pass_the_filters(holding: Holding) -> None:
    engine = holding(document("иное"), document("өзге", lang=Language.KK))
    found = engine.search(
        asking("", pins=(Pin("Z950002464_", "art_1"),), filters={"languages": (Language.KK,)})
    )
    assert [hit.lang for hit in found.hits] == [Language.KK]


def test_of_a_cited_provision_the_block_that_is_meant_is_shown(holding: Holding) -> None:
    text = "1. Первый пункт о сроке.\n2. Второй пункт."
    engine = holding(document(text, places=((0, "p_1"), (25, "p_2"))))
    (hit,) = engine.search(asking("срок", pins=(Pin("Z950002464_", "art_1", "p_2"),))).hits
    assert (hit.place, hit.snippet_html) == ("p_2", "…2. Второй пункт.")


def test_a_cited_article_is_shown_from_its_beginning_wherever_the_words_stand(
    holding: Holding,
) -> None:
    text = "1. Первый пункт.\n2. Второй пункт о сроке."
    engine = holding(document(text, places=((0, "p_1"), (17, "p_2"))))
    for pin in (Pin("Z950002464_", "art_1"), Pin("Z950002464_", "art_1", "p_9")):
        (hit,) = engine.search(asking("статья о", pins=(pin,))).hits
        assert hit.place == ""
        assert hit.snippet_html.startswith("1. Первый пункт.")


def test_equals_come_by_act_then_by_key_in_the_laws_order_then_by_language(
    holding: Holding,
) -> None:
    order = [
        ("K950001000_", "art_7", "ru"),
        ("Z950002464_", "preamble", "ru"),
        ("Z950002464_", "art_2", "ru"),
        ("Z950002464_", "art_2", "kk"),
        ("Z950002464_", "art_2", "en"),
        ("Z950002464_", "art_10", "ru"),
        ("Z950002464_", "art_10-1", "ru"),
        ("Z950002464_", "art_11", "ru"),
        ("Z950002464_", "app_1__p_2", "ru"),
        ("Z950002464_", "app_1__p_13", "ru"),
        ("Z950002464_", "app_2__p_1", "ru"),
    ]
    documents = [
        document("mandate", ngr=ngr, key=key, lang=Language(lang))
        for ngr, key, lang in reversed(order)
    ]
    engine = holding(*documents[:4])
    engine.update(documents[4:], [])
    for when in (AnyDay(), OnDay(DAY)):
        found = engine.search(asking("mandate", when=when)).hits
        assert [(hit.ngr, hit.key, hit.lang) for hit in found] == order
        paged = [
            hit
            for offset in range(0, 12, 2)
            for hit in engine.search(asking("mandate", limit=2, offset=offset, when=when)).hits
        ]
        assert [(hit.ngr, hit.key, hit.lang) for hit in paged] == order


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_hundreds_of_equals_are_paged_in_order(holding: Holding, when: Moment) -> None:
    engine = holding(*(document("равные слова", key=f"art_{at}") for at in range(449, -1, -1)))
    found = keys(engine, "слова", limit=30, offset=120, when=when)
    assert found == [f"art_{number}" for number in range(120, 150)]
    assert keys(engine, "слова", limit=10, offset=445, when=when)[-1] == "art_449"


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_a_page_past_the_end_or_of_no_hits_still_has_the_total(
    holding: Holding, when: Moment
) -> None:
    engine = holding(*(document("слово", key=f"art_{number}") for number in range(3)))
    for limit, offset in ((0, 0), (10, 10**9)):
        results = engine.search(asking("слово", limit=limit, offset=offset, when=when))
        assert (results.total, results.hits, results.next) == (3, (), None)


@pytest.mark.parametrize("when", [AnyDay(), OnDay(date(2014, 6, 1))])
def test_pages_follow_each_other_to_the_end_without_gap_or_double(
    holding: Holding, shared_registry: Path, when: Moment
) -> None:
    engine = holding(*official_documents(shared_registry, most=600))
    query = asking("закона OR выборов OR әкім*", limit=600, when=when)
    whole = engine.search(query)
    paged: list[Hit] = []
    after = None
    while True:
        results = engine.search(replace(query, limit=7, after=after))
        assert results.total == whole.total
        paged += results.hits
        if results.next is None:
            break
        after = results.next
        assert after.offset == len(paged)
    assert whole.total > 20
    assert whole.next is None
    assert [hit.wording.id for hit in paged] == [hit.wording.id for hit in whole.hits]


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_the_next_page_is_found_again_after_the_index_has_changed(
    holding: Holding, when: Moment
) -> None:
    made = {number: document("слово", key=f"art_{number}") for number in range(2, 20, 2)}
    engine = holding(*made.values())
    first = engine.search(asking("слово", limit=4, when=when))
    assert [hit.key for hit in first.hits] == ["art_2", "art_4", "art_6", "art_8"]
    engine.update([document("слово", key=f"art_{number}") for number in (1, 3)], [made[2].id])
    after = keys(engine, "слово", after=first.next, when=when)
    assert after == ["art_10", "art_12", "art_14", "art_16", "art_18"]
    engine.update([document("слово", key="art_9")], [made[8].id])
    assert keys(engine, "слово", after=first.next, when=when) == ["art_9", *after]


@pytest.mark.parametrize("when", [AnyDay(), OnDay(DAY)])
def test_a_place_far_behind_the_end_is_no_place(holding: Holding, when: Moment) -> None:
    engine = holding(document("слово"))
    after = Position(0.0, 2**62, 2**62, "Z/ru/art_1", 10**9)
    results = engine.search(asking("слово", after=after, when=when))
    assert (results.total, results.hits, results.next) == (1, (), None)
