"""Writing SVG: elements as text, everything in them escaped."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 cannot hold, whatever a registry's page had in it.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FONT = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif"
# Widths of DejaVu Sans, one of the widest fonts there are, in shares of the size.
_NARROW = frozenset(" .,:;'|!()[]-·iіljft")
_WIDE = frozenset("жшщюмфыmw—…")
_NARROW_WIDTH, _MIDDLE_WIDTH, _WIDE_WIDTH = 0.38, 0.64, 0.85
_BOLDER = 1.12


def element(name: str, *children: str, **attributes: object) -> str:
    """An element; `_` in an attribute's name is written `-`, None leaves it out.

    Children are XML already: text goes through `words` first.
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def document(title: str, width: float, height: float, *content: str) -> str:
    """An SVG document of its own: what a viewer calls it, and its content."""
    drawing = element(
        "svg",
        tooltip(title),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=width,
        height=height,
        role="img",
        font_family=_FONT,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'


def words(text: str) -> str:
    """Text as an element's content."""
    return escape(_NOT_XML.sub("\ufffd", text))


def label(x: float, y: float, text: str, **attributes: object) -> str:
    """A line of text that begins (or with `text_anchor` ends, or has its middle) at a point."""
    return element("text", words(text), x=x, y=y, **attributes)


def tooltip(text: str) -> str:
    """What a viewer shows when the pointer rests on an element."""
    return element("title", words(text))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is in a sans-serif font of a size; rather too much than too little."""
    return sum(map(_letter_width, text)) * size * (_BOLDER if bold else 1)


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, cut at its end and closed with an ellipsis where it is wider than that."""
    text = " ".join(text.split())
    if text_width(text, size, bold=bold) <= width:
        return text
    while text and text_width(f"{text}…", size, bold=bold) > width:
        text = text[:-1]
    return f"{text.rstrip(' ,;:.')}…"


def wrapped(text: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most so many lines of a width, the last one cut where there is more."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    cut = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [fitted(line, width, size, bold=bold) for line in cut if line]


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_WIDTH
    return _WIDE_WIDTH if letter in _WIDE or letter.isupper() else _MIDDLE_WIDTH


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return _NOT_XML.sub("\ufffd", str(value))
