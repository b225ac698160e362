"""Combinators: rules of a grammar over tokens, put together from smaller rules.

A rule is given the tokens and a place; it answers with the place behind what it read and its
value, or with None. Every sequence of tokens ends with one of tag `end`, which no rule passes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from corpus.notes.tokens import Token, Tokens

T = TypeVar("T")
U = TypeVar("U")
Read = tuple[int, T] | None
Rule = Callable[[Tokens, int], Read[T]]


def one(*tags: str) -> Rule[Token]:
    """One token of any of these tags."""
    wanted = frozenset(tags)

    def rule(tokens: Tokens, at: int) -> Read[Token]:
        token = tokens[at]
        return (at + 1, token) if token.tag in wanted else None

    return rule


def the(tag: str, *values: str) -> Rule[Token]:
    """One token of a tag and any of these values."""
    wanted = frozenset(values)

    def rule(tokens: Tokens, at: int) -> Read[Token]:
        token = tokens[at]
        return (at + 1, token) if token.tag == tag and token.value in wanted else None

    return rule


def seq(*rules: Rule[Any]) -> Rule[tuple[Any, ...]]:
    """All of these rules one after the other."""

    def rule(tokens: Tokens, at: int) -> Read[tuple[Any, ...]]:
        values = []
        for part in rules:
            read = part(tokens, at)
            if read is None:
                return None
            at, value = read
            values.append(value)
        return at, tuple(values)

    return rule


def choice(*rules: Rule[T]) -> Rule[T]:
    """The first of these rules that reads something."""

    def rule(tokens: Tokens, at: int) -> Read[T]:
        for part in rules:
            if read := part(tokens, at):
                return read
        return None

    return rule


def by_tag(rules: Mapping[str, Rule[T]]) -> Rule[T]:
    """The rule for the tag of the first token."""

    def rule(tokens: Tokens, at: int) -> Read[T]:
        part = rules.get(tokens[at].tag)
        return part(tokens, at) if part else None

    return rule


def maybe(part: Rule[T]) -> Rule[T | None]:
    """The rule, or nothing."""

    def rule(tokens: Tokens, at: int) -> Read[T | None]:
        return part(tokens, at) or (at, None)

    return rule


def many(part: Rule[T], most: int = 40) -> Rule[list[T]]:
    """The rule as often as it reads something, at most so many times, or never."""

    def rule(tokens: Tokens, at: int) -> Read[list[T]]:
        values: list[T] = []
        while len(values) < most and (read := part(tokens, at)):
            at, value = read
            values.append(value)
        return at, values

    return rule


def ahead(part: Rule[T]) -> Rule[T]:
    """What the rule reads, without passing it."""

    def rule(tokens: Tokens, at: int) -> Read[T]:
        read = part(tokens, at)
        return (at, read[1]) if read else None

    return rule


def absent(part: Rule[Any]) -> Rule[None]:
    """Nothing, where the rule would read nothing."""

    def rule(tokens: Tokens, at: int) -> Read[None]:
        return None if part(tokens, at) else (at, None)

    return rule


def made(part: Rule[T], make: Callable[[T], U | None]) -> Rule[U]:
    """What is made of the rule's value; nothing where that is None."""

    def rule(tokens: Tokens, at: int) -> Read[U]:
        read = part(tokens, at)
        if read is None:
            return None
        value = make(read[1])
        return None if value is None else (read[0], value)

    return rule
