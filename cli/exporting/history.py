"""`nusqa export history`: the editions of an act as a git repository."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer

from api.dumps.histories import history_of
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.parameters import Ngr
from cli.workplace import Workplace

_BUNDLE = ".bundle"


def history(
    ctx: typer.Context,
    ngr: Ngr,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR|FILE.bundle", help="A folder that is not there yet, or a bundle."
        ),
    ],
    bare: Annotated[bool, typer.Option("--bare", help="Without files checked out.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a bundle that is there.")] = False,
) -> None:
    """Write the history of an act as a git repository: a commit an edition, by the amending act.

    The same corpus gives the same hashes. A sample says so in its README and its messages.
    """
    # Git's objects take a moment to load: only who wants them waits.
    from exports.git_history.bundle import git_bundle  # noqa: PLC0415
    from exports.git_history.objects import git_history  # noqa: PLC0415
    from exports.git_history.repository import write_repository  # noqa: PLC0415

    as_bundle = out.suffix == _BUNDLE
    if bare and as_bundle:
        raise typer.BadParameter("--bare goes with a folder: a bundle has no files checked out")
    if force and not as_bundle:
        raise typer.BadParameter("--force goes with a bundle: a folder is never replaced")
    check_free(out, force=force)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        made = git_history(history_of(session, ngr))
    if as_bundle:
        write_whole(out, [git_bundle(made)])
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{out.name}.", dir=out.parent))
        try:
            write_repository(draft, made, bare=bare)
            draft.chmod(0o755)
            draft.rename(out)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    tags = sum(ref.startswith(b"refs/tags/") for ref in made.refs)
    printing.remark(f"{out}: {tags} edition{'' if tags == 1 else 's'}, HEAD {made.head.decode()}")
