"""The address a webhook is sent to: read strictly, once, so that no two readers disagree on it."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

import idna

from webhooks.addresses import AddressRules

LONGEST_URL = 2_000
_LONGEST_HOST = 253
_DEFAULT_PORTS = {"https": 443, "http": 80}
_FIRST_FREE_PORT = 1024
# Ports of other protocols above 1023, as browsers refuse them (Fetch standard, "port blocking").
_OTHER_PROTOCOLS = frozenset(
    (1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080)
) | frozenset(range(6665, 6670))
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_SAFE = string.punctuation  # what a path and a query may keep as it is, `%` included
# The surrogates are halves of characters, which JSON can name and no address can hold.
_REFUSED_SIGNS = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")

_WANTED = "Give an address such as https://example.kz/hooks/nusqa"

Resolver = Callable[[str, int], Sequence[str]]
"""A host and a port -> the addresses to connect to, as text. Raises OSError."""


class TargetRefused(Exception):
    """A webhook cannot be sent to that address; the message says what is wanted."""


class HostNotFound(TargetRefused):
    """The host's name leads nowhere now; it may later."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(f"The host {host} is not found")


@dataclass(frozen=True)
class Target:
    """Where a webhook goes: `host` in ASCII and lower case, `path` with its query."""

    scheme: Literal["https", "http"]
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address in its canonical form."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = self.port == _DEFAULT_PORTS[self.scheme]
        return f"{self.scheme}://{host}{'' if default else f':{self.port}'}{self.path}"

    @property
    def authority(self) -> str:
        """What the Host header says."""
        return self.url.split("/", 3)[2]


def read_target(url: str) -> Target:
    """The target that a URL names; raises TargetRefused with what is wrong with it."""
    if len(url) > LONGEST_URL:
        raise TargetRefused(f"The webhook's URL is longer than {LONGEST_URL} characters")
    if _REFUSED_SIGNS.search(url):
        raise TargetRefused(f"{_WANTED}, without spaces, control characters and \\")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise TargetRefused(_WANTED) from None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise TargetRefused(_WANTED)
    if "@" in parts.netloc:
        raise TargetRefused(
            "Give the webhook's URL without user name and password: messages are signed instead"
        )
    if parts.fragment or url.endswith("#"):
        raise TargetRefused("Give the webhook's URL without #")
    scheme: Literal["https", "http"] = "https" if parts.scheme == "https" else "http"
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    return Target(scheme, _host(parts.hostname, parts.netloc), _port(scheme, port), path)


def redirected(target: Target, location: str) -> Target:
    """Where a redirect leads; raises TargetRefused."""
    try:
        joined = urljoin(target.url, location)
    except ValueError:
        raise TargetRefused("The receiver redirects to what is no URL") from None
    return read_target(joined)


def checked_addresses(target: Target, rules: AddressRules, resolve: Resolver) -> tuple[str, ...]:
    """The addresses of a target's host, all of which messages may be sent to.

    One that is not public is enough to refuse them all, and the refusal names none of them: what
    names mean inside is nobody's business outside. http is for the networks that the operator
    allows only. Raises TargetRefused, HostNotFound.
    """
    try:
        addresses = rules.reachable(resolve(target.host, target.port))
    except (OSError, UnicodeError):
        addresses = ()
    if not addresses:
        raise HostNotFound(target.host)
    if not all(rules.permits(one) for one in addresses):
        raise TargetRefused(
            f"{target.host} leads to an address that is not public: webhooks go to the public "
            "internet only (its operator can allow networks with NUSQA_WEBHOOK_ALLOW)"
        )
    if target.scheme == "http" and not all(rules.allows(one) for one in addresses):
        raise TargetRefused("Give an https:// URL: http is for networks that the operator allows")
    return addresses


def _host(name: str, netloc: str) -> str:
    """The host in ASCII, without a dot at its end; IP addresses in their one plain spelling."""
    if "[" in netloc:
        if "%" in name:
            raise TargetRefused("Give an IPv6 address without a zone (%)")
        try:
            return IPv6Address(name).compressed
        except AddressValueError:
            raise TargetRefused(f"[{name}] is no IPv6 address") from None
    host = _ascii(name).removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):  # a browser would read any such name as an IPv4 address
        try:
            return str(IPv4Address(host))
        except AddressValueError:
            raise TargetRefused(
                f"{name} is no host: write an IPv4 address as four decimal numbers"
            ) from None
    if len(host) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        raise TargetRefused(f"{name} is no host name")
    return host


def _ascii(name: str) -> str:
    """A name as DNS has it: international names in punycode, after UTS 46."""
    lowered = name.lower()
    if lowered.isascii():
        return lowered
    try:
        return idna.encode(name, uts46=True, std3_rules=True).decode()
    except idna.IDNAError:
        raise TargetRefused(f"{name} is no host name") from None


def _port(scheme: str, given: int | None) -> int:
    port = _DEFAULT_PORTS[scheme] if given is None else given
    web = port in _DEFAULT_PORTS.values()
    if not web and (port < _FIRST_FREE_PORT or port in _OTHER_PROTOCOLS):
        raise TargetRefused(
            f"Port {port} is another protocol's: give 443, 80 or one from {_FIRST_FREE_PORT} up"
        )
    return port
