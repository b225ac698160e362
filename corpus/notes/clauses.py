"""When an act takes effect, in a note's words: «вводится в действие с 01.01.2023» -> a clause.

The words of a clause hold one *term*: a number of days, a day, the publication, a reference. Where
they hold two different ones (staged entry), an exception, or none, the clause is UNREAD: which of
the starts is this place's the note does not say.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from corpus.amendments import NO_CLAUSE, ClauseKind, InForceClause
from corpus.notes.days import STARTS, Day, day
from corpus.notes.grammar import Rule, choice, made, many, maybe, one, seq, the
from corpus.notes.tokens import Token, Tokens, tokens_of

_TOLD = frozenset(
    {"expiry", "except", "months", "after", "see", "order", "registration", "not", "accordance"}
)
_NEXT = frozenset(
    {"следующего", "следующий", "следующей", "кейінгі", "келесі", "following", "next"}
)
"""«Со дня, следующего за днем его опубликования»: a day later than from publication."""
_UNSURE = frozenset({"except", "months", "working", "registration", "not", "part", "half read"})
"""With these a start is another than it seems, or not this place's."""


@dataclass(frozen=True)
class Clause:
    """A clause, and what its words say besides: until when; which of its days cannot be."""

    in_force: InForceClause
    until: date | None = None
    impossible: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The day that ends something; `is_last` where that day itself is still of it."""

    on: date | None
    is_last: bool = False

    @property
    def until(self) -> date | None:
        """The last day, exclusive."""
        return self.on + timedelta(days=1) if self.on and self.is_last else self.on


NOT_TOLD = Clause(NO_CLAUSE)
"""Of an act of which the note does not say when it takes effect."""


@dataclass
class _Terms:
    """What a clause's words say, term by term."""

    days: list[int] = field(default_factory=list)
    on: list[Day] = field(default_factory=list)
    until: list[date | None] = field(default_factory=list)
    articles: list[tuple[str, str]] = field(default_factory=list)
    seen: list[tuple[str, str]] = field(default_factory=list)
    """Those of the articles that stand behind «см.»."""
    told: set[str] = field(default_factory=set)


_TEN, _HUNDRED = 10, 100


def _counted(words: list[Token]) -> int | None:
    """The number that words make: the smaller ones behind the tens and hundreds, or nothing."""
    values = [int(word.value) for word in words]
    for larger, smaller in itertools.pairwise(values):
        if larger % _TEN or smaller >= (_HUNDRED if larger >= _HUNDRED else _TEN):
            return None
    return sum(values) or None


_count = made(many(one("count")), _counted)
_suffix = maybe(seq(the("sign", "-"), one("suffix")))
_figures = made(
    seq(one("figure"), _suffix),
    lambda read: int(read[0].value) if read[0].value.isdigit() else None,
)
_amount = choice(_count, _figures)
_calendar = the("calendar", "calendar")
_in_brackets = seq(one("open"), choice(_count, _figures), one("close"))
n_days: Rule[int] = choice(
    made(
        seq(_amount, maybe(_in_brackets), maybe(_calendar), one("days")), lambda read: int(read[0])
    ),
    made(seq(_calendar, _amount, one("days")), lambda read: int(read[1])),
)
"""«десяти календарных дней», «күнтізбелік он күн», "10 calendar days"."""
from_day: Rule[Day] = choice(
    made(seq(the("since", "since"), maybe(the("whose", "the")), day), lambda read: read[2]),
    made(seq(day, the("since", "since")), lambda read: read[0]),
)
"""«с 1 января 2023 года», «01.01.2023 бастап», "on 8 June 2022"."""
start: Rule[Day] = choice(from_day, day)
"""«вводится в действие 01.01.2015»: the «с» is forgotten."""
until_day: Rule[Ended] = choice(
    made(
        seq(one("until"), maybe(the("whose", "the")), day, maybe(one("inclusive"))),
        lambda read: Ended(read[2].on, is_last=read[0].value == "through" or bool(read[3])),
    ),
    made(seq(day, the("until", "before")), lambda read: Ended(read[0].on)),
)
"""«до 01.01.2025» ends the day before, «по 31.12.2024» and «до … включительно» with that day."""
_one_number = made(one("figure"), lambda token: token.value)
reference: Rule[tuple[str, str]] = choice(
    made(
        seq(one("unit"), maybe(the("sign", ".")), _one_number),
        lambda read: (read[0].value, read[2]),
    ),
    made(seq(_one_number, the("sign", "-"), one("unit")), lambda read: (read[2].value, read[0])),
)
"""«ст. 2», «п.2», «2-баптан», "Article 3": in a reference, the place of the amending act."""


_calling = many(choice(one("of"), one("whose"), one("official"), one("ordinal")), most=8)
_after_the_day = seq(one("after"), _calling, one("days"), _calling, one("publication"))
"""«после дня его первого официального опубликования»."""


def is_about_force(tokens: Tokens) -> bool:
    """Whether words say anything of an act's force."""
    tags = {token.tag for token in tokens}
    if "see" in tags and "unit" in tags:
        return True
    return bool(
        ("enter" in tags and tags & {"force", "order", "publication", "see", "since", "expiry"})
        or ("force" in tags and tags & {"since", "order", "publication", "until", "expiry"})
        or ("publication" in tags and tags & {"days", "moment", "after", "since"})
        or ("signing" in tags and tags & {"days", "moment", "since"})
        or ("effect" in tags and tags & {"since", "until"})
    )


