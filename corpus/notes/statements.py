"""What a note says was done: its words -> assertions, each a place and a verb.

«Заголовок дан в новой редакции, преамбула исключена» is two of them. A verb is said of the places
before it; what a text was supplemented *with* stands behind the Russian and English verb and before
the Kazakh one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus.amendments import Role, Verb
from corpus.law import Language
from corpus.notes.clauses import from_day, until_day
from corpus.notes.days import STARTS
from corpus.notes.targets import DETAILS, HEADING, Named, Unit, joined_paths, place_at
from corpus.notes.tokens import Token, Tokens


@dataclass(frozen=True)
class Assertion:
    """That something was done to places; `named` is None where the statement names none."""

    verb: Verb
    named: Named | None = None
    throughout: bool = False


@dataclass(frozen=True)
class Statement:
    """What the words of a statement say.

    `of_act` tells that they name the act itself («по всему тексту Закона»), `of_rules`
    that they name the rules that an appendix is. `since` and `until` are the days on which a wording
    or a suspension begins and ends.
    """

    assertions: tuple[Assertion, ...] = ()
    role: Role = Role.AMENDS
    until: date | None = None
    since: date | None = None
    of_act: bool = False
    of_rules: bool = False
    heads: Named | None = None
    """The places that what follows goes on about: what was added, else what was named first."""


@dataclass
class _Spotted:
    """What was found in a statement so far, token by token."""

    places: list[Named] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)
    heads: Named | None = None
    tags: list[Token] = field(default_factory=list)
    foreseen: bool = False
    throughout: bool = False
    of_act: bool = False
    of_rules: bool = False
    effect: bool = False
    since: date | None = None
    until: date | None = None
    last: Named | None = None


_VERBS = {
    "amend": Verb.AMENDED,
    "supplement": Verb.AMENDED,
    "add": Verb.ADDED,
    "redaction": Verb.REWORDED,
    "exclude": Verb.REPEALED,
    "lapse": Verb.REPEALED,
    "replace": Verb.AMENDED,
    "suspend": Verb.SUSPENDED,
}
_WORDS = ((Unit("words"),),)


def statement_of(tokens: Tokens, text: str, language: Language | None) -> Statement:
    """What a statement says; its `tokens` are closed by an `end` and hold no brackets."""
    spotted = _Spotted()
    at = 0
    while tokens[at].tag != "end":
        at = _read_at(tokens, at, text, spotted)
    _finish(spotted)
    assertions = tuple(_distinct(spotted.assertions))
    added = [one.named for one in assertions if one.verb is Verb.ADDED and one.named]
    return Statement(
        assertions,
        _role(tokens, spotted, language, has_verb=bool(assertions)),
        spotted.until,
        spotted.since,
        spotted.of_act,
        spotted.of_rules,
        added[-1] if added else spotted.heads or spotted.last,
    )


def _read_at(tokens: Tokens, at: int, text: str, spotted: _Spotted) -> int:
    """Read what begins at a place; answers with the place behind it."""
    token = tokens[at]
    if token.tag in {"since", *STARTS} and (begun := from_day(tokens, at)):
        spotted.since = begun[1].on
        return begun[0]
    if token.tag in {"until", *STARTS} and (ended := until_day(tokens, at)):
        spotted.until = ended[1][0].on
        return ended[0]
    if token.tag == "verb":
        return _verb_at(tokens, at, text, spotted)
    if token.tag in {"accordance", "order"}:
        return _after_reference(tokens, at, spotted)
    if token.tag in {"text", "throughout"}:
        return _text_at(tokens, at, spotted)
    if token.tag == "effect":
        spotted.effect = True
    if token.tag == "form" and token.value == "rules":
        spotted.of_rules = True
    elif token.tag == "form" and (at == 0 or tokens[at - 1].tag == "this"):
        spotted.of_act = spotted.of_act or not (spotted.places or _is_all(tokens, at))
    if token.tag == "except":
        return _after_exception(tokens, at, text, spotted)
    if named := place_at(tokens, at, text):
        spotted.places.append(named)
        spotted.last = named
        if not spotted.assertions:
            spotted.heads = spotted.heads or named
        return named.end
    return at + 1


def _is_all(tokens: Tokens, at: int) -> bool:
    """Whether only an act is called from here on: «Закон РК от …»."""
    at += 1
    while tokens[at].tag in {"whose", "of", "form", "and"}:
        at += 1
    return tokens[at].tag == "end"


def _verb_at(tokens: Tokens, at: int, text: str, spotted: _Spotted) -> int:
    kind = tokens[at].value
    if kind == "foresee":
        spotted.foreseen = True
        return at + 1
    if kind == "amend" and _is_denied(tokens, at):
        return at + 1
    if kind == "redaction" and tokens[at + 1].tag == "verb" and tokens[at + 1].value == "redaction":
        return at + 1
    if kind in {"add", "supplement"}:
        return _addition_at(tokens, at, text, spotted)
    verb = _VERBS[kind]
    if kind == "replace" and (spotted.throughout or not _about_place(spotted)):
        verb = Verb.WORDS_REPLACED
    words_only = all(one.paths == _WORDS for one in spotted.places)
    if kind == "exclude" and spotted.throughout and spotted.places and words_only:
        verb = Verb.WORDS_REPLACED
    _assert(spotted, verb)
    return at + 1


def _is_denied(tokens: Tokens, at: int) -> bool:
    """«не изменяется», "was not amended", "shall not be changed"."""
    at -= 1
    while at >= 0 and tokens[at].tag == "official":
        at -= 1
    return at >= 0 and tokens[at].tag == "not"


def _about_place(spotted: _Spotted) -> bool:
    """Whether any place but words was named: «слова … заменены» alone is said of all the text."""
    named = [*spotted.places, *([spotted.heads] if spotted.heads else [])]
    return any(unit.kind != "words" for one in named for path in one.paths for unit in path)


def _addition_at(tokens: Tokens, at: int, text: str, spotted: _Spotted) -> int:
    """What was added: behind «дополнена», before «толықтырылды»."""
    added: Named | None
    if spotted.places and spotted.places[-1].with_it:
        added = spotted.places.pop()
        around = spotted.places[-1] if spotted.places else None
        spotted.places.clear()
        _assert_added(spotted, around, added)
        return at + 1
    place = at + 1
    while tokens[place].tag in {"in", "word", "since", "calendar"} and place - at < _NEAR:
        if tokens[place].value not in _WITH and tokens[place].tag == "word":
            break
        place += 1
    added = place_at(tokens, place, text)
    if added is not None:
        around = spotted.places[-1] if spotted.places else None
        spotted.places.clear()
        _assert_added(spotted, around, added)
        return added.end
    is_noun = text[tokens[at].start : tokens[at].end].lower().startswith(("дополнени", "толықтыру"))
    unnamed = not spotted.places and spotted.last is None
    lone = _is_lone_marker(spotted)
    added_itself = not is_noun and (unnamed or lone or tokens[at].value == "add")
    _assert(spotted, Verb.ADDED if added_itself else Verb.AMENDED)
    return at + 1


_NEAR = 3
_WITH = frozenset({"by", "with", "новой", "новым", "новыми", "соответственно", "жаңа"})


def _is_lone_marker(spotted: _Spotted) -> bool:
    """«3-1) дополнен Законом»: the subpoint itself."""
    if len(spotted.places) != 1:
        return False
    named = spotted.places[0]
    return named.end - named.start == len(("figure", "marker"))


def _assert_added(spotted: _Spotted, around: Named | None, added: Named) -> None:
    if added.has(*DETAILS, HEADING) and not added.has("part", "ind"):
        named = around if added.has("words", "sentence") else added
        verb = Verb.RETITLED if added.has(HEADING) else Verb.AMENDED
    else:
        named, verb = (joined_paths(around, added) if around else added), Verb.ADDED
    spotted.assertions.append(Assertion(verb, named, spotted.throughout))
    spotted.last = named or spotted.last


def _assert(spotted: _Spotted, verb: Verb) -> None:
    """Say the verb of the places before it; of the last ones where there are none."""
    places = spotted.places or ([spotted.last] if spotted.last and spotted.assertions else [])
    places = [one for one in places if not one.has("words") or len(one.paths[0]) > 1] or places
    if not places:
        spotted.assertions.append(Assertion(verb, None, spotted.throughout))
    for named in places:
        own = verb
        if named.has(HEADING) and verb in {Verb.AMENDED, Verb.REWORDED, Verb.WORDS_REPLACED}:
            own = Verb.RETITLED
        if verb is Verb.REPEALED and named.has("words", "sentence"):
            own = Verb.AMENDED
        spotted.assertions.append(Assertion(own, named, spotted.throughout))
    if verb is not Verb.WORDS_REPLACED:
        spotted.throughout = False
    spotted.places.clear()


def _text_at(tokens: Tokens, at: int, spotted: _Spotted) -> int:
    """«по всему тексту (Закона)», «в тексте», «Заңның бүкіл мәтіні бойынша», "throughout"."""
    around = tokens[max(at - 3, 0) : at + 3]
    tags = {token.tag for token in around}
    if tags & {"language"}:
        return at + 1
    if tokens[at].tag == "throughout" and "text" not in {t.tag for t in (*around,)}:
        return at + 1
    spotted.throughout = True
    near = (*tokens[max(at - 4, 0) : at], *_forward(tokens, at + 1))
    spotted.of_act = spotted.of_act or any(token.tag == "form" for token in near)
    return at + 1


def _forward(tokens: Tokens, at: int) -> Iterator[Token]:
    """The words behind «тексту» that say whose text it is."""
    while tokens[at].tag in {"form", "whose", "this", "of"}:
        yield tokens[at]
        at += 1


def _after_reference(tokens: Tokens, at: int, spotted: _Spotted) -> int:
    """Pass the place that a rule stands in: «в соответствии со статьей 133», «133-бабына сәйкес»."""
    before = spotted.places[-1] if spotted.places else None
    if before and before.end == at and len(spotted.places) > 1:
        spotted.places.pop()
        return at + 1
    place = at + 1
    while tokens[place].tag not in {"end", "stop", "line", "verb", "day", "quoted"}:
        if tokens[place].value in {";", ","}:
            break
        place += 1
    return place


def _after_exception(tokens: Tokens, at: int, text: str, spotted: _Spotted) -> int:
    """Pass what is excepted: «за исключением главы 14», «14-тарауды қоспағанда»."""
    if spotted.places and spotted.places[-1].end == at:
        spotted.places.pop()
        return at + 1
    excepted = place_at(tokens, at + 1, text)
    return excepted.end if excepted else at + 1


def _finish(spotted: _Spotted) -> None:
    """Places that no verb was said of, and the verbs that are said otherwise."""
    if spotted.until and spotted.effect and not _suspends(spotted):
        named = spotted.places or ([spotted.heads] if spotted.heads else [])
        spotted.assertions = [Assertion(Verb.TEMPORARY, one) for one in named[:1]] or [
            Assertion(Verb.TEMPORARY)
        ]


def _suspends(spotted: _Spotted) -> bool:
    return any(one.verb is Verb.SUSPENDED for one in spotted.assertions)


def _distinct(assertions: list[Assertion]) -> Iterator[Assertion]:
    """Each once; what was also «amended» in a way that is told is told once, by that way."""
    told: dict[tuple[object, Verb], Assertion] = {}
    for one in assertions:
        told.setdefault((one.named and one.named.paths, one.verb), one)
    for (paths, verb), one in told.items():
        others = [v for p, v in told if p == paths and v is not verb]
        if verb is not Verb.AMENDED or not any(v is not Verb.ADDED for v in others):
            yield one


def _role(tokens: Tokens, spotted: _Spotted, language: Language | None, *, has_verb: bool) -> Role:
    if spotted.foreseen:
        return Role.FORESEEN
    if _stays_as_it_was(tokens, language):
        return Role.OTHER_LANGUAGE
    if not has_verb and any(token.tag == "see" for token in tokens):
        return Role.CITED
    return Role.AMENDS


def _stays_as_it_was(tokens: Tokens, language: Language | None) -> bool:
    """Whether the text in the edition's language is said to stay; English is made from Russian."""
    if not any(token.tag == "language" for token in tokens):
        return False
    own = {Language.KK: "kk", None: None}.get(language, "ru")
    spoken: str | None = None
    unchanged: set[str] = set()
    named: set[str] = set()
    for place, token in enumerate(tokens):
        if token.tag == "language":
            spoken = token.value
            named.add(spoken)
        elif token.tag == "unchanged" or (
            token.tag == "verb"
            and token.value == "amend"
            and place
            and tokens[place - 1].tag == "not"
        ):
            unchanged.add(spoken or "")
    if unchanged:
        return own is None or own in unchanged
    return bool(named) and own is not None and own not in named
