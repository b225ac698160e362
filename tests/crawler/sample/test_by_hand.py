"""`python -m crawler.sample` for drills by hand, and the watch list that fits the sample."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys

import pytest

from crawler.sample.__main__ import main
from crawler.sample.acts import load_acts
from crawler.sample.server import serve_sample
from crawler.sample.watching import sample_watchlist
from tests.crawler.sample.asking import ask


def test_it_serves_with_the_faults_asked_for_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "crawler.sample", "--port", "0"]
    faults = ["--fault", "shell=/rus/docs/*", "--fault", "missing=/kaz/docs/*,1"]
    with subprocess.Popen([*command, *faults], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        base = process.stdout.readline().strip()
        try:
            assert '<div id="root">' in ask(base, "/rus/docs/Z950002464_").text
            assert ask(base, "/kaz/docs/Z950002464_").status == 404
            assert "ОҚУ ҮЛГІСІ" in ask(base, "/kaz/docs/Z950002464_").text
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()


def test_an_unknown_fault_is_used_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--fault", "fire"])
    assert stopped.value.code == 2
    assert "there is no fault 'fire'" in capsys.readouterr().err


def test_a_taken_port_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SystemExit) as stopped:
            main(["--port", str(taken.getsockname()[1])])
    assert stopped.value.code == 2
    assert "in use" in capsys.readouterr().err


def test_two_samples_run_beside_each_other_and_end_with_their_block() -> None:
    with serve_sample() as one, serve_sample() as other:
        assert one.base_url != other.base_url
        ended = one.base_url
    with pytest.raises(ConnectionRefusedError):
        ask(ended, "/")


def test_the_samples_watch_list_names_its_acts_and_editions_and_no_others() -> None:
    watched = sample_watchlist()
    assert [act.ngr for act in watched.crawlable()] == [act.ngr for act in load_acts()]
    for act in load_acts():
        entry = watched.act(act.ngr)
        assert entry.reference_bank_id == act.bank_id
        known = {str(label) for edition in entry.known_editions for label in edition.labels}
        assert known == set(map(str, act.labels))
        assert [one.published for one in entry.amendments] == [
            one.published for one in act.amended_by
        ]
        assert entry.act is not None
        assert entry.act.adopted == act.adopted