@lru_cache(maxsize=4096)
def clause_in(words: str) -> Clause:
    """What the words of a clause say; they must be about force.

    The same ones return so often in the notes of an act that they are kept.
    """
    tokens = tokens_of(words)
    terms = _terms(tokens)
    quote = " ".join(words.split())
    impossible = tuple(words[one.start : one.end] for one in terms.on if one.on is None)
    until = terms.until[0] if terms.until else None
    return Clause(_clause(terms, quote), until, impossible)


def _terms(tokens: Tokens) -> _Terms:
    terms = _Terms()
    tags = {token.tag for token in tokens}
    refers = bool(tags & {"see", "order"})
    at = 0
    while (tag := tokens[at].tag) != "end":
        if tag == "extends":  # on relations that arose earlier: no start of the act
            break
        at = _term(tokens, at, terms, refers=refers) or at + 1
        if tag in {"publication", "signing"}:
            terms.told |= {tag} if _is_start(tokens, at - 1) else set()
        elif tag == "after" and _is_day_after(tokens, at - 1):
            terms.told.add("next")
        elif tag in _TOLD:
            terms.told.add(tag)
        elif tag == "word" and tokens[at - 1].value in _NEXT:
            terms.told.add("next")
        elif tag == "unit" and "accordance" not in terms.told:
            terms.told.add("part")  # «подпункт 2) вводится в действие …»: of the amending act
        elif tag == "calendar" and tokens[at - 1].value == "working":
            terms.told.add("working")
    return terms


def _is_day_after(tokens: Tokens, at: int) -> bool:
    """«вводится в действие после дня его … опубликования», with no term before the «после»."""
    if at and tokens[at - 1].tag == "days":  # «жарияланған күнінен кейін қолданысқа енгізіледі»
        return (
            at > 1
            and tokens[at - 2].tag == "publication"
            and tokens[at + 1].tag in {"enter", "force"}
        )
    begins = not at or tokens[at - 1].tag in {"enter", "force"}
    return begins and bool(_after_the_day(tokens, at))


def _is_start(tokens: Tokens, at: int) -> bool:
    """Whether something begins with a publication or signing: «со дня его … опубликования».

    «подлежит официальному опубликованию» says nothing of the start.
    """
    if tokens[at + 1].tag in {"days", "after", "since"}:
        return True
    at -= 1
    while at >= 0 and tokens[at].tag in {"official", "ordinal", "of", "whose"}:
        at -= 1
    return at >= 0 and tokens[at].tag in {"days", "moment", "after"}


def _term(tokens: Tokens, at: int, terms: _Terms, *, refers: bool) -> int | None:
    """Read the term that begins at a place, if any does; answers with the place behind it."""
    tag = tokens[at].tag
    if tag in {"count", "figure", "calendar"} and (read := n_days(tokens, at)):
        terms.days.append(read[1])
        if at and tokens[at - 1].tag in {"word", "count"}:
            terms.told.add("half read")  # before it stands a number's word that is not known
        return read[0]
    if tag in {"until", *STARTS} and (ended := until_day(tokens, at)):
        terms.until.append(ended[1].until)
        return ended[0]
    after_force = at > 0 and tokens[at - 1].tag == "force"
    if tag in {"since", *STARTS} and (
        begun := (from_day if not after_force else start)(tokens, at)
    ):
        if not _of_relations(tokens, at, begun[0]):
            terms.on.append(begun[1])
        return begun[0]
    if refers and tag in {"unit", "figure"} and (named := reference(tokens, at)):
        terms.articles.append(named[1])
        if "see" in terms.told:  # «порядок … статьи 43 см. ст. 62»
            terms.seen.append(named[1])
        return named[0]
    return None


def _of_relations(tokens: Tokens, start: int, end: int) -> bool:
    """«возникшие с 01.01.2009»: the day is of what an act extends to, not of its start."""
    around = (*tokens[max(start - 2, 0) : start], *tokens[end : end + 2])
    return any(token.tag == "arisen" for token in around)


def _clause(terms: _Terms, quote: str) -> InForceClause:
    told = terms.told
    if terms.articles or ({"see"} & told and not terms.on):
        named = terms.seen or terms.articles
        articles = [number for kind, number in named if kind == "art"]
        article = next(iter(articles or [number for _, number in named]), None)
        return InForceClause(ClauseKind.BY_REFERENCE, article=article, quote=quote)
    found = list(_starts(terms))
    if len(found) != 1 or told & _UNSURE:
        kind = ClauseKind.UNREAD if found or not terms.until else ClauseKind.NONE
        return InForceClause(kind, quote=quote)
    kind, days, on = found[0]
    return InForceClause(kind, days=days, on=on, quote=quote)


def _starts(terms: _Terms) -> Iterator[tuple[ClauseKind, int | None, date | None]]:
    """The different starts that the terms tell, understood or not."""
    told = terms.told
    if terms.days:
        for days in dict.fromkeys(terms.days):
            known = "publication" in told and "signing" not in told
            yield (ClauseKind.DAYS_AFTER_PUBLICATION, days, None) if known else _UNREAD
    elif told & {"expiry", "after"} or {"next", "signing"} <= told:
        yield _UNREAD
    elif {"next", "publication"} <= told:
        yield ClauseKind.DAYS_AFTER_PUBLICATION, 0, None
    elif "publication" in told:
        yield ClauseKind.ON_PUBLICATION, None, None
    elif "signing" in told:
        yield ClauseKind.ON_SIGNING, None, None
    for on in dict.fromkeys(start.on for start in terms.on):
        yield (ClauseKind.ON_DATE, None, on) if on else _UNREAD


_UNREAD = (ClauseKind.UNREAD, None, None)
