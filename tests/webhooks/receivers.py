"""A real receiver of webhooks on loopback: answers as told, remembers what it was sent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.serving import serving


@dataclass(frozen=True)
class Answer:
    """One answer. `pause` seconds are waited first; `trickle` sends the body so many seconds."""

    status: int = 204
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    body: bytes = b""
    trickle: float = 0.0


@dataclass(frozen=True)
class Got:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float

    @property
    def document(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def id(self) -> str:
        """The message's id."""
        return self.headers["webhook-id"]


@dataclass
class Receiver:
    """`next_answers` are given once each and first, `always` from then on."""

    url: str = ""
    always: Answer = field(default_factory=Answer)
    next_answers: list[Answer] = field(default_factory=list)
    got: list[Got] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    released: threading.Event = field(default_factory=threading.Event)
    """Once it is set, answers pause no longer: who waits for them need not."""

    @property
    def ids(self) -> list[str]:
        """The ids of the messages in the order in which they came."""
        return [one.id for one in self.got]

    def wait_for(self, count: int, seconds: float = 60.0) -> list[Got]:
        """The requests, once there are so many."""
        end = time.monotonic() + seconds
        while len(self.got) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(self.got)} of {count} messages came in {seconds} s")
            time.sleep(0.01)
        return list(self.got)


@contextmanager
def receiving(certificate: Path | None = None, host: str = "127.0.0.1") -> Iterator[Receiver]:
    """A receiver on a free port; over TLS with a certificate (PEM, key included)."""
    receiver = Receiver()
    with serving(_handler(receiver), certificate, host) as url:
        receiver.url = f"{url}/hook"
        try:
            yield receiver
        finally:
            receiver.released.set()


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            with receiver.lock:
                receiver.got.append(
                    Got(
                        "POST",
                        self.path,
                        {name.lower(): value for name, value in self.headers.items()},
                        body,
                        time.monotonic(),
                    )
                )
                answer = receiver.next_answers.pop(0) if receiver.next_answers else receiver.always
            receiver.released.wait(answer.pause)
            try:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                length = 1_000_000 if answer.trickle else len(answer.body)
                if answer.status != 204:
                    self.send_header("Content-Length", str(length))
                self.end_headers()
                end = time.monotonic() + answer.trickle
                while time.monotonic() < end:
                    self.wfile.write(b".")
                    time.sleep(0.05)
                self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True  # the sender has hung up: some tests are about that

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the superclass's name
            pass

    return Handler
