"""Someone who reads a page with the keyboard, and hears what the browser complains about."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Request, expect


class Reader:
    """A page and everything the browser complained about on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._complain)

    def _complain(self, request: Request) -> None:
        # What the page itself asks for no more, or the reader by going on, is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")

    def arrive(self, shown: Locator) -> None:
        """Wait until the page that a key or a click asks for shows this, and is whole.

        Keys go to the page that is left, or to one that is still being read, otherwise.
        """
        expect(shown).to_be_visible()
        self.page.wait_for_load_state()

    def press_until_focused(self, selector: str, key: str = "Tab", most: int = 60) -> None:
        """Go on with the keyboard until the element has the focus."""
        for _ in range(most):
            self.page.keyboard.press(key)
            focused = self.page.locator(":focus")
            if focused.count() and focused.evaluate("(it, what) => it.matches(what)", selector):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")
