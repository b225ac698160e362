"""Taking in what a user has on disk: saved pages, folders of them, clones of the public mirror."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from corpus.law import EditionLabel, HoldingKind, Language
from corpus.store.writes import Fetched
from crawler.ingest import Ingest, Received
from crawler.registries.files import SavedPage, UnreadablePath, scan
from crawler.registries.mirror_git import BrokenCommit, MirrorClone, MirrorEdition, is_clone
from crawler.registries.pages import EDITION_LIST_FORMATS, Format, PageSource
from crawler.registries.refusals import Refusal

_OK = 200


class ImportOutcome(StrEnum):
    """What became of a file."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    LISTED = "listed"
    """An edition list: which editions exist, no text."""
    REFUSED = "refused"
    EXPECTED = "refused as expected"
    """The manifest itself says that the file holds nothing."""


@dataclass(frozen=True)
class Imported:
    """One file, or one edition of a clone, and what became of it."""

    name: str
    outcome: ImportOutcome
    ngr: str | None = None
    language: Language | None = None
    label: EditionLabel | None = None
    divisions: int | None = None
    articles: int | None = None
    blocks: int | None = None
    footnotes: int | None = None
    message: str | None = None


def import_paths(
    make_ingest: Callable[[str], Ingest], paths: Sequence[Path]
) -> Iterator[tuple[int, int | None, Imported]]:
    """Import files, folders and clones; gives for each page its turn, how many there are, its fate.

    How many a clone holds is not known before all of it is read. `make_ingest` gives the funnel of
    a registry by name. Each act's editions are taken oldest first, so that the gates see what came
    before. Raises ManifestError, UnreadablePath and MirrorError for what the user should mend,
    SampleAndOfficial when the two would meet.
    """
    clones = [path for path in paths if is_clone(path)]
    saved = scan([path for path in paths if path not in clones])
    files = make_ingest("files")
    for turn, page in enumerate(sorted(saved, key=_order), start=1):
        yield turn, len(saved), _import_page(files, page)
    if clones:
        yield from _import_clones(make_ingest("mirror"), clones)


def _order(page: SavedPage) -> tuple[str, str, str, str]:
    source = page.source
    if source is None:
        return ("", "", "", str(page.path))
    return (source.ngr, source.language, str(source.label or ""), str(page.path))


def _import_page(ingest: Ingest, page: SavedPage) -> Imported:
    source = page.source
    if source is None:
        return Imported(page.path.name, ImportOutcome.REFUSED, message=str(page.refusal))
    fate = Imported(page.path.name, ImportOutcome.REFUSED, source.ngr, source.language)
    try:
        body = page.body
    except (Refusal, UnreadablePath) as error:
        return replace(fate, message=str(error))
    fetched = Fetched(
        url=source.url or f"file:{page.path.name}",
        fetched_at=datetime.fromtimestamp(page.path.stat().st_mtime, UTC),
        status=_OK,
        headers={},
        body=body,
    )
    if source.format in EDITION_LIST_FORMATS:
        return _import_list(ingest, fetched, source, fate)
    return _with_received(fate, ingest.receive(fetched, source), source)


def _import_list(ingest: Ingest, fetched: Fetched, source: PageSource, fate: Imported) -> Imported:
    try:
        listed = ingest.receive_list(fetched, source)
    except Refusal as refusal:
        return replace(fate, message=str(refusal))
    message = f"{len(listed)} editions are listed"
    return replace(fate, outcome=ImportOutcome.LISTED, message=message)


def _with_received(fate: Imported, received: Received, source: PageSource) -> Imported:
    outcome = ImportOutcome(received.kind)
    if outcome is ImportOutcome.REFUSED and _holds_nothing(source):
        outcome = ImportOutcome.EXPECTED
    fate = replace(fate, outcome=outcome, label=source.label, message=received.message)
    edition = received.edition
    if edition is None:
        return fate
    return replace(
        fate,
        label=edition.label,
        divisions=len(edition.divisions),
        articles=len(edition.articles),
        blocks=sum(len(article.blocks) for article in edition.articles),
        footnotes=sum(1 for _ in edition.footnotes()),
    )


def _holds_nothing(source: PageSource) -> bool:
    return source.format is Format.ADILET_SHELL or (
        source.holding.kind is HoldingKind.PARTS and not source.holding.keys
    )


def _import_clones(ingest: Ingest, paths: Iterable[Path]) -> Iterator[tuple[int, None, Imported]]:
    numbers = {
        watched.reference_bank_id: watched.ngr
        for watched in ingest.watchlist.acts
        if watched.reference_bank_id is not None and watched.ngr is not None
    }
    for path in paths:
        for turn, edition in enumerate(MirrorClone(path).editions(numbers), start=1):
            yield turn, None, _import_commit(ingest, edition)


def _import_commit(ingest: Ingest, edition: MirrorEdition | BrokenCommit) -> Imported:
    """An edition out of a clone. Its moment is the import's: a commit's is no moment of a fetch."""
    if isinstance(edition, BrokenCommit):
        name = f"{edition.folder} in commit {edition.commit[:12]}"
        return Imported(name, ImportOutcome.REFUSED, message=str(edition.refusal))
    source = edition.source
    moment = ingest.clock()
    pages = [
        Fetched(source.url or f"mirror:{path}", moment, _OK, {"path": path}, body)
        for path, body in zip(edition.paths, edition.bodies, strict=True)
    ]
    name = f"{edition.paths[0]}@{source.label}"
    fate = Imported(name, ImportOutcome.REFUSED, source.ngr, source.language)
    return _with_received(fate, ingest.receive_pages(pages, source), source)
