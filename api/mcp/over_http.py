"""How the MCP server is reached over HTTP: without sessions, and by whom.

A page in a browser must not make a reader's browser ask a server on the reader's own machine (DNS
rebinding): the names under which the server may be asked, and the pages that may ask, are known.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp

from api.mcp.server import LawServer
from corpus.settings import Settings

LARGEST_REQUEST = 64 * 1024
"""Bytes: a call has a few short parameters."""
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def application_of(server: LawServer, settings: Settings, path: str) -> ASGIApp:
    """The application that answers for a server; its session manager must run meanwhile."""
    return server.streamable_http_app(
        streamable_http_path=path,
        stateless_http=True,
        json_response=True,
        max_request_body_size=LARGEST_REQUEST,
        transport_security=security_of(settings),
    )


def security_of(settings: Settings) -> TransportSecuritySettings:
    """Who may ask: this machine by its own names, and the service's public name if it has one."""
    hosts = [one for name in _LOOPBACK for one in (name, f"{name}:*")]
    origins = [f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts]
    if settings.public_url:
        public = urlsplit(settings.public_url)
        hosts.append(public.netloc)
        origins.append(f"{public.scheme}://{public.netloc}")
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True, allowed_hosts=hosts, allowed_origins=origins
    )
