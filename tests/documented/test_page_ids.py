"""No page of the bundled sample's acts has an id twice, or leads to an id that it has not."""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup

from tests.cli.serving import Served


def test_every_edition_of_every_act_has_each_id_once_and_those_that_it_leads_to(
    sample_service: Served,
) -> None:
    pages = 0
    for act in sample_service.get("/v1/acts", limit=100).json()["acts"]:
        for lang in act["editions"]:
            asked = f"/v1/acts/{act['ngr']}/editions"
            for one in sample_service.get(asked, lang=lang, limit=100).json()["editions"]:
                page = sample_service.get(
                    f"/acts/{act['ngr']}", lang=lang, edition=one["edition"], view="text"
                )
                assert page.status_code == 200
                soup = BeautifulSoup(page.text, "lxml")
                ids = Counter(str(tag["id"]) for tag in soup.select("[id]"))
                place = (act["ngr"], lang, one["edition"])
                assert [key for key, times in ids.items() if times > 1] == [], place
                led = {str(link["href"])[1:] for link in soup.select("a[href^='#']")}
                assert led <= set(ids), place
                pages += 1
    assert pages > 20
