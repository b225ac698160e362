"""The links in the whole text of an act: those of its articles' pages, and never of another day."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from api.pages import acts
from api.questions.whole_act import cites
from corpus.law import WHOLE, Edition, Holding, HoldingKind, Language
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import HOSTILE, article, chapter, edition, point, subpoint, table
from tests.api.pages.test_pages import soup_of, text_of

GARDENS, PARKS = "Z0300000001", "Z0300000002"
KK = Language.KK
Leads = list[tuple[str, str, str, str]]


def gardens(label: str, holding: Holding = WHOLE) -> Edition:
    return edition(
        GARDENS,
        label,
        chapter("1", "Сад"),
        article("1", "Понятия", point("1", f"Сад есть участок {HOSTILE}."), divisions=("ch_1",)),
        article(
            "2",
            "Уход",
            point("1", f"{HOSTILE} по пункту 1 статьи 1 настоящего Закона."),
            point("2", "В случае пункта 1 настоящей статьи, а также главы 1 настоящего Закона."),
            subpoint("2", "1", "по статьям 3 и 1 настоящего Закона;"),
            table(("По статье 1 настоящего Закона", "да"), ("нет", "нет")),
            point("3", "По статье 7 Закона Республики Казахстан «О парках (пересказ)»."),
            divisions=("ch_1",),
        ),
        article("3", "Сроки", point("1", "По статье 77 настоящего Закона."), divisions=()),
        title="О садах (пересказ)",
        holding=holding,
    )


def parks(label: str) -> Edition:
    park = article("7", "Сады", point("1", "По статье 2 настоящего Закона."), divisions=())
    return edition(PARKS, label, park, title="О парках (пересказ)")


def put(house: House, *editions: Edition) -> TestClient:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)
    return house.client()


@pytest.fixture
def filled(own_house: House) -> TestClient:
    years = ("2003-01-01", "2005-01-01")
    parted = Holding(HoldingKind.BEGINNING)
    return put(
        own_house,
        *(gardens(label) for label in years),
        gardens("2007-01-01", holding=parted),
        parks("2003-06-01"),
        parks("2006-06-01"),
    )


def links(soup: BeautifulSoup | Tag) -> list[Tag]:
    return soup.select(".wording a.cross")


def told(link: Tag, place: str, label: str) -> tuple[str, str, str, str]:
    """Its words, the place it leads to, in which edition, what it tells of that place."""
    return link.get_text(), place, label, str(link["data-leads"])


def of_article(client: TestClient, ngr: str, key: str, query: str) -> Leads:
    """The links of an article's page; those into its act as places of the edition shown."""
    found = []
    for link in links(soup_of(client, f"/acts/{ngr}/articles/{key}?{query}")):
        address, _, anchor = str(link["href"]).partition("#")
        path = urlsplit(address).path or f"/acts/{ngr}/articles/{key}"
        label = parse_qs(urlsplit(address).query).get("edition", [""])[0]
        place, own = f"{path}#{anchor}", path.removeprefix(f"/acts/{ngr}/articles/")
        if own != path:
            place, label = "__".join(one for one in (own, anchor) if one), "shown"
        elif path == f"/acts/{ngr}":
            place, label = anchor, "shown"
        found.append(told(link, place, label))
    return found


def of_text(client: TestClient, ngr: str, key: str, query: str) -> Leads:
    """The links of an article in the whole text."""
    row = soup_of(client, f"/acts/{ngr}?{query}").select_one(f".whole > [id={key}]")
    assert isinstance(row, Tag)
    found = []
    for link in links(row):
        address, _, anchor = str(link["href"]).partition("#")
        label = parse_qs(urlsplit(address).query).get("edition", [""])[0]
        place = f"{urlsplit(address).path}#{anchor}"
        found.append(told(link, *((place, label) if address else (anchor, "shown"))))
    return found


@pytest.mark.parametrize("query", ["edition=2003-01-01", "edition=2005-01-01", "on=2004-02-02", ""])
@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_text_has_the_links_of_its_articles_pages(
    filled: TestClient, query: str, ui: str
) -> None:
    asked = f"lang=ru&ui={ui}&{query}".rstrip("&")
    for key, count in (("art_1", 0), ("art_2", 7), ("art_3", 0)):
        here = of_text(filled, GARDENS, key, asked)
        assert here == of_article(filled, GARDENS, key, asked)
        assert len(here) == count


