"""What a note says was done: its words -> assertions, each a place and a verb.

«Заголовок дан в новой редакции, преамбула исключена» is two of them. A verb is said of the places
before it; what a text was supplemented *with* stands behind the Russian and English verb and before
the Kazakh one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.amendments import Role, Verb
from corpus.law import Language
from corpus.notes.roles import role_of
from corpus.notes.spotting import Assertion, Spotted
from corpus.notes.targets import Named
from corpus.notes.tokens import Tokens


@dataclass(frozen=True)
class Statement:
    """What the words of a statement say.

    `of_act` tells that they name the act itself («по всему тексту Закона»), `of_rules` the rules
    that an appendix is. `since` and `until` are the first day and the day after the last one of a
    wording or a suspension. `heads` are the places that what follows goes on about: what was added,
    else what was named first.
    """

    assertions: tuple[Assertion, ...] = ()
    role: Role = Role.AMENDS
    since: date | None = None
    until: date | None = None
    of_act: bool = False
    of_rules: bool = False
    heads: Named | None = None


def statement_of(tokens: Tokens, text: str, language: Language | None) -> Statement:
    """What a statement says; its `tokens` are closed by an `end` and hold no brackets."""
    spotted = Spotted(tokens, text)
    spotted.read()
    assertions = tuple(_distinct(spotted.assertions))
    added = [one.named for one in assertions if one.verb is Verb.ADDED and one.named]
    return Statement(
        assertions=assertions,
        role=role_of(tokens, language, has_verb=bool(assertions)),
        since=spotted.since,
        until=spotted.until,
        of_act=spotted.of_act,
        of_rules=spotted.of_rules,
        heads=added[-1] if added else spotted.heads or spotted.last,
    )


def _distinct(assertions: list[Assertion]) -> Iterator[Assertion]:
    """Each once; what was also «amended» in a way that is told is told once, by that way."""
    told: dict[tuple[object, Verb], Assertion] = {}
    for one in assertions:
        told.setdefault((one.named and one.named.paths, one.verb), one)
    for (paths, verb), one in told.items():
        others = {verb for named, verb in told if named == paths} - {Verb.AMENDED, Verb.ADDED}
        if verb is not Verb.AMENDED or not others:
            yield one


__all__ = ["Assertion", "Statement", "statement_of"]
