"""Footnotes, and what the registry printed into the wording -> amendments; what is not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.amendments import (
    AmendingAct,
    Amendment,
    ClauseKind,
    Role,
    Target,
    Verb,
)
from corpus.law import Article, Block, Content, Division, Edition, Footnote, Language, Matter
from corpus.notes.items import Item, NoteItems, items_of
from corpus.notes.placing import Standing, placed
from corpus.notes.printed_inside import (
    is_alone,
    is_mark,
    is_whole,
    remark_in_heading,
    remarks_in_article,
    unwrapped,
)
from corpus.notes.registry_numbers import Links, day_of, ngr_of
from corpus.notes.remarks import Remark, RemarkKind
from corpus.notes.spotting import OF_HEADINGS
from corpus.notes.statements import Assertion
from corpus.notes.targets import HEADING, Named, joined_paths

_WITHOUT_ACT = frozenset({Verb.TEMPORARY, Verb.LATER_START})
"""What the act itself says of its own place."""


@dataclass(frozen=True)
class NoteReading:
    """A note as read: its amendments in order, and what could not be read."""

    amendments: tuple[Amendment, ...]
    remarks: tuple[Remark, ...] = ()


def amendments_of(edition: Edition) -> tuple[Amendment, ...]:
    """The amendments that all notes of an edition tell, in the page's order."""
    return tuple(amendment for reading in readings_of(edition) for amendment in reading.amendments)


def readings_of(edition: Edition) -> Iterator[NoteReading]:
    """The reading of every note of an edition, in the page's order."""
    for note, standing in notes_with_standing(edition):
        yield note_reading(note, edition.language, standing)


def notes_with_standing(edition: Edition) -> Iterator[tuple[Footnote, Standing]]:
    """Every note of an edition with where it stands, in the page's order.

    Also the registry's remarks printed inside headings and blocks: see `printed_inside`.
    """
    keys = keys_around(edition)
    for item in edition.content:
        yield from notes_of(item, keys)


def keys_around(edition: Edition) -> frozenset[str]:
    """The keys of an edition's articles and divisions: what a note in it may speak of."""
    return frozenset(item.key for item in edition.content if isinstance(item, Article | Division))


def notes_of(item: Content, keys: frozenset[str]) -> Iterator[tuple[Footnote, Standing]]:
    """The notes of one item of an edition that has these keys: see `notes_with_standing`."""
    match item:
        case Footnote():
            yield item, Standing(None, keys=keys)
        case Division():
            yield from _at_division(item, keys)
        case Article():
            yield from _in_article(item, keys)
        case Matter():
            pass


def _at_division(division: Division, keys: frozenset[str]) -> Iterator[tuple[Footnote, Standing]]:
    standing = Standing(division.key, keys=keys)
    for note in division.notes_before:
        yield note, standing
    if remark := remark_in_heading(division.printed_heading):
        yield Footnote(remark), replace(standing, inside=True)
    for note in division.notes_after:
        yield note, standing


def _in_article(article: Article, keys: frozenset[str]) -> Iterator[tuple[Footnote, Standing]]:
    standing = Standing(article.key, keys=keys)
    for note in article.notes_before:
        yield note, standing
    if remark := remark_in_heading(article.heading, has_wording=bool(article.blocks)):
        yield Footnote(remark), replace(standing, inside=True)
    printed = dict(remarks_in_article(article))
    after = ""
    for part in article.body:
        if isinstance(part, Block):
            after = part.key or after
            if part in printed:
                place = "" if is_alone(article) else after
                yield Footnote(printed[part]), Standing(article.key, place, keys, inside=True)
        else:
            yield part, Standing(article.key, after, keys)


def note_reading(note: Footnote, language: Language | None, standing: Standing) -> NoteReading:
    """What a note says, as amendments in order, and the remarks on what could not be read.

    Never raises: what cannot be read is UNREAD or left out, and a remark says so.
    """
    if standing.inside and is_mark(note.text):
        excluded = Amendment(
            Target(standing.at), Verb.REPEALED, AmendingAct(), statement=note.text.strip()
        )
        return NoteReading((excluded,), (Remark(RemarkKind.NO_ACT, note.text, standing.at),))
    items = items_of(unwrapped(note.text) if standing.inside else note.text, language)
    whole = standing.inside and is_whole(note.text)
    return _Reader(items, standing, Links(note.links), whole=whole).read()


