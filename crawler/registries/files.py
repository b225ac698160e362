"""Pages that a user saved, and folders of them: the file system's edge of the registries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus.law import Language
from crawler.registries.manifest import NAME, ManifestError, read_manifest
from crawler.registries.mirror import MirrorMeta, read_meta
from crawler.registries.pages import Format, PageSource
from crawler.registries.recognising import recognise
from crawler.registries.refusals import LARGEST, Refusal, TooLarge

_PAGES = frozenset({".html", ".htm", ".md", ".txt", ".json"})


@dataclass(frozen=True)
class SavedPage:
    """A saved page: where it lies and what it is, or why that cannot be told."""

    path: Path
    source: PageSource | None
    refusal: Refusal | None = None

    @property
    def body(self) -> bytes:
        """The page's bytes, read when asked for. Raises TooLarge, UnreadablePath."""
        return _read(self.path)


class UnreadablePath(Exception):
    """A path that the user named cannot be read; the message says why."""


def scan(paths: Iterable[Path]) -> tuple[SavedPage, ...]:
    """The saved pages at the paths: files, folders, folders with a `manifest.toml`.

    Where a manifest lies, only the files it names are pages, as it says; elsewhere each page's form
    and act are recognised. No page's bytes are kept. Raises ManifestError for a wrong manifest,
    UnreadablePath for a path that does not exist.
    """
    found: dict[Path, SavedPage] = {}
    for path in paths:
        for page in _pages(path):
            found.setdefault(page.path.resolve(), page)
    return tuple(found.values())


def _pages(path: Path) -> Iterator[SavedPage]:
    if path.name == NAME and path.is_file():
        yield from _by_manifest(path)
    elif path.is_dir():
        yield from _folder(path)
    elif path.is_file():
        yield _recognised(path, path.name)
    else:
        raise UnreadablePath(f"{path} does not exist")


def _folder(folder: Path) -> Iterator[SavedPage]:
    manifest = folder / NAME
    if manifest.is_file():
        yield from _by_manifest(manifest)
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _folder(path)
        elif path.suffix.lower() in _PAGES:
            yield _recognised(path, path.name)


def _by_manifest(manifest: Path) -> Iterator[SavedPage]:
    folder = manifest.parent
    try:
        text = manifest.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ManifestError(f"{manifest}: it is not in UTF-8") from error
    for entry in read_manifest(text, str(manifest)):
        path = folder / entry.path
        place = f"{manifest}, [[file]] at line {entry.line}"
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ManifestError(f"{place}: {entry.path} leads out of the manifest's folder")
        if not path.is_file():
            raise ManifestError(f"{place}: there is no file {entry.path}")
        yield _page(path, partial(_with_meta, path, entry.source))


def _recognised(path: Path, name: str) -> SavedPage:
    return _page(path, lambda: _with_meta(path, recognise(name, _read(path))))


def _page(path: Path, tell: Callable[[], PageSource]) -> SavedPage:
    try:
        return SavedPage(path, tell())
    except Refusal as refusal:
        return SavedPage(path, None, refusal)


def _with_meta(path: Path, source: PageSource) -> PageSource:
    """What a mirror file's metadata beside it adds: the cause and the reference bank's number."""
    meta = _meta_beside(path, source) if source.format is Format.MIRROR else None
    if meta is None:
        return source
    label = source.label or meta.labels.get(source.language)
    same = label is not None and label == meta.labels.get(source.language)
    return replace(
        source,
        label=label,
        cause=source.cause or (meta.cause if same else None),
        reference_bank_id=source.reference_bank_id or meta.bank_id,
        url=source.url or (meta.sources.get(source.language) if same else None),
    )


def _meta_beside(path: Path, source: PageSource) -> MirrorMeta | None:
    """`X.meta.yaml` beside `X.md`; one file may serve both languages of an edition."""
    names = [f"{path.stem}.meta.yaml"]
    if source.language is Language.KK:
        names.append(f"{path.stem.replace('.kaz', '.rus')}.meta.yaml")
    for name in names:
        if (beside := path.with_name(name)).is_file():
            return read_meta(_read(beside).decode("utf-8", errors="replace"))
    return None


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise TooLarge(size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadablePath(f"{path} cannot be read: {error.strerror}") from error
