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
from corpus.notes.cutting import cut_off
from corpus.notes.listing import Group, ListedAct, listing_of
from corpus.notes.mentions import Mention, form_of
from corpus.notes.statements import Statement, statement_of
from corpus.notes.tokens import Bracket, Token, Tokens, tokens_of
from corpus.notes.unbracketed import clause_in_words
from corpus.notes.wording import Wording

_PLURAL = ("ами", "ями", "дарымен", "дерімен", "тарымен", "терімен", "ларымен", "лерімен", "s")
_NOTHING = Statement()
_OF_A_TIME = frozenset({Verb.SUSPENDED, Verb.TEMPORARY})
_FROM_A_DAY = _OF_A_TIME | {Verb.REPEALED}
_OWNER = frozenset({"this", "form", "unit", "figure"})


@dataclass(frozen=True)
class Item:
    """One act of a note, or a statement that names none (`mention` is None).

    `quote` are the note's own words for the act and its bracket, `words_of_act` for the act alone,
    `words` for what is stated of it; `form` is "" where it is called by an unknown one,
    `form_behind` tells that it stands behind, as in Kazakh;
    `only_force` tells that when something takes effect is all that is stated; `odd_brackets` are
    those behind the act that are not understood.
    """

    mention: Mention | None
    statement: Statement
    words: str
    form: str | None = None
    form_behind: bool = False
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
    note = Wording(text, tokens)
    maker = _Items(note, language)
    items = tuple(item for group in found.groups for item in maker.of_group(group))
    nothing = {"label", "editor", "sign", "stop", "line", "end"}
    has_words = any(token.tag not in nothing for token in tokens)
    return NoteItems(
        text,
        tuple(_with_later_forms(items)),
        tuple(cut_off(note, found.unclosed, ends_with_act=found.ends_with_act)),
        has_words,
    )


