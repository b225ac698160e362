"""A better spelling is suggested where it finds something, by every engine's own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from corpus.law import Language
from corpus.search import Query, SearchEngine
from corpus.search.queries import Filters, OnDay
from corpus.search.suggesting.suggestions import LONGEST_QUERY, Suggestions
from corpus.search.words.analysis import Analyser
from tests.corpus.search.texts import document

TODAY = date(2026, 1, 1)
TEXTS = (
    document(
        "Депутаты маслихата собираются, когда созвана сессия.", key="art_1", heading="Маслихат"
    ),
    document("Порядок выборов акима сельского округа.", key="art_2"),
    document("Прежний созыв.", key="art_3", valid_to=date(2021, 1, 1), is_current=False),
    document("Әкім, әкімдер мен мәслихат туралы.", key="art_1", lang=Language.KK),
    document("Members of the maslikhat vote.", key="art_1", lang=Language.EN),
)


def suggested(
    engine: SearchEngine, text: str, *languages: Language, on: date | None = None
) -> str | None:
    query = Query(text, today=TODAY, filters=Filters(languages=languages))
    if on:
        query = Query(text, today=TODAY, when=OnDay(on), filters=query.filters)
    return Suggestions(engine, Analyser()).suggestion(query, engine.search(query).total)


def test_words_are_respelt_and_all_else_stays_as_typed(
    holding: Callable[..., SearchEngine],
) -> None:
    engine = holding(*TEXTS)
    for typed, meant in (
        ("маслехат", "маслихат"),
        ("Маслехат", "Маслихат"),
        ("vfckb[fn", "маслихат"),
        ("gjhzljr ds,jhjd", "порядок выборов"),
        ('"парядок выборов" -отставка', '"порядок выборов" -отставка'),
        ("(сесия OR отставка) маслехат", "(сессия OR отставка) маслихат"),
        ("сельскогоокруга", "сельского округа"),
        ("выбров ~3 акима", "выборов ~3 акима"),
        ('~"сельскова округа"', '~"сельского округа"'),
        ("выборовакима", "выборов акима"),
        ("акимм", "акима"),  # the only form of it that these texts have
        ("акимдер", "әкімдер"),
        ("maslikat", "maslikhat"),
    ):
        assert suggested(engine, typed) == meant, typed


def test_what_was_typed_with_russian_letters_is_a_russian_word_if_it_may_be(
    holding: Callable[..., SearchEngine],
) -> None:
    kazakh = ("мәслихат", "мәслихат сессиясы", "мәслихат шешімі")
    engine = holding(
        *TEXTS,
        *(
            document(text, key=f"art_{number}", lang=Language.KK)
            for number, text in enumerate(kazakh, start=5)
        ),
    )
    assert suggested(engine, "маслехат") == "маслихат"
    assert suggested(engine, "мәслехат") == "мәслихат"
    assert suggested(engine, "маслехат", Language.KK) == "мәслихат"


def test_a_language_has_its_own_words(holding: Callable[..., SearchEngine]) -> None:
    engine = holding(*TEXTS)
    assert suggested(engine, "маслихат") is None
    assert suggested(engine, "маслихат", Language.RU) is None
    assert suggested(engine, "маслихат", Language.KK) == "мәслихат"
    assert suggested(engine, "аким", Language.KK) == "әкім"


@pytest.mark.parametrize(
    "text",
    [
        *("b", "yf", "вв"),  # too short to be a slip of anything
        "порядоквыборы",  # both stand there, but nowhere side by side
        *("маслихат", "маслихатов", "выборы акима", "статья 113-3", "", '"', "*", "-", "абвгдеё"),
        "act:маслехат",  # titles of acts are not among the words
        "маслехат сессия выборы",  # respelt it finds nothing either
        "-маслехат",
        "маслехат " + "а" * LONGEST_QUERY,
    ],
)
def test_nothing_is_suggested_that_would_find_no_more(
    text: str, holding: Callable[..., SearchEngine]
) -> None:
    assert suggested(holding(*TEXTS), text) is None


def test_a_suggestion_finds_something_on_the_day_that_is_asked_for(
    holding: Callable[..., SearchEngine],
) -> None:
    engine = holding(*TEXTS)
    assert suggested(engine, "сазыв") == "созыв"
    assert suggested(engine, "сазыв", on=date(2020, 6, 1)) == "созыв"
    assert suggested(engine, "сазыв", on=date(2022, 6, 1)) is None


def test_new_texts_bring_their_words_and_old_ones_take_theirs_along(
    holding: Callable[..., SearchEngine],
) -> None:
    engine = holding(*TEXTS)
    suggestions = Suggestions(engine, Analyser())
    query = Query("круговарот", today=TODAY)
    assert suggestions.suggestion(query, 0) is None
    new = document("Круговорот бумаг в природе.", key="art_9")
    engine.update([new], [])
    assert suggestions.suggestion(query, 0) == "круговорот"
    engine.update([], [new.id])
    assert suggestions.suggestion(query, 0) is None
