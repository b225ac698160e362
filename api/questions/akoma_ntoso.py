"""An edition with all that its Akoma Ntoso says: what changed it, and since when it applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from api.questions.relations.known import Known
from api.questions.text_links import links_of
from corpus.amendments import AmendingAct, NgrGround, Role
from corpus.law import Article, Edition
from corpus.search.keeping.days import DaysOfArticles
from corpus.store import reads
from corpus.store.amendments.stated import Stated, stated_in_editions
from corpus.store.records import ActSummary, EditionSummary
from corpus.store.wording_hashes import wording_hashes
from diffing.in_force.days import days_in_force, days_of_article
from exports.akoma_ntoso import Document, InForce, Modification, Origin, WorkKnown
from exports.identifiers import work_address, work_by_number

_SURE = (NgrGround.LINK, NgrGround.WATCHED)


def document_of(
    session: Session,
    known: Known,
    summary: EditionSummary,
    site: str,
    key: str | None = None,
) -> Document:
    """The edition, ready to be written, or to have one article of it written.

    `known` is what reading references asks for again and again, `site` the address of the service.
    """
    edition = reads.edition(session, summary.id)
    return Document(
        edition,
        work_known(reads.act(session, summary.ngr)),
        origin_of(summary),
        modifications_of(session, summary, edition),
        days_of(session, summary, key),
        site,
        links_of(session, known, summary, edition, _articles(edition, key)),
    )


def _articles(edition: Edition, key: str | None) -> Sequence[Article]:
    return [one for one in edition.articles if key is None or one.key == key]


def work_known(act: ActSummary) -> WorkKnown:
    """What is known of an act."""
    return WorkKnown(act.adopted, act.form, act.number, act.repealed_on)


def origin_of(summary: EditionSummary) -> Origin:
    """Where an edition was read from."""
    return Origin(
        summary.registry,
        summary.format,
        summary.parser_version,
        summary.revision,
        summary.url,
        summary.snapshot_sha256,
        summary.fetched_at,
    )


def modifications_of(
    session: Session, summary: EditionSummary, edition: Edition
) -> tuple[Modification, ...]:
    """What the edition's own notes say was done to it, each once, in the notes' order."""
    keys: list[str | None] = [None]
    keys += [one.key for one in edition.divisions]
    keys += [one.key for one in edition.articles]
    stated = stated_in_editions(session, (summary.id,), keys).get(summary.id, ())
    found = (_modification(one) for one in stated if one.amendment.role is Role.AMENDS)
    return tuple(dict.fromkeys(found))


def _modification(stated: Stated) -> Modification:
    amendment, entry = stated.amendment, stated.entry
    return Modification(
        address_of(amendment.act),
        name_of(amendment.act),
        amendment.verb,
        amendment.target.key,
        amendment.act.adopted,
        entry.on,
        entry.ground,
    )


def address_of(act: AmendingAct) -> str | None:
    """The address of an amending act: by its registry number where that is sure, else by its own.

    None where its day or its number is not known.
    """
    if act.ngr is not None and act.ngr_ground in _SURE:
        return work_address(act.ngr)
    if act.adopted is None or act.number is None:
        return None
    return work_by_number(act.adopted, act.number)


def name_of(act: AmendingAct) -> str:
    """An amending act in figures: its number and day, as far as they are known."""
    number = f"№ {act.number}" if act.number else ""
    return ", ".join(part for part in (number, act.adopted and act.adopted.isoformat()) if part)


def days_of(
    session: Session, summary: EditionSummary, key: str | None = None
) -> Mapping[str, tuple[InForce, ...]]:
    """The days on which each wording of an edition surely was in force, by article key.

    With a `key`, of that article only.
    """
    ngr, language = summary.ngr, summary.language
    days: DaysOfArticles
    if key is None:
        days = days_in_force(session, ngr, language)
    else:
        days = {key: days_of_article(session, ngr, language, key)}
    ids = {one.edition_id for own in days.values() for one in own}
    hashes = wording_hashes(session, ids | {summary.id})
    found = {}
    for place, own in days.items():
        wording = hashes.get((summary.id, place))
        stretches = tuple(
            InForce(None if one.begins == date.min else one.begins, one.ends)
            for one in own
            if not one.doubtful
            and one.begins != one.ends
            and hashes.get((one.edition_id, place)) == wording
        )
        if wording is not None and stretches:
            found[place] = stretches
    return found
