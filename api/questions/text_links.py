"""The references in an edition's texts that surely mean one provision, as links of Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.relations.cites import References
from api.questions.relations.known import Known
from api.questions.relations.related import Target, TargetPresence
from corpus.keys import joined
from corpus.law import Article, Edition
from corpus.store.records import ArticleRecord, EditionSummary
from exports.akoma_ntoso import TextLink
from exports.identifiers import element_id, provision_address, work_address


def links_of(
    session: Session,
    known: Known,
    summary: EditionSummary,
    edition: Edition,
    articles: Iterable[Article],
) -> Mapping[str, tuple[TextLink, ...]]:
    """The links in the texts of articles of an edition, by article key.

    A link leads into the document where the articles are all of the edition's or the article
    itself; else to the provision by its lasting name, in whatever edition: a law means another as
    it stands. References to several provisions at once, and those that are not sure, have none.
    """
    here = {article.key for article in articles}
    if here == set(edition.by_key):
        here |= {division.key for division in edition.divisions}
    reading = References(session, known)
    found = {}
    for article in edition.articles:
        if article.key not in here:
            continue
        record = ArticleRecord(article, "", "", summary)
        links = tuple(
            TextLink(one.block, one.start, one.end, _address(one.targets[0], edition.ngr, here))
            for one in reading.of(record, Asked(edition.label))
            if len(one.targets) == 1 and _is_sure(one.targets[0])
        )
        if links:
            found[article.key] = links
    return found


def _is_sure(target: Target) -> bool:
    return target.place_found and target.presence is not TargetPresence.ABSENT


def _address(target: Target, own: str, here: set[str]) -> str:
    if not target.key:
        return work_address(target.ngr)
    place = joined(target.key, target.block)
    if target.ngr == own and target.key in here:
        return f"#{element_id(place)}"
    return provision_address(work_address(target.ngr), place)
