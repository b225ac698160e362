"""The state of the corpus that a dump is made from."""

from __future__ import annotations

from sqlalchemy.orm import Session

from corpus.store import reads
from corpus.store.evidence_state import evidence_held
from exports.dumps.about import About


def about_of(session: Session) -> About:
    """What a dump of all that a session reads says of itself."""
    count, sha256 = evidence_held(session)
    return About(bool(reads.holds_sample(session)), state_of(session), count, sha256)


def state_of(session: Session) -> str:
    """The store's version: since when it is, and a number that grows with its writes."""
    first, number = reads.version_of(session, None)
    return f"{first.isoformat().replace('+00:00', 'Z')}/{number}" if first else f"empty/{number}"
