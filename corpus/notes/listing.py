"""The list that a note is: statements, and the acts that each is said of, each with its brackets.

    note      = label, { statement, acts } ;
    acts      = act, { (";" | "," | "and"), act } ;
    act       = [form], mention, [form], { "(" clause ")" }, [own words] ;

A statement holds for all acts up to the next one. The bracket behind an act is that act's alone.
Words behind an act and before the next separator are said of it: a bracket whose opening is
missing, a Kazakh verb («… Заңымен өзгерістер енгізілді»), «… provides for a new edition».
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.notes.clauses import is_about_force
from corpus.notes.mentions import Mention, amending_mentions
from corpus.notes.tokens import Bracket, Token, Tokens, brackets_of

SEPARATORS = frozenset({";", ",", ":"})
_CLOSING = frozenset({"stop", "line", "end"})
_IDLE = frozenset(
    {"form", "whose", "and", "of", "sign", "stop", "line", "close", "open", "year", "official"}
)
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_INTRODUCING = frozenset({"enter", "order"})


@dataclass(frozen=True)
class ListedAct:
    """An act in the list: its mention, the tokens behind it that are about it, its brackets.

    `calling` are the words that call it, before or behind; `behind` its own words outside of
    brackets; `clauses` the tokens of each bracket, the brackets themselves left out.
    """

    mention: Mention
    calling: tuple[Token, ...]
    called_behind: bool
    behind: tuple[Token, ...]
    clauses: tuple[Bracket, ...]
    end: int
    form_end: int
    """Behind the last word that calls it."""
    joined: bool = False
    """Whether «и» joins it to the act before it."""
    joint: bool = False
    """Whether it is the other number of a joint act: «и Министра финансов от …»."""


@dataclass
class Group:
    """A statement's tokens, brackets left out, the brackets in it, and the acts that follow it."""

    lead: tuple[Token, ...]
    brackets: tuple[Bracket, ...] = ()
    acts: list[ListedAct] = field(default_factory=list)


@dataclass(frozen=True)
class Listing:
    """A note as a list; `remarks` are brackets that were never closed."""

    tokens: Tokens
    groups: tuple[Group, ...]
    unclosed: tuple[Bracket, ...]
    ends_with_act: bool
    """Whether nothing stands behind the last act, not even a full stop or a bracket."""


def listing_of(tokens: Tokens, text: str) -> Listing:
    """The list that the tokens of a note's text are."""
    brackets = brackets_of(tokens)
    named = amending_mentions(tokens)
    opaque = _opaque(tokens, brackets, named)
    openings = list(opaque)
    mentions = [one for one in named if not _is_in(one.start, opaque, openings)]
    at = _behind_label(tokens)
    groups: list[Group] = []
    for place, mention in enumerate(mentions):
        limit = mentions[place + 1].start if place + 1 < len(mentions) else len(tokens) - 1
        outside, inside = _outside(tokens, at, mention.start, opaque)
        if not groups or _says_something(outside):
            groups.append(Group(outside, inside))
        act = _act(tokens, text, mention, limit, outside, opaque)
        groups[-1].acts.append(act)
        at = act.end
    outside, inside = _outside(tokens, at, len(tokens) - 1, opaque)
    if _says_something(outside) or (inside and not groups):
        groups.append(Group(outside, inside))
    ends_with_act = bool(mentions) and mentions[-1].end == len(tokens) - 1
    unclosed = tuple(bracket for bracket in brackets.values() if not bracket.closed)
    return Listing(tokens, tuple(groups), unclosed, ends_with_act)


def _opaque(
    tokens: Tokens, brackets: dict[int, Bracket], named: Sequence[Mention]
) -> dict[int, Bracket]:
    """The brackets that are remarks on what stands before; others only enclose a part of the list.

    «(исключен Законом РК от 01.02.2003 № 1)» is such a part.
    """
    starts = [one.start for one in named]
    found: dict[int, Bracket] = {}
    seen = False
    before = 0
    for opening, bracket in brackets.items():
        first, behind = bisect_left(starts, opening), bisect_left(starts, bracket.end)
        seen = seen or first > before
        about_force = seen and is_about_force(tokens[opening + 1 : bracket.end])
        if first == behind or about_force:
            found[opening] = bracket
        else:
            seen = True
        before = behind
    return found


def _is_in(place: int, brackets: dict[int, Bracket], openings: Sequence[int]) -> bool:
    before = bisect_left(openings, place)
    return before > 0 and place < brackets[openings[before - 1]].end


def _behind_label(tokens: Tokens) -> int:
    """Behind «Сноска.», «Примечание ИЗПИ!», «РҚАО-ның ескертуі!», "Note of the RCLI!"."""
    at = 0
    while tokens[at].tag in {"label", "editor"} or (
        at and tokens[at].tag in {"of", "whose"} and tokens[at - 1].tag != "editor"
    ):
        at += 1
    while at and (tokens[at].value in {".", ":", "!"} or tokens[at].tag == "line"):
        at += 1
    return at


