"""An act's form, number and day as its own page says them, under the title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.notes.mentions import form_of, mention_at
from corpus.notes.tokens import tokens_of

_FORM_BEHIND = 8
"""So many words behind its number the form of a Kazakh act is told: «… № 1484 Жарлығы»."""


@dataclass(frozen=True)
class Requisites:
    """What a page says of its act; None where it does not, or in words that are not known."""

    form: str | None = None
    number: str | None = None
    adopted: date | None = None


def read_requisites(text: str) -> Requisites:
    """The first act that the words under a title name: the act itself; its repeal comes later.

    «Постановление Правительства Республики Казахстан от 13 ноября 2023 года № 1000».
    """
    tokens = tokens_of(text)
    for at in range(len(tokens) - 1):
        mention = mention_at(tokens, at)
        if mention is None:
            continue
        behind = tokens[mention.end : mention.end + _FORM_BEHIND]
        return Requisites(
            form_of(tokens[: mention.start]) or form_of(behind),
            mention.number,
            mention.day.on if mention.day else None,
        )
    return Requisites(form_of(tokens))
