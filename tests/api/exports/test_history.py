"""The history of an act over HTTP: a bundle that git clones."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from fastapi.testclient import TestClient

from api.answering.turns import MOST_AT_ONCE
from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import LOCAL, WATCHED
from tests.exports.git_history.histories import git, lines

ADDRESS = f"/v1/acts/{LOCAL}/history.bundle"


def cloned(client: TestClient, folder: Path) -> Path:
    answer = client.get(ADDRESS)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/x-git-bundle"
    assert f'filename="nusqa-{LOCAL}.bundle"' in answer.headers["content-disposition"]
    (folder / "act.bundle").write_bytes(answer.content)
    git(folder, "clone", "-q", "act.bundle", "clone")
    clone = folder / "clone"
    assert git(clone, "fsck", "--strict") == ""
    return clone


def test_every_edition_held_is_a_tag_with_its_texts(client: TestClient, tmp_path: Path) -> None:
    clone = cloned(client, tmp_path)
    editions = client.get(f"/v1/acts/{LOCAL}/editions").json()["editions"]
    assert set(git(clone, "tag").split()) == {f"edition/{one['edition']}" for one in editions}
    for one in editions:
        tag, lang = f"edition/{one['edition']}", one["lang"]
        held = client.get(f"/v1/acts/{LOCAL}/articles?lang={lang}&edition={one['edition']}").json()[
            "articles"
        ]
        listed = git(clone, "ls-tree", "--name-only", f"{tag}:{lang}").split()
        assert {f"{article['key']}.md" for article in held} <= set(listed)


def test_the_acts_that_explain_changes_are_the_authors(client: TestClient, tmp_path: Path) -> None:
    clone = cloned(client, tmp_path)
    changes = client.get(f"/v1/changes?act={LOCAL}&legal=true&limit=100").json()["changes"]
    told = {
        one["to"]["edition"]: {act["number"] for act in one["amending_acts"] if act["number"]}
        for one in changes
        if any(act["number"] for act in one["amending_acts"])
    }
    assert told
    for label, numbers in told.items():
        name = git(clone, "log", "-1", "--format=%an", f"edition/{label}")
        assert any(number in name for number in numbers), (label, name)


def test_a_store_filled_anew_gives_the_same_hashes(client: TestClient, tmp_path: Path) -> None:
    other = empty_house(tmp_path)
    fill(other.store, other.snapshots)
    assert other.client().get(ADDRESS).content == client.get(ADDRESS).content
    other.store.close()


def test_who_holds_the_present_history_is_told_so(client: TestClient) -> None:
    tag = client.get(ADDRESS).headers["etag"]
    assert client.get(ADDRESS, headers={"If-None-Match": tag}).status_code == 304


def test_a_history_is_made_while_there_is_a_turn_and_once_for_a_state_of_the_corpus(
    house: House,
) -> None:
    app = house.app()
    client, services = TestClient(app), app.state.services
    with ExitStack() as turns:
        for _ in range(MOST_AT_ONCE):
            turns.enter_context(services.dumping.turn())
        refused = client.get(ADDRESS)
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) > 0
    made = client.get(ADDRESS)
    assert made.status_code == 200
    with ExitStack() as turns:
        for _ in range(MOST_AT_ONCE):
            turns.enter_context(services.dumping.turn())
        assert client.get(ADDRESS).content == made.content


def test_an_act_without_a_text_has_no_history(house: House) -> None:
    client = house.client()
    for ngr, slug in ((WATCHED, "language-not-held"), ("Z99", "unknown-act")):
        answer = client.get(f"/v1/acts/{ngr}/history.bundle")
        assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{slug}")


def test_a_log_of_an_article_tells_its_wordings(client: TestClient, tmp_path: Path) -> None:
    clone = cloned(client, tmp_path)
    history = client.get(f"/v1/acts/{LOCAL}/articles/art_36/history?lang=ru").json()["wordings"]
    distinct = [one["text"] for one in history]
    assert len(lines(clone, "%h", "--", "ru/art_36.md")) == len(
        [one for before, one in zip([None, *distinct], distinct, strict=False) if one != before]
    )
