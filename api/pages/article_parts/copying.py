"""What of an article is copied: citations, and a piece of HTML for another site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlencode

from markupsafe import Markup

from api.questions.citations.citing import Cited
from corpus.citations.exports import bibtex, csl_json, ris
from corpus.law import Block, Language

_MOST_QUOTED = 900
"""Signs of a wording that a snippet quotes: whole paragraphs, the first at least."""
_LONGEST_QUOTED = 5_000
"""Signs of one paragraph that a snippet quotes: a form in an appendix may be a megabyte."""
_QUOTE = Markup(
    '<blockquote lang="{lang}" cite="{address}">\n{paragraphs}\n'
    '<footer>— <a href="{address}">{citation}</a> ({edition})</footer>\n</blockquote>'
)
_FRAME = Markup(
    '<iframe src="{source}" title="{citation}" lang="{lang}" width="100%" height="420" '
    'loading="lazy"></iframe>'
)


@dataclass(frozen=True)
class Copied:
    """A citation in one form: its name, its text, and where it is had as a file (else None)."""

    name: str
    text: str
    format: str | None = None


@dataclass(frozen=True)
class ForCopying:
    """All that is offered to be copied of an article in an edition.

    `official` are the official forms by language, `of_edition` that of the text's with its edition,
    `quote` and `frame` HTML as text.
    """

    official: dict[Language, str]
    of_edition: str
    short: str
    permalink: str
    files: tuple[Copied, ...]
    quote: str
    frame: str

    @classmethod
    def of(cls, cited: Cited, base: str, edition: str) -> Self:
        """What is offered; `base` is where the service is reached, `edition` how it is called."""
        record = cited.exported(base)
        language = cited.record.edition.language
        return cls(
            {one: cited.official(one) for one in Language},
            cited.of_edition(language),
            cited.short(language),
            cited.permalink(base),
            (
                Copied("BibTeX", bibtex(record), "bibtex"),
                Copied("RIS", ris(record).replace("\r\n", "\n"), "ris"),
                Copied("CSL-JSON", csl_json(record), "csl"),
            ),
            str(_quote(cited, base, edition)),
            str(_frame(cited, base)),
        )


def embed_address(cited: Cited, base: str = "") -> str:
    """The address of the page that other sites may show in a frame, pinned to the text."""
    path = f"/embed/acts/{quote(cited.record.edition.ngr)}/articles/{quote(cited.key)}"
    return f"{base.rstrip('/')}{path}?{urlencode(cited.pins)}"


def _quote(cited: Cited, base: str, edition: str) -> Markup:
    blocks = cited.place.blocks if cited.place else cited.record.article.blocks
    language = cited.record.edition.language
    return _QUOTE.format(
        lang=language,
        address=cited.permalink(base),
        paragraphs=Markup("\n").join(_paragraphs(blocks)),
        citation=cited.official(language),
        edition=edition,
    )


def _paragraphs(blocks: Iterable[Block]) -> Iterable[Markup]:
    length = 0
    for block in blocks:
        length += len(block.printed)
        if length > _MOST_QUOTED and length > len(block.printed):
            yield Markup("<p>…</p>")
            return
        if block.rows:
            yield _table(block)
        else:
            yield Markup("<p>{}</p>").format(_beginning(block.printed))


def _beginning(words: str) -> str:
    if len(words) <= _LONGEST_QUOTED:
        return words
    return f"{words[:_LONGEST_QUOTED].rpartition(' ')[0]} …"


def _table(block: Block) -> Markup:
    rows = (
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row)
        )
        for row in block.rows
    )
    return Markup("<table>{}</table>").format(Markup("").join(rows))


def _frame(cited: Cited, base: str) -> Markup:
    language = cited.record.edition.language
    return _FRAME.format(
        source=embed_address(cited, base), citation=cited.official(language), lang=language
    )