def _outside(
    tokens: Tokens, start: int, end: int, opaque: dict[int, Bracket]
) -> tuple[tuple[Token, ...], tuple[Bracket, ...]]:
    """The tokens between two places that stand outside of brackets, and those brackets."""
    outside: list[Token] = []
    inside: list[Bracket] = []
    at = start
    while at < end:
        if bracket := opaque.get(at):
            inside.append(bracket)
            at = bracket.end
        else:
            outside.append(tokens[at])
            at += 1
    return tuple(outside), tuple(inside)


def _calling(lead: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words at the end of a lead that call the act: «решением Н-ского маслихата», "of".

    «Указом Президента РК, имеющим силу Конституционного закона, от»: what comes before the
    force is what it is.
    """
    while lead and lead[-1].value in _EDGES:
        lead = lead[:-1]
    start = len(lead)
    while start and lead[start - 1].tag in _CALLING:
        start -= 1
    if not any(token.tag == "form" for token in lead[start:]):
        further = start
        while further and len(lead) - further < _LONGEST_NAME and (
            lead[further - 1].tag in _NAMING or lead[further - 1].value in {".", ","}
        ):  # fmt: skip
            further -= 1
            if lead[further].tag == "form":
                start = further
        while start and lead[start - 1].tag == "whose":
            start -= 1
    before = lead[max(start - _LONGEST_NAME, 0) : start]
    tags = [token.tag for token in before]
    if "force" in tags and "form" in tags[: tags.index("force")]:
        return before[tags.index("form") : tags.index("force")]
    return lead[start:]


_EDGES = frozenset({":", ",", "-", "–", "—"})
"""«законами РК: от …»."""
_CALLING = frozenset({"form", "whose", "of", "year", "and", "as"})
_NAMING = _CALLING | {"word", "official"}
_LONGEST_NAME = 12


def _says_something(words: Sequence[Token]) -> bool:
    """Whether words state anything; «решением Н-ского областного маслихата» only calls an act."""
    tags = [token.tag for token in words if token.tag not in _IDLE]
    if not tags:
        return False
    if set(tags) - {"word"}:
        return True
    first = next((token for token in words if token.tag not in {"sign", "and"}), None)
    bodies = {token.value for token in words if token.tag == "whose"} & _BODIES
    return not bodies and (first is None or first.tag != "form")


_BODIES = frozenset({"maslikhat", "minister", "akimat", "commission", "court", "council"})


def _act(
    tokens: Tokens,
    text: str,
    mention: Mention,
    limit: int,
    lead: tuple[Token, ...],
    opaque: dict[int, Bracket],
) -> ListedAct:
    """The act of a mention with all that is said behind it, up to a separator."""
    at = mention.end
    called: list[Token] = []
    behind: list[Token] = []
    clauses: list[Bracket] = []
    end = form_end = at
    pending: list[Token] = []
    said = any(one.tag == "verb" for one in lead)
    while True:
        if bracket := opaque.get(at):
            clauses.append(bracket)
            at = end = bracket.end
            behind += pending
            pending = []
            continue
        token = tokens[at]
        if token.tag in _CLOSING or token.value in SEPARATORS:
            if token.value == "," and _clause_follows(tokens, at + 1) and at + 1 < limit:
                pending.append(token)
                at += 1
                continue
            if token.value == "," and pending and said and limit < len(tokens) - 1:
                break  # «… № 1 с изменениями, внесенными …» is said of the next act
            end = at
            behind += pending
            break
        if at >= limit:
            break
        if token.tag in {"form", "whose"} and not pending and _calls(tokens, text, at, limit):
            called.append(token)
            end = form_end = at + 1
        else:
            pending.append(token)
        at += 1
    words = (*_calling(lead), *called)
    joined = next((token.tag for token in lead if token.tag != "sign"), "") == "and"
    bodies = {token.value for token in lead if token.tag == "whose"} & _BODIES
    joint = joined and bool(bodies) and not any(token.tag == "form" for token in lead)
    return ListedAct(
        mention, words, bool(called), tuple(behind), tuple(clauses), end, form_end, joined, joint
    )


def _calls(tokens: Tokens, text: str, at: int, limit: int) -> bool:
    """Whether a word behind a number calls the act before it, not the one after it.

    Kazakh words always do; others where no mention follows before the next separator.
    """
    if set(text[tokens[at].start : tokens[at].end].lower()) & _KAZAKH_LETTERS:
        return True
    place = at
    while place < limit:
        if tokens[place].tag in _CLOSING | {"open"} or tokens[place].value in SEPARATORS:
            return True
        place += 1
    return limit == len(tokens) - 1


def _clause_follows(tokens: Tokens, at: int) -> bool:
    """Whether the words behind a comma begin with when the act takes effect."""
    return tokens[at].tag in _INTRODUCING and is_about_force(tokens[at : at + _A_FEW])


_A_FEW = 6
