"""Finds in a statement's words, from left to right, the places, the verbs, and what was added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus.amendments import Verb
from corpus.notes.clauses import from_day, until_day
from corpus.notes.days import STARTS
from corpus.notes.roles import is_denied
from corpus.notes.targets import DETAILS, HEADING, Named, Unit, joined_paths, place_at
from corpus.notes.tokens import Token, Tokens

_VERBS = {
    "amend": Verb.AMENDED,
    "redaction": Verb.REWORDED,
    "exclude": Verb.REPEALED,
    "lapse": Verb.REPEALED,
    "replace": Verb.AMENDED,
    "suspend": Verb.SUSPENDED,
}
OF_HEADINGS = frozenset({Verb.AMENDED, Verb.REWORDED, Verb.REPEALED, Verb.WORDS_REPLACED})
"""What, done to a heading, changes a title."""
_IN_THE_WORDS = ("words", "sentence")
"""Where these are excluded or added, the unit that they stand in is amended."""
_WITH = frozenset({"by", "with", "новой", "новым", "новыми", "соответственно", "жаңа"})
_NOUNS = ("дополнени", "толықтыру", "толықтырулар")
_FOLLOWING = frozenset({"следующей", "мынадай", "following"})
_PERIODS = ("период", "кезең")
_FAR = 4
_DAY_STARTS = STARTS | {"since", "until"}
_THIS_ACT = ["this", "form"]
_BY_UNIT = ("ктом", "тьей", "стью")
_REFERENCE_ENDS = frozenset({"end", "stop", "line", "verb", "day", "quoted"})


@dataclass(frozen=True)
class Assertion:
    """That something was done to places; `named` is None where the statement names none."""

    verb: Verb
    named: Named | None = None


@dataclass
class Spotted:
    """What was found in a statement so far; `places` are those that no verb was said of yet."""

    tokens: Tokens
    text: str
    places: list[Named] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)
    heads: Named | None = None
    """The places that are named before any verb."""
    last: Named | None = None
    of_act: bool = False
    of_rules: bool = False
    throughout: bool = False
    lasts: bool = False
    """«действует», «қолданыста болады»: with a last day, a temporary wording."""
    since: date | None = None
    until: date | None = None

    def read(self) -> None:
        """Read all tokens up to the `end`."""
        at = 0
        while self.tokens[at].tag != "end":
            at = self._read_at(at)
        suspended = any(one.verb is Verb.SUSPENDED for one in self.assertions)
        if self.until and self.lasts and not suspended:
            named = self.places[0] if self.places else self.heads
            self.assertions = [Assertion(Verb.TEMPORARY, named)]

    def _read_at(self, at: int) -> int:
        """Read what begins at a place; answers with the place behind it."""
        tag = self.tokens[at].tag
        if tag in _DAY_STARTS:
            if begun := from_day(self.tokens, at):
                self.since = begun[1].on
                return begun[0]
            if ended := until_day(self.tokens, at):
                self.until = ended[1].until
                return ended[0]
        if reads := _BY_TAG.get(tag):
            return reads(self, at)
        if named := place_at(self.tokens, at, self.text):
            if self._is_by_which(named):
                return named.end
            self.places.append(named)
            self.last = named
            if not self.assertions:
                self.heads = self.heads or named
            return named.end
        return at + 1

    def _is_by_which(self, named: Named) -> bool:
        """Whether a place of this very act says by what: «осы Заңның 94-бабымен»."""
        before = self.tokens[max(named.start - 2, 0) : named.start]
        behind = self.tokens[named.end : named.end + 2]
        if named.with_it:
            return [token.tag for token in before] == _THIS_ACT and (
                self.tokens[named.end].tag != "verb"
            )
        first = self.tokens[named.start]
        word = self.text[first.start : first.end].lower()
        return word.endswith(_BY_UNIT) and [token.tag for token in behind] == _THIS_ACT

    def verb(self, at: int) -> int:
        """A verb: it is said of the places before it."""
        kind = self.tokens[at].value
        if kind in {"add", "supplement"}:
            return self._addition(at)
        if kind == "suspend" and self._tells_a_time(at):
            return at + 1
        verb = _VERBS.get(kind)
        if verb is None or (verb is Verb.AMENDED and is_denied(self.tokens, at)):
            return at + 1
        following = self.tokens[at + 1]
        if kind == "redaction" and following[:2] == ("verb", "redaction"):
            return at + 1  # «изложен в редакции» is one verb
        before = self.tokens[at - 1].value.lower() if at else ""
        if kind == "redaction" and self.lasts and before in _FOLLOWING:
            return at + 1  # «в период приостановления действует в следующей редакции»
        words_only = bool(self.places) and all(one.paths == _WORDS for one in self.places)
        if (kind == "exclude" and self.throughout and words_only) or (
            kind == "replace" and (self.throughout or not self._speaks_of_a_unit())
        ):
            verb = Verb.WORDS_REPLACED
        self._say(verb)
        return at + 1

    def _tells_a_time(self, at: int) -> bool:
        """«в период приостановления», «тоқтатыла тұрған кезеңде»: what applies meanwhile."""
        near = (*self.tokens[max(at - 1, 0) : at], *self.tokens[at + 1 : at + 3])
        return any(token.value.lower().startswith(_PERIODS) for token in near)

    def _speaks_of_a_unit(self) -> bool:
        """Whether any unit is named: «слова … заменены» alone is said of the whole text."""
        named = [*self.places, *([self.heads] if self.heads else [])]
        return any(one.paths != _WORDS for one in named)

    def _say(self, verb: Verb) -> None:
        """Say a verb of the places before it; of the last ones where there are none."""
        places = self.places or ([self.last] if self.last and self.assertions else [])
        if verb is Verb.REPEALED and places and places[-1].has(*_IN_THE_WORDS):
            verb = Verb.AMENDED
        units = [one for one in places if one.paths != _WORDS]
        if not places:
            self.assertions.append(Assertion(verb))
        for named in units or places:
            of_heading = named.has(HEADING) and verb in OF_HEADINGS
            self.assertions.append(Assertion(Verb.RETITLED if of_heading else verb, named))
        if verb is Verb.WORDS_REPLACED and self.throughout and _is_heading(places):
            self.assertions.append(Assertion(verb))  # «в названии и тексте»
        self.throughout = self.throughout and verb is Verb.WORDS_REPLACED
        self.places.clear()

    def _addition(self, at: int) -> int:
        """What was added: it stands behind «дополнена» and before «толықтырылды»."""
        if self.places and self.places[-1].with_it:
            self._say_added(self.places.pop())
            return at + 1
        place = at + 1
        while self.tokens[place].tag == "in" or self.tokens[place].value in _WITH:
            place += 1
        if added := place_at(self.tokens, place, self.text):
            self._say_added(added)
            return added.end
        token = self.tokens[at]
        is_noun = self.text[token.start : token.end].lower().startswith(_NOUNS)
        is_unit = token.value in {"add", "inserted"} or self.last is None or self._is_lone_marker()
        self._say(Verb.ADDED if is_unit and not is_noun else Verb.AMENDED)
        return at + 1

    def _is_lone_marker(self) -> bool:
        """«3-1) дополнен Законом»: the subpoint itself was added."""
        lengths = [one.end - one.start for one in self.places]
        return lengths == [len(("figure", "marker"))] and self.places[0].has("sp")

    def _say_added(self, added: Named) -> None:
        around = self.places[-1] if self.places else None
        self.places.clear()
        named: Named | None = joined_paths(around, added) if around else added
        verb = Verb.ADDED
        if added.has(*_IN_THE_WORDS, *_UNNUMBERED):
            verb = Verb.AMENDED
            named = named if added.has(*_UNNUMBERED) else around
        elif added.has(HEADING):
            verb = Verb.RETITLED
        self.assertions.append(Assertion(verb, named))
        self.last = named or self.last

    def inserted(self, at: int) -> int:
        """«пункт 3-1 введен», where nothing says «в действие»."""
        if self.tokens[at].value == "inserted":
            return self._addition(at)
        return at + 1

    def whole_text(self, at: int) -> int:
        """«по всему тексту (Закона)», «в тексте», «Заңның бүкіл мәтіні бойынша», "throughout"."""
        around = self.tokens[max(at - _FAR, 0) : at + _FAR]
        tags = {token.tag for token in around}
        if "language" in tags or "text" not in tags:
            return at + 1
        self.throughout = True
        near = (*self.tokens[max(at - _FAR, 0) : at], *self._owner(at + 1))
        self.of_act = self.of_act or any(token.tag == "form" for token in near)
        return at + 1

    def _owner(self, at: int) -> Iterator[Token]:
        """The words behind «тексту» that say whose text it is."""
        while self.tokens[at].tag in {"form", "whose", "this", "of"}:
            yield self.tokens[at]
            at += 1

    def form(self, at: int) -> int:
        """The act itself, or its rules, where a statement begins or «настоящий» is before it."""
        if self.tokens[at].value == "rules":
            self.of_rules = True
        elif at == 0 or self.tokens[at - 1].tag == "this":
            behind = list(self._owner(at + 1))
            only_calls = self.tokens[at + 1 + len(behind)].tag == "end"
            self.of_act = self.of_act or not (self.places or only_calls)
        return at + 1

    def reference(self, at: int) -> int:
        """Pass the place where a rule stands: «в соответствии со ст. 133», «133-бабына сәйкес»."""
        if len(self.places) > 1 and self.places[-1].end == at:
            self.places.pop()
            return at + 1
        at += 1
        while self.tokens[at].tag not in _REFERENCE_ENDS and self.tokens[at].value not in ";,":
            at += 1
        return at

    def exception(self, at: int) -> int:
        """Pass what is excepted: «за исключением главы 14», «14-тарауды қоспағанда»."""
        if self.places and self.places[-1].end == at:
            self.places.pop()
            self.heads = self.places[0] if self.places else None
            return at + 1
        excepted = place_at(self.tokens, at + 1, self.text)
        return excepted.end if excepted else at + 1

    def lasting(self, at: int) -> int:
        """«действует»: something lasts."""
        self.lasts = True
        return at + 1


_WORDS = ((Unit("words"),),)
_UNNUMBERED = tuple(kind for kind in DETAILS if kind not in {*_IN_THE_WORDS, "part", "ind"})
_BY_TAG = {
    "verb": Spotted.verb,
    "accordance": Spotted.reference,
    "order": Spotted.reference,
    "text": Spotted.whole_text,
    "throughout": Spotted.whole_text,
    "enter": Spotted.inserted,
    "form": Spotted.form,
    "except": Spotted.exception,
    "effect": Spotted.lasting,
}


def _is_heading(places: list[Named]) -> bool:
    headings = [one for one in places if one.has(HEADING)]
    return bool(headings) and all(one in headings or one.paths == _WORDS for one in places)
