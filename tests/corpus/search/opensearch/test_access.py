"""Who may ask, over what, and what is said when the cluster does not answer or refuses."""

from __future__ import annotations

import base64
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from corpus.search import EngineUnreachableError
from corpus.search.engines.opensearch.access import Access
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.words.analysis import Analyser

USER, PASSWORD = "nusqa", "not to be shown"


@dataclass
class Gate:
    """What stands before a cluster: it lets one user in, and says 404 to whatever he asks."""

    url: str = ""
    asked: list[str] = field(default_factory=list)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        self.asked.append(request.path)
        right = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        known = request.headers.get("Authorization") == f"Basic {right}"
        body = json.dumps({"error": {"type": "none"}, "found": False}).encode()
        request.send_response(404 if known else 401)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


@contextmanager
def gate(certificate: Path | None = None) -> Iterator[Gate]:
    """One on loopback; with a certificate over TLS."""
    made = Gate()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    made.url = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for 127.0.0.1 that nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nusqa test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "node.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def engine(
    *urls: str, password: str | None = PASSWORD, ca_file: Path | None = None
) -> OpenSearchEngine:
    return OpenSearchEngine(Access(urls, USER, password, ca_file, timeout=60), Analyser())


def refusal(tried: Callable[[], object]) -> str:
    with pytest.raises(EngineUnreachableError) as refused:
        tried()
    assert PASSWORD not in str(refused.value)
    assert "127.0.0.1" not in str(refused.value)
    return str(refused.value)


def test_the_user_is_let_in_with_the_password_and_not_without() -> None:
    with gate() as guarded:
        assert engine(guarded.url).state() is None
        assert "opensearch_password" in refusal(engine(guarded.url, password="x" + PASSWORD).state)
        assert "opensearch_password" in refusal(engine(guarded.url, password=None).state)


def test_a_password_is_not_shown_with_the_access() -> None:
    assert PASSWORD not in repr(Access(("http://127.0.0.1:1",), USER, PASSWORD))


def test_a_certificate_must_be_vouched_for(certificate: Path) -> None:
    with gate(certificate) as guarded:
        assert engine(guarded.url, ca_file=certificate).state() is None
        before = len(guarded.asked)
        assert "opensearch_ca_file" in refusal(engine(guarded.url).state)
        assert len(guarded.asked) == before, "the password must not go to whom nobody vouches for"


def test_a_node_that_is_not_there_is_passed_over() -> None:
    with gate() as guarded, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        down = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        assert [engine(down, guarded.url).state() for _ in range(6)] == [None] * 6
        assert "opensearch_urls" in refusal(engine(down).state)


def test_a_node_that_says_nothing_is_not_waited_for_long() -> None:
    with gate() as guarded, socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        mute = f"http://127.0.0.1:{silent.getsockname()[1]}"
        access = Access((mute, guarded.url), USER, PASSWORD, timeout=5)
        one = OpenSearchEngine(access, Analyser())
        assert [one.state() for _ in range(4)] == [None] * 4
        alone = OpenSearchEngine(Access((mute,), timeout=0.1), Analyser())
        assert "in time" in refusal(alone.state)
