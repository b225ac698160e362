"""The timeline as SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from corpus.law import Article, Edition, Language
from diffing.drawing.svg import fitted, text_width
from diffing.measures.measure import measure
from diffing.measures.timeline import CAPTIONS, draw_timeline
from diffing.measures.timeline.captions import ENGLISH
from tests.diffing.making import article
from tests.diffing.measures.acts import (
    CHAPTER,
    GARDEN,
    WATER,
    WATER_AMENDED,
    dated,
    four_editions,
    measured,
    timeline,
)

SVG = "{http://www.w3.org/2000/svg}"


def drawing(text: str) -> etree._Element:
    """The picture, read by a parser that fetches and expands nothing."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.tag == f"{SVG}svg"
    return root


def texts(root: etree._Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def tooltips(root: etree._Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}title")]


def of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in root.iter() if one.get("class") == f"nq-{name}"]


def test_the_picture_names_the_act_its_editions_its_articles_and_its_divisions() -> None:
    shown = texts(drawing(draw_timeline(measured(*four_editions()), "О саде")))
    assert "О саде" in shown
    assert {"2001-01-01", "2002-01-01", "2004-01-01", "2008-01-01"} <= set(shown)
    assert [one for one in shown if one in {"1", "2", "3", "4"}] == ["1", "2", "3", "4"]
    assert "Глава 1. О саде" in shown
    assert any("Russian text" in one and "editions held: 4" in one for one in shown)


def test_every_change_has_its_mark_and_says_what_it_is() -> None:
    root = drawing(draw_timeline(measured(*four_editions()), "О саде"))
    found = [one for one in tooltips(root) if "words in" in one]
    assert found == [
        "2, 2002-01-01: amended; words in 1, out 1, kept 2",
        "2, 2008-01-01: amended; words in 1, out 1, kept 2",
        "3, 2004-01-01: repealed; words in 0, out 5, kept 1",
        "3, 2008-01-01: restored; words in 5, out 0, kept 1",
        "4, 2002-01-01: added; words in 6, out 0, kept 0",
    ]
    in_legend, drawn = 1, 1
    assert len(of_class(root, "gone")) == in_legend + drawn
    assert len(of_class(root, "come")) == 2 * (in_legend + drawn)


def test_what_is_not_held_is_hatched_and_only_that() -> None:
    def hatched(root: etree._Element) -> int:
        return sum(one.get("fill") == "url(#nusqa-unknown)" for one in root.iter())

    in_legend = 2
    held = drawing(draw_timeline(measured(*four_editions()), "О саде"))
    assert hatched(held) == in_legend
    gap = measured(*four_editions(), missing=("2006-01-01",))
    root = drawing(draw_timeline(gap, "О саде"))
    assert hatched(root) == in_legend + 4
    assert any("2006-01-01: edition known, not held (adilet)" in one for one in tooltips(root))


def test_a_sample_is_called_one() -> None:
    sample = [replace(one, sample=True) for one in four_editions()]
    assert any(
        "SAMPLE" in one for one in texts(drawing(draw_timeline(measured(*sample), "О саде")))
    )
    official = texts(drawing(draw_timeline(measured(*four_editions()), "О саде")))
    assert not any("SAMPLE" in one for one in official)


def test_whatever_a_text_holds_is_only_text() -> None:
    hostile = '<script>alert("x")</script> & \x0b]]> <b>'
    one = replace(GARDEN, heading=hostile, number='<9 "&')
    chapter = replace(CHAPTER, printed_heading=hostile)
    text = draw_timeline(measured(dated("2001-01-01", chapter, one)), hostile)
    root = drawing(text)
    assert not list(root.iter(f"{SVG}script"))
    assert any("alert" in shown for shown in texts(root))
    assert "\x0b" not in text


def test_a_repealed_act_ends() -> None:
    root = drawing(draw_timeline(measured(*four_editions(), repealed="2011-05-19"), "О саде"))
    assert "act repealed 2011-05-19" in texts(root)


def test_editions_without_a_place_in_time_are_named_and_not_drawn() -> None:
    measures = measured(*four_editions(), dated("undated", GARDEN), dated("2004", GARDEN))
    shown = texts(drawing(draw_timeline(measures, "О саде")))
    assert any(one.endswith("not known: 2004, undated") for one in shown)
    assert "undated" not in shown


def test_an_act_without_a_dated_edition_says_that_there_is_nothing_to_draw() -> None:
    shown = texts(drawing(draw_timeline(measured(dated("undated", GARDEN)), "О саде")))
    assert ENGLISH.nothing in shown


