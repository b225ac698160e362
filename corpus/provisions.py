"""Sets of provisions, as a person writes them: `Z950002464_:ch_13-1,art_9__p_5@2023-01-01`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.keys import SEPARATOR
from corpus.law import Article, Block, Edition, EditionLabel

_FORM = re.compile(r"(?P<ngr>[^\s:@,]+)(?::(?P<keys>[^\s:@]+))?(?:@(?P<when>[^\s:@]+))?")


@dataclass(frozen=True)
class ProvisionSet:
    """Provisions of one act: `NGR`, `NGR:KEY,KEY`, each with `@LABEL` or without.

    `keys` name articles, divisions (`ch_13-1`) or points inside articles (`art_9__p_5`); none
    means the whole act. `when` is an edition's label, or the day as of which the text is wanted;
    without it the newest edition that is held and has come.
    """

    ngr: str
    keys: tuple[str, ...] = ()
    when: EditionLabel | None = None

    @classmethod
    def parse(cls, text: str) -> ProvisionSet:
        """Read the written form; raises ValueError that says what is wrong."""
        found = _FORM.fullmatch(text.strip())
        keys = tuple(found["keys"].split(",")) if found and found["keys"] else ()
        if found is None or "" in keys:
            raise ValueError(
                f"{text!r} names no provisions: write NGR, NGR:KEY,KEY or either with @LABEL, "
                "such as Z950002464_:ch_13-1@2023-01-01"
            )
        return cls(found["ngr"], keys, _label(found["when"]) if found["when"] else None)

    def __str__(self) -> str:
        keys = f":{','.join(self.keys)}" if self.keys else ""
        return f"{self.ngr}{keys}{f'@{self.when}' if self.when else ''}"


def _label(text: str) -> EditionLabel:
    try:
        return EditionLabel.parse(text)
    except ValueError as error:  # of a day that cannot be Python does not repeat the words
        raise ValueError(f"@{text} names no edition: {error}") from error


def named(edition: Edition, keys: tuple[str, ...]) -> Iterator[tuple[str, Article | None]]:
    """The articles that keys name in an edition, each with the key that named it.

    A division's key names all its articles, a point's key the article it stands in; a key that
    names nothing comes with None. Without keys all articles are named, by their own keys.
    """
    if not keys:
        yield from ((article.key, article) for article in edition.articles)
        return
    for key in keys:
        own = [one for one in edition.articles if one.key == key or key in one.divisions]
        inside = [one for one in edition.articles if blocks_under(key, one)]
        for article in own or inside:
            yield key, article
        if not own and not inside:
            yield key, None


def is_inside(key: str, article: Article) -> bool:
    """Whether a key names a block of an article."""
    return bool(blocks_under(key, article))


def blocks_under(key: str, article: Article) -> tuple[Block, ...]:
    """The blocks of an article that a key names: a point with all that stands under it."""
    path = key.removeprefix(article.key + SEPARATOR)
    if path == key:
        return ()
    return tuple(
        block
        for block in article.blocks
        if block.key == path or block.key.startswith(path + SEPARATOR)
    )
