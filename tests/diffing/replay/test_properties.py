"""Laws of replay, whatever the words are."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.addresses import Unit, UnitKind
from corpus.instructions.operations import Kind, NewLine, Operation, Place
from corpus.law import BlockKind
from diffing.replay.replay import Fate, replay
from diffing.replay.wording import rekeyed
from tests.diffing.replay.making import ADOPTED, law

ART, P = UnitKind.ARTICLE, UnitKind.POINT
WORDS = st.text("абв где-№,", min_size=1, max_size=40).map(str.strip).filter(
    lambda text: text[:1].isalpha()
)  # fmt: skip
NUMBERED = [
    (Unit(ART, article.number), Unit(P, block.number))
    for article in law().articles
    for block in article.blocks
    if block.kind is BlockKind.POINT
]


def operation(kind: Kind, *path: Unit, **fields: object) -> Operation:
    return Operation(kind, Place("art_1"), "…", 0, (path,), **fields)  # type: ignore[arg-type]


@given(st.sampled_from(NUMBERED), WORDS)
def test_a_reworded_point_reads_as_it_was_worded(path: tuple[Unit, Unit], words: str) -> None:
    number = path[1].number
    content = (NewLine(f"{number}. {words}"),)
    done = replay(law(), [operation(Kind.REWORD, *path, content=content)], ADOPTED)
    article = done.edition.by_key[path[0].key]
    (block,) = [one for one in article.blocks if one.key == path[1].key]
    assert (block.marker, block.text) == (f"{number}.", words)
    others = [one for one in law().articles if one.key != article.key]
    assert [one for one in done.edition.articles if one.key != article.key] == others


@given(st.sampled_from(NUMBERED), WORDS)
def test_words_put_in_and_taken_out_leave_the_text_as_it_was(
    path: tuple[Unit, Unit], words: str
) -> None:
    done = replay(
        law(),
        [
            operation(Kind.APPEND_WORDS, *path, new_words=f"({words})"),
            operation(Kind.DELETE_WORDS, *path, words=f"({words})"),
        ],
        ADOPTED,
    )
    if all(one.fate is Fate.APPLIED for one in done.outcomes):
        assert done.edition == law()
    else:
        assert done.outcomes[0].fate is Fate.REFUSED, "a point of several paragraphs"


@given(st.lists(st.sampled_from(NUMBERED), unique=True))
def test_excluding_keeps_the_keys_of_all_that_stays(paths: list[tuple[Unit, Unit]]) -> None:
    done = replay(law(), [operation(Kind.DELETE, *path) for path in paths], ADOPTED)
    gone = {(path[0].key, path[1].key) for path in paths}
    for article in law().articles:
        kept = [
            block
            for block in article.blocks
            if not any(
                article.key == key and (block.key == point or block.key.startswith(f"{point}__"))
                and block.kind is not BlockKind.NOTE
                for key, point in gone
            )
        ]  # fmt: skip
        ours = done.edition.by_key[article.key].blocks
        assert [one.printed for one in ours] == [one.printed for one in kept]
        numbered = [one.key for one in kept if one.number]
        assert [one.key for one in ours if one.number] == numbered


def test_keys_given_anew_are_the_keys_that_pages_give() -> None:
    for article in law().articles:
        assert rekeyed(article, law().language) == article


@given(st.dates(date(2019, 1, 1), date(2030, 1, 1)))
def test_nothing_happens_before_the_act_is_adopted(day: date) -> None:
    path = (Unit(ART, "6"),)
    done = replay(law(), [operation(Kind.DELETE, *path)], ADOPTED, upto=day)
    assert done.outcomes[0].fate is (Fate.LATER if day < ADOPTED else Fate.APPLIED)
