"""Sitemaps after sitemaps.org: the addresses of pages, when each last changed, its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
MEDIA_TYPE = "application/xml; charset=utf-8"


@dataclass(frozen=True)
class PageAddress:
    """A page: its whole address, when it last changed, its addresses by interface language."""

    address: str
    changed: datetime | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)


def sitemap(pages: Iterable[PageAddress]) -> Iterator[bytes]:
    """A sitemap of pages, piece by piece."""
    yield _DECLARATION
    yield f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n'.encode()
    for page in pages:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} '
            f"href={quoteattr(address)}/>"
            for language, address in page.alternates.items()
        )
        yield f"<url>{_place(page)}{alternates}</url>\n".encode()
    yield b"</urlset>\n"


def sitemap_index(parts: Iterable[PageAddress]) -> bytes:
    """The index of sitemaps: the address of each part, and when the last of its pages changed."""
    lines = "".join(f"<sitemap>{_place(part)}</sitemap>\n" for part in parts)
    text = f'<sitemapindex xmlns="{_NAMESPACE}">\n{lines}</sitemapindex>\n'
    return _DECLARATION + text.encode()


def _place(page: PageAddress) -> str:
    changed = page.changed.isoformat(timespec="seconds") if page.changed else None
    told = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<loc>{escape(page.address)}</loc>{told}"
