"""What the registries printed in the place of excluded units, held against a scan of the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.amendments import Verb
from corpus.law import Edition, Matter
from corpus.notes import note_reading, notes_with_standing
from crawler.registries import read
from crawler.registries.files import scan

# A line of the file that, its number aside, is or ends with the words of an exclusion: no more is
# known here of notes. Lines of the table of contents are repeated by the articles, where held.
LINE = re.compile(
    r"^\W*(?:Статья )?(?:\d+(?:-\d+)*[.)] ?)?\s*(?P<words>(?:[^(]*\()?(?:(?:под)?пункты?\s"
    r"|статья\s[\d-]+\s)?(?:исключен[аоы]?|алы(?:п|нып) тасталды)\b.*|Excluded by .*)",
    re.IGNORECASE,
)
FIGURES = re.compile(r"(?:N|No\.)\s*(\d+)")
FILES = {
    "reference-bank-markdown/Z010000148_.rus.2010.md": 12,
    "reference-bank-markdown/Z950002464_.rus.2007.md": 16,
    "reference-bank-markdown/Z950002464_.kaz.2009.md": 11,
    "english/K950001000_.eng.txt": 15,
}


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> dict[str, tuple[str, Edition]]:
    found = {}
    for page in scan([shared_registry]):
        name = page.path.relative_to(shared_registry).as_posix()
        if page.source and name in FILES:
            text = page.path.read_text(encoding="utf-8")
            found[name] = text, read(page.source.format, [page.body], page.source)
    return found


@pytest.mark.parametrize(("name", "count"), FILES.items())
def test_every_exclusion_printed_in_a_place_is_read_with_its_act(
    editions: dict[str, tuple[str, Edition]], name: str, count: int
) -> None:
    text, edition = editions[name]
    contents = [one for one in edition.content if isinstance(one, Matter)]
    told = {" ".join(line.split()) for one in contents for line in one.lines}
    lines = [" ".join(line.split()) for line in text.splitlines()]
    scanned = sorted(
        " ".join(FIGURES.findall(found["words"])[:1])
        for line in lines
        if line not in told and (found := LINE.match(line))
    )
    inside = [
        note_reading(note, edition.language, standing)
        for note, standing in notes_with_standing(edition)
        if standing.inside
    ]
    said = [one for reading in inside for one in reading.amendments]
    assert all(one.verb is Verb.REPEALED for one in said)
    assert sorted((one.act.bare_number or "") for one in said) == scanned
    assert len(scanned) == count


def test_each_is_of_the_very_place_that_it_is_printed_in(
    editions: dict[str, tuple[str, Edition]],
) -> None:
    for _, edition in editions.values():
        for note, standing in notes_with_standing(edition):
            if standing.inside:
                (one,) = note_reading(note, edition.language, standing).amendments
                assert one.target.block_key == standing.place
