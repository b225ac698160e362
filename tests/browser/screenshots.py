"""Pictures of every page: `python -m tests.browser.screenshots FOLDER [NAME…]`.

The sample is crawled and served on loopback; each page is taken whole at three widths, light and
dark, in Russian and Kazakh.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.every_page import PAGES
from tests.browser.sites import sample_served
from tests.prepare import ADVICE, find_chromium

WIDTHS = (360, 1024, 1920)
SCHEMES = ("light", "dark")
LANGUAGES = ("ru", "kk")


def take(folder: Path, names: list[str]) -> int:
    """Take the pictures of the pages named (all, if none is); gives how many there are."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(ADVICE)
    wanted = {name: PAGES[name] for name in names or PAGES}
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with (
        tempfile.TemporaryDirectory() as sample,
        sample_served(Path(sample)) as site,
        sync_playwright() as playwright,
    ):
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=str(chromium), args=arguments)
        for width, scheme, language in product(WIDTHS, SCHEMES, LANGUAGES):
            context = browser.new_context(
                base_url=site,
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                locale=language,
            )
            page = context.new_page()
            for name, address in wanted.items():
                page.goto(address)
                file = folder / f"{name}-{width}-{scheme}-{language}.png"
                page.screenshot(path=file, full_page=True)
                taken += 1
            context.close()
        browser.close()
    return taken


if __name__ == "__main__":
    where = Path(sys.argv[1])
    unknown = set(sys.argv[2:]) - set(PAGES)
    if unknown:
        raise SystemExit(f"no page is called {', '.join(unknown)}; there are: {', '.join(PAGES)}")
    print(f"{take(where, sys.argv[2:])} pictures in {where}")
