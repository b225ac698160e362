"""The law as Nusqa knows it: frozen values, no input or output.

The words are those of the design: an *act* has *editions*; an edition is an ordered
sequence of *divisions* (section, chapter, appendix), *articles* (the smallest unit the
act numbers at its top level), *matter* (what surrounds the provisions: the table of
contents, approval stamps, signatures) and *footnotes* (the registry's own remarks).

Every word of a registry's page stands in exactly one of those places, in the page's
order, so the page's text can always be rebuilt from an edition: see `Edition.text`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property


class Language(StrEnum):
    """A language the registries publish in, by its ISO 639-1 code."""

    RU = "ru"
    KK = "kk"
    EN = "en"


class Precision(StrEnum):
    """How exactly an edition label says its date."""

    DAY = "day"
    YEAR = "year"
    UNDATED = "undated"


_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_REGISTRY_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class EditionLabel:
    """The registry's own name for an edition: a day, only a year, or nothing at all.

    It is a label, not the day the text enters into force: registries use the amending
    act's date of adoption, or the start of a staged clause.
    """

    precision: Precision
    first_day: date | None = None
    """The first day the label can mean; None when undated."""

    @classmethod
    def parse(cls, text: str) -> EditionLabel:
        """Read `2005-07-08`, `08.07.2005`, `1998` or `undated`.

        Raises ValueError for anything else, impossible dates included.
        """
        text = text.strip()
        if match := _ISO_DAY.fullmatch(text):
            year, month, day = map(int, match.groups())
            return cls(Precision.DAY, date(year, month, day))
        if match := _REGISTRY_DAY.fullmatch(text):
            day, month, year = map(int, match.groups())
            return cls(Precision.DAY, date(year, month, day))
        if _YEAR.fullmatch(text):
            return cls(Precision.YEAR, date(int(text), 1, 1))
        if text == Precision.UNDATED:
            return cls(Precision.UNDATED)
        raise ValueError(
            f"{text!r} is no edition label: give a day (2005-07-08), a year (1998) or 'undated'"
        )

    @classmethod
    def on(cls, day: date) -> EditionLabel:
        """The label of an edition that is named by a day."""
        return cls(Precision.DAY, day)

    @property
    def last_day(self) -> date | None:
        """The last day the label can mean; None when undated."""
        if self.first_day is None or self.precision is Precision.DAY:
            return self.first_day
        return date(self.first_day.year + 1, 1, 1) - timedelta(days=1)

    def surely_before(self, other: EditionLabel) -> bool:
        """Whether this edition is older than another whatever days the two labels mean."""
        if self.last_day is None or other.first_day is None:
            return False
        return self.last_day < other.first_day

    def __str__(self) -> str:
        if self.first_day is None:
            return str(Precision.UNDATED)
        if self.precision is Precision.YEAR:
            return f"{self.first_day.year:04d}"
        return self.first_day.isoformat()


class DivisionKind(StrEnum):
    """A level above the articles."""

    SECTION = "section"
    SUBSECTION = "subsection"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    APPENDIX = "appendix"


class ArticleKind(StrEnum):
    """What an article is in its act."""

    PREAMBLE = "preamble"
    ARTICLE = "article"
    POINT = "point"
    """A top-level point of an act that has no articles: a decree, its rules."""
    APPENDIX = "appendix"
    """The unnumbered text of an appendix: a form, a list, a table."""


class BlockKind(StrEnum):
    """What a paragraph inside an article is."""

    POINT = "point"
    SUBPOINT = "subpoint"
    PART = "part"
    INDENT = "indent"
    TABLE = "table"
    NOTE = "note"
    """A legal note («Примечание.», «ескертпе»), part of the wording; not a footnote."""
    HEADING = "heading"
    """A heading that numbers nothing, inside an appendix or a form."""


class MatterKind(StrEnum):
    """What surrounds the provisions and is not one."""

    TITLE = "title"
    CONTENTS = "contents"
    APPROVAL = "approval"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Link:
    """A link of the registry inside a footnote: the words and where they lead."""

    text: str
    href: str


@dataclass(frozen=True)
class Footnote:
    """The registry's editorial remark («Сноска.», «Ескерту.», "Footnote."): never wording."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Block:
    """A paragraph inside an article.

    `marker` is the number as printed (`3-1)`), `number` the bare number (`3-1`); `text` is the
    rest, so `marker + text` is what the page says. `key` is the path inside the article
    (`p_2__sp_3-1`); blocks that quote another text, tables and unnumbered ones below a level
    that already has a number are told apart by order. `quoted` marks new wording that the
    article quotes: its numbers belong to another text. A block that `continues` is the second half
    of the paragraph before it, parted from it by a footnote. A table's `rows` hold its cells, and
    its `text` is the rows joined by line feeds, the cells by tabs.
    """

    kind: BlockKind
    text: str
    number: str = ""
    marker: str = ""
    key: str = ""
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    continues: bool = False

    @property
    def printed(self) -> str:
        """The block as the page prints it: marker, a space, text."""
        return f"{self.marker} {self.text}".strip()


@dataclass(frozen=True)
class Division:
    """A section, chapter or appendix: what groups articles.

    `printed_heading` is the heading with its number, as the page has it; `heading` is the part
    after the number. An editor's notice («Примечание ИЗПИ!») stands before the heading, in
    `notes_before`; other footnotes follow it.
    """

    kind: DivisionKind
    key: str
    number: str
    heading: str
    printed_heading: str
    notes_before: tuple[Footnote, ...] = ()
    notes_after: tuple[Footnote, ...] = ()

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes, in order."""
        return self.notes_before + self.notes_after

    def text(self) -> str:
        """All words of the division's heading and notes."""
        before = [note.text for note in self.notes_before]
        after = [note.text for note in self.notes_after]
        return "\n".join([*before, self.printed_heading, *after])


