"""Feeds as readers read them: an independent parser, the schema, and the rules no schema says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import feedparser
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"
_SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
_ALLOWED = {"p", "ul", "li", "a", "ins", "del", "div", "strong", "blockquote", "html", "body"}


@dataclass(frozen=True)
class Item:
    """What a reader keeps of an entry."""

    id: str
    updated: datetime
    title: str
    html: str
    tags: tuple[str, ...]


def atom_of(client: TestClient, url: str, **asked: Any) -> list[Item]:
    """The entries of an Atom page that is valid."""
    answer = client.get(url, params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return checked_atom(answer.content, str(answer.request.url))


def checked_atom(body: bytes, address: str) -> list[Item]:
    """The entries of an Atom document, after every check."""
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False))
    assert _SCHEMA.validate(root), _SCHEMA.error_log
    (own,) = _links(root, "self")
    assert _same_address(own, address)
    assert len(_links(root, "alternate")) == 1
    parsed = feedparser.parse(body, response_headers={"content-type": "application/atom+xml"})
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    items = []
    for entry, element in zip(parsed.entries, root.iter(f"{_ATOM}entry"), strict=True):
        (content,) = element.iter(f"{_ATOM}content")
        html = content.text or ""
        _check_html(html)
        assert len(_links(element, "alternate")) == 1
        updated = datetime.fromisoformat(entry.updated)
        assert datetime.fromisoformat(entry.published) <= updated
        tags = tuple(tag.term for tag in entry.get("tags", ()))
        items.append(Item(entry.id, updated, entry.title, html, tags))
    _check_together(items, datetime.fromisoformat(parsed.feed.updated))
    return items


def json_of(client: TestClient, url: str, **asked: Any) -> dict[str, Any]:
    """A JSON Feed page that is valid."""
    answer = client.get(url, params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/feed+json"
    feed: dict[str, Any] = answer.json()
    check_json(feed)
    return feed


def check_json(feed: dict[str, Any]) -> None:
    """What JSON Feed 1.1 asks of a feed."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    known = {
        *("version", "title", "home_page_url", "feed_url", "description", "next_url", "authors"),
        *("language", "items"),
    }
    assert {name for name in feed if not name.startswith("_")} <= known
    assert feed["title"]
    for name in ("home_page_url", "feed_url", *(["next_url"] if "next_url" in feed else [])):
        assert urlsplit(feed[name]).scheme in {"http", "https"}, name
    items = []
    for one in feed["items"]:
        assert one["url"].startswith("http")
        assert all(isinstance(tag, str) for tag in one["tags"])
        _check_html(one["content_html"])
        updated = datetime.fromisoformat(one["date_modified"])
        assert datetime.fromisoformat(one["date_published"]) <= updated
        assert updated.tzinfo is not None
        items.append(
            Item(one["id"], updated, one["title"], one["content_html"], tuple(one["tags"]))
        )
    _check_together(items, datetime.fromisoformat(feed["_nusqa"]["updated"]))


def pages_of(client: TestClient, url: str, **asked: Any) -> Iterator[list[Item]]:
    """The pages of an Atom feed, each in a request of its own, back to the end."""
    address: str | None = str(client.get(url, params=asked).request.url)
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        yield checked_atom(answer.content, address)
        address = next(iter(_links(etree.fromstring(answer.content), "next")), None)


def _links(element: etree._Element, relation: str) -> list[str]:
    return [
        str(link.get("href"))
        for link in element.findall(f"{_ATOM}link")
        if link.get("rel") == relation
    ]


def _same_address(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    return (first.netloc, first.path) == (second.netloc, second.path)


def _check_html(html: str) -> None:
    """Elements that every reader keeps; no scripts, styles or addresses that are not whole."""
    for element in BeautifulSoup(html, "lxml").find_all(True):
        assert element.name in _ALLOWED, element.name
        assert set(element.attrs) <= {"href", "lang"}, element.attrs
        if href := element.get("href"):
            assert urlsplit(str(href)).scheme in {"http", "https"}


def _check_together(items: list[Item], updated: datetime) -> None:
    ids = [item.id for item in items]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") and UUID(one) for one in ids)
    assert all(item.title.strip() for item in items)
    moments = [item.updated for item in items]
    assert moments == sorted(moments, reverse=True)
    assert all(moment <= updated for moment in moments)
