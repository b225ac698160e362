"""Documents of an index as provisions, to be looked at one by one."""

from __future__ import annotations

from datetime import date

from corpus.search import SearchDocument
from corpus.search.matching import Provision


def provision_of(document: SearchDocument, today: date) -> Provision:
    """What a query may look at in a document as it is on a day."""
    return Provision(
        document.lang,
        document.heading,
        document.text,
        document.key,
        document.notes,
        document.naming,
        document.status(today),
    )
