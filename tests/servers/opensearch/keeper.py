"""Starts a cluster, keeps it while a process lives, then ends it: `python -m … FOLDER PID`.

It runs apart from the tests, so that the cluster ends with them however they end. The folder says
what became of it: `urls.json`, or `failure.txt`; a file `stop` in it ends the cluster too.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

from tests.servers.opensearch.nodes import NodeDidNotStart, start_nodes

NODES = 2
_LOOKS_EVERY = 0.3


def keep(folder: Path, pid: int) -> None:
    """Start, wait for the end of the process, end. The folder goes too."""
    nodes = []
    try:
        try:
            nodes = start_nodes(folder, NODES)
            _say(folder / "urls.json", json.dumps([node.url for node in nodes]))
        except NodeDidNotStart as error:
            _say(folder / "failure.txt", str(error))
        while _lives(pid) and not (folder / "stop").exists():
            time.sleep(_LOOKS_EVERY)
    finally:
        for node in nodes:
            node.kill()
        shutil.rmtree(folder, ignore_errors=True)
        folder.with_suffix(".lock").unlink(missing_ok=True)


def _say(path: Path, text: str) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(text)
    beside.replace(path)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    if os.fork() == 0:
        os.setsid()
        keep(Path(sys.argv[1]), int(sys.argv[2]))
