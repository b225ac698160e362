"""How the sample's files are read: marks, units, overlays, anchors."""

from __future__ import annotations

from datetime import date

from corpus.law import Language
from crawler.sample.acts import load_acts
from crawler.sample.text import Mark, overlay, pieces, plain, read_units


def texts(source: str, *, points: bool = False) -> dict[str, list[str]]:
    units = read_units(source, points=points)
    return {unit.name: [paragraph.text for paragraph in unit.paragraphs] for unit in units}


def test_an_article_is_a_unit_with_all_up_to_the_next_heading() -> None:
    read = texts(
        "Preamble\n# Глава 13-1. Выборы\n> Note\n## Статья 113-1. A\n1. x\n\n; remark\ny\n"
    )
    assert read == {
        "": ["Preamble"],
        "#13-1": ["Глава 13-1. Выборы", "Note"],
        "113-1": ["Статья 113-1. A", "1. x", "y"],
    }


def test_points_are_units_only_in_an_act_without_articles_and_anew_in_each_part() -> None:
    source = "1. a\n1) b\n@rules\n~ S\n1. c\n"
    assert texts(source, points=True) == {
        "": [],
        "1": ["1. a", "1) b"],
        "rules:": ["S"],
        "rules:1": ["1. c"],
    }
    assert texts(source)[""] == ["1. a", "1) b"]


def test_a_notice_belongs_to_the_unit_after_it() -> None:
    read = texts("## Статья 1. A\nx\n! Red\n## Статья 2. B\n")
    assert read["2"] == ["Red", "Статья 2. B"]


def test_an_overlay_replaces_what_it_words_anew_and_keeps_the_rest() -> None:
    older = read_units("P\n## Статья 1. A\nx\n## Статья 2. B\ny\n_ Sign\n", points=False)
    newer = read_units("## Статья 2. B\nz\n", points=False)
    merged = [p.text for unit in overlay(older, newer) for p in unit.paragraphs]
    assert merged == ["P", "Статья 1. A", "x", "Статья 2. B", "z", "Sign"]


def test_a_new_number_goes_behind_its_predecessor_and_before_the_signature() -> None:
    older = read_units(
        "# Глава 1. A\n## Статья 1. A\n## Статья 9. B\n# Глава 3. C\n## Статья 10. D\n_ Sign\n",
        points=False,
    )
    newer = read_units("## Статья 1-1. E\n# Глава 2. F\n## Статья 9-1. G\n", points=False)
    added = read_units("## Статья 11. H\n", points=False)
    names = [unit.name for unit in overlay(overlay(older, newer), added)]
    assert names == ["", "#1", "1", "1-1", "9", "#2", "9-1", "#3", "10", "11", "_"]


def test_links_and_bold_are_marks_and_no_words() -> None:
    text = "от 24.05.2021 [№ 41-VII](Z2100000041#z5) **ПОСТАНОВЛЯЮ:**"
    assert plain(text) == "от 24.05.2021 № 41-VII ПОСТАНОВЛЯЮ:"
    assert list(pieces(text))[1] == ("№ 41-VII", "Z2100000041#z5")


def test_an_anchor_stays_with_its_paragraph_from_edition_to_edition() -> None:
    act = next(act for act in load_acts() if act.ngr == "Z950002464_")
    seen: dict[str, set[str]] = {}
    for label in act.labels:
        edition = act.edition(Language.RU, label)
        assert edition is not None
        anchors = [paragraph.anchor for paragraph in edition.paragraphs if paragraph.anchor]
        assert len(anchors) == len(set(anchors))
        for paragraph in edition.paragraphs:
            if paragraph.mark.is_article:
                seen.setdefault(paragraph.unit, set()).add(paragraph.anchor)
    assert seen["113-5"] != seen["113-6"]
    assert all(len(anchors) == 1 for anchors in seen.values())


def test_the_sample_has_every_quirk_of_the_templates() -> None:
    editions = [edition for act in load_acts() for edition in act.editions]
    for language in (Language.RU, Language.KK):
        paragraphs = [p for e in editions if e.language is language for p in e.paragraphs]
        assert {paragraph.mark for paragraph in paragraphs} == set(Mark)
    words = "\n".join(p.text for e in editions for p in e.paragraphs)
    for quirk in ("яяяя", "<*>", "07.02.20222", "№ 156-VІI", "N 375", "ПОСТАНОВЛЯЮ", "бiр округ"):
        assert quirk in words, quirk


def test_the_story_has_its_editions() -> None:
    labels = {act.ngr: act.labels for act in load_acts()}
    assert labels["U040001484_"] == (date(2004, 12, 6), date(2005, 7, 8))
    assert labels["U1300000555"] == (date(2013, 4, 24), date(2016, 1, 11))
    assert labels["Z950002464_"] == (
        date(2021, 5, 24), date(2022, 2, 7), date(2022, 11, 5),
        date(2023, 1, 1), date(2025, 1, 1), date(2026, 7, 1),
    )  # fmt: skip
    assert date(2021, 5, 24) in labels["Z010000148_"]
    assert labels["Z2200000156"] == (date(2022, 11, 5),)
