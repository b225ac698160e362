"""Sending one request to a receiver, and saying how it went.

The connection goes to the very addresses that were checked: the name is resolved once, by us, and
neither the HTTP library nor the system resolves it again (DNS rebinding). TLS is verified against
the name of the URL. Each redirect is a new target with checks of its own. Proxies, cookies and
credentials of the environment play no part. Of the answer the status counts; its body is read up to
a limit and thrown away.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import certifi
import httpcore2

from corpus.watches import AttemptOutcome
from webhooks.addresses import AddressRules
from webhooks.targets import (
    HostNotFound,
    Resolver,
    Target,
    TargetRefused,
    checked_addresses,
    read_target,
    redirected,
)

MOST_REDIRECTS = 3
MOST_BODY = 64 * 1024
_REDIRECTS = frozenset((301, 302, 307, 308))
"""Followed with the same method and body. 303 asks for something else, and is no success."""
_GONE = 410
_BUSY = frozenset((429, 503))


@dataclass(frozen=True)
class Timeouts:
    """In seconds: for a connection, for each piece of an answer, and for everything together."""

    connect: float = 5.0
    read: float = 10.0
    total: float = 15.0


@dataclass(frozen=True)
class Result:
    """How sending went. `retry_after` is how many seconds a busy receiver asks to be left alone."""

    outcome: AttemptOutcome
    status: int | None = None
    error: str | None = None
    retry_after: float | None = None


def system_addresses(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(address[0]) for *_, address in found]


def trusted(ca_bundle: Path | None) -> ssl.SSLContext:
    """Verification by certifi's authorities, the system's, and those of the user's own file.

    Raises OSError for a file that cannot be read as certificates (ssl.SSLError is one).
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if ca_bundle is not None:
        context.load_verify_locations(ca_bundle)
    return context


@dataclass(frozen=True)
class Sender:
    """Posts messages. It holds no connection and may be used by several threads."""

    rules: AddressRules
    context: ssl.SSLContext
    user_agent: str
    timeouts: Timeouts = Timeouts()
    resolve: Resolver = system_addresses

    def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Result:
        """Send a message, over redirects too; never raises for what a receiver does."""
        deadline = _Deadline(self.timeouts.total)
        try:
            return self._post(read_target(url), headers, body, deadline)
        except HostNotFound as error:
            return Result(AttemptOutcome.UNREACHABLE, error=str(error))
        except TargetRefused as error:
            return Result(AttemptOutcome.FORBIDDEN, error=str(error))
        except (httpcore2.TimeoutException, TimeoutError):
            return Result(AttemptOutcome.TIMED_OUT, error="no answer in time")
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
            return Result(AttemptOutcome.UNREACHABLE, error=_words_of(error))

    def _post(
        self, target: Target, headers: Mapping[str, str], body: bytes, deadline: _Deadline
    ) -> Result:
        for _ in range(MOST_REDIRECTS + 1):
            status, answer = self._request(target, headers, body, deadline)
            location = answer.get("location")
            if status not in _REDIRECTS or not location:
                return _result(status, answer)
            target = redirected(target, location)
        return Result(
            AttemptOutcome.REFUSED,
            status,
            f"more than {MOST_REDIRECTS} redirects one after another",
        )

    def _request(
        self, target: Target, headers: Mapping[str, str], body: bytes, deadline: _Deadline
    ) -> tuple[int, dict[str, str]]:
        addresses = checked_addresses(target, self.rules, self.resolve)
        sent = {
            "Host": target.authority,
            "User-Agent": self.user_agent,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Accept": "*/*",
            "Connection": "close",
            **headers,
        }
        timeouts = {
            "connect": self.timeouts.connect,
            "read": self.timeouts.read,
            "write": self.timeouts.read,
            "pool": self.timeouts.connect,
        }
        backend = _CheckedAddresses(addresses, deadline)
        with (
            httpcore2.ConnectionPool(
                ssl_context=self.context, network_backend=backend, max_connections=1
            ) as pool,
            pool.stream(
                "POST",
                httpcore2.URL(
                    scheme=target.scheme, host=target.host, port=target.port, target=target.path
                ),
                headers=list(sent.items()),
                content=body,
                extensions={"timeout": timeouts},
            ) as response,
        ):
            answer = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers
            }
            _read_some(response.iter_stream())
            return response.status, answer


def _read_some(pieces: Iterable[bytes]) -> None:
    """Read what a receiver says, up to a limit: then the connection is closed on it."""
    size = 0
    try:
        for piece in pieces:
            size += len(piece)
            if size >= MOST_BODY:
                return
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError):
        return  # the status has come; a body that breaks off changes nothing about it


def _result(status: int, answer: Mapping[str, str]) -> Result:
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP's own
        return Result(AttemptOutcome.DELIVERED, status)
    if status == _GONE:
        return Result(AttemptOutcome.GONE, status, "the receiver wants no more messages")
    wait = answer.get("retry-after", "") if status in _BUSY else ""
    return Result(
        AttemptOutcome.REFUSED,
        status,
        f"the receiver answered {status}",
        float(wait) if wait.isascii() and wait.isdigit() else None,
    )


def _words_of(error: Exception) -> str:
    """What went wrong with a connection, in the plainest words there are, no address among them."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate cannot be verified: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            return "TLS could not be agreed on"
        if isinstance(cause, ConnectionRefusedError):
            return "the connection was refused"
        if isinstance(cause, ConnectionResetError):
            return "the connection was broken off"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore2.ProtocolError):
        return "the answer is no HTTP"
    return "no connection"


class _Deadline:
    """The end of the time that one message has, whatever happens in it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None) -> float:
        """How long one step may take; raises TimeoutError when nothing is left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for the whole exchange is over")
        return left if wanted is None else min(wanted, left)


class _CheckedAddresses(httpcore2.NetworkBackend):
    """Connects to the addresses that were checked, whatever name it is asked for."""

    def __init__(self, addresses: tuple[str, ...], deadline: _Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._backend = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - already resolved and checked
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the addresses that takes it."""
        last: Exception | None = None
        for address in self._addresses:
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _Timed(stream, self._deadline)
        raise last or httpcore2.ConnectError("no address")


class _Timed(httpcore2.NetworkStream):
    """A connection of which every step ends with the deadline: a trickle does not prolong it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