@dataclass
class _Reader:
    """Reads the items of one note in order; what was named last holds for what names nothing."""

    items: NoteItems
    standing: Standing
    links: Links
    whole: bool = False
    """Whether the bracket around it shows that nothing is cut off."""
    heads: Named | None = None
    amendments: list[Amendment] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> NoteReading:
        """The whole note."""
        for item in self.items.items:
            if item.mention is not None or self._stands_alone(item):
                self._item(item)
            elif item.quote:
                self._remark(RemarkKind.WORDS_UNREAD, item.quote)
            self._go_on_about(item.statement.heads)
        self._cut()
        return NoteReading(tuple(self.amendments), tuple(dict.fromkeys(self.remarks)))

    def _go_on_about(self, heads: Named | None) -> None:
        """Keep what the next statement is about if it names nothing; a heading is part of it."""
        if heads is not None and not (self.heads and _is_only_heading(heads)):
            self.heads = heads

    def _item(self, item: Item) -> None:
        act = self._act(item)
        said = item.statement
        assertions = said.assertions or (Assertion(self._unsaid(item), said.heads),)
        for assertion in assertions:
            for target in self._targets(assertion, item):
                self.amendments.append(
                    Amendment(
                        target,
                        self._verb(assertion),
                        act,
                        item.clause.in_force,
                        said.role,
                        said.until or item.clause.until,
                        item.quote,
                        item.words,
                    )
                )
        self._remark_on(item, assertions, act)

    def _verb(self, assertion: Assertion) -> Verb:
        """The verb; what is done to a heading that was named before changes a title too."""
        of_heading = assertion.named is None and self.heads and self.heads.has(HEADING)
        return Verb.RETITLED if of_heading and assertion.verb in OF_HEADINGS else assertion.verb

    def _unsaid(self, item: Item) -> Verb:
        """The verb of a statement that says none."""
        if item.statement.role is Role.OTHER_LANGUAGE:
            return Verb.AMENDED
        return Verb.LATER_START if item.only_force else Verb.UNREAD

    def _stands_alone(self, item: Item) -> bool:
        """Whether a statement says something though it names no act."""
        if item.only_force:
            return True
        if not item.statement.assertions:
            return False
        if any(one.verb not in _WITHOUT_ACT for one in item.statement.assertions):
            self._remark(RemarkKind.NO_ACT, item.words)
        return True

    def _act(self, item: Item) -> AmendingAct:
        mention = item.mention
        if mention is None:
            return AmendingAct()
        href = self.links.take(mention.number)
        adopted = day_of(mention, href)
        written = self.items.text[mention.day.start : mention.day.end] if mention.day else ""
        ngr, ground = ngr_of(href, item.form, adopted, mention.number)
        return AmendingAct(adopted, mention.number, item.form or None, ngr, ground, written)

    def _targets(self, assertion: Assertion, item: Item) -> tuple[Target, ...]:
        named = assertion.named
        of_act = item.statement.of_act and (named is None or named.has("words"))
        if named is None and not of_act:
            named = self.heads
        elif named is not None and self.heads is not None and _is_only_heading(named):
            named = joined_paths(self.heads, named)
        of_rules = item.statement.of_rules and assertion.named is None
        found = placed(None if of_rules else named, self.standing, of_act=of_act, of_rules=of_rules)
        if found.elsewhere and assertion.named is not None:
            self._remark(RemarkKind.OTHER_PLACE, item.words)
        return found.targets

    def _remark_on(self, item: Item, assertions: Sequence[Assertion], act: AmendingAct) -> None:
        clause = item.clause
        if item.mention is not None:
            unread = any(one.verb is Verb.UNREAD for one in assertions)
            if unread and not item.is_cited:
                self._remark(RemarkKind.NO_VERB, item.words or item.quote)
            if item.mention.day is None:
                self._remark(RemarkKind.NO_DATE, item.quote)
            elif item.mention.day.on is None:
                slip = act.adopted is not None
                self._remark(RemarkKind.SLIP if slip else RemarkKind.IMPOSSIBLE_DATE, item.quote)
        for words in clause.impossible:
            self._remark(RemarkKind.IMPOSSIBLE_DATE, words)
        if clause.in_force.kind is ClauseKind.UNREAD and not item.odd_brackets:
            self._remark(RemarkKind.CLAUSE_UNREAD, clause.in_force.quote)
        for words in item.odd_brackets:
            self._remark(RemarkKind.BRACKET_UNREAD, words)

    def _cut(self) -> None:
        for words in () if self.whole else self.items.cut:
            self._remark(RemarkKind.CUT, words)
        if not self.amendments and not self.remarks and self.items.has_words:
            self._remark(RemarkKind.WORDS_UNREAD, " ".join(self.items.text.split()))

    def _remark(self, kind: RemarkKind, words: str) -> None:
        self.remarks.append(Remark(kind, words, self.standing.place))


def _is_only_heading(named: Named) -> bool:
    return all(unit.kind == HEADING for path in named.paths for unit in path)


__all__ = [
    "NoteReading",
    "amendments_of",
    "keys_around",
    "note_reading",
    "notes_of",
    "notes_with_standing",
    "readings_of",
]
