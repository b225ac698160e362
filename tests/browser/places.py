"""Where things stand on a page, at one moment."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator


def boxes(*shown: Locator) -> list[FloatRect]:
    """The boxes of some elements of one page; each is there.

    They are asked for together: a page that is still going to its anchor, or lays itself out anew,
    stands elsewhere when the next of them is asked for.
    """
    handles = [one.element_handle() for one in shown]
    found: list[FloatRect] = shown[0].page.evaluate(
        """(all) => all.map((one) => one.getBoundingClientRect())
            .map(({ x, y, width, height }) => ({ x, y, width, height }))""",
        handles,
    )
    assert all(one["width"] for one in found), "what is not shown stands nowhere"
    return found
