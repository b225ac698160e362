"""Rule books about a garden: small acts of our own words, and what an alignment says of them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.correspondences import CuratedPair
from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    Language,
)
from corpus.search.words.analysis import Analyser
from diffing.correspondence.correspond import correspond
from diffing.correspondence.relation import Correspondence, Correspondences
from diffing.correspondence.selection import Selection
from tests.diffing.making import edition

ANALYSER = Analyser()

DECREE = "U990000001_"
LATER_DECREE = "U130000002_"
LAW = "Z210000003_"

APPLES = "Садовник сажает яблони весной и поливает их каждое утро до жары."
GATE = "Сторож запирает ворота на ночь и ведёт журнал посещений."
HARVEST = "Урожай взвешивают на общих весах, запись вносят в амбарную книгу."
BEES = "Пчеловод ставит ульи не ближе двухсот шагов от тропы."
POND = "Воду из пруда берут по очереди, которую вывешивают у колодца."
TREASURER = "Собрание соседей выбирает казначея на два года поднятием рук."
FENCE = "Взнос на починку изгороди собирает казначей до первого июня."
BOUNDS = "Споры о межах решает землемер с двумя свидетелями."
RULES = (APPLES, GATE, HARVEST, BEES, POND, TREASURER, FENCE, BOUNDS)


def paragraph(text: str, key: str = "part_1") -> Block:
    return Block(BlockKind.PART, text, key=key)


def numbered(number: str, text: str, *under: Block) -> tuple[Block, ...]:
    """A point inside an article, with what stands under it."""
    return (Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}"), *under)


def item(point: str, number: str, text: str) -> Block:
    """A subpoint of a point, or of an article where the point is empty."""
    key = f"{point}__sp_{number}" if point else f"sp_{number}"
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", key)


def rule(number: int | str, *body: Block | Footnote | str) -> Article:
    """A decree's point."""
    parts = [paragraph(one) if isinstance(one, str) else one for one in body]
    return Article(ArticleKind.POINT, f"p_{number}", str(number), f"{number}.", body=tuple(parts))


def decree(
    *rules: str | Article,
    ngr: str = DECREE,
    label: str = "1999-01-01",
    language: Language = Language.RU,
    holding: Holding = WHOLE,
) -> Edition:
    """A decree whose points are the texts given, numbered from one, or the points given."""
    content = [
        rule(number, one) if isinstance(one, str) else one for number, one in enumerate(rules, 1)
    ]
    return edition(*content, ngr=ngr, label=label, language=language, holding=holding)


def later(*rules: str | Article, label: str = "2013-01-01") -> Edition:
    """Another decree."""
    return decree(*rules, ngr=LATER_DECREE, label=label)


def article(
    number: str,
    *body: Block | Footnote | str | tuple[Block, ...],
    heading: str = "Сад",
    divisions: tuple[str, ...] = (),
) -> Article:
    """An article of a law; strings are its unnumbered parts."""
    blocks: list[Block | Footnote] = []
    for one in body:
        if isinstance(one, str):
            blocks.append(paragraph(one, f"part_{len(blocks) + 1}"))
        elif isinstance(one, tuple):
            blocks += one
        else:
            blocks.append(one)
    return Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        number,
        f"Статья {number}.",
        heading,
        tuple(blocks),
        divisions,
    )


def law(
    *content: Content, label: str = "2021-01-01", ngr: str = LAW, holding: Holding = WHOLE
) -> Edition:
    return edition(*content, ngr=ngr, label=label, holding=holding)


def points(*texts: str) -> tuple[Block, ...]:
    """Points of an article, numbered from one."""
    return tuple(block for n, text in enumerate(texts, 1) for block in numbered(str(n), text))


def align(
    old: Edition | Selection | Sequence[Selection],
    new: Edition | Selection | Sequence[Selection],
    curated: Sequence[CuratedPair] = (),
) -> Correspondences:
    return correspond(_selections(old), _selections(new), curated, ANALYSER)


def _selections(side: Edition | Selection | Sequence[Selection]) -> Sequence[Selection]:
    if isinstance(side, Edition):
        return [Selection(side)]
    return [side] if isinstance(side, Selection) else side


Row = tuple[str, str, str]


def row(one: Correspondence) -> Row:
    """A correspondence in short: relation, old keys, new keys."""
    old, new = (" ".join(rule.key for rule in side) for side in (one.old, one.new))
    return str(one.relation), old, new


def rows(found: Correspondences | Sequence[Correspondence]) -> list[Row]:
    items = found.items if isinstance(found, Correspondences) else found
    return [row(one) for one in items]


def only(found: Correspondences) -> Correspondence:
    (one,) = found.items
    return one


def day(text: str) -> EditionLabel:
    return EditionLabel.parse(text)
