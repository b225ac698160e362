"""A redline in two columns or one: each column is its wording, whatever the texts are."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from api.pages.comparing_parts.redline_rows import Drawing, Elsewhere, RowWords, View, redline_rows
from corpus.law import Article, Block, BlockKind
from diffing.redline import redline
from tests.api.law import article, point, table

WORDS = RowWords("перешло", "пришло", lambda count: f"{count} без изменений", "Таблица")
_TEXT = st.lists(
    st.sampled_from(["луг", "сено", "<b>", '"><img onerror=x>', "&amp;", "мост.", "клевер,"]),
    min_size=1,
    max_size=9,
).map(" ".join)
_POINTS = st.lists(_TEXT, max_size=5)


def _article(texts: list[str]) -> Article:
    return article("1", "Луг", *[point(str(at), text) for at, text in enumerate(texts, 1)])


def _drawn(old: Article | None, new: Article | None, view: View, *, fold: bool = False) -> str:
    drawing = Drawing("c-1", view, WORDS, fold=fold)
    return str(redline_rows(redline(old, new), drawing, heading=False).html)


def _column(html: str, side: str) -> list[str]:
    soup = BeautifulSoup(html, "lxml")
    for jump in soup.select("a.jump"):
        jump.decompose()
    return [one.get_text() for one in soup.select(f".{side} > p")]


@given(_POINTS, _POINTS)
def test_each_column_is_its_wording(old: list[str], new: list[str]) -> None:
    html = _drawn(_article(old), _article(new), "side")
    for side, texts in (("old-side", old), ("new-side", new)):
        assert _column(html, side) == [f"{at}. {text}" for at, text in enumerate(texts, 1)]


@given(_POINTS, _POINTS)
def test_one_column_without_what_went_is_the_new_wording(old: list[str], new: list[str]) -> None:
    soup = BeautifulSoup(_drawn(_article(old), _article(new), "inline"), "lxml")
    for gone in soup.select("del, a.jump"):
        gone.decompose()
    shown = [one.get_text().strip() for one in soup.select("p")]
    assert [one for one in shown if one] == [f"{at}. {text}" for at, text in enumerate(new, 1)]


@given(_POINTS, _POINTS)
def test_nothing_of_the_law_becomes_a_tag(old: list[str], new: list[str]) -> None:
    for view in ("side", "inline"):
        soup = BeautifulSoup(_drawn(_article(old), _article(new), view, fold=True), "lxml")
        assert {one.name for one in soup.select("body *")} <= {
            "div", "p", "span", "ins", "del", "a", "details", "summary",
        }  # fmt: skip
        assert not soup.select("[onerror]")


def test_what_went_stands_beside_what_came_in_its_stead() -> None:
    old = _article(["Первое совсем прежнее правило о луге и сене."])
    new = article("1", "Луг", Block(BlockKind.PART, "Иные слова вовсе: пчёлы, ульи, мёд и воск."))
    soup = BeautifulSoup(_drawn(old, new, "side"), "lxml")
    (pair,) = soup.select(".aligned")
    assert pair.select(".old-side del")
    assert pair.select(".new-side ins")


def test_places_are_counted_and_can_be_gone_to() -> None:
    old = _article(["Раз.", "Два.", "Три.", "Четыре.", "Пять."])
    new = _article(["Раз!", "Два.", "Три.", "Четыре.", "Шесть."])
    drawing = Drawing("c-9", "inline", WORDS, targets=True)
    drawn = redline_rows(redline(old, new), drawing)
    soup = BeautifulSoup(str(drawn.html), "lxml")
    assert [one["id"] for one in soup.select("[data-change]")] == ["c-9-1", "c-9-2"]
    assert drawn.places == 2
    assert [one.get_text() for one in soup.select("summary")] == ["3 без изменений"]


def test_a_table_stands_in_both_columns_with_its_own_cells() -> None:
    old = article("1", "", table(("Трава", "июнь"), ("Мох", "май")))
    new = article("1", "", table(("Трава", "июль")))
    soup = BeautifulSoup(_drawn(old, new, "side"), "lxml")
    assert [one.get_text() for one in soup.select(".old-side td")] == [
        "Трава",
        "июнь",
        "Мох",
        "май",
    ]
    assert [one.get_text() for one in soup.select(".new-side td")] == ["Трава", "июль"]


def test_a_paragraph_elsewhere_is_linked_with_its_escaped_name() -> None:
    found = Elsewhere("c-<2>", "Статья <2>")
    drawing = Drawing("c-1", "side", WORDS, elsewhere={0: found})
    html = str(redline_rows(redline(_article(["Луг."]), _article([])), drawing, heading=False).html)
    link = BeautifulSoup(html, "lxml").select_one("a.jump")
    assert link is not None
    assert (link["href"], link.get_text()) == ("#c-<2>", "перешло: Статья <2>")
