"""A change that no longer holds leaves the feed, and is shown to whoever asks for withdrawals."""

from __future__ import annotations

from corpus.store import reads
from corpus.store.writes import keep_only_pairs
from tests.api.filling import fill
from tests.api.house import House


def test_a_follower_sees_a_change_again_when_it_is_withdrawn(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    client = own_house.client()
    before = client.get("/v1/changes", params={"withdrawn": True}).json()
    assert before["changes"]
    with own_house.store.write() as session:
        first = reads.changes(session)[0]
        keep_only_pairs(session, first.ngr, first.language, [], withdrawn_at=first.recorded_at)
    after = client.get(
        "/v1/changes", params={"withdrawn": True, "cursor": before["cursor"]}
    ).json()["changes"]
    assert first.id in {change["id"] for change in after}
    assert all(change["withdrawn_at"] for change in after)
    standing = client.get("/v1/changes").json()["changes"]
    assert first.id not in {change["id"] for change in standing}
