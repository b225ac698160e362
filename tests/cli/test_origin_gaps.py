"""What `blame` and `trace` say of editions that do not have the article, and of what is unsure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from cli.workplace import Workplace
from corpus.law import Act, EditionLabel, Language, ListedEdition
from corpus.settings import Settings
from corpus.store import writes
from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, page

NGR = "Z990000777_"
ONE = article("1", "1. Деревья сажают весной.")
TWO = article("2", "1. Поливают летом.")


@pytest.fixture
def shelf(nusqa: Nusqa, tmp_path: Path) -> Nusqa:
    """Two days and a year between them; of the year's edition only the first article is held."""
    return put(
        nusqa,
        tmp_path / "shelf",
        ("2001-01-01", "whole", page(ONE, TWO)),
        ("2002", ["art_1"], page(ONE)),
        ("2003-01-01", "whole", page(ONE, article("2", "1. Поливают всё лето."))),
    )


def put(nusqa: Nusqa, folder: Path, *editions: tuple[str, str | list[str], bytes]) -> Nusqa:
    folder.mkdir()
    entries = []
    for label, holds, body in editions:
        (folder / f"{label}.md").write_bytes(body)
        entries.append(
            f'[[file]]\npath = "{label}.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{NGR}"\nlang = "ru"\nlabel = "{label}"\n'
            f"holds = {holds!r}\n".replace("'", '"')
        )
    (folder / "manifest.toml").write_text("\n".join(entries), encoding="utf-8")
    assert nusqa("import", folder).status == 0
    return nusqa


@contextmanager
def written() -> Iterator[Session]:
    """The store of the test's own data folder, to write to."""
    settings = Settings(data_dir=Path(os.environ["NUSQA_DATA_DIR"]))
    with closing(Workplace(settings)) as workplace, workplace.store.write() as session:
        yield session


def repealed(day: date) -> None:
    with written() as session:
        writes.upsert_act(session, Act(NGR, repealed_on=day))


def listed(*labels: str) -> None:
    editions = [ListedEdition(EditionLabel.parse(label)) for label in labels]
    with written() as session:
        writes.list_editions(session, NGR, Language.RU, editions, "adilet", datetime.now(UTC))


def test_an_edition_that_is_held_without_the_article_is_not_called_not_held(shelf: Nusqa) -> None:
    ran = shelf("blame", NGR, "art_2")
    assert (
        "Edition 2002 could not be asked: the article is not in the copy that is held"
        in " ".join(ran.err.split())
    )
    assert (
        "came after 2001-01-01; may have come earlier, this article not held in full: 2002"
        in ran.out
    )


def test_an_edition_whose_place_in_the_order_is_unknown_is_not_called_not_held(
    nusqa: Nusqa, tmp_path: Path
) -> None:
    other = article("2", "1. Не поливают.")
    editions = (("2001", "whole", page(ONE, other)), ("2001-05-05", "whole", page(ONE, TWO)))
    filled = put(nusqa, tmp_path / "years", *editions)
    ran = filled("blame", NGR, "art_2")
    assert "its label does not say on which side of the others it lies" in " ".join(ran.err.split())
    assert "known before it, order unknown: 2001\n" in ran.out
    traced = filled("trace", "поливают летом").out
    assert "before or after it is unknown: 2001\n" in traced
    assert "not held" not in ran.out + traced
    both = filled("trace", "деревья сажают").out
    assert "2001: when is unknown, the label does not say" in both
    assert "before or after" not in both


def test_a_trace_names_each_edition_that_is_not_held_once(nusqa: Nusqa, tmp_path: Path) -> None:
    filled = put(nusqa, tmp_path / "year", ("1998", "whole", page(ONE, TWO)))
    listed("1997-06-19", "1998-05-08", "1998-11-06", "1999-01-01")
    out = filled("trace", "поливают летом").out
    assert "known before it, this article not held in full: 1997-06-19\n" in out
    assert (
        "before or after it is unknown, this article not held in full: 1998-05-08, 1998-11-06"
        in out
    )
    assert "known after it, this article not held in full: 1999-01-01\n" in out
    assert "do not tell" not in out


def test_a_trace_says_in_its_summary_that_the_act_was_repealed(shelf: Nusqa) -> None:
    before = " ".join(shelf("trace", "всё лето").err.split())
    assert before.endswith("still there in the newest text held that has the article")
    repealed(date(2011, 5, 19))
    ran = shelf("trace", "всё лето")
    assert " ".join(ran.err.split()).endswith(
        "still there in the newest text held that has the article, "
        "but the act was repealed on 2011-05-19"
    )
    went = " ".join(shelf("trace", "поливают летом").err.split())
    assert went.endswith(f"({NGR} art_2), in an act repealed on 2011-05-19")


def test_one_word_that_stands_nowhere_is_told_once(shelf: Nusqa) -> None:
    assert shelf("trace", "дирижабль").err.strip() == "It stands in no text held"
    assert "nor does: дирижабль" in shelf("trace", "сажают дирижабль").err


def test_the_act_that_the_oldest_articles_note_names_is_told_as_no_answer(
    nusqa: Nusqa, tmp_path: Path
) -> None:
    noted = article(
        "1", "1. Деревья сажают.", "Сноска. Статья 1 с изменениями от 08.07.2005 N 1613."
    )
    filled = put(nusqa, tmp_path / "noted", ("2005-07-08", "whole", page(noted)))
    for ran in (filled("blame", NGR, "art_1"), filled("trace", "деревья сажают")):
        assert "amending act unknown" in ran.out
        assert (
            "its note names 08.07.2005 № 1613: which words that act changed is not known" in ran.out
        )


def test_blame_of_a_point_names_its_article(shelf: Nusqa) -> None:
    for key in ("art_1__p_1", "art_1__p_7__sp_2"):
        ran = shelf("blame", NGR, key)
        assert (ran.status, ran.out) == (1, "")
        assert f"{key} names a place inside art_1 of {NGR}: ask for art_1." in " ".join(
            ran.err.split()
        )
