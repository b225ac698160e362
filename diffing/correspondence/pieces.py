"""The pieces of a rule: what another text may have made a rule of its own.

A list is cut at its items, each with the words that open the list («комиссия: 2) выдаёт …» is a
sentence only with them); a paragraph is cut at its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.law import Block, BlockKind
from diffing.correspondence.provision import Provision

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[«\"(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_ITEMS = {BlockKind.SUBPOINT, BlockKind.POINT}


@dataclass(frozen=True)
class Piece:
    """A part of a rule's words: an item of its list, or a sentence.

    `opening` are the words that open the list the item stands in, `text` the piece's own.
    """

    text: str
    opening: str = ""


def pieces(provision: Provision) -> tuple[Piece, ...]:
    """The pieces in order; one piece is no pieces: then there is only the whole."""
    found = tuple(_pieces(provision.blocks))
    return found if len(found) > 1 else ()


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    opening = ""
    item: list[str] = []
    for block in blocks:
        text = block.text.strip()
        if block.kind in _ITEMS:
            if item:
                yield Piece("\n".join(item), opening)
            item = [text]
        elif item and block.kind is not BlockKind.PART:
            item.append(text)
        else:
            if item:
                yield Piece("\n".join(item), opening)
                item = []
            if text.endswith(":"):
                *before, opening = _SENTENCE_END.split(text)
                yield from map(Piece, before)
            elif opening and block.kind is BlockKind.INDENT:
                yield Piece(text, opening)
            else:
                opening = ""
                yield from (Piece(sentence) for sentence in _SENTENCE_END.split(text) if sentence)
    if item:
        yield Piece("\n".join(item), opening)
