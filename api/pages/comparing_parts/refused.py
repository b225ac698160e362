"""Why two sides cannot be compared, in the reader's words, with what may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from api.pages.comparing_parts.state import State
from api.problems.kinds import KINDS
from api.questions.compared.asking import SameSides, SideRefused
from api.questions.sides import PROVISIONS, NoSide, NothingHeld
from api.rendering.page import Reader
from api.words.naming import place_name
from api.words.problems import main_sentence, without_commands
from api.words.regimes import phase_read
from corpus.bundled import own_regimes
from corpus.law import EditionLabel
from corpus.phases import PhaseWithoutText, UnknownRegime
from corpus.provisions import ProvisionSet
from corpus.store import day_errors, errors
from diffing.compare import DifferentLanguages, NotComparable

_SAME_SIDES = 422
_NO_TITLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Refusal:
    """What is wrong: with which side, in words, and what is nearest, with addresses."""

    status: int
    sentence: str
    side: str | None = None
    detail: str | None = None
    """In English, where the sentence does not say all."""
    nearest: tuple[tuple[str, str], ...] = ()


def refused(
    error: Exception, state: State, reader: Reader, titles: Mapping[str, str] = _NO_TITLES
) -> Refusal:
    """The refusal of a comparison, as its page tells it; `titles` are those of the acts."""
    words = reader.interface
    if isinstance(error, SameSides):
        return Refusal(_SAME_SIDES, words("compare.same_sides"))
    if isinstance(error, SideRefused):
        inner = error.error
        return Refusal(
            _status(inner),
            _sentence(inner, reader),
            error.which,
            without_commands(str(inner)),
            tuple(_nearest(inner, error.which, state, reader, titles)),
        )
    return Refusal(_status(error), _sentence(error, reader), None, without_commands(str(error)))


def _status(error: Exception) -> int:
    kinds = (KINDS[one] for one in type(error).__mro__ if one in KINDS)
    return int(next(kinds).status)


def _sentence(error: Exception, reader: Reader) -> str:
    words = reader.interface
    match error:
        case NoSide():
            return words("compare.no_side")
        case UnknownRegime():
            return words("compare.no_regime", name=error.key)
        case NothingHeld() | PhaseWithoutText():
            return words("compare.nothing_held", name=error.key)
        case DifferentLanguages():
            return words("compare.two_languages")
        case NotComparable():
            return words("compare.not_comparable")
    return main_sentence(error, words) or words("compare.no_side")


def _nearest(
    error: Exception, which: str, state: State, reader: Reader, titles: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The sides that may have been meant, each with the address of that comparison."""
    texts: tuple[str, ...] = getattr(state, which)
    other = state.right if which == "left" else state.left
    for name in _names(error):
        if _is_phase_of(name, other):  # the same would stand on both sides
            continue
        side = _replaced(texts[0] if texts else "", name, error)
        changed = (side, *texts[1:])
        one = replace(
            state,
            left=changed if which == "left" else state.left,
            right=changed if which == "right" else state.right,
            path=("compare",),
        )
        yield _title(name, error, reader, titles), one.address(reader.links)


def _title(name: str, error: Exception, reader: Reader, titles: Mapping[str, str]) -> str:
    """What may have been meant, as a reader knows it rather than as addresses write it."""
    if isinstance(error, errors.UnknownAct):
        return f"{titles[name]} ({name})" if name in titles else name
    if isinstance(error, errors.UnknownArticle):
        return place_name(name, reader.language)
    if isinstance(error, errors.UnknownEdition | day_errors.DateError):
        return reader.interface.edition(EditionLabel.parse(name))
    regime = next((one for one in own_regimes().regimes if one.key == name), None)
    if regime:
        return f"{name}: {regime.titles[reader.language]}"
    return phase_read(reader.interface, own_regimes().phase(name))


def _names(error: Exception) -> Iterator[str]:
    match error:
        case (
            errors.UnknownAct()
            | errors.UnknownEdition()
            | errors.UnknownArticle()
            | UnknownRegime()
        ):
            yield from error.nearest
        case NothingHeld() | PhaseWithoutText():
            phases = own_regimes().phases
            yield from (one.key for one in phases if one.on and one.key != error.key)
        case NoSide() if isinstance(error.__cause__, UnknownRegime):
            yield from error.__cause__.nearest
        case day_errors.AmbiguousDate():
            yield from map(str, error.labels)
        case day_errors.BeforeFirstEdition():
            first = (error.known_from, error.next_held)
            yield from dict.fromkeys(str(one) for one in first if one is not None)
        case day_errors.EditionNotHeld():
            around = (error.last_held, error.known_from, error.next_held)
            yield from dict.fromkeys(str(one) for one in around if one is not None)


def _is_phase_of(name: str, side: tuple[str, ...]) -> bool:
    regimes = own_regimes()
    try:
        return len(side) == 1 and regimes.phase(name) == regimes.phase(side[0])
    except UnknownRegime:
        return False


def _replaced(text: str, name: str, error: Exception) -> str:
    """The side with the part that was wrong replaced."""
    if not PROVISIONS.fullmatch(text) or isinstance(error, UnknownRegime | NoSide | NothingHeld):
        return name
    try:
        one = ProvisionSet.parse(text)
    except ValueError:
        return name
    if isinstance(error, errors.UnknownAct):
        return str(replace(one, ngr=name))
    if isinstance(error, errors.UnknownArticle):
        return str(replace(one, keys=(name,)))
    return str(replace(one, when=EditionLabel.parse(name)))
