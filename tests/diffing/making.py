"""Small ways to make articles and editions, by hand and by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from corpus.law import (
    WHOLE,
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
    Holding,
    Language,
)
from diffing.render import Line
from diffing.runs import Op, TextRedline

# Few different words, so that texts share some; and what real pages are full of.
WORDS = ["аким", "выборы", "округа", "сайлау", "әкім", "2-1", "10,5", "й", "№", "—", "«", "»", "VІ"]
SPACES = [" ", "\u00a0", "  ", "\n", ", ", ". ", ": ", ""]

texts = st.one_of(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=14).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    ),
    st.text(max_size=20),
)
rows = st.lists(st.lists(texts, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple)


def table(*cells: tuple[str, ...]) -> Block:
    return Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in cells), rows=cells)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    if draw(st.integers(0, 4)) == 0:
        return table(*draw(rows))
    number = draw(st.sampled_from(["", "", "1", "2", "2-1", "3"]))
    kind = draw(st.sampled_from([BlockKind.POINT, BlockKind.SUBPOINT, BlockKind.PART]))
    return Block(
        kind,
        draw(texts),
        number,
        draw(st.sampled_from([f"{number}.", f"{number})"])) if number else "",
        f"p_{number}" if number else "",
        draw(st.booleans()),
    )


articles = st.builds(
    Article,
    kind=st.just(ArticleKind.ARTICLE),
    key=st.just("art_5"),
    number=st.just("5"),
    marker=st.sampled_from(["Статья 5.", "5-бап."]),
    heading=texts,
    body=st.lists(blocks(), max_size=7).map(tuple),
)


def point(number: str, text: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}")


def subpoint(number: str, text: str) -> Block:
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", f"sp_{number}")


def part(text: str) -> Block:
    return Block(BlockKind.PART, text)


def article(
    number: str,
    *body: Block | Footnote | str,
    heading: str = "Выборы",
    divisions: tuple[str, ...] = ("ch_1",),
) -> Article:
    return Article(
        kind=ArticleKind.ARTICLE,
        key=f"art_{number}",
        number=number,
        marker=f"Статья {number}.",
        heading=heading,
        body=tuple(part(item) if isinstance(item, str) else item for item in body),
        divisions=divisions,
    )


def edition(
    *content: Content,
    label: str = "2020-01-01",
    ngr: str = "Z010000148_",
    language: Language = Language.RU,
    holding: Holding = WHOLE,
) -> Edition:
    return Edition(ngr, language, EditionLabel.parse(label), "О выборах", content, holding=holding)


def chapter(heading: str, key: str = "ch_1") -> Division:
    return Division(DivisionKind.CHAPTER, key, "1", heading, f"Глава 1. {heading}")


def drawn(line: Line | TextRedline) -> str:
    """A line as text: what went in [-…-], what came in {+…+}."""
    forms = {Op.KEEP: "%s", Op.DELETE: "[-%s-]", Op.INSERT: "{+%s+}"}
    return "".join(forms[run.op] % run.text for run in line.runs)
