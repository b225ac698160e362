"""Documents of what the store holds: everything that a search looks at or counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Footnote,
    HoldingKind,
    Language,
)
from corpus.search.documents import SearchDocument
from corpus.search.keeping.days import DaysInForce
from corpus.search.keeping.from_store import documents_of
from corpus.store import Store, reads
from corpus.store.tables import ACTS
from tests.corpus.search.keeping.by_label import days_by_label
from tests.corpus.search.keeping.storing import Crawl

NGR = "Z0000000001"
ELECTIONS = "Z950002464_"


def documents(store: Store, ngr: str = NGR) -> list[SearchDocument]:
    with store.read() as session:
        return list(documents_of(session, ngr, days_by_label))


def test_number_and_title_text_and_notes_are_apart(store: Store, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    (document,) = documents(store)
    assert document.heading == "Статья 1. Срок"
    assert document.text == "1. Четыре года."
    assert document.notes == "Сноска. Примечание."
    assert (document.act_title, document.kind, document.sample) == ("Об акиме", "article", True)
    assert (document.valid_from, document.valid_to) == (date(2013, 4, 24), None)
    assert document.id.startswith("Z0000000001/ru/art_1/")


def point(number: str, text: str, key: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", key)


def test_places_say_where_in_the_text_each_block_begins(store: Store, crawl: Crawl) -> None:
    body = (
        Block(BlockKind.PART, "Акима избирают жители.", key="part_1"),
        point("1", "Срок четыре года.", "p_1"),
        Footnote("Сноска между пунктами."),
        Block(BlockKind.SUBPOINT, "досрочно;", "1", "1)", "p_1__sp_1"),
        Block(BlockKind.SUBPOINT, "слова другого акта", "7", "7)", "", quoted=True),
        point("2", "Ещё раз.", "p_2"),
    )
    crawl.stores("2013-04-24", articles=(Article(ArticleKind.ARTICLE, "art_1", "1", body=body),))
    (document,) = documents(store)
    begins = {key: document.text[offset:].splitlines()[0] for offset, key in document.places}
    assert begins == {
        "part_1": "Акима избирают жители.",
        "p_1": "1. Срок четыре года.",
        "p_1__sp_1": "1) досрочно;",
        "p_2": "2. Ещё раз.",
    }
    assert [offset for offset, _ in document.places] == sorted(
        offset for offset, _ in document.places
    )


def test_an_act_gives_its_number_its_kind_and_its_year(store: Store, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    with store.write() as session:
        session.execute(
            update(ACTS)
            .where(ACTS.c.ngr == NGR)
            .values(form="law", number="148", adopted=date(2001, 1, 23))
        )
    (document,) = documents(store)
    assert (document.act_number, document.form, document.year) == ("148", "law", 2001)


def test_a_provision_has_the_regimes_and_themes_that_name_it_or_its_chapter(
    store: Store, crawl: Crawl
) -> None:
    inside = Article(
        ArticleKind.ARTICLE,
        "art_113-1",
        "113-1",
        body=(point("1", "Выдвижение.", "p_1"),),
        divisions=("ch_13-1",),
    )
    outside = replace(inside, key="art_150", number="150", divisions=("ch_20",))
    crawl.stores("2021-05-24", ngr=ELECTIONS, articles=(inside, outside))
    named, other = documents(store, ELECTIONS)
    assert named.regimes == ("2020",)
    assert named.themes
    assert (other.regimes, other.themes) == ((), ())


def test_what_may_be_cut_off_and_what_has_no_day_answers_no_day(store: Store, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Порядок прекр", holding=HoldingKind.BEGINNING)
    crawl.stores("undated", "Пять лет.", "Порядок прекращения.")
    by_text = {one.text: one for one in documents(store)}
    cut, undated = by_text["1. Порядок прекр"], by_text["1. Пять лет."]
    assert (cut.valid_from, cut.complete) == (None, False)
    assert (undated.valid_from, undated.complete) == (None, True)
    assert by_text["1. Четыре года."].valid_from == date(2013, 4, 24)


def twice(session: Session, ngr: str, language: Language) -> Mapping[str, Sequence[DaysInForce]]:
    """The newest wording held twice, for the second time perhaps."""
    edition = reads.editions(session, ngr, language)[-1].id
    first = DaysInForce(edition, date(2013, 4, 24), date(2018, 1, 1), False, True, True, True)
    return {
        "art_1": [first, DaysInForce(edition, date(2021, 1, 1), None, True, False, True, False)]
    }


def test_a_wording_that_held_twice_is_two_documents(store: Store, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    with store.read() as session:
        first, second = documents_of(session, NGR, twice)
    assert (first.text, first.valid_from, first.valid_to) == (
        second.text,
        date(2013, 4, 24),
        date(2018, 1, 1),
    )
    assert (first.doubtful, first.replaced, first.after_is_known) == (False, True, True)
    assert (second.doubtful, second.replaced, second.before_is_known) == (True, False, True)
    assert first.id != second.id


def test_a_document_has_the_days_of_its_editions_as_the_history_of_the_article_shows_them(
    store: Store, crawl: Crawl
) -> None:
    crawl.stores("2013-04-24", "Четыре года.")
    crawl.stores("2018-01-01", "Пять лет.")
    with store.read() as session:
        shown = {one.text_hash: (one.from_, one.to) for one in reads.wordings(session, NGR)}
    held = {one.text_hash: (one.held_from, one.held_to) for one in documents(store)}
    assert held == shown
    assert (date(2013, 4, 24), date(2018, 1, 1)) in held.values()


def test_a_document_is_the_same_after_it_was_packed(store: Store, crawl: Crawl) -> None:
    crawl.stores("2013-04-24", "Четыре года.", "Без изменений.")
    for document in documents(store):
        assert SearchDocument.from_json(document.to_json()) == document
