"""The themes: what the file holds, and what it says of a mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.regimes import Regimes, load_regimes, read_regimes
from corpus.themes import Themes, ThemesError, UnknownTheme, load_themes, read_themes
from tests.corpus.subject import REGIMES, THEMES

ROWS_OF_THE_STAGES = {"nomination": 16, "voting": 10, "office": 11}


@pytest.fixture(scope="module")
def regimes() -> Regimes:
    return load_regimes()


@pytest.fixture(scope="module")
def themes(regimes: Regimes) -> Themes:
    return load_themes(regimes)


def refusal(text: str) -> str:
    with pytest.raises(ThemesError) as caught:
        read_themes(text, read_regimes(REGIMES), "mine.toml")
    return str(caught.value)


def test_every_row_of_the_three_stages_is_there(themes: Themes) -> None:
    counts = {
        stage.key: sum(theme.stage == stage.key for theme in themes.themes)
        for stage in themes.stages
    }
    assert counts == ROWS_OF_THE_STAGES


def test_every_phase_that_has_a_text_has_an_answer_to_every_theme(
    themes: Themes, regimes: Regimes
) -> None:
    with_text = [phase.key for phase in regimes.phases if phase.on]
    assert with_text == ["R1-1484", "R2a", "R2b", "R3a", "R3b", "R3c", "R3d"]
    for theme in themes.themes:
        assert [cell.phase for cell in theme.cells] == with_text


def test_everything_a_reader_sees_is_in_every_language(themes: Themes) -> None:
    texts = [stage.titles for stage in themes.stages]
    texts += [theme.titles for theme in themes.themes]
    texts += [source.names for source in themes.sources]
    cells = [cell for theme in themes.themes for cell in theme.cells]
    texts += [text for cell in cells for text in (cell.summary, cell.doubt) if text]
    assert len(texts) > 300
    assert all(set(own) == set(Language) and all(own.values()) for own in texts)


def test_a_line_is_a_line_and_cites_its_provision_or_says_the_law_is_silent(
    themes: Themes,
) -> None:
    lines = 0
    for theme in themes.themes:
        for cell in theme.cells:
            assert cell.provisions or cell.silent
            assert cell.summary or cell.silent or cell.doubt
            for line in (cell.summary or {}).values():
                lines += 1
                assert "\n" not in line
                assert len(line) <= 320
                assert line.endswith((".", ")"))
    assert lines > 600


def test_a_line_says_the_same_numbers_in_every_language(themes: Themes) -> None:
    for theme in themes.themes:
        for cell in theme.cells:
            if cell.summary:
                figures = {
                    language: sorted(_figures(line)) for language, line in cell.summary.items()
                }
                assert figures[Language.RU] == figures[Language.KK] == figures[Language.EN], (
                    theme.key,
                    cell.phase,
                    figures,
                )


def _figures(line: str) -> list[str]:
    plain = line.replace("5 000", "5000").replace("5,000", "5000").replace("18:00", "18")
    return re.findall(r"\d+", plain)


def test_every_act_that_is_cited_has_a_short_name(themes: Themes) -> None:
    named = {source.provisions.ngr for source in themes.sources}
    cited = {one.ngr for theme in themes.themes for cell in theme.cells for one in cell.provisions}
    assert cited == named


def test_every_file_is_found_beside_the_code() -> None:
    folder = Path(load_themes.__code__.co_filename).parent
    assert {"regimes.toml", "themes.toml", "themes-read.toml"} <= {
        path.name for path in folder.iterdir()
    }


def test_a_small_file_is_read() -> None:
    themes = read_themes(THEMES, read_regimes(REGIMES))
    who, term = themes.themes
    assert [cell.phase for cell in who.cells] == ["old", "new"]
    assert who.cell("new").doubt == {
        Language.RU: "С чужих слов.", Language.KK: "Естуімізше.", Language.EN: "From hearsay.",
    }  # fmt: skip
    assert (term.cell("old").silent, term.cell("old").summary) == (True, None)
    assert [str(one) for one in who.cell("new").provisions] == [
        "Z010000148_:art_36__p_1,art_36__p_2",
        "Z950002464_:art_9",
    ]


def test_an_unknown_theme_or_stage_is_answered_with_the_nearest_and_with_all(
    themes: Themes,
) -> None:
    with pytest.raises(UnknownTheme, match=r"'signature' .* Nearest: signatures\. All: elector"):
        themes.theme("signature")
    with pytest.raises(UnknownTheme, match="All: nomination, voting, office"):
        themes.stage("counting")
    assert themes.theme(" AGE ").key == "age"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('kk = "Депутаттар."\n', "", "line 18, theme who, cell old: entry: the line is missing in"),
        ('phases = ["old"]\nsilent', 'phases = ["older"]\nsilent',
         "line 39, theme term, cell older: phases: 'older' is no phase that has a text: old, new"),
        ('phases = ["old"]\nsilent', 'phases = ["first"]\nsilent', "'first' is no phase that has"),
        ('phases = ["old"]\nsilent', 'phases = ["new"]\nsilent',
         "line 43, theme term, cell new: phases: new has an answer already"),
        ("silent = true", 'provisions = ["Z1:art_1"]', "or say `silent = true` or a `doubt`"),
        ("silent = true", 'silent = "yes"', "line 40, theme term, cell old: silent: "),
        ('"Z010000148_:art_36-1"', '"Z010000148_"', "name articles or points, not a whole act"),
        ('"Z010000148_:art_36-1"', '"Z010000148_:art_36-1@2021"', "names an edition"),
        ('"Z010000148_:art_36-1"', '"Z010000148_ art_36"', "line 44, theme term, cell new: prov"),
        ('doubt = "hearsay"', 'doubt = "gossip"',
         "line 28, theme who, cell new: doubt: 'gossip' is no doubt: hearsay"),
        ('key = "term"\nstage = "voting"', 'key = "term"\nstage = "counting"',
         "line 35, theme term: stage: 'counting' is no stage: voting"),
        ('key = "term"', 'key = "who"', "line 34, theme who: key: the key is already taken"),
        ('key = "term"', 'key = "Term"', "line 34, theme Term: key: write keys in small letters"),
        (', en = "Term" }', " }", "line 36, theme term: title.en: Field required"),
        ('[[theme.cell]]\nphases = ["old"]\nsilent = true\n', "",
         "line 33, theme term: entry: no answer for old"),
        ("silent = true", "silent = true\nsummary = 1", "line 41, theme term, cell old: summary: "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_its_entry(was: str, becomes: str, told: str) -> None:
    assert THEMES.count(was) == 1
    message = refusal(THEMES.replace(was, becomes))
    assert message.startswith("mine.toml, line ")
    assert told in message


def test_a_missing_file_is_told_so(tmp_path: Path, regimes: Regimes) -> None:
    with pytest.raises(ThemesError, match="the file of themes cannot be read"):
        load_themes(regimes, tmp_path / "absent.toml")