def test_a_link_into_the_text_leads_to_an_anchor_of_the_page(filled: TestClient) -> None:
    soup = soup_of(filled, f"/acts/{GARDENS}?lang=ru&edition=2003-01-01")
    inside = [str(one["href"]) for one in links(soup) if str(one["href"]).startswith("#")]
    assert inside == ["#art_1__p_1", "#art_2__p_1", "#ch_1", "#art_3", "#art_1"]
    assert all(soup.select_one(f"[id='{one[1:]}']") for one in inside)


def test_another_act_is_linked_as_it_stood_on_the_day(filled: TestClient) -> None:
    def park(query: str) -> str:
        found = links(soup_of(filled, f"/acts/{GARDENS}?lang=ru{query}"))
        return next(str(one["href"]) for one in found if PARKS in str(one["href"]))

    seventh = f"/acts/{PARKS}/articles/art_7?lang=ru"
    assert park("&edition=2005-01-01") == f"{seventh}&edition=2003-06-01"
    assert park("&on=2006-12-31") == f"{seventh}&edition=2006-06-01"
    assert park("") == seventh


def test_what_only_another_edition_holds_is_linked_where_it_is_held(own_house: House) -> None:
    first = article("1", "Учёт", point("1", "По статье 2 настоящего Закона."), divisions=())
    second = article("2", "Сроки", point("1", "Год."), divisions=())
    part = Holding(HoldingKind.PARTS, ("art_1",))
    client = put(
        own_house,
        edition(GARDENS, "2003-01-01", first, second, title="Об учёте (пересказ)"),
        edition(GARDENS, "2005-01-01", first, holding=part, title="Об учёте (пересказ)"),
        edition(GARDENS, "2007-01-01", first, title="Об учёте (пересказ)"),
    )
    (link,) = links(soup_of(client, f"/acts/{GARDENS}?lang=ru&edition=2005-01-01"))
    assert link["href"] == f"/acts/{GARDENS}/articles/art_2?lang=ru"
    assert links(soup_of(client, f"/acts/{GARDENS}?lang=ru&edition=2007-01-01")) == []


@pytest.mark.parametrize(
    ("ui", "note"),
    [
        ("ru", "по редакции 01.01.2003; текста того времени у нас нет"),
        ("kk", "01.01.2003 редакциясы бойынша; сол кездегі мәтін бізде жоқ"),
        ("en", "as in edition 1 January 2003; the text of that time is not held"),
    ],
)
def test_a_heading_of_another_time_is_told_as_that_editions(
    own_house: House, ui: str, note: str
) -> None:
    second = article("2", "Сроки", point("1", "Год."), divisions=())
    first = article("1", "Учёт", point("1", "По статьям 2 и 3 настоящего Закона."), divisions=())
    third = article("3", "Отчёт", point("1", "Раз в год."), divisions=())
    part = Holding(HoldingKind.PARTS, ("art_1", "art_3"))
    client = put(
        own_house,
        edition(GARDENS, "2003-01-01", first, second, third, title="Об учёте (пересказ)"),
        edition(GARDENS, "2005-01-01", first, third, holding=part, title="Об учёте (пересказ)"),
    )
    asked = f"lang=ru&edition=2005-01-01&ui={ui}"
    for page in (f"/acts/{GARDENS}?{asked}", f"/acts/{GARDENS}/articles/art_1?{asked}"):
        soup = soup_of(client, page)
        other, own = links(soup)
        assert other["data-leads"] == f"Статья 2. Сроки ({note})"
        assert own["data-leads"] == "Статья 3. Отчёт"
    listed = {one.get_text(): one for one in soup.select("[aria-labelledby=citations] li")}
    assert list(listed) == [f"Статья 2. Сроки {note}", "Статья 3. Отчёт"]
    whole = f"/acts/{GARDENS}?lang=ru&edition=2003-01-01&ui={ui}"
    assert [one["data-leads"] for one in links(soup_of(client, whole))] == [
        "Статья 2. Сроки",
        "Статья 3. Отчёт",
    ]


