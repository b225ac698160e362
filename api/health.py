"""Whether the parts of the service answer, for programs and for the status page."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError

from api.models.health import Counts, Health, PartHealth
from api.problems.details import BEING_BUILT, NO_ANSWER
from api.services import Services
from corpus.notes import READER_VERSION
from corpus.search import EngineUnreachableError, IndexMissingError, IndexUnreadableError
from corpus.store import reads
from corpus.store.amendments.note_readings import unread_editions
from corpus.store.errors import StoreError


def health_of(services: Services) -> Health:
    """What the parts say."""
    index, indexed = _index(services)
    try:
        services.store.ensure_current()
        with services.store.read() as session:
            acts = reads.acts(session)
            notes = _notes(len(unread_editions(session, READER_VERSION)))
    except (StoreError, SQLAlchemyError) as error:
        detail = (
            str(error)
            if isinstance(error, StoreError)
            else "The database does not answer. `nusqa doctor` says what is wrong."
        )
        failed = PartHealth(status="failed", detail=detail)
        return Health(
            status="failed", database=failed, index=index, notes=failed, counts=None, sample=False
        )
    return Health(
        status="ok" if index.status == notes.status == "ok" else "degraded",
        database=PartHealth(status="ok"),
        index=index,
        notes=notes,
        counts=Counts(acts=len(acts), editions=sum(act.editions for act in acts), indexed=indexed),
        sample=any(act.sample for act in acts),
    )


def _notes(unread: int) -> PartHealth:
    if not unread:
        return PartHealth(status="ok")
    editions = "1 edition" if unread == 1 else f"{unread} editions"
    detail = f"The notes of {editions} are not read: amendments may be missing. Run `nusqa derive`."
    return PartHealth(status="failed", detail=detail)


def _index(services: Services) -> tuple[PartHealth, int | None]:
    try:
        return PartHealth(status="ok"), services.engine.count()
    except (IndexMissingError, IndexUnreadableError):
        return PartHealth(status="failed", detail=BEING_BUILT), None
    except EngineUnreachableError:
        return PartHealth(status="failed", detail=NO_ANSWER), None
