"""An edition that is held in another language than the one asked for, or the reader's."""

from __future__ import annotations

import json
import sys

import pytest
from fastapi.testclient import TestClient

from cli.main import main
from corpus.law import Act, Edition, Language
from corpus.store.writes import upsert_act
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import LOCAL

TITLES = {Language.RU: "О делах", Language.KK: "Істер туралы"}
WORDS = {Language.RU: "Русский текст.", Language.KK: "Қазақша мәтін."}
PLACES = ("", "/articles/art_1")
RUSSIAN_ONLY, KAZAKH_ONLY = "2023-01-01", "2025-01-01"


def edition(label: str, language: Language) -> Edition:
    body = law.point("1", f"{WORDS[language]} {label}.")
    article = law.article("1", TITLES[language], body, divisions=(), language=language)
    return law.edition(LOCAL, label, article, title=TITLES[language], language=language)


@pytest.fixture
def house(own_house: House) -> House:
    """One edition in both languages, a later one in Russian only, the newest in Kazakh only."""
    editions = [
        edition("2020-01-01", Language.RU),
        edition("2020-01-01", Language.KK),
        edition(RUSSIAN_ONLY, Language.RU),
        edition(KAZAKH_ONLY, Language.KK),
    ]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, TITLES, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
    return own_house


@pytest.fixture
def client(house: House) -> TestClient:
    return house.client()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("asked", [{"edition": RUSSIAN_ONLY}, {"on": "2023-06-01"}])
def test_a_reader_who_names_no_language_is_shown_the_one_in_which_the_edition_is_held(
    client: TestClient, place: str, asked: dict[str, str]
) -> None:
    page = client.get(f"/acts/{LOCAL}{place}", params=asked | {"ui": "kk"})
    assert page.status_code == 200
    assert f"Русский текст. {RUSSIAN_ONLY}" in page.text


@pytest.mark.parametrize("place", PLACES)
def test_a_reader_who_asks_for_kazakh_is_told_that_the_edition_is_held_in_russian(
    client: TestClient, place: str
) -> None:
    asked = {"edition": RUSSIAN_ONLY, "lang": "kk", "ui": "kk"}
    page = client.get(f"/acts/{LOCAL}{place}", params=asked)
    assert page.status_code == 404
    assert "01.01.2023 редакциясы бізде басқа тілде бар (орысша)" in page.text
    assert "Бізде мұндай редакция жоқ" not in page.text
    link = f"/acts/{LOCAL}{place}?lang=ru&amp;edition={RUSSIAN_ONLY}&amp;ui=kk"
    assert link in page.text
    assert client.get(link.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "есть у нас на другом языке (казахский), на этом (русский) её нет."),
        ("en", "in another language (Kazakh), not in this one (Russian)."),
    ],
)
def test_it_is_said_in_the_readers_language(client: TestClient, ui: str, words: str) -> None:
    asked = {"edition": KAZAKH_ONLY, "lang": "ru", "ui": ui}
    assert words in client.get(f"/acts/{LOCAL}", params=asked).text


def test_a_problem_names_the_languages_in_which_the_edition_is_held(client: TestClient) -> None:
    asked = {"edition": RUSSIAN_ONLY, "lang": "kk"}
    problem = client.get(f"/v1/acts/{LOCAL}/articles/art_1", params=asked).json()
    assert problem["type"] == "/problems/unknown-edition"
    assert problem["held_in"] == ["ru"]
    assert "It is held in ru: ask for that language." in problem["detail"]


def test_a_problem_of_an_edition_held_in_no_language_names_none(client: TestClient) -> None:
    asked = {"edition": "1999-01-01", "lang": "kk"}
    problem = client.get(f"/v1/acts/{LOCAL}/articles/art_1", params=asked).json()
    assert problem["held_in"] == []
    assert "It is held in" not in problem["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "/articles",
        "/articles/art_1",
        "/articles/art_1.jsonld",
        "/articles/art_1/cite",
        "/articles/art_1/blame",
        "/text.akn",
        ".jsonld",
    ],
)
def test_without_a_language_every_form_is_of_the_one_in_which_the_edition_is_held(
    client: TestClient, address: str
) -> None:
    answer = client.get(f"/v1/acts/{LOCAL}{address}", params={"edition": KAZAKH_ONLY})
    assert answer.status_code == 200
    assert TITLES[Language.KK] in answer.text


def test_without_a_language_two_editions_are_compared_in_the_one_that_holds_both(
    client: TestClient,
) -> None:
    for newer, language in ((RUSSIAN_ONLY, "ru"), (KAZAKH_ONLY, "kk")):
        asked = {"from": "2020-01-01", "to": newer}
        assert client.get(f"/v1/acts/{LOCAL}/diff", params=asked).json()["lang"] == language


def test_the_command_line_reads_it_in_the_language_in_which_it_is_held(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["nusqa", "show", LOCAL, "art_1", "--edition", KAZAKH_ONLY, "--json"]
    monkeypatch.setenv("NUSQA_DATA_DIR", str(house.settings.data_dir))
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert json.loads(capsys.readouterr().out)["lang"] == "kk"
