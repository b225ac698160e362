"""The same history gives the same hashes, wherever and whenever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from exports.git_history.bundle import git_bundle
from exports.git_history.objects import git_history
from tests.exports.git_history.histories import TWO, history

ROOT = Path(__file__).parents[3]
MADE_ELSEWHERE = """
import hashlib
from exports.git_history.bundle import git_bundle
from exports.git_history.objects import git_history
from tests.exports.git_history.histories import TWO
made = git_history(TWO)
print(made.head.decode(), hashlib.sha256(git_bundle(made)).hexdigest())
"""


def elsewhere(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", MADE_ELSEWHERE],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
    )
    return done.stdout


def test_neither_time_zone_locale_hash_seed_nor_settings_matter(tmp_path: Path) -> None:
    (tmp_path / ".gitconfig").write_text("[user]\nname = Somebody\nemail = s@example.org\n")
    made = {
        elsewhere(PYTHONHASHSEED="1", TZ="Asia/Almaty", LC_ALL="C"),
        elsewhere(PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8", HOME=str(tmp_path)),
        elsewhere(PYTHONHASHSEED="3", GIT_AUTHOR_NAME="X", GIT_AUTHOR_DATE="2001-01-01"),
    }
    assert len(made) == 1
    assert made.pop().startswith(git_history(TWO).head.decode())


def test_the_order_in_which_editions_come_does_not_matter() -> None:
    editions = list(TWO.editions)
    turned = history(*reversed(editions), adopted="2001-01-23")
    assert git_history(turned).refs == git_history(TWO).refs
    assert git_bundle(git_history(turned)) == git_bundle(git_history(TWO))


def test_a_later_edition_changes_no_hash_of_those_before_it() -> None:
    editions = list(TWO.editions)
    shorter = git_history(history(*editions[:2], adopted="2001-01-23"))
    longer = git_history(TWO)
    tag = b"refs/tags/edition/2013-06-13"
    assert shorter.refs[tag] == longer.refs[tag]
