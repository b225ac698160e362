"""A 304 costs nothing the second time, and is never given for what has changed."""

from __future__ import annotations

import time

import pytest
from fastapi.testclient import TestClient

from tests.api import law
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

COSTLY = ["/v1/matrix", "/v1/changes", f"/v1/acts/{LOCAL}", f"/v1/acts/{LOCAL}/articles/art_36"]


@pytest.mark.parametrize("address", COSTLY)
def test_what_was_current_is_said_to_be_so_in_a_moment(client: TestClient, address: str) -> None:
    whole = client.get(address)
    held = {"If-None-Match": whole.headers["etag"]}
    first = client.get(address, headers=held)
    spent = []
    for _ in range(10):
        began = time.process_time()
        again = client.get(address, headers=held)
        spent.append(time.process_time() - began)
        assert again.status_code == first.status_code == 304
        assert again.content == b""
        assert dict(again.headers) == dict(first.headers)
    assert min(spent) < 0.05  # of this client itself the most


def test_another_tag_another_form_and_another_host_are_other_questions(client: TestClient) -> None:
    address = f"/v1/acts/{LOCAL}"
    tag = client.get(address).headers["etag"]
    for _ in range(2):
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
        assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200
        linked = {"If-None-Match": tag, "Accept": "application/ld+json"}
        assert client.get(address, headers=linked).status_code == 200
    cited = f"{address}/articles/art_36/cite"
    own = client.get(cited).headers["etag"]
    assert client.get(cited, headers={"If-None-Match": own}).status_code == 304
    assert client.get(cited, headers={"If-None-Match": own, "Host": "law.kz"}).status_code == 200


def test_nothing_is_called_current_once_the_registry_corrects_a_text(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    client, address = own_house.client(), f"/v1/acts/{LOCAL}/articles/art_36?edition=2013-06-13"
    held = {"If-None-Match": client.get(address).headers["etag"]}
    assert [client.get(address, headers=held).status_code for _ in range(3)] == [304] * 3
    corrected = law.edition(
        LOCAL, "2013-06-13", law.TASKS, law.election("депутаты всего района"), title=law.LOCAL_TITLE
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [corrected])
    after = client.get(address, headers=held)
    assert after.status_code == 200
    assert "депутаты всего района" in after.json()["text"]