def test_hostile_words_stay_words_around_links_and_in_what_they_tell(own_house: House) -> None:
    named = article("1", f"Понятия {HOSTILE}", point("1", "Сад."), divisions=())
    cited = point("1", f"{HOSTILE} по статье 1 настоящего Закона {HOSTILE}")
    citing = article("2", "Уход", cited, divisions=())
    client = put(own_house, edition(GARDENS, "2003-01-01", named, citing, title="О садах"))
    answer = client.get(f"/acts/{GARDENS}?lang=ru&edition=2003-01-01")
    assert "<script>alert" not in answer.text
    (link,) = links(BeautifulSoup(answer.text, "lxml"))
    assert HOSTILE in str(link["data-leads"])
    block = link.find_parent("p")
    assert isinstance(block, Tag)
    assert block.get_text() == f"1. {cited.text}"


def test_a_text_with_too_many_references_has_none_linked_and_says_so(
    filled: TestClient, own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"/acts/{GARDENS}?lang=ru&edition=2003-01-01&ui=ru"
    with_links = soup_of(filled, page)
    monkeypatch.setattr(cites, "MOST_UNITS", 5)
    assert len(links(soup_of(own_house.client(), page))) == 7  # short texts are read at any rate
    monkeypatch.setattr(cites, "SHORT_TEXT", 100)
    bare = soup_of(own_house.client(), page)
    assert len(links(with_links)) == 7
    assert links(bare) == []
    assert text_of(bare, ".whole") == text_of(with_links, ".whole")
    assert "слишком много" in text_of(bare, ".links-left-out")
    assert with_links.select(".links-left-out") == []


def test_the_references_are_read_once_for_every_reader_and_address(
    filled: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(session: object, known: object, text: Edition, *more: object) -> cites.CitesOfText:
        read.append(str(text.label))
        return cites.cites_of_text(session, known, text, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(acts, "cites_of_text", counted)
    for query in ("edition=2003-01-01", "edition=2003-01-01&view=text", "edition=2005-01-01"):
        for ui in ("ru", "kk", "en"):
            soup_of(filled, f"/acts/{GARDENS}?lang=ru&{query}&ui={ui}")
    soup_of(filled, f"/acts/{GARDENS}?lang=ru&edition=2003-01-01&view=contents")
    assert read == ["2003-01-01", "2005-01-01"]


def test_links_never_outlive_what_they_lead_to(filled: TestClient, own_house: House) -> None:
    page = f"/acts/{GARDENS}?lang=ru&on=2006-12-31"

    def park() -> str:
        found = [str(one["href"]) for one in links(soup_of(filled, page))]
        return next(one for one in found if "art_7" in one)

    tag = filled.get(page).headers["etag"]
    address = f"/acts/{PARKS}/articles/art_7?lang=ru&edition="
    assert park() == f"{address}2006-06-01"
    put(own_house, parks("2006-12-01"))
    assert park() == f"{address}2006-12-01"
    gone = edition(PARKS, "2006-12-15", article("8", "Иное", divisions=()), title="О парках")
    put(own_house, gone)
    assert not [one for one in links(soup_of(filled, page)) if "art_7" in str(one["href"])]
    assert filled.get(page, headers={"If-None-Match": tag}).status_code == 200


def test_another_language_beside_has_no_links_and_the_own_one_keeps_them(own_house: House) -> None:
    own = gardens("2003-01-01")
    text = point("1", "Осы Заңның 1-бабының 1-тармағы бойынша.")
    other = article("2", "Күтім", text, divisions=(), language=KK)
    kazakh = edition(GARDENS, "2003-01-01", other, title="Бақтар туралы", language=KK)
    client = put(own_house, own, kazakh, parks("2003-01-01"))
    soup = soup_of(client, f"/acts/{GARDENS}?lang=ru&edition=2003-01-01&beside=kk")
    assert len(soup.select(".side[lang=ru] a.cross")) == 7
    assert soup.select(".side[lang=kk] a.cross") == []
    anchors = [str(one["href"])[1:] for one in soup.select(".side a.cross[href^='#']")]
    assert all(soup.select_one(f"[id='{one}']") for one in anchors)


def test_an_unchanged_page_is_still_told_by_its_tag(filled: TestClient) -> None:
    page = f"/acts/{GARDENS}?lang=ru&edition=2003-01-01"
    tag = filled.get(page).headers["etag"]
    assert filled.get(page, headers={"If-None-Match": tag}).status_code == 304
