"""What the folder of a language shows, edition by edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dulwich.objects import ObjectID

from corpus.keys import covers
from corpus.law import Article, Edition
from exports.git_history import pages
from exports.git_history.told import ToldEdition

Blob = Callable[[str], ObjectID]
"""Keeps a text as git's object and gives its id."""
Files = dict[str, ObjectID]
"""The ids of texts by path."""


@dataclass
class LanguageFolder:
    """The files of one language as the last edition given leaves them."""

    blob: Blob
    files: Files = field(default_factory=dict)
    _last: Edition | None = None
    _articles: dict[str, Article] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The act's title in the last edition given."""
        return self._last.title if self._last else ""

    def turn_to(self, told: ToldEdition) -> tuple[Files, Files]:
        """The folder with only what no edition before could show, then as the edition has it.

        The first is not what an amending act did: an earlier edition did not hold that place of the
        act. What an edition does not hold stays as it was, and is named in its `EDITION.md`.
        """
        edition = told.read()
        order = [article.key for article in edition.articles]
        first_seen = dict(self.files)
        now: Files = {}
        cut = []
        kept = [key for key, held in self._articles.items() if self._is_kept(edition, key, held)]
        articles = {key: self._articles[key] for key in kept}
        for key, article in edition.by_key.items():
            if key in articles:
                continue
            articles[key] = article
            if not covers(edition, key):
                cut.append(key)
            if key not in self._articles and not self._was_held(key, article, order):
                first_seen |= self._files_of(article)
        for article in articles.values():
            now |= self._files_of(article)
        now |= self._files_around(told, edition, kept, cut)
        if self._last is None:
            first_seen = dict(now)
        self.files, self._last, self._articles = now, edition, articles
        return first_seen, now

    def _is_kept(self, edition: Edition, key: str, held: Article) -> bool:
        return not covers(edition, key, held.divisions, list(self._articles))

    def _was_held(self, key: str, article: Article, order: list[str]) -> bool:
        """Whether the edition before held the place, so that the article is new in the law."""
        return self._last is not None and covers(self._last, key, article.divisions, order)

    def _files_of(self, article: Article) -> Files:
        path = pages.path_of(article.key)
        if self._articles.get(article.key) == article:  # most stay as they were
            return {one: self.files[one] for one in (path, f"notes/{path}") if one in self.files}
        found = {path: self.blob(pages.article_page(article))}
        if article.notes:
            found[f"notes/{path}"] = self.blob(pages.notes_page(article.notes))
        return found

    def _files_around(
        self, told: ToldEdition, edition: Edition, kept: list[str], cut: list[str]
    ) -> Files:
        texts = {
            pages.CONTENTS: pages.contents_page(edition),
            pages.EDITION: pages.edition_page(told, edition, kept, cut),
            pages.AROUND: pages.around_page(edition),
            pages.NOTES_OF_ACT: pages.notes_of_act(edition),
        }
        return {path: self.blob(text) for path, text in texts.items() if text}
