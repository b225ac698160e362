"""Small rules that are put together into the grammar of instructions.

A rule takes pieces and a position and gives what it read with the position behind it, or None. What
is read is a `Part` of a clause; the parts of a sequence add up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.addresses import Unit
from corpus.instructions.operations import Kind, Path
from corpus.instructions.pieces import Piece, PieceKind


@dataclass(frozen=True)
class Part:
    """A part of a clause, or a whole one: what it says; fields that it does not say are empty.

    `old` are words looked for, `new` words that come; `announces`: new wording follows, `inline`
    is it where it stands in the same paragraph. `more` are further pairs under the same verb.
    """

    kind: Kind | None = None
    paths: tuple[Path, ...] = ()
    added: tuple[Path, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    throughout: bool = False
    inflected: bool = False
    announces: bool = False
    inline: str | None = None
    in_appendix: bool = False
    more: tuple[Part, ...] = ()
    behind: tuple[Path, ...] = ()
    """The units that the new ones follow."""
    whole_act: bool = False
    """«по всему тексту Закона», «заголовок указанного Закона»: whatever unit is open."""

    def __add__(self, other: Part) -> Part:
        if other is NOTHING:
            return self
        if self is NOTHING:
            return other
        return Part(
            self.kind or other.kind,
            self.paths + other.paths,
            self.added + other.added,
            self.old + other.old,
            self.new + other.new,
            self.throughout or other.throughout,
            self.inflected or other.inflected,
            self.announces or other.announces,
            self.inline if self.inline is not None else other.inline,
            self.in_appendix or other.in_appendix,
            self.more + other.more,
            self.behind + other.behind,
            self.whole_act or other.whole_act,
        )


NOTHING = Part()
Pieces = Sequence[Piece]
Rule = Callable[[Pieces, int], tuple[Part, int] | None]
Forms = tuple[tuple[str, Rule], ...]
"""Rules by the pattern of the verb without which none of them can fit."""


def word(*patterns: str) -> Rule:
    """Words, one after the other, each matched whole by its pattern."""
    compiled = [re.compile(pattern) for pattern in patterns]

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        if at + len(compiled) > len(pieces):
            return None
        for pattern in compiled:
            piece = pieces[at]
            if piece.kind is not PieceKind.WORD or not pattern.fullmatch(piece.text):
                return None
            at += 1
        return NOTHING, at

    return read


def sign(signs: str) -> Rule:
    """One of some signs."""

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        fits = at < len(pieces) and pieces[at].kind is PieceKind.SIGN and pieces[at].text in signs
        return (NOTHING, at + 1) if fits else None

    return read


def quoted(pieces: Pieces, at: int) -> tuple[Part, int] | None:
    """A quotation: words that are looked for."""
    if at < len(pieces) and pieces[at].kind is PieceKind.QUOTED:
        return Part(old=(pieces[at].text,)), at + 1
    return None


def address(ending: str = "") -> Rule:
    """Units in an address; `ending` is how its last word must end."""
    compiled = re.compile(f"(?:{ending})$")

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        if at >= len(pieces) or pieces[at].kind is not PieceKind.ADDRESS:
            return None
        fits = compiled.search(pieces[at].text.casefold())
        return (Part(paths=pieces[at].paths), at + 1) if fits else None

    return read


def unit_named(names: dict[str, Unit]) -> Rule:
    """A unit that is named without a number, by a word that one of the patterns matches."""
    compiled = [(re.compile(pattern), unit) for pattern, unit in names.items()]

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        if at < len(pieces) and pieces[at].kind is PieceKind.WORD:
            for pattern, unit in compiled:
                if pattern.fullmatch(pieces[at].text):
                    return Part(paths=((unit,),)), at + 1
        return None

    return read


def says(part: Part) -> Rule:
    """Reads nothing and says something."""
    return lambda pieces, at: (part, at)  # noqa: ARG005 - the shape of a rule


def of_kind(kind: Kind) -> Rule:
    """Reads nothing and says what the instruction does."""
    return says(Part(kind=kind))


def seq(*rules: Rule) -> Rule:
    """All rules, one after the other."""

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        whole = NOTHING
        for rule in rules:
            result = rule(pieces, at)
            if result is None:
                return None
            whole, at = whole + result[0], result[1]
        return whole, at

    return read


def first_of(*rules: Rule) -> Rule:
    """The first rule that fits."""

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        for rule in rules:
            if (result := rule(pieces, at)) is not None:
                return result
        return None

    return read


def maybe(rule: Rule) -> Rule:
    """The rule, or nothing."""
    return first_of(rule, says(NOTHING))


def many(rule: Rule) -> Rule:
    """The rule as often as it fits."""

    def read(pieces: Pieces, at: int) -> tuple[Part, int]:
        whole = NOTHING
        while (result := rule(pieces, at)) is not None:
            whole, at = whole + result[0], result[1]
        return whole, at

    return read


def listed(rule: Rule, joint: Rule) -> Rule:
    """One or more, with joints between."""
    return seq(rule, many(seq(joint, rule)))


def made(rule: Rule, make: Callable[[Part], Part | None]) -> Rule:
    """What the rule read, made into something else; None: it does not fit after all."""

    def read(pieces: Pieces, at: int) -> tuple[Part, int] | None:
        result = rule(pieces, at)
        part = make(result[0]) if result is not None else None
        return None if result is None or part is None else (part, result[1])

    return read


def only_one(rule: Rule) -> Rule:
    """The rule where it reads one unit and no list."""
    return made(rule, lambda part: part if len(part.paths) == 1 else None)


def as_new(rule: Rule) -> Rule:
    """Quotations that are the words to come."""
    return made(rule, lambda part: replace(part, old=(), new=part.old))


def as_added(rule: Rule) -> Rule:
    """Addresses that are the units to come."""
    return made(rule, lambda part: replace(part, paths=(), added=part.paths))


def as_behind(rule: Rule) -> Rule:
    """Addresses of the units that the new ones follow."""
    return made(rule, lambda part: replace(part, paths=(), behind=part.paths))


def as_more(rule: Rule) -> Rule:
    """A further pair under the same verb."""
    return made(rule, lambda part: Part(more=(part,)))


def as_inline(rule: Rule) -> Rule:
    """A quotation that is new wording in the same paragraph."""
    return made(rule, lambda part: replace(part, old=(), inline=part.old[0]))
