from __future__ import annotations

import pytest

from corpus.law import Division, DivisionKind, Footnote
from corpus.store.errors import LanguageNotHeld, UnknownAct, UnknownArticle
from corpus.store.standing import (
    HeldPlace,
    Place,
    held_texts,
    notes_of_divisions,
    places_of,
    standings,
)
from tests.corpus.store.making import BEGINNING, KK, NGR, RU, Shelf, article, edition, parts


def places(shelf: Shelf, key: str) -> list[tuple[str, Place]]:
    return [
        (str(one.edition.label), one.place) for one in standings(shelf.session, NGR, RU).of(key)
    ]


def test_an_edition_has_an_article_or_lacks_it_or_does_not_hold_its_place(shelf: Shelf) -> None:
    one, two, three = (article(number, f"Words {number}.") for number in "123")
    shelf.put(edition("2001-01-01", (one, two, three)))
    shelf.put(edition("2002-01-01", (one, three)))
    shelf.put(edition("2003-01-01", (one, two), holding=BEGINNING))
    shelf.put(edition("2004-01-01", (three,), holding=parts("art_3")))
    shelf.put(edition("2005-01-01", (one, three), holding=parts("art_1", "art_2", "art_3")))
    assert places(shelf, "art_2") == [
        ("2001-01-01", Place.HERE),
        ("2002-01-01", Place.ABSENT),
        ("2003-01-01", Place.CUT),
        ("2004-01-01", Place.NOT_HELD),
        ("2005-01-01", Place.ABSENT),
    ]
    assert [place for _, place in places(shelf, "art_3")][2] is Place.NOT_HELD


def test_undated_editions_come_last_and_the_same_text_has_the_same_hash(shelf: Shelf) -> None:
    shelf.put(edition("undated", (article("1", "Same."),)))
    shelf.put(edition("2001-01-01", (article("1", "Same."),)))
    first, last = standings(shelf.session, NGR, RU).of("art_1")
    assert str(last.edition.label) == "undated"
    assert first.text_hash == last.text_hash != ""


def test_the_labels_that_are_only_known_are_told(shelf: Shelf) -> None:
    shelf.put_days("2001-01-01")
    shelf.list("2001-01-01", "2002-01-01")
    timeline = standings(shelf.session, NGR, RU).timeline
    assert {str(label) for label, _ in timeline.named} == {"2001-01-01", "2002-01-01"}


def test_what_is_not_there_is_an_error_with_the_nearest(shelf: Shelf) -> None:
    shelf.put_days("2001-01-01")
    held = standings(shelf.session, NGR, RU)
    with pytest.raises(UnknownArticle) as error:
        held.of("art_33")
    assert "art_3" in error.value.nearest
    with pytest.raises(UnknownAct):
        standings(shelf.session, "Z9999999999", RU)
    with pytest.raises(LanguageNotHeld):
        standings(shelf.session, NGR, KK)


def test_each_text_is_given_once_a_language_with_all_its_places(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1", "Same."), article("2", "Other."))))
    shelf.put(edition("2002-01-01", (article("1", "Same."),)))
    shelf.put(edition("2002-01-01", (article("1", "Same."),), language=KK))
    texts = list(held_texts(shelf.session))
    assert sorted((str(one.language), one.wording.partition("\n")[2]) for one in texts) == [
        ("kk", "Same."),
        ("ru", "Other."),
        ("ru", "Same."),
    ]
    same = {one.text_hash for one in texts if one.wording.endswith("Same.")}
    found = places_of(shelf.session, same, None, None)
    assert {(one.language, one.key) for one in found} == {(RU, "art_1"), (KK, "art_1")}
    (only,) = places_of(shelf.session, same, NGR, KK)
    assert only == HeldPlace(NGR, KK, "art_1", next(iter(same)))
    assert [one.language for one in held_texts(shelf.session, NGR, KK)] == [KK]
    assert list(held_texts(shelf.session, "Z9999999999")) == []


def test_a_row_that_a_later_one_replaced_is_no_text_held(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1", "Wrong."),)), body=b"first")
    shelf.put(edition("2001-01-01", (article("1", "Right."),)), body=b"corrected")
    assert [one.wording.partition("\n")[2] for one in held_texts(shelf.session)] == ["Right."]


def test_the_notes_of_the_act_and_of_its_divisions_are_told_apart(shelf: Shelf) -> None:
    chapter = Division(
        DivisionKind.CHAPTER,
        "ch_1",
        "1",
        "Elections",
        "Chapter 1. Elections",
        notes_after=(Footnote("Of the chapter."),),
    )
    content = (Footnote("Of the act."), chapter, article("1", note="Of the article."))
    stored = shelf.put(edition("2001-01-01", content))
    of_act, by_division = notes_of_divisions(shelf.session, stored.id)
    assert [note.text for note in of_act] == ["Of the act."]
    assert {key: [note.text for note in notes] for key, notes in by_division.items()} == {
        "ch_1": ["Of the chapter."]
    }
