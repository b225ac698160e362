"""The chronicle's picture: what is known is drawn, what is not is drawn as not known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from lxml import etree

from corpus.law import EditionLabel, Language
from diffing.chronicle import (
    ActLife,
    Addresses,
    Beginning,
    Chronicle,
    ChronicleCaptions,
    EditionMark,
    Ending,
    Event,
    EventKind,
    PhaseSpan,
    Stretch,
    draw_chronicle,
    standalone,
)
from diffing.chronicle.frame import BETWEEN
from diffing.chronicle.lanes import lanes

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'Сад <script>alert(1)</script> "><img onerror=alert(1)>'
LABEL = EditionLabel.on(date(2005, 7, 8))
CAPTIONS = ChronicleCaptions(
    title="Chronicle",
    phases="phases",
    acts="acts",
    events="events",
    today="today",
    held="held",
    not_held="not held",
    edition="edition",
    missing="missing",
    no_text="no text",
    beginnings={one: f"{one} {{day}}" for one in Beginning},
    endings={one: f"{one} {{day}}" if one is Ending.DAY else str(one) for one in Ending},
    span="{begin} to {end}",
    some_day="some day of {year}",
    undated="undated",
    sample="SAMPLE",
    note="How it is read.",
    kinds={one: str(one) for one in EventKind},
    day=str,
    label=str,
    act=lambda act: f"No {act.number}",
    event=lambda event: f"{event.day} {event.number}",
    told=lambda event: f"{event.kind} {event.number}",
)


def phase(key: str, begin: date | None, end: date | None, until: date | None = None) -> PhaseSpan:
    ending = Ending.DAY if end else Ending.UNKNOWN
    beginning = Beginning.IN_FORCE if begin else Beginning.UNKNOWN
    return PhaseSpan(key, "1999", HOSTILE, begin, beginning, end, ending, "ground", None, until)


ACT = ActLife(
    "Z1",
    "Z1",
    HOSTILE,
    Language.RU,
    "1484",
    date(2004, 12, 6),
    date(2004, 12, 6),
    Beginning.ADOPTED,
    date(2011, 5, 19),
    Ending.DAY,
    editions=(
        EditionMark(EditionLabel.on(date(2004, 12, 6)), date(2004, 12, 6), None),
        EditionMark(LABEL, date(2005, 7, 8), Language.RU),
    ),
    held=(Stretch(date(2005, 7, 8), date(2011, 5, 19), LABEL, Language.RU),),
)
EVENTS = tuple(
    Event(date(2020, 1, 1 + number // 3), EventKind.AMENDED, str(number), "Z1")
    for number in range(60)
)
CHRONICLE = Chronicle(
    date(2026, 11, 26),
    (
        phase("R0", None, None),
        phase("R1", date(2004, 12, 6), date(2011, 5, 19)),
        phase("R2", date(2010, 1, 1), None, date(2013, 1, 1)),
    ),
    (ACT,),
    EVENTS,
    sample=True,
)
TO = Addresses(
    phase=lambda one: f"/phase/{one.key}",
    act=lambda one: f"/act/{one.ngr}",
    edition=lambda act, one: f"/edition/{act.ngr}/{one.label}",
    event=lambda one: f"/event/{one.number}",
)


def drawn(*, beside: bool = True) -> Any:
    picture = draw_chronicle(CHRONICLE, CAPTIONS, name="c", addresses=TO, beside=beside)
    return etree.fromstring(f'<svg xmlns="{SVG[1:-1]}">{picture.body}</svg>')


def test_every_mark_is_a_link() -> None:
    for beside in (True, False):
        links = [one.get("href") for one in drawn(beside=beside).iter(f"{SVG}a")]
        assert links.count("/phase/R1") == links.count("/phase/R2") == 1
        assert links.count("/act/Z1") == 1
        assert links.count("/edition/Z1/2005-07-08") == 2  # the bar and the tick
        assert links.count("/edition/Z1/2004-12-06") == 1
        assert [one for one in links if one and one.startswith("/event/")] == [
            f"/event/{number}" for number in range(60)
        ]


def test_a_text_known_by_its_year_begins_on_no_day() -> None:
    year = EditionLabel.parse("2010")
    held = (Stretch(date(2010, 12, 31), date(2011, 5, 19), year, Language.RU),)
    chronicle = replace(CHRONICLE, acts=(replace(ACT, held=held),))
    body = draw_chronicle(chronicle, CAPTIONS, name="c", addresses=TO).body
    assert "held 2010 (ru), some day of 2010 to 2011-05-19" in body
    assert "2010-12-31" not in body


def test_a_phase_without_a_day_is_not_drawn() -> None:
    assert "/phase/R0" not in [one.get("href") for one in drawn().iter(f"{SVG}a")]


def test_what_has_no_known_end_is_hatched_as_far_as_it_may_go() -> None:
    root = drawn()
    hatched = {
        link.get("href")
        for link in root.iter(f"{SVG}a")
        if [one for one in link.iter(f"{SVG}rect") if one.get("fill") == "url(#c-unknown)"]
    }
    assert hatched == {"/phase/R2"}
    # The act's beginning is a day of adoption only: its left edge is dashed, its right is not.
    edges = [one.get("stroke-dasharray") for one in root.iter(f"{SVG}path") if "V" in one.get("d")]
    assert "2 2" in edges


def test_labels_of_events_never_lie_on_each_other_however_many_there_are() -> None:
    places = [
        float(found[1])
        for text in drawn().iter(f"{SVG}text")
        if (found := re.match(r"translate\(([\d.]+),", text.get("transform", "")))
    ]
    assert len(places) == len(EVENTS)
    assert all(after - before >= BETWEEN - 0.11 for before, after in pairwise(places))


def test_bars_in_one_lane_do_not_overlap() -> None:
    assert lanes([(0, 10), (10, 20), (15, 30), (21, 25)], 0) == [0, 0, 1, 0]
    assert lanes([(0, 10), (10, 20)], 1) == [0, 1]
    assert lanes([], 0) == []


def test_the_words_of_titles_are_never_markup_and_nothing_has_a_style() -> None:
    root = drawn()
    assert not [one for one in root.iter() if one.tag.endswith(("script", "img", "style"))]
    assert not [one for one in root.iter() if one.get("style") is not None]
    assert any("<script>" in (text.text or "") for text in root.iter(f"{SVG}title"))


def test_a_picture_that_stands_alone_has_title_legend_note_and_no_links() -> None:
    root = etree.fromstring(standalone(CHRONICLE, CAPTIONS).encode())
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"Chronicle", "SAMPLE", "How it is read.", "today", "missing"} <= set(words)
    assert not list(root.iter(f"{SVG}a"))


def test_a_chronicle_of_nothing_can_be_drawn() -> None:
    empty = Chronicle(date(2026, 11, 26), (), (), ())
    assert etree.fromstring(standalone(empty, CAPTIONS).encode()) is not None


def test_a_phase_too_short_for_words_has_its_key_along_it() -> None:
    short = phase("R9", date(2026, 5, 1), date(2026, 11, 26))
    tiny = phase("R8", date(2015, 1, 1), date(2015, 1, 20))
    picture = draw_chronicle(
        replace(CHRONICLE, phases=(*CHRONICLE.phases, short, tiny)), CAPTIONS, name="c"
    )
    root = etree.fromstring(f'<svg xmlns="{SVG[1:-1]}">{picture.body}</svg>')
    upright = [one for one in root.iter(f"{SVG}text") if "rotate(-90)" in one.get("transform", "")]
    assert [one.text for one in upright] == ["R9"]  # in the other one not even that has room
