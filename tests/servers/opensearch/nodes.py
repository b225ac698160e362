"""Nodes of a cluster, each a process of its own, on loopback."""

from __future__ import annotations

import json
import random
import socket
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers.opensearch.installation import find_java, jars_folder

START_SECONDS = 120
TRIES = 3
_MOST_MEMORY = "512m"
_MAIN = "org.codelibs.opensearch.runner.OpenSearchRunner"
# Below those that the system gives to whoever connects: between finding a port and the start of a
# server that takes it, many other tests do. The runner takes ports up to 9299 only.
_PORTS = range(2000, 9299)

# All that costs time and is of use only to servers that live for days is left out.
_JAVA_OPTIONS = (
    "-Xms128m",
    f"-Xmx{_MOST_MEMORY}",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
)
_LOG_SETTINGS = """\
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c{1.} %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
"""


class NodeDidNotStart(Exception):
    """The message holds the end of its log."""


@dataclass
class Node:
    """A server of its own; `seeds` are the transport addresses of the cluster's first nodes."""

    process: subprocess.Popen[bytes]
    url: str
    transport: str
    log: Path

    def kill(self) -> None:
        """End the process at once, as a failing machine would."""
        self.process.kill()
        self.process.wait()


def start_nodes(folder: Path, count: int) -> list[Node]:
    """A new cluster, complete and healthy. Raises NodeDidNotStart.

    It is tried again: another process may take a port before the node that was to have it does.
    """
    for turn in range(1, TRIES):
        try:
            return _start_nodes(folder / f"try-{turn}", count)
        except NodeDidNotStart:
            continue
    return _start_nodes(folder / f"try-{TRIES}", count)


def _start_nodes(folder: Path, count: int) -> list[Node]:
    ports = _free_ports(2 * count)
    first = f"127.0.0.1:{ports[0]}"
    nodes = [
        start_node(folder / f"node-{n}", ports[n], ports[count + n], first) for n in range(count)
    ]
    try:
        for node in nodes:
            wait_for(node, count)
    except NodeDidNotStart:
        for node in nodes:
            node.kill()
        raise
    return nodes


def start_node(folder: Path, port: int, http: int, first: str) -> Node:
    """A node that joins the first node's cluster, or is the first and makes it."""
    java = find_java()
    assert java is not None
    config = folder / "config"
    config.mkdir(parents=True)
    address = f"127.0.0.1:{port}"
    settings = {
        "network.host": "127.0.0.1",
        "transport.port": port,
        "discovery.seed_hosts": [first],
        "cluster.routing.allocation.disk.threshold_enabled": False,
        "node.store.allow_mmap": False,
    }
    if address == first:
        settings["cluster.initial_cluster_manager_nodes"] = [first]
    # What is JSON is YAML too.
    (config / "opensearch.yml").write_text(json.dumps(settings))
    (config / "log4j2.properties").write_text(_LOG_SETTINGS)
    log = folder / "log"
    words: Sequence[str | Path] = (
        *(java, *_JAVA_OPTIONS, f"-Djava.io.tmpdir={folder}", "-cp", f"{jars_folder()}/*", _MAIN),
        *("-basePath", folder, "-confPath", config, "-numOfNode", "1"),
        *("-baseHttpPort", str(http - 1), "-clusterName", "nusqa-test", "-printOnFailure"),
    )
    with log.open("wb") as output:
        process = subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)
    return Node(process, f"http://127.0.0.1:{http}", address, log)


def wait_for(node: Node, count: int) -> None:
    """Wait until a node sees a cluster of so many. Raises NodeDidNotStart."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and node.process.poll() is None:
        try:
            with urlopen(f"{node.url}/_cluster/health", timeout=10) as answer:  # noqa: S310 - ours
                if json.load(answer)["number_of_nodes"] == count:
                    return
        except (URLError, OSError, KeyError):
            pass
        time.sleep(0.1)
    raise NodeDidNotStart(node.log.read_text(errors="replace")[-4000:])


def _free_ports(count: int) -> list[int]:
    """Different ports that nobody listens at now."""
    found: list[int] = []
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise NodeDidNotStart("no ports are free")
