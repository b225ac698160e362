"""A server makes the comparisons of the regimes ready beside its first answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.pages.comparing import kept_comparing
from api.pages.warming import warm, warmed
from api.questions.compared.asking import Sides
from api.rendering.page import environment
from api.services import Services
from corpus.law import Language
from tests.api.comparing import comparing_house
from tests.api.house import House, empty_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = comparing_house(tmp_path)
    yield house
    house.store.close()


def services_of(house: House) -> Services:
    return Services(house.settings, house.store, house.engine)


def test_regimes_are_ready_before_anyone_asks(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = services_of(house)
    assert warm(services) == 3
    monkeypatch.setattr("api.pages.comparing.compared", None)  # nothing is left to be made
    with services.store.read() as session:
        ready = kept_comparing(services, session, Sides(("2013",), ("2020",), Language.RU))
    assert ready.items


def test_no_page_waits_for_its_template(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = environment()
    assert templates.cache is not None
    templates.cache.clear()
    warm(services_of(house))
    monkeypatch.setattr(templates, "compile", None)  # nothing is left to be compiled
    names = templates.list_templates()
    assert {"article.html", "act.html", "home.html", "search.html"} <= set(names)
    assert all(templates.get_template(name) for name in names)


def test_an_empty_store_is_no_fault(tmp_path: Path) -> None:
    house = empty_house(tmp_path)
    assert warm(services_of(house)) == 0
    house.store.close()


def test_a_server_that_stops_at_once_waits_for_nothing(house: House) -> None:
    others = set(
        threading.enumerate()
    )  # of servers that other tests have running; they come and go
    with warmed(services_of(house), patience=60):
        (own,) = (
            one for one in threading.enumerate() if one.name == "warming" and one not in others
        )
        assert own.is_alive()
    assert not own.is_alive()
