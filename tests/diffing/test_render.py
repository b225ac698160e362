"""Redlines for people."""

import re
from html import unescape

from hypothesis import given

from corpus.law import Article
from diffing.redline import redline
from diffing.render import lines, redline_html, text_html
from diffing.words import compare_words
from tests.diffing.making import article, articles, drawn, point, table, texts


def test_what_went_and_came_is_marked_and_everything_is_escaped() -> None:
    assert (
        text_html(compare_words("срок <5 & дней", "срок <b> & дней"))
        == "срок &lt;<del>5</del><ins>b&gt;</ins> &amp; дней"
    )


def test_an_article_is_a_heading_and_a_paragraph_a_block() -> None:
    old = article("5", point("1", "Аким избирается."))
    new = article("5", point("1", "Аким избирается."), point("2", "Срок четыре года."))
    assert redline_html(redline(old, new)) == (
        "<h3>Статья 5. Выборы</h3>\n"
        '<p class="point">1. Аким избирается.</p>\n'
        '<p class="point"><ins>2. Срок четыре года.</ins></p>'
    )


def test_a_new_number_before_the_same_words_marks_only_the_number() -> None:
    old, new = article("5", point("1", "Текст.")), article("5", point("2", "Текст."))
    assert '<p class="point"><del>1.</del><ins>2.</ins> Текст.</p>' in redline_html(
        redline(old, new)
    )


def test_a_table_is_a_table() -> None:
    old, new = article("5", table(("а", "б"))), article("5", table(("а", "в"), ("г", "д")))
    assert (
        '<table class="table"><tbody><tr><td>а</td><td><del>б</del><ins>в</ins></td></tr>'
        "<tr><td><ins>г</ins></td><td><ins>д</ins></td></tr></tbody></table>"
    ) in redline_html(redline(old, new))


def test_lines_tell_whether_they_changed() -> None:
    old = article("5", point("1", "Текст."), table(("а", "б")))
    new = article("5", point("1", "Текст."), table(("а", "в")))
    assert [(drawn(line), line.changed) for line in lines(redline(old, new))] == [
        ("Статья 5. Выборы", False),
        ("1. Текст.", False),
        ("а\t[-б-]{+в+}", True),
    ]


@given(texts, texts)
def test_the_html_without_what_came_is_the_old_text_and_without_what_went_the_new(
    old: str, new: str
) -> None:
    html = text_html(compare_words(old, new))
    assert read_back(html, "ins") == old
    assert read_back(html, "del") == new


def read_back(html: str, left_out: str) -> str:
    without = re.sub(f"<{left_out}>.*?</{left_out}>", "", html, flags=re.DOTALL)
    return unescape(re.sub("</?(?:ins|del)>", "", without))


@given(articles, articles)
def test_the_html_of_an_article_is_well_formed(old: Article, new: Article) -> None:
    html = redline_html(redline(old, new))
    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)(?: [^>]*)?>", html):
        if closing:
            assert open_tags.pop() == tag
        else:
            open_tags.append(tag)
    assert open_tags == []
    assert "<" not in re.sub(r"<(/?)(\w+)(?: class=\"\w+\")?>", "", html)


SENTENCE = "Комиссия назначает выборы за сорок дней до их проведения."
OTHER = "Голоса считают члены комиссии в присутствии всех наблюдателей."


def test_what_moved_is_marked_at_both_places_with_its_number() -> None:
    old = article("5", point("1", SENTENCE), point("2", OTHER), point("3", "Срок год."))
    new = article("5", point("1", OTHER), point("2", "Срок год."), point("4", SENTENCE))
    html = redline_html(redline(old, new))
    assert f'<p class="point"><del class="moved">1. {SENTENCE}</del></p>' in html
    assert f'<p class="point"><ins class="moved">4. {SENTENCE}</ins></p>' in html
