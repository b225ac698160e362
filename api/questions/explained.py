"""The acts that explain recorded changes, for many changes at once: a few queries, whatever many.

By the one reading of what notes tell (`diffing.explaining`). Nothing is guessed: every act that
fits is named with how it is known to fit; several are candidates, none means unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.amending_acts.own_text import OwnTexts
from corpus.amendments import UNKNOWN_ENTRY, AmendingAct, Amendment, EntryIntoForce, Ground
from corpus.bundled import own_amending_acts
from corpus.law import Article, EditionLabel, Language
from corpus.store import reads
from corpus.store.amendments.stated import Stated, stated_in_editions
from corpus.store.changes.rows import ChangeRecord
from corpus.store.records import EditionSummary
from diffing.excluded_in_place import noted_in_place
from diffing.explained_changes import changed_words
from diffing.explaining import Explanation, NotedAt, Told, ended, explanations, speaking_of
from diffing.gone import by_its_exclusion, is_gone
from diffing.in_force.staged import cause_of
from diffing.in_force.still_printed import repeals_to_come
from diffing.nature import PARSER_RULE, Nature, nature_of
from diffing.redline import Redline

_Label = tuple[str, Language, EditionLabel]


@dataclass(frozen=True)
class ExplainingAct:
    """An amendment that may have made a change, from when it is in force, and how that is known.

    `rules` are how it fits, `noted_at` what the note stands at. That is None where only the act's
    own text says so, or the registry's cause of the edition; `title` is the registry's title of it.
    """

    amendment: Amendment
    entry: EntryIntoForce
    rules: tuple[Told, ...]
    noted_at: str | None = None
    title: str | None = None
    published: date | None = None
    """The day of first official publication, where it is known."""

    @property
    def by_registry_alone(self) -> bool:
        """Whether only the registry names the act: nobody says what it did."""
        return self.noted_at is None and Told.OWN_TEXT not in self.rules


def explained(
    session: Session,
    records: Sequence[ChangeRecord],
    editions: Mapping[int, EditionSummary],
    articles: Mapping[str, Article],
) -> dict[int, tuple[ExplainingAct, ...]]:
    """The acts that may have made each change, by its id, those that fit best first.

    `editions` are those the changes lie between, by id; `articles` those of their text hashes. A
    registry's correction and our own better reading have none. What the notes say is asked of a
    label's row of today: an older row's notes were read no less.
    """
    asked = [one for one in records if _is_of_an_act(one)]
    labels = {label for one in asked for label in _labels(one)}
    now = {
        (one.ngr, one.language, one.label): one.id
        for one in reads.labelled_editions(session, [(a, b, str(c)) for a, b, c in labels])
    }
    keys = {key for one in asked for key in _places(one, articles)}
    stated = stated_in_editions(session, set(now.values()), {None, *keys})
    by_edition = {number: _ByPlace.of(one) for number, one in stated.items()}
    by_label = {label: by_edition.get(number) for label, number in now.items()}
    own = {language: OwnTexts(session, language) for language in Language}
    return {
        one.id: _acts(one, editions[one.newer_edition_id], articles, by_label, own[one.language])
        for one in asked
    }


@dataclass(frozen=True)
class _ByPlace:
    """What an edition's notes state, by the key it is about: an act has many, an article few."""

    found: Mapping[str | None, Sequence[tuple[int, Stated]]]

    @classmethod
    def of(cls, stated: Sequence[Stated]) -> _ByPlace:
        found: dict[str | None, list[tuple[int, Stated]]] = defaultdict(list)
        for order, one in enumerate(stated):
            found[one.amendment.target.key].append((order, one))
        return cls(found)

    def near(self, keys: Iterable[str]) -> list[Stated]:
        """What is about one of the keys, or the whole act, in the notes' order."""
        near = [one for key in (*keys, None) for one in self.found.get(key, ())]
        return [one for _, one in sorted(near, key=lambda placed: placed[0])]


def redline_of(record: ChangeRecord) -> Redline | None:
    """The redline that was recorded with a change, if one was."""
    stored = record.change.redline
    return Redline.from_json(stored) if isinstance(stored, dict) else None


def published_on(act: AmendingAct, entry: EntryIntoForce) -> date | None:
    """When an act was first published: what its entry was counted from, else the watch list's."""
    return entry.published or own_amending_acts().published(act)


def entry_of(acts: Sequence[ExplainingAct]) -> EntryIntoForce:
    """From when a change is in force, where all that may have made it agree; else unknown."""
    entries = {act.entry for act in acts}
    return entries.pop() if len(entries) == 1 else UNKNOWN_ENTRY


