"""Each switch for a fault does over real HTTP what its name says, and can be undone."""

from __future__ import annotations

import http.client
import json
import time

import pytest
from lxml import html

from crawler.registries import adilet
from crawler.sample.faults import Fault, Rule
from crawler.sample.server import SampleServer
from tests.crawler.sample.asking import ask

ACT = "/rus/archive/docs/Z950002464_/24.05.2021"
BANK = "/api/documents/4/rus/24.05.2021?withHtml=false&page=1"
BOTH = pytest.mark.parametrize("path", [ACT, BANK])


def words(page: str) -> str:
    return str(html.document_fromstring(page).xpath("//article")[0].text_content())


@BOTH
def test_a_server_error_has_the_status_asked_for(path: str, sample: SampleServer) -> None:
    sample.faults.set(Fault.SERVER_ERROR, status=504)
    assert ask(sample, path).status == 504


def test_too_many_requests_say_when_to_come_back(sample: SampleServer) -> None:
    sample.faults.set(Fault.TOO_MANY, seconds=7)
    answer = ask(sample, ACT)
    assert (answer.status, answer.headers["retry-after"]) == (429, "7")


def test_a_hanging_server_outlasts_the_clients_patience(sample: SampleServer) -> None:
    sample.faults.set(Fault.HANG, times=1)
    with pytest.raises(TimeoutError):
        ask(sample, ACT, timeout=1)
    assert ask(sample, ACT).status == 200


def test_a_hanging_server_gives_up_after_its_own_time(sample: SampleServer) -> None:
    sample.faults.set(Fault.HANG, seconds=0.2)
    started = time.monotonic()
    assert ask(sample, ACT).status == 504
    assert time.monotonic() - started >= 0.2


