"""From the lines of a page to the structure of an act: the grammar that all registries share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.law import ArticleKind, Content, Footnote, Language, MatterKind
from corpus.structure.building import Builder
from corpus.structure.contents import find_contents
from corpus.structure.headings import (
    Heading,
    Stamp,
    recognise,
    recognise_numbered,
    recognise_stamp,
)
from corpus.structure.lines import Line, Role
from corpus.structure.paragraphs import Quotation, numbered
from corpus.structure.vocabulary import VOCABULARIES, Vocabulary

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SIGNED = re.compile(r"\bреспублик|\brepublic|\b[^\W\d_]\.\s?[^\W\d_]{2,}", re.IGNORECASE)
"""A signature names the state or a person; «Секретарь комиссии» may be an item of a list."""
_SHORT = 80
"""Signatures and titles that no mark-up marks are at most this long."""


def read_structure(lines: Sequence[Line], language: Language) -> tuple[Content, ...]:
    """Read divisions, articles, blocks and footnotes from a page's lines, in their order.

    Nothing is lost: the words of the result are the words of the lines. Lines in a form that the
    grammar does not know become paragraphs of the article they stand in.
    """
    worded = [line for line in map(_visible, lines) if line.words.strip()]
    reader = _Reader(worded, VOCABULARIES[language])
    return reader.read()


def _visible(line: Line) -> Line:
    """A line without soft hyphens and characters of no width: typesetting, like white space."""
    if not _INVISIBLE.search(line.words):
        return line
    rows = tuple(tuple(_INVISIBLE.sub("", cell) for cell in row) for row in line.rows)
    return replace(line, text=_INVISIBLE.sub("", line.text), rows=rows)


def _confirmed(lines: Sequence[Line], headings: Sequence[Heading | None]) -> list[Heading | None]:
    """The headings without those that are items of a list.

    «I. Общая часть» that no mark-up marks is a section only where another heading follows.
    """
    confirmed = list(headings)
    for at, heading in enumerate(headings):
        if heading is None or heading.worded:
            continue
        after = at + 1
        while after < len(lines) and lines[after].role is Role.NOTE:
            after += 1
        following = headings[after] if after < len(lines) else None
        if following is None or not following.worded:
            confirmed[at] = None
    return confirmed


class _Reader:
    def __init__(self, lines: Sequence[Line], words: Vocabulary) -> None:
        self._lines = lines
        self._words = words
        self._headings = _confirmed(lines, [recognise(line, words) for line in lines])
        self._contents = find_contents(lines, self._headings, words)
        self._has_articles = self._find_articles()
        self._build = Builder(words)
        self._quotation = Quotation()

    def _find_articles(self) -> bool:
        """Whether the act itself has articles; its top-level units are points if not."""
        quotation = Quotation()
        for at, line in enumerate(self._lines):
            if at in self._contents:
                continue
            if self._stamp(at) is not None:
                return False
            heading = self._headings[at]
            if heading is not None and heading.level is None and not quotation.open:
                return True
            quotation.covers(line.text)
        return False

    def read(self) -> tuple[Content, ...]:
        at = 0
        while at < len(self._lines):
            at = self._step(at)
        return self._build.finish()

    def _step(self, at: int) -> int:
        """Read what begins at a position; returns the position after it."""
        line = self._lines[at]
        if at in self._contents:
            end = self._contents.stop
            self._build.matter(MatterKind.CONTENTS, [item.words for item in self._lines[at:end]])
            return end
        if line.role is Role.NOTE or self._words.footnote.match(line.text):
            return self._notes(at)
        if line.continues and self._build.extend(line):
            self._quotation.covers(line.text)
            return at + 1
        if (end := self._signature_end(at)) > at:
            self._build.matter(MatterKind.SIGNATURE, [item.words for item in self._lines[at:end]])
            return end
        if (stamp := self._stamp(at)) is not None:
            end = self._stamp_end(at)
            whole = Line("\n".join(item.text for item in self._lines[at:end]), Role.STAMP)
            self._build.appendix(whole, recognise_stamp(whole, self._words) or stamp)
            self._quotation = Quotation()
            return end
        if not self._opens(at):
            self._paragraph(line)
        return at + 1

    def _stamp(self, at: int) -> Stamp | None:
        """The stamp that opens an appendix at a position; «2-бап. … қосымша» is an article."""
        if self._headings[at] is not None:
            return None
        return recognise_stamp(self._lines[at], self._words)

    def _opens(self, at: int) -> bool:
        """Open the division or article whose heading stands at a position, if one does."""
        line = self._lines[at]
        heading = self._headings[at]
        if heading is None and not self._articles_here():
            heading = recognise_numbered(line)
        if heading is not None and not self._is_quoted(line, heading):
            self._open(heading, line)
            return True
        if line.role is Role.HEADING and heading is None:
            if line.depth == 1 and not self._build.started:
                self._build.matter(MatterKind.TITLE, [line.text])
                return True
            return self._build.entitle(line)
        if heading is None and line.role is Role.TEXT and self._titles_division(at):
            return self._build.entitle(line)
        return False

    def _is_quoted(self, line: Line, heading: Heading) -> bool:
        """Whether a heading belongs to quoted wording.

        A marked article heading whose number goes on from the open article's ends a quotation that
        was never closed.
        """
        if not self._quotation.open:
            return False
        current = self._build.article
        goes_on = (
            line.role is Role.HEADING
            and heading.level is None
            and current is not None
            and current.kind is ArticleKind.ARTICLE
            and current.precedes(heading.number)
        )
        return not goes_on

    def _open(self, heading: Heading, line: Line) -> None:
        self._quotation = Quotation()
        if heading.level is None:
            self._build.open_article(heading, line.anchor)
        else:
            self._build.open_division(heading.level, heading)

    def _paragraph(self, line: Line) -> None:
        quoted = line.role is not Role.TABLE and self._quotation.covers(line.text)
        unit = None
        if line.role is Role.TEXT and not quoted and not self._articles_here():
            unit = numbered(line.text)
        if unit is not None and self._build.open_point(unit, line.anchor):
            # A fresh article, and with it a fresh quotation that has seen this paragraph.
            self._quotation = Quotation()
            self._quotation.covers(line.text)
            return
        self._build.add(line, quoted=quoted)

    def _articles_here(self) -> bool:
        """Whether the top-level units of the branch being read are articles."""
        if self._build.in_appendix:
            return self._build.branch_has_articles
        return self._has_articles

    def _notes(self, at: int) -> int:
        """Take a run of footnotes; from an editor's notice on, they belong to what follows."""
        end = at
        while end < len(self._lines) and self._is_note(end):
            end += 1
        split = end
        if end < len(self._lines) and self._unit_at(end):
            notices = [n for n in range(at, end) if self._words.notice.match(self._lines[n].text)]
            split = notices[0] if notices else end
        for position in range(at, split):
            self._build.note(self._footnote(position), goes_on=self._lines[position].continues)
        for position in range(split, end):
            self._build.notice(self._footnote(position))
        return end

    def _is_note(self, at: int) -> bool:
        line = self._lines[at]
        if at in self._contents:
            return False
        return line.role is Role.NOTE or bool(self._words.footnote.match(line.text))

    def _unit_at(self, at: int) -> bool:
        """Whether an article, a division or a top-level point opens at a position."""
        line = self._lines[at]
        if self._headings[at] is not None:
            return True
        return not self._articles_here() and numbered(line.text) is not None

    def _footnote(self, at: int) -> Footnote:
        return Footnote(self._lines[at].words, self._lines[at].links)

    def _signature_end(self, at: int) -> int:
        """The position after the signature that begins at a position; `at` where none does.

        Without mark-up, short lines are a signature if they open with an office and nothing but
        short lines follows to the end or to an appendix.
        """
        end = at
        while end < len(self._lines) and self._lines[end].role is Role.SIGNATURE:
            end += 1
        if end > at:
            return end
        if self._lines[at].role is not Role.TEXT:
            return at
        text = self._lines[at].text
        if not text[:1].isupper() or not self._words.signature.match(text):
            return at
        if at and self._lines[at - 1].text.endswith((":", ";", ",")):
            return at  # «Комиссию образуют:» and then offices: a list
        while end < len(self._lines) and self._lines[end].role is not Role.STAMP:
            line = self._lines[end]
            if line.role is not Role.TEXT or len(line.text) > _SHORT or numbered(line.text):
                return at
            end += 1
        signed = " ".join(line.text for line in self._lines[at:end])
        return end if _SIGNED.search(signed) else at

    def _stamp_end(self, at: int) -> int:
        """The position after a stamp; lines of one stamp may come one by one."""
        end = at + 1
        while (
            self._lines[at].role is Role.STAMP
            and end < len(self._lines)
            and self._lines[end].role is Role.STAMP
            and not self._words.appendix.match(self._lines[end].text)
        ):
            end += 1
        return end

    def _titles_division(self, at: int) -> bool:
        """Whether an unmarked line is the title of the division just opened («Section I»)."""
        line = self._lines[at]
        return (
            self._build.awaits_title
            and len(line.text) <= _SHORT
            and numbered(line.text) is None
            and at + 1 < len(self._lines)
            and self._headings[at + 1] is not None
        )
