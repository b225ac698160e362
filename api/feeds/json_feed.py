"""A feed as JSON Feed 1.1; what only programs ask for stands under `_nusqa`."""

from __future__ import annotations

import json
from typing import Any

from api.feeds.feed import Entry, Feed, moment

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON document in UTF-8."""
    document: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.current,
        "description": feed.about,
        "language": str(feed.language),
        "authors": [{"name": "Nusqa"}],
        "_nusqa": {"id": feed.id, "updated": moment(feed.updated)},
        "items": [_item(entry) for entry in feed.entries],
    }
    if feed.next:
        document["next_url"] = feed.next
    # A lone surrogate, which UTF-8 has no bytes for, is written as its escape.
    text = json.dumps(document, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace")


def _item(entry: Entry) -> dict[str, Any]:
    source = next((one.address for one in entry.references if one.relation == "via"), None)
    return {
        "id": entry.id,
        "url": entry.page,
        **({"external_url": source} if source else {}),
        "title": entry.title,
        "content_html": entry.html,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "language": str(entry.language),
        "tags": [category.term for category in entry.categories],
        "_nusqa": entry.details,
    }
