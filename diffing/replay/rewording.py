"""Units that get new wording: headings, articles, chapters, points, parts, indents, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.addresses import UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.instructions.operations import NewLine, Operation, Path, path_words
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    Edition,
    Language,
)
from corpus.structure.headings import recognise
from corpus.structure.lines import Line, Role
from corpus.structure.paragraphs import numbered
from corpus.structure.vocabulary import VOCABULARIES
from diffing.replay.locating import Place, article_at, begins_part, division_at, place_at
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.wording import blocks_of, content_of, rekeyed, with_article, with_blocks

_BLOCKS = {UnitKind.POINT: BlockKind.POINT, UnitKind.SUBPOINT: BlockKind.SUBPOINT}
_ONE_BY_ONE = DIVISIONS | {UnitKind.HEADING, UnitKind.APPENDIX, UnitKind.PREAMBLE}
_Result = tuple[Edition, tuple[str, ...]]


def reworded(edition: Edition, operation: Operation) -> _Result:
    """The edition with the units' new wording, and the keys it touched. Raises Refused."""
    path = operation.targets[0]
    if not path:
        return _whole_act(edition, operation)
    last = path[-1].kind
    if any(not other or other[-1].kind is not last for other in operation.targets):
        raise Refused(Refusal.UNSUPPORTED, _several(operation, "units of several kinds"))
    if len(operation.targets) > 1 and last in _ONE_BY_ONE:
        raise Refused(Refusal.UNSUPPORTED, _several(operation, "several headings or chapters"))
    if last is UnitKind.HEADING:
        return _heading(edition, path, operation.content)
    if last in DIVISIONS:
        return _division(edition, path, operation.content)
    if last is UnitKind.APPENDIX:
        raise Refused(Refusal.UNSUPPORTED, "a whole appendix in new wording")
    if last in {UnitKind.ARTICLE, UnitKind.PREAMBLE} or _is_top_point(edition, path):
        return _articles(edition, operation)
    return _inside(edition, operation)


def _several(operation: Operation, what: str) -> str:
    return f"one wording for {what}: {', '.join(map(path_words, operation.targets))}"


def _is_top_point(edition: Edition, path: Path) -> bool:
    article, rest = article_at(edition, path)
    return not rest and article.kind is ArticleKind.POINT


def _whole_act(edition: Edition, operation: Operation) -> _Result:
    content = content_of(operation.content, edition.language)
    if not any(isinstance(item, Article) for item in content):
        raise Refused(Refusal.UNSUPPORTED, "an act in new wording that has no article")
    kept = [item for item in edition.content if not isinstance(item, Article | Division)]
    keys = [item.key for item in content if isinstance(item, Article)]
    old = [article.key for article in edition.articles]
    return replace(edition, content=(*content, *kept)), tuple(dict.fromkeys(old + keys))


def _heading(edition: Edition, path: Path, lines: Sequence[NewLine]) -> _Result:
    if len(lines) != 1 or lines[0].rows:
        raise Refused(Refusal.UNSUPPORTED, f"a heading in several paragraphs: {path_words(path)}")
    text = " ".join(lines[0].text.split())
    words = VOCABULARIES[edition.language]
    read = recognise(Line(text, Role.HEADING), words)
    if len(path) == 1:
        return replace(edition, title=text), ()
    outer = path[-2]
    if read is not None and read.number != outer.number:
        raise Refused(Refusal.OTHER_NUMBERS, f"{text} for {path_words(path)}")
    if outer.kind in DIVISIONS | {UnitKind.APPENDIX}:
        division = division_at(edition, path[:-1])
        marker = _marker(division)
        printed = text if read is not None else f"{marker} {text}".strip()
        named = replace(division, heading=read.title if read else text, printed_heading=printed)
        content = tuple(
            named if isinstance(item, Division) and item.key == division.key else item
            for item in edition.content
        )
        return replace(edition, content=content), (division.key,)
    article, _ = article_at(edition, path[:-1])
    named_article = replace(article, heading=read.title if read else text)
    return with_article(edition, named_article), (article.key,)


def _marker(division: Division) -> str:
    """The number of a division as printed: what stands before its title."""
    printed = " ".join(division.printed_heading.split())
    title = " ".join(division.heading.split())
    return printed.removesuffix(title).strip() if title else printed


def _division(edition: Edition, path: Path, lines: Sequence[NewLine]) -> _Result:
    old = division_at(edition, path)
    new = [
        item for item in content_of(lines, edition.language) if isinstance(item, Article | Division)
    ]
    if not new or not isinstance(new[0], Division) or new[0].number != old.number:
        raise Refused(Refusal.OTHER_NUMBERS, f"the new wording of {path_words(path)}")
    around = _around(edition, old)
    fitted: list[Content] = [
        replace(item, divisions=(*around, *item.divisions)) if isinstance(item, Article) else item
        for item in new
    ]
    keys = [old.key]
    content: list[Content] = []
    for item in edition.content:
        if isinstance(item, Division) and item.key == old.key:
            content += fitted
        elif isinstance(item, Article) and old.key in item.divisions:
            keys.append(item.key)
        else:
            content.append(item)
    keys += [item.key for item in new]
    return replace(edition, content=tuple(content)), tuple(dict.fromkeys(keys))


