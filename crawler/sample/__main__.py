"""Serve the sample by hand: `python -m crawler.sample --port 8010 --fault shell=/rus/docs/…`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading

from crawler.sample.faults import Fault, Faults, Rule
from crawler.sample.server import serve_sample


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM; exit status 0, or 2 when used wrongly."""
    parser = argparse.ArgumentParser(
        prog="python -m crawler.sample",
        description="The sample registry on 127.0.0.1: our own paraphrase, not official text.",
        epilog="Faults: " + ", ".join(fault.value for fault in Fault),
    )
    parser.add_argument("--port", type=int, default=8010, help="0 takes a free one")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME[=PATH[,TIMES]]",
        help="have a fault on a path (* and ? allowed), always or for so many requests",
    )
    asked = parser.parse_args(arguments)
    try:
        faults = Faults(*(Rule.parse(text) for text in asked.fault))
    except ValueError as error:
        parser.error(str(error))
    try:
        with serve_sample(asked.port, faults) as server:
            sys.stdout.write(f"{server.base_url}\nCtrl-C ends it.\n")
            sys.stdout.flush()
            ended = threading.Event()
            # Asked for by name: a shell's background jobs are started with SIGINT ignored.
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: ended.set())
            ended.wait()
    except OSError as error:
        parser.error(f"port {asked.port}: {error.strerror}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
