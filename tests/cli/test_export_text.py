"""`nusqa export text`: an edition as a file that another program can trust."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from api.questions.akoma_ntoso import document_of
from api.questions.relations.relating import Relating
from corpus.settings import Settings
from corpus.store import open_store, reads
from exports.akoma_ntoso import read_article, read_edition, write_edition
from tests.cli.conftest import Nusqa
from tests.exports.akoma_ntoso.schema import faults


def test_every_edition_of_the_sample_is_valid_with_all_that_is_known_and_comes_back_equal(
    sample_folder: Path,
) -> None:
    store = open_store(Settings(data_dir=sample_folder).database)
    with store.read() as session:
        known = Relating().known(session)
        found = [one for act in reads.acts(session) for one in reads.editions(session, act.ngr)]
        assert len(found) > 30
        told = ""
        for summary in found:
            document = write_edition(document_of(session, known, summary, "https://nusqa.example"))
            assert faults(document) == [], f"{summary.ngr} {summary.language} {summary.label}"
            assert read_edition(document) == reads.edition(session, summary.id)
            root = etree.fromstring(document)
            names = set(root.xpath("//@eId"))
            within = [
                str(one).removeprefix("#") for one in root.xpath("//@href[starts-with(., '#')]")
            ]
            assert set(within) <= names
            told += document.decode()
    store.close()
    wanted = (
        "<textualMod",
        "<timeInterval",
        '<ref href="#att_1__att_2__text"',
        'type="insertion"',
        "<quotedStruct",
    )
    for expected in wanted:
        assert expected in told


def test_an_edition_is_written_to_a_file_and_the_same_again(sample: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "elections.akn"
    asked = ("export", "text", "Z950002464_", "--lang", "kk", "--edition", "2022-02-07")
    assert sample(*asked, "--out", out).status == 0
    first = out.read_bytes()
    edition = read_edition(first)
    assert (edition.ngr, edition.language, str(edition.label)) == (
        "Z950002464_",
        "kk",
        "2022-02-07",
    )
    refused = sample(*asked, "--out", out)
    assert refused.status != 0
    assert "--force" in refused.err
    assert sample(*asked, "--out", out, "--force").status == 0
    assert out.read_bytes() == first


def test_one_article_on_a_day(sample: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "article.akn"
    ran = sample(
        "export",
        "text",
        "Z950002464_",
        "--article",
        "art_113-3",
        "--on",
        "2023-06-01",
        "--out",
        out,
    )
    assert ran.status == 0
    edition, article = read_article(out.read_bytes())
    assert (article.key, str(edition.label)) == ("art_113-3", "2023-01-01")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("Z95",), 1, "No act Z95"),
        (("Z950002464_", "--lang", "en"), 1, "No edition of Z950002464_ in en"),
        (("Z950002464_", "--on", "1900-01-01"), 1, "1900-01-01"),
        (("Z950002464_", "--on", "2023-01-01", "--edition", "2023-01-01"), 2, "not both"),
        (("Z950002464_", "--article", "art_0"), 1, "art_0"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    sample: Nusqa, tmp_path: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    out = tmp_path / "nothing.akn"
    ran = sample("export", "text", *words, "--out", out)
    assert ran.status == status
    assert told in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert not out.exists()
