"""A history as a repository in a folder."""

from __future__ import annotations

from pathlib import Path

from dulwich.index import build_index_from_tree
from dulwich.objects import Commit
from dulwich.refs import Ref
from dulwich.repo import Repo

from exports.git_history.objects import MAIN, GitHistory


def write_repository(folder: Path, history: GitHistory, *, bare: bool) -> None:
    """Make a repository in a new or empty folder, with its files checked out unless it is bare."""
    folder.mkdir(parents=True, exist_ok=True)
    branch = MAIN.rpartition(b"/")[2]
    make = Repo.init_bare if bare else Repo.init
    with make(folder, default_branch=branch) as repository:
        repository.object_store.add_objects([(one, None) for one in history.objects])
        for ref, commit in history.refs.items():
            repository.refs[Ref(ref)] = commit
        repository.refs.set_symbolic_ref(Ref(b"HEAD"), Ref(MAIN))
        if not bare:
            newest = repository[history.head]
            if isinstance(newest, Commit):
                build_index_from_tree(
                    repository.path, repository.index_path(), repository.object_store, newest.tree
                )
