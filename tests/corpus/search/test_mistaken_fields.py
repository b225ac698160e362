"""What looks like a field and is none is read as words, and that is told with the nearest field."""

from __future__ import annotations

import pytest

from corpus.search.querying.ignored import Reason
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.tree import AllOf, Not, Phrase, Words
from corpus.search.words.analysis import Analyser


@pytest.mark.parametrize(
    ("text", "root", "name", "instead"),
    [
        ("headng:выборы", Words(("headng", "выборы")), "headng:", "heading:"),
        ("загаловок:выборы", Words(("загаловок", "выборы")), "загаловок:", "заголовок:"),
        ("стутус: село", AllOf((Words(("стутус",)), Words(("село",)))), "стутус:", "статус:"),
        ("foo:bar", Words(("foo", "bar")), "foo:", ""),
        ("-foo:bar", Not(Words(("foo", "bar"))), "foo:", ""),
        ('foo:"село"', AllOf((Words(("foo",)), Phrase(("село",)))), "foo:", ""),
        ("foo:(село)", AllOf((Words(("foo",)), Words(("село",)))), "foo:", ""),
    ],
)
def test_it_is_told_and_its_words_are_looked_for(
    text: str, root: object, name: str, instead: str
) -> None:
    parsed = parse_query(text, Analyser().words)
    assert parsed.root == root
    (told,) = parsed.ignored
    assert (told.reason, told.fragment, told.instead) == (Reason.UNKNOWN_FIELD, name, instead)
    assert str(told).endswith(f"(did you mean {instead})" if instead else name)


@pytest.mark.parametrize(
    "text",
    [
        *("18:00", "ст.113:2", "с 9:00 до 18:00", "в:г", "https://adilet.zan.kz/rus/docs"),
        *("Внимание: выборы", "порядок:\nаким", '"foo:bar"', "срок:"),
        *("закон:148", "Статья: 5", "ескерту:2018"),
    ],
)
def test_times_addresses_and_colons_of_a_sentence_are_no_fields(text: str) -> None:
    assert not parse_query(text, Analyser().words).ignored
