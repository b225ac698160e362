"""A page of a feed out of what was found in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.feeds.addresses import Addresses
from api.feeds.announced import announced_entry
from api.feeds.entries import Writer
from api.feeds.feed import BEGINNING, Feed, urn_of
from api.questions.following.feed_pages import FeedChange, FeedPage
from api.questions.following.subjects import Kinds, Subject
from api.words.interface import Interface
from api.words.naming import place_name
from corpus.law import Language
from corpus.phases import Regimes
from corpus.search.querying.ignored import Ignored
from corpus.store import reads
from corpus.store.feed_identities import amendment_identities, change_identities


@dataclass(frozen=True)
class Told:
    """Whom a feed is told, and where: words, addresses, and how its pages are reached."""

    words: Interface
    addresses: Addresses
    regimes: Regimes
    address_of: Callable[[str | None], str]
    """The address of the page that begins at a place; None: of the first page."""
    ignored: tuple[Ignored, ...] = ()
    """What was left out of the query that is followed."""


def feed_of(
    session: Session,
    subject: Subject,
    kinds: Kinds,
    page: FeedPage,
    before: str | None,
    told: Told,
) -> Feed:
    """A page of a feed, in the words of its language."""
    words = told.words
    numbers = {
        one.told.record.ngr if isinstance(one, FeedChange) else one.ngr for one in page.items
    }
    preferred = (words.language, Language.RU)
    numbers |= {subject.ngr} if subject.ngr else set()
    titles = reads.act_titles(session, numbers, *preferred)
    writer = Writer(words, told.addresses, titles)
    changes = change_identities(
        session, [one.told.record for one in page.items if isinstance(one, FeedChange)]
    )
    announced = amendment_identities(
        session, [one for one in page.items if not isinstance(one, FeedChange)]
    )
    return Feed(
        id=urn_of("feed", *subject.names, kinds.technical, *kinds.named),
        title=_title(subject, words, told.regimes, titles),
        about=" ".join((words("feed.about"), *_left_out(told.ignored, words))),
        language=words.language,
        updated=page.newest or reads.last_recorded(session, subject.ngr) or BEGINNING,
        page=_page(subject, told.addresses),
        current=told.address_of(None),
        address=told.address_of(before),
        next=told.address_of(str(page.next)) if page.next else None,
        entries=tuple(
            writer.change(one.told, changes[one.told.record.id], one.matched)
            if isinstance(one, FeedChange)
            else announced_entry(
                one, announced[one.id], words, told.addresses, titles.get(one.ngr, one.ngr)
            )
            for one in page.items
        ),
    )


def _left_out(ignored: Iterable[Ignored], words: Interface) -> Iterator[str]:
    """What of the query is not followed, in one sentence."""
    parts = []
    for one in ignored:
        why = words(f"left_out.{one.reason}", limit=one.limit)
        parts.append(f"{why} ({one.fragment})" if one.fragment else why)
    if parts:
        yield words("search.ignored", parts="; ".join(parts))


def _title(subject: Subject, words: Interface, regimes: Regimes, titles: dict[str, str]) -> str:
    act = titles.get(subject.ngr or "", subject.ngr or "")
    if subject.query is not None:
        return words("feed.search", words=subject.query)
    if subject.regime is not None:
        wanted = subject.regime.strip().casefold()
        named = {one.key.casefold(): one.titles for one in regimes.phases}
        named |= {one.key.casefold(): one.titles for one in regimes.regimes}
        return words("feed.regime", title=named[wanted][words.language])
    if subject.key is not None:
        place = place_name(subject.key, words.language)
        return words("feed.article", act=act, article=place)
    return words("feed.act", act=act) if subject.ngr else words("feed.all")


def _page(subject: Subject, addresses: Addresses) -> str:
    """The page for readers that a feed stands beside."""
    if subject.query is not None:
        return addresses.of("search", q=subject.query, lang=subject.language, act=subject.ngr)
    if subject.ngr is not None:
        place = ("articles", subject.key) if subject.key else ()
        return addresses.of("acts", subject.ngr, *place, lang=subject.language)
    return addresses.of("")
