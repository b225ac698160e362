"""How fast a whole act is compared, side by side with what else can compare texts.

Ours is the whole comparison: articles paired, words redlined, kinds found. The rivals get the same
articles as one text, or as a tree of paragraphs; what they give is not taken further. Each is asked
in its usual way: `diff-match-patch` by characters stops after its default of one second. `difflib`
is asked twice, as it is mostly asked, by `str.split`, which loses the white space, and so that its
answer loses nothing, as ours does; the second counts as a rival.
"""

from __future__ import annotations

import difflib
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import chain
from pathlib import Path

from diff_match_patch import diff_match_patch
from lxml import etree
from lxml.html.diff import htmldiff
from xmldiff.main import diff_trees

from benchmarks.comparing import act, real_editions, rewritten
from corpus.law import Edition
from diffing.changes import Comparison
from diffing.compare import compare_editions
from diffing.engine import Engine, FastEngine, PureEngine, fast_engine_is_installed
from diffing.words import compare_words

_LAST_ARTICLE = 43
"""The older copy of the act ends in this article."""
_SIZES = (50, 500, 5_000)
_CHANGED = 10
_WORDS_AND_SPACES = re.compile(r"\w+|\W")
_GAVE_UP = 0.95
"""Seconds: `diff-match-patch` that ran so long came to its time limit."""

Figures = dict[str, float]
Paragraphs = list[str]


def measure(registry: Path | None = None, rounds: int = 9) -> Figures:
    """Milliseconds, the first time and the median, and how many times faster ours is.

    `registry` is the folder of real texts with its `manifest.toml`; without it a made-up act.
    """
    engines: list[Engine] = [FastEngine()] if fast_engine_is_installed() else []
    engines.append(PureEngine())
    what, older, newer = _whole_act(registry)
    figures = _ours(what, [(engine, _editions(older, newer, engine)) for engine in engines], rounds)
    figures |= _rivals(what, _paragraphs(older), _paragraphs(newer))
    figures |= _ratios(what, figures, engines)

    what = "20,000 characters, 1/3 rewritten"
    old, new = rewritten(characters=20_000, one_in=3)
    figures |= _ours(what, [(engine, _texts(old, new, engine)) for engine in engines], rounds)
    figures |= _rivals(what, _sentences(old), _sentences(new), between=" ")
    figures |= _ratios(what, figures, engines)
    return figures | _growth(engines, rounds)


def _whole_act(registry: Path | None) -> tuple[str, Edition, Edition]:
    editions = real_editions(registry) if registry else {}
    if "1998" in editions and "2007" in editions:
        return "1998 to 2007", editions["1998"], editions["2007"]
    return "made-up act", act(50), act(50, _CHANGED)


def _ours(what: str, runs: Iterable[tuple[Engine, Callable[[], object]]], rounds: int) -> Figures:
    figures: Figures = {}
    for engine, run in runs:
        times = [_milliseconds(run) for _ in range(rounds)]
        figures[f"{what}: ours, {engine.name}, first ms"] = times[0]
        figures[f"{what}: ours, {engine.name}, median ms"] = statistics.median(times)
    return figures


def _rivals(what: str, old: Paragraphs, new: Paragraphs, between: str = "\n") -> Figures:
    """The first time of each: what a reader waits for."""
    one, other = between.join(old), between.join(new)
    figures = {
        f"{what}: difflib, words, white space lost, ms": _milliseconds(
            lambda: _difflib(one.split(), other.split())
        ),
        f"{what}: difflib, words and spaces, ms": _milliseconds(
            lambda: _difflib(_WORDS_AND_SPACES.findall(one), _WORDS_AND_SPACES.findall(other))
        ),
        f"{what}: lxml.html.diff, ms": _milliseconds(lambda: htmldiff(_html(old), _html(new))),
        f"{what}: diff-match-patch, characters, ms": _milliseconds(
            lambda: diff_match_patch().diff_main(one, other)
        ),
        f"{what}: xmldiff, ms": _milliseconds(lambda: diff_trees(_tree(old), _tree(new))),
    }
    gave_up = figures[f"{what}: diff-match-patch, characters, ms"] > _GAVE_UP * 1000
    figures[f"{what}: diff-match-patch, characters, gave up (1: yes)"] = float(gave_up)
    return figures


def _ratios(what: str, figures: Figures, engines: Iterable[Engine]) -> Figures:
    """How many times faster the first run of each engine is than the fastest rival, and xmldiff."""
    rivals = {
        name: value
        for name, value in figures.items()
        if name.startswith(f"{what}: ") and name.endswith(" ms")
        if "ours" not in name and "lost" not in name
    }
    ratios: Figures = {}
    for engine in engines:
        own = figures[f"{what}: ours, {engine.name}, first ms"]
        ratios[f"{what}: {engine.name}, times faster than the fastest rival"] = (
            min(rivals.values()) / own
        )
        ratios[f"{what}: {engine.name}, times faster than xmldiff"] = (
            rivals[f"{what}: xmldiff, ms"] / own
        )
    return ratios


def _growth(engines: Iterable[Engine], rounds: int) -> Figures:
    """The same ten articles changed in ever larger acts; and an act without any change."""
    figures: Figures = {}
    for engine in engines:
        for size in _SIZES:
            run = _editions(act(size), act(size, _CHANGED), engine)
            times = [_milliseconds(run) for _ in range(rounds)]
            figures[f"{_CHANGED} of {size} articles, {engine.name}, median ms"] = statistics.median(
                times
            )
    largest = act(_SIZES[-1]), act(_SIZES[-1])
    times = [_milliseconds(_editions(*largest, PureEngine())) for _ in range(rounds)]
    figures[f"0 of {_SIZES[-1]} articles, median ms"] = statistics.median(times)
    return figures


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def _editions(old: Edition, new: Edition, engine: Engine) -> Callable[[], Comparison]:
    return lambda: compare_editions(old, new, engine)


def _texts(old: str, new: str, engine: Engine) -> Callable[[], object]:
    return lambda: compare_words(old, new, engine)


def _difflib(old: list[str], new: list[str]) -> object:
    return difflib.SequenceMatcher(None, old, new).get_opcodes()


def _paragraphs(edition: Edition) -> Paragraphs:
    """The articles that both copies of the act hold, line by line."""
    return list(
        chain.from_iterable(
            article.text().split("\n")
            for article in edition.articles
            if article.number and int(article.number.split("-")[0]) <= _LAST_ARTICLE
        )
    )


def _sentences(text: str) -> Paragraphs:
    return re.split(r"(?<=\.) ", text)


def _html(paragraphs: Paragraphs) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def _tree(paragraphs: Paragraphs) -> etree._Element:
    root = etree.Element("act")
    for paragraph in paragraphs:
        etree.SubElement(root, "p").text = paragraph
    return root


def report(figures: Figures) -> Iterator[str]:
    """The figures, a line each."""
    for name, value in figures.items():
        yield f"{name:75} {value:10.2f}"


if __name__ == "__main__":
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    print("\n".join(report(measure(beside if beside.is_dir() else None))))