def _is_of_an_act(record: ChangeRecord) -> bool:
    change = record.change
    return nature_of(change.kind, change.rule) is not Nature.CORRECTION and (
        change.rule != PARSER_RULE
    )


def _labels(record: ChangeRecord) -> tuple[_Label, _Label]:
    older, newer = (record.older_label, record.newer_label)
    return (record.ngr, record.language, older), (record.ngr, record.language, newer)


def _sides(
    record: ChangeRecord, articles: Mapping[str, Article]
) -> tuple[Article | None, Article | None]:
    change = record.change
    return articles.get(change.old_text_hash or ""), articles.get(change.new_text_hash or "")


def _places(record: ChangeRecord, articles: Mapping[str, Article]) -> set[str]:
    """The keys of the article and of all that it stands in."""
    sides = _sides(record, articles)
    around = {key for side in sides if side for key in (side.key, *side.divisions)}
    change = record.change
    return {key for key in (change.key, change.old_key, change.new_key, *around) if key}


def _acts(
    record: ChangeRecord,
    newer: EditionSummary,
    articles: Mapping[str, Article],
    stated: Mapping[_Label, _ByPlace | None],
    own: OwnTexts,
) -> tuple[ExplainingAct, ...]:
    change, (old, new) = record.change, _sides(record, articles)
    places = _places(record, articles)
    before, now = (
        notes.near(places) if (notes := stated.get(label)) is not None else None
        for label in _labels(record)
    )
    shape = new or old
    divisions = shape.divisions if shape else ()
    earlier_divisions = old.divisions if old else divisions
    entries = {one.amendment: one.entry for one in (*(before or ()), *(now or ()))}
    cause = cause_of(newer)
    title = newer.cause.title if newer.cause else None
    if cause is None and title:  # the registry names it by nothing but its title
        cause = AmendingAct()
    old_key = change.old_key or change.key
    said, had = _made(now, new, record.newer_label), _made(before, old, record.older_label)
    speaking = (*speaking_of(said, change.key, divisions), *noted_in_place(new))
    spoke = (*speaking_of(had, old_key, earlier_divisions), *noted_in_place(old))
    # Only what was replaced throughout an act asks which words changed.
    throughout = any(noted.at is NotedAt.ACT for noted in speaking)
    redline = redline_of(record) if throughout else None
    words = changed_words(redline) if redline else ""
    found = explanations(newer.label, cause, speaking, spoke, words)
    found = by_its_exclusion(found) if is_gone(new) else found
    if before is None:  # nobody knows what the notes of the edition before said: none is new
        found = tuple(_not_as_new(one) for one in found)
    told = [
        ExplainingAct(
            one.amendment,
            entries.get(one.amendment, UNKNOWN_ENTRY),
            one.rules,
            str(one.noted_at) if one.noted_at else None,
            title if Told.CAUSE in one.rules else None,
            published_on(one.amendment.act, entries.get(one.amendment, UNKNOWN_ENTRY)),
        )
        for one in found
        if one.rules and (_names_an_act(one) or Told.CAUSE in one.rules)
    ]
    over = ended(had, old_key, record.older_label, record.newer_label)
    told += [
        ExplainingAct(
            one.amendment,
            EntryIntoForce(one.amendment.until, Ground.STATED),
            one.rules,
            str(one.noted_at),
        )
        for one in over
    ]
    acts = [noted.amendment.act for noted in (*speaking, *spoke)]
    told += [
        ExplainingAct(one, entry, (Told.OWN_TEXT,), published=published_on(one.act, entry))
        for one, entry in own.after(record.ngr, change.key, over, acts)
    ]
    return tuple(sorted(told, key=_fit, reverse=True))


def _made(
    stated: Sequence[Stated] | None, article: Article | None, label: EditionLabel
) -> list[Amendment]:
    """What an edition's notes say was done; not the repeal of words that it prints."""
    said = [one.amendment for one in stated or ()]
    ahead = repeals_to_come(said, (article,), label)
    return [one for one in said if one not in ahead]


def _not_as_new(one: Explanation) -> Explanation:
    return replace(one, rules=tuple(rule for rule in one.rules if rule is not Told.NEW_IN_NOTE))


def _names_an_act(one: Explanation) -> bool:
    """Whether the note names an act: that a wording is temporary is said without one."""
    act = one.amendment.act
    return bool(act.adopted or act.number or act.adopted_as_written)


def _fit(act: ExplainingAct) -> tuple[int, date]:
    return len(act.rules), act.amendment.act.adopted or date.min
