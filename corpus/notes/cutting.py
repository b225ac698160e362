"""What of a note was cut off: brackets and quotations never closed, an end in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.notes.tokens import Bracket
from corpus.notes.wording import Wording

_GOES_ON = frozenset({"of", "in", "since", "until", "accordance", "see", "form"})
"""After these more words must follow: «Законом РК от»."""
_LAST_WORDS = 6
_QUOTES = (("«", "»"), ("“", "”"))


def cut_off(note: Wording, unclosed: Sequence[Bracket], *, ends_with_act: bool) -> Iterator[str]:
    """The words of a note that are not whole; `unclosed` are its brackets that never close.

    A note that ends with an act, without a full stop, may have been cut in its number: «№ 41».
    """
    for bracket in unclosed:
        yield note.inside(bracket)
    last = len(note.tokens) - 1
    if last and not unclosed and (ends_with_act or note.tokens[last - 1].tag in _GOES_ON):
        yield note.between(max(last - _LAST_WORDS, 0), last)
    for opening, closing in _QUOTES:
        if note.text.count(opening) > note.text.count(closing):
            yield " ".join(note.text[note.text.rindex(opening) :].split())
    if note.text.count('"') % 2:
        yield " ".join(note.text[note.text.rindex('"') :].split())
