"""The inline content of a paragraph, cut into wording and remarks.

A registry marks its remarks by class (`.note`), by colour (red), or only by words; their links
stand partly outside the marked spans. Here a paragraph becomes pieces: consecutive words of one
kind, with their links and the anchor they carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.html import HtmlElement

from corpus.law import Link

_RED = re.compile(r"^(?:#?ff0000|#?f00|red)$", re.IGNORECASE)
_RED_STYLE = re.compile(r"color\s*:\s*(?:#?ff0000|#?f00|red)\b", re.IGNORECASE)
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_DIGITS = re.compile(r"[0-9]+(?:-[0-9]+)*")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
UNREAD = frozenset({"script", "style", "template", "noscript"})


class Fragment(NamedTuple):
    """A run of text with the mark-up it stands in; `breaks` is a `<br>` and has no text.

    A page has thousands of them: a named tuple is made several times faster than a dataclass.
    """

    text: str = ""
    note: bool = False
    bold: bool = False
    italic: bool = False
    href: str | None = None
    link: HtmlElement | None = None
    anchor: str | None = None
    breaks: bool = False


@dataclass
class Piece:
    """Words of one kind, one after another."""

    note: bool
    text: str = ""
    bold: bool = True
    italic: bool = True
    anchor: str | None = None
    links: list[tuple[HtmlElement, str, str]] = field(default_factory=list)

    def add(self, fragment: Fragment) -> None:
        """Take one more fragment."""
        self.text += fragment.text
        if fragment.text.strip():
            self.bold &= fragment.bold
            self.italic &= fragment.italic
        self.anchor = self.anchor or fragment.anchor
        if fragment.href and fragment.link is not None and fragment.text:
            if self.links and self.links[-1][0] is fragment.link:
                link, words, href = self.links.pop()
                self.links.append((link, words + fragment.text, href))
            else:
                self.links.append((fragment.link, fragment.text, fragment.href))

    @property
    def words(self) -> str:
        """The text, white space made even, line feeds kept."""
        return even(self.text)

    def law_links(self) -> tuple[Link, ...]:
        """The links as the law's values."""
        return tuple(Link(even(words), href) for _, words, href in self.links if words.strip())


def even(text: str) -> str:
    """Runs of white space made one space, the ends trimmed; line feeds of `<br>` stay."""
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def marks_note(element: HtmlElement) -> bool:
    """Whether an element's own mark-up says that it is the registry's remark."""
    classes = element.get("class")
    if classes and "note" in classes.split():
        return True
    colour = element.get("color")
    if colour and _RED.match(colour.strip()):
        return True
    style = element.get("style")
    return bool(style and _RED_STYLE.search(style))


def anchor_of(element: HtmlElement) -> str | None:
    """The element's own anchor: its id, or the name of an `<a name>`."""
    own = element.get("id") or (element.get("name") if element.tag == "a" else None)
    return own or None


def fragments(element: HtmlElement) -> Iterator[Fragment]:
    """The inline content of an element, in order; comments are no text, white space is even."""
    yield from _inside(element, Fragment(note=marks_note(element)))


def fragments_of(node: HtmlElement) -> Iterator[Fragment]:
    """The same of one inline element that stands by itself, its tail left out."""
    yield from _element(node, Fragment())


def _inside(element: HtmlElement, around: Fragment) -> Iterator[Fragment]:
    if element.text:
        yield _text(element.text, around)
    for child in element:
        if isinstance(child.tag, str):
            yield from _element(child, around)
        if child.tail:
            yield _text(child.tail, around)


def _element(element: HtmlElement, around: Fragment) -> Iterator[Fragment]:
    tag = element.tag
    if tag == "br":
        yield Fragment(breaks=True)
        return
    if tag in UNREAD:
        return
    own = anchor_of(element)
    if own:
        yield Fragment(anchor=own, note=around.note)
    if tag == "sup" and (raised := _raised_number(element)):
        yield _text(raised, around)
        return
    href = element.get("href") if tag == "a" else None
    yield from _inside(
        element,
        Fragment(
            note=around.note or marks_note(element),
            bold=around.bold or tag in _BOLD,
            italic=around.italic or tag in _ITALIC,
            href=href or around.href,
            link=element if href else around.link,
        ),
    )


def _raised_number(element: HtmlElement) -> str | None:
    """A raised number right after a digit, in raised digits: «113¹» is not «1131»."""
    number = element.text_content().strip()
    previous, parent = element.getprevious(), element.getparent()
    before: str | None = parent.text if parent is not None else None
    if previous is not None:
        before = previous.tail or (previous.text_content() if isinstance(previous.tag, str) else "")
    if _DIGITS.fullmatch(number) and before and before[-1].isdigit():
        return number.translate(_RAISED)
    return None


def _text(text: str, around: Fragment) -> Fragment:
    _, note, bold, italic, href, link, _, _ = around
    return Fragment(inline(text), note, bold, italic, href, link)


def inline(text: str) -> str:
    """Text of the source in one line: its own line feeds are white space, only `<br>` is one."""
    return text.replace("\n", " ").replace("\r", " ")


def cut(run: list[Fragment]) -> list[list[Piece]]:
    """A paragraph's fragments, a list of pieces for each line between `<br>`."""
    lines: list[list[Fragment]] = [[]]
    for fragment in run:
        if fragment.breaks:
            lines.append([])
        else:
            lines[-1].append(fragment)
    return [pieces for line in lines if (pieces := _pieces(line))]


def _pieces(line: list[Fragment]) -> list[Piece]:
    marked = _links_taken_in(line)
    pieces: list[Piece] = []
    waiting: str | None = None
    for fragment, note in zip(line, marked, strict=True):
        if not fragment.text.strip():
            if pieces and fragment.text:
                pieces[-1].text += fragment.text
            waiting = fragment.anchor or waiting
            if fragment.anchor and pieces and not pieces[-1].text.strip():
                pieces[-1].anchor = pieces[-1].anchor or fragment.anchor
            continue
        if not pieces or pieces[-1].note is not note:
            pieces.append(Piece(note))
        pieces[-1].add(fragment)
        pieces[-1].anchor = pieces[-1].anchor or waiting
        waiting = None
    if not pieces and waiting:
        pieces.append(Piece(note=False, anchor=waiting))
    return pieces


def _links_taken_in(line: list[Fragment]) -> list[bool]:
    """Whether each fragment is a remark.

    A link between two remarks, before or after one is its part, and so is punctuation that slipped
    out of the marked spans.
    """
    marked = [fragment.note for fragment in line]
    worded = [at for at, fragment in enumerate(line) if fragment.text.strip()]
    for place, at in enumerate(worded):
        if line[at].note or not _is_loose(line[at]) or (place and not marked[worded[place - 1]]):
            continue
        following = [line[n].note for n in worded[place + 1 :] if not _is_loose(line[n])]
        marked[at] = following[0] if following else place > 0
    return marked


def _is_loose(fragment: Fragment) -> bool:
    """Whether a fragment may be of a remark although nothing marks it: a link, a stop."""
    return bool(fragment.href) or not any(letter.isalnum() for letter in fragment.text)
