"""The matrix on small stores: how each cell stands to what is held, and what the route answers."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from api.questions.matrix import Chosen, Matrix, read_matrix
from corpus.bundled import own_regimes, own_themes
from corpus.fingerprints import Fingerprints, ReadState
from corpus.law import Language
from corpus.regimes import PhaseWithoutText, UnknownRegime, read_regimes
from corpus.store import Store
from corpus.themes import UnknownTheme, read_themes
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import LOCAL, LOCAL_TITLE, chapter, edition, election, point
from tests.corpus.subject import REGIMES, THEMES

SMALL_REGIMES = read_regimes(REGIMES)
SMALL_THEMES = read_themes(THEMES, SMALL_REGIMES)
NOTHING_READ = Fingerprints({})


def small(session: Session, known: Fingerprints, chosen: Chosen | None = None) -> Matrix:
    return read_matrix(session, SMALL_REGIMES, SMALL_THEMES, known, chosen or Chosen())


def states(matrix: Matrix) -> dict[tuple[str, str], ReadState | None]:
    return {(cell.theme.key, cell.phase.key): cell.state for cell in matrix.cells}


@pytest.fixture
def store(own_house: House) -> Store:
    fill(own_house.store, own_house.snapshots)
    return own_house.store


@pytest.fixture
def read(store: Store) -> Fingerprints:
    """The wordings that the small store holds, marked as compared."""
    with store.read() as session:
        return NOTHING_READ.with_read(small(session, NOTHING_READ).read_now())


def test_what_was_never_compared_is_unread_and_what_is_not_there_not_held(store: Store) -> None:
    with store.read() as session:
        assert states(small(session, NOTHING_READ)) == {
            ("who", "old"): ReadState.UNREAD,
            ("who", "new"): ReadState.NOT_HELD,  # art_9 of the other act is not
            ("term", "old"): None,
            ("term", "new"): ReadState.UNREAD,
        }


def test_what_was_compared_is_checked(store: Store, read: Fingerprints) -> None:
    with store.read() as session:
        assert states(small(session, read)) == {
            ("who", "old"): ReadState.CHECKED,
            ("who", "new"): ReadState.NOT_HELD,
            ("term", "old"): None,
            ("term", "new"): ReadState.CHECKED,
        }


def test_a_text_that_became_another_is_changed_and_its_neighbours_stay_checked(
    own_house: House, store: Store, read: Fingerprints
) -> None:
    mended = edition(
        LOCAL, "2013-06-13", chapter("3", "Аким"), election("одни депутаты"), title=LOCAL_TITLE
    )
    with store.write() as session:
        store_editions(session, own_house.snapshots, [mended])
    with store.read() as session:
        after = states(small(session, read))
    assert after["who", "old"] is ReadState.CHANGED
    assert after["term", "new"] is ReadState.CHECKED


def test_an_added_point_leaves_a_line_on_another_point_checked(
    own_house: House, store: Store, read: Fingerprints
) -> None:
    grown = election("депутаты маслихата", point("3", "Итоги подводят в тот же день."))
    with store.write() as session:
        store_editions(
            session,
            own_house.snapshots,
            [edition(LOCAL, "2013-06-13", chapter("3", "Аким"), grown, title=LOCAL_TITLE)],
        )
    with store.read() as session:
        assert states(small(session, read))["who", "old"] is ReadState.CHECKED


def test_each_copy_says_which_edition_answered_or_why_none_does(
    store: Store, read: Fingerprints
) -> None:
    with store.read() as session:
        (who, term) = small(session, read, Chosen(phases=("new",))).cells
    first, second, elsewhere = who.provisions
    assert [(one.language, one.state, str(one.label)) for one in first.copies] == [
        (Language.RU, ReadState.CHECKED, "2021-05-24"),
        (Language.KK, ReadState.CHECKED, "2021-05-24"),
    ]
    assert [one.state for one in second.copies] == [ReadState.CHECKED, ReadState.NOT_HELD]
    assert second.state is ReadState.CHECKED  # one language was compared
    assert "has no art_36__p_2 in edition 2021-05-24 (kk)" in str(second.copies[1].remark)
    assert "art_36__p_1" in str(second.copies[1].remark)
    assert "has no art_9 in edition 1998 (ru)" in str(elsewhere.copies[0].remark)
    assert term.provisions[0].copies[1].state is ReadState.NOT_HELD


def test_an_act_nobody_knows_is_not_held_and_no_error(own_house: House) -> None:
    with own_house.store.read() as session:
        matrix = small(session, NOTHING_READ)
    assert {cell.state for cell in matrix.cells} == {ReadState.NOT_HELD, None}
    (copy,) = matrix.cells[0].provisions[0].copies
    assert copy.language is None
    assert "No act Z010000148_ is known" in str(copy.remark)


def test_a_part_is_chosen_by_theme_stage_and_phase_or_regime(store: Store) -> None:
    with store.read() as session:
        chosen = small(session, NOTHING_READ, Chosen(("TERM",), "voting", ("now", "old")))
        assert list(states(chosen)) == [("term", "old"), ("term", "new")]
        assert len(small(session, NOTHING_READ, Chosen(phases=("all",))).cells) == 4


@pytest.mark.parametrize(
    ("chosen", "error", "told"),
    [
        (Chosen(themes=("whom",)), UnknownTheme, "Nearest: who"),
        (Chosen(stage="count"), UnknownTheme, "All: voting"),
        (Chosen(phases=("older",)), UnknownRegime, "Nearest: old"),
        (Chosen(phases=("first",)), PhaseWithoutText, "nothing was written down"),
    ],
)
def test_what_does_not_exist_is_answered_with_what_does(
    store: Store, chosen: Chosen, error: type[Exception], told: str
) -> None:
    with store.read() as session, pytest.raises(error, match=told):
        small(session, NOTHING_READ, chosen)


def test_the_route_gives_every_theme_and_phase_in_the_language_asked_for(
    client: TestClient,
) -> None:
    matrix = client.get("/v1/matrix?lang=kk").json()
    assert [phase["key"] for phase in matrix["phases"]] == [
        phase.key for phase in own_regimes().phases if phase.on
    ]
    assert len(matrix["themes"]) == len(own_themes().themes)
    age = next(theme for theme in matrix["themes"] if theme["key"] == "age")
    assert age["title"] == "Жасы"
    assert age["cells"][0]["summary"] == "25 жасқа толған."
    assert age["cells"][0]["citation"] == "№ 1484 Қағидалар, 28-тармақ"
    assert age["cells"][3]["doubt"]
    assert sum(matrix["states"].values()) == sum(
        cell["state"] is not None for theme in matrix["themes"] for cell in theme["cells"]
    )


def test_the_route_narrows_by_theme_stage_and_phase(client: TestClient) -> None:
    matrix = client.get("/v1/matrix?theme=age&phase=2013&phase=R3b&stage=nomination").json()
    (age,) = matrix["themes"]
    assert [cell["phase"] for cell in age["cells"]] == ["R2a", "R3b"]
    assert [stage["key"] for stage in matrix["stages"]] == ["nomination"]
    assert matrix["lang"] == "ru"


def test_the_route_answers_an_unchanged_matrix_with_304(client: TestClient) -> None:
    first = client.get("/v1/matrix?theme=age")
    again = client.get("/v1/matrix?theme=age", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.parametrize(
    ("query", "status", "slug", "members"),
    [
        ("theme=ages", 404, "unknown-theme", {"nearest": ["age"]}),
        ("stage=x", 404, "unknown-theme", {"known": ["nomination", "voting", "office"]}),
        ("phase=R4", 404, "unknown-regime", {"key": "R4"}),
        ("phase=R1-pilot", 404, "phase-without-text", {"key": "R1-pilot"}),
        ("phase=%00", 422, "invalid-request", {}),
        ("lang=de", 422, "invalid-request", {}),
        (f"theme={'x' * 500}", 422, "invalid-request", {}),
    ],
)
def test_bad_questions_are_problems(
    client: TestClient, query: str, status: int, slug: str, members: dict[str, Any]
) -> None:
    answer = client.get(f"/v1/matrix?{query}")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (status, f"/problems/{slug}")
    assert {name: problem[name] for name in members} == members
    assert client.get(f"/problems/{slug}").status_code == 200


def test_an_empty_field_of_a_form_is_no_question(client: TestClient) -> None:
    assert client.get("/v1/matrix?theme=&stage=&lang=&phase=").status_code == 200


def test_regimes_are_listed_with_days_doubts_and_what_is_held(client: TestClient) -> None:
    document = client.get("/v1/regimes").json()
    assert [regime["key"] for regime in document["regimes"]] == ["1999", "2013", "2020"]
    phases = {phase["key"]: phase for one in document["regimes"] for phase in one["phases"]}
    assert (phases["R2a"]["from"], phases["R2a"]["to"]) == ("2013-04-27", "2017-10-12")
    assert phases["R1-pilot"]["provisions"] == []
    assert phases["R1-pilot"]["doubts"]
    chapter_ = phases["R3a"]["provisions"][0]
    assert (chapter_["provisions"], chapter_["general"]) == ("Z950002464_:ch_13-1", False)
    assert chapter_["holdings"] == [
        {"lang": "ru", "edition": "2022-02-07", "held": ["ch_13-1"], "missing": {}}
    ]
    general = phases["R3a"]["provisions"][2]
    assert general["general"]
    assert "only ch_13-1 of that edition" in general["holdings"][0]["missing"]["art_9"]
    decree = phases["R2a"]["provisions"][0]["holdings"]
    assert decree[0]["lang"] is None
    assert "No act U1300000555 is known" in decree[0]["missing"]["app_1"]
    assert document["gaps"][0]["from"] == "2011-05-19"


def test_several_themes_come_in_the_order_of_the_matrix(client: TestClient) -> None:
    for asked in (["signatures,deposit"], ["deposit, signatures"], ["signatures", "deposit"]):
        found = client.get("/v1/matrix", params={"theme": asked}).json()
        assert [one["key"] for one in found["themes"]] == ["signatures", "deposit"]
    assert client.get("/v1/matrix?theme=signatures,weather").status_code == 404
