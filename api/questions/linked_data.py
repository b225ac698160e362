"""What acts and provisions are told of as linked data, out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from api.questions.akoma_ntoso import address_of
from corpus.amendments import Role
from corpus.law import ActStatus, Article
from corpus.store import reads
from corpus.store.amendments.stated import stated_in_editions
from corpus.store.finding import has_come
from corpus.store.records import ActSummary, EditionSummary
from exports.akoma_ntoso import InForce
from exports.linked_data import (
    Json,
    LinkedAct,
    LinkedEdition,
    LinkedProvision,
    Site,
    act_document,
    provision_document,
)
from exports.terms import terms_of

_IN_FORCE = {
    ActStatus.NEW: True,
    ActStatus.UPDATED: True,
    ActStatus.REPEALED: False,
}


def linked_act(
    session: Session, site: Site, act: ActSummary, shown: EditionSummary | None, today: date
) -> Json:
    """An act with every edition held, and the provisions of the one shown."""
    editions = reads.editions(session, act.ngr) if act.languages else []
    told = [_edition(session, one) for one in editions]
    if shown is None:
        return act_document(site, _act(act, editions, today), told)
    parts = [
        LinkedProvision(one.key, name_of(one)) for one in reads.edition(session, shown.id).articles
    ]
    own = _edition(session, shown)
    return act_document(site, _act(act, editions, today), told, parts, own)


def linked_act_in_brief(
    session: Session, site: Site, act: ActSummary, shown: EditionSummary | None, today: date
) -> Json:
    """An act with the one edition that a page shows."""
    told = [_edition(session, shown)] if shown else []
    return act_document(site, _act(act, [shown] if shown else [], today), told)


def linked_provision(
    session: Session,
    site: Site,
    act: ActSummary,
    edition: EditionSummary,
    article: Article,
    today: date,
    days: Sequence[InForce] = (),
) -> Json:
    """An article of an edition; `days` are the stretches on which it surely applied, if known."""
    provision = LinkedProvision(
        article.key,
        name_of(article),
        *_applies(days, today),
        amended_by=_amending(session, edition, article.key),
    )
    told = _edition(session, edition, amended=False)
    return provision_document(site, _act(act, [edition], today), told, provision)


def _applies(days: Sequence[InForce], today: date) -> tuple[date | None, date | None]:
    """The stretch of days around today, else the last one."""
    if not days:
        return None, None
    around = [
        one
        for one in days
        if (one.begins is None or one.begins <= today) and (one.ends is None or today < one.ends)
    ]
    found = (around or days)[-1]
    return found.begins, found.ends


def name_of(article: Article) -> str:
    """What an article is called: its printed heading, else its key."""
    return article.printed_heading or article.key


def _act(act: ActSummary, editions: Sequence[EditionSummary], today: date) -> LinkedAct:
    return LinkedAct(
        act.ngr,
        act.titles,
        act.form,
        act.number,
        act.adopted,
        act.repealed_on,
        _is_in_force(act, editions, today),
    )


def _is_in_force(act: ActSummary, editions: Sequence[EditionSummary], today: date) -> bool | None:
    """By the day of its repeal, else by what the registry said on its newest page; else unknown.

    A page of an edition that is still to come says nothing of today.
    """
    if act.repealed_on is not None:
        return today < act.repealed_on
    held = [one for one in editions if one.label == act.newest]
    newest = [one for one in held if has_come(one.label, today)]
    said = {known for one in newest if (known := _IN_FORCE.get(one.status)) is not None}
    return said.pop() if len(said) == 1 else None


def _edition(session: Session, edition: EditionSummary, *, amended: bool = True) -> LinkedEdition:
    is_ours = edition.url and edition.url.startswith(("https://", "http://"))
    return LinkedEdition(
        edition.language,
        edition.label,
        edition.title,
        terms_of(sample=edition.sample),
        edition.url if is_ours and not edition.sample else None,
        _amending(session, edition, None) if amended else (),
    )


def _amending(session: Session, edition: EditionSummary, key: str | None) -> tuple[str, ...]:
    """The addresses of the acts that, by an edition's notes, amended a place or the act."""
    stated = stated_in_editions(session, (edition.id,), (key,)).get(edition.id, ())
    acts = (one.amendment.act for one in stated if one.amendment.role is Role.AMENDS)
    addresses = (address_of(act) for act in acts)
    return tuple(dict.fromkeys(address for address in addresses if address))
