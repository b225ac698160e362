"""The tool that compares two editions article by article, two acts or regimes rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import urlencode

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult
from pydantic import BeforeValidator, Field
from sqlalchemy.orm import Session

from api.answering.remembering import Remembered
from api.asking.parameters import listed
from api.mcp.answering import READ_ONLY, answered, base_of, counted, redline_text
from api.mcp.parameters import Lang, Limit, Offset
from api.models.provenance import Provenance
from api.models.quoted import SAMPLE
from api.models.tools import ComparedRule, ComparisonTold, SideTold
from api.questions.compared.as_asked import ComparedSides, compared_as_asked
from api.questions.compared.asking import Sides
from api.questions.compared.uncompared import Uncompared, between, uncompared
from api.questions.sides import Side
from api.services import Services
from corpus.bundled import own_themes
from corpus.citations.formal import formal
from corpus.citing import cite
from corpus.crossreferences.calling import ActsCalled
from corpus.law import EditionLabel, HoldingKind, Language
from corpus.provisions import ProvisionSet
from corpus.store.completeness import completeness
from corpus.store.records import EditionSummary
from corpus.store.texts import holding_in_words
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Relation

_LONGEST_CHANGE = 1_500
_MOST_NAMED = 40
_MOST_KEPT = 6
"""Comparisons that are remembered: whoever pages through one does not wait for it again."""
_UNSURE = "What seems new or dropped may have a counterpart in what is not held."
_POSSIBLE = "`possible` is no assertion: alike, but not so that it can be said."
SideName = Annotated[
    str,
    Field(
        description="A regime (1999, 2013, 2020), a phase of one (R3b), or provisions: NGR, "
        "NGR:KEY,KEY, each with @LABEL: Z950002464_@2022-02-07, Z950002464_:ch_13-1@2023-01-01.",
        max_length=300,
        pattern=r"^[^\x00-\x1f\x7f]+$",
    ),
]
Relations = Annotated[
    tuple[Relation, ...],
    BeforeValidator(listed),
    Field(description="Only these relations, parted by commas: edited,new,dropped."),
]


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""
    remembered: Remembered[ComparedSides] = Remembered(_MOST_KEPT)

    @server.tool(title="Compare two texts", annotations=READ_ONLY)
    def compare(
        left: SideName,
        right: SideName,
        context: Context[Any, Any],
        lang: Lang = None,
        relation: Relations = (),
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Annotated[CallToolResult, ComparisonTold]:
        """Compare two editions of an act, provisions of two acts, or two regimes.

        Two editions article by article, as amended, added or repealed; all else rule by rule: which
        rule of the one is which of the other. With the words that went and came. The left side is
        the older one. Equal rules are left out unless `relation` asks for identical.
        """
        with services.store.read() as session:
            sides = Sides((left,), (right,), lang).asked_on(services.today)

            def make() -> ComparedSides:
                return compared_as_asked(session, sides, services.analyser)

            compared = remembered.body(session, sides, make)
            one, other, language = compared.left, compared.right, compared.language
            found = compared.found
            keys = found.not_comparable
            not_compared = uncompared(
                session, (_editions(one), keys[0]), (_editions(other), keys[1])
            )
            unheld = _between(session, compared)
            acts = services.relating.known(session).acts
        wanted = relation or tuple(each for each in Relation if each is not Relation.IDENTICAL)
        shown = [each for each in found.items if each.relation in wanted]
        page = shown[offset : offset + limit]
        base = base_of(services, context)
        told = ComparisonTold(
            by="editions" if compared.by_editions else "rules",
            lang=language,
            left=_side(one, acts, language, keys[0]),
            right=_side(other, acts, language, keys[1]),
            not_held_between=tuple(map(str, unheld)),
            totals={str(name): count for name, count in found.counts().items() if count},
            rules=tuple(_rule(each, language) for each in page),
            next_offset=offset + limit if offset + limit < len(shown) else None,
            permalink=f"{base.rstrip('/')}/compare?"
            + urlencode({"left": left, "right": right, "lang": str(language)}),
            warnings=(
                *_warnings(one, other, found.items),
                *_not_compared((one, other), not_compared),
                *_order(compared, unheld),
            ),
        )
        return answered(told, _lines(told))


def _editions(side: Side) -> list[EditionSummary]:
    return [one.edition for one in side.held]


def _between(session: Session, compared: ComparedSides) -> tuple[EditionLabel, ...]:
    """The editions that are known to lie between two of one act, and are not held."""
    if not compared.by_editions:
        return ()
    (one,), (other,) = _editions(compared.left), _editions(compared.right)
    for held in completeness(session, one.ngr):
        if held.language is compared.language:
            return between([each.label for each in held.missing], one.label, other.label)
    return ()


def _side(
    side: Side, acts: ActsCalled, language: Language, not_comparable: tuple[str, ...]
) -> SideTold:
    return SideTold(
        name=side.name,
        title=side.phase.titles[language] if side.phase else None,
        editions=tuple(str(one.read) for one in side.held),
        citations=tuple(
            f"{formal(acts.act(one.edition.ngr), '', (), language)}, {one.edition.label}"
            for one in side.held
        ),
        sources=tuple(Provenance.of(one.edition) for one in side.held),
        missing=tuple(f"{one.provisions}: {one.reason}" for one in side.missing),
        not_comparable=not_comparable,
    )


def _rule(one: Correspondence, language: Language) -> ComparedRule:
    return ComparedRule(
        relation=str(one.relation),
        change=str(one.change) if one.change else None,
        is_heading=one.is_heading,
        sure=one.sure,
        found_by=str(one.route) if one.route else None,
        score=one.score,
        left=_names(one.old),
        right=_names(one.new),
        left_citation=_cited(one.old, language),
        right_citation=_cited(one.new, language),
        changes=redline_text(one.redline, _LONGEST_CHANGE),
    )


def _names(rules: tuple[Provision, ...]) -> tuple[str, ...]:
    return tuple(f"{one.ngr}:{one.key}" for one in rules)


def _cited(rules: tuple[Provision, ...], language: Language) -> str:
    sets = [ProvisionSet(one.ngr, (one.key,)) for one in rules]
    return cite(sets, own_themes().sources, language)


def _warnings(left: Side, right: Side, items: tuple[Correspondence, ...]) -> list[str]:
    held = (*left.held, *right.held)
    told = [SAMPLE] if any(one.edition.sample for one in held) else []
    if any(not one.sure for one in items if one.relation is not Relation.POSSIBLE):
        told.append(_UNSURE)
    if any(one.relation is Relation.POSSIBLE for one in items):
        told.append(_POSSIBLE)
    return told


def _not_compared(sides: tuple[Side, Side], told: tuple[Uncompared, Uncompared]) -> Iterator[str]:
    """Which copies are partial, and what was not compared for that."""
    for side in sides:
        for one in _editions(side):
            if one.holding.kind is not HoldingKind.WHOLE:
                part = holding_in_words(one.holding)
                yield f"Of edition {one.label} of {one.ngr} only a part is held: {part}."
    for (side, other), own in zip((sides, sides[::-1]), told, strict=True):
        if own.alone:
            yield (
                f"Not compared, neither gone nor new: {_places(own.alone)}: the copy of "
                f"{side.name} has {_them(own.alone)}, that of {other.name} does not."
            )
        if own.cut:
            yield (
                f"Not compared, neither gone nor new: {_places(own.cut)}: the copy of "
                f"{side.name} may break off inside {_them(own.cut)}."
            )


def _places(keys: tuple[str, ...]) -> str:
    more = f" and {len(keys) - _MOST_NAMED} more" if len(keys) > _MOST_NAMED else ""
    return f"{counted(len(keys), 'place')} ({', '.join(keys[:_MOST_NAMED])}{more})"


def _them(keys: tuple[str, ...]) -> str:
    return "it" if len(keys) == 1 else "them"


def _order(compared: ComparedSides, unheld: tuple[EditionLabel, ...]) -> Iterator[str]:
    """What is to be known of two editions of one act: which is older, what lies between."""
    if not compared.by_editions:
        return
    (one,), (other,) = _editions(compared.left), _editions(compared.right)
    if one.id == other.id:
        yield f"Both sides are the same edition, {one.label}."
    if other.label.surely_before(one.label):
        yield "The right side is the older edition: what is marked as gone came later."
    if unheld:
        yield (
            f"{counted(len(unheld), 'edition is', 'editions are')} known between the two and not "
            f"held: {', '.join(map(str, unheld))}. Changes may have come by any of them."
        )


def _lines(found: ComparisonTold) -> list[str]:
    told = [f"{found.left.name} → {found.right.name} ({found.lang})"]
    for side in (found.left, found.right):
        told += [f"{side.name}: {text}" for text in side.citations]
        told += [f"  not held: {one}" for one in side.missing]
    told.append(", ".join(f"{name} {count}" for name, count in found.totals.items()))
    told += [f"Warning: {one}" for one in found.warnings]
    told.append(found.permalink)
    for one in found.rules:
        how = f" ({one.found_by})" if one.found_by else ""
        doubt = "" if one.sure else " (?)"
        sides = f"{one.left_citation or '…'} → {one.right_citation or '…'}"
        told += ["", f"{one.change or one.relation}{doubt}{how}: {sides}"]
        told += [f"  {line}" for line in one.changes.splitlines()]
    if found.next_offset is not None:
        told += ["", f"More: offset {found.next_offset}"]
    return told
