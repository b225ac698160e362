"""An edition's text as the classic adilet template prints it: flat siblings, quirks and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from corpus.law import Language
from crawler.sample.acts import SampleEdition
from crawler.sample.text import BOLD, Mark, Paragraph, pieces

CODES = {Language.RU: "rus", Language.KK: "kaz"}
"""How the registries' addresses name the languages."""

_INDENT = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "


def article_html(edition: SampleEdition) -> str:
    """What stands inside `<article>`."""
    return "".join(_siblings(edition.paragraphs, edition.language))


def _siblings(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[str]:
    waiting: Paragraph | None = None  # a heading that runs into the next paragraph
    for mark, group in groupby(paragraphs, key=lambda paragraph: paragraph.mark):
        together = list(group)
        if mark is Mark.NOTE:
            yield _notes(together, language)
            continue
        if mark is Mark.ROW:
            yield _table(together)
            continue
        for paragraph in together:
            if mark is Mark.ARTICLE_RUN_IN:
                waiting = paragraph
            elif waiting is not None:
                yield _paragraph(waiting.anchor, _plain(waiting) + _linked(paragraph, language))
                waiting = None
            else:
                yield _sibling(paragraph, language)


def _sibling(paragraph: Paragraph, language: Language) -> str:
    words = _linked(paragraph, language)
    match paragraph.mark:
        case Mark.DIVISION | Mark.ARTICLE | Mark.TITLE:
            return _heading(paragraph)
        case Mark.ARTICLE_BOLD:
            return f'<p><b><a name="{paragraph.anchor}"></a>{words}</b></p>\n'
        case Mark.NOTE_RUN:
            return _note_run(paragraph, language)
        case Mark.NOTICE:
            return _notice(words)
        case Mark.STAMP | Mark.SIGNATURE:
            return _stamp(paragraph) if paragraph.mark is Mark.STAMP else _signature(paragraph)
        case _:
            return _paragraph(paragraph.anchor, words)


def _notice(words: str) -> str:
    red = f'<font color="#FF0000">{_INDENT}'
    return f"<p>\n{red}" + f"</font><br>\n{red}".join(words.split(" // ")) + "</font></p>\n"


def _paragraph(anchor: str, words: str) -> str:
    identity = f' id="{anchor}"' if anchor else ""
    return f"<p{identity}>\n{_INDENT}{words}</p>\n"


def _heading(paragraph: Paragraph) -> str:
    words = "<br>".join(escape(line, quote=False) for line in paragraph.lines)
    if len(paragraph.lines) > 1 and paragraph.mark is Mark.DIVISION:
        return f'<h3> <a name="{paragraph.anchor}"></a>{words}</h3>'
    return f'<h3 id="{paragraph.anchor}"> {words}</h3>'


def _notes(paragraphs: Sequence[Paragraph], language: Language) -> str:
    lines = "<br>\n".join(_INDENT + _linked(paragraph, language) for paragraph in paragraphs)
    return f'<p class="note">\n{lines}</p>\n'


def _note_run(paragraph: Paragraph, language: Language) -> str:
    """Spans for the words and, outside of them, the links."""
    start = _INDENT + (f'<a name="{paragraph.anchor}"></a>' if paragraph.number else "")
    run = [
        f'<span class="note">{start if at == 0 else ""}{escape(words, quote=False)}</span>'
        if target is None
        else _link(words, target, language)
        for at, (words, target) in enumerate(pieces(paragraph.text))
    ]
    return "".join(run) + "<br>\n"


def _table(rows: Sequence[Paragraph]) -> str:
    body = "".join(
        "<tr>\n"
        + "".join(f"<td>{escape(cell, quote=False) or '<br>'}</td>\n" for cell in row.cells)
        + "</tr>\n"
        for row in rows
    )
    return f'<p>\n<table border="1" cellpadding="4" cellspacing="0">\n{body}</table></p>\n'


def _stamp(paragraph: Paragraph) -> str:
    words = "<br>".join(escape(line, quote=False) for line in paragraph.lines)
    return (
        '<p align="right"><table border="0">\n<tr>\n<td align="center" width="387">&nbsp;</td>\n'
        f'<td align="center" width="228"><a name="{paragraph.anchor}"></a>{words}</td>\n'
        "</tr></table></p>"
    )


def _signature(paragraph: Paragraph) -> str:
    words = "<br>".join(escape(line, quote=False) for line in paragraph.lines)
    return (
        '<p>\n<table border="0" width="600">\n<tr>\n<td align="left" width="400">\n'
        f"<i>{_INDENT}{words}</i>\n</td>\n</tr>\n\n</table></p>\n"
    )


def _plain(paragraph: Paragraph) -> str:
    return escape(paragraph.text, quote=False)


def _linked(paragraph: Paragraph, language: Language) -> str:
    return linked(paragraph.text, language)


def linked(text: str, language: Language) -> str:
    """A paragraph's words with its links and bold words in HTML."""
    words = "".join(
        escape(words, quote=False) if target is None else _link(words, target, language)
        for words, target in pieces(text)
    )
    return BOLD.sub(r"<b>\1</b>", words)


def _link(words: str, target: str, language: Language) -> str:
    return f'<a href="/{CODES[language]}/docs/{target}">{escape(words, quote=False)}</a>'
