"""What a provision came from and went to: inside its act, and in the acts of other regimes.

Inside an act its editions show it: an article's number became another, its paragraphs went to
others. Across acts the regimes of electing akims are compared, each with the next: what lawyers
hold for the same, what official notes tie together, the same words, and what is alike enough to be
asserted. What is only possible is told as that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sqlalchemy.orm import Session

from api.questions.relations.known import Known
from api.questions.relations.related import RelatedProvision
from api.questions.sides import NothingHeld, Side, compare_sides, phase_side
from corpus.bundled import own_correspondences, own_regimes
from corpus.keys import SEPARATOR, key_order
from corpus.law import EditionLabel, Language
from corpus.phases import Phase
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.changes.of_key import changes_of_article
from corpus.store.changes.rows import ChangeRecord
from corpus.store.errors import StoreError
from diffing.compare import DifferentLanguages
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Relation, Route
from diffing.parting import destinations, sources

_RELATIONS = {
    "moved": Relation.MOVED,
    "renumbered": Relation.MOVED,
    "split": Relation.SPLIT,
    "merged": Relation.MERGED,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One side's rule, without its words: texts of whole regimes would stay in memory."""

    ngr: str
    key: str
    article_key: str
    heading: str
    edition: EditionLabel

    @classmethod
    def of(cls, one: Provision) -> Rule:
        """A rule that was compared."""
        return cls(one.ngr, one.key, one.article_key, one.printed_heading, one.edition)


@dataclass(frozen=True, slots=True)
class Tie:
    """A correspondence between two regimes, and the phases it lies between."""

    old: tuple[Rule, ...]
    new: tuple[Rule, ...]
    relation: Relation
    route: Route | None
    score: float | None
    ground: str | None
    phases: tuple[str, str]

    @classmethod
    def of(cls, one: Correspondence, phases: tuple[str, str]) -> Tie:
        """A correspondence that was found."""
        old, new = tuple(map(Rule.of, one.old)), tuple(map(Rule.of, one.new))
        return cls(old, new, one.relation, one.route, one.score, one.ground, phases)


Ties = Mapping[tuple[str, str], Sequence[Tie]]
"""By act and article: those in which the article is a side, an old or a new one."""


@dataclass(frozen=True)
class Origins:
    """What an article came from, and what it went to."""

    came_from: tuple[RelatedProvision, ...] = ()
    went_to: tuple[RelatedProvision, ...] = ()


@dataclass
class RegimeTies:
    """The correspondences between each regime and the next, as far as both are held.

    They are made anew only where one of the texts that are compared is another: a comparison takes
    about a second, and most writes to the store are of other texts.
    """

    analyser: Analyser
    _made: dict[Language, tuple[object, Ties]] = field(default_factory=dict)

    def of(self, session: Session, language: Language) -> Ties:
        """The correspondences in one language."""
        regimes = own_regimes()
        represented = [regimes.phase(one.key) for one in regimes.regimes]
        sides = [side for phase in represented if (side := _side(session, phase, language))]
        texts = tuple(_texts_of(session, one) for one in sides)
        kept = self._made.get(language)
        if kept is None or kept[0] != texts:
            kept = (texts, _ties(sides, self.analyser))
            self._made[language] = kept
        return kept[1]


def _texts_of(session: Session, side: Side) -> tuple[object, ...]:
    """What a side is read from: its texts, and what the newest ones tell of what left them."""
    held = []
    for one in side.held:
        newest = reads.find_edition(session, one.edition.ngr, one.edition.language)
        hashes = one.edition.content_hash, newest.content_hash
        held.append((one.read, *hashes, one.selection.general))
    return side.name, tuple(held), side.missing


def _ties(sides: Sequence[Side], analyser: Analyser) -> Ties:
    found: dict[tuple[str, str], list[Tie]] = {}
    for old, new in pairwise(sides):
        try:
            compared, _ = compare_sides(old, new, own_correspondences(), analyser)
        except DifferentLanguages:
            continue
        for one in compared.items:
            if one.old and one.new:
                tie = Tie.of(one, (old.name, new.name))
                rules = (*tie.old, *tie.new)
                for place in dict.fromkeys((rule.ngr, rule.article_key) for rule in rules):
                    found.setdefault(place, []).append(tie)
    return found


def _side(session: Session, phase: Phase, language: Language) -> Side | None:
    try:
        side = phase_side(session, phase, language)
    except (NothingHeld, StoreError):
        return None
    return side if all(one.edition.language is language for one in side.held) else None


def origins(
    session: Session,
    ties: Ties,
    known: Known,
    ngr: str,
    key: str,
    language: Language,
) -> Origins:
    """What an article came from and went to, in one language, inside its act first."""
    came_from, went_to = [], []
    for change in changes_of_article(session, ngr, language, key):
        before, after = _inside_act(session, known, change, key)
        came_from += before
        went_to += after
    for tie in ties.get((ngr, key), ()):
        came_from += _across(session, known, tie, tie.new, tie.old, (ngr, key), language)
        went_to += _across(session, known, tie, tie.old, tie.new, (ngr, key), language)
    return Origins(_in_order(came_from), _in_order(went_to))


def _in_order(found: Sequence[RelatedProvision]) -> tuple[RelatedProvision, ...]:
    """Each once: what is asserted first, then by the place in this article and in the other."""
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda one: (not one.asserted, key_order(one.own), key_order(one.key)),
        )
    )


def _inside_act(
    session: Session, known: Known, record: ChangeRecord, key: str
) -> tuple[list[RelatedProvision], list[RelatedProvision]]:
    change = record.change
    relation = _RELATIONS.get(change.kind)
    if relation is None:
        return [], []
    old, new = record.older_label, record.newer_label
    before: list[RelatedProvision] = []
    after: list[RelatedProvision] = []
    if relation is Relation.MOVED and change.old_key and change.new_key:
        if key == change.new_key:
            before += _other(session, known, record, key, change.old_key, relation, old)
        if key == change.old_key:
            after += _other(session, known, record, key, change.new_key, relation, new)
        return before, after
    for other in sources(change.rule):
        before += _other(session, known, record, key, other, relation, old)
    for other in destinations(change.rule):
        after += _other(session, known, record, key, other, relation, new)
    return before, after


def _other(
    session: Session,
    known: Known,
    record: ChangeRecord,
    own: str,
    key: str,
    relation: Relation,
    label: EditionLabel,
) -> Iterator[RelatedProvision]:
    """The other article, in the edition on its side of the change."""
    try:
        article = reads.find_article(session, record.ngr, record.language, key, label=label).article
    except StoreError:
        return
    yield RelatedProvision(
        own,
        relation,
        True,
        record.ngr,
        known.title(session, record.ngr, record.language),
        record.language,
        key,
        "",
        article.printed_heading,
        label,
        ground=record.change.rule,
    )


def _across(
    session: Session,
    known: Known,
    tie: Tie,
    own: Sequence[Rule],
    others: Sequence[Rule],
    place: tuple[str, str],
    language: Language,
) -> Iterator[RelatedProvision]:
    """The rules on the other side, for each rule of this article on its own."""
    mine = [rule for rule in own if (rule.ngr, rule.article_key) == place]
    for rule in mine:
        for other in others:
            yield RelatedProvision(
                rule.key,
                tie.relation,
                tie.relation is not Relation.POSSIBLE,
                other.ngr,
                known.title(session, other.ngr, language),
                language,
                other.article_key,
                other.key.removeprefix(other.article_key).removeprefix(SEPARATOR),
                other.heading,
                other.edition,
                tie.route,
                tie.score,
                tie.ground,
                tie.phases,
            )
