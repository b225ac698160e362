"""What very large acts cost: every page and answer about one, cold and again, and memory.

`python -m benchmarks.large [--folder DIR]` makes the acts of `benchmarks.large_acts` (or serves
those that the folder has) and prints them side by side: processor time of the server, which does
not tell of what else the machine does, and by how much the answer raised the peak of its memory.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.large_acts import LARGE_ACTS, LargeAct, fill
from benchmarks.served import resident, served

_TICK = os.sysconf("SC_CLK_TCK")
_QUIET = 1.0
"""Seconds without work after which a server has made ready what it makes ready."""
_PATIENCE = 600
_SLOW = 1_000.0


@dataclass(frozen=True)
class Cost:
    """Of one answer: milliseconds of processor time first and again, its and memory's megabytes."""

    act: LargeAct
    what: str
    status: int
    cold: float
    warm: float
    size: float
    memory: float


def measure(acts: Sequence[LargeAct] = LARGE_ACTS) -> dict[str, float]:
    """Processor seconds of importing each act; of its answers the slowest, and the most memory."""
    with tempfile.TemporaryDirectory() as name:
        figures = {
            f"{act}: import, processor s": seconds
            for act, seconds in fill(Path(name), tuple(acts)).items()
        }
        costs = list(asked_about(Path(name), acts))
    for act in acts:
        own = [one for one in costs if one.act == act]
        figures[f"{act.name}: answers"] = len(own)
        figures[f"{act.name}: cold, processor ms, slowest"] = max(one.cold for one in own)
        figures[f"{act.name}: over a second cold"] = sum(one.cold > _SLOW for one in own)
        figures[f"{act.name}: again, processor ms, slowest"] = max(one.warm for one in own)
        figures[f"{act.name}: memory, the most MB"] = max(one.memory for one in own)
    return figures


def asked_about(folder: Path, acts: Sequence[LargeAct]) -> Iterator[Cost]:
    """The costs of all answers about some acts that a data folder has, one server for each act."""
    for act in acts:
        with served({"NUSQA_DATA_DIR": str(folder)}) as (port, process):
            for what, path in addresses(act):
                _until_quiet(process)
                yield _cost(act, what, port, process, path)


def addresses(act: LargeAct) -> list[tuple[str, str]]:
    """What can be asked about an act, each with its address."""
    ngr, last, before, first = act.ngr, act.newest, act.label(act.editions - 2), act.label(0)
    key, day = f"art_{act.articles // 2}", act.newest
    page, api = f"/acts/{ngr}", f"/v1/acts/{ngr}"
    article, of_api = f"{page}/articles/{key}", f"{api}/articles/{key}"
    sides = f"left={ngr}@{before}&right={ngr}@{last}&lang=ru"
    apart = f"left={ngr}@{first}&right={ngr}@{last}&lang=ru"
    return [
        ("page of the act", f"{page}?lang=ru"),
        ("page of the act, whole text", f"{page}?lang=ru&view=text"),
        ("page of the act, two languages", f"{page}?lang=ru&view=text&beside=kk"),
        ("page of an article", f"{article}?lang=ru"),
        ("page of an article, blame", f"{article}?lang=ru&view=blame"),
        ("page of an article, in force on", f"{article}?lang=ru&in_force_on={day}"),
        ("page of a comparison, neighbours", f"/compare?{sides}"),
        ("page of a comparison, first and last", f"/compare?{apart}"),
        ("page of the act's amendments", f"{page}/amendments"),
        ("page of changes", f"/changes?act={ngr}"),
        ("page of amendments", f"/amendments?act={ngr}"),
        ("page of anomalies", f"/status/anomalies?act={ngr}"),
        ("page of a search", f"/search?q={quote('грядку')}"),
        ("start page", "/"),
        ("status", "/status"),
        ("act", api),
        ("editions", f"{api}/editions"),
        ("articles", f"{api}/articles?lang=ru"),
        ("article", f"{of_api}?lang=ru"),
        ("article, in force on", f"{of_api}?lang=ru&in_force_on={day}"),
        ("history of an article", f"{of_api}/history?lang=ru"),
        ("blame", f"{of_api}/blame?lang=ru"),
        ("relations", f"{of_api}/relations?lang=ru"),
        ("amendments of an article", f"{of_api}/amendments"),
        ("languages", f"{api}/languages"),
        ("stats", f"{api}/stats?lang=ru"),
        ("instructions", f"{api}/instructions?lang=ru"),
        ("pending", f"{api}/pending?lang=ru"),
        ("anomalies", f"/v1/anomalies?act={ngr}"),
        ("diff, neighbours", f"{api}/diff?lang=ru&from={before}&to={last}"),
        ("diff, first and last", f"{api}/diff?lang=ru&from={first}&to={last}"),
        ("changes", f"/v1/changes?act={ngr}"),
        ("amendments", f"/v1/amendments?act={ngr}"),
        ("feed of the act", f"/feeds/acts/{ngr}.atom"),
        ("comparison as DOCX", f"{api}/diff.docx?lang=ru&from={before}&to={last}"),
        ("comparison as CSV, first and last", f"{api}/diff.csv?lang=ru&from={first}&to={last}"),
        ("Akoma Ntoso", f"{api}/text.akn?lang=ru"),
        ("JSON-LD", f"{api}.jsonld"),
        ("history as a git repository", f"{api}/history.bundle"),
    ]


