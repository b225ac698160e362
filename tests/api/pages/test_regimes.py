"""The page of the regimes: phases, the chronicle and its tables, numbers, the matrix, its file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.testclient import TestClient

from corpus.bundled import own_regimes
from tests.api.filling import store_editions
from tests.api.house import empty_house
from tests.api.regime_house import regime_house, soup, words
from tests.api.rule_books import BEES, FIRST, rules

LANGUAGES = ["ru", "kk", "en"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = regime_house(tmp_path_factory.mktemp("regimes"))
    yield house.client()
    house.store.close()


@pytest.mark.parametrize("ui", LANGUAGES)
def test_every_phase_is_there_with_its_days_and_its_doubts(client: TestClient, ui: str) -> None:
    page = soup(client, "/regimes", ui=ui)
    for phase in own_regimes().phases:
        item = page.select_one(f"#phase-{phase.key}")
        assert item is not None
        assert phase.titles[ui] in words(item)  # type: ignore[index]
        days = {str(one["datetime"]) for one in item.select("time")}
        known = {phase.from_ or phase.adopted, phase.to} - {None}
        assert days == {str(day) for day in known}
        assert bool(item.select("details")) is bool(phase.doubts)
        assert ("?" in words(item.select_one(".days"))) is (
            phase.from_ is None or (phase.to is None and phase.key != "R3d")
        )


def test_the_chronicles_tables_are_the_equal_of_its_picture(client: TestClient) -> None:
    page = soup(client, "/regimes")
    for drawing in ("wide-drawing", "narrow-drawing"):
        links = [str(one["href"]) for one in page.select(f"svg.chronicle.{drawing} a")]
        tables = {str(one["href"]) for one in page.select("details.tables a")}
        anchors = {f"#{one['id']}" for one in page.select("[id]")}
        assert links
        # A mark of what has no page of its own leads to its row; editions not held to their act.
        assert all(one in tables or one in anchors for one in links), drawing
    events = page.select("[id^=event-]")
    days = [str(one.select_one("time")["datetime"]) for one in events if one.name == "tr"]  # type: ignore[index]
    assert days == sorted(days)
    assert str(date(2011, 5, 19)) in days


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_days_are_written_as_the_reader_writes_them(client: TestClient, ui: str) -> None:
    shown = soup(client, f"/regimes?ui={ui}").get_text(" ")
    assert re.findall(r"\b\d{4}-\d\d-\d\d\b", shown) == []


def test_the_numbers_of_each_pair_are_those_of_the_comparison(client: TestClient) -> None:
    page = soup(client, "/regimes", ui="en")
    pairs = page.select("article.pair")
    asked = (("1999", "2013"), ("2013", "2020"), ("1999", "2020"))
    for shown, (left, right) in zip(pairs, asked, strict=True):
        totals = client.get(f"/v1/regimes/{left}/compare/{right}").json()["totals"]
        legend = shown.select("ul.legend li")
        assert legend
        for item in legend:
            relation = str(item["class"][0]).removeprefix("is-")
            assert words(item.select_one("b")) == str(totals[relation])
            assert f"/regimes/{left}/compare/{right}?" in str(item.select_one("a")["href"])  # type: ignore[index]
        assert shown.select_one(f"a[href^='/regimes/{left}/correspondence/{right}']") is not None


def test_regimes_whose_texts_are_not_held_are_told_so(own_house_client: TestClient) -> None:
    page = soup(own_house_client, "/regimes")
    assert len(page.select("article.pair .notice")) == 3
    assert len(page.select("table.matrix tbody tr[id^=theme-]")) > 30


@pytest.fixture
def own_house_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = empty_house(tmp_path_factory.mktemp("nothing"))
    yield house.client()
    house.store.close()


@pytest.mark.parametrize("ui", LANGUAGES)
@pytest.mark.parametrize("phases", [[], ["R1-1484", "R2b"], ["all"]])
def test_the_matrix_is_that_of_the_data(client: TestClient, ui: str, phases: list[str]) -> None:
    page = soup(client, "/regimes", ui=ui, phase=phases)
    data = client.get(
        "/v1/matrix", params={"lang": ui, "phase": phases or ["1999", "2013", "2020"]}
    ).json()
    rows = page.select("table.matrix tbody tr[id^=theme-]")
    assert [str(row["id"]) for row in rows] == [f"theme-{one['key']}" for one in data["themes"]]
    for row, theme in zip(rows, data["themes"], strict=True):
        cells = row.select("td")
        assert len(cells) == len(theme["cells"])
        for cell, one in zip(cells, theme["cells"], strict=True):
            assert (one["summary"] or "") in words(cell)
            assert bool(cell.select("a.doubt")) is (one["doubt"] is not None)
            if one["doubt"]:
                note = page.select_one(str(cell.select_one("a.doubt")["href"]))  # type: ignore[index]
                assert words(note.select_one("dd")) == " ".join(one["doubt"].split())  # type: ignore[union-attr]
            shown = len(cell.select(".one"))
            assert shown == len(one["provisions"])
            held = [each for each in one["provisions"] if each["state"] != "not held"]
            assert len(cell.select(".one a")) == len(held)


def test_what_no_longer_agrees_with_the_text_is_marked(client: TestClient) -> None:
    page = soup(client, "/regimes", theme="calling", phase="R1-1484", ui="en")
    cell = page.select_one("#theme-calling td")
    assert cell is not None
    # Our own rule book is not the wording that the line was compared with.
    assert "state-changed" in cell["class"]
    assert "the text has changed since" in words(cell)


def test_every_link_of_the_matrix_leads_to_the_provision(client: TestClient) -> None:
    page = soup(client, "/regimes")
    links = {str(one["href"]) for one in page.select("table.matrix .one a")}
    assert links
    for link in links:
        place, _, anchor = link.partition("#")
        read = soup(client, place)
        assert not anchor or read.select_one(f"[id='{anchor}']") is not None, link


def test_themes_stages_and_phases_are_chosen_by_links(client: TestClient) -> None:
    page = soup(client, "/regimes", theme="age")
    assert [str(row["id"]) for row in page.select("tr[id^=theme-]")] == ["theme-age"]
    readable = [phase.key for phase in own_regimes().phases if phase.on]
    assert [words(one) for one in page.select("table.matrix thead b")] == readable
    stage = soup(client, "/regimes")
    chosen = stage.select(".pick nav")[1].select("a")[1]
    narrowed = soup(client, str(chosen["href"]).partition("#")[0])
    assert 0 < len(narrowed.select("tr[id^=theme-]")) < len(stage.select("tr[id^=theme-]"))
    assert narrowed.select_one(".pick a[aria-current]") is not None


@pytest.mark.parametrize(
    ("query", "status"),
    [("theme=nothing", 404), ("stage=nothing", 404), ("phase=R9", 404), ("phase=R1-pilot", 404)],
)
def test_what_there_is_not_is_answered_with_a_page_that_helps(
    client: TestClient, query: str, status: int
) -> None:
    answer = client.get(f"/regimes?{query}", headers={"Accept-Language": "kk"})
    assert answer.status_code == status
    assert 'lang="kk"' in answer.text


def test_the_matrix_is_taken_away_as_a_table(client: TestClient) -> None:
    answer = client.get("/v1/matrix.csv", params={"lang": "en", "phase": ["1999", "2013"]})
    assert answer.status_code == 200
    assert 'filename="matrix_1999_2013_en.csv"' in answer.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    data = client.get("/v1/matrix", params={"lang": "en", "phase": ["1999", "2013"]}).json()
    text = "\n".join(cell for row in rows for cell in row)
    for theme in data["themes"]:
        assert theme["title"] in text
        for cell in theme["cells"]:
            assert (cell["summary"] or "") in text
            assert cell["citation"] in text
    for ending in ("docx", "xlsx", "md", "html"):
        assert client.get(f"/v1/matrix.{ending}?theme=age").status_code == 200
    assert client.get("/v1/matrix.doc").status_code == 404


def test_a_page_that_is_remembered_changes_with_the_store(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    house = regime_house(tmp_path_factory.mktemp("changing"))
    client = house.client()
    before = soup(client, "/regimes/1999/correspondence/2013").select("table.pairs tbody tr")
    assert client.get("/regimes/1999/correspondence/2013").status_code == 200
    with house.store.write() as session:
        store_editions(session, house.snapshots, (rules(FIRST, "2005-07-08", BEES),))
    after = soup(client, "/regimes/1999/correspondence/2013").select("table.pairs tbody tr")
    assert len(after) != len(before)
    house.store.close()


def test_the_chronicle_is_a_file_too(client: TestClient) -> None:
    for ui in LANGUAGES:
        answer = client.get(f"/v1/regimes/timeline.svg?ui={ui}")
        assert answer.status_code == 200
        assert answer.text.startswith("<?xml")
        assert "R1-1484" in answer.text


@pytest.mark.parametrize("address", ["/regimes", "/regimes/1999/correspondence/2013"])
def test_no_link_leads_to_a_picture_that_cannot_be_drawn(client: TestClient, address: str) -> None:
    page = soup(client, address)
    links = {str(one["href"]) for one in page.select("main a[href*='/correspondence/']")}
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link
