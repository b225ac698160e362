"""From an amending act's text to operations: the way through its paragraphs and what they carry.

Each paragraph is understood as a whole or listed as unread: half an instruction is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.instructions.acts import amended_act, named_act, opens_list, repeals
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
    units_of_act,
)
from corpus.instructions.pieces import Piece, PieceKind, pieces_of
from corpus.instructions.quotations import without_latin_i, without_quotations
from corpus.instructions.scopes import APPROVED, inside
from corpus.instructions.temporary import temporary_wordings
from corpus.law import ArticleKind, Edition, Language

_OTHER_LANGUAGE = {
    Language.RU: re.compile(r"текст\w*\s+на\s+русском\s+языке\s+не\s+(?:из)?меня", re.IGNORECASE),
    Language.KK: re.compile(
        r"қазақ\s+тіліндегі\s+мәтін\w*\s+өзгер(?:мейді|тілмейді|іссіз)", re.IGNORECASE
    ),
}
_APPROVED = {
    Language.RU: re.compile(
        r"^во?\s.*\bутвержденн\w+\s+(?:\w+\s+)?(?:указанн|назван|вышеуказан|данн|эт)\w*\s+\w+:$",
        re.IGNORECASE | re.DOTALL,
    ),
    Language.KK: re.compile(
        r"^(?:көрсетілген|аталған|осы)\s+\w+\s+бекітілген\b.*:$", re.IGNORECASE | re.DOTALL
    ),
}
_ENACTING = re.compile(
    r"(?:постановля|қаулы\s+етеді|приказыва|бұйырамын)\w*\s*:?\s*$", re.IGNORECASE
)


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


@dataclass
class _Carried:
    """What a paragraph opened for those below it."""

    act: int | None = None
    path: Path = ()
    repealing: bool = False
    unread: bool = False
    """It was not understood: what stands below it has no unit but one it names whole."""


class _Reader:
    def __init__(self, edition: Edition) -> None:
        self._language = edition.language
        self._kinds = {article.key: article.kind for article in edition.articles}
        self._carried: dict[Level, _Carried] = {}
        self._article = ""
        self._in_entry: Level | None = None
        self.acts: list[TargetAct] = []
        self.operations: list[Operation] = []
        self.unread: list[Unread] = []
        self.frames: list[Frame] = []
        self.entry: list[Statement] = []

    def take(self, statement: Statement) -> None:
        """Read one statement."""
        level = statement.own.level
        if statement.own.place.article != self._article:
            self._article = statement.own.place.article
            self._carried, self._in_entry = {}, None
        for deeper in [
            one for one in self._carried if one > level or one is level is not Level.UNNUMBERED
        ]:
            del self._carried[deeper]
        if self._in_entry is not None and level > self._in_entry:
            self._frame(FrameKind.ENTRY, statement)
            self.entry.append(statement)
            return
        self._in_entry = None
        self._read(statement, level)

    def _base(self, level: Level) -> _Carried:
        outer = [one for one in sorted(self._carried) if one <= level]
        return self._carried[outer[-1]] if outer else _Carried()

    def _read(self, statement: Statement, level: Level) -> None:
        words = " ".join(statement.own.words.split())
        base = self._base(level)
        own = without_latin_i(without_quotations(words), self._language)
        pieces = pieces_of(words, self._language)
        if pieces is None and base.act is None and not statement.quoted:
            self._frame(FrameKind.OTHER, statement)
        elif pieces is None:
            self._leave(statement, Reason.NEVER_CLOSED)
        elif is_entry(own, self._language):
            self._in_entry = level
            self._frame(FrameKind.ENTRY, statement)
            self.entry.append(statement)
        elif base.repealing or repeals(own, self._language):
            self._repeal(statement, words, level, pieces, base)
        elif _OTHER_LANGUAGE[self._language].search(own):
            self._other_language(statement, pieces, base)
        elif self._understood(statement, pieces, level, base):
            return
        elif _APPROVED[self._language].match(own) and base.act is not None:
            self._carried[level] = replace(base, path=(APPROVED,))
            self._frame(FrameKind.SCOPE, statement)
        elif may_name_an_act(pieces) and (act := amended_act(words, self._language)) is not None:
            self._amend(statement, pieces, level, act)
        elif opens_list(words, self._language):
            self._carried[level] = _Carried()
            self._frame(FrameKind.ENACTING, statement)
        else:
            self._foreign(statement, words, base)

    def _understood(
        self, statement: Statement, pieces: tuple[Piece, ...], level: Level, base: _Carried
    ) -> bool:
        """Take a paragraph of instructions; False if it is none, or not wholly understood."""
        clauses = read_clauses(pieces, self._language)
        if clauses is None:
            return False
        if base.act is None:
            self._leave(statement, Reason.NO_ACT)
            return True
        path = base.path
        if base.unread and not name_whole_units(clauses):
            self._leave(statement, Reason.OPENING_UNREAD)
            return True
        if clauses.scope is not None:
            if len(clauses.scope.paths) != 1 or clauses.scope.throughout:
                return False
            path = inside(base.path, clauses.scope.paths[0])
            self._carried[level] = replace(base, path=path, unread=False)
        if not clauses.clauses:
            self._frame(FrameKind.SCOPE, statement)
            if statement.quoted:
                self._leave(statement, Reason.LOOSE_QUOTATION)
            return True
        self._order(statement, clauses.clauses, base.act, path)
        if level is Level.UNNUMBERED and self.operations:
            self._close_left_scope(level)
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

    def _close_left_scope(self, level: Level) -> None:
        """«в пункте 6:» ends where an instruction names another point."""
        carried = self._carried.get(level)
        if carried is None or not carried.path:
            return
        last = self.operations[-1]
        if any(path[: len(carried.path)] != carried.path for path in last.targets):
            del self._carried[level]

    def _amend(
        self, statement: Statement, pieces: tuple[Piece, ...], level: Level, act: TargetAct
    ) -> None:
        self.acts.append(act)
        number = len(self.acts) - 1
        self._carried[level] = _Carried(number)
        behind = behind_the_act(pieces)
        if not behind:
            self._frame(FrameKind.ACT, statement)
            if statement.quoted:
                self._leave(statement, Reason.LOOSE_QUOTATION)
            return
        clauses = read_clauses(behind, self._language)
        if clauses is None or clauses.scope is not None:
            self._leave(statement, Reason.UNKNOWN_FORM)
            return
        self._order(statement, clauses.clauses, number, ())

    def _repeal(
        self,
        statement: Statement,
        words: str,
        level: Level,
        pieces: tuple[Piece, ...],
        base: _Carried,
    ) -> None:
        if base.act is not None and self._understood(statement, pieces, level, base):
            return
        act = named_act(words)
        if words.endswith(":"):
            self._carried[level] = _Carried(repealing=True)
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
        self, statement: Statement, pieces: tuple[Piece, ...], base: _Carried
    ) -> None:
        if base.act is None:
            self._leave(statement, Reason.NO_ACT)
            return
        first = next((one for one in pieces if one.kind is PieceKind.ADDRESS), None)
        paths = first.paths if first else ((),)
        self.operations.append(
            Operation(
                Kind.OTHER_LANGUAGE,
                statement.place,
                statement.words,
                base.act,
                tuple(inside(base.path, path) for path in paths),
            )
        )

    def _foreign(self, statement: Statement, words: str, base: _Carried) -> None:
        """What is no instruction: the act's own provision, or something the grammar must list."""
        kind = self._kinds[self._article]
        if kind is ArticleKind.PREAMBLE or _ENACTING.search(words):
            self._frame(FrameKind.ENACTING, statement)
        elif base.act is not None or statement.quoted:
            self._leave(statement, Reason.UNKNOWN_FORM)
            if words.endswith(":"):
                self._carried[statement.own.level] = replace(base, path=(), unread=True)
        else:
            self._frame(FrameKind.OTHER, statement)

    def _frame(self, kind: FrameKind, statement: Statement) -> None:
        self.frames.append(Frame(kind, statement.own.place, statement.own.printed))

    def _leave(self, statement: Statement, reason: Reason) -> None:
        self.unread.append(Unread(statement.place, statement.words, reason))
