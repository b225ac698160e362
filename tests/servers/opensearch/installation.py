"""What it takes to run an OpenSearch server here: Java, and the jars that Maven brings."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

VARIABLE = "NUSQA_TEST_OPENSEARCH"
ADVICE = (
    "No OpenSearch: the tests of search on a cluster are skipped. Name a server in "
    f"{VARIABLE}, or install Java and Maven (Debian: default-jre-headless, maven) and run "
    "`python -m tests.prepare`."
)

POM = Path(__file__).with_name("pom.xml")
OLDEST_JAVA = 11
FETCH_SECONDS = 600


def jars_folder() -> Path:
    """Where the jars lie; another folder for another `pom.xml`."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    return cache / "nusqa" / f"opensearch-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"


def find_java() -> Path | None:
    """A Java that is new enough: JAVA_HOME's, else the system's."""
    home = os.environ.get("JAVA_HOME")
    named = [str(Path(home) / "bin" / "java")] if home else []
    for command in (*named, "java"):
        found = shutil.which(command)
        if found and _java_version(found) >= OLDEST_JAVA:
            return Path(found)
    return None


def _java_version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    match = re.search(r'version "(\d+)', told.stderr)
    return int(match[1]) if match else 0


def fetch_jars() -> str | None:
    """Have Maven bring the jars, unless they are there; what went wrong, or None."""
    target = jars_folder()
    if target.is_dir():
        return None
    maven = shutil.which("mvn")
    if maven is None:
        return "there is no Maven"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as beside:
        words = [maven, "-B", "-q", "-f", str(POM), "dependency:copy-dependencies"]
        try:
            done = subprocess.run(
                [*words, f"-DoutputDirectory={beside}/jars"],
                capture_output=True,
                text=True,
                check=False,
                timeout=FETCH_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"Maven took more than {FETCH_SECONDS} s"
        if done.returncode:
            lines = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
            return f"Maven failed: {lines[0] if lines else 'no reason given'}"
        try:
            (Path(beside) / "jars").rename(target)
        except OSError:
            if not target.is_dir():  # else another run has been quicker
                raise
    return None
