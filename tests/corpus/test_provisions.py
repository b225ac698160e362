"""Sets of provisions as a person writes them, and what their keys name."""

import pytest

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Language,
)
from corpus.provisions import ProvisionSet, blocks_under, is_inside, named

LABEL = EditionLabel.parse("2023-01-01")


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Z950002464_", ProvisionSet("Z950002464_")),
        ("U1300000555@2023-01-01", ProvisionSet("U1300000555", (), LABEL)),
        ("U1300000555@01.01.2023", ProvisionSet("U1300000555", (), LABEL)),
        ("Z950002464_:ch_13-1", ProvisionSet("Z950002464_", ("ch_13-1",))),
        (
            " Z950002464_:ch_13-1,art_9__p_5@2023-01-01 ",
            ProvisionSet("Z950002464_", ("ch_13-1", "art_9__p_5"), LABEL),
        ),
        ("Z950002464_@1998", ProvisionSet("Z950002464_", (), EditionLabel.parse("1998"))),
    ],
)
def test_a_set_is_an_act_keys_and_a_label(text: str, provisions: ProvisionSet) -> None:
    assert ProvisionSet.parse(text) == provisions


@pytest.mark.parametrize(
    "text",
    ["Z950002464_", "Z950002464_:ch_13-1,art_9__p_5", "Z950002464_:art_9@1998", "Z95@2023-01-01"],
)
def test_a_set_is_written_as_it_is_read(text: str) -> None:
    assert str(ProvisionSet.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "@2023-01-01",
        ":art_1",
        "Z950002464_:",
        "Z950002464_@",
        "Z950002464_:,art_1",
        "Z950002464_:art_1,",
        "Z950002464_:art_1,,art_2",
        "Z950002464_:art_1, art_2",
        "Z950002464_:art_1:art_2",
        "Z950002464_ art_1",
        "Z950002464_@2023-01-01:art_1",
    ],
)
def test_what_is_no_set_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(ValueError, match="write NGR, NGR:KEY,KEY or either with @LABEL") as refused:
        ProvisionSet.parse(text)
    assert str(refused.value).startswith(repr(text))


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("spring", "'spring' is no edition label: give a day"),
        ("23", "'23' is no edition label: give a day"),
        ("2023-02-30", "day is out of range for month"),
    ],
)
def test_what_is_no_label_is_refused_with_the_reason(label: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"@{label} names no edition: {reason}"):
        ProvisionSet.parse(f"Z950002464_@{label}")


def block(kind: BlockKind, key: str) -> Block:
    return Block(kind, f"текст {key}", key=key)


CHAPTER = Division(DivisionKind.CHAPTER, "ch_2", "2", "Сад", "Глава 2. Сад")
FIRST = Article(
    ArticleKind.ARTICLE,
    "art_1",
    body=(
        block(BlockKind.POINT, "p_1"),
        block(BlockKind.SUBPOINT, "p_1__sp_1"),
        block(BlockKind.INDENT, "p_1__sp_1__indent_1"),
        block(BlockKind.POINT, "p_10"),
    ),
)
SECOND = Article(ArticleKind.ARTICLE, "art_10", divisions=("ch_2",))
EDITION = Edition("Z1", Language.RU, LABEL, "Закон", (FIRST, CHAPTER, SECOND))


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ((), [("art_1", "art_1"), ("art_10", "art_10")]),
        (("ch_2",), [("ch_2", "art_10")]),
        (("art_1",), [("art_1", "art_1")]),
        (("art_1__p_1",), [("art_1__p_1", "art_1")]),
        (("art_1__p_1__sp_1",), [("art_1__p_1__sp_1", "art_1")]),
        (("art_1__p_2", "art_9"), [("art_1__p_2", None), ("art_9", None)]),
    ],
)
def test_keys_name_divisions_articles_and_what_stands_in_them(
    keys: tuple[str, ...], found: list[tuple[str, str | None]]
) -> None:
    assert [(key, one and one.key) for key, one in named(EDITION, keys)] == found


def test_a_points_key_names_all_that_stands_under_it_and_no_other_point() -> None:
    assert [one.key for one in blocks_under("art_1__p_1", FIRST)] == [
        "p_1",
        "p_1__sp_1",
        "p_1__sp_1__indent_1",
    ]
    assert [one.key for one in blocks_under("art_1__p_10", FIRST)] == ["p_10"]


def test_an_articles_own_key_is_not_inside_it() -> None:
    assert not is_inside("art_1", FIRST)
    assert is_inside("art_1__p_1", FIRST)
    assert not is_inside("art_10__p_1", FIRST)
