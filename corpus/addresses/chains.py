"""Phrases that belong together: «подпункт 2) пункта 1 статьи 5» is one address.

Russian and English name the inner unit first («пункт 1 статьи 5») or the outer one («ст. 5 п. 1»,
«статья 5, пункт 1»), Kazakh always the outer one («5-баптың 1-тармағы»). What several addresses
share is said once: «абзац второй пункта 1 и пункт 3 статьи 5» are both of article 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import product

from corpus.addresses.phrases import Phrase, phrases
from corpus.addresses.tokens import Token, tokens_of
from corpus.addresses.units import Address, Unit, contains
from corpus.law import Language

_JOINING = {
    Language.RU: {"и", "или", "либо"},
    Language.KK: {"және", "мен", "бен", "пен", "немесе", "не"},
    Language.EN: {"and", "or"},
}
_OF = {
    Language.RU: (["к"],),
    Language.KK: (),
    Language.EN: (["of"], ["of", "the"], ["in"], ["to"], ["to", "the"]),
}
_MOST_ADDRESSES = 2_000
"""Of one chain: what asks for more is no address but an attack."""


class _Gap(Enum):
    """What stands between two phrases."""

    NOTHING = auto()
    COMMA = auto()
    AND = auto()
    OTHER = auto()


@dataclass(frozen=True)
class _Chain:
    """Phrases of one address. `outward`: the inner unit comes first; None: not known."""

    phrases: tuple[Phrase, ...]
    outward: bool | None = None
    inherited: tuple[Phrase, ...] = ()

    @property
    def last(self) -> Phrase:
        return self.phrases[-1]

    def ordered(self) -> tuple[Phrase, ...]:
        """The phrases, outermost first."""
        own = self.phrases[::-1] if self.outward else self.phrases
        return (*self.inherited, *own)


def addresses_in(text: str, language: Language) -> tuple[Address, ...]:
    """The addresses that a text names, in its order; those of one list share their stretch."""
    tokens = tokens_of(text)
    found: list[Address] = []
    for group in _groups(tokens, language):
        for chain in _completed(group):
            found += _expanded(chain, tokens)
    return tuple(found)


def _groups(tokens: Sequence[Token], language: Language) -> Iterator[list[_Chain]]:
    """Chains that are joined by commas or «и», group by group."""
    told = phrases(tokens, language)
    group: list[_Chain] = []
    for at, phrase in enumerate(told):
        if not group:
            group = [_Chain((phrase,))]
            continue
        following = told[at + 1] if at + 1 < len(told) else None
        gap = _gap(tokens, group[-1].last.end, phrase.first, language)
        is_outer_next = (
            following is not None
            and _gap(tokens, phrase.end, following.first, language) is _Gap.NOTHING
            and contains(following.kind, phrase.kind) is True
        )
        extended = _extended(group[-1], phrase, gap, language, is_outer_next=is_outer_next)
        if extended is not None:
            group[-1] = extended
        elif gap in {_Gap.COMMA, _Gap.AND}:
            group.append(_Chain((phrase,)))
        else:
            yield group
            group = [_Chain((phrase,))]
    if group:
        yield group


def _extended(
    chain: _Chain, phrase: Phrase, gap: _Gap, language: Language, *, is_outer_next: bool
) -> _Chain | None:
    """The chain with one more phrase; None if that one begins a new address."""
    if gap not in {_Gap.NOTHING, _Gap.COMMA} or any(
        one.kind is phrase.kind for one in chain.phrases
    ):
        return None
    outward = contains(phrase.kind, chain.last.kind)
    if outward is None:
        outward = chain.outward
        if outward is None and len(chain.phrases) == 1:
            outward = language is not Language.KK and not (
                chain.last.genitive and not phrase.genitive
            )
    if language is Language.KK and outward:
        return None
    if chain.outward is not None and outward != chain.outward:
        return None
    if gap is _Gap.COMMA and not _goes_on(chain, phrase, language, is_outer_next=is_outer_next):
        return None
    return replace(chain, phrases=(*chain.phrases, phrase), outward=outward)


def _goes_on(chain: _Chain, phrase: Phrase, language: Language, *, is_outer_next: bool) -> bool:
    """Whether a comma stands inside one address: «ст. 5, п. 1»; «п. 1, ст. 5»."""
    if contains(chain.last.kind, phrase.kind):
        return not is_outer_next
    if language is Language.EN:
        return len(phrase.numbers) == 1
    return (phrase.genitive or phrase.short) and len(phrase.numbers) == 1


def _gap(tokens: Sequence[Token], end: int, start: int, language: Language) -> _Gap:
    between = [token.text for token in tokens[end:start]]
    if not between or between in _OF[language]:
        return _Gap.NOTHING
    if between in ([","], [";"]):
        return _Gap.COMMA
    if between[0] in {",", ";"}:
        between = between[1:]
    if between == ["а", "также"] or (len(between) == 1 and between[0] in _JOINING[language]):
        return _Gap.AND
    return _Gap.OTHER


def _completed(group: list[_Chain]) -> list[_Chain]:
    """The chains of a group, each with the outer units that another names for it too."""
    for at in range(len(group) - 2, -1, -1):
        following = group[at + 1]
        if following.outward or following.inherited:
            group[at] = _inheriting(group[at], following)
    for at in range(1, len(group)):
        before = group[at - 1]
        if before.outward is False or (before.inherited and not group[at].outward):
            group[at] = _inheriting(group[at], before)
    return group


def _inheriting(chain: _Chain, other: _Chain) -> _Chain:
    """A chain with the units of another that stand around both."""
    if chain.inherited:
        return chain
    outermost, others = chain.ordered()[0], other.ordered()
    around = [
        one
        for one in others[:-1]
        if contains(one.kind, outermost.kind) is True and contains(one.kind, others[-1].kind)
    ]
    return replace(chain, inherited=tuple(around))


def _expanded(chain: _Chain, tokens: Sequence[Token]) -> Iterator[Address]:
    ordered = chain.ordered()
    start = tokens[min(phrase.first for phrase in chain.phrases)].start
    end = tokens[max(phrase.end for phrase in chain.phrases) - 1].end
    several = 1
    for phrase in ordered:
        several *= len(phrase.numbers)
    if several > _MOST_ADDRESSES:
        return
    own = _own_stretches(chain, tokens, start, end)
    for numbers in product(*(phrase.numbers for phrase in ordered)):
        units = tuple(
            Unit(phrase.kind, number) for phrase, number in zip(ordered, numbers, strict=True)
        )
        stretch = next((own[unit] for unit in units if unit in own), (start, end))
        yield Address(units, start, end, stretch)


def _own_stretches(
    chain: _Chain, tokens: Sequence[Token], start: int, end: int
) -> dict[Unit, tuple[int, int]]:
    """Of a chain that has one list, the stretch of each of its numbers.

    The first one takes with it what stands before the list, the last one what stands behind it.
    """
    lists = [phrase for phrase in chain.phrases if len(phrase.numbers) > 1]
    if len(lists) != 1 or len(lists[0].places) != len(lists[0].numbers):
        return {}
    (one,) = lists
    first, last = one.places[0], one.places[-1]
    return {
        Unit(one.kind, number): (
            start if place == first else tokens[place[0]].start,
            end if place == last else tokens[place[1]].end,
        )
        for number, place in zip(one.numbers, one.places, strict=True)
    }
