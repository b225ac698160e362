"""`nusqa watches`, `watch`, `deliver`, and a served corpus that delivers."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest

from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, chapter, page
from tests.webhooks.receivers import Answer, Receiver, receiving
from tests.webhooks.test_signing import verify

NGR = "Z990000777_"


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    monkeypatch.setenv("NUSQA_WEBHOOK_ALLOW", "127.0.0.1/32")
    with receiving() as found:
        yield found


@pytest.fixture
def imported(nusqa: Nusqa, saved: Path) -> Path:
    assert nusqa("import", saved).status == 0
    return saved


def later_edition(folder: Path) -> None:
    """A third edition beside the saved ones, in which article 1 reads otherwise."""
    body = page(
        article("1", "1. Деревья сажают и поливают весь год."),
        article("2", "1. Поливают летом."),
        article("3", "1. Урожай собирает аким округа."),
    )
    (folder / "2003-01-01.md").write_bytes(body)
    with (folder / "manifest.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(
            '\n[[file]]\npath = "2003-01-01.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{NGR}"\nlang = "ru"\nlabel = "2003-01-01"\nholds = "whole"\n'
        )


def test_a_watch_made_on_the_command_line_is_told_of_what_an_import_brings(
    nusqa: Nusqa, imported: Path, receiver: Receiver
) -> None:
    made = nusqa("watch", "add", receiver.url, "--act", NGR, "--article", "art_1", "--json")
    watch = made.document
    later_edition(imported)
    assert nusqa("import", imported).status == 0
    done = nusqa("deliver", "--once", "--json")
    assert done.document["sent"] == len(receiver.got) == 1
    (got,) = receiver.got
    assert verify(watch["secret"], dict(got.headers), got.body) == [True]
    change = got.document["change"]
    assert (change["key"], change["to"]["edition"]) == ("art_1", "2003-01-01")
    (delivery,) = nusqa("watch", "log", watch["id"], "--json").document["deliveries"]
    assert (delivery["id"], delivery["state"]) == (got.id, "delivered")


def test_a_chapter_is_watched_and_told_of_what_is_done_in_it(
    nusqa: Nusqa, saved: Path, receiver: Receiver
) -> None:
    def worded(first: str, second: str, *more: str) -> bytes:
        return page(chapter(1, article("1", first)), chapter(2, article("2", second), *more))

    spring, summer = "1. Деревья сажают весной.", "1. Поливают летом."
    (saved / "2001-01-01.md").write_bytes(worded(spring, summer))
    (saved / "2002-01-01.md").write_bytes(worded(spring, summer))
    assert nusqa("import", saved).status == 0
    made = nusqa("watch", "add", receiver.url, "--act", NGR, "--article", "ch_2", "--json").document
    pointed = nusqa("watch", "add", receiver.url, "--act", NGR, "--article", "art_1__p_1")
    assert pointed.status == 0
    assert f"{NGR} ch_2" in nusqa("watches").out
    assert f"{NGR} art_1__p_1" in nusqa("watches").out
    later = worded("1. Деревья сажают осенью.", summer, article("3", "1. Урожай собирают."))
    (saved / "2003-01-01.md").write_bytes(later)
    with (saved / "manifest.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(
            '\n[[file]]\npath = "2003-01-01.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{NGR}"\nlang = "ru"\nlabel = "2003-01-01"\nholds = "whole"\n'
        )
    assert nusqa("import", saved).status == 0
    assert nusqa("deliver", "--once").status == 0
    told = {
        (one.document["watch"]["id"] == made["id"], one.document["change"]["key"])
        for one in receiver.got
    }
    assert (len(receiver.got), told) == (2, {(True, "art_3"), (False, "art_1")})


def test_watches_are_listed_without_their_secrets_and_removed(
    nusqa: Nusqa, imported: Path, receiver: Receiver
) -> None:
    watch = nusqa("watch", "add", receiver.url, "--query", "аким", "--json").document
    listed = nusqa("watches", "--json")
    assert [one["id"] for one in listed.document["watches"]] == [watch["id"]]
    table = nusqa("watches")
    assert "search: аким" in table.out
    for ran in (listed, table):
        assert watch["secret"] not in ran.out
        assert watch["token"] not in ran.out
    assert nusqa("watch", "pause", watch["id"]).status == 0
    assert "paused" in nusqa("watches").out
    assert nusqa("watch", "resume", watch["id"]).status == 0
    assert nusqa("watch", "remove", watch["id"]).status == 0
    assert nusqa("watches", "--json").document == {"watches": [], "cursor": None}


def test_a_person_is_shown_token_and_secret_and_told_to_keep_them(
    nusqa: Nusqa, imported: Path, receiver: Receiver
) -> None:
    made = nusqa("watch", "add", receiver.url, "--act", NGR)
    assert "whsec_" in made.out
    assert "wt_" in made.out
    assert "cannot be shown again" in made.err


def test_a_test_message_is_queued_and_its_failure_logged(
    nusqa: Nusqa, imported: Path, receiver: Receiver
) -> None:
    receiver.always = Answer(500)
    watch = nusqa("watch", "add", receiver.url, "--act", NGR, "--json").document
    assert "queued" in nusqa("watch", "test", watch["id"]).err
    assert "1 sent" in nusqa("deliver", "--once").err
    log = nusqa("watch", "log", watch["id"])
    assert "the receiver answered 500" in log.out
    assert "dead" in log.out


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("watch", "add", "nonsense", "--act", NGR), 2, "such as https"),
        (("watch", "add", "https://10.0.0.1/", "--act", NGR), 2, "not public"),
        (("watch", "add", "https://e.kz/", "--act", "Z01"), 1, "No act Z01"),
        (("watch", "add", "https://e.kz/", "--act", NGR, "--article", "art_9"), 1, "art_9"),
        (("watch", "add", "https://e.kz/", "--act", NGR, "--article", "ch_9"), 1, "ch_9"),
        (("watch", "add", "https://e.kz/"), 2, "one of them"),
        (("watch", "add", "https://e.kz/", "--query", "("), 2, "bracket"),
        (("watch", "add", "https://e.kz/", "--act", NGR, "--events", "all"), 2, "'all'"),
        (("watch", "remove", "w_none"), 1, "no watch w_none"),
        (("watch", "log", "w_none"), 1, "no watch w_none"),
        (("watch", "test", "w_none"), 1, "no watch w_none"),
        (("watch",), 2, ""),
    ],
)
def test_bad_input_is_one_clear_line(
    nusqa: Nusqa, imported: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    ran = nusqa(*words)
    assert ran.status == status
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_bundle_without_certificates_is_told_before_anything_is_sent(
    nusqa: Nusqa, imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "odd.pem"
    odd.write_text("no certificate\n", encoding="utf-8")
    monkeypatch.setenv("NUSQA_CA_BUNDLE", str(odd))
    ran = nusqa("deliver", "--once")
    assert ran.status == 2
    assert "odd.pem, which holds no certificates" in ran.err


def test_the_doctor_says_that_nobody_sends(
    nusqa: Nusqa, imported: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said() -> str:
        (found,) = (
            one
            for one in nusqa("doctor", "--json").document["findings"]
            if one["what"] == "watches"
        )
        return str(found["said"])

    watch = nusqa("watch", "add", receiver.url, "--act", NGR, "--json").document
    nusqa("watch", "test", watch["id"])
    assert said() == "1; nothing waits to be sent"
    late = datetime.now(UTC) + timedelta(minutes=6)
    monkeypatch.setattr("cli.examination.now", lambda: late)
    assert "nobody sends them" in said()


@contextmanager
def command(*words: str, ending: signal.Signals = signal.SIGINT) -> Iterator[IO[str]]:
    """A command that runs until it is ended; gives what it says to a person.

    It is started as a shell starts what runs in the background: interrupts are ignored.
    """
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
        "from cli.main import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        assert started.stderr is not None
        try:
            yield started.stderr
        finally:
            started.send_signal(ending)
            try:
                started.wait(120)
            except subprocess.TimeoutExpired:
                started.kill()
                raise


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_deliverer_ends_when_it_is_told_to_however_it_was_started(
    imported: Path, ending: signal.Signals
) -> None:
    with command("deliver", ending=ending) as said:
        assert said.readline().startswith("Delivering")


def asked(url: str, document: dict[str, object], **headers: str) -> Any:
    answer = httpx2.post(url, json=document, headers=headers, trust_env=False, timeout=60)
    return answer.raise_for_status().json()


@pytest.mark.parametrize("apart", [False, True])
def test_a_served_corpus_delivers_itself_or_leaves_it_to_another_process(
    nusqa: Nusqa,
    imported: Path,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    apart: bool,
) -> None:
    monkeypatch.setenv("NUSQA_DELIVER", str(not apart))
    with command("serve", "--port", "0") as said:
        (url,) = re.findall(r"Serving on (http://[\w.:]+)", said.readline())
        watch = asked(f"{url}/v1/watches", {"act": NGR, "url": receiver.url})
        bearer = f"Bearer {watch['token']}"
        asked(f"{url}/v1/watches/{watch['id']}/test", {}, Authorization=bearer)
        if apart:
            time.sleep(1.5)
            assert receiver.got == []
            with command("deliver"):
                receiver.wait_for(1)
        else:
            receiver.wait_for(1)
    assert receiver.got[0].document["type"] == "test"
