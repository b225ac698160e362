"""The file of lawyers' pairs: what it holds, and what it says of a mistake."""

from pathlib import Path

import pytest

from corpus.correspondences import (
    CorrespondencesError,
    load_correspondences,
    read_correspondences,
)
from corpus.handwritten import HandwrittenError
from corpus.provisions import ProvisionSet

GOOD = """\
# Pairs about gardens.

[[pair]]
left = "U990000001_:p_1,p_2"
left_quotes = ["собирает казначей"]
right = "Z210000003_:art_4__p_1"
right_quotes = ["взнос на сад", "плата за сад"]
why = "who pays"

[[pair]]
left = "U990000001_:p_3"
left_quotes = [
    "ночью заперты",
    "на замке",
]
right = "Z210000003_:art_5"
right_quotes = ["ворота"]
why = "the gate"
"""

_NAME = "name provisions by their keys and no edition: NGR:KEY,KEY"
_SPLIT = "several provisions on both sides: split the pair until one side has one"


def refusal(text: str) -> str:
    with pytest.raises(CorrespondencesError) as refused:
        read_correspondences(text, "mine.toml")
    return str(refused.value)


def test_a_pair_has_two_sides_their_quotes_and_a_reason() -> None:
    first, second = read_correspondences(GOOD)
    assert first.left.provisions == ProvisionSet("U990000001_", ("p_1", "p_2"))
    assert first.right.quotes == ("взнос на сад", "плата за сад")
    assert second.left.quotes == ("ночью заперты", "на замке")
    assert (first.why, second.why) == ("who pays", "the gate")
    assert str(first) == "U990000001_:p_1,p_2 = Z210000003_:art_4__p_1"


def test_a_file_without_pairs_is_no_mistake() -> None:
    assert read_correspondences("# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        (
            'right = "Z210000003_:art_5"',
            'right = "Z210000003_"',
            f"mine.toml, line 16, pair U990000001_:p_3: right: 'Z210000003_': {_NAME}",
        ),
        (
            'right = "Z210000003_:art_5"',
            'right = "Z210000003_:art_5@2021"',
            f"mine.toml, line 16, pair U990000001_:p_3: right: 'Z210000003_:art_5@2021': {_NAME}",
        ),
        (
            'left = "U990000001_:p_3"',
            'left = "U990000001_:p_3,"',
            "mine.toml, line 11, pair U990000001_:p_3,: left: 'U990000001_:p_3,' names no prov",
        ),
        (
            'right = "Z210000003_:art_4__p_1"',
            'right = "Z210000003_:art_4__p_1,art_4__p_2"',
            f"mine.toml, line 6, pair U990000001_:p_1,p_2: right: {_SPLIT}",
        ),
        (
            'right = "Z210000003_:art_5"',
            'right = "U990000001_:p_3"',
            "mine.toml, line 16, pair U990000001_:p_3: right: the same provisions on both sides",
        ),
        (
            'right_quotes = ["ворота"]',
            "right_quotes = []",
            "mine.toml, line 17, pair U990000001_:p_3: right_quotes: List should have at least 1",
        ),
        (
            '    "на замке",',
            '    " ",',
            "mine.toml, line 14, pair U990000001_:p_3: left_quotes.1: String should have at least",
        ),
        (
            'right_quotes = ["ворота"]',
            'right_quotes = "ворота"',
            "mine.toml, line 17, pair U990000001_:p_3: right_quotes: Input should be a valid list",
        ),
        (
            'why = "the gate"',
            'why = ""',
            "mine.toml, line 18, pair U990000001_:p_3: why.ru: String should have at least 1",
        ),
        (
            'why = "the gate"',
            'reason = "the gate"',
            "mine.toml, line 10, pair U990000001_:p_3: why: Field required",
        ),
        (
            'why = "the gate"',
            'why = "the gate"\nnote = "?"',
            "mine.toml, line 19, pair U990000001_:p_3: note: Extra inputs are not permitted",
        ),
        ('why = "the gate"', "why = the gate", "mine.toml: no valid TOML: "),
        ("[[pair]]", "[[pairs]]", "mine.toml"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_entry(good: str, bad: str, message: str) -> None:
    assert good in GOOD
    assert refusal(GOOD.replace(good, bad)).startswith(message)


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(HandwrittenError, match=r"none\.toml: the file of correspondences cannot"):
        load_correspondences(tmp_path / "none.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorrespondencesError, match=r"binary\.toml: the file of correspondences"):
        load_correspondences(tmp_path / "binary.toml")


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_correspondences(path) == read_correspondences(GOOD)


def test_the_file_that_comes_along_names_no_pair_twice() -> None:
    pairs = load_correspondences()
    sides = [frozenset({str(one.left.provisions), str(one.right.provisions)}) for one in pairs]
    assert len(sides) == len(set(sides)) > 20


def test_no_rule_that_comes_along_has_two_partners_in_one_act() -> None:
    """Two pairs about one rule would contradict each other."""
    claimed: set[tuple[str, str, str]] = set()
    for pair in load_correspondences():
        one, other = pair.left.provisions, pair.right.provisions
        for side, against in ((one, other.ngr), (other, one.ngr)):
            for key in side.keys:
                assert (side.ngr, key, against) not in claimed
                claimed.add((side.ngr, key, against))
