"""The one spider: asks a registry for the watched acts' editions, one page at a time.

Which addresses there are and what their answers say, the registry's `Route` knows; what is stored
of an answer, the funnel decides. The spider keeps the order, asks for nothing that is held, and
notes what became of every page. It awaits each download inside `start`, so that never two requests
are under way, and an act is finished before the next begins.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import scrapy
from sqlalchemy.exc import SQLAlchemyError

from corpus.law import Language, ListedEdition
from corpus.store.errors import StoreError
from corpus.store.snapshots import Fetched
from corpus.watchlist import WatchedAct
from crawler.asking import NOT_MODIFIED, Asker, HostGivesUp, entry
from crawler.ingest import Ingest, SampleAndOfficial
from crawler.ledger import Ledger
from crawler.registries.pages import PageSource, Request
from crawler.registries.refusals import Refusal
from crawler.report import PageEntry, PageOutcome
from crawler.routes import Route

logger = logging.getLogger(__name__)

_TAKEN = frozenset({PageOutcome.STORED, PageOutcome.UNCHANGED})


@dataclass(frozen=True)
class Errand:
    """What a crawl is to do. `recheck` asks for held editions too (if changed since)."""

    route: Route
    acts: Sequence[WatchedAct]
    recheck: bool = False
    sample: bool = False


class RegistrySpider(scrapy.Spider):
    """Crawls one registry; made with an `Errand`, the funnel and the ledger."""

    name = "registry"

    def __init__(self, errand: Errand, ingest: Ingest, ledger: Ledger, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._errand = errand
        self._route = errand.route
        self._ingest = ingest
        self._ledger = ledger

    async def start(self) -> AsyncIterator[Any]:
        """Visit every act in every language it is watched in."""
        asker = Asker(self.crawler.engine.download_async, self._ledger, self._route.base_url)
        try:
            await self._visit_all(asker)
        except HostGivesUp as end:
            self._ledger.stopped = str(end)
        except Exception as error:  # noqa: BLE001 - Scrapy would only log it; run_crawl raises it
            self._ledger.fault = error
        self._ledger.finished = True
        nothing_left: tuple[scrapy.Request, ...] = ()
        for request in nothing_left:  # all was asked above; Scrapy only wants a generator
            yield request

    async def _visit_all(self, asker: Asker) -> None:
        visits = []
        for act in self._errand.acts:
            for language in act.languages:
                if obstacle := self._route.obstacle(act, language):
                    self._ledger.skip(f"{act.name} {language}: {obstacle}")
                else:
                    visits.append((act, language))
        self._ledger.plan(len(visits))
        for act, language in visits:
            await self._visit(asker, act, language)

    async def _visit(self, asker: Asker, act: WatchedAct, language: Language) -> None:
        request = self._route.edition_list(act, language)
        listed = await self._list(asker, act, request)
        if not listed:
            return
        self._miss(act, request, listed)
        held = self._ledger.held(request.ngr, language)
        wanted = [
            edition
            for edition in listed
            if edition.label not in held or edition is listed[-1] or self._errand.recheck
        ]
        self._ledger.keep(len(listed) - len(wanted))
        self._ledger.plan(len(wanted))
        for edition in wanted:
            await self._edition(asker, act, language, edition, held=edition.label in held)

    def _miss(self, act: WatchedAct, request: Request, listed: Sequence[ListedEdition]) -> None:
        """Note what the list should have named and does not."""
        missed = [
            (
                str(known.labels[0]),
                f"the watch list names {known}, the registry does not",
            )
            for known in act.unlisted(listed)
        ]
        missed += [
            (str(label), "the registry listed it before and does not any more; what is held stays")
            for label in self._ledger.dropped(request.ngr, request.language, listed)
            if str(label) not in {named for named, _ in missed}
        ]
        for label, message in missed:
            self._ledger.note(
                entry(PageOutcome.MISSING, request, "not-listed", message, label, asked=False)
            )

    async def _list(
        self, asker: Asker, act: WatchedAct, request: Request
    ) -> Sequence[ListedEdition]:
        """The act's editions; empty when the list could not be had, which is noted."""
        last = self._ledger.last_answer(request.url)
        known: Sequence[ListedEdition] = ()
        if last:
            try:
                known = self._route.read_list(self._ledger.fetched(last).body, request, act)
            except Refusal:
                last = None  # what is stored is no list: ask for the whole of it again
        fetched = await asker.ask(request, last)
        if fetched is None:
            return ()
        if fetched.status == NOT_MODIFIED:
            self._ledger.list_stands(request)
            self._ledger.note(entry(PageOutcome.UNCHANGED, request))
            return known
        try:
            self._ingest.receive_list(fetched, self._source(request, act))
            listed = self._route.read_list(fetched.body, request, act)
        except Refusal as refusal:
            self._ledger.note(entry(PageOutcome.REFUSED, request, refusal.reason, str(refusal)))
            return ()
        same = [edition.label for edition in known] == [edition.label for edition in listed]
        self._ledger.note(entry(PageOutcome.UNCHANGED if same else PageOutcome.STORED, request))
        return listed

    async def _edition(
        self,
        asker: Asker,
        act: WatchedAct,
        language: Language,
        listed: ListedEdition,
        *,
        held: bool,
    ) -> None:
        request = self._route.edition(act, language, listed)
        label = str(listed.label)
        source = self._source(request, act, listed)
        if not held and (stored := self._stored(request)):
            taken = self._take(stored, source, request, label, asked=False)
            if taken.outcome in _TAKEN:
                self._ledger.note(taken)
                return
        last = self._ledger.proof(request, listed.label) if held else None
        fetched = await asker.ask(request, last, label)
        if fetched is None:
            return
        if fetched.status == NOT_MODIFIED:
            self._ledger.note(entry(PageOutcome.UNCHANGED, request, label=label))
            return
        pages = [fetched]
        for part in self._later_parts(request, fetched):
            page = await asker.ask(part, label=label)
            if page is None:
                return
            pages.append(page)
        self._ledger.note(self._take(pages, source, request, label))

    def _stored(self, request: Request) -> list[Fetched]:
        """The answer to a request for a dated edition, where an unfinished run stored all of it."""
        first = self._ledger.last_answer(request.url) if request.label else None
        if first is None:
            return []
        pages = [self._ledger.fetched(first)]
        for part in self._later_parts(request, pages[0]):
            answer = self._ledger.last_answer(part.url)
            if answer is None:
                return []
            pages.append(self._ledger.fetched(answer))
        return pages

    def _later_parts(self, request: Request, first: Fetched) -> tuple[Request, ...]:
        try:
            return self._route.later_parts(first.body, request)
        except Refusal:
            return ()  # the funnel refuses the first page for the same reason, and records it

    def _take(
        self,
        pages: Sequence[Fetched],
        source: PageSource,
        request: Request,
        label: str,
        *,
        asked: bool = True,
    ) -> PageEntry:
        """Hand an edition's pages to the funnel."""
        try:
            outcome = self._ingest.receive_pages(pages, source)
        except (SQLAlchemyError, StoreError, SampleAndOfficial, OSError):
            raise  # it would be the same with every other page
        except Exception as error:
            logger.exception("reading %s failed", request.url)
            message = (
                f"{type(error).__name__}: {error}. This is a defect of Nusqa: please report it"
            )
            return entry(PageOutcome.FAILED, request, "defect", message, label, asked=asked)
        kind = PageOutcome(outcome.kind)
        return entry(kind, request, outcome.reason, outcome.message, label, asked=asked)

    def _source(
        self, request: Request, act: WatchedAct, listed: ListedEdition | None = None
    ) -> PageSource:
        source = replace(self._route.source(request, act), sample=self._errand.sample)
        if listed is None:
            return source
        return replace(source, label=listed.label, cause=listed.cause)