@dataclass
class _Items:
    """Makes items of groups in order; a form holds until another is named."""

    note: Wording
    language: Language | None
    form: str | None = None

    @property
    def tokens(self) -> Tokens:
        """The note's tokens."""
        return self.note.tokens

    def of_group(self, group: Group) -> list[Item]:
        """The items of one statement: one an act, or one alone."""
        lead, own_clause = self._parted(group.lead)
        brackets = [self.note.inside(one) for one in group.brackets if self._is_clause(one)]
        shared = self._clause([*own_clause, *brackets])
        statement, words = self._statement(lead), self.note.of(group.lead)
        if not group.acts:
            only_force = shared is not None and not statement.assertions
            clause = shared or NOT_TOLD
            quote = self.note.around(group.lead, group.brackets)
            return [Item(None, statement, words, clause=clause, quote=quote, only_force=only_force)]
        behind = None if statement.assertions else self._said_behind(group, lead)
        statement, words = behind or (statement, words)
        items = [
            self._item(act, form, shared, statement, words, said_behind=behind is not None)
            for act, form in zip(group.acts, self._forms(group), strict=True)
        ]
        return self._with_shared_clauses(items, group)

    def _said_behind(self, group: Group, lead: tuple[Token, ...]) -> tuple[Statement, str] | None:
        """The statement whose verb stands behind an act: «… өзгерістер енгізілді», «… қараңыз»."""
        for act in group.acts:
            behind, _ = self._parted(act.behind)
            joined = self._statement((*lead, *behind))
            if joined.assertions or joined.role is not Role.AMENDS:
                return joined, f"{self.note.of(group.lead)} {self.note.of(behind)}".strip()
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
        clauses = [self.note.inside(one) for one in act.clauses if self._is_clause(one)]
        others = [one for one in act.clauses if not self._is_clause(one)]
        odd = tuple(self.note.inside(one) for one in others if not self._is_understood(one))
        clause = self._clause([*own_clause, *clauses])
        if clause is None and odd:
            clause = Clause(InForceClause(ClauseKind.UNREAD, quote=" ".join(odd)))
        own = self._statement(behind)
        if own.assertions and not said_behind and not _is_of_a_time(said):
            said, words = replace(own, heads=own.heads or said.heads), self.note.of(behind)
        for bracket in others:
            remark = self._statement(self.tokens[bracket.start : bracket.end])
            if remark.role is not Role.AMENDS and not (
                remark.role is Role.CITED and said.assertions
            ):  # «(см. стар. ред.)» behind what was done
                said = replace(said, role=remark.role)
        if clause is None and said.since and _is_from_a_day(said):
            clause = Clause(InForceClause(ClauseKind.ON_DATE, on=said.since, quote=words))
        only_force = bool(shared or own_clause) and not said.assertions
        quote = self.note.between(act.mention.start, act.end)
        return Item(
            mention=act.mention,
            statement=said,
            words=words,
            form=form,
            form_behind=act.called_behind,
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
                joint = self._joint_form(group.acts[place], group.acts[following])
                own[following] = form = joint or own[following]
            else:
                form = listed or self.form
            forms.append(form)
        return forms

    def _joint_form(self, first: ListedAct, last: ListedAct) -> str | None:
        """«ҚР Үкіметінің … № 1; … № 2 қаулыларымен»: whose they are is told before the first."""
        owners = [token for token in first.calling if token.tag == "whose"]
        return form_of((*owners, *last.calling)) if owners else None

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
        return "вводятся" in self.note.inside(act.clauses[0]).lower()

    def _is_plural(self, calling: Sequence[Token]) -> bool:
        words = [
            self.note.text[one.start : one.end].lower() for one in calling if one.tag == "form"
        ]
        return any(word.endswith(_PLURAL) for word in words)

    def _statement(self, words: Sequence[Token]) -> Statement:
        if not words:
            return _NOTHING
        return statement_of((*words, self.tokens[-1]), self.note.text, self.language)

    def _parted(self, words: tuple[Token, ...]) -> tuple[tuple[Token, ...], list[str]]:
        """Words without those that say when something takes effect, and these.

        Whose start it is stays: «порядок введения в действие (статьи 43) настоящего Закона см.».
        """
        found = clause_in_words(words)
        if found is None:
            return words, []
        start, end = found
        tags = [token.tag for token in words[start:end]]
        see = start + tags.index("see") if "see" in tags and tags[0] == "order" else start
        whose = [token for token in words[start:see] if token.tag in _OWNER]
        own = self.note.text[words[start].start : words[end - 1].end]
        return (*words[:start], *whose, *words[end:]), [own.rstrip(") ")]

    def _clause(self, words: list[str]) -> Clause | None:
        return clause_in(" ".join(words)) if words else None

    def _is_clause(self, bracket: Bracket) -> bool:
        return is_about_force(self.tokens[bracket.start : bracket.end])

    def _is_understood(self, bracket: Bracket) -> bool:
        """«(внесено изменение на казахском языке, …)», «(зарегистрирован за № …)»."""
        tags = {token.tag for token in self.tokens[bracket.start : bracket.end]}
        return bool(tags & {"verb", "language", "registration"})

    def _words_of(self, mention: Mention) -> str:
        """Day and number, without «от»."""
        start = mention.start + (self.tokens[mention.start].tag == "of")
        return self.note.between(start, mention.end)


def _is_of_a_time(said: Statement) -> bool:
    """Whether what is stated lasts for a time: it has a first and a last day of its own."""
    return any(one.verb in _OF_A_TIME for one in said.assertions)


def _is_from_a_day(said: Statement) -> bool:
    """Whether a day in the statement is that of its start: «утрачивает силу с 01.01.2026»."""
    return any(one.verb in _FROM_A_DAY for one in said.assertions)


def _with_later_forms(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items; an act before which no form is told has that of the next one.

    A Kazakh note may tell the form once, at its very end: «… N 545, … - … N 268 заңдарымен».
    """
    form: str | None = None
    given: list[Item] = []
    for item in reversed(items):
        form = item.form if item.form_behind else form
        lacks = item.mention is not None and item.form is None
        given.append(replace(item, form=form) if lacks and form else item)
    yield from reversed(given)
