"""All relations of an article; what costs much is made once for a state of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from threading import Lock, Thread
from typing import Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.citations.citable import act_register
from api.questions.relations.citation_index import CitationIndex, CitationReader
from api.questions.relations.cited_by import cited_by
from api.questions.relations.cites import cites
from api.questions.relations.known import Known
from api.questions.relations.origins import Origins, RegimeTies, Ties, origins
from api.questions.relations.related import CitedBy, Reference, Relations
from corpus.citations.acts import ActRegister
from corpus.crossreferences.calling import ActsCalled
from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.store import Store, reads
from corpus.store.errors import StoreError
from corpus.store.records import ArticleRecord

PATIENCE = 1.5
"""Seconds for which a page waits to learn what cites its article: reading every text of a large
corpus anew takes longer, and a page must cost what its article costs."""

Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """A value made of the store, kept until the store changes; whoever asks meanwhile waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[int, Made] | None = None

    def get(self, session: Session, make: Callable[[], Made]) -> Made:
        """The value for the state of the store that a session reads."""
        version = reads.store_version(session)
        with self._lock:
            if self._kept is None or self._kept[0] != version:
                self._kept = (version, make())
            return self._kept[1]

    def is_made(self, session: Session) -> bool:
        """Whether nobody need wait for the state of the store that a session reads."""
        kept = self._kept
        return kept is not None and kept[0] == reads.store_version(session)


@dataclass
class Relating:
    """Tells of the relations of provisions; one belongs to one store.

    What cites an article is known once all texts were read, which `reading` does beside a page.
    """

    analyser: Analyser = field(default_factory=Analyser)
    _reader: CitationReader = field(default_factory=CitationReader)
    _known: MadeOnce[Known] = field(default_factory=MadeOnce)
    _index: MadeOnce[CitationIndex] = field(default_factory=MadeOnce)
    _lock: Lock = field(default_factory=Lock)
    _beside: Thread | None = None
    _regimes: RegimeTies = field(init=False)
    _ties: dict[Language, MadeOnce[Ties]] = field(
        default_factory=lambda: {one: MadeOnce() for one in Language}
    )

    def __post_init__(self) -> None:
        self._regimes = RegimeTies(self.analyser)

    def relations(
        self, session: Session, record: ArticleRecord, asked: Asked, *, citers: bool = True
    ) -> Relations:
        """All relations of an article of one edition, as of the day that is asked about.

        Without `citers` what cites it is told as being read still.
        """
        found = self.origins(session, record)
        return Relations(
            self.cites(session, record, asked),
            self.cited_by(session, record, asked) if citers else CitedBy((), being_read=True),
            found.came_from,
            found.went_to,
        )

    def cites(self, session: Session, record: ArticleRecord, asked: Asked) -> tuple[Reference, ...]:
        """The references in an article's text, in its order."""
        return cites(session, record, self.known(session), asked)

    def cited_by(self, session: Session, record: ArticleRecord, asked: Asked) -> CitedBy:
        """The articles that cite an article."""
        edition = record.edition
        index, known = self._citations(session), self.known(session)
        key, language = record.article.key, edition.language
        day, today = day_of(asked), asked.today
        return cited_by(session, index, known, edition.ngr, key, language, day, today)

    def knows_citers(self, store: Store, session: Session, patience: float = PATIENCE) -> bool:
        """Whether what cites an article can be told without long waiting.

        Where it cannot, all texts are being read in a thread from now on. If that failed, whoever
        asks meets the failure.
        """
        if self._index.is_made(session):
            return True
        with self._lock:
            thread = self._beside
            if thread is None or not thread.is_alive():
                thread = Thread(
                    target=self._read_quietly, args=(store,), name="citations", daemon=True
                )
                self._beside = thread
                thread.start()
        thread.join(patience)
        return not thread.is_alive() or self._index.is_made(session)

    def _read_quietly(self, store: Store) -> None:
        with suppress(SQLAlchemyError, StoreError), store.read() as session:
            self._citations(session)

    def origins(self, session: Session, record: ArticleRecord) -> Origins:
        """What an article came from and went to."""
        edition = record.edition
        ties = self._ties_in(session, edition.language)
        known, key = self.known(session), record.article.key
        return origins(session, ties, known, edition.ngr, key, edition.language)

    def _citations(self, session: Session) -> CitationIndex:
        return self._index.get(session, lambda: self._reader.index(session, self.known(session)))

    def _ties_in(self, session: Session, language: Language) -> Ties:
        return self._ties[language].get(session, lambda: self._regimes.of(session, language))

    def register(self, session: Session) -> ActRegister:
        """The acts that may be cited."""
        return self.known(session).acts.register

    def known(self, session: Session) -> Known:
        """What the store has that relations are read from."""
        return self._known.get(
            session, lambda: Known(ActsCalled(act_register(session, self.analyser)))
        )

    @contextmanager
    def prepared(self, store: Store) -> Iterator[None]:
        """Makes what costs much in a thread of its own, so that the first who asks need not wait.

        What fails there fails again, and is told, when someone asks.
        """
        thread = Thread(target=self._prepare_quietly, args=(store,), name="relations")
        thread.start()
        try:
            yield
        finally:
            thread.join()

    def _prepare_quietly(self, store: Store) -> None:
        with suppress(SQLAlchemyError, StoreError):
            self.prepare(store)

    def prepare(self, store: Store) -> None:
        """Make what costs much, before anyone asks."""
        with store.read() as session:
            self._citations(session)
            for language in (Language.RU, Language.KK):
                self._ties_in(session, language)


def day_of(asked: Asked) -> date | None:
    """The day that citing editions must answer for; None: the newest."""
    return asked.on or asked.in_force_on or (asked.label.first_day if asked.label else None)
