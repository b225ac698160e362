"""What holds of every note: nothing is lost, nothing is guessed, nothing raises."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.amendments import Verb
from corpus.law import Footnote, Language
from corpus.notes import Standing, note_reading
from tests.corpus.notes.writing import WrittenAct, acts, written_note

LANGUAGES = st.sampled_from(list(Language))
VOCABULARY = """
    Сноска. Ескерту. Footnote. статья 5 пункт 2) 3-бап тармақ от of с до № N No. 41-VII 24.05.2021
    31.02.2021 ( ) ; , . « » " Законом РК в редакции исключен дополнен статьей см. ст. Заңымен
    өзгеріс енгізілді қараңыз бастап as amended see Article май 2021 года вводится в действие
    III-бап екінші бөлігі заголовок тексту слова заменены приостановлено соответствии порядок
"""
WORDS = st.sampled_from(VOCABULARY.split())


@st.composite
def lists(draw: st.DrawFn) -> tuple[Language, list[WrittenAct]]:
    language = draw(LANGUAGES)
    return language, draw(st.lists(acts(language), min_size=1, max_size=7))


def seconds(words: str) -> float:
    """How long a note is read: the best of three, for others' garbage may fall into one."""
    spent = []
    for _ in range(3):
        began = time.thread_time()
        note_reading(Footnote(words), Language.RU, Standing("art_5"))
        spent.append(time.thread_time() - began)
    return min(spent)


def test_a_note_of_any_length_is_read_in_time_that_grows_with_it() -> None:
    for piece in (
        "(",
        "№",
        "№ ",
        "№ 1-1.1",
        "1-ші ",
        "1, ",
        "\n",
        "от ",
        '" ',
        "« ",
        "24.05.2021 № 1 (",
        "1-",
        "ст. 1 и ",
    ):
        assert seconds(piece * 8_000) < 15 * max(seconds(piece * 2_000), 0.05), piece


@given(lists())
def test_every_act_of_a_well_formed_list_is_read_with_its_own_clause(
    written: tuple[Language, list[WrittenAct]],
) -> None:
    language, listed = written
    reading = note_reading(Footnote(written_note(listed, language)), language, Standing("art_5"))
    assert [
        (one.act.adopted, one.act.number, replace(one.clause, quote=""))
        for one in reading.amendments
    ] == [(act.adopted, act.number, act.clause) for act in listed]
    assert {one.verb for one in reading.amendments} == {Verb.AMENDED}
    assert {one.target.block_key for one in reading.amendments} == {"art_5"}
    assert {one.act.form for one in reading.amendments} == {"law"}
    assert reading.remarks == ()


@given(lists(), st.data())
def test_a_note_cut_anywhere_names_only_acts_of_the_whole_note(
    written: tuple[Language, list[WrittenAct]], data: st.DataObject
) -> None:
    language, listed = written
    whole = written_note(listed, language)
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    known = {act.adopted for act in listed}
    read = note_reading(Footnote(cut), language, Standing("art_5")).amendments
    certain = [one.act for one in read if one.act.adopted and one.act.number]
    assert [act.adopted for act in certain if act.adopted not in known] == []
    assert len(certain) <= len(listed)


@given(st.text(max_size=300) | st.lists(WORDS, max_size=40).map(" ".join), LANGUAGES)
def test_whatever_stands_in_a_note_it_is_read_and_its_words_are_its_own(
    text: str, language: Language
) -> None:
    in_one_line = " ".join(text.split())
    for one in note_reading(Footnote(text), language, Standing("art_5")).amendments:
        assert one.quote in in_one_line
        assert all(word in in_one_line for word in one.clause.quote.split())
        assert one.act.adopted_as_written in text.replace("\u00a0", " ")


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), LANGUAGES)
def test_a_note_that_says_something_gives_an_amendment_or_a_remark(
    text: str, language: Language
) -> None:
    reading = note_reading(Footnote(text), language, Standing("art_5"))
    if any(word.isalpha() and not word.startswith(("Сноска", "Ескерту")) for word in text.split()):
        assert reading.amendments or reading.remarks
