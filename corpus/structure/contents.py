"""Finding the table of contents that older editions repeat inside the text.

Without this each article would occur twice, first as a phantom without wording.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.structure.headings import Heading
from corpus.structure.lines import Line, Role
from corpus.structure.vocabulary import CONTENTS_END, Vocabulary

_FEWEST_ARTICLES = 3
"""Fewer articles in a row without a word of text are no table of contents."""
_LONGEST_TITLE = 250


def find_contents(
    lines: Sequence[Line], headings: Sequence[Heading | None], words: Vocabulary
) -> range:
    """The positions of the table of contents in a page's lines; empty where there is none.

    `headings` are what `recognise` makes of each line.

    It ends with the registry's mark «яяяя» or «яя»; without the mark it is a run of headings
    at the beginning whose articles all come again.
    """
    start = _start(lines, headings, words)
    if start is None:
        return range(0)
    marks = [at for at, line in enumerate(lines) if CONTENTS_END.match(line.text)]
    if marks and marks[0] > start:
        end = marks[0]
        while end < len(lines) and CONTENTS_END.match(lines[end].text):
            end += 1
        return range(start, end)
    return _unmarked(lines, headings, start, words)


def _start(
    lines: Sequence[Line], headings: Sequence[Heading | None], words: Vocabulary
) -> int | None:
    for at, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        if heading is not None or words.contents_title.match(line.text):
            return at
    return None


def _unmarked(
    lines: Sequence[Line], headings: Sequence[Heading | None], start: int, words: Vocabulary
) -> range:
    titled = bool(words.contents_title.match(lines[start].text))
    end = start + 1 if titled else start
    listed: list[str] = []
    while end < len(lines):
        heading = headings[end]
        if heading is not None and heading.level is None:
            if heading.number in listed:
                break
            listed.append(heading.number)
        elif heading is None and not _continues_title(lines, headings, end, listed):
            break
        end += 1
    # The run swallows the true first headings (chapter 1) when nothing stands between.
    later = {
        heading.number
        for heading in headings[end:]
        if heading is not None and heading.level is None
    }
    if len(listed) < _FEWEST_ARTICLES or not _mostly(listed, later):
        return range(start, start + 1) if titled else range(0)
    while lines[end - 1].role is Role.HEADING and not _is_article(headings[end - 1]):
        end -= 1
    return range(start, end)


def _continues_title(
    lines: Sequence[Line], headings: Sequence[Heading | None], at: int, listed: list[str]
) -> bool:
    """Whether a line is the second half of a long title inside the list."""
    return (
        bool(listed)
        and at + 1 < len(lines)
        and headings[at + 1] is not None
        and lines[at].role is Role.TEXT
        and len(lines[at].text) < _LONGEST_TITLE
        and not lines[at].text.endswith((".", ";", ":"))
    )


def _is_article(heading: Heading | None) -> bool:
    return heading is not None and heading.level is None


def _mostly(listed: list[str], later: set[str]) -> bool:
    """Whether most listed articles come again; a cut copy may lack the last ones."""
    return 2 * sum(number in later for number in listed) > len(listed)
