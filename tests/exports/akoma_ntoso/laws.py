"""A small act of our own with everything in it, and what Akoma Ntoso makes of it."""

from __future__ import annotations

from lxml import etree

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Language,
    Link,
    Matter,
    MatterKind,
)
from exports.akoma_ntoso import Document, write_edition
from tests.exports.akoma_ntoso.schema import faults

WITHIN = {
    "akn": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    "nusqa": "urn:x-nusqa:akn:1",
}
NOTE = Footnote(
    "Сноска. Статья 7 дополнена Законом № 41-VII.", (Link("№ 41-VII", "/rus/docs/Z2100000041"),)
)


def point(number: str, text: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}")


def subpoint(outer: str, number: str, text: str) -> Block:
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", f"p_{outer}__sp_{number}")


def article(number: str, *body: Block | Footnote, divisions: tuple[str, ...] = ()) -> Article:
    marker, heading = f"Статья {number}.", "О садах"
    key = f"art_{number}"
    return Article(ArticleKind.ARTICLE, key, number, marker, heading, body, divisions)


def edition(*content: Content, language: Language = Language.RU) -> Edition:
    label = EditionLabel.parse("2021-05-24")
    return Edition("Z990000777_", language, label, "О садах", content)


def chapter(number: str) -> Division:
    return Division(DivisionKind.CHAPTER, f"ch_{number}", number, "Сады", f"Глава {number}. Сады")


def appendix(key: str) -> Division:
    return Division(DivisionKind.APPENDIX, key, key[-1], "Правила полива", "Правила полива")


def rule(key: str, *divisions: str) -> Article:
    body = (Block(BlockKind.PART, "Поливают вечером.", key="part_1"),)
    number = key.rpartition("_")[2]
    marker = f"{number}."
    return Article(ArticleKind.POINT, key, number, marker, body=body, divisions=divisions)


WHOLE = edition(
    Matter(MatterKind.TITLE, ("О садах",)),
    NOTE,
    Article(
        ArticleKind.PREAMBLE,
        "preamble",
        body=(Block(BlockKind.PART, "Сады нужны всем.", key="part_1"),),
    ),
    chapter("1"),
    article(
        "7",
        point("1", "В саду растут:"),
        subpoint("1", "1", "яблони;"),
        subpoint("1", "2-1", "груши."),
        NOTE,
        point("2", "Сад поливают."),
        divisions=("ch_1",),
    ),
    Matter(MatterKind.SIGNATURE, ("Садовник",)),
    Matter(MatterKind.APPROVAL, ("Утверждены законом",)),
    appendix("app_1"),
    rule("app_1__p_1", "app_1"),
    appendix("app_1__app_1"),
    Article(
        ArticleKind.APPENDIX,
        "app_1__app_1__text",
        body=(
            Block(BlockKind.HEADING, "Журнал полива", key="heading_1"),
            Block(BlockKind.TABLE, "день\tведро", key="table_1", rows=(("день", "ведро"),)),
        ),
        divisions=("app_1", "app_1__app_1"),
    ),
)


def parsed(one: Edition | Document) -> etree._Element:
    """The document of an edition, which must be valid."""
    document = write_edition(one if isinstance(one, Document) else Document(one))
    assert faults(document) == []
    return etree.fromstring(document)


def texts(root: etree._Element, path: str) -> list[str]:
    """The texts of the elements, or the attributes' values, that a path finds."""
    found = root.xpath(path, namespaces=WITHIN)
    assert isinstance(found, list)
    return [one if isinstance(one, str) else "".join(one.itertext()) for one in found]
