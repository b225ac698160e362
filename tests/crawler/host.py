"""A scripted registry host on loopback: it answers as told and remembers what it was asked."""

from __future__ import annotations

import hashlib
import select
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.serving import serving


@dataclass(frozen=True)
class Answer:
    """One answer: `pause` seconds are waited first, `cut` breaks the body off half-way.

    It is waited no longer for a client that has gone.
    """

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    cut: bool = False
    etag: bool = True


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    at: float
    status: int
    headers: Mapping[str, str]


@dataclass
class Host:
    """`pages` are answered always, `faults` once each and first."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    faults: dict[str, list[Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    hung_up: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def paths(self, *, robots: bool = False) -> list[str]:
        """What was asked for, in order."""
        return [one.path for one in self.log if robots or one.path != "/robots.txt"]

    def statuses(self, path: str) -> list[int]:
        """How a path was answered, in order."""
        return [one.status for one in self.log if one.path == path]

    def forget(self) -> None:
        """Empty the log."""
        self.log.clear()

    def answer(self, path: str) -> Answer:
        """The next answer to a path."""
        waiting = self.faults.get(path)
        if waiting:
            return waiting.pop(0)
        return self.pages.get(path, Answer("absent", 404, etag=False))


@contextmanager
def serve(pages: Mapping[str, Answer], certificate: Path | None = None) -> Iterator[Host]:
    """Serve pages on a free port of 127.0.0.1; over TLS with a certificate (PEM, key included)."""
    host = Host(pages=dict(pages))
    with serving(_handler(host), certificate) as host.url:
        yield host


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with host.lock:
                host.at_once += 1
                host.most_at_once = max(host.most_at_once, host.at_once)
                answer = host.answer(self.path)
            started = time.monotonic()
            has_gone = bool(select.select([self.connection], [], [], answer.pause)[0])
            body = answer.body.encode()
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if answer.etag else None
            status = answer.status
            if etag and status == 200 and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            with host.lock:
                host.log.append(Asked(self.path, started, status, dict(self.headers.items())))
                host.at_once -= 1
                host.hung_up += has_gone
            try:
                self.send_response(status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if etag:
                    self.send_header("ETag", etag)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2] if answer.cut else body)
                if answer.cut:
                    self.close_connection = True
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client has gone: that is what some tests are about

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the superclass's name
            pass

    return Handler
