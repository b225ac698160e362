"""Sitemaps are well-formed, whatever an address holds."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml import etree

from exports.sitemaps import PageAddress, sitemap, sitemap_index

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
CHANGED = datetime(2026, 11, 2, 8, 16, tzinfo=UTC)


def test_a_page_has_its_address_its_last_change_and_its_languages() -> None:
    page = PageAddress('https://a/?b=1&c="<', CHANGED, {"kk": "https://a/?b=1&ui=kk"})
    root = etree.fromstring(b"".join(sitemap([page])))
    assert root.findtext("s:url/s:loc", namespaces=NAMES) == page.address
    assert root.findtext("s:url/s:lastmod", namespaces=NAMES) == "2026-11-02T08:16:00+00:00"
    link = root.find("s:url/x:link", NAMES)
    assert link is not None
    assert dict(link.attrib) == {
        "rel": "alternate",
        "hreflang": "kk",
        "href": "https://a/?b=1&ui=kk",
    }


def test_the_index_names_its_parts() -> None:
    index = sitemap_index([PageAddress("https://a/1.xml"), PageAddress("https://a/2.xml", CHANGED)])
    root = etree.fromstring(index)
    assert [one.text for one in root.iterfind("s:sitemap/s:loc", NAMES)] == [
        "https://a/1.xml",
        "https://a/2.xml",
    ]
    assert len(root.findall("s:sitemap/s:lastmod", NAMES)) == 1
