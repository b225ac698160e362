"""An act's editions as a history: how each came, by the changes recorded and their acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from sqlalchemy.orm import Session

from api.questions.explained import ExplainingAct
from api.questions.following.told_changes import ToldChange, tell_changes
from corpus.amendments import AmendingAct, NgrGround
from corpus.citations.acts import CitableAct
from corpus.citations.formal import formal
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.errors import LanguageNotHeld
from corpus.store.known import known_editions
from corpus.store.records import ActSummary, EditionSummary
from diffing.nature import Nature
from exports.git_history.told import Came, ToldAct, ToldEdition, ToldHistory

_AT_ONCE = 100


def history_of(session: Session, ngr: str) -> ToldHistory:
    """The history of an act in all its languages; texts are read when they are asked for.

    Raises UnknownAct, and LanguageNotHeld where nothing of it is held.
    """
    act = check_any_held(session, ngr)
    editions = reads.editions(session, ngr)
    readers = {language: reads.EditionReader(session) for language in act.languages}
    came = {
        language: _came(
            session, ngr, language, [one for one in editions if one.language == language]
        )
        for language in sorted(act.languages)
    }
    return ToldHistory(
        ngr=ngr,
        sample=any(one.sample for one in editions),
        original=_original(act),
        adopted=EditionLabel.on(act.adopted) if act.adopted else None,
        editions=[
            ToldEdition(
                language=one.language,
                label=one.label,
                # A sample is served on loopback: where, says nothing and is never the same.
                url=None if one.sample else one.url,
                snapshot_sha256=one.snapshot_sha256,
                registry=one.registry,
                came=came[one.language].get(one.label, Came()),
                read=partial(readers[one.language].edition, one.id),
            )
            for one in editions
        ],
    )


def check_any_held(session: Session, ngr: str) -> ActSummary:
    """The act; raises UnknownAct, and LanguageNotHeld where nothing of it is held."""
    act = reads.act(session, ngr)
    if not act.languages:
        raise LanguageNotHeld(ngr, Language.RU, ())
    return act


def _came(
    session: Session, ngr: str, language: Language, editions: Sequence[EditionSummary]
) -> dict[EditionLabel, Came]:
    """How each edition of a language came, by its label."""
    by_label: dict[EditionLabel, list[ToldChange]] = {}
    cursor: int | None = None
    while records := reads.changes(
        session, ngr=ngr, language=language, limit=_AT_ONCE, after_cursor=cursor
    ):
        cursor = records[-1].sequence
        for told in tell_changes(session, records):
            by_label.setdefault(told.record.newer_label, []).append(told)
    not_held = [label for label, _ in known_editions(session, ngr).timeline(language).not_held]
    found: dict[EditionLabel, Came] = {}
    before: EditionLabel | None = None
    for edition in editions:
        changes = by_label.get(edition.label, [])
        lawful = [one for one in changes if one.nature is Nature.LEGAL]
        between = dict.fromkeys(
            str(one)
            for one in not_held
            if before and not one.surely_before(before) and not edition.label.surely_before(one)
        )
        found[edition.label] = Came(
            kinds=dict(sorted(Counter(str(one.record.change.kind) for one in changes).items())),
            legal=bool(lawful),
            acts=_acts(lawful) or _cause(edition),
            missing=tuple(between),
        )
        before = edition.label
    return found


def _acts(changes: Iterable[ToldChange]) -> tuple[ToldAct, ...]:
    """The acts that may have made the changes, the same act once, by day and number."""
    distinct: list[ExplainingAct] = []
    named = (act for one in changes for act in one.acts if _is_named(act.amendment.act))
    for act in sorted(named, key=_fullest_first):
        if not any(_same(act.amendment.act, one.amendment.act) for one in distinct):
            distinct.append(act)
    distinct.sort(key=lambda one: _order(one.amendment.act))
    return tuple(dict.fromkeys(_told(one.amendment.act) for one in distinct))


def _is_named(act: AmendingAct) -> bool:
    return bool(act.adopted or act.number or act.adopted_as_written)


def _same(act: AmendingAct, other: AmendingAct) -> bool:
    return act == other or act.is_same_act(other)


def _fullest_first(told: ExplainingAct) -> tuple[int, tuple[str, str, str]]:
    act = told.amendment.act
    known = [act.adopted, act.number, act.form, _sure_number(act)]
    return -sum(one is not None for one in known), _order(act)


def _order(act: AmendingAct) -> tuple[str, str, str]:
    return str(act.adopted or "9999"), act.number or "", act.ngr or ""


def _sure_number(act: AmendingAct) -> str | None:
    """Its registry number, unless that is a guess."""
    return None if act.ngr_ground is NgrGround.RULE else act.ngr


def _told(act: AmendingAct) -> ToldAct:
    identity = _sure_number(act) or "-".join(
        filter(None, [str(act.adopted or act.adopted_as_written), act.bare_number])
    )
    if act.form and act.adopted and act.number:
        cited = CitableAct(act.ngr or "", act.form, act.number, act.adopted)
        return ToldAct(formal(cited, "", (), Language.RU), identity)
    day = f"от {act.adopted:%d.%m.%Y}" if act.adopted else act.adopted_as_written
    named = " ".join(filter(None, [day, f"№ {act.number}" if act.number else ""]))
    return ToldAct(f"Акт {named}", identity)


def _cause(edition: EditionSummary) -> tuple[ToldAct, ...]:
    """The act that the registry names as the reason of the edition."""
    cause = edition.cause
    name = cause and (cause.requisites or cause.title)
    if not cause or not name:
        return ()
    number = cause.reference_bank_id
    return (ToldAct(name, f"reference-bank-{number}" if number else f"cause-{edition.label}"),)


def _original(act: ActSummary) -> ToldAct:
    if act.form and act.number and act.adopted:
        cited = CitableAct(act.ngr, act.form, act.number, act.adopted)
        return ToldAct(formal(cited, "", (), Language.RU), act.ngr)
    return ToldAct(act.titles.get(Language.RU, act.ngr), act.ngr)
