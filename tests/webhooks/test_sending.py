"""One exchange with a receiver: over real sockets, whatever the receiver or the resolver does."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest
from cryptography import x509

from corpus.watches import AttemptOutcome
from tests.crawler.test_tls import self_signed
from tests.webhooks.receivers import Answer, Receiver, receiving
from tests.webhooks.watched import HANG_SECONDS, PATIENT
from webhooks.addresses import AddressRules
from webhooks.sending import Sender, Timeouts, system_addresses, trusted
from webhooks.targets import Resolver

LOOPBACK = AddressRules.of(["127.0.0.0/8"])
HEADERS = {"webhook-id": "msg_1"}
QUICK = Timeouts(connect=0.5, read=0.5, total=1.0)
LATE = HANG_SECONDS / 2
"""In seconds: far more than a quick sender takes, far less than a receiver that hangs."""


def sender(
    rules: AddressRules = LOOPBACK,
    resolve: Resolver = system_addresses,
    ca: Path | None = None,
    timeouts: Timeouts = PATIENT,
) -> Sender:
    return Sender(rules, trusted(ca), "Nusqa tests", timeouts, resolve)


def port_of(receiver: Receiver) -> int:
    return int(receiver.url.split(":")[2].split("/")[0])


def test_a_message_is_posted_with_its_headers_and_nothing_of_the_environments(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    result = sender().post(receiver.url, HEADERS, b'{"a":1}')
    assert (result.outcome, result.status, result.error) == (AttemptOutcome.DELIVERED, 204, None)
    (got,) = receiver.got
    assert (got.method, got.path, got.document) == ("POST", "/hook", {"a": 1})
    assert got.headers == {
        "host": f"127.0.0.1:{port_of(receiver)}",
        "user-agent": "Nusqa tests",
        "content-type": "application/json",
        "content-length": "7",
        "accept": "*/*",
        "connection": "close",
        "webhook-id": "msg_1",
    }


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, AttemptOutcome.DELIVERED),
        (202, AttemptOutcome.DELIVERED),
        (303, AttemptOutcome.REFUSED),
        (400, AttemptOutcome.REFUSED),
        (404, AttemptOutcome.REFUSED),
        (410, AttemptOutcome.GONE),
        (500, AttemptOutcome.REFUSED),
    ],
)
def test_only_a_2xx_is_a_success(receiver: Receiver, status: int, outcome: AttemptOutcome) -> None:
    receiver.always = Answer(status)
    result = sender().post(receiver.url, HEADERS, b"{}")
    assert (result.outcome, result.status) == (outcome, status)


@pytest.mark.parametrize(("status", "header", "wait"), [(429, "120", 120.0), (503, "soon", None)])
def test_a_busy_receiver_may_say_how_long(
    receiver: Receiver, status: int, header: str, wait: float | None
) -> None:
    receiver.always = Answer(status, {"Retry-After": header})
    assert sender().post(receiver.url, HEADERS, b"{}").retry_after == wait


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_followed_with_the_same_message(receiver: Receiver, status: int) -> None:
    receiver.next_answers = [Answer(status, {"Location": "/elsewhere"})]
    assert sender().post(receiver.url, HEADERS, b"{}").outcome is AttemptOutcome.DELIVERED
    assert [(one.method, one.path, one.body) for one in receiver.got] == [
        ("POST", "/hook", b"{}"),
        ("POST", "/elsewhere", b"{}"),
    ]


def test_redirects_end(receiver: Receiver) -> None:
    receiver.always = Answer(307, {"Location": "/again"})
    result = sender().post(receiver.url, HEADERS, b"{}")
    assert result.outcome is AttemptOutcome.REFUSED
    assert "redirects" in (result.error or "")
    assert len(receiver.got) == 4


def test_a_redirect_to_loopback_is_refused(receiver: Receiver) -> None:
    rules = AddressRules.of(["127.0.0.1/32"])
    with receiving(host="127.0.0.2") as inner:
        receiver.always = Answer(307, {"Location": inner.url})
        result = sender(rules).post(receiver.url, HEADERS, b"{}")
        assert result.outcome is AttemptOutcome.FORBIDDEN
        assert inner.got == []


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://2130706433/", "http://x@y/", "http://[", "\\\\x"]
)
def test_a_redirect_to_what_no_message_goes_to_is_refused(
    receiver: Receiver, location: str
) -> None:
    receiver.always = Answer(302, {"Location": location})
    assert sender().post(receiver.url, HEADERS, b"{}").outcome is AttemptOutcome.FORBIDDEN


def test_a_name_that_leads_elsewhere_by_the_time_of_sending_is_refused(receiver: Receiver) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    rebinding = sender(AddressRules(), lambda *_: next(answers))
    assert rebinding.resolve("hooks.example", 443) == ["93.184.216.34"]  # when it was made
    result = rebinding.post(f"https://hooks.example:{port_of(receiver)}/", HEADERS, b"{}")
    assert result.outcome is AttemptOutcome.FORBIDDEN
    assert receiver.got == []


def test_the_connection_goes_to_the_address_that_was_checked(receiver: Receiver) -> None:
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    url = f"http://hooks.invalid:{port_of(receiver)}/hook"
    assert sender(resolve=resolve).post(url, HEADERS, b"{}").status == 204
    assert asked == ["hooks.invalid"]
    assert receiver.got[0].headers["host"] == f"hooks.invalid:{port_of(receiver)}"


def test_tls_is_verified_against_the_name_of_the_url(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path, x509.DNSName("hooks.invalid"))
    here = sender(resolve=lambda *_: ["127.0.0.1"], ca=tmp_path / "only.pem")
    with receiving(certificate) as receiver:
        port = port_of(receiver)
        assert here.post(f"https://hooks.invalid:{port}/", HEADERS, b"{}").status == 204
        result = here.post(f"https://other.invalid:{port}/", HEADERS, b"{}")
        assert result.outcome is AttemptOutcome.UNREACHABLE
        assert "certificate cannot be verified" in (result.error or "")
        unknown = sender(resolve=lambda *_: ["127.0.0.1"])
        result = unknown.post(f"https://hooks.invalid:{port}/", HEADERS, b"{}")
        assert "certificate cannot be verified" in (result.error or "")
        assert len(receiver.got) == 1


@pytest.mark.parametrize("answer", [Answer(pause=HANG_SECONDS), Answer(200, trickle=HANG_SECONDS)])
def test_a_receiver_that_hangs_or_trickles_has_so_long_and_no_longer(
    receiver: Receiver, answer: Answer
) -> None:
    receiver.always = answer
    began = time.monotonic()
    sender(timeouts=QUICK).post(receiver.url, HEADERS, b"{}")
    assert time.monotonic() - began < LATE


def test_a_receiver_that_does_not_answer_in_time_is_told_so(receiver: Receiver) -> None:
    receiver.always = Answer(pause=HANG_SECONDS)
    result = sender(timeouts=QUICK).post(receiver.url, HEADERS, b"{}")
    assert result.outcome is AttemptOutcome.TIMED_OUT


def test_a_receiver_that_trickles_its_headers_is_hung_up_on() -> None:
    def trickle(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            try:
                for number in range(int(HANG_SECONDS / 0.2)):
                    connection.sendall(f"X-{number}: y\r\n".encode())
                    time.sleep(0.2)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=trickle, args=(listening,), daemon=True).start()
        began = time.monotonic()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        result = sender(timeouts=QUICK).post(url, HEADERS, b"{}")
        assert result.outcome is AttemptOutcome.TIMED_OUT
        assert time.monotonic() - began < LATE


def test_a_long_answer_is_read_to_a_limit() -> None:
    piece = b"x" * 1_000_000
    broke_off = threading.Event()

    def go_on(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65_536)
            try:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 500000000\r\n\r\n")
                for _ in range(500):  # far more than the system keeps for a reader
                    connection.sendall(piece)
            except OSError:
                broke_off.set()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        sending = threading.Thread(target=go_on, args=(listening,), daemon=True)
        sending.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        assert sender().post(url, HEADERS, b"{}").outcome is AttemptOutcome.DELIVERED
        sending.join(HANG_SECONDS)
    assert broke_off.is_set()


def test_nobody_there_is_unreachable() -> None:
    with socket.socket() as silent:  # bound, so that nobody else listens there; it does not either
        silent.bind(("127.0.0.1", 0))
        result = sender().post(f"http://127.0.0.1:{silent.getsockname()[1]}/", HEADERS, b"{}")
    assert (result.outcome, result.error) == (
        AttemptOutcome.UNREACHABLE,
        "the connection was refused",
    )


def test_what_is_no_http_is_unreachable() -> None:
    def babble(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(b"220 mail.example ESMTP\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=babble, args=(listening,), daemon=True).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        result = sender().post(url, HEADERS, b"{}")
    assert (result.outcome, result.error) == (AttemptOutcome.UNREACHABLE, "the answer is no HTTP")


def test_another_address_of_the_host_is_tried(receiver: Receiver) -> None:
    both = sender(resolve=lambda *_: ["127.0.0.9", "127.0.0.1"])
    url = f"http://hooks.invalid:{port_of(receiver)}/hook"
    assert both.post(url, HEADERS, b"{}").status == 204
