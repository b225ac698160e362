"""`manifest.toml`: what it says, and how it is told to be wrong."""

from __future__ import annotations

import pytest

from corpus.law import WHOLE, Holding, HoldingKind, Language
from crawler.registries.manifest import ManifestError, read_manifest
from crawler.registries.pages import Format

ONE = '[[file]]\npath = "a.html"\nformat = "adilet-classic"\nngr = "Z990000777_"\nlang = "ru"\n'


def test_an_entry_says_form_act_language_label_and_holding() -> None:
    (entry,) = read_manifest(ONE + 'label = "1998"\nholds = ["art_1", "ch_13-1"]\n')
    assert entry.path == "a.html"
    assert entry.source.format is Format.ADILET
    assert (entry.source.ngr, entry.source.language) == ("Z990000777_", Language.RU)
    assert str(entry.source.label) == "1998"
    assert entry.source.holding == Holding(HoldingKind.PARTS, ("art_1", "ch_13-1"))


@pytest.mark.parametrize(
    ("word", "holding"),
    [
        ("whole", WHOLE),
        ("beginning", Holding(HoldingKind.BEGINNING)),
        ("nothing", Holding(HoldingKind.PARTS)),
        ("first and last rows", Holding(HoldingKind.PARTS)),
    ],
)
def test_what_a_file_holds_may_be_told_in_a_word(word: str, holding: Holding) -> None:
    (entry,) = read_manifest(f'{ONE}holds = "{word}"\n')
    assert entry.source.holding == holding


@pytest.mark.parametrize("form", list(Format))
def test_every_format_may_be_named(form: Format) -> None:
    (entry,) = read_manifest(ONE.replace("adilet-classic", form))
    assert entry.source.format is form


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[file]\n", "broken TOML.*line 1"),
        ("", "names no file"),
        ('x = 1\n[[file]]\npath = "a"\n', "unknown entry 'x'"),
        ('[[file]]\npath = "a.html"\n', "line 1: format is missing"),
        (ONE + "\n" + ONE.replace('"ru"', '"tt"'), "line 7: unknown language 'tt'; known are ru"),
        (ONE.replace("adilet-classic", "word"), "unknown format 'word'; known are adilet-classic"),
        (ONE + 'label = "2009-02-30"\n', "line 1"),
        (ONE + 'label = "yesterday"\n', "'yesterday' is no edition label"),
        (ONE.replace("Z990000777_", "law 777"), "'law 777' is no state registry number"),
        (ONE.replace("a.html", "../a.html"), "leads out of the manifest's folder"),
        (ONE.replace("a.html", "/a.html"), "leads out of the manifest's folder"),
        (ONE.replace("a.html", "C:/a.html"), "leads out of the manifest's folder"),
        (ONE + ONE, "line 6: a.html is named already at line 1"),
        (ONE + 'hold = "whole"\n', "unknown key 'hold'; known are format, holds"),
        (ONE + 'holds = "half"\n', "holds = 'half' is unknown"),
        (ONE + "holds = [1]\n", "holds must be a word or a list of keys"),
        ("file = [1]\n", "must be a table"),
    ],
)
def test_a_wrong_manifest_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ManifestError, match=told) as caught:
        read_manifest(text, "folder/manifest.toml")
    assert str(caught.value).startswith("folder/manifest.toml")
