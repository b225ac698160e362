"""A note's list -> items: each act with its form, its clause and what is stated of it.

Here is decided what belongs to whom: a form that stands behind a Kazakh list is that of all acts in
it, a plural one before a Russian list of those that are not called otherwise; a bracket is its
act's, unless it stands behind the plural form of a list that has no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.amendments import ClauseKind, InForceClause, Role, Verb
from corpus.law import Language
from corpus.notes.clauses import NOT_TOLD, Clause, clause_in, is_about_force
from corpus.notes.listing import Group, ListedAct, Listing, listing_of
from corpus.notes.mentions import Mention, form_of
from corpus.notes.statements import Statement, statement_of
from corpus.notes.tokens import Bracket, Token, Tokens, tokens_of
from corpus.notes.unbracketed import clause_in_words

_PLURAL = ("ами", "ями", "дарымен", "дерімен", "тарымен", "терімен", "ларымен", "лерімен", "s")
_EDGES = " \n\t;,.:-–—"
_NOTHING = Statement()
_OF_A_TIME = frozenset({Verb.SUSPENDED, Verb.TEMPORARY})
_OWNER = frozenset({"this", "form", "unit", "figure"})
_CUT_AFTER = frozenset({"of", "number", "in", "since", "until", "accordance", "see", "form"})


@dataclass(frozen=True)
class Item:
    """One act of a note, or a statement that names none (`mention` is None).

    `quote` are the note's own words for the act and its bracket, `words_of_act` for the act alone,
    `words` for what is stated of it; `form` is "" where it is called by an unknown one;
    `only_force` tells that when something takes effect is all that is stated; `odd_brackets` are
    those behind the act that are not understood.
    """

    mention: Mention | None
    statement: Statement
    words: str
    form: str | None = None
    clause: Clause = NOT_TOLD
    quote: str = ""
    words_of_act: str = ""
    only_force: bool = False
    odd_brackets: tuple[str, ...] = ()

    @property
    def is_cited(self) -> bool:
        """Whether the act only says something about the place."""
        return self.statement.role is Role.CITED


@dataclass(frozen=True)
class NoteItems:
    """The items of a note in order, and what of its words was cut off."""

    text: str
    items: tuple[Item, ...]
    cut: tuple[str, ...]
    has_words: bool
    """Whether the note says anything behind its label."""


def items_of(text: str, language: Language | None) -> NoteItems:
    """The items of a note's text."""
    text = text.replace("\u00a0", " ")
    tokens = tokens_of(text)
    found = listing_of(tokens, text)
    maker = _Items(text, tokens, language)
    items = tuple(item for group in found.groups for item in maker.of_group(group))
    nothing = {"label", "editor", "sign", "stop", "line", "end"}
    has_words = any(token.tag not in nothing for token in tokens)
    return NoteItems(text, tuple(_with_later_forms(items)), tuple(maker.cut(found)), has_words)


