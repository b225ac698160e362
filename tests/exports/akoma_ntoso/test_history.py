"""What a document says of time: events, modifications, days in force; and of what is unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from corpus.amendments import Verb
from corpus.law import EditionLabel, Holding, HoldingKind
from exports.akoma_ntoso import (
    Document,
    InForce,
    Modification,
    NotAkomaNtoso,
    Origin,
    WorkKnown,
    read_article,
    read_edition,
    write_article,
    write_edition,
)
from tests.exports.akoma_ntoso.laws import WHOLE, article, edition, parsed, texts
from tests.exports.akoma_ntoso.schema import faults

ADOPTED, AMENDED, BEGAN = date(1999, 3, 1), date(2021, 5, 24), date(2021, 6, 5)
BY = Modification(
    "/akn/kz/act/2021/Z2100000041",
    "№ 41-VII, 2021-05-24",
    Verb.REWORDED,
    "art_7",
    AMENDED,
    BEGAN,
    "computed from publication",
)
KNOWN = Document(
    WHOLE,
    WorkKnown(ADOPTED, "law", "777", date(2024, 1, 1)),
    Origin(
        "adilet",
        "adilet",
        "7",
        1,
        "https://example.org/1",
        "ab" * 32,
        datetime(2026, 1, 2, tzinfo=UTC),
    ),
    (BY,),
    {"art_7": (InForce(BEGAN, date(2023, 1, 1)), InForce(date(2023, 6, 1), None))},
    "https://nusqa.example/",
)


def test_the_amending_act_is_a_source_and_the_article_its_destination() -> None:
    root = parsed(KNOWN)
    change = "//akn:passiveModifications/akn:textualMod[@type='substitution']"
    assert texts(root, f"{change}/akn:source/@href") == ["/akn/kz/act/2021/Z2100000041"]
    assert texts(root, f"{change}/akn:destination/@href") == ["#art_7"]
    assert texts(root, f"{change}/@nusqa:in-force-ground") == ["computed from publication"]
    assert texts(root, "//akn:passiveRef/@showAs") == ["№ 41-VII, 2021-05-24"]


def test_events_have_their_days_and_what_they_are_of() -> None:
    root = parsed(KNOWN)
    told = zip(
        texts(root, "//akn:eventRef/@date"),
        texts(root, "//akn:eventRef/@nusqa:event"),
        strict=True,
    )
    assert list(told) == [
        ("1999-03-01", "adopted"),
        ("2021-05-24", "amending act adopted"),
        ("2021-06-05", "wording in force"),
        ("2021-06-05", "amendment in force"),
        ("2023-01-01", "wording in force"),
        ("2023-06-01", "wording in force"),
        ("2024-01-01", "repealed"),
    ]


def test_the_days_in_force_of_an_article_are_intervals_between_events() -> None:
    root = parsed(KNOWN)
    (period,) = texts(root, "//akn:article/@period")
    group = f"//akn:temporalGroup[@eId='{period.removeprefix('#')}']/akn:timeInterval"
    day = {
        f"#{name}": when
        for name, when in zip(
            texts(root, "//akn:eventRef/@eId"), texts(root, "//akn:eventRef/@date"), strict=True
        )
    }
    assert [day[one] for one in texts(root, f"{group}/@start")] == ["2021-06-05", "2023-06-01"]
    assert [day[one] for one in texts(root, f"{group}/@end")] == ["2023-01-01"]


def test_what_is_not_known_is_not_said() -> None:
    unknown = replace(BY, adopted=None, in_force_from=None, ground="unknown")
    root = parsed(Document(WHOLE, modifications=(unknown, replace(BY, source=None))))
    assert texts(root, "akn:act/akn:meta//akn:FRBRWork/akn:FRBRdate/@name") == ["unknown"]
    assert texts(root, "//akn:textualMod/akn:source/@href") == [BY.source]
    assert not texts(root, "//akn:textualMod/akn:force")
    assert not texts(root, "//akn:temporalData | //akn:lifecycle")
    assert not texts(root, "//@period")


@pytest.mark.parametrize(
    ("label", "day", "name"),
    [
        ("2021-05-24", "2021-05-24", "edition label"),
        ("1998", "1998-01-01", "year of the edition label"),
        ("undated", "0001-01-01", "unknown"),
    ],
)
def test_an_edition_label_is_told_as_exactly_as_it_is(label: str, day: str, name: str) -> None:
    root = parsed(replace(WHOLE, label=EditionLabel.parse(label)))
    assert texts(root, "//akn:act/akn:meta//akn:FRBRExpression/akn:FRBRdate/@date") == [day]
    assert texts(root, "//akn:act/akn:meta//akn:FRBRExpression/akn:FRBRdate/@name") == [name]
    assert texts(root, "//akn:act/akn:meta//akn:FRBRExpression/akn:FRBRuri/@value") == [
        f"/akn/kz/act/1999/Z990000777_/rus@{label}"
    ]


def test_where_a_text_was_read_and_how_much_of_it_is_held_is_told_in_our_own_words() -> None:
    held = Holding(HoldingKind.PARTS, ("ch_1",))
    root = parsed(replace(KNOWN, edition=replace(WHOLE, holding=held, sample=True)))
    assert texts(root, "//nusqa:origin/@snapshot-sha256") == ["ab" * 32]
    assert texts(root, "//nusqa:origin/@parser-version") == ["7"]
    assert texts(root, "//nusqa:holding/@kind") == ["parts"]
    assert texts(root, "//nusqa:part/@key") == ["ch_1"]
    assert "not official text" in texts(root, "//nusqa:use/@warning")[0]


def test_an_article_alone_is_a_portion_of_its_edition_with_its_own_history() -> None:
    other = replace(BY, key="art_9")
    seven = WHOLE.by_key["art_7"]
    written = write_article(replace(KNOWN, modifications=(BY, other)), seven)
    assert faults(written) == []
    alone, found = read_article(written)
    assert found == seven
    assert (alone.ngr, alone.label) == (WHOLE.ngr, WHOLE.label)
    assert written.count(b"<textualMod") == 1
    assert b'includedIn="/akn/kz/act/1999/Z990000777_/rus@2021-05-24"' in written


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<a",
        b"<a/>",
        write_article(KNOWN, article("1")),
        write_edition(Document(edition())).replace(b"nusqa:edition", b"nusqa:edit"),
        write_edition(Document(edition())).replace(b'label="2021-05-24"', b'label="soon"'),
    ],
)
def test_a_file_that_is_no_edition_of_ours_is_refused_in_words(document: bytes) -> None:
    with pytest.raises(NotAkomaNtoso) as refused:
        read_edition(document)
    assert str(refused.value)
