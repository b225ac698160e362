"""Places inside articles, as lawyers count them, and back."""

from __future__ import annotations

import pytest

from corpus.addresses import addresses_in
from corpus.citations.places import Place, place_in, units_at
from corpus.law import Article, Block, BlockKind, Language
from tests.corpus.citations.making import article, indent, note, part, point, subpoint

POINTS = article(
    point("1", "Яблони сажают весной. Осенью сажают груши."),
    part("Сторож следит за этим.", "p_1__part_1"),
    point("2", "Садовник:"),
    subpoint("1", "поливает;", "2"),
    indent("если сухо, дважды;", "p_2__indent_1"),
    subpoint("2", "рыхлит.", "2"),
    part("Зимой он отдыхает.", "p_2__part_2"),
    note("Примечание. Зима здесь короткая.", "p_2__note_3"),
)
PARTS = article(
    part("Сад открыт для всех.", "part_1"),
    part("Закрывают его:", "part_2"),
    subpoint("1", "ночью;"),
    subpoint("2", "в бурю."),
    part("О закрытии объявляют.", "part_1"),
)


def place(words: str, of: Article) -> Place | None:
    (address,) = addresses_in(words, Language.RU)
    return place_in(of, address.units)


def first_words(words: str, of: Article) -> str | None:
    found = place(words, of)
    return found.text.splitlines()[0] if found else None


@pytest.mark.parametrize(
    ("words", "of", "text"),
    [
        ("пункт 1", POINTS, "1. Яблони сажают весной. Осенью сажают груши."),
        ("часть первая пункта 1", POINTS, "1. Яблони сажают весной. Осенью сажают груши."),
        ("часть вторая пункта 1", POINTS, "Сторож следит за этим."),
        ("второе предложение пункта 1", POINTS, "Осенью сажают груши."),
        ("подпункт 1) пункта 2", POINTS, "1) поливает;"),
        ("абзац второй подпункта 1) пункта 2", POINTS, "если сухо, дважды;"),
        ("абзац первый пункта 2", POINTS, "2. Садовник:"),
        ("часть вторая пункта 2", POINTS, "Зимой он отдыхает."),
        ("примечание", POINTS, "Примечание. Зима здесь короткая."),
        ("заголовок", POINTS, "О яблонях"),
        ("часть вторая", PARTS, "Закрывают его:"),
        ("подпункт 2) части второй", PARTS, "2) в бурю."),
        ("часть третья", PARTS, "О закрытии объявляют."),
    ],
)
def test_a_place_has_the_words_a_lawyer_means(words: str, of: Article, text: str) -> None:
    found = place(words, of)
    assert found is not None
    assert found.read_as is None
    assert found.text.splitlines()[0] == text


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("пункт 3", POINTS),
        ("подпункт 3) пункта 2", POINTS),
        ("часть третья пункта 1", POINTS),
        ("абзац третий подпункта 1) пункта 2", POINTS),
        ("третье предложение пункта 1", POINTS),
        ("часть четвертая", PARTS),
    ],
)
def test_what_is_not_there_is_no_place(words: str, of: Article) -> None:
    assert place(words, of) is None


def test_a_point_holds_all_that_stands_under_it() -> None:
    found = place("пункт 2", POINTS)
    assert found is not None
    assert found.text == (
        "2. Садовник:\n1) поливает;\nесли сухо, дважды;\n2) рыхлит.\nЗимой он отдыхает."
    )


def test_a_part_behind_the_last_subpoint_goes_on_with_the_point() -> None:
    found = place("подпункт 2) пункта 2", POINTS)
    assert found is not None
    assert found.text == "2) рыхлит."


def test_a_level_that_is_not_there_is_read_as_the_one_that_is_and_says_so() -> None:
    found = place("часть 2", article(point("1", "Раз."), point("2", "Два.")))
    assert found is not None
    assert (found.key, found.read_as) != ("", None)
    assert [unit.key for unit in found.read_as or ()] == ["p_2"]


def test_quoted_wording_is_no_place() -> None:
    quoted = Block(BlockKind.POINT, "Чужое.", "7", "«7.", "", quoted=True)
    assert place("пункт 7", article(point("1", "Дать:"), quoted)) is None


@pytest.mark.parametrize("of", [POINTS, PARTS], ids=["points", "parts"])
def test_every_block_is_named_by_units_that_lead_back_to_it(of: Article) -> None:
    for block in of.blocks:
        units = units_at(of, block)
        assert units is not None, block.key
        found = place_in(of, units)
        assert found is not None
        assert found.blocks[0] is block


def test_the_whole_article_is_its_own_place() -> None:
    found = place_in(POINTS, ())
    assert found is not None
    assert (found.key, found.text) == ("", POINTS.wording)
