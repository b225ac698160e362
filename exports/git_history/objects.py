"""Git's objects of a history: texts, folders, a commit an edition, a tag each.

The same history gives the same hashes: nothing depends on the clock, the locale or the machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dulwich.objects import Blob, Commit, ObjectID, ShaFile, Tree

from corpus.law import EditionLabel, Language
from exports.git_history import words
from exports.git_history.language_folder import Files, LanguageFolder
from exports.git_history.messages import COMMITTER, author, authors_of, earlier, message, second_of
from exports.git_history.pages import AROUND, CONTENTS, EDITION, escaped
from exports.git_history.told import ToldAct, ToldEdition, ToldHistory

MAIN, UNDATED = b"refs/heads/main", b"refs/heads/undated"
_FILE, _FOLDER = 0o100644, 0o040000
_README = "README.md"


@dataclass(frozen=True)
class GitHistory:
    """All objects, each after those that it names, and the refs: branches and tags."""

    objects: Sequence[ShaFile]
    refs: Mapping[bytes, ObjectID]

    @property
    def head(self) -> ObjectID:
        """The commit of the newest dated edition; of the undated one where there is no other."""
        return self.refs[MAIN]


def git_history(told: ToldHistory) -> GitHistory:
    """The repository of a history; raises ValueError for one without an edition.

    Editions of one label in several languages are one commit. What is first held with an edition
    goes before it in a commit of its own, so that no act is named for it. An undated edition has no
    place among the others: it stands on a branch of its own.
    """
    editions = sorted(told.editions, key=lambda one: (_place(one.label), one.language))
    writing = _Writing(told)
    for label, group in groupby(editions, key=lambda one: one.label):
        writing.add(label, list(group))
    return writing.finished()


def _place(label: EditionLabel) -> tuple[bool, str, str]:
    if label.first_day is None:
        return True, "", ""
    return False, str(label.last_day), str(label.first_day)


def _wording(files: Files) -> Files:
    """The articles' own files."""
    around = {CONTENTS, EDITION, AROUND}
    found = {}
    for path, blob in files.items():
        name = path.partition("/")[2]
        if name and name not in around and not name.startswith("notes/"):
            found[path] = blob
    return found


class _Writing:
    def __init__(self, told: ToldHistory) -> None:
        self._told = told
        self._objects: dict[ObjectID, ShaFile] = {}
        self._refs: dict[bytes, ObjectID] = {}
        self._folders: dict[Language, LanguageFolder] = {}
        self._files: Files = {}

    def add(self, label: EditionLabel, editions: Sequence[ToldEdition]) -> None:
        """Commit the editions of a label."""
        branch = MAIN
        if label.first_day is None:
            branch, self._folders, self._files = UNDATED, {}, {}
        parent = self._refs.get(branch)
        first_seen = dict(self._files)
        for one in editions:
            folder = self._folders.setdefault(one.language, LanguageFolder(self._blob))
            seen, _ = folder.turn_to(one)
            first_seen |= {f"{one.language}/{path}": blob for path, blob in seen.items()}
        now = {
            f"{language}/{path}": blob
            for language, folder in self._folders.items()
            for path, blob in folder.files.items()
        }
        now[_README] = self._blob(self._readme())
        any_first = first_seen != self._files
        changed = _wording(now) != _wording(first_seen)
        if parent is None or (any_first and not changed):
            first_seen = now
        if parent is None or any_first:
            who = [self._told.original if label == self._told.adopted else earlier(label)]
            parent = self._commit(first_seen, parent, editions, who, first_held=True)
        if now != first_seen:
            by = authors_of(editions, wording_changed=changed)
            parent = self._commit(now, parent, editions, by, first_held=False)
        self._files = now
        self._refs[branch] = self._refs[f"refs/tags/edition/{label}".encode()] = parent

    def finished(self) -> GitHistory:
        """All that was committed."""
        if not self._refs:
            raise ValueError("there is no edition to make a history of")
        if MAIN not in self._refs:
            self._refs[MAIN] = self._refs.pop(UNDATED)
        return GitHistory(tuple(self._objects.values()), dict(sorted(self._refs.items())))

    def _commit(
        self,
        files: Files,
        parent: ObjectID | None,
        editions: Sequence[ToldEdition],
        by: Sequence[ToldAct],
        *,
        first_held: bool,
    ) -> ObjectID:
        label = editions[0].label
        commit = Commit()
        commit.tree = self._tree(files)
        commit.parents = [parent] if parent else []
        commit.author = author(by)
        commit.committer = COMMITTER
        commit.author_time = commit.commit_time = second_of(label)
        commit.author_timezone = commit.commit_timezone = 0
        commit.message = message(editions, sample=self._told.sample, first_held=first_held)
        return self._keep(commit)

    def _tree(self, files: Mapping[str, ObjectID]) -> ObjectID:
        tree = Tree()
        inside: dict[str, Files] = {}
        for path, blob in files.items():
            name, _, rest = path.partition("/")
            if rest:
                inside.setdefault(name, {})[rest] = blob
            else:
                tree.add(name.encode(), _FILE, blob)
        for name, own in inside.items():
            tree.add(name.encode(), _FOLDER, self._tree(own))
        return self._keep(tree)

    def _readme(self) -> str:
        titles = [folder.title for _, folder in sorted(self._folders.items())]
        return words.README.format(
            ngr=self._told.ngr,
            title=escaped(" / ".join(titles)),
            sample=words.SAMPLE_README if self._told.sample else "",
        )

    def _blob(self, text: str) -> ObjectID:
        return self._keep(Blob.from_string(text.encode()))

    def _keep(self, one: ShaFile) -> ObjectID:
        self._objects.setdefault(one.id, one)
        return one.id
