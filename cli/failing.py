"""Which errors are told in one clear line, and whether the command failed or was used wrongly.

Imported only when something went wrong: the errors live beside what raises them.
"""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError

from api.dumps.tables import NarrowingRefused
from api.questions.amending_acts.replaying import NothingToReplay, ReplayRefused
from api.questions.compared.on_themes import NotRegimes
from api.questions.following.amendments import CursorRefused
from api.questions.following.changes import ChangesRefused
from api.questions.sides import NoSide
from cli.exporting.drafts import AlreadyThere
from cli.upkeep import CannotServe
from cli.workplace import NothingHere
from corpus.handwritten import HandwrittenError
from corpus.regimes import PhaseWithoutText, UnknownRegime
from corpus.search import (
    EngineLibraryMissingError,
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
    UnknownEngineError,
)
from corpus.settings import SettingsError
from corpus.store.errors import ForeignCursor, StoreError
from corpus.themes import UnknownTheme
from crawler.ingest import SampleAndOfficial
from crawler.registries.files import UnreadablePath
from crawler.registries.manifest import ManifestError
from crawler.registries.mirror_git import MirrorError
from crawler.run import CrawlFailed, CrawlMisused
from crawler.tls import CaBundleUnreadable
from diffing.compare import NotComparable
from diffing.origins.phrases import PhraseRefused
from exports.dumps.parquet_apart import NotWritten
from exports.tables.paper import TooLongForPaper
from exports.tables.typesetting import NotTypeset
from webhooks.subscribing import TooManyWatches, WatchRefused
from webhooks.targets import TargetRefused

FAILURES: tuple[type[Exception], ...] = (
    AlreadyThere,
    CannotServe,
    CrawlFailed,
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
    MirrorError,
    NotComparable,
    NothingHere,
    NothingToReplay,
    NotTypeset,
    NotWritten,
    OSError,
    PhaseWithoutText,
    SQLAlchemyError,
    SampleAndOfficial,
    StoreError,
    TooLongForPaper,
    TooManyWatches,
    UnknownRegime,
    UnknownTheme,
)
MISUSES: tuple[type[Exception], ...] = (
    CaBundleUnreadable,
    ChangesRefused,
    CrawlMisused,
    CursorRefused,
    EngineLibraryMissingError,
    ForeignCursor,
    HandwrittenError,
    ManifestError,
    NarrowingRefused,
    NoSide,
    NotRegimes,
    PhraseRefused,
    ReplayRefused,
    SettingsError,
    TargetRefused,
    UnknownEngineError,
    UnreadablePath,
    WatchRefused,
)


def words_of(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    # The driver's words, not the SQL.
    return " ".join(str(getattr(error, "orig", None) or error).split())
