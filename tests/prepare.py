"""Finds the Chromium that the browser tests drive, or installs it where that is allowed.

Called by `make test` before the tests. It never fails: without a browser the browser tests
skip, each with the line that this script prints.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHT_CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
APT_PACKAGE = "chromium"
APT_TIMEOUT_SECONDS = 300
ADVICE = (
    "No Chromium: the browser tests are skipped. Install it with "
    "`sudo apt-get install chromium` (Debian), `.venv/bin/playwright install chromium` (Ubuntu), "
    "`brew install --cask google-chrome` (macOS), or name one in NUSQA_TEST_CHROMIUM."
)


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


def install_chromium(command: list[str]) -> None:
    """Install Debian's Chromium; what goes wrong is told and stops nothing."""
    print("Installing Chromium for the browser tests (once) ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-y", "-qq", "--no-install-recommends", APT_PACKAGE]
    for step in (["update", "-qq"], install):
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


def main() -> int:
    """Make sure that there is a browser, or say in one line how to get one."""
    named = "NUSQA_TEST_CHROMIUM" in os.environ
    if find_chromium() is None and not named and (command := apt_get()):
        install_chromium(command)
    if find_chromium() is None:
        print(ADVICE, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
