"""Any edition at all: odd characters, keys twice, everything in any order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from corpus.law import Article, Block, BlockKind, Edition, EditionLabel, Language
from tests.corpus.store import strategies

HOSTILE = st.sampled_from(
    ["<script>", "]]>", "&amp;", "&#0;", "\x00\x01\x1f", "\r\n", "\\1f;", "\ufffe", "\ud800", " "]
)
WORDS = strategies.WORDS | HOSTILE
KEYS = st.sampled_from(["", "p_1", "p_1__sp_2", "p_1__sp_2__part_1", "p_1__sp_20-1", "ы ю", "al_1"])
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    WORDS,
    strategies.NUMBERS,
    WORDS,
    KEYS,
    st.booleans(),
    st.just(()) | strategies.ROWS,
    st.booleans(),
)


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    article = draw(strategies.ARTICLES)
    body = draw(st.lists(BLOCKS | strategies.FOOTNOTES, max_size=6))
    return replace(article, body=tuple(body), heading=draw(WORDS))


ARTICLES = _articles()
EDITIONS = st.builds(
    Edition,
    ngr=st.sampled_from(["Z950002464_", "G25SB03117M", "ы/..&"]),
    language=st.sampled_from(Language),
    label=st.sampled_from(list(map(EditionLabel.parse, ("1998-05-08", "1998", "undated")))),
    title=WORDS,
    content=st.lists(
        ARTICLES | strategies.DIVISIONS | strategies.MATTERS | strategies.FOOTNOTES, max_size=6
    ).map(tuple),
    requisites=WORDS,
)
