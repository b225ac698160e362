"""Any edition at all, for property tests: every kind of value, odd characters, empty fields."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from corpus.law import (
    ActStatus,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Cause,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    Link,
    Matter,
    MatterKind,
)

# What a page can hold: no lone surrogates, no NUL (the gates refuse both).
WORDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12
) | st.sampled_from(["Статья 1.", "Қазақстан i", "№ 148", '"a"\\', "two\nlines", "a\tb", "\u2028"])
NUMBERS = st.sampled_from(["", "1", "2", "20-1", "113-11", "XIII"])
KEYS = st.sampled_from(["art_1", "art_2", "art_20-1", "app_1__p_13", "preamble", "ch_13-1", "ы"])
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))

LINKS = st.builds(Link, WORDS, WORDS)
FOOTNOTES = st.builds(Footnote, WORDS, st.lists(LINKS, max_size=2).map(tuple))
NOTES = st.lists(FOOTNOTES, max_size=2).map(tuple)
ROWS = st.lists(st.lists(WORDS, max_size=2).map(tuple), max_size=2).map(tuple)
BLOCKS = st.builds(
    Block, st.sampled_from(BlockKind), WORDS, NUMBERS, WORDS, KEYS, st.booleans(), ROWS
)
ARTICLES = st.builds(
    Article,
    kind=st.sampled_from(ArticleKind),
    key=KEYS,
    number=NUMBERS,
    marker=WORDS,
    heading=WORDS,
    body=st.lists(BLOCKS | FOOTNOTES, max_size=4).map(tuple),
    divisions=st.lists(KEYS, max_size=2).map(tuple),
    notes_before=NOTES,
    anchor=st.none() | WORDS,
)
DIVISIONS = st.builds(
    Division,
    kind=st.sampled_from(DivisionKind),
    key=KEYS,
    number=NUMBERS,
    heading=WORDS,
    printed_heading=WORDS,
    notes_before=NOTES,
    notes_after=NOTES,
)
MATTERS = st.builds(Matter, st.sampled_from(MatterKind), st.lists(WORDS, max_size=3).map(tuple))
LABELS = st.one_of(
    DAYS.map(EditionLabel.on),
    st.integers(1990, 2030).map(lambda year: EditionLabel.parse(str(year))),
    st.just(EditionLabel.parse("undated")),
)
CAUSES = st.builds(Cause, st.none() | WORDS, st.none() | WORDS, st.none() | st.integers(1, 300_000))
EDITIONS = st.builds(
    Edition,
    ngr=st.sampled_from(["Z950002464_", "G25SB03117M"]),
    language=st.sampled_from(Language),
    label=LABELS,
    title=WORDS,
    content=st.lists(ARTICLES | DIVISIONS | MATTERS | FOOTNOTES, max_size=6).map(tuple),
    requisites=WORDS,
    status=st.sampled_from(ActStatus),
    holding=st.builds(Holding, st.sampled_from(HoldingKind), st.lists(KEYS, max_size=2).map(tuple)),
    known_on=st.none() | DAYS,
    cause=st.none() | CAUSES,
    sample=st.booleans(),
)