def _cost(act: LargeAct, what: str, port: int, process: int, path: str) -> Cost:
    Path(f"/proc/{process}/clear_refs").write_text("5")  # the peak is counted from here on
    held = resident(process)
    status, size, cold = _asked(port, process, path)
    _until_quiet(process)
    _, _, warm = _asked(port, process, path)
    return Cost(act, what, status, cold, warm, size, resident(process, "VmHWM") - held)


def _asked(port: int, process: int, path: str) -> tuple[int, float, float]:
    """The status of an answer, its megabytes, and the milliseconds of processor time it took."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    before = _processor(process)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    spent = _processor(process) - before
    connection.close()
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return answer.status, len(body) / 1e6, 1_000 * spent


def _processor(process: int) -> float:
    """Seconds of processor time that a process has used so far."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / _TICK


def _until_quiet(process: int) -> None:
    """Wait until a server works no more beside its answers; it makes ready at most some minutes."""
    deadline = time.monotonic() + _PATIENCE
    before = -1.0
    while (now := _processor(process)) - before > 1 / _TICK:
        assert time.monotonic() < deadline, "the server works on and on"
        before = now
        time.sleep(_QUIET)


def table(costs: Sequence[Cost]) -> str:
    """The costs side by side, a row an answer and three columns an act, as Markdown."""
    acts = list(dict.fromkeys(one.act for one in costs))
    by = {(one.act, one.what): one for one in costs}
    head = "".join(f" {act.name}: cold ms | again | MB |" for act in acts)
    lines = [f"| answer |{head}", f"|---|{'---:|---:|---:|' * len(acts)}"]
    for what in dict.fromkeys(one.what for one in costs):
        cells = [by[act, what] for act in acts]
        told = "".join(f" {one.cold:,.0f} | {one.warm:,.0f} | {one.memory:.0f} |" for one in cells)
        lines.append(f"| {what} |{told}")
    return "\n".join(lines)


def main() -> None:
    """Measure all acts, or some, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large", description=__doc__)
    parser.add_argument("--folder", type=Path, help="a folder filled before; else one is made")
    parser.add_argument("--acts", nargs="*", default=[one.name for one in LARGE_ACTS])
    asked = parser.parse_args()
    acts = [one for one in LARGE_ACTS if one.name in asked.acts]
    with tempfile.TemporaryDirectory() as name:
        folder: Path = asked.folder or Path(name)
        if asked.folder is None:
            for act, seconds in fill(folder, tuple(acts)).items():
                print(f"{act}: imported in {seconds:.0f} s of processor time", flush=True)
        costs = []
        for one in asked_about(folder, acts):
            costs.append(one)
            print(
                f"{one.act.name:16} {one.what:40} {one.status} {one.cold:8,.0f} {one.warm:8,.0f} ms"
                f" {one.size:6.2f} MB, memory {one.memory:+6.0f} MB",
                flush=True,
            )
        print(table(costs))


if __name__ == "__main__":
    main()
