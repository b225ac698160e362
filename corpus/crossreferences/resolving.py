"""What a text's references mean: provisions of acts, or an honest word why that is not known.

Never a wrong one: of several provisions that fit none is taken, nor any where words do not tell the
act for sure (see `calling`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.addresses import Unit, UnitKind
from corpus.citations.acts import CitableAct
from corpus.citations.provisions import CitedProvision, provisions_named
from corpus.crossreferences.calling import ActsCalled, Unresolved
from corpus.crossreferences.reference import Scope, TextReference
from corpus.keys import SEPARATOR
from corpus.law import Article, ArticleKind, Block

_RULES = ("правил", "положени", "инструкци", "регламент", "методик", "порядк", "қағида", "ереже",
          "нұсқаулы", "әдістеме", "rules", "regulation")  # fmt: skip
_DIVISIONS = frozenset(
    {UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.PARAGRAPH}
)
Keys = Callable[[str], Mapping[str, tuple[str, ...]]]
"""The articles of an act in any edition held by key, with the divisions around each."""


@dataclass(frozen=True)
class Home:
    """Where a reference stands: the act, the article, and the day of its text (None: not known)."""

    ngr: str
    article: Article
    day: date | None


@dataclass(frozen=True)
class Meant:
    """What a reference means: the provisions, or why that is not known.

    `act` is the act where that much is known.
    """

    provisions: tuple[CitedProvision, ...] = ()
    why: Unresolved | None = None
    act: CitableAct | None = None


def meant(reference: TextReference, home: Home, acts: ActsCalled, keys: Keys) -> Meant:
    """What a reference means."""
    own = acts.act(home.ngr)
    match reference.scope:
        case Scope.OWN_PLACE:
            return _in_own_place(reference, home, own, keys)
        case Scope.OWN_ACT:
            is_rules = reference.around.startswith(_RULES)
            return _all(reference, own, keys, _region(home, rules=is_rules))
        case Scope.NAMED_ACT:
            return _in_named_act(reference, home, own, acts, keys)
        case Scope.UNSAID:
            if not reference.implied:
                return Meant(why=Unresolved.NOT_TOLD)
            return _implied(reference, home, own, keys)


def _in_named_act(
    reference: TextReference, home: Home, own: CitableAct, acts: ActsCalled, keys: Keys
) -> Meant:
    called = acts.called(reference.act, home.day)
    # The Constitution calls itself so.
    act = own if called.constitution and own.form == "constitution" else called.act
    if isinstance(act, Unresolved):
        return Meant(why=act)
    if not act.held:
        return Meant(why=Unresolved.ACT_NOT_HELD, act=act)
    if not reference.addresses:
        return Meant((CitedProvision(act, ""),), act=act)
    return _all(reference, act, keys, lambda key: not _is_appended(key) or called.rules)


def _all(
    reference: TextReference, act: CitableAct, keys: Keys, region: Callable[[str], bool]
) -> Meant:
    """The provisions of all addresses; one that is not found leaves the whole without an answer."""
    found = []
    for units in reference.addresses:
        fitting = [one for one in provisions_named(act, units, keys(act.ngr)) if region(one.key)]
        exact = [one for one in fitting if one.read_as is None]
        if len(exact) != 1:
            why = Unresolved.AMBIGUOUS if exact else Unresolved.PROVISION_NOT_HELD
            return Meant(why=why, act=act)
        found += exact
    return Meant(tuple(found), act=act)


def _region(home: Home, *, rules: bool) -> Callable[[str], bool]:
    """The part of its own act that a text calls «настоящие Правила» or «настоящий Указ»."""
    appendix = _appendix(home.article.key)
    if not rules:
        return lambda key: not _is_appended(key)
    if not appendix:
        return lambda _: True
    return lambda key: key.startswith(appendix + SEPARATOR)


def _appendix(key: str) -> str:
    first = key.split(SEPARATOR, maxsplit=1)[0]
    return first if first.startswith("app_") else ""


def _is_appended(key: str) -> bool:
    """Whether a provision stands inside an appendix; an appendix itself is one of the act."""
    parts = key.split(SEPARATOR)
    return parts[0].startswith("app_") and any(part.startswith(("art_", "p_")) for part in parts)


def _in_own_place(reference: TextReference, home: Home, own: CitableAct, keys: Keys) -> Meant:
    around = _around(reference, home)
    if around is None:
        return Meant(why=Unresolved.NOT_TOLD)
    if isinstance(around, str):
        return _all(reference, own, keys, lambda key: _appendix(key) == _appendix(home.article.key))
    return Meant(
        tuple(
            CitedProvision(own, home.article.key, (*around, *units))
            for units in reference.addresses
        ),
        act=own,
    )


def _around(reference: TextReference, home: Home) -> tuple[Unit, ...] | str | None:
    """The units of the article that stand around; None where they cannot be told."""
    kind, article = UnitKind(reference.around), home.article
    outer = {units[0].kind for units in reference.addresses}
    if kind in _DIVISIONS:
        is_level = bool(outer & {UnitKind.ARTICLE, UnitKind.APPENDIX})
        return "division" if is_level or article.kind is not ArticleKind.ARTICLE else None
    if outer & {UnitKind.ARTICLE, UnitKind.APPENDIX}:
        return None
    own = UnitKind.POINT if article.kind is ArticleKind.POINT else UnitKind.ARTICLE
    if kind is own:
        return () if article.kind in {ArticleKind.POINT, ArticleKind.ARTICLE} else None
    numbered = _numbered(article.blocks[reference.block])
    return next((numbered[: at + 1] for at, unit in enumerate(numbered) if unit.kind is kind), None)


def _numbered(block: Block) -> tuple[Unit, ...]:
    """The point and subpoint in which a block stands, by its key."""
    found = []
    for part in block.key.split(SEPARATOR):
        prefix, _, number = part.partition("_")
        if prefix in {UnitKind.POINT, UnitKind.SUBPOINT}:
            found.append(Unit(UnitKind(prefix), number))
    return tuple(found)


def _implied(reference: TextReference, home: Home, own: CitableAct, keys: Keys) -> Meant:
    """«Указанных в пункте 5» of the same text: of its own article, or of a decree's own points."""
    appendix = _appendix(home.article.key)
    small = all(units[0].kind is not UnitKind.ARTICLE for units in reference.addresses)
    if home.article.kind is ArticleKind.ARTICLE and small:
        here = _own_points(home.article)
        named = {units[0] for units in reference.addresses}
        if not named <= here:
            return Meant(why=Unresolved.NOT_TOLD)
        return Meant(
            tuple(CitedProvision(own, home.article.key, one) for one in reference.addresses),
            act=own,
        )
    found = _all(reference, own, keys, lambda key: _appendix(key) == appendix)
    return found if found.provisions else Meant(why=Unresolved.NOT_TOLD)


def _own_points(article: Article) -> frozenset[Unit]:
    keys: Sequence[str] = [block.key for block in article.blocks if not block.quoted]
    return frozenset(
        Unit(UnitKind.POINT, key.removeprefix("p_")) for key in keys if key.startswith("p_")
    )
