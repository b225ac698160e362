"""Finds what some tests need beside Python, or installs it where that is allowed.

That is the Chromium that the browser tests drive, the LibreOffice that opens Word documents, and
the OpenSearch server of the tests of search on a cluster: Java, and jars that Maven brings. Called
by `make test` before the tests. It never fails: the tests that lack something skip, each with the
line that this script prints.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.servers.opensearch import installation as opensearch

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHT_CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
APT_PACKAGE = "chromium"
JAVA_PACKAGE = "default-jre-headless"
OFFICE_COMMANDS = ("soffice", "libreoffice")
OFFICE_ON_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
OFFICE_PACKAGE = "libreoffice-writer-nogui"
APT_TIMEOUT_SECONDS = 300
ADVICE = (
    "No Chromium: the browser tests are skipped. Install it with "
    "`sudo apt-get install chromium` (Debian), `.venv/bin/playwright install chromium` (Ubuntu), "
    "`brew install --cask google-chrome` (macOS), or name one in NUSQA_TEST_CHROMIUM."
)
OFFICE_ADVICE = (
    "No LibreOffice: the test that opens a Word document with it is skipped. Install it with "
    "`sudo apt-get install libreoffice-writer-nogui` (Debian), `brew install --cask libreoffice` "
    "(macOS), or name its `soffice` in NUSQA_TEST_SOFFICE."
)


def find_office() -> Path | None:
    """LibreOffice without a window: NUSQA_TEST_SOFFICE, else the system's."""
    if named := os.environ.get("NUSQA_TEST_SOFFICE"):
        return Path(named) if Path(named).is_file() else None
    for command in OFFICE_COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    return OFFICE_ON_MAC if OFFICE_ON_MAC.is_file() else None


def find_chromium() -> Path | None:
    """The browser to drive: NUSQA_TEST_CHROMIUM, else the system's, else Playwright's own."""
    if named := os.environ.get("NUSQA_TEST_CHROMIUM"):
        return Path(named) if Path(named).is_file() else None
    for command in COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    for application in map(Path, MAC_APPLICATIONS):
        if application.is_file():
            return application
    for cache in PLAYWRIGHT_CACHES:
        for pattern in ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*/*/MacOS/*"):
            if browsers := sorted(Path(cache).expanduser().glob(pattern)):
                return browsers[-1]
    return None


def apt_get() -> list[str] | None:
    """The words that run apt-get as root without asking for a password; None if it may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo"):
        allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if allowed.returncode == 0:
            return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def install(command: list[str], what: str, *packages: str) -> None:
    """Install Debian's packages; what goes wrong is told and stops nothing."""
    print(f"Installing {what} (once) ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["install", "-y", "-qq", "--no-install-recommends", *packages]
    for step in (["update", "-qq"], wanted):
        try:
            done = subprocess.run(
                [*command, *step],
                env=environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=APT_TIMEOUT_SECONDS,
            )
        except subprocess.TimeoutExpired:
            print(f"apt-get {step[0]} took more than {APT_TIMEOUT_SECONDS} s.", flush=True)
            return
        if done.returncode:
            reason = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()
            print(f"apt-get {step[0]} failed: {reason[-1]}", flush=True)


def prepare_browser() -> None:
    """Make sure that there is a browser, or say in one line how to get one."""
    named = "NUSQA_TEST_CHROMIUM" in os.environ
    if find_chromium() is None and not named and (command := apt_get()):
        install(command, "Chromium for the browser tests", APT_PACKAGE)
    if find_chromium() is None:
        print(ADVICE, flush=True)


def prepare_office() -> None:
    """Make sure that there is a LibreOffice, or say in one line how to get one."""
    named = "NUSQA_TEST_SOFFICE" in os.environ
    if find_office() is None and not named and (command := apt_get()):
        install(command, "LibreOffice for the test that opens a Word document", OFFICE_PACKAGE)
    if find_office() is None:
        print(OFFICE_ADVICE, flush=True)


def prepare_opensearch() -> None:
    """Make sure that an OpenSearch server can be started, or say in one line what is missing."""
    if opensearch.VARIABLE in os.environ:
        return
    fetched = opensearch.jars_folder().is_dir()
    missing = [] if opensearch.find_java() else [JAVA_PACKAGE]
    if not fetched and not shutil.which("mvn"):
        missing.append("maven")
    if missing and (command := apt_get()):
        install(command, "Java and Maven for the tests of search on a cluster", *missing)
    if not fetched and opensearch.find_java():
        print("Fetching the OpenSearch server for the tests (once) ...", flush=True)
    trouble = opensearch.fetch_jars() if opensearch.find_java() else "there is no Java"
    if trouble:
        print(f"{opensearch.ADVICE} ({trouble})", flush=True)


def main() -> int:
    """Prepare all there is to prepare."""
    prepare_browser()
    prepare_office()
    prepare_opensearch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
