"""What commands that write do for the search index: it comes up to the store with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

from cli import printing
from cli.workplace import Workplace
from corpus.search.keeping.following import followed
from corpus.search.keeping.indexing import IndexReport


@contextmanager
def up_to_date(workplace: Workplace, *, follow: bool = True) -> Iterator[None]:
    """Bring the search index up to the store afterwards, also when a command ends half-way.

    `follow`: while it goes on too; a crawl's own process does that itself.
    """
    store = workplace.writable_store
    try:
        with followed(workplace.keeper(store)) if follow else nullcontext():
            yield
    except BaseException:
        with suppress(Exception):  # what went wrong first is what the user must hear
            refresh(workplace)
        raise
    refresh(workplace)


def refresh(workplace: Workplace) -> IndexReport:
    """Bring the search index up to the store, and tell of acts that it goes without."""
    report = workplace.keeper(workplace.writable_store).refresh()
    tell_failed(report)
    return report


def mend(workplace: Workplace) -> IndexReport:
    """The same, and the whole index is looked at: what is damaged is built anew."""
    report = workplace.keeper(workplace.writable_store).mend()
    tell_failed(report)
    return report


def tell_failed(report: IndexReport) -> None:
    """Print which acts could not be indexed."""
    for failed in report.failed:
        printing.remark(f"not in the search index: {failed.ngr} ({failed.message})")
