"""English plain text."""

from __future__ import annotations

import pytest

from corpus.law import Language
from corpus.structure.lines import Line, Role
from crawler.registries import plain
from crawler.registries.pages import Format
from crawler.registries.refusals import EmptyBody, WrongLanguage
from tests.crawler.registries.saved import of, page, source, squeezed, the, words

BODY = page("plain/act.eng.txt")
KNOWN = source(language=Language.EN, format=Format.PLAIN_TEXT, title="On Invented Councils")


def test_a_section_and_the_title_below_it_are_one_heading() -> None:
    assert the(plain.lines_of(BODY), "Section I").text == "Section I\nGeneral Words"


def test_articles_are_headings_and_sentences_about_them_are_not() -> None:
    lines = plain.lines_of(BODY)
    assert of(lines, Role.HEADING)[1:] == ["Article 1", "Article 2. Clerks"]
    assert the(lines, "Article 2 is short.").role is Role.TEXT


def test_footnotes_with_either_mark_are_notes_and_a_legal_note_is_not() -> None:
    lines = plain.lines_of(BODY)
    assert of(lines, Role.NOTE) == [
        "Footnote: See Resolution No. 18.",
        "Footnote. Article 1 as amended by Law No. 11.",
    ]
    assert the(lines, "Note.") == Line("Note. The bell rings twice.")


def test_no_word_is_lost() -> None:
    assert words(plain.lines_of(BODY)) == squeezed(BODY.decode())


def test_the_title_is_what_the_source_knows() -> None:
    edition = plain.read_edition([BODY], KNOWN)
    assert edition.title == "On Invented Councils"
    assert [article.key for article in edition.articles] == ["preamble", "art_1", "art_2"]


def test_a_text_in_another_language_or_an_empty_one_is_refused() -> None:
    with pytest.raises(WrongLanguage):
        plain.read_edition([BODY], source())
    with pytest.raises(EmptyBody):
        plain.read_edition([b""], KNOWN)
