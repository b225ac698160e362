"""One article in Russian and in Kazakh: points, paragraphs and numbers that do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.keys import SEPARATOR
from corpus.law import Article, ArticleKind, Block, Language
from diffing.classify import has_wording
from diffing.languages.agreement import Differing, Placed, alone, contradictions, matched
from diffing.languages.disagreements import Disagreement, DisagreementKind, Side
from diffing.languages.layout import BothLayouts, laid_beside
from diffing.languages.paragraphs import Bead, Marks, runs
from diffing.languages.reading import read

HEADING = "heading"
"""The block key of an article's heading."""
_FEWEST_LETTERS = 15
"""Of a paragraph whose absence is told: a dash or «1.» is none."""
_CELLS = str.maketrans("\t\n", ";;")


@dataclass(frozen=True)
class ComparedArticle:
    """What two versions of one article disagree on, and how many numbers agree."""

    disagreements: tuple[Disagreement, ...]
    agreed: int


def compare_articles(russian: Article, kazakh: Article, ratio: float) -> ComparedArticle:
    """Where an article's two languages disagree.

    `ratio` is how many letters of Kazakh one letter of Russian becomes in these texts.
    """
    paired = laid_beside(russian, kazakh, ratio, _marks)
    differing, agreed = _numbers(russian, kazakh, paired.beads)
    key, heading = russian.key, russian.printed_heading
    found = [
        *_lost_points(russian, kazakh, paired),
        *(
            _lost(DisagreementKind.PARAGRAPH, russian, Language.KK, bead.kazakh)
            if bead.kazakh
            else _lost(DisagreementKind.PARAGRAPH, russian, Language.RU, bead.russian)
            for bead in paired.beads
            if _is_lost(bead)
        ),
        *(Disagreement.of_number(key, heading, one) for one in differing),
    ]
    places = _places(russian, kazakh)
    last = len(places)
    found.sort(key=lambda one: places.get((one.russian or one.kazakh or Side("")).block, last))
    return ComparedArticle(tuple(found), agreed)


def _lost_points(russian: Article, kazakh: Article, paired: BothLayouts) -> Iterator[Disagreement]:
    if paired.unnumbered is not None:
        numbered = kazakh if paired.unnumbered is Language.RU else russian
        language = Language.KK if paired.unnumbered is Language.RU else Language.RU
        markers = " ".join(run.blocks[0].marker for run in runs(numbered)[1:])
        block = Block(runs(numbered)[1].blocks[0].kind, markers, key=runs(numbered)[1].key)
        yield _lost(DisagreementKind.POINT, russian, language, (block,))
    keys = {(language, run.key) for language, run in paired.lost}
    for language, run in paired.lost:
        inside_another = any(
            one is language and run.key.startswith(key + SEPARATOR) for one, key in keys
        )
        if not inside_another and says_something(run.blocks):
            yield _lost(DisagreementKind.POINT, russian, language, run.blocks[:1])


def _lost(
    kind: DisagreementKind, article: Article, language: Language, blocks: Sequence[Block]
) -> Disagreement:
    """What only one language has."""
    side = Side.quoting(" ".join(block.printed for block in blocks), blocks[0].key)
    return Disagreement(
        kind,
        article.key,
        article.printed_heading,
        side if language is Language.RU else None,
        side if language is Language.KK else None,
    )


def _is_lost(bead: Bead) -> bool:
    """Whether a bead is a paragraph, long enough to tell, that one language lacks."""
    blocks = bead.russian or bead.kazakh
    if (bead.russian and bead.kazakh) or bead.inside:
        return False
    return sum(len(block.text) for block in blocks) >= _FEWEST_LETTERS and says_something(blocks)


def says_something(blocks: Iterable[Block]) -> bool:
    """Whether paragraphs have a wording; «исключен» has none."""
    return any(has_wording(_alone(block)) for block in blocks)


def _alone(block: Block) -> Article:
    return Article(kind=ArticleKind.ARTICLE, key="", body=(block,))


def _numbers(
    russian: Article, kazakh: Article, paired: Sequence[Bead]
) -> tuple[list[Differing], int]:
    """The numbers that disagree, and how many agree.

    Kazakh says the verb last: what Russian says before a list may stand behind it in Kazakh. So
    what finds no partner in its own paragraph may find it in the point around it or inside it.
    """
    found: list[Differing] = []
    left: list[Placed] = []
    right: list[Placed] = []
    agreed = 0
    texts = [
        (
            _readings(bead.russian, bead.run, Language.RU),
            _readings(bead.kazakh, bead.run, Language.KK),
        )
        for bead in paired
        if not _is_lost(bead)
    ]
    if russian.heading and kazakh.heading:
        texts.append(
            (in_heading(russian.heading, Language.RU), in_heading(kazakh.heading, Language.KK))
        )
    for one, other in texts:
        remainder = matched(one, other)
        agreed += remainder.agreed
        contradicting, remainder = contradictions(remainder)
        found += contradicting
        left += remainder.russian
        right += remainder.kazakh
    rest = matched(left, right, _are_related)
    return [*found, *alone(rest)], agreed + rest.agreed


def _marks(block: Block, language: Language) -> Marks:
    return Counter(
        (placed.reading.unit, placed.reading.value)
        for placed in _readings((block,), "", language)
        if placed.reading.certain
    )


def _readings(blocks: Sequence[Block], run: str, language: Language) -> list[Placed]:
    return [
        Placed(reading, block.key or run, run)
        for block in blocks
        if says_something((block,))  # «(исключен - Законом от … N …)» is a remark
        for reading in read(block.text.translate(_CELLS) if block.rows else block.text, language)
    ]


def in_heading(heading: str, language: Language) -> list[Placed]:
    """What is read in a heading, of an article or of a division."""
    return [Placed(reading, HEADING, HEADING) for reading in read(heading, language)]


def _are_related(one: Placed, other: Placed) -> bool:
    """Whether one place is the other, or around it, or inside it."""
    if HEADING in {one.run, other.run}:
        return one.run == other.run
    shorter, longer = sorted((one.run, other.run), key=len)
    return not shorter or shorter == longer or longer.startswith(shorter + SEPARATOR)


def _places(russian: Article, kazakh: Article) -> dict[str, int]:
    """The order of the blocks by key; keys that only one language has stand beside their like."""
    order = {HEADING: -1, "": 0}
    for article in (russian, kazakh):
        for place, block in enumerate(article.blocks):
            order.setdefault(block.key, place)
    return order
