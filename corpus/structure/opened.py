"""What is open while an act is read: the article whose paragraphs come in, and its branch."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.keys import number_order
from corpus.law import Article, ArticleKind, Block, Footnote
from corpus.structure.paragraphs import Paragraphs


@dataclass
class OpenArticle:
    """An article whose paragraphs are still being read."""

    kind: ArticleKind
    key: str
    paragraphs: Paragraphs
    divisions: tuple[str, ...]
    number: str = ""
    marker: str = ""
    heading: str = ""
    anchor: str | None = None
    notes_before: tuple[Footnote, ...] = ()
    body: list[Block | Footnote] = field(default_factory=list)

    def precedes(self, number: str) -> bool:
        """Whether a number comes after this article's own."""
        return number_order(self.number) < number_order(number)

    def close(self) -> Article:
        """The finished value."""
        return Article(
            kind=self.kind,
            key=self.key,
            number=self.number,
            marker=self.marker,
            heading=self.heading,
            body=tuple(self.body),
            divisions=self.divisions,
            notes_before=self.notes_before,
            anchor=self.anchor,
        )


@dataclass
class Branch:
    """The act itself, or one of its appendices: each numbers its points anew."""

    key: str = ""
    number: str = ""
    seen: set[str] = field(default_factory=set)
    has_articles: bool = False
    has_units: bool = False
    with_points: set[str] = field(default_factory=set)
    """The chapters in which a point has been read."""
    restarted: set[str] = field(default_factory=set)
    """The chapters that begin their numbers anew."""
    opening_at: int | None = None
    """Where in the content the branch's unnumbered opening text stands."""