def _around(edition: Edition, division: Division) -> tuple[str, ...]:
    """The divisions that hold a division, as its articles tell."""
    for article in edition.articles:
        if division.key in article.divisions:
            return article.divisions[: article.divisions.index(division.key)]
    return ()


def _articles(edition: Edition, operation: Operation) -> _Result:
    """Whole articles or top-level points, each in the place of the one with its number."""
    found = [article_at(edition, path) for path in operation.targets]
    if any(rest for _, rest in found):
        raise Refused(Refusal.UNSUPPORTED, _several(operation, "units of several kinds"))
    targets = [article for article, _ in found]
    if len(targets) == 1 and targets[0].kind is ArticleKind.PREAMBLE:
        new = {
            targets[0].key: Article(
                targets[0].kind, "", body=blocks_of(operation.content, edition.language)
            )
        }
    else:
        parsed = content_of(operation.content, edition.language)
        read = [item for item in parsed if isinstance(item, Article)]
        new = {}
        for article in read:
            match = next((one for one in targets if one.number == article.number), None)
            if match is not None:
                new[match.key] = article
        if len(read) != len(targets) or len(new) != len(targets):
            words = ", ".join(map(path_words, operation.targets))
            raise Refused(Refusal.OTHER_NUMBERS, f"the new wording of {words}")
    for target in targets:
        read_article = new[target.key]
        article = replace(
            target,
            marker=read_article.marker or target.marker,
            heading=read_article.heading,
            body=(*read_article.body, *target.notes),
            notes_before=(),
        )
        edition = with_article(edition, rekeyed(article, edition.language))
    return edition, tuple(target.key for target in targets)


def _inside(edition: Edition, operation: Operation) -> _Result:
    """Units inside articles; of several, each gets its share of the new paragraphs."""
    shares = _shares(operation, edition.language)
    touched = []
    for path, blocks in zip(operation.targets, shares, strict=True):
        place = place_at(edition, path)
        article = _with_place(place, blocks, path)
        edition = with_article(edition, rekeyed(article, edition.language))
        touched.append(article.key)
    return edition, tuple(dict.fromkeys(touched))


def _shares(operation: Operation, language: Language) -> list[tuple[Block, ...]]:
    """The new paragraphs unit by unit. Raises Refused where they are not the units named."""
    blocks = blocks_of(operation.content, language)
    units = [path[-1] for path in operation.targets]
    words = ", ".join(map(path_words, operation.targets))
    kind = units[0].kind
    if kind in _BLOCKS:
        starts = [
            at
            for at, block in enumerate(blocks)
            if block.kind is _BLOCKS[kind] and not block.quoted
        ]
        numbers = [blocks[at].number for at in starts]
        if numbers != [unit.number for unit in units] or starts[0] != 0:
            raise Refused(Refusal.OTHER_NUMBERS, f"{', '.join(numbers) or 'none'} for {words}")
    elif len(units) == 1:
        return [blocks]
    elif kind is UnitKind.PART:
        starts = [at for at in range(len(blocks)) if at == 0 or begins_part(blocks, at)]
    else:
        starts = list(range(len(blocks)))
    if len(starts) != len(units):
        raise Refused(Refusal.OTHER_NUMBERS, f"{len(starts)} new units for {words}")
    return [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]


def _with_place(place: Place, blocks: tuple[Block, ...], path: Path) -> Article:
    if place.span is not None:
        if len(blocks) != 1:
            raise Refused(Refusal.UNSUPPORTED, f"a sentence in paragraphs: {path_words(path)}")
        old = place.blocks[0]
        text = old.text[: place.span[0]] + blocks[0].printed + old.text[place.span[1] :]
        return with_blocks(place.article, place.first, place.end, [replace(old, text=text)])
    blocks = _with_marker(place, blocks, path)
    return with_blocks(place.article, place.first, place.end, blocks)


def _with_marker(place: Place, blocks: tuple[Block, ...], path: Path) -> tuple[Block, ...]:
    """The first part or indent of a numbered unit keeps the number where the wording has none."""
    old = place.blocks[0] if place.blocks else None
    if place.unit not in {UnitKind.PART, UnitKind.INDENT} or old is None or not old.marker:
        return blocks
    read = numbered(blocks[0].printed)
    if read is None:
        kept = replace(old, text=blocks[0].text)
        return (kept, *blocks[1:])
    if read.number != old.number:
        raise Refused(Refusal.OTHER_NUMBERS, f"{read.marker} for {path_words(path)}")
    return blocks