@dataclass(frozen=True)
class Article:
    """The smallest unit that the act numbers at its top level.

    `body` holds blocks and footnotes in the page's order; a footnote may open an article, and an
    editor's notice may even stand before its heading, in `notes_before`.
    `divisions` are the keys of the divisions that hold it, outermost first. `marker` is the
    number as printed (`Статья 113-1.`, `12.`, `113-1-бап.`), `heading` the title after it.
    A repealed article keeps its heading and has no blocks.
    """

    kind: ArticleKind
    key: str
    number: str = ""
    marker: str = ""
    heading: str = ""
    body: tuple[Block | Footnote, ...] = ()
    divisions: tuple[str, ...] = ()
    notes_before: tuple[Footnote, ...] = ()
    anchor: str | None = None
    """The registry's own anchor: an identity inside one page, not a position."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The wording, paragraph by paragraph."""
        return tuple(part for part in self.body if isinstance(part, Block))

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes, in order."""
        inside = tuple(part for part in self.body if isinstance(part, Footnote))
        return self.notes_before + inside

    @property
    def printed_heading(self) -> str:
        """Marker and heading, as the page prints them."""
        return f"{self.marker} {self.heading}".strip()

    @property
    def printed_text(self) -> str:
        """What stands under the heading as the page prints it, a line a block; no footnotes."""
        return "\n".join(block.printed for block in self.blocks)

    @property
    def wording(self) -> str:
        """The law's own words, no number, no footnotes: the heading, then a line a block."""
        words = self.heading
        for block in self.blocks:
            words += f"{' ' if block.continues else chr(10)}{block.printed}"
        return words.removeprefix("\n")

    def text(self) -> str:
        """All words of the article, footnotes included, in the page's order."""
        parts = [note.text for note in self.notes_before]
        if self.printed_heading:
            parts.append(self.printed_heading)
        parts += [part.printed if isinstance(part, Block) else part.text for part in self.body]
        return "\n".join(parts)


@dataclass(frozen=True)
class Matter:
    """Words around the provisions: title, table of contents, approval stamp, signature."""

    kind: MatterKind
    lines: tuple[str, ...]

    def text(self) -> str:
        """All its words, a line each."""
        return "\n".join(self.lines)


Content = Division | Article | Matter | Footnote


class HoldingKind(StrEnum):
    """How much of its act an edition holds."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    PARTS = "parts"


@dataclass(frozen=True)
class Holding:
    """Which part of its act an edition holds; what it lacks is not held, never deleted.

    `BEGINNING`: from the first word to somewhere inside the last article that is there.
    `PARTS`: only the named articles and divisions, by key, each complete.
    """

    kind: HoldingKind = HoldingKind.WHOLE
    keys: tuple[str, ...] = ()


WHOLE = Holding()


class ActStatus(StrEnum):
    """What the registry says of an act's force."""

    NEW = "new"
    UPDATED = "updated"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Act:
    """A legal act, known by its state registry number (NGR).

    `form` is one of the watch list's forms (`constitution`, `constitutional law`, `code`, `law`,
    `presidential decree`, ...); `number` is None for acts without one (the Constitution).
    """

    ngr: str
    titles: dict[Language, str] = field(default_factory=dict)
    form: str | None = None
    number: str | None = None
    adopted: date | None = None
    reference_bank_id: int | None = None
    repealed_on: date | None = None
    """The day of its repeal; from then on no wording of it is given as in force.

    By the watch list: when it took effect or, where no source tells, the repealing act's day.
    """


@dataclass(frozen=True)
class Cause:
    """The amending act that a registry names as the reason of an edition."""

    title: str | None = None
    requisites: str | None = None
    reference_bank_id: int | None = None


@dataclass(frozen=True)
class ListedEdition:
    """One line of a registry's own list of an act's editions."""

    label: EditionLabel
    url: str | None = None
    cause: Cause | None = None


@dataclass(frozen=True)
class Edition:
    """The text of an act, in one language, as of one date.

    `title` and `requisites` (form, date, number) are what the page says, `content` its text in
    order. `known_on` is the day of the registry's database the page was made from, if it says.
    """

    ngr: str
    language: Language
    label: EditionLabel
    title: str
    content: tuple[Content, ...]
    requisites: str = ""
    status: ActStatus = ActStatus.UNKNOWN
    holding: Holding = WHOLE
    known_on: date | None = None
    cause: Cause | None = None
    sample: bool = False
    """True for the bundled sample registry: our own paraphrase, not official text."""

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles in order."""
        return tuple(item for item in self.content if isinstance(item, Article))

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """The divisions in order."""
        return tuple(item for item in self.content if isinstance(item, Division))

    @cached_property
    def by_key(self) -> dict[str, Article]:
        """The articles by key; of doubles the first (the gates refuse doubles)."""
        found: dict[str, Article] = {}
        for article in self.articles:
            found.setdefault(article.key, article)
        return found

    def footnotes(self) -> Iterator[tuple[str | None, Footnote]]:
        """Every footnote with the key of the article or division it stands at; None: the act."""
        for item in self.content:
            match item:
                case Footnote():
                    yield None, item
                case Division() | Article():
                    for note in item.notes:
                        yield item.key, note
                case Matter():
                    pass

    def text(self) -> str:
        """All words of the page's text in its order: nothing is lost, white space aside."""
        return "\n".join(
            item.text if isinstance(item, Footnote) else item.text() for item in self.content
        )


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