@pytest.mark.parametrize("language", Language)
def test_the_picture_speaks_three_languages(language: Language) -> None:
    captions = CAPTIONS[language]
    gap = measured(*four_editions(), missing=("2006-01-01",))
    shown = texts(drawing(draw_timeline(gap, "О саде", captions)))
    assert {captions.unknown, captions.missing, captions.words_in} <= set(shown)
    assert set(captions.kinds.values()) & set(shown)
    assert not any("{" in one for one in shown)


def test_a_dark_surface_changes_the_colours_and_a_viewer_without_styles_needs_none() -> None:
    root = drawing(draw_timeline(measured(*four_editions()), "О саде"))
    (style,) = root.iter(f"{SVG}style")
    assert style.text is not None
    assert style.text.startswith("@media (prefers-color-scheme: dark)")
    used = {one.get("class") for one in root.iter() if one.get("class")}
    assert all(f".{name}{{" in style.text for name in used)
    coloured = list(root.iter(f"{SVG}rect", f"{SVG}path", f"{SVG}text"))
    assert all(one.get("fill") or one.get("stroke") for one in coloured)


def test_nothing_is_asked_of_anywhere_else() -> None:
    text = draw_timeline(measured(*four_editions()), "О саде")
    named = set(re.findall(r"https?://[^\s\"']+", text))
    assert named == {"http://www.w3.org/2000/svg"}
    assert "href" not in text


def long_history(articles: int, editions: int) -> Iterator[Edition]:
    """Editions at uneven distances, some days and some years apart."""
    day = 0
    for turn in range(editions):
        day += (3, 40, 400, 700)[turn % 4]
        label = f"{1990 + day // 360:04d}-{day % 360 // 30 + 1:02d}-{day % 28 + 1:02d}"
        content = [
            article(str(n), f"Правило {n} в виде {turn if n % 7 == turn % 7 else 0}.")
            for n in range(1, articles + 1)
        ]
        yield dated(label, CHAPTER, *content)


@pytest.mark.parametrize(("articles", "editions"), [(5, 2), (150, 25), (3, 120)])
def test_labels_of_editions_never_lie_on_each_other(articles: int, editions: int) -> None:
    held = tuple(long_history(articles, editions))
    root = drawing(draw_timeline(measure(held, timeline(*held)), "О саде"))
    moved = [one.get("transform") or "" for one in root.iter(f"{SVG}text")]
    feet = [float(found[1]) for one in moved if (found := re.match(r"translate\(([\d.]+),", one))]
    assert min(editions, 50) <= len(feet) <= editions
    assert all(later - earlier > 13 for earlier, later in pairwise(feet))
    assert all(0 < x < 1200 for x in feet)


@pytest.mark.parametrize(("articles", "editions"), [(5, 2), (150, 25)])
def test_rows_do_not_lie_on_each_other_and_words_do_not_run_into_the_bars(
    articles: int, editions: int
) -> None:
    held = [
        replace(one, content=(CHAPTER, *map(with_a_long_heading, one.articles)))
        for one in long_history(articles, editions)
    ]
    root = drawing(draw_timeline(measure(held, timeline(*held)), "О саде"))
    numbers = [
        one
        for one in root.iter(f"{SVG}text")
        if one.get("x") == "28" and (one.text or "").isdecimal()
    ]
    assert len(numbers) == articles
    ys = [float(one.get("y") or 0) for one in numbers]
    size = float(numbers[0].get("font-size") or 0)
    assert all(later - earlier >= size for earlier, later in pairwise(ys))
    assert size >= 9
    headings = [one for one in root.iter(f"{SVG}text") if (one.text or "").startswith("Очень")]
    assert len(headings) == articles
    for one in headings:
        end = float(one.get("x") or 0) + text_width(one.text or "", size)
        assert end <= 282  # where the bars begin


def with_a_long_heading(one: Article) -> Article:
    long = "Очень длинный заголовок, который не может поместиться слева от полос"
    return replace(one, heading=long)


def test_a_text_is_cut_only_where_it_must_be() -> None:
    assert fitted("О саде", 200, 10) == "О саде"
    cut = fitted("Очень длинный заголовок", 100, 10)
    assert cut.endswith("…")
    assert text_width(cut, 10) <= 100


def test_a_point_of_a_decree_needs_no_heading() -> None:
    bare = [replace(one, heading="") for one in (WATER, WATER_AMENDED)]
    measures = measured(dated("2001-01-01", bare[0]), dated("2002-01-01", bare[1]))
    root = drawing(draw_timeline(measures, "О саде"))
    assert "2" in texts(root)
