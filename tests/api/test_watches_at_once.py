"""Who makes watches with names that nobody answers for holds up nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore

import pytest

from api.services import MOST_LOOKED_UP
from tests.api.filling import fill
from tests.api.house import House
from tests.api.law import LOCAL

SLOW = {"act": LOCAL, "url": "https://slow.example/hook"}


class SlowNames:
    """A name server that answers when it is told to."""

    def __init__(self) -> None:
        self.answer, self.asked = Event(), Semaphore(0)

    def __call__(self, _host: str, _port: int) -> list[str]:
        self.asked.release()
        assert self.answer.wait(60)
        return ["10.0.0.1"]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowNames]:
    slow = SlowNames()
    monkeypatch.setattr("webhooks.configuring.system_addresses", slow)
    yield slow
    slow.answer.set()


def test_slow_names_take_so_many_threads_and_no_more(own_house: House, names: SlowNames) -> None:
    fill(own_house.store, own_house.snapshots)
    client = own_house.client()

    def make() -> tuple[int, str]:
        answer = client.post("/v1/watches", json=SLOW)
        return answer.status_code, answer.json()["type"]

    with ThreadPoolExecutor(MOST_LOOKED_UP) as pool:
        waiting = [pool.submit(make) for _ in range(MOST_LOOKED_UP)]
        for _ in waiting:
            assert names.asked.acquire(timeout=60)
        assert make() == (503, "/problems/too-many-watches")
        assert client.get("/v1/acts").status_code == 200
        names.answer.set()
        refused = (422, "/problems/webhook-refused")
        assert {one.result(60) for one in waiting} == {refused}
    assert make() == refused
