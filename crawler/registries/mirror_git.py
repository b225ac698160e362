"""Reading a local clone of the mirror through git itself: no work tree, no network.

Every commit that touches an act's folder is an edition of the act. The mirror rewrites its commits
at each build, so a commit is only a place to read from: what is kept is the act and the label.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.law import EditionLabel, Language
from crawler.registries.mirror import MirrorMeta, main_file, parts_of, read_meta
from crawler.registries.pages import REGISTRY_LANGUAGES, Format, PageSource
from crawler.registries.refusals import LARGEST, Refusal, TooLarge

_FOLDER_CODE = re.compile(r"-(\d+)$")
_HARMLESS = (
    # A clone's own configuration must not run programs, nor may a partial clone go to the network.
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "log.showSignature=false",
    "-c", "protocol.allow=never",
    "-c", "core.quotePath=false",
)  # fmt: skip


class MirrorError(Exception):
    """The clone cannot be read; the message says what to do."""


@dataclass(frozen=True)
class MirrorEdition:
    """One edition of one act in one language: its source, its files' bytes, where they stood."""

    source: PageSource
    bodies: tuple[bytes, ...]
    commit: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class BrokenCommit:
    """An edition that cannot be read, and why; the others of the clone can."""

    folder: str
    commit: str
    refusal: Refusal


@dataclass(frozen=True)
class _Place:
    """Where an edition stands in the clone, before its text is read."""

    source: PageSource
    commit: str
    folder: str
    main: str
    files: Mapping[str, str]


