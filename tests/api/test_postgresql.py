from __future__ import annotations

from pathlib import Path

from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL

URLS = [
    "/v1/acts",
    f"/v1/acts/{LOCAL}/editions",
    f"/v1/acts/{LOCAL}/articles",
    f"/v1/acts/{LOCAL}/articles/art_36?on=2022-01-01",
    f"/v1/acts/{LOCAL}/articles/art_36/history",
    f"/v1/acts/{LOCAL}/diff?from=2013-06-13&to=2021-05-24",
    "/v1/changes?limit=2",
    "/v1/changes?cursor=2147483647",
    "/v1/amendments",
    "/v1/amendments?by=in_force&limit=1",
    "/v1/amendments?by=adopted&since=0001-01-01&withdrawn=true",
    f"/v1/acts/{LOCAL}/articles/art_36/amendments",
    "/v1/search?q=аким",
    "/v1/search?q=аким&on=0001-01-01",
    "/v1/changes?since=0001-01-01",
    f"/v1/acts/{LOCAL}/articles/art_361",
    f"/v1/acts/{ELECTIONS}/articles/art_1?on=1998-06-01",
    f"/acts/{LOCAL}/articles/art_36",
    f"/feeds/acts/{LOCAL}.atom",
    "/feeds/changes.json?technical=true&limit=2",
    "/feeds/search.json?q=аким",
    "/feeds/regimes/2020.atom",
    "/healthz",
]


def test_every_route_answers_the_same_on_either_database(
    house: House, postgres_url: str, tmp_path: Path
) -> None:
    other = empty_house(tmp_path, postgres_url)
    fill(other.store, other.snapshots)
    other.index()
    sqlite, postgresql = house.client(), other.client()
    for url in URLS:
        expected = sqlite.get(url)
        found = postgresql.get(url)
        assert (found.status_code, found.text) == (expected.status_code, expected.text), url
    other.store.close()