@dataclass
class _Items:
    """Makes items of groups in order; a form holds until another is named."""

    text: str
    tokens: Tokens
    language: Language | None
    form: str | None = None

    def of_group(self, group: Group) -> list[Item]:
        """The items of one statement: one an act, or one alone."""
        lead, own_clause = self._parted(group.lead)
        brackets = [self._inside(one) for one in group.brackets if self._is_clause(one)]
        shared = self._clause([*own_clause, *brackets])
        statement, words = self._statement(lead), self._words(group.lead)
        if not group.acts:
            only_force = shared is not None and not statement.assertions
            clause = shared or NOT_TOLD
            return [Item(None, statement, words, clause=clause, quote=words, only_force=only_force)]
        behind = None if statement.assertions else self._said_behind(group, lead)
        statement, words = behind or (statement, words)
        items = [
            self._item(act, form, shared, statement, words, said_behind=behind is not None)
            for act, form in zip(group.acts, self._forms(group), strict=True)
        ]
        return self._with_shared_clauses(items, group)

    def _said_behind(self, group: Group, lead: tuple[Token, ...]) -> tuple[Statement, str] | None:
        """The statement whose verb stands behind an act: «… Заңымен өзгерістер енгізілді»."""
        for act in group.acts:
            behind, _ = self._parted(act.behind)
            joined = self._statement((*lead, *behind))
            if joined.assertions:
                return joined, f"{self._words(group.lead)} {self._words(behind)}".strip()
        return None

    def _item(
        self,
        act: ListedAct,
        form: str | None,
        shared: Clause | None,
        said: Statement,
        words: str,
        *,
        said_behind: bool,
    ) -> Item:
        behind, own_clause = self._parted(act.behind)
        clauses = [self._inside(one) for one in act.clauses if self._is_clause(one)]
        others = [one for one in act.clauses if not self._is_clause(one)]
        odd = tuple(self._inside(one) for one in others if not self._is_statement(one))
        clause = self._clause([*own_clause, *clauses])
        if clause is None and odd:
            clause = Clause(InForceClause(ClauseKind.UNREAD, quote=" ".join(odd)))
        own = self._statement(behind)
        if own.assertions and not said_behind and not _is_of_a_time(said):
            said, words = replace(own, heads=own.heads or said.heads), self._words(behind)
        for bracket in others:
            remark = self._statement(self.tokens[bracket.start : bracket.end])
            if remark.role is not Role.AMENDS:
                said = replace(said, role=remark.role)
        if clause is None and said.since and _is_of_a_time(said):
            clause = Clause(InForceClause(ClauseKind.ON_DATE, on=said.since, quote=words))
        only_force = bool(shared or own_clause) and not said.assertions
        quote = self._between(act.mention.start, act.end)
        return Item(
            mention=act.mention,
            statement=said,
            words=words,
            form=form,
            clause=clause or shared or NOT_TOLD,
            quote=quote,
            words_of_act=self._words_of(act.mention),
            only_force=only_force,
            odd_brackets=odd,
        )

    def _forms(self, group: Group) -> list[str | None]:
        """The form of each act: its own words', else the list's, else the one named last."""
        own = [self._form(act) for act in group.acts]
        behind = [act.called_behind for act in group.acts]
        listed: str | None = None
        forms: list[str | None] = []
        for place, called in enumerate(own):
            form = called
            following = next((at for at in range(place, len(own)) if own[at] is not None), None)
            if called is not None:
                self.form = called
                if self._is_plural(group.acts[place].calling) and not behind[place]:
                    listed = called
            elif following is not None and behind[following]:
                form = own[following]
            else:
                form = listed or self.form
            forms.append(form)
        return forms

    def _form(self, act: ListedAct) -> str | None:
        """The form that an act is called by, "" one that is none of those known."""
        is_called = any(token.tag == "form" for token in act.calling)
        return form_of(act.calling) or ("" if is_called else None)

    def _with_shared_clauses(self, items: list[Item], group: Group) -> list[Item]:
        """The items; a clause behind the plural form of a list that has no other is that of all.

        So is «вводятся в действие …» behind two acts that «и» joins.
        """
        for place, act in enumerate(group.acts):
            clause = items[place].clause
            if place == 0 or not act.clauses or clause.in_force.kind is ClauseKind.NONE:
                continue
            plural = self._is_plural(act.calling)
            behind = act.called_behind and plural and act.clauses[0].start >= act.form_end
            first = place
            while first and not group.acts[first - 1].clauses and (
                behind
                or group.acts[first].joint
                or (group.acts[first].joined and self._are_many(act))
            ):  # fmt: skip
                first -= 1
                if group.acts[first].called_behind:
                    break
            for at in range(first, place):
                if items[at].clause.in_force.kind is ClauseKind.NONE:
                    items[at] = replace(items[at], clause=clause)
        return items

    def _are_many(self, act: ListedAct) -> bool:
        return "вводятся" in self._inside(act.clauses[0]).lower()

    def _is_plural(self, calling: Sequence[Token]) -> bool:
        words = [self.text[one.start : one.end].lower() for one in calling if one.tag == "form"]
        return any(word.endswith(_PLURAL) for word in words)

    def _statement(self, words: Sequence[Token]) -> Statement:
        if not words:
            return _NOTHING
        return statement_of((*words, self.tokens[-1]), self.text, self.language)

    def _parted(self, words: tuple[Token, ...]) -> tuple[tuple[Token, ...], list[str]]:
        """Words without those that say when something takes effect, and these.

        Whose start it is stays: «порядок введения в действие (статьи 43) настоящего Закона см.».
        """
        found = clause_in_words(words)
        if found is None:
            return words, []
        start, end = found
        tags = [token.tag for token in words[start:end]]
        see = start + tags.index("see") if "see" in tags and "order" in tags else start
        whose = [token for token in words[start:see] if token.tag in _OWNER]
        own = self.text[words[start].start : words[end - 1].end]
        return (*words[:start], *whose, *words[end:]), [own.rstrip(") ")]

    def _clause(self, words: list[str]) -> Clause | None:
        return clause_in(" ".join(words)) if words else None

    def _is_clause(self, bracket: Bracket) -> bool:
        return is_about_force(self.tokens[bracket.start : bracket.end])

    def _is_statement(self, bracket: Bracket) -> bool:
        """«(внесено изменение на казахском языке, …)», «(исключен)»."""
        tags = {token.tag for token in self.tokens[bracket.start : bracket.end]}
        return bool(tags & {"verb", "language"})

    def _inside(self, bracket: Bracket) -> str:
        end = bracket.end - 1 if bracket.closed else bracket.end
        return self._between(bracket.start + 1, end)

    def _between(self, start: int, end: int) -> str:
        """The note's words from one token to another, in one line."""
        if start >= end:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def _words_of(self, mention: Mention) -> str:
        """Day and number, without «от»."""
        start = mention.start + (self.tokens[mention.start].tag == "of")
        return self._between(start, mention.end)

    def _words(self, words: Sequence[Token]) -> str:
        """The note's words for tokens, what brackets stood between them left out."""
        parts: list[str] = []
        start = end = -1
        for token in words:
            if token.start != end and self.text[max(end, 0) : token.start].strip():
                parts.append(self.text[start:end] if end >= 0 else "")
                start = token.start
            start = token.start if start < 0 else start
            end = token.end
        parts.append(self.text[start:end] if end >= 0 else "")
        return " ".join(" ".join(parts).strip(_EDGES).split())

    def cut(self, found: Listing) -> Iterator[str]:
        """What of the note was cut off: brackets never closed, an end in the middle."""
        for bracket in found.unclosed:
            yield self._inside(bracket)
        last = self.tokens[-2] if len(self.tokens) > 1 else None
        if last and last.tag in _CUT_AFTER and last.tag != "number" and not found.ends_with_act:
            yield self._between(max(len(self.tokens) - 6, 0), len(self.tokens) - 1)
        if self.text.count("«") > self.text.count("»"):
            yield self.text[self.text.rindex("«") :]


def _is_of_a_time(said: Statement) -> bool:
    """Whether what is stated lasts for a time: it has a first and a last day of its own."""
    return any(one.verb in _OF_A_TIME for one in said.assertions)


def _with_later_forms(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items; an act before which no form is told has that of the next one.

    A Kazakh note may tell the form once, at its very end: «… N 545, … - … N 268 заңдарымен».
    """
    form: str | None = None
    given: list[Item] = []
    for item in reversed(items):
        form = item.form or form
        lacks = item.mention is not None and item.form is None
        given.append(replace(item, form=form) if lacks and form else item)
    yield from reversed(given)