@BOTH
def test_a_cut_connection_sends_less_than_it_promised(path: str, sample: SampleServer) -> None:
    whole = ask(sample, path).body
    sample.faults.set(Fault.CUT)
    with pytest.raises(http.client.IncompleteRead) as caught:
        ask(sample, path)
    assert caught.value.partial == whole[: len(whole) // 2]
    assert caught.value.expected == len(whole) - len(whole) // 2


@BOTH
def test_a_cleanly_cut_body_looks_whole_to_http(path: str, sample: SampleServer) -> None:
    whole = ask(sample, path).body
    sample.faults.set(Fault.CUT_CLEAN)
    answer = ask(sample, path)
    assert (answer.status, answer.body) == (200, whole[: len(whole) // 2])


@BOTH
def test_an_empty_body_is_empty(path: str, sample: SampleServer) -> None:
    sample.faults.set(Fault.EMPTY)
    answer = ask(sample, path)
    assert (answer.status, answer.body) == (200, b"")


@BOTH
@pytest.mark.parametrize(
    ("fault", "status", "sign"),
    [
        (Fault.SHELL, 200, '<div id="root">'),
        (Fault.LOGIN, 200, 'type="password"'),
        (Fault.ERROR_PAGE, 200, "Ошибка 503"),
        (Fault.MISSING, 404, "404"),
    ],
)
def test_a_page_of_another_kind_stands_in_the_acts_place(
    path: str, fault: Fault, status: int, sign: str, sample: SampleServer
) -> None:
    sample.faults.set(fault)
    answer = ask(sample, path)
    assert answer.status == status
    assert sign in answer.text
    assert "<article" not in answer.text


def test_a_shrunk_act_has_lost_most_of_its_articles(sample: SampleServer) -> None:
    whole = ask(sample, ACT).text
    sample.faults.set(Fault.SHRUNK)
    shrunk = ask(sample, ACT).text
    assert 1 <= shrunk.count("<h3") < whole.count("<h3") / 2
    assert words(shrunk).rstrip().endswith("Республики Казахстан")
    assert len(json.loads(ask(sample, BANK).body)["content"]) < 100


def test_the_wrong_language_is_the_other_one(sample: SampleServer) -> None:
    kazakh = ask(sample, ACT.replace("/rus/", "/kaz/")).body
    sample.faults.set(Fault.WRONG_LANGUAGE)
    assert ask(sample, ACT).body == kazakh
    assert json.loads(ask(sample, BANK).body)["language"] == "kaz"


def test_another_act_names_itself_in_its_frame(sample: SampleServer) -> None:
    sample.faults.set(Fault.OTHER_ACT)
    assert "/rus/docs/Z950002464_" not in ask(sample, ACT).text
    assert json.loads(ask(sample, BANK).body)["ngr"] != "Z950002464_"


@BOTH
def test_a_touched_edition_has_other_bytes_and_the_same_words(
    path: str, sample: SampleServer
) -> None:
    before = ask(sample, path)
    sample.faults.set(Fault.TOUCHED)
    known = {"If-None-Match": before.headers["etag"]}
    after = ask(sample, path, known)
    assert (after.status, after.body == before.body) == (200, False)
    if path == ACT:
        assert adilet.lines_of(after.body) == adilet.lines_of(before.body)
    else:
        assert json.loads(after.body)["content"] == json.loads(before.body)["content"]


def test_a_corrected_edition_has_another_word_even_for_a_client_that_has_it(
    sample: SampleServer,
) -> None:
    before = ask(sample, ACT)
    sample.faults.set(Fault.CORRECTED)
    since = {"If-Modified-Since": before.headers["last-modified"]}
    after = ask(sample, ACT, since)
    assert after.status == 200
    assert words(after.text).replace(" (исправлено)", "") == words(before.text)
    assert "(исправлено)" in ask(sample, BANK.replace("page=1", "page=2")).text


def test_robots_txt_can_forbid(sample: SampleServer) -> None:
    sample.faults.set(Fault.ROBOTS_FORBID)
    assert ask(sample, "/robots.txt").text == "User-agent: *\nDisallow: /\n"
    assert ask(sample, ACT).status == 200


def test_a_fault_keeps_to_its_path_and_leaves_robots_txt_in_peace(sample: SampleServer) -> None:
    sample.faults.set(Fault.MISSING, "/kaz/*")
    assert ask(sample, ACT).status == 200
    assert ask(sample, "/kaz/docs/Z950002464_").status == 404
    sample.faults.set(Fault.SERVER_ERROR)
    assert ask(sample, "/robots.txt").status == 200
    sample.faults.set(Fault.SERVER_ERROR, "/robots.txt", status=500)
    assert ask(sample, "/robots.txt").status == 500


def test_a_fault_of_two_requests_is_over_at_the_third(sample: SampleServer) -> None:
    sample.faults.set(Fault.SERVER_ERROR, times=2)
    assert [ask(sample, ACT).status for _ in range(3)] == [503, 503, 200]


def test_the_newest_fault_counts_and_clearing_ends_them_all(sample: SampleServer) -> None:
    sample.faults.set(Fault.MISSING)
    sample.faults.set(Fault.SERVER_ERROR, times=1)
    assert [ask(sample, ACT).status for _ in range(2)] == [503, 404]
    sample.faults.clear()
    assert ask(sample, ACT).status == 200


def test_the_log_tells_who_asked_for_what_and_when(sample: SampleServer) -> None:
    sample.faults.set(Fault.MISSING, times=1)
    ask(sample, BANK, {"User-Agent": "Nusqa/1 (+mailto:someone@example.org)"})
    ask(sample, ACT, {"If-None-Match": '"x"'})
    first, second = sample.log
    assert (first.path, first.fault, first.conditional) == (BANK, Fault.MISSING, False)
    assert first.user_agent == "Nusqa/1 (+mailto:someone@example.org)"
    assert (second.path, second.fault, second.conditional) == (ACT, None, True)
    assert first.at <= second.at
    assert sample.log.paths == [BANK, ACT]


def test_a_rule_is_read_from_the_command_lines_words() -> None:
    assert Rule.parse("shell") == Rule(Fault.SHELL)
    assert Rule.parse("cut=/rus/docs/*,3") == Rule(Fault.CUT, "/rus/docs/*", 3)


@pytest.mark.parametrize(("text", "says"), [("fire", "server-error"), ("cut=/x,y", "'y'")])
def test_a_rule_that_cannot_be_read_says_what_can(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Rule.parse(text)
