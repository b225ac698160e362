"""Where words stand is told line by line as it is for the whole text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.search.words.letters import word_spans

analyser = Analyser()
texts = st.text(st.sampled_from("аБ \n\n-.")) | st.text()


@given(texts, st.data())
def test_rows_of_words_stand_where_their_first_begins_and_their_last_ends(
    text: str, data: st.DataObject
) -> None:
    spans = list(word_spans(text))
    places = st.integers(0, len(spans) - 1) if spans else st.nothing()
    pairs = data.draw(st.lists(st.tuples(places, places))) if spans else []
    rows = sorted((min(pair), max(pair), number) for number, pair in enumerate(pairs))
    placed = analyser.analysis(text, Language.RU).rows(rows)
    assert placed == [(spans[first][0], spans[last][1], number) for first, last, number in rows]


@given(st.text(st.sampled_from("аБ \n\n-.")), st.integers(-3, 30))
def test_the_nearest_word_is_found_in_another_line_too(text: str, offset: int) -> None:
    analysis = analyser.analysis(text, Language.RU)
    spans = list(word_spans(text))
    later = [start for start, _ in spans if start >= offset]
    sooner = [end for _, end in spans if end <= offset]
    assert analysis.first_start(offset) == (later[0] if later else None)
    assert analysis.last_end(offset) == (sooner[-1] if sooner else None)


def test_numbers_beside_a_range_are_cut_as_in_the_whole_text() -> None:
    text = "статья 113-3 и за 20-25 дней, 5-6\nлет; 25-20 дней"
    words = analyser.streams(text, Language.RU)[0]
    assert words == analyser.words(text)
    assert words[:7] == ["статья", "113-3", "и", "за", "20-25", "20", "25"]
