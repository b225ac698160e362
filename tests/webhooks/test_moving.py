"""A watched article is followed through renumbering, moves, splits and mergers."""

from __future__ import annotations

import json
from typing import Any

from corpus.law import Language
from corpus.store import reads
from corpus.store.writes import ChangeRow
from tests.corpus.store.making import KK, RU
from tests.webhooks.watched import Corpus, added, amended, renumbered
from webhooks.subscribing import MadeWatch, line_of, moves_of

URL = "http://127.0.0.1:9009/hook"
FIRST, SECOND, THIRD, FOURTH = "2003-01-01", "2004-01-01", "2005-01-01", "2006-01-01"


def watched(corpus: Corpus, key: str = "art_5", language: Language | None = None) -> MadeWatch:
    """A watch of an article when FIRST is the newest edition; later ones are then stored."""
    made = corpus.watch(URL, key=key, language=language)
    corpus.editions(SECOND, THIRD, FOURTH)
    return made


def catch_up(corpus: Corpus, page: int = 500) -> None:
    corpus.follower(page).catch_up(corpus.clock())


def bodies(corpus: Corpus, made: MadeWatch) -> list[dict[str, Any]]:
    return [json.loads(one.body) for one in corpus.log(made)]


def keys(corpus: Corpus, made: MadeWatch) -> list[str]:
    """The keys of the changes that the watch was told of."""
    return [one["change"]["key"] for one in bodies(corpus, made)]


def keys_now(corpus: Corpus, made: MadeWatch) -> tuple[str, ...]:
    with corpus.store.read() as session:
        return line_of(session, reads.watch(session, made.watch.id)).keys_now()


def test_the_event_under_the_new_key_reaches_the_watch_and_says_that_it_moved(
    corpus: Corpus,
) -> None:
    made = watched(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6"))
    catch_up(corpus)
    (body,) = bodies(corpus, made)
    assert body["moved"] == [{"lang": "ru", "from": "art_5", "to": "art_6", "edition": SECOND}]
    assert body["watch"]["articles"] == ["art_6"]
    assert body["change"]["new_key"] == "art_6"
    with corpus.store.read() as session:
        (move,) = moves_of(session, reads.watch(session, made.watch.id))
    assert (move.from_key, move.to_key, str(move.newer_label)) == ("art_5", "art_6", SECOND)


def test_afterwards_the_watch_is_for_the_new_key_and_no_more_for_the_old(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6", "moved"))
    corpus.record(SECOND, THIRD, added("5"), amended("6"))
    corpus.record(THIRD, FOURTH, amended("5"), renumbered("6", "7"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_6", "art_6", "art_7"]
    assert keys_now(corpus, made) == ("art_7",)


def test_articles_that_change_places_are_not_confused(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6"), renumbered("6", "7"), renumbered("7", "5"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_6"]
    assert keys_now(corpus, made) == ("art_6",)


def test_every_part_of_a_split_article_is_followed(corpus: Corpus) -> None:
    made = watched(corpus)
    part = ChangeRow("art_8", "split", "", None, "art_8", rule="2 paragraphs came from art_5")
    source = ChangeRow("art_5", "split", "", "art_5", "art_5", rule="2 paragraphs went to art_8")
    corpus.record(FIRST, SECOND, part, source)
    corpus.record(SECOND, THIRD, amended("5"), amended("8"), amended("9"))
    catch_up(corpus, page=2)
    assert keys(corpus, made) == ["art_8", "art_5", "art_5", "art_8"]
    assert keys_now(corpus, made) == ("art_5", "art_8")


def test_an_article_that_went_into_another_is_followed_there(corpus: Corpus) -> None:
    made = watched(corpus)
    gone = ChangeRow("art_5", "merged", "", "art_5", None, rule="3 paragraphs went to art_9")
    into = ChangeRow("art_9", "merged", "", "art_9", "art_9", rule="3 paragraphs came from art_5")
    corpus.record(FIRST, SECOND, gone, into)
    corpus.record(SECOND, THIRD, amended("9"), added("5"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_5", "art_9", "art_9"]
    assert keys_now(corpus, made) == ("art_9",)


def test_a_repealed_article_stays_watched_under_its_key(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record(FIRST, SECOND, ChangeRow("art_5", "repealed", "", "art_5", None))
    corpus.record(SECOND, THIRD, ChangeRow("art_5", "restored", "", None, "art_5"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_5", "art_5"]


def test_a_move_that_is_withdrawn_moves_the_watch_back(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6"))
    catch_up(corpus)
    corpus.record(FIRST, SECOND, amended("5"))
    catch_up(corpus)
    assert [one["type"] for one in bodies(corpus, made)] == [
        "change.recorded",
        "change.withdrawn",
        "change.recorded",
    ]
    assert keys_now(corpus, made) == ("art_5",)


def test_an_edition_found_in_between_leaves_the_watch_where_the_article_is(
    corpus: Corpus,
) -> None:
    made = watched(corpus)
    corpus.record(FIRST, THIRD, renumbered("5", "6"))
    catch_up(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6"))
    corpus.record(SECOND, THIRD, amended("6"))
    corpus.keep_pairs((FIRST, SECOND), (SECOND, THIRD))
    corpus.record(THIRD, FOURTH, amended("6"), amended("5"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_6", "art_6", "art_6", "art_6", "art_6"]
    assert keys_now(corpus, made) == ("art_6",)


def test_what_happened_before_the_watch_was_made_does_not_move_it(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record("2001-01-01", "2002-01-01", renumbered("5", "6"), renumbered("4", "5"))
    catch_up(corpus)
    corpus.record(FIRST, SECOND, amended("5"))
    catch_up(corpus)
    assert keys_now(corpus, made) == ("art_5",)
    assert keys(corpus, made)[-1] == "art_5"


def test_each_language_is_followed_by_its_own_changes(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.editions(FIRST, SECOND, language=KK)
    corpus.record(FIRST, SECOND, renumbered("5", "6"))
    catch_up(corpus)
    corpus.record(FIRST, SECOND, renumbered("5", "6"), amended("7"), language=KK)
    catch_up(corpus)
    assert [(one["change"]["lang"], one["moved"][0]["lang"]) for one in bodies(corpus, made)] == [
        ("ru", "ru"),
        ("kk", "kk"),
    ]
    assert keys_now(corpus, made) == ("art_6",)


def test_a_watch_of_one_language_moves_by_it_alone(corpus: Corpus) -> None:
    made = watched(corpus, language=RU)
    corpus.editions(FIRST, SECOND, language=KK)
    corpus.record(FIRST, SECOND, renumbered("5", "6"), language=KK)
    catch_up(corpus)
    assert bodies(corpus, made) == []
    assert keys_now(corpus, made) == ("art_5",)


def test_a_parser_that_reads_another_number_moves_the_watch_too(corpus: Corpus) -> None:
    made = watched(corpus)
    corpus.record(SECOND, SECOND, renumbered("5", "5-1", "technical"))
    corpus.record(SECOND, THIRD, amended("5-1"))
    catch_up(corpus)
    assert keys(corpus, made) == ["art_5-1", "art_5-1"]
