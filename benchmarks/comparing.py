"""How fast editions are compared: real ones, a growing act, a long rewritten article."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Language,
)
from crawler.registries import read
from crawler.registries.files import scan
from diffing.compare import compare_editions
from diffing.engine import Engine, FastEngine, PureEngine, fast_engine_is_installed
from diffing.words import compare_words

_REAL = {"1998 to 2007": ("1998", "2007"), "2022 to 2023": ("2022-02-07", "2023-01-01")}
_SIZES = (50, 500, 5_000)
_CHANGED = 10


def measure(registry: Path | None = None, rounds: int = 15) -> dict[str, float]:
    """Milliseconds by what was compared and by engine: the first time, and the median.

    `registry` is the folder of real texts with its `manifest.toml`; without it only made-up ones.
    """
    engines: list[Engine] = [PureEngine()]
    engines += [FastEngine()] if fast_engine_is_installed() else []
    editions = real_editions(registry) if registry else {}
    figures: dict[str, float] = {}
    for engine in engines:
        for name, (older, newer) in _REAL.items():
            if older in editions and newer in editions:
                run = _comparing(editions[older], editions[newer], engine)
                figures |= _timed(f"{name}, {engine.name}", run, rounds)
        for size in _SIZES:
            run = _comparing(act(size), act(size, _CHANGED), engine)
            figures |= _timed(f"{_CHANGED} of {size} articles, {engine.name}", run, rounds)
        for share in (3, 1):
            old, new = rewritten(characters=20_000, one_in=share)
            run = _wording(old, new, engine)
            figures |= _timed(f"20,000 characters, 1/{share} rewritten, {engine.name}", run, rounds)
    return figures


def _timed(name: str, run: Callable[[], object], rounds: int) -> dict[str, float]:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return {f"{name}, first ms": times[0], f"{name}, median ms": statistics.median(times)}


def _comparing(old: Edition, new: Edition, engine: Engine) -> Callable[[], object]:
    return lambda: compare_editions(old, new, engine)


def _wording(old: str, new: str, engine: Engine) -> Callable[[], object]:
    return lambda: compare_words(old, new, engine)


def real_editions(registry: Path) -> dict[str, Edition]:
    """The Russian editions of the election law, by label."""
    found = {}
    for page in scan([registry]):
        source = page.source
        if source and source.ngr == "Z950002464_" and source.language is Language.RU:
            found[str(source.label)] = read(source.format, [page.body], source)
    return found


def _sentence(chance: random.Random) -> str:
    words = "аким выборы округ комиссия срок дней избиратель решение маслихат кандидат в и на со"
    drawn = chance.choices(words.split(), k=chance.randint(8, 20))
    return f"{' '.join(drawn).capitalize()} {chance.randint(1, 400)}."


def act(size: int, changed: int = 0) -> Edition:
    """An act whose articles, a few of them changed, have ten points each."""
    articles = []
    for number in range(1, size + 1):
        chance = random.Random(number)  # noqa: S311 - made-up texts
        points = [_sentence(chance) for _ in range(10)]
        if number % (size // _CHANGED) == 0 and changed:
            points[4] = points[4].replace(" ", " иной ", 1)
        articles.append(
            Article(
                kind=ArticleKind.ARTICLE,
                key=f"art_{number}",
                number=str(number),
                marker=f"Статья {number}.",
                heading="О выборах",
                body=tuple(
                    Block(BlockKind.POINT, text, str(place), f"{place}.", f"p_{place}")
                    for place, text in enumerate(points, 1)
                ),
            )
        )
    label = EditionLabel.parse("2021" if changed else "2020")
    return Edition("Z000000000_", Language.RU, label, "Закон", tuple(articles))


def rewritten(characters: int, one_in: int) -> tuple[str, str]:
    """A paragraph and the same with one sentence in so many written anew."""
    chance = random.Random(1)  # noqa: S311 - made-up texts
    old: list[str] = []
    while sum(map(len, old)) < characters:
        old.append(_sentence(chance))
    new = [
        _sentence(chance) if place % one_in == 0 else sentence for place, sentence in enumerate(old)
    ]
    return " ".join(old), " ".join(new)


if __name__ == "__main__":
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    for what, figure in measure(beside if beside.is_dir() else None).items():
        print(f"{what:70} {figure:9.1f}")