class MirrorClone:
    """A local clone, bare or with a work tree."""

    def __init__(self, path: Path) -> None:
        """Open the clone at a path. Raises MirrorError if git is missing or refuses it."""
        self.path = path
        self._git_dir: str | None = None
        if not path.is_dir():
            raise MirrorError(f"{path} is no folder: name a local clone of a mirror repository")
        found = self._call("-C", str(path), "rev-parse", "--absolute-git-dir")
        self._git_dir = found.stdout.decode().strip()

    def editions(self, numbers: Mapping[int, str]) -> Iterator[MirrorEdition | BrokenCommit]:
        """The editions of the acts whose reference-bank numbers are given with their NGR.

        Act by act, oldest first; of commits with the same label and language the last one counts.
        An act whose metadata links to adilet is taken by that link, without being named here.
        """
        for folder, bank_id in self.acts().items():
            if bank_id in numbers or bank_id is None:
                yield from self._editions_of(folder, numbers)

    def acts(self) -> dict[str, int | None]:
        """The act folders of the clone's history, with the number in their names where it is."""
        listed = self._git(
            "log", "--format=", "--name-only", "-z", "--no-renames", "--diff-filter=A", "HEAD",
            "--", ":(glob)**/meta.yaml", ":(glob)**/rus.md", ":(glob)**/kaz.md",
        )  # fmt: skip
        folders = sorted(
            {
                name.strip().rpartition("/")[0]
                for name in listed.decode().split("\0")
                if name.strip()
            }
        )
        return {
            folder: int(match[1]) if (match := _FOLDER_CODE.search(folder)) else None
            for folder in folders
        }

    def _editions_of(
        self, folder: str, numbers: Mapping[int, str]
    ) -> Iterator[MirrorEdition | BrokenCommit]:
        found: dict[tuple[str, Language, EditionLabel | None], _Place] = {}
        for commit in self._commits(folder):
            files = self._files(commit, folder)
            try:
                places = list(self._places(commit, folder, files, numbers))
            except Refusal as refusal:
                yield BrokenCommit(folder, commit, refusal)
                continue
            for place in places:
                source = place.source
                found[source.ngr, source.language, source.label] = place
        for _, place in sorted(found.items(), key=lambda one: (*one[0][:2], str(one[0][2]))):
            try:
                yield self._read(place)
            except Refusal as refusal:
                yield BrokenCommit(folder, place.commit, refusal)

    def _places(
        self, commit: str, folder: str, files: Mapping[str, str], numbers: Mapping[int, str]
    ) -> Iterator[_Place]:
        meta_path = f"{folder}/meta.yaml" if folder else "meta.yaml"
        meta = None
        if meta_path in files:
            (text,) = self._blobs([files[meta_path]])
            meta = read_meta(text.decode("utf-8-sig", errors="replace"))
        for language in (Language.RU, Language.KK):
            main = main_file(folder, language)
            if main not in files:
                continue  # the act was repealed here, or has no text in this language
            said = meta or _front_meta(*self._blobs([files[main]]))
            ngr = said and (said.ngr or numbers.get(said.bank_id or -1))
            if not said or not ngr or language not in said.labels:
                continue
            source = PageSource(
                ngr=ngr,
                language=language,
                format=Format.MIRROR,
                label=said.labels[language],
                cause=said.cause,
                url=said.sources.get(language) or _bank_url(said, language),
                reference_bank_id=said.bank_id,
            )
            yield _Place(source, commit, folder, main, files)

    def _read(self, place: _Place) -> MirrorEdition:
        files, folder = place.files, place.folder
        (body,) = self._blobs([files[place.main]])
        parts = [f"{folder}/{part}" if folder else part for part in parts_of(body)]
        held = [part for part in parts if part in files]
        bodies = (body, *self._blobs([files[part] for part in held]))
        return MirrorEdition(place.source, bodies, place.commit, (place.main, *held))

    def _commits(self, folder: str) -> list[str]:
        listed = self._git("log", "--reverse", "--format=%H", "HEAD", "--", folder or ".")
        return listed.decode().split()

    def _files(self, commit: str, folder: str) -> dict[str, str]:
        """The blobs of an act's folder in a commit, by path."""
        listed = self._git(
            "ls-tree", "-r", "-z", "--full-tree", commit, *([f"{folder}/"] if folder else [])
        )
        files = {}
        for entry in listed.decode().split("\0"):
            if entry:
                kind, _, path = entry.partition("\t")
                files[path] = kind.split()[2]
        return files

    def _blobs(self, names: Sequence[str]) -> list[bytes]:
        """The content of blobs: their sizes are asked first. Raises TooLarge."""
        if not names:
            return []
        asked = "\n".join(names).encode() + b"\n"
        sizes = []
        for name, said in zip(
            names, self._git("cat-file", "--batch-check", given=asked).splitlines(), strict=True
        ):
            head = said.split()
            if len(head) != 3:  # noqa: PLR2004 - name, kind, size
                raise MirrorError(
                    f"{self.path} lacks the object {name}: the clone is shallow or partial. "
                    "Clone it whole (git clone without --depth and --filter)."
                )
            sizes.append(int(head[2]))
        if sum(sizes) > LARGEST:
            raise TooLarge(sum(sizes))
        answer = self._git("cat-file", "--batch", given=asked)
        bodies, at = [], 0
        for size in sizes:
            begin = answer.index(b"\n", at) + 1
            bodies.append(answer[begin : begin + size])
            at = begin + size + 1
        return bodies

    def _git(self, *words: str, given: bytes | None = None) -> bytes:
        return self._call(f"--git-dir={self._git_dir}", *words, given=given).stdout

    def _call(self, *words: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            # Only the folder that the user named, not a repository that happens to lie around it.
            "GIT_CEILING_DIRECTORIES": str(self.path.resolve().parent),
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
        }
        try:
            done = subprocess.run(  # noqa: S603 - fixed words and paths, never through a shell
                ["git", "--no-pager", *_HARMLESS, *words],  # noqa: S607 - the user's own git
                input=given if given is not None else b"",
                capture_output=True,
                env=environment,
                check=False,
            )
        except FileNotFoundError as error:
            raise MirrorError("git is not installed: a mirror clone is read through it") from error
        if done.returncode != 0:
            raise MirrorError(self._explained(done.stderr.decode(errors="replace").strip()))
        return done

    def _explained(self, said: str) -> str:
        if "dubious ownership" in said:
            return (
                f"{self.path} belongs to another user, so git does not read it. If you trust it: "
                f"git config --global --add safe.directory {self.path.resolve()}"
            )
        if "safe.bareRepository" in said:
            return (
                f"git is set to refuse bare repositories ({self.path}); name a clone with a work "
                "tree, or allow it: git config --global safe.bareRepository all"
            )
        if "not a git repository" in said:
            return f"{self.path} is no git clone: name a local clone of a mirror repository"
        if "unknown revision" in said or "bad revision" in said:
            return f"{self.path} has no commit yet: let its clone or fetch end first"
        return (
            f"git cannot read {self.path}: {said.splitlines()[-1] if said else 'no reason given'}"
        )


def is_clone(path: Path) -> bool:
    """Whether a folder looks like a git clone, bare or with a work tree."""
    bare = (path / "HEAD").is_file() and (path / "objects").is_dir()
    return (path / ".git").exists() or bare


def _front_meta(body: bytes) -> MirrorMeta | None:
    """Older builds have no meta.yaml: each file's front matter says what it is."""
    text = body.decode("utf-8-sig", errors="replace")
    if not text.startswith("---\n"):
        return None
    return read_meta(text[4:].partition("\n---\n")[0])


def _bank_url(meta: MirrorMeta, language: Language) -> str | None:
    label = meta.labels.get(language)
    if meta.bank_id is None or label is None or label.first_day is None:
        return None
    name = REGISTRY_LANGUAGES[language]
    return f"https://zan.gov.kz/client/#!/doc/{meta.bank_id}/{name}/{label.first_day:%d.%m.%Y}"
