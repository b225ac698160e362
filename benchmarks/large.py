"""What very large acts cost: every page and answer about one, cold and again, and memory.

`python -m benchmarks.large [--folder DIR]` makes the acts of `benchmarks.large_acts` (or asks about
those that the folder has) and prints them side by side: processor time, which does not tell of what
else the machine does, and by how much the answer raised the peak of memory. The application is
asked in this very process, and makes nothing ready beside its answers.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from api.app import create_app
from benchmarks.large_acts import LARGE_ACTS, LargeAct, fill
from benchmarks.served import resident
from corpus.settings import Settings

RESULTS = Path(__file__).with_name("large-acts.md")
_SLOW = 1_000.0
_LATER = timedelta(days=30)
"""After the newest label, all that its notes tell is in force."""


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
    """The costs of all answers about some acts that a data folder has, one application for each."""
    for act in acts:
        client = TestClient(create_app(Settings(data_dir=folder)))
        client.get("/docs")  # what is made once for all answers
        for what, path in addresses(act):
            yield _cost(act, what, client, path)


def addresses(act: LargeAct) -> list[tuple[str, str]]:
    """What can be asked about an act, each with its address."""
    ngr, last, before, first = act.ngr, act.newest, act.label(act.editions - 2), act.label(0)
    key, day = f"art_{act.articles // 2}", act.newest + _LATER
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


def _cost(act: LargeAct, what: str, client: TestClient, path: str) -> Cost:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here on
    held = resident(os.getpid())
    status, size, cold = _asked(client, path)
    memory = resident(os.getpid(), "VmHWM") - held
    _, _, warm = _asked(client, path)
    return Cost(act, what, status, cold, warm, size, memory)


def _asked(client: TestClient, path: str) -> tuple[int, float, float]:
    """The status of an answer, its megabytes, and the milliseconds of processor time it took."""
    began = time.process_time()
    answer = client.get(path)
    return answer.status_code, len(answer.content) / 1e6, 1_000 * (time.process_time() - began)


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


def report(costs: Sequence[Cost]) -> str:
    """The table with what it tells of, as it is kept in `large-acts.md`."""
    acts = dict.fromkeys(one.act for one in costs)
    told = [
        f"- **{one.name}**: {one.articles:,} articles, {one.editions} editions in "
        f"{len(one.languages)} languages, {one.reworded} articles worded anew by each, "
        f"{one.footnotes * one.articles:,} footnotes beside theirs"
        for one in acts
    ]
    head = (
        "By `python -m benchmarks.large`. Milliseconds of processor time, of the first answer and "
        "of the same again, and the megabytes by which the first raised the peak of memory."
    )
    return "\n".join(["# Very large acts", "", head, "", *told, "", table(costs), ""])


def main() -> None:
    """Measure all acts, or some, and print the table; of all together it is kept."""
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
    if tuple(acts) == LARGE_ACTS:
        RESULTS.write_text(report(costs), encoding="utf-8")


if __name__ == "__main__":
    main()
