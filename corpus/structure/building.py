"""Putting an edition's content together: which article, division and appendix is open."""

from __future__ import annotations

from dataclasses import replace

from corpus.keys import follows, joined
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Footnote,
    Matter,
    MatterKind,
)
from corpus.structure.headings import Heading, Stamp
from corpus.structure.lines import Line
from corpus.structure.opened import Branch, OpenArticle
from corpus.structure.paragraphs import Numbered, Paragraphs
from corpus.structure.vocabulary import Vocabulary

_PREFIXES = {
    DivisionKind.SECTION: "sec",
    DivisionKind.SUBSECTION: "subsec",
    DivisionKind.CHAPTER: "ch",
    DivisionKind.PARAGRAPH: "par",
    DivisionKind.APPENDIX: "app",
}
_DEPTH = {kind: depth for depth, kind in enumerate(_PREFIXES)}


class Builder:
    """Collects content in order; the reader decides what each line is."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._content: list[Content] = []
        self._branches = [Branch()]
        self._divisions: list[Division] = []
        self._notices: list[Footnote] = []
        self._list: str | None = None
        self.article: OpenArticle | None = None
        self.awaits_title = False
        """Whether a division was just opened whose title has not come yet."""

    @property
    def started(self) -> bool:
        """Whether any division or article has been read."""
        return self.article is not None or any(
            isinstance(item, Division | Article) for item in self._content
        )

    @property
    def in_appendix(self) -> bool:
        """Whether an appendix is being read."""
        return len(self._branches) > 1

    @property
    def branch_has_articles(self) -> bool:
        """Whether the branch being read has had an article."""
        return self._branches[-1].has_articles

    def matter(self, kind: MatterKind, lines: list[str]) -> None:
        """Add words that surround the provisions."""
        self._close_article()
        self.awaits_title = False
        self._content.append(Matter(kind, tuple(lines)))

    def note(self, note: Footnote, *, goes_on: bool = False) -> None:
        """Add a footnote where the page has it: to the open article, division, or the act.

        One that `goes_on` is the second half of the footnote before it.
        """
        if self.article is not None:
            body = self.article.body
            if goes_on and body and isinstance(before := body[-1], Footnote):
                body[-1] = Footnote(f"{before.text} {note.text}", before.links + note.links)
            else:
                body.append(note)
        elif self._content and isinstance(last := self._content[-1], Division):
            self._content[-1] = replace(last, notes_after=(*last.notes_after, note))
        else:
            self._content.append(note)

    def notice(self, note: Footnote) -> None:
        """Keep an editor's notice for the article or division that follows it."""
        self._notices.append(note)

    def extend(self, line: Line) -> bool:
        """Add the second half of a broken paragraph to its first; False if there is none.

        Where a footnote stands between the halves, the second is a block that continues the first:
        law never becomes part of a footnote.
        """
        if self.article is None:
            return False
        body = self.article.body
        halves = [part for part in body if isinstance(part, Block)]
        if not halves or halves[-1].kind is BlockKind.TABLE:
            return False
        first = halves[-1]
        if body[-1] is first:
            body[-1] = replace(first, text=f"{first.text} {line.text}")
        else:
            body.append(Block(first.kind, line.text, quoted=first.quoted, continues=True))
        return True

    def open_division(self, kind: DivisionKind, heading: Heading) -> None:
        """Open a section, chapter or paragraph."""
        self._close_article()
        self._divisions = [d for d in self._divisions if _DEPTH[d.kind] < _DEPTH[kind]]
        inside = self._branches[-1].key
        if kind in {DivisionKind.PARAGRAPH, DivisionKind.SUBSECTION} and self._divisions:
            inside = self._divisions[-1].key
        division = Division(
            kind=kind,
            key=joined(inside, f"{_PREFIXES[kind]}_{heading.number}"),
            number=heading.number,
            heading=heading.title,
            printed_heading=heading.printed,
            notes_before=self._take_notices(),
        )
        self._divisions.append(division)
        self._content.append(division)
        self.awaits_title = not heading.title

    def appendix(self, stamp_line: Line, stamp: Stamp) -> None:
        """Open an appendix with its approval stamp; it nests unless it belongs to the act."""
        self._close_article()
        parent = "" if stamp.of_the_act or not self.in_appendix else self._branches[1].key
        while len(self._branches) > (2 if parent else 1):
            self._close_branch()
        key = self._appendix_key(parent, stamp.number)
        self._branches.append(Branch(key=key, number=stamp.number))
        self._divisions = []
        self._content.append(Matter(MatterKind.APPROVAL, (stamp_line.text,)))
        self._content.append(
            Division(
                DivisionKind.APPENDIX,
                key,
                stamp.number,
                heading="",
                printed_heading="",
                notes_before=self._take_notices(),
            )
        )
        self.awaits_title = True

    def _appendix_key(self, parent: str, number: str) -> str:
        taken = {item.key for item in self._content if isinstance(item, Division)}
        if not number:
            count = 1
            while joined(parent, f"app_{count}") in taken:
                count += 1
            number = str(count)
        return joined(parent, f"app_{number}")

    def entitle(self, line: Line) -> bool:
        """Give a heading to the division just opened; False if none waits for one."""
        if not self.awaits_title or not isinstance(last := self._content[-1], Division):
            return False
        title = " ".join(line.text.split())
        named = replace(
            last,
            heading=f"{last.heading} {title}".strip(),
            printed_heading=f"{last.printed_heading}\n{line.text}".strip(),
        )
        self._content[-1] = named
        if self._divisions and self._divisions[-1].key == last.key:
            self._divisions[-1] = named
        return True

    def open_article(self, heading: Heading, anchor: str | None) -> None:
        """Open an article by its heading."""
        branch = self._branches[-1]
        branch.has_articles = branch.has_units = True
        key = joined(branch.key, f"art_{heading.number}")
        self._open(ArticleKind.ARTICLE, key, anchor, heading.number, heading.marker, heading.title)

    def open_point(self, unit: Numbered, anchor: str | None) -> bool:
        """Open a top-level point; False for an item of a list inside the open point.

        A list begins with a number that was there before and goes on while its items end in a
        semicolon. Where a chapter's first point has such a number, the chapter begins its numbers
        anew, and tells its points apart.
        """
        if unit.kind is not BlockKind.POINT or self._goes_on_in_list(unit):
            return False
        branch = self._branches[-1]
        chapter = self._divisions[-1].key if self._divisions else ""
        key = joined(branch.key, f"p_{unit.number}")
        if chapter in branch.restarted or (
            key in branch.seen and chapter and chapter not in branch.with_points
        ):
            branch.restarted.add(chapter)
            key = joined(chapter, f"p_{unit.number}")
        if key in branch.seen:
            self._list = unit.number
            return False
        branch.has_units = True
        branch.with_points.add(chapter)
        self._open(ArticleKind.POINT, key, anchor, unit.number, unit.marker)
        if unit.rest and self.article is not None:
            self.article.body.append(Block(BlockKind.PART, unit.rest, key="part_1"))
        return True

    def _goes_on_in_list(self, unit: Numbered) -> bool:
        """Whether a number goes on in a list that restarted inside the open point."""
        if self._list is None or self.article is None or not self.article.body:
            return False
        unfinished = self.article.body[-1].text.rstrip().endswith((";", ","))
        if unfinished and follows(unit.number, self._list):
            self._list = unit.number
            return True
        self._list = None
        return False

    def add(self, line: Line, *, quoted: bool) -> None:
        """Add a paragraph to the open article; text before the first one is a preamble."""
        if self.article is None:
            place = self._divisions[-1].key if self._divisions else self._branches[-1].key
            key = joined(place, "preamble")
            if key in self._branches[-1].seen:
                key = joined(place, "text")
            self._open(ArticleKind.PREAMBLE, key, line.anchor)
        assert self.article is not None  # noqa: S101 - opened above
        self.article.body.append(self.article.paragraphs.read(line, quoted=quoted))

    def finish(self) -> tuple[Content, ...]:
        """The whole content."""
        self._close_article()
        while len(self._branches) > 1:
            self._close_branch()
        self._content.extend(self._take_notices())
        return tuple(self._content)

    def _open(
        self,
        kind: ArticleKind,
        key: str,
        anchor: str | None,
        number: str = "",
        marker: str = "",
        heading: str = "",
    ) -> None:
        self._close_article()
        self.awaits_title = False
        self._list = None
        branch = self._branches[-1]
        if kind is ArticleKind.PREAMBLE and branch.opening_at is None and not self._divisions:
            branch.opening_at = len(self._content)
        branch.seen.add(key)
        appendices = [outer.key for outer in self._branches[1:]]
        self.article = OpenArticle(
            kind=kind,
            key=key,
            paragraphs=Paragraphs(self._words),
            divisions=(*appendices, *(division.key for division in self._divisions)),
            number=number,
            marker=marker,
            heading=heading,
            anchor=anchor,
            notes_before=self._take_notices(),
        )

    def _take_notices(self) -> tuple[Footnote, ...]:
        notices, self._notices = tuple(self._notices), []
        return notices

    def _close_article(self) -> None:
        if self.article is not None:
            self._content.append(self.article.close())
            self.article = None

    def _close_branch(self) -> None:
        """Leave an appendix; one without numbered units is a single unnumbered article."""
        branch = self._branches.pop()
        if branch.opening_at is None or branch.has_units:
            return
        opening = self._content[branch.opening_at]
        if isinstance(opening, Article):
            key = joined(branch.key, "text")
            self._content[branch.opening_at] = replace(opening, kind=ArticleKind.APPENDIX, key=key)
