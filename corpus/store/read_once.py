"""Reading each thing once, in a session that sees one state of the store and only reads."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from sqlalchemy.orm import Session

_KEPT = "read once"
Found = TypeVar("Found")


def keep_what_is_read(session: Session) -> None:
    """Have the session keep what is read by `read_once`, until it is closed.

    For a session that only reads and sees one state: in one that writes, what was read before a
    write would hide it.
    """
    session.info[_KEPT] = {}


def read_once(session: Session, question: Hashable, read: Callable[[], Found]) -> Found:
    """What `read` gives, read the first time the question is asked of a session that keeps it.

    One kind of question has one type of answer: its first part names who asks. What fails is
    not kept. For what is small and of an act or an edition: a session may walk through the whole
    corpus, whose texts are too much.
    """
    kept = session.info.get(_KEPT)
    if kept is None:
        return read()
    if question not in kept:
        kept[question] = read()
    found: Found = kept[question]
    return found


def read_already(session: Session, question: Hashable, otherwise: Found) -> Found:
    """What was read for the question, if the session keeps it and it was asked before."""
    found: Found = session.info.get(_KEPT, {}).get(question, otherwise)
    return found
