"""From an amending act's text to operations: the way through its paragraphs and what they carry.

Each paragraph is understood as a whole or listed as unread: half an instruction is none.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.instructions.acts import amended_act, approves, named_act, opens_list, repeals
from corpus.instructions.carrying import Carried, Carrying
from corpus.instructions.clauses import LANGUAGES, read_clauses
from corpus.instructions.combinators import Part
from corpus.instructions.entry import is_entry, read_entry, with_clauses
from corpus.instructions.operations import (
    Frame,
    FrameKind,
    Instructions,
    Kind,
    Operation,
    Path,
    Reason,
    TargetAct,
    Unread,
)
from corpus.instructions.ordering import NotUnderstood, operations_of
from corpus.instructions.paragraphs import Level, Statement, statements
from corpus.instructions.parting import (
    behind_the_act,
    may_name_an_act,
    name_whole_units,
    opened,
    units_of_act,
)
from corpus.instructions.pieces import Piece, PieceKind, pieces_of
from corpus.instructions.provisions import approved_path, enacts, leaves_text, orders, suspends
from corpus.instructions.quotations import without_citations, without_latin_i, without_quotations
from corpus.instructions.scopes import APPROVED, inside
from corpus.instructions.temporary import temporary_wordings
from corpus.law import ArticleKind, Edition


def read_instructions(edition: Edition) -> Instructions:
    """All instructions of an act, in order, and what could not be read.

    A text in English has none: only the Russian and the Kazakh text amend.
    """
    if edition.language not in LANGUAGES:
        words = f"instructions are read in Russian and Kazakh, this text is in {edition.language}"
        return Instructions(edition.ngr, edition.language, (), (), (), (), unsupported=words)
    reader = _Reader(edition)
    for statement in statements(edition):
        reader.take(statement)
    entry = read_entry(reader.entry, edition.language)
    return Instructions(
        edition.ngr,
        edition.language,
        tuple(reader.acts),
        with_clauses(reader.operations, entry),
        (*reader.unread, *entry.unread),
        tuple(reader.frames),
        entry.clause,
    )


class _Reader:
    def __init__(self, edition: Edition) -> None:
        self._language = edition.language
        self._kinds = {article.key: article.kind for article in edition.articles}
        self._carrying = Carrying(self._kinds)
        self._in_entry: Level | None = None
        self.acts: list[TargetAct] = []
        self.operations: list[Operation] = []
        self.unread: list[Unread] = []
        self.frames: list[Frame] = []
        self.entry: list[Statement] = []

    def take(self, statement: Statement) -> None:
        """Read one statement."""
        level = statement.own.level
        if statement.own.place.article != self._carrying.article:
            self._carrying.enter(statement.own.place.article)
            self._in_entry = None
        self._carrying.reach(level)
        if self._in_entry is not None and level > self._in_entry:
            self._frame(FrameKind.ENTRY, statement)
            self.entry.append(statement)
            return
        self._in_entry = None
        self._read(statement, level)

    def _read(self, statement: Statement, level: Level) -> None:
        words = " ".join(statement.own.words.split())
        base = self._carrying.base(level)
        own = without_latin_i(without_quotations(words), self._language)
        pieces = pieces_of(words, self._language)
        if pieces is None and not orders(own, self._language):
            pieces = pieces_of(without_citations(words), self._language)
        if pieces is None and base.act is None and not statement.quoted:
            self._frame_or_leave(statement, own, Reason.NEVER_CLOSED)
        elif pieces is None:
            self._leave(statement, Reason.NEVER_CLOSED)
        elif is_entry(own, self._language):
            self._in_entry = level if own.endswith(":") else None
            self._frame(FrameKind.ENTRY, statement)
            self.entry.append(statement)
        elif enacts(own) and not statement.quoted:
            self._frame(FrameKind.ENACTING, statement)
        elif base.repealing or repeals(own, self._language):
            self._repeal(statement, words, level, pieces, base)
        elif leaves_text(own, self._language):
            self._other_language(statement, own, pieces, base)
        elif not self._understood(statement, pieces, level, base):
            self._open(statement, words, pieces, level, base)

    def _open(
        self,
        statement: Statement,
        words: str,
        pieces: tuple[Piece, ...],
        level: Level,
        base: Carried,
    ) -> None:
        """What is below: the rules that an act approved, a list of acts, an act; else foreign."""
        own = without_latin_i(without_quotations(words), self._language)
        rules = approved_path(own, self._language) if base.act is not None else None
        if rules is not None:
            self._carrying.open(level, Carried(base.act, rules))
            self._frame(FrameKind.SCOPE, statement)
        elif opens_list(words, self._language):
            self._carrying.open(level, Carried())
            self._frame(FrameKind.ENACTING, statement)
        elif may_name_an_act(pieces) and (act := amended_act(words, self._language)) is not None:
            path = (APPROVED,) if approves(words, self._language) else ()
            self._amend(statement, pieces, level, act, path)
        else:
            self._foreign(statement, own, base)

    def _understood(
        self, statement: Statement, pieces: tuple[Piece, ...], level: Level, base: Carried
    ) -> bool:
        """Take a paragraph of instructions; False if it is none, or not wholly understood."""
        clauses = read_clauses(pieces, self._language)
        if clauses is None:
            return False
        if base.act is None:
            self._leave(statement, Reason.NO_ACT)
            return True
        path, throughout = base.path, base.throughout
        if base.unread and not name_whole_units(clauses):
            self._leave(statement, Reason.OPENING_UNREAD)
            return True
        if clauses.scope is not None:
            scope = opened(clauses.scope, base.path)
            if scope is None:
                return False
            path, throughout = scope, clauses.scope.throughout
            self._carrying.open(
                level, replace(base, path=path, throughout=throughout, unread=False)
            )
        if not clauses.clauses:
            self._frame(FrameKind.SCOPE, statement)
            return True
        told = (replace(one, throughout=one.throughout or throughout) for one in clauses.clauses)
        self._order(statement, tuple(told), base.act, path)
        if level is Level.UNNUMBERED and self.operations:
            self._carrying.leave(level, self.operations[-1].targets)
        return True

    def _order(
        self, statement: Statement, clauses: tuple[Part, ...], act: int, scope: Path
    ) -> None:
        try:
            operations = operations_of(statement, clauses, act, scope)
        except NotUnderstood as refusal:
            self._leave(statement, refusal.reason)
            return
        for operation in operations:
            self.operations.append(operation)
            self.operations += temporary_wordings(operation, self._language)

    def _amend(
        self,
        statement: Statement,
        pieces: tuple[Piece, ...],
        level: Level,
        act: TargetAct,
        path: Path,
    ) -> None:
        self.acts.append(act)
        number = len(self.acts) - 1
        self._carrying.open(level, Carried(number, path))
        behind = behind_the_act(pieces)
        if not behind:
            self._frame(FrameKind.ACT, statement)
            return
        clauses = read_clauses(behind, self._language)
        if clauses is None or clauses.scope is not None:
            self._leave(statement, Reason.UNKNOWN_FORM)
            return
        self._order(statement, clauses.clauses, number, path)

    def _repeal(
        self,
        statement: Statement,
        words: str,
        level: Level,
        pieces: tuple[Piece, ...],
        base: Carried,
    ) -> None:
        if base.act is not None and self._understood(statement, pieces, level, base):
            return
        act = named_act(words, self._language)
        if words.endswith(":"):
            self._carrying.open(level, Carried(repealing=True))
            self._frame(FrameKind.ENACTING, statement)
        elif act is not None and (act.adopted or act.title):
            self.acts.append(act)
            place, quote, number = statement.place, statement.words, len(self.acts) - 1
            units = units_of_act(pieces)
            kind = Kind.DELETE if units else Kind.REPEAL
            self.operations.append(Operation(kind, place, quote, number, units or ((),)))
        else:
            self._leave(statement, Reason.UNKNOWN_FORM)

    def _other_language(
        self, statement: Statement, own: str, pieces: tuple[Piece, ...], base: Carried
    ) -> None:
        if base.act is None:
            self._leave(statement, Reason.NO_ACT)
            return
        if ";" in own.rstrip(" ;") or statement.quoted:  # another instruction beside it
            self._leave(statement, Reason.UNKNOWN_FORM)
            return
        first = next((one for one in pieces if one.kind is PieceKind.ADDRESS), None)
        paths = first.paths if first else ((),)
        targets = tuple(inside(base.path, path) for path in paths)
        place, words = statement.place, statement.words
        self.operations.append(Operation(Kind.OTHER_LANGUAGE, place, words, base.act, targets))

    def _foreign(self, statement: Statement, own: str, base: Carried) -> None:
        """What is no instruction: the act's own provision, or something the grammar must list."""
        if base.act is None and not statement.quoted:
            self._frame_or_leave(statement, own, Reason.NO_ACT)
            return
        self._leave(statement, Reason.UNKNOWN_FORM)
        if own.endswith(":"):
            self._carrying.open(statement.own.level, Carried(base.act, unread=True))

    def _frame_or_leave(self, statement: Statement, own: str, reason: Reason) -> None:
        """A provision of the act's own; one that orders or suspends is an instruction unread."""
        if orders(own, self._language) or suspends(own, self._language):
            self._leave(statement, reason)
            return
        is_preamble = self._kinds[self._carrying.article] is ArticleKind.PREAMBLE
        self._frame(FrameKind.ENACTING if is_preamble else FrameKind.OTHER, statement)

    def _frame(self, kind: FrameKind, statement: Statement) -> None:
        self.frames.append(Frame(kind, statement.own.place, statement.own.printed))
        if statement.quoted:
            self._leave(statement, Reason.LOOSE_QUOTATION)

    def _leave(self, statement: Statement, reason: Reason) -> None:
        self.unread.append(Unread(statement.place, statement.words, reason))
