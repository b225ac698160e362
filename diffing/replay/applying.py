"""One operation applied to an edition: the edition after it, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.addresses import UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.instructions.operations import Kind, Operation, Path, path_words
from corpus.law import Article, Content, Division, Edition
from diffing.replay.adding import added
from diffing.replay.locating import Place, article_at, branch_of, division_at, place_at
from diffing.replay.refusing import Refusal, Refused
from diffing.replay.rewording import reworded
from diffing.replay.wording import rekeyed, with_article, with_blocks
from diffing.replay.words import (
    Edit,
    appended,
    deleted,
    inserted_after,
    inserted_before,
    occurrences,
    replaced,
)


@dataclass(frozen=True)
class Applied:
    """The edition after an operation, and the keys of the articles and divisions it touched."""

    edition: Edition
    touched: tuple[str, ...] = ()


_UNNUMBERED = {UnitKind.PART, UnitKind.INDENT}
_WORDS = {
    Kind.INSERT_AFTER,
    Kind.INSERT_BEFORE,
    Kind.REPLACE_WORDS,
    Kind.DELETE_WORDS,
}


def applied(edition: Edition, operation: Operation) -> Applied:
    """The edition after an operation. Raises Refused; then nothing has been done."""
    if operation.inflected:
        raise Refused(Refusal.INFLECTED, operation.words)
    if operation.kind in _WORDS:
        return _with_words(edition, operation)
    match operation.kind:
        case Kind.APPEND_WORDS:
            return _with_appended(edition, operation)
        case Kind.REWORD | Kind.TEMPORARY:
            return Applied(*reworded(edition, operation))
        case Kind.ADD:
            return Applied(*added(edition, operation))
        case Kind.DELETE:
            return _without_all(edition, operation.targets)
        case _:
            return Applied(edition)


def touched_by(edition: Edition, operation: Operation) -> tuple[str, ...]:
    """The keys of the articles and divisions that an operation is about, as far as they are found.

    For one that is refused as well.
    """
    keys: list[str] = []
    for path in operation.targets:
        for whole in [(*path, unit) for unit in operation.added] or [path]:
            keys += _key_of(edition, whole)
    return tuple(dict.fromkeys(keys))


def _key_of(edition: Edition, path: Path) -> list[str]:
    units = [unit for unit in path if unit.kind in {UnitKind.ARTICLE, UnitKind.PREAMBLE}]
    try:
        return [article_at(edition, path)[0].key]
    except Refused:
        pass
    try:
        return [division_at(edition, tuple(one for one in path if one.kind in _HOLDS)).key]
    except Refused:
        return [unit.key for unit in units]


_HOLDS = DIVISIONS | {UnitKind.APPENDIX}


def _with_words(edition: Edition, operation: Operation) -> Applied:
    path = operation.targets[0]
    hits: list[tuple[str, int | None]] = []
    articles = _scope(edition, path)
    for place in articles:
        for at in _texts(place, whole_act=not path):
            text = place.article.heading if at is None else place.article.blocks[at].text
            hits += [(place.article.key, at)] * len(_found(text, operation.words, place, at))
    if not hits:
        raise Refused(Refusal.WORDS_NOT_FOUND, f"«{operation.words}» in {path_words(path)}")
    if len(hits) > 1 and not operation.throughout:
        words = f"«{operation.words}» in {path_words(path)}: {len(hits)} times"
        raise Refused(Refusal.WORDS_SEVERAL_TIMES, words)
    edit = _edit(operation)
    for place in articles:
        article = place.article
        for at in _texts(place, whole_act=not path):
            if at is None:
                heading = _edited(article.heading, operation.words, edit)
                article = replace(article, heading=heading)
                continue
            block = article.blocks[at]
            spans = _found(block.text, operation.words, place, at)
            text = block.text
            for start, end in reversed(spans):
                text = edit(text, start, end)
            article = with_blocks(article, at, at + 1, [replace(block, text=text)])
        if article != place.article:
            edition = with_article(edition, rekeyed(article, edition.language))
    return Applied(edition, tuple(dict.fromkeys(key for key, _ in hits)))


def _scope(edition: Edition, path: Path) -> list[Place]:
    """The places that words are looked for in: one unit, the articles of a chapter, the act."""
    if path and path[-1].kind in DIVISIONS:
        key = division_at(edition, path).key
        held = [article for article in edition.articles if key in article.divisions]
        return [Place(article, 0, len(article.blocks)) for article in held]
    if path and path[-1].kind is UnitKind.APPENDIX:
        branch, _ = branch_of(edition, path)
        inside = [one for one in edition.articles if one.key.startswith(f"{branch}__")]
        return [Place(article, 0, len(article.blocks)) for article in inside]
    if path and not (len(path) == 1 and path[0].kind is UnitKind.HEADING):
        return [place_at(edition, path)]
    if path:
        raise Refused(Refusal.UNSUPPORTED, "words of the act's own heading")
    return [Place(article, 0, len(article.blocks)) for article in edition.articles]


def _texts(place: Place, *, whole_act: bool) -> list[int | None]:
    """The paragraphs of a place; None is the heading, which only an address of its own names."""
    del whole_act
    if place.heading:
        return [None]
    return [at for at in range(place.first, place.end) if not place.article.blocks[at].rows]


def _found(text: str, words: str, place: Place, at: int | None) -> list[tuple[int, int]]:
    found = occurrences(text, words)
    if place.span is None or at is None:
        return found
    first, last = place.span
    return [(start, end) for start, end in found if first <= start and end <= last]


def _edited(text: str, words: str, edit: Edit) -> str:
    for start, end in reversed(occurrences(text, words)):
        text = edit(text, start, end)
    return text


def _edit(operation: Operation) -> Edit:
    match operation.kind:
        case Kind.INSERT_AFTER:
            return inserted_after(operation.new_words)
        case Kind.INSERT_BEFORE:
            return inserted_before(operation.new_words)
        case Kind.DELETE_WORDS:
            return deleted
        case _:
            return replaced(operation.new_words)


def _with_appended(edition: Edition, operation: Operation) -> Applied:
    place = place_at(edition, operation.targets[0])
    article = place.article
    if place.heading:
        article = replace(article, heading=appended(article.heading, operation.new_words))
    elif place.end - place.first != 1:
        words = f"words at the end of several paragraphs: {path_words(operation.targets[0])}"
        raise Refused(Refusal.COUNT_UNSURE, words)
    else:
        block = place.blocks[0]
        if place.span is None:
            text = appended(block.text, operation.new_words)
        else:
            start, end = place.span
            text = block.text[:start] + appended(block.text[start:end], operation.new_words)
            text += block.text[end:]
        article = with_blocks(article, place.first, place.end, [replace(block, text=text)])
    return Applied(with_article(edition, article), (article.key,))


def _without_all(edition: Edition, paths: tuple[Path, ...]) -> Applied:
    """The edition without some units.

    The last one goes first: so the places of counted ones stay those that the instruction counted.
    """
    touched: list[str] = []
    for path in reversed(paths):
        step = _without(edition, path)
        edition = step.edition
        touched += step.touched
    return Applied(edition, tuple(dict.fromkeys(reversed(touched))))


def _without(edition: Edition, path: Path) -> Applied:
    """The edition without a unit.

    Numbers never shift (Law on Legal Acts, article 27(6)); an article keeps its place and heading.
    """
    if path and path[-1].kind in DIVISIONS:
        return _without_division(edition, path)
    place = place_at(edition, path)
    article = place.article
    if place.heading:
        article = replace(article, heading="")
    elif place.span is not None:
        block = place.blocks[0]
        text = deleted(block.text, *place.span)
        article = with_blocks(article, place.first, place.end, [replace(block, text=text)])
    elif place.unit in _UNNUMBERED and place.blocks and place.blocks[0].marker:
        words = f"{path_words(path)} has the number of the unit around it"
        raise Refused(Refusal.UNSUPPORTED, words)
    elif place.first == place.end:
        raise Refused(Refusal.NO_SUCH_UNIT, f"{path_words(path)} has no wording")
    else:
        article = with_blocks(article, place.first, place.end, [])
    return Applied(with_article(edition, rekeyed(article, edition.language)), (article.key,))


def _without_division(edition: Edition, path: Path) -> Applied:
    division = division_at(edition, path)
    touched = [division.key]
    content: list[Content] = []
    for item in edition.content:
        if isinstance(item, Article) and division.key in item.divisions:
            touched.append(item.key)
            content.append(replace(item, body=item.notes))
        elif not (isinstance(item, Division) and item.key == division.key):
            content.append(item)
    return Applied(replace(edition, content=tuple(content)), tuple(touched))
