"""No gate may object to what the registries really serve."""

from __future__ import annotations

from pathlib import Path

from corpus.gates import check
from corpus.law import Edition
from crawler.registries import read
from crawler.registries.files import scan
from crawler.registries.refusals import Refusal


def test_every_real_edition_is_believed(shared_registry: Path) -> None:
    found: list[Edition] = []
    for page in scan([shared_registry]):
        assert page.source, page.path
        try:
            found.append(read(page.source.format, [page.body], page.source))
        except Refusal:
            assert page.source.format in ("adilet-history", "adilet-shell"), page.path
    assert len(found) >= 15
    found.sort(key=lambda edition: str(edition.label))
    previous: dict[tuple[str, str], Edition] = {}
    for edition in found:
        act = (edition.ngr, edition.language)
        assert check(edition, previous.get(act)) == (), f"{act} {edition.label}"
        if edition.label.first_day:
            previous[act] = edition
