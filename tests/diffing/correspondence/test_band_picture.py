"""The picture itself: a group for each band, every provision once, nothing of the law as markup."""

from __future__ import annotations

import pytest
from lxml import etree

from diffing.correspondence.bands import NARROW, THUMBNAIL, WIDE, Measure, Shape
from diffing.correspondence.bands.bands import Mark
from diffing.correspondence.bands.captions import Name
from diffing.correspondence.bands.labels import words_of
from diffing.correspondence.bands.layout import lay_out
from diffing.correspondence.bands.look import LOOKS
from diffing.correspondence.bands.told import told
from diffing.correspondence.relation import Relation
from tests.diffing.correspondence.making import decree, later
from tests.diffing.correspondence.picturing import (
    CAPTIONS,
    SVG,
    bands,
    classes,
    document,
    drawn,
    naming,
)
from tests.diffing.correspondence.test_bands import NEW, OLD

HOSTILE = 'Сад <script>alert(1)</script> "><img onerror=alert(1) src=x> & \x00\x0b забор'


@pytest.mark.parametrize("shape", [WIDE, NARROW])
@pytest.mark.parametrize("measure", Measure)
def test_every_band_is_a_link_to_its_pair_and_says_what_it_is(
    shape: Shape, measure: Measure
) -> None:
    found = bands(OLD, NEW)
    links = drawn(found, shape, measure).findall(f"{SVG}a")
    assert {link.get("href") for link in links} == {f"/pair/{one.number}" for one in found.bands}
    assert len(links) == len(found.bands)
    by_address = {link.get("href"): link for link in links}
    for band in found.bands:
        link = by_address[f"/pair/{band.number}"]
        assert f"nq-{band.relation}" in classes(link)
        assert link.findtext(f"{SVG}title") == told(band, found, CAPTIONS, naming)


def test_every_provision_has_one_bar_and_one_label() -> None:
    found = bands(OLD, NEW)
    root = drawn(found)
    labels = [text.text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "600"]
    for mark in (*found.old, *found.new):
        count = sum(other.key == mark.key for other in (*found.old, *found.new))
        assert labels.count(mark.key) == count
    assert len(root.findall(f".//{SVG}a/{SVG}rect")) == len(found.old) + len(found.new)


def test_relations_differ_by_more_than_colour() -> None:
    looks = {
        (look.figure, look.dashes, look.strength if not look.figure else None, relation in signs)
        for relation, look in LOOKS.items()
        for signs in [{Relation.NEW, Relation.DROPPED}]
    }
    # What is new and what is dropped have different signs, on different sides.
    assert len(looks) == len(Relation) - 1


def test_what_is_drawn_has_no_style_and_no_script_and_every_pattern_is_there() -> None:
    root = drawn(bands(OLD, NEW))
    assert not [one for one in root.iter() if one.get("style") is not None]
    assert not list(root.iter(f"{SVG}style", f"{SVG}script"))
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    used = {one.get("fill")[5:-1] for one in root.iter() if "url(#" in (one.get("fill") or "")}
    assert used
    assert used <= ids


@pytest.mark.parametrize("shape", [WIDE, NARROW, THUMBNAIL])
def test_the_words_of_the_law_are_never_markup(shape: Shape) -> None:
    found = bands(decree(HOSTILE), later(f"{HOSTILE} и ещё калитка"))
    root = drawn(found, shape)
    assert not [one for one in root.iter() if one.tag.endswith(("script", "img"))]
    openings = [text.text for text in root.iter(f"{SVG}text") if "<script>" in (text.text or "")]
    assert bool(openings) is shape.openings


def test_a_picture_that_stands_alone_has_its_title_its_legend_and_no_links() -> None:
    found = bands(OLD, NEW)
    root = document(found, sample=True)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == "Left – Right"
    assert "SAMPLE" in words
    assert "How it is read." in words
    for relation, count in found.counts().items():
        assert f"{relation}: {count}" in words
    assert not list(root.iter(f"{SVG}a"))
    groups = [one for one in root.iter(f"{SVG}g") if "nq-pair" in classes(one)]
    assert len(groups) == len(found.bands)


def test_a_sign_of_the_picture_has_no_words_and_no_patterns() -> None:
    root = drawn(bands(OLD, NEW), THUMBNAIL)
    assert not list(root.iter(f"{SVG}text", f"{SVG}title"))
    assert not [one for one in root.iter(f"{SVG}path") if "url(" in (one.get("fill") or "")]


def test_an_empty_picture_can_be_drawn() -> None:
    assert not drawn(bands(decree(), later())).findall(f"{SVG}a")


def test_a_long_name_takes_two_lines_where_the_picture_is_narrow_and_keeps_its_end() -> None:
    found = bands(OLD, NEW)

    def long(mark: Mark) -> Name:
        return Name(mark.ngr, f"113-4-бап, {mark.key.removeprefix('p_')}-тармақ")

    layout = lay_out(found, NARROW, long, Measure.PROVISIONS, 0)
    for right, column in ((False, layout.left), (True, layout.right)):
        for bar in column.bars:
            parts = list(words_of(bar, long, NARROW, right=right))
            lines = [one.text or "" for one in map(etree.fromstring, parts) if one.tag == "text"]
            assert len(lines) == 2
            assert " ".join(lines) == long(bar.mark).place
