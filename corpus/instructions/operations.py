"""What an amending act orders: frozen values, no input or output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.addresses import Unit
from corpus.amendments import NO_CLAUSE, InForceClause
from corpus.keys import joined
from corpus.law import Language

Path = tuple[Unit, ...]
"""A place in an act, the outermost unit first; () is the act as a whole."""


def path_words(path: Path) -> str:
    """A path in one line, as keys write it: `art_113-1__p_2`; `act` for the whole."""
    return joined(*(unit.key for unit in path)) or "act"


class Kind(StrEnum):
    """What an instruction does."""

    REWORD = "reword"
    """The units get the wording that follows."""
    ADD = "add"
    """New units with the wording that follows."""
    DELETE = "delete"
    """The units are excluded."""
    INSERT_AFTER = "insert words after"
    INSERT_BEFORE = "insert words before"
    APPEND_WORDS = "append words"
    """Words at the end of the unit, before its closing sign."""
    REPLACE_WORDS = "replace words"
    DELETE_WORDS = "delete words"
    TEMPORARY = "temporary wording"
    """Until a day the units read otherwise: said by new wording, not by an instruction."""
    REPEAL = "repeal the act"
    OTHER_LANGUAGE = "other language only"
    """The wording in the language of this text stays."""


NO_CHANGE = frozenset({Kind.TEMPORARY, Kind.OTHER_LANGUAGE})
"""These order no lasting change of the wording in the language of the text."""


@dataclass(frozen=True)
class NewLine:
    """One paragraph of new wording, the quotation marks around it taken off; a table has rows."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Place:
    """Where in the amending act something stands.

    `article` is the key there; `unit` the path of numbers inside it (`p_1__sp_4`, "" for none);
    the indents are counted in that unit, the paragraph with its number first, quoted ones too.
    """

    article: str
    unit: str = ""
    first_indent: int = 1
    last_indent: int = 1

    def __str__(self) -> str:
        path = f"{self.article}__{self.unit}" if self.unit else self.article
        if self.last_indent == 1:
            return path
        if self.first_indent == self.last_indent:
            return f"{path}, paragraph {self.first_indent}"
        return f"{path}, paragraphs {self.first_indent}-{self.last_indent}"


@dataclass(frozen=True)
class TargetAct:
    """An act that is amended, as the amending act names it: what it does not say is None.

    `statement` is its own words. `form` is one of the watch list's forms.
    """

    title: str | None = None
    adopted: date | None = None
    number: str | None = None
    form: str | None = None
    statement: str = ""


@dataclass(frozen=True)
class Operation:
    """One instruction that is understood.

    `targets` are the addressed units; of ADD those that get the new units, which are `added`.
    `words` are looked for, `new_words` come instead of them or beside them; `content` is new
    wording in paragraphs. `throughout`: at every place inside the target. `inflected`: «в
    соответствующих падежах», which no program can do word for word. `clause` is the amending act's
    own entry into force for this instruction, `since` and `until` those of a temporary wording.
    """

    kind: Kind
    place: Place
    quote: str
    target_act: int
    """Which of `Instructions.acts`; what the act does to itself in its new wording names none."""
    targets: tuple[Path, ...] = ((),)
    added: tuple[Unit, ...] = ()
    words: str = ""
    new_words: str = ""
    content: tuple[NewLine, ...] = ()
    throughout: bool = False
    inflected: bool = False
    clause: InForceClause = NO_CLAUSE
    since: date | None = None
    until: date | None = None


class Reason(StrEnum):
    """Why words of an amending act are listed as not understood."""

    UNKNOWN_FORM = "unknown form"
    NO_ADDRESS = "no address"
    """The instruction names no unit and none is carried from before."""
    NO_ACT = "no act"
    """No act has been named that could be amended."""
    NO_WORDING = "no new wording"
    """New wording is announced and none follows."""
    NEVER_CLOSED = "quotation never closed"
    """What follows may be instructions; so none of it is read."""
    UNEVEN_PAIRS = "uneven pairs"
    """As many words to be replaced as words to replace them with are needed."""
    LOOSE_QUOTATION = "loose quotation"
    """New wording that no instruction announces."""
    OPENING_UNREAD = "its opening was not read"
    """It stands below words that name its unit and were not understood."""
    IN_APPENDIX = "wording in an appendix"
    """«согласно приложению»: the new wording stands apart from the instruction."""


@dataclass(frozen=True)
class Unread:
    """Words of the amending act that the grammar does not understand: listed, never guessed."""

    place: Place
    words: str
    reason: Reason


class FrameKind(StrEnum):
    """What the words are that order nothing themselves."""

    ENACTING = "enacting words"
    ACT = "names the act"
    SCOPE = "opens a unit"
    """«в статье 4:»: the instructions that follow are inside it."""
    ENTRY = "entry into force"
    OTHER = "other provision"
    """A provision of the amending act's own: it instructs nobody about another text."""


@dataclass(frozen=True)
class Frame:
    """Words around the instructions that are understood and change no text."""

    kind: FrameKind
    place: Place
    words: str


@dataclass(frozen=True)
class Instructions:
    """All of an amending act: every paragraph is in an operation, a frame or among the unread."""

    ngr: str
    language: Language
    acts: tuple[TargetAct, ...]
    operations: tuple[Operation, ...]
    unread: tuple[Unread, ...]
    frames: tuple[Frame, ...]
    clause: InForceClause = NO_CLAUSE
    """When the act itself enters into force, exceptions aside."""
    unsupported: str = ""
    """Why nothing of it was read, if so."""

    def for_act(self, number: int) -> tuple[Operation, ...]:
        """The operations on one of `acts`."""
        return tuple(one for one in self.operations if one.target_act == number)
