"""A history as a git bundle: one file that `git clone` takes."""

from __future__ import annotations

from io import BytesIO

from dulwich.object_format import DEFAULT_OBJECT_FORMAT
from dulwich.pack import write_pack_objects

from exports.git_history.objects import GitHistory

_SIGNATURE = b"# v2 git bundle\n"


def git_bundle(history: GitHistory) -> bytes:
    """The bundle of all branches and tags; its HEAD is the main branch."""
    body = BytesIO()
    body.write(_SIGNATURE)
    body.write(history.head + b" HEAD\n")
    for ref, commit in history.refs.items():
        body.write(commit + b" " + ref + b"\n")
    body.write(b"\n")
    write_pack_objects(body, history.objects, DEFAULT_OBJECT_FORMAT, deltify=False)
    return body.getvalue()
